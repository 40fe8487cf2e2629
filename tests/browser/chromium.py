"""A real browser for the tests of the page: one a session, without window, network or memory of its own."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DRIVERS = ("chromedriver", "chromium.chromedriver")
MISSING = (
    "the tests of the HTML plan need Chromium and its driver: "
    "on Debian or Ubuntu, apt install chromium chromium-driver"
)
ARGUMENTS = (
    *("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "hide-scrollbars"),
    *("disable-background-networking", "disable-component-update", "disable-sync", "disable-dev-shm-usage"),
    *("no-default-browser-check", "window-size=1280,900", "lang=en-GB"),
)


class Missing(Exception):
    """No browser is installed; the words say how to get one."""


def first(names: Sequence[str], path: str | None = None) -> str:
    """The first of the programs that is installed."""
    found = next((place for name in names if (place := shutil.which(name, path=path))), None)
    if found is None:
        raise Missing(MISSING)
    return found


@contextmanager
def opened() -> Iterator[webdriver.Chrome]:
    """A browser with an empty profile, which is gone afterwards."""
    browser, driver = first(BROWSERS), first(DRIVERS)
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = browser
        for argument in (*ARGUMENTS, f"user-data-dir={profile}"):
            options.add_argument(f"--{argument}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        found = webdriver.Chrome(options=options, service=Service(driver))
        try:
            yield found
        finally:
            found.quit()


def tell(browser: webdriver.Chrome, command: str, **given: object) -> Mapping[str, object]:
    """A command of the browser's own protocol."""
    answer: Mapping[str, object] = browser.execute_cdp_cmd(command, given)
    return answer


def log(browser: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """What was written since the last look: ``browser`` for the console, ``performance`` for the network."""
    found: list[dict[str, Any]] = browser.get_log(kind)  # type: ignore[no-untyped-call]
    return found


def sized(browser: webdriver.Chrome, width: int, height: int = 900, *, dark: bool = False) -> None:
    """A window of that size in points; light unless said otherwise."""
    tell(
        browser,
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=width < 600,
    )
    scheme = "dark" if dark else "light"
    tell(browser, "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])


def address(page: Path, part: str = "") -> str:
    """The address of a file, with what stands behind the hash."""
    return page.resolve().as_uri() + part


if __name__ == "__main__":
    try:
        first(BROWSERS), first(DRIVERS)
    except Missing as missing:
        sys.exit(str(missing))
