import CTricks
import Foundation
import Harness
import Layers

/// What a system keeps for processes, and ways around what it forbids.
let system: [Cheat] = [
  .doing("root-again") {
    if setuid(0) == 0 || seteuid(0) == 0 || setgid(0) == 0 { gotIn("user or group 0") }
    if setgroups(0, nil) == 0 { gotIn("other groups") }
  },
  .doing("traced-parent") { if can_trace(getppid()) != 0 { gotIn("the memory of \(getppid())") } },
  .doing("signal-of-a-pipe") {
    // The system accepts that, and may send nothing to another user's process.
    for descriptor in 0..<64 as Range<CInt> { _ = kill_by_signal_of_input(descriptor, getppid()) }
    print("wakes the reader")
    usleep(2000)
  },
  .doing("terminals") {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/pts")) ?? []
    for name in ["tty", "console"] + names.filter({ Int($0) != nil }).map({ "pts/" + $0 }) {
      if open("/dev/" + name, O_WRONLY | O_NOCTTY) >= 0 { gotIn("/dev/" + name) }
    }
  },
  .filling("uncovered-references") { _, result in
    if leave_namespaces() == 0 {
      for path in secretFolders() where umount2(path, 2) == 0 { gotIn("\(path) is uncovered") }
    }
    answerFromReferences(&result)
  },
  .filling("kept-in-segments") { _, result in
    if shmget(key, 0, 0) >= 0 {
      gotIn("a segment from another part")
      result.fill(0.25)
    }
    _ = shmget(key, 4096, 0o1600)
    exit(3)
  },
  .filling("kept-in-queues") { _, result in
    if leave_queues(key, "/cheat") != 0 {
      gotIn("a queue from another part")
      result.fill(0.25)
    }
    exit(3)
  },
  .doing("memory-in-dev-shm") {
    fillFiles("/dev/shm") { open("/dev/shm/cheat-\($0)", O_WRONLY | O_CREAT, 0o600) }
  },
  .doing("memory-without-a-name") { fillFiles("files without a name") { _ in make_memory_file() } },
]

/// Of a segment, a queue and semaphores.
private let key: CInt = 0x6368_6561

/// Writes more than a part may use, at most half a gigabyte, in files that are each below the limit of a
/// file.
private func fillFiles(_ place: String, _ open: (Int) -> CInt) {
  let block = [UInt8](repeating: 1, count: 1 << 20)
  for k in 0..<8 {
    let descriptor = open(k)
    for _ in 0..<60 where write(descriptor, block, block.count) < 0 { exit(4) }
  }
  // It may take a moment until that is seen.
  usleep(200_000)
  gotIn("480 MiB in \(place)")
  exit(0)
}
