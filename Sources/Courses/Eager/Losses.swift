import Layers
import Operations

// vugrad's functions, which only put operations together and throw what these throw:
// `TensorError.shape` when operands do not fit, `.cleared` for nodes that are gone.

/// The softmax of each row, as `exp` and `normalize`: large logits overflow. Better take
/// ``logsoftmax(_:)``.
public func softmax(_ x: TensorNode) throws(TensorError) -> TensorNode {
  try x.exp().normalize()
}

/// The logarithm of the softmax of each row; no finite logit overflows.
public func logsoftmax(_ x: TensorNode) throws(TensorError) -> TensorNode {
  try x.applying(LogSoftmax())
}

/// The cross-entropy, summed over the batch: `−Σₙ log p[n, targets[n]]`, 1×1, for probabilities
/// N×K and the classes 0..<K of N examples.
public func celoss(_ outputs: TensorNode, _ targets: [Int]) throws(TensorError) -> TensorNode {
  try logceloss(outputs.log(), targets)
}

/// The same from the logarithms of the probabilities, `−Σₙ outputs[n, targets[n]]`.
public func logceloss(_ outputs: TensorNode, _ targets: [Int]) throws(TensorError) -> TensorNode {
  try outputs.select(targets).sum() * -1
}
