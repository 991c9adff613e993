import CLibrary

extension IDX {
  /// The path of the file of images or labels in `folder`; `set` is the first word of its name,
  /// `train` or `t10k` in MNIST.
  ///
  /// It is the first among those with the name that MNIST's authors gave it, the one that some
  /// programs unpack it to, and both compressed; in the folder, in `raw` or in `MNIST/raw`, where
  /// torchvision leaves them.
  ///
  /// - Throws: `.noInput` if there is none.
  public static func path(
    of contents: Contents, _ set: String, in folder: String
  ) throws(FileError) -> String {
    guard let directory = status(of: folder) else {
      throw FileError(.noInput, path: folder, systemError())
    }
    guard directory.isDirectory else {
      try expect([.text, .numbers], "a directory", in: readFile(folder), path: folder)
      throw FileError(.noInput, path: folder, "is a file, not a directory")
    }
    let names = ["-", "."].map { "\(set)-\(contents.rawValue)\($0)idx\(contents.axes)-ubyte" }
    for place in ["", "raw/", "MNIST/raw/"] {
      for name in names + names.map({ $0 + ".gz" }) {
        let path = "\(folder)/\(place)\(name)"
        // A directory may have the name of the archive that was unpacked in it.
        if let file = status(of: path), !file.isDirectory { return path }
      }
    }
    throw FileError(
      .noInput, path: folder, "no \(names[0]) or \(names[1]) here, nor one of them with .gz")
  }
}
