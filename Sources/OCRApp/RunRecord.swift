import Formats
import Learning

/// What `run.json` in a run's folder says: what repeats the run, what it read, and how it went.
struct RunRecord: Equatable {
  /// The name of the program that trains and writes such records.
  static let program = "ocr"

  /// The program's version.
  let version: String
  /// The words that repeat the run, the program's name first.
  let command: [String]
  /// Everything that decides the result, as the report on the terminal shows it.
  let settings: [Named<String>]
  /// What each label stands for.
  let letters: [String]
  let training: LetterFile.Mark
  let validation: LetterFile.Mark
  /// The whole epochs, in order.
  let epochs: [EpochLosses]
  /// Losses and error rates of the network that was written, that of the last epoch.
  let final: EpochLosses
  /// The SHA-256 of α's and β's bytes in the model's file, in hexadecimal.
  let alpha, beta: String
  /// The SHA-256 of each other file of the run, by its name in the folder.
  var files: [Named<String>] = []
}

extension RunRecord {
  /// The record of a run that learnt from these letters, and of its network with the tensors alpha and
  /// beta.
  init(_ run: TrainedRun, command: [String], _ data: LetterSets, _ network: SafetensorsFile) {
    let (files, digests) = (data.marks, network.tensors.map { SHA256(of: $0.bytes).text })
    self.init(
      version: programVersion, command: command,
      settings: run.settings.map { Named($0.name, $0.value) }, letters: run.names.all,
      training: files.training, validation: files.validation, epochs: run.history,
      final: EpochLosses(
        epoch: run.history.count, training: run.training.loss, validation: run.validation.loss,
        trainingError: run.training.errorRate, validationError: run.validation.errorRate),
      alpha: digests[0], beta: digests[1])
  }

  /// The contents of `run.json`.
  var text: String { json.text + "\n" }

  private var json: JSON {
    .object([
      .init("program", .string(Self.program)),
      .init("version", .string(version)),
      .init("command", .array(command.map(JSON.string))),
      .init("settings", .array(settings.map(\.json))),
      .init("letters", .array(letters.map(JSON.string))),
      .init("training", training.json),
      .init("validation", validation.json),
      .init("epochs_trained", .integer(epochs.count)),
      .init("epochs", .array(epochs.map(\.json))),
      .init(
        "final",
        .object([
          .init("train", measures(final.training, final.trainingError)),
          .init("validation", measures(final.validation, final.validationError)),
        ])),
      .init("alpha_sha256", .string(alpha)),
      .init("beta_sha256", .string(beta)),
      .init("files", .array(files.map(\.fileJSON))),
    ])
  }
}

private func measures(_ loss: Double, _ error: Double?) -> JSON {
  .object([.init("loss", .number(loss)), .init("error", share(error))])
}

/// An error rate; `null` where it is not known.
private func share(_ error: Double?) -> JSON { error.map(JSON.number) ?? .null }

extension Named<String> {
  fileprivate var json: JSON {
    .object([.init("name", .string(name)), .init("value", .string(value))])
  }

  fileprivate var fileJSON: JSON {
    .object([.init("file", .string(name)), .init("sha256", .string(value))])
  }
}

extension LetterFile.Mark {
  fileprivate var json: JSON {
    .object([
      .init("file", .string(path)), .init("count", .integer(count)),
      .init("sha256", .string(sha256)),
    ])
  }
}

extension EpochLosses {
  fileprivate var json: JSON {
    .object([
      .init("epoch", .integer(epoch)), .init("train", .number(training)),
      .init("validation", .number(validation)), .init("train_error", share(trainingError)),
      .init("validation_error", share(validationError)),
    ])
  }
}
