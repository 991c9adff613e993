"""Writes Fixtures/ReferenceOutputs/random.txt: what NumPy's RandomState draws.

A line `case NAME SEED` starts a new RandomState; every further line is one call on it, with the
name and arguments of the Swift method, and what NumPy draws:

    uniform -0.1 0.1 = -0.08473…

So the calls of a case share one stream, and a call that consumes too many or too few words spoils
the next. `words` are raw 32-bit words of the Mersenne Twister. Decimals are the shortest that give
the same double again.
"""

import os
from pathlib import Path

import numpy as np

SEEDS = [0, 7, 42, 2**32 - 1]
OUTPUT = Path(__file__).resolve().parent.parent / "Fixtures" / "ReferenceOutputs" / "random.txt"


def shuffled_squares(random, count):
    squares = [i * i for i in range(count)]
    random.shuffle(squares)
    return squares


CALLS = {
    "words": lambda random, count: random.randint(0, 2**32, count, dtype=np.uint32),
    "randomSample": lambda random: [random.random_sample()],
    "uniform": lambda random, low, high: [random.uniform(low, high)],
    # For 64-bit integers randint draws as `random_interval` does, which NumPy does not expose.
    "integer": lambda random, maximum: [random.randint(0, maximum + 1, dtype=np.int64)],
    "shuffleSquares": shuffled_squares,
    "permutation": lambda random, count: random.permutation(count),
    "standardNormal": lambda random: [random.standard_normal()],
    "normal": lambda random, mean, deviation: [random.normal(mean, deviation)],
}

CASES = {
    # The state is 624 words: the 625th and the 1249th are the first after a refill.
    "words": [("words", 1300)],
    "randomSample": [("randomSample",)] * 700,
    "uniform": [("uniform", -0.1, 0.1)] * 40 + [("uniform", 3.0, 1e10), ("uniform", 5.0, -2.5)] * 5,
    "integer": [
        ("integer", maximum)
        for maximum in [0, 1, 2, 9, 127, 128, 2**31, 2**32 - 1, 2**32, 10**12, 2**62, 0, 5] * 4
    ],
    "shuffle": [
        call for count in [0, 1, 2, 3, 10, 100]
        for call in [("shuffleSquares", count), ("randomSample",)]
    ],
    "permutation": [
        call for count in [0, 1, 2, 10, 1000]
        for call in [("permutation", count), ("randomSample",)]
    ],
    "standardNormal": [("standardNormal",)] * 501 + [("randomSample",)] + [("standardNormal",)] * 2,
    "normal": [("normal", 3.0, 0.25), ("normal", -1e6, 1e3), ("normal", 0.0, 0.1)] * 5,
    "mixed": [
        ("standardNormal",), ("uniform", -0.1, 0.1), ("standardNormal",), ("permutation", 7),
        ("normal", 1.0, 2.0), ("shuffleSquares", 6), ("integer", 9), ("normal", -1.0, 0.5),
        ("randomSample",), ("integer", 10**10), ("standardNormal",), ("permutation", 1),
    ] * 3,
}


def lines():
    for name, calls in CASES.items():
        for seed in SEEDS:
            random = np.random.RandomState(seed)
            yield f"case {name} {seed}"
            for function, *arguments in calls:
                drawn = np.asarray(CALLS[function](random, *arguments)).tolist()
                yield " ".join(map(str, [function, *arguments, "=", *drawn]))


OUTPUT.parent.mkdir(parents=True, exist_ok=True)
temporary = OUTPUT.with_name(OUTPUT.name + ".part")
temporary.write_text("\n".join(lines()) + "\n", newline="\n")
os.replace(temporary, OUTPUT)
