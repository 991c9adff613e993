"""What a blank costs: its file, its own parts, and the blanks that are built of it."""

FILES = {
    "linear": {"swift": "Linear.swift", "python": "linear.py"},
    "sigmoid": {"swift": "Sigmoid.swift", "python": "sigmoid.py"},
    "softmax": {"swift": "Softmax.swift", "python": "softmax.py"},
    "cross-entropy": {"swift": "CrossEntropy.swift", "python": "cross_entropy.py"},
    "forward": {"swift": "NNForward.swift", "python": "nn_forward.py"},
    "backward": {"swift": "NNBackward.swift", "python": "nn_backward.py"},
    "sgd": {"swift": "SGD.swift", "python": "sgd.py"},
    "prediction": {"swift": "Prediction.swift", "python": "prediction.py"},
    "train-and-test": {"swift": "TrainAndTest.swift", "python": "train_and_test.py"},
}
OWN = {name: parts.split() for name, parts in {
    "linear": "Q1.1 Q2.1 Q2.2 Q2.3 Q6.1",
    "sigmoid": "Q1.2 Q2.4 Q6.2",
    "softmax": "Q1.3 Q2.5 Q6.3",
    "cross-entropy": "Q1.4 Q2.6 Q2.7 Q6.4",
    "forward": "Q1.5 Q1.6",
    "backward": "Q2.8 Q2.9 Q6.5",
    "sgd": "Q3.1 Q3.2 Q3.3 Q3.4",
    "prediction": "Q4.1 Q4.2 Q4.3",
    "train-and-test": "Q5.1 Q5.2 Q5.3",
}.items()}
BUILT_OF_IT = {name: blanks.split() for name, blanks in {
    "linear": "forward backward sgd prediction train-and-test",
    "sigmoid": "forward backward sgd prediction train-and-test",
    "softmax": "forward backward sgd prediction train-and-test",
    "cross-entropy": "forward backward sgd train-and-test",
    "forward": "backward sgd train-and-test",
    "backward": "sgd train-and-test",
    "sgd": "train-and-test",
    "prediction": "train-and-test",
    "train-and-test": "",
}.items()}
