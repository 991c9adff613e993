"""The hidden layer's activation, element by element: b = 1 / (1 + exp(−a)). a, b: any shape."""

import numpy as np

from framework.not_written import not_written


def sigmoidForward(a):
    """b = 1 / (1 + exp(−a))."""
    # answer: np.exp takes a whole array
    return 1 / (1 + np.exp(-a))
    # end


def sigmoidBackward(b, g_b):
    """g_a, for b = sigmoidForward(a) and g_b = ∂J/∂b."""
    # answer: the slope of the sigmoid is simplest in terms of b
    return g_b * b * (1 - b)
    # end
