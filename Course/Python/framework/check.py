"""Compares a backward with central differences of its forward, at random points."""

import numpy as np

from answers.cross_entropy import crossEntropyBackward, crossEntropyForward
from answers.linear import linearBackward, linearForward
from answers.nn_backward import NNBackward
from answers.nn_forward import NNForward
from answers.sigmoid import sigmoidBackward, sigmoidForward
from answers.softmax import softmaxBackward, softmaxForward
from framework.not_written import NotWritten

STEP, TOLERANCE = 1e-5, 1e-7


def probabilities(random, rows, columns):
    p = random.uniform(0.5, 1, (rows, columns))
    return p / p.sum(axis=1, keepdims=True)


def linear(random):
    operands = {"a": random.uniform(-1, 1, (3, 4)), "w": random.uniform(-1, 1, (2, 5))}
    return operands, linearForward, lambda a, w, b, g: linearBackward(a, w, g)


def sigmoid(random):
    return {"a": random.uniform(-4, 4, (3, 4))}, sigmoidForward, lambda a, b, g: [sigmoidBackward(b, g)]


def softmax(random):
    return {"a": random.uniform(-2, 2, (3, 4))}, softmaxForward, lambda a, b, g: [softmaxBackward(b, g)]


def cross_entropy(random):
    operands = {"y": probabilities(random, 3, 4), "yhat": probabilities(random, 3, 4)}
    return operands, crossEntropyForward, lambda y, yhat, J, g: crossEntropyBackward(y, yhat, g)


def network(random):
    x, y = random.uniform(0, 1, (1, 5)), np.eye(3)[[2]]
    operands = {
        "alpha": random.uniform(-0.5, 0.5, (4, 6)), "beta": random.uniform(-0.5, 0.5, (3, 5))}

    def gradients(alpha, beta, J, g):
        o = NNForward(x, y, alpha, beta)
        return [part * g[0, 0] for part in NNBackward(x, y, alpha, beta, *o[1:])[:2]]

    return operands, lambda alpha, beta: NNForward(x, y, alpha, beta)[-1], gradients


CHECKS = {
    "Linear": linear, "Sigmoid": sigmoid, "Softmax": softmax, "CrossEntropy": cross_entropy,
    "Network": network}


def differences(forward, operands, name, upstream):
    """∂(upstream · b)/∂operand by central differences."""
    result = np.zeros_like(operands[name])
    for place in np.ndindex(result.shape):
        values = []
        for step in (STEP, -STEP):
            moved = operands[name].copy()
            moved[place] += step
            values.append((upstream * forward(**{**operands, name: moved})).sum())
        result[place] = (values[0] - values[1]) / (2 * STEP)
    return result


def complaint(check, random):
    """What is wrong at a random point; None where nothing is."""
    operands, forward, backward = check(random)
    b = forward(**operands)
    upstream = random.uniform(0.5, 1, b.shape) * random.choice([-1, 1], b.shape)
    gradients = backward(*operands.values(), b, upstream)
    for (name, value), found in zip(operands.items(), gradients):
        right = differences(forward, operands, name, upstream)
        if np.shape(found) != value.shape:
            return f"g_{name} has the shape {np.shape(found)}, expected {value.shape}"
        error = np.abs(found - right)
        if not error.max() <= TOLERANCE * max(np.abs(right).max(), 1e-3):
            place = np.unravel_index(np.argmax(np.nan_to_num(error, nan=np.inf)), error.shape)
            return (f"g_{name}[{place[0]},{place[1]}] is {found[place]:.10g}, by differences "
                    f"{right[place]:.10g}")
    return None


def check(names):
    """Prints a verdict for each; whether all are right."""
    passed = True
    for name in names or CHECKS:
        random = np.random.RandomState(0)
        try:
            wrong = next(filter(None, (complaint(CHECKS[name], random) for _ in range(5))), None)
        except NotWritten as place:
            wrong = f"not written yet: {place}"
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        print(f"{name:14}" + (f"FAIL  {wrong}" if wrong else "pass"))
        passed = passed and not wrong
    return passed
