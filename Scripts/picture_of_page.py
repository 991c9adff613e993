"""Makes docs/report.png, the picture of the page in README: a letter on the pad, read.

    swift run ocr train large && .venv/bin/python Scripts/picture_of_page.py runs/large/report.html

It needs Debian's chromium and chromium-driver, and Tests/Report/requirements.txt.
"""

import base64
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

PICTURE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "report.png"


def main():
    options = webdriver.ChromeOptions()
    for word in ["--headless=new", "--no-sandbox", "--window-size=1000,900", "--hide-scrollbars"]:
        options.add_argument(word)
    browser = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    browser.get(pathlib.Path(sys.argv[1]).resolve().as_uri())
    WebDriverWait(browser, 10).until(lambda b: b.find_elements("css selector", "html[data-ready]"))
    browser.execute_script(
        "document.dispatchEvent(new CustomEvent('letter', {detail: {set: 0, index: 20}}))")
    box = browser.find_element("id", "pad").rect
    picture = browser.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True,
        "clip": {"x": box["x"] - 12, "y": box["y"], "width": box["width"] + 24,
                 "height": min(box["height"], 740), "scale": 1}})
    browser.quit()
    PICTURE.write_bytes(base64.b64decode(picture["data"]))


if __name__ == "__main__":
    main()
