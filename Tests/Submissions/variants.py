"""Right answers, written in other ways: `variants.py NAME`; `--list` lists them.

A variant is a table of functions of Scripts/answers_numpy.py and what takes their places there. Its
answers may differ in the last bits, and no grade may hang on those.
"""

import math
import operator

import numpy as np

import submission
from submission import right


# Loops over plain numbers


def matrix(rows):
    return np.array(rows, dtype=float, ndmin=2)


def sigmoid_of_number(a):
    return 1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))


def log_softmax_of_row(row, total):
    largest = max(row)
    log_sum = math.log(total([math.exp(value - largest) for value in row]))
    return [value - largest - log_sum for value in row]


def linear_by_loops(total):
    """The forward and the backward of linear, where `total` adds a list of numbers up."""
    def linear(a, w):
        return matrix([[total([row[0], *map(operator.mul, row[1:], example)])
                        for row in w.tolist()] for example in a.tolist()])

    def backward(of, a, w, b, g_b):
        if of == "a":
            return matrix([[total(list(map(operator.mul, g, column)))
                            for column in w.T[1:].tolist()] for g in g_b.tolist()])
        columns = [[1.0] * len(a), *a.T.tolist()]
        return matrix([[total(list(map(operator.mul, g, column))) for column in columns]
                       for g in g_b.T.tolist()])
    return {"linear": linear, "linear_backward": backward}


def by_loops(total):
    def softmax_backward(of, a, b, g_b):
        rows = []
        for b_n, g_n in zip(b.tolist(), g_b.tolist()):
            mean = total(list(map(operator.mul, b_n, g_n)))
            rows.append([b_k * (g_k - mean) for b_k, g_k in zip(b_n, g_n)])
        return matrix(rows)

    def minus_y_log(y, log_yhat):
        return matrix([[-total([t * log for t, log in zip(*row) if t != 0])]
                       for row in zip(y.tolist(), log_yhat.tolist())])

    return {
        **linear_by_loops(total),
        "sigmoid": lambda a: matrix([[sigmoid_of_number(v) for v in row] for row in a.tolist()]),
        "log_softmax": lambda a: matrix([log_softmax_of_row(row, total) for row in a.tolist()]),
        "softmax_backward": softmax_backward,
        "minus_y_log": minus_y_log,
        "mean_loss": lambda x, y, *weights: total(
            right.loss(y, **right.forward(x, *weights))[:, 0].tolist()) / len(x),
    }


def added_one_by_one(numbers):
    result = 0.0
    for number in numbers:
        result += number
    return result


# One example at a time


def linear_row_by_row(a, w):
    return np.vstack([right.linear(a_n, w) for a_n in a[:, None]])


def linear_backward_row_by_row(of, a, w, b, g_b):
    terms = [right.linear_backward(of, a_n, w, None, g_n)
             for a_n, g_n in zip(a[:, None], g_b[:, None])]
    return np.vstack(terms) if of == "a" else sum(terms)


def predict_row_by_row(x, alpha, beta):
    return np.hstack([right.predict(x_n, alpha, beta) for x_n in x[:, None]])


def mean_loss_row_by_row(x, y, alpha, beta):
    return np.mean([right.mean_loss(*pair, alpha, beta) for pair in zip(x[:, None], y[:, None])])


def transposed_epoch(x, y, alpha, beta, rate):
    """Vectors instead of rows, and (M+1)×D and (D+1)×K parameters that are changed in place."""
    alpha, beta = alpha.T.copy(), beta.T.copy()
    for x_n, y_n in zip(x, y):
        x_1 = np.append(1, x_n)
        z = right.sigmoid(x_1 @ alpha)
        z_1 = np.append(1, z)
        g_b = right.softmax(z_1 @ beta[None])[0] - y_n
        g_a = (beta[1:] @ g_b) * (z * (1 - z))
        beta -= np.outer(z_1, rate * g_b)
        alpha -= np.outer(x_1, rate * g_a)
    return alpha.T, beta.T


# Biases


def linear_with_input_of_one(a, w):
    return np.einsum("nj,ij->ni", np.hstack([np.ones((len(a), 1)), a]), w)


def biases_apart(of, a, w, b, g_b):
    if of == "a":
        return np.delete(g_b @ w, 0, axis=1)
    return np.hstack([g_b.sum(axis=0)[:, None], g_b.T @ a])


# Softmax and cross-entropy


def softmax_by_shares(a):
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def log_softmax_by_logaddexp(a):
    shifted = a - a.max(axis=1, keepdims=True)
    return shifted - np.logaddexp.reduce(shifted, axis=1, keepdims=True)


def softmax_by_jacobian(of, a, b, g_b):
    jacobians = [np.diag(b_n) - np.outer(b_n, b_n) for b_n in b]
    return np.array([jacobian @ g_n for jacobian, g_n in zip(jacobians, g_b)])


def cross_entropy_by_reciprocal(of, y, yhat, J, g_J):
    if of == "y":
        return g_J * np.log(1 / yhat)
    return g_J * -y * np.divide(1, yhat, out=np.zeros_like(yhat), where=y != 0)


def backward_step_by_step(x, y, alpha, beta, a, z, b, yhat, J=None):
    """Through cross-entropy and softmax, instead of both at once."""
    g_yhat = right.cross_entropy_backward("yhat", y, yhat, J, np.ones((len(x), 1)))
    g_b = right.softmax_backward("a", b, yhat, g_yhat)
    g_z = (beta[:, 1:].T @ g_b.T).T
    g_a = z * (1 - z) * g_z
    return {"g_b": g_b, "g_beta": np.einsum("nk,nd->kd", g_b, right.with_ones(z)), "g_z": g_z,
            "g_a": g_a, "g_alpha": np.einsum("nd,nm->dm", g_a, right.with_ones(x))}


# The rest


def weight_by_weight(initialization, seed, inputs, hidden, classes):
    random = np.random.RandomState(seed)

    def drawn(rows, columns):
        return np.array([[0.0] + [0.2 * random.random_sample() - 0.1 for _ in range(columns)]
                         for _ in range(rows)])
    if initialization == "zero":
        return np.zeros((hidden, inputs + 1)), np.zeros((classes, hidden + 1))
    alpha = drawn(hidden, inputs)
    return alpha, drawn(classes, hidden)


def talkative(function):
    def speak(*arguments, **named):
        print("called with", arguments, named)
        return function(*arguments, **named)
    return speak


VARIANTS = {
    "as-it-is": {},
    "loops": by_loops(added_one_by_one),
    "fsum": by_loops(math.fsum),
    "reversed-sums": by_loops(lambda numbers: added_one_by_one(reversed(numbers))),
    "longdouble": submission.in_type(np.longdouble),
    "matrix-product": {"linear": lambda a, w: right.with_ones(a) @ w.T},
    "input-of-one": {"linear": linear_with_input_of_one},
    "biases-apart": {"linear_backward": biases_apart},
    "einsum": {"linear_backward": lambda of, a, w, b, g_b: (
        np.einsum("ni,ij->nj", g_b, w)[:, 1:] if of == "a"
        else np.einsum("ni,nj->ij", g_b, right.with_ones(a)))},
    "row-by-row": {
        "linear": linear_row_by_row, "linear_backward": linear_backward_row_by_row,
        "predict": predict_row_by_row, "mean_loss": mean_loss_row_by_row},
    "transposed-weights": {
        "linear": lambda a, w: (np.ascontiguousarray(w.T)[1:].T @ a.T).T + w.T[0],
        "one_epoch": transposed_epoch},
    "softmax-by-shares": {"softmax": softmax_by_shares},
    "log-sum-exp": {"log_softmax": log_softmax_by_logaddexp},
    "softmax-by-jacobian": {"softmax_backward": softmax_by_jacobian},
    "loss-from-yhat": {"loss": lambda y, b, yhat, **_: right.cross_entropy(y, yhat)},
    "reciprocal": {"cross_entropy_backward": cross_entropy_by_reciprocal},
    "backward-step-by-step": {"backward": backward_step_by_step},
    "sigmoid-by-tanh": {"sigmoid": lambda a: (np.tanh(a / 2) + 1) / 2},
    "sigmoid-by-its-own-exp": {"sigmoid": lambda a: np.exp(np.minimum(a, 0)) / (
        1 + np.exp(-np.abs(a)))},
    "slope-as-difference": {"sigmoid_backward": lambda of, a, b, g_b: (b - b ** 2) * g_b},
    "weight-by-weight": {"initialise": weight_by_weight},
    "talkative": {name: talkative(getattr(right, name)) for name in ("linear", "train")},
}

if __name__ == "__main__":
    submission.run(VARIANTS)
