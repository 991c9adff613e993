import CLibrary
import Formats

/// A process as the system's table shows it.
struct ProcessEntry {
  let id: pid_t
  /// Whether it has ended and waits to be reaped.
  let isEnded: Bool
  /// In bytes; and the most that it has been.
  let memory, mostMemory: Int
  let processorSeconds: Double
  let threads: Int
  let openFiles: Int
}

/// The processes of this machine, as far as `/proc` shows them; none where there is no `/proc`.
enum ProcessTable {
  /// The processes that descend from this one, or belong to `user`.
  static func members(of user: uid_t?) -> [ProcessEntry] {
    let all = (names(inFolder: "/proc") ?? []).compactMap { pid_t($0).flatMap(status) }
    var descendants: Set<pid_t> = [getpid()]
    // A child may stand before its parent in the table.
    var count = 0
    while count != descendants.count {
      count = descendants.count
      for entry in all where descendants.contains(entry.parent) { descendants.insert(entry.id) }
    }
    descendants.remove(getpid())
    // The rest takes longer to find out, and most processes are none of ours.
    return all.filter { descendants.contains($0.id) || $0.user == user }.compactMap(entry)
  }

  /// Whose a process is, and what its status says.
  private struct Status {
    let id, parent: pid_t
    let user: uid_t
    let text: [UInt8]
  }

  private static func status(_ id: pid_t) -> Status? {
    guard let text = text("/proc/\(id)/status"), let user = field("Uid:", in: text),
      let parent = field("PPid:", in: text)
    else { return nil }
    return Status(
      id: id, parent: pid_t(truncatingIfNeeded: parent), user: uid_t(truncatingIfNeeded: user),
      text: text)
  }

  private static func entry(_ status: Status) -> ProcessEntry? {
    // The name before these fields, in parentheses, may hold anything.
    guard let times = text("/proc/\(status.id)/stat"),
      let end = times.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = times[(end + 1)...].split(separator: UInt8(ascii: " "))
    let ticks = fields.count > 12 ? (number(fields[11]) ?? 0) + (number(fields[12]) ?? 0) : 0
    func kibibytes(_ name: String) -> Int { (field(name, in: status.text) ?? 0) * 1024 }
    let files = (names(inFolder: "/proc/\(status.id)/fd") ?? []).map {
      "/proc/\(status.id)/fd/\($0)"
    }
    return ProcessEntry(
      id: status.id, isEnded: fields.first.map { $0.elementsEqual("Z".utf8) } ?? true,
      memory: kibibytes("VmRSS:") + files.reduce(0) { $0 + memory(ofFile: $1) },
      mostMemory: kibibytes("VmHWM:"),
      processorSeconds: Double(ticks) / Double(sysconf(CInt(_SC_CLK_TCK))),
      threads: field("Threads:", in: status.text) ?? 1, openFiles: files.count)
  }

  /// What an open file takes of the memory: one without a name, which has no other place.
  private static func memory(ofFile path: String) -> Int {
    let name = Array("/memfd:".utf8CString.dropLast())
    let link = [CChar](unsafeUninitializedCapacity: name.count) { buffer, initialized in
      initialized = buffer.baseAddress.map { max(0, readlink(path, $0, name.count)) } ?? 0
    }
    var status = stat()
    guard link == name, stat(path, &status) == 0 else { return 0 }
    return Int(status.st_blocks) * 512
  }

  private static func text(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096)
    while readMore(from: descriptor, to: &bytes, limit: 1 << 16) > 0 {}
    return bytes
  }

  /// The first number behind a name at the beginning of a line.
  private static func field(_ name: String, in text: [UInt8]) -> Int? {
    for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: name.utf8) {
      let words = line.dropFirst(name.utf8.count).split { $0 == 9 || $0 == 32 }
      return words.first.flatMap(number)
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }
}
