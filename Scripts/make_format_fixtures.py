"""Writes Fixtures/Formats/: files in other programs' formats, written by those programs.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_format_fixtures.py

The same versions write the same bytes.
"""

import hashlib
import json
import pathlib

import numpy as np
from numpy.lib import format as npy
from safetensors.numpy import save

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "Formats"

GRID = np.arange(6).reshape(2, 3)
CUBE = np.arange(24).reshape(2, 3, 4)
REALS = np.array([0.1, -0.0, 5e-324, 1.7976931348623157e308, np.inf, -np.inf, np.nan])

ARRAYS = {
    "f8": GRID / 8,
    "f8-reals": REALS,
    "f8-big-endian": (GRID / 8).astype(">f8"),
    "f8-fortran": np.asfortranarray(GRID / 8),
    "f8-fortran-cube": np.asfortranarray(CUBE / 8),
    "f8-scalar": np.float64(0.25),
    "f8-vector": np.arange(3) / 4,
    "f8-empty": np.zeros((0, 3)),
    "f4": np.array([0.1, -1.5, 3e38], dtype="<f4"),
    "f4-big-endian": np.array([0.1, -1.5, 3e38], dtype=">f4"),
    "b1": np.array([True, False, True]),
}
for size in (1, 2, 4, 8):
    for order in "<>" if size > 1 else "|":
        name = "-big-endian" if order == ">" else ""
        # The largest integers of the type, up to those that a float64 still counts one by one.
        bound = min(2 ** (8 * size - 1) - 1, 2**53)
        ARRAYS[f"i{size}{name}"] = np.array([-bound, -2, 0, 1, bound], dtype=f"{order}i{size}")
        bound = min(2 ** (8 * size) - 1, 2**53)
        ARRAYS[f"u{size}{name}"] = np.array([0, 1, 2, bound], dtype=f"{order}u{size}")


def write_arrays() -> None:
    for name, array in ARRAYS.items():
        np.save(FOLDER / f"{name}.npy", array)
    for version in ((2, 0), (3, 0)):
        with open(FOLDER / f"version{version[0]}.npy", "wb") as file:
            npy.write_array(file, GRID / 8, version=version)


def write_tensors() -> None:
    # One text only: the package writes several in any order.
    tensors = {"alpha": GRID / 8, "beta": np.array([1.0, 0.1, -0.0])}
    text = {"note": 'α "quoted" \\ \n\t\x01\x7f é 🙂'}
    (FOLDER / "two.safetensors").write_bytes(save(tensors, metadata=text))
    (FOLDER / "plain.safetensors").write_bytes(save({"scalar": np.array(0.25)}))


def write_decimals() -> None:
    """Decimal numbers and the bits of the nearest float64, by Python's correctly rounded float()."""
    random = np.random.RandomState(1)
    texts = ["0", "-0", "1", ".5", "1.", "+0.25", "1e-3", "1E+3", "9007199254740993", "1e22", "1e23"]
    texts += ["5e-324", "2e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "1e-400"]
    texts += ["0." + "0" * 400 + "1e400", "7.000000000000000000e+00", "1" + "0" * 300 + "e-300"]
    texts += ["0e999999999999999999999", "1e-999999999999999999999", "1.00000000000000011102230246251565404"]
    for digits in range(1, 21):
        for _ in range(20):
            number = "".join(str(d) for d in random.randint(0, 10, digits))
            point = random.randint(0, digits + 1)
            exponent = "" if random.randint(2) else f"e{random.randint(-30, 30)}"
            texts.append(f"{number[:point]}.{number[point:]}{exponent}")
    lines = [f"{text} {np.float64(float(text)).view(np.uint64):016x}\n" for text in texts]
    (FOLDER / "decimals.txt").write_text("".join(lines))


def write_json() -> None:
    """Every character up to U+07FF but surrogates, and some beyond, as Python escapes them."""
    text = "".join(map(chr, range(0x800))) + "\u2028\ufeff\uffff🙂"
    (FOLDER / "escaped.json").write_text(json.dumps(text, ensure_ascii=True))


def write_digests() -> None:
    """Messages of all lengths up to a little over two blocks, in hexadecimal, and their SHA-256."""
    random = np.random.RandomState(0)
    messages = [random.bytes(length) for length in range(131)]
    lines = [f"{message.hex()} {hashlib.sha256(message).hexdigest()}\n" for message in messages]
    (FOLDER / "sha256.txt").write_text("".join(lines))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_arrays()
    write_tensors()
    write_decimals()
    write_json()
    write_digests()
