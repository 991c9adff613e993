"""Makes starters and sees that they are what a teacher hands out.

    python3 Tests/Course/check_starter.py PROGRAMS FOLDER

The starter in Swift, and then that in Python, whose Python is the one that runs this. PROGRAMS is the
folder of the built programs, `.build/debug`; FOLDER, where the starter is built, may be there from
another run. A line for each check, and exit code 1 where one fails:

- with every answer in its place a starter builds without a warning and earns 100;
- with one blank, its own parts earn 0 and say so, those that are built of it lose points, and all
  others have their points;
- with every blank it earns 0, `check`, `train` and the tests say what is to be written;
- no line of an answer that computes something stands anywhere in it.
"""

import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Course"))

from parts import BUILT_OF_IT, OWN  # noqa: E402

# What a starter must not have a line of, but what is given to everybody.
SECRETS = [
    "Course/Starter/Sources/Answers", "Course/Python", "Scripts/answers_numpy.py",
    "Sources/Layers/Linear.swift", "Sources/Layers/Sigmoid.swift", "Sources/Layers/Softmax.swift",
    "Sources/Layers/CrossEntropy.swift", "Sources/Layers/SoftmaxCrossEntropy.swift",
    "Sources/Operations", "Sources/Kernels/Functions", "Sources/Kernels/Rows",
    "Sources/Kernels/Products", "Sources/Graph", "Sources/Network", "Sources/Autograder/Questions",
    "Sources/Autograder/Harness/SubmissionDefaults.swift", "Tests/Autograder", "Tests/Submissions",
    "Sources/OCRApp/Report/Page/twin.js", "Sources/OCRApp/Report/Page/step.js",
]
GIVEN = ["Course/Starter/Sources/Answers/MyAnswers.swift", "Sources/Kernels/Rows/AddScaled.swift"]
COMPUTES = re.compile(
    r"[-+*/]=|\w [-+*/@] |[-+*/] [\w(]|\b(exp|log|max|sum|dot|forward|backward|uniform|argmax|add)\(")
COUNTS = re.compile(r"\w+ [-+]= 1")

# In Python, where nothing is compiled, all blanks are taken one by one.
SOME = ("linear", "backward")
# How many of the five checks fail then, and how many operands of the others are drawn.
CHECKED = {"linear": (2, 4), "backward": (1, 6)}

failures = 0


def expect(is_right, what):
    global failures
    print(("ok    " if is_right else "WRONG ") + what, flush=True)
    failures += not is_right


def run(*words, folder=None):
    return subprocess.run(
        [str(word) for word in words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True)


def starter(programs, folder, *options):
    result = run(programs / "course", "starter", folder, *options)
    if result.returncode != 0:
        sys.exit(result.stdout)


def put(programs, place, *options):
    """Writes a starter where one is built already: only files that differ are new."""
    with tempfile.TemporaryDirectory() as scratch:
        new = pathlib.Path(scratch) / "new"
        starter(programs, new, *options)
        wanted = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
        there = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
        for path in there - wanted:
            if path.parts[0] not in (".build", "runs"):
                (place / path).unlink()
        for path in wanted:
            old, content = place / path, (new / path).read_bytes()
            if not old.is_file() or old.read_bytes() != content:
                old.parent.mkdir(parents=True, exist_ok=True)
                old.write_bytes(content)
                old.chmod((new / path).stat().st_mode)
        return {path: (new / path).read_bytes() for path in wanted}


def build(place, *words):
    result = run("swift", "build", *words, folder=place)
    if result.returncode != 0:
        sys.exit(result.stdout)
    return [line for line in result.stdout.splitlines() if "warning:" in line]


def grade(place, *program):
    """What the parts earned of what they are worth, with their messages."""
    report = place / "results.json"
    run(*program, "grade", "--json", report, folder=place)
    parts = {}
    for test in json.loads(report.read_text())["tests"]:
        number = re.search(r"Q\d\.\d", test["name"]).group()
        parts[number] = (test["score"], test["max_score"], test.get("output", ""))
    report.unlink()
    return parts


def folded(line):
    return " ".join(line.split())


def secret_lines():
    """The lines of all answers that compute something."""
    lines = {}
    for secret in SECRETS:
        path = ROOT / secret
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            name = str(file.relative_to(ROOT))
            if file.suffix not in (".swift", ".py", ".js") or name in GIVEN:
                continue
            text = file.read_text()
            if name.startswith("Course"):
                text = "\n".join(re.findall(r"(?://|#) answer: .*?(?://|#) end", text, re.S))
            # What follows are the wire and its words, which are given.
            text = text.split("def answer_train")[0]
            for line in text.splitlines():
                line = folded(line)
                is_code = not line.startswith(("//", "#")) and "func " not in line
                if is_code and COMPUTES.search(line) and not COUNTS.fullmatch(line):
                    lines.setdefault(line, name)
    return lines


def points(parts):
    return sum(score for score, _, _ in parts.values())


def check_blank(parts, blank):
    own = OWN[blank]
    others = [part for name in BUILT_OF_IT[blank] for part in OWN[name]]
    expect(all(parts[p][0] == 0 for p in own), f"{blank}: 0 points for {' '.join(own)}")
    expect(all("not written yet" in parts[p][2] for p in own), f"{blank}: said to be not written")
    full = [p for p in parts if p not in own + others]
    lost = [f"{p} {parts[p][2]}" for p in full if parts[p][0] != parts[p][1]]
    expect(not lost, f"{blank}: full points for the {len(full)} other parts {lost or ''}")


def check_blanks(parts):
    expect(points(parts) == 0, "blanks earn 0")
    expect(all("not written yet" in output for _, _, output in parts.values()), "and say why")


def check_secrets(files):
    lines = secret_lines()
    leaks = [
        f"{path}: {folded(line)} (of {lines[folded(line)]})"
        for path, content in sorted(files.items())
        if path.suffix in (".swift", ".py", ".js", ".md", "") and path.name != "grader"
        for line in content.decode().splitlines() if folded(line) in lines]
    expect(not leaks, f"none of the {len(lines)} lines that compute answers is in it")
    print(*leaks, sep="\n", end="")


def check_commands(place, *program, tests):
    """What a student meets first."""
    check = run(*program, "check", "Sigmoid", folder=place)
    expect(check.returncode == 1 and "not written yet" in check.stdout, "check says so, too")
    train = run(*program, "train", "small", folder=place)
    expect(train.returncode == 70 and "not written yet" in train.stdout, "so does train")
    tests = run(*tests, folder=place)
    expect(tests.returncode == 1 and re.search("(?i)(run with|ran) 2 tests", tests.stdout),
           "and the tests fail one by one")


def check_page(place, program, failing, pictures):
    """The page of a check, with a picture for each operand of what is written."""
    file = place / "runs" / "check.html"
    file.parent.mkdir(exist_ok=True)
    run(program, "check", "--report", file, folder=place)
    page = file.read_text()
    found = [len(re.findall(words, page)) for words in ("FAIL</h2>", ", where they part: ")]
    expect(found == [failing, pictures],
           f"check's page: {failing} of 5 fail, {pictures} operands are drawn")


def check_swift(programs, place):
    program = place / ".build/debug/ocr"
    put(programs, place, "--blank", "none")
    warnings = build(place)
    expect(not warnings, f"Swift: builds without a warning {warnings or ''}")
    check_page(place, program, failing=0, pictures=8)
    expect(points(grade(place, program)) == 100, "the answers earn 100")
    for blank in SOME:
        put(programs, place, "--blank", blank)
        expect(not build(place), f"{blank}: builds without a warning")
        check_blank(grade(place, program), blank)
        failing, pictures = CHECKED[blank]
        check_page(place, program, failing, pictures)
    files = put(programs, place)
    expect(not build(place, "--build-tests"), "blanks build without a warning")
    check_blanks(grade(place, program))
    check_commands(place, program, tests=["swift", "test", "--skip-build"])
    check_page(place, program, failing=5, pictures=0)
    check_secrets(files)


def grade_blank(programs, place, blank):
    """What a starter in Python with one blank earns."""
    folder = place.with_name(f"python-{blank}")
    folder.mkdir(exist_ok=True)
    put(programs, folder, "--language", "python", "--blank", blank)
    return grade(folder, sys.executable, folder / "ocr")


def check_python(programs, place):
    program = sys.executable, place / "ocr"
    put(programs, place, "--language", "python", "--blank", "none")
    expect(points(grade(place, *program)) == 100, "Python: the answers earn 100")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for blank, parts in zip(OWN, pool.map(lambda b: grade_blank(programs, place, b), OWN)):
            check_blank(parts, blank)
    files = put(programs, place, "--language", "python")
    check_blanks(grade(place, *program))
    check_commands(place, *program, tests=[sys.executable, "-m", "unittest"])
    check_secrets(files)
    # It is a program of machine code: it must not have the textbook or the mistakes in it.
    symbols = subprocess.run(["nm", place / "grader"], capture_output=True, text=True).stdout
    expect(len(symbols) > 1000 and not re.search("Textbook|Mistake", symbols),
           "the grader that is handed out has no answer in it")


def main():
    programs, place = (pathlib.Path(word).resolve() for word in sys.argv[1:])
    for name, check in (("swift", check_swift), ("python", check_python)):
        (place / name).mkdir(parents=True, exist_ok=True)
        check(programs, place / name)
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
