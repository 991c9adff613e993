"""The package's programs, asked for the numbers that the page's are compared with."""

import base64
import os
import pathlib
import subprocess
import sys

import numpy as np
from conftest import OCR, ROOT, tensors

sys.path.insert(0, str(ROOT / "Scripts"))
from answers_numpy import message, read  # noqa: E402

ANSWERS = pathlib.Path(os.environ.get("ANSWERS", ROOT / ".build/debug/answers"))


def answers(requests):
    """What the package's answers give for (tensors, texts), one after the other."""
    with subprocess.Popen([ANSWERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        results = []
        for request in requests:
            program.stdin.write(message(*request))
            program.stdin.flush()
            results.append(read(program.stdout)[0])
        program.stdin.close()
    return results


def trained(folder, *options):
    """α and β after `ocr train` with options."""
    subprocess.run([OCR, "train", *options, "--quiet", "--output", folder], check=True, cwd=ROOT)
    model = tensors(folder / "model.safetensors")
    return model["alpha"], model["beta"]


def letters(name):
    """x: N×M and the labels of a file of the hand-out."""
    data = np.loadtxt(ROOT / "handout-data" / f"{name}.csv", delimiter=",")
    return data[:, 1:], data[:, 0].astype(int)


def one_hot(labels, classes=10):
    return np.eye(classes)[labels]


def packed(numbers):
    """Numbers as scripts of the page take them: base64 of 64-bit numbers, no digit lost."""
    return base64.b64encode(np.ascontiguousarray(numbers, "<f8").tobytes()).decode()


def unpacked(text):
    return np.frombuffer(base64.b64decode(text), "<f8")


def written(text):
    """A number as the page writes it: −1.51·10⁻⁴."""
    raised = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    return float(text.replace("−", "-").replace("·10", "e").translate(raised))


PACKING = """
const unpacked = (text) =>
  new Float64Array(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
const packed = (numbers) => btoa(Array.from(new Uint8Array(
  Float64Array.from(numbers).buffer), (byte) => String.fromCharCode(byte)).join(""));
"""


def same_bits(found, right):
    """Whether two arrays have the same 64 bits in each place."""
    return np.array_equal(np.ravel(found).view(np.uint64), np.ravel(right).view(np.uint64))
