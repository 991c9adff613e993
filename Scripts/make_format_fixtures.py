"""Writes Fixtures/Formats/: files in other programs' formats, written by those programs.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_format_fixtures.py

The same versions write the same bytes.
"""

import hashlib
import io
import json
import pathlib
import tokenize
import warnings

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


HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (8,), }"
# Not here, because they are refused though NumPy takes them: a key twice, comments, form feeds,
# lengths in hexadecimal or with a sign, escapes and prefixes of strings, types such as float64, d and
# f08, and bytes behind the values.
HEADERS = [
    *(HEADER.replace("(8,)", shape) for shape in (
        "(01,)", "(08,)", "(00,)", "(0,)", "(8L,)", "(2L, 4L)", "(2, 4,)", "( 8 , )", "(8\n,)",
        "(8)", "[8]", "()", "(,)", "(8,,)", "8,", "(True,)", "(8.0,)", "(-1,)", "(2,4", "(8,)L", "(8 L,)",
        "(0, 99999999999999999999,)", "(0, 9223372036854775807,)", "(9223372036854775807, 2)",
        f"({'1, ' * 63}8)", f"({'1, ' * 64}8)")),
    *(before + HEADER + after for before in ("", " ", "\n", "\t", "\n ", " \n")
      for after in ("", "\n", "\n\n\n", "\r\n", "\r", "   \n", "\n   ", "\n   \n", "   ", "\r   ",
                    "\n\t", "\n \n ", "\0", ";", ",", "}")),
    *(HEADER.replace("<f8", type) for type in (
        "=f8", "=i4", "i4", "|i4", "|f8", "f8", "=i1", "<i1", ">i1", "i1", "|u1", "=?", "?", "|?",
        "<b1", "b1", ">?", "@i4", "!i4", "<F8", "", "<", "=", "<f8 ", " <f8", "<f3", "i8", "8",
        "<?8", "??", "==f8", "O", "|O")),
    HEADER.replace("'", '"'), HEADER.replace(", }", "}"), HEADER.replace(": ", ":"),
    HEADER.replace(", ", ",\n"), HEADER.replace("False", "True"), HEADER.replace("False", "0"),
    HEADER.replace("False", "false"), HEADER.replace(", }", ", 'x': 1}"),
    HEADER.replace("'descr'", "1"),
    HEADER.replace("{", "{,"), HEADER.replace(", }", ",,}"), HEADER.replace("shape", "Shape"),
    HEADER[:-1], HEADER[1:], "", "{}", "()", HEADER + HEADER,
    HEADER + " " * (10_000 - len(HEADER)), HEADER + " " * (10_001 - len(HEADER)),
]


def loaded(header: bytes, version: int) -> dict:
    """What NumPy makes of a file with this header and as many zeros as its values are."""
    begin = b"\x93NUMPY" + bytes([version, 0])
    begin += len(header).to_bytes(2 if version == 1 else 4, "little") + header
    for size in (64, 32, 16, 8, 0):
        try:
            with warnings.catch_warnings():
                # That a file is of Python 2.
                warnings.simplefilter("ignore")
                array = np.load(io.BytesIO(begin + bytes(size)))
        except (ValueError, TypeError, OverflowError, MemoryError, tokenize.TokenError):
            continue
        if array.nbytes == size:
            return {"shape": list(array.shape), "bytes": size}
    return {"shape": None, "bytes": 64}


def write_headers() -> None:
    cases = [
        {"version": version, "header": header, **loaded(header.encode("latin1"), version)}
        for header in HEADERS for version in (1, 2, 3)
    ]
    lines = ",\n".join(json.dumps(case) for case in cases)
    (FOLDER / "npy-headers.json").write_text(f"[\n{lines}\n]\n")


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
    write_headers()
    write_tensors()
    write_decimals()
    write_json()
    write_digests()
