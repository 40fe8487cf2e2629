"""The page: nothing of the brief becomes markup, nothing is loaded, the policy names the style."""

import base64
import hashlib
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup

from groupplan import pipeline
from groupplan.model.document import Document, Paper, Part, Prose, Section, Table, Words
from groupplan.model.plan import Plan
from groupplan.render import laid_out, render
from groupplan.render.page import anchored, columns, tight
from groupplan.render.words import Dictionary
from groupplan.resources import shipped

TEMPLATES = sorted((shipped("templates") / "html").glob("*.j2"))
SCRIPTS = sorted((shipped("templates") / "html" / "page").glob("*.js"))
STYLE = (shipped("templates") / "html" / "style.css").read_text(encoding="utf-8")
VOID = {"meta", "br", "link", "img", "input", "hr", "base"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=1>',
    "' onmouseover='alert(1)",
    "]]></style></title><svg onload=alert(1)>",
    "{{ 7*7 }}{% for x in y %}",
    "javascript:alert(1)",
    "[here](javascript:alert(1)) https://example.org/x.png",
    "<!-- /notes --> --> <!--",
    "&lt;b&gt; &#60;i&#62;",
    "`</pre>`",
)
FIELDS = (
    *("name", "topic", "why", "pain", "value", "promise", "who", "hurt", "place", "channel", "person"),
    *("group", "source", "reason", "reward", "claim"),
)


def _brief(words: dict[str, str], language: str) -> bytes:
    said = {field: json.dumps(words[field], ensure_ascii=False) for field in FIELDS}
    return f"""\
groupplan: 1
name: {said["name"]}
language: {language}
platform: wecom
kind: study-camp
opens: 2027-03-01
closes: 2027-03-07
positioning:
  topic: {said["topic"]}
  purpose: {{why: {said["why"]}, pain: {said["pain"]}, value: {said["value"]}}}
  reasons_to_stay: [{{promise: {said["promise"]}, by: camp_daily_task}}]
audience:
  segments:
    - {{id: a, who: {said["who"]}, pains: [{{id: p, text: {said["hurt"]}}}],
       gathers_at: [{said["place"]}], reach: 500}}
channels: [{{id: c, kind: moments, name: {said["channel"]}, reach: 500, owner: ann}}]
roles: [{{id: ann, name: {said["person"]}, duties: [owner], hours_week: 40}}]
groups: [{{id: main, kind: community, name: {said["group"]}, size: 100, count: auto}}]
goals:
  - {{id: g, metric: completed, baseline: 1, target: 20, deadline: 2027-03-07, source: {said["source"]},
     owner: ann, reason: {said["reason"]}, relieves: p, primary: true}}
rewards: [{{id: r, name: {said["reward"]}, kind: goods, value: 4元, quantity: 2, claim: {said["claim"]}}}]
""".encode()


@cache
def _plan(hostile: bool, language: str = "zh-CN") -> Plan:
    words = {field: HOSTILE[n % len(HOSTILE)] if hostile else "晨读 7 天" for n, field in enumerate(FIELDS)}
    loaded = pipeline.load(_brief(words, language), "brief.yaml", Path(), Path())
    assert loaded.ok, loaded.findings
    return pipeline.make(loaded)


@cache
def _page(hostile: bool = False, language: str = "zh-CN") -> str:
    return render(_plan(hostile, language), "html").body


class Reader(HTMLParser):
    """Names of elements and attributes, headings, text; and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.values: list[tuple[str, str, str]] = []
        self.comments: list[str] = []
        self.text: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if "template" in self.open:
            self.open.append(tag) if tag not in VOID else None
            return
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] += 1
        self.names.update(f"{tag}@{name}" for name, _ in attrs)
        self.values += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & {*self.open}:
            self.text.append(data)
        if "template" in self.open:
            return
        if any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = level, text + data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, key, value in self.values if key == name]


def test_hostile_words_add_no_markup() -> None:
    plain, hostile = Reader(_page()), Reader(_page(hostile=True))
    wrapping = {"br", "text", "text@x", "text@y", "text@class", "text@text-anchor"}
    assert {*hostile.names} == {*plain.names}
    for name in {*plain.names} - wrapping:
        assert hostile.names[name] == plain.names[name], name
    assert hostile.comments == []
    said = "".join(hostile.text)
    assert all(word in said for word in HOSTILE)


@pytest.mark.parametrize("hostile", [False, True])
def test_the_page_loads_nothing(hostile: bool) -> None:
    found = Reader(_page(hostile))
    assert not {"link", "img", "base", "iframe", "object", "a@target", "form@action"} & set(found.names)
    assert found.names["script"] == 2 and found.names["form"] == 1
    for tag, name, value in found.values:
        assert not name.startswith("on") and name not in {"src", "srcset", "style", "action", "xlink:href"}
        assert name != "href" or (tag == "a" and value.startswith("#"))
        assert hostile or not re.search(r"https?:|javascript:|url\(", value)
    assert not re.search(r"@import|url\(|https?:|expression", STYLE)


def test_links_and_labels_meet_ids_and_ids_are_unique() -> None:
    found = Reader(_page())
    ids = found.all("id")
    assert Counter(ids).most_common(1)[0][1] == 1
    asked = {value[1:] for value in found.all("href")}
    asked |= {one for value in found.all("aria-labelledby") for one in value.split()}
    assert asked <= set(ids)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_our_script_and_style_and_nothing_else() -> None:
    page = _page()
    style = page.partition("<style>")[2].partition("</style>")[0]
    script = page.partition('<script type="module">')[2].partition("</script>")[0]
    policy = next(value for value in Reader(page).all("content") if "default-src" in value)
    own = (f"script-src {_digest(script)}", f"style-src {_digest(style)}")
    rest = ("img-src 'none'", "base-uri 'none'", "form-action 'none'")
    assert policy == "; ".join(("default-src 'none'", *own, *rest))
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert style == STYLE
    assert all(tight(Markup(piece.read_text(encoding="utf-8"))) in script for piece in SCRIPTS)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_script_makes_no_markup_from_text_and_calls_nobody(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(", text)
    assert not re.search(r"\bfetch\b|XMLHttp|WebSocket|sendBeacon|import\(|https?:|</|<!--", text)


def test_a_paper_without_its_desk_has_no_script() -> None:
    page = _made(Prose("x"))
    assert "<script" not in page and "script-src" not in page and "<template" not in page


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_quote_every_attribute_and_trust_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|Markup|autoescape|xmlattr", text)
    bare = re.sub(r"{#.*?#}|{%.*?%}", "", text, flags=re.DOTALL)
    bare = re.sub(r"{{.*?}}", "x", bare, flags=re.DOTALL)
    for tag in re.findall(r"<[A-Za-z][^<>]*>", bare):
        assert re.fullmatch(r'<[A-Za-z][\w]*(\s*[\w:-]+="[^"]*")*\s*/?>', tag), tag


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_markdown_and_page_have_the_same_headings(language: str) -> None:
    tokens = MarkdownIt().parse(render(_plan(False, language), "md").body)
    markdown = [
        (int(token.tag[1]), "".join(part.content for part in tokens[n + 1].children or []))
        for n, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert Reader(_page(language=language)).headings == markdown


def test_the_page_speaks_the_language_of_the_plan() -> None:
    assert _page().startswith('<!doctype html>\n<html lang="zh-CN">')
    assert _page(language="en").startswith('<!doctype html>\n<html lang="en">')


def test_same_plan_same_page() -> None:
    assert render(_plan(False), "html") == Document("html", _page())


def _made(*blocks: Part | Prose | Table | Words) -> str:
    found = Paper("T", "S", "en", (Section("scripts", 1, "One", blocks),))
    return laid_out(found, "html", Dictionary("en")).body


def test_a_text_to_paste_keeps_its_lines() -> None:
    text = "\n  first\n\nlast <b>\n"
    page = _made(Words("Monday", text, ""))
    shown = page.partition("<pre>\n")[2].partition("</pre>")[0]
    assert shown == "\n  first\n\nlast &lt;b&gt;\n"


def test_lines_of_a_cell_stay_lines() -> None:
    page = _made(Table("tasks-x", ("a", "b"), (("Name\nwhat & why", "1\n2"),)))
    assert "<td><b>Name</b><br>what &amp; why</td><td>1<br>2</td>" in page


def test_parts_of_one_name_have_different_ids() -> None:
    twice = Part("P", (Part("Q", (), "a b"),), "p")
    found = anchored(Paper("T", "S", "en", (Section("s", 1, "S", (twice, twice, Prose("x"))),)))
    parts = [block for block in found.sections[0].blocks if isinstance(block, Part)]
    inner = [one.slug for part in parts for one in part.blocks if isinstance(one, Part)]
    assert [part.slug for part in parts] == ["s-p", "s-p-2"]
    assert inner == ["s-a-b", "s-a-b-2"]


def test_columns_grow_with_their_words() -> None:
    found = columns(Table("t", ("", "短", "head"), (("", "周一 09:00", "word " * 80), ("2", "—", "x"))))
    assert found == (2, 5, 17)


def _colours(block: str) -> dict[str, str]:
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))
    return {
        name: re.sub("[^#]", r"\g<0>\g<0>", text) if len(text) == 4 else text for name, text in found.items()
    }


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(number: int) -> None:
    colours = _colours(re.findall(r":root {(.*?)}", STYLE, re.DOTALL)[number])
    stages = ("prepare", "recruit", "activate", "retain", "convert", "refer", "review")
    pairs = [(one, ground) for one in ("ink", "soft", "link", *stages) for ground in ("paper", "card")]
    pairs += [("l-light", "l0"), ("l-light", "l1"), ("l-light", "l2"), ("l-dark", "l3"), ("l-dark", "l4")]
    pairs.append(("warning", "warning-card"))
    for one, ground in pairs:
        high, low = sorted((_light(colours[one]), _light(colours[ground])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (one, ground)
