"""Writes operations.txt and matrix-products.txt in Fixtures/ReferenceOutputs/layers: what PyTorch
makes of the same numbers.

Outputs and gradients of the modules in Sources/Operations, in the form of layers.txt (see
make_layer_fixtures.py). What an operation was made with, for example the first column of a slice
and the one behind its last, is a matrix `parameters`.

Needs `torch` in any recent version (CPU) beside requirements.txt; written with torch 2.13.0.
"""

import numpy as np
import torch

from make_layer_fixtures import OUTPUT, case_lines, matrix, write

SHAPES = [(1, 1), (1, 5), (5, 1), (4, 3), (3, 8), (2, 9)]
PRODUCTS = [(1, 1, 1), (1, 5, 3), (4, 1, 6), (3, 8, 8), (5, 9, 2), (2, 17, 9)]  # of N×A and A×B


def one(number):
    return number.reshape(1, 1)


UNARY = {
    "id": lambda a: a.clone(),
    "square": torch.square,
    "half": lambda a: a / 2,
    "exp": torch.exp,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "logSoftmax": lambda a: torch.log_softmax(a, 1),
    "sum": lambda a: one(a.sum()),
    "mean": lambda a: one(a.mean()),
    "rowSums": lambda a: a.sum(1, keepdim=True),
    "rowMax": lambda a: a.amax(1, keepdim=True),
    "squaredNorm": lambda a: one(torch.linalg.norm(a) ** 2),
    "frobeniusNorm": lambda a: one(torch.linalg.norm(a)),
    "transpose": lambda a: a.T,
}
POSITIVE = {
    "log": torch.log,
    "normalize": lambda a: torch.nn.functional.normalize(a, p=1, dim=1),
}
BINARY = {
    "add": torch.add,
    "sub": torch.sub,
    "mul": torch.mul,
    "div": torch.div,
    "concatenate": lambda a, w: torch.cat([a, w], 1),
    "concatenateRows": lambda a, w: torch.cat([a, w], 0),
}


def away_from_zero(random, shape):
    """Of either sign, with magnitudes in [0.25, 2)."""
    return random.uniform(0.25, 2, shape) * random.choice([-1, 1], shape)


def operations(random, rows, columns):
    """Names, functions, operands."""
    shape = (rows, columns)
    for name, function in UNARY.items():
        yield name, function, random.normal(scale=2, size=shape)
    for name, function in POSITIVE.items():
        yield name, function, random.uniform(0.05, 4, shape)
    for name, function in BINARY.items():
        yield name, function, random.normal(size=shape), away_from_zero(random, shape)
    yield "addRow", torch.add, random.normal(size=shape), random.normal(size=(1, columns))
    wide, high = random.normal(size=(rows, 3)), random.normal(size=(2, columns))
    yield "concatenate", BINARY["concatenate"], random.normal(size=shape), wide
    yield "concatenateRows", BINARY["concatenateRows"], random.normal(size=shape), high


def operations_with_parameters(random, rows, columns):
    """Names, parameters, functions, operands."""
    a = random.normal(size=(rows, columns))
    yield "scale", [-1.75], lambda a: -1.75 * a, a
    for target in [(columns, rows), (1, rows * columns), (rows * columns, 1)]:
        yield "reshape", target, lambda a, target=target: a.reshape(target), a
    first, end = columns // 3, columns - columns // 4
    yield "slice", [first, end], lambda a: a[:, first:end], a
    first_row, end_row = rows // 3, rows - rows // 4
    yield "sliceRows", [first_row, end_row], lambda a: a[first_row:end_row], a
    yield "expand", [columns], lambda a: a.expand(rows, columns), random.normal(size=(rows, 1))
    yield "expandRows", [rows], lambda a: a.expand(rows, columns), random.normal(size=(1, columns))
    indices = random.randint(columns, size=rows)
    yield "select", indices, lambda a: a.gather(1, torch.tensor(indices)[:, None]), a


def lines():
    random = np.random.RandomState(1)
    for shape in SHAPES:
        for name, function, *arrays in operations(random, *shape):
            yield from case_lines(name, function, random, *arrays)
        for name, parameters, function, a in operations_with_parameters(random, *shape):
            yield from case_lines(name, function, random, a)
            yield matrix("parameters", np.array([parameters]))


def batched(batches):
    """The products of matrices stacked by rows."""
    def product(a, w):
        stacks = a.reshape(batches, -1, a.shape[1]), w.reshape(batches, -1, w.shape[1])
        return torch.bmm(*stacks).reshape(a.shape[0], w.shape[1])
    return product


def product_lines():
    random = np.random.RandomState(2)
    for n, inner, columns in PRODUCTS:
        for batches in 1, 2, 3:
            name = f"batchedMatmul{batches}" if batches > 1 else "matmul"
            a = random.normal(size=(batches * n, inner))
            w = random.normal(size=(batches * inner, columns))
            yield from case_lines(name, batched(batches), random, a, w)


if __name__ == "__main__":
    write(OUTPUT.with_name("operations.txt"), lines())
    write(OUTPUT.with_name("matrix-products.txt"), product_lines())
