"""What check_grading.py hands in: mistakes, and archives that shall not hurt."""

import gzip
import io
import os
import stat
import tarfile
import zipfile
import zlib

import mistakes

# Instead of the sigmoid's value.
SPY = """for path in [PATHS] {
      if let data = FileManager.default.contents(atPath: path) {
        fatalError("it saw \\(path) of \\(data.count) bytes")
      }
    }
    fatalError("it saw nothing")"""
WRITER = """for path in [PATHS] {
      if let file = fopen(path, "a") {
        fputs("// changed", file)
        fclose(file)
        fatalError("it wrote \\(path)")
      }
    }
    fatalError("it wrote nothing")"""

# In Python: looks for the solution's sigmoid, in whatever file it can read, except its own program.
PYTHON_SPY = """import pathlib, sys


def sigmoidForward(a):
    for path in pathlib.Path(FOLDER).rglob("*"):
        try:
            if b"(1 - b)" in path.read_bytes():
                raise RuntimeError(f"it saw {path}")
        except OSError:
            pass
    raise RuntimeError("it saw nothing")
"""


def mistaken(answers, name):
    file, right, wrong, _ = mistakes.SWIFT[name]
    return replaced(answers, file, right, wrong)


def replaced(answers, file, right, wrong):
    text = answers[f"{file}.swift"].decode()
    assert text.count(right) == 1, f"{file}.swift has {right!r} {text.count(right)} times"
    return {**answers, f"{file}.swift": text.replace(right, wrong).encode()}


def sigmoid_with(answers, body, paths=()):
    """The sigmoid alone, which does something else; the others stay blank."""
    body = body.replace("PATHS", ", ".join(f'"{path}"' for path in paths))
    changed = replaced(answers, "Sigmoid", "1 / (1 + exp(-a))", body)
    return {"Sigmoid.swift": changed["Sigmoid.swift"]}


def slow_to_compile():
    """Sums of literals whose types take the compiler long, 30 times."""
    terms = (
        f"[{i}, {i}.5].map {{ $0 * 2 }}.reduce(0) {{ $0 + $1 }} - ({i} as Double? ?? 1)"
        for i in range(6))
    body = f"let x = {' + '.join(terms)}; return x"
    return "\n".join(f"func f{k}() -> Double {{ {body} }}" for k in range(30)).encode()


def write_zip(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def in_answers(files):
    return {f"Sources/Answers/{name}": content for name, content in files.items()}


def hostile(folder, linear, outside):
    """Archives and folders in which only Linear.swift counts, if anything does.

    Gives the name of each, what its report must say, and whether its Linear.swift is graded."""
    good = {"Sources/Answers/Linear.swift": linear}
    write_zip(folder / "slip.zip", {
        **good, "../../escaped.swift": b"x", f"{outside}/Answers/escaped.swift": b"x",
        "Sources/Answers/../../../escaped.swift": b"x", "..\\Answers\\escaped.swift": b"x",
        "Sources/Answers/a\nb\x1b[31m.swift": b"x", "Sources/Answers/.x.swift": b"x"})
    yield "slip", "../../escaped.swift (leads out of the folder)", True
    yield "slip", "a\\nb\\x1b[31m.swift", True
    others = {f"data/{i}.txt": b"" for i in range(9_999)}
    write_zip(
        folder / "many-others.zip", {**good, "old/copy/Answers/Linear.swift": b"wrong", **others})
    yield "many-others", "and 9,980 more", True
    yield "many-others", "2 folders are called Answers: Sources/Answers was taken", True
    many = {f"A{i}.swift": b"" for i in range(10_000)}
    write_zip(folder / "many.zip", {**good, **in_answers(many)})
    yield "many", "10,001 files of answers", False
    yield from bombs(folder, linear)
    yield from links(folder, linear, outside)


def bombs(folder, linear):
    write_zip(
        folder / "bomb.zip", {"Answers/Linear.swift": linear, "Answers/B.swift": bytes(64 << 20)})
    yield "bomb", "larger than 1 MiB", False
    info = tarfile.TarInfo("Answers/B.swift")
    info.size = 2 << 30
    zeros = gzip.compress(bytes(16 << 20))
    with open(folder / "tar-bomb.tgz", "wb") as file:
        file.write(gzip.compress(info.tobuf()))
        for _ in range(128):
            file.write(zeros)
    yield "tar-bomb", "unpacks to more than 1 GiB", False
    damaged = io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("Answers/Linear.swift", linear)
    content = bytearray(damaged.getvalue())
    content[60] ^= 1
    assert zlib.crc32(content[50:50 + len(linear)]) != zlib.crc32(linear)
    (folder / "damaged.zip").write_bytes(content)
    yield "damaged", "cannot be read", False
    (folder / "text.zip").write_text("no archive")
    yield "text", "cannot be read", False
    write_zip(folder / "empty.zip", {})
    yield "empty", "no file of Swift", False


def links(folder, linear, outside):
    """Links to a file and to a folder that are not the student's."""
    secret = outside / "Sigmoid.swift"
    with zipfile.ZipFile(folder / "zip-link.zip", "w") as archive:
        archive.writestr("Answers/Linear.swift", linear)
        link = zipfile.ZipInfo("Answers/Sigmoid.swift")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(secret))
    yield "zip-link", "Answers/Sigmoid.swift (a link)", True
    with tarfile.open(folder / "tar-link.tar", "w") as archive:
        file = tarfile.TarInfo("Answers/Linear.swift")
        file.size = len(linear)
        archive.addfile(file, io.BytesIO(linear))
        for name, kind in (("Sigmoid", tarfile.SYMTYPE), ("SGD", tarfile.LNKTYPE),
                           ("Softmax", tarfile.CHRTYPE), ("NNForward", tarfile.FIFOTYPE)):
            link = tarfile.TarInfo(f"Answers/{name}.swift")
            link.type, link.linkname = kind, str(secret)
            archive.addfile(link)
    yield "tar-link", "Answers/Softmax.swift (neither file nor folder)", True
    answers = folder / "folder-link/Answers"
    answers.mkdir(parents=True)
    (answers / "Linear.swift").write_bytes(linear)
    (answers / "Sigmoid.swift").symlink_to(secret)
    os.mkfifo(answers / "Softmax.swift")
    yield "folder-link", "Answers/Sigmoid.swift (a link)", True
    (folder / "all-link").mkdir()
    (folder / "all-link/Answers").symlink_to(outside)
    yield "all-link", "Answers (a link)", False
