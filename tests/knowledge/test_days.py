"""The shipped marketing days: in both languages, lunar ones where the calendar library puts them."""

from datetime import date

import pytest
from holidays.calendars.chinese import _ChineseLunisolar as Lunisolar

from groupplan.almanac import _days
from tests.briefs import make

DAYS = {one.id: one for one in _days("CN")}
LUNAR = {
    "spring_festival": Lunisolar.LUNAR_NEW_YEAR_DATES,
    "dragon_boat": Lunisolar.DRAGON_BOAT_DATES,
    "mid_autumn": Lunisolar.MID_AUTUMN_DATES,
}
SELLING = "platform: wecom\nlanguage: en\nkind: brand-fans\nhorizon: 120d\nopens: 2027-05-03\n"
OFFER = "offers: [{id: o, name: Tea, price: 99元, from: 2027-06-14, to: 2027-06-20, limit: 20}]\n"


@pytest.mark.parametrize("name", LUNAR)
def test_lunar_days_agree_with_the_library(name: str) -> None:
    assert {one.year: (one.month, one.day) for one in DAYS[name].dates} == {
        one.year: LUNAR[name][one.year] for one in DAYS[name].dates
    }


def test_the_lantern_festival_is_two_weeks_after_new_year() -> None:
    days = zip(DAYS["lantern"].dates, DAYS["spring_festival"].dates, strict=True)
    assert {(lantern - new_year).days for lantern, new_year in days} == {14}


def test_every_day_is_told_in_both_languages() -> None:
    texts = [text for one in DAYS.values() for text in (one.name, one.idea, one.care) if text]
    assert [text for text in texts if set(text) != {"zh-CN", "en"}] == []


def test_the_days_people_ask_about_are_there() -> None:
    assert {"mid_year", "double_eleven", "womens_day", "teachers_day", "term_autumn", "term_spring"} <= set(
        DAYS
    )


def test_a_plan_that_sells_is_offered_the_days_it_runs_through() -> None:
    from groupplan.render.days import falling

    found = falling(make(SELLING + OFFER))
    assert (date(2027, 6, 18), "mid_year") in [(day, one.id) for day, one in found]
    assert all(date(2027, 5, 3) <= day <= date(2027, 8, 30) for day, _ in found)


def test_a_plan_that_sells_nothing_is_shown_none() -> None:
    from groupplan.render import days
    from groupplan.render.words import Dictionary

    assert days.blocks(make(SELLING), Dictionary("en")) == ()
