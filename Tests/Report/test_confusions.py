"""The confusions, against NumPy."""

import numpy as np
import pytest
from selenium.webdriver import Keys

from conftest import ROOT, tensors

LETTERS = "aegilnortu"


@pytest.fixture(scope="module")
def numpy(run):
    """Labels, and the probabilities that NumPy computes with the run's parameters."""
    data = np.loadtxt(ROOT / "handout-data/largeTest.csv", delimiter=",")
    parameters = tensors(run / "model.safetensors")
    alpha, beta = parameters["alpha"], parameters["beta"]
    z = 1 / (1 + np.exp(-(data[:, 1:] @ alpha[:, 1:].T + alpha[:, 0])))
    b = z @ beta[:, 1:].T + beta[:, 0]
    probabilities = np.exp(b - b.max(axis=1, keepdims=True))
    return data[:, 0].astype(int), probabilities / probabilities.sum(axis=1, keepdims=True)


def described(i, labels, probabilities):
    """What the page says of letter i."""
    first, second = np.argsort(-probabilities[i], kind="stable")[:2]
    p = probabilities[i]
    loss = f"{-np.log(p[labels[i]]):.3f}"
    return [f"{i + 1} is {LETTERS[labels[i]]}", f"read {LETTERS[first]} {100 * p[first]:.1f} %",
            f"{LETTERS[second]} {100 * p[second]:.1f} %", f"J = {loss}"]


def shown(page, place):
    return [[span.text for span in button.find_elements("tag name", "span")]
            for button in page.find_elements("css selector", f"#{place} .letters button")]


def rows(page):
    return [[cell.text for cell in row.find_elements("css selector", "td")]
            for row in page.find_elements("css selector", ".confusions tr")][1:]


def test_table(page, numpy):
    labels, probabilities = numpy
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, probabilities.argmax(axis=1)), 1)
    found = rows(page)
    for truth in range(10):
        recall = f"{100 * counts[truth, truth] / counts[truth].sum():.0f} %"
        assert found[truth] == [str(n) if n else "·" for n in counts[truth]] + [recall]
    precisions = [f"{100 * counts[k, k] / counts[:, k].sum():.0f} %" for k in range(10)]
    assert found[10] == precisions + [f"{100 * np.trace(counts) / counts.sum():.0f} %"]


def test_cell_opens_its_letters(page, numpy):
    labels, probabilities = numpy
    truth, read = 3, 4
    button = page.find_element("css selector", "[aria-label='i read as l: 16']")
    button.send_keys(Keys.ENTER)
    inside = np.flatnonzero((labels == truth) & (probabilities.argmax(axis=1) == read))
    by_loss = inside[np.argsort(probabilities[inside, truth], kind="stable")]
    assert shown(page, "cell-letters") == [described(i, *numpy) for i in by_loss]
    assert button.get_attribute("aria-expanded") == "true"
    button.send_keys(Keys.ENTER)
    assert shown(page, "cell-letters") == []


def test_many_letters_come_in_portions(page, numpy):
    labels, probabilities = numpy
    right = ((labels == 0) & (probabilities.argmax(axis=1) == 0)).sum()
    page.find_element("css selector", f"[aria-label='a read as a: {right}']").click()
    assert len(shown(page, "cell-letters")) == 24
    more = page.find_element("css selector", "#cell-letters > div > button")
    assert more.text == f"{right - 24} more: show 24"
    while more.is_displayed():
        more.click()
    assert len(shown(page, "cell-letters")) == right


def test_lists(page, numpy):
    labels, probabilities = numpy
    read = probabilities.argmax(axis=1)
    sure = probabilities.max(axis=1)
    wrong = [i for i in np.argsort(-sure, kind="stable") if read[i] != labels[i]]
    right = [i for i in np.argsort(sure, kind="stable") if read[i] == labels[i]]
    for place, order in [("surest-mistakes", wrong), ("least-sure-rights", right)]:
        assert shown(page, place) == [described(i, *numpy) for i in order[:12]]


def test_reliability(page, numpy):
    labels, probabilities = numpy
    sure, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    bins = np.minimum(9, np.floor(10 * sure).astype(int))
    expected, error = [], 0
    for k in range(10):
        inside = bins == k
        if inside.any():
            means = sure[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(means[0] - means[1])
            expected.append([f"{inside.sum()}", *(f"{100 * mean:.1f}\u00a0%" for mean in means)])
    table = page.find_elements("css selector", "#reliability-table tbody tr")
    assert [[cell.get_attribute("textContent") for cell in row.find_elements("tag name", "td")]
            for row in table] == expected
    assert f"{100 * error:.1f} %" in page.find_element("id", "calibration-error").text
    assert len(page.find_elements("css selector", "#reliability-diagram circle")) == len(expected)


def test_letter_goes_to_the_pad(page, numpy):
    page.execute_script("document.addEventListener('letter', e => window.letter = e.detail)")
    page.find_element("css selector", "#surest-mistakes button").click()
    first = int(shown(page, "surest-mistakes")[0][0].split()[0]) - 1
    assert page.execute_script("return window.letter") == {"set": 0, "index": first}
