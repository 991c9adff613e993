import CLibrary
import Formats
import Grading
import Terminal

/// The whole path of what is graded: by default the package's own answers, which lie beside the grader.
func answersProgram(_ given: String?) throws(FileError) -> String {
  let path = given ?? Program.beside("answers")
  guard let whole = wholePath(path) else { throw FileError(.noInput, path: path, systemError()) }
  guard access(whole, X_OK) == 0, isRegular(whole) else {
    throw FileError(.noInput, path: path, "is not a program that can be run")
  }
  return whole
}

private func isRegular(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// A grader of a program, with what keeps that from what is not its own; see ``Sandbox``.
/// - Throws: where USER is none, or may not run the program.
func grader(
  of program: String, _ secrets: [String], _ user: String?, _ limits: Limits
) throws -> Grader {
  let secrets = (secrets + [Program.path]).compactMap(wholePath)
  func grader(as account: Account?, reason: String? = nil) -> Grader {
    let sandbox = Sandbox(as: account, secrets: secrets, limits, reason: reason)
    return Grader([program], in: sandbox, limits) { Interrupt.requested }
  }
  guard let user else {
    let account = Account.temporary
    let own = grader(as: account)
    if getuid() != 0 || own.canStart { return own }
    return grader(as: nil, reason: "user \(account.name) cannot run \(program)")
  }
  guard let account = Account(user) else {
    throw UsageError("--as must be a user of this system or a number, not \(quoted(user))")
  }
  guard getuid() == 0 else {
    throw UsageError("--as is for root: only root can run a program as another user")
  }
  let own = grader(as: account)
  guard own.canStart else {
    throw FileError(.noInput, path: program, "user \(user) cannot run it")
  }
  return own
}
