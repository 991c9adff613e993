"""Grades submissions that cheat, and sees that none of them gets anything, or leaves anything.

    try_cheats.py OCR BIN [NAME…]

OCR is the built program `ocr`; BIN is where Tests/Submissions was built. Needs Python's own library
only. As root the grader runs each cheat as a user of its own, which is what most of them are held by.
Prints a line a cheat, and at the end `N passed, M failed`.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WRITABLE = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"]
TIME_OF_A_PART, MEMORY_OF_A_PART = "0.5", "256"
# What may earn points, and how many: what is right in it is right.
HARMLESS = {"only-linear": 18, "rounding-mode": 100, "names-that-bite": 100}
PARTS = 30


class Place:
    """Private copies of all that a grader needs, so that a cheat that succeeds harms nothing else."""

    def __init__(self, ocr, built):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cheats-"))
        # The answers' user must reach the programs, and nothing else.
        self.folder.chmod(0o711)
        self.private = self.folder / "private"
        self.private.mkdir(mode=0o700)
        for name in ["Fixtures", "handout-data"]:
            shutil.copytree(ROOT / name, self.private / name)
        for name in ["ocr", "grader"]:
            shutil.copy(ocr.parent / name, self.private / name)
        self.programs = self.folder / "programs"
        self.programs.mkdir(mode=0o711)
        self.built = built

    def program(self, name):
        path = self.programs / name
        shutil.copy(self.built / ("Constructor" if name == "constructor" else "Cheats"), path)
        path.chmod(0o755)
        return path

    def state(self):
        """Whatever must be as it was."""
        files = [path for path in self.private.rglob("*") if path.is_file()]
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def strays():
    """What cheats left where anybody may write, or at home."""
    places = WRITABLE + [str(pathlib.Path.home()), "/home"]
    found = {path for place in places for path in pathlib.Path(place).glob("cheat-*")}
    return found | {path for place in WRITABLE for path in pathlib.Path(place).glob("answers-*")}


def running(program):
    """The processes of a program, also where its file is gone."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(process / "exe").split(" (deleted)")[0] == str(program):
                found.append(int(process.name))
        except OSError:
            continue
    return found


def grade(place, name):
    """The grade of a submission and what is wrong with how it was graded."""
    program = place.program(name)
    digest = hashlib.sha256(program.read_bytes()).hexdigest()
    report = place.private / f"{name}.json"
    before = time.monotonic()
    run = subprocess.run(
        [place.private / "ocr", "grade", "--answers", program, "--json", report, "--log",
         "--time", TIME_OF_A_PART, "--memory", MEMORY_OF_A_PART],
        cwd=place.private, start_new_session=True, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=150)
    seconds = time.monotonic() - before
    output = run.stdout.decode(errors="replace")
    problems = []
    if run.returncode != 1:
        problems.append(f"the grader ended with {run.returncode}: {run.stderr.decode()[:200]}")
    for line in {line for line in output.splitlines() if "GOT IN" in line}:
        problems.append(line.strip(" |"))
    if any(character < " " and character != "\n" for character in output):
        problems.append("the report has control characters")
    if left := running(program):
        problems.append(f"left {len(left)} processes")
        for process in left:
            os.kill(process, signal.SIGKILL)
    if hashlib.sha256(program.read_bytes()).hexdigest() != digest:
        problems.append("its program is another")
    score, reasons = None, []
    try:
        results = json.loads(report.read_bytes())
        score = results["score"]
        reasons = [test["output"] for test in results["tests"]]
        if len(reasons) != PARTS or results["max_score"] != 100:
            problems.append("the report is not whole")
        if score > HARMLESS.get(name, 0):
            problems.append(f"earns {score}")
        if name == "blank" and not all(reason.startswith("not written yet") for reason in reasons):
            problems.append("not every part says that it is not written")
        if name == "only-linear" and score != HARMLESS[name]:
            problems.append(f"what is written earns {score}")
    except (OSError, ValueError, KeyError) as error:
        problems.append(f"the report: {error!r}")
    program.unlink()
    return name, score, seconds, max(set(reasons), key=reasons.count) if reasons else "", problems


def main():
    ocr, built = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    names = subprocess.run(
        ["bash", "-c", f'exec -a list "{built}/Cheats"'], capture_output=True, check=True, text=True)
    names = sys.argv[3:] or names.stdout.split() + ["constructor"]
    place = Place(ocr, built)
    known, state = strays(), place.state()
    passed, failed = 0, 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, score, seconds, reason, problems in pool.map(lambda n: grade(place, n), names):
            print(f"{name:26} {score} points in {seconds:4.1f} s  {reason[:60]}", flush=True)
            for problem in problems:
                print(f"    FAILED: {problem}", flush=True)
            passed, failed = passed + (not problems), failed + bool(problems)
    # What some do three seconds later.
    time.sleep(4)
    reports = {place.private / f"{name}.json" for name in names}
    changed = {path for path, digest in place.state().items()
               if path not in reports and state.get(path) != digest}
    bad_reports = [path for path in reports if "tests" not in json.loads(path.read_bytes())]
    harmed = sorted(changed | set(bad_reports) | (strays() - known))
    for path in harmed[:20]:
        print(f"FAILED: {path} was changed or left")
    failed += len(harmed)
    shutil.rmtree(place.folder)
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
