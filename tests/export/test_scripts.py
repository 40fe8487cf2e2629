"""All texts as plain files."""

import pytest

from groupplan.export.forms import PLAIN
from groupplan.export.landing import safe
from groupplan.export.naming import file_name
from groupplan.export.plain import one_line, plain
from groupplan.export.scripts import as_scripts
from groupplan.model.formats import clock, day
from groupplan.model.plan import Plan
from groupplan.model.worded import Message
from tests.export.reading import example, hostile

RULE = "────────"


def read(plan: Plan) -> dict[str, str]:
    return {name: raw.decode("utf-8") for name, raw in as_scripts(plan, PLAIN).items()}


def messages(plan: Plan) -> list[Message]:
    return [*plan.worded.messages.values(), *plan.worded.spare]


def by_script(plan: Plan) -> dict[str, str]:
    """By a script's name what all files say whose first line it is."""
    found = read(plan).values()
    return {
        message.name: "".join(text for text in found if text.startswith(f"{one_line(message.name)}\n"))
        for message in messages(plan)
    }


@pytest.mark.parametrize("plan", [example("study-camp"), example("open-source"), hostile()])
def test_every_text_stands_whole_in_the_file_of_its_script(plan: Plan) -> None:
    files = by_script(plan)
    for message in messages(plan):
        assert f"\n\n{plain(message.text)}\n" in files[message.name]


def test_a_text_tells_when_it_is_sent_and_how_often_it_is_the_same() -> None:
    plan = example("study-camp")
    files = by_script(plan)
    for one in plan.schedule.occurrences:
        message = plan.worded.messages.get((one.task, one.number))
        if message:
            before, _, _ = files[message.name].partition(f"\n\n{message.text}\n")
            heads = before.rpartition(f"\n\n{RULE}")[2]
            assert day(one.day, "zh-CN") in heads and (one.at is None or clock(one.at) in heads)


@pytest.mark.parametrize("plan", [example("study-camp"), example("open-source"), hostile()])
def test_the_index_names_every_file(plan: Plan) -> None:
    found = read(plan)
    index, *files = found
    assert index == ("目录.txt" if plan.settled.language == "zh-CN" else "index.txt")
    colon = "：" if plan.settled.language == "zh-CN" else ": "
    lines = [line for line in found[index].split("\n")[2:] if line]
    assert len(lines) == len(files)
    for line, name in zip(lines, files, strict=True):
        assert line.startswith(f"{name}{colon}") and name.endswith(f".{plan.settled.language}.txt")


def test_the_index_tells_of_every_file_when_it_is_first_used_and_for_whom() -> None:
    plan = example("study-camp")
    lines = read(plan)["目录.txt"].split("\n")
    assert "当日任务.zh-CN.txt：3 月 1 日 周一 08:00·全体学员·共 21 条" in lines
    told = {line.partition(".zh-CN.txt：")[0]: line for line in lines[2:-1]}
    for one in plan.worded.spare:
        assert "：备用" in told[file_name(one.name, one.script)]


def test_files_are_safe_and_bare() -> None:
    for plan in (example("study-camp"), hostile()):
        raw = as_scripts(plan, PLAIN)
        assert raw == as_scripts(plan, PLAIN)
        assert all(safe(name) and len(name.encode()) < 200 for name in raw)
        assert not any(one.startswith(b"\xef\xbb\xbf") or b"\r" in one for one in raw.values())
        assert len({name.casefold() for name in raw}) == len(raw)
