import CLibrary

extension IDX {
  /// The path of the file of images in `folder`; `set` is the first word of its name, `train` or
  /// `t10k` in MNIST.
  ///
  /// - Throws: `.noInput` if there is none under its usual names.
  public static func imagesPath(of set: String, in folder: String) throws(FileError) -> String {
    try path(of: .images, set, in: folder)
  }

  /// The path of the file of labels in `folder`; `set` is the first word of its name.
  ///
  /// - Throws: `.noInput` if there is none under its usual names.
  public static func labelsPath(of set: String, in folder: String) throws(FileError) -> String {
    try path(of: .labels, set, in: folder)
  }

  /// The first file in `folder` among those with the name that MNIST's authors gave it, the one
  /// that some programs unpack it to, and both compressed.
  private static func path(
    of contents: Contents, _ set: String, in folder: String
  ) throws(FileError) -> String {
    guard let directory = status(of: folder) else {
      throw FileError(.noInput, path: folder, systemError())
    }
    guard directory.isDirectory else {
      throw FileError(.noInput, path: folder, "is a file, not a directory")
    }
    let names = ["-", "."].map { "\(set)-\(contents.rawValue)\($0)idx\(contents.axes)-ubyte" }
    for name in names + names.map({ $0 + ".gz" }) {
      let path = "\(folder)/\(name)"
      // A directory may have the name of the archive that was unpacked in it.
      if let file = status(of: path), !file.isDirectory { return path }
    }
    throw FileError(
      .noInput, path: folder, "no \(names[0]) or \(names[1]) here, nor one of them with .gz")
  }
}
