import CLibrary
import Formats

/// What keeps the answers from everything that is not theirs, as far as this system can: the commands
/// that each process of answers is started by, and which protection is off.
///
/// - As root they run as a user of their own, in a mount namespace in which the grader's files are
///   covered.
/// - Else they run as the same user, in a namespace of processes of their own where the system allows
///   that.
public struct Sandbox: Sendable {
  /// The user of the answers, where it is not the grader's.
  let account: Account?
  /// What this system does not protect from, each a line.
  public let off: [String]
  /// What the program's own words follow.
  private let prefix: [String]

  /// Finds out what this system can do, by trying.
  /// - Parameters:
  ///   - account: the answers' user, for a grader that runs as root; nil for the grader's own.
  ///   - secrets: files and folders that the answers must not read.
  ///   - reason: why there is no account, where that needs to be told.
  public init(
    as account: Account?, secrets: [String], _ limits: Limits, reason: String? = nil
  ) {
    let isRoot = getuid() == 0
    let own = isRoot ? account.flatMap { $0.user == 0 ? nil : $0 } : nil
    let pieces = isRoot ? Self.asRoot(own, secrets, reason) : Self.asUser()
    var (prefix, off) = pieces
    let bounds = Self.bounds(limits, hasOwnUser: own != nil)
    if Self.works(prefix + bounds) {
      prefix += bounds
    } else {
      off.append("limits of a file's size, of open files and of threads: prlimit does not work")
    }
    if !adoptOrphans() {
      off.append("the end of processes that leave their parents: this system cannot adopt them")
    }
    let readable = Self.readable(secrets, by: prefix)
    if own != nil, !readable.isEmpty {
      off.append("the answers can read " + readable.joined(separator: ", "))
    }
    (self.account, self.off, self.prefix) = (own, off, prefix)
  }

  /// The whole command that starts a program.
  func command(_ program: [String]) -> [String] { prefix + program }

  /// - Parameter account: nil where the answers shall be root, too.
  private static func asRoot(
    _ account: Account?, _ secrets: [String], _ reason: String?
  ) -> (prefix: [String], off: [String]) {
    guard let account else {
      let why = reason.map { ", as \($0)" } ?? ""
      return (works(dying) ? dying : [], ["a user of its own: the answers run as root" + why])
    }
    let own =
      dying + [
        "--reuid", "\(account.user)", "--regid", "\(account.group)", "--clear-groups",
        "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all",
      ]
    guard works(own) else {
      return ([], ["a user of its own: setpriv does not work"])
    }
    let covered = covering(secrets)
    return works(covered + own) ? (covered + own, []) : (own, [])
  }

  /// The answers end where the grader does, also when it is killed.
  private static let dying = ["setpriv", "--pdeathsig", "KILL"]

  private static func asUser() -> (prefix: [String], off: [String]) {
    let files = "the grader's files: the answers run as you, and can do what you can"
    let apart =
      dying + [
        "--no-new-privs", "unshare", "--user", "--map-current-user", "--pid", "--fork",
        "--kill-child", "--mount-proc",
      ]
    if works(apart) { return (apart, [files]) }
    let processes = "the grader itself: the answers can stop it, as unshare does not work"
    return (works(dying) ? dying : [], [files, processes])
  }

  /// Puts an empty folder over each folder, and nothing over each file, for the program alone; what
  /// processes share, memory, queues and semaphores, ends with it.
  private static func covering(_ secrets: [String]) -> [String] {
    let script = #"""
      while [ "$1" != -- ]; do
        if [ -d "$1" ]; then mount -t tmpfs -o mode=700,size=4k none "$1" || exit 126
        else mount --bind /dev/null "$1" || exit 126
        fi
        shift
      done
      shift
      mount -t tmpfs -o mode=1777,size=64m none /dev/shm || exit 126
      exec "$@"
      """#
    return ["unshare", "--mount", "--ipc", "--propagation", "private", "sh", "-c", script, "sh"]
      + secrets
      + ["--"]
  }

  private static func bounds(_ limits: Limits, hasOwnUser: Bool) -> [String] {
    [
      "prlimit", "--core=0", "--fsize=\(limits.fileSize)", "--nofile=\(limits.openFiles)",
      "--cpu=\(Int(limits.processorSeconds) + 1)",
      // Memory that is only asked for takes none; what is used is counted. This stops the absurd.
      "--as=\(limits.memory + 64 << 30)",
    ] + (hasOwnUser ? ["--nproc=\(limits.threads)"] : [])
  }

  /// Whether a program can be run this way.
  private static func works(_ prefix: [String]) -> Bool {
    ChildProcess.run(prefix + ["true"], timeLimit: 10).ending == .exited(0)
  }

  /// Which of these the answers can read.
  private static func readable(_ secrets: [String], by prefix: [String]) -> [String] {
    // What is covered is there, but empty.
    let script = #"""
      for f; do
        if [ -d "$f" ]; then content=$(ls -A "$f" 2>&-); else content=$(head -c1 "$f" 2>&-); fi
        [ -z "$content" ] || echo "$f"
      done
      """#
    let run = ChildProcess.run(prefix + ["sh", "-c", script, "sh"] + secrets, timeLimit: 10)
    return run.output.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
