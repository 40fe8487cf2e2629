"""What went wrong in an own template, in words of the catalogue."""

from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError

from groupplan.model.finding import Words, say
from groupplan.render.allowance import Fault
from groupplan.render.reach import names

Told = tuple[str, Words, Words | None, str]
"""The slug of a finding, its words, a hint, and the word in the line that it is about."""


class Unknown(StrictUndefined):
    """Says only the name, which is put into a sentence by whoever catches it."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        near = get_close_matches(str(self._undefined_name), names(self._undefined_obj), n=1)
        return "\0".join([str(self._undefined_name), *near])


def told(error: BaseException) -> Told:
    """An error of jinja's or of ours as a finding says it."""
    match error:
        case Fault():
            return error.slug, error.words, error.hint, ""
        case UndefinedError():
            name, _, near = str(error.message).partition("\0")
            hint = say("did-you-mean", name=near) if near else None
            return "template-unknown-name", say("template-no-name", name=name[:60]), hint, name
        case TemplateSyntaxError():
            return "template-syntax", say("template-syntax", reason=str(error.message)[:200]), None, ""
        case TemplateNotFound():
            name = str(error.name)
            return "template-unknown-name", say("template-no-file", name=name[:60]), None, name
        case SyntaxError():  # Python's own, over what jinja made
            return "template-over-limit", say("template-tangled"), None, ""
        case RecursionError():
            return "template-fails", say("template-endless"), None, ""
    reason = f"{type(error).__name__}: {error}"[:200]
    return "template-fails", say("template-fails", reason=reason), None, ""
