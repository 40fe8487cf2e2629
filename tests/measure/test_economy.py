"""Payouts, margins, cost per head: by hand, and nothing divided by nothing."""

from datetime import date
from decimal import Decimal

import pytest

from groupplan.model.economics import Amounts, Economy, Head, Margin, Payout
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from tests.briefs import alone
from tests.schedule.dated import task

PEOPLE = """seeds: {count: 0}
assumptions: {scan_rate: 100%, join_rate: 100%, pay_rate: 10%..30%, retained_d30: 50%}
channels: [{id: mail, reach: 200, cost: 300}]
"""
OFFER = "offers: [{id: course, name: Course, price: 50, from: 2027-03-15, to: 2027-03-19%s}]\n"
REFER = """seeds: {count: 0}
channels: [{id: mail, reach: 1000}]
history: {reach: 1000, scanned: 1000, joined: 1000, referred: 100}
referral: {reward: Sticker, value: 2%s}
"""


def economy(brief: str, *tasks: str) -> Economy:
    return alone(brief, "tasks:\n" + "".join(tasks) if tasks else "tasks: []").measures.economy


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def margin(rest: str = "", brief: str = PEOPLE) -> Margin:
    (found,) = economy(brief + OFFER % rest).margins
    return found


def head(name: str, brief: str) -> Head:
    return next(one for one in economy(brief).heads if one.id == name)


def payout(rest: str, *tasks: str) -> Payout:
    (found,) = economy(REFER % rest, *tasks).payouts
    return found


def test_a_sale_leaves_its_price_less_refunds_less_cost() -> None:
    found = margin(", cost: 20, refund_rate: 4%..10%, limit: 90")
    assert (found.price, found.cost) == (usd("50"), usd("20"))
    assert found.left.low == usd("25.00")
    assert found.left.high == usd("28.00")
    assert found.left.likely is not None and Decimal(25) < found.left.likely.amount < Decimal(28)


def test_refunds_are_counted_on_the_buyers_expected() -> None:
    assert margin(", refund_rate: 10%, limit: 20").refunded == 2
    assert margin(", limit: 20").refunded == 0


def test_without_cost_and_refunds_all_of_it_is_left() -> None:
    found = margin()
    assert found.cost is None
    assert found.left == Amounts(usd("50.00"), usd("50.00"), usd("50.00"))


def test_sales_to_break_even_are_rounded_up_and_pay_for_everything() -> None:
    assert margin(", cost: 20, refund_rate: 10%").break_even == (12, 12, 12)
    assert margin(", cost: 20, refund_rate: 4%..10%").break_even[0] == 11
    assert margin(", cost: 20, refund_rate: 4%..10%").break_even[2] == 12


def test_a_sale_that_loses_money_never_breaks_even() -> None:
    assert margin(", cost: 50").break_even == (None, None, None)
    assert margin(", cost: 46, refund_rate: 4%..10%").break_even[2] is None


def test_buyers_are_those_who_pay_and_at_most_as_many_as_are_for_sale() -> None:
    free, few = margin().buyers, margin(", limit: 25").buyers
    assert free is not None and few is not None
    assert [free.low, free.high] == pytest.approx([21, 57], abs=1)  # eight in ten, as the odds have it
    assert [few.low, few.likely, few.high] == pytest.approx([21, 25, 25], abs=1)


def test_the_fee_of_entry_is_a_row_of_its_own() -> None:
    (found,) = economy(PEOPLE + "entry: {mode: fee, fee: 3}").margins
    assert (found.offer, found.price, found.break_even) == ("", usd("3"), (100, 100, 100))


def test_a_price_in_another_currency_is_not_converted() -> None:
    assert economy(PEOPLE + OFFER.replace("price: 50", "price: EUR 50") % "").margins == ()
    assert economy(PEOPLE + OFFER % ", cost: EUR 20").margins == ()


def test_a_member_kept_costs_all_money_over_those_still_there() -> None:
    found = head("kept", PEOPLE)
    assert found.people == Estimate(100, 100, 100)
    assert found.cash == Amounts(usd("3.00"), usd("3.00"), usd("3.00"))


def test_a_paying_member_costs_least_when_most_pay() -> None:
    found = head("paying", PEOPLE + OFFER % "")
    assert found.people is not None and found.cash is not None
    low, high = (Decimal(300) / Decimal(end) for end in (found.people.high, found.people.low))
    assert (found.cash.low, found.cash.high) == (usd(f"{low:.2f}"), usd(f"{high:.2f}"))


def test_nobody_pays_where_nothing_is_for_sale() -> None:
    assert {one.id for one in economy(PEOPLE).heads} == {"kept"}


def test_fewer_than_one_member_is_nobody_to_divide_by() -> None:
    nobody = PEOPLE.replace("retained_d30: 50%", "retained_d30: 0%")
    assert head("kept", nobody).cash == Amounts(None, None, None)
    some = PEOPLE.replace("retained_d30: 50%", "retained_d30: 0%..50%")
    assert head("kept", some).cash.high is None
    assert head("kept", some).cash.low == usd("3.00")


def test_own_hours_are_added_apart() -> None:
    work = task("{from: opens}", "minutes: 120")
    (found,) = economy(PEOPLE + "budget: {labour_hour: 100}", work).heads
    assert (found.cash.likely, found.whole.likely) == (usd("3.00"), usd("5.00"))


def test_the_cautious_figure_is_the_upper_end() -> None:
    found = payout("")
    assert (found.expected, found.cap, found.runs_out) == (99, 0, None)
    assert found.cautious == 116
    assert found.worst == usd("232.00")


def test_a_stock_that_lasts_runs_out_on_no_day() -> None:
    found = payout(", cap: 116")
    assert (found.runs_out, found.worst) == (None, usd("232.00"))


def test_the_day_the_last_reward_goes() -> None:
    """116 over the 14 days from 8 to 21 March are 8.3 a day: the 25th goes on the fourth."""
    found = payout(", cap: 25")
    assert (found.runs_out, found.worst) == (date(2027, 3, 11), usd("50.00"))
    assert payout(", cap: 1").runs_out == date(2027, 3, 8)
    assert payout(", cap: 115").runs_out == date(2027, 3, 21)


def test_the_step_that_tells_members_is_the_first_on_or_after_that_day() -> None:
    weekly = "{every: week, on: [tue, fri], from: opens, until: closes}"
    told = task(weekly, "kind: work, stage: refer, basis: [M205]", "told")
    found = payout(", cap: 25", told)
    assert (found.closed_by, found.closed_on) == ("told", date(2027, 3, 12))
    other = task(weekly, "kind: work, stage: refer", "other")
    assert (payout(", cap: 25", other).closed_by, payout(", cap: 115", told).closed_by) == ("", "")


def test_prizes_go_out_as_often_as_there_are() -> None:
    prizes = "rewards: [{id: book, name: Book, value: 12, quantity: 5}, {id: thanks, name: Thanks}]"
    (found,) = economy(prizes).payouts
    assert (found.name, found.expected, found.cautious, found.cap, found.worst) == (
        "Book",
        5,
        5,
        5,
        usd("60.00"),
    )


def test_cautious_money_is_what_the_cautious_rewards_add() -> None:
    found = economy(REFER % ", cap: 110")
    assert (found.spent, found.cautious, found.whole) == (usd("198.00"), usd("220.00"), usd("198.00"))


def test_tools_given_twice_count_once_and_are_told() -> None:
    tools = "tools: [{name: Bot, cost: 7}, {name: Pen, cost: 3}]\n"
    assert economy(tools).counted_once is None
    found = economy(tools + "budget: {tools: 25}")
    assert (found.counted_once, found.spent) == (usd("10"), usd("25"))
