"""Hidden units: the cards say and draw what NumPy computes from the model and the letters."""

import re
import subprocess

import numpy as np
import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from conftest import OCR, ROOT, axe_violations, is_ready, tensors

LETTERS = "aegilnortu"


class Numbers:
    """A network, the letters it is measured on, and what it makes of them."""

    def __init__(self, model, letters):
        parameters = tensors(model)
        self.alpha, self.beta = parameters["alpha"], parameters["beta"]
        rows = np.loadtxt(letters, delimiter=",", ndmin=2)
        self.labels = rows[:, 0].astype(int)
        self.z = 1 / (1 + np.exp(-(rows[:, 1:] @ self.alpha[:, 1:].T + self.alpha[:, 0])))
        self.b = self.logits(self.z)

    def logits(self, z):
        # Not with `@`: equal sums must stay equal.
        return np.einsum("nj,kj->nk", z, self.beta[:, 1:]) + self.beta[:, 0]

    @property
    def effects(self):
        """How many letters more are misread when a unit's z is 0, in percentage points."""
        def wrong(b):
            return (b.argmax(axis=1) != self.labels).sum()
        units = np.eye(self.z.shape[1], dtype=bool)
        more = [wrong(self.logits(np.where(unit, 0, self.z))) - wrong(self.b) for unit in units]
        return 100 * np.array(more) / len(self.labels)


@pytest.fixture(scope="module")
def numbers(run):
    return Numbers(run / "model.safetensors", ROOT / "handout-data/largeTest.csv")


def signed(number, decimals=3):
    return ("+" if number > 0 else "") + f"{number:.{decimals}f}".replace("-", "−")


def descending(values):
    """The places of the values, the largest first, and on ties the first."""
    return np.argsort(-np.asarray(values), kind="stable").tolist()


def is_measured(page):
    WebDriverWait(page, 20).until(
        lambda driver: driver.find_element("id", "units-error").get_attribute("textContent"))


def all_cards(page):
    """All units' cards in the page's order, filled as for the printer."""
    is_measured(page)
    more = page.find_element("id", "units-more")
    while more.is_displayed():
        page.execute_script("arguments[0].click()", more)
    page.execute_script("dispatchEvent(new Event('beforeprint'))")
    return page.execute_script("""
        return [...document.querySelectorAll('#units-list > li')].map((card) => ({
          unit: Number(card.querySelector('h3').textContent.match(/\\d+/)[0]),
          points: card.querySelector('.units-row p b').textContent,
          facts: card.querySelector(':scope > p').textContent,
          bars: [...card.querySelectorAll('.units-bars li')].map((bar) => {
            const box = (part) => part.getBoundingClientRect();
            const [track, own] = [box(bar.children[1]), box(bar.children[1].firstChild)];
            const middle = (track.left + track.right) / 2;
            return [bar.children[0].textContent, bar.children[2].textContent,
              2 * (own.left - middle) / track.width, 2 * (own.right - middle) / track.width];
          }),
          exciting: [...card.querySelectorAll('button canvas')].map(
            (picture) => Number(picture.getAttribute('aria-label').match(/\\d+/)[0]) - 1),
          most: card.querySelector('output + p').textContent,
          names: [...card.querySelectorAll('button b')].map((name) => name.textContent),
        }))""")


@pytest.fixture(scope="module")
def cards(browser, run):
    """What all cards of the page of `large` say."""
    browser.get((run / "report.html").as_uri())
    is_ready(browser)
    found = all_cards(browser)
    found[0]["error"] = browser.find_element("id", "units-error").text
    return found


def order(page):
    return [int(heading.get_attribute("textContent").split()[1])
            for heading in page.find_elements("css selector", "#units-list h3")]


def test_order_and_effects(cards, numbers):
    effects = numbers.effects
    assert [card["unit"] for card in cards] == descending(effects.round(6))
    assert [card["points"] for card in cards] == [
        f"{signed(effects[card['unit']], 1)} points" for card in cards]
    wrong = (numbers.b.argmax(axis=1) != numbers.labels).sum()
    assert f"misread {wrong} of 1000 letters" in cards[0]["error"]


def test_biases_and_norms(cards, numbers):
    for card in cards:
        bias, *weights = numbers.alpha[card["unit"]]
        assert card["facts"] == f"bias {signed(bias)}, norm {np.linalg.norm(weights):.3f}"


def test_bars(cards, numbers):
    """The side tells the sign, the length the size, on one scale for all units."""
    largest = abs(numbers.beta[:, 1:]).max()
    for card in cards:
        outgoing = numbers.beta[:, card["unit"] + 1]
        assert [(name, text) for name, text, *_ in card["bars"]] == [
            (letter, signed(weight)) for letter, weight in zip(LETTERS, outgoing)]
        ends = [end for _, _, *end in card["bars"]]
        expected = [sorted([0, weight / largest]) for weight in outgoing]
        np.testing.assert_allclose(ends, expected, atol=0.05)


def test_exciting_letters(cards, numbers):
    """Only where NumPy's last bits cannot change the order."""
    clear = 0
    for card in cards:
        z = numbers.z[:, card["unit"]]
        best = descending(z)[:6]
        assert card["most"].endswith(f"z = {z[best[0]]:.3f}")
        assert card["names"] == [LETTERS[numbers.labels[n]] for n in card["exciting"]]
        if (np.diff(z[best]) < -1e-12).all():
            assert card["exciting"] == best[:5], card["unit"]
            clear += 1
    assert clear > 20


def test_other_orders(page, numbers):
    all_cards(page)
    for key, size in [("j", -np.arange(50)), ("bias", abs(numbers.alpha[:, 0])),
                      ("norm", np.linalg.norm(numbers.alpha[:, 1:], axis=1)),
                      ("more", numbers.effects.round(6))]:
        page.find_element("css selector", f"#units-order [value={key}]").click()
        assert order(page) == descending(size), key


def colors(page):
    """Red, green and blue of the page's colours."""
    return [np.array([int(part) for part in re.findall(r"\d+", page.execute_script("""
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = `var(--${arguments[0]})`;
        return getComputedStyle(probe).color;""", name))]) for name in ["paper", "positive", "negative"]]


def pixels(page):
    return np.array(page.execute_script("""
        const copy = new OffscreenCanvas(8, 16).getContext('2d', { willReadFrequently: true });
        return [...document.querySelectorAll('.units-weights canvas')].map((picture) => {
          copy.drawImage(picture, 0, 0);
          return [...copy.getImageData(0, 0, 8, 16).data];
        })""")).reshape(50, 128, 4)


def test_pictures(page, numbers):
    """Every pixel of every picture, in both themes; the scale says what the largest weight is."""
    all_cards(page)
    page.find_element("css selector", "#units-order [value=j]").click()
    weights = numbers.alpha[:, 1:]
    largest = abs(weights).max()
    scale = page.find_element("id", "units-scale").text
    assert re.findall("[−+][0-9.]+[0-9]", scale) == [
        signed(sign * end) for end in [largest, abs(numbers.beta[:, 1:]).max()] for sign in [-1, 1]]
    papers = set()
    for _ in range(2):
        page.find_element("id", "theme").click()
        paper, positive, negative = colors(page)
        papers.add(tuple(paper))
        end = np.where((weights < 0)[..., None], negative, positive)
        expected = paper + (abs(weights) / largest)[..., None] * (end - paper)
        found = pixels(page)
        assert (found[..., 3] == 255).all()
        assert abs(found[..., :3] - expected).max() <= 1
        at = np.unravel_index(abs(weights).argmax(), weights.shape)
        assert (found[at][:3] == end[at]).all()
    assert len(papers) == 2


def test_weight_under_the_pointer(page, numbers):
    is_measured(page)
    page.execute_script("document.getElementById('units').scrollIntoView()")
    # What comes above and beside it would move it away from the pointer.
    WebDriverWait(page, 10).until(lambda driver: driver.execute_script("""
        return document.querySelector("#least-sure-rights li")
          && [...document.querySelectorAll("#units-list > li")].every((card) =>
            card.getBoundingClientRect().top > innerHeight || card.firstChild)"""))
    box = page.find_element("css selector", ".units-weights")
    said = page.find_element("css selector", "#units-list output")
    weights = numbers.alpha[order(page)[0], 1:].reshape(16, 8)

    def line(row, column):
        return f"Row {row + 1}, column {column + 1}: {signed(weights[row, column])}"
    width, height = box.rect["width"], box.rect["height"]
    for row, column in [(0, 0), (15, 7), (9, 3)]:
        ActionChains(page, duration=0).move_to_element_with_offset(
            box, round((column + 0.5) / 8 * width - width / 2),
            round((row + 0.5) / 16 * height - height / 2)).perform()
        assert said.text == line(row, column)
    heading = page.find_element("id", "units-heading")
    ActionChains(page, duration=0).move_to_element(heading).perform()
    assert said.text == ""
    box.send_keys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert said.text == line(10, 5)
    box.send_keys(Keys.ARROW_LEFT * 9 + Keys.ARROW_UP)
    assert said.text == line(9, 0)
    marked = page.execute_script(
        "return ['left', 'top'].map((side) => arguments[0].lastChild.getBoundingClientRect()[side] "
        "- arguments[0].getBoundingClientRect()[side])", box)
    np.testing.assert_allclose(marked, [0, 9 / 16 * height], atol=1)
    box.send_keys(Keys.TAB)
    assert said.text == ""


def test_letter_goes_to_the_pad(page, numbers):
    card = all_cards(page)[3]
    page.execute_script("document.addEventListener('letter', (e) => { window.sent = e.detail; })")
    button = page.find_elements("css selector", "#units-list > li")[3].find_elements(
        "css selector", "button")[2]
    button.send_keys(Keys.ENTER)
    assert page.execute_script("return sent") == {"set": 0, "index": card["exciting"][2]}
    assert page.switch_to.active_element.get_attribute("id") == "pad-heading"
    top, height = page.execute_script(
        "return [document.getElementById('pad').getBoundingClientRect().top, innerHeight]")
    assert -1 <= top < height


def test_portions(page):
    """24 cards, those far away still empty; then the others, and the focus on the first of them."""
    is_measured(page)
    cards = "return [...document.querySelectorAll('#units-list > li')]"
    filled = f"{cards}.map((card) => card.childElementCount > 0)"
    assert len(page.execute_script(filled)) == 24 and not page.execute_script(filled)[-1]
    page.execute_script(f"{cards}.at(-1).scrollIntoView()")
    WebDriverWait(page, 10).until(lambda driver: driver.execute_script(filled)[-1])
    height = page.execute_script(f"{cards}.at(-1).offsetHeight")
    assert page.execute_script("return document.getElementById('units-count').textContent") == (
        "24 of 50 units")
    page.find_element("id", "units-more").send_keys(Keys.ENTER)
    assert len(page.execute_script(filled)) == 48
    assert page.execute_script(f"{cards}.indexOf(document.activeElement)") == 24
    # A card that is still empty keeps as much room as it will need.
    page.execute_script("document.body.style.paddingBottom = '9000px'")
    assert abs(page.execute_script(f"{cards}.at(-1).offsetHeight") - height) <= 4
    more = page.find_element("id", "units-more")
    assert more.text == "Show 2 more"
    more.send_keys(Keys.ENTER)
    assert not more.is_displayed()


def test_readings(page, numbers):
    read, probabilities, loss, z = page.execute_async_script("""
        const done = arguments[0];
        Data.read(document.getElementById('data').textContent).then(Readings.of).then(
          ({ read, probabilities, loss, z }) => done([read, probabilities, loss, z].map(
            (numbers) => [...numbers])))""")
    exponentials = np.exp(numbers.b - numbers.b.max(axis=1, keepdims=True))
    expected = exponentials / exponentials.sum(axis=1, keepdims=True)
    assert read == numbers.b.argmax(axis=1).tolist()
    np.testing.assert_allclose(np.reshape(probabilities, expected.shape), expected, 1e-9, 1e-15)
    of_label = expected[np.arange(1000), numbers.labels]
    np.testing.assert_allclose(loss, -np.log(of_label), 1e-9, 1e-12)
    np.testing.assert_allclose(np.reshape(z, numbers.z.shape), numbers.z, 1e-9)


def test_axe(page):
    is_measured(page)
    page.execute_script("dispatchEvent(new Event('beforeprint'))")
    for theme in ["light", "dark"]:
        page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
        assert axe_violations(page) == [], theme


def letters_file(path, count, pixels, classes, are_bits):
    random = np.random.RandomState(count)
    values = random.rand(count, pixels)
    rows = np.column_stack([np.arange(count) % classes, values.round() if are_bits else values])
    np.savetxt(path, rows, fmt="%.6g", delimiter=",")


@pytest.mark.parametrize("name, options, shape", [
    ("small", ["--init", "zero", "--epochs", "0"], None),
    ("small", ["--init", "zero", "--epochs", "3"], None),
    ("one", ["--hidden", "1", "--epochs", "2", "--letters", "<\"\U0001f600"], (1, 128, 3, True)),
    ("grey", ["--hidden", "210", "--epochs", "1", "--letters", "0123456789"], (40, 784, 10, False)),
])
def test_other_networks(browser, tmp_path, name, options, shape):
    """Equal units, one unit, many, other images: the order is NumPy's, and nothing is too wide."""
    folder = ROOT / "handout-data" if shape is None else tmp_path
    if shape is not None:
        letters_file(folder / f"{name}Train.csv", *shape)
        letters_file(folder / f"{name}Test.csv", *shape)
    run = tmp_path / "run"
    subprocess.run([OCR, "train", folder / name, *options, "--quiet", "--output", run],
                   check=True, cwd=ROOT)
    browser.get_log("browser")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 360, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        browser.get((run / "report.html").as_uri())
        is_ready(browser)
        cards = all_cards(browser)
        assert browser.execute_script("""
            const { right } = document.getElementById('units').getBoundingClientRect();
            return [...document.querySelectorAll('#units *')].filter(
              (part) => part.getBoundingClientRect().right > right + 1).length""") == 0
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    numbers = Numbers(run / "model.safetensors", folder / f"{name}Test.csv")
    effects = numbers.effects
    assert [card["unit"] for card in cards] == descending(effects.round(6))
    assert [card["points"] for card in cards] == [
        f"{signed(effects[card['unit']], 1)} points" for card in cards]
    assert all(len(card["exciting"]) == min(5, len(numbers.labels)) for card in cards)
    assert [entry["message"] for entry in browser.get_log("browser")] == []
