import Testing

@testable import CLibrary

/// A path of any bytes is the same after it was text.
@Test(
  arguments: [
    [], [0x61], [0xFF], [0x61, 0xFF, 0x62], [0x80, 0xC3], [0xC3, 0xA9], [0xF0, 0x9F, 0x99, 0x82],
    // The characters that stand for bytes, and others around them.
    [0xF4, 0x8F, 0xBA, 0x80], [0xF4, 0x8F, 0xBB, 0xBF], [0xF4, 0x8F, 0xB9, 0xBF, 0xF4, 0x8F, 0xBB],
    [0xF4, 0x8F, 0xB8, 0x80], [0xF4, 0x8F, 0xBC, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    Array(0x01...0xFF), Array((0x80...0xFF).reversed()),
  ] as [[UInt8]])
func everyPathIsKept(bytes: [UInt8]) {
  #expect(String(path: bytes).pathBytes == bytes)
}

@Test func randomPathsAreKept() {
  var random = SystemRandomNumberGenerator()
  for _ in 0..<2000 {
    let bytes = (0..<12).map { _ in
      [0xF4, 0x8F, 0xBA, 0xBB, 0x80, 0xFF, 0xC3, 0xE2, 0x82, 0x61, 0x2F].randomElement(
        using: &random) ?? UInt8(0x61)
    }
    #expect(String(path: bytes).pathBytes == bytes, "\(bytes)")
  }
}

@Test func whatIsUTF8IsTheText() {
  let text = "é🙂e\u{301}"
  #expect(String(path: Array(text.utf8)).utf8.elementsEqual(text.utf8))
  #expect(!"é🙂\u{10fe7f}\u{10ff00}".hasUndecodedBytes)
  #expect(String(path: [0x61, 0x80, 0xFF]) == "a\u{10fe80}\u{10feff}")
}

/// The system gets the bytes.
@Test func systemCallsTakePathsBytes() throws {
  let folder = "paths-\(UInt64.random(in: 0 ... .max))"
  #expect(mkdir(folder, 0o700) == 0)
  let file = String(path: Array(folder.utf8) + [0x2F, 0xFF, 0x80])
  let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
  #expect(descriptor >= 0)
  close(descriptor)
  // Each fails if one before has taken another name.
  #expect(access(file, R_OK) == 0 && wholePath(file)?.hasSuffix("\u{10feff}\u{10fe80}") == true)
  let other = file + "\u{10fec3}"
  #expect(symlink("\u{10feff}\u{10fe80}", other) == 0)
  #expect(wholePath(other) == wholePath(file))
  #expect(rename(file, other) == 0)
  #expect(ChildProcess.run(["ls", folder], outputLimit: 100).output == [0xFF, 0x80, 0xC3, 0x0A])
  #expect(ChildProcess.run(["cat", other], outputLimit: 100).ending == .exited(0))
  #expect(unlink(other) == 0 && rmdir(folder) == 0)
}

@Test func memoryThatNobodyHasIsRefused() {
  #expect(hasMemory(0) && hasMemory(1e6))
  #expect(!hasMemory(1e15) && !hasMemory(.infinity) && !hasMemory(.nan))
}
