import Learning

/// Examples of classes to learn from and to be measured on.
struct Classification {
  let training, validation: DataSet

  var classes: Int { training.y.columns }
}
