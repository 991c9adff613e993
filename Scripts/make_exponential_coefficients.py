"""Prints the coefficients of the polynomial in Sources/Kernels/Functions/Exp.swift.

exp(r) = 1 + r + r²/2 + r³/6 + r⁴ q(r) for |r| ≤ ½ ln 2, q of degree 7. The polynomial meets exp at
0 four times, and at eight further points spaced like the zeros of a Chebyshev polynomial; there
would be 10.5 of them in the interval, which makes the error divided by r nearly as high near 0 as
at the ends: 0.24 of 2⁻⁵³.

Needs requirements.txt.
"""

from mpmath import cos, exp, factorial, linspace, log, lu_solve, matrix, mp, pi

mp.dps = 60
EDGE = log(2) / 2
TAYLOR = [1 / factorial(n) for n in range(4)]
nodes = [side * EDGE * cos((2 * i + 1) * pi / 21) for i in range(4) for side in (-1, 1)]


def polynomial(coefficients, r):
    return sum(c * r**n for n, c in enumerate(coefficients))


powers = matrix([[r**n for n in range(4, 12)] for r in nodes])
remainder = matrix([exp(r) - polynomial(TAYLOR, r) for r in nodes])
coefficients = [float(c) for c in lu_solve(powers, remainder)]
print(*coefficients, sep="\n")

points = [r for r in linspace(-EDGE, EDGE, 2000) if r]
errors = [abs((exp(r) - polynomial(TAYLOR + coefficients, r)) / r) for r in points]
print("worst error / r:", float(max(errors) * 2**53), "· 2⁻⁵³")
