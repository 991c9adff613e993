#!/usr/bin/env python3
"""Grades what students handed in: one submission, or a folder of them.

    python3 grade.py ada.zip --results results.json
    python3 grade.py --folder submissions --output grades.csv --reports reports

A submission is a zip, a tar or a folder, of which Answers/*.swift counts, in Python answers/*.py.
Beside this file are tools/grader, starter and Cases.
"""

import argparse
import os
import pathlib
import re
import signal
import sys

import autolab
import drafts
import summary
from cases import Cases, CasesError
from grading import Grading
from python_starter import PythonStarter
from starter import GraderFault
from submission import shown
from swift_starter import SwiftStarter

HERE = pathlib.Path(__file__).resolve().parent
USAGE, DATA, NO_INPUT, INTERNAL, CANNOT_CREATE, INPUT_OUTPUT = 64, 65, 66, 70, 73, 74
ENDINGS = re.compile(r"\.(zip|tar|tgz|tbz2|txz|tar\.(gz|bz2|xz))$", re.I)


class Stop(Exception):
    """The program ends with one line and an exit code."""

    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Stop(USAGE, f"{message} (--help says more)")


def seconds(text):
    value = float(text)
    if not 0 < value < 1e6:
        raise argparse.ArgumentTypeError("must be a number above 0")
    return value


def mebibytes(text):
    value = int(text)
    if not 16 <= value <= 1 << 20:
        raise argparse.ArgumentTypeError("must be a number from 16 to 1048576")
    return value


def parsed(words):
    parser = Parser(prog="grade.py", description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("submissions", nargs="*", metavar="SUBMISSION", help="a zip, a tar or a folder")
    add("--folder", metavar="DIR", help="grade each zip, tar and folder in it")
    add("--output", metavar="FILE", help="a line per student; beside it FILE's .mistakes.txt")
    add("--reports", metavar="DIR", help="a report for each student")
    add("--results", metavar="FILE", help="Gradescope's results.json, of one submission")
    add("--autolab", action="store_true", help="print Autolab's lines at the end")
    add("--leaderboard", action="store_true",
        help="points, and speed if reference/answers is there")
    add("--prepare", action="store_true", help="build the starter, and end")
    add("--starter", metavar="DIR", default=HERE / "starter")
    add("--cases", metavar="DIR", default=HERE / "Cases")
    add("--grader", metavar="PROGRAM", default=HERE / "tools/grader")
    add("--time", type=seconds, default=60, metavar="SECONDS", help="of a part (60)")
    add("--memory", type=mebibytes, default=2048, metavar="MIB", help="of a part (2048)")
    add("--compile-seconds", type=seconds, default=300, metavar="SECONDS", help="(300)")
    add("--compile-memory", type=mebibytes, default=4096, metavar="MIB", help="(4096)")
    return parser.parse_args(words)


def submissions(arguments):
    """The paths of what is to be graded."""
    paths = [pathlib.Path(path) for path in arguments.submissions]
    if arguments.folder:
        try:
            inside = sorted(pathlib.Path(arguments.folder).iterdir())
        except OSError as error:
            raise Stop(NO_INPUT, f"{arguments.folder}: {error.strerror}") from None
        # Such as .DS_Store, and files of lists: only what may be a submission.
        paths += [
            path for path in inside if not path.name.startswith(".")
            and (path.is_dir() or ENDINGS.search(path.name))]
    if not paths:
        raise Stop(USAGE, "no submission was given (--help says more)")
    for path in paths:
        if not os.path.lexists(path):
            raise Stop(NO_INPUT, f"{shown(str(path))}: no such file or folder")
    if len(paths) > 1 and (arguments.results or arguments.autolab):
        raise Stop(USAGE, "--results and --autolab are for one submission")
    return paths


def students(paths):
    """Each student with the submission; one name never stands for two."""
    names = [ENDINGS.sub("", path.resolve().name) for path in paths]
    whole = [n if names.count(n) == 1 else p.resolve().name for n, p in zip(names, paths)]
    seen = {}
    for name, path in zip(whole, paths):
        seen[name] = seen.get(name, 0) + 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), path


def file_name(student, taken):
    """A plain name of a file for a student's report."""
    plain = re.sub(r"[^A-Za-z0-9_.@+-]", "_", student)[:100].lstrip(".") or "_"
    name, count = plain, 1
    while name in taken:
        count += 1
        name = f"{plain}-{count}"
    taken.add(name)
    return name


def hide_secrets():
    """What lies beside this file and is not for submissions, root alone can read."""
    for folder in ("Cases", "letters", "reference", "tools"):
        if os.geteuid() == 0 and (HERE / folder).is_dir():
            os.chmod(HERE / folder, 0o700)


def prepared(arguments):
    """What grades: the starter, the cases and the grader's program, all of which must be there."""
    is_python = (pathlib.Path(arguments.starter) / "framework/wire.py").is_file()
    kind = PythonStarter if is_python else SwiftStarter
    starter = kind(arguments.starter, arguments.compile_seconds, arguments.compile_memory)
    program = pathlib.Path(arguments.grader).resolve()
    hide_secrets()
    if not is_python and not (starter.root / "Package.swift").is_file():
        raise Stop(NO_INPUT, f"{arguments.starter}: is no starter")
    try:
        starter.lock()
        starter.make_ready()
    except BlockingIOError:
        raise Stop(INPUT_OUTPUT, f"{arguments.starter}: another grade.py uses it") from None
    except OSError as error:
        raise Stop(CANNOT_CREATE, f"{error.filename}: {error.strerror}") from None
    if arguments.prepare:
        return Grading(starter, None, program, HERE / "reference/answers", 0, 0, False)
    if not os.access(program, os.X_OK):
        raise Stop(NO_INPUT, f"{arguments.grader}: is no program that can be run")
    try:
        cases = Cases(arguments.cases)
        if os.geteuid() == 0:
            cases.hide()
    except OSError as error:
        raise Stop(NO_INPUT, f"{error.filename}: {error.strerror}") from None
    except CasesError as error:
        raise Stop(DATA, str(error)) from None
    return Grading(
        starter, cases, program, HERE / "reference/answers", arguments.time, arguments.memory,
        arguments.leaderboard)


def prepare(grading):
    """Builds the starter, and the solved answers where reference/Answers has them."""
    solved = (HERE / "reference/Answers").glob("*" + grading.starter.language.suffix)
    sources = {path.name: path.read_bytes() for path in solved}
    if sources:
        build = grading.starter.build(sources)
        if build.reason:
            raise Stop(DATA, f"reference/Answers was {build.reason}: {build.errors[0]}")
        grading.reference.write_bytes(grading.starter.program.read_bytes())
        grading.reference.chmod(0o700)
    build = grading.starter.build({})
    print(f"the starter is ready; its answers compile in {build.seconds:.1f} s")


def outputs(grading, arguments, paths):
    """Makes the folder of reports, and gives the file of grades, where they were asked for."""
    if arguments.results:
        drafts.expect_replaceable(pathlib.Path(arguments.results), paths)
    if arguments.reports:
        try:
            os.makedirs(arguments.reports, mode=0o700, exist_ok=True)
        except OSError as error:
            raise Stop(CANNOT_CREATE, f"{arguments.reports}: {error.strerror}") from None
    if arguments.output:
        drafts.expect_replaceable(summary.mistakes_path(arguments.output), paths)
        return summary.GradesFile(
            arguments.output, [id for id, _, _ in grading.cases.parts], paths)
    return None


def grade_all(grading, arguments, paths):
    """Grades one after the other, and writes what was asked for. Returns the outcomes."""
    grades = outputs(grading, arguments, paths)
    outcomes, taken = [], set()
    try:
        for student, path in students(paths):
            student, outcome = shown(student), grading.grade(path)
            outcomes.append(outcome)
            if grades:
                grades.add(student, outcome)
            if arguments.reports:
                name = file_name(student, taken)
                summary.write_reports(arguments.reports, name, student, outcome)
            if not arguments.autolab:
                points = summary.points_text(outcome.results["score"])
                print(f"{student}: {points} {outcome.reason}".rstrip(), flush=True)
        if grades:
            summary.write_mistakes(arguments.output, outcomes)
            grades.finish()
    except BaseException:
        if grades:
            grades.give_up()
        raise
    grading.starter.lay({})
    return outcomes


def run(words):
    arguments = parsed(words)
    paths = [] if arguments.prepare else submissions(arguments)
    grading = prepared(arguments)
    if arguments.prepare:
        prepare(grading)
        return 0
    outcomes = grade_all(grading, arguments, paths)
    if arguments.results:
        summary.write_whole(arguments.results, summary.json_text(outcomes[0].results))
    is_at_fault = any(outcome.reason.startswith("the grader's fault") for outcome in outcomes)
    if arguments.autolab:
        print(outcomes[0].results["output"])
        # Without a last line of scores Autolab says that grading failed, and gives no 0.
        print(*([] if is_at_fault else autolab.autolab_lines(outcomes[0])), sep="\n")
    return INTERNAL if is_at_fault else 0


def main():
    # As for an exception, so that nothing is left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run(sys.argv[1:])
    except Stop as stop:
        code, text = stop.code, str(stop)
    except GraderFault as fault:
        code, text = INTERNAL, str(fault)
    except drafts.CannotCreate as error:
        code, text = CANNOT_CREATE, str(error)
    except OSError as error:
        code, text = INPUT_OUTPUT, f"{error.filename}: {error.strerror}"
    except KeyboardInterrupt:
        code, text = 130, "interrupted"
    print(f"grade.py: {shown(text, 1000)}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
