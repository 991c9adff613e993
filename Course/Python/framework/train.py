"""train_and_test on the course's letters, and what it made of them."""

import pathlib

import numpy as np

from framework.functions import train_and_test

DATA = pathlib.Path(__file__).resolve().parent.parent / "handout-data"


def letters(name):
    """The images, N×M, and the labels of a file."""
    rows = np.loadtxt(DATA / f"{name}.csv", delimiter=",", ndmin=2)
    return rows[:, 1:], rows[:, 0].astype(int)


def train(arguments):
    names = (DATA / "letters.txt").read_text().strip()
    (train_x, train_y), (test_x, test_y) = (
        letters(arguments.size + part) for part in ("Train", "Test"))
    train_losses, test_losses, train_error, test_error, _, test_labels = train_and_test(
        train_x, train_y, test_x, test_y, arguments.hidden, arguments.epochs, arguments.init,
        arguments.seed, arguments.rate, len(names))
    print("epoch   train    test")
    for epoch in sorted({*range(0, arguments.epochs, max(1, arguments.epochs // 10)),
                         arguments.epochs - 1}):
        print(f"{epoch + 1:5}  {train_losses[epoch]:6.4f}  {test_losses[epoch]:6.4f}")
    print(f"error  {train_error:6.1%}  {test_error:6.1%}\n\ntrue \\ read  " + "   ".join(names))
    for k, name in enumerate(names):
        counts = np.bincount(test_labels[test_y == k], minlength=len(names))
        print(f"{name:10}" + "".join(f"{count or '·':>4}" for count in counts))
