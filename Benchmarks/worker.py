"""Programs that answer requests, and where they lie."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LETTERS = HERE.parent / "handout-data"
BUILD = HERE / ".build"
DATA = BUILD / "data"
BENCH = HERE / "swift" / ".build" / "release" / "bench"

SINGLE_THREAD = {
    **dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"], "1"),
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
}
LAST_CPU = str(max(os.sched_getaffinity(0)))


class Worker:
    """A program that answers a line with numbers, bound to one CPU unless `free`."""

    def __init__(self, *command, free=False):
        pinned = [] if free else ["taskset", "-c", LAST_CPU]
        self.process = subprocess.Popen(
            [*pinned, *map(str, command)], cwd=DATA, env=os.environ | SINGLE_THREAD,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.process.args} did not answer {request!r}")
        return [float(number) for number in answer.split()]


def python(name, *arguments):
    return Worker(sys.executable, HERE / "peers" / f"{name}.py", *arguments)


def bench(configuration, **options):
    return Worker(HERE / "swift" / ".build" / configuration / "bench", LETTERS, **options)


def count_allocations(request):
    """How many allocations `bench` makes, from its start to its end, for a request."""
    ended = subprocess.run(
        [BENCH, LETTERS], cwd=DATA, input=request + "\n", text=True,
        env=os.environ | {"LD_PRELOAD": str(BUILD / "allocations.so")}, check=True,
        capture_output=True)
    return int(ended.stderr)
