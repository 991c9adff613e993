/// For a line that tells what was read: `; from handout-data`, where a folder was found. Nothing where the
/// user said which.
package func sourceText(_ foundFolder: String?) -> String {
  foundFolder.map { "; from \($0.printable)" } ?? ""
}
