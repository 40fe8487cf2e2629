"""Ticks stay in the browser, go out as a small file and come back from one."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from selenium.webdriver.common.by import By

from groupplan.model.plan import Plan
from groupplan.render import render
from tests.browser.chromium import tell
from tests.browser.page import Page

DAY = "#day=2027-03-04"
FIRST = "#today > .posts .tick"
ONCE = "#today > .posts li:last-child .tick"
"""A task of this day alone."""
BLOCKED = """Object.defineProperty(window, "localStorage",
  {get() { throw new DOMException("no", "SecurityError") }})"""


def count(page: Page) -> int:
    return len(page.all(".tick:checked"))


def imported(page: Page, path: Path, given: object) -> str:
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    page.run("document.querySelector('.status').textContent = ''")
    page.browser.find_element(By.CSS_SELECTOR, "#today input[type=file]").send_keys(str(path))
    return str(page.until("return document.querySelector('.status').textContent"))


def test_a_tick_is_there_after_reload_at_every_place_of_its_task(page: Page) -> None:
    page.open(DAY).press(ONCE)
    [kept] = page.ticked()
    before = count(page)
    assert before >= 2
    page.open(DAY)
    assert page.ticked() == [kept]
    assert count(page) == before
    assert page.text("#today .progress").endswith("已打勾 1 项")
    page.press(ONCE)
    assert page.ticked() == []


def test_a_task_of_many_days_is_ticked_in_part_and_as_a_whole(page: Page) -> None:
    page.open(DAY)
    task = page.run(
        "return [...document.querySelectorAll('table[class*=t-tasks-] tr[data-t]')]"
        ".find(row => row.cells[1].textContent.startsWith('每天')).dataset.t"
    )
    row = f"table[class*=t-tasks-] tr[data-t='{task}'] .tick"
    page.press(row)
    many = len(page.ticked())
    assert many > 5
    page.press(f"[data-t^='{task}/'] .tick")
    assert len(page.ticked()) < many
    assert page.run("return document.querySelector(arguments[0]).indeterminate", row)


def test_ticks_survive_a_new_version_of_the_plan(page: Page, camp: Plan, tmp_path: Path) -> None:
    page.open(DAY).press(FIRST)
    later = replace(camp, settled=replace(camp.settled, revision=2))
    other = Page(page.browser, tmp_path / "again.html")
    other.path.write_text(render(later, "html").body, encoding="utf-8", newline="\n")
    other.open(DAY)
    assert other.one(FIRST).is_selected()


def test_ticks_go_out_as_a_file_and_come_back_from_it(page: Page, tmp_path: Path) -> None:
    tell(page.browser, "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    page.open(DAY).press(FIRST)
    kept = page.ticked()
    page.press("#today .export")
    made = tmp_path / "21天晨读营.ticks.json"
    page.until("return true" if made.exists() else "return performance.now() > 0")
    wait = iter(range(2000))
    while not made.exists() and next(wait, None) is not None:
        page.run("return 1")
    given = json.loads(made.read_text(encoding="utf-8"))
    assert given == {"groupplan": 1, "plan": "21天晨读营", "opens": "2027-03-01", "done": kept}
    page.run("localStorage.clear()")
    page.open(DAY)
    assert count(page) == 0
    assert (
        imported(page, tmp_path / "in.json", given) == "导入了 1 个勾；另有 0 个，这份计划里已经没有那些事。"
    )
    assert page.ticked() == kept
    assert page.one(FIRST).is_selected()


@pytest.mark.parametrize(
    "given",
    [
        "not json {",
        "[]",
        "null",
        {"groupplan": 2, "plan": "21天晨读营", "done": []},
        {"groupplan": 1, "plan": "21天晨读营", "done": [1]},
        {"groupplan": 1, "plan": "21天晨读营", "done": ["x" * 400]},
        " " * 1_100_000,
    ],
    ids=["text", "list", "null", "version", "numbers", "long", "large"],
)
def test_what_is_no_file_of_ticks_changes_nothing(page: Page, tmp_path: Path, given: object) -> None:
    page.open(DAY)
    assert imported(page, tmp_path / "in.json", given) == "这不是打勾记录，什么都没动。"
    assert page.ticked() == []


def test_the_ticks_of_another_plan_are_refused_by_name(page: Page, tmp_path: Path) -> None:
    page.open(DAY)
    given = {"groupplan": 1, "plan": "<b>Tidewater</b>", "opens": "2027-03-01", "done": ["x/1"]}
    said = imported(page, tmp_path / "in.json", given)
    assert said == "这份记录是「<b>Tidewater</b>」的，不是「21天晨读营」的，什么都没动。"
    assert page.ticked() == []


def test_ids_a_plan_does_not_have_are_counted_and_left_out(page: Page, tmp_path: Path) -> None:
    page.open(DAY)
    given = {"groupplan": 1, "plan": "21天晨读营", "opens": "2026-01-01", "done": ["gone/1", "__proto__/1"]}
    assert imported(page, tmp_path / "in.json", given).startswith("导入了 0 个勾；另有 2 个")


def test_without_storage_ticks_last_as_long_as_the_visit_and_it_says_so(page: Page) -> None:
    with page.beforehand(BLOCKED):
        page.open(DAY).press(FIRST)
        assert page.one(FIRST).is_selected()
        assert page.text(".status").startswith("浏览器不让保存")
        page.press("#today [data-step='1']")
        page.press("#today [data-step='-1']")
        assert page.one(FIRST).is_selected()


def test_points_of_checklists_can_be_ticked_too(page: Page) -> None:
    page.open().press("ul.ticks .tick")
    assert page.ticked()[0].startswith(":")
    page.open()
    assert page.one("ul.ticks .tick").is_selected()
