"""Submissions made of Scripts/answers_numpy.py, with some of its functions replaced."""

import importlib.util
import pathlib
import sys

ANSWERS = pathlib.Path(__file__).resolve().parents[2] / "Scripts" / "answers_numpy.py"


def answers(changes=()):
    """Its own copy of the module, in which `changes`, by name, take the place of functions."""
    spec = importlib.util.spec_from_file_location("answers_numpy", ANSWERS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, replacement in dict(changes).items():
        getattr(module, name)  # raises if there is nothing to replace
        setattr(module, name, replacement)
    return module


right = answers()


def each(prefix, replaced, functions):
    """Named changes: each of the functions takes the place of the one that is `replaced`."""
    return {f"{prefix}.{name}": {replaced: function} for name, function in functions.items()}


def in_type(number):
    """Changes with which everything is computed in another type of numbers; the wire has F64."""
    def read(stream):
        if request := right.read(stream):
            tensors, texts = request
            return {name: tensor.astype(number) for name, tensor in tensors.items()}, texts

    return {
        "read": read,
        "one_hot": lambda *labels: right.one_hot(*labels).astype(number),
        "initialise": lambda *start: [w.astype(number) for w in right.initialise(*start)],
        "message": lambda tensors, texts: right.message(
            {name: number(tensor) for name, tensor in tensors.items()}, texts),
    }


def run(submissions):
    """The command line of a program that can be any of the submissions: NAME or --list."""
    arguments = sys.argv[1:]
    if arguments == ["--list"]:
        print(*submissions, sep="\n")
    elif len(arguments) == 1 and arguments[0] in submissions:
        answers(submissions[arguments[0]]).main()
    else:
        sys.exit(f"usage: {sys.argv[0]} NAME, where --list lists the names")
