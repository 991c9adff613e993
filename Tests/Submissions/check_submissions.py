"""Checks the submissions here against Scripts/answers_numpy.py, on random requests.

    python3 Tests/Submissions/check_submissions.py

Every variant, run as a program, must give the right answers, and every mistake must show: in one of
the functions it is about, and in none that does not use them.
"""

import io
import pathlib
import subprocess
import sys

import numpy as np

import mistaken
import submission
import variants
from submission import right

FOLDER = pathlib.Path(__file__).resolve().parent
SEEDS = range(6)
TOLERANCE = 1e-12  # of a tensor's largest entry

TRAINING = {"train", "train_and_test"}
# The functions that a mistake is about, by the first part of its name, and those that use them.
REACH = {
    "linear": ({"linear", "linear.backward"},
               {"linear.step", "forward", "backward", "predict", *TRAINING}),
    "step": ({"linear.step"}, TRAINING),
    "adding": ({f"{module}.backward" for module in (
        "linear", "sigmoid", "softmax", "cross_entropy")}, {"backward", *TRAINING}),
    "sigmoid": ({"sigmoid", "sigmoid.backward"}, {"forward", "backward", "predict", *TRAINING}),
    "softmax": ({"softmax", "softmax.backward"}, {"forward", "predict", *TRAINING}),
    "cross_entropy": ({"cross_entropy", "cross_entropy.backward"}, {"forward", *TRAINING}),
    "pass": ({"forward", "backward"}, TRAINING),
    "train": (TRAINING, set()),
    "order": (TRAINING, set()),
    "initial": (TRAINING, set()),
    "predict": ({"predict"}, {"train_and_test"}),
    "results": ({"train_and_test"}, set()),
    "pair": (TRAINING, set(right.FUNCTIONS)),
    "float32": (set(right.FUNCTIONS), set()),
}


# Random requests: pairs of tensors and texts


def backward_requests(random, module, operands, *names):
    """The backward for each of the operands named, with a random gradient to add to."""
    for of in names:
        given = {"g_" + of: random.uniform(-2, 2, operands[of].shape)}
        yield {**operands, **given}, {"function": f"{module}.backward", "of": of}


def linear_requests(random):
    N, A, B = random.randint(1, 5), random.randint(2, 5), random.randint(3, 6)
    a, w, g_b = (random.uniform(-2, 2, shape) for shape in ((N, A), (B, A + 1), (N, B)))
    yield {"a": a, "w": w}, {"function": "linear"}
    yield ({"a": a, "w": w, "g_b": g_b},
           {"function": "linear.step", "scale": str(random.uniform(-2, 2))})
    operands = {"a": a, "w": w, "b": right.linear(a, w), "g_b": g_b}
    yield from backward_requests(random, "linear", operands, "a", "w")


def activation_requests(random):
    """Sigmoid and softmax; once with logits whose exponentials overflow."""
    N, K = random.randint(1, 5), random.randint(3, 6)
    for module in "sigmoid", "softmax":
        a, g_b = random.uniform(-2, 2, (2, N, K))
        b = right.FUNCTIONS[module]({"a": a}, {})["b"]
        yield {"a": a}, {"function": module}
        yield from backward_requests(random, module, {"a": a, "b": b, "g_b": g_b}, "a")
    large = random.uniform(-2, 2, (N, K)) * 10.0 ** random.choice([3, 300], (N, 1))
    yield {"a": large}, {"function": "softmax"}


def cross_entropy_requests(random):
    N, K = random.randint(1, 5), random.randint(3, 6)
    y, yhat = right.softmax(random.uniform(-2, 2, (2 * N, K))).reshape(2, N, K)
    one_hot = np.eye(K)[random.randint(K, size=N)]
    yield {"y": y, "yhat": yhat}, {"function": "cross_entropy"}
    yield {"y": one_hot, "yhat": one_hot}, {"function": "cross_entropy"}
    operands = {"y": y, "yhat": yhat, "J": right.cross_entropy(y, yhat),
                "g_J": random.uniform(-2, 2, (N, 1))}
    yield from backward_requests(random, "cross_entropy", operands, "yhat", "y")


def pass_requests(random):
    """NNForward and NNBackward; with logits of ±1e308, of which the target has the largest."""
    M, D, K = random.randint(3, 7), random.randint(2, 5), random.randint(3, 6)
    for extreme in False, True:
        x, alpha = random.uniform(0, 1, (1, M)), random.uniform(-1, 1, (D, M + 1))
        beta = random.uniform(-1, 1, (K, D + 1))
        target = random.randint(K)
        if extreme:
            beta[:, 0] = 1e308 * random.choice([-1, 0, 1], K)
            beta[target, 0] = 1e308
        network = {"x": x, "y": np.eye(K)[[target]], "alpha": alpha, "beta": beta}
        yield network, {"function": "forward"}
        values = right.FUNCTIONS["forward"](network, {})
        yield {**network, **values}, {"function": "backward"}


def labelled(random, N, M, K):
    return random.uniform(0, 1, (N, M)), random.randint(K, size=(N, 1)).astype(float)


def training_requests(random):
    M, D, K = random.randint(3, 7), random.randint(2, 5), random.randint(3, 6)
    for epochs, initialization in (0, "random"), (1, "random"), (3, "random"), (0, "zero"), (
            2, "zero"):
        x, y = labelled(random, random.randint(4, 7), M, K)
        other_x, other_y = labelled(random, random.randint(2, 4), M, K)
        texts = {"classes": K, "hidden": D, "epochs": epochs, "seed": random.randint(1000),
                 "rate": random.choice([0.1, 0.5]), "initialization": initialization}
        texts = {name: str(text) for name, text in texts.items()}
        yield ({"train_x": x, "train_y": y, "validation_x": other_x, "validation_y": other_y},
               {"function": "train", **texts})
        yield ({"train_x": x, "train_y": y, "test_x": other_x, "test_y": other_y},
               {"function": "train_and_test", **texts})


def prediction_requests(random):
    """Labels, once of parameters that are all zero: then every class is as good as any other."""
    M, D, K = random.randint(3, 7), random.randint(2, 5), random.randint(3, 6)
    x = random.uniform(0, 1, (4, M))
    alpha, beta = random.uniform(-1, 1, (D, M + 1)), random.uniform(-1, 1, (K, D + 1))
    for scale in 1, 0:
        yield {"x": x, "alpha": scale * alpha, "beta": scale * beta}, {"function": "predict"}


SOURCES = (linear_requests, activation_requests, cross_entropy_requests, pass_requests,
           training_requests, prediction_requests)


def hangs_on_rounding(tensors, texts):
    """Whether two classes that are not equal come close to one another at the top."""
    if texts["function"] == "predict":
        sets, parameters = [tensors["x"]], (tensors["alpha"], tensors["beta"])
    elif texts["function"] == "train_and_test":
        result = right.answer_train(tensors, texts, "test")
        sets, parameters = [tensors["train_x"], tensors["test_x"]], (
            result["alpha"], result["beta"])
    else:
        return False
    yhat = np.sort(np.vstack([right.forward(x, *parameters)["yhat"] for x in sets]))
    gap = yhat[:, -1] - yhat[:, -2]
    return bool(np.any((gap < 1e-6) & (gap != 0)))


def requests():
    """As bytes, with their functions and the right answers."""
    drawn = []
    for random in map(np.random.RandomState, SEEDS):
        for source in SOURCES:
            drawn += [r for r in source(random) if not hangs_on_rounding(*r)]
    stream = [right.message(*request) for request in drawn]
    functions = [texts["function"] for _, texts in drawn]
    return stream, functions, replies(right, stream)


# Comparing


def replies(module, stream):
    """What a module answers, in this process; through its own reading and writing."""
    answers = b"".join(module.answer(*module.read(io.BytesIO(request))) for request in stream)
    return parsed(answers)


def parsed(answers):
    stream = io.BytesIO(answers)
    result = []
    while reply := right.read(stream):
        result.append(reply)
    return result


def difference(reply, wanted):
    """Why a reply is not what is wanted; None if it is."""
    (tensors, texts), (right_tensors, _) = reply, wanted
    if texts:
        return f"{texts}"
    if tensors.keys() != right_tensors.keys():
        return f"{sorted(tensors)} came, not {sorted(right_tensors)}"
    for name, tensor in tensors.items():
        expected = right_tensors[name]
        if tensor.shape != expected.shape:
            return f"{name} is {tensor.shape}, not {expected.shape}"
        error = np.abs(tensor - expected).max(initial=0)
        if not error <= TOLERANCE * np.abs(expected).max(initial=0):
            return f"{name} differs by {error}"


def run(program, name, stream):
    return subprocess.run(
        [sys.executable, str(FOLDER / program), name], input=b"".join(stream),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


def failure_of_variant(name, stream, functions, answers):
    ran = run("variants.py", name, stream)
    got = parsed(ran.stdout)
    if ran.returncode != 0 or len(got) != len(answers):
        return f"code {ran.returncode}, {len(got)} answers of {len(answers)}: {ran.stderr[-300:]}"
    for function, reply, wanted in zip(functions, got, answers):
        if why := difference(reply, wanted):
            return f"{function}: {why}"


def failure_of_mistake(name, stream, functions, answers):
    about, users = REACH[name.partition(".")[0]]
    got = replies(submission.answers(mistaken.MISTAKES[name]), stream)
    shows = False
    for function, reply, wanted in zip(functions, got, answers):
        if why := difference(reply, wanted):
            if function not in about | users:
                return f"shows in {function}, too: {why}"
            _, outcome = reply
            shows = shows or function in about and not outcome
    return None if shows else f"does not show in {sorted(about)}"


def failure_of_refusals():
    """An unknown function, one that cannot be computed, and what a list of names is."""
    stream = [right.message({"a": np.ones((1, 2))}, {"function": name})
              for name in ("no such function", "linear", "sigmoid")]
    outcomes = [texts.get("outcome") for _, texts in parsed(
        run("variants.py", "as-it-is", stream).stdout)]
    if outcomes != ["not written", "threw", None]:
        return f"the outcomes are {outcomes}"
    for program, table in ("mistaken.py", mistaken.MISTAKES), ("variants.py", variants.VARIANTS):
        if run(program, "--list", []).stdout.decode().split() != list(table):
            return f"{program} --list lists something else"


def main():
    np.seterr(all="ignore")
    drawn = requests()
    failures = {"refusals": failure_of_refusals()}
    for name in variants.VARIANTS:
        failures[f"variant {name}"] = failure_of_variant(name, *drawn)
    for name in mistaken.MISTAKES:
        failures[f"mistake {name}"] = failure_of_mistake(name, *drawn)
    failed = {name: why for name, why in failures.items() if why}
    for name, why in failed.items():
        print(f"{name}: {why}")
    print(f"{len(failures) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
