"""Mistakes in NNForward and NNBackward, in training and in its results."""

import numpy as np

from submission import each, right

MISTAKES = {}


def plant(prefix, replaced, mistakes):
    MISTAKES.update(each(prefix, replaced, mistakes))


# NNForward and NNBackward


def returned(function, change):
    """Wrong only in what is returned: `change` takes the request and the right answer."""
    def answer(t, texts):
        return change(t, right.FUNCTIONS[function](t, texts))
    return {"FUNCTIONS": {**right.FUNCTIONS, function: answer}}


EQUATIONS = {
    "g_b": lambda y, yhat: yhat - y,
    "g_z": lambda g_b, beta: g_b @ beta[:, 1:],
    "g_beta": lambda g_b, a, z: g_b.T @ right.with_ones(z),
    "g_a": lambda g_z, a, z: g_z * z * (1 - z),
    "g_alpha": lambda g_a, x: g_a.T @ right.with_ones(x),
}


def wrong_equation(gradient, equation):
    """NNBackward, where `equation` takes the place of that for `gradient`."""
    equations = {**EQUATIONS, gradient: equation}

    def backward(x, y, alpha, beta, a, z, b, yhat, J=None):
        g_b = equations["g_b"](y, yhat)
        g_z = equations["g_z"](g_b, beta)
        g_a = equations["g_a"](g_z, a, z)
        return {"g_b": g_b, "g_beta": equations["g_beta"](g_b, a, z), "g_z": g_z, "g_a": g_a,
                "g_alpha": equations["g_alpha"](g_a, x)}
    return backward


plant("pass", "backward", {
    name: wrong_equation(name.partition("-")[0], equation) for name, equation in {
        "g_b-negated": lambda y, yhat: y - yhat,
        "g_b-target-only": lambda y, yhat: np.where(y != 0, yhat - y, 0),
        "g_b-is-yhat": lambda y, yhat: yhat,
        "g_b-label-shifted": lambda y, yhat: yhat - np.roll(y, 1, axis=1),
        "g_z-from-bias-column": lambda g_b, beta: g_b @ beta[:, :-1],
        "g_z-last-class": lambda g_b, beta: g_b[:, -1:] * beta[-1, 1:],
        "g_beta-from-a": lambda g_b, a, z: g_b.T @ right.with_ones(a),
        "g_beta-without-bias": lambda g_b, a, z: g_b.T @ np.insert(z, 0, 0, axis=1),
        "g_alpha-without-bias": lambda g_a, x: g_a.T @ np.insert(x, 0, 0, axis=1),
        "g_a-slope-from-a": lambda g_z, a, z: g_z * a * (1 - a),
        "g_a-slope-missing": lambda g_z, a, z: g_z,
        "g_a-slope-b": lambda g_z, a, z: g_z * z,
    }.items()
})

MISTAKES |= {
    "pass.x-with-bias": returned("forward", lambda t, o: {**o, "x": right.with_ones(o["x"])}),
    "pass.z-with-bias": returned("forward", lambda t, o: {**o, "z": right.with_ones(o["z"])}),
    "pass.g_z-with-bias": returned("backward", lambda t, o: {**o, "g_z": o["g_b"] @ t["beta"]}),
    "pass.g_beta-transposed": returned("backward", lambda t, o: {**o, "g_beta": o["g_beta"].T}),
    "pass.g_alpha-transposed": returned("backward", lambda t, o: {**o, "g_alpha": o["g_alpha"].T}),
}

# Training


def gradients(x, y, alpha, beta):
    g = right.backward(x, y, alpha, beta, **right.forward(x, alpha, beta))
    return g["g_alpha"], g["g_beta"]


def examples(x, y):
    return zip(x[:, None], y[:, None])


def keeping(kept):
    """One step an example, where what `kept` selects of alpha and beta stays as it is."""
    def one_epoch(x, y, alpha, beta, rate):
        for x_n, y_n in examples(x, y):
            before = alpha, beta
            g_alpha, g_beta = gradients(x_n, y_n, alpha, beta)
            alpha, beta = alpha - rate * g_alpha, beta - rate * g_beta
            kept(alpha, beta, *before)
        return alpha, beta
    return one_epoch


def keep_alpha(alpha, beta, old_alpha, old_beta):
    alpha[:] = old_alpha


def keep_beta(alpha, beta, old_alpha, old_beta):
    beta[:] = old_beta


def keep_biases(alpha, beta, old_alpha, old_beta):
    alpha[:, 0], beta[:, 0] = old_alpha[:, 0], old_beta[:, 0]


def beta_first(x, y, alpha, beta, rate):
    for x_n, y_n in examples(x, y):
        o = right.forward(x_n, alpha, beta)
        beta = beta - rate * right.backward(x_n, y_n, alpha, beta, **o)["g_beta"]
        alpha = alpha - rate * right.backward(x_n, y_n, alpha, beta, **o)["g_alpha"]
    return alpha, beta


def pile_up(x, y, alpha, beta, rate):
    sum_alpha, sum_beta = 0, 0
    for x_n, y_n in examples(x, y):
        g_alpha, g_beta = gradients(x_n, y_n, alpha, beta)
        sum_alpha, sum_beta = sum_alpha + g_alpha, sum_beta + g_beta
        alpha, beta = alpha - rate * sum_alpha, beta - rate * sum_beta
    return alpha, beta


def full_batch(x, y, alpha, beta, rate):
    g_alpha, g_beta = gradients(x, y, alpha, beta)
    return alpha - rate * g_alpha, beta - rate * g_beta


def shuffled(x, y, alpha, beta, rate):
    order = np.random.RandomState(3).permutation(len(x))
    return right.one_epoch(x[order], y[order], alpha, beta, rate)


def at_rate(change):
    """The right steps at another rate: `change` takes the rate and the count of examples."""
    return lambda x, y, alpha, beta, rate: right.one_epoch(
        x, y, alpha, beta, change(rate, len(x)))


plant("train", "one_epoch", {
    "beta-first": beta_first,
    "alpha-only": keeping(keep_beta),
    "beta-only": keeping(keep_alpha),
    "biases-not-learned": keeping(keep_biases),
    "divided-by-count": at_rate(lambda rate, count: rate / count),
    "ascent": at_rate(lambda rate, count: -rate),
    "full-batch": full_batch,
    "mean-batch": lambda x, y, alpha, beta, rate: full_batch(x, y, alpha, beta, rate / len(x)),
    "reversed-order": lambda x, y, *rest: right.one_epoch(x[::-1], y[::-1], *rest),
    "gradients-pile-up": pile_up,
    "rate-squared": at_rate(lambda rate, count: rate ** 2),
    "rate-ignored": at_rate(lambda rate, count: 1),
    "rate-halved": at_rate(lambda rate, count: rate / 2),
})
plant("order", "one_epoch", {"shuffled": shuffled})
plant("pair", "one_epoch", {
    "ascent-and-beta-first": lambda x, y, alpha, beta, rate: beta_first(x, y, alpha, beta, -rate),
})


def losses_during_epoch(sets, alpha, beta, epochs, rate):
    losses = []
    for _ in range(epochs):
        seen = []
        for x_n, y_n in examples(*sets[0]):
            seen.append(right.mean_loss(x_n, y_n, alpha, beta))
            alpha, beta = right.one_epoch(x_n, y_n, alpha, beta, rate)
        losses.append([np.mean(seen), right.mean_loss(*sets[1], alpha, beta)])
    return alpha, beta, np.reshape(losses, (-1, 2)).T


def losses_before_epoch(sets, alpha, beta, epochs, rate):
    losses = []
    for _ in range(epochs):
        losses.append([right.mean_loss(*pair, alpha, beta) for pair in sets])
        alpha, beta = right.one_epoch(*sets[0], alpha, beta, rate)
    return alpha, beta, np.reshape(losses, (-1, 2)).T


def losses_of_last_epoch(*start):
    alpha, beta, losses = right.train(*start)
    return alpha, beta, losses[:, -1:]


plant("train", "train", {
    "one-epoch-less": lambda sets, alpha, beta, epochs, rate: right.train(
        sets, alpha, beta, epochs - 1, rate),
    "one-epoch-more": lambda sets, alpha, beta, epochs, rate: right.train(
        sets, alpha, beta, epochs + 1, rate),
    "losses-during-epoch": losses_during_epoch,
    "losses-before-epoch": losses_before_epoch,
    "validation-from-training": lambda sets, *rest: right.train([sets[0], sets[0]], *rest),
    "losses-of-last-epoch": losses_of_last_epoch,
})
plant("train", "mean_loss", {
    "losses-as-sums": lambda x, y, alpha, beta: right.loss(y, **right.forward(x, alpha, beta)).sum()
})

# How the parameters start


def drawn_by(draw):
    """RANDOM by `draw`, which is given a generator and M, D and K; ZERO is right."""
    def initialise(initialization, seed, *sizes):
        if initialization != "random":
            return right.initialise(initialization, seed, *sizes)
        return draw(np.random.RandomState(seed), *sizes)
    return initialise


def with_zeros(weights):
    return np.insert(weights, 0, 0, axis=1)


def both_by(draw):
    """Alpha's weights by `draw`, then beta's; it is given a generator and a shape."""
    return drawn_by(lambda random, M, D, K: (
        with_zeros(draw(random, (D, M))), with_zeros(draw(random, (K, D)))))


def uniform(random, shape):
    return random.uniform(-0.1, 0.1, shape)


def biases_of_one(*request):
    alpha, beta = right.initialise(*request)
    alpha[:, 0] = beta[:, 0] = 1
    return alpha, beta


def seed_again(initialization, seed, M, D, K):
    """Beta's K×D weights are drawn as if they were the alpha of another network."""
    alpha, _ = right.initialise(initialization, seed, M, D, K)
    beta, _ = right.initialise(initialization, seed, D, K, 1)
    return alpha, beta


plant("initial", "initialise", {
    "biases-drawn": drawn_by(lambda random, M, D, K: (
        uniform(random, (D, M + 1)), uniform(random, (K, D + 1)))),
    "beta-first": drawn_by(lambda random, M, D, K: (
        with_zeros(uniform(random, (K, D))), with_zeros(uniform(random, (D, M))))[::-1]),
    "by-columns": both_by(lambda random, shape: uniform(random, shape[::-1]).T),
    "positive": both_by(lambda random, shape: random.uniform(0, 0.1, shape)),
    "wide": both_by(lambda random, shape: random.uniform(-1, 1, shape)),
    "biases-of-one": biases_of_one,
    "seed-again": seed_again,
    "normal": both_by(lambda random, shape: 0.1 * random.standard_normal(shape)),
    "zero-for-random": lambda initialization, *rest: right.initialise("zero", *rest),
    "random-for-zero": lambda initialization, *rest: right.initialise("random", *rest),
})

# Predictions and results


def least_probable(x, alpha, beta):
    return right.forward(x, alpha, beta)["yhat"].argmin(axis=1)[None]


def last_of_ties(x, alpha, beta):
    yhat = right.forward(x, alpha, beta)["yhat"]
    return yhat.shape[1] - 1 - yhat[:, ::-1].argmax(axis=1)[None]


plant("predict", "predict", {
    "last-of-ties": last_of_ties,
    "least-probable": least_probable,
    "from-one": lambda x, alpha, beta: right.predict(x, alpha, beta) + 1,
})


def errors_by(change):
    """Both errors changed: `change` is given the error and how many labels there are."""
    return returned("train_and_test", lambda t, o: {**o, **{
        f"{s}_error": change(o[f"{s}_error"], len(t[f"{s}_y"])) for s in ("train", "test")}})


def renamed(**origins):
    """The results, of which some are those of another name."""
    return returned("train_and_test", lambda t, o: {
        **o, **{name: o[origin] for name, origin in origins.items()}})


MISTAKES |= {
    "results.accuracy": errors_by(lambda error, count: 1 - error),
    "results.percent": errors_by(lambda error, count: 100 * error),
    "results.count": errors_by(lambda error, count: count * error),
    "results.test-error-of-training": renamed(test_error="train_error"),
    "results.train-error-of-test": renamed(train_error="test_error"),
    "results.labels-swapped": renamed(train_labels="test_labels", test_labels="train_labels"),
    "results.losses-swapped": renamed(train_losses="test_losses", test_losses="train_losses"),
}
