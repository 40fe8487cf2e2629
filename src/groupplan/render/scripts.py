"""13 Script library (话术库): every text filled for its day, ready to paste."""

from groupplan.model.document import Block, Part, Words
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.worded import Message
from groupplan.render.common import after, moment
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One part per script in the order of first use; texts that are the same stand once."""
    dated = {(one.task, one.number): one for one in plan.schedule.occurrences}
    touches = {touch.task: touch for touch in plan.schedule.touches}
    used: dict[tuple[str, str], list[tuple[str, Message]]] = {}
    order = sorted(plan.worded.messages, key=lambda key: _order(key, dated))
    for key in order:
        message = plan.worded.messages[key]
        if key in dated:
            label = moment(dated[key], plan, words)
        else:
            label = words.say("scripts.after_join", after=after(touches[key[0]].after.total_seconds(), words))
        used.setdefault((message.script, message.name), []).append((label, message))
    parts = [_part(name, found, plan, words) for (_, name), found in used.items()]
    kept = [_part(one.name, [(words.say("scripts.spare"), one)], plan, words) for one in plan.worded.spare]
    return (*parts, *kept)


def _order(key: tuple[str, int], dated: dict[tuple[str, int], Occurrence]) -> tuple[bool, object]:
    return (False, dated[key].sort_key) if key in dated else (True, (key,))


def _part(name: str, found: list[tuple[str, Message]], plan: Plan, words: Dictionary) -> Block:
    texts: dict[str, list[str]] = {}
    blanks: dict[str, tuple[str, ...]] = {}
    for label, message in found:
        texts.setdefault(message.text, []).append(label)
        blanks[message.text] = message.blanks
    to = found[0][1].recipient
    limit = plan.settled.pack.limit("message_chars")
    shown = tuple(
        Words(
            when=_when(labels, words),
            text=text,
            meta=_meta(text, to, blanks[text], limit.value if limit else 0, words),
        )
        for text, labels in texts.items()
    )
    return Part(name, shown, f"script-{found[0][1].script}")


def _when(labels: list[str], words: Dictionary) -> str:
    if len(labels) == 1:
        return labels[0]
    if labels[0] == labels[-1]:
        return words.say("scripts.same_time", first=labels[0], count=len(labels))
    return words.say("scripts.several", first=labels[0], last=labels[-1], count=len(labels))


def _meta(text: str, to: str, blanks: tuple[str, ...], limit: int, words: Dictionary) -> str:
    parts = [words.say("scripts.to", to=to)] if to else []
    key = "scripts.length_of" if limit else "scripts.length"
    parts.append(words.say(key, length=len(text), limit=limit))
    if blanks:
        parts.append(words.say("scripts.blanks", blanks=" / ".join(blanks)))
    return " · ".join(parts)
