"""The starter in Python: nothing is compiled, but what is no Python is found before it is asked."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipapp

from language import PYTHON
from starter import MOST_ERRORS, Build, GraderFault, Starter, prefix
from submission import shown

# Reads only: a module that is imported would do what its author likes.
READ = """import ast, json, sys
for name, text in json.load(sys.stdin).items():
    try:
        ast.parse(text.encode("latin1"), name)
    except (SyntaxError, ValueError) as error:
        line = f"{error.lineno}:{error.offset}: " if isinstance(error, SyntaxError) else ""
        print(f"answers/{name}:{line}error: {getattr(error, 'msg', error)}")
"""


class PythonStarter(Starter):
    language = PYTHON

    def make_ready(self):
        self.python = python_with_numpy()
        self.program = self.root / ".program"

    def names(self):
        return sorted(path.name for path in self.answers.glob("*.py"))

    def lay(self, files):
        """The starter's own answers are never changed: they are put into each program anew."""

    def build(self, files):
        """Makes one file of these, the starter's own and its framework: nothing of it lies where
        another program could read it."""
        start = time.monotonic()
        errors = self.errors(files)
        self.program.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            for part in ("answers", "framework"):
                shutil.copytree(
                    self.root / part, f"{folder}/{part}",
                    ignore=shutil.ignore_patterns("__pycache__"))
            for name, content in files.items():
                with open(f"{folder}/answers/{name}", "wb") as file:
                    file.write(content)
            zipapp.create_archive(
                folder, self.program, interpreter=self.python, main="framework.wire:serve")
        self.program.chmod(0o700)
        return Build("not Python" if errors else None, errors, time.monotonic() - start)

    def errors(self, files):
        texts = json.dumps({name: content.decode("latin1") for name, content in files.items()})
        try:
            result = subprocess.run(
                prefix(self.is_root) + [self.python, "-I", "-c", READ], input=texts, text=True,
                capture_output=True, timeout=self.seconds, env={"LANG": "C.UTF-8"},
                errors="replace")
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
