import Foundation
import Harness
import Layers

/// More than anybody needs.
let resources: [Cheat] = [
  .doing("memory-at-once") {
    let size = 100 << 30
    let memory = malloc(size)
    if memory != nil { gotIn("100 GB") }
    // Swift stops a program that gets none.
    UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      .storeBytes(of: 1, as: UInt8.self)
  },
  .doing("memory-in-use") {
    // At most three gigabytes.
    for _ in 0..<48 {
      let block = UnsafeMutableRawPointer.allocate(byteCount: 64 << 20, alignment: 4096)
      memset(block, 1, 64 << 20)
    }
    sleep(5)
  },
  .doing("endless-loop") { while true {} },
  .doing("sleep") { sleep(15) },
  .doing("threads-that-never-end") {
    for _ in 0..<50 { Thread.detachNewThread { while true { sleep(1) } } }
    sleep(15)
  },
  .doing("flood-on-stdout") { flood(STDOUT_FILENO) },
  .doing("flood-on-stderr") { flood(STDERR_FILENO) },
  .doing("open-files") {
    var opened = 0
    while opened < 5000, open("/dev/null", O_RDONLY) >= 0 { opened += 1 }
    if opened >= 5000 { gotIn("5000 open files") }
    sleep(3)
  },
  .doing("a-file-without-end") {
    let descriptor = open("cheat-large", O_WRONLY | O_CREAT, 0o600)
    let block = [UInt8](repeating: 1, count: 1 << 20)
    // At most two gigabytes.
    for _ in 0..<2048 where write(descriptor, block, block.count) < 0 { exit(4) }
    gotIn("a file of 2 GB")
  },
]

/// At most a gigabyte.
private func flood(_ descriptor: CInt) {
  let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
  for _ in 0..<1024 { _ = write(descriptor, block, block.count) }
}
