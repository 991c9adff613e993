"""The loss of each example: J = −Σₖ y[k] log ŷ[k].

y: N×K, a 1 in the column of the right class, else 0; ŷ: N×K, probabilities; J: N×1."""

import numpy as np

from framework.not_written import not_written


def crossEntropyForward(y, yhat):
    """J[n] = −Σₖ y[n,k] log ŷ[n,k]. A class with y = 0 counts nothing, even if its ŷ is 0."""
    # answer: 0 · log 0 is not a number; np.where chooses between two arrays
    return np.where(y != 0, -y * np.log(yhat), 0).sum(axis=1, keepdims=True)
    # end


def crossEntropyBackward(y, yhat, g_J):
    """The gradients (g_y, g_yhat), for the gradient g_J: N×1 of the losses.

    g_y[n,k] = −log ŷ[n,k] g_J[n], g_yhat[n,k] = −y[n,k] / ŷ[n,k] g_J[n]. The second must stay
    finite: take a ŷ of 0 as np.finfo(float).tiny."""
    # answer: a class with y = 0 has the gradient 0
    slope = np.where(y != 0, -y / np.maximum(yhat, np.finfo(float).tiny), 0)
    return -np.log(yhat) * g_J, slope * g_J
    # end
