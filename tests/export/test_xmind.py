"""A plan as a mind map, read back by xmindparser."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xmindparser
from msgspec.structs import replace

from groupplan.export.forms import PLAIN
from groupplan.export.plain import one_line, plain
from groupplan.export.xmind import as_xmind
from groupplan.model.choices import STAGES
from groupplan.model.formats import clock, day
from groupplan.model.plan import Plan
from tests.export.reading import example, hostile

Topic = dict[str, Any]


def read(plan: Plan, folder: Path) -> Topic:
    path = folder / "plan.xmind"
    path.write_bytes(as_xmind(plan, PLAIN))
    (sheet,) = xmindparser.xmind_to_dict(str(path))
    found: Topic = sheet["topic"]
    return found


def below(topic: Topic) -> list[Topic]:
    return list(topic.get("topics") or [])


def every(topic: Topic) -> Iterator[Topic]:
    yield topic
    for one in below(topic):
        yield from every(one)


@pytest.mark.parametrize("name", ["study-camp", "open-source"])
def test_its_branches_are_the_stages_with_their_tasks(name: str, tmp_path: Path) -> None:
    plan = example(name)
    centre = read(plan, tmp_path)
    spoken = plan.settled.language
    assert centre["title"] == plan.settled.name
    branches = {one["title"]: below(one) for one in below(centre)}
    for stage in STAGES:
        pieces = [piece for piece in plan.outline.tasks if piece.item.stage == stage]
        names = [plan.worded.text("tasks", piece.key, "name") for piece in pieces]
        assert sorted(one["title"] for one in branches[STAGES.label(stage, spoken)]) == sorted(names)


@pytest.mark.parametrize("name", ["study-camp", "open-source"])
def test_a_task_has_all_its_dates_its_owner_and_its_words(name: str, tmp_path: Path) -> None:
    plan = example(name)
    centre = read(plan, tmp_path)
    spoken = plan.settled.language
    stages = [STAGES.label(stage, spoken) for stage in STAGES]
    branches = [branch for branch in below(centre) if branch["title"] in stages]
    tasks = {one["title"]: one for branch in branches for one in below(branch)}
    for piece in plan.outline.tasks:
        topic = tasks[plan.worded.text("tasks", piece.key, "name")]
        note = str(topic.get("note", ""))
        role = plan.settled.doer(piece.item.duty or "", piece.owner)
        assert role is None or role.name in topic["labels"][1]
        for one in plan.schedule.of(piece.key):
            message = plan.worded.messages.get((one.task, one.number))
            assert day(one.day, spoken) in note and (one.at is None or clock(one.at) in note)
            assert message is None or plain(message.text) in note
        because = plan.worded.text("tasks", piece.key, "because")
        assert because in note


def test_spare_words_risks_and_goals_are_there(tmp_path: Path) -> None:
    plan = example("study-camp")
    branches = {one["title"]: below(one) for one in below(read(plan, tmp_path))}
    assert [one["note"] for one in branches["备用话术"]] == [one.text for one in plan.worded.spare]
    assert len(branches["风险"]) == len(plan.outline.risks)
    assert len(branches["目标"]) == len(plan.settled.goals)
    assert [one["title"] for one in branches["团队"]] == [role.name for role in plan.settled.roles]


def test_ids_are_unique_and_stay_when_words_change() -> None:
    plan = example("study-camp")
    other = replace(plan, settled=replace(plan.settled, name="Another name"))

    def ids(one: Plan) -> list[str]:
        raw = zipfile.ZipFile(BytesIO(as_xmind(one, PLAIN))).read("content.json")
        found: list[str] = []
        json.loads(raw, object_hook=lambda node: found.append(node["id"]) if "id" in node else None)
        return found

    assert ids(plan) == ids(other) and len(set(ids(plan))) == len(ids(plan))


def test_it_is_the_archive_that_xmind_makes() -> None:
    raw = as_xmind(example("study-camp"), PLAIN)
    assert raw == as_xmind(example("study-camp"), PLAIN)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert archive.namelist() == ["content.json", "metadata.json", "manifest.json"]
        listed = json.loads(archive.read("manifest.json"))["file-entries"]
    assert set(listed) == {"content.json", "metadata.json"}


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    plan = hostile()
    topics = list(every(read(plan, tmp_path)))
    titles = {one["title"] for one in topics}
    assert {one_line(plan.worded.text("tasks", piece.key, "name")) for piece in plan.outline.tasks} <= titles
    notes = "\n".join(str(one.get("note", "")) for one in topics)
    assert all(plain(message.text) in notes for message in plan.worded.messages.values())
