"""The starter's package, into which answers are laid, and its compiler.

As root the compiler is a user of its own, to whom only `.build` belongs. Nobody but root can write
the package, so what one submission does is over with it.
"""

import fcntl
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
from typing import NamedTuple

from language import SWIFT
from submission import shown

# A user that nobody is: below those that the grader takes for answers, 61184 and on.
COMPILER = 61183
MOST_ERRORS = 20
MOST_LOG = 4 << 20
MOST_BYTES_OF_A_FILE = 1 << 30

ERROR = re.compile(r"(?:.*/)?(Sources/Answers/[^/:]+:\d+:\d+: error: .*)")
PLACE = re.compile(r"(?<![\w.:/])/(?:[\w.+@-]+/)+")


class GraderFault(Exception):
    """Something that no submission is to blame for."""


class Build(NamedTuple):
    # Why there is no program; None where there is one.
    reason: str
    # What the compiler says, without the paths of this machine.
    errors: list
    seconds: float


class Starter:
    language = SWIFT

    def __init__(self, root, seconds, memory):
        """A starter in its folder; a build may take these seconds, and this memory in MiB."""
        self.root = pathlib.Path(root).resolve()
        self.answers = self.root / "Sources/Answers"
        self.pristine = self.root / ".answers"
        self.program = self.root / ".build/debug/answers"
        self.seconds, self.memory = seconds, memory
        self.is_root = os.geteuid() == 0

    def lock(self):
        """Keeps others from this starter for as long as this process runs.

        Raises BlockingIOError where one has it already."""
        self.held = open(self.root / ".lock", "w")
        fcntl.flock(self.held, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def make_ready(self):
        """Keeps the starter's own answers, and makes the package root's."""
        if not self.pristine.is_dir():
            draft = self.root / ".answers.draft"
            shutil.rmtree(draft, ignore_errors=True)
            shutil.copytree(self.answers, draft)
            draft.rename(self.pristine)
        self.forget_moved_build()
        for folder in (".build/home", ".build/tmp"):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        if self.is_root:
            self.protect()

    def forget_moved_build(self):
        """What was built in another place cannot be built upon in this one."""
        build = self.root / ".build"
        manifest = build / "debug.yaml"
        if manifest.exists() and f"{build}/" not in manifest.read_text("utf-8", "replace"):
            shutil.rmtree(build)

    def protect(self):
        """Everything is root's and can be read, but for `.build`, which is the compiler's."""
        build = self.root / ".build"
        is_new = os.lstat(build / "home").st_uid != COMPILER
        for folder, folders, files in os.walk(self.root):
            if pathlib.Path(folder) == self.root:
                folders.remove(".build")
            for path in [folder] + [os.path.join(folder, name) for name in files]:
                if not os.path.islink(path):
                    os.chown(path, 0, 0)
                    os.chmod(path, (os.lstat(path).st_mode | 0o444) & 0o755
                             | (0o111 if os.path.isdir(path) else 0))
        if is_new:
            for folder, folders, files in os.walk(build):
                for path in [folder] + [os.path.join(folder, name) for name in folders + files]:
                    os.chown(path, COMPILER, COMPILER, follow_symlinks=False)

    def names(self):
        """The files of answers that the starter has."""
        return sorted(path.name for path in self.pristine.iterdir())

    def lay(self, files):
        """Puts the starter's own answers back, and these over them."""
        shutil.rmtree(self.answers, ignore_errors=True)
        # Without the old times: to the compiler all of them are changed.
        shutil.copytree(self.pristine, self.answers, copy_function=shutil.copyfile)
        for name, content in files.items():
            (self.answers / name).write_bytes(content)

    def build(self, files, name=None):
        """Compiles these files. Where it fails for no reason of theirs, GraderFault is raised."""
        self.lay(files)
        build, log = self.compile()
        if build.reason and not any(line.startswith("Sources/") for line in build.errors):
            # The linker, the time or the compiler: is it the same without them?
            self.lay({})
            own, own_log = self.compile()
            if own.reason:
                raise GraderFault(
                    f"the starter itself is {own.reason}: {shown(last_lines(own_log), 2000)}")
        return build

    def compile(self):
        # Nothing that was made of another's answers may be graded.
        self.program.unlink(missing_ok=True)
        for path in (self.root / ".build/debug/Answers.build").glob("*"):
            if path.suffix in (".o", ".swiftdeps", ".priors", ".d"):
                path.unlink()
        start = time.monotonic()
        with tempfile.TemporaryFile() as log:
            command = prefix(self.is_root) + ["swift", "build", "--product", "answers"]
            try:
                process = subprocess.Popen(
                    command, cwd=self.root, env=self.environment(), stdin=subprocess.DEVNULL,
                    stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
            except OSError as error:
                raise GraderFault(f"{command[0]} cannot be started: {error.strerror}") from None
            stopped = watch(process, start + self.seconds, self.memory << 20)
            log.seek(0)
            text = log.read(MOST_LOG).decode("utf-8", "replace")
        self.sweep()
        seconds = time.monotonic() - start
        return self.outcome(process.returncode, stopped, text, seconds), text

    def sweep(self):
        """Removes what the compiler leaves in its folder for the time being."""
        for path in (self.root / ".build/tmp").iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def outcome(self, code, stopped, text, seconds):
        errors = self.errors(text)
        if stopped == "time":
            late = f"the compiler did not finish within {self.seconds:g} s"
            return Build("not compiled in time", [late], seconds)
        if stopped == "memory":
            used = f"the compiler used more than {self.memory} MiB"
            return Build("not compiled in memory", [used], seconds)
        if code == 0 and self.program.is_file():
            return Build(None, [], seconds)
        if not any(line.startswith("Sources/") for line in errors) and re.search(
                r"Stack dump:|Please submit a bug report|failed due to signal", text):
            return Build("not compiled: the compiler crashed", ["the compiler crashed"], seconds)
        return Build("not compiled", errors or [shown(without_places(last_lines(text)))], seconds)

    def errors(self, text):
        """Lines with file, line and column; if there are none, whatever else is an error."""
        lines = text.splitlines()
        found = [match[1] for match in map(ERROR.match, lines) if match]
        found = found or [line for line in lines if "error: " in line]
        found = list(dict.fromkeys(shown(without_places(line), 300) for line in found))
        more = len(found) - MOST_ERRORS
        return found[:MOST_ERRORS] + ([f"and {more:,} more errors"] if more > 0 else [])

    def environment(self):
        swift = shutil.which("swift")
        if swift is None:
            raise GraderFault("there is no command swift")
        return {
            "PATH": os.pathsep.join([os.path.dirname(swift), "/usr/bin", "/bin"]),
            "HOME": str(self.root / ".build/home"), "TMPDIR": str(self.root / ".build/tmp"),
            "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}


def prefix(is_root):
    """As what and with which limits a compiler runs."""
    bounds = ["prlimit", "--core=0", f"--fsize={MOST_BYTES_OF_A_FILE}", "--nofile=4096"]
    if not is_root:
        return bounds if shutil.which("prlimit") else []
    return [
        "setpriv", "--pdeathsig", "KILL", "--reuid", str(COMPILER), "--regid", str(COMPILER),
        "--clear-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"] + bounds


def without_places(line):
    """File names without the folders of this machine."""
    return PLACE.sub("", line)


def last_lines(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(lines[-5:]) or "the compiler said nothing"


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
