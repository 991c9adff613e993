"""Each row of logits as probabilities: b[k] = exp(a[k]) / Σᵢ exp(a[i]). a, b: N×K."""

import numpy as np

from framework.not_written import not_written


def softmaxForward(a):
    """The rows of b add up to 1. No finite logit may give NaN."""
    # answer: exp(1000) is infinite; the same number may be subtracted from all logits of a row
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
    # end


def softmaxBackward(b, g_b):
    """g_a[k] = b[k] (g_b[k] − Σᵢ g_b[i] b[i]), row by row.

    It follows from ∂b[i]/∂a[k] = b[i] (1 − b[k]) where i = k, and −b[i] b[k] elsewhere."""
    # answer: a sum over a row that stays a column has keepdims=True
    return b * (g_b - (g_b * b).sum(axis=1, keepdims=True))
    # end
