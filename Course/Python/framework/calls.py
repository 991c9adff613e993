"""Calls functions of answers, and says what is wrong with what they give back."""

import importlib
import pathlib
import traceback

import numpy as np

from framework.not_written import NotWritten

ANSWERS = pathlib.Path(__file__).resolve().parent.parent / "answers"
MODULES = {
    "linearForward": "linear", "linearBackward": "linear", "sigmoidForward": "sigmoid",
    "sigmoidBackward": "sigmoid", "softmaxForward": "softmax", "softmaxBackward": "softmax",
    "crossEntropyForward": "cross_entropy", "crossEntropyBackward": "cross_entropy",
    "NNForward": "nn_forward", "NNBackward": "nn_backward", "start": "sgd", "SGD": "sgd",
    "prediction": "prediction", "train_and_test": "train_and_test"}


class WrongAnswer(Exception):
    """What is wrong with a function, for a person."""


def call(function, *arguments, **results):
    """What a function gives back: a value for each of the results, given with their shapes.

    Imports the function's file, so that one that is broken costs no other. Raises WrongAnswer, or
    NotWritten."""
    own = [a.copy() if isinstance(a, np.ndarray) else a for a in arguments]
    try:
        module = importlib.import_module("answers." + MODULES[function])
        if not hasattr(module, function):
            raise WrongAnswer(f"answers/{MODULES[function]}.py has no function {function}")
        value = getattr(module, function)(*own)
    except (NotWritten, WrongAnswer):
        raise
    except Exception as error:
        raise WrongAnswer(in_words(error)) from error
    for k, (given, left) in enumerate(zip(arguments, own)):
        if isinstance(given, np.ndarray) and not np.array_equal(given, left, equal_nan=True):
            raise WrongAnswer(f"{function} changed its argument number {k + 1}: take a copy")
    return checked(function, value, results)


def checked(function, value, results):
    if value is None:
        raise WrongAnswer(f"{function} returned None: is a return missing?")
    if len(results) == 1:
        value = (value,)
    if not isinstance(value, tuple) or len(value) != len(results):
        found = f"{len(value)} values" if isinstance(value, (tuple, list)) else "one value"
        raise WrongAnswer(
            f"{function} returned {found}, where {len(results)} are expected: {', '.join(results)}")
    for part, (name, shape) in zip(value, results.items()):
        found = np.shape(part)
        if found != shape:
            raise WrongAnswer(
                f"{function}: {name} is {in_shape(found)}, expected {in_shape(shape)}")
        if getattr(part, "dtype", None) == np.float32:
            raise WrongAnswer(f"{function}: {name} is computed in float32, expected float64")
    return value


def in_shape(shape):
    if not shape:
        return "a number"
    return f"{shape[0]} values" if len(shape) == 1 else "×".join(map(str, shape))


def in_words(error):
    """An exception with its place in answers."""
    name = type(error).__name__
    if isinstance(error, SyntaxError):
        return f"{name} at {pathlib.Path(error.filename or '').name}:{error.lineno}: {error.msg}"
    places = [
        frame for frame in traceback.extract_tb(error.__traceback__)
        if pathlib.Path(frame.filename).parent == ANSWERS]
    if not places:
        return f"{name}: {error}"
    return f"{name} at answers/{pathlib.Path(places[-1].filename).name}:{places[-1].lineno}: {error}"
