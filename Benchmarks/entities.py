"""Training on titles, here and in PyTorch: the section "Entities" of RESULTS.md.

Alone, `python entities.py --titles DIR` prints the section, when `run` has built the programs.
"""

import argparse
import pathlib
import subprocess
import sys

import numpy as np

from report import table
from worker import BENCH, HERE, LETTERS, Worker, count_allocations

EPOCHS = 2
OURS = "**swift-layers**"
PEERS = {
    "PyTorch, 64 bits, 2 threads": "2 64",
    "PyTorch, 64 bits, 1 thread": "1 64",
    "PyTorch, 32 bits, 2 threads": "2 32",
    "PyTorch, 32 bits, 1 thread": "1 32",
}


def dataset(folder):
    """CMU 10-605's larger set where it is, otherwise the embedded one."""
    return "smaller" if (folder / "smaller.train").exists() else "tiny"


def measure(folder, rounds):
    """Seconds per epoch and losses, by program and model: arrays with a row per round."""
    name = dataset(folder)
    ours = Worker(BENCH, LETTERS, free=True)
    torch = Worker(
        sys.executable, HERE / "peers" / "entities_torch.py", folder, name, free=True)
    answers = {}
    for turn in range(rounds + 1):
        for model in ("mlp", "lstm"):
            plan = {OURS: (ours, f"entities {model} {folder} {name} {EPOCHS}")}
            plan |= {peer: (torch, f"{model} {how} {EPOCHS}") for peer, how in PEERS.items()}
            for program, (worker, request) in plan.items():
                answer = worker.ask(request)
                if turn > 0:  # the first turn warms up
                    answers.setdefault((program, model), []).append(answer)
        print(f"titles: round {turn} of {rounds}", file=sys.stderr)
    return {key: np.array(values) for key, values in answers.items()}


def allocations(folder, model):
    """Allocations of the fourth epoch: for its order and its minibatches, and for no step."""
    name = dataset(folder)
    three, four = (
        count_allocations(f"entities {model} {folder} {name} {epochs}") for epochs in (3, 4))
    return four - three


def peak_memory(folder, model):
    """MiB resident of `bench` at most. A small process starts it: a child inherits its parent's
    peak."""
    script = ("import resource, subprocess, sys; "
              "subprocess.run(sys.argv[2:], input=sys.argv[1].encode(), check=True, "
              "stdout=subprocess.DEVNULL); "
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)")
    request = f"entities {model} {folder} {dataset(folder)} {EPOCHS}\n"
    return float(subprocess.run(
        [sys.executable, "-S", "-c", script, request, BENCH, LETTERS], check=True,
        capture_output=True, text=True).stdout)


def rows(answers):
    for program in dict.fromkeys(program for program, _ in answers):
        row = [program]
        for model in ("mlp", "lstm"):
            times = 1e3 * answers[program, model][:, 0]
            ratio = np.median(times) / np.median(1e3 * answers[OURS, model][:, 0])
            row += [f"{np.median(times):.0f} ({times.min():.0f})", f"{ratio:.1f}",
                    f"{answers[program, model][0, 1]:.2f}"]
        yield row


def section(folder, rounds):
    answers = measure(folder, rounds)
    header = ["ms per epoch"]
    for model in ("MLP", "LSTM"):
        header += [model, "÷ ours", "loss"]
    notes = [
        f"{model.upper()}: {allocations(folder, model)} allocations in an epoch, "
        f"{peak_memory(folder, model):.0f} MiB resident at most."
        for model in ("mlp", "lstm")]
    return f"""
## Entities

Titles of `{dataset(folder)}`, {EPOCHS} epochs with evaluation, medians of {rounds} interleaved rounds, the
shortest in parentheses; the loss is that on the validation titles.

{table(header, list(rows(answers)))}

{" ".join(notes)}
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--titles", default=LETTERS / "titles", type=pathlib.Path)
    options = parser.parse_args()
    print(section(options.titles.resolve(), options.rounds))
