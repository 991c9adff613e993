/// The program's version, which the record of a run repeats.
let programVersion = "0.1.0"
