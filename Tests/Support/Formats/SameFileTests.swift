import CLibrary
import TestSupport
import Testing

@testable import Formats

@Test(arguments: [
  ("file", "file", true), ("file", "./folder/../file", true), ("file", "/link", true),
  ("//file", "file", true), ("new", "folder/../new", true), ("file", "new", false),
  ("file", "folder/file", false), ("file", "hard", true), ("none/a", "none/a", true),
  ("none/a", "none/b", false), ("loop", "file", false),
])
func oneFileHasManySpellings(first: String, second: String, areSame: Bool) throws {
  let scratch = try Scratch()
  try createDirectories(scratch.file("folder"))
  try writeAtomically([1], to: scratch.file("file"))
  symlink("file", scratch.file("link"))
  symlink("loop", scratch.file("loop"))
  link(scratch.file("file"), scratch.file("hard"))
  #expect(isSameFile(scratch.file(first), scratch.file(second)) == areSame)
}
