import Formats
import Graph

/// The parameters of a graph in a file; ``Graph/WengertList`` says what is in it. Those of an ``MLP``
/// are called `w`, `b`, `w.2`, `b.2` and so on.
extension TensorGraph {
  /// Writes all parameters into a file; it is replaced as a whole or stays as it was.
  /// - Parameter metadata: texts about them, in the order they are written.
  /// - Throws: `FileError` when it cannot be written.
  public func save(
    to path: String, metadata: [(name: String, value: String)] = []
  ) throws(FileError) {
    try list.save(to: path, metadata: metadata)
  }

  /// Replaces all parameters by those of a file; what was computed from the old ones stays.
  /// - Throws: `FileError` when it cannot be read, or has another name, another shape or a number that
  ///   is not finite; then no parameter is replaced.
  public func setParameters(contentsOf path: String) throws(FileError) {
    try list.setParameters(contentsOf: path)
  }
}
