"""What students got, into which their answers are laid, and what looks at these before they are
asked."""

import fcntl
import os
import pathlib
import shutil
import subprocess
import time
from typing import NamedTuple

# A user that nobody is: below those that the grader takes for answers, 61184 and on.
COMPILER = 61183
MOST_ERRORS = 20
MOST_BYTES_OF_A_FILE = 1 << 30


class GraderFault(Exception):
    """Something that no submission is to blame for."""


class Build(NamedTuple):
    # Why there is no program; None where there is one.
    reason: str
    # What the compiler says, without the paths of this machine.
    errors: list
    seconds: float


class Starter:
    """In whatever language: a subclass has `language`, `program`, `make_ready`, `names`, `lay` and
    `build`."""

    def __init__(self, root, seconds, memory):
        """A starter in its folder; a build may take these seconds, and this memory in MiB."""
        self.root = pathlib.Path(root).resolve()
        self.answers = self.root / self.language.path
        self.seconds, self.memory = seconds, memory
        self.is_root = os.geteuid() == 0

    def lock(self):
        """Keeps others from this starter for as long as this process runs.

        Raises BlockingIOError where one has it already."""
        self.held = open(self.root / ".lock", "w")
        fcntl.flock(self.held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def prefix(is_root):
    """As what and with which limits a compiler runs."""
    bounds = ["prlimit", "--core=0", f"--fsize={MOST_BYTES_OF_A_FILE}", "--nofile=4096"]
    if not is_root:
        return bounds if shutil.which("prlimit") else []
    return [
        "setpriv", "--pdeathsig", "KILL", "--reuid", str(COMPILER), "--regid", str(COMPILER),
        "--clear-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"] + bounds


def watch(process, end, memory):
    """Waits, and ends all of the process's session where it takes too long or too much memory.

    Returns which of these it was: "time", "memory" or None."""
    try:
        while process.poll() is None:
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                if time.monotonic() > end:
                    return "time"
                if sum(size for _, size in session(process.pid)) > memory:
                    return "memory"
        return None
    finally:
        end_session(process)


def end_session(process):
    """Ends a process and all that it left behind; again and again, as these may start others."""
    if process.poll() is None:
        process.kill()
    for _ in range(20):
        left = [pid for pid, _ in session(process.pid)]
        for pid in left:
            end_process(pid)
        if not left:
            break
        time.sleep(0.02)
    process.wait()


def end_process(pid):
    try:
        os.kill(pid, 9)
    except ProcessLookupError:
        pass


def session(leader):
    """The processes of a session that run, each with the bytes that it has in memory."""
    found = []
    for name in os.listdir("/proc") if os.path.isdir("/proc") else []:
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat") as file:
                # Behind the name, which is in brackets and may have spaces: state, parent, group,
                # session.
                fields = file.read().rpartition(")")[2].split()
        except (OSError, UnicodeDecodeError):
            continue
        if int(fields[3]) == leader and fields[0] not in "ZX":
            found.append((int(name), int(fields[21]) * os.sysconf("SC_PAGE_SIZE")))
    return found
