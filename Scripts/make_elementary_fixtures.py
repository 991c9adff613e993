"""Writes Fixtures/ReferenceOutputs/elementary.txt: exp, log, tanh and sigmoid to 60 digits.

A line is `NAME X Y REST`: the function value of X is Y + REST ulps of Y, where Y is the nearest
double and REST is in −0.5…0.5. X and Y are hexadecimal, so nothing is rounded on reading.

Needs requirements.txt; written with mpmath 1.3.0.
"""

import math
import os
import random
from pathlib import Path

import mpmath
from mpmath import mpf

OUTPUT = Path(__file__).resolve().parent.parent / "Fixtures" / "ReferenceOutputs" / "elementary.txt"
SMALLEST, SMALLEST_NORMAL, LARGEST = 5e-324, 2.0**-1022, math.nextafter(math.inf, 0)
COUNT = 125  # points in each interval

mpmath.mp.dps = 60


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


# The function, points at which it is hard or the method changes, uniform intervals, and intervals
# of exponents.
FUNCTIONS = {
    "exp": (mpmath.exp, [0.0, 1.0, -1.0, SMALLEST, -SMALLEST, 709.78271289338397, 709.0, -708.4,
                         -745.13321910194110, math.log(2) / 2, -math.log(2) / 2],
            [(-745.1, 709.78), (-1, 1), (-745.1, -708)], [(-60, -1)]),
    "log": (mpmath.log, [1.0, math.nextafter(1, 0), math.nextafter(1, 2), SMALLEST, SMALLEST_NORMAL,
                         math.nextafter(SMALLEST_NORMAL, 0), LARGEST, 0.5**0.5, 2**0.5, 2.0, 0.5],
            [(0, 10), (0.5, 2)], [(-1073, 1023), (-1073, -1022)]),
    "tanh": (mpmath.tanh, [0.0, SMALLEST, -SMALLEST, SMALLEST_NORMAL, 18.4, 19.0, 19.1, LARGEST,
                           math.log(2) / 4, -math.log(2) / 4],
             [(-1, 1), (-0.1, 0.1), (-20, 20)], [(-1073, -1)]),
    "sigmoid": (sigmoid, [0.0, SMALLEST, -SMALLEST, 36.7, 36.8, 37.5, -36.7, -708.4, -745.1, 1e4],
                [(-1, 1), (-40, 40), (-745.1, 0), (-745.1, -700)], []),
}


def points(numbers, hard, intervals, exponents):
    yield from hard
    for low, high in intervals:
        yield from (numbers.uniform(low, high) for _ in range(COUNT))
    for low, high in exponents:
        for _ in range(COUNT):
            yield math.ldexp(numbers.uniform(0.5, 1), numbers.randint(low, high))


def rounded(value):
    """The nearest double and what it lacks, in its ulps."""
    if value == 0:
        return 0.0, 0.0
    exponent = max(int(mpmath.floor(mpmath.log(abs(value), 2))) - 52, -1074)
    whole = int(mpmath.nint(mpmath.ldexp(value, -exponent)))
    if abs(whole) == 2**53:
        exponent += 1
        whole //= 2
    return math.ldexp(whole, exponent), float(mpmath.ldexp(value, -exponent) - whole)


def lines():
    numbers = random.Random(0)
    for name, (function, *where) in FUNCTIONS.items():
        for x in points(numbers, *where):
            y, rest = rounded(function(mpf(x)))
            yield f"{name} {x.hex()} {y.hex()} {rest:.4f}"


temporary = OUTPUT.with_name(OUTPUT.name + ".part")
temporary.write_text("\n".join(lines()) + "\n", newline="\n")
os.replace(temporary, OUTPUT)
