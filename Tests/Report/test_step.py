"""One step of learning: the page's steps are the program's, and every number is what it says."""

import math
import re
import subprocess

import numpy as np
import pytest
from conftest import OCR, ROOT, axe_violations, is_ready, tensors
from programs import PACKING, answers, letters, one_hot, same_bits, trained, unpacked, written
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

import answers_numpy

# MARK: How the page is used


class Step:
    """The section on a page that is open."""

    def __init__(self, browser):
        self.browser = browser
        self.run("""
            const show = Lines.show;
            Lines.show = (values) => { window.shown = values; show(values); };""")
        self.enter("rate", "0.01")

    def run(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def find(self, selector):
        return self.browser.find_elements("css selector", f"#step {selector}")

    def click(self, name):
        """Clicks a button and waits until its work is done."""
        self.browser.find_element("id", f"step-{name}").click()
        self.wait(lambda: not self.find("fieldset:disabled"))

    def wait(self, condition):
        WebDriverWait(self.browser, 20, 0.02).until(lambda _: condition())

    def enter(self, name, value):
        self.run("""
            const input = document.getElementById(`step-${arguments[0]}`);
            input.value = arguments[1];
            input.dispatchEvent(new Event("change"));""", name, str(value))

    def parameters(self):
        return [unpacked(text) for text in self.run(
            PACKING + "return [shown.net.alpha, shown.net.beta].map(packed);")]

    def register(self, name):
        """A register's numbers, as the section has them."""
        return unpacked(self.run(PACKING + "return packed(shown.all[arguments[0]].values);", name))

    def status(self):
        return self.browser.find_element("id", "step-status").text

    def line(self, text):
        """Opens a line; the id of its panel."""
        return self.run("""
            const line = [...document.querySelectorAll("#step .step-line")]
              .find((line) => line.textContent.startsWith(arguments[0]));
            if (line.getAttribute("aria-expanded") === "false") line.click();
            return line.getAttribute("aria-controls");""", text)

    def choose(self, panel, name, *places):
        """Chooses elements of a register in a panel; what the panel says then of each."""
        said = self.run(CHOOSE, panel, name, places)
        return said if len(places) > 1 else said[0]


CHOOSE = """
const [panel, name, places] = arguments;
const box = [...document.querySelectorAll(`#${panel} .step-register`)]
  .find((box) => box.querySelector("b").textContent === name);
const cells = box.querySelectorAll(".step-cells button");
const canvas = box.querySelector("canvas");
const click = (at) => {
  if (canvas === null) return cells[at].click();
  canvas.scrollIntoView({ block: "center" });
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const [row, column] = [Math.floor(at / canvas.width), at % canvas.width];
  canvas.dispatchEvent(new MouseEvent("click", {
    bubbles: true, clientX: left + width * (column + 0.5) / canvas.width,
    clientY: top + height * (row + 0.5) / canvas.height,
  }));
};
const text = (selector, all = box.parentElement) =>
  [...all.querySelectorAll(selector)].map((found) => found.textContent);
return places.map((at) => {
  click(at);
  return {
    headline: text("[aria-live]")[0], codes: text("div:last-child code"),
    rows: [...box.parentElement.querySelectorAll("tbody tr")].map((row) => text("*", row)),
  };
});"""


@pytest.fixture
def step(page):
    return Step(page)


def opened(browser, folder):
    browser.get((folder / "report.html").as_uri())
    is_ready(browser)
    return Step(browser)


# MARK: The steps are the program's


@pytest.mark.parametrize("form", [[], ["--as-written"]])
def test_an_epoch_from_zero(browser, tmp_path, form):
    right = trained(tmp_path / "run", "small", "--epochs", "1", "--init", "zero", *form)
    step = opened(browser, tmp_path / "run")
    for found, learnt in zip(step.parameters(), right):
        assert same_bits(found, learnt)
    step.click("zero")
    assert not np.any(step.parameters()[0]) and not np.any(step.parameters()[1])
    step.click("epoch")
    assert step.status().startswith("500 of 500 steps taken with letters 1 to 500 of training")
    for found, learnt in zip(step.parameters(), right):
        assert same_bits(found, learnt)
    step.click("undo")
    assert not np.any(step.parameters()[0])


def test_hundred_steps_from_zero(step):
    x, labels = letters("largeTest")
    x, labels = x[:100], labels[:100]
    right, = answers([(
        {"train_x": x, "train_y": labels[:, None], "validation_x": x[:1],
         "validation_y": labels[:1, None]},
        {"function": "train", "classes": "10", "hidden": "50", "epochs": "1", "rate": "0.1",
         "initialization": "zero"})])
    step.click("zero")
    step.enter("rate", "0.1")
    step.enter("set", "0")
    for number in [1000, *range(10, 100, 10)]:
        step.enter("number", number)
        step.click("next")
    assert "the ten letters after 90 of" in step.status()
    alpha, beta = step.parameters()
    assert same_bits(alpha, right["alpha"]) and same_bits(beta, right["beta"])


def test_ten_steps_are_ten_single_ones_and_undo_brings_back_every_bit(step, run):
    start = step.parameters()
    model = tensors(run / "model.safetensors")
    assert same_bits(start[0], model["alpha"]) and same_bits(start[1], model["beta"])
    states = [start]
    for _ in range(10):
        step.click("one")
        states.append(step.parameters())
    assert not same_bits(states[10][0], states[9][0])
    step.click("trained")
    assert same_bits(step.parameters()[0], start[0])
    step.click("ten")
    for k in range(2):
        assert same_bits(step.parameters()[k], states[10][k])
    for right in [start, *states[:0:-1], start]:
        step.click("undo")
        for k in range(2):
            assert same_bits(step.parameters()[k], right[k])
    assert not step.find("#step-undo:enabled")


def test_twenty_changes_can_be_undone(step):
    right = step.parameters()
    step.browser.execute_async_script("""
        const [count, done] = arguments;
        const click = async (name) => {
          for (let i = 0; i < count; i++) {
            document.getElementById(`step-${name}`).click();
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
        };
        click("one").then(() => click("undo")).then(done);""", 25)
    assert step.status() == "Undone; 0 more can be undone."
    assert same_bits(step.parameters()[0], right[0])


def test_what_a_step_did(step, run):
    model = tensors(run / "model.safetensors")
    x, labels = letters("largeTrain")
    y = one_hot(labels)
    after = dict(zip(["alpha", "beta"], answers_numpy.one_epoch(
        x[:1], y[:1], model["alpha"], model["beta"], 0.5)))
    step.enter("rate", "0.5")
    step.click("one")
    step.wait(lambda: len(step.find("#step-result tbody tr")) == 6)
    cells = step.run("""
        return [...document.querySelectorAll("#step-result tbody tr")].map((row) =>
          [...row.querySelectorAll("td")].map((cell) => cell.textContent));""")
    test_x, test_labels = letters("largeTest")

    def measures(p):
        o = answers_numpy.forward(x[:1], p["alpha"], p["beta"])
        read = answers_numpy.predict(test_x, p["alpha"], p["beta"])[0]
        return [answers_numpy.loss(y[:1], **o).item(), o["yhat"][0, labels[0]],
                np.linalg.norm(p["alpha"]), np.linalg.norm(p["beta"]),
                answers_numpy.mean_loss(test_x, one_hot(test_labels), p["alpha"], p["beta"]),
                100 * np.mean(read != test_labels)]

    was, now = measures(model), measures(after)
    change = np.subtract(now, was)
    change[2:4] = [np.linalg.norm(after[k] - model[k]) for k in ["alpha", "beta"]]
    for row, *right in zip(cells, was, now, change):
        assert [written(cell) for cell in row] == pytest.approx(right, rel=6e-3, abs=1e-9)
    assert [figure.text.split(",")[0] for figure in step.find("#step-result figure")] == [
        "α before", "α after", "Δα", "β before", "β after", "Δβ"]


def test_a_number_before_and_after(step, run):
    """What is chosen in one picture is said of both networks, and marked in all three."""
    before = tensors(run / "model.safetensors")["beta"]
    step.click("misread")
    assert step.run("return shown.net.reading !== shown.label")
    step.enter("rate", "0.5")
    step.click("one")
    step.wait(lambda: len(step.find("#step-result figure")) == 6)
    after = step.parameters()[1].reshape(before.shape)
    pictures = step.find("#step-result .step-picture")[3:]
    step.run("arguments[0].focus()", pictures[1])
    pictures[1].send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT)
    text = step.find("#step-result .number")[1].text
    found = re.fullmatch(r"β\[2\]\[1\]: before (\S+), after (\S+), change (\S+)", text).groups()
    assert float(found[0]) == before[2, 1] and float(found[1]) == after[2, 1]
    assert written(found[2]) == pytest.approx(after[2, 1] - before[2, 1], rel=6e-3)
    assert all(picture.find_element("css selector", "i").is_displayed() for picture in pictures)


def test_a_gradient_that_is_not_finite(step, tmp_path):
    """Where the program stops, the page does; it keeps the steps before and takes no other."""
    program = subprocess.run(
        [OCR, "train", "large", "--init", "zero", "--learning-rate", "1e308", "--quiet",
         "--output", tmp_path / "run"], cwd=ROOT, capture_output=True, text=True)
    example = int(re.search(r"example (\d+): the gradient is not finite", program.stderr)[1])
    step.click("zero")
    step.enter("rate", "1e308")
    step.click("epoch")
    assert step.status().startswith(f"{example - 1} of 9000 steps taken")
    assert "The next gradient is not finite" in step.status()
    before = step.parameters()
    step.enter("number", example)
    step.click("one")
    assert step.status().startswith("0 of 1 steps taken")
    assert same_bits(step.parameters()[0], before[0])


@pytest.mark.parametrize("rate", ["", "-1"])
def test_a_wrong_rate(step, rate):
    """The page says what is wrong, keeps the γ before, and takes no step."""
    before = step.parameters()
    after = step.register("α′")
    step.enter("rate", rate)
    assert "γ must be a number from 0 on" in step.status()
    step.enter("number", 1)
    assert same_bits(step.register("α′"), after)
    for name in ["one", "ten", "next", "epoch"]:
        step.run("document.getElementById('step-status').textContent = ''")
        step.click(name)
        assert "γ must be a number from 0 on" in step.status(), name
    assert same_bits(step.parameters()[0], before[0])
    step.enter("rate", "0.5")
    assert step.status() == ""
    step.click("one")
    assert step.status().startswith("1 of 1 steps taken")


def test_what_is_no_number_is_said_in_words(step):
    step.enter("rate", "1e308")
    step.click("ten")
    step.wait(lambda: len(step.find("#step-result tbody tr")) == 6)
    assert "Some numbers are too large" in step.status()
    step.click("check")
    said = step.browser.find_element("id", "step-differences").text
    assert said.startswith("The differences are no numbers") and "tolerance" not in said
    for words in ["NaN", "Infinity", "undefined"]:
        assert words not in step.browser.find_element("id", "step").text, words
    step.click("undo")
    assert "too large" not in step.status()


def test_a_gradient_of_zero_is_right(step):
    """Where ŷ is 1 to the last bit, the gradient is 0, and so are the differences."""
    step.run("""
        const { net, label } = shown;
        net.beta.fill(0);
        net.beta[label * (net.hidden + 1)] = 1000;
        document.getElementById("step-rate").dispatchEvent(new Event("change"));""")
    step.click("check")
    said = step.browser.find_element("id", "step-differences").text
    assert said.startswith("‖g − ĝ‖ / ‖ĝ‖ = 0, within the tolerance")


def test_work_leaves_the_focus_where_the_reader_took_it(step):
    step.click("one")
    active = "return document.activeElement.id"
    assert step.run(active) == "step-one"
    step.browser.find_element("id", "step-epoch").click()
    step.run("document.getElementById('pad-drawing').focus()")
    step.wait(lambda: not step.find("fieldset:disabled"))
    assert step.run(active) == "pad-drawing"


def test_an_epoch_stops_and_can_be_undone(step):
    right = step.parameters()
    step.run("""
        const [bar, button] = document.getElementById("step-work").children;
        const stop = () => { bar.value > 0 ? button.click() : setTimeout(stop); };
        stop();""")
    step.click("epoch")
    taken = int(step.status().split()[0])
    assert 0 < taken < 9000
    assert not same_bits(step.parameters()[0], right[0])
    step.click("undo")
    assert same_bits(step.parameters()[0], right[0])


# MARK: The numbers


def numpy_values(model, x, label):
    """What NumPy makes of a letter, by the page's names."""
    x, y = x[None], one_hot(np.array([label]), len(model["beta"]))
    alpha, beta = model["alpha"], model["beta"]
    o = answers_numpy.forward(x, alpha, beta)
    g = answers_numpy.backward(x, y, alpha, beta, **o)
    right = {"x": x, "y": y, "ŷ": o["yhat"], "α": alpha, "β": beta,
             "J": answers_numpy.loss(y, **o), "g_J": np.ones(1), "g_ŷ": -y / o["yhat"],
             "g_α": g["g_alpha"], "g_β": g["g_beta"], "g_x": g["g_a"] @ alpha[:, 1:],
             "α′": alpha - 0.01 * g["g_alpha"], "β′": beta - 0.01 * g["g_beta"]}
    return right | {k: o[k] for k in "azb"} | {k: g[k] for k in ["g_b", "g_z", "g_a"]}


def assert_near(found, right):
    right = np.ravel(right)
    assert np.shape(found) == right.shape
    assert np.max(np.abs(found - right)) <= 1e-12 * max(np.max(np.abs(right)), 1e-3)


def test_numbers_of_the_lines(step, run):
    model = tensors(run / "model.safetensors")
    x, labels = letters("largeTrain")
    for place in [4711, 0]:
        step.enter("number", place + 1)
        right = numpy_values(model, x[place], labels[place])
        for name, values in right.items():
            assert_near(step.register(name), values)
    # What is to be read, in all digits.
    for text, names in {"z =": ["a", "z"], "ŷ =": ["b", "ŷ"], "J =": ["y", "J"],
                        "g_b =": ["g_ŷ", "g_b"], "g_a =": ["g_z", "g_a"]}.items():
        panel = step.line(text)
        for name in names:
            count = np.size(right[name])
            said = step.run(CHOOSE, panel, name, list(range(count)))
            said = [one["headline"].split(" = ") for one in said]
            assert [one[0] for one in said] == (
                [name] if name == "J" else [f"{name}[{k}]" for k in range(count)])
            assert_near([float(one[1]) for one in said], right[name])
    for text, name, shape in [("g_α,", "g_α", (50, 129)), ("β′", "β′", (10, 51))]:
        panel = step.line(text)
        for at in [0, 7, shape[1] + 3, 4 * shape[1] - 1, shape[0] * shape[1] - 1]:
            said, value = step.choose(panel, name, at)["headline"].split(" = ")
            assert said == f"{name}[{at // shape[1]}][{at % shape[1]}]"
            assert float(value) == step.register(name)[at]


def evaluated(formula):
    """The number that a formula with numbers gives."""
    python = (formula.replace("·", "*").replace("−", "-").replace("exp", "math.exp")
              .replace("log", "math.log"))
    return eval(python, {"math": math})  # what is in it was made by the page under test


def sum_of_rows(rows):
    """The sum of a table's terms, in the order in which it says they are added."""
    *terms, (all_names, *_, total) = rows
    sums = [0.0] * 8
    for _, numbers, value, so_far in terms:
        part = 0
        if found := re.fullmatch(r"s([₀-₇]) = (.*)", so_far):
            part, so_far = "₀₁₂₃₄₅₆₇".index(found[1]), found[2]
        assert evaluated(numbers) == pytest.approx(float(value), rel=1e-14, abs=0)
        if "exp" not in numbers:
            assert math.prod(float(f.strip("()")) for f in numbers.split(" · ")) == float(value)
        sums[part] += float(value)
        assert sums[part] == float(so_far)
    a, b, c, d, e, f, g, h = sums
    result = a + e + (b + f) + (c + g + (d + h)) if "s₀" in all_names else a
    assert result == float(total)
    return result


@pytest.mark.parametrize("form", [[], ["--as-written"]])
def test_of_what_each_number_is_made(browser, tmp_path, form):
    model = dict(zip(["alpha", "beta"], trained(
        tmp_path / "run", "small", "--epochs", "5", "--learning-rate", "0.3", *form)))
    step = opened(browser, tmp_path / "run")
    with_sum = 0
    for text, name, at in [
            ("a =", "a", 3), ("a =", "a", 49), ("z =", "z", 5), ("b =", "b", 2), ("ŷ =", "ŷ", 9),
            ("J =", "J", 0), ("g_J", "g_J", 0), ("g_ŷ", "g_ŷ", 3), ("g_ŷ", "g_ŷ", 4),
            ("g_b", "g_b", 1), ("g_β,", "g_β", 51), ("g_β,", "g_β", 60), ("g_β,", "g_z", 7),
            ("g_a", "g_a", 8), ("g_α,", "g_α", 129), ("g_α,", "g_α", 130), ("g_α,", "g_α", 149),
            ("g_α,", "g_x", 20), ("α′", "α′", 0), ("α′", "α′", 20), ("β′", "β′", 51),
            ("β′", "β′", 53)]:
        said = step.choose(step.line(text), name, at)
        value = float(said["headline"].split(" = ")[1])
        assert value == step.register(name)[at]
        codes = [code[2:] for code in said["codes"] if code.startswith("= ")]
        if said["rows"]:
            with_sum += 1
            total = sum_of_rows(said["rows"])
            if not codes:
                assert total == value
        if codes:
            assert len(codes) == 2
            assert evaluated(codes[1]) == pytest.approx(value, rel=1e-13, abs=1e-300)
    assert with_sum == 7
    # And the sum of a has as many terms as there is ink, and the bias.
    ink = np.count_nonzero(letters("smallTrain")[0][0])
    assert len(step.choose(step.line("a ="), "a", 3)["rows"]) == ink + 2
    assert step.run("return shown.net.isQuick") is (form == [])
    assert same_bits(step.parameters()[0], model["alpha"])


# MARK: Central differences


def test_differences_of_single_numbers(step, run):
    model = tensors(run / "model.safetensors")
    x, labels = letters("largeTrain")
    step.enter("number", 3)
    right = numpy_values(model, x[2], labels[2])

    def loss(**changed):
        p = {"x": x[2][None], **model} | changed
        a = p.get("a", answers_numpy.linear(p["x"], p["alpha"]))
        z = p.get("z", answers_numpy.sigmoid(a))
        b = p.get("b", answers_numpy.linear(z, p["beta"]))
        return answers_numpy.minus_y_log(right["y"], answers_numpy.log_softmax(b)).item()

    for text, name, argument, at in [
            ("g_α,", "g_α", "alpha", 129 * 4), ("g_α,", "g_α", "alpha", None),
            ("g_β,", "g_β", "beta", 77), ("g_b", "g_b", "b", 1), ("g_β,", "g_z", "z", 8),
            ("g_a", "g_a", "a", 30), ("g_α,", "g_x", "x", 5)]:
        start = np.array({"x": x[2], **model}.get(argument, right.get(argument)), dtype=float)
        start = np.atleast_2d(start)
        if at is None:  # a weight of a pixel that has ink
            at = 129 * 9 + 1 + int(np.flatnonzero(x[2])[3])
        high, low = start.copy(), start.copy()
        high.ravel()[at] += 1e-5
        low.ravel()[at] -= 1e-5
        numeric = ((loss(**{argument: high}) - loss(**{argument: low}))
                   / (high.ravel()[at] - low.ravel()[at]))
        codes = step.choose(step.line(text), name, at)["codes"]
        found = {code.split(" = ")[0]: float(code.split(" = ")[1]) for code in codes
                 if re.match("central|backward|relative", code)}
        gradient = step.register(name)
        assert found["central difference"] == pytest.approx(numeric, abs=1e-9)
        difference = gradient[at] - found["central difference"]
        assert found["backward − that"] == difference
        scale = max(np.max(np.abs(gradient)), 0.01, right["J"].item() / 100)
        assert found["relative error"] == pytest.approx(abs(difference) / scale, rel=1e-12)
        assert found["relative error"] < 1e-8


def test_differences_of_all_numbers(step):
    step.enter("set", "0")
    step.enter("number", "5")
    step.click("check")
    text = step.find("#step-differences p")[0].text
    norm = written(re.search(r"‖ĝ‖ = ([^,]+),", text)[1])
    assert norm < 1e-6 and "Of 6960 numbers 0 are off" in text
    captions = [figure.text for figure in step.find("#step-differences figure")]
    assert [caption.split(":")[0] for caption in captions] == ["Errors of g_α", "Errors of g_β"]


def test_differences_find_a_wrong_gradient(step):
    """The slope of the sigmoid is left out of one unit's gradient."""
    step.run("""
        const backward = Network.prototype.backward;
        Network.prototype.backward = function (label) {
          backward.call(this, label);
          this.gA[3] = this.gZ[3];
        };""")
    step.click("zero")
    step.click("trained")
    step.enter("set", "0")
    step.enter("number", "5")
    step.click("check")
    text = step.find("#step-differences p")[0].text
    assert "above the tolerance 5·10⁻⁹" in text
    ink = np.count_nonzero(letters("largeTest")[0][4])
    assert f"Of 6960 numbers {ink + 1} are off" in text
    panel = step.line("g_a =")
    relative = step.choose(panel, "g_a", 3)["codes"][-1]
    assert float(relative.split(" = ")[1]) > 1e-3


# MARK: Its use


def test_the_letter_the_label_and_the_pad(step):
    x, labels = letters("largeTest")
    step.enter("set", "0")
    step.enter("number", "7")
    assert_near(step.register("x"), x[6])
    assert step.register("y").tolist() == one_hot(labels[6]).tolist()
    step.enter("label", (labels[6] + 1) % 10)
    assert step.register("y").tolist() == one_hot((labels[6] + 1) % 10).tolist()
    step.enter("number", "100000")
    assert step.run("return document.getElementById('step-number').value") == "1000"
    step.run("""
        const x = new Float64Array(128).fill(1, 60, 70);
        document.dispatchEvent(new CustomEvent("pad", { detail: { x, label: null } }));""")
    step.click("pad")
    assert_near(step.register("x"), np.r_[np.zeros(60), np.ones(10), np.zeros(58)])
    assert np.argmax(step.register("y")) == np.argmax(step.register("ŷ"))
    step.click("one")
    assert "with the letter on the pad" in step.status()


def test_by_keyboard(step):
    keys = lambda *all_keys: ActionChains(step.browser).send_keys(*all_keys).perform()  # noqa: E731
    active = lambda script: step.run(f"return document.activeElement{script}")  # noqa: E731
    step.run("document.querySelector('.step-line').focus()")
    keys(Keys.ENTER)
    assert active(".getAttribute('aria-expanded')") == "true"
    keys(Keys.TAB, Keys.TAB, Keys.ARROW_DOWN, Keys.ARROW_RIGHT)
    assert active(".getAttribute('aria-label')").startswith("α, 50 rows of 129")
    headline = step.find("#step-line-0 [aria-live]")[0]
    assert headline.text == f"α[1][1] = {float(step.register('α')[130])!r}"
    keys(Keys.TAB, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
    assert float(headline.text.removeprefix("a[1] = ")) == step.register("a")[1]
    assert active(".getAttribute('aria-pressed')") == "true"
    keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT)
    assert headline.text.startswith("a[0]")
    # One stop for all cells; then the terms, which scroll.
    keys(Keys.TAB)
    assert active(".getAttribute('aria-label')") == "Terms of the sum"
    keys(Keys.TAB)
    assert active(".textContent").startswith("z = SigmoidForward(a)")


def test_the_drawing_opens_lines(step):
    links = step.find("#step-drawing a")
    assert len(links) == 22
    for link in links:
        step.run("arguments[0].focus()", link)
        link.send_keys(Keys.ENTER)
        focus = step.run("return document.activeElement.className")
        assert focus == "step-line"
        assert step.run("return document.activeElement.getAttribute('aria-expanded')") == "true"
        assert "open" in link.get_attribute("class").split()
    assert len(step.find(".step-line[aria-expanded=true]")) == 13
    assert "#" not in step.browser.current_url


def test_nothing_is_wider_than_the_page_nor_unnamed(step):
    for line in ["a =", "b =", "g_b", "g_β,", "α′"]:
        panel = step.line(line)
        step.choose(panel, line.strip(" =,"), 3)
    step.click("one")
    step.click("check")
    assert axe_violations(step.browser, "#step") == []
    for width in [360, 800, 1600]:
        step.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        right = step.run("""
            return Math.max(...[...document.querySelectorAll("#step *")]
              .filter((found) => !found.closest(".scrolls > *"))
              .map((found) => found.getBoundingClientRect().right))""")
        assert right <= width
    step.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_tiny_network_with_odd_names(browser, tmp_path):
    line = "1," + ",".join("0.5" if i % 3 else "0" for i in range(784)) + "\n"
    for name in ["oddTrain.csv", "oddTest.csv"]:
        (tmp_path / name).write_text(line)
    trained(tmp_path / "run", tmp_path / "odd", "--letters", '<"😀', "--hidden", "1",
            "--epochs", "1", "--init", "zero")
    browser.get_log("browser")
    step = opened(browser, tmp_path / "run")
    for link in step.find(".step-line"):
        step.run("arguments[0].click()", link)
    for name in ["one", "ten", "next", "epoch", "check", "undo", "zero"]:
        step.click(name)
    assert "a letter" not in step.status()
    assert step.run("return document.getElementById('step-label').selectedOptions[0].text") == '"'
    assert [entry["message"] for entry in browser.get_log("browser")] == []
