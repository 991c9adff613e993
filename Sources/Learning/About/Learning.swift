// Learning: what every system that learns needs: examples with labels (DataSet.swift), their order
// in minibatches, the loss and the errors of an epoch, and the end when a number is not finite.
