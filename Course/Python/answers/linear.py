"""The affine map of both layers, with a bias: b = ω [1, a].

a: N×A, a row per example; w, the hand-out's ω: B×(A+1), the biases in column 0; b: N×B."""

import numpy as np

from framework.not_written import not_written


def linearForward(a, w):
    """b[n,i] = ω[i,0] + Σⱼ ω[i,j+1] a[n,j]."""
    # answer: a product of two matrices and the biases; which one has to be transposed?
    return np.einsum("nj,ij->ni", a, w[:, 1:]) + w[:, 0]
    # end


def linearBackward(a, w, g_b):
    """The gradients (g_a, g_w) of the operands, for g_b = ∂J/∂b: N×B.

    g_a[n,j] = Σᵢ g_b[n,i] ω[i,j+1]; g_w[i,0] = Σₙ g_b[n,i], g_w[i,j+1] = Σₙ g_b[n,i] a[n,j]."""
    # answer: the bias is the weight of an input that is always 1: np.insert(a, 0, 1, axis=1)
    return g_b @ w[:, 1:], g_b.T @ np.insert(a, 0, 1, axis=1)
    # end
