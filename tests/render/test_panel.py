"""What the page's own today is given to tell."""

import pytest

from groupplan.render.panel import facts, spent, told
from groupplan.render.words import Dictionary
from tests.browser.conftest import example

CAMP = example("study-camp")
PLACES = {piece.key: place for place, piece in enumerate(CAMP.outline.tasks)}


def test_minutes_of_a_day_are_those_of_the_plan() -> None:
    found = spent(CAMP, PLACES)
    first = CAMP.schedule.first
    for load in CAMP.measures.days:
        person = [role.id for role in CAMP.settled.roles].index(load.role)
        mine = [minutes for who, _, minutes in found.get((load.day - first).days, []) if who == person]
        assert sum(mine) == pytest.approx(load.minutes, abs=0.05 * len(load.parts))


def test_a_post_tells_effort_groups_and_recipient_and_work_what_must_be_there() -> None:
    words = Dictionary("zh-CN")
    posts = [facts(piece, CAMP, words) for piece in CAMP.outline.tasks if piece.item.kind == "post"]
    works = [facts(piece, CAMP, words) for piece in CAMP.outline.tasks if piece.item.kind == "work"]
    assert all("发到：" in str(whither) for _, whither, _ in posts)
    assert not any("发到：" in str(whither) for _, whither, _ in works)
    assert ("每群 3 分钟", "发到：21天晨读营 01 到 04，共 4 个群·发给：全体学员", "") in posts
    assert any(output for _, _, output in works)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_the_command_says_too_is_said_in_its_words(language: str) -> None:
    words = Dictionary(language)
    assert told(words)["any_time"] == words.say("today.any_time")
    assert {"blanks", "output", "hours", "work", "count"} <= set(told(words))
