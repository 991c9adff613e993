"""Reads the CSV files given as arguments; a line on standard input, `pandas` or `numpy`, says how.
The answer is seconds."""

import sys
import time

import numpy as np
import pandas as pd

READERS = {
    "pandas": lambda path: pd.read_csv(path, header=None),
    "numpy": lambda path: np.loadtxt(path, delimiter=","),
}

for line in sys.stdin:
    read = READERS[line.strip()]
    start = time.perf_counter()
    for path in sys.argv[1:]:
        read(path)
    print(time.perf_counter() - start, flush=True)
