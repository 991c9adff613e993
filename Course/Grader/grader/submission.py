"""What a student handed in: the files of answers in an archive or a folder.

Nothing is ever extracted. Names are only compared, and bytes are read into memory up to a limit, so
what is in an archive cannot reach a file of this system.
"""

import bz2
import contextlib
import gzip
import lzma
import os
import re
import resource
import signal
import stat
import tarfile
import zipfile
from typing import Callable, NamedTuple

MOST_BYTES_OF_A_FILE = 1 << 20
MOST_BYTES = 8 << 20
MOST_FILES = 200
MOST_ENTRIES = 100_000
MOST_BYTES_OF_AN_ARCHIVE = 256 << 20
# What an archive may come to when it is unpacked, as far as that must be read to see what is in it.
MOST_UNPACKED = 1 << 30
SECONDS_TO_READ = 60
MEMORY_TO_READ = 1 << 30

PLAIN = re.compile(r"[A-Za-z0-9_+-]{1,94}")


class Refused(Exception):
    """Nothing of this submission can be graded; the text says why."""


class TooLong(Exception):
    """The time to read is over."""


class Entry(NamedTuple):
    name: str
    # "file", "folder", or what else it is, such as "a link".
    kind: str
    # The first bytes of a file, up to a number.
    read: Callable[[int], bytes]


class Submission(NamedTuple):
    # File names and their bytes.
    files: dict
    # Names of what does not count, each with the reason.
    ignored: list
    # Which folder was taken, and other things that the student should know.
    notes: list


def read_submission(path, language):
    """The answers of an archive or a folder, given by its path.

    Raises Refused, and OSError where the file itself cannot be read."""
    with bounded():
        try:
            return chosen(path, language)
        except MemoryError:
            raise Refused("it takes too much memory to read") from None
        except TooLong:
            raise Refused(f"it takes more than {SECONDS_TO_READ} s to read") from None


@contextlib.contextmanager
def bounded():
    """Limits the memory and the time of this process until the end of the block."""
    def stop(*_):
        raise TooLong

    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGALRM, stop)
    limit_memory(min((n for n in (MEMORY_TO_READ, *before) if n >= 0)), before[1])
    signal.alarm(SECONDS_TO_READ)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, handler)
        limit_memory(*before)


def limit_memory(most, hard):
    # macOS has this limit, and refuses to set it.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def chosen(path, language):
    """First all names, to see which folder counts; then the bytes of its files."""
    names = [(entry.name, entry.kind) for entry in entries(path) if entry.kind != "folder"]
    folder, notes = answers_folder(names, language)
    wanted, ignored = {}, []
    for i, (name, kind) in enumerate(names):
        reason = why_not(name, kind, folder, language)
        if reason:
            ignored.append((name, reason))
        else:
            # Of two with the same name an archive's last one counts, as if it were extracted.
            if last_part(name) in wanted:
                ignored.append((name, "another of that name"))
            wanted[last_part(name)] = i
    if len(wanted) > MOST_FILES:
        raise Refused(f"{len(wanted):,} files of answers, where {MOST_FILES} is the limit")
    files = read_files(path, {i: name for name, i in wanted.items()}, ignored)
    return Submission(files, ignored, notes)


def read_files(path, wanted, ignored):
    """The bytes of the files, which are given by their places among all entries."""
    files, total = {}, 0
    others = (entry for entry in entries(path) if entry.kind != "folder")
    for i, entry in enumerate(others):
        if i not in wanted:
            continue
        try:
            content = entry.read(MOST_BYTES_OF_A_FILE + 1)
        except (Refused, TooLong, MemoryError):
            raise
        # What modules that unpack throw at what is damaged on purpose, is no short list.
        except Exception as error:
            ignored.append((entry.name, f"cannot be read: {shown(str(error))}"))
            continue
        if len(content) > MOST_BYTES_OF_A_FILE:
            raise Refused(f"{shown(entry.name)} is larger than 1 MiB, the limit of a file")
        total += len(content)
        if total > MOST_BYTES:
            raise Refused("its answers are larger than 8 MiB, the limit of all together")
        files[wanted[i]] = content
    return files


# Which folder counts


def parts(name):
    """A path's parts; a name of Windows has backslashes."""
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]


def last_part(name):
    return parts(name)[-1] if parts(name) else ""


def escapes(name):
    """Whether a name would lead out of the folder into which an archive is extracted."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in parts(name) or re.match(r"[A-Za-z]:", plain) is not None


def is_hidden(name):
    """Such as `.build`, or what macOS puts into archives."""
    return any(part.startswith(".") or part == "__MACOSX" for part in parts(name))


def answers_folder(names, language):
    """The shallowest folder of answers with a file in it, as parts; where none is, (), the top."""
    found = {
        tuple(parts(name)[:-1]) for name, kind in names
        if kind == "file" and name.endswith(language.suffix)
        and parts(name)[-2:-1] == [language.folder] and not escapes(name) and not is_hidden(name)}
    if not found:
        return (), []
    folders = sorted(found, key=lambda folder: (len(folder), folder))
    others = [shown("/".join(folder)) for folder in folders[1:]]
    taken = shown("/".join(folders[0]))
    note = f"{len(folders)} folders are called {language.folder}: {taken} was taken"
    return folders[0], [note + ", not " + listed(others)] if others else []


def why_not(name, kind, folder, language):
    """Why an entry does not count; None where it does."""
    if escapes(name):
        return "leads out of the folder"
    if kind != "file":
        return kind
    if tuple(parts(name)[:-1]) != folder:
        return "not in " + (shown("/".join(folder)) if folder else f"a folder {language.folder}")
    if not name.endswith(language.suffix):
        return f"not a {language.suffix} file"
    if not PLAIN.fullmatch(last_part(name)[:-len(language.suffix)]):
        return "a name of other than letters, digits, _ + -"
    if last_part(name) in language.never:
        return "the starter's own counts"
    return None


# Archives and folders, entry by entry


def entries(path):
    """Each entry of an archive or a folder. Links are named, and never followed."""
    mode = os.lstat(path).st_mode
    if stat.S_ISDIR(mode):
        return counted(entries_of_folder(path, ""))
    if not stat.S_ISREG(mode):
        raise Refused("neither an archive nor a folder")
    if os.path.getsize(path) > MOST_BYTES_OF_AN_ARCHIVE:
        raise Refused("larger than 256 MiB: hand in the folder of answers only")
    # A tar may end with a zip, so what counts is how the file begins.
    with open(path, "rb") as file:
        is_zip = file.read(2) == b"PK"
    if is_zip:
        return counted(entries_of_zip(path))
    return counted(entries_of_tar(path))


def counted(all_entries):
    """The same entries; an archive that is damaged further on, or has too many, is refused."""
    try:
        for count, entry in enumerate(all_entries):
            if count >= MOST_ENTRIES:
                raise Refused(f"more than {MOST_ENTRIES:,} files")
            yield entry
    except (Refused, TooLong, MemoryError):
        raise
    except Exception as error:
        raise Refused(f"it cannot be read: {shown(str(error))}") from None


def entries_of_folder(root, below, depth=0):
    if depth > 50:
        raise Refused("more than 50 folders in each other")
    with os.scandir(os.path.join(root, below)) as found:
        children = sorted(found, key=lambda child: child.name)
    for child in children:
        name = f"{below}/{child.name}" if below else child.name
        mode = child.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            yield from entries_of_folder(root, name, depth + 1)
        else:
            kind = "file" if stat.S_ISREG(mode) else kind_of(mode)
            yield Entry(name, kind, lambda most, path=child.path: read_file(path, most))


def kind_of(mode):
    return "a link" if stat.S_ISLNK(mode) else "neither file nor folder"


def read_file(path, most):
    """A file that may have become something else since its folder was listed."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        return file.read(most)


def entries_of_zip(path):
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            def read(most, info=info):
                with archive.open(info) as file:
                    return file.read(most)
            yield Entry(info.filename, kind_in_zip(info), read)


def kind_in_zip(info):
    mode = info.external_attr >> 16
    if info.is_dir():
        return "folder"
    if info.flag_bits & 1:
        return "encrypted"
    # An archive that was not made on a system of the kind of Unix has no mode.
    return "file" if stat.S_IFMT(mode) in (0, stat.S_IFREG) else kind_of(mode)


class Unpacked:
    """The bytes of a tar, up to MOST_UNPACKED of them."""

    def __init__(self, file):
        self.file, self.left = file, MOST_UNPACKED

    def read(self, size):
        content = self.file.read(size)
        self.left -= len(content)
        if self.left < 0:
            raise Refused("it unpacks to more than 1 GiB")
        return content


def entries_of_tar(path):
    """From a stream: nothing is sought in it, so that what is read can be counted."""
    with open_unpacked(path) as file, tarfile.open(fileobj=Unpacked(file), mode="r|") as archive:
        for member in archive:
            def read(most, member=member):
                return archive.extractfile(member).read(most)
            kind = "a link" if member.issym() or member.islnk() else "neither file nor folder"
            kind = "folder" if member.isdir() else "file" if member.isreg() else kind
            yield Entry(member.name, kind, read)


def open_unpacked(path):
    with open(path, "rb") as file:
        start = file.read(6)
    for magic, opener in ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ", lzma.open)):
        if start.startswith(magic):
            return opener(path, "rb")
    return open(path, "rb")


# What is shown of names


def shown(text, most=200):
    """A text of anybody's without control characters, lines and what turns a line's direction."""
    text = text.encode("utf-8", "backslashreplace").decode()
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return text if len(text) <= most else text[:most] + "…"


def listed(names, most=20):
    """At most so many of the names, and how many more there are."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
