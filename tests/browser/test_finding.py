"""Filters and search: what matches stays, it is counted, and the address keeps what was asked."""

from datetime import date, timedelta

from groupplan.model.plan import Plan
from tests.browser.page import Page

ROWS = "table[class*=t-tasks-] tr[data-t]"
DAYS = ".t-week tr[data-t]"


def hits(page: Page, what: str) -> int:
    """Shown ones; the filter's word for it is compared with what the eye sees."""
    shown, marked = len(page.texts(what)), len(page.all(f"{what}[data-hit]"))
    assert shown == marked
    return shown


def test_nothing_asked_everything_stands(page: Page) -> None:
    page.open()
    assert len(page.texts(ROWS)) == len(page.all(ROWS)) > 100
    assert len(page.texts("main > section")) == 21
    assert page.text("#find output") == ""


def test_a_person_sees_her_own_tasks_days_and_words(page: Page, camp: Plan) -> None:
    page.open().choose("who", "林老师")
    mine = {
        piece.key
        for piece in camp.outline.tasks
        if (role := camp.settled.doer(piece.item.duty or "", piece.owner)) and role.name == "林老师"
    }
    dated = {one.task for one in camp.schedule.occurrences} | {one.task for one in camp.schedule.touches}
    assert hits(page, ROWS) == len(mine & dated)
    assert all("林老师" in text for text in page.texts(DAYS))
    assert page.run("return location.hash").startswith("#who=p")


def test_a_duty_a_stage_a_kind_and_a_week_narrow_it_down(page: Page, camp: Plan) -> None:
    page.open()
    page.choose("stage", page.text("#activate > h2").split(". ")[1])
    stage = hits(page, ROWS)
    activate = [piece for piece in camp.outline.tasks if piece.item.stage == "activate"]
    shown = {one.task for one in camp.schedule.occurrences} | {one.task for one in camp.schedule.touches}
    assert stage == len([piece for piece in activate if piece.key in shown])
    page.choose("kind", "发布")
    posts = hits(page, ROWS)
    assert 0 < posts < stage
    monday = date(2027, 3, 1)
    page.run(
        "const list = document.querySelector('[name=week]');"
        "list.value = [...list.options].find(o => o.textContent.startsWith('3 月 1 日 –')).value;"
        "list.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    week = {monday + timedelta(days=n) for n in range(7)}
    expected = {
        one.task
        for one in camp.schedule.occurrences
        if one.day in week
        and camp.outline.task(one.task).item.stage == "activate"
        and camp.outline.task(one.task).item.kind == "post"
    }
    assert hits(page, ROWS) == len(expected)


def test_search_finds_tasks_and_scripts_whatever_the_width_of_letters(page: Page) -> None:
    page.open().one("#find [name=q]").send_keys("红包")
    found = page.texts("figure.words")
    assert found and hits(page, "figure.words") == len(found)
    assert all("红包" in text for text in page.texts(ROWS))
    assert "项任务" in page.text("#find output")
    page.open("#q=%EF%BC%91%EF%BC%90+%E5%88%86%E9%92%9F")
    assert hits(page, ROWS) > 0


def test_what_was_asked_comes_back_with_the_address_and_with_it_goes(page: Page) -> None:
    page.open("#q=%E7%BA%A2%E5%8C%85&day=2027-03-03")
    assert page.one("#find [name=q]").get_attribute("value") == "红包"
    assert page.text("#today .date") == "3 月 3 日 周三"
    assert hits(page, ROWS) < 20
    page.press("#find [type=reset]")
    page.until("return !document.body.classList.contains('sift')")
    assert page.run("return location.hash") == "#day=2027-03-03"
    assert len(page.texts(ROWS)) > 100


def test_a_way_into_the_plan_shows_the_plan_as_a_whole(page: Page) -> None:
    page.open("#q=%E7%BA%A2%E5%8C%85").press("nav a[href='#risks']")
    page.until("return !document.body.classList.contains('sift')")
    assert page.one("#risks").is_displayed()


def test_nothing_found_is_said(page: Page) -> None:
    page.open("#q=%F0%9F%A6%84%F0%9F%A6%84")
    assert page.text("#find output") == "没有符合的，换个词或少选一项试试。"
    assert page.texts("main > section:not(#today)") == []


def test_odd_answers_in_the_address_do_no_harm(page: Page) -> None:
    page.open()
    for odd in ("who=p99", "who=__proto__", "stage=x&kind=-1", "week=1e9", "q=%", "%%%=", "q=" + "%28" * 500):
        page.run("location.hash = arguments[0]", odd)
        page.until("return document.querySelector('#today .date').textContent")


def test_why_something_is_here_is_told_beside_it(page: Page, camp: Plan) -> None:
    page.open()
    page.press(f"{ROWS} .why")
    told = page.text(f"{ROWS} .told")
    mark = page.one(ROWS).get_attribute("data-t")
    piece = camp.outline.tasks[int(str(mark))]
    assert f"{piece.trace.book}·{piece.key}" in told
    page.press(f"{ROWS} .why")
    assert page.all(f"{ROWS} .told") == []
    page.press("#scripts figure.words .why")
    script = next(iter(page.texts("#scripts figure.words .told")))
    assert any(f"{one.trace.book}·{one.key}" in script for one in camp.outline.scripts)
