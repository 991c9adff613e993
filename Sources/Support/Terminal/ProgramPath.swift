import CLibrary
import Formats

/// Where this program lies.
extension Program {
  /// The words of the command line behind the program's name. Swift's `CommandLine.arguments` would
  /// change what is not UTF-8, as a file's name may be.
  package static let words: [String] = {
    let count = Int(CommandLine.argc)
    return (1..<max(count, 1)).compactMap { k in
      CommandLine.unsafeArgv[k].map { String(path: $0) }
    }
  }()

  /// The path of this executable, to start it again.
  package static let path: String = {
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = CommandLine.arguments[0]
    #endif
    return wholePath(path) ?? path
  }()

  /// The path of another program of the package, which the build puts into the same folder.
  package static func beside(_ name: String) -> String { directory(of: path) + "/" + name }

  /// Becomes another program: a path, or a name to be found by `PATH`. The first of the words is what it
  /// takes for its name.
  /// - Throws: `.noInput`, where it cannot be started.
  package static func become(_ program: String, _ words: [String]) throws(FileError) -> Never {
    var pointers = words.map { strdup($0) } + [nil]
    if let program = strdup(program) { execvp(program, &pointers) }
    throw FileError(.noInput, path: program, systemError())
  }
}
