"""Where repeating begins and ends, and what each time has."""

from datetime import date, time

from tests.schedule.dated import days, occurrences


def test_without_anchors_it_repeats_through_its_stage() -> None:
    found = days("{every: day}", rest="stage: activate")
    assert (found[0], found[-1]) == (date(2027, 3, 1), date(2027, 3, 8))


def test_until_may_name_the_end_of_another_stage() -> None:
    assert days("{every: week, on: [sun], from: opens, until: retain.end}")[-1] == date(2027, 3, 21)


def test_until_before_from_leaves_nothing() -> None:
    assert days("{every: day, from: closes, until: opens}") == []


def test_occurrences_are_numbered_in_their_order() -> None:
    found = occurrences("{every: week, on: [mon, thu], from: opens, until: closes}")
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]


def test_every_occurrence_has_the_hour_of_the_task() -> None:
    assert {one.at for one in occurrences('{every: day, time: "10:15"}')} == {time(10, 15)}


def test_an_hour_of_the_rhythm_is_that_of_the_brief() -> None:
    brief = 'cadence: {daily_posts: [{at: "06:10", what: news}]}'
    assert {one.at for one in occurrences("{every: day, time: cadence.news}", brief)} == {time(6, 10)}
