"""When each stage begins and ends."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.choices import STAGES
from groupplan.model.windows import PREPARE_DAYS, REVIEW_DAYS, Window, default_windows, windows

OPENS = date(2027, 3, 1)
DAYS = st.integers(1, 731)
DATES = st.dates(date(2026, 12, 1), date(2027, 12, 31))
IN_ORDER = ("prepare", "recruit", "activate", "retain", "convert", "review")


def on(day: int) -> date:
    return OPENS + timedelta(days=day)


def test_defaults_of_twenty_one_days() -> None:
    assert default_windows(OPENS, on(20), ongoing=False) == {
        "prepare": Window(on(-14), on(-1)),
        "recruit": Window(on(-7), on(4)),
        "activate": Window(on(0), on(7)),
        "retain": Window(on(3), on(20)),
        "convert": Window(on(14), on(20)),
        "refer": Window(on(7), on(20)),
        "review": Window(on(21), on(27)),
    }


def test_an_ongoing_group_goes_on_recruiting_activating_and_referring() -> None:
    found = default_windows(OPENS, on(89), ongoing=True)
    assert {found[stage].last for stage in ("recruit", "activate", "retain", "convert", "refer")} == {on(89)}


@given(st.dates(date(1901, 1, 1), date(2990, 1, 1)), DAYS, st.booleans())
def test_default_windows_are_ordered_inside_the_plan_and_never_empty(
    opens: date, days: int, ongoing: bool
) -> None:
    closes = opens + timedelta(days=days - 1)
    found = default_windows(opens, closes, ongoing=ongoing)
    assert list(found) == list(STAGES)
    starts = [found[stage].first for stage in IN_ORDER]
    assert starts == sorted(starts)
    assert found["activate"].first <= found["refer"].first <= found["review"].first
    span = Window(opens - timedelta(days=PREPARE_DAYS), closes + timedelta(days=REVIEW_DAYS))
    for window in found.values():
        assert window.days >= 1
        assert span.holds(window.first) and span.holds(window.last)
    assert found["review"].first > closes


@given(DAYS, st.dictionaries(st.sampled_from(list(STAGES)), st.tuples(st.none() | DATES, st.none() | DATES)))
def test_what_the_brief_overrides_holds_and_no_window_is_empty(
    days: int, given_: dict[str, tuple[date | None, date | None]]
) -> None:
    base = default_windows(OPENS, on(days - 1), ongoing=False)
    found = windows(base, given_)
    for stage, window in found.items():
        first, last = given_.get(stage, (None, None))
        assert window.days >= 1
        assert first is None or window.first == first
        assert last is None or window.last == max(last, first or last)
        assert stage in given_ or window == base[stage]


def test_a_window_holds_its_first_and_its_last_day() -> None:
    window = Window(on(0), on(2))
    assert [window.holds(on(day)) for day in (-1, 0, 1, 2, 3)] == [False, True, True, True, False]
    assert window.days == 3
