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
}
