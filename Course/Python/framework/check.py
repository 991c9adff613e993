"""Compares a backward with central differences of its forward, at random points."""

import signal

import numpy as np

from framework import functions as f
from framework.calls import WrongAnswer
from framework.not_written import NotWritten

STEP, TOLERANCE, SECONDS = 1e-5, 1e-7, 20


def probabilities(random, rows, columns):
    p = random.uniform(0.5, 1, (rows, columns))
    return p / p.sum(axis=1, keepdims=True)


def linear(random):
    operands = {"a": random.uniform(-1, 1, (3, 4)), "w": random.uniform(-1, 1, (2, 5))}
    return operands, f.linearForward, lambda a, w, b, g: f.linearBackward(a, w, g)


def sigmoid(random):
    operands = {"a": random.uniform(-4, 4, (3, 4))}
    return operands, f.sigmoidForward, lambda a, b, g: f.sigmoidBackward(b, g)


def softmax(random):
    operands = {"a": random.uniform(-2, 2, (3, 4))}
    return operands, f.softmaxForward, lambda a, b, g: f.softmaxBackward(b, g)


def cross_entropy(random):
    operands = {"y": probabilities(random, 3, 4), "yhat": probabilities(random, 3, 4)}
    return operands, f.crossEntropyForward, lambda y, yhat, J, g: f.crossEntropyBackward(y, yhat, g)


def network(random):
    x, y = random.uniform(0, 1, (1, 5)), np.eye(3)[[2]]
    operands = {
        "alpha": random.uniform(-0.5, 0.5, (4, 6)), "beta": random.uniform(-0.5, 0.5, (3, 5))}

    def gradients(alpha, beta, J, g):
        o = f.NNForward(x, y, alpha, beta)
        return [part * g[0, 0] for part in f.NNBackward(x, y, alpha, beta, *o[1:])[:2]]

    return operands, lambda alpha, beta: f.NNForward(x, y, alpha, beta)[-1], gradients


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
        error = np.abs(found - right)
        if not error.max() <= TOLERANCE * max(np.abs(right).max(), 1e-3):
            place = np.unravel_index(np.argmax(np.nan_to_num(error, nan=np.inf)), error.shape)
            return (f"g_{name}[{place[0]},{place[1]}] is {found[place]:.10g}, by differences of "
                    f"your own forward {right[place]:.10g}")
    return None


def extremes(name):
    """What is no number, where it must be one; None where all is."""
    with np.errstate(all="ignore"):
        if name == "Softmax":
            b = f.softmaxForward(np.array([[1000.0, -1000, 999], [0, 0, 0]]))
            return None if np.isfinite(b).all() else "NaN for the logits 1000, -1000, 999"
        if name == "CrossEntropy":
            y, yhat = np.array([[0.0, 1]]), np.array([[0.0, 1]])
            values = [f.crossEntropyForward(y, yhat), f.crossEntropyBackward(y, yhat, y[:, :1])[1]]
            finite = all(np.isfinite(value).all() for value in values)
            return None if finite else "NaN or infinite for a class with y = 0 and ŷ = 0"
    return None


def stop(*_):
    raise WrongAnswer(f"did not finish within {SECONDS} s")


def check(names):
    """Prints a verdict for each; whether all are right."""
    passed = True
    signal.signal(signal.SIGALRM, stop)
    for name in names or CHECKS:
        random = np.random.RandomState(0)
        signal.alarm(SECONDS)
        try:
            wrong = next(filter(None, (complaint(CHECKS[name], random) for _ in range(5))), None)
            wrong = wrong or extremes(name)
        except NotWritten as place:
            wrong = f"not written yet: {place}"
        except WrongAnswer as answer:
            wrong = str(answer)
        signal.alarm(0)
        print(f"{name:14}" + (f"FAIL  {wrong}" if wrong else "pass"))
        passed = passed and not wrong
    return passed
