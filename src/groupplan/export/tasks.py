"""A page for each person: what they do, day by day, with the hour, the group and the words to paste."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from groupplan.export.doings import Doing, doings, duty_of, name_of, where
from groupplan.export.forms import Request
from groupplan.export.markdown import fenced, line
from groupplan.export.naming import Names, file_name
from groupplan.export.plain import one_line
from groupplan.export.telling import after, day_of, measured
from groupplan.export.words import Wordbook
from groupplan.model.formats import clock, hours, listed
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted
from groupplan.model.settled import Role


def as_tasks(given: Plan, request: Request) -> dict[str, bytes]:
    """The pages by name; one more for what nobody does, where there is such a thing."""
    words = Wordbook(given.settled.language)
    names, files = Names(), {}
    heaps: dict[str, list[Doing]] = {role.id: [] for role in given.settled.roles}
    for one in doings(given):
        heaps.setdefault(one.person.id if one.person else "", []).append(one)
    for heap in heaps.values():
        heap.sort(key=_when)
    for role in given.settled.roles:
        name = names.free(file_name(role.name, role.id), ".md")
        files[name] = _bytes(_page(role, heaps[role.id], given, words))
    if heaps.get(""):
        name = names.free(words.say("person.nobody_file"), ".md")
        files[name] = _bytes(_orphans(heaps[""], given, words))
    return files


def _when(one: Doing) -> tuple[date, bool]:
    """By day; what has no hour comes last in it."""
    return one.day or date.min, bool(one.day) and one.at is None


def _bytes(lines: Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")


def _page(role: Role, found: list[Doing], plan: Plan, words: Wordbook) -> Iterator[str]:
    spoken = plan.settled.language
    team = {one.id: one.name for one in plan.settled.roles}
    mine = [duty for duty, person in plan.settled.people.items() if person == role.id]
    duties = listed([plan.worded.text("duties", duty, "name") or duty for duty in mine], spoken)
    yield f"# {line(words.say('person.title', name=role.name, plan=plan.settled.name))}"
    yield ""
    if duties:
        yield f"- {line(words.say('person.duties', duties=duties))}"
    yield f"- {line(words.say('person.backup', name=team.get(role.backup) or words.say('nobody')))}"
    for span in role.away:
        gaps = {"first": day_of(span.first, plan), "last": day_of(span.last, plan)}
        yield f"- {line(words.say('person.away', **gaps))}"
    yield from _weeks(role, plan, words)
    yield from _all(found, plan, words)


def _orphans(found: list[Doing], plan: Plan, words: Wordbook) -> Iterator[str]:
    yield f"# {line(words.say('person.nobody_title', plan=plan.settled.name))}"
    yield from ("", line(words.say("person.nobody_lead")))
    yield from _all(found, plan, words)


def _weeks(role: Role, plan: Plan, words: Wordbook) -> Iterator[str]:
    """The weeks in which there is something to do: hours of work beside the hours there are."""
    loads = [load for load in plan.measures.of(role.id) if load.minutes or load.off]
    if not loads:
        return
    spoken = plan.settled.language
    heads = [words.say(f"person.head.{key}") for key in ("week", "hours", "free", "over")]
    yield from ("", f"## {line(words.say('person.weeks'))}", "")
    yield from (f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}")
    for load in loads:
        cells = (
            day_of(load.week, plan),
            *(hours(one, spoken) for one in (load.minutes, load.free, load.over)),
        )
        yield f"| {' | '.join(cells)} |"


def _all(found: list[Doing], plan: Plan, words: Wordbook) -> Iterator[str]:
    """What follows a join first: it falls on any day; then the days in order."""
    if not found:
        yield from ("", line(words.say("person.nothing")))
    for day, group in groupby(found, key=lambda one: one.day):
        heading = day_of(day, plan) if day else words.say("person.joins")
        yield from ("", f"## {line(heading)}")
        for one in group:
            yield from _doing(one, plan, words)


def _doing(one: Doing, plan: Plan, words: Wordbook) -> Iterator[str]:
    yield from ("", f"- [ ] **{line(_title(one, plan, words))}**")
    effort = _effort(one, plan, words)
    facts = [duty_of(one.piece, plan), effort, where(one.piece, plan) if one.post and not one.private else ""]
    if one.owner and one.person and one.owner.id != one.person.id:
        facts.append(words.say("person.stands_in", name=one.owner.name))
    said = [dotted(facts, words.language)]
    text = plan.worded.text
    fields = ((field, text("tasks", one.key, field)) for field in ("output", "because"))
    said += [words.say(f"map.{field}", text=found) for field, found in fields if found]
    if one.moved:
        names = {piece.key: name_of(piece, plan) for piece in plan.outline.tasks}
        said.append(words.moved(one.moved, names))
    yield from (f"  - {line(part)}" for part in said if part)
    if one.message:
        yield f"  - {line(dotted((one.message.name, *measured(one.message, plan, words)), words.language))}"
        yield from ("", _inside(fenced(one.message.text)))


def _inside(block: str) -> str:
    """A block within the list item above it."""
    return "\n".join(f"    {part}" if part else "" for part in block.split("\n"))


def _title(one: Doing, plan: Plan, words: Wordbook) -> str:
    name = one_line(name_of(one.piece, plan))
    if one.at:
        return f"{clock(one.at)} {name}"
    when = words.say("person.any_time") if one.after is None else after(one.after, words)
    return dotted((when, name), words.language)


def _effort(one: Doing, plan: Plan, words: Wordbook) -> str:
    """How long it takes each time, the length of an event included."""
    item = one.piece.item
    lengths = (n.length for n in plan.schedule.of(one.key) if n.number == one.number)
    minutes = max(item.minutes or 0, *lengths, 0)
    return words.say(f"person.effort.{item.per or 'plan'}", minutes=minutes) if minutes else ""
