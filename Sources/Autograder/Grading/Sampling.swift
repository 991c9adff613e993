import CLibrary

extension Usage {
  /// Takes in what the table of processes shows.
  mutating func add(_ members: [ProcessEntry]) {
    let running = members.filter { !$0.isEnded }
    let most = running.lazy.map(\.mostMemory).max() ?? 0
    memory = max(memory, most, running.reduce(0) { $0 + $1.memory })
    processes = max(processes, running.count)
    threads = max(threads, running.reduce(0) { $0 + $1.threads })
    openFiles = max(openFiles, running.lazy.map(\.openFiles).max() ?? 0)
    processorSeconds = max(processorSeconds, members.reduce(0) { $0 + $1.processorSeconds })
  }

  /// Takes in what the system says of a process that ended, with all those that it waited for.
  mutating func add(_ resources: rusage) {
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    // A new process counts what its parent had when it was made.
    var own = rusage()
    getrusage(ownUsage, &own)
    if resources.ru_maxrss > own.ru_maxrss { memory = max(memory, Int(resources.ru_maxrss) * unit) }
    processorSeconds = max(
      processorSeconds, resources.ru_utime.seconds + resources.ru_stime.seconds)
  }
}

#if canImport(Darwin)
  private let ownUsage = RUSAGE_SELF
#else
  private let ownUsage = RUSAGE_SELF.rawValue
#endif

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
