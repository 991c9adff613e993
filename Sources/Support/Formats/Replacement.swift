import CLibrary

/// How the files of a set are replaced by new ones:
///
/// 1. every new file is written as `.NAME.part`, and is on the disk;
/// 2. the old ones get second names, `.NAME.old`; what is not to be there any more has only that;
/// 3. every `.NAME.part` becomes `.NAME.new`;
/// 4. every `.NAME.new` becomes `NAME`;
/// 5. every `.NAME.old` goes.
///
/// A failure undoes all of it. A kill before the end of step 3 leaves a `.part`: the new set may not
/// be whole, and the old one is in place. One after it leaves no `.part`, and the new set is whole.
struct Replacement {
  private let files: [File]

  init(_ results: [(place: ResultPlace, bytes: [UInt8]?)]) {
    files = results.map { File(place: $0.place, bytes: $0.bytes) }
  }

  /// - Throws: why it was undone: `.cannotCreate` or `.inputOutput`.
  func carryOut() throws(FileError) {
    // Much may have happened since the set was made.
    for file in files { try expectReplaceable(file.place.path) }
    do throws(FileError) {
      for file in files { try file.writePart() }
      for file in files { try file.keepOld() }
      for file in files { try file.becomeWhole() }
      for file in files { try file.takePlace() }
    } catch {
      for file in files { file.undo() }
      throw error
    }
    for file in files { unlink(file.place.old) }
    for folder in Set(files.map { directory(of: $0.place.target) }) { synchronize(folder) }
  }

  private struct File {
    let place: ResultPlace
    let bytes: [UInt8]?
    private let old: stat?

    init(place: ResultPlace, bytes: [UInt8]?) {
      (self.place, self.bytes, old) = (place, bytes, status(of: place.target))
    }

    func writePart() throws(FileError) {
      guard let bytes else { return }
      // The write before this one may have failed to remove it.
      unlink(place.part)
      let descriptor = try place.create(place.part, flags: O_WRONLY | O_CREAT | O_EXCL)
      defer { close(descriptor) }
      guard old.map({ fchmod(descriptor, $0.st_mode & 0o7777) }) ?? 0 == 0,
        writeAll(bytes, to: descriptor), uninterrupted({ fsync(descriptor) }) == 0
      else { throw place.failure() }
    }

    func keepOld() throws(FileError) {
      guard old != nil else { return }
      unlink(place.old)
      if bytes == nil {
        if rename(place.target, place.old) != 0 { throw place.failure() }
      } else {
        // Where there are no hard links, it is renamed later.
        _ = link(place.target, place.old)
      }
    }

    func becomeWhole() throws(FileError) {
      if bytes != nil, rename(place.part, place.new) != 0 { throw place.failure() }
    }

    func takePlace() throws(FileError) {
      guard bytes != nil else { return }
      if old != nil, status(of: place.old) == nil, rename(place.target, place.old) != 0 {
        throw place.failure()
      }
      if rename(place.new, place.target) != 0 { throw place.failure() }
    }

    func undo() {
      for name in [place.part, place.new] { unlink(name) }
      if old == nil {
        unlink(place.target)
      } else if rename(place.old, place.target) == 0 {
        // Where both are names of one file, that did nothing.
        unlink(place.old)
      }
    }
  }
}

/// Ends what a killed process began at the places of a set.
/// - Throws: `.cannotCreate` where something of it can neither be put in place nor removed.
func finishKilledReplacement(at places: [ResultPlace]) throws(FileError) {
  let isWhole = !places.contains { status(of: $0.part) != nil }
  for place in places {
    func expectSuccess(_ result: CInt, _ name: String) throws(FileError) {
      if result == 0 || errno == ENOENT { return }
      let reason = systemError()
      throw FileError(
        .cannotCreate, path: place.path, "\(quoted(Formats.name(of: name))): \(reason)")
    }
    if isWhole {
      try expectSuccess(rename(place.new, place.target), place.new)
    } else if status(of: place.target) == nil {
      try expectSuccess(rename(place.old, place.target), place.old)
    }
    for name in [place.part, place.new, place.old] { try expectSuccess(unlink(name), name) }
  }
}

/// Makes the renames themselves durable. The new files are already whole under their names, and not
/// every file system can do this, so a refusal is no error.
private func synchronize(_ directory: String) {
  let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
