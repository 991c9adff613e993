"""What answers are written in."""

from typing import NamedTuple


class Language(NamedTuple):
    name: str
    # The folder whose files count, and where the starter has it.
    folder: str
    path: str
    suffix: str
    # Files that are no answers, wherever they lie.
    never: tuple


SWIFT = Language("Swift", "Answers", "Sources/Answers", ".swift", ("main.swift", "Package.swift"))
PYTHON = Language("Python", "answers", "answers", ".py", ("setup.py",))
