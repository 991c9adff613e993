import CLibrary
import Formats

/// Where this program lies.
extension Program {
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
    execvp(program, &pointers)
    throw FileError(.noInput, path: program, systemError())
  }
}
