"""8 to 12 The five stages; preparing stands before recruiting."""

from collections.abc import Callable

from groupplan.model.document import Block, Bullets, Pairs, Part, Prose, Table
from groupplan.model.formats import hours
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.render import days
from groupplan.render.common import date, groups_of, guides, script_name, times, when, who
from groupplan.render.structures import posters
from groupplan.render.timeline import timeline
from groupplan.render.words import Dictionary


def of(stage: str) -> Callable[[Plan, Dictionary], tuple[Block, ...]]:
    """The blocks of one stage."""

    def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
        found = stage_blocks(plan, words, stage)
        if stage == "convert":
            return (*found, *days.blocks(plan, words))
        if stage != "recruit":
            return found
        found = (*found, *posters(plan, words))
        prepare = Part(words.say("prepare.title"), stage_blocks(plan, words, "prepare"), "prepare")
        return (prepare, Part(words.say("recruit.part"), found, "recruiting"))

    return blocks


def stage_blocks(plan: Plan, words: Dictionary, stage: str) -> tuple[Block, ...]:
    """Window, aim, target, entry and exit, tasks, what could go wrong."""
    found: list[Block] = [Pairs(f"stage-{stage}", tuple(_card(plan, words, stage)))]
    found += tasks(plan, words, stage) or (Prose(words.say("stage.no_tasks")),)
    risks = [piece for piece in plan.outline.risks if piece.item.stage == stage]
    if risks:
        said = tuple(
            words.say(
                "stage.risk",
                name=plan.worded.text("risks", piece.key, "name"),
                trigger=unstopped(plan.worded.text("risks", piece.key, "trigger")),
                response=unstopped(plan.worded.text("risks", piece.key, "response")),
            )
            for piece in risks
        )
        found.append(Part(words.say("stage.risks"), (Bullets(said),), f"risks-{stage}"))
    return (*found, *guides(plan, stage))


def unstopped(text: str) -> str:
    """A sentence without its full stop, for a place that sets its own."""
    return text.rstrip("。. ")


def _card(plan: Plan, words: Dictionary, stage: str) -> list[tuple[str, str]]:
    window = plan.schedule.windows[stage]
    gaps = {"first": date(window.first, plan), "last": date(window.last, plan), "days": window.days}
    rows = [(words.say("stage.window"), words.say("stage.window_value", **gaps))]
    for field in ("aim", "entry", "exit"):
        text = plan.worded.text("stages", stage, field)
        if text:
            rows.append((words.say(f"stage.{field}"), text))
    targets = [
        words.say("stage.target_value", name=plan.worded.text("metrics", piece.key, "name"), target=target)
        for piece in plan.outline.metrics
        if piece.item.stage == stage and (target := plan.worded.text("metrics", piece.key, "target"))
    ]
    if targets:
        rows.insert(2, (words.say("stage.target"), "\n".join(targets)))
    return rows


def tasks(plan: Plan, words: Dictionary, stage: str) -> tuple[Block, ...]:
    """The tasks of a stage in the order of their first day."""
    first: dict[str, tuple[object, ...]] = {}
    for one in plan.schedule.occurrences:
        first.setdefault(one.task, one.sort_key)
    mine = [piece for piece in plan.outline.tasks if piece.item.stage == stage]
    dated = sorted((p for p in mine if p.key in first), key=lambda p: first[p.key])
    touches = [p for p in mine if p.item.at.after_join is not None]
    shown = (*dated, *touches)
    if not shown:
        return ()
    rows = tuple(_task(piece, plan, words) for piece in shown)
    marks = tuple(piece.key for piece in shown)
    found = Table(f"tasks-{stage}", words.heads("stage.tasks_head"), rows, marks)
    return (found, *timeline(dated, stage, plan, words))


def _task(piece: Piece[Task], plan: Plan, words: Dictionary) -> tuple[str, ...]:
    text = plan.worded.text
    name = text("tasks", piece.key, "name")
    many = times(groups_of(piece, plan), words) if piece.item.kind == "post" else ""
    what = "\n".join(part for part in (f"{name} {many}".strip(), text("tasks", piece.key, "output")) if part)
    minutes = max([piece.item.minutes or 0, *(one.length for one in plan.schedule.of(piece.key))])
    effort = "—" if not minutes else words.say(f"effort.{piece.item.per or 'plan'}", minutes=minutes)
    script = script_name(piece.key, plan)
    how = words.say("stage.script", script=script) if script else ""
    because = text("tasks", piece.key, "because")
    priority = words.say(f"priority.{piece.item.priority or 'should'}")
    note = "\n".join(part for part in (because, how) if part) or "—"
    return what, when(piece, plan, words), who(piece, plan, words), effort, priority, note


def total(plan: Plan, stage: str) -> str:
    """Hours of a stage."""
    keys = {piece.key for piece in plan.outline.tasks if piece.item.stage == stage}
    minutes = sum(sum(weeks.values()) for key, weeks in plan.measures.tasks.items() if key in keys)
    return hours(minutes, plan.settled.language)
