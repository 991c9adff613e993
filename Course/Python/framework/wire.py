"""Answers a grader: a request comes on standard input, its answer goes to standard output, both as
the bytes of a safetensors file. Every tensor is F64 with two axes; rows are examples."""

import json
import os
import sys

import numpy as np

from framework import functions as f
from framework.calls import WrongAnswer
from framework.not_written import NotWritten


def backward(t, texts):
    """A gradient of a module's operand, added to the one that is given."""
    of = texts["of"]
    if texts["function"] == "linear.backward":
        gradients = f.linearBackward(t["a"], t["w"], t["g_b"])
    elif texts["function"] == "sigmoid.backward":
        gradients = f.sigmoidBackward(t["b"], t["g_b"])
    elif texts["function"] == "softmax.backward":
        gradients = f.softmaxBackward(t["b"], t["g_b"])
    else:
        gradients = f.crossEntropyBackward(t["y"], t["yhat"], t["g_J"])
    return {"g_" + of: t["g_" + of] + gradients[of in ("w", "yhat")]}


def step(t, texts):
    g_w = f.linearBackward(t["a"], t["w"], t["g_b"])[1]
    return {"w": t["w"] + float(texts["scale"]) * g_w}


def passes(t, texts):
    example = t["x"], t["y"], t["alpha"], t["beta"]
    if texts["function"] == "forward":
        return dict(zip(("x", "a", "z", "b", "yhat", "J"), f.NNForward(*example)))
    gradients = f.NNBackward(*example, *(t[name] for name in ("a", "z", "b", "yhat", "J")))
    return dict(zip(("g_alpha", "g_beta", "g_b", "g_z", "g_a"), gradients))


def settings(texts):
    return (
        int(texts["hidden"]), int(texts["epochs"]), texts["initialization"], int(texts["seed"]),
        float(texts["rate"]))


def labels(t, name):
    return t[name][:, 0].astype(int)


def train(t, texts):
    classes, (hidden, epochs, initialization, seed, rate) = int(texts["classes"]), settings(texts)
    if epochs == 0:
        sizes = t["train_x"].shape[1], hidden, classes
        results = *f.start(*sizes, initialization, seed), np.zeros((1, 0)), np.zeros((1, 0))
    else:
        sets = [
            part for name in ("train", "validation")
            for part in (t[name + "_x"], np.eye(classes)[labels(t, name + "_y")])]
        results = f.SGD(*sets, hidden, epochs, initialization, seed, rate)
    return dict(zip(("alpha", "beta", "train_losses", "validation_losses"), results))


def train_and_test_answer(t, texts):
    results = f.train_and_test(
        t["train_x"], labels(t, "train_y"), t["test_x"], labels(t, "test_y"), *settings(texts),
        int(texts["classes"]))
    names = (
        "train_losses", "test_losses", "train_error", "test_error", "train_labels", "test_labels")
    return dict(zip(names, results))


FUNCTIONS = {
    "linear": lambda t, _: {"b": f.linearForward(t["a"], t["w"])},
    "linear.step": step,
    "sigmoid": lambda t, _: {"b": f.sigmoidForward(t["a"])},
    "softmax": lambda t, _: {"b": f.softmaxForward(t["a"])},
    "cross_entropy": lambda t, _: {"J": f.crossEntropyForward(t["y"], t["yhat"])},
    "forward": passes,
    "backward": passes,
    "train": train,
    "predict": lambda t, _: {"labels": f.prediction(t["x"], t["alpha"], t["beta"])},
    "train_and_test": train_and_test_answer,
    **{f"{module}.backward": backward
       for module in ("linear", "sigmoid", "softmax", "cross_entropy")},
}


def read(stream):
    """The tensors and the texts of a request; None where there are no more."""
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
    """What the function of a request gives, or why it gives nothing."""
    if texts["function"] not in FUNCTIONS:
        return message({}, {"outcome": "not written", "message": texts["function"]})
    try:
        return message(FUNCTIONS[texts["function"]](tensors, texts), {})
    except NotWritten as place:
        return message({}, {"outcome": "not written", "message": str(place)})
    except WrongAnswer as wrong:
        return message({}, {"outcome": "threw", "message": str(wrong)})


def serve():
    """Answers until there are no more requests. What is printed is a log, never an answer."""
    np.seterr(all="ignore")  # exp may overflow or vanish, and log 0 is −∞: all are meant
    requests, answers = open(0, "rb", closefd=False), open(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)
    while request := read(requests):
        answers.write(answer(*request))
        answers.flush()
