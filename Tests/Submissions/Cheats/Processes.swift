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
    // Signal 0 asks whether one may, and does nothing.
    for process in othersProcesses() where kill(process, 0) == 0 { gotIn("signals to \(process)") }
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
      for folder in commonFolders + ["."] {
        makeFile("\(folder)/cheat-late")
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
      let path = folder + "/.bashrc"
      if open(path, O_WRONLY | O_APPEND) >= 0 { gotIn(path) }
    }
    if getenv("LD_PRELOAD") != nil { exit(0) }
    for (name, value) in [
      ("LD_PRELOAD", commonFolders[0] + "/cheat.so"), ("SWIFT_BACKTRACE", "enable=yes"),
      ("TZ", "../../etc/passwd"),
      ("LC_ALL", "tr_TR"), ("PATH", commonFolders[0]),
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

/// The processes of other users.
private func othersProcesses() -> [pid_t] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return names.compactMap { pid_t($0) }.filter { process in
    var status = stat()
    return stat("/proc/\(process)", &status) == 0 && status.st_uid != getuid()
  }
}
