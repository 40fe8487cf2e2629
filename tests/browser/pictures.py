"""Photographs of the examples' pages to look at: ``python -m tests.browser.pictures FOLDER``."""

import base64
import sys
from collections.abc import Iterator
from pathlib import Path

from selenium import webdriver

from groupplan.render import render
from tests.browser.chromium import address, opened, sized, tell
from tests.browser.conftest import example

DAYS = {"study-camp": "#day=2027-03-02", "open-source": "#day=2027-03-15"}
PLACES = ("top", "goals", "team", "activate", "scripts", "calendar", "recruit-posters", "recruit-paths")
SHOTS = (("wide", 1600, 1200, False), ("dark", 1280, 1200, True), ("phone", 360, 1400, False))


def pictures(browser: webdriver.Chrome, folder: Path, name: str) -> Iterator[Path]:
    """One for every place at every width, and the printed plan."""
    page = folder / f"{name}.html"
    page.write_text(render(example(name), "html").body, encoding="utf-8", newline="\n")
    for kind, width, height, dark in SHOTS:
        sized(browser, width, height, dark=dark)
        browser.get("about:blank")
        browser.get(address(page, DAYS[name]))
        for place in PLACES:
            found = browser.execute_script(
                "const e = document.getElementById(arguments[0]);"
                "e?.scrollIntoView({behavior: 'instant'}); return Boolean(e)",
                place,
            )
            if found:
                yield _kept(folder / f"{name}.{kind}.{place}.png", browser.get_screenshot_as_png())
    printed = tell(browser, "Page.printToPDF", preferCSSPageSize=True, printBackground=True)
    yield _kept(folder / f"{name}.print.pdf", base64.b64decode(str(printed["data"])))


def _kept(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with opened() as browser:
        for name in DAYS:
            for path in pictures(browser, folder, name):
                sys.stdout.write(f"{path}\n")
