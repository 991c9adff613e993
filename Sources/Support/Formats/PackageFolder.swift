/// The path of a folder that comes with the package, such as `handout-data`.
///
/// It is looked for in the working directory and the folders above it, then in those above this
/// source file: so it is found wherever the program is started, as long as the checkout it was
/// built from is in its place.
///
/// - Throws: `.noInput` when there is none.
public func packageFolder(_ name: String) throws(FileError) -> String {
  for start in [".", directory(of: #filePath)] {
    var folder = start
    // Up to the root: a path deeper than this is not a checkout.
    for _ in 0..<20 {
      let path = folder == "." ? name : "\(folder)/\(name)"
      if let status = status(of: path), status.isDirectory { return path }
      folder = start == "." ? (folder == "." ? ".." : folder + "/..") : directory(of: folder)
    }
  }
  throw FileError(
    .noInput, path: name, "no such folder here, above here or in the package's checkout")
}
