"""Algorithms 1 and 2: stochastic gradient descent, and how the parameters start."""

import numpy as np

from answers.nn_backward import NNBackward
from answers.nn_forward import NNForward
from framework.not_written import not_written


def start(inputs, hidden, classes, initialization, seed):
    """(alpha: D×(M+1), beta: K×(D+1)) before the first step.

    `initialization` is "zero", everything 0, or "random": biases 0, weights uniform in [−0.1, 0.1),
    drawn from np.random.RandomState(seed), first those of alpha, D×M row by row, then those of beta."""
    # answer: random.uniform(low, high, shape) draws row by row
    if initialization == "zero":
        return np.zeros((hidden, inputs + 1)), np.zeros((classes, hidden + 1))
    random = np.random.RandomState(seed)
    alpha = random.uniform(-0.1, 0.1, (hidden, inputs))
    beta = random.uniform(-0.1, 0.1, (classes, hidden))
    return np.insert(alpha, 0, 0, axis=1), np.insert(beta, 0, 0, axis=1)
    # end


def SGD(train_x, train_y, other_x, other_y, hidden, epochs, initialization, seed, rate):
    """(alpha, beta, train_losses, other_losses), of the losses one per epoch.

    A step of size `rate` per example, in the file's order, `epochs` times; both gradients of a step are
    those at the old parameters. After each epoch the mean loss on both sets is noted, with the
    parameters of that moment. x: N×M; y: N×K, a row with one 1 per example."""
    # answer: train_x[n:n + 1] is example n as a row
    alpha, beta = start(train_x.shape[1], hidden, train_y.shape[1], initialization, seed)
    train_losses, other_losses = [], []
    for _ in range(epochs):
        for n in range(len(train_x)):
            x, y = train_x[n:n + 1], train_y[n:n + 1]
            o = NNForward(x, y, alpha, beta)
            g_alpha, g_beta, *_ = NNBackward(x, y, alpha, beta, *o[1:])
            alpha = alpha - rate * g_alpha
            beta = beta - rate * g_beta
        train_losses.append(mean_loss(train_x, train_y, alpha, beta))
        other_losses.append(mean_loss(other_x, other_y, alpha, beta))
    return alpha, beta, train_losses, other_losses
    # end


def mean_loss(x, y, alpha, beta):
    """The mean of the loss over a set, x: N×M, y: N×K."""
    # answer: NNForward takes all rows at once, if your modules do
    return NNForward(x, y, alpha, beta)[-1].mean()
    # end
