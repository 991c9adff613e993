"""Writes gzip and IDX files into Fixtures/Formats/, compressed by Python's zlib.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_idx_fixtures.py

The same version of zlib writes the same bytes: no file holds a time. What the files hold is made
again by formulas in Tests/FormatsTests/GzipTests.swift; of `varied` they compare the checksum that
this script prints.
"""

import gzip
import pathlib
import struct
import zlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "Formats"

TEXT = "".join(f"{i} squared is {i * i}\n" for i in range(40)).encode()
# Repetitions over every short distance.
RUNS = bytes(d + i % d for d in range(1, 41) for i in range(100))
# A repetition over nearly the longest distance.
NOISE = bytes((i * i * 7919 + i * 104729 >> 5) % 256 for i in range(500))
FAR = NOISE + bytes(31_900) + NOISE
# As often as Fibonacci's numbers: Huffman codes of all lengths up to the longest, 15.
FIBONACCI = [1, 1]
while len(FIBONACCI) < 16:
    FIBONACCI.append(FIBONACCI[-1] + FIBONACCI[-2])
LONG_CODES = b"".join(bytes([65 + i]) * n for i, n in enumerate(FIBONACCI))


def deflate(data: bytes, level: int, strategy: int = zlib.Z_DEFAULT_STRATEGY, window: int = 15) -> bytes:
    compressor = zlib.compressobj(level, zlib.DEFLATED, -window, 9, strategy)
    return compressor.compress(data) + compressor.flush()


def flushed(data: bytes) -> bytes:
    """One block after the other, with empty ones between them."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    result = b""
    modes = [zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_PARTIAL_FLUSH, zlib.Z_BLOCK]
    for start in range(0, len(data), 100):
        result += compressor.compress(data[start : start + 100])
        result += compressor.flush(modes[start // 100 % 4])
    return result + compressor.flush()


def member(data: bytes, stream: bytes, flags: int = 0, fields: bytes = b"") -> bytes:
    header = b"\x1f\x8b\x08" + bytes([flags, 0, 0, 0, 0, 0, 255]) + fields
    if flags & 2:
        header += struct.pack("<H", zlib.crc32(header) & 0xFFFF)
    return header + stream + struct.pack("<II", zlib.crc32(data), len(data))


def varied() -> tuple[bytes, bytes]:
    """Members of many kinds of contents, compressed in many ways."""
    random = np.random.RandomState(1)
    contents = file = b""
    for level in range(10):
        for strategy in range(5):
            size = random.randint(1, 120)
            data = [
                random.randint(0, 256, size),
                random.randint(97, 100, size * 3),
                np.abs(random.normal(0, 3, size * 2)).astype(int),
                np.repeat(random.randint(0, 256, 3), size),
            ][random.randint(4)].astype(np.uint8).tobytes()
            contents += data
            file += member(data, deflate(data, level, strategy, window=random.randint(9, 16)))
    return contents, file


def write(name: str, contents: bytes, file: bytes) -> None:
    assert gzip.decompress(file) == contents, name
    (FOLDER / f"{name}.gz").write_bytes(file)


def write_gzip() -> None:
    for level in (0, 1, 6, 9):
        write(f"text-level{level}", TEXT, member(TEXT, deflate(TEXT, level)))
    for name, strategy in (("fixed", zlib.Z_FIXED), ("huffman", zlib.Z_HUFFMAN_ONLY), ("rle", zlib.Z_RLE)):
        write(f"text-{name}", TEXT, member(TEXT, deflate(TEXT, 9, strategy)))
    write("text-flushed", TEXT, member(TEXT, flushed(TEXT)))
    parts = [TEXT[:100], b"", TEXT[100:], b""]
    write("text-members", TEXT, b"".join(gzip.compress(part, mtime=0) for part in parts))
    fields = struct.pack("<H", 7) + b"AB\x03\x00xyz" + b"name.txt\0" + b"a comment\0"
    write("text-header", TEXT, member(TEXT, deflate(TEXT, 9), 31, fields))
    write("nothing", b"", gzip.compress(b"", mtime=0))
    write("runs", RUNS, member(RUNS, deflate(RUNS, 9)))
    write("far", FAR, member(FAR, deflate(FAR, 9)))
    write("long-codes", LONG_CODES, member(LONG_CODES, deflate(LONG_CODES, 9, zlib.Z_HUFFMAN_ONLY)))
    contents, file = varied()
    write("varied", contents, file)
    print(f"varied: {len(contents)} bytes, CRC-32 {zlib.crc32(contents):08x}")


def write_idx() -> None:
    arrays = {"images": np.arange(60).reshape(3, 5, 4) * 4, "labels": np.array([7, 0, 255])}
    for name, array in arrays.items():
        lengths = np.array(array.shape, dtype=">u4").tobytes()
        file = bytes([0, 0, 8, array.ndim]) + lengths + array.astype(np.uint8).tobytes()
        (FOLDER / f"{name}.idx").write_bytes(file)
        write(f"{name}.idx", file, gzip.compress(file, mtime=0))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_gzip()
    write_idx()
