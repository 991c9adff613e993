"""The page of `ocr check --report`: what it says, and whether everybody can read it.

Pages of wrong layers come from the Swift tests, which have some: `swift build --build-tests`.
"""

import os
import re
import subprocess

import numpy as np
import pytest
from axe_selenium_python import Axe
from conftest import OCR, ROOT, requests
from selenium.webdriver.common.by import By

NUMBER = r"([^<]*)"
ROW = re.compile(
    r'<tr[^>]*><th scope="row">∂b\[(\d),(\d)\]/∂a\[(\d),(\d)\]</th>'
    + "".join(rf"<td>{NUMBER}</td>" for _ in range(5)))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check")
    right, wrong = folder / "right.html", folder / "wrong.html"
    subprocess.run([OCR, "check", "--report", right], check=True, cwd=ROOT)
    subprocess.run(
        ["swift", "test", "--skip-build", "--filter", "CheckPageTests/pageForTheBrowser"],
        env={**os.environ, "LAYERS_CHECK_PAGE": str(wrong)}, check=True, cwd=ROOT)
    return {"right": right, "wrong": wrong}


@pytest.fixture(params=["right", "wrong"])
def page(browser, pages, request):
    """The browser at a page with all tables open. It prints nothing and asks for nothing."""
    yield from opened(browser, pages[request.param])


@pytest.fixture
def wrong(browser, pages):
    yield from opened(browser, pages["wrong"])


def opened(browser, file):
    browser.get_log("browser"), browser.get_log("performance")
    browser.get(file.as_uri())
    browser.execute_script("for (const d of document.querySelectorAll('details')) d.open = true;")
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    assert requests(browser) - {file.as_uri()} == set()


def resize(browser, width):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})


def violations(browser):
    axe = Axe(browser)
    axe.inject()
    found = axe.run()
    assert found["passes"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]]


def test_axe_finds_nothing(page):
    """In either theme. Its time grows with the square of a table's rows: the first ones are enough."""
    page.execute_script(
        "for (const row of document.querySelectorAll('tbody tr:nth-child(n + 40)')) row.remove();")
    for _ in range(2):
        assert violations(page) == []
        page.find_element(By.ID, "theme").click()


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_page_is_not_wider_than_the_window(page, width):
    resize(page, width)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    # What is wider scrolls by itself, also by keyboard.
    boxes = page.execute_script(
        "return [...document.querySelectorAll('.scrolls')]"
        ".filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.tabIndex)")
    assert set(boxes) <= {0}


def test_wrong_squares_are_outlined(wrong):
    parts = wrong.find_elements(By.CSS_SELECTOR, "#layer-1 .maps figure")
    counts = [len(part.find_elements(By.CSS_SELECTOR, ".outline")) for part in parts]
    assert counts == [0, 0, 6]  # of a sigmoid, whose Jacobian is a diagonal
    outline = parts[2].find_element(By.CSS_SELECTOR, ".outline")
    ink = wrong.execute_script("return getComputedStyle(document.documentElement).color")
    assert outline.value_of_css_property("stroke") == ink
    assert outline.value_of_css_property("fill") == "none"
    assert len(parts[2].find_elements(By.CSS_SELECTOR, ".worst")) == 1


def test_right_squares_are_not(browser, pages):
    browser.get(pages["right"].as_uri())
    assert len(browser.find_elements(By.CSS_SELECTOR, ".maps figure")) == 30
    assert browser.find_elements(By.CSS_SELECTOR, ".outline, .worst, .not-finite") == []


def test_squares_have_the_theme_s_colours(wrong):
    def fills():
        return [wrong.find_element(By.CSS_SELECTOR, f".maps .{name}").value_of_css_property("fill")
                for name in ("positive", "negative", "beyond", "within")]
    before = fills()
    wrong.find_element(By.ID, "theme").click()
    assert len(set(before)) > 2 and all(a != b for a, b in zip(before, fills()))


def test_equal_values_have_equal_colours(wrong):
    """One scale for backward and differences: opacity is the share of the largest of both."""
    section = wrong.find_element(By.ID, "layer-2").get_attribute("innerHTML")
    squares = re.findall(
        r'class="(\w+)"[^>]*fill-opacity="([^"]*)"><title>(∂b[^ ]*) = ([^<]*)</title>', section)
    values = np.array([float(value) for *_, value in squares])
    shares = np.array([float(share) for _, share, *_ in squares])
    assert len(squares) > 20
    assert np.abs(shares - np.abs(values) / np.abs(values).max()).max() < 1e-3
    assert all((name == "positive") == (float(value) > 0) for name, _, _, value in squares)


def test_softmax_has_its_jacobian(pages):
    """∂b[k]/∂a[i] = b[k] (δ[k,i] − b[i]), row by row, at the point that the table shows."""
    section = pages["right"].read_text().split('id="layer-3"')[1].split("</section>")[0]
    rows = ROW.findall(section)
    assert len(rows) == 36
    a = np.full((2, 3), np.nan)
    for _, _, i, j, at, *_ in rows:
        a[int(i), int(j)] = float(at)
    b = np.exp(a) / np.exp(a).sum(axis=1, keepdims=True)
    for k, m, i, j, _, backward, differences, error, verdict in rows:
        k, m, i, j = int(k), int(m), int(i), int(j)
        right = b[k, m] * ((m == j) - b[i, j]) if k == i else 0
        assert abs(float(backward) - right) < 1e-15
        assert abs(float(differences) - right) < 1e-9
        assert float(error) < 1e-9 and verdict == ""
