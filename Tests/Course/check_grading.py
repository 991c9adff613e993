"""Grades submissions as Gradescope, Autolab and a teacher do, with mistakes and with bad intent.

    python3 Tests/Course/check_grading.py PROGRAMS FOLDER

PROGRAMS is the folder of the built programs, `.build/debug`. FOLDER is where other users may look,
and may be there from another run. Run it as root, as platforms do. A line for each check, and exit
code 1 where one fails.
"""

import csv
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import check_starter
import handed_in
import mistakes
from check_starter import ROOT, expect, folded, put, starter

# `course check` takes them all.
SOME_MISTAKES = ("bias-left-out", "no-sigmoid")
FIELDS = {
    "score", "max_score", "execution_time", "output", "output_format", "test_output_format",
    "test_name_format", "visibility", "stdout_visibility", "extra_data", "tests", "leaderboard"}
TEST_FIELDS = {
    "score", "max_score", "status", "name", "name_format", "number", "output", "output_format",
    "tags", "visibility", "extra_data"}
VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}


class Place:
    """A platform's /autograder below a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.root = folder / "autograder"
        self.source = self.root / "source"
        self.grader = self.source / "grader"
        # Where check_starter.py has built one, if it ran in this folder.
        self.starter = folder / "swift"

    def set_up(self, programs):
        """Writes what a teacher uploads, and makes the image."""
        shutil.rmtree(self.starter / ".answers", ignore_errors=True)
        shutil.rmtree(self.folder / "solved", ignore_errors=True)
        put(programs, self.starter)
        self.grader.mkdir(parents=True, exist_ok=True)
        (self.grader / "starter").unlink(missing_ok=True)
        (self.grader / "starter").symlink_to(self.starter)
        starter(programs, self.folder / "solved", "--blank", "none")
        for part in ("grader", "gradescope"):
            shutil.copytree(ROOT / "Course/Grader" / part, self.source if part == "gradescope"
                            else self.grader, dirs_exist_ok=True)
        for name in ("Cases", "handout-data", "reference", "tools"):
            shutil.rmtree(self.grader / name, ignore_errors=True)
        shutil.copytree(self.starter / "Cases", self.grader / "Cases")
        shutil.copytree(self.starter / "handout-data", self.grader / "handout-data")
        shutil.copytree(self.folder / "solved/Sources/Answers", self.grader / "reference/Answers")
        (self.grader / "tools").mkdir()
        shutil.copy(programs / "grader", self.grader / "tools/grader")
        return run("sh", self.source / "setup.sh")

    def answers(self):
        folder = self.folder / "solved/Sources/Answers"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def hand_in(self, files):
        """What Gradescope finds of a submission of these files."""
        shutil.rmtree(self.root / "submission", ignore_errors=True)
        for name, content in files.items():
            path = self.root / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (self.root / "submission").mkdir(parents=True, exist_ok=True)
        return self.autograde()

    def autograde(self, **environment):
        result = run("sh", self.source / "run_autograder", AUTOGRADER=str(self.root), **environment)
        expect(result.returncode == 0, f"run_autograder ends well {result.stdout.strip()}")
        return json.loads((self.root / "results/results.json").read_text())

    def grade(self, *words):
        return run(sys.executable, self.grader / "grade.py", *words)


def run(*words, **environment):
    return subprocess.run(
        [str(word) for word in words], env={**os.environ, **environment}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_gradescope(results):
    """Whether everything has a name and a type that Gradescope documents."""
    tests = results["tests"]
    return (
        set(results) <= FIELDS and number(results["score"]) and isinstance(results["output"], str)
        and results["visibility"] in VISIBILITIES and results["stdout_visibility"] in VISIBILITIES
        and all(
            set(test) <= TEST_FIELDS and number(test["score"]) and number(test["max_score"])
            and test["status"] in ("passed", "failed") and isinstance(test["number"], str)
            and test["visibility"] in VISIBILITIES for test in tests)
        and all(
            set(entry) <= {"name", "value", "order"} and number(entry["value"])
            and entry.get("order", "desc") in ("asc", "desc")
            for entry in results.get("leaderboard", [])))


def check_gradescope(place, answers):
    results = place.hand_in(handed_in.in_answers(answers))
    expect(results["score"] == 100, f"the answers earn {results['score']}")
    expect(is_gradescope(results), "as Gradescope documents it")
    board = {entry["name"]: entry["value"] for entry in results["leaderboard"]}
    expect(board["points"] == 100 and 0.3 < board["speed"] < 3, f"on the leaderboard: {board}")
    # So says NumPy: Fixtures/ReferenceOutputs/train-and-test/large/test_error.npy.
    expect(board["error rate"] == 0.21, "with the error rate on the test letters")
    blanks = {path.name: path.read_bytes() for path in (place.starter / ".answers").iterdir()}
    results = place.hand_in(blanks)
    expect(results["score"] == 0, "blanks, not in a folder, earn 0 after these")
    expect("not written yet" in results["output"], "and hear why")

    wrong = handed_in.replaced(answers, "Linear", "var sum = ω[i, 0]", 'var sum: Int = "0"')
    results = place.hand_in(handed_in.in_answers(wrong))
    line = 1 + answers["Linear.swift"].decode().split("var sum = ω[i, 0]")[0].count("\n")
    expect(results["score"] == 0 and is_gradescope(results), "what does not compile earns 0")
    expect(f"Sources/Answers/Linear.swift:{line}:" in results["output"], "with file and line")
    expect(str(place.folder) not in json.dumps(results), "and no path of this machine")
    expect(len(results["tests"]) > 20, "and all parts")
    results = place.hand_in({})
    expect(results["score"] == 0 and "no file of Swift" in results["output"], "so does nothing")


def check_failures_of_grader(place, answers):
    bin = place.folder / "bin"
    bin.mkdir(exist_ok=True)
    (bin / "python3").write_text("#!/bin/sh\nkill -9 $$\n")
    (bin / "python3").chmod(0o755)
    results = place.autograde(PATH=f"{bin}:{os.environ['PATH']}")
    expect(results["score"] == 0 and "did not finish" in results["output"], "python may be killed")
    file = place.folder / "fault.json"
    words = [place.folder / "solved/Sources/Answers", "--results", file]
    result = place.grade(*words, "--grader", "/bin/false")
    expect(result.returncode == 70 and "the grader's fault" in result.stdout, "a grader may fail")
    expect("no fault of yours" in json.loads(file.read_text())["output"], "and says so")
    result = place.grade(*words, "--compile-memory", "16")
    expect(result.returncode == 70, "so may a starter that does not build")
    slow = place.folder / "slow"
    slow.mkdir(exist_ok=True)
    (slow / "Slow.swift").write_bytes(handed_in.slow_to_compile())
    result = place.grade(slow, "--compile-seconds", "6")
    is_right = result.returncode == 0 and "not compiled in time" in result.stdout
    expect(is_right, f"but not for answers that take long to compile: {result.stdout.strip()}")


def check_bad_input(place):
    for code, words in (
            (64, []), (64, ["a", "--time", "x"]), (66, ["/no/such.zip"]),
            (66, [place.folder, "--cases", "/no"]), (65, [place.folder, "--cases", place.folder]),
            (66, [place.folder, "--grader", "/no"]), (66, [place.folder, "--starter", "/no"]),
            (73, [place.folder / "bin", "--output", "/no/grades.csv"])):
        (place.folder / "questions.json").write_text("{}")
        result = place.grade(*words)
        is_right = result.returncode == code and result.stdout.count("\n") == 1
        expect(is_right, f"{code}: {result.stdout.strip()}")
    with open(place.starter / ".lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = place.grade(place.folder)
    expect(result.returncode == 74, f"74: {result.stdout.strip()}")
    check_kept_files(place)


def check_kept_files(place):
    """What must not be replaced by grades stays as it is: found before anything is graded."""
    table, submission = place.folder / "kept.csv", place.folder / "kept.zip"
    for path, mode in ((table, 0o444), (submission, 0o644)):
        path.unlink(missing_ok=True)
        path.write_text("kept")
        path.chmod(mode)
    draft = place.folder / ".other.csv.part"
    with open(draft, "w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        for output, words in (
                (table, "is read-only"), (submission, "is read from"),
                (place.folder / "other.csv", "another process is writing it")):
            result = place.grade(submission, "--output", output)
            is_right = result.returncode == 73 and result.stdout.count("\n") == 1
            expect(is_right and words in result.stdout, f"73: {result.stdout.strip()}")
    result = place.grade(submission, "--output", place.folder / "other.csv")
    is_right = result.returncode == 0 and not draft.exists()
    expect(is_right, f"what was left aside is taken over: {result.stdout.strip()}")
    expect(table.read_text() + submission.read_text() == "keptkept", "and all is as it was")


def submissions(place, answers):
    """A folder of what students handed in; names of those that are hostile, with what to expect."""
    folder = place.folder / "submissions"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in SOME_MISTAKES:
        handed_in.write_zip(
            folder / f"{name}.zip", handed_in.in_answers(handed_in.mistaken(answers, name)))
    expected = list(handed_in.hostile(
        folder, answers["Linear.swift"], place.folder / "solved/Sources/Answers"))
    write_programs(place, folder, answers)
    return folder, expected


def write_programs(place, folder, answers):
    """Those that do something bad when they run, or whose names do."""
    def write(name, files):
        handed_in.write_zip(folder / f"{name}.zip", handed_in.in_answers(files))

    grader, start = place.grader, place.starter
    write("spy", handed_in.sigmoid_with(answers, handed_in.SPY, [
        grader / "Cases/questions.json", grader / "Cases/Q1.2/1.right.safetensors",
        grader / "reference/Answers/Sigmoid.swift", grader / "reference/answers",
        grader / "tools/grader"]))
    write("writer", handed_in.sigmoid_with(answers, handed_in.WRITER, [
        start / "Package.swift", start / "Sources/Answers/SGD.swift", start / ".answers/SGD.swift",
        start / "Framework/Package.swift", start / ".build/debug.yaml", start / ".build/new",
        start / ".build/debug/answers", grader / "grade.py", place.folder / "new"]))
    write("endless", handed_in.sigmoid_with(answers, "while true {}"))
    write("=1+2", {})


def small_cases(place):
    """Cases of the forward modules alone: what is graded many times is not asked everything."""
    folder = place.grader / "SmallCases"
    shutil.rmtree(folder, ignore_errors=True)
    plan = json.loads((place.grader / "Cases/questions.json").read_text())
    plan["questions"] = plan["questions"][:1]
    for part in plan["questions"][0]["parts"]:
        shutil.copytree(place.grader / "Cases" / part["id"], folder / part["id"])
    (folder / "questions.json").write_text(json.dumps(plan))
    return folder


def grades(place, folder):
    """The rows of the table by student."""
    table, reports = place.folder / "grades.csv", place.folder / "reports"
    shutil.rmtree(reports, ignore_errors=True)
    table.unlink(missing_ok=True)
    result = place.grade(
        "--folder", folder, "--output", table, "--reports", reports, "--time", "5",
        "--cases", small_cases(place))
    expect(result.returncode == 0, f"all are graded {result.stdout if result.returncode else ''}")
    with open(table, newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    texts = {path.stem: path.read_text() for path in reports.glob("*.txt")}
    return rows, texts


def check_mistakes(place, rows):
    points = points_of_parts(place)
    for name in SOME_MISTAKES:
        part = mistakes.SWIFT[name][-1]
        row = rows[name]
        lost = [p for p in points if float(row[p]) < points[p]]
        named = row["mistakes"].split("; ")[0]
        expect(part in lost and not row["reason"], f"{name}: {row['total']} points, {named}")
        expect(float(row["total"]) < 100 and len(lost) < len(points), f"{name}: other parts stay")
    page = (place.folder / "grades.mistakes.txt").read_text()
    expect("no sigmoid were applied" in page, "the page for the teacher has the mistakes")
    expect(re.search(r"\d+ of \d+: Q1.2 ", page), "and the parts")
    expect("refused" in page and "'=1+2" in rows, "and what was not graded")


def points_of_parts(place):
    plan = json.loads((place.grader / "SmallCases/questions.json").read_text())
    return {part["id"]: part["points"] for q in plan["questions"] for part in q["parts"]}


def check_hostile(rows, texts, expected, alone):
    for name, text, counts in expected:
        total = float(rows[name]["total"])
        is_right = total == alone if counts else total == 0 and rows[name]["reason"]
        expect(is_right, f"{name}: {total:g} points {rows[name]['reason']}")
        expect(text in folded(texts[name]), f"{name}: its report says {text}")
    expect(not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", "".join(texts.values())),
           "no report has a control character")


def check_programs(place, texts, before):
    spy, writer, endless = (folded(texts[name]) for name in ("spy", "writer", "endless"))
    expect("it saw nothing" in spy, "a submission cannot read what is right")
    expect("it wrote nothing" in writer, "nor write the starter")
    expect("did not finish within 5 s" in endless, "nor go on for ever")
    expect(fingerprint(place) == before, "and the starter is as it was")
    escaped = [path for path in place.folder.rglob("escaped*")]
    expect(not escaped and not (place.folder.parent / "escaped.swift").exists(), "nothing escaped")


def fingerprint(place):
    digest = hashlib.sha256()
    for path in sorted(place.starter.rglob("*")):
        if path.is_file() and ".build" not in path.parts:
            digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def check_autolab(place):
    work = place.folder / "autolab"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    shutil.copy(ROOT / "Course/Grader/autolab/autograde-Makefile", work / "Makefile")
    run("tar", "czf", work / "handin.tgz", "-C", place.folder / "solved", "Sources/Answers")
    result = run("make", "-C", work, "--no-print-directory", f"READY={place.grader}")
    lines = result.stdout.splitlines()
    stages, scores = json.loads(lines[-2]), json.loads(lines[-1])
    wanted = {"Q1": 20, "Q2": 25, "Q3": 20, "Q4": 10, "Q5": 10, "Q6": 15}
    expect(scores["scores"] == wanted, f"Autolab: {lines[-1]}")
    expect(scores["scoreboard"] == [100] + list(wanted.values()), "with its scoreboard")
    expect(
        stages["_presentation"] == "semantic" and stages["stages"] == ["Build"] + list(wanted)
        and all(stage in stages for stage in stages["stages"])
        and stages["Build"] == {"compile": {"passed": True}}, "and stages")


def check_python(programs, folder):
    """The solution, and one that looks for it, in a grader for Python."""
    shutil.rmtree(folder, ignore_errors=True)
    made = run(programs / "course", "grader", folder, "--seed", "7", "--language", "python")
    expect(made.returncode == 0, f"Python: the grader is written {made.stdout.strip()}")
    shutil.rmtree(folder / "package")
    (folder / "grader/tools").mkdir()
    shutil.copy(programs / "grader", folder / "grader/tools/grader")
    made = run("sh", folder / "setup.sh")
    expect(made.returncode == 0, f"and made ready: {made.stdout.strip()}")
    submissions = folder / "submissions"
    shutil.copytree(folder / "grader/reference/Answers", submissions / "solution/answers")
    spy = submissions / "spy/answers/sigmoid.py"
    spy.parent.mkdir(parents=True)
    spy.write_text(handed_in.PYTHON_SPY.replace("FOLDER", repr(str(folder))))
    submissions.chmod(0o700)
    result = run(
        sys.executable, folder / "grader/grade.py", "--folder", submissions, "--leaderboard",
        "--reports", folder / "reports")
    expect("solution: 100" in result.stdout, f"graded: {result.stdout.split()}")
    report = (folder / "reports/spy.txt").read_text()
    expect("it saw nothing" in report and "it saw /" not in report, "and nobody sees the solution")
    results = json.loads((folder / "reports/solution.json").read_text())
    board = {entry["name"]: entry["value"] for entry in results["leaderboard"]}
    expect(0.3 < board["speed"] < 3, f"with a leaderboard: {board}")


def main():
    programs, folder = (pathlib.Path(word).resolve() for word in sys.argv[1:])
    if os.geteuid() != 0:
        sys.exit("check_grading.py: only root can grade as platforms do")
    folder.mkdir(parents=True, exist_ok=True)
    place = Place(folder)
    made = place.set_up(programs)
    expect(made.returncode == 0, f"the image is made: {made.stdout.strip()}")
    answers, before = place.answers(), fingerprint(place)
    check_gradescope(place, answers)
    check_failures_of_grader(place, answers)
    check_bad_input(place)
    check_autolab(place)
    batch, expected = submissions(place, answers)
    rows, texts = grades(place, batch)
    check_mistakes(place, rows)
    check_hostile(rows, texts, expected, alone=3)
    check_programs(place, texts, before)
    check_python(programs, folder / "python-grader")
    sys.exit(check_starter.failures > 0)


if __name__ == "__main__":
    main()
