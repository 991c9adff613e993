"""Writes Fixtures/ReferenceOutputs/regression/{multiclass,training,gradients}.txt.

    python Scripts/make_regression_fixtures.py            write the three files
    python Scripts/make_regression_fixtures.py --check    compare with the files, write nothing

Needs `torch` in any recent version (CPU) beside requirements.txt; written with torch 2.13.0. It
computes gradients.txt; the other two are NumPy alone. Takes half a minute.

A line `case NAME` starts a case; every further line is one matrix, `NAME ROWS COLUMNS = VALUES`,
row-major; a vector is one row. Decimals are the shortest that give the same double again. Machines
differ in the last bits of exp, log and tanh, so the check allows 1e-10 of a line's largest number.

The systems are homework 7 of New York University's DS-GA 1003. J is the objective of one example:

    linear, ridge   ŷ = wᵀx + b                      J = (ŷ − y)² + λ‖w‖²   (linear: λ = 0)
    mlp             ŷ = w₂ᵀ tanh(W₁x + b₁) + b₂      J = (ŷ − y)²
    multiclass      ŷ = softmax(W₂ tanh(W₁x + b₁) + b₂)      J = −log ŷ_y

Training is one step p ← p − step · ∂J/∂p per example, all gradients from the old parameters, in an
order that is drawn anew for each epoch. Everything is drawn from one RandomState(seed):

1. multiclass only: the points of each centre in turn, 167, 167 and 166, each one its x, then its y,
   as normal(centre, .25); then a shuffle of 0 … 499: the data are the points in that order, the
   first 300 for training. This is what scikit-learn's make_blobs draws.
2. The parameters, each row by row, as scale · standard_normal. linear and ridge: w, b. mlp: W₁, b₁,
   w₂, b₂. multiclass: W₁, b₁, W₂, b₂; the hand-out does not scale the last two, `multiclassHandout`
   is that. With scale 0 nothing is drawn and the parameters are 0, as the hand-out's w and b are.
3. For each epoch permutation(number of examples).
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

from make_layer_fixtures import matrix, write
from make_regression_data import steps

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Fixtures" / "ReferenceOutputs" / "regression"
TOLERANCE = 1e-10
HIDDEN = 10


# The systems: each gives J and its gradients


def linear(parameters, x, y, penalty=0.0):
    w, b = parameters
    error = w @ x + b - y
    return error**2 + penalty * (w @ w), [2 * error * x + 2 * penalty * w, 2 * error]


def mlp(parameters, x, y):
    w1, b1, w2, b2 = parameters
    hidden = np.tanh(w1 @ x + b1)
    error = w2 @ hidden + b2 - y
    affine = 2 * error * w2 * (1 - hidden**2)
    return error**2, [np.outer(affine, x), affine, 2 * error * hidden, 2 * error]


def log_softmax(a):
    shifted = a - a.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def multiclass(parameters, x, y):
    w1, b1, w2, b2 = parameters
    hidden = np.tanh(w1 @ x + b1)
    logs = log_softmax(w2 @ hidden + b2)
    scores = np.exp(logs) - np.eye(len(b2))[y]
    affine = (w2.T @ scores) * (1 - hidden**2)
    return -logs[y], [np.outer(affine, x), affine, np.outer(scores, hidden), scores]


def predict(parameters, xs):
    """All predictions at once; of multiclass their logarithms."""
    if len(parameters) == 2:
        return xs @ parameters[0] + parameters[1]
    w1, b1, w2, b2 = parameters
    scores = np.tanh(xs @ w1.T + b1) @ w2.T + b2
    return log_softmax(scores) if w2.ndim == 2 else scores


# Training


def draw(shapes, scales, random):
    """Parameters; those with scale 0 are 0 and draw nothing."""
    return [
        scale * random.standard_normal(shape) if scale else np.zeros(shape)
        for shape, scale in zip(shapes, scales)
    ]


def train(system, parameters, xs, ys, step, epochs, random):
    """After each epoch: its order, the mean of J as the steps met it, and the parameters."""
    for _ in range(epochs):
        order, total = random.permutation(len(xs)), 0.0
        for i in order:
            objective, gradients = system(parameters, xs[i], ys[i])
            total += objective
            parameters = [p - step * g for p, g in zip(parameters, gradients)]
        yield order, total / len(xs), parameters


# multiclass.txt


CENTERS, DEVIATION, POINTS, TRAINING = [(-3, 1), (0, 2), (3, 1)], 0.25, 500, 300
REPORTED = sorted({*range(1, 21), *range(100, 1001, 100), *range(51, 1000, 50)})  # epochs done


def blobs(random):
    labels = np.repeat(range(len(CENTERS)), [167, 167, 166])
    points = random.normal(np.array(CENTERS)[labels], DEVIATION)
    order = random.permutation(POINTS)
    return points[order], labels[order]


def multiclass_lines():
    yield "case blobs"
    points, labels = blobs(np.random.RandomState(2))
    yield from matrices(seed=2, deviation=DEVIATION, centers=CENTERS, points=points, labels=labels)
    for name, scales in {"multiclass": [0.01] * 4, "multiclassHandout": [0.01, 0.01, 1, 1]}.items():
        yield f"case {name}"
        yield from multiclass_case(scales)


def multiclass_case(scales, step=0.005):
    random = np.random.RandomState(2)
    points, labels = blobs(random)
    xs, ys = points[:TRAINING], labels[:TRAINING]
    start = draw([(HIDDEN, 2), HIDDEN, (3, HIDDEN), 3], scales, random)
    epochs = list(train(multiclass, start, xs, ys, step, REPORTED[-1], random))
    losses = [-predict(epochs[e - 1][2], xs)[np.arange(TRAINING), ys].mean() for e in REPORTED]
    right = predict(epochs[-1][2], points).argmax(axis=1) == labels
    yield from matrices(seed=2, step=step, scales=scales, order=epochs[0][0])
    yield from matrices("initial", **dict(zip(["W1", "b1", "W2", "b2"], start)))
    yield from matrices(epochs=REPORTED, loss=losses,
                        objective=[epochs[e - 1][1] for e in REPORTED],
                        trainingAccuracy=right[:TRAINING].mean(),
                        testAccuracy=right[TRAINING:].mean())
    yield from matrices("final", **dict(zip(["W1", "b1", "W2", "b2"], epochs[-1][2])))


# training.txt


def ridge(penalty):
    return lambda parameters, x, y: linear(parameters, x, y, penalty)


# name: system, step, scale, λ. "Raw" is x itself, "Steps" the 400 features 1[x ≥ k/400].
CASES = {
    "linearRaw": (linear, 0.01, 0.01, 0),
    "linearSteps": (linear, 5e-4, 0, 0),
    "ridgeRaw": (ridge(0.1), 0.01, 0.01, 0.1),
    "ridgeSteps": (ridge(1), 5e-5, 0, 1),
    "mlpRaw": (mlp, 0.001, 0.0005, 0),
    "mlpSteps": (mlp, 0.0005, 0.01, 0),
}


def training_lines(seed=0, epochs=5):
    """On handout-data/regression; `squareError` is the training set's mean after each epoch."""
    path = ROOT / "handout-data" / "regression" / "lasso_train.csv"
    raw, ys = np.loadtxt(path, delimiter=",", skiprows=1).T
    for name, (system, step, scale, penalty) in CASES.items():
        xs = raw[:, None] if name.endswith("Raw") else steps(raw)
        inputs = xs.shape[1]
        shapes = {"w": inputs, "b": ()}
        if system is mlp:
            shapes = {"W1": (HIDDEN, inputs), "b1": HIDDEN, "w2": HIDDEN, "b2": ()}
        random = np.random.RandomState(seed)
        start = draw(shapes.values(), [scale] * len(shapes), random)
        orders, objectives, parameters = zip(*train(system, start, xs, ys, step, epochs, random))
        yield f"case {name}"
        yield from matrices(seed=seed, step=step, scale=scale, penalty=penalty, inputs=inputs)
        yield from matrices("initial", **dict(zip(shapes, start)))
        yield from matrices(order=orders, objective=objectives,
                            squareError=[((predict(p, xs) - ys)**2).mean() for p in parameters])
        yield from matrices("final", **dict(zip(shapes, parameters[-1])))


# gradients.txt


def torch_linear(x, y, w, b, penalty=0.0):
    prediction = torch.dot(w, x) + b
    return prediction, (prediction - y)**2 + penalty * torch.dot(w, w)


def torch_ridge(x, y, w, b):
    return torch_linear(x, y, w, b, penalty=0.7)


def torch_mlp(x, y, W1, b1, w2, b2):
    prediction = torch.dot(w2, torch.tanh(torch.mv(W1, x) + b1)) + b2
    return prediction, (prediction - y)**2


def torch_multiclass(x, y, W1, b1, W2, b2):
    prediction = torch.softmax(torch.mv(W2, torch.tanh(torch.mv(W1, x) + b1)) + b2, 0)
    return prediction, -torch.log(prediction[int(y)])


def gradient_lines():
    """Parameters, x and y from N(0, 1); a class y from U{0, 1, 2}. ∂J/∂v is called gv."""
    random = np.random.RandomState(0)
    for inputs, hidden in [(1, 1), (1, 10), (7, 4), (40, 10)]:
        net = {"W1": (hidden, inputs), "b1": hidden}
        flat, column = {"w": inputs, "b": ()}, {"w2": hidden, "b2": ()}
        for name, system, shapes in [
            ("linear", torch_linear, flat), ("ridge", torch_ridge, flat),
            ("mlp", torch_mlp, net | column),
            ("multiclass", torch_multiclass, net | {"W2": (3, hidden), "b2": 3}),
        ]:
            values = {"x": inputs} | shapes
            arrays = {key: random.standard_normal(shape) for key, shape in values.items()}
            y = random.randint(3) if name == "multiclass" else random.standard_normal()
            variables = {k: torch.tensor(a, requires_grad=True, dtype=torch.float64)
                         for k, a in arrays.items()}
            prediction, objective = system(y=y, **variables)
            objective.backward()
            yield f"case {name}"
            if name == "ridge":
                yield from matrices(penalty=0.7)
            yield from matrices(y=y, **arrays)
            yield from matrices(prediction=prediction.detach(), objective=objective.detach())
            yield from matrices(**{f"g{k}": v.grad for k, v in variables.items()})


# Text


def matrices(prefix="", **values):
    for name, value in values.items():
        yield matrix(f"{prefix}.{name}" if prefix else name, np.atleast_2d(np.asarray(value)))


def close(new, old):
    """Whether two lines are the same but for rounding."""
    (head, _, values), (old_head, _, old_values) = new.partition(" = "), old.partition(" = ")
    a, b = np.array(values.split(), float), np.array(old_values.split(), float)
    if head != old_head or a.shape != b.shape:
        return False
    return bool((abs(a - b) <= TOLERANCE * abs(b).max(initial=0)).all())


def check(files):
    for name, lines in files.items():
        path = OUTPUT / name
        old = path.read_text().splitlines() if path.is_file() else []
        different = [new[:60] for new, line in zip(lines, old) if not close(new, line)]
        if len(lines) != len(old) or different:
            sys.exit(f"different: {name} {different[:3]}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    arguments = parser.parse_args()
    files = {"multiclass.txt": list(multiclass_lines()), "training.txt": list(training_lines()),
             "gradients.txt": list(gradient_lines())}
    if arguments.check:
        check(files)
        return
    for name, lines in files.items():
        write(OUTPUT / name, lines)


if __name__ == "__main__":
    main()
