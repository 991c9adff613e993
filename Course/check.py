"""Tries a course as students will: `course check` runs this with a teacher's own options.

    python3 check.py PROGRAMS [--quick] OPTION...

A starter and a grader are made with the options; then the solution is graded, the blanks, each
blank alone, and answers with common mistakes; with --quick, a few of these. A line for each: its
points, and whether they are those that are expected. Exit code 1 where they are not.
"""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import mistakes
from parts import BUILT_OF_IT, FILES, OWN


def run(*words):
    """Runs a program; where it fails, so does this one."""
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(result.stderr.strip() or f"course: {words[0]} ended with {result.returncode}")


class Submission(NamedTuple):
    name: str
    files: dict
    # Parts that earn nothing, parts that earn less than all, and parts that earn anything.
    none: set = frozenset()
    less: set = frozenset()
    some: set = frozenset()

    def is_right(self, row, points):
        """Whether a row of the table is as expected: what is in no set earns all its points."""
        found = {part: float(row[part]) for part in points}
        full = points.keys() - self.none - self.less - self.some
        return (
            all(found[part] == 0 for part in self.none)
            and all(found[part] < points[part] for part in self.less)
            and all(abs(found[part] - points[part]) < 1e-9 for part in full) and not row["reason"])


class Course:
    """What a teacher makes of these options, below a folder."""

    def __init__(self, programs, folder, options):
        self.grader = folder / "hidden"
        run(programs / "course", "grader", self.grader, "--platform", "folder", *options)
        # The grader's program is here already, and need not be built again.
        shutil.rmtree(self.grader / "package")
        (self.grader / "grader/tools").mkdir()
        shutil.copy(programs / "grader", self.grader / "grader/tools/grader")
        starter = self.grader / "grader/starter"
        self.language = "swift" if (starter / "Package.swift").is_file() else "python"
        self.blank = read(starter / ("Sources/Answers" if self.language == "swift" else "answers"))
        self.solved = read(self.grader / "grader/reference/Answers")
        plan = json.loads((self.grader / "grader/Cases/questions.json").read_text())
        self.points = {
            part["id"]: part["points"] for question in plan["questions"]
            for part in question["parts"]}
        self.blanks = [
            name for name, files in FILES.items()
            if self.blank[files[self.language]] != self.solved[files[self.language]]]

    def submissions(self):
        """What is handed in, and what it must earn."""
        yield Submission("solution", self.solved)
        own = {part for name in self.blanks for part in OWN[name]}
        yield Submission("blanks", self.blank, none=own, some=built_of(self.blanks))
        for name in self.blanks:
            file = FILES[name][self.language]
            files = {**self.solved, file: self.blank[file]}
            yield Submission(
                f"without {name}", files, none=set(OWN[name]), some=built_of([name]))
        for name, (file, right, wrong, part) in mistakes.ALL[self.language].items():
            text = self.solved[file].decode()
            assert text.count(right) == 1, f"{file} has {right!r} {text.count(right)} times"
            files = {**self.solved, file: text.replace(right, wrong).encode()}
            yield Submission(name, files, less={part}, some=set(self.points))


def built_of(names):
    return {part for name in names for user in BUILT_OF_IT[name] for part in OWN[user]}


def read(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def hand_in(folder, files, language):
    place = folder / ("Sources/Answers" if language == "swift" else "answers")
    place.mkdir(parents=True)
    for name, content in files.items():
        (place / name).write_bytes(content)


def main():
    programs = pathlib.Path(sys.argv[1])
    options = [word for word in sys.argv[2:] if word != "--quick"]
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="course-") as scratch:
        # Answers are compiled and run as users of their own.
        os.chmod(scratch, 0o755)
        folder = pathlib.Path(scratch)
        course = Course(programs, folder, options)
        run("sh", course.grader / "setup.sh")
        submissions = list(course.submissions())
        if "--quick" in sys.argv:
            submissions = submissions[:2] + submissions[-2:]
        for submission in submissions:
            hand_in(folder / "submissions" / submission.name, submission.files, course.language)
        run(
            sys.executable, course.grader / "grader/grade.py", "--folder", folder / "submissions",
            "--output", folder / "grades.csv")
        with open(folder / "grades.csv", newline="") as file:
            rows = {row["student"]: row for row in csv.DictReader(file)}
    wrong = 0
    print(f"{'submission':24} points  verdict")
    for submission in submissions:
        row = rows[submission.name]
        is_right = submission.is_right(row, course.points)
        wrong += not is_right
        verdict = "right" if is_right else "WRONG"
        words = row["reason"] or row["mistakes"].split("; ")[0]
        print(f"{submission.name:24} {float(row['total']):6.4g}  {verdict}  {words}".rstrip())
    print(f"{len(rows)} submissions in {time.monotonic() - start:.0f} s, "
          f"{wrong or 'none'} graded otherwise than expected")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
