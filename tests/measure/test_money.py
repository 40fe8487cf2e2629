"""Money line by line: nothing counted twice, no two currencies added, referral up to its cap."""

from decimal import Decimal

from groupplan.model.measures import Measures
from groupplan.model.money import Money
from tests.briefs import alone
from tests.schedule.dated import task

PEOPLE = """seeds: {count: 0}
assumptions: {scan_rate: 100%, join_rate: 100%, invites: 0.5, accept_rate: 20%}
"""
HOUR = "tasks:\n" + task("{from: opens}", "minutes: 90")


def measures(brief: str, house: str = "tasks: []") -> Measures:
    return alone(brief, house).measures


def lines(brief: str, house: str = "tasks: []") -> dict[str, str]:
    found = measures(brief, house).costs
    return {f"{cost.id} {cost.name}".strip(): _written(cost.amount) for cost in found}


def _written(amount: Money) -> str:
    return f"{amount.currency} {amount.amount.normalize():f}"


def test_every_line_and_their_sum() -> None:
    brief = f"""{PEOPLE}budget: {{currency: EUR, tools: 30, labour_hour: 20}}
channels: [{{id: mail, name: Mail, reach: 100, cost: 60}}]
rewards: [{{id: book, name: Book, value: 12, quantity: 5}}]
referral: {{reward: Sticker, value: 2}}
"""
    assert lines(brief, HOUR) == {
        "tools": "EUR 30",
        "media Mail": "EUR 60",
        "reward Book": "EUR 60",
        "referral Sticker": "EUR 20",
        "labour": "EUR 30",
    }
    assert measures(brief, HOUR).total == Money(Decimal(200), "EUR")


def test_the_tools_of_the_budget_stand_for_the_tools_one_by_one() -> None:
    tools = "tools: [{name: Bot, cost: 7}, {name: Pen, cost: 3}, {name: Own}]\n"
    assert lines(tools) == {"tools Bot": "USD 7", "tools Pen": "USD 3"}
    assert lines(f"{tools}budget: {{tools: 25}}") == {"tools": "USD 25"}


def test_two_currencies_are_never_added() -> None:
    brief = "budget: {currency: EUR, tools: 30}\nrewards: [{id: book, name: Book, value: USD 12}]"
    assert lines(brief) == {"tools": "EUR 30", "reward Book": "USD 12"}
    assert measures(brief).total == Money(Decimal(30), "EUR")


def test_referral_is_paid_up_to_its_cap() -> None:
    reach = PEOPLE + "channels: [{id: mail, reach: 1000}]\n"
    assert lines(f"{reach}referral: {{reward: Sticker, value: 2}}") == {"referral Sticker": "USD 200"}
    assert lines(f"{reach}referral: {{reward: Sticker, value: 2, cap: 30}}") == {"referral Sticker": "USD 60"}
    assert lines(f"{reach}referral: {{reward: Sticker, value: 2, cap: 500}}") == {
        "referral Sticker": "USD 200"
    }


def test_a_line_tells_how_it_was_computed() -> None:
    (cost,) = measures("rewards: [{id: book, name: Book, value: 12.50, quantity: 3}]").costs
    assert (cost.count, cost.unit) == (3, Money(Decimal("12.50"), "USD"))
    assert cost.amount == Money(Decimal("37.50"), "USD")


def test_a_reward_of_a_playbook_costs_once_even_when_the_brief_names_it() -> None:
    house = "rewards: [{id: book, name: A book, rule: Read, claim: Ask, value: 9, quantity: 2}]"
    assert lines("", house) == {"reward book": "USD 18"}
    assert lines("rewards: [{id: book, name: Book, value: 12}]", house) == {"reward Book": "USD 12"}


def test_a_prize_for_each_group_or_member_is_counted_as_often() -> None:
    each = "rewards: [{{id: book, name: A book, rule: Read, claim: Ask, value: 9, quantity: 2, per: {}}}]"
    groups = "groups: [{id: main, size: 100, count: 3}, {id: team, kind: staff, size: 9, count: 1}]"
    assert lines(groups, each.format("plan")) == {"reward book": "USD 18"}
    assert lines(groups, each.format("group")) == {"reward book": "USD 54"}
    people = f"{PEOPLE}members_now: 40\nchannels: [{{id: mail, reach: 60}}]"
    assert lines(people, each.format("member")) == {"reward book": "USD 1800"}


def test_what_costs_nothing_has_no_line() -> None:
    brief = "tools: [{name: Own, cost: 0}]\nrewards: [{id: thanks, name: Thanks}]\nreferral: {reward: Thanks}"
    assert measures(brief).costs == ()


def test_own_hours_cost_only_when_the_brief_prices_them() -> None:
    assert lines("", HOUR) == {}
    assert lines("budget: {labour_hour: 20}", HOUR) == {"labour": "USD 30"}
