/* What Swift cannot say: calls of variable arguments, and code that runs before main. */
#ifndef TRICKS_H
#define TRICKS_H

#include <sys/types.h>

/* Whether this may look into a process or take its open files. */
int can_trace(pid_t process);

/* Makes a child of the parent's; returns as fork does. */
pid_t fork_sibling(void);

/* Leaves for namespaces of users and of mounts of its own; 0 if that works. */
int leave_namespaces(void);

/* Asks the system to send SIGKILL to a process when there is something to read; 0 if it accepts. */
int kill_by_signal_of_input(int descriptor, pid_t process);

/* A queue of messages and a set of semaphores that outlive their makers. Whether one was there. */
int leave_queues(int key, const char *name);

/* A file that has no name and is kept in memory. */
int make_memory_file(void);

#endif
