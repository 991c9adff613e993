// Answers requests, a line each on standard input, with seconds; see `Measurements.swift`.
//
//     train D rows output         one epoch over the first rows, through Network.train
//     steps D rows output         the same, through forward, backward and descend
//     epochs D count              one of `count` epochs, each with evaluation of both sets
//     shape M D K ink             one of many made-up examples, with a share of ink
//     matmul N A B share          a product N×A times A×B, a with a share that is not zero
//     linear own|rows|elements A B    forward, backward and step of a Linear, as it is or in plain loops
//     load                        reading the CSV files of the large set
//     entities mlp|lstm folder name epochs    one of `epochs` epochs on titles; the least loss, too
//
// The argument is the folder of the letters.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let measurements = try Measurements(folder: CommandLine.arguments[1])
while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  if words[0] == "entities" {
    let answer = try Measurements.entities(
      words[1], folder: words[2], name: words[3], epochs: Int(words[4]) ?? 1)
    let text = answer.map { "\($0)" }.joined(separator: " ") + "\n"
    write(1, text, text.utf8.count)
    continue
  }
  let numbers = words.dropFirst().map { Double($0) ?? 0 }
  let integers = numbers.map(Int.init)
  let seconds =
    switch words[0] {
    case "train": try measurements.train(hidden: integers[0], rows: integers[1], output: words[3])
    case "steps": try measurements.steps(hidden: integers[0], rows: integers[1], output: words[3])
    case "epochs": try measurements.epochs(hidden: integers[0], count: integers[1])
    case "shape":
      try Measurements.example(
        inputs: integers[0], hidden: integers[1], classes: integers[2], ink: numbers[3])
    case "linear":
      try Measurements.linear(words[1], inputs: integers[1], outputs: integers[2])
    case "matmul":
      Measurements.matmul(integers[0], integers[1], integers[2], share: numbers[3])
    default: try measurements.load()
    }
  let answer = "\(seconds)\n"
  write(1, answer, answer.utf8.count)
}
