import Foundation
import Harness

/// Every cheat ends by itself, should what it tries to get around be missing.
alarm(20)

/// The program is copied once for each cheat, and does what its name says.
let name = CommandLine.arguments[0].split(separator: "/").last.map(String.init) ?? ""
if name == "list" {
  print(allCheats.map { $0.name }.joined(separator: "\n"))
  exit(0)
}
guard let cheat = allCheats.first(where: { $0.name == name }) else {
  print("no cheat is called \(name)")
  exit(64)
}
requireUserOfItsOwn()
serve(cheat.submission())
