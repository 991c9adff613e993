"""The time of a training example as a formula of the network's shape, fitted to measurements."""

import numpy as np
from scipy.optimize import nnls

# M, D, K and the share of ink.
SHAPES = [
    *((128, D, 10, 0.21)
      for D in (4, 8, 16, 32, 50, 64, 100, 128, 200, 256, 400, 512, 768, 1024)),
    *((M, 50, 10, 0.21) for M in (32, 64, 256, 512)),
    *((128, 50, K, 0.21) for K in (2, 26, 64, 100)),
    *((128, 50, 10, ink) for ink in (0.0, 0.1, 0.4, 0.7, 1.0)),
]
FORMULA = "t = c₀ + c₁·ink·M + c₂·D₈ + c₃·(ink·M + 1)·D₈ + c₄·K·D₈"


def padded(n):
    """A row's length in memory: whole vectors of 8."""
    return (n + 7) // 8 * 8


def alpha_bytes(shape):
    M, D, _, _ = shape
    return 8 * (M + 1) * padded(D)


def terms(shape):
    M, D, K, ink = shape
    return [1, ink * M, padded(D), (ink * M + 1) * padded(D), K * padded(D)]


def fit(times, cache):
    """c₀…c₄, none negative, of least relative error where α fits into `cache` bytes; `times` by
    shape."""
    inside = [shape for shape in times if alpha_bytes(shape) <= cache]
    relative = np.array([np.array(terms(shape)) / times[shape] for shape in inside])
    return nnls(relative, np.ones(len(inside)))[0]


def predicted(coefficients, shape):
    return float(np.dot(coefficients, terms(shape)))
