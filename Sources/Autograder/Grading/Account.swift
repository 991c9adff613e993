import CLibrary
import Formats

/// The user as which the answers run.
public struct Account: Sendable, Equatable {
  /// The numbers of user and group.
  public let user: uid_t, group: gid_t
  /// As it was given.
  public let name: String

  /// A user of the system, by name or by number.
  /// - Returns: nil where there is none of this name.
  public init?(_ name: String) {
    if let number = uid_t(name) {
      self.init(number, gid_t(number), name)
    } else if let entry = getpwnam(name) {
      self.init(entry.pointee.pw_uid, entry.pointee.pw_gid, name)
    } else {
      return nil
    }
  }

  private init(_ user: uid_t, _ group: gid_t, _ name: String) {
    (self.user, self.group, self.name) = (user, group, name)
  }

  /// A user that nobody else is, where two graders run at once too: by systemd's convention these
  /// numbers are handed out for a short time.
  public static var temporary: Account {
    let number = 61184 + uid_t(getpid()) % 3840
    return Account(number, gid_t(number), "\(number)")
  }
}
