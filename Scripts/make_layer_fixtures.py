"""Writes Fixtures/ReferenceOutputs/layers/layers.txt: what PyTorch makes of the same numbers.

Outputs and gradients of every layer on batches, in double precision. The gradients come from
PyTorch's automatic differentiation, so no formula of the package is repeated here.

A line `case NAME` starts a case; every further line is one matrix, `NAME ROWS COLUMNS = VALUES`,
row-major. Decimals are the shortest that give the same double again.

Needs `torch` in any recent version (CPU) beside requirements.txt; written with torch 2.13.0.
"""

import os
from pathlib import Path

import numpy as np
import torch

FIXTURES = Path(__file__).resolve().parent.parent / "Fixtures"
OUTPUT = FIXTURES / "ReferenceOutputs" / "layers" / "layers.txt"
SHAPES = [(1, 1, 1), (1, 5, 3), (4, 3, 7), (3, 8, 8), (2, 13, 17)]  # examples, inputs, outputs


def linear(a, w):
    return torch.nn.functional.linear(a, w[1:].T, w[0])


def cross_entropy(y, prediction):
    return -(y * torch.log(prediction)).sum(1, keepdim=True)


def softmax_cross_entropy(y, logits):
    return torch.nn.functional.cross_entropy(logits, y, reduction="none")[:, None]


def probabilities(random, shape):
    positive = random.uniform(0.05, 1, shape)
    return positive / positive.sum(1, keepdims=True)


def sparse(random, shape):
    return random.normal(size=shape) * (random.uniform(size=shape) < 0.6)


def operands(random, examples, inputs, outputs):
    """The layers with their operands."""
    batch = (examples, outputs)
    return {
        "Linear": (linear, sparse(random, (examples, inputs)),
                   random.normal(size=(inputs + 1, outputs))),
        "Sigmoid": (torch.sigmoid, random.normal(scale=4, size=batch)),
        "Softmax": (lambda a: torch.softmax(a, 1), random.normal(scale=4, size=batch)),
        "CrossEntropy": (cross_entropy, probabilities(random, batch),
                         probabilities(random, batch)),
        "SoftmaxCrossEntropy": (softmax_cross_entropy, probabilities(random, batch),
                                random.normal(scale=4, size=batch)),
    }


def matrix(name, values):
    text = " ".join(map(str, values.ravel().tolist()))
    return f"{name} {values.shape[0]} {values.shape[1]} = {text}"


def case_lines(name, function, random, *arrays):
    """One case: operands, output, a random upstream gradient, and the gradients it gives."""
    inputs = [torch.tensor(array, requires_grad=True) for array in arrays]
    output = function(*inputs)
    upstream = torch.tensor(random.normal(size=tuple(output.shape)))
    output.backward(upstream)
    yield f"case {name}"
    for operand, tensor in zip("aw", inputs):
        yield matrix(operand, tensor.detach().numpy())
        yield matrix("g" + operand, tensor.grad.numpy())
    yield matrix("b", output.detach().numpy())
    yield matrix("gb", upstream.numpy())


def layer_lines():
    random = np.random.RandomState(0)
    for shape in SHAPES:
        for name, (function, *arrays) in operands(random, *shape).items():
            yield from case_lines(name, function, random, *arrays)


def write(output, lines):
    output.parent.mkdir(parents=True, exist_ok=True)
    temporary = output.with_name(output.name + ".part")
    temporary.write_text("\n".join(lines) + "\n", newline="\n")
    os.replace(temporary, output)


if __name__ == "__main__":
    write(OUTPUT, layer_lines())
