"""The finished page as a PDF: printed by the user's own browser, else by WeasyPrint."""

import re

from groupplan.export.browser import browsers, printed
from groupplan.export.forms import Request
from groupplan.export.mark import BLANK
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse, Trouble

_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'none'; "
    "style-src 'unsafe-inline'\">"
)
"""A second policy, beside the page's own: paper needs no script, and nobody's today stands on it."""
_DATES = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")
_DATE = b"20000101000000"
_ID = re.compile(rb"<[0-9A-Fa-f]{32}>")
_IDS = re.compile(rb"/ID ?\[ ?(?:<[0-9A-Fa-f]{32}> ?){2}\]")


def as_pdf(given: str, request: Request) -> bytes:
    """The PDF. The same browser prints the same bytes; another release or other fonts print others."""
    page = given.replace("<head>", f"<head>\n{_POLICY}", 1)
    program = ""
    for program in browsers(request.variables):
        raw = printed(program, page, request.variables)
        if raw:
            return _settled(raw)
    return _settled(_woven(page, program))


def _woven(page: str, failed: str) -> bytes:
    """By WeasyPrint; ``Trouble`` where only a browser is there that prints nothing."""
    try:
        from weasyprint import HTML
    except ImportError:
        if failed:
            raise Trouble(say("browser-failed", program=failed)) from None
        raise Misuse(say("no-browser")) from None
    except OSError:
        raise Misuse(say("no-pango")) from None
    return bytes(HTML(string=page, url_fetcher=_nothing).write_pdf() or b"")


def _nothing(url: str, *rest: object) -> object:
    raise ValueError(url[:60])


def _settled(raw: bytes) -> bytes:
    """No clock in it: dates and ids of one length are put in the place of those there are."""
    raw = _DATES.sub(rb"\g<1>" + _DATE, raw)
    raw = _IDS.sub(lambda found: _ID.sub(b"<" + b"0" * 32 + b">", found[0]), raw)
    return raw.rstrip(b"\n") + b"\n%" + BLANK + b"\n"
