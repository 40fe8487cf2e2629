"""Text of any kind and amount: nothing breaks, nothing becomes markup, nothing is cut without a word."""

from collections import Counter
from functools import cache
from html.parser import HTMLParser

import pytest

from groupplan.model import limits
from groupplan.model.plan import Plan
from groupplan.render import render
from groupplan.render.escape import undisguised
from tests.briefs import alone, load
from tests.render.hostile import everywhere, quoted, somewhere
from tests.render.markdown import fences, meaning, parsed, read

PLAIN = "Plain words"
ODD = {
    "formula": "=1+1",
    "plus": "+86 138",
    "at": "@everyone",
    "minus": "-x",
    "bar and ticks": "a | b `c` ``d``",
    "tag": "</title></style></script><script>alert(1)</script>",
    "attributes": "\"'><img src=x onerror=alert(1)> ' onmouseover='alert(1)",
    "markdown": "# a\n- b\n[c](javascript:alert(1)) ![d](http://e/f.png) **g**",
    "template": "{{ 7*7 }}{% for x in y %}{{ paper }}",
    "entities": "&lt;b&gt; &#60;i&#62; &amp;",
    "comment": "--> <!-- /notes --> <!--",
    "cdata": "]]><![CDATA[ <?xml ?>",
    "emoji": "🎉👩‍👩‍👧‍👦🇨🇳🏳️‍🌈",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "right to left": "שלום עולם مرحبا بالعالم",
    "override": "abc\u202e\u2066fed\u2069\u200f\u061c",
    "controls": "a\x01b\x1b[31mc\x7fd\x9be",
    "line ends": "a\u2028b\u2029c\x85d",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "private": "\ue000\U000f0000\ufffd",
}
"""What people paste; signs that nobody sees are written as escapes, which a brief may."""


class Elements(HTMLParser):
    """Names of elements and attributes, and all the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.text: list[str] = []
        self.targets: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] += 1
        self.names.update(f"{tag}@{name}" for name, _ in attrs)
        self.targets |= {str(value) for name, value in attrs if name in ("href", "src", "action")}

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@cache
def plain_page() -> Counter[str]:
    return Elements(render(everywhere(PLAIN), "html").body).names


def _page(plan: Plan) -> Elements:
    return Elements(render(plan, "html").body)


@pytest.mark.parametrize("name", ODD)
def test_a_page_has_no_element_more_whatever_its_brief_says(name: str) -> None:
    found = _page(everywhere(ODD[name]))
    assert set(found.names) == set(plain_page())
    for one in {"script", "style", "form", "meta", "section", "a", "button", "input"} & set(plain_page()):
        assert found.names[one] == plain_page()[one], one
    assert all(target.startswith("#") for target in found.targets)
    assert not any(attribute.partition("@")[2].startswith("on") for attribute in found.names)


@pytest.mark.parametrize("name", ODD)
def test_the_words_stand_on_the_page_and_can_be_pasted_from_both(name: str) -> None:
    plan = somewhere(ODD[name])
    text = undisguised(ODD[name])
    assert undisguised(plan.settled.name) in "".join(_page(plan).text)
    assert any(text in one for one in fences(parsed(render(plan, "md").body)))


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_steers_a_reader_is_seen_and_does_nothing(form: str) -> None:
    body = render(everywhere(ODD["override"], ODD["controls"], ODD["line ends"]), form).body
    for sign in "\u202e\u2066\u2069\u200f\u061c\x01\x1b\x7f\x9b\u2028\u2029\x85":
        assert sign not in body
        assert f"\\u{ord(sign):04x}" in body


def test_no_text_is_markdown_in_a_whole_plan() -> None:
    texts = [*ODD.values()]
    assert meaning(parsed(render(everywhere(*texts), "md").body)) == meaning(
        parsed(render(everywhere(PLAIN), "md").body)
    )


@pytest.mark.parametrize("field", ["name", "positioning: {topic", "seeds: {count: 3, from"])
def test_a_text_of_a_hundred_thousand_characters_is_refused_at_its_line(field: str) -> None:
    close = "}" if "{" in field else ""
    loaded = load(f"x-first: 1\n{field}: {'长' * 100_000}{close}\n")
    found = [one for one in loaded.findings if one.code == "GP004"]
    assert not loaded.ok and len(found) == 1
    assert loaded.source.place(found[0].origin).line > 1


def test_the_longest_text_that_is_read_stands_whole_in_both() -> None:
    text = "长 <b>|`\\&🎉*_[x](y)" * (limits.TEXT // 40) + " end"
    plan = somewhere(text)
    assert text in "".join(_page(plan).text)
    assert text in read(parsed(render(plan, "md").body))


@pytest.mark.parametrize("field", ["name: {}", "positioning: {{topic: {}}}", "roles: [{{id: a, name: {}}}]"])
def test_a_nul_is_refused(field: str) -> None:
    loaded = load(field.format(quoted("a\0b")))
    assert not loaded.ok
    assert "GP007" in {one.code for one in loaded.findings}


def test_ten_thousand_tasks_all_stand_in_both() -> None:
    many = 100
    channels = "".join(
        f"  - {{id: c{one}, kind: moments, name: Channel {one}, reach: 10, owner: ann}}\n"
        for one in range(many)
    )
    tasks = "".join(
        f'  - {{id: t{one}, each: channels, stage: recruit, name: "Task {one} at {{{{ item.name }}}}.",'
        f" kind: work, duty: owner, minutes: 1, priority: must, at: {{from: opens, offset: -{one % 7}d}}}}\n"
        for one in range(many)
    )
    who = "roles: [{id: ann, name: Ann, duties: [owner]}]\nlanguage: en\n"
    plan = alone(f"channels:\n{channels}{who}", f"tasks:\n{tasks}")
    assert len(plan.outline.tasks) == many * many
    names = {f"Task {task} at Channel {channel}." for task in range(many) for channel in range(many)}
    page = render(plan, "html").body
    words = render(plan, "md").body
    assert sorted(name for name in names if name not in page) == []
    assert sorted(name for name in names if name not in words) == []
