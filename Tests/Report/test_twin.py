"""The page computes what the program does, bit for bit: `Network` of twin.js in a real browser."""

import numpy as np
import pytest
from conftest import tensors
from programs import PACKING, answers, letters, one_hot, packed, same_bits, trained, unpacked

RUN = PACKING + """
const [shape, parameters, pixels, labels, rate] = arguments;
const [alpha, beta] = parameters.map(unpacked);
const network = new Network({ ...shape, alpha, beta });
const x = unpacked(pixels);
const predictions = [];
const losses = [];
labels.forEach((label, i) => {
  const start = i * shape.inputs;
  predictions.push(...network.forward(x.subarray(start, start + shape.inputs)));
  losses.push(network.loss(label));
  if (rate === null) return;
  network.backward(label);
  network.step(rate);
});
return [network.alpha, network.beta, predictions, losses].map(packed);
"""


def twin(browser, alpha, beta, x, labels, rate=None, quick=True):
    """What the page's network makes of letters, learning from each where there is a rate: α, β,
    and ŷ and J of each letter before its step."""
    shape = {"inputs": x.shape[1], "hidden": len(alpha), "classes": len(beta), "isQuick": quick}
    results = browser.execute_script(
        RUN, shape, [packed(alpha), packed(beta)], packed(x), labels.tolist(), rate)
    return [unpacked(result) for result in results]


def random_start(seed, inputs, hidden, classes):
    random = np.random.RandomState(seed)
    alpha = random.uniform(-0.1, 0.1, (hidden, inputs))
    beta = random.uniform(-0.1, 0.1, (classes, hidden))
    return np.insert(alpha, 0, 0, axis=1), np.insert(beta, 0, 0, axis=1)


def test_predictions_and_losses(page, run):
    model = tensors(run / "model.safetensors")
    x, labels = letters("largeTest")
    right = answers(({"x": x_n[None], "y": y_n[None], **model}, {"function": "forward"})
                    for x_n, y_n in zip(x, one_hot(labels)))
    _, _, predictions, losses = twin(page, model["alpha"], model["beta"], x, labels)
    assert len(right) == 1000
    assert same_bits(predictions, np.array([answer["yhat"] for answer in right]))
    assert same_bits(losses, np.array([answer["J"] for answer in right]))


@pytest.mark.parametrize("seed, rate, hidden", [(0, 0.01, 50), (3, 0.5, 7)])
def test_hundred_steps(page, seed, rate, hidden):
    x, labels = letters("largeTest")
    x, labels = x[:100], labels[:100]
    right, = answers([(
        {"train_x": x, "train_y": labels[:, None], "validation_x": x[:1],
         "validation_y": labels[:1, None]},
        {"function": "train", "classes": "10", "hidden": str(hidden), "epochs": "1",
         "rate": str(rate), "initialization": "random", "seed": str(seed)})])
    alpha, beta, *_ = twin(page, *random_start(seed, 128, hidden, 10), x, labels, rate)
    assert same_bits(alpha, right["alpha"])
    assert same_bits(beta, right["beta"])


@pytest.mark.parametrize("quick", [True, False])
def test_an_epoch_of_both_forms(page, tmp_path, quick):
    options = ["--epochs", "1", "--seed", "5", "--learning-rate", "0.1"]
    right = trained(tmp_path / "run", "small", *options, *([] if quick else ["--as-written"]))
    start = random_start(5, 128, 50, 10)
    found = twin(page, *start, *letters("smallTrain"), 0.1, quick)
    other = twin(page, *start, *letters("smallTrain"), 0.1, not quick)
    for k in range(2):
        assert same_bits(found[k], right[k])
        # The forms differ in the last bits, so this can tell them apart.
        assert not same_bits(other[k], right[k])


def test_grey_images_and_few_units(page, tmp_path):
    random = np.random.RandomState(1)
    x, labels = random.uniform(0, 1, (30, 35)).round(3), random.randint(0, 3, 30)
    x[x < 0.3] = 0
    for name in ["greyTrain.csv", "greyTest.csv"]:
        np.savetxt(tmp_path / name, np.column_stack([labels, x]), "%.3g", delimiter=",")
    right = trained(tmp_path / "run", tmp_path / "grey", "--letters", "abc", "--hidden", "1",
                    "--epochs", "1", "--seed", "2", "--learning-rate", "0.3")
    found = twin(page, *random_start(2, 35, 1, 3), x, labels, 0.3)
    assert same_bits(found[0], right[0]) and same_bits(found[1], right[1])


FUNCTIONS = PACKING + """
const [name, numbers] = arguments;
return packed(unpacked(numbers).map({ exp, log, sigmoid }[name]));
"""


@pytest.mark.parametrize("name, function, low, high", [
    ("exp", np.exp, -745, 709), ("log", np.log, 1e-300, 1e300),
    ("sigmoid", lambda a: 1 / (1 + np.exp(-a)), -700, 700)])
def test_functions_against_numpy(page, name, function, low, high):
    near = np.random.RandomState(0).uniform(max(low, -5) if low < 0 else 1e-3, 5, 2000)
    numbers = np.concatenate([near, np.linspace(low, high, 2000)])
    found = unpacked(page.execute_script(FUNCTIONS, name, packed(numbers)))
    right = function(numbers)
    # Below the least normal number a relative error says nothing.
    error = np.abs(found - right) / np.maximum(np.abs(right), 2.3e-308)
    assert error.max() < 5e-16 if name != "sigmoid" else error.max() < 1e-15
