"""A page as a person uses it: open, press, read, look into the clipboard."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import address, tell

SOON = 10.0


class Page:
    """One plan in the browser."""

    def __init__(self, browser: webdriver.Chrome, path: Path) -> None:
        self.browser, self.path = browser, path

    def open(self, part: str = "") -> "Page":
        """Anew: a change behind the hash alone would not load it."""
        self.browser.get("about:blank")
        self.browser.get(address(self.path, part))
        return self

    def all(self, what: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, what)

    def one(self, what: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, what)

    def text(self, what: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).textContent", what)).strip()

    def texts(self, what: str) -> list[str]:
        """What is shown of these."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
            ".map(e => e.textContent)",
            what,
        )
        return found

    def run(self, script: str, *given: object) -> Any:
        return self.browser.execute_script(script, *given)

    def press(self, what: str) -> None:
        self.run("document.querySelector(arguments[0]).click()", what)

    def click(self, what: str) -> None:
        """As a hand does it, which counts as the person's own act."""
        self.run(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})",
            what,
        )
        self.one(what).click()

    def choose(self, name: str, text: str) -> None:
        Select(self.one(f"#find [name={name}]")).select_by_visible_text(text)

    def until(self, script: str, *given: object) -> Any:
        """What a script returns, once it is something."""
        return WebDriverWait(self.browser, SOON, 0.02).until(lambda _: self.run(script, *given))

    def clipboard(self) -> str:
        script = "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done(String(e)))"
        return str(self.browser.execute_async_script(script))

    def ticked(self) -> list[str]:
        """The ids that this browser keeps for the plan."""
        found = self.run("return Object.values(localStorage)")
        return [str(one) for text in found for one in json.loads(text)]

    @contextmanager
    def beforehand(self, script: str) -> Iterator["Page"]:
        """A script that runs before the page's own on everything opened meanwhile."""
        mark = tell(self.browser, "Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]
        try:
            yield self
        finally:
            tell(self.browser, "Page.removeScriptToEvaluateOnNewDocument", identifier=mark)
