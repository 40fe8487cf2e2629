"""`groupplan new`: a commented brief from an archetype, or a playbook; never over an existing file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from groupplan.cli.surroundings import Surroundings

EXAMPLE = "2027-03-01"


def new(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(help="help.new_dir", metavar="DIR", show_default=False)] = ".",
    archetype: Annotated[
        str, typer.Option("--archetype", "-a", help="help.archetype", metavar="NAME", show_default=False)
    ] = "",
    set_: Annotated[list[str] | None, typer.Option("--set", help="help.set", metavar="KEY=VALUE")] = None,
    opens: Annotated[
        str, typer.Option("--opens", help="help.opens", metavar="YYYY-MM-DD", show_default=False)
    ] = "",
    playbook: Annotated[
        str, typer.Option("--playbook", help="help.new_playbook", metavar="NAME", show_default=False)
    ] = "",
    lang: Annotated[
        str, typer.Option("--lang", help="help.new_lang", metavar="zh-CN|en", show_default=False)
    ] = "",
) -> int:
    """Write the files of a new brief or playbook."""
    from groupplan.cli.language import known, named
    from groupplan.cli.scaffolding import Wanted, asked, new_brief, new_playbook

    around: Surroundings = ctx.obj
    known(lang)
    spoken = named(lang) if lang else around.lang
    if playbook:
        return new_playbook(Path(folder), playbook, spoken, around)
    wanted = Wanted(archetype, _settings(set_ or []), _day(opens), spoken)
    if not archetype and around.asking:
        wanted = asked(wanted, around)
    return new_brief(Path(folder), wanted, around)


def _day(text: str) -> date:
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse
    from groupplan.model.scalars import ScalarError, day, written_day
    from groupplan.scaffold import first_monday

    if not text:
        return first_monday(date.today())
    try:
        return day(text)
    except ScalarError as error:
        if error.key == "not-a-date":
            words = say("opens-form", text=text[:60], day=written_day(text) or EXAMPLE)
        else:
            words = say(error.key, **{**error.gaps, "text": text[:60]})
        raise Misuse(words) from None


def _settings(words: list[str]) -> dict[str, str]:
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    found = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not value.strip() or any(_unwritable(sign) for sign in value):
            raise Misuse(say("not-a-setting", text=word[:60]))
        found[key.strip()] = value.strip()
    return found


def _unwritable(sign: str) -> bool:
    """Controls, and what is left of an argument that is no text (a lone surrogate)."""
    import unicodedata

    return unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"
