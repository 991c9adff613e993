import Foundation
import Harness
import Layers

/// Files that are not a submission's.
let files: [Cheat] = [
  .filling("kept-in-files") { given, result in
    for folder in commonFolders + ["."] {
      let path = "\(folder)/cheat-answers"
      if let data = FileManager.default.contents(atPath: path), !data.isEmpty {
        gotIn("\(path) from another part")
        result.fill(0.25)
      }
      makeFile(path)
    }
    // The same part may find its own.
    exit(3)
  },
  .filling("references-by-path") { _, result in answer(&result, from: foldersAbove("self")) },
  .filling("references-by-the-parent") { _, result in
    answer(&result, from: foldersAbove("\(getppid())"))
  },
  .filling("references-by-links") { _, result in
    for (k, folder) in foldersAbove("\(getppid())").enumerated() {
      symlink(folder, "link\(k)")
      answer(&result, from: ["link\(k)"])
    }
  },
  .doing("the-parents-memory") {
    for name in ["mem", "fd/3", "fd/4", "fd/5", "environ", "maps"] {
      let path = "/proc/\(getppid())/\(name)"
      let descriptor = open(path, O_RDWR)
      if descriptor >= 0 { gotIn(path) }
    }
  },
  .doing("the-report") { reports().forEach(overwrite) },
  .doing("the-report-later") {
    inGrandchild(leavesSession: true) {
      sleep(3)
      reports().forEach(overwrite)
    }
  },
  .doing("changed-references") { references().forEach(overwrite) },
  .doing("zeroed-references") {
    for path in references() where truncate(path, 0) == 0 { gotIn("\(path) is empty now") }
  },
  .doing("changed-program") {
    let program = own()
    if unlink(program) == 0 { gotIn("\(program) is gone") }
    _ = FileManager.default.createFile(atPath: "another", contents: Data("#!/bin/sh\n".utf8))
    if rename("another", program) == 0 { gotIn("\(program) is another") }
    overwrite(program)
  },
  .doing("files-everywhere") {
    for folder in commonFolders + ["/home", "/root", "."] {
      for k in 0..<1000 {
        makeFile("\(folder)/cheat-\(getpid())-\(k)")
      }
    }
  },
]

/// Eight zeros.
func makeFile(_ path: String) {
  _ = FileManager.default.createFile(atPath: path, contents: Data(count: 8))
}

/// The path of this program.
private func own() -> String {
  (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
}

/// Where a process, its program and what it was told are, and the folders above.
private func foldersAbove(_ process: String) -> [String] {
  let links = ["exe", "cwd"].compactMap { name in
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/\(name)")
  }
  return (links + arguments(of: getppid()) + [own()]).flatMap(parents)
}

/// A path and the folders above it, up to the root.
private func parents(_ path: String) -> [String] {
  var found = [path]
  while let last = found.last, last.count > 1 { found.append(above(last)) }
  return found.filter { !$0.isEmpty }
}

private func above(_ path: String) -> String { (path as NSString).deletingLastPathComponent }

private func arguments(of process: pid_t) -> [String] {
  let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
  return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
}

private func references(_ starts: [String]? = nil) -> [String] {
  let found = (starts ?? foldersAbove("self") + foldersAbove("\(getppid())")).lazy.compactMap {
    start in
    let folder = start + "/Fixtures/ReferenceOutputs"
    return FileManager.default.subpaths(atPath: folder).map { $0.map { "\(folder)/\($0)" } }
  }
  return Array((found.first { !$0.isEmpty } ?? []).filter { $0.hasSuffix(".npy") }.prefix(300))
}

private func reports() -> [String] {
  let words = arguments(of: getppid())
  return words.filter { $0.hasSuffix(".json") }
    + foldersAbove("\(getppid())").map { $0 + "/results.json" }
}

private func overwrite(_ path: String) {
  let descriptor = open(path, O_WRONLY)
  guard descriptor >= 0 else { return }
  gotIn("\(path) is open for writing")
  _ = write(descriptor, forged, forged.utf8.count)
  close(descriptor)
}

/// What the grader keeps from its answers, next to the report; it may be out of sight.
func secretFolders() -> [String] {
  arguments(of: getppid()).filter { $0.hasSuffix(".json") }.flatMap { report in
    ["Fixtures/ReferenceOutputs", "handout-data"].map { "\(above(report))/\($0)" }
  }
}

/// Gives what is found anywhere.
func answerFromReferences(_ result: inout Matrix) {
  answer(&result, from: foldersAbove("\(getppid())"))
}

/// Gives what a reference file holds that has as many numbers as are asked for.
private func answer(_ result: inout Matrix, from starts: [String]) {
  for path in references(starts) {
    guard let data = FileManager.default.contents(atPath: path), data.count > 10 else { continue }
    gotIn("\(path) can be read")
    let start = 10 + Int(data[8]) + Int(data[9]) * 256
    let values = data.dropFirst(start).withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
    if values.count == result.rows * result.columns {
      result.fill(from: values)
      return
    }
  }
}
