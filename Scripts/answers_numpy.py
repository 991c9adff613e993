#!/usr/bin/env python3
"""Answers a grader on the wire of docs/grading.md: the hand-out's network in plain NumPy.

Rows are examples, biases are in column 0. A backward gives the gradient of `of`, not yet added."""

import json
import os

import numpy as np


# Not with `@`: BLAS may give equal rows of w sums that differ in the last bit, and break a tie.
def linear(a, w): return np.einsum("nj,ij->ni", a, w[:, 1:]) + w[:, 0]
def with_ones(a): return np.insert(a, 0, 1, axis=1)
def linear_backward(of, a, w, b, g_b): return g_b @ w[:, 1:] if of == "a" else g_b.T @ with_ones(a)
def step(w, g_w, scale): return w + float(scale) * g_w
def add(given, gradient): return given + gradient
def sigmoid(a): return 1 / (1 + np.exp(-a))
def sigmoid_backward(of, a, b, g_b): return g_b * b * (1 - b)
def shifted(a): return a - a.max(axis=1, keepdims=True)
def log_softmax(a): return shifted(a) - np.log(np.exp(shifted(a)).sum(axis=1, keepdims=True))
def softmax(a): return np.exp(log_softmax(a))
def softmax_backward(of, a, b, g_b): return b * (g_b - (g_b * b).sum(axis=1, keepdims=True))
def minus_y_log(y, log_yhat): return np.where(y, -y * log_yhat, 0).sum(axis=1, keepdims=True)
def cross_entropy(y, yhat): return minus_y_log(y, np.log(yhat))
def cross_entropy_backward(of, y, yhat, J, g_J): return entropy_slope(of, y, yhat) * g_J
def entropy_slope(of, y, yhat): return -np.log(yhat) if of == "y" else np.where(y, -y / yhat, 0)
def loss(y, b, yhat, **_): return minus_y_log(y, log_softmax(b))  # of b: right where ŷ is 0, too
def mean_loss(x, y, alpha, beta): return loss(y, **forward(x, alpha, beta)).mean()
def predict(x, alpha, beta): return forward(x, alpha, beta)["yhat"].argmax(axis=1)[None]
def one_hot(labels, classes): return np.eye(classes)[labels[:, 0].astype(int)]


def forward(x, alpha, beta):
    a = linear(x, alpha)
    z = sigmoid(a)
    b = linear(z, beta)
    return {"a": a, "z": z, "b": b, "yhat": softmax(b)}


def backward(x, y, alpha, beta, a, z, b, yhat, J=None):
    g_b = yhat - y
    g_beta = add(np.zeros_like(beta), linear_backward("w", z, beta, b, g_b))
    g_z = add(np.zeros_like(z), linear_backward("a", z, beta, b, g_b))
    g_a = add(np.zeros_like(a), sigmoid_backward("a", a, z, g_z))
    g_alpha = add(np.zeros_like(alpha), linear_backward("w", x, alpha, a, g_a))
    return {"g_b": g_b, "g_beta": g_beta, "g_z": g_z, "g_a": g_a, "g_alpha": g_alpha}


def initialise(initialization, seed, inputs, hidden, classes):
    random, bound = np.random.RandomState(seed), 0.1 if initialization == "random" else 0
    alpha = random.uniform(-bound, bound, (hidden, inputs))
    beta = random.uniform(-bound, bound, (classes, hidden))
    return np.insert(alpha, 0, 0, axis=1), np.insert(beta, 0, 0, axis=1)


def one_epoch(x, y, alpha, beta, rate):
    for x_n, y_n in zip(x[:, None], y[:, None]):  # one row each
        g = backward(x_n, y_n, alpha, beta, **forward(x_n, alpha, beta))
        alpha, beta = step(alpha, g["g_alpha"], -rate), step(beta, g["g_beta"], -rate)
    return alpha, beta


def train(sets, alpha, beta, epochs, rate):  # learns the first of the two sets (x, y)
    losses = []
    for _ in range(epochs):
        alpha, beta = one_epoch(*sets[0], alpha, beta, rate)
        losses.append([mean_loss(*pair, alpha, beta) for pair in sets])
    return alpha, beta, np.reshape(losses, (-1, 2)).T


def answer_train(t, texts, other="validation"):
    classes, hidden, epochs, seed = (
        int(texts.get(name, 0)) for name in ("classes", "hidden", "epochs", "seed"))
    sets = [(t[f"{s}_x"], one_hot(t[f"{s}_y"], classes)) for s in ("train", other)]
    start = initialise(texts["initialization"], seed, t["train_x"].shape[1], hidden, classes)
    alpha, beta, losses = train(sets, *start, epochs, float(texts["rate"]))
    return {"alpha": alpha, "beta": beta, "train_losses": losses[:1], f"{other}_losses": losses[1:]}


def answer_train_and_test(t, texts):
    results = answer_train(t, texts, "test")
    parameters = results.pop("alpha"), results.pop("beta")
    for s in ("train", "test"):
        labels = results[f"{s}_labels"] = predict(t[f"{s}_x"], *parameters)
        results[f"{s}_error"] = np.mean(labels[0] != t[f"{s}_y"][:, 0])
    return results


def answer_backward(t, texts):
    module, g = texts["function"].replace(".", "_"), "g_" + texts["of"]
    return {g: add(t.pop(g), globals()[module](texts["of"], **t))}


FUNCTIONS = {  # each takes the tensors and the texts of a request, and gives tensors
    "linear": lambda t, _: {"b": linear(**t)},
    "linear.step": lambda t, s: {"w": step(t["w"], linear_backward("w", b=0, **t), s["scale"])},
    "sigmoid": lambda t, _: {"b": sigmoid(**t)},
    "softmax": lambda t, _: {"b": softmax(**t)},
    "cross_entropy": lambda t, _: {"J": cross_entropy(**t)},
    "forward": lambda t, _: {
        "x": t["x"], **(o := forward(t["x"], t["alpha"], t["beta"])), "J": loss(t["y"], **o)},
    "backward": lambda t, _: backward(**t),
    "train": answer_train,
    "predict": lambda t, _: {"labels": predict(**t)},
    "train_and_test": answer_train_and_test,
    **{f"{module}.backward": answer_backward
       for module in ("linear", "sigmoid", "softmax", "cross_entropy")},
}


def read(stream):  # None at the end
    if size := int.from_bytes(stream.read(8), "little"):
        header = json.loads(stream.read(size))
        texts = header.pop("__metadata__", {})
        values = stream.read(max((d["data_offsets"][1] for d in header.values()), default=0))
        return {name: np.frombuffer(values[slice(*d["data_offsets"])], "<f8").reshape(d["shape"])
                for name, d in header.items()}, texts


def message(tensors, texts):
    header, values = {"__metadata__": texts} if texts else {}, b""
    for name, tensor in tensors.items():
        data = np.atleast_2d(tensor).astype("<f8")
        start, values = len(values), values + data.tobytes()
        header[name] = {"dtype": "F64", "shape": data.shape, "data_offsets": [start, len(values)]}
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + values


def answer(tensors, texts):
    try:
        return message(FUNCTIONS[texts["function"]](tensors, texts), {})
    except Exception as error:
        outcome = "threw" if texts["function"] in FUNCTIONS else "not written"
        return message({}, {"outcome": outcome, "message": f"{type(error).__name__}: {error}"})


def main():
    np.seterr(all="ignore")  # exp may overflow or vanish, and log 0 is −∞: all are meant
    requests, answers = open(0, "rb"), open(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed is a log
    while request := read(requests):
        answers.write(answer(*request))
        answers.flush()


if __name__ == "__main__":
    main()
