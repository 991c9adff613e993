"""Writes the folders of Fixtures/ReferenceOutputs/: what a plain NumPy network computes.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_reference_outputs.py            # write
    .venv/bin/python Scripts/make_reference_outputs.py --check    # compare with what is there

The network is the hand-out's (CMU 10-601, homework "Neural Networks"), for one example at a time:

    a = α [1 x],  z = σ(a),  b = β [1 z],  ŷ = softmax(b),  J = −yᵀ log ŷ

with α: D×(M+1) and β: K×(D+1), biases in column 0. Every array is written with two axes: a vector
is one row, a loss is 1×1, a list of losses is one row. Machines differ in the last bits of exp and
log, so the check allows a relative error of 1e-12, and 1e-10 where a network was trained.
"""

import argparse
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Fixtures" / "ReferenceOutputs"
CLASSES = 10


# The network


def affine(weights, inputs):
    """weights [1 inputs]. Row by row and without BLAS, so that equal rows give equal numbers."""
    return (weights * np.append(1.0, inputs)).sum(axis=1)


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def log_softmax(b):
    shifted = b - b.max()
    return shifted - np.log(np.exp(shifted).sum())


def cross_entropy(y, log_yhat):
    """−yᵀ log ŷ, where a class that is not the target counts as 0 even if ŷ is 0."""
    return -sum(y[k] * log_yhat[k] for k in range(len(y)) if y[k] != 0)


def forward(x, y, alpha, beta):
    a = affine(alpha, x)
    z = sigmoid(a)
    b = affine(beta, z)
    log_yhat = log_softmax(b)
    return {"a": a, "z": z, "b": b, "yhat": np.exp(log_yhat), "loss": cross_entropy(y, log_yhat)}


def backward(x, y, beta, o):
    g_b = o["yhat"] - y
    g_z = beta[:, 1:].T @ g_b
    g_a = g_z * o["z"] * (1 - o["z"])
    return {
        "g_b": g_b,
        "g_beta": np.outer(g_b, np.append(1.0, o["z"])),
        "g_z": g_z,
        "g_a": g_a,
        "g_alpha": np.outer(g_a, np.append(1.0, x)),
    }


def one_hot(label):
    return np.eye(CLASSES)[label]


def zero_weights(inputs, hidden):
    return np.zeros((hidden, inputs + 1)), np.zeros((CLASSES, hidden + 1))


def random_weights(inputs, hidden, seed):
    """Weights from U[−0.1, 0.1]: first α's, D×M row by row, then β's, K×D. Biases 0."""
    random = np.random.RandomState(seed)
    alpha, beta = zero_weights(inputs, hidden)
    alpha[:, 1:] = random.uniform(-0.1, 0.1, (hidden, inputs))
    beta[:, 1:] = random.uniform(-0.1, 0.1, (CLASSES, hidden))
    return alpha, beta


def mean_loss(data, alpha, beta):
    return np.mean([forward(x, one_hot(t), alpha, beta)["loss"] for x, t in data])


def train(training, validation, alpha, beta, epochs, rate):
    """One step per example in file order, both gradients from the old parameters. Returns the
    parameters and, per epoch, the mean losses with the parameters at its end."""
    train_losses, validation_losses = [], []
    for _ in range(epochs):
        for x, t in training:
            y = one_hot(t)
            g = backward(x, y, beta, forward(x, y, alpha, beta))
            alpha = alpha - rate * g["g_alpha"]
            beta = beta - rate * g["g_beta"]
        train_losses.append(mean_loss(training, alpha, beta))
        validation_losses.append(mean_loss(validation, alpha, beta))
    return alpha, beta, train_losses, validation_losses


def predict(data, alpha, beta, ties=False):
    """argmax ŷ, the lowest of equals. Unless `ties` are wanted or everything is equal, no decision
    may be close: it would hang on rounding."""
    labels = []
    for x, _ in data:
        b = affine(beta, sigmoid(affine(alpha, x)))
        runner_up, best = np.sort(b)[-2:]
        assert best - runner_up > 1e-6 or ties and best == runner_up, f"a close decision: {b}"
        labels.append(int(np.argmax(b)))
    return labels


# The cases: each gives the name of an array and the array


def letters(name):
    table = np.loadtxt(ROOT / "handout-data" / f"{name}.csv", delimiter=",")
    return [(row[1:], int(row[0])) for row in table]


def with_zero_bias(weights):
    return np.hstack([np.zeros((len(weights), 1)), weights])


def passes():
    """NNForward and NNBackward: M = 5, D = 3, K = 10."""
    M, D, K = 5, 3, CLASSES
    constant = np.full((D, M), 0.5), np.full((K, D), 0.5)
    # From 0 to 1 in even steps, row by row.
    linspace = np.linspace(0, 1, D * M).reshape(D, M), np.linspace(0, 1, K * D).reshape(K, D)
    random = np.random.RandomState(5)
    biased = random.uniform(-1, 1, (D, M + 1)), random.uniform(-1, 1, (K, D + 1))
    # Only biases, so these are the logits: two equal at the top, and sums far beyond 1.8e308.
    extreme = np.zeros((D, M + 1)), np.zeros((K, D + 1))
    extreme[1][:, 0] = [0, 1e308, -1e308, 1e308, 5e307, 1, -1, 700, -700, 1000]
    zeros, ramp = np.zeros(M), np.arange(1.0, M + 1)
    cases = {
        "constant-zeros": (zeros, 3, *map(with_zero_bias, constant)),
        "constant-ramp": (ramp, 3, *map(with_zero_bias, constant)),
        "linspace-zeros": (zeros, 6, *map(with_zero_bias, linspace)),
        "linspace-ramp": (ramp, 6, *map(with_zero_bias, linspace)),
        "biased": (random.uniform(-1, 1, M), 4, *biased),
        "extreme": (ramp, 3, *extreme),
    }
    for name, (x, label, alpha, beta) in cases.items():
        y = one_hot(label)
        o = forward(x, y, alpha, beta)
        arrays = {"x": x, "y": y, "alpha": alpha, "beta": beta, **o, **backward(x, y, beta, o)}
        for array in arrays:
            yield f"pass/{name}/{array}", arrays[array]


def layers():
    """Each layer by itself on a batch of four rows, with a random upstream gradient. A loss has the
    target as its operand `y`; `w` is the hand-out's ω: B×(A+1)."""
    random = np.random.RandomState(6)
    N, A, B = 4, 3, 5

    def draw(*shape):
        return random.uniform(-2, 2, shape)

    def distribution():
        p = random.uniform(0.1, 1, (N, B))
        return p / p.sum(axis=1, keepdims=True)

    def with_ones(a):
        return np.hstack([np.ones((N, 1)), a])

    a, w, g_b = draw(N, A), draw(B, A + 1), draw(N, B)
    yield from named("layers/linear", a=a, w=w, b=with_ones(a) @ w.T, g_b=g_b,
                     g_a=g_b @ w[:, 1:], g_w=g_b.T @ with_ones(a))
    a, g_b = draw(N, A), draw(N, A)
    b = sigmoid(a)
    yield from named("layers/sigmoid", a=a, b=b, g_b=g_b, g_a=g_b * b * (1 - b))

    a, g_b = draw(N, B), draw(N, B)
    log_b = np.array([log_softmax(row) for row in a])
    b = np.exp(log_b)
    g_a = np.array([(np.diag(p) - np.outer(p, p)) @ g for p, g in zip(b, g_b)])
    yield from named("layers/softmax", a=a, b=b, g_b=g_b, g_a=g_a)

    y, p, g_j = distribution(), distribution(), draw(N, 1)
    loss = -(y * np.log(p)).sum(axis=1, keepdims=True)
    yield from named("layers/cross-entropy", a=y, w=p, b=loss, g_b=g_j,
                     g_a=-np.log(p) * g_j, g_w=-y / p * g_j)
    loss = -(y * log_b).sum(axis=1, keepdims=True)
    yield from named("layers/softmax-cross-entropy", a=y, w=a, b=loss, g_b=g_j,
                     g_a=-log_b * g_j, g_w=(b - y) * g_j)


def named(folder, **arrays):
    for name, array in arrays.items():
        yield f"{folder}/{name}", array


def trained_parameters():
    """SGD on small: parameters and losses."""
    training, validation = letters("smallTrain"), letters("smallTest")
    pixels = len(training[0][0])
    cases = {
        "zero-1": (zero_weights(pixels, 3), 1),
        "zero-5": (zero_weights(pixels, 4), 5),
        "random-10": (random_weights(pixels, 3, seed=7), 10),
    }
    for name, (start, epochs) in cases.items():
        alpha, beta, train_losses, validation_losses = train(
            training, validation, *start, epochs, rate=0.1)
        yield from named(f"train/{name}", alpha=alpha, beta=beta, train=train_losses,
                         validation=validation_losses)


def predictions():
    """Labels of the small test letters for given parameters."""
    data = letters("smallTest")
    random = np.random.RandomState(8)
    pixels = len(data[0][0])
    alpha, beta = random.uniform(-1, 1, (4, pixels + 1)), random.uniform(-3, 3, (CLASSES, 5))
    yield from named("predict/random", alpha=alpha, beta=beta, labels=predict(data, alpha, beta))
    # Every class has its equal five further on, so each best is tied.
    beta[5:] = beta[:5]
    labels = predict(data, alpha, beta, ties=True)
    assert max(labels) < 5 and len(set(labels)) > 2
    yield from named("predict/ties", alpha=alpha, beta=beta, labels=labels)
    alpha, beta, _, _ = train(letters("smallTrain"), data, *random_weights(pixels, 4, 9), 10, 0.1)
    labels = predict(data, alpha, beta)
    assert len(set(labels)) == CLASSES
    yield from named("predict/trained", alpha=alpha, beta=beta, labels=labels)


def trained_and_tested():
    """`train_and_test`: losses, error rates and labels."""
    pixels = len(letters("smallTest")[0][0])
    cases = {
        "small": (zero_weights(pixels, 100), 10, 0.2),
        "medium": (random_weights(pixels, 10, seed=1), 2, 0.1),
        "large": (random_weights(pixels, 8, seed=2), 1, 0.1),
    }
    for size, (start, epochs, rate) in cases.items():
        training, test = letters(f"{size}Train"), letters(f"{size}Test")
        alpha, beta, train_losses, test_losses = train(training, test, *start, epochs, rate)
        train_labels, test_labels = predict(training, alpha, beta), predict(test, alpha, beta)
        yield from named(
            f"train-and-test/{size}", train_losses=train_losses, test_losses=test_losses,
            train_error=error_rate(train_labels, training),
            test_error=error_rate(test_labels, test),
            train_labels=train_labels, test_labels=test_labels)


def error_rate(labels, data):
    return np.mean([label != t for label, (_, t) in zip(labels, data)])


# Writing and checking


def stored(name, array):
    """With two axes; labels take a byte each."""
    array = np.atleast_2d(array)
    return array.astype("i1") if name.endswith("labels") else array.astype("<f8")


def difference(name, array):
    """Why the committed array is not `array`; None if it is."""
    path = OUTPUT / f"{name}.npy"
    if not path.exists():
        return "is missing"
    committed = np.load(path)
    if committed.shape != array.shape or committed.dtype != array.dtype:
        return f"is {committed.dtype}{committed.shape}, not {array.dtype}{array.shape}"
    tolerance = 1e-12 if name.startswith(("pass/", "layers/")) else 1e-10
    error, scale = np.abs(committed - array).max(), np.abs(array).max()
    if array.dtype == "i1":
        tolerance = 0
    return None if error <= tolerance * scale else f"differs by {error}, its largest is {scale}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check = parser.parse_args().check
    sources = [passes, layers, trained_parameters, predictions, trained_and_tested]
    with np.errstate(over="ignore"):  # in the extreme case, on the way to exp(−∞) = 0
        arrays = {name: stored(name, array) for source in sources for name, array in source()}
    if check:
        present = {str(path.relative_to(OUTPUT).with_suffix("")) for path in OUTPUT.rglob("*.npy")}
        problems = {name: "is not written by this script" for name in present - arrays.keys()}
        problems |= {name: difference(name, array) for name, array in arrays.items()}
        lines = [f"{name}.npy {problem}" for name, problem in problems.items() if problem]
        raise SystemExit("\n".join(sorted(lines)) or None)
    for name, array in arrays.items():
        path = OUTPUT / f"{name}.npy"
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, array)


if __name__ == "__main__":
    main()
