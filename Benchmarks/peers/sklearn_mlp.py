"""scikit-learn: MLPClassifier's own SGD with batches of one and everything else switched off."""

import time

import numpy as np
from sklearn.neural_network import MLPClassifier

from peer import CLASSES, RATE, serve


def train(x, labels, alpha, beta):
    model = MLPClassifier(
        (len(alpha),), activation="logistic", solver="sgd", alpha=0, batch_size=1,
        learning_rate_init=RATE, momentum=0, nesterovs_momentum=False, shuffle=False)
    model.partial_fit(x[:1], labels[:1], classes=np.arange(CLASSES))  # makes coefs_
    for layer, weights in enumerate((alpha, beta)):
        model.coefs_[layer][:] = weights[:, 1:].T
        model.intercepts_[layer][:] = weights[:, 0]
    start = time.perf_counter()
    model.partial_fit(x, labels)
    seconds = time.perf_counter() - start
    alpha, beta = (
        np.column_stack([bias, weights.T])
        for bias, weights in zip(model.intercepts_, model.coefs_))
    return seconds, alpha, beta


serve(train)
