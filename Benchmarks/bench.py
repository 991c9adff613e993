"""Runs all programs in turn, checks their weights and writes RESULTS.md. Start it with ./run."""

import argparse
import os
import pathlib
import subprocess
import sys
from collections import defaultdict

import numpy as np

import entities
import history
import mlp_epochs
import report
from cost_model import SHAPES
from worker import BUILD, DATA, HERE, LETTERS, Worker, bench, count_allocations, python

HIDDEN = (50, 200)
EPOCH, PREFIX = 9000, 1000  # rows; the slow programs train on the prefix
TOLERANCE = 1e-9

sys.path.append(str(HERE.parent / "Scripts"))
import make_reference_outputs as reference  # noqa: E402


def write_data():
    """The rows and the initial weights, as raw 64-bit numbers. Gives the mean count of ink."""
    table = np.loadtxt(LETTERS / "largeTrain.csv", delimiter=",")
    table[:, 1:].tofile(DATA / "x.f64")
    table[:, 0].tofile(DATA / "labels.f64")
    for hidden in HIDDEN:
        weights = reference.random_weights(table.shape[1] - 1, hidden, seed=0)
        np.concatenate([w.ravel() for w in weights]).tofile(DATA / f"initial-{hidden}.f64")
    return np.count_nonzero(table[:, 1:]) / len(table)


def reference_weights():
    rows = reference.letters("largeTrain")
    result = {}
    for hidden in HIDDEN:
        for count in (EPOCH, PREFIX):
            start = reference.random_weights(len(rows[0][0]), hidden, seed=0)
            alpha, beta, _, _ = reference.train(rows[:count], rows[:1], *start, 1, rate=0.01)
            result[hidden, count] = np.concatenate([alpha.ravel(), beta.ravel()])
    return result


def requests(inked):
    """What to measure: a name, the program, the request, and seconds → the unit reported."""
    release, debug, free = bench("release"), bench("debug"), bench("release", free=True)
    loading = python("load", LETTERS / "largeTrain.csv", LETTERS / "largeTest.csv")
    trainers = {
        report.OURS: (release, EPOCH, "train "),
        report.DEBUG: (debug, EPOCH, "train "),
        report.STEPS: (release, EPOCH, "steps "),
        "C++, Eigen": (Worker(BUILD / "eigen"), EPOCH, ""),
        report.FANN: (Worker(BUILD / "fann"), EPOCH, ""),
        "Numba, `njit(fastmath)`": (python("numba_sgd"), EPOCH, ""),
        "Numba, rows of ink only": (python("numba_ink"), EPOCH, ""),
        "JAX, jitted `lax.scan`": (python("jax_scan"), EPOCH, ""),
        "NumPy, as a student writes it": (python("student_numpy"), PREFIX, ""),
        "scikit-learn, `MLPClassifier`": (python("sklearn_mlp"), PREFIX, ""),
        "PyTorch, eager": (python("torch_eager"), PREFIX, ""),
    }
    bound = Worker(BUILD / "bound")
    for hidden in HIDDEN:
        for number, (name, (worker, rows, verb)) in enumerate(trainers.items()):
            output = "" if name == report.FANN else f"weights-{number}"
            yield (("train", name, hidden), worker, f"{verb}{hidden} {rows} {output}", 1e6 / rows)
        yield ("bound", hidden), bound, f"{hidden} {inked}", 1
        yield ("epoch", "without", hidden), free, f"train {hidden} {EPOCH} weights-free", 1e3
        yield ("epoch", "with", hidden), free, f"epochs {hidden} 20", 1e3
    for name, worker in ((report.OURS, release), ("pandas", loading), ("numpy", loading)):
        request = "load" if worker is release else name
        yield ("load", name), worker, request, 1e3
    yield from product_requests(release, free)
    for shape in SHAPES:
        yield ("shape", shape), release, "shape " + " ".join(map(str, shape)), 1e6


def product_requests(release, free):
    yield ("peak",), Worker(BUILD / "peak"), "", 1
    workers = {
        ("ours", 1): release, ("ours", 2): free,
        ("numpy", 1): python("numpy_matmul"), ("numpy", 2): python("numpy_matmul", free=True),
    }
    for product in report.PRODUCTS:
        for name, worker in workers.items():
            yield ("product", product, *name), worker, "matmul " + " ".join(map(str, product)), 1


def check(key, request, references):
    """The largest difference from the reference's weights; ends the program if it is too large."""
    hidden, rows, output = request.split()[-3:]
    difference = np.abs(np.fromfile(DATA / output) - references[int(hidden), int(rows)]).max()
    if not difference <= TOLERANCE:
        raise SystemExit(f"{key}: weights differ by {difference} from the reference")
    return difference


def measure(rounds, inked):
    """Lists of measurements by name, and the differences of the weights."""
    references = reference_weights()
    plan = list(requests(inked))
    times, differences = defaultdict(list), {}
    for turn in range(rounds + 1):
        for key, worker, request, scale in plan:
            worker.ask(request)  # after the others' turns, its caches are cold
            answer = [scale * number for number in worker.ask(request)]
            if key[0] == "train" and key[1] != report.FANN:
                differences[key] = check(key, request, references)
            if turn > 0:  # the first turn warms up
                times[key].append(answer)
        print(f"round {turn} of {rounds}", file=sys.stderr)
    return {key: np.array(values) for key, values in times.items()}, differences


def command(*arguments):
    """Seconds and MiB resident of `ocr`. A small process starts it: a child inherits its parent's
    peak."""
    script = ("import resource, subprocess, sys, time; start = time.perf_counter(); "
              "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
              "print(time.perf_counter() - start, "
              "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)")
    ocr = BUILD / "programs" / "release" / "ocr"
    output = subprocess.run(
        [sys.executable, "-S", "-c", script, ocr, *arguments], cwd=DATA, check=True,
        capture_output=True, text=True).stdout
    return [float(number) for number in output.split()]


def allocations(verb):
    """Allocations per example of training."""
    def count(rows):
        return count_allocations(f"{verb} 50 {rows} weights-free")
    return round((count(2 * PREFIX) - count(PREFIX)) / PREFIX, 2) + 0.0  # no −0


def ours(times, commands, epochs):
    """The measurements of this package alone."""
    own = (report.OURS, report.DEBUG, report.STEPS, "ours")
    kept = {key: values for key, values in times.items()
            if key[0] in ("epoch", "shape") or any(word in own for word in key)}
    return kept | {(name,): values for name, values in commands.items()} | {
        ("mlp",): next(iter(epochs.values()))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--titles", default=LETTERS / "titles", type=pathlib.Path)
    options = parser.parse_args()
    rounds = options.rounds
    load = os.getloadavg()[0]
    inked = write_data()
    times, differences = measure(rounds, inked)
    train = ["train", "large", "--data", str(LETTERS), "--output", "run"]
    commands = {
        "ocr help": np.array([command("help") for _ in range(rounds)]),
        "ocr train large": np.array([command(*train) for _ in range(3)]),
    }
    epochs = mlp_epochs.measure(mlp_epochs.write_digits(), rounds)
    counts = {verb: allocations(verb) for verb in ("train", "steps")}
    text = report.results(
        times, differences, commands, counts, rounds, inked, load, mlp=report.mlp_epochs(epochs))
    text += entities.section(options.titles.resolve(), min(rounds, 5))
    machine, new = report.machine(), history.medians(ours(times, commands, epochs))
    history.write(machine, text, new)
    print(text, *history.slower(new, history.committed().get(machine, {})), sep="\n")


main()
