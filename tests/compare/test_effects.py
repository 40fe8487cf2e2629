"""People, chances, money, findings, words: each effect where it belongs."""

from decimal import Decimal

from groupplan.compare import compare
from groupplan.model.comparison import Figure, Growth
from groupplan.model.money import Money
from tests.compare.plans import between, gap, kinds, only, plan


def test_somebody_over_her_hours_is_named_with_the_week() -> None:
    found = [one for one in between("roles.lin.hours_week=6").changes if one.kind == "over-week"]
    assert found and {gap(one, "name") for one in found} == {"Lin"}
    amounts = [one.after.amount for one in found if isinstance(one.after, Figure)]
    assert amounts == sorted(amounts, reverse=True)


def test_a_higher_target_lowers_the_chance() -> None:
    found = between("goals.paying.target=60")
    change = only(found, "chance-down")
    assert isinstance(change.before, Figure) and isinstance(change.after, Figure)
    assert change.before.amount > change.after.amount
    target = only(found, "goal-target")
    assert target.route == "goals.paying.target"


def test_a_chance_within_the_error_is_said_to_be_unchanged() -> None:
    found = compare(
        plan("goals.paying.target=60"), plan("goals.paying.target=60", "channels.account.reach=9010")
    )
    assert not kinds(found) & {"chance-up", "chance-down"}


def test_money_is_said_with_its_sign_and_never_subtracted_across_currencies() -> None:
    change = only(between("budget.total=7200元"), "budget")
    assert gap(change, "by") == Growth(Money(Decimal(1200), "CNY"))
    spent = only(between("channels.moments.cost=900元"), "spent")
    assert gap(spent, "by") == Growth(Money(Decimal(800), "CNY"))


def test_a_budget_that_does_not_suffice_is_said() -> None:
    assert "over-budget" in kinds(between("budget.total=100元"))


def test_a_new_finding_is_new_one_way_and_gone_the_other() -> None:
    there = {
        gap(one, "code") for one in between("roles.lin.hours_week=6").changes if one.kind == "new-warning"
    }
    back = compare(plan("roles.lin.hours_week=6"), plan())
    gone = {gap(one, "code") for one in back.changes if one.kind == "gone-warning"}
    assert there and there == gone


def test_words_that_change_are_shown_and_moved_dates_are_no_other_words() -> None:
    change = only(between("lessons.l1.title=Reading slowly"), "scripts-changed")
    assert change.passages
    assert all("Reading slowly" in one.after for one in change.passages)
    moved = between("lessons.l1.at=2027-03-10 20:00")
    assert "scripts-changed" not in kinds(moved)


def test_another_platform_is_said_first_and_takes_its_tasks_along() -> None:
    found = between("platform=wecom")
    assert found.of("members")[0].kind == "platform"


def test_tasks_go_from_one_to_another_and_a_new_name_is_no_new_person() -> None:
    handed = only(between("channels.account.owner=lin"), "handed")
    assert (handed.before, handed.after) == ("Chen", "Lin")
    assert not kinds(between("roles.lin.name=Lin Wu")) & {"handed", "joins-team", "leaves-team"}
