"""What Autolab reads: the last two lines that are printed."""

import json

from submission import shown
from summary import part_of, points_text


def question_of(test):
    """Such as Q1."""
    return part_of(test).split(".")[0]


def autolab_lines(outcome):
    """The stages with a hint for each part that lost points, and the scores of the questions."""
    stages = {"Build": {"compile": {"passed": not outcome.reason}}}
    scores = {}
    if outcome.reason:
        stages["Build"]["compile"]["hint"] = outcome.reason
    for test in outcome.results["tests"]:
        question = question_of(test)
        scores[question] = scores.get(question, 0) + test["score"]
        passed = test["score"] == test["max_score"]
        hint = {} if passed else {"hint": shown(test.get("output", ""), 1000)}
        stages.setdefault(question, {})[shown(test["name"])] = {"passed": passed, **hint}
    presentation = {"_presentation": "semantic", "stages": list(stages), **stages}
    scores = {question: round(score, 4) for question, score in scores.items()}
    total = float(points_text(outcome.results["score"]))
    result = {"scores": scores, "scoreboard": [total] + list(scores.values())}
    return [json.dumps(presentation), json.dumps(result)]
