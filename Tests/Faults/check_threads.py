"""Runs every program where the system has no thread left, and compares what it makes of the embedded
data with what it makes otherwise.

    python3 Tests/Faults/check_threads.py PROGRAMS

PROGRAMS is the folder of the built programs, `.build/debug`. Only for Linux, with a C compiler: see
no_threads.c. A line for each command that hangs or comes to something else, and exit code 1 where
one does.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "handout-data"
COMMANDS = [
    f"ocr train small --epochs 3 --data {DATA} --output run",
    f"ocr train small --epochs 1 --hidden 5000 --data {DATA} --output run",
    f"ocr neuralnet {DATA}/smallTrain.csv {DATA}/smallTest.csv a b c 2 4 2 0.1",
    f"entities train mlp --epochs 1 --quiet --data {DATA}/titles --model m --train-loss loss",
    f"entities train lstm --epochs 1 --quiet --data {DATA}/titles --model m --train-loss loss",
    # Products that are large enough for several threads.
    "mlp --epochs 1 --hidden 400 --layers 3 --batch-size 500",
    f"regression mlp --epochs 50 --data {DATA}/regression --output fit.svg",
    "ocr check Sigmoid",
]


def results(programs, command, preload):
    """Exit code, output, errors and files; None after two minutes."""
    program, *words = command.split()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | ({"LD_PRELOAD": preload} if preload else {})
        try:
            run = subprocess.run(
                [programs / program, *words], cwd=folder, env=environment, capture_output=True,
                timeout=120)
        except subprocess.TimeoutExpired:
            return None
        files = {file.relative_to(folder): file.read_bytes()
                 for file in sorted(pathlib.Path(folder).rglob("*")) if file.is_file()}
        return run.returncode, run.stdout, run.stderr, files


def main():
    programs, failures = pathlib.Path(sys.argv[1]).resolve(), 0
    with tempfile.TemporaryDirectory() as folder:
        shim = f"{folder}/no_threads.so"
        source = pathlib.Path(__file__).parent / "no_threads.c"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, source], check=True)
        for command in COMMANDS:
            plain, alone = (results(programs, command, preload) for preload in (None, shim))
            if plain is None or plain[0] != 0:
                problem = f"fails: {plain and plain[2].decode()}"
            elif alone is None:
                problem = "hangs without threads"
            elif alone != plain:
                problem = "comes to something else without threads"
            else:
                continue
            failures += 1
            print(f"{command}: {problem}")
    print(f"{len(COMMANDS)} commands without threads: {failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
