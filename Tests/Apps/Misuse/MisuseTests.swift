import TestSupport
import Testing

/// Wrong use of a program: one line on stderr, nothing on stdout, the right exit code.
@Suite struct MisuseTests {
  /// Command lines, where `''` is an empty word; what they exit with; what the line says.
  static let cases: [(line: String, exitCode: Int32, message: String)] = [
    ("ocr", 64, "missing command"),
    ("ocr trian", 64, "did you mean \"train\"?"),
    ("ocr train", 64, "missing argument SIZE (small, medium or large)"),
    ("ocr train smal", 64, "did you mean \"small\"?"),
    ("ocr train small --hiden 5", 64, "did you mean \"--hidden\"?"),
    ("ocr train small --hidden 0", 64, "--hidden must be a whole number from 1 to 100000"),
    ("ocr train small --hidden", 64, "needs a value (UNITS)"),
    ("ocr train small --epochs 1e3", 64, "--epochs must be a whole number from 0 to 1000000"),
    ("ocr train small --learning_rate nan", 64, "--learning-rate must be a finite number greater"),
    ("ocr train small --seed 4294967296", 64, "--seed must be a whole number from 0 to 4294967295"),
    ("ocr train small --init ones", 64, "--init must be random or zero"),
    ("ocr train small large", 64, "unexpected argument \"large\""),
    ("ocr train small --data /nowhere", 66, "/nowhere/smallTrain.csv"),
    ("ocr train small --output /dev/null/x", 73, "/dev/null/x"),
    ("ocr evaluate /nowhere/model", 64, "missing argument CSV"),
    ("ocr evaluate /nowhere/model x.csv", 66, "/nowhere/model"),
    ("ocr predict / x.csv", 66, "is a directory"),
    ("ocr predict /dev/null x.csv", 65, "/dev/null"),
    ("ocr show /nowhere.csv", 66, "/nowhere.csv"),
    ("ocr show /dev/null", 65, "/dev/null"),
    ("ocr show /dev/null --row 0", 64, "--row must be a whole number of at least 1"),
    ("ocr show /dev/null --count 0", 64, "--count must be a whole number from 1 to 1000000"),
    ("ocr check Sofmax", 64, "did you mean \"Softmax\"?"),
    ("ocr check --seed -1", 64, "--seed must be a whole number from 0 to 4294967295"),
    ("ocr grade --json /dev/null/x/results.json", 73, "/dev/null/x/results.json"),
    ("ocr grade --case linear", 64, #"--case must be one of Q1.1…Q6.5, not "linear""#),
    ("ocr grade --answers /nowhere/answers", 66, "/nowhere/answers: No such file or directory"),
    ("ocr grade --answers /etc/passwd", 66, "/etc/passwd: is not a program that can be run"),
    ("ocr grade --time 0", 64, "--time must be a finite number greater than 0"),
    ("ocr grade --memory 1", 64, "--memory must be a whole number from 16 to "),
    ("ocr predict - -", 64, "\"-\" is standard input, which can be read only once"),
    ("ocr evaluate - -", 64, "\"-\" is standard input, which can be read only once"),
    ("ocr predict - x.csv", 65, "<stdin>: "),
    ("ocr show -", 65, "<stdin>:1:1: "),
    ("ocr train small --data -", 64, "--data must be the name of a folder (./- for one called -)"),
    ("ocr train small -o -", 64, "--output must be the name of a folder (./- for one called -)"),
    ("ocr grade --json -", 64, "--json must be the name of a file (./- for one called -)"),

    ("regression ridge --lambda -1", 64, "--lambda must be a finite number of at least 0"),
    ("regression linear --lambda 1", 64, "unknown option \"--lambda\" for \"linear\""),
    ("regression linear --features cubes", 64, "--features must be raw or steps"),
    ("regression linear --step 0", 64, "--step must be a finite number greater than 0"),
    ("regression mlp --scale -1", 64, "--scale must be a finite number of at least 0"),
    ("regression mlp --hidden 0", 64, "--hidden must be a whole number from 1 to 100000"),
    ("regression mlp --epochs many", 64, "--epochs must be a whole number from 0 to 1000000"),
    ("regression mlp --seed 4294967296", 64, "--seed must be a whole number from 0 to 4294967295"),
    ("regression multiclass --data x", 64, "unknown option \"--data\" for \"multiclass\""),
    ("regression mlp --data /nowhere", 66, "/nowhere/lasso_train.csv"),
    ("regression ridge --output /", 73, "is a directory"),
    ("regression ridge --output /nowhere/a.svg", 73, "/nowhere/a.svg"),
    ("regression multiclass --epochs 1 -q --output /dev/full", 74, "/dev/full"),
    ("regression linear -q --step 10", 65, "is the step too large?"),
    ("regression ridge --data -", 64, "--data must be the name of a folder"),
    ("regression mlp --output -", 64, "--output must be the name of a file"),

    ("mlp -D mnist", 64, "--dataset mnist needs --data"),
    ("mlp -D mnist --data /nowhere", 66, "/nowhere: "),
    ("mlp --data .", 64, "--data is for --dataset mnist"),
    ("mlp --residual", 64, "--residual needs 2 --layers or more"),
    ("mlp -b 0", 64, "--batch-size must be a whole number from 1 to 1000000"),
    ("mlp --momentum 2", 64, "--momentum must be a finite number from 0 to 1"),
    ("mlp --init one", 64, "--init must be glorot, zero or normal"),
    ("mlp --activation tanh", 64, "--activation must be sigmoid or relu"),
    ("mlp --layers 0", 64, "--layers must be a whole number from 1 to 1000"),
    ("mlp --hidden x", 64, "--hidden must be a whole number from 1 to 100000"),
    ("mlp synth", 64, "unexpected argument \"synth\" for \"mlp\""),
    ("mlp --layers 1000 --hidden 100000", 64, "million numbers"),
    ("mlp --batch-size 60000 --hidden 10000", 64, "million numbers"),
    ("mlp -D mnist -d -", 64, "--data must be the name of a folder"),

    ("entities train", 64, "missing argument NETWORK (mlp or lstm)"),
    ("entities train lsmt", 64, "did you mean \"lstm\"?"),
    ("entities train mlp --max_len 0", 64, "--max-len must be a whole number from 1 to 1000"),
    ("entities train mlp --num_hid x", 64, "--hidden must be a whole number from 1 to 10000"),
    ("entities train mlp -b 0", 64, "--batch-size must be a whole number from 1 to 100000"),
    ("entities train mlp -e -1", 64, "--epochs must be a whole number from 0 to 1000000"),
    ("entities train mlp --init_lr nan", 64, "--learning-rate must be a finite number greater"),
    ("entities train mlp --schedule step", 64, "--schedule must be constant or cosine"),
    (
      "entities train mlp --forget-bias 1000", 64, "--forget-bias must be a finite number from -100"
    ),
    ("entities train mlp --seed 4294967296", 64, "--seed must be a whole number from 0 to 4294967"),
    (
      "entities train mlp --dataset a/b --data c", 64,
      "--dataset has a folder of its own, so --data is not accepted"
    ),
    ("entities train mlp --dataset a/b", 66, "a/b.train: "),
    (
      "entities train mlp --dataset ''", 64,
      "--dataset must be a name, or a path that ends in one, not \"\""
    ),
    ("entities train mlp -o x --train-loss x.npy", 64, "two results would be written"),
    ("entities train mlp -o x -m x.labels", 64, "two results would be written"),
    ("entities train mlp -o /proc/x -m /proc/./x.npy", 64, "two results would be written"),
    ("entities train mlp -o '' -m /dev/null", 73, "is not the name of a file"),
    ("entities train mlp -o /nowhere/new/ -m /dev/null", 73, "is not the name of a file"),
    ("entities train mlp -o /proc/. -m /dev/null", 73, "is a directory"),
    (
      "entities train lstm --max-len 1000 --batch-size 100000", 64,
      "--max-len 1000, --hidden 50 and --batch-size 100000 would take"
    ),
    ("entities train mlp --data /nowhere", 66, "/nowhere/tiny.train"),
    ("ocr train ''", 64, "SIZE must be a name, or a path that ends in one, not \"\""),
    ("ocr train data/", 64, "SIZE must be a name, or a path that ends in one, not \"data/\""),
    ("ocr train ./small", 66, "./smallTrain.csv: No such file"),
    ("ocr train small --init_flag 3", 64, "--init must be random or zero, not \"3\""),
    ("regression mlp --hidden_units 0", 64, "--hidden must be a whole number"),
    ("mlp --hidden_units 0 --num_epoch 1", 64, "--hidden must be a whole number"),
    ("ocr train tiny", 64, "SIZE must be small, medium or large, or the path of another set"),
    ("ocr neuralnet a.csv b.csv a b", 64, "missing argument METRICS_OUT"),
    ("ocr neuralnet a.csv b.csv a b c 2 4 3 0.1", 64, "INIT_FLAG must be 1 or 2, not \"3\""),
    ("ocr neuralnet a.csv b.csv a ./a c 2 4 2 0.1", 64, "two results would be written to \"./a\""),
    (
      "ocr neuralnet - - a b c 2 4 2 0.1", 64,
      "\"-\" is standard input, which can be read only once"
    ),
    ("ocr neuralnet /nowhere.csv b.csv a b c 2 4 2 0.1", 66, "/nowhere.csv"),
    ("regression ridge --learning_rate 0", 64, "--step must be a finite number greater than 0"),
    ("regression multiclass --num_epoch -1", 64, "--epochs must be a whole number from 0"),
    ("ocr train tiny --data nowhere", 66, "nowhere/tinyTrain.csv: No such file"),
    ("entities train mlp --dataset smalest", 66, "titles/smalest.train"),
    ("entities predict", 64, "missing argument MODEL"),
    ("entities predict model", 64, "missing argument TITLE"),
    ("entities predict model ''", 64, "a TITLE is empty"),
    ("entities predict model \u{200b}_", 64, "a TITLE is empty"),
    ("entities predict - -", 64, "\"-\" is standard input, which can be read only once"),
    ("entities predict model - -", 64, "\"-\" is standard input, which can be read only once"),
    ("entities predict - Rome", 65, "<stdin>: "),
    ("entities predict model -", 65, "<stdin>:1:1: the file has no lines"),
    ("entities evaluate - -", 64, "\"-\" is standard input, which can be read only once"),
    ("entities train mlp --data -", 64, "--data must be the name of a folder"),
    ("entities train mlp --train-loss -", 64, "--train-loss must be the name of a file"),
    ("entities train mlp --model -", 64, "--model must be the name of a file"),
    ("entities train mlp --output -", 64, "--output must be the name of a file"),
    ("entities experiment max-len --output -", 64, "--output must be the name of a file"),
    ("entities predict /nowhere/model Rome", 66, "/nowhere/model"),
    ("entities predict /dev/null Rome", 65, "/dev/null"),
    ("entities evaluate model", 64, "missing argument FILE"),
    ("entities experiment", 64, "missing argument WHAT (batch-size or max-len)"),
    ("entities experiment max-len --epochs 0", 64, "--epochs must be a whole number from 1"),
    ("entities experiment max-len --output /nowhere/a.svg", 73, "/nowhere/a.svg"),
    ("entities experiment max-len --output /", 73, "is a directory"),
  ]

  @Test(arguments: cases.indices)
  func isOneLine(index: Int) throws {
    let (line, exitCode, message) = Self.cases[index]
    let words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    let run = try Executable(words[0])(Array(words.dropFirst()))
    #expect(run.isRefusal(by: words[0], exitCode, message), "\(line): \(run)")
  }

  @Test(arguments: [
    "ocr train", "ocr neuralnet", "ocr evaluate", "ocr predict", "ocr show", "ocr check",
    "ocr grade",
    "regression linear", "regression ridge", "regression mlp", "regression multiclass", "mlp",
    "entities train", "entities predict", "entities evaluate", "entities experiment",
  ])
  func helpGoesToStandardOutput(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let help = try Executable(words[0])(words.dropFirst() + ["--help"])
    #expect(help.exitCode == 0 && help.errors == "")
    #expect(help.output.hasPrefix("Usage: \(command) "))
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["ocr", "regression", "mlp", "entities"])
  func versionIsPrinted(program: String) throws {
    #expect(try Executable(program)("--version").output == "\(program) 0.1.0\n")
  }
}
