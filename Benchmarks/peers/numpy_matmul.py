"""Products of a batch and weights by NumPy's BLAS: requests `matmul N A B share` on standard input,
for N×A times A×B; zeros are multiplied like other numbers, so the share does not matter. The answer
is seconds, the least of some. `OPENBLAS_NUM_THREADS` says on how many threads."""

import sys
import time

import numpy as np

for line in sys.stdin:
    n, inner, columns = map(int, line.split()[1:4])
    random = np.random.RandomState(0)
    a, w = random.uniform(-1, 1, (n, inner)), random.uniform(-1, 1, (inner, columns))
    b = np.empty((n, columns))
    times = []
    while sum(times) < 0.1:
        start = time.perf_counter()
        np.matmul(a, w, out=b)
        times.append(time.perf_counter() - start)
    print(min(times), flush=True)
