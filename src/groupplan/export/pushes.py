"""What of a plan's words is sent as one push, and what a person has to send by hand."""

import re
from collections.abc import Iterator
from datetime import time

from msgspec.structs import replace

from groupplan.export.doings import Doing
from groupplan.export.words import Wordbook
from groupplan.model.worded import Message, blanks

_MARK = re.compile(r"^[（(]([01]?\d|2[0-3])[:：]([0-5]\d)[)）][ \t]*", re.MULTILINE)


def pushes(one: Doing, language: str) -> Iterator[Doing]:
    """A host's script with an hour before each part as a push for each; all else as it is."""
    message = one.message
    marks = list(_MARK.finditer(message.text)) if message and one.day else []
    if message is None or len(marks) < 2:
        yield one
        return
    before = message.text[: marks[0].start()].strip()
    ends = [*(mark.start() for mark in marks[1:]), len(message.text)]
    for place, (mark, end) in enumerate(zip(marks, ends, strict=True)):
        text = message.text[mark.end() : end].strip()
        whole = f"{before}\n{text}".strip() if place == 0 else text
        if whole:
            yield replace(one, at=time(int(mark[1]), int(mark[2])), message=_said(message, whole, language))


def _said(message: Message, text: str, language: str) -> Message:
    return replace(message, text=text, blanks=blanks(text, language), skeleton="")


def by_hand(one: Doing, words: Wordbook) -> bool:
    """Whether somebody has to choose words, adapt them or pick whom they are for: a tool sends to everybody.

    So it is with words to some only, with those said at an event, and with answers to what a newcomer did.
    """
    message = one.message
    if message is None or message.blanks or _found("text", message.text, words):
        return True
    if one.day is None:
        return _found("recipient", message.recipient, words)
    return one.private or one.piece.item.kind == "event"


def _found(where: str, text: str, words: Wordbook) -> bool:
    return re.search(words.say(f"sop.hand.{where}"), text, re.IGNORECASE) is not None
