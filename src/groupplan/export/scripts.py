"""All texts to paste as plain files: one for each script, and a list of them."""

from collections.abc import Iterator

from msgspec import Struct, field

from groupplan.export.doings import Doing, doings, where
from groupplan.export.forms import Request
from groupplan.export.naming import Names, file_name
from groupplan.export.plain import one_line, plain
from groupplan.export.telling import measured, moment
from groupplan.export.words import Wordbook
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted
from groupplan.model.worded import Message

_RULE = "─" * 8


class _Script(Struct):
    """One script: each of its texts with when it is sent, in the order of first use."""

    first: Message
    since: str
    """The moment of its first use."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)

    def add(self, message: Message, label: str) -> None:
        self.texts.setdefault(message.text, []).append(label)
        self.messages.setdefault(message.text, message)


def as_scripts(given: Plan, request: Request) -> dict[str, bytes]:
    """The files by name; text as UTF-8 without a mark at its head, lines ending with a line feed."""
    words = Wordbook(given.settled.language)
    index = words.say("scripts.index")
    names = Names(f"{index}.txt")
    files = {}
    lines = [words.say("scripts.about", name=one_line(given.settled.name)), ""]
    for script in _scripts(given, words):
        stem = file_name(script.first.name, script.first.script)
        name = names.free(stem, f".{given.settled.language}.txt")
        files[name] = _file(script, given, words)
        lines.append(_line(name, script, words))
    return {f"{index}.txt": _bytes(lines), **files}


def _line(name: str, script: _Script, words: Wordbook) -> str:
    """A file in the list: when it is first used, for whom, how many texts it has."""
    count = len(script.texts)
    many = words.say("scripts.texts", count=count) if count > 1 else ""
    facts = dotted((script.since, one_line(script.first.recipient), many), words.language)
    return words.say("scripts.line", name=name, facts=facts)


def _bytes(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")


def _scripts(plan: Plan, words: Wordbook) -> Iterator[_Script]:
    found: dict[tuple[str, str], _Script] = {}
    for one in doings(plan):
        if one.message:
            _put(found, one.message, _label(one, plan, words), moment(one, plan, words))
    for message in plan.worded.spare:
        _put(found, message, words.say("scripts.spare"), words.say("scripts.unused"))
    yield from found.values()


def _put(found: dict[tuple[str, str], _Script], message: Message, label: str, when: str) -> None:
    found.setdefault((message.script, message.name), _Script(message, when)).add(message, label)


def _label(one: Doing, plan: Plan, words: Wordbook) -> str:
    groups = where(one.piece, plan) if one.post and not one.private else ""
    return dotted((moment(one, plan, words), groups), words.language)


def _file(script: _Script, plan: Plan, words: Wordbook) -> bytes:
    lines = [one_line(script.first.name)]
    for text, labels in script.texts.items():
        head = [*labels, *measured(script.messages[text], plan, words)]
        lines += ["", *(f"{_RULE} {one_line(part)}" for part in head), "", plain(text)]
    return _bytes(lines)
