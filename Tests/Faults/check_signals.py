"""Stops training runs by signals, and looks at when and how they end.

    python3 Tests/Faults/check_signals.py PROGRAMS [--large] [--busy]

PROGRAMS is the folder of the built programs, `.build/debug`. Exit code 1 where a run does not end as
the README says, or with --large later than a second after the signal, which is for a machine that
does nothing else. --large: also networks of which a single step takes long; --busy: while another
process computes.
"""

import argparse
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "handout-data"
CODES = {signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGTERM: 143}
ENTITIES = f"--quiet --data {DATA}/titles --model m"
SMALL = [
    f"ocr train small --epochs 1000000 --hidden 50 --quiet --data {DATA} --output run",
    f"entities train mlp --epochs 1000000 {ENTITIES}",
    f"entities train lstm --epochs 1000000 {ENTITIES}",
    f"regression mlp --epochs 1000000 --quiet --data {DATA}/regression",
    "mlp --epochs 10000",
]
# A second after the start they read or begin, later they are at an epoch's steps or its end.
LARGE = [
    (f"ocr train large --hidden 20000 --epochs 100 --quiet --data {DATA} --output run",
     (3, 8, 13, 14, 15, 16, 17)),
    (f"entities train lstm --hidden 3000 {ENTITIES}", (5, 8, 11, 14, 17)),
]


def start(programs, command, folder, **options):
    program, *words = command.split()
    return subprocess.Popen(
        [programs / program, *words], cwd=folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, **options)


def stopped(programs, command, seconds, number):
    """Exit code, errors, and the seconds from the signal to the end."""
    with tempfile.TemporaryDirectory() as folder:
        run = start(programs, command, folder)
        time.sleep(seconds)
        run.send_signal(number)
        begin = time.monotonic()
        _, errors = run.communicate(timeout=300)
        return run.returncode, errors, time.monotonic() - begin


def check_codes(programs):
    for command in SMALL:
        for number, code in CODES.items():
            found, errors, _ = stopped(programs, command, 2, number)
            if found != code or errors.count("\n") != 1 or ": interrupted" not in errors:
                yield f"{command}, {number.name}: {found} {errors}"


def check_ignored(programs):
    """A signal that is ignored at the start stays so, and the others do not."""
    with tempfile.TemporaryDirectory() as folder:
        run = start(
            programs, SMALL[0], folder,
            preexec_fn=lambda: [signal.signal(n, signal.SIG_IGN)
                                for n in (signal.SIGINT, signal.SIGHUP)])
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGINT):
            time.sleep(1)
            run.send_signal(number)
        time.sleep(1)
        if run.poll() is not None:
            yield f"{SMALL[0]}: an ignored signal ends it"
        run.terminate()
        run.communicate()
        if run.returncode != 143:
            yield f"{SMALL[0]}: {run.returncode} after SIGTERM"


def check_moments(programs):
    """A signal may come in the midst of an allocation, of which this command makes many."""
    for k in range(30):
        run = subprocess.Popen(
            [programs / "entities", "experiment", "batch-size", "--epochs", "1000000",
             "--data", DATA / "titles"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        run.stdout.readline()
        time.sleep(0.002 * (k % 20))
        run.send_signal(signal.SIGINT)
        try:
            run.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            run.kill()
            run.communicate()
        if run.returncode != 130:
            yield f"entities experiment, signal {k}: {run.returncode}"


def check_times(programs):
    for command, moments in LARGE:
        times = []
        for seconds in moments:
            code, errors, late = stopped(programs, command, seconds, signal.SIGINT)
            times.append(late)
            print(f"  after {seconds} s: {late:.2f} s, {errors.strip()}")
            if code != 130 or late > 1:
                yield f"{command}: {code}, {late:.2f} s after a signal at {seconds} s"
        print(f"{command}: median {statistics.median(times):.2f} s, at most {max(times):.2f} s")


def main():
    # A shell's background processes ignore SIGINT, and their children inherit that.
    for number in CODES:
        signal.signal(number, signal.SIG_DFL)
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", type=pathlib.Path)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--busy", action="store_true")
    arguments = parser.parse_args()
    programs = arguments.programs.resolve()
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"]) if arguments.busy else None
    try:
        failures = (list(check_times(programs)) if arguments.large else []) + list(
            check_codes(programs)) + list(check_ignored(programs)) + list(check_moments(programs))
    finally:
        if busy:
            busy.kill()
    for failure in failures:
        print(failure)
    print(f"signals: {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
