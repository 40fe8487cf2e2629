"""The frame words of help and usage errors, in the interface's language."""

import re
from typing import Any

from groupplan.cli.surroundings import Surroundings
from groupplan.messages import catalogue

_OWN = re.compile(
    r"(?m)^(?:Usage: |(?:Arguments|Options|Commands):$)|(?:\[required\]|Show this message and exit\.)$"
)
"""What typer writes into a help page by itself."""
_EXTRA = re.compile(r"argument(?:s|\(s\))? \((.*)\)\Z", re.DOTALL)


def page(text: str, around: Surroundings) -> str:
    """A help page with typer's own words in the interface's language."""
    words = catalogue("cli")["frame"]
    return _OWN.sub(lambda match: str(words[match[0].strip()][around.lang]), text)


def usage(error: Exception, around: Surroundings) -> str | None:
    """A wrong option, argument or command as one sentence; None when the error is none of these."""
    kind = type(error).__name__
    say = around.say
    if kind == "NoSuchOption":
        return _named("usage.no_such_option", str(getattr(error, "option_name", "")), error, around)
    if kind == "MissingParameter":
        return say("usage.missing", name=_parameter(error))
    if kind == "BadOptionUsage":
        return say("usage.bad_option", name=around.clean(str(getattr(error, "option_name", ""))))
    if kind == "BadParameter":
        return _bad_value(error, around)
    if kind == "NoArgsIsHelpError":
        return str(getattr(error, "message", "")) or say("usage.wrong")
    if kind == "UsageError":
        return _usage(error, around)
    return say("usage.aborted") if kind == "Abort" else None


def _bad_value(error: Exception, around: Surroundings) -> str:
    """Which numbers an option takes, where it says so."""
    ends: Any = getattr(getattr(error, "param", None), "type", None)
    least, most = getattr(ends, "min", None), getattr(ends, "max", None)
    key = "range" if None not in (least, most) else "bad_value"
    return around.say(f"usage.{key}", name=_parameter(error), least=least, most=most)


def _usage(error: Exception, around: Surroundings) -> str:
    from difflib import get_close_matches

    ctx: Any = getattr(error, "ctx", None)
    names = list(getattr(getattr(ctx, "command", None), "commands", {}))
    message = str(getattr(error, "message", ""))
    if message == "Missing command.":
        return around.say("usage.missing_command", commands=" ".join(names))
    quoted = message.split("'")
    if names and len(quoted) > 1:
        word = quoted[1]
        near = get_close_matches(word, names, n=1, cutoff=0.5)
        key = "usage.no_such_command_near" if near else "usage.no_such_command"
        gaps = {"near": near[0] if near else "", "commands": " ".join(names)}
        return around.say(key, name=around.clean(word), **gaps)
    extra = _EXTRA.search(message)
    return around.say("usage.extra", name=around.clean(extra[1] if extra else message)[:60])


def _named(key: str, name: str, error: Exception, around: Surroundings) -> str:
    near = list(getattr(error, "possibilities", None) or [])
    text = around.say(key, name=around.clean(name)[:60])
    return f"{text} {around.say('usage.near', near=' '.join(near[:3]))}" if near else text


def _parameter(error: Exception) -> str:
    parameter: Any = getattr(error, "param", None)
    options = getattr(parameter, "opts", None) or ["?"]
    longest = max(options, key=len)
    return longest if longest.startswith("-") else str(getattr(parameter, "metavar", None) or longest)
