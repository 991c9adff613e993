"""vugrad's MLP on MNIST in NumPy, its forward and backward passes written out: the same net, initial
weights and batches as `mlp -D mnist --data DIR -l 0.0001`.

    python mlp_numpy.py DIR [EPOCHS]

prints what `mlp` prints. What vugrad computes is computed here, the gradient of the images too; its
bookkeeping is left out.
"""

import gzip
import sys
from pathlib import Path

import numpy as np

BATCH, RATE = 128, 1e-4


def read(folder, name, header):
    path = next(p for p in Path(folder).glob(f"train-{name}*") if p.is_file())
    data = path.read_bytes()
    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    return np.frombuffer(data, np.uint8, offset=header)


def glorot(random, inputs, outputs):
    """outputs×inputs, drawn in the order of its transpose."""
    draws = random.randn(inputs, outputs) * np.sqrt(2 / (inputs + outputs))
    return np.ascontiguousarray(draws.T)


def linear(x, w, b):
    return np.matmul(x, w.T) + np.repeat(b, len(x), axis=0)


def linear_backward(x, w, g):
    """Gradients of x, w and b."""
    return np.matmul(g, w), np.matmul(g.T, x), g.sum(axis=0, keepdims=True)


def forward(x, w1, b1, w2, b2):
    hidden = 1 / (1 + np.exp(-linear(x, w1, b1)))
    output = linear(hidden, w2, b2)
    difference = output - output.max(axis=1, keepdims=True)
    return hidden, difference - np.log(np.exp(difference).sum(axis=1, keepdims=True))


def epoch(x, labels, parameters):
    """Changes the parameters and returns the mean loss."""
    w1, b1, w2, b2 = parameters
    total = 0.0
    for start in range(0, len(x), BATCH):
        batch, targets = x[start : start + BATCH], labels[start : start + BATCH, None]
        hidden, logs = forward(batch, *parameters)
        total -= np.take_along_axis(logs, targets, axis=1).sum()
        gradient = np.exp(logs)
        np.put_along_axis(
            gradient, targets, np.take_along_axis(gradient, targets, axis=1) - 1, axis=1
        )
        g_hidden, g_w2, g_b2 = linear_backward(hidden, w2, gradient)
        g_hidden = g_hidden * hidden * (1 - hidden)
        _, g_w1, g_b1 = linear_backward(batch, w1, g_hidden)
        for parameter, g in zip(parameters, (g_w1, g_b1, g_w2, g_b2)):
            parameter -= RATE * g
    return total / len(x)


def main(folder, epochs="1"):
    x = read(folder, "images", 16).reshape(-1, 784).astype(float)
    labels = read(folder, "labels", 8).astype(int)
    split = len(x) - len(x) // 12
    random = np.random.RandomState(0)
    w1 = glorot(random, 784, 3136)
    w2 = glorot(random, 3136, 10)
    parameters = [w1, np.zeros((1, 3136)), w2, np.zeros((1, 10))]
    print(f"{split} examples of 784 numbers in 10 classes, {len(x) - split} for validation", flush=True)
    for number in range(int(epochs)):
        loss = epoch(x[:split], labels[:split], parameters)
        logs = forward(x[split:], *parameters)[1]
        accuracy = (logs.argmax(axis=1) == labels[split:]).mean()
        print(f"epoch {number + 1:{len(epochs)}}/{epochs}  train {loss:.4f}  accuracy {accuracy:.4f}", flush=True)


main(*sys.argv[1:])
