"""Test cross-entropy and accuracy of `entities train`, as means over seeds.

    python Scripts/measure_entities.py --data DIR --dataset smaller --seeds 10 [OPTION...]

Whatever else is given goes to `entities train`, for example `--schedule constant`.
"""

import argparse
import pathlib
import statistics
import subprocess
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent


def build():
    swift = ["swift", "build", "-q", "-c", "release", "--product", "entities", "--scratch-path",
             ".build-measure"]
    subprocess.run(swift, cwd=ROOT, check=True)
    return ROOT / ".build-measure" / "release" / "entities"


def train(program, network, folder, dataset, seed, more, scratch):
    """Cross-entropy and accuracy, from the probabilities that the program writes."""
    output = scratch / "output.npy"
    subprocess.run(
        [program, "train", network, "--data", folder, "--dataset", dataset, "--seed", str(seed),
         "--output", output, "--model", scratch / "model.safetensors", "--quiet", *more],
        check=True)
    probabilities = np.load(output)
    classes = output.with_suffix(".labels").read_text().split()
    lines = (folder / f"{dataset}.test").read_text().splitlines()
    labels = [classes.index(line.split("\t")[1]) for line in lines]
    right = probabilities[np.arange(len(labels)), labels]
    return -np.log(right).mean(), (probabilities.argmax(axis=1) == labels).mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "handout-data" / "titles")
    parser.add_argument("--dataset", default="tiny")
    parser.add_argument("--seeds", type=int, default=10)
    options, more = parser.parse_known_args()
    program = build()
    for network in "mlp", "lstm":
        with tempfile.TemporaryDirectory() as scratch:
            results = [
                train(program, network, options.data.resolve(), options.dataset, seed, more,
                      pathlib.Path(scratch))
                for seed in range(options.seeds)]
        for name, values in zip(("cross-entropy", "accuracy"), zip(*results)):
            spread = statistics.stdev(values) if len(values) > 1 else 0
            print(f"{network:4}  {name:13}  mean {statistics.mean(values):.4f}  sd {spread:.4f}  "
                  f"from {min(values):.4f} to {max(values):.4f}")


main()
