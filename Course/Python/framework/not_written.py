"""What stands where something is still to be written."""

import inspect
import pathlib


class NotWritten(Exception):
    """A function that is still to be written was called."""


def not_written():
    """The body of a function that is still to be written: the grader says so of the parts that call
    it."""
    caller = inspect.stack()[1]
    file = pathlib.Path(caller.filename).name
    raise NotWritten(f"{caller.function} at answers/{file}:{caller.lineno}")
