import Foundation
import Harness
import Layers

/// Other processes: the grader, and those that outlive a submission.
let processes: [Cheat] = [
  .doing("killed-parent") {
    // A namespace of its own shows no parent: 0.
    for process in [getppid(), -getppid()] where process != 0 && kill(process, SIGKILL) == 0 {
      gotIn("kill \(process)")
    }
    // Linux says that this worked, also where it was allowed for none.
    kill(-1, SIGKILL)
  },
  .doing("killed-group") { kill(0, SIGKILL) },
  .doing("stopped-parent") {
    guard getppid() != 0 else { return }
    if kill(getppid(), SIGSTOP) == 0 { gotIn("stop \(getppid())") }
    if kill(getppid(), SIGTERM) == 0 { gotIn("end \(getppid())") }
  },
  .doing("grandchild-holds-the-pipe") {
    inGrandchild(leavesSession: false) { sleep(15) }
    exit(0)
  },
  .doing("grandchild-answers-later") {
    inGrandchild(leavesSession: true) {
      sleep(3)
      writeEverywhere(Array(forged.utf8))
      sleep(10)
    }
    exit(0)
  },
  .doing("grandchild-changes-files") {
    inGrandchild(leavesSession: true) {
      sleep(3)
      for folder in ["/tmp", "/var/tmp", "/dev/shm", "."] {
        FileManager.default.createFile(atPath: "\(folder)/cheat-late", contents: Data(count: 8))
      }
      sleep(10)
    }
  },
  .doing("fork-bomb") {
    // At most fifty.
    for _ in 0..<49 where fork() == 0 {
      sleep(15)
      _exit(0)
    }
    sleep(15)
  },
  .doing("another-environment") {
    for folder in [NSHomeDirectory(), "/root"] {
      if FileManager.default.createFile(atPath: folder + "/.bashrc", contents: nil) {
        gotIn("\(folder)/.bashrc")
      }
    }
    if getenv("LD_PRELOAD") != nil { exit(0) }
    for (name, value) in [
      ("LD_PRELOAD", "/tmp/cheat.so"), ("SWIFT_BACKTRACE", "enable=yes"),
      ("TZ", "../../etc/passwd"),
      ("LC_ALL", "tr_TR"), ("PATH", "/tmp"),
    ] { setenv(name, value, 1) }
    var words = [strdup(CommandLine.arguments[0]), nil]
    execv("/proc/self/exe", &words)
  },
  .doing("core-dump") {
    var limit = rlimit(rlim_cur: .max, rlim_max: .max)
    if setrlimit(__rlimit_resource_t(4), &limit) == 0 { gotIn("core files are allowed") }
    abort()
  },
]
