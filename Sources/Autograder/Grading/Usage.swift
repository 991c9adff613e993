/// What a part's processes took.
public struct Usage: Sendable, Equatable {
  /// Wall time in seconds.
  public var seconds = 0.0
  /// The time of all processors together in seconds.
  public var processorSeconds = 0.0
  /// The most memory at a time, in bytes.
  public var memory = 0
  /// The most processes at a time.
  public var processes = 0
  /// The most threads of all of them at a time.
  public var threads = 0
  /// The most open files of one of them at a time.
  public var openFiles = 0

  /// Nothing yet.
  public init() {}

  /// `0.03 s and 13 MiB`
  public var text: String { "\(pointsText(seconds)) s and \(bytesText(memory))" }
}

/// What a part's processes may take, together.
public struct Limits: Sendable {
  /// Wall time in seconds.
  public var seconds = 60.0
  /// The time of all processors in seconds.
  public var processorSeconds: Double { 2 * seconds }
  /// Memory in bytes.
  public var memory = 2 << 30
  /// Processes at a time.
  public var processes = 32
  /// Threads of all processes at a time, where there is a user of their own.
  public var threads = 256
  /// Bytes of a file.
  public var fileSize = 64 << 20
  /// Open files of a process.
  public var openFiles = 256
  /// Bytes of log.
  public var log = 1 << 20

  /// The usual ones.
  public init() {}

  /// Why the processes must end: the limit that they are over, and what was used; nil while they
  /// may go on.
  func excess(_ usage: Usage) -> String? {
    if usage.seconds > seconds {
      return "did not finish within \(pointsText(seconds)) s"
    }
    if usage.processorSeconds > processorSeconds {
      return "used \(pointsText(usage.processorSeconds)) s of processor time, where "
        + "\(pointsText(processorSeconds)) s is the limit"
    }
    if usage.memory > memory {
      return "used \(bytesText(usage.memory)) of memory, where \(bytesText(memory)) is the limit"
    }
    if usage.processes > processes {
      return "ran \(usage.processes) processes at a time, where \(processes) is the limit"
    }
    // The system lets nobody go beyond these.
    if usage.threads >= threads { return "ran \(threads) threads at a time, which is the limit" }
    if usage.openFiles >= openFiles {
      return "had \(openFiles) files open at a time, which is the limit"
    }
    return nil
  }
}

/// `64 MiB`
func bytesText(_ bytes: Int) -> String {
  let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
  var (value, unit) = (Double(bytes), 0)
  while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
  return "\(pointsText(value)) \(units[unit])"
}
