"""Algorithm 4: the backward pass for one example, the forward pass read from its end."""

from answers.linear import linearBackward
from answers.sigmoid import sigmoidBackward
from framework.not_written import not_written


def NNBackward(x, y, alpha, beta, a, z, b, yhat, J):
    """(g_alpha, g_beta, g_b, g_z, g_a), each of the shape of what it is the gradient of; a to J are
    what NNForward gave."""
    # answer: of softmax and loss together the gradient is simple, ∂J/∂b = ŷ − y, and right where ŷ
    # is 0
    g_b = yhat - y
    g_z, g_beta = linearBackward(z, beta, g_b)
    g_a = sigmoidBackward(z, g_z)
    _, g_alpha = linearBackward(x, alpha, g_a)
    return g_alpha, g_beta, g_b, g_z, g_a
    # end
