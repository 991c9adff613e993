"""Tries a course as students will: `course check` runs this with a teacher's own options.

    python3 check.py PROGRAMS [--quick] OPTION...

A starter and a grader are made with the options; then the solution is graded, the blanks, each blank
alone, and answers with common mistakes; with --quick, a few of these. A line for each: the points, those that are expected, and whether they
are. Exit code 1 where one is not.
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

import mistakes
from parts import BUILT_OF_IT, FILES, OWN


def run(*words):
    """Runs a program; where it fails, so does this one."""
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(result.stderr.strip() or f"course: {words[0]} ended with {result.returncode}")
    return result


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
        """Each with its files, the parts that must earn nothing, and those that may lose points."""
        parts = set(self.points)
        yield "solution", self.solved, set(), set()
        own = {part for name in self.blanks for part in OWN[name]}
        yield "blanks", self.blank, own, self.built_of(self.blanks)
        for name in self.blanks:
            file = FILES[name][self.language]
            files = {**self.solved, file: self.blank[file]}
            yield f"without {name}", files, set(OWN[name]), self.built_of([name])
        for name, (file, right, wrong, part) in mistakes.ALL[self.language].items():
            text = self.solved[file].decode()
            assert text.count(right) == 1, f"{file} has {right!r} {text.count(right)} times"
            yield name, {**self.solved, file: text.replace(right, wrong).encode()}, {part: ...}, parts

    def built_of(self, names):
        return {part for name in names for user in BUILT_OF_IT[name] for part in OWN[user]}

    def verdict(self, row, none, some):
        """Whether the points are right: nothing of some parts, and all of what is not touched."""
        found = {part: float(row[part]) for part in self.points}
        if isinstance(none, dict):
            return all(found[part] < self.points[part] for part in none) and not row["reason"]
        return all(found[part] == 0 for part in none) and all(
            abs(found[part] - points) < 1e-9 for part, points in self.points.items()
            if part not in none | some)


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
        expected = {}
        submissions = list(course.submissions())
        if "--quick" in sys.argv:
            submissions = submissions[:4] + submissions[-2:]
        for name, files, none, some in submissions:
            expected[name] = none, some
            hand_in(folder / "submissions" / name, files, course.language)
        result = run(
            sys.executable, course.grader / "grader/grade.py", "--folder", folder / "submissions",
            "--output", folder / "grades.csv")
        if not (folder / "grades.csv").is_file():
            sys.exit(result.stderr)
        with open(folder / "grades.csv", newline="") as file:
            rows = {row["student"]: row for row in csv.DictReader(file)}
    wrong = 0
    print(f"{'submission':24} points  verdict")
    for name, (none, some) in expected.items():
        row = rows[name]
        is_right = course.verdict(row, none, some)
        wrong += not is_right
        words = row["reason"] or row["mistakes"].split("; ")[0]
        print(f"{name:24} {float(row['total']):6.4g}  {'right' if is_right else 'WRONG'}  {words}")
    print(f"{len(rows)} submissions in {time.monotonic() - start:.0f} s, "
          f"{wrong or 'none'} graded otherwise than expected")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
