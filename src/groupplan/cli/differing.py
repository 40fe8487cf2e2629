"""Pairs of briefs made into plans, compared, and written in one of three forms."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from groupplan import pipeline
from groupplan.cli import output
from groupplan.cli.judged import Judged
from groupplan.cli.sides import Pair
from groupplan.cli.speaker import Speaker
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.trouble import FINE, INPUT, told, worst
from groupplan.cli.unsound import refused
from groupplan.compare import compare
from groupplan.compare.drawn import drawn_from
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse, Refused

FORMS = ("text", "markdown", "json")


def run(pairs: Iterable[Pair], form: str, out: str, around: Surroundings, *, base: str = "") -> int:
    """0 when nothing differs; else 1, or what went worse."""
    speaker = Speaker(around.lang)
    codes, judged = [], []
    for pair in pairs:
        code, found = _judged(pair, speaker, around, batch=bool(base))
        codes.append(code)
        judged += [found] if found else []
    differ = [one for one in judged if one.status != "same"]
    shown = differ if base else judged
    if shown and (differ or form == "json"):
        _put(shown, form, out, speaker, around)
    elif form == "json":
        _put([], form, out, speaker, around)
    if base and not differ and worst(codes) == FINE:
        output.err(around.clean(speaker.say("all_same", rev=base, count=len(judged))))
    return worst([*codes, INPUT if differ else FINE])


def _judged(pair: Pair, speaker: Speaker, around: Surroundings, *, batch: bool) -> tuple[int, Judged | None]:
    """In a batch what goes wrong with one brief never stops the others."""
    try:
        return FINE, _compared(pair, speaker, around, batch=batch)
    except (Misuse, Refused) as error:
        if not batch:
            raise
        return told(error, around), None


def _compared(pair: Pair, speaker: Speaker, around: Surroundings, *, batch: bool) -> Judged:
    if pair.before is None or pair.after is None:
        return Judged(pair.old, pair.new, "added" if pair.before is None else "removed")
    loaded = pair.before(), pair.after()
    if _equal(*loaded):
        if not batch:
            output.err(speaker.say("same"))
        return Judged(pair.old, pair.new, "same")
    for side, one, name in zip(("old", "new"), loaded, (pair.old, pair.new), strict=True):
        if not one.ok:
            refused(one, around)
            output.err(around.clean(speaker.say(f"unreadable_{side}", name=name)))
    if not all(one.ok for one in loaded):
        return Judged(pair.old, pair.new, "unreadable")
    found = compare(*_plans(*loaded))
    if found.same and not batch:
        output.err(speaker.say("same_text"))
    return Judged(pair.old, pair.new, "same" if found.same else "changed", found)


def _plans(before: pipeline.Loaded, after: pipeline.Loaded) -> tuple[Plan, Plan]:
    """Both plans; where nothing bears on the odds the second is drawn as the first, so no draw differs."""
    old, new = pipeline.make(before), pipeline.make(after)
    drawn = old.forecast.odds is not None and old.forecast.odds.runs
    if drawn and drawn_from(old) == drawn_from(new):
        new = pipeline.make(replace(after, source=replace(after.source, text=before.source.text)))
    return old, new


def _equal(old: pipeline.Loaded, new: pipeline.Loaded) -> bool:
    """Whether both were made of the same texts, and can be read at all."""
    texts = [sorted(source.text for source in one.sources.values()) for one in (old, new)]
    return old.ok and new.ok and texts[0] == texts[1]


def _put(judged: list[Judged], form: str, out: str, speaker: Speaker, around: Surroundings) -> None:
    """To standard output; or into a file, whole or not at all, and then without colours."""
    from groupplan.export import write

    named = out not in ("", "-")
    text = _written(judged, form, speaker, around, plain=named)
    if named:
        write(Path(out), text)
    else:
        output.out(text)


def _written(judged: list[Judged], form: str, speaker: Speaker, around: Surroundings, *, plain: bool) -> str:
    if form == "json":
        from groupplan.cli.diff_json import as_json

        return as_json(judged, speaker)
    if form == "markdown":
        from groupplan.cli.diff_markdown import as_markdown

        return as_markdown(judged, speaker)
    from groupplan.cli.diff_text import as_text
    from groupplan.report.text import Ink

    return as_text(judged, speaker, Ink(around.colour and not plain, around.actions))
