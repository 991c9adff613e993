"""Makes docs/report.png, the picture of the page in README: a letter is written, and read.

    swift run ocr train large && .venv/bin/python Scripts/picture_of_page.py runs/large/report.html

It needs Debian's chromium and chromium-driver, and Tests/Report/requirements.txt.
"""

import base64
import math
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

PICTURE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "report.png"


def letter():
    """An a: around, and down at its right. Shares of the pad."""
    around = [0.1 * math.pi * k for k in range(21)]
    return ([(0.5 + 0.22 * math.cos(t), 0.5 - 0.17 * math.sin(t)) for t in around]
            + [(0.74, 0.36), (0.74, 0.5), (0.75, 0.68)])


def write(browser):
    """By mouse."""
    left, top, width, height = browser.execute_script("""
        document.getElementById('pad').scrollIntoView();
        const { left, top, width, height } =
          document.getElementById('pad-drawing').getBoundingClientRect();
        return [left, top, width, height];""")
    points = [(left + width * x, top + height * y) for x, y in letter()]
    kinds = ["mousePressed", *["mouseMoved"] * len(points), "mouseReleased"]
    for kind, (x, y) in zip(kinds, [points[0], *points, points[-1]]):
        browser.execute_cdp_cmd("Input.dispatchMouseEvent", {
            "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1})


def main():
    options = webdriver.ChromeOptions()
    for word in ["--headless=new", "--no-sandbox", "--window-size=1100,900", "--hide-scrollbars"]:
        options.add_argument(word)
    browser = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    browser.get(pathlib.Path(sys.argv[1]).resolve().as_uri())
    WebDriverWait(browser, 10).until(lambda b: b.find_elements("css selector", "html[data-ready]"))
    write(browser)
    x, y, width, height = browser.execute_script("""
        const { left, top } = document.querySelector('#pad .pad-board').getBoundingClientRect();
        const { right, bottom } = document.getElementById('pad').getBoundingClientRect();
        return [left + scrollX, top + scrollY, right - left, bottom - top];""")
    picture = browser.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True,
        "clip": {"x": x - 12, "y": y, "width": width + 24, "height": height + 12, "scale": 1}})
    browser.quit()
    PICTURE.write_bytes(base64.b64decode(picture["data"]))


if __name__ == "__main__":
    main()
