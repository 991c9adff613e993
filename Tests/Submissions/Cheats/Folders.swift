import Foundation
import Harness

/// Folders that whoever cleans up afterwards, as root, may stumble over.
let folders: [Cheat] = [
  .doing("its-folder-is-a-link") {
    for target in secretFolders() {
      let own = FileManager.default.currentDirectoryPath
      chdir("/")
      let moved = commonFolders[0] + "/cheat-moved-\(getpid())"
      if rename(own, moved) == 0, symlink(target, own) == 0 { return }
    }
  },
  .doing("links-in-its-folder") {
    let folder = commonFolders[0] + "/cheat-links"
    mkdir(folder, 0o700)
    for (k, target) in secretFolders().enumerated() {
      symlink(target, "link\(k)")
      symlink(target, folder + "/link\(k)")
    }
  },
  .doing("hard-to-remove") {
    let long = String(repeating: "x", count: 255)
    for place in [".", "/var/tmp"] {
      for name in ["-rf", "*", "\n", " ", "..x", "é\u{202e}", long] { mkdir("\(place)/\(name)", 0) }
    }
    // Deeper than any path may be long.
    for _ in 0..<20 {
      mkdir(long, 0o700)
      chdir(long)
    }
    makeFile("bottom")
    chmod(".", 0)
  },
]
