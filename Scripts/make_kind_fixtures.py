"""Writes Fixtures/Formats/kinds/: files of kinds that are not read, as other programs write them,
each with a row of letters in it if it can have one.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/make_kind_fixtures.py

torch.pt and torch-old.pt are written where PyTorch is installed, else left as they are.
"""

import bz2
import gzip
import io
import json
import lzma
import pathlib
import pickle
import tarfile
import zipfile

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "Formats" / "kinds"
CSV = "3,0,1\n7,1,0\n"
ROW = np.array([3.0, 0.0, 1.0])


def write(name: str, content: bytes) -> None:
    (FOLDER / name).write_bytes(content)


def zipped(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), CSV)
    return file.getvalue()


def archived(name: str) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(CSV)
        archive.addfile(member, io.BytesIO(CSV.encode()))
    return file.getvalue()


def write_with_torch() -> None:
    try:
        import torch
    except ImportError:
        print("no PyTorch: torch.pt and torch-old.pt are left as they are")
        return
    tensors = {"alpha": torch.tensor(ROW)}
    torch.save(tensors, FOLDER / "torch.pt")
    torch.save(tensors, FOLDER / "torch-old.pt", _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write("letters.zip", zipped("smallTrain.csv"))
    write("table.xlsx", zipped("[Content_Types].xml"))
    write("letters.tar.gz", gzip.compress(archived("smallTrain.csv"), mtime=0))
    write("twice.gz", gzip.compress(gzip.compress(CSV.encode(), mtime=0), mtime=0))
    write("letters.bz2", bz2.compress(CSV.encode()))
    write("letters.xz", lzma.compress(CSV.encode()))
    write("row.pickle", pickle.dumps(ROW.tolist(), protocol=4))
    write("row.json", json.dumps({"letters": ROW.tolist()}, indent=1).encode())
    write("utf16.csv", CSV.encode("utf-16"))
    write("utf16-no-mark.csv", CSV.encode("utf-16-be"))
    np.save(FOLDER / "row.npy", ROW)
    np.savez(FOLDER / "row.npz", ROW)
    write_with_torch()
