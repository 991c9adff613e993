import CLibrary

/// An empty folder for one process of answers.
struct WorkingFolder {
  let path: String
  private let account: Account?

  /// A new folder, of the answers' user; nil where none can be made, with the reason in `errno`.
  init?(for account: Account?) {
    self.account = account
    // Six of this letter are where `mkdtemp` puts a name that nobody has.
    let blank = String(repeating: "X", count: 6)
    var template = Array("\(Self.places[0])/answers-\(blank)".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if let account, chown(path, account.user, account.group) != 0 {
      rmdir(path)
      return nil
    }
  }

  /// Removes it with all that is in it; and what the answers' own user left where anybody may write.
  func remove() {
    _ = ChildProcess.run(["rm", "-rf", "--one-file-system", path], timeLimit: 60)
    guard let account else { return }
    let leftovers =
      ["find"] + Self.places.filter { access($0, W_OK) == 0 }
      // Deeper lies what belongs to somebody else, and may be large.
      + ["-xdev", "-mindepth", "1", "-maxdepth", "2", "-user", "\(account.user)", "-prune"]
      + ["-exec", "rm", "-rf", "--one-file-system", "{}", "+"]
      // Where only their owners may write is nothing: on a machine that builds there are thousands.
      + ["-o", "-type", "d", "!", "-perm", "/022", "-prune"]
    _ = ChildProcess.run(leftovers, timeLimit: 60)
  }

  /// Where every user may write.
  private static let places = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/dev/mqueue"]
}
