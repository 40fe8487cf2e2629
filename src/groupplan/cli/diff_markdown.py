"""Differences as Markdown, for a comment on a pull request: a summary, groups, details folded away."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from groupplan.cli.diff_text import told
from groupplan.cli.judged import Judged
from groupplan.cli.speaker import Speaker
from groupplan.model.comparison import GROUPS, Change, Passage
from groupplan.report.visible import visible

MOST = 60_000
"""Characters; GitHub takes comments of up to 65,536."""
WORDS = 1_500
"""Words of a text beyond which the two sides are not held against each other word by word."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]")
_CALLING = re.compile(r"[@#](?=\w)|:(?=//)|www(?=\.)|(?<=\w)!(?=\d)", re.IGNORECASE)
_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")


def as_markdown(judged: list[Judged], speaker: Speaker) -> str:
    """As many blocks as a comment has room for; the rest is counted."""
    blocks = [block for one in judged for block in _pair(one, speaker)]
    kept: list[str] = []
    room = MOST
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            kept.append(speaker.say("further", count=len(blocks) - len(kept)))
            break
        kept.append(block)
    return "\n\n".join(kept) + "\n"


def _pair(one: Judged, speaker: Speaker) -> Iterator[str]:
    yield f"### groupplan diff: {escaped(speaker.say('head', old=one.old, new=one.new))}"
    if one.status in ("added", "removed"):
        yield speaker.say("new_brief" if one.status == "added" else "gone_brief")
        return
    if one.status == "unreadable":
        yield speaker.say("not_compared")
        return
    yield f"**{escaped(speaker.summary(one.found))}**"
    heads = [speaker.say(key) for key in ("field", "causes")]
    rows = [_row(heads), _row(["---"] * 2)]
    rows += [_row([escaped(cause.field), escaped(told(cause, speaker))]) for cause in one.found.causes]
    yield "\n".join(rows)
    for group in GROUPS:
        changes = one.found.of(group)
        if changes:
            yield f"#### {speaker.say(group)}"
            yield from _listed(changes, speaker)
    yield from (block for change in one.found.changes for block in _passages(change, speaker))


def _listed(changes: tuple[Change, ...], speaker: Speaker) -> Iterator[str]:
    """What weighs little is folded away."""
    heavy = [change for change in changes if change.weight >= 4]
    light = [change for change in changes if change.weight < 4]
    if heavy:
        yield "\n".join(f"- {escaped(speaker.sentence(change))}" for change in heavy)
    if light:
        lines = "\n".join(f"- {escaped(speaker.sentence(change))}" for change in light)
        head = speaker.say("summary_minor", count=len(light))
        yield f"<details><summary>{escaped(head)}</summary>\n\n{lines}\n\n</details>"


def _passages(change: Change, speaker: Speaker) -> Iterator[str]:
    """Each text of its own, so that a long list is cut between two texts."""
    for one in change.passages if change.kind in ("scripts-changed", "scripts-figures") else ():
        head = f"{escaped(one.name)} · {escaped(one.id)}"
        yield f"<details><summary>{head}</summary>\n\n{compared(one)}\n\n</details>"


def compared(one: Passage) -> str:
    """A text with what is gone struck out and what came underlined."""
    old, new = _WORD.findall(one.before), _WORD.findall(one.after)
    if len(old) > WORDS or len(new) > WORDS:
        return f"<del>{_broken(one.before)}</del><br><br><ins>{_broken(one.after)}</ins>"
    parts = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            parts.append(_broken(gone))
            continue
        parts += [f"<del>{_broken(gone)}</del>"] if gone else []
        parts += [f"<ins>{_broken(came)}</ins>"] if came else []
    return "".join(parts)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _broken(text: str) -> str:
    return "<br>".join(escaped(line, trim=False) for line in text.split("\n"))


def escaped(text: str, *, trim: bool = True) -> str:
    """Text that stays text: no table, link, tag, mention, reference or address comes of it."""
    flat = " ".join(text.split()) if trim else text
    safe = _SPECIAL.sub(r"\\\g<0>", visible(flat, actions=True).replace("&", "&amp;"))
    safe = _START.sub(lambda match: f"{match[1]}&#8203;{match[2]}", safe)
    return _CALLING.sub(lambda match: f"{match[0]}&#8203;", safe)
