"""What `new` does with its options: questions at a terminal, files that are not there yet."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from groupplan import scaffold
from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.export.write import write
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


class Wanted(Struct, frozen=True):
    """What a new brief is made of: archetype, answers, opening day, its language."""

    archetype: str
    given: Mapping[str, str]
    opens: date
    language: str


def new_brief(folder: Path, wanted: Wanted, around: Surroundings) -> int:
    """Write brief and schema into a folder."""
    if not wanted.archetype:
        raise Misuse(say("which-archetype", known=" ".join(scaffold.archetypes())))
    text = scaffold.brief(wanted.archetype, wanted.language, wanted.opens, wanted.given)
    files = {folder / "brief.yaml": text, folder / "brief.schema.json": scaffold.schema_text("brief")}
    code = _write(files, folder / "brief.yaml", around)
    if code == 0:
        path = around.clean(str(folder / "brief.yaml"))
        output.err(around.say("new.next", path=path))
    return code


def new_playbook(folder: Path, name: str, language: str, around: Surroundings) -> int:
    """Write a playbook and its schema into `playbooks/` below a folder."""
    if not _NAME.match(name):
        raise Misuse(say("not-an-id", text=name[:60]))
    place = folder / "playbooks"
    files = {
        place / f"{name}.yaml": scaffold.playbook(name, language),
        place / "playbook.schema.json": scaffold.schema_text("playbook"),
    }
    code = _write(files, place / f"{name}.yaml", around)
    if code == 0:
        output.err(around.say("new.next_playbook", name=name))
    return code


def _write(files: Mapping[Path, str], main: Path, around: Surroundings) -> int:
    """Refuses when the main file is there; a schema that is there already stays as it is."""
    if main.exists() or main.is_symlink():
        output.err(around.say("new.exists", path=around.clean(str(main))))
        return 1
    for path, text in files.items():
        if not path.exists():
            write(path, text)
            output.err(around.say("new.written", path=around.clean(str(path))))
    return 0


def asked(wanted: Wanted, around: Surroundings) -> Wanted:
    """Numbered questions with defaults."""
    archetype = _ask_archetype(around)
    answers = dict(wanted.given)
    for setting in scaffold.settings(archetype, wanted.language):
        if setting.key not in answers:
            answers[setting.key] = _ask(setting.question, setting.default)
    return Wanted(archetype, answers, _ask_day(around, wanted.opens), wanted.language)


def _ask_archetype(around: Surroundings) -> str:
    """By its number, its name, or a part of what it is called that means one of them."""
    names = scaffold.archetypes()
    called = {name: around.say(f"archetype.{name}") for name in names}
    for number, name in enumerate(names, 1):
        output.err(f"  {number}  {called[name]}")
    while True:
        text = _ask(around.say("new.ask_archetype"), "1")
        if text.isdecimal() and 1 <= int(text) <= len(names):
            return names[int(text) - 1]
        meant = [name for name in names if text.lower() in (name, called[name].lower())]
        meant = meant or [name for name in names if text.lower() in f"{name} {called[name].lower()}"]
        if len(meant) == 1:
            return meant[0]
        output.err(around.say("new.not_an_archetype", text=around.clean(text[:60]), most=len(names)))


def _ask(question: str, default: str) -> str:
    from rich.prompt import Prompt
    from rich.text import Text

    return Prompt.ask(Text(question), default=default).strip() or default


def _ask_day(around: Surroundings, opens: date) -> date:
    from groupplan.model.scalars import ScalarError, day

    while True:
        text = _ask(around.say("new.ask_opens"), opens.isoformat())
        try:
            return day(text)
        except ScalarError:
            output.err(around.say("new.not_a_day", text=around.clean(text[:60])))
