"""Files of results: in place only when they are whole, and written by one process at a time."""

import fcntl
import os
import pathlib
import stat


class CannotCreate(Exception):
    """A file of results."""


class Draft:
    """A file beside another, `.NAME.part`, that is to take its place.

    A killed process leaves it, and the next takes it over."""

    def __init__(self, path, inputs=()):
        """Raises CannotCreate where the file cannot be replaced, or must not be."""
        self.path = pathlib.Path(path)
        self.place = self.path.with_name(f".{self.path.name}.part")
        try:
            expect_replaceable(self.path, inputs)
            self.descriptor = self.taken()
            os.ftruncate(self.descriptor, 0)
        except OSError as error:
            raise CannotCreate(f"{path}: {error.strerror}") from None

    def taken(self):
        """The open file, locked."""
        while True:
            descriptor = os.open(self.place, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Whoever had it may have put it in its place in the meantime.
                if os.path.samestat(os.fstat(descriptor), os.lstat(self.place)):
                    return descriptor
            except BlockingIOError:
                os.close(descriptor)
                raise CannotCreate(f"{self.path}: another process is writing it") from None
            except FileNotFoundError:
                pass
            os.close(descriptor)

    def open(self, **options):
        """Its file, for text. The lock stays until it is closed."""
        return open(self.descriptor, "w", encoding="utf-8", **options)

    def finish(self, mode):
        os.chmod(self.place, mode)
        os.replace(self.place, self.path)

    def give_up(self):
        os.unlink(self.place)


def expect_replaceable(path, inputs):
    """Raises CannotCreate for what is to be kept."""
    try:
        old = path.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(old.st_mode):
        raise CannotCreate(f"{path}: is a directory or a device, not a file")
    if not old.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise CannotCreate(f"{path}: is read-only; a result would replace it")
    if any(os.path.exists(other) and os.path.samefile(path, other) for other in inputs):
        raise CannotCreate(f"{path}: is read from; a result would replace it")
    folder = path.parent.stat()
    if folder.st_mode & stat.S_ISVTX and os.geteuid() not in (0, folder.st_uid, old.st_uid):
        raise CannotCreate(
            f"{path}: is somebody else's, in a folder with the sticky bit, where only its owner "
            "may replace it")
