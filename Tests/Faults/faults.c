/* A library for LD_PRELOAD that lets one system call of a program fail, or kills the program there.
 *
 * FAULT_CALL is write, fsync, rename, link, open, close, mkdir or unlink; FAULT_AT says which of
 * them, from 1; FAULT_HOW is the name of an error, ENOSPC or EIO, or KILL. What fails is not carried
 * out, but for close. Only files and folders are counted, no pipes, and of open only what opens one
 * to be written. With FAULT_LINKS=none there are no hard links, as in some file systems. FAULT_LOG
 * names a file that gets a line for every call that was counted, and "failed" behind the one that
 * was made to fail. Children of the program are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char chosen[16];
static long chosen_at;
static int error;  /* 0: kill */
static int log_file = -1;
static int has_links;
static long count;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void start(void) {
  const char *call = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
  const char *log = getenv("FAULT_LOG");
  const char *links = getenv("FAULT_LINKS");
  has_links = !links || strcmp(links, "none");
  snprintf(chosen, sizeof chosen, "%s", call ? call : "");
  chosen_at = at ? atol(at) : 0;
  error = how && !strcmp(how, "ENOSPC") ? ENOSPC : how && !strcmp(how, "EIO") ? EIO : 0;
  /* Not through the functions below. */
  if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CLOEXEC);
  unsetenv("LD_PRELOAD");
  unsetenv("FAULT_CALL");
}

static void note(const char *text) {
  if (log_file >= 0) syscall(SYS_write, log_file, text, strlen(text));
}

/* Counts a call. Returns whether it is to fail, with errno set. */
static int fails(const char *call) {
  pthread_mutex_lock(&turn);
  char line[32];
  snprintf(line, sizeof line, "%s\n", call);
  note(line);
  int is_it = !strcmp(call, chosen) && ++count == chosen_at;
  pthread_mutex_unlock(&turn);
  if (!is_it) return 0;
  note("failed\n");
  if (error == 0) kill(getpid(), SIGKILL);
  errno = error;
  return 1;
}

static int is_file(int descriptor) {
  struct stat status;
  int before = errno;
  int result = descriptor != log_file && fstat(descriptor, &status) == 0
               && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = before;
  return result;
}

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (is_file(descriptor) && fails("write")) return -1;
  return NEXT(write)(descriptor, bytes, size);
}

int fsync(int descriptor) { return fails("fsync") ? -1 : NEXT(fsync)(descriptor); }

int fdatasync(int descriptor) { return fails("fsync") ? -1 : NEXT(fdatasync)(descriptor); }

int close(int descriptor) {
  int failed = is_file(descriptor) && fails("close"), code = errno;
  int result = NEXT(close)(descriptor);
  if (!failed) return result;
  errno = code;
  return -1;
}

int rename(const char *from, const char *to) {
  return fails("rename") ? -1 : NEXT(rename)(from, to);
}

int renameat(int folder, const char *from, int other, const char *to) {
  return fails("rename") ? -1 : NEXT(renameat)(folder, from, other, to);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned flags) {
  return fails("rename") ? -1 : NEXT(renameat2)(folder, from, other, to, flags);
}

static int link_fails(void) {
  if (has_links) return fails("link");
  errno = EPERM;
  return 1;
}

int link(const char *from, const char *to) { return link_fails() ? -1 : NEXT(link)(from, to); }

int linkat(int folder, const char *from, int other, const char *to, int flags) {
  return link_fails() ? -1 : NEXT(linkat)(folder, from, other, to, flags);
}

int mkdir(const char *path, mode_t mode) { return fails("mkdir") ? -1 : NEXT(mkdir)(path, mode); }

int mkdirat(int folder, const char *path, mode_t mode) {
  return fails("mkdir") ? -1 : NEXT(mkdirat)(folder, path, mode);
}

int unlink(const char *path) { return fails("unlink") ? -1 : NEXT(unlink)(path); }

int unlinkat(int folder, const char *path, int flags) {
  return fails("unlink") ? -1 : NEXT(unlinkat)(folder, path, flags);
}

static int opens_to_write(int flags) { return (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT; }

/* The mode of a new file, which only such flags have behind them. */
#define MODE(flags)                                                   \
  mode_t mode = 0;                                                    \
  if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {          \
    va_list rest;                                                     \
    va_start(rest, flags);                                            \
    mode = va_arg(rest, mode_t);                                      \
    va_end(rest);                                                     \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  if (opens_to_write(flags) && fails("open")) return -1;
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags)
  if (opens_to_write(flags) && fails("open")) return -1;
  return NEXT(open64)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (opens_to_write(flags) && fails("open")) return -1;
  return NEXT(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (opens_to_write(flags) && fails("open")) return -1;
  return NEXT(openat64)(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode) { return fails("open") ? -1 : NEXT(creat)(path, mode); }
