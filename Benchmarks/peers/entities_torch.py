"""PyTorch on the titles: `nn.Linear` and `nn.LSTM` over one-hot rows, autograd, the SGD optimiser.

The arguments are a folder and the name of the titles in it. A request `mlp|lstm threads bits epochs`
on standard input is answered with seconds per epoch, each with the evaluation of the validation
titles, and with the least loss on these. Reading and encoding are not timed.
"""

import copy
import pathlib
import sys
import time
import urllib.parse

import torch
from torch import nn

MAX_LENGTH, HIDDEN, BATCH, RATE = 10, 50, 64, 0.5


def read(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    titles = [urllib.parse.unquote(title.replace("_", " ")) for title, _ in rows]
    return titles, [label for _, label in rows]


def one_hot(titles, known):
    """Titles x positions x characters; number 0 is the unknown character."""
    numbers = {character: 1 + k for k, character in enumerate(known)}
    padded = [title[:MAX_LENGTH].ljust(MAX_LENGTH) for title in titles]
    x = torch.tensor([[numbers.get(character, 0) for character in title] for title in padded])
    return nn.functional.one_hot(x, len(known) + 1)


class MLP(nn.Module):
    def __init__(self, characters, classes):
        super().__init__()
        self.hidden = nn.Linear(MAX_LENGTH * characters, HIDDEN)
        self.output = nn.Linear(HIDDEN, classes)

    def forward(self, x):
        return torch.relu(self.output(torch.relu(self.hidden(x.flatten(1)))))


class LSTM(nn.Module):
    def __init__(self, characters, classes):
        super().__init__()
        self.lstm = nn.LSTM(characters, HIDDEN, batch_first=True)
        self.output = nn.Linear(HIDDEN, classes)

    def forward(self, x):
        _, (last, _) = self.lstm(x.flip(1))
        return torch.relu(self.output(last[0]))


def load(folder, name):
    files = [read(pathlib.Path(folder) / f"{name}.{part}") for part in ("train", "valid")]
    known = sorted(set("".join(files[0][0])) | {" "})
    classes = sorted(set(files[0][1]))
    return [(one_hot(titles, known), torch.tensor([classes.index(label) for label in labels]))
            for titles, labels in files]


def evaluate(model, x, y):
    with torch.no_grad():
        return nn.functional.cross_entropy(model(x), y).item()


def train(model_type, dtype, training, validation, epochs):
    torch.manual_seed(0)
    x, y = training
    model = model_type(x.shape[2], int(y.max()) + 1).to(dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, epochs * ((len(x) + BATCH - 1) // BATCH))
    least = float("inf")
    start = time.perf_counter()
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(BATCH):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
            optimizer.step()
            schedule.step()
        loss = evaluate(model, *validation)
        if loss < least:
            least, best = loss, copy.deepcopy(model.state_dict())
    seconds = (time.perf_counter() - start) / epochs
    model.load_state_dict(best)
    return seconds, least


sets = load(*sys.argv[1:3])
for line in sys.stdin:
    kind, threads, bits, epochs = line.split()
    torch.set_num_threads(int(threads))
    dtype = {"32": torch.float32, "64": torch.float64}[bits]
    encoded = [(x.to(dtype), y) for x, y in sets]
    print(*train({"mlp": MLP, "lstm": LSTM}[kind], dtype, *encoded, int(epochs)), flush=True)
