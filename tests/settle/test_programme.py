"""Days, windows, offers, lessons and money with the values the brief leaves open."""

from datetime import date
from decimal import Decimal

from groupplan.model.money import Money
from groupplan.model.plan import Plan
from groupplan.model.windows import Window
from tests.briefs import alone

ONGOING = "horizon: 90d\n"
OFFERS = """offers:
  - {id: early, name: Early, from: 2027-03-20, to: 2027-03-25}
  - {id: late, name: Late, from: 2027-05-01, to: 2027-05-03}
"""


def window(plan: Plan, stage: str) -> Window:
    return plan.schedule.windows[stage]


def test_a_horizon_counts_the_opening_day() -> None:
    settled = alone("horizon: 7d").settled
    assert (settled.closes, settled.days, settled.ongoing) == (date(2027, 3, 7), 7, True)


def test_without_an_end_the_usual_horizon_is_planned() -> None:
    assert alone("closes: ~").settled.closes == date(2027, 5, 29)


def test_an_ongoing_group_converts_while_it_has_offers() -> None:
    plan = alone(ONGOING + OFFERS)
    assert window(plan, "convert") == Window(date(2027, 3, 20), date(2027, 5, 3))


def test_an_ongoing_group_without_offers_converts_at_the_end_of_the_plan() -> None:
    assert window(alone(ONGOING), "convert").last == date(2027, 5, 29)


def test_an_ongoing_group_recruits_activates_and_refers_throughout() -> None:
    plan = alone(ONGOING)
    assert {window(plan, stage).last for stage in ("recruit", "activate", "refer")} == {date(2027, 5, 29)}


def test_a_group_that_closes_converts_in_its_last_third_whatever_it_offers() -> None:
    assert window(alone(OFFERS.partition("  - {id: late")[0]), "convert") == Window(
        date(2027, 3, 15), date(2027, 3, 21)
    )


def test_the_brief_overrides_a_window() -> None:
    plan = alone(ONGOING + OFFERS + "stages: {convert: {from: 2027-04-01, to: 2027-04-02}}")
    assert window(plan, "convert") == Window(date(2027, 4, 1), date(2027, 4, 2))


def test_half_an_override_keeps_the_other_half() -> None:
    plan = alone(ONGOING + OFFERS + "stages: {convert: {from: 2027-04-01}}")
    assert window(plan, "convert") == Window(date(2027, 4, 1), date(2027, 5, 3))


def test_an_offer_without_dates_runs_a_week_from_the_start_of_converting() -> None:
    offer = alone("offers: [{id: course, name: Course}]").settled.offers[0]
    assert (offer.first, offer.last) == (date(2027, 3, 15), date(2027, 3, 21))


def test_an_offer_that_only_ends_never_ends_before_it_begins() -> None:
    offer = alone("offers: [{id: course, name: Course, to: 2027-03-05}]").settled.offers[0]
    assert (offer.first, offer.last) == (date(2027, 3, 5), date(2027, 3, 5))


def test_a_group_with_members_needs_no_seeds() -> None:
    assert alone("members_now: 40").settled.seeds_count == 0
    assert alone("members_now: 40\nseeds: {count: 5}").settled.seeds_count == 5


def test_a_fee_means_that_one_pays_to_enter() -> None:
    settled = alone("entry: {fee: USD 12}").settled
    assert (settled.entry_mode, settled.fee) == ("fee", Money(Decimal(12), "USD"))


def test_a_campaign_group_is_as_large_as_the_platform_lets_codes_fill_it() -> None:
    settled = alone("platform: wecom\ngroups: [{id: rush, kind: campaign}]").settled
    limit = settled.pack.limit("code_joins")
    assert limit is not None and settled.groups[0].size == limit.value


def test_money_without_a_currency_takes_that_of_the_budget() -> None:
    settled = alone("budget: {total: EUR 100, tools: 5}\ntools: [{name: Bot, cost: 7}]").settled
    assert settled.purse.currency == "EUR"
    assert settled.purse.tools == Money(Decimal(5), "EUR")
    assert settled.tools[0].cost == Money(Decimal(7), "EUR")


def test_the_first_lesson_is_the_earliest_however_they_are_listed() -> None:
    lessons = """lessons:
  - {id: b, title: Second, at: "2027-03-09 20:00"}
  - {id: a, title: First, at: "2027-03-02 20:00"}"""
    assert alone(lessons).settled.names["first_lesson.title"] == "First"


def test_the_main_group_is_the_open_one_however_they_are_listed() -> None:
    names = alone(
        "groups: [{id: team, kind: staff, size: 9}, {id: main, name: Hall, size: 90}]"
    ).settled.names
    assert (names["group_name"], names["group_size"]) == ("Hall", 90)


def test_a_single_goal_is_the_primary_one_without_saying_so() -> None:
    assert alone("goals: [{id: many, metric: joined}]").settled.goals[0].primary
    two = "goals: [{id: many, metric: joined}, {id: more, metric: members, primary: true}]"
    assert [goal.primary for goal in alone(two).settled.goals] == [False, True]
