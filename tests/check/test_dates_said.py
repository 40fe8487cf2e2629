"""What the findings about dates say: the metric by its name, the gap by its days, the year by its table."""

from groupplan.model.plan import Plan
from tests.briefs import make


def gaps(plan: Plan, code: str) -> dict[str, str]:
    (found,) = [one for one in plan.findings if one.code == code]
    return dict(found.words.gaps) | {"key": found.words.key}


def test_a_goal_without_a_name_goes_by_its_metric() -> None:
    said = gaps(
        make("goals: [{id: paying, metric: paying_members, target: 6, deadline: 2027-02-01}]"), "GP608"
    )
    assert (said["goal_zh"], said["goal_en"]) == ("付费人数", "paying members")


def test_the_longest_stretch_without_a_monthly_event_is_named() -> None:
    made = make("""horizon: 120d
events: [{id: a, title: A, at: "2027-03-10 20:00"}, {id: b, title: B, at: "2027-03-20 20:00"}]""")
    (said,) = [dict(one.words.gaps) for one in made.findings if one.words.key == "no-monthly-item"]
    assert (said["first"], said["last"]) == ("2027-03-20", "2027-06-28")


def test_a_past_year_is_not_called_unpublished() -> None:
    past = make("platform: wechat\nlanguage: zh-CN\nopens: 2020-03-01\ncloses: 2020-03-21")
    assert gaps(past, "GP605") == {"year": "2020", "key": "calendar-not-kept"}
    future = make("platform: wechat\nlanguage: zh-CN\nopens: 2031-03-01\ncloses: 2031-03-21")
    assert gaps(future, "GP605")["key"] == "calendar-not-published"
