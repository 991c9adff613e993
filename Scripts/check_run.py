"""Checks what `ocr train` wrote, with other programs: safetensors reads the model, NumPy evaluates it.

    Scripts/check_run.py runs/small handout-data/small
"""

import json
import sys

import numpy as np
from safetensors import safe_open


def examples(path):
    data = np.loadtxt(path, delimiter=",")
    return data[:, 1:], data[:, 0].astype(int)


def evaluate(alpha, beta, x, labels):
    """Mean cross-entropy and predicted labels of the net with biases in column 0."""
    z = 1 / (1 + np.exp(-(alpha[:, 0] + x @ alpha[:, 1:].T)))
    b = beta[:, 0] + z @ beta[:, 1:].T
    e = np.exp(b - b.max(axis=1, keepdims=True))
    y_hat = e / e.sum(axis=1, keepdims=True)
    return -np.log(y_hat[np.arange(len(labels)), labels]).mean(), y_hat.argmax(axis=1)


def metrics(path):
    """The last value of each quantity in metrics.txt, for example `crossentropy(train)`."""
    values = {}
    for line in open(path):
        name, value = line.split()[-2:]
        values[name.rstrip(":")] = float(value)
    return values


def main(run, data):
    with safe_open(f"{run}/model.safetensors", "numpy") as file:
        assert set(file.keys()) == {"alpha", "beta"}, file.keys()
        alpha, beta = file.get_tensor("alpha"), file.get_tensor("beta")
        print("metadata:", json.dumps(file.metadata()))
    reported = metrics(f"{run}/metrics.txt")
    for name, suffix in [("train", "Train"), ("validation", "Test")]:
        x, labels = examples(f"{data}{suffix}.csv")
        loss, predicted = evaluate(alpha, beta, x, labels)
        written = np.loadtxt(f"{run}/{name}.labels", dtype=int)
        np.testing.assert_array_equal(written, predicted)
        np.testing.assert_allclose(reported[f"crossentropy({name})"], loss, rtol=1e-12)
        assert reported[f"error({name})"] == np.mean(predicted != labels)
        print(f"{name}: loss {loss}, labels and error rate agree")


main(*sys.argv[1:])
