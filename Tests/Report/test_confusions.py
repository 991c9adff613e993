"""The page's part "Confusions": its numbers and orders are those that NumPy computes from the file
of the model and the letters, and everything in it can be reached, read and looked at."""

import csv
import re
import subprocess

import numpy as np
import pytest
from selenium.webdriver import Keys
from selenium.webdriver.support.wait import WebDriverWait

from conftest import OCR, ROOT, axe_violations, is_ready, tensors

LETTERS = "aegilnortu"


class Measured:
    """What a network makes of letters."""

    def __init__(self, model, file):
        with open(file, newline="") as lines:
            values = np.array([[float(value) for value in line] for line in csv.reader(lines)])
        self.truth, x = values[:, 0].astype(int), values[:, 1:]
        parameters = tensors(model)
        alpha, beta = parameters["alpha"], parameters["beta"]
        z = 1 / (1 + np.exp(-(x @ alpha[:, 1:].T + alpha[:, 0])))
        b = z @ beta[:, 1:].T + beta[:, 0]
        shifted = b - b.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.p, self.read = np.exp(logs), logs.argmax(axis=1)
        self.sure, self.right = self.p.max(axis=1), self.read == self.truth
        self.loss = -logs[np.arange(len(logs)), self.truth]
        self.counts = np.zeros(2 * [beta.shape[0]], int)
        np.add.at(self.counts, (self.truth, self.read), 1)

    def cell(self, truth, read):
        """The letters of a cell, that of largest loss first."""
        inside = np.flatnonzero((self.truth == truth) & (self.read == read))
        return inside[np.argsort(-self.loss[inside], kind="stable")]

    def card(self, n, letters=LETTERS):
        """What is below the picture of letter n."""
        first, second = np.argsort(-self.p[n], kind="stable")[:2]
        return (f"no. {n + 1} is {letters[self.truth[n]]} "
                f"{letters[first]} {share(self.p[n, first])} "
                f"{letters[second]} {share(self.p[n, second])} J = {self.loss[n]:.3f}")


def share(p):
    text = f"{100 * p:.1f} %"
    return {"100.0 %": "> 99.9 %", "0.0 %": "< 0.1 %"}.get(text, text) if 0 < p < 1 else text


@pytest.fixture(scope="module")
def expected(run):
    return Measured(run / "model.safetensors", ROOT / "handout-data/largeTest.csv")


@pytest.fixture
def part(page):
    lists_are_there(page)
    return page.find_element("id", "confusions")


def lists_are_there(browser):
    """The lists are filled when the browser has time."""
    WebDriverWait(browser, 10).until(
        lambda driver: driver.find_elements("css selector", "#reliability-table table"))


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def table(part, rows="table.confusions tr"):
    return part.parent.execute_script(
        "return [...arguments[0].querySelectorAll(arguments[1])].map((row) =>"
        " [...row.cells].map((cell) => cell.textContent))", part, rows)


def cards(place):
    return [plain(text) for text in place.parent.execute_script(
        "return [...arguments[0].querySelectorAll('.letters li')].map((li) => li.textContent)",
        place)]


def number(part, truth, read):
    """The button of a cell of the table."""
    row = part.find_elements("css selector", "table.confusions tbody tr")[truth]
    return row.find_elements("css selector", ".count")[read].find_element("css selector", "button")


def focused_name(page):
    return page.switch_to.active_element.accessible_name


def press(page, button):
    page.execute_script("arguments[0].scrollIntoView({ block: 'center' })", button)
    button.click()


# The table


def test_table(part, expected):
    counts, found = expected.counts, table(part)
    recall, precision = (
        [f"{100 * r / n:.1f}" for r, n in zip(counts.diagonal(), counts.sum(axis))]
        for axis in [1, 0])
    assert found[0] == ["true \\ read", *LETTERS, "total", "recall, %"]
    for k, letter in enumerate(LETTERS):
        numbers = [str(n) if n else "·" for n in counts[k]]
        assert found[1 + k] == [letter, *numbers, str(counts[k].sum()), recall[k]]
    assert found[11] == ["total", *map(str, counts.sum(0)), "1000", ""]
    assert found[12] == ["precision, %", *precision, "", ""]
    right = counts.trace()
    assert (f"Of 1000 letters (validation) {right} are read right: {right / 10:.1f} %."
            in part.text)


def test_tints(part, expected):
    """A wrong cell is deeper, the larger its share of its row; right ones are framed and bold."""
    looks = part.parent.execute_script(
        "return [...arguments[0].querySelectorAll('tbody .count')].map((cell) => {"
        " const style = getComputedStyle(cell);"
        " return [style.backgroundColor, parseFloat(style.borderTopWidth), +style.fontWeight] })",
        part)
    grid = np.array(looks, dtype=object).reshape(10, 10, 3)
    rest = ~np.eye(10, dtype=bool)
    assert (grid[..., 1] > 0).tolist() == np.eye(10, dtype=bool).tolist()
    assert ((grid[..., 2] > 500) == ~rest).all()
    shares = expected.counts / expected.counts.sum(axis=1, keepdims=True)
    steps = np.digitize(shares, [1e-9, 0.02 + 1e-9, 0.05 + 1e-9, 0.1 + 1e-9, 0.2 + 1e-9])
    colors = {(step, color) for step, color in zip(steps[rest], grid[..., 0][rest])}
    assert len(colors) == len({step for step, _ in colors}) == len({color for _, color in colors})
    assert len(colors) >= 4


LUMINANCE = """
const rgb = (color) => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  // Tints are transparent: the page's ground comes first.
  for (const style of [getComputedStyle(document.documentElement).backgroundColor, color]) {
    context.fillStyle = style;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
return [0, 1, 2, 3, 4, 5].map((step) => {
  const cell = document.querySelector(".confusions tbody .count");
  cell.className = `count s${step}`;
  const { color } = getComputedStyle(cell.firstElementChild);
  return [rgb(color), rgb(getComputedStyle(cell).backgroundColor)];
});
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(page, theme):
    """Numbers can be read on every tint."""
    page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    for pair in page.execute_script(LUMINANCE):
        c = np.array(pair) / 255
        light = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
        low, high = sorted(light @ [0.2126, 0.7152, 0.0722])
        assert (high + 0.05) / (low + 0.05) >= 4.5, pair


def test_names_of_numbers(part, expected):
    names = [button.accessible_name for button in
             part.find_elements("css selector", "table.confusions button")]
    assert names == [
        f"{LETTERS[t]} read as {LETTERS[r]}: {n} letter{'s' if n > 1 else ''}"
        for (t, r), n in np.ndenumerate(expected.counts) if n]


# Letters behind a number


@pytest.mark.parametrize("kind", ["right", "wrong"])
def test_letters_of_a_number(page, part, expected, kind):
    """The commonest mistake, and a right cell, which has several portions."""
    counts = expected.counts * (np.eye(10, dtype=int) == (kind == "right"))
    truth, read = np.unravel_index(counts.argmax(), counts.shape)
    letters = expected.cell(truth, read)
    button = number(part, truth, read)
    press(page, button)
    place = part.find_element("id", "cell-letters")
    WebDriverWait(page, 5).until(lambda _: cards(place))
    assert part.find_element("css selector", "#cell-name h3").text == button.accessible_name
    assert button.get_attribute("aria-expanded") == "true"
    shown = 24
    while shown < len(letters):
        assert cards(place) == [expected.card(n) for n in letters[:shown]]
        more = place.find_element("css selector", "div > button")
        rest = len(letters) - shown
        assert more.text == f"Show {min(24, rest)} more of {rest}"
        press(page, more)
        assert focused_name(page).startswith(f"Letter no. {letters[shown] + 1} is ")
        shown += 24
    assert cards(place) == [expected.card(n) for n in letters]
    assert not place.find_element("css selector", "div > button").is_displayed()
    press(page, button)
    assert button.get_attribute("aria-expanded") == "false" and not cards(place)


def test_one_number_is_open(page, part, expected):
    rows, columns = np.nonzero(expected.counts)
    buttons = part.find_elements("css selector", "table.confusions button")
    place = part.find_element("id", "cell-letters")
    for k in [0, 3]:
        press(page, buttons[k])
        letters = expected.cell(rows[k], columns[k])[:24]
        WebDriverWait(page, 5).until(
            lambda _: cards(place) == [expected.card(n) for n in letters])
    assert [b.get_attribute("aria-expanded") == "true" for b in buttons].index(True) == 3
    assert len(part.find_elements("css selector", "[aria-expanded=true]")) == 1


def test_pictures(page, part, expected):
    """A picture has the letter's pixels: ink is dark."""
    first = expected.cell(3, 4)[0]
    with open(ROOT / "handout-data/largeTest.csv", newline="") as lines:
        pixels = [int(value) for value in list(csv.reader(lines))[first][1:]]
    press(page, number(part, 3, 4))
    WebDriverWait(page, 5).until(lambda _: cards(part.find_element("id", "cell-letters")))
    red = page.execute_script(
        "const canvas = document.querySelector('#cell-letters canvas');"
        "return [canvas.width, canvas.height, [...canvas.getContext('2d')"
        "  .getImageData(0, 0, canvas.width, canvas.height).data].filter((_, i) => i % 4 === 0)]")
    assert red[:2] == [8, 16]
    assert [int(value < 128) for value in red[2]] == pixels


def test_keyboard(page, part, expected):
    """Tab goes through all numbers, arrows along rows and columns; Enter opens, Space closes."""
    counts = expected.counts
    nonzero = list(zip(*np.nonzero(counts)))
    start = number(part, *nonzero[0])
    page.execute_script("arguments[0].focus()", start)
    name = focused_name(page)
    start.send_keys(Keys.TAB)
    assert focused_name(page) == number(part, *nonzero[1]).accessible_name
    page.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    assert focused_name(page) == name
    row, column = [(0, c) for c in range(1, 10) if counts[0, c]], nonzero[0][1]
    assert row[-1][1] - row[0][1] >= len(row), "a zero is between"
    for cell in row:
        page.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
        assert focused_name(page) == number(part, *cell).accessible_name
    page.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)  # the row ends
    page.switch_to.active_element.send_keys(*[Keys.ARROW_LEFT] * len(row))
    assert focused_name(page) == name
    down = next((r, column) for r in range(1, 10) if counts[r, column])
    page.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert focused_name(page) == number(part, *down).accessible_name
    page.switch_to.active_element.send_keys(Keys.ARROW_UP, Keys.ARROW_UP)
    assert focused_name(page) == name
    for key, is_open in [(Keys.ENTER, "true"), (Keys.SPACE, "false")]:
        page.switch_to.active_element.send_keys(key)
        assert start.get_attribute("aria-expanded") == is_open


def test_letter_goes_to_the_pad(page, part, expected):
    """Other parts hear of the letter, and the pad comes into sight."""
    page.execute_script(
        "window.heard = [];"
        "document.addEventListener('letter', ({ detail }) => heard.push(detail))")
    press(page, part.find_elements("css selector", "#surest-mistakes li button")[2])
    wrong = np.flatnonzero(~expected.right)
    index = wrong[np.argsort(-expected.sure[wrong], kind="stable")][2]
    assert page.execute_script("return heard") == [{"set": 0, "index": int(index)}]
    assert page.execute_script(
        "const { top } = document.getElementById('pad').getBoundingClientRect();"
        "return 0 <= top && top < innerHeight")
    assert page.switch_to.active_element.get_attribute("id") == "pad-heading"


# The two lists


@pytest.mark.parametrize("id, isRight", [("surest-mistakes", False), ("least-sure-rights", True)])
def test_lists(page, part, expected, id, isRight):
    inside = np.flatnonzero(expected.right == isRight)
    order = inside[np.argsort(expected.sure[inside] * (1 if isRight else -1), kind="stable")]
    place = part.find_element("id", id)
    assert cards(place) == [expected.card(n) for n in order[:12]]
    press(page, place.find_element("css selector", "div > button"))
    assert cards(place) == [expected.card(n) for n in order[:24]]


# Reliability


def test_reliability(part, expected):
    bins = np.minimum(9, (10 * expected.sure).astype(int))
    rows, error = [], 0
    for k in np.unique(bins):
        sure, right = expected.sure[bins == k], expected.right[bins == k]
        rows.append([f"{10 * k}…{10 * k + 10}", str(len(sure)),
                     f"{100 * sure.mean():.1f} %", f"{100 * right.mean():.1f} %"])
        error += len(sure) * abs(sure.mean() - right.mean()) / len(bins)
    found = table(part, "#reliability-table tbody tr")
    assert [[plain(text) for text in row] for row in found] == rows
    assert f"Expected calibration error: {100 * error:.1f} %." in plain(
        part.find_element("id", "calibration-error").text)
    assert part.find_element("css selector", "#reliability-diagram svg").accessible_name
    texts = [text.text for text in part.find_elements("css selector", "#reliability-diagram text")]
    counts = [str(n) for n in np.bincount(bins, minlength=10)]
    assert texts[-11:] == [*counts, "letters in each bin"]


def test_discs(part, expected):
    """Where discs lie: the diagram's corners are at 0 and 100 %."""
    bins = np.minimum(9, (10 * expected.sure).astype(int))
    rows = [(expected.sure[bins == k].mean(), expected.right[bins == k].mean())
            for k in np.unique(bins)]
    path = part.find_element("css selector", "#reliability-diagram .promise").get_attribute("d")
    x0, y0, x1, y1 = (float(value) for value in re.findall(r"[\d.]+", path))
    discs = part.find_elements("css selector", "#reliability-diagram circle")
    found = [[(float(d.get_attribute("cx")) - x0) / (x1 - x0),
              (float(d.get_attribute("cy")) - y0) / (y1 - y0)] for d in discs]
    np.testing.assert_allclose(found, rows, rtol=0, atol=1e-9)
    assert y1 < y0


# Looks


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe(page, part, theme):
    page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    press(page, number(part, 0, 0))
    part.find_element("css selector", "details").click()
    assert axe_violations(page, "#confusions") == []


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_width(page, part, width):
    press(page, number(part, 3, 4))
    part.find_element("css selector", "details").click()
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                         {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        assert page.execute_script("return document.documentElement.scrollWidth") <= width
        names = page.execute_script(
            "const box = document.querySelector('#confusions .scrolls');"
            "box.scrollLeft = 1000;"
            "return box.querySelector('tbody th').getBoundingClientRect().left"
            " - box.getBoundingClientRect().left")
        assert names == 0, "the names of rows stay in sight"
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_blocks(page, part):
    """No portion of letters holds the page up, even on a busy machine."""
    page.execute_script(
        "window.longest = 0; new PerformanceObserver((list) => { for (const { duration } of"
        " list.getEntries()) longest = Math.max(longest, duration) })"
        ".observe({ type: 'longtask' })")
    place = part.find_element("id", "cell-letters")
    press(page, number(part, 0, 0))
    WebDriverWait(page, 5).until(lambda _: cards(place))
    press(page, place.find_element("css selector", "div > button"))
    page.execute_async_script("setTimeout(arguments[0], 100)")
    longest = page.execute_script("return longest")
    print(f"longest task {longest:.0f} ms")
    assert longest < 250


# Other networks and letters


def small_page(browser, tmp_path, rows, letters, *options):
    """The page about a small network that has learnt and read `rows`, lines of a CSV file."""
    for name in ["Train", "Test"]:
        (tmp_path / f"own{name}.csv").write_text("".join(rows))
    subprocess.run([OCR, "train", tmp_path / "own", "--quiet", "--letters", letters,
                    "--epochs", "1", "--output", tmp_path / "run", *options], check=True, cwd=ROOT)
    browser.get_log("browser")
    browser.get((tmp_path / "run/report.html").as_uri())
    is_ready(browser)
    lists_are_there(browser)
    return browser.find_element("id", "confusions")


def test_one_letter(browser, tmp_path):
    """One grey letter, one hidden unit, and names that would be markup."""
    row = "1," + ",".join(str(i / 784) for i in range(784)) + "\n"
    letters = "<\"😀"
    part = small_page(browser, tmp_path, [row], letters, "--hidden", "1", "--init", "zero")
    measured = Measured(tmp_path / "run/model.safetensors", tmp_path / "ownTest.csv")
    read = int(measured.read[0])
    press(browser, number(part, 1, read))
    place = part.find_element("id", "cell-letters")
    WebDriverWait(browser, 5).until(lambda _: cards(place))
    assert cards(place) == [measured.card(0, letters)]
    assert part.find_element("css selector", "#cell-name h3").text \
        == f"\" read as {letters[read]}: 1 letter"
    other = "surest-mistakes" if read == 1 else "least-sure-rights"
    assert part.find_element("id", other).text == "There are none."
    assert axe_violations(browser, "#confusions") == []
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_first_of_many(browser, run, tmp_path):
    """The page carries 10 000 letters; it says so, and how many of a cell that are."""
    rows = (ROOT / "handout-data/largeTest.csv").read_text().splitlines(keepends=True)
    file, output = tmp_path / "many.csv", tmp_path / "many.html"
    file.write_text("".join(rows * 10 + rows[:500]))
    subprocess.run([OCR, "report", run / "model.safetensors", file, "--output", output],
                   check=True, cwd=ROOT)
    browser.get(output.as_uri())
    is_ready(browser)
    lists_are_there(browser)
    part = browser.find_element("id", "confusions")
    assert "The table counts all 10500; the page carries the first 10000 of them" in part.text
    measured = Measured(run / "model.safetensors", file)
    first = measured.cell(3, 4)
    here = int((first < 10000).sum())
    button = number(part, 3, 4)
    assert int(button.text) == len(first) > here
    press(browser, button)
    place = part.find_element("id", "cell-letters")
    WebDriverWait(browser, 5).until(lambda _: cards(place))
    assert part.find_element("css selector", "#cell-name p").text \
        == f"The page carries {here} of them."
    assert cards(place) == [measured.card(n) for n in first[first < 10000][:24]]


def test_without_scripts(browser, run):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get((run / "report.html").as_uri())
        text = browser.find_element("id", "confusions").text
        assert "With JavaScript the letters behind each number are shown here." in text
        assert "Surest mistakes" not in text and "Recall is" in text and "Precision is" in text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
