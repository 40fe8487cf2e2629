"""Today by the viewer's clock in the plan's time zone, or by the day in the address."""

from pathlib import Path

import pytest

from groupplan.model.formats import clock
from groupplan.model.plan import Plan
from groupplan.render import render
from tests.browser.chromium import tell
from tests.browser.page import Page


def at(moment: str) -> str:
    """The clock stands still at that moment."""
    return f"""const Real = Date; const still = Real.parse("{moment}");
    Date = class extends Real {{
      constructor(...given) {{ if (given.length) super(...given); else super(still) }}
      static now() {{ return still }}
    }}"""


def names(page: Page) -> list[str]:
    return page.texts("#today > .posts .what b")


def test_today_is_the_day_where_the_plan_is_not_where_the_viewer_is(page: Page) -> None:
    tell(page.browser, "Emulation.setTimezoneOverride", timezoneId="America/New_York")
    try:
        with page.beforehand(at("2027-03-01T16:30Z")):
            page.open()
            assert page.text("#today h2") == "今天"
            assert page.text("#today .date") == "3月2日周二"
    finally:
        tell(page.browser, "Emulation.setTimezoneOverride", timezoneId="")


def test_a_day_shows_what_at_which_hour_by_whom(page: Page, camp: Plan) -> None:
    page.open("#day=2027-03-02")
    ones = [one for one in camp.schedule.occurrences if str(one.day) == "2027-03-02"]
    assert page.texts("#today > .posts time") == [clock(one.at) if one.at else "当天" for one in ones]
    expected = [camp.worded.text("tasks", one.task, "name") for one in ones]
    assert [name.split(" × ")[0] for name in names(page)] == expected
    assert any("林老师（讲师）" in text for text in page.texts("#today > .posts .what span"))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2027-01-31T00:00Z", "计划还没开始：第一件事在"),
        ("2027-05-01T00:00Z", "计划已经结束，最后一天是"),
    ],
)
def test_before_and_after_the_plan_it_says_so(page: Page, moment: str, said: str) -> None:
    with page.beforehand(at(moment)):
        page.open()
        assert page.text("#today .said").startswith(said)
        assert names(page) == []


def test_days_are_turned_with_buttons_and_the_address_follows(page: Page) -> None:
    with page.beforehand(at("2027-03-10T04:00Z")):
        page.open("#day=2027-02-28")
        page.press("#today [data-step='1']")
        assert page.text("#today .date") == "3月1日周一"
        assert page.run("return location.hash") == "#day=2027-03-01"
        page.press("#today [data-step='0']")
        assert page.text("#today .date") == "3月10日周三"
        assert page.run("return location.hash") == ""


def test_an_odd_day_in_the_address_is_today(page: Page) -> None:
    with page.beforehand(at("2027-03-10T04:00Z")):
        for odd in ("2027-13-40", "x", "99999999-01-01", "%E4%BB"):
            page.open(f"#day={odd}")
            assert page.text("#today .date") == "3月10日周三"


def test_what_new_members_get_stands_there_with_its_words(page: Page, camp: Plan) -> None:
    page.open("#day=2027-03-04")
    told = [one for one in camp.schedule.touches if (one.task, 0) in camp.worded.messages]
    page.press("#today .touches summary")
    assert len(page.texts("#today .touches li")) == len(camp.schedule.touches)
    assert page.run("return document.querySelectorAll('#today .touches pre').length") == len(told)


def test_english_days_read_as_english(english: Page) -> None:
    english.open("#day=2027-03-15")
    assert english.text("#today .date") == "Mon 15 March"


def test_the_page_for_hosts_works_by_itself(page: Page, camp: Plan, tmp_path: Path) -> None:
    hosts = Page(page.browser, tmp_path / "host.html")
    hosts.path.write_text(render(camp, "host.html").body, encoding="utf-8", newline="\n")
    hosts.open("#day=2027-03-02")
    assert len(names(hosts)) > 10
    assert hosts.run("return document.querySelectorAll('#today > .posts pre').length") > 3
