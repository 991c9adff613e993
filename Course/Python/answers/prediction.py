"""Labels of letters, from given parameters."""

from answers.linear import linearForward
from answers.sigmoid import sigmoidForward
from answers.softmax import softmaxForward
from framework.not_written import not_written


def prediction(x, alpha, beta):
    """The label of each row of x: N×M: the class with the largest probability, the lowest of
    equals."""
    # answer: argmax takes the first of equals
    z = sigmoidForward(linearForward(x, alpha))
    return softmaxForward(linearForward(z, beta)).argmax(axis=1)
    # end
