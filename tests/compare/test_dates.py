"""An opening that moves: who follows, who stays, what falls on other sorts of days."""

from datetime import date

from groupplan.model.comparison import Listed, Names
from tests.compare.plans import between, gap, kinds, only, plan


def test_those_that_follow_are_one_line() -> None:
    found = between("opens=2027-03-08", "closes=2027-03-28")
    opening = only(found, "opens-later")
    assert (gap(opening, "count"), opening.route) == (7, "opens")
    followers = gap(only(found, "follow"), "names")
    assert isinstance(followers, Names) and len(followers.all) > 10
    assert [change.kind for change in found.changes].count("follow") == 1


def test_a_lesson_with_its_own_date_stays() -> None:
    staying = gap(only(between("opens=2027-03-08", "closes=2027-03-28"), "stay"), "names")
    assert isinstance(staying, Names)
    assert any("Reading aloud" in name for name in staying.all)


def test_only_the_lesson_moves() -> None:
    found = between("lessons.l1.at=2027-03-11 20:00")
    moved = gap(only(found, "move-later"), "names")
    assert isinstance(moved, Names) and all("Reading aloud" in name or "lesson" in name for name in moved.all)
    assert "follow" not in kinds(found) and "opens-later" not in kinds(found)


def test_another_hour_is_said_with_both_hours() -> None:
    found = [change for change in between("lessons.l1.at=2027-03-09 19:00").changes if change.kind == "hour"]
    assert found
    assert all(change.before != change.after for change in found)


def test_make_up_days_and_days_off_are_named_once_they_are_hit() -> None:
    off = plan(after="calendar: {days_off: [2027-03-09]}\n")
    from groupplan.compare import compare

    change = only(compare(plan(), off), "falls-off")
    assert gap(change, "days") == Listed((date(2027, 3, 9),))
    worked = plan(after="calendar: {work_days: [2027-03-13]}\n")
    assert "falls-off" not in kinds(compare(plan(), worked))
    assert "falls-makeup" in kinds(compare(plan(), worked))
    assert "falls-makeup" not in kinds(compare(worked, plan()))


def test_another_length_is_said_with_its_last_day() -> None:
    change = only(between("closes=2027-03-28"), "length")
    assert gap(change, "closes") == date(2027, 3, 28)
