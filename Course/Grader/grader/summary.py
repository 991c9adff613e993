"""Files of many grades: a table, a page about their mistakes, and a report for each student."""

import collections
import csv
import json
import pathlib
import re

from drafts import Draft
from submission import shown

MISTAKE = re.compile(r"It is as if (.+?)\s*$", re.S)


def part_of(test):
    """Such as Q1.2."""
    return test["name"].split(" ")[0]


def mistakes_of(results):
    """The named mistakes, each with its part."""
    found = [(part_of(test), MISTAKE.search(test.get("output", ""))) for test in results["tests"]]
    return [(part, shown(match[1])) for part, match in found if match]


def points_text(points):
    return f"{round(points, 2):g}"


def cell(text):
    """As a spreadsheet shows it, and never as a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


class GradesFile:
    """A CSV, in its place only when it is whole."""

    def __init__(self, path, parts, inputs):
        self.draft = Draft(path, inputs)
        self.file = self.draft.open(newline="")
        self.rows = csv.writer(self.file, lineterminator="\n")
        self.rows.writerow(["student", "total"] + parts + ["reason", "mistakes"])

    def add(self, student, outcome):
        tests = outcome.results["tests"]
        mistakes = "; ".join(f"{part} {text}" for part, text in mistakes_of(outcome.results))
        self.rows.writerow(
            [cell(student), points_text(outcome.results["score"])]
            + [points_text(test["score"]) for test in tests]
            + [cell(outcome.reason), cell(mistakes)])
        self.file.flush()

    def finish(self):
        self.file.flush()
        self.draft.finish(0o600)
        self.file.close()

    def give_up(self):
        self.draft.give_up()
        self.file.close()


def mistakes_page(outcomes):
    """For the teacher: which mistakes how many students made, and which parts were hard."""
    graded = [outcome for outcome in outcomes if not outcome.reason]
    reasons = collections.Counter(o.reason.split(":")[0] for o in outcomes if o.reason)
    lines = [f"{len(outcomes)} submissions, {len(graded)} of them graded."]
    lines += [f"  {count} {reason}" for reason, count in reasons.most_common()]
    made = collections.Counter()
    for outcome in graded:
        # One who makes a mistake in several parts makes it once.
        made.update({text for _, text in mistakes_of(outcome.results)})
    lines += ["", "Mistakes that have a name: it is as if"]
    lines += [f"  {count} of {len(graded)}: {text}" for text, count in by_count(made)] or ["  none"]
    return "\n".join(lines + ["", "Points were lost in"] + lost_points(graded)) + "\n"


def mistakes_path(output):
    """Where the page lies that belongs to a file of grades."""
    path = pathlib.Path(output)
    return path.with_name(path.stem + ".mistakes.txt")


def write_mistakes(output, outcomes):
    write_whole(mistakes_path(output), mistakes_page(outcomes))


def by_count(counter):
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def lost_points(graded):
    names, lost = {}, collections.Counter()
    for outcome in graded:
        for test in outcome.results["tests"]:
            names[part_of(test)] = shown(test["name"])
            lost[part_of(test)] += test["score"] < test["max_score"]
    lines = [f"  {lost[part]} of {len(graded)}: {name}" for part, name in names.items()]
    return lines or ["  none"]


def report_text(student, outcome):
    """The student's own report: a text of what Gradescope shows."""
    results = outcome.results
    score, most = (points_text(results[key]) for key in ("score", "max_score"))
    return f"{student}: {score} of {most} points\n\n{results['output']}\n"


def write_reports(folder, name, student, outcome):
    folder = pathlib.Path(folder)
    write_whole(folder / f"{name}.txt", report_text(student, outcome))
    write_whole(folder / f"{name}.json", json_text(outcome.results))


def json_text(results):
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


def write_whole(path, text):
    """The file is the old or the new one at every moment."""
    draft = Draft(path)
    with draft.open(errors="backslashreplace") as file:
        try:
            file.write(text)
            file.flush()
            draft.finish(0o644)
        except BaseException:
            draft.give_up()
            raise
