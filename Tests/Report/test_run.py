"""The page about a run: what it says of it, its curves, and several runs side by side."""

import csv
import hashlib
import json
import subprocess

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from conftest import OCR, ROOT, axe_violations, is_ready, tensors


def cells(table):
    return table.parent.execute_script(
        "return [...arguments[0].tBodies[0].rows].map(row => [...row.cells].map(c => c.textContent))",
        table)


def test_size(run):
    assert (run / "report.html").stat().st_size <= 400_000


def test_opens_quickly(page):
    """Nothing is asserted closely: a machine that tests is busy."""
    milliseconds = page.execute_script("return performance.getEntriesByName('ready')[0].startTime")
    print(f"usable after {milliseconds:.0f} ms")
    assert milliseconds < 3000


def test_facts(page, run):
    record = json.loads((run / "run.json").read_text())
    facts = page.find_element("css selector", "#run dl").text
    for name, values in tensors(run / "model.safetensors").items():
        assert hashlib.sha256(values.tobytes()).hexdigest() in facts, name
    assert f"swift run {' '.join(record['command'])}" in facts
    results = cells(page.find_element("css selector", "#run table"))
    assert results[0][1:] == [f"{record['final'][s]['loss']:.4f}" for s in ["train", "validation"]]
    assert results[1][1:] == [
        f"{100 * record['final'][s]['error']:.2f} %" for s in ["train", "validation"]]


def test_command_repeats_the_run(run, tmp_path):
    words = json.loads((run / "run.json").read_text())["command"]
    words[words.index("--output") + 1] = str(tmp_path / "again")
    subprocess.run([OCR, *words[1:], "--quiet"], check=True, cwd=ROOT)
    model = "model.safetensors"
    assert (tmp_path / "again" / model).read_bytes() == (run / model).read_bytes()


def test_curves_behind(page, run):
    """The table has the numbers of metrics.csv, and as many error rates."""
    with open(run / "metrics.csv") as file:
        losses = list(csv.DictReader(file))
    epochs = json.loads((run / "run.json").read_text())["epochs"]
    expected = [
        [row["epoch"], f"{float(row['train']):.4f}", f"{float(row['validation']):.4f}",
         f"{100 * epoch['train_error']:.2f}", f"{100 * epoch['validation_error']:.2f}"]
        for row, epoch in zip(losses, epochs)]
    assert cells(page.find_element("css selector", "#curves table")) == expected
    best = min(epochs, key=lambda epoch: epoch["validation"])["epoch"]
    marks = [mark.get_attribute("data-series")
             for mark in page.find_elements("css selector", "#curves .wide g.mark")]
    assert marks == [f"best epoch {best}"] * 2


def test_numbers_under_the_pointer(page):
    plot = page.find_element("css selector", "#curves svg")
    texts = page.find_elements("css selector", "#curves .at-epoch")
    x0, x1, left, right = (float(plot.get_attribute(f"data-{name}"))
                           for name in ["x0", "x1", "left", "right"])
    rows = cells(page.find_element("css selector", "#curves table"))
    for epoch in [1, 44, 100]:
        x = left + (epoch - x0) / (x1 - x0) * (right - left)
        offset = x / 560 * plot.rect["width"] - plot.rect["width"] / 2
        ActionChains(page).move_to_element_with_offset(plot, round(offset), 0).perform()
        train, validation, train_error, validation_error = rows[epoch - 1][1:]
        assert [text.text for text in texts] == [
            f"Epoch {epoch}: train {train}, validation {validation}",
            f"Epoch {epoch}: train {train_error} %, validation {validation_error} %"]


def test_numbers_by_keyboard(page):
    slider = page.find_element("id", "epoch")
    slider.send_keys(Keys.HOME, Keys.ARROW_RIGHT)
    assert page.find_element("css selector", ".at-epoch").text.startswith("Epoch 2: ")
    assert "Epoch 2: train" in slider.get_attribute("aria-valuetext")


def test_theme(page):
    button = page.find_element("id", "theme")

    def paper():
        return page.execute_script("return getComputedStyle(document.documentElement).backgroundColor")
    before = paper(), button.get_attribute("aria-pressed")
    button.click()
    assert paper() != before[0] and button.get_attribute("aria-pressed") != before[1]
    button.click()
    assert (paper(), button.get_attribute("aria-pressed")) == before


def test_paper_is_white(page):
    """Also where the reader's screen is dark; pictures are painted anew."""
    page.execute_script("document.documentElement.dataset.theme = 'dark'; Draw.repaintAll()")
    colors = """
        const copy = new OffscreenCanvas(8, 16).getContext('2d', { willReadFrequently: true });
        copy.drawImage(document.querySelector('#step-x canvas'), 0, 0);
        const lightest = Math.max(...copy.getImageData(0, 0, 8, 16).data.filter((_, i) => i % 4 < 3));
        return [getComputedStyle(document.documentElement).backgroundColor, lightest];"""
    assert page.execute_script(colors)[0] == "rgb(20, 22, 26)"
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        WebDriverWait(page, 5).until(
            lambda page: page.execute_script(colors) == ["rgb(255, 255, 255)", 255])
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colors(page, scheme):
    """Pictures keep their colours: of two of the reader's, or one, nothing would be seen."""
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "forced-colors", "value": "active"},
        {"name": "prefers-color-scheme", "value": scheme}]})
    try:
        page.refresh()
        is_ready(page)
        colors = page.execute_script(
            "return ['paper', 'ink', 'positive', 'negative', 'accent'].map(Draw.color)")
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert len(set(colors)) == 5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe(page, theme):
    page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    assert axe_violations(page) == []


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_width(page, width):
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                         {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        assert page.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


TEXTS = """
    const [least] = arguments;
    const found = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: box, textContent } = walker.currentNode;
      if (textContent.trim() === "" || !box.checkVisibility() || box.closest("select")) continue;
      const drawing = box.closest("svg");
      const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
      const size = scale * parseFloat(getComputedStyle(box).fontSize);
      if (size < least) found.push(`${size.toFixed(1)} px: ${textContent}`);
    }
    return found;"""

CUT = """
    const room = document.documentElement.clientWidth;
    const isCut = (box) => {
      const isOut = box.closest(".scrolls, .seen-by-readers, marker");
      if (isOut || !box.checkVisibility()) return false;
      const { left, right, width } = box.getBoundingClientRect();
      const drawing = box.ownerSVGElement?.getBoundingClientRect();
      if (drawing) return left < drawing.left - 1 || right > drawing.right + 1;
      return width > 0 && (right > room + 0.5
        || (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1));
    };
    return [...document.querySelectorAll("header *, main *")].filter(isCut)
      .map((box) => `${box.tagName} ${box.id || box.className} ${box.textContent.slice(0, 40)}`);"""


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_texts_can_be_read_and_nothing_is_cut(page, width):
    """Also in drawings, which are made smaller with the page."""
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                         {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    try:
        page.execute_script("""
            document.dispatchEvent(new CustomEvent('letter', { detail: { set: 0, index: 20 } }));
            for (const line of [1, 4]) document.querySelectorAll('.step-line')[line].click();
            document.getElementById('step-one').click();""")
        WebDriverWait(page, 10).until(
            lambda page: len(page.find_elements("css selector", "#step-result figure")) == 6)
        assert page.execute_script(TEXTS, 10.5) == []
        assert page.execute_script(CUT) == []
        # All classes of the table are there without scrolling.
        table, last = (page.execute_script(
            "return document.querySelector(arguments[0]).getBoundingClientRect().right", selector)
            for selector in ["#confusions .scrolls", "table.confusions tbody .count:nth-last-child(3)"])
        assert last <= table
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_paper_shows_colours_and_hides_controls(page):
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        seen = page.execute_script("""
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            return [style('#pad-x [role=gridcell]').printColorAdjust,
              document.getElementById('epoch').checkVisibility(),
              style('#confusions .scrolls').overflowX];""")
        assert seen == ["exact", False, "visible"]
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_without_scripts(browser, run):
    """As under a sandbox policy: what is written in the file can be read, the rest says what it needs."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get((run / "report.html").as_uri())
        assert "error rate" in browser.find_element("id", "run").text
        assert browser.find_element("css selector", "#curves svg").is_displayed()
        assert browser.find_element("css selector", "#confusions table").is_displayed()
        for part in ["units", "pad", "step"]:
            assert "needs JavaScript" in browser.find_element("id", part).text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_names_are_no_markup(browser, tmp_path):
    """A folder and letters with names that would be markup, end a script, or turn the text around."""
    name = "</script><img src=x onerror=alert(1)>\u2028\u202ebackwards\"'&"
    folder = tmp_path / name.replace("/", "∕")
    letters = "<\"'&>\u00e4\u4e2d\U0001f600{}"
    subprocess.run([OCR, "train", "small", "--epochs", "2", "--quiet", "--output", folder,
                    "--letters", letters], check=True, cwd=ROOT)
    browser.get_log("browser")
    browser.get((folder / "report.html").as_uri())
    is_ready(browser)
    assert browser.find_elements("css selector", "img") == []
    assert "<img src=x onerror=alert(1)>" in browser.find_element("css selector", "h1").text
    assert "\u202e" not in browser.page_source
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_comparison(browser, run, tmp_path):
    small = tmp_path / "small"
    subprocess.run([OCR, "train", "small", "--epochs", "5", "--quiet", "--output", small],
                   check=True, cwd=ROOT)
    file = tmp_path / "compared.html"
    subprocess.run([OCR, "report", run, small, "--output", file], check=True, cwd=ROOT)
    browser.get(file.as_uri())
    is_ready(browser)
    tables = [cells(table) for table in browser.find_elements("css selector", "table")]
    for row, folder in zip(tables[0], [run, small]):
        record = json.loads((folder / "run.json").read_text())
        assert row[:3] == [str(folder), str(record["epochs_trained"]),
                           f"{record['final']['train']['loss']:.4f}"]
    settings = {row[0]: row[1:] for row in tables[1]}
    assert settings["epochs ≠"] == ["100", "5"] and settings["hidden"] == ["50", "50"]
    assert [len(rows) for rows in tables[2:]] == [100]
    assert axe_violations(browser) == []
