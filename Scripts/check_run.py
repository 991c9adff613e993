"""Checks what `ocr train` wrote, with other programs: safetensors reads the model, NumPy evaluates
it and trains another, whose losses and error rates after each epoch are to be those of run.json.

    Scripts/check_run.py runs/small handout-data/small
"""

import hashlib
import json
import sys

import numpy as np
from answers_numpy import initialise, one_epoch, one_hot
from safetensors import safe_open

SETS = [("train", "training", "Train"), ("validation", "validation", "Test")]


def sha256(content):
    return hashlib.sha256(content).hexdigest()


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


def check_model(run, record, sets):
    with safe_open(f"{run}/model.safetensors", "numpy") as file:
        assert set(file.keys()) == {"alpha", "beta"}, file.keys()
        alpha, beta = file.get_tensor("alpha"), file.get_tensor("beta")
        print("metadata:", json.dumps(file.metadata()))
    assert record["alpha_sha256"] == sha256(alpha.astype("<f8").tobytes())
    assert record["beta_sha256"] == sha256(beta.astype("<f8").tobytes())
    reported = metrics(f"{run}/metrics.txt")
    for name, (x, labels) in sets.items():
        loss, predicted = evaluate(alpha, beta, x, labels)
        written = np.loadtxt(f"{run}/{name}.labels", dtype=int)
        np.testing.assert_array_equal(written, predicted)
        error = np.mean(predicted != labels)
        final = record["final"][name]
        for found in (reported[f"crossentropy({name})"], final["loss"]):
            np.testing.assert_allclose(found, loss, rtol=1e-12)
        assert reported[f"error({name})"] == final["error"] == error
        print(f"{name}: loss {loss}, labels and error rate agree")


def check_epochs(record, sets):
    """Trains with the settings of the record; sums in another order leave their last digits."""
    settings = {setting["name"]: setting["value"] for setting in record["settings"]}
    x, labels = sets["train"]
    hidden, classes = int(settings["hidden"]), len(record["letters"])
    alpha, beta = initialise(
        settings["init"], int(settings.get("seed", 0)), x.shape[1], hidden, classes)
    y = one_hot(labels[:, None], classes)
    assert record["epochs_trained"] == len(record["epochs"])
    for number, epoch in enumerate(record["epochs"], 1):
        alpha, beta = one_epoch(x, y, alpha, beta, float(settings["learning_rate"]))
        assert epoch["epoch"] == number
        for name, (images, truth) in sets.items():
            loss, predicted = evaluate(alpha, beta, images, truth)
            np.testing.assert_allclose(epoch[name], loss, rtol=1e-9)
            assert epoch[f"{name}_error"] == np.mean(predicted != truth), (number, name)
    print(f"losses and error rates after each of {len(record['epochs'])} epochs agree")


def main(run, data):
    with open(f"{run}/run.json") as file:
        record = json.load(file)
    sets = {}
    for name, files, suffix in SETS:
        path = f"{data}{suffix}.csv"
        sets[name] = examples(path)
        with open(path, "rb") as file:
            assert record[files]["sha256"] == sha256(file.read()), path
        assert record[files]["count"] == len(sets[name][1]), path
    check_model(run, record, sets)
    check_epochs(record, sets)


main(*sys.argv[1:])
