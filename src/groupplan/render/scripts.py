"""13 Script library (话术库): every text filled for its day, ready to paste."""

from groupplan.model.document import Block, Part, Words
from groupplan.model.formats import chinese
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.seams import dotted
from groupplan.model.worded import Message
from groupplan.render.common import after, guides, measured, moment
from groupplan.render.words import Dictionary

Post = tuple[str, Message, tuple[tuple[str, int], ...]]
"""When it goes out, its words, and task and number of the post: none for words nobody posts by plan."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One part per script in the order of first use; texts that are the same stand once."""
    dated = {(one.task, one.number): one for one in plan.schedule.occurrences}
    touches = {touch.task: touch for touch in plan.schedule.touches}
    used: dict[tuple[str, str], list[Post]] = {}
    order = sorted(plan.worded.messages, key=lambda key: _order(key, dated))
    for key in order:
        message = plan.worded.messages[key]
        if key in dated:
            label = moment(dated[key], plan, words)
        else:
            label = words.say("scripts.after_join", after=after(touches[key[0]].after.total_seconds(), words))
        used.setdefault((message.script, message.name), []).append((label, message, (key,)))
    parts = [_part(name, found, plan, words) for (_, name), found in used.items()]
    kept = [
        _part(one.name, [(words.say("scripts.spare"), one, ())], plan, words) for one in plan.worded.spare
    ]
    return (*guides(plan, "scripts"), *parts, *kept)


def _order(key: tuple[str, int], dated: dict[tuple[str, int], Occurrence]) -> tuple[bool, object]:
    return (False, dated[key].sort_key) if key in dated else (True, (key,))


def _part(name: str, found: list[Post], plan: Plan, words: Dictionary) -> Block:
    """Texts that differ only in dates and hours stand once, as for their first day."""
    alike: dict[str, list[Post]] = {}
    for post in found:
        alike.setdefault(post[1].skeleton or post[1].text, []).append(post)
    limit = plan.settled.pack.limit("message_chars")
    most = limit.value if limit else 0
    shown = tuple(_words(same, most, words) for same in alike.values())
    return Part(name, shown, f"script-{found[0][1].script}")


def _words(same: list[Post], most: int, words: Dictionary) -> Words:
    first = same[0][1]
    meta = _meta(first, most, words)
    if any(message.text != first.text for _, message, _ in same):
        meta = dotted((meta, words.say("scripts.only_dates")), words.language)
    posts = tuple(key for *_, keys in same for key in keys)
    return Words(_when([post[0] for post in same], words), first.text, meta, posts, first.script)


def _when(labels: list[str], words: Dictionary) -> str:
    if len(labels) == 1:
        return labels[0]
    if labels[0] == labels[-1]:
        return words.say("scripts.same_time", first=labels[0], count=len(labels))
    return words.say("scripts.several", first=labels[0], last=labels[-1], count=len(labels))


def _meta(message: Message, most: int, words: Dictionary) -> str:
    parts = [words.say("scripts.to", to=message.recipient)] if message.recipient else []
    parts.append(measured(message.length, most, words))
    if message.blanks:
        comma = "、" if chinese(words.language) else " / "
        parts.append(words.say("scripts.blanks", blanks=comma.join(message.blanks)))
    return dotted(parts, words.language)
