"""Writes Fixtures/ReferenceOutputs/torch/: files of tensors as PyTorch users have them.

`numbers.safetensors` holds, for each type of floating-point number, edges and a sample of all its bit
patterns, and the same widened to 64 bits by PyTorch: `float16` and `float16 widened` and so on.
`model.safetensors` is an OCR network of `torch.nn.Linear` layers in PyTorch's default type, 32 bits,
in the layout that README states; `answers.safetensors` holds letters `x` and what the network says of
them, `yhat`, computed with its parameters widened to 64 bits.

Needs `torch` in any recent version (CPU) beside requirements.txt; written with torch 2.13.0.
"""

import pathlib

import torch
from safetensors.torch import save_file

OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "Fixtures/ReferenceOutputs/torch"
INPUTS, HIDDEN, CLASSES, LETTERS, SEED = 128, 2, 10, 5, 1


def numbers():
    """Zeros, the least and the largest numbers, infinities, NaN, and patterns in between."""
    tensors = {}
    for kind, integer in (
        (torch.float16, torch.int16),
        (torch.bfloat16, torch.int16),
        (torch.float32, torch.int32),
        (torch.float64, torch.int64),
    ):
        info = torch.finfo(kind)
        edges = [0.0, -0.0, info.smallest_normal, info.max, info.min, info.eps, 0.1, -1.5]
        edges += [float("inf"), -float("inf"), float("nan")]
        bits = torch.arange(0, 2**16, 97).to(torch.int64) << (info.bits - 16)
        bits += 1  # the last bit, too: with no others, the least number there is
        if info.bits == 16:
            bits = torch.where(bits >= 2**15, bits - 2**16, bits)
        patterns = bits.to(integer).view(kind)
        values = torch.cat([torch.tensor(edges, dtype=kind), patterns])
        name = str(kind).removeprefix("torch.")
        tensors[name] = values
        tensors[f"{name} widened"] = values.to(torch.float64, copy=True)
    return tensors


def parameters(layer):
    """The layer's biases in column 0 before its weights, as the hand-out has them."""
    return torch.cat([layer.bias[:, None], layer.weight], dim=1).detach()


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    save_file(numbers(), OUTPUT / "numbers.safetensors")
    torch.manual_seed(SEED)
    hidden, output = torch.nn.Linear(INPUTS, HIDDEN), torch.nn.Linear(HIDDEN, CLASSES)
    model = {"alpha": parameters(hidden), "beta": parameters(output)}
    save_file(model, OUTPUT / "model.safetensors", metadata={"made_by": "torch"})
    x = (torch.rand(LETTERS, INPUTS, dtype=torch.float64) < 0.3).double()
    net = torch.nn.Sequential(hidden, torch.nn.Sigmoid(), output, torch.nn.Softmax(dim=1)).double()
    save_file({"x": x, "yhat": net(x).detach()}, OUTPUT / "answers.safetensors")


if __name__ == "__main__":
    main()
