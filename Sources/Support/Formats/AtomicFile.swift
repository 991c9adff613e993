/// Replaces the contents of the file at `path` all at once: whoever reads it sees the old bytes or
/// the new ones, and after a failure the old ones. It is a ``ResultSet`` of one file.
///
/// - Throws: `.cannotCreate` if no file can be made there, `.inputOutput` if writing fails.
public func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
  try ResultSet([path]).write([bytes])
}
