"""The pad: what is drawn on it, by whatever means, is the picture that the net gets, and every
number below it is NumPy's."""

import csv
import subprocess

import numpy as np
import pytest
from conftest import OCR, ROOT, axe_violations, is_ready, tensors
from programs import written
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.support.ui import Select

ROWS, COLUMNS = 16, 8
LETTERS = (ROOT / "handout-data" / "letters.txt").read_text().strip()
# As shares of the pad's width and height.
BAR = [(0.2, 0.5), (0.8, 0.5)]
CORNER = [(0.3, 0.2), (0.3, 0.8), (0.675, 0.8)]

# MARK: What the tests compare with


class Net:
    """The hand-out's network in NumPy."""

    def __init__(self, path):
        found = tensors(path)
        self.alpha, self.beta = found["alpha"], found["beta"]

    def forward(self, x):
        self.a = self.alpha[:, 0] + self.alpha[:, 1:] @ x
        self.z = 1 / (1 + np.exp(-self.a))
        self.b = self.beta[:, 0] + self.beta[:, 1:] @ self.z
        self.yhat = np.exp(self.b - self.b.max()) / np.exp(self.b - self.b.max()).sum()
        return self

    def gradient_of_input(self, label):
        g_b = self.yhat - np.eye(len(self.b))[label]
        g_a = (self.beta[:, 1:].T @ g_b) * self.z * (1 - self.z)
        return self.alpha[:, 1:].T @ g_a


@pytest.fixture(scope="module")
def net(run):
    return Net(run / "model.safetensors")


@pytest.fixture(scope="module")
def letters():
    """The first set of the page: labels and pixels."""
    rows = np.loadtxt(ROOT / "handout-data" / "largeTest.csv", delimiter=",")
    return rows[:, 0].astype(int), rows[:, 1:]


def horizontal_bar():
    """A line has no height: it goes through the row below the middle, from border to border."""
    x = np.zeros((ROWS, COLUMNS))
    x[ROWS // 2] = 1
    return x


def corner():
    """Twice as high as wide: it touches all borders, one pixel thick."""
    x = np.zeros((ROWS, COLUMNS))
    x[:, 0] = x[-1] = 1
    return x


# MARK: The page


def alone(page):
    """The page without its other parts, which would push the pad away when they are ready; it can be
    scrolled still."""
    page.execute_script("""
        for (const part of document.querySelectorAll("main > section:not(#pad)")) part.hidden = true;
        document.body.style.paddingBlock = "1000px";
    """)
    return page


@pytest.fixture
def pad(page):
    """The page with its pad; what it tells the other parts is kept."""
    alone(page).execute_script("""
        window.told = [];
        document.addEventListener("pad", (event) => told.push(event.detail));
    """)
    return page


def part(page, name):
    return page.find_element("id", f"pad-{name}")


def text(page, name):
    return part(page, name).text


def picture(page):
    """x as its cells say."""
    names = page.execute_script(
        "return [...document.querySelectorAll('#pad-x [role=gridcell]')].map((c) => c.title)")
    return np.array([float(name.split(" = ")[1]) for name in names])


def told(page):
    """What the other parts were told last."""
    return page.execute_script("const { x, ...rest } = told.at(-1); return { x: [...x], ...rest };")


def put(page, index):
    page.execute_script("document.dispatchEvent(new CustomEvent('letter', "
                        "{ detail: { set: 0, index: arguments[0] } }))", index)


def titles(page, selector):
    """All digits of some numbers of a table."""
    return np.array([float(title) for title in page.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map((c) => c.title)", selector)])


def places(page, points):
    """Points of the pad in pixels of the window."""
    box = page.execute_script("""
        const pad = document.getElementById("pad-drawing");
        pad.scrollIntoView({ block: "center" });
        return pad.getBoundingClientRect().toJSON();
    """)
    return [(box["left"] + x * box["width"], box["top"] + y * box["height"]) for x, y in points]


def draw(page, points, kind="mouse"):
    builder = ActionBuilder(page, mouse=PointerInput(kind, kind), duration=20)
    start, *others = [(round(x), round(y)) for x, y in places(page, points)]
    builder.pointer_action.move_to_location(*start).pointer_down()
    for place in others:
        builder.pointer_action.move_to_location(*place)
    builder.pointer_action.pointer_up()
    builder.perform()


# MARK: Drawing


@pytest.mark.parametrize("kind", ["mouse", "pen", "touch"])
@pytest.mark.parametrize("points, expected", [(BAR, horizontal_bar()), (CORNER, corner())])
def test_what_is_drawn_is_cut_out_and_enlarged(pad, kind, points, expected):
    draw(pad, points, kind)
    assert picture(pad).reshape(ROWS, COLUMNS).tolist() == expected.tolist()
    assert told(pad) == {"x": expected.ravel().tolist(), "label": None, "set": None, "index": None}


def test_a_dot_is_one_pixel(pad):
    draw(pad, [(0.5, 0.5)])
    assert np.flatnonzero(picture(pad)).tolist() == [ROWS // 2 * COLUMNS + COLUMNS // 2]


def test_a_finger_writes_and_does_not_scroll(pad):
    pad.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    try:
        (x, top), (_, bottom) = places(pad, [(0.5, 0.9), (0.5, 0.1)])
        before = pad.execute_script("return scrollY")
        for kind, y in [("touchStart", top),
                        *(("touchMove", y) for y in np.linspace(top, bottom, 12)[1:])]:
            pad.execute_cdp_cmd("Input.dispatchTouchEvent",
                                {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        pad.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    finally:
        pad.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    assert pad.execute_script("return scrollY") == before
    upright = np.zeros((ROWS, COLUMNS))
    upright[:, COLUMNS // 2] = 1
    assert picture(pad).tolist() == upright.ravel().tolist()
    assert pad.execute_script("return getComputedStyle(document.body).touchAction") == "auto"


def test_keys_draw(pad):
    part(pad, "drawing").send_keys(Keys.ARROW_UP, Keys.ARROW_LEFT)
    assert not picture(pad).any()
    keys = [Keys.SPACE] + 6 * [Keys.ARROW_DOWN] + 3 * [Keys.ARROW_RIGHT] + [Keys.SPACE]
    part(pad, "drawing").send_keys(*keys, Keys.ARROW_UP)
    assert picture(pad).reshape(ROWS, COLUMNS).tolist() == corner().tolist()
    part(pad, "drawing").send_keys(Keys.BACKSPACE)
    assert not picture(pad).any()


def test_what_is_small_stays_small(pad):
    part(pad, "drawing").send_keys(Keys.SPACE, 3 * Keys.ARROW_DOWN, Keys.SPACE)
    # Three steps of 12 pixels, and 60 would fill the 16 rows: 9.6 rows about the middle.
    expected = np.zeros((ROWS, COLUMNS))
    expected[3:13, COLUMNS // 2] = 1
    assert picture(pad).reshape(ROWS, COLUMNS).tolist() == expected.tolist()


def test_undo_clear_and_the_eraser(pad):
    assert not part(pad, "undo").is_enabled()
    draw(pad, CORNER)
    draw(pad, BAR)
    both = picture(pad).tolist()
    assert both != corner().ravel().tolist()
    part(pad, "undo").click()
    assert picture(pad).tolist() == corner().ravel().tolist()
    part(pad, "eraser").click()
    draw(pad, [(0.4, 0.8), (0.7, 0.8)])
    upright = picture(pad).reshape(ROWS, COLUMNS)
    assert upright.any(axis=1).all() and upright.sum(axis=1).max() <= 2
    part(pad, "eraser").click()
    part(pad, "clear").click()
    assert not picture(pad).any()
    part(pad, "undo").click()
    assert picture(pad).tolist() == upright.ravel().tolist()


def test_an_empty_pad_says_so(pad):
    assert text(pad, "letter") == "" and text(pad, "share") == "The pad is empty."
    assert not part(pad, "layers").is_displayed()
    draw(pad, BAR)
    assert text(pad, "letter") in LETTERS and "%" in text(pad, "share")
    assert part(pad, "layers").is_displayed()
    part(pad, "clear").click()
    assert text(pad, "letter") == "" and text(pad, "share") == "The pad is empty."
    assert not part(pad, "layers").is_displayed()


# MARK: Letters of the sets


@pytest.fixture(scope="module")
def readings(run):
    """What the program reads in the first set."""
    lines = subprocess.run(
        [OCR, "predict", run / "model.safetensors", "handout-data/largeTest.csv", "--csv"],
        check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return list(csv.DictReader(lines.splitlines()))


@pytest.mark.parametrize("index", [0, 1, 17, 999])
def test_a_letter_of_the_set_is_read_as_the_program_does(pad, net, letters, readings, index):
    labels, pixels = letters
    put(pad, index)
    assert picture(pad).tolist() == pixels[index].tolist()
    assert told(pad) == {"x": pixels[index].tolist(), "label": labels[index], "set": 0,
                         "index": index}
    assert text(pad, "letter") == readings[index]["read"]
    right = "read right" if readings[index]["right"] == "1" else "misread"
    assert text(pad, "origin").endswith(f"It is {readings[index]['true']}: {right}.")
    net.forward(pixels[index])
    b = titles(pad, "#pad-output td:nth-of-type(1)")
    yhat = titles(pad, "#pad-output td:nth-of-type(3)")
    np.testing.assert_allclose(b, net.b, rtol=0, atol=1e-12)
    np.testing.assert_allclose(yhat, net.yhat, rtol=0, atol=1e-12)
    assert yhat.max() == float(readings[index]["probability"])


def test_the_chooser(pad, letters, readings):
    labels, pixels = letters
    number = part(pad, "number")
    number.send_keys("17", Keys.ENTER)
    assert told(pad)["index"] == 16
    part(pad, "next").click()
    assert told(pad)["index"] == 17 and number.get_attribute("value") == "18"
    part(pad, "previous").click()
    part(pad, "previous").click()
    assert told(pad)["index"] == 15
    put(pad, 0)
    part(pad, "previous").click()
    assert told(pad)["index"] == len(labels) - 1
    part(pad, "random").click()
    index = told(pad)["index"]
    assert picture(pad).tolist() == pixels[index].tolist()
    part(pad, "misread").click()
    pad.execute_async_script("setTimeout(arguments[0], 100)")
    assert told(pad)["index"] != index
    assert readings[told(pad)["index"]]["right"] == "0"
    Select(part(pad, "set")).select_by_index(1)
    assert told(pad)["set"] == 1 and told(pad)["index"] == 0
    first = (ROOT / "handout-data" / "largeTrain.csv").read_text().splitlines()[0].split(",")
    assert picture(pad).tolist() == [float(pixel) for pixel in first[1:]]


@pytest.mark.parametrize("number, taken", [
    ("-5000", 1000), ("-1", 999), ("0", 1000), ("1.4", 1), ("1e9", 1000), ("99999", 999),
    ("", 1000)])
def test_any_number_is_a_letter(pad, readings, number, taken):
    """Before the first comes the last, however far."""
    pad.execute_script("""
        const input = document.getElementById("pad-number");
        input.value = arguments[0];
        input.dispatchEvent(new Event("change"));""", number)
    assert told(pad)["index"] == taken - 1
    assert text(pad, "origin").startswith(f"Letter {taken} of validation. It is ")
    assert part(pad, "number").get_property("value") == str(taken)


def test_a_pixel_is_turned_over(pad, net, letters):
    labels, pixels = letters
    put(pad, 3)
    x = pixels[3].copy()
    cells = pad.find_elements("css selector", "#pad-x [role=gridcell]")
    cells[10].click()
    x[10] = 1 - x[10]
    assert picture(pad).tolist() == x.tolist()
    assert told(pad) == {"x": x.tolist(), "label": labels[3], "set": None, "index": None}
    pad.switch_to.active_element.send_keys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.SPACE)
    x[10 + COLUMNS + 1] = 1 - x[10 + COLUMNS + 1]
    assert picture(pad).tolist() == x.tolist()
    yhat = titles(pad, "#pad-output td:nth-of-type(3)")
    np.testing.assert_allclose(yhat, net.forward(x).yhat, rtol=0, atol=1e-12)
    assert len(pad.find_elements("css selector", "#pad-x [tabindex='0']")) == 1


# MARK: Layers


def number(words, name):
    """The number after `name = ` in a sentence."""
    return written(words.split(f"{name} = ")[1].split()[0].strip(",;."))


def test_the_hidden_units(pad, net, letters):
    put(pad, 5)
    net.forward(letters[1][5])
    part(pad, "unit").send_keys(13 * Keys.ARROW_RIGHT)
    assert number(text(pad, "numbers"), "a[13]") == pytest.approx(net.a[13], abs=5e-5)
    assert number(text(pad, "numbers"), "z[13]") == pytest.approx(net.z[13], abs=5e-5)
    z = pad.find_element("css selector", "#pad-units canvas.bars")
    ActionChains(pad).move_to_element_with_offset(z, round(z.size["width"] / 100), 0).perform()
    assert number(text(pad, "numbers"), "z[25]") == pytest.approx(net.z[25], abs=5e-5)


@pytest.mark.parametrize("other", [None, 0, 9])
def test_the_difference_of_two_logits(pad, net, letters, other):
    put(pad, 2)
    net.forward(letters[1][2])
    k, second = np.argsort(-net.yhat)[:2]
    if other is not None:
        Select(part(pad, "other")).select_by_visible_text(LETTERS[other])
    other = second if other is None else other
    assert k != other
    parts = np.insert(net.z, 0, 1) * (net.beta[k] - net.beta[other])
    order = np.argsort(-abs(parts), kind="stable")
    names = [row.text.rsplit(" ", 1)[0] for row in pad.find_elements(
        "css selector", "#pad-terms tr")]
    assert names == ["biases" if j == 0 else f"unit {j - 1}" for j in order]
    np.testing.assert_allclose(
        titles(pad, "#pad-terms td:nth-of-type(1)"), parts[order], rtol=0, atol=1e-12)
    total = float(part(pad, "sum").get_attribute("title"))
    assert total == pytest.approx(net.b[k] - net.b[other], abs=1e-12)
    assert number(text(pad, "sum").replace(":", " ="), "Sum") == pytest.approx(total, abs=5e-5)


@pytest.mark.parametrize("label", [None, 0, 4])
def test_the_gradient_of_the_input(pad, net, letters, label):
    put(pad, 2)
    net.forward(letters[1][2])
    if label is not None:
        Select(part(pad, "label")).select_by_visible_text(LETTERS[label])
    label = net.yhat.argmax() if label is None else label
    words = pad.execute_script("""
        return [...document.querySelectorAll("#pad-x [role=gridcell]")].map((cell) => {
          cell.focus();
          return document.getElementById("pad-pixel").textContent;
        });
    """)
    np.testing.assert_allclose([number(word, "∂J/∂x") for word in words],
                               net.gradient_of_input(label), rtol=6e-3, atol=1e-15)
    assert number(words[0], "J") == pytest.approx(-np.log(net.yhat[label]), rel=6e-3)


# MARK: Other networks


def other_page(browser, folder, rows, *options):
    """The page of a network that was trained on a few rows, label first."""
    for kind in ["Train", "Test"]:
        lines = [",".join(f"{number:g}" for number in row) for row in rows]
        (folder / f"other{kind}.csv").write_text("\n".join(lines) + "\n")
    subprocess.run([OCR, "train", "other", "--data", folder, "--epochs", "2", "--quiet",
                    "--output", folder, *options], check=True)
    subprocess.run([OCR, "report", folder / "model.safetensors", folder / "otherTest.csv",
                    "--output", folder / "report.html"], check=True)
    browser.get_log("browser")
    browser.get((folder / "report.html").as_uri())
    is_ready(browser)
    return alone(browser)


def test_grey_pictures(browser, tmp_path):
    """Letters of 28×28 pixels that fill 20×20: the pen is an eighth of that, 2.5 pixels, thick."""
    letters = np.zeros((4, 28, 28))
    letters[:, 4:24, 10:12] = 1
    letters[:, 10:12, 4:24] = 0.5
    rows = np.insert(letters.reshape(4, -1), 0, [0, 1, 2, 0], axis=1)
    page = other_page(browser, tmp_path, rows, "--hidden", "60")
    draw(page, BAR)
    drawn = picture(page).reshape(28, 28)
    assert np.unique(drawn[:, 8:20], axis=1).ravel()[12:16].tolist() == [0.25, 1, 1, 0.25]
    ink = np.argwhere(drawn > 0)
    assert ink.min(axis=0).tolist() == [12, 4] and ink.max(axis=0).tolist() == [15, 23]
    assert 0 < drawn[13, 4] < 1
    assert browser.get_log("browser") == []


def test_the_smallest_network(browser, tmp_path):
    page = other_page(browser, tmp_path, [[1, 1, 0, 1, 1, 0, 0]], "--hidden", "1", "--init",
                      "zero", "--letters", '<"🙂')
    for name in ["next", "previous", "random", "misread"]:
        part(page, name).click()
    assert picture(page).tolist() == [1, 0, 1, 1, 0, 0]
    assert text(page, "letter") == '"'
    names = page.find_elements("css selector", "#pad-output th")
    assert [name.text for name in names] == ["<", '"', "🙂"]
    draw(page, CORNER)
    assert picture(page).tolist() == [1, 0, 1, 0, 1, 1]
    assert browser.get_log("browser") == []


# MARK: Speed, and who cannot see or use a mouse


def test_nothing_lags(pad, record_property):
    times = pad.execute_script("""
        const report = Data.read(document.getElementById("data").textContent);
        return report.then(({ network }) => {
          const net = network();
          const x = Float64Array.from(net.x, (_, i) => i % 5 === 0);
          const median = (work) => {
            // The clock may be as coarse as a tenth of a millisecond.
            const times = Array.from({ length: 21 }, () => {
              const start = performance.now();
              for (let i = 0; i < 10; i++) work();
              return (performance.now() - start) / 10;
            });
            return times.sort((a, b) => a - b)[10];
          };
          return [median(() => { net.forward(x); }), median(() => {
            document.dispatchEvent(new CustomEvent("letter", { detail: { set: 0, index: 7 } }));
            document.body.offsetHeight;
          })];
        });
    """)
    record_property("forward", times[0])
    print("a forward pass takes", times[0], "ms, a letter put on the pad", times[1], "ms")
    assert times[0] < 5 and times[1] < 50


def test_the_reading_is_said_when_the_pen_rests(pad):
    put(pad, 0)
    put(pad, 1)
    pad.execute_async_script("setTimeout(arguments[0], 600)")
    assert text_of_region(pad) == f"{text(pad, 'letter')} {text(pad, 'share')}"


def text_of_region(page):
    region = page.find_element("css selector", "#pad [aria-live=polite]")
    return region.get_attribute("textContent").replace("\u00a0", " ").strip()


def test_everyone_can_use_it(pad):
    put(pad, 0)
    assert axe_violations(pad) == []
    for name in ["drawing", "x", "unit", "other", "label"]:
        assert part(pad, name).accessible_name, name


@pytest.mark.parametrize("width", [320, 360, 800, 1600])
def test_it_fits(pad, width):
    put(pad, 0)
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    pad.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        right = pad.execute_script("""
            return Math.max(...[...document.querySelectorAll("#pad *")].map((element) =>
              element.getBoundingClientRect().right));
        """)
    finally:
        pad.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert right <= width
