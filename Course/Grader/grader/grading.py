"""A submission's way to its results: read, compiled, and asked by the grader's program.

Results have the form of Gradescope's results.json, whatever happens.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from typing import NamedTuple

from cases import Cases
from language import SWIFT
from starter import GraderFault, Starter
from submission import Refused, listed, read_submission, shown

RANKED_PART = "Q5.3"


class Outcome(NamedTuple):
    # Empty where the answers were graded.
    reason: str
    results: dict


class Grading(NamedTuple):
    starter: Starter
    cases: Cases
    program: pathlib.Path
    reference: pathlib.Path
    # Of a part: seconds and MiB.
    time: float
    memory: int
    leaderboard: bool

    def grade(self, path):
        """The outcome for one submission. Nothing that it holds can keep others from theirs."""
        try:
            return self.outcome(path)
        except GraderFault as fault:
            return self.at_fault(str(fault))
        except Exception as error:
            return self.at_fault(f"{type(error).__name__}: {error}")

    def outcome(self, path):
        try:
            submission = read_submission(path, self.starter.language)
        except Refused as refusal:
            return self.zero("refused", f"Nothing was graded: {refusal}.")
        head = heading(submission, self.starter.names())
        if not submission.files:
            language = self.starter.language
            what = (f"Nothing was graded: no file of {language.name} is in a folder "
                    f"{language.folder}, or at the top.")
            return self.zero("empty", "\n".join([what] + head))
        build = self.starter.build(submission.files)
        if self.starter.language is SWIFT:
            head.append(f"Compiled in {build.seconds:.1f} s.")
        if build.reason:
            what = f"Your answers were {build.reason}, so no part could be asked:"
            return self.zero(
                build.reason, "\n".join([what] + ["  " + e for e in build.errors] + head),
                {"compile_seconds": round(build.seconds, 3)})
        return self.ask(head, build.seconds)

    def ask(self, head, seconds):
        """Has a copy of the program that was built graded, which no later build changes."""
        with tempfile.TemporaryDirectory(prefix="grade-") as folder:
            os.chmod(folder, 0o711)
            answers = pathlib.Path(folder) / "answers"
            shutil.copyfile(self.starter.program, answers)
            os.chmod(answers, 0o755)
            reference = self.reference_seconds() if self.leaderboard else None
            results = self.run(answers, self.cases.folder)
        results["output"] = "\n".join(head) + "\n\n" + results.get("output", "")
        results["stdout_visibility"] = "hidden"
        results["extra_data"] = {"compile_seconds": round(seconds, 3)}
        if self.leaderboard:
            results.setdefault("leaderboard", []).extend(self.ranks(results, reference))
        return Outcome("", results)

    def ranks(self, results, reference):
        """The leaderboard's entries of the part that trains on most, for right answers only: the
        error rate on its test letters, and the time, where the reference's is 1."""
        seconds = seconds_of(results)
        if seconds is None:
            return []
        ranks = {"error rate": self.cases.right_number(RANKED_PART, "test_error")}
        if reference:
            ranks["speed"] = round(seconds / reference, 2)
        return [
            {"name": name, "value": value, "order": "asc"} for name, value in ranks.items()
            if value is not None]

    def run(self, answers, cases):
        """What the grader's program finds of a program of answers."""
        with tempfile.TemporaryDirectory(prefix="grader-") as folder:
            file = pathlib.Path(folder) / "results.json"
            command = [
                self.program, "--cases", cases, "--answers", answers, "--json", file,
                "--time", f"{self.time:g}", "--memory", str(self.memory)]
            command += ["--leaderboard"] if self.leaderboard else []
            log, code = run_grader(command, 60 + 2 * self.time * len(self.cases.parts))
            try:
                results = json.loads(file.read_text("utf-8"))
            except (OSError, ValueError):
                raise GraderFault(f"it ended with {code}: {log}") from None
        outputs = [test.get("output", "") for test in results["tests"]]
        refusals = [text for text in outputs if text.startswith("could not be graded")]
        if code not in (0, 1) or refusals:
            raise GraderFault(refusals[0] if refusals else f"it ended with {code}: {log}")
        return results

    def reference_seconds(self):
        """What the leaderboard's part takes of the solved answers, here; None without these."""
        if not os.access(self.reference, os.X_OK):
            return None
        with tempfile.TemporaryDirectory(prefix="speed-") as folder:
            os.chmod(folder, 0o711)
            answers = pathlib.Path(folder) / "answers"
            shutil.copyfile(self.reference, answers)
            os.chmod(answers, 0o755)
            cases = self.cases.only(RANKED_PART, folder)
            return seconds_of(self.run(answers, cases)) if cases else None

    def zero(self, reason, output, extra=None):
        tests = self.cases.zeros("not graded: see above")
        results = {
            "score": 0, "max_score": sum(test["max_score"] for test in tests),
            "output": output, "output_format": "text", "visibility": "visible",
            "stdout_visibility": "hidden", "tests": tests}
        if extra:
            results["extra_data"] = extra
        if self.leaderboard:
            results["leaderboard"] = [{"name": "points", "value": 0}]
        return Outcome(reason, results)

    def at_fault(self, why):
        text = "The grader failed, which is no fault of yours. Tell your teacher:\n  "
        return self.zero("the grader's fault: " + shown(why), text + shown(why, 2000))


def run_grader(command, most_seconds):
    """The last line that the grader printed, and how it ended."""
    try:
        run = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            timeout=most_seconds)
    except subprocess.TimeoutExpired:
        raise GraderFault(f"it did not finish within {most_seconds:g} s") from None
    except OSError as error:
        raise GraderFault(f"its program cannot be started: {error.strerror}") from None
    lines = run.stderr.decode("utf-8", "replace").strip().splitlines()
    return shown(lines[-1]) if lines else "it said nothing", run.returncode


def heading(submission, names):
    """What was handed in, what is the starter's, and what does not count."""
    files = submission.files
    lines = [f"Handed in: {listed(sorted(files)) or 'nothing that counts'}."]
    others = [name for name in names if name not in files]
    if files and others:
        lines.append(f"As the starter has them: {listed(others)}.")
    lines += [f"{note}." for note in submission.notes]
    if submission.ignored:
        names = [f"{shown(name)} ({reason})" for name, reason in submission.ignored]
        lines.append(f"Ignored: {listed(names)}.")
    return lines


def seconds_of(results):
    """What the part of the leaderboard took, where it has all its points."""
    for test in results["tests"]:
        if test["name"].startswith(RANKED_PART + " ") and test["score"] == test["max_score"]:
            return test.get("extra_data", {}).get("seconds")
    return None
