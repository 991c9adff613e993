"""Mistakes of students: the file, what stands in the solution, what was written, the part that loses
points."""

SWIFT = {
    "bias-left-out": ("Linear", "var sum = ω[i, 0]", "var sum = 0.0", "Q1.1"),
    "no-sigmoid": ("Sigmoid", "1 / (1 + exp(-a))", "a", "Q1.2"),
    "overflow": ("Softmax", "exp(a[n, k] - largest)", "exp(a[n, k])", "Q1.6"),
    "loss-negated": ("CrossEntropy", "J[n, 0] -= y", "J[n, 0] += y", "Q1.4"),
    "not-added": ("Linear", "gA[n, j] += gB", "gA[n, j] = gB", "Q2.1"),
    "no-gradient": ("Sigmoid", "gB * b * (1 - b)", "b * (1 - b)", "Q2.4"),
    "no-mean": ("Softmax", "(gB[n, k] - mean)", "gB[n, k]", "Q2.5"),
    "scale-ignored": ("Linear", "scale * (gB[n, i] * a[n, j])", "gB[n, i] * a[n, j]", "Q2.3"),
    "biases-drawn": ("SGD", "for j in 1...inputs {", "for j in 0...inputs {", "Q3.3"),
    "last-of-ties": ("Prediction", "ŷ[n, k] > ŷ[n, best]", "ŷ[n, k] >= ŷ[n, best]", "Q4.3"),
    "rates-swapped": ("TrainAndTest", "error(trainLabels, training)", "error(testLabels, test)",
                      "Q5.1"),
}
PYTHON = {
    "bias-left-out": ("linear", " + w[:, 0]", "", "Q1.1"),
    "no-sigmoid": ("sigmoid", "1 / (1 + np.exp(-a))", "a", "Q1.2"),
    "overflow": ("softmax", "a - a.max(axis=1, keepdims=True)", "a", "Q1.6"),
    "loss-negated": ("cross_entropy", "-y * np.log(yhat)", "y * np.log(yhat)", "Q1.4"),
    "no-gradient": ("sigmoid", "g_b * b * (1 - b)", "b * (1 - b)", "Q2.4"),
    "beta-first": ("sgd", "alpha = alpha - rate * g_alpha",
                   "g_alpha = NNBackward(x, y, alpha, beta - rate * g_beta, *o[1:])[0]; "
                   "alpha = alpha - rate * g_alpha", "Q3.1"),
    "rates-swapped": ("train_and_test", "np.mean(train_labels != train_y)",
                      "np.mean(test_labels != test_y)", "Q5.1"),
}


def in_files(mistakes, ending):
    return {name: (file + ending, *rest) for name, (file, *rest) in mistakes.items()}


ALL = {"swift": in_files(SWIFT, ".swift"), "python": in_files(PYTHON, ".py")}
