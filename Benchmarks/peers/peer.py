"""What the Python peers share: the data, and requests `D rows output` on standard input.

A peer trains one epoch over the first `rows` letters, answers with the seconds of the training
loop alone, and writes the final α, D×(M+1), and β, K×(D+1), biases in column 0, to `output`.
"""

import sys

import numpy as np

INPUTS, CLASSES, RATE = 128, 10, 0.01


def initial(hidden):
    values = np.fromfile(f"initial-{hidden}.f64")
    split = hidden * (INPUTS + 1)
    return (values[:split].reshape(hidden, INPUTS + 1).copy(),
            values[split:].reshape(CLASSES, hidden + 1).copy())


def serve(train):
    """`train(x, labels, alpha, beta)` gives the seconds it took, α and β."""
    x = np.fromfile("x.f64").reshape(-1, INPUTS)
    labels = np.fromfile("labels.f64").astype(int)
    for line in sys.stdin:
        hidden, rows, output = line.split()
        n = int(rows)
        seconds, alpha, beta = train(x[:n], labels[:n], *initial(int(hidden)))
        np.concatenate([np.ravel(alpha), np.ravel(beta)]).astype("f8").tofile(output)
        print(seconds, flush=True)
