"""The starter in Python: nothing is compiled, but what is no Python is found before it is asked."""

import os
import shutil
import subprocess
import sys
import time

from language import PYTHON
from starter import MOST_ERRORS, Build, GraderFault, Starter, prefix
from submission import shown

# Reads only: a module that is imported would do what its author likes.
READ = """import ast, sys
for path in sys.argv[1:]:
    try:
        ast.parse(open(path, "rb").read(), path)
    except (SyntaxError, ValueError) as error:
        line = f"{error.lineno}:{error.offset}: " if isinstance(error, SyntaxError) else ""
        print(f"answers/{path.rpartition('/')[2]}:{line}error: {getattr(error, 'msg', error)}")
"""
PROGRAM = """#!{python}
import sys
sys.path.insert(0, {folder!r})
from framework.wire import serve
serve()
"""


class PythonStarter(Starter):
    language = PYTHON

    def make_ready(self):
        self.python = python_with_numpy()
        if self.is_root:
            # Its user reads it, and nobody else writes it.
            for folder, _, files in os.walk(self.root):
                for path in [folder] + [os.path.join(folder, name) for name in files]:
                    os.chown(path, 0, 0)
                    os.chmod(path, 0o755 if os.path.isdir(path) else 0o644)

    def names(self):
        return sorted(path.name for path in self.answers.glob("*.py"))

    def lay(self, files):
        """The starter's own answers are never changed: each build has a folder of its own."""

    def build(self, files, name="submission"):
        """A folder with these files over the starter's own, and the program that serves them."""
        start = time.monotonic()
        run = self.root / ".run" / name
        shutil.rmtree(run, ignore_errors=True)
        for part in ("answers", "framework"):
            shutil.copytree(
                self.root / part, run / part, ignore=shutil.ignore_patterns("__pycache__"))
        for file, content in files.items():
            (run / "answers" / file).write_bytes(content)
        self.program = run / "program"
        self.program.write_text(PROGRAM.format(python=self.python, folder=str(run)))
        self.program.chmod(0o755)
        errors = self.errors([run / "answers" / file for file in sorted(files)])
        return Build("not Python" if errors else None, errors, time.monotonic() - start)

    def errors(self, paths):
        command = prefix(self.is_root) + [self.python, "-I", "-c", READ, *map(str, paths)]
        try:
            result = subprocess.run(
                command, capture_output=True, text=True, timeout=self.seconds,
                env={"LANG": "C.UTF-8"}, errors="replace")
        except subprocess.TimeoutExpired:
            return [f"reading it took more than {self.seconds:g} s"]
        lines = [shown(line, 300) for line in result.stdout.splitlines()]
        if result.returncode != 0 and not lines:
            lines = ["Python itself stopped while it read the answers"]
        return lines[:MOST_ERRORS]


def python_with_numpy():
    """A Python that other users can run, if there is one."""
    for python in ("/usr/bin/python3", sys.executable):
        if os.access(python, os.X_OK):
            run = subprocess.run([python, "-c", "import numpy"], capture_output=True)
            if run.returncode == 0:
                return python
    raise GraderFault("there is no python3 that has NumPy")
