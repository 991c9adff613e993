"""Writes gzip and IDX files into Fixtures/Formats/, compressed by Python's zlib.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_idx_fixtures.py

The same version of zlib writes the same bytes: no file holds a time. What the files hold is made
again by a formula in Tests/Support/Formats/GzipTests.swift.
"""

import gzip
import pathlib
import struct
import zlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "Formats"

TEXT = "".join(f"{i} squared is {i * i}\n" for i in range(40)).encode()


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


def write(name: str, contents: bytes, file: bytes) -> None:
    assert gzip.decompress(file) == contents, name
    (FOLDER / f"{name}.gz").write_bytes(file)


def write_gzip() -> None:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    stream = compressor.compress(TEXT) + compressor.flush()
    write("text", TEXT, member(TEXT, stream))
    write("text-flushed", TEXT, member(TEXT, flushed(TEXT)))
    parts = [TEXT[:100], b"", TEXT[100:], b""]
    write("text-members", TEXT, b"".join(gzip.compress(part, mtime=0) for part in parts))
    fields = struct.pack("<H", 7) + b"AB\x03\x00xyz" + b"name.txt\0" + b"a comment\0"
    write("text-header", TEXT, member(TEXT, stream, 31, fields))
    write("nothing", b"", gzip.compress(b"", mtime=0))


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
