"""Files that are large, or say that they are: none takes much memory or time to be refused.

    python3 Tests/Faults/check_sizes.py .build/debug

Every reader of every program gets files that are hard on it. Each is read, or refused in one line
of at most 600 characters, in a time that grows as the file does. A refusal takes at most 16 times
the file's bytes, and 8 MiB, more than `--version` takes. Then come sizes that options ask for, and
runs under limits on memory.
"""

import gzip
import os
import resource
import struct
import sys
import tempfile
import time

MEGABYTE = 1 << 20
SIZE = 4 * MEGABYTE
SECONDS = 10
LONGEST_LINE = 600


class Run:
    """A program that ran: how it ended, what it said, its memory in bytes and its time."""

    def __init__(self, program, *words, stdin=os.devnull, limit=None):
        begin = time.monotonic()
        with tempfile.TemporaryFile() as errors:
            child = os.fork()
            if child == 0:
                self._become(program, words, stdin, limit, errors)
            _, status, usage = os.wait4(child, 0)
            errors.seek(0)
            self.errors = errors.read(1 << 22)
        self.code = os.waitstatus_to_exitcode(status)
        self.memory = usage.ru_maxrss * 1024
        self.seconds = time.monotonic() - begin

    @staticmethod
    def _become(program, words, stdin, limit, errors):
        try:
            os.dup2(os.open(stdin, os.O_RDONLY), 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(errors.fileno(), 2)
            # What does not end is ended by the kernel.
            resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS, 3 * SECONDS))
            if limit:
                resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
            os.execv(program, [program, *words])
        finally:
            os._exit(127)

    def complaint(self, codes):
        """What is wrong with the way in which it ended; None if nothing is."""
        if self.code not in codes:
            return f"ended with {self.code}, not one of {codes}: {self.errors[:300]!r}"
        if self.code and (self.errors.count(b"\n") != 1 or not self.errors.endswith(b"\n")):
            return f"said {self.errors.count(10)} lines: {self.errors[:300]!r}"
        if self.code and len(self.errors.decode()) > LONGEST_LINE:
            return f"said {len(self.errors.decode())} characters: {self.errors[:300]!r}"
        return None


# MARK: Files

def write(path, *parts):
    """Writes a file piece by piece: this process must stay small, since a child's memory is counted
    from the fork on. A part is bytes, or a pair: bytes and how often they come."""
    with open(path, "wb") as file:
        for part in parts:
            piece, count = part if isinstance(part, tuple) else (part, 1)
            most = max(1, MEGABYTE // max(1, len(piece)))
            while count > 0:
                file.write(piece * min(most, count))
                count -= most


def filled(piece, size=SIZE):
    return piece, size // len(piece)


def numbered(path, before, piece, after, size=SIZE):
    """Writes pieces, with a number each where `%d` is in them."""
    fill = (lambda number: piece % number) if b"%d" in piece else lambda number: piece
    with open(path, "wb") as file:
        file.write(before)
        k = 0
        while file.tell() < size:
            file.write(b"".join(map(fill, range(k, k + 1000))))
            k += 1000
        file.write(after)


def write_gzip(path, content, trailer=None):
    with gzip.open(path, "wb") as file:
        piece, count = content
        for _ in range(count):
            file.write(piece)
    if trailer is not None:
        with open(path, "r+b") as file:
            file.seek(-4, os.SEEK_END)
            file.write(struct.pack("<I", trailer))


def write_safetensors(path, begin, piece, end, size=SIZE, claimed=None, data=b""):
    """A file with a header of pieces with a number each."""
    numbered(path + ".header", begin, piece, end, size)
    length = os.path.getsize(path + ".header")
    with open(path, "wb") as file, open(path + ".header", "rb") as header:
        file.write(struct.pack("<Q", length if claimed is None else claimed))
        while block := header.read(MEGABYTE):
            file.write(block)
        file.write(data)
    os.remove(path + ".header")


def csv_files():
    yield "one number of many digits", lambda path: write(path, filled(b"1"))
    yield "a fraction of many digits", lambda path: write(path, b"1,0.", filled(b"1"), b"\n")
    yield "one line of many columns", lambda path: write(path, b"1", filled(b",0"), b"\n")
    yield "many columns, ragged", lambda path: write(path, b"1", filled(b",0"), b"\n1,0\n")
    yield "many short lines", lambda path: write(path, filled(b"1,1\n"), b"x")
    yield "many blank lines", lambda path: write(path, b"1,1", filled(b"\n"), b"x")
    yield "many spaces", lambda path: write(path, b"1,", filled(b" "), b"x\n")
    yield "a long first line, then short ones", lambda path: write(
        path, b"1,", filled(b" ", MEGABYTE), b"1\n", filled(b"1,1\n"), b"x")
    yield "nothing but zeros", lambda path: write(path, filled(b"\0"))
    yield "compressed, claiming 4 GB", lambda path: write_gzip(
        path, (os.urandom(1024), 1024), 0xFFFFFFFF)
    yield "compressed, cut", lambda path: write(path, b"\x1f\x8b\x08", filled(b"\0"), b"\xff" * 4)


def title_files():
    yield "many short titles", lambda path: write(path, filled(b"a\tb\n"), b"x")
    yield "many labels", lambda path: numbered(path, b"", b"a\tb%d\n", b"", MEGABYTE)
    yield "many labels, few of each", lambda path: numbered(
        path, b"", b"a\tb%d\n", b"x", MEGABYTE)
    yield "32,000 labels", lambda path: write(
        path, (b"".join(b"a\tb%d\n" % k for k in range(32_000)), 4))
    yield "one long title", lambda path: write(path, filled(b"a"), b"\tb\n")
    yield "one long title of accents", lambda path: write(path, filled(b"e\xcc\x81"), b"\tb\n")
    yield "one long encoded title", lambda path: write(path, filled(b"%41"), b"\tb\n")
    yield "one long label", lambda path: write(path, b"a\t", filled(b"b"), b"\n", b"x")
    yield "one long line without a tab", lambda path: write(path, filled(b"a"))
    yield "many tabs", lambda path: write(path, b"a", filled(b"\t"))


def model_files():
    entry = b'"%d":{"dtype":"F64","shape":[],"data_offsets":[0,0]},'
    last = b'"":{"dtype":"F64","shape":[],"data_offsets":[0,0]}}'
    text = b'"%d":"",'
    yield "many tensors", lambda path: write_safetensors(path, b"{", entry, last)
    yield "many texts", lambda path: write_safetensors(
        path, b'{"__metadata__":{', text, b'"":""}}')
    yield "a long name", lambda path: write_safetensors(
        path, b'{"', b"%d", b'":{"dtype":"F64","shape":[],"data_offsets":[0,8]}}', data=b"\0" * 8)
    yield "a long type", lambda path: write_safetensors(
        path, b'{"a":{"dtype":"', b"%d", b'","shape":[],"data_offsets":[0,0]}}')
    yield "a type of many values", lambda path: write_safetensors(
        path, b'{"a":{"dtype":[', b"%d,", b'1],"shape":[],"data_offsets":[0,0]}}')
    yield "many axes", lambda path: write(
        path, struct.pack("<Q", 48 + SIZE // 2 * 2), b'{"a":{"dtype":"F64","shape":[1',
        filled(b",1", SIZE), b'],"data_offsets":[0,0]}}'[:18])
    yield "many axes that fit", lambda path: write_safetensors(
        path, b'{"a":{"dtype":"F64","shape":[', b"0,", b'0],"data_offsets":[0,0]}}')
    yield "many offsets", lambda path: write_safetensors(
        path, b'{"a":{"dtype":"F64","shape":[],"data_offsets":[', b"0,", b"0]}}")
    yield "lists in lists", lambda path: write(
        path, struct.pack("<Q", 8 + SIZE), b'{"a":[[1]', filled(b",[1]"), b"]}")
    yield "many brackets", lambda path: write(
        path, struct.pack("<Q", 5 + SIZE), b'{"a":', filled(b"["))
    yield "many empty lists", lambda path: write(
        path, struct.pack("<Q", 8 + SIZE // 3 * 3), b'{"a":[[]', filled(b",[]"), b"]}")
    yield "spaces", lambda path: write(path, struct.pack("<Q", 1 + SIZE), b"{", filled(b" "))
    yield "a header longer than the file", lambda path: write_safetensors(
        path, b"{", entry, last, MEGABYTE, claimed=99_000_000)
    yield "a header of 2^63 bytes", lambda path: write_safetensors(
        path, b"{", entry, last, MEGABYTE, claimed=1 << 63)
    yield "offsets far away", lambda path: write_safetensors(
        path, b'{"a":{"dtype":"F64","shape":[9007199254740992],"data_offsets":[0,', b"",
        b"72057594037927936]}}", 0)


def record_files():
    yield "deep", lambda path: write(path, filled(b"["))
    yield "wide", lambda path: write(path, b"[", filled(b"1,"), b"1]")
    yield "wide, of lists", lambda path: write(path, b"[[1]", filled(b",[1]"), b"]")
    yield "wide, of empty lists", lambda path: write(path, b"[[]", filled(b",[]"), b"]")
    yield "wide, of objects", lambda path: write(path, b"[{}", filled(b',{"a":1}'), b"]")
    yield "many names", lambda path: numbered(path, b"{", b'"%d":1,', b'"":1}')
    yield "a long text", lambda path: write(path, b'"', filled(b"a"), b'"')
    yield "a long text of escapes", lambda path: write(path, b'"', filled(b"\\u0041"), b'"')
    yield "a long number", lambda path: write(path, filled(b"1"))
    yield "not ended", lambda path: write(path, b'{"a":"', filled(b"\\\\"))
    yield "epochs of another kind", lambda path: write(
        path, b'{"program":"ocr","epochs":[0', filled(b",0"), b"]}")


def idx_header(*shape):
    return bytes([0, 0, 8, len(shape)]) + b"".join(struct.pack(">I", n) for n in shape)


def image_files():
    """Images and labels."""
    few = idx_header(2), b"\0\1"
    yield "a header that claims a gigabyte", (idx_header(1 << 20, 32, 32), b"\0"), few
    yield "a header that claims 2^96", (idx_header(*[(1 << 32) - 1] * 3), b"\0"), few
    yield "labels that claim a gigabyte", (idx_header(2, 1, 1), b"\0\0"), (idx_header(1 << 30),)
    yield "images of one pixel, few labels", (
        idx_header(SIZE, 1, 1), filled(b"\1")), few
    yield "labels beyond 9", (idx_header(SIZE, 1, 1), filled(b"\1")), (
        idx_header(SIZE), filled(b"\x0a"))
    yield "few large images", (idx_header(2, 2048, 2048), filled(b"\1")), (
        idx_header(3), b"\0\1\2")


def letter_files():
    yield "one letter many times", lambda path: write(path, filled(b"a"))
    yield "many letters", lambda path: write(path, "".join(map(chr, range(
        0x4E00, 0x9FFF))).encode())
    yield "one character of many marks", lambda path: write(path, b"a", filled(b"\xcc\x81"))


# MARK: Checks

class Check:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.failures = self.count = 0
        self.bases = {}

    def run(self, program, *words, **options):
        return Run(f"{self.programs}/{program}", *words, **options)

    def base(self, program):
        if program not in self.bases:
            self.bases[program] = self.run(program, "--version").memory
        return self.bases[program]

    def path(self, name):
        return os.path.join(self.folder, name)

    def report(self, what, complaint, run, size=0):
        self.count += 1
        if complaint is None and run.seconds > 1 + SECONDS * (size or SIZE) / SIZE:
            complaint = f"took {run.seconds:.1f} s"
        if os.environ.get("SHOW") or complaint:
            share = f"{run.memory / MEGABYTE:.0f} MiB for {size / MEGABYTE:.2f}"
            print(f"{what}: {complaint or 'ok'} ({run.code}, {share}, {run.seconds:.2f} s)")
            if os.environ.get("SHOW"):
                print("   ", run.errors[:400])
        if complaint:
            self.failures += 1

    def read(self, what, size, program, *words, codes=(0, 65)):
        """A file of this size is read or refused, the latter with little memory."""
        run = self.run(program, *words)
        complaint = run.complaint(codes)
        taken = run.memory - self.base(program)
        if complaint is None and run.code and taken > 16 * size + 8 * MEGABYTE:
            complaint = f"took {taken / MEGABYTE:.0f} MiB more than --version"
        self.report(f"{program} {words[0]}, {what}", complaint, run, size)

    def files(self):
        path = self.path("file")
        model, titles = self.path("ocr/model.safetensors"), self.path("entities.safetensors")
        for what, make in csv_files():
            make(path)
            size = os.path.getsize(path)
            self.read(what, size, "ocr", "show", path)
            self.read(what, size, "ocr", "evaluate", model, path)
            self.read(
                what, size, "ocr", "neuralnet", path, path, *self.paths(3), "1", "1", "2", ".1")
            write(self.path("lasso_test.csv"), b"x,y\n1,1\n")
            os.replace(path, self.path("lasso_train.csv"))
            self.read(what, size, "regression", "linear", "--data", self.folder, "--epochs", "1")
        for what, make in title_files():
            for name in "train", "valid", "test":
                write(self.path("t." + name), b"a\tb\nc\td\n")
            make(self.path("t.train"))
            size = os.path.getsize(self.path("t.train"))
            self.read(what, size, "entities", "train", "mlp", "-D", self.path("t"), "-q", "-e", "1",
                      "-o", self.path("o"), "-m", self.path("m"))
            self.read(what, size, "entities", "evaluate", titles, self.path("t.train"))
        for what, make in model_files():
            make(path)
            size = os.path.getsize(path)
            for program, other in ("ocr", model), ("entities", titles):
                self.read(what, size, program, "evaluate", path, other)
        os.makedirs(self.path("run"), exist_ok=True)
        for what, make in record_files():
            make(self.path("run/run.json"))
            size = os.path.getsize(self.path("run/run.json"))
            self.read(what, size, "ocr", "report", self.path("run"), "-o", self.path("page"))
        for what, images, labels in image_files():
            self.images(what, images, labels)
        self.letters()

    def paths(self, count):
        return [self.path(f"out{k}") for k in range(count)]

    def images(self, what, images, labels):
        folder = self.path("mnist")
        os.makedirs(folder, exist_ok=True)
        write(folder + "/train-images-idx3-ubyte", *images)
        write(folder + "/train-labels-idx1-ubyte", *labels)
        size = sum(entry.stat().st_size for entry in os.scandir(folder))
        self.read(what, size, "mlp", "-D", "mnist", "-d", folder, "-e", "1")

    def letters(self):
        folder = self.path("letters")
        os.makedirs(folder, exist_ok=True)
        for name in "aTrain", "aTest":
            write(f"{folder}/{name}.csv", (b"0,1,0\n3,0,1\n", 4))
        for what, make in letter_files():
            make(folder + "/letters.txt")
            size = os.path.getsize(folder + "/letters.txt")
            self.read(what, size, "ocr", "show", folder + "/aTrain.csv")
            self.read(what, size, "ocr", "train", "a", "-d", folder, "-q", "-e", "1", "-o",
                      self.path("lettersrun"))

    def options(self):
        """What options ask for is had, or refused in one line, also where memory is limited."""
        asked = [
            "mlp -e 0 --hidden 100000 --layers 1000", "mlp -e 0 --hidden 100000 --batch-size 1",
            "mlp -e 1 --hidden 9 --layers 1000 --batch-size 60000",
            "entities train lstm -e 0 -q --batch-size 100000 --max-len 1000",
            "entities train lstm -e 0 -q --hidden 10000 --batch-size 100",
            "regression multiclass -e 0 -q --hidden 100000",
        ]
        # Too much for this limit; without it they take long.
        limited = [
            "ocr train small -e 0 -q --hidden 100000", "mlp -e 0 --hidden 15000 --layers 2",
            "mlp -e 1 --hidden 1000 --batch-size 60000",
            "entities train mlp -e 0 -q --hidden 10000 --max-len 1000",
            "entities train lstm -e 0 -q --hidden 10000",
            "regression mlp -e 0 -q --hidden 100000 --features steps",
        ]
        os.chdir(self.folder)
        for line in asked:
            run = self.run(*line.split())
            self.report(line, run.complaint((0, 64)), run)
        for line in limited:
            run = self.run(*line.split(), limit=500 * MEGABYTE)
            self.report(f"{line} in 500 MiB", run.complaint((64,)), run)


def main():
    programs = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        check = Check(programs, folder)
        for words in (
            ("ocr", "train", "small", "-q", "-e", "1", "-o", check.path("ocr")),
            ("entities", "train", "mlp", "-q", "-e", "1", "-o", check.path("o"), "-m",
             check.path("entities.safetensors")),
        ):
            if check.run(*words).code != 0:
                sys.exit(f"{' '.join(words)} failed")
        check.files()
        check.options()
        print(f"{check.count} runs, {check.failures} wrong")
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
