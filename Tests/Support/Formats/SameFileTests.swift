import Foundation
import Testing

@testable import Formats

@Test(arguments: [
  ("file", "file", true), ("file", "./folder/../file", true), ("file", "/link", true),
  ("//file", "file", true), ("new", "folder/../new", true), ("file", "new", false),
  ("file", "folder/file", false), ("file", "hard", false), ("none/a", "none/a", true),
  ("none/a", "none/b", false), ("loop", "file", false),
])
func oneFileHasManySpellings(first: String, second: String, areSame: Bool) throws {
  try withTemporaryDirectory { directory in
    try createDirectories(directory + "/folder")
    try writeAtomically([1], to: directory + "/file")
    symlink("file", directory + "/link")
    symlink("loop", directory + "/loop")
    link(directory + "/file", directory + "/hard")
    #expect(isSameFile("\(directory)/\(first)", "\(directory)/\(second)") == areSame)
  }
}
