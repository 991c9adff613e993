"""Every function of answers with the shapes of what it gives back, for N rows at once."""

from framework.calls import call


def linearForward(a, w):
    return call("linearForward", a, w, b=(len(a), len(w)))[0]


def linearBackward(a, w, g_b):
    return call("linearBackward", a, w, g_b, g_a=a.shape, g_w=w.shape)


def sigmoidForward(a):
    return call("sigmoidForward", a, b=a.shape)[0]


def sigmoidBackward(b, g_b):
    return call("sigmoidBackward", b, g_b, g_a=b.shape)


def softmaxForward(a):
    return call("softmaxForward", a, b=a.shape)[0]


def softmaxBackward(b, g_b):
    return call("softmaxBackward", b, g_b, g_a=b.shape)


def crossEntropyForward(y, yhat):
    return call("crossEntropyForward", y, yhat, J=(len(y), 1))[0]


def crossEntropyBackward(y, yhat, g_J):
    return call("crossEntropyBackward", y, yhat, g_J, g_y=y.shape, g_yhat=y.shape)


def NNForward(x, y, alpha, beta):
    hidden, classes = (len(x), len(alpha)), (len(x), len(beta))
    return call(
        "NNForward", x, y, alpha, beta, x=x.shape, a=hidden, z=hidden, b=classes, yhat=classes,
        J=(len(x), 1))


def NNBackward(x, y, alpha, beta, a, z, b, yhat, J):
    return call(
        "NNBackward", x, y, alpha, beta, a, z, b, yhat, J, g_alpha=alpha.shape, g_beta=beta.shape,
        g_b=b.shape, g_z=z.shape, g_a=a.shape)


def start(inputs, hidden, classes, initialization, seed):
    return call(
        "start", inputs, hidden, classes, initialization, seed, alpha=(hidden, inputs + 1),
        beta=(classes, hidden + 1))


def SGD(train_x, train_y, other_x, other_y, hidden, epochs, initialization, seed, rate):
    return call(
        "SGD", train_x, train_y, other_x, other_y, hidden, epochs, initialization, seed, rate,
        alpha=(hidden, train_x.shape[1] + 1), beta=(train_y.shape[1], hidden + 1),
        train_losses=(epochs,), other_losses=(epochs,))


def prediction(x, alpha, beta):
    return call("prediction", x, alpha, beta, labels=(len(x),))[0]


def train_and_test(
        train_x, train_y, test_x, test_y, hidden, epochs, initialization, seed, rate, classes):
    return call(
        "train_and_test", train_x, train_y, test_x, test_y, hidden, epochs, initialization, seed,
        rate, classes, train_losses=(epochs,), test_losses=(epochs,), train_error=(),
        test_error=(), train_labels=(len(train_x),), test_labels=(len(test_x),))
