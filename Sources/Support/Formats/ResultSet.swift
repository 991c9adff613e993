import CLibrary

/// Files that results go to, and that belong together: after a failure all of them are as they
/// were, and a kill leaves what the next set at their places completes or removes. A set is made
/// before anything is computed for it, and has its places to itself until it goes.
///
/// An old file's permissions are kept and a symbolic link is followed. A device or a pipe, which
/// must not be replaced by a file, is written to directly.
public final class ResultSet: Sendable {
  /// Where they lie, in the order in which they are put there.
  public let paths: [String]
  private let places: [ResultPlace]

  /// Makes sure that every file can be written, that nobody else is about to, and that none of the
  /// files that the results are computed from, however it is linked, is lost by it.
  ///
  /// - Throws: `.cannotCreate`.
  public init(_ paths: [String], from inputs: [String] = []) throws(FileError) {
    for (i, path) in paths.enumerated() {
      try expectReplaceable(path)
      func refuse(_ message: String) throws(FileError) {
        throw FileError(.cannotCreate, path: path, message)
      }
      if inputs.contains(where: { isSameFile($0, path) }) {
        try refuse("is read from; a result would replace it")
      }
      if let other = paths[..<i].first(where: { isSameFile($0, path) }) {
        try refuse("is the file of another result, \(quoted(other))")
      }
    }
    self.paths = paths
    places = try paths.map { (path) throws(FileError) in try ResultPlace(path) }
    try finishKilledReplacement(at: places.filter(\.isReplaced))
    for place in places where place.isReplaced { try place.expectNoMount() }
  }

  /// Puts all results in their places: the bytes of each, or nil for a file that is not to be
  /// there. May be done again.
  ///
  /// - Throws: `.cannotCreate` if a file cannot be made, `.inputOutput` if writing fails.
  public func write(_ contents: [[UInt8]?]) throws(FileError) {
    let results = Array(zip(places, contents))
    for (place, bytes) in results where !place.isReplaced {
      if let bytes { try place.writeDirectly(bytes) }
    }
    try Replacement(results.filter(\.0.isReplaced)).carryOut()
  }
}
