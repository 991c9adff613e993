import CLibrary

extension Usage {
  /// Takes in what the table of processes shows.
  mutating func add(_ members: [ProcessEntry]) {
    let running = members.filter { !$0.isEnded }
    memory = max(memory, running.reduce(0) { $0 + $1.memory })
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
    memory = max(memory, Int(resources.ru_maxrss) * unit)
    processorSeconds = max(
      processorSeconds, resources.ru_utime.seconds + resources.ru_stime.seconds)
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
