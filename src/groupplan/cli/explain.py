"""`groupplan explain`: a rule's page or all of them, a method, a fact, a check, the conditions."""

from typing import Annotated

import typer

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings

TOPICS = "CODE|ID|conditions"
FORMS = ("text", "markdown")


def explain(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(help="help.explain_topic", metavar=TOPICS, show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="help.explain_all")] = False,
    to: Annotated[
        str, typer.Option("--to", help="help.explain_to", metavar="text|markdown", show_default=False)
    ] = "text",
) -> int:
    """Print what is known about a code or id, or all rules."""
    around: Surroundings = ctx.obj
    wrong = _misuse(topic, around, every=every, to=to)
    if wrong:
        output.err(wrong)
        return 2
    if topic is None:
        output.out(_all(around, to))
        return 0
    return _one(topic, around, to)


def _misuse(topic: str | None, around: Surroundings, *, every: bool, to: str) -> str:
    if to not in FORMS:
        return around.say("explain.not_a_form", name=around.clean(to[:60]))
    if every and topic is not None:
        return around.say("explain.all_or_one", topic=around.clean(topic[:60]))
    return "" if every or topic is not None else around.say("usage.missing", name=TOPICS)


def _all(around: Surroundings, to: str) -> str:
    from groupplan.cli.pages import every_rule
    from groupplan.cli.reference import reference

    return reference(around) if to == "markdown" else every_rule(around)


def _one(topic: str, around: Surroundings, to: str) -> int:
    from groupplan.cli.pages import code_of, explained, known_rows
    from groupplan.model.codes import did_you_mean

    code = code_of(topic)
    if code and to == "markdown":
        from groupplan.cli.reference import section

        output.out(section(code, around, known_rows()))
        return 0
    found, known = explained(topic, around)
    if found:
        output.out(found)
        return 0
    hint = did_you_mean(topic, known)
    near = dict(hint.gaps)["name"] if hint else ""
    key = "explain.unknown_near" if near else "explain.unknown"
    output.err(around.say(key, topic=around.clean(topic[:60]), near=near))
    return 2
