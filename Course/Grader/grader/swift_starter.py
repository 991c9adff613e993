"""The starter's package, into which answers are laid, and its compiler.

As root the compiler is a user of its own, to whom only `.build` belongs. Nobody but root can write
the package, so what one submission does is over with it.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from language import SWIFT
from starter import COMPILER, MOST_ERRORS, Build, GraderFault, Starter, prefix, watch
from submission import shown

MOST_LOG = 4 << 20

ERROR = re.compile(r"(?:.*/)?(Sources/Answers/[^/:]+:\d+:\d+: error: .*)")
PLACE = re.compile(r"(?<![\w.:/])/(?:[\w.+@-]+/)+")


class SwiftStarter(Starter):
    language = SWIFT

    def __init__(self, root, seconds, memory):
        super().__init__(root, seconds, memory)
        self.pristine = self.root / ".answers"
        self.program = self.root / ".build/debug/answers"

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

    def build(self, files):
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


def without_places(line):
    """File names without the folders of this machine."""
    return PLACE.sub("", line)


def last_lines(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(lines[-5:]) or "the compiler said nothing"
