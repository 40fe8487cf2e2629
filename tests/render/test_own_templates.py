"""Own templates: what they may do works, what they may not is a finding at its line, and nothing hangs."""

import json
import resource
import signal
from collections.abc import Iterator
from functools import cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from groupplan.model.document import Bullets, Paper, Part, Prose, Section, Table
from groupplan.model.plan import Plan
from groupplan.model.template import Own, Spoiled, Template
from groupplan.render import laid_out, render
from groupplan.render.judged import blocks, judged, used
from groupplan.render.offered import text_of
from groupplan.render.words import Dictionary
from groupplan.templating import shipped_names
from tests.briefs import make
from tests.render.hostile import somewhere
from tests.render.markdown import meaning, parsed

SECONDS = 15.0
"""Processor time of the slowest bomb, on a slow machine that does other things too."""
GROWTH = 400
"""MiB one bomb may add."""
PAGE = "html/plan.html.j2"
HEAD = '{% extends "shipped/html/plan.html.j2" %}\n{% block footer %}\n'
FOOT = "\n{% endblock %}\n"
SIGNS = "{% set ns = namespace(s='abcdefghijklmnop', t='bbbbbbbbbbbbbbbb', y=[]) %}"
LONG = SIGNS + "{% for i in range(19) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}"
TWO = SIGNS + "{% for i in range(16) %}{% set ns.s = ns.s ~ ns.s %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}"
BOMBS = (
    *(TWO + "{{ ns.s." + name + "(ns.t ~ 'a') | length }}" for name in ("strip", "lstrip", "rstrip")),
    *(TWO + "{{ ns.s." + name + "(ns.t) }}" for name in ("rfind", "rpartition", "rsplit")),
    TWO + "{{ ns.s | trim(ns.t) | length }}",
    TWO + "{{ ns.s.startswith((ns.t,) * 2) }}{{ ns.s.splitlines() | length }}".replace("(ns.t,) * 2", "ns.t"),
    *(LONG + "{% set a = ns.s | " + name + " %}" for name in ("list", "sort", "unique | list", "reverse")),
    *(LONG + "{{ ns.s | " + name + " }}" for name in ("max", "min", "select('in', 'b') | first", "join")),
    *(LONG + "{{ ns.s | " + name + " | list }}" for name in ("reject('in', 'b')", "map(attribute='x')")),
    LONG.replace("klmnop", "     p") + "{% set a = ns.s.split() %}",
    LONG + "{% set a = ns.s.split('a') %}",
    LONG + "".join(f"{{% set a{i} = ns.s[1:] %}}" for i in range(40)),
    TWO + "{% for i in range(1000) %}{% set ns.y = ns.y + [ns.s] %}{% endfor %}{{ ns.y | sort | length }}",
    SIGNS + "{% for i in range(900) %}{% set ns.y = ns.y + ['a b'.split()] %}{% endfor %}"
    "{% for i in range(1000) %}{% for k in ns.y | map(attribute=0) %}{% endfor %}{% endfor %}" * 5,
)
"""Much time or memory in one call: each is over a limit."""
META = '<meta http-equiv="refresh" content="0;url=http://example.org/">'
AWAY = (
    f"<!-->{META}<!-- -->",
    f"<!--->{META}<!-- -->",
    f"<!-- --!>{META}<!-- -->",
    f"<![CDATA[ > {META} ]]>",
    f"<textarea><!--</textarea>{META}-->",
    f"<xmp><!--</xmp>{META}-->",
    f"<?x>{META}",
    "<META/HTTP-EQUIV=refresh content='0;url=http://example.org/'>",
    '<meta name="x>" http-equiv="refresh" content="0;url=http://example.org/">',
    '<meta http-equiv="Content-Security-Policy" http-equiv="refresh" content="0;url=http://example.org/">',
)
"""Pages that a browser leaves, whatever a parser of ours makes of them."""
DOUBLED = "{% set ns = namespace(x='aaaaaaaaaaaaaaaa', y=[1]) %}"
REFUSED = {
    "GP951": (
        "{{ paper.title }",
        "{% for a in b %}",
        "{% nonsense %}",
        "{{ paper.title | }}",
        "{# a",
    ),
    "GP952": (
        "{{ nope }}",
        "{{ paper.titel }}",
        "{{ extra.nope }}",
        "{{ extra['nope'] }}",
        "{{ say('nope') }}",
        "{{ paper.title | nope }}",
        "{% if paper is nope %}{% endif %}",
        "{{ lipsum(n=100000) }}",
        "{{ joiner() }}",
        "{{ config }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ '{0.__class__}'.format_map({}) }}",
        "{% set k = '__cl' ~ 'ass__' %}{{ ''[k] }}",
        "{% set k = '__cl' ~ 'ass__' %}{{ [paper] | map(attribute=k) | first }}",
        "{% set k = '__globals__' %}{{ say[k] }}",
        "{% set n = '../x' %}{% include n %}",
        "{% include 'html/nope.j2' %}",
        "{% include 'html/page' %}",
    ),
    "GP953": (
        "{{ 9**(9**9) }}",
        "{% if false %}{{ 9**(9**9) }}{% endif %}",
        "{{ 'a' | center(1000000000) }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '%(a)s' % {'a': 1} }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ '' | attr('__class__') }}",
        "{{ ''['__class__'] }}",
        "{{ say.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os.popen('true').read() }}",
        "{{ [paper] | map(attribute='__class__') | list }}",
        "{{ [paper] | map(attribute='title.__class__') | list }}",
        "{{ ['a'] | map('center', 100) | list }}",
        "{{ ['a'] | select('filter') | list }}",
        "{{ paper.title | safe }}",
        "{{ paper | pprint }}",
        "{{ {'a b': 1} | xmlattr }}",
        "{% autoescape false %}{{ paper.title }}{% endautoescape %}",
        "{% filter upper %}x{% endfilter %}",
        "{% set x | replace('&lt;', '<') %}{{ paper.title }}{% endset %}",
        "{{ say(*['page.made']) }}",
        "{{ say(**{'a': 1}) }}",
        "{{ paper.title() }}",
        "{% macro m() %}{{ varargs }}{% endmacro %}",
        "{% include '/etc/passwd' %}",
        "{% include '../../etc/passwd' %}",
        "{% include 'html/..' %}",
        "{% import 'C:\\\\x' as x %}",
        "{% set _x = 1 %}",
        "{% block _b %}{% endblock %}",
    ),
    "GP954": (
        "{{ 'a' * 1000000000 }}",
        "{% set x = 'a' * 1000 %}{% set y = x * 1000000 %}",
        "{% for a in range(99999) %}{% endfor %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}"
        "{% endfor %}{% endfor %}{% endfor %}",
        DOUBLED + "{% set ns.x = ns.x ~ ns.x %}" * 40,
        DOUBLED + "{% set ns.x = ns.x + ns.x %}" * 40,
        DOUBLED + "{% set ns.x = ns.x | replace('a', 'aa') %}" * 40,
        DOUBLED + "{% set ns.x = [ns.x, ns.x] | join %}" * 40,
        DOUBLED + "{% set ns.y = [ns.y, ns.y] %}" * 40 + "{{ ns.y == ns.y }}",
        DOUBLED + "{% set ns.y = ns.y + ns.y %}" * 40,
        "{% set x %}aaaaaaaaaaaaaaaa{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% for a in range(1000) %}{% for b in range(1000) %}" + "x" * 10_000 + "{% endfor %}{% endfor %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}{% include 'html/style.css' %}"
        "{% endfor %}{% endfor %}",
        "{{ 1.5 | round(1000000000, 'ceil') }}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "[" * 100_000 + " }}",
        "{{ " + "-" * 50_000 + "1 }}",
        "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
        "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
        "{{ 1 }}" * 20_000,
    ),
    "GP955": (
        "{{ paper }}",
        "{{ paper.sections }}",
        "{{ [paper] | join }}",
        DOUBLED + "{% set ns.y = [ns.y, ns.y] %}" * 12 + "{{ ns.y | string }}",
        "{{ 1 / 0 }}",
        "{{ 1 + 'a' }}",
        "{{ 99999999999999999999 * 99999999999999999999 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{{ self.footer() }}",
    ),
    "GP956": (
        "<script>alert(1)</script>",
        "<svg><script>alert(1)</script></svg>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' JAVA\tscript:alert(1)'>x</a>",
        "<p onclick=x>y</p>",
        "<{{ 'img' }} onerror=x>",
        "<meta http-equiv=refresh content='0;url=http://x'>",
        "<base href='http://x'>",
        "<style>p{color:red}</style>",
        "<iframe src='http://x'></iframe>",
        "<a href='data:text/html,x'>x</a>",
    ),
}
UNPLACED = (
    *("{{ ((", "{{ [[", "{{ --", "{% if 1 %}{% if", "{% for a in [1] %}{% for", "{# a"),
    "<a href=' JAVA",
)
"""Where the reader gives up before it knows the line, and what is spelled so that it stands nowhere."""
PARTS = ("{{", "}}", "{%", "%}", "{#", "#}", "paper", ".", "[", "]", "(", ")", "|", "~", "*", "'", '"', " ")
WORDS = ("for", "in", "endfor", "if", "endif", "set", "block", "endblock", "title", "range", "1", "say", "\n")


SMALL = Paper(
    "Camp",
    "March",
    "en",
    (
        Section("summary", 1, "Summary", (Prose("One"), Part("More", (Bullets(("a", "b")),), "more"))),
        Section("goals", 2, "Goals", (Table("goals", ("a", "b"), (("1", "2\n3"),)),)),
    ),
)


@cache
def plan() -> Plan:
    return make("x-tagline: twenty minutes a day")


def own(text: str, name: str = PAGE, **extra: str) -> Own:
    return Own((Template(name, f"templates/{name}", text),), json.dumps(extra))


def drawn(text: str, name: str = PAGE, of: Plan | None = None, **extra: str) -> str:
    """A document with one own template; a very small one unless a plan is given."""
    form, mine = "html" if name.startswith("html") else "md", own(text, name, **extra)
    if of is not None:
        return render(replace(of, own=mine), form).body
    return laid_out(SMALL, form, Dictionary("en"), None, mine).body


def ours(form: str = "html") -> str:
    """The same small document as it is shipped."""
    return laid_out(SMALL, form, Dictionary("en")).body


def refused(text: str, name: str = PAGE) -> list[tuple[str, int]]:
    """Code and line of what is found, in the files or in drawing them."""
    found = judged(own(text, name))
    if not found:
        with pytest.raises(Spoiled) as caught:
            drawn(text, name)
        found = caught.value.findings
    return [(one.code, one.origin.at.line if one.origin.at else 0) for one in found]


def _refusals() -> Iterator[tuple[str, str]]:
    yield from ((code, text) for code, texts in REFUSED.items() for text in texts)


@pytest.mark.parametrize(("code", "text"), list(_refusals()), ids=lambda value: str(value)[:60])
def test_what_is_not_allowed_is_found_at_its_line_and_in_time(code: str, text: str) -> None:
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    with pytest.raises(Spoiled) as caught:
        drawn(HEAD + text + FOOT)
    assert {one.code for one in caught.value.findings} == {code}
    assert process_time() - began < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH * 1024
    lines = {one.origin.at.line for one in caught.value.findings if one.origin.at}
    assert lines <= ({1} if text.startswith(UNPLACED) else {3, 4}), caught.value.findings


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[-40:])
def test_no_call_takes_much_time_or_memory(text: str) -> None:
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    assert {code for code, _ in refused(HEAD + text + FOOT)} == {"GP954"}
    assert process_time() - began < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def test_the_clock_is_given_back() -> None:
    def mine(*_: object) -> None:
        """Somebody else's."""

    handler = signal.signal(signal.SIGVTALRM, mine)
    try:
        drawn(HEAD + "x" + FOOT)
        assert signal.getsignal(signal.SIGVTALRM) is mine
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGVTALRM, handler)


@pytest.mark.parametrize("text", AWAY)
def test_no_page_leads_its_reader_away(text: str) -> None:
    assert {code for code, _ in refused(HEAD + text + FOOT)} == {"GP956"}


def test_no_style_leads_its_reader_away() -> None:
    footer = '<svg><style>{% include "html/style.css" %}</style></svg>'
    style = Template("html/style.css", "templates/html/style.css", META)
    both = Own((*own(HEAD + footer + FOOT).templates, style))
    with pytest.raises(Spoiled) as caught:
        laid_out(SMALL, "html", Dictionary("en"), None, both)
    assert {one.code for one in caught.value.findings} == {"GP956"}
    assert refused("p{}\n/* <b> */", "html/style.css") == [("GP956", 2)]


def test_a_description_and_a_named_drawing_may_stand_in_a_page() -> None:
    head = '{% block head %}{{ super() }}<meta name="description" content="x">{% endblock %}'
    page = drawn(HEAD + "<svg><title>Ours</title></svg>" + FOOT + head)
    assert '<meta name="description"' in page
    assert "<title>Ours" in page


def test_judging_alone_does_not_work_anything_out() -> None:
    for _, text in _refusals():
        began = process_time()
        judged(own(HEAD + text + FOOT))
        assert process_time() - began < SECONDS


@pytest.mark.parametrize("name", [one for one in shipped_names() if one.endswith(".j2")])
def test_a_copy_of_what_is_shipped_may_do_all_it_does(name: str) -> None:
    text = f"{text_of(name)}{{# mine #}}"
    form = "html" if name.startswith("html") else "md"
    assert judged(own(text, name)) == ()
    assert drawn(text, name, plan()) == render(plan(), form).body


def test_all_copies_together_change_nothing() -> None:
    every = tuple(Template(name, name, f"{text_of(name)}{{# mine #}}") for name in shipped_names())
    for form in ("md", "html"):
        assert render(replace(plan(), own=Own(every)), form).body == render(plan(), form).body


def test_one_block_is_overridden_and_the_rest_stays() -> None:
    text = HEAD + "<footer><p>{{ paper.title }} · {{ extra.tagline }}</p></footer>" + FOOT
    page = drawn(text, tagline="<b>20</b> minutes")
    assert "<footer><p>Camp · &lt;b&gt;20&lt;/b&gt; minutes</p></footer>" in page
    assert page.partition("<footer>")[0] == ours().partition("<footer>")[0]


def test_super_and_macros_of_the_shipped_ones_are_at_hand() -> None:
    page = drawn(HEAD + "{{ super() }}<ol>{{ jumps(paper.sections[:2]) }}</ol>" + FOOT)
    shipped = ours()
    assert page.count('<a href="#summary">') == shipped.count('<a href="#summary">') + 1
    assert shipped.partition("<footer>")[2].partition("</footer>")[0] in page


def test_an_own_style_is_named_by_the_policy() -> None:
    page = drawn('{% include "shipped/html/style.css" %}\n:root { --mine: #06c }\n', "html/style.css")
    assert ":root { --mine: #06c }" in page


def test_a_style_that_leaves_its_element_is_refused() -> None:
    assert set(refused("</style><script>alert(1)</script>", "html/style.css")) == {("GP956", 1)}


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ paper.title }}</p>",
        '<!doctype html><html lang="en"><head><meta charset="utf-8"></head></html>',
        '<title>{% extends "shipped/html/plan.html.j2" %}',
        '{% extends "shipped/html/plan.html.j2" %}{% block head %}<title>x</title>{% endblock %}',
        '{% extends "shipped/html/plan.html.j2" %}{% block head %}<!-- {{ super() }} -->{% endblock %}',
        '{% extends "shipped/html/plan.html.j2" %}'
        "{% block head %}<script>1</script>{{ super() }}{% endblock %}",
    ],
)
def test_the_policy_cannot_be_dropped_nor_come_late(text: str) -> None:
    assert {code for code, _ in refused(text)} == {"GP956"}


def test_the_script_cannot_be_replaced() -> None:
    text = '{% extends "shipped/html/plan.html.j2" %}{% block script %}alert(1){% endblock %}'
    with pytest.raises(Spoiled) as caught:
        drawn(text, of=plan())
    assert [one.code for one in caught.value.findings] == ["GP956"]


def test_what_a_brief_says_is_escaped_on_a_page() -> None:
    of = somewhere("<img src=x onerror=alert(1)> & {{ paper }} \"'")
    page = drawn(HEAD + '<p title="{{ paper.title }}">{{ paper.title }}</p>' + FOOT, of=of)
    assert "<img" not in page


def test_what_a_brief_says_is_escaped_in_markdown_too() -> None:
    text = (
        '{% extends "shipped/markdown/plan.md.j2" %}\n{% block section %}\n## {{ section.title }}\n\n'
        '{{ paper.title }} {{ "**" ~ paper.title ~ "**" }}\n\n{{ blocks(section.blocks, 3) }}{% endblock %}\n'
    )
    hostile = drawn(text, "markdown/plan.md.j2", of=somewhere("<b>x</b> [a](javascript:b) `c` | # d"))
    plain = drawn(text, "markdown/plan.md.j2", of=somewhere("Plain words"))
    assert meaning(parsed(hostile)) == meaning(parsed(plain))
    tokens = [one for block in MarkdownIt().parse(hostile) for one in block.children or ()]
    assert any(one.type == "strong_open" for one in tokens)


def test_files_and_blocks_nobody_uses_are_warnings() -> None:
    stray = "{% block foot %}{% endblock %}"
    assert refused('{% extends "shipped/html/plan.html.j2" %}\n' + stray) == [("GP957", 2)]
    assert [one.code for one in judged(own("x", "html/plan.htm.j2"))] == ["GP957"]


def test_a_file_of_ones_own_is_included_by_name() -> None:
    mine = own(HEAD + '{% include "html/mine.html.j2" %}' + FOOT).templates
    part = Template("html/mine.html.j2", "templates/html/mine.html.j2", "<footer>{{ paper.title }}</footer>")
    both = Own((*mine, part))
    assert judged(both) == ()
    assert "<footer>Camp</footer>" in laid_out(SMALL, "html", Dictionary("en"), None, both).body


def test_a_template_that_builds_on_itself_is_told_how_to_build_on_the_shipped_one() -> None:
    assert refused('{% extends "html/plan.html.j2" %}') == [("GP955", 1)]


def test_keys_and_blocks_that_are_used_are_known() -> None:
    text = HEAD + "{{ extra.tagline }}{{ extra['logo'] }}" + FOOT
    assert used(own(text)) == frozenset(("tagline", "logo"))
    assert used(own(HEAD + "{% for key in extra %}{{ key }}{% endfor %}" + FOOT)) is None
    assert blocks(own(text), PAGE) == ("footer",)
    assert "footer" in blocks(own("x"), PAGE)


def test_the_same_templates_give_the_same_bytes_after_a_failure() -> None:
    text = HEAD + "{{ paper.title }}" + FOOT
    first = drawn(text)
    with pytest.raises(Spoiled):
        drawn(HEAD + "{{ 1 / 0 }}" + FOOT)
    assert drawn(text) == first


@given(st.lists(st.sampled_from((*PARTS, *WORDS)), max_size=30).map("".join))
@settings(max_examples=40)
def test_any_text_is_a_template_or_a_finding(text: str) -> None:
    judged(own(HEAD + text + FOOT))
    try:
        drawn(HEAD + text + FOOT)
    except Spoiled as spoiled:
        assert spoiled.findings
