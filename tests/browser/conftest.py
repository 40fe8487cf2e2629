import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from selenium import webdriver

from groupplan import pipeline
from groupplan.model.plan import Plan
from groupplan.render import render
from tests.browser.chromium import Missing, log, opened, sized, tell
from tests.browser.page import Page

OWN = ("file:", "about:", "blob:", "data:", "chrome:")
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    try:
        with opened() as found:
            found.set_script_timeout(30)
            yield found
    except Missing as missing:
        pytest.fail(str(missing), pytrace=False)


@cache
def example(name: str) -> Plan:
    folder = EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    assert loaded.ok
    return pipeline.make(loaded)


@pytest.fixture(scope="session")
def camp() -> Plan:
    return example("study-camp")


@pytest.fixture(scope="session")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name in ("study-camp", "open-source"):
        found[name] = folder / f"{name}.html"
        found[name].write_text(render(example(name), "html").body, encoding="utf-8", newline="\n")
    return found


@pytest.fixture
def quiet(browser: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """A browser as new, which complains about nothing and asks nobody for anything."""
    sized(browser, 1280)
    tell(browser, "Storage.clearDataForOrigin", origin="file://", storageTypes="all")
    for kind in ("browser", "performance"):
        log(browser, kind)
    yield browser
    assert log(browser, "browser") == []
    assert [
        address
        for address in asked(browser)
        if not address.startswith(("file:", "about:", "blob:", "data:", "chrome:"))
    ] == []


def asked(browser: webdriver.Chrome) -> list[str]:
    """Every address that was asked for since the log was read last."""
    events = [json.loads(entry["message"])["message"] for entry in log(browser, "performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [str(one["request"]["url"]) for one in sent]


@pytest.fixture
def page(quiet: webdriver.Chrome, paths: dict[str, Path]) -> Page:
    """The study camp, not opened yet."""
    return Page(quiet, paths["study-camp"])


@pytest.fixture
def english(quiet: webdriver.Chrome, paths: dict[str, Path]) -> Page:
    return Page(quiet, paths["open-source"])
