"""Mistakes in linear, sigmoid, softmax and cross-entropy, and in adding gradients up."""

import numpy as np

from submission import each, right

MISTAKES = {}


def plant(prefix, replaced, mistakes):
    MISTAKES.update(each(prefix, replaced, mistakes))


def of_one(operand, module_backward, mistakes):
    """Backwards that go wrong for `operand` only."""
    def choose(wrong):
        return lambda of, *args, **named: (
            wrong(*args, **named) if of == operand else module_backward(of, *args, **named))
    return {name: choose(wrong) for name, wrong in mistakes.items()}


# Linear


def weighted(a, weights):
    """Without BLAS, as in right.linear: equal rows give equal sums."""
    return np.einsum("nj,ij->ni", a, weights)


plant("linear", "linear", {
    "bias-ignored": lambda a, w: weighted(a, w[:, 1:]),
    "bias-doubled": lambda a, w: weighted(a, w[:, 1:]) + 2 * w[:, 0],
    "bias-subtracted": lambda a, w: weighted(a, w[:, 1:]) - w[:, 0],
    "bias-last": lambda a, w: weighted(a, w[:, :-1]) + w[:, -1],
    "weights-shifted": lambda a, w: weighted(a, w[:, :-1]) + w[:, 0],
    "read-by-columns": lambda a, w: right.linear(a, w.reshape(w.shape[::-1]).T),
    "result-transposed": lambda a, w: right.linear(a, w).T,
    "first-row-only": lambda a, w: np.repeat(right.linear(a[:1], w), len(a), axis=0),
    "mean-over-inputs": lambda a, w: weighted(a, w[:, 1:]) / a.shape[1] + w[:, 0],
})

plant("linear", "linear_backward", of_one("a", right.linear_backward, {
    "g_a-with-bias": lambda a, w, b, g_b: g_b @ w,
    "g_a-from-bias-column": lambda a, w, b, g_b: g_b @ w[:, :-1],
    "g_a-negative": lambda a, w, b, g_b: -g_b @ w[:, 1:],
    "g_a-last-output": lambda a, w, b, g_b: g_b[:, -1:] * w[-1, 1:],
    "g_a-ignores-g": lambda a, w, b, g_b: np.ones_like(g_b) @ w[:, 1:],
    "g_a-mean": lambda a, w, b, g_b: g_b @ w[:, 1:] / len(a),
}))

plant("linear", "linear_backward", of_one("w", right.linear_backward, {
    "g_w-transposed": lambda a, w, b, g_b: right.with_ones(a).T @ g_b,
    "g_w-without-bias": lambda a, w, b, g_b: g_b.T @ np.insert(a, 0, 0, axis=1),
    "g_w-bias-last": lambda a, w, b, g_b: g_b.T @ np.insert(a, a.shape[1], 1, axis=1),
    "g_w-mean": lambda a, w, b, g_b: g_b.T @ right.with_ones(a) / len(a),
    "g_w-first-row": lambda a, w, b, g_b: g_b[:1].T @ right.with_ones(a[:1]),
    "g_w-ignores-g": lambda a, w, b, g_b: np.ones_like(g_b).T @ right.with_ones(a),
    "g_w-negative": lambda a, w, b, g_b: -g_b.T @ right.with_ones(a),
    "g_w-bias-doubled": lambda a, w, b, g_b: g_b.T @ np.insert(a, 0, 2, axis=1),
}))


def add_with_bias(given, gradient):
    missing = gradient.shape[1] - given.shape[1]
    return np.pad(given, ((0, 0), (missing, 0))) + gradient


def add_transposed(given, gradient):
    return (given if given.shape == gradient.shape else given.T) + gradient


# The shape of these two is wrong, so the gradient that is given cannot be added as it is.
MISTAKES["linear.g_a-with-bias"]["add"] = add_with_bias
MISTAKES["linear.g_w-transposed"]["add"] = add_transposed

plant("step", "step", {
    "scale-ignored": lambda w, g_w, scale: w + g_w,
    "scale-twice": lambda w, g_w, scale: w + float(scale) ** 2 * g_w,
    "scale-negated": lambda w, g_w, scale: w - float(scale) * g_w,
    "replaces": lambda w, g_w, scale: float(scale) * g_w,
})

plant("adding", "add", {
    "overwrites": lambda given, gradient: gradient,
    "subtracts": lambda given, gradient: given - gradient,
    "doubles": lambda given, gradient: given + 2 * gradient,
})

# Sigmoid

plant("sigmoid", "sigmoid", {
    "exp-of-plus-a": lambda a: 1 / (1 + np.exp(a)),
    "tanh": lambda a: np.tanh(a),
    "twice": lambda a: right.sigmoid(right.sigmoid(a)),
    "relu": lambda a: np.maximum(a, 0),
    "missing": lambda a: a,
})

plant("sigmoid", "sigmoid_backward", of_one("a", right.sigmoid_backward, {
    "slope-from-a": lambda a, b, g_b: g_b * a * (1 - a),
    "slope-missing": lambda a, b, g_b: g_b,
    "slope-b": lambda a, b, g_b: g_b * b,
    "slope-of-sigmoid-of-b": lambda a, b, g_b: g_b * right.sigmoid(b) * (1 - right.sigmoid(b)),
    "slope-of-tanh": lambda a, b, g_b: g_b * (1 - b ** 2),
    "slope-negative": lambda a, b, g_b: -g_b * b * (1 - b),
    "ignores-g": lambda a, b, g_b: b * (1 - b),
}))

# Softmax


def sum_of_row(values):
    return values.sum(axis=1, keepdims=True)


def exp_without_overflow(a, axis=1):
    return np.exp(a - a.max(axis=axis, keepdims=True))


def columns_softmax(a):
    e = exp_without_overflow(a, axis=0)
    return e / e.sum(axis=0, keepdims=True)


def whole_batch_softmax(a):
    e = exp_without_overflow(a, axis=None)
    return e / e.sum()


plant("softmax", "softmax", {
    "without-maximum": lambda a: np.exp(a) / sum_of_row(np.exp(a)),
    "whole-batch": whole_batch_softmax,
    "wrong-axis": columns_softmax,
    "not-normalised": exp_without_overflow,
    "base-2": lambda a: right.softmax(a * np.log(2)),  # 2^a is e^(a log 2)
    "logarithm": right.log_softmax,
    "plain-shares": lambda a: a / sum_of_row(a),
    "one-hot": lambda a: np.eye(a.shape[1])[a.argmax(axis=1)],
})
for softmax_mistake in [name for name in MISTAKES if name.startswith("softmax.")]:
    MISTAKES[softmax_mistake]["loss"] = lambda y, b, yhat, **_: right.cross_entropy(y, yhat)

plant("softmax", "softmax_backward", of_one("a", right.softmax_backward, {
    "diagonal-only": lambda a, b, g_b: g_b * b * (1 - b),
    "product-only": lambda a, b, g_b: g_b * b,
    "passes-through": lambda a, b, g_b: g_b,
    "negative": lambda a, b, g_b: -b * (g_b - sum_of_row(g_b * b)),
    "without-diagonal": lambda a, b, g_b: -b * sum_of_row(b * g_b),
}))

# Cross-entropy


def everywhere(value, y):
    return np.full((len(y), 1), value)


CROSS_ENTROPIES = {
    "without-minus": lambda y, yhat: -right.cross_entropy(y, yhat),
    "base-2": lambda y, yhat: right.minus_y_log(y, np.log2(yhat)),
    "base-10": lambda y, yhat: right.minus_y_log(y, np.log10(yhat)),
    "mean-of-classes": lambda y, yhat: right.cross_entropy(y, yhat) / y.shape[1],
    "sum-of-batch": lambda y, yhat: everywhere(right.cross_entropy(y, yhat).sum(), y),
    "mean-of-batch": lambda y, yhat: everywhere(right.cross_entropy(y, yhat).mean(), y),
    "squared-error": lambda y, yhat: sum_of_row((yhat - y) ** 2) / 2,
    "binary": lambda y, yhat: right.cross_entropy(y, yhat) + right.cross_entropy(1 - y, 1 - yhat),
    "with-epsilon": lambda y, yhat: right.cross_entropy(y, yhat + 1e-8),
    "label-shifted": lambda y, yhat: right.cross_entropy(np.roll(y, 1, axis=1), yhat),
}


def loss_by(cross_entropy):
    return lambda y, b, yhat, **_: cross_entropy(y, yhat)


for name, wrong_cross_entropy in CROSS_ENTROPIES.items():
    MISTAKES[f"cross_entropy.{name}"] = {
        "cross_entropy": wrong_cross_entropy, "loss": loss_by(wrong_cross_entropy)}

plant("cross_entropy", "cross_entropy_backward", of_one("yhat", right.cross_entropy_backward, {
    "g-fused": lambda y, yhat, J, g_J: (yhat - y) * g_J,
    "g-without-minus": lambda y, yhat, J, g_J: y / yhat * g_J,
    "g-ignores-g": lambda y, yhat, J, g_J: -y / yhat,
    "g-all-classes": lambda y, yhat, J, g_J: -1 / yhat * g_J,
    "g-not-divided": lambda y, yhat, J, g_J: -y * g_J,
}))

plant("cross_entropy", "cross_entropy_backward", of_one("y", right.cross_entropy_backward, {
    "g_y-without-minus": lambda y, yhat, J, g_J: np.log(yhat) * g_J,
    "g_y-zero": lambda y, yhat, J, g_J: np.zeros_like(y),
}))
