import CLibrary
import Formats
import Grading
import Questions
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

/// What keeps the program from what is not its own; see ``Sandbox``.
/// - Throws: where USER is none, or may not run the program.
func sandbox(
  for program: String, _ files: ReferenceFiles, _ user: String?, _ limits: Limits
) throws -> Sandbox {
  let account = user.flatMap(Account.init) ?? (user == nil ? .temporary : nil)
  guard let account else {
    throw UsageError("--as must be a user of this system or a number, not \(quoted(user ?? ""))")
  }
  if user != nil, getuid() != 0 {
    throw UsageError("--as is for root: only root can run a program as another user")
  }
  let secrets = [files.outputs, files.data, Program.path].compactMap(wholePath)
  let sandbox = Sandbox(as: account, secrets: secrets, limits)
  guard sandbox.canRun(program) else {
    throw FileError(
      .noInput, path: program, "user \(account.name) may not run it; --as takes another user")
  }
  return sandbox
}
