"""A page made by own templates beside ours: its policy holds, and no other script stands in it."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from groupplan.model.codes import spoilt
from groupplan.model.finding import Finding, Words, say
from groupplan.model.template import Own
from groupplan.render.page import fingerprint

_META = '<meta http-equiv="Content-Security-Policy" content="'
_STYLES = re.compile(r"style-src((?: 'sha256-[A-Za-z0-9+/=]+')+)")
_LINK = re.compile(r"[a-z0-9.+-]+:", re.IGNORECASE)
_SAFE = ("http:", "https:", "mailto:", "tel:")
_TARGETS = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "ping"}
_ACTING = (
    "link base iframe frame frameset object embed applet script style textarea xmp noembed noframes noscript"
    " plaintext template math foreignobject portal form input button select"
)
_RAW = re.compile(rf"<(?:(?:{_ACTING.replace(' ', '|')})(?=[\s/>\0]|\Z)|!doctype html>|[!?])", re.IGNORECASE)
_METAS = re.compile(r"<meta(?![a-z0-9-])[^>]*>?", re.IGNORECASE)
_PLAIN_META = re.compile(r'<meta(?: (?:name|property|content)="[^"<>]*")+ ?/?>')
_TAG = re.compile(r"<[a-z/!?]", re.IGNORECASE)


def unsafe(page: str, shipped: str, own: Own) -> Iterator[Finding]:
    """Everything that must not stand in a page."""
    head = _head(page)
    if head is None or _STYLES.sub("style-src", head) != _STYLES.sub("style-src", _head(shipped) or ""):
        yield _finding(own, "Content-Security-Policy", say("template-page-head"))
        return
    yield from _raw(page, shipped, own)
    mine, ours = _Reader(page), _Reader(shipped)
    for _ in mine.scripts - ours.scripts:
        yield _finding(own, "<script", say("template-page-script"))
        break
    for name, text in sorted(mine.odd - ours.odd):
        yield _finding(own, text, say("template-page-element", name=name[:60]))
    hashes = _STYLES.search(head)
    for style in mine.styles:
        if hashes is None or fingerprint(style) not in hashes[1]:
            yield _finding(own, "<style", say("template-page-style"))


def _raw(page: str, shipped: str, own: Own) -> Iterator[Finding]:
    """What stands there to the letter: a browser may see a tag where a parser of ours sees a comment."""
    for text in _more(_RAW.findall(page), _RAW.findall(shipped)):
        yield _finding(own, text, say("template-page-element", name=text))
    metas = [one for one in _METAS.findall(_STYLES.sub("", page)) if not _PLAIN_META.fullmatch(one)]
    for text in _more(metas, _METAS.findall(_STYLES.sub("", shipped))):
        yield _finding(own, text[:5], say("template-page-element", name="<meta>"))
    for one in own.of("html"):
        found = _TAG.search(one.text) if one.name.endswith(".css") else None
        if found:
            line = one.text.count("\n", 0, found.start()) + 1
            yield spoilt("template-unsafe-page", one.at(line), say("template-page-style"))


def _more(mine: list[str], ours: list[str]) -> list[str]:
    """What stands in a page more often than in the shipped one."""
    return sorted(Counter(map(str.lower, mine)) - Counter(map(str.lower, ours)))


def _head(page: str) -> str | None:
    """All up to the end of the policy: what stands before it decides whether a browser sees it."""
    before, mark, after = page.partition(_META)
    policy, quote, _ = after.partition('">')
    return f"{before}{mark}{policy}" if mark and quote else None


def _finding(own: Own, text: str, words: Words) -> Finding:
    """At the line of a template where that stands, else at the first."""
    mine = own.of("html")
    for one in mine:
        for number, line in enumerate(one.text.split("\n"), 1):
            if text.lower() in line.lower():
                return spoilt("template-unsafe-page", one.at(number), words)
    return spoilt("template-unsafe-page", mine[0].at(1), words)


class _Reader(HTMLParser):
    """Scripts, styles, and whatever else could act or lead away."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: Counter[tuple[str, str]] = Counter()
        self.styles: list[str] = []
        self.odd: set[tuple[str, str]] = set()
        self._open, self._text = "", ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._open, self._text = f"{tag} {sorted(attrs, key=str)}", ""
        for name, value in attrs:
            self._attribute(name, "".join((value or "").split()).lower())

    handle_startendtag = handle_starttag

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            self.odd.add((name, name))
        scheme = _LINK.match(value)
        if name in _TARGETS and scheme and not value.startswith(_SAFE):
            self.odd.add((f"{name}={scheme[0]}", scheme[0]))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open.startswith("script"):
            self.scripts[self._open, self._text] += 1
        elif tag == "style" and self._open.startswith("style"):
            self.styles.append(self._text)
        if tag in ("script", "style"):
            self._open = ""
