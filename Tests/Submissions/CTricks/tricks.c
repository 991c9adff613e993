#define _GNU_SOURCE
#include "tricks.h"
#include <fcntl.h>
#include <mqueue.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/ptrace.h>
#include <sys/sem.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int can_trace(pid_t process) {
  char byte;
  struct iovec here = {&byte, 1}, there = {&byte, 1};
  if (process_vm_readv(process, &here, 1, &there, 1, 0) > 0) return 1;
  int handle = syscall(SYS_pidfd_open, process, 0);
  if (handle >= 0 && syscall(SYS_pidfd_getfd, handle, 1, 0) >= 0) return 1;
  return ptrace(PTRACE_SEIZE, process, 0, 0) == 0;
}

pid_t fork_sibling(void) { return syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0); }

int leave_namespaces(void) { return unshare(CLONE_NEWUSER | CLONE_NEWNS); }

int kill_by_signal_of_input(int descriptor, pid_t process) {
  if (fcntl(descriptor, F_SETOWN, process) != 0) return -1;
  if (fcntl(descriptor, F_SETSIG, SIGKILL) != 0) return -1;
  return fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_ASYNC);
}

int make_memory_file(void) { return memfd_create("cheat", 0); }

int leave_queues(int key, const char *name) {
  int found = msgget(key, 0) >= 0 || semget(key, 0, 0) >= 0;
  mqd_t queue = mq_open(name, O_RDWR);
  if (queue >= 0) found = 1;
  msgget(key, IPC_CREAT | 0600);
  semget(key, 1, IPC_CREAT | 0600);
  mq_open(name, O_CREAT | O_RDWR, 0600, (struct mq_attr *)0);
  return found;
}
