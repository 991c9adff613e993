"""Names that are not UTF-8, and data that somebody else has put above the working directory.

    python3 Tests/Faults/check_paths.py .build/debug

Swift's `Process` cannot start a program with such a word, so Python does.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "handout-data"


def run(program, *words, cwd=None):
    words = [word if isinstance(word, bytes) else word.encode() for word in words]
    return subprocess.run(
        [os.fsencode(PROGRAMS / program), *words], capture_output=True, cwd=cwd, check=False)


def expect(what, is_so, found=""):
    if not is_so:
        sys.exit(f"{what}: not so: {found!r}")
    print(what)


def check_names(folder):
    """Names of bytes, read, written and told."""
    os.chdir(folder)
    for name in b"\xff", b"\xf4\x8f\xbb\xbf", b"e\xcc\x81", b"\x1b[31m\xe2\x80\xae":
        for part in b"Train", b"Test":
            shutil.copy(DATA / f"small{part.decode()}.csv", name + part + b".csv")
        for part in b"train", b"valid", b"test":
            shutil.copy(DATA / f"titles/tiny.{part.decode()}", name + b"." + part)
        out = b"runs\xfe" + name
        ran = run("ocr", "train", name, "-d", ".", "-e", "1", "-o", out)
        expect(f"{name!r} is learnt from", ran.returncode == 0, ran)
        expect("its results are told on one line", b"\x1b" not in ran.stdout
               and b"\xff" not in ran.stdout and "\u202e" not in ran.stdout.decode(), ran.stdout)
        expect("they are where they were asked for", os.path.exists(out + b"/run.json"))
        ran = run("ocr", "report", out, "-o", name + b".html")
        expect("its record is read back",
               ran.returncode == 0 and os.path.exists(name + b".html"), ran)
        ran = run("entities", "train", "mlp", "-D", b"./" + name, "-e", "1", "-o", name,
                  "-m", out + b".m")
        expect("its titles are learnt from", ran.returncode == 0, ran)
        names = os.listdir(b".")
        expect("its files have its name",
               {name + b".npy", name + b".labels", out + b".m", out + b".m.html"} <= set(names),
               names)
    # They look the same and are two files.
    shutil.copy(DATA / "smallTest.csv", "\u00e9.csv")
    ran = run("ocr", "show", "e\u0301.csv")
    expect("é in one piece is not é in two", ran.returncode == 66, ran)
    ran = run("ocr", "show", b"\xfe\n.csv")
    expect("what is missing is told",
           ran.stderr == b"ocr: \\xfe\\n.csv: No such file or directory\n", ran)
    ran = run("entities", "predict", b"runs\xfe\xff.m", b"Marie\xff")
    expect("a title is text", ran.returncode == 64 and ran.stderr.count(b"\n") == 1, ran)
    ran = run("course", "starter", b"new\xff", "--language", "python")
    expect("a course goes there too", ran.returncode == 0 and os.path.isdir(b"new\xff/Cases"), ran)
    ran = run("course", "starter", b"new\xff")
    expect("and is not replaced", ran.returncode == 73, ran)


def check_folders(folder):
    """`handout-data` above the working directory: which is read is told."""
    place, below = folder / "place", folder / "place" / "a" / "b"
    below.mkdir(parents=True)
    shutil.copytree(DATA, place / "handout-data")

    def read_folders():
        runs = [run("ocr", "train", "small", "-e", "0", "-o", str(folder / "r"), cwd=below),
                run("regression", "linear", "-e", "0", cwd=below),
                run("entities", "train", "mlp", "-e", "0", "-o", "o", "-m", "m", cwd=below)]
        for ran in runs:
            expect("a run reads its data", ran.returncode == 0, ran)
        texts = [" ".join(ran.stdout.decode().split()) for ran in runs]
        return (["../../handout-data" in text for text in texts],
                [str(DATA) in text for text in texts])

    above, own = read_folders()
    expect("data above are read, and that is told", all(above) and not any(own))
    os.chmod(place, 0o777)
    above, own = read_folders()
    expect("not where everybody may exchange them", all(own) and not any(above))
    os.chmod(place, 0o1777)
    above, own = read_folders()
    expect("one's own in a sticky folder are read", all(above) and not any(own))
    if os.geteuid() == 0:
        os.chown(place / "handout-data", 12345, 12345)
        above, own = read_folders()
        expect("somebody else's there are not", all(own) and not any(above))


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_folders(pathlib.Path(folder))
        check_names(os.fsencode(folder))


if __name__ == "__main__":
    PROGRAMS = pathlib.Path(sys.argv[1]).resolve()
    main()
