"""The whole reference of the rules as one Markdown document: what docs/rules.*.md hold."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from groupplan.cli.pages import fenced, known_rows, label
from groupplan.cli.surroundings import Surroundings
from groupplan.messages import catalogue

_SIGNS = re.compile(r"[\\`*<>\[\]|~]|&(?=#|\w+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_SPELLED = {"\u200b": "\\u200B"}


def reference(around: Surroundings) -> str:
    """Every rule by its code, below a table of contents by hundreds."""
    pages, rows = catalogue("pages"), known_rows()
    intro = around.say("explain.all_intro", count=len(pages), language=around.lang)
    parts = [f"# {around.say('explain.all_title')}", intro]
    hundreds: dict[str, list[str]] = {}
    for code in sorted(pages):
        hundreds.setdefault(code[2], []).append(code)
    parts.extend(_contents(hundred, codes, around) for hundred, codes in hundreds.items())
    for hundred, codes in hundreds.items():
        parts.append(f"## {_hundred(hundred, around)}")
        parts.extend(section(code, around, rows) for code in codes)
    return "\n\n".join(parts) + "\n"


def section(code: str, around: Surroundings, rows: Mapping[str, Mapping[str, Any]]) -> str:
    """One rule, with an anchor to link to and what it rests on in words."""
    found, lang = catalogue("pages")[code], around.lang
    parts = [
        f'<a id="{code}"></a>',
        f"### {code} · {_plain(found['title'][lang])}",
        f"`{found['slug']}` · {around.say('report.' + found['level'])}",
        _plain(found["why"][lang]),
        _heading("bad", around),
        _visible(fenced(code, found["bad"])),
        _heading("good", around),
        _visible(fenced(code, found["good"])),
        f"{_heading('mend', around)}\n\n{_plain(found['mend'][lang])}",
    ]
    if found["basis"]:
        parts.append(_heading("rests", around))
        parts.append("\n".join(_basis(rows[key], around) for key in found["basis"]))
    return "\n\n".join(parts)


def _contents(hundred: str, codes: list[str], around: Surroundings) -> str:
    pages = catalogue("pages")
    return "\n".join(
        [
            f"**{_hundred(hundred, around)}**\n",
            *(f"- [{code}](#{code}) {_plain(pages[code]['title'][around.lang])}" for code in codes),
        ]
    )


def _hundred(hundred: str, around: Surroundings) -> str:
    return f"GP{hundred}xx · {around.say(f'explain.hundred_{hundred}')}"


def _heading(key: str, around: Surroundings) -> str:
    return f"**{around.say(f'explain.{key}')}**"


def _basis(row: Mapping[str, Any], around: Surroundings) -> str:
    return f"- **{row['id']}** {around.say('explain.colon').join(_said(row, around))}"


def _said(row: Mapping[str, Any], around: Surroundings) -> Iterator[str]:
    """The name where there is one, the words, and for a fact how far it can be trusted."""
    lang = around.lang
    if row.get("name"):
        yield _plain(row["name"][lang])
    words = _plain(row["say"][lang]) if row.get("say") else ""
    if row.get("trust"):
        gaps = {"trust": label("trust", str(row["trust"]), lang), "date": row.get("date") or "—"}
        words += around.say("explain.of_fact", **gaps)
    if words:
        yield words


def _plain(text: str) -> str:
    """Words as Markdown that shows exactly them."""
    return _SIGNS.sub(lambda match: f"\\{match[0]}", str(text).strip())


def _visible(text: str) -> str:
    """Signs nobody sees are spelled out, so that they survive an editor."""
    for sign, spelled in _SPELLED.items():
        text = text.replace(sign, spelled)
    return text
