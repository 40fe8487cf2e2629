"""Everyone can use the page: by keyboard, with a screen reader, on a phone, in the dark, without a script."""

import base64
import io
import re
from pathlib import Path
from unicodedata import normalize

import pypdf
import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from groupplan.model.plan import Plan
from tests.browser.chromium import sized, tell
from tests.browser.page import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RUN = """const done = arguments[arguments.length - 1];
const told = ({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(n => `${n.target} ${n.failureSummary}`)}`;
axe.run({resultTypes: ["violations"], ...arguments[0]})
  .then(({violations}) => done(violations.map(told)), error => done([String(error)]))"""
OUTSIDE = """return [...document.querySelectorAll("body *")]
  .filter(e => e.checkVisibility() && !e.closest(".scroll, svg, .away, .skip"))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => `${e.tagName}.${e.className}`).slice(0, 5)"""
UNNAMED = """return [...document.querySelectorAll("button, input, select, svg[role=img]")]
  .filter(e => !e.ariaLabel && !e.textContent.trim() && !e.labels?.length)
  .filter(e => !e.hasAttribute("aria-labelledby"))
  .map(e => e.outerHTML)"""


def wrong(page: Page, *rules: str) -> list[str]:
    page.run(AXE)
    chosen = {"runOnly": list(rules)} if rules else {}
    found: list[str] = page.browser.execute_async_script(RUN, chosen)
    return found


def test_axe_finds_nothing(english: Page) -> None:
    english.open("#day=2027-03-15")
    english.press("#today .touches summary")
    english.press("#today details:not(.touches) summary")
    english.press("#today .why")
    assert wrong(english) == []


def test_axe_finds_nothing_on_a_phone_while_filtered(page: Page) -> None:
    sized(page.browser, 360)
    page.open("#stage=2&day=2027-03-02")
    assert wrong(page) == []


def test_words_stand_out_in_the_dark(english: Page) -> None:
    sized(english.browser, 1280, dark=True)
    english.open("#day=2027-03-15")
    assert wrong(english, "color-contrast") == []


@pytest.mark.parametrize("width", [360, 768, 1100, 1600])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nothing_sticks_out_of_the_window(page: Page, english: Page, language: str, width: int) -> None:
    sized(page.browser, width)
    page = english if language == "en" else page
    page.open("#day=2027-03-15")
    page.press("#today .why")
    page.press("table .why")
    page.run("document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert page.run(OUTSIDE) == []
    assert page.run("return document.documentElement.scrollWidth") <= width


def test_the_keyboard_alone_reaches_and_uses_everything(page: Page) -> None:
    page.open("#day=2027-03-02")

    def tab() -> str:
        ActionChains(page.browser).send_keys(Keys.TAB).perform()
        return str(
            page.run("const e = document.activeElement; return e.dataset.step ?? e.className ?? e.tagName")
        )

    assert tab() == "skip"
    reached = [tab() for _ in range(40)]
    assert {"-1", "0", "1", "tick", "why", "copy"} <= set(reached)
    assert page.run("return getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.run("document.querySelector('#today .tick').focus()")
    ActionChains(page.browser).send_keys(Keys.SPACE).perform()
    assert len(page.ticked()) == 1
    page.run("document.querySelector('[data-step=\"1\"]').focus()")
    ActionChains(page.browser).send_keys(Keys.ENTER).perform()
    assert page.text("#today .date") == "3 月 3 日 周三"


def test_landmarks_and_what_changes_are_told_to_a_screen_reader(page: Page) -> None:
    page.open("#day=2027-03-02")
    for landmark in ("main", "nav[aria-labelledby]", "form[role=search][aria-label]", "footer", "header"):
        assert page.all(landmark), landmark
    assert page.one("#find output").get_attribute("aria-live") == "polite"
    assert page.one(".status").get_attribute("role") == "status"
    assert page.run(UNNAMED) == []


def _printed(page: Page, pages: str = "") -> list[str]:
    made = tell(
        page.browser, "Page.printToPDF", preferCSSPageSize=True, printBackground=True, pageRanges=pages
    )
    sheets = pypdf.PdfReader(io.BytesIO(base64.b64decode(str(made["data"])))).pages
    size = sheets[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (595, 842)
    return ["".join(normalize("NFKC", one.extract_text()).split()) for one in sheets]


def test_it_prints_on_a4_with_page_numbers_and_without_what_only_a_screen_needs(page: Page) -> None:
    page.open("#day=2027-03-02")
    first, second = _printed(page, "1-2")
    assert re.search(r"1/\d+", first) and re.search(r"2/\d+", second)
    assert "目标与数字" in first and "导出打勾记录" not in first and "前一天" not in first


def test_heads_of_tables_come_again_on_every_sheet_of_paper(page: Page) -> None:
    page.open("#stage=1")
    sheets = _printed(page)
    assert len([one for one in page.all("table[class*=t-tasks-]") if one.is_displayed()]) == 1
    assert sum("任务与产出" in text for text in sheets) >= 2


def test_no_row_is_cut_by_the_end_of_a_page(page: Page) -> None:
    page.open()
    tell(page.browser, "Emulation.setEmulatedMedia", media="print")
    cut = page.run(
        "return [...document.querySelectorAll('tr, figure, .words, .cards div')]"
        ".filter(e => getComputedStyle(e).breakInside !== 'avoid').length"
    )
    heads = page.run(
        "return [...document.querySelectorAll('thead')]"
        ".filter(e => getComputedStyle(e).display !== 'table-header-group').length"
    )
    tell(page.browser, "Emulation.setEmulatedMedia", media="")
    assert (cut, heads) == (0, 0)


def test_without_a_script_everything_is_there_in_order(page: Page, camp: Plan) -> None:
    tell(page.browser, "Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open()
        shown = page.run("return [...document.querySelectorAll('main > section')].map(e => e.id)")
        said = "".join(page.texts("main > section"))
        buttons = page.all("#today, #find, button, input")
    finally:
        tell(page.browser, "Emulation.setScriptExecutionDisabled", value=False)
    assert shown[0] == "summary" and len(shown) == 20 and buttons == []
    names = {camp.worded.text("tasks", one.task, "name") for one in camp.schedule.occurrences}
    assert [name for name in names if name not in said] == []
    texts = {message.skeleton or message.text: message.text for message in camp.worded.messages.values()}
    assert sum(text in said for text in texts.values()) > len(texts) // 2
