"""Workload, roster, attention and money as a plan shows them."""

from pathlib import Path

import pytest

from groupplan.render import render
from tests.briefs import make
from tests.schedule.dated import task

TEAM = """platform: wecom
language: {language}
country: CN
opens: 2027-02-01
closes: 2027-02-21
roles:
  - id: lin
    name: Lin
    duties: [owner, teacher]
    hours_week: 30
    backup: chen
    away: [2027-02-15..2027-02-17]
  - {{id: chen, name: Chen, duties: [host, admin, content, service], hours_week: 60, backup: lin}}
channels: [{{id: mail, reach: 3000, cost: 300}}]
assumptions: {{retained_d30: 40%}}
history: {{reach: 1000, scanned: 200, joined: 100, paid: 10, referred: 8}}
offers:
  - {{id: c, name: Course, price: 100, cost: 40, refund_rate: 5%, from: 2027-02-16, to: 2027-02-19}}
referral: {{reward_for: attendance, reward: Sheet, value: 2, cap: 12}}
tools: [{{name: Bot, class: partner, cost: 100}}]
budget: {{currency: CNY, total: 9000, tools: 120, labour_hour: 50}}
"""


def shown(language: str) -> str:
    return render(make(TEAM.format(language=language)), "md").body


def test_a_plan_shows_days_roster_attention_and_money_in_english() -> None:
    body = shown("en")
    for words in (
        "The five fullest days",
        "Roster of the first two weeks",
        "only 12 h this week",
        "public holidays on working days",
        "Shortest gap between promotions",
        "What the rewards come to",
        "Sales to break even",
        "Kept after 30 days",
        "The same money counts once",
    ):
        assert words in body, words


def test_a_plan_shows_the_same_in_chinese() -> None:
    body = shown("zh-CN")
    for words in (
        "最满的五天",
        "头两周值班表",
        "这周只有 12 小时",
        "天公共假日",
        "两次推广最短隔",
        "奖励会发出多少",
        "卖几份回本",
        "30 天留下来的",
        "同一笔钱只算一次",
    ):
        assert words in body, words


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_one_sale_leaves_follows_from_the_figures_shown(language: str) -> None:
    row = next(
        line for line in shown(language).splitlines() if line.startswith("| Course | ") and "5%" in line
    )
    assert "55" in row
    assert "40" in row


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("VIP member", "A VIP member gets both", "Two promotions within a day")),
        ("zh-CN", ("VIP 成员", "隔不到一天")),
    ],
)
def test_a_closed_group_is_a_reader_of_its_own(language: str, said: tuple[str, ...], tmp_path: Path) -> None:
    at = "{from: opens, offset: 1d, time: '%s'}"
    rest = "kind: post, content: promotion, audience: vip"
    house = "tasks:\n" + task(at % "09:10", rest, "one") + task(at % "15:10", rest, "two")
    groups = "groups: [{id: main, size: 100}, {id: gold, kind: vip, name: Gold, size: 20}]\n"
    text = f"platform: wecom\nlanguage: {language}\nplaybooks: [house]\n{groups}"
    named = house.replace("name: one", "name: {zh-CN: 甲, en: One}").replace(
        "name: two", "name: {zh-CN: 乙, en: Two}"
    )
    body = render(make(text, tmp_path, house=named), "md").body
    for words in said:
        assert words in body, words


def test_a_plan_without_money_or_team_says_nothing_about_them() -> None:
    body = render(make("platform: wecom\nlanguage: en\n"), "md").body
    for words in (
        "Roster of the first",
        "The five fullest days",
        "What the rewards come to",
        "Sales to break even",
    ):
        assert words not in body
