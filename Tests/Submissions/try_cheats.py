"""Grades submissions that cheat, and sees that none of them gets anything, or leaves anything.

    try_cheats.py OCR BIN [NAME…]

OCR is the built program `ocr`; BIN is where Tests/Submissions was built. Needs Linux, root and
Python's own library. Prints a line a cheat, and at the end `N passed, M failed`.
"""

import concurrent.futures
import ctypes
import dataclasses
import hashlib
import json
import os
import pathlib
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Where anybody may leave a file, and where a cheat would like to.
WRITABLE = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/dev/mqueue", "/home", "/root"]
# Numbers that no user of a system has, and that no grader takes by itself: what is left of a grade
# that was killed is not a cheat's. Cheats refuses to run as anybody outside of 61184…65279.
USERS = range(65024, 65280)
PARTS, WATCHDOG, LATER = 30, 120, 4

YARDSTICKS = ["empty", "blank", "only-linear"]
# What may earn points, and how many at most: what is right in it is right.
HARMLESS = {"only-linear": 18, "rounding-mode": 100, "names-that-bite": 100}
# In seconds: enough for what answers or gets in, and no more than that for what never does.
TIME, TIME_OF_SLEEPERS, TIME_OF_WRITERS = "0.6", "0.25", "5"
SLEEPERS = {
    "an-answer-drop-by-drop", "closes-everything", "endless-loop", "files-everywhere",
    "ignores-signals", "right-too-late", "sleep", "stops-itself", "threads-that-never-end",
}
WRITERS = {"memory-in-dev-shm", "memory-without-a-name"}
# These are graded a second time where everybody may enter the folder of the references.
READERS = [
    "references-by-path", "references-by-the-parent", "references-by-links", "uncovered-references",
    "changed-references", "the-report", "its-folder-is-a-link", "links-in-its-folder",
]


class Place:
    """Private copies of all that a grader needs: a cheat that succeeds harms nothing else."""

    def __init__(self, ocr, built, is_open=False):
        self.is_open, self.built = is_open, built
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cheats-"))
        # The answers' user must reach the programs.
        self.folder.chmod(0o711)
        self.private = self.folder / "private"
        self.private.mkdir(mode=0o755 if is_open else 0o700)
        for name in ["Fixtures", "handout-data"]:
            shutil.copytree(ROOT / name, self.private / name)
        for name in ["ocr", "grader"]:
            shutil.copy(ocr.parent / name, self.private / name)
        self.programs = self.folder / "programs"
        self.programs.mkdir(mode=0o711)
        self.known = self.state()

    def program(self, name):
        """The program of all cheats, under the name of one."""
        path = self.programs / name
        if not path.exists():
            shutil.copy(self.built / "Cheats", path)
            path.chmod(0o755)
            self.known[path] = digest(path)
        return path

    def state(self):
        """Whatever must stay as it is."""
        return {path: digest(path) for path in self.folder.rglob("*") if path.is_file()}

    def harm(self):
        """The files that were changed, removed or made."""
        state = self.state()
        return sorted(path for path in state.keys() | self.known.keys()
                      if state.get(path) != self.known.get(path))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclasses.dataclass
class Run:
    """A submission that is graded, and what is wrong with how it was."""

    place: Place
    name: str
    user: int
    score: float = None
    seconds: float = 0
    reasons: list = dataclasses.field(default_factory=list)
    problems: list = dataclasses.field(default_factory=list)

    def __post_init__(self):
        # What is left of this user's processes is killed.
        assert self.user in USERS

    @property
    def report(self):
        return self.place.private / f"{self.name}.json"

    def line(self):
        most = max(set(self.reasons), key=self.reasons.count) if self.reasons else ""
        title = self.name + (" (open)" if self.place.is_open else "")
        score = "no" if self.score is None else f"{self.score:.4g}"
        return f"{title:30} {score:>5} points in {self.seconds:4.1f} s  {most[:60]}"


def command(run):
    limit = TIME_OF_SLEEPERS if run.name in SLEEPERS else TIME
    limit = TIME_OF_WRITERS if run.name in WRITERS.union(HARMLESS, YARDSTICKS) else limit
    words = [run.place.private / "ocr", "grade", "--answers", run.place.program(run.name),
             "--json", run.report, "--log", "--time", limit, "--memory", "256"]
    # The user whom the grader takes by itself must do for the yardsticks.
    return words + ([] if run.name in YARDSTICKS else ["--as", str(run.user)])


def grade(run):
    """Grades on a terminal of its own, which shows nothing: what the grader says goes elsewhere."""
    begin = time.monotonic()
    terminal, other_end = pty.openpty()
    # The first terminal that the leader of a session opens is the session's.
    words = ["sh", "-c", 'exec "$@" < "$0"', os.ttyname(other_end)] + command(run)
    process = subprocess.Popen(
        words, cwd=run.place.private, start_new_session=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        output, errors = process.communicate(timeout=WATCHDOG)
    except subprocess.TimeoutExpired:
        run.problems.append(f"the grader did not end within {WATCHDOG} s")
        process.kill()
        output, errors = process.communicate()
    run.seconds = time.monotonic() - begin
    os.set_blocking(terminal, False)
    try:
        run.problems.append(f"the terminal shows {os.read(terminal, 100)!r}")
    except OSError:
        pass
    os.close(terminal)
    os.close(other_end)
    if process.returncode != 1:
        run.problems.append(f"the grader ended with {process.returncode}: {errors[:200]!r}")
    text = output.decode(errors="replace")
    # What a cheat prints stands behind a bar.
    logged = {line.strip().removeprefix("| ") for line in text.splitlines() if "   | " in line}
    run.problems += sorted(line for line in logged if line.startswith("GOT IN"))[:5]
    check_text(run, "the output", text)
    check_report(run)
    check_processes(run)
    return run


def check_text(run, what, text):
    # Controls, and what changes the direction of writing.
    odd = {c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")}
    if odd:
        run.problems.append(f"{what} has {sorted(odd)}")


def check_report(run):
    try:
        results = json.loads(run.report.read_bytes())
        run.score = results["score"]
        run.reasons = [test["output"] for test in results["tests"]]
        total = sum(test["score"] for test in results["tests"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        run.problems.append(f"the report: {error!r}")
        return
    run.place.known[run.report] = digest(run.report)
    if len(run.reasons) != PARTS or results["max_score"] != 100:
        run.problems.append("the report is not whole")
    if abs(total - run.score) > 1e-6:
        run.problems.append(f"the parts earn {total}")
    check_text(run, "the report", "\n".join(run.reasons))
    check_score(run)


def check_score(run):
    most = HARMLESS.get(run.name, 0)
    if run.score > most:
        run.problems.append(f"earns {run.score}")
    if run.name == "only-linear" and run.score != most:
        run.problems.append(f"what is written earns {run.score}")
    if run.name == "blank" and not all(r.startswith("not written yet") for r in run.reasons):
        run.problems.append("not every part says that it is not written")


def check_processes(run):
    """Nothing runs any more that is the user's or an instance of the program."""
    program, left = str(run.place.program(run.name)), []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            is_users = process.stat().st_uid == run.user
            if is_users or os.readlink(process / "exe").removesuffix(" (deleted)") == program:
                left.append(int(process.name))
        except OSError:
            continue
    if left:
        run.problems.append(f"left {len(left)} processes")
    for process in left:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass


def strays(users):
    """Files of these users where anybody may write; they are removed."""
    found = []
    for place in WRITABLE:
        for path in pathlib.Path(place).glob("*"):
            try:
                if path.lstat().st_uid in users:
                    found.append(f"{path} was left")
                    subprocess.run(["rm", "-rf", "--one-file-system", path], check=True)
            except OSError:
                continue
    return found


def kept_by_the_system(users):
    """Segments, queues and semaphores of these users; they are removed."""
    found = []
    for kind, option in [("shm", "-m"), ("msg", "-q"), ("sem", "-s")]:
        lines = pathlib.Path(f"/proc/sysvipc/{kind}").read_text().splitlines()
        names = lines[0].split()
        for line in lines[1:]:
            entry = dict(zip(names, line.split()))
            if int(entry["cuid"]) in users:
                found.append(f"{kind} {entry['key']} was left")
                subprocess.run(["ipcrm", option, entry[names[1]]], check=True)
    if ctypes.CDLL(None).mq_unlink(b"/cheat") == 0:
        found.append("the queue /cheat was left")
    return found


def all_names(built):
    """What the program of all cheats says when it is called so."""
    return subprocess.run(
        ["list"], executable=built / "Cheats", capture_output=True, check=True,
        text=True).stdout.split()


def main():
    if os.getuid() != 0:
        raise SystemExit("only root can grade a cheat as a user of its own")
    ocr, built = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    names = sys.argv[3:] or all_names(built)
    begin = time.monotonic()
    places = [Place(ocr, built), Place(ocr, built, is_open=True)]
    tried = [(places[0], n) for n in names] + [(places[1], n) for n in names if n in READERS]
    runs = [Run(place, name, USERS[(os.getpid() + k) % len(USERS)])
            for k, (place, name) in enumerate(tried)]
    passed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for run in pool.map(grade, runs):
            print(run.line(), flush=True)
            for problem in run.problems:
                print(f"    FAILED: {problem}", flush=True)
            passed += not run.problems
    # What some do three seconds later.
    time.sleep(LATER)
    users = {run.user for run in runs if run.name not in YARDSTICKS}
    harmed = [f"{path} is not as it was" for place in places for path in place.harm()]
    harmed += strays(users) + kept_by_the_system(users)
    for line in harmed[:20]:
        print(f"FAILED: {line}")
    for place in places:
        shutil.rmtree(place.folder)
    failed = len(runs) - passed + len(harmed)
    print(f"{passed} passed, {failed} failed in {time.monotonic() - begin:.0f} s")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
