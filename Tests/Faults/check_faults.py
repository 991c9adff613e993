"""Lets the system fail, kills programs and starts two at once, and looks at what they leave.

    python3 Tests/Faults/check_faults.py PROGRAMS

PROGRAMS is the folder of the built programs, `.build/debug`. Only for Linux, with a C compiler: see
faults.c. A line for each thing that is wrong, one for each group of checks, and exit code 1 where
one fails:

- whatever call fails while a program writes its results, over none or over others, all files are
  the old ones or all are the new ones, nothing else lies there, and one line says what failed;
- wherever a program is killed, the next to the same place leaves a whole set and nothing else, also
  where that one fails; and until then `ocr report` refuses what is not of one run;
- of two runs into one folder one is told, or comes second: never is there a mixed set.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "handout-data"
# What each call fails with.
ERRORS = {
    "open": "ENOSPC", "write": "ENOSPC", "mkdir": "ENOSPC", "link": "EIO", "fsync": "EIO",
    "rename": "EIO", "close": "EIO", "unlink": "EIO",
}
# Where the result does not hang on them: a file that gets no second name is renamed; after fsync
# nothing is lost when a file is closed; a folder that cannot be made may be there; what cannot be
# removed is left to the next run; and of the fsyncs that of the folder comes after all files.
HARMLESS = {"link", "close", "mkdir", "unlink", "fsync"}
# Over what a run writes, and what the file system lacks.
STATES = {"over none": {}, "over others": {}, "over others, without hard links": {"links": "none"}}

Program = collections.namedtuple("Program", "name old new failing")

# What they write, over what; and a run into the same place that fails, after it has begun.
PROGRAMS = [
    Program(
        "ocr",
        f"train small --epochs 1 --hidden 3 --quiet --output run --data {DATA}",
        f"train small --epochs 2 --hidden 4 --quiet --output run --data {DATA}",
        f"train small --learning-rate 1e308 --quiet --output run --data {DATA}"),
    Program(
        "entities",
        f"train mlp --epochs 1 --hidden 3 --max-len 4 --quiet --data {DATA}/titles"
        " --train-loss loss",
        f"train mlp --epochs 1 --hidden 4 --max-len 5 --quiet --data {DATA}/titles"
        " --train-loss loss",
        f"train mlp --learning-rate 1e308 --max-len 4 --quiet --data {DATA}/titles"
        " --train-loss loss"),
    Program(
        "regression",
        f"linear --epochs 1 --features raw --quiet --data {DATA}/regression --output fit.svg",
        f"linear --epochs 2 --features raw --quiet --data {DATA}/regression --output fit.svg",
        f"linear --step 1e308 --features raw --quiet --data {DATA}/regression --output fit.svg"),
]


class Checks:
    """What was checked, and what of it was not so."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def add(self, wrong):
        """Takes in a check: None, or what is wrong."""
        if wrong is None:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {wrong}")


class Bench:
    """Runs programs, each in a folder of its own."""

    def __init__(self, programs, scratch):
        self.programs, self.scratch = pathlib.Path(programs).resolve(), pathlib.Path(scratch)
        self.shim = self.scratch / "faults.so"
        source = pathlib.Path(__file__).with_name("faults.c")
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", self.shim, source, "-ldl"], check=True)

    def folder(self, contents=None):
        """A new folder, with these files."""
        path = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        for name, data in (contents or {}).items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(data)
        return path

    def start(self, folder, name, words, **fault):
        variables = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        if fault:
            variables |= {"LD_PRELOAD": str(self.shim)}
            variables |= {f"FAULT_{key.upper()}": str(value) for key, value in fault.items()}
        return subprocess.Popen(
            [self.programs / name] + words.split(), cwd=folder, env=variables,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, folder, name, words, **fault):
        """Returns the exit code, and the lines on standard error that are no warnings."""
        process = self.start(folder, name, words, **fault)
        errors = process.communicate(timeout=60)[1].decode()
        return process.returncode, [
            line for line in errors.splitlines() if ": warning: " not in line]

    def written(self, name, words):
        """What a run writes that nothing happens to."""
        folder = self.folder()
        code, errors = self.run(folder, name, words)
        if code != 0:
            sys.exit(f"{name} {words}: exit code {code}: {errors}")
        return contents(folder)

    def calls(self, start, program, lacks):
        """How many calls of each kind the new run makes."""
        log = self.folder() / "log"
        log.touch()
        self.run(self.folder(start), program.name, program.new, log=log, **lacks)
        return collections.Counter(log.read_text().split())


def contents(folder):
    """All files below a folder, by their paths from it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*") if path.is_file()}


def is_aside(path):
    """Whether it is a file that is there only while results are written."""
    return pathlib.PurePath(path).name.startswith(".")


def visible(files):
    return {path: data for path, data in files.items() if not is_aside(path)}


def difference(found, expected):
    """What tells two sets of files apart, in words."""
    names = sorted(set(found) | set(expected))
    return ", ".join(name for name in names if found.get(name) != expected.get(name))


def wrong_after_fault(bench, program, start, new, lacks, call, at):
    """What is wrong after the run over `start` whose call failed; None for nothing."""
    folder = bench.folder(start)
    code, errors = bench.run(
        folder, program.name, program.new, call=call, at=at, how=ERRORS[call], **lacks)
    found = contents(folder)
    if code == 0 and call in HARMLESS:
        if errors:
            return f"{errors} where nothing is wrong"
        aside = [path for path in found if is_aside(path)]
        if aside and (call != "unlink" or len(aside) > 1):
            return f"{aside} lie there"
        if aside:
            # The next run removes it.
            bench.run(folder, program.name, program.new)
            found = contents(folder)
        return None if found == new else f"{difference(found, new)} are not the new ones"
    if code not in (73, 74):
        return f"exit code {code}, {errors}"
    if len(errors) != 1:
        return f"{errors} is not one line"
    return None if found == start else f"{difference(found, start)} are not the old ones"


def wrong_at_kill(bench, folder, program, start, new, lacks):
    """What is wrong right after a kill: what is mixed must be seen to be so."""
    found = visible(contents(folder))
    if program.name != "ocr" or not found:
        return None
    code, errors = bench.run(folder, "ocr", f"report run --output {bench.folder()}/page.html")
    if found in (start, new):
        return None if code == 0 else f"a whole set is refused: {errors}"
    # The record comes last: without it there is no run. Without hard links a file may be missing.
    codes = (65, 66) if lacks or not start else (65,)
    return None if code in codes and len(errors) == 1 else f"exit code {code} for a mixed set"


def wrong_after_kill(bench, folder, program, start, new, lacks, fails):
    """What is wrong after the next run into the folder, which `fails` or not."""
    wrong = wrong_at_kill(bench, folder, program, start, new, lacks)
    if wrong:
        return wrong
    words = program.failing if fails else program.new
    code, errors = bench.run(folder, program.name, words, **lacks)
    found = contents(folder)
    if fails:
        if code != 65:
            return f"exit code {code} where 65 is expected: {errors}"
        return None if found in (start, new) else (
            f"after a failure {difference(found, start)} are not the old ones, "
            f"and {difference(found, new)} not the new ones")
    if code != 0:
        return f"the next run: exit code {code}: {errors}"
    return None if found == new else f"the next run: {difference(found, new)} are not the new ones"


def wrong_after_kill_at(bench, program, start, new, lacks, call, at):
    folder = bench.folder(start)
    code, _ = bench.run(folder, program.name, program.new, call=call, at=at, how="KILL", **lacks)
    if code != -9:
        return f"exit code {code} where it is killed"
    return wrong_after_kill(bench, folder, program, start, new, lacks, fails=at % 2 == 0)


def wrong_after_kill_after(bench, program, start, new, seconds, fails):
    folder = bench.folder(start)
    process = bench.start(folder, program.name, program.new)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    return wrong_after_kill(bench, folder, program, start, new, {}, fails)


def wrong_after_pair(bench, sets, words):
    """Two runs at once into one folder: what is wrong with what they leave, and whether one was
    told."""
    folder = bench.folder()
    processes = [bench.start(folder, "ocr", word) for word in words]
    errors = [process.communicate(timeout=60)[1].decode() for process in processes]
    codes = [process.returncode for process in processes]
    found = contents(folder)
    wanted = [files for files, code in zip(sets, codes) if code == 0]
    told = [text for text, code in zip(errors, codes) if code == 73]
    if len(wanted) + len(told) != 2 or not wanted:
        return f"exit codes {codes}: {errors}", False
    if any(text.count("\n") != 1 or "another process is writing it" not in text for text in told):
        return f"{told} does not tell of another process", False
    if found not in wanted:
        return f"{difference(found, wanted[0])} are not of the run that succeeded", False
    return None, bool(told)


def check_program(bench, pool, checks, program):
    """Every fault, every kill, over none and over the files of an older run."""
    old, new = bench.written(program.name, program.old), bench.written(program.name, program.new)
    assert set(old) == set(new) and old != new, program
    for state, lacks in STATES.items():
        start = {} if state == "over none" else old
        calls = bench.calls(start, program, lacks)
        for what, wrong in (("fails", wrong_after_fault), ("kills", wrong_after_kill_at)):
            places = [(call, at + 1) for call in ERRORS for at in range(calls[call])]
            found = pool.map(lambda place: wrong(bench, program, start, new, lacks, *place), places)
            for (call, at), text in zip(places, found):
                checks.add(text and f"{program.name} {state}: {call} {at} {what}: {text}")
            print(f"{program.name} {state}: {len(places)} calls, each {what}", flush=True)


def check_timed_kills(bench, pool, checks, program, count):
    """Kills at even steps from the start of a run to its end."""
    old, new = bench.written(program.name, program.old), bench.written(program.name, program.new)
    begin = time.monotonic()
    for _ in range(5):
        bench.written(program.name, program.new)
    seconds = (time.monotonic() - begin) / 5
    delays = [seconds * 1.1 * k / count for k in range(count)]
    found = pool.map(
        lambda k: wrong_after_kill_after(bench, program, old, new, delays[k], k % 2 == 0),
        range(count))
    for delay, text in zip(delays, found):
        checks.add(text and f"{program.name}: killed after {1000 * delay:.0f} ms: {text}")
    print(f"{program.name}: killed at {count} moments of {1000 * seconds:.0f} ms", flush=True)


def check_mount(bench, checks):
    """A file that is mounted, as a container's may be, is found before the training."""
    program, folder = PROGRAMS[2], bench.folder({"fit.svg": b"old", "other.svg": b"other"})
    place = ["unshare", "--mount", "sh", "-c", 'mount --bind other.svg fit.svg && exec "$0" "$@"']
    result = subprocess.run(
        place + [bench.programs / program.name] + program.new.split(), cwd=folder, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode in (1, 32, 127):
        print("nothing can be mounted here, so that is not tried")
        return
    is_right = result.returncode == 73 and "fit.svg: is mounted there" in result.stderr
    is_right = is_right and contents(folder) == {"fit.svg": b"old", "other.svg": b"other"}
    checks.add(None if is_right else f"a mounted file: {result.returncode} {result.stderr}")
    print("a file that is mounted", flush=True)


def check_pairs(bench, checks, count):
    words = [
        f"train small --epochs 1 --hidden {hidden} --quiet --output run --data {DATA}"
        for hidden in (4, 5)]
    sets = [bench.written("ocr", word) for word in words]
    told = 0
    for k in range(count):
        wrong, is_told = wrong_after_pair(bench, sets, words)
        checks.add(wrong and f"pair {k}: {wrong}")
        told += is_told
    checks.add(None if told else "no run was told of another")
    print(f"{count} pairs of runs, in {told} of them one is told", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", help="the folder of the built programs")
    parser.add_argument("--kills", type=int, default=70, help="kills by the clock, of each program")
    parser.add_argument("--pairs", type=int, default=200, help="pairs of runs into one folder")
    arguments = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(arguments.programs, scratch)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for program in PROGRAMS:
                check_program(bench, pool, checks, program)
                check_timed_kills(bench, pool, checks, program, arguments.kills)
        check_mount(bench, checks)
        check_pairs(bench, checks, arguments.pairs)
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
