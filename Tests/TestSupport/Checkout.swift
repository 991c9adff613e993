import Foundation

/// A file of the checkout that the tests are of, by its path there, for example `docs/eager.md`.
///
/// It is looked for in the folders above the working directory, then in those above this source
/// file: so it is found wherever `swift test` is started.
public func checkoutFile(_ path: String) -> URL {
  let starts = [URL(filePath: FileManager.default.currentDirectoryPath), URL(filePath: #filePath)]
  for start in starts {
    var folder = start
    while folder.path != "/" {
      let file = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: file.path) { return file }
      folder.deleteLastPathComponent()
    }
  }
  return starts[0].appending(path: path)
}

/// The text of a file of the checkout, with lines that end in "\n" also where git, an editor or an
/// archive made them end in "\r\n".
public func checkoutText(_ path: String) throws -> String { try text(of: checkoutFile(path)) }

/// The text of a file, with lines that end in "\n".
func text(of file: URL) throws -> String {
  try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "\r\n", with: "\n")
}
