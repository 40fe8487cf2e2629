"""Today by the viewer's clock in the plan's time zone, or by the day in the address."""

from datetime import date
from pathlib import Path

import pytest
from selenium import webdriver

from groupplan import pipeline
from groupplan.model.formats import clock, hours, listed
from groupplan.model.plan import Plan
from groupplan.render import render
from groupplan.render.agenda import agenda
from groupplan.resources import shipped
from tests.browser.chromium import sized, tell
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
            assert page.text("#today .date") == "3 月 2 日 周二"
    finally:
        tell(page.browser, "Emulation.setTimezoneOverride", timezoneId="")


def test_a_day_shows_what_at_which_hour_by_whom(page: Page, camp: Plan) -> None:
    page.open("#day=2027-03-02")
    ones = [one.one for one in agenda(camp, date(2027, 3, 2)).entries if one.one]
    assert ones[-1].at is None
    assert page.texts("#today > .posts time") == [clock(one.at) if one.at else "当天内" for one in ones]
    expected = [camp.worded.text("tasks", one.task, "name") for one in ones]
    assert [name.split(" × ")[0] for name in names(page)] == expected
    assert any("林老师（讲师）" in text for text in page.texts("#today > .posts .what span"))


def test_a_day_says_how_much_it_is_as_the_command_does(page: Page, camp: Plan) -> None:
    found = agenda(camp, date(2027, 3, 8))
    keys = {one.piece.key for one in (*found.entries, *found.joining)}
    minutes = {
        one.role: sum(spent for task, spent in one.parts if task in keys)
        for one in camp.measures.days
        if one.day == found.day
    }
    people = {role.id: role.name for role in camp.settled.roles}
    each = [f"{people[role]} {hours(spent, 'zh-CN')}" for role, spent in minutes.items() if spent]
    page.open("#day=2027-03-08")
    count = len(found.entries)
    assert page.text("#today .said") == f"{count} 件事。要花的时间：{listed(each, 'zh-CN')}"


def test_a_day_tells_where_it_goes_what_to_fill_in_and_what_must_be_there(page: Page) -> None:
    page.open("#day=2027-03-08")
    lines = page.texts("#today > .posts .what span")
    assert "发到：21天晨读营 01 到 04，共 4 个群·发给：全体学员" in lines
    assert "发之前补上：【今天的材料或链接】" in lines
    assert any(line.startswith("做完要有：") for line in lines)
    assert any(line.endswith("·每群 3 分钟") for line in lines)


def test_search_and_filters_narrow_the_day(page: Page) -> None:
    page.open("#day=2027-03-08")
    everything = names(page)
    page.one("#find [name=q]").send_keys("zzqq")
    assert names(page) == []
    assert page.text("#today .said") == "这一天没有符合的事，换一天，或者少选一项。"
    page.open("#q=备课&day=2027-03-08")
    assert 0 < len(names(page)) < len(everything)
    assert all("备课" in name for name in names(page))
    assert page.text("#today .said").startswith(f"{len(names(page))} 件事")


def test_on_a_phone_the_search_stands_above_the_day(page: Page) -> None:
    sized(page.browser, 390)
    page.open("#day=2027-03-08")
    tops = page.run(
        "return ['#find', '#today'].map((one) => document.querySelector(one).getBoundingClientRect().top)"
    )
    assert tops[0] < tops[1]


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
        assert page.text("#today .date") == "3 月 1 日 周一"
        assert page.run("return location.hash") == "#day=2027-03-01"
        page.press("#today [data-step='0']")
        assert page.text("#today .date") == "3 月 10 日 周三"
        assert page.run("return location.hash") == ""


def test_an_odd_day_in_the_address_is_today(page: Page) -> None:
    with page.beforehand(at("2027-03-10T04:00Z")):
        for odd in ("2027-13-40", "x", "99999999-01-01", "%E4%BB"):
            page.open(f"#day={odd}")
            assert page.text("#today .date") == "3 月 10 日 周三"


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


def test_while_somebody_is_away_the_page_names_the_stand_in(quiet: webdriver.Chrome, tmp_path: Path) -> None:
    raw = (shipped("examples") / "study-camp" / "brief.yaml").read_text(encoding="utf-8")
    away = raw.replace("    hours_week: 36\n", "    hours_week: 36\n    away: [2027-03-09]\n")
    assert away != raw
    plan = pipeline.make(pipeline.load(away.encode(), "brief.yaml", tmp_path, tmp_path))
    place = tmp_path / "plan.html"
    place.write_text(render(plan, "html").body, encoding="utf-8", newline="\n")
    page = Page(quiet, place)
    for day, there, gone in (("2027-03-09", "小周", "小陈"), ("2027-03-10", "小陈", "")):
        page.open(f"#day={day}")
        who = [one.doer.name for one in agenda(plan, date.fromisoformat(day)).entries if one.doer]
        about = page.texts("#today > .posts .what b + span")
        assert len(about) == len(who) and all(name in text for name, text in zip(who, about, strict=True))
        assert there in who and gone not in who
