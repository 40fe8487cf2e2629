"""Markdown and page are made of the same data: headings, tasks and words to paste are the same in both."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.plan import Plan
from groupplan.render import render
from groupplan.render.words import Dictionary
from tests.render.markdown import Table, fences, headings, parsed, tables

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
BOTH = pytest.mark.parametrize("name", ["study-camp", "open-source"])
STAGE = "stage.tasks_head"
WEEK = "calendar.week_head"


@cache
def plan(name: str) -> Plan:
    folder = EXAMPLES / name
    return pipeline.make(pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder))


class Reader(HTMLParser):
    """Headings, tables and preformatted texts as a reader of the page sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[tuple[str, str]] = []
        self.tables: list[Table] = []
        self.words: list[str] = []
        self.within: list[str] = []
        self.feed(text.replace("<pre>\n", "<pre>").replace("\N{NO-BREAK SPACE}", " "))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append("")
        elif tag == "pre":
            self.words.append("")
        elif tag in HEADINGS and "template" not in self.within:
            self.headings.append((tag, ""))
        if tag not in ("br", "meta", "input"):
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.within.pop()

    def handle_data(self, data: str) -> None:
        if "template" in self.within:
            return
        if {"th", "td"} & {*self.within}:
            self.tables[-1][-1][-1] += data
        elif "pre" in self.within:
            self.words[-1] += data
        elif HEADINGS & {*self.within}:
            tag, text = self.headings[-1]
            self.headings[-1] = tag, text + data


HEADINGS = {f"h{level}" for level in range(1, 7)}


@cache
def page(name: str) -> Reader:
    return Reader(render(plan(name), "html").body)


@BOTH
def test_headings_are_the_same(name: str) -> None:
    assert page(name).headings == headings(parsed(render(plan(name), "md").body))


@BOTH
@pytest.mark.parametrize("heads", [STAGE, WEEK])
def test_tasks_and_days_are_the_same(name: str, heads: str) -> None:
    known = {*Dictionary(plan(name).settled.language).heads(heads)}

    def mine(found: list[Table]) -> list[Table]:
        return [[[cell.strip() for cell in row] for row in one] for one in found if {*one[0]} <= known]

    markdown = mine(tables(parsed(render(plan(name), "md").body)))
    assert mine(page(name).tables) == markdown
    assert sum(map(len, markdown)) > 100


@BOTH
def test_words_to_paste_are_the_same_to_the_letter(name: str) -> None:
    found = fences(parsed(render(plan(name), "md").body))
    assert page(name).words == found
    assert len(found) > 60


def test_the_page_of_the_study_camp_stays_small_enough_to_send() -> None:
    assert len(render(plan("study-camp"), "html").body.encode()) <= 600_000
