"""What the tests of the page share: a trained run, its page, and headless Chromium.

They need the built program, and Debian's chromium and chromium-driver:

    swift build && .venv/bin/python -m pytest Tests/Report
"""

import json
import os
import pathlib
import subprocess

import axe_selenium_python
import numpy as np
import pytest
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
OCR = pathlib.Path(os.environ.get("OCR", ROOT / ".build/debug/ocr"))


def pytest_addoption(parser):
    parser.addoption("--short", action="store_true",
                     help="of a test with parameters only the first case; the bits are all compared")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--short"):
        return
    seen = set()
    for item in list(items):
        if item.path.name != "test_twin.py" and (item.path, item.originalname) in seen:
            items.remove(item)
        seen.add((item.path, item.originalname))


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """The folder of a run of `ocr train large`, with its page."""
    folder = tmp_path_factory.mktemp("runs") / "large"
    subprocess.run([OCR, "train", "large", "--quiet", "--output", folder], check=True, cwd=ROOT)
    return folder


@pytest.fixture(scope="session")
def browser():
    options = webdriver.ChromeOptions()
    for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900",
                 "--force-device-scale-factor=1"]:
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser, run):
    """The browser at the page, freshly opened. Afterwards it has printed nothing on its console and
    asked for nothing."""
    url = (run / "report.html").as_uri()
    browser.get_log("browser"), browser.get_log("performance")
    browser.get(url)
    is_ready(browser)
    yield browser
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    assert requests(browser) - {url} == set()


def requests(browser):
    """The addresses that the browser asked for since its log was last read."""
    messages = (json.loads(entry["message"])["message"]
                for entry in browser.get_log("performance"))
    found = {m["params"]["request"]["url"] for m in messages
             if m["method"] == "Network.requestWillBeSent"}
    return {url for url in found if not url.startswith("data:")}


def is_ready(browser):
    """Waits until all parts of the page are started."""
    WebDriverWait(browser, 10).until(
        lambda driver: driver.find_elements("css selector", "html[data-ready]"))


def axe_violations(browser, part="html"):
    """What axe-core, which checks pages for accessibility, has against this one, or a part of it."""
    axe = axe_selenium_python.Axe(browser)
    axe.inject()
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]])
            for rule in axe.run(part)["violations"]]


def tensors(path):
    """The tensors of a file of safetensors, all of 64-bit numbers."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    header.pop("__metadata__", None)
    return {name: np.frombuffer(data[8 + size:][slice(*t["data_offsets"])], "<f8").reshape(t["shape"])
            for name, t in header.items()}
