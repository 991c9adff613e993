"""Seconds per epoch of `mlp -D mnist` and of the same net in NumPy, on all CPUs and in turn.

    python mlp_epochs.py [DIR] [ROUNDS]

DIR holds MNIST's training files; without it the images are made up.
"""

import pathlib
import subprocess
import sys
import time

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
MADE_UP = HERE / ".build" / "data" / "digits"
IMAGES, INK = 6000, 0.191  # INK: MNIST's share of pixels that are not 0
SETTINGS = ["-l", "0.0001", "-e", "3"]
OURS, NUMPY = "**swift-layers**, `mlp`", "NumPy with OpenBLAS"
PROGRAMS = {
    OURS: lambda folder: [
        HERE / ".build" / "programs" / "release" / "mlp", "-D", "mnist", "--data", folder, *SETTINGS],
    NUMPY: lambda folder: [sys.executable, HERE / "peers" / "mlp_numpy.py", folder, "3"],
}


def write_digits(folder=MADE_UP):
    """Images of 28×28 pixels at random, in MNIST's format; the class moves the ink."""
    random = np.random.RandomState(0)
    labels = random.randint(0, 10, IMAGES)
    column = np.arange(784) * 10 // 784
    share = np.where(column == labels[:, None], 2 * INK, INK * 8 / 9)
    pixels = np.where(random.uniform(size=share.shape) < share,
                      random.randint(1, 256, share.shape), 0)
    folder.mkdir(parents=True, exist_ok=True)
    for name, axes, data in (("images-idx3", (IMAGES, 28, 28), pixels),
                             ("labels-idx1", (IMAGES,), labels)):
        header = bytes([0, 0, 8, len(axes)]) + np.array(axes, ">i4").tobytes()
        (folder / f"train-{name}-ubyte").write_bytes(header + data.astype(np.uint8).tobytes())
    return folder


def run(command):
    """The lines a program prints and the seconds between them, one each from the second epoch on."""
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True) as process:
        lines = [(line, time.perf_counter()) for line in process.stdout]
    if process.returncode != 0:
        raise SystemExit(f"{command} failed")
    return ([line for line, _ in lines],
            [end - start for (_, start), (_, end) in zip(lines[1:], lines[2:])])


def measure(folder, rounds):
    """Seconds of every epoch but the first, and of its validation, by program."""
    times = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        results = {name: run(command(folder)) for name, command in PROGRAMS.items()}
        for name, (lines, seconds) in results.items():
            # Later on, rounding may put an image on the other side.
            if lines[:2] != results[OURS][0][:2]:
                raise SystemExit(f"{name} printed {lines}, mlp {results[OURS][0]}")
            times[name] += seconds
    return {name: np.array(seconds)[:, None] for name, seconds in times.items()}


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]) if sys.argv[1:] else write_digits()
    medians = {name: np.median(values)
               for name, values in measure(folder, int((sys.argv[2:] or [3])[0])).items()}
    for name, seconds in medians.items():
        print(f"{name}: {seconds:.2f} s per epoch, {seconds / medians[OURS]:.2f} of mlp's")
