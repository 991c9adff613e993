"""Writes Fixtures/ReferenceOutputs/entities/: what PyTorch makes of the embedded titles.

For an MLP and an LSTM, from one seed: the loss and the gradients of the first minibatch, the loss of
every minibatch of one epoch with constant rate, and the parameters after it. Titles are read, decoded
and encoded here by the rules that the README states; the LSTM is `torch.nn.LSTM`, whose gates are in
the order i, f, c~, o. `attention.safetensors` holds queries, keys and `softmax(Q D^T)`, with moderate
and with huge scores.

Names are those of the Swift code (`W`: in x out, the gates in the order i, f, o, c~). Needs `torch` in
any recent version (CPU) beside requirements.txt; written with torch 2.13.0.
"""

import pathlib
import urllib.parse

import numpy as np
import torch
from safetensors.numpy import save_file

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Fixtures/ReferenceOutputs/entities"
MAX_LENGTH, HIDDEN, BATCH, RATE, FORGET_BIAS, SEED = 10, 6, 64, 0.5, 1.0, 3


def read_titles():
    text = (ROOT / "handout-data/titles/tiny.train").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    titles = [urllib.parse.unquote(title.replace("_", " "), errors="strict") for title, _ in rows]
    labels = [label for _, label in rows]
    return titles, np.array([sorted(set(labels)).index(label) for label in labels])


def one_hot(titles):
    """Titles x positions x characters; number 0 is the unknown character."""
    known = sorted(set("".join(titles)) | {" "})
    rows = np.zeros((len(titles), MAX_LENGTH, len(known) + 1))
    for n, title in enumerate(titles):
        for position, character in enumerate(title[:MAX_LENGTH].ljust(MAX_LENGTH)):
            rows[n, position, 1 + known.index(character)] = 1
    return rows


def glorot(random, inputs, outputs, gates=1):
    a = np.sqrt(6 / (inputs + outputs))
    return random.uniform(-a, a, (inputs, gates * outputs))


def biases(random, count):
    return random.uniform(-0.1, 0.1, count)


class MLP(torch.nn.Module):
    def __init__(self, random, characters, classes):
        super().__init__()
        inputs = MAX_LENGTH * characters
        self.W1 = torch.nn.Parameter(torch.tensor(glorot(random, inputs, HIDDEN)))
        self.b1 = torch.nn.Parameter(torch.tensor(biases(random, HIDDEN)))
        self.W2 = torch.nn.Parameter(torch.tensor(glorot(random, HIDDEN, classes)))
        self.b2 = torch.nn.Parameter(torch.tensor(biases(random, classes)))

    def forward(self, x):
        o1 = torch.relu(x.flatten(1) @ self.W1 + self.b1)
        return torch.relu(o1 @ self.W2 + self.b2)

    def tensors(self, of):
        return {name: of(value).numpy() for name, value in self.named_parameters()}


def swap_gates(gates):
    """From i, f, o, c~ to i, f, c~, o or back, along the first axis."""
    i, f, third, fourth = torch.chunk(gates, 4)
    return torch.cat([i, f, fourth, third])


class LSTM(torch.nn.Module):
    def __init__(self, random, characters, classes):
        super().__init__()
        self.lstm = torch.nn.LSTM(characters, HIDDEN, dtype=torch.float64)
        w = glorot(random, characters, HIDDEN, gates=4)
        b = biases(random, 4 * HIDDEN)
        b[HIDDEN : 2 * HIDDEN] += FORGET_BIAS
        u = glorot(random, HIDDEN, HIDDEN, gates=4)
        self.lstm.weight_ih_l0.data = swap_gates(torch.tensor(w.T.copy()))
        self.lstm.bias_ih_l0.data = swap_gates(torch.tensor(b))
        self.lstm.weight_hh_l0.data = swap_gates(torch.tensor(u.T.copy()))
        self.lstm.bias_hh_l0 = torch.nn.Parameter(torch.zeros(4 * HIDDEN, dtype=torch.float64), requires_grad=False)
        self.W2 = torch.nn.Parameter(torch.tensor(glorot(random, HIDDEN, classes)))
        self.b2 = torch.nn.Parameter(torch.tensor(biases(random, classes)))

    def forward(self, x):
        backwards = x.flip(1).transpose(0, 1)
        states, _ = self.lstm(backwards)
        return torch.relu(states[-1] @ self.W2 + self.b2)

    def tensors(self, of):
        return {
            "W": swap_gates(of(self.lstm.weight_ih_l0)).T.contiguous().numpy(),
            "b": swap_gates(of(self.lstm.bias_ih_l0)).numpy(),
            "U": swap_gates(of(self.lstm.weight_hh_l0)).T.contiguous().numpy(),
            "W2": of(self.W2).numpy(),
            "b2": of(self.b2).numpy(),
        }


def write(name, model_type):
    titles, labels = read_titles()
    x, y = torch.tensor(one_hot(titles)), torch.tensor(labels)
    random = np.random.RandomState(SEED)
    model = model_type(random, x.shape[2], int(labels.max()) + 1)
    parameters = [p for p in model.parameters() if p.requires_grad]
    order = torch.tensor(random.permutation(len(titles)))
    tensors, losses = {}, []
    for rows in torch.split(order, BATCH):
        loss = torch.nn.functional.cross_entropy(model(x[rows]), y[rows])
        gradients = torch.autograd.grad(loss, parameters)
        if not losses:
            by_parameter = dict(zip(parameters, gradients))
            for key, value in model.tensors(by_parameter.get).items():
                tensors["gradient." + key] = value
        losses.append(loss.item())
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients):
                parameter -= RATE * gradient
    for key, value in model.tensors(lambda p: p.detach()).items():
        tensors["updated." + key] = value
    tensors["losses"] = np.array(losses)
    save_file({key: np.ascontiguousarray(value) for key, value in tensors.items()}, OUTPUT / name)


def write_attention(name, queries=4, keys=9, length=11):
    random = np.random.RandomState(SEED)
    q, d = random.uniform(-1, 1, (queries, length)), random.uniform(-1, 1, (keys, length))
    tensors = {"queries": q, "keys": d}
    for scale in (1, 1000):
        scores = torch.tensor(scale * q) @ torch.tensor(d).T
        tensors[f"attention.{scale}"] = torch.softmax(scores, dim=1).numpy()
    save_file(tensors, OUTPUT / name)


OUTPUT.mkdir(parents=True, exist_ok=True)
write("mlp.safetensors", MLP)
write("lstm.safetensors", LSTM)
write_attention("attention.safetensors")
