"""Algorithm 3: the forward pass for one example."""

from answers.cross_entropy import crossEntropyForward
from answers.linear import linearForward
from answers.sigmoid import sigmoidForward
from answers.softmax import softmaxForward
from framework.not_written import not_written


def NNForward(x, y, alpha, beta):
    """(x, a, z, b, yhat, J) for x: 1×M, y: 1×K, alpha: D×(M+1), beta: K×(D+1); a, z: 1×D,
    b, yhat: 1×K, J: 1×1.

    a = linear(x, α), z = sigmoid(a), b = linear(z, β), ŷ = softmax(b), J = crossEntropy(y, ŷ)"""
    # answer: everything on the way is given back
    a = linearForward(x, alpha)
    z = sigmoidForward(a)
    b = linearForward(z, beta)
    yhat = softmaxForward(b)
    return x, a, z, b, yhat, crossEntropyForward(y, yhat)
    # end
