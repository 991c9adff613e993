import CLibrary
import TestSupport
import Testing

@testable import Formats

/// Nobody else may change what lies in a test's folder of its own.
@Test func foldersThatAnybodyMayChangeAreNotTrusted() throws {
  let scratch = try Scratch()
  let (place, folder) = (scratch.file("place"), scratch.file("place/handout-data"))
  try createDirectories(folder)
  #expect(isTrusted(folder))
  for (mode, isSafe) in [(0o755, true), (0o775, true), (0o777, false), (0o1777, true)] {
    chmod(place, mode_t(mode))
    #expect(isTrusted(folder) == isSafe, "\(String(mode, radix: 8))")
    #expect(isTrusted(place) == (mode & 0o002 == 0))
  }
  // Sticky or not, files may be put into it.
  for (mode, isSafe) in [(0o755, true), (0o777, false), (0o1777, false)] {
    chmod(folder, mode_t(mode))
    #expect(isTrusted(folder) == isSafe, "\(String(mode, radix: 8))")
  }
}

@Test func aLinkIsTrustedAsWhatItLeadsTo() throws {
  let scratch = try Scratch()
  try createDirectories(scratch.file("open"))
  #expect(symlink("open", scratch.file("link")) == 0)
  #expect(isTrusted(scratch.file("link")))
  chmod(scratch.file("open"), 0o777)
  #expect(!isTrusted(scratch.file("link")))
  #expect(symlink("nowhere", scratch.file("dangling")) == 0)
  #expect(!isTrusted(scratch.file("dangling")))
}

/// Below a sticky folder, as `/tmp` is, what somebody else has put there; only root can try that.
@Test(.enabled(if: geteuid() == 0))
func whatSomebodyElseHasPutThereIsNotTrusted() throws {
  let scratch = try Scratch()
  let (place, folder) = (scratch.file("place"), scratch.file("place/handout-data"))
  try createDirectories(folder)
  chmod(place, 0o1777)
  #expect(isTrusted(folder))
  #expect(chown(folder, 12345, 12345) == 0)
  #expect(!isTrusted(folder))
  // A teacher's, where only that teacher writes; but tests' folders may lie in /tmp.
  #expect(symlink("handout-data", scratch.file("place/link")) == 0)
  #expect(!isTrusted(scratch.file("place/link")))
}
