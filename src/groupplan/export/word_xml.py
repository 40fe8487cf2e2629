"""A plan's sections and blocks as the XML of a Word document."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from groupplan.export.word_tables import boxed, table
from groupplan.export.word_text import Styles, heading, item, labelled, link, mark_of, paragraph, runs, text
from groupplan.export.words import Wordbook
from groupplan.model.document import (
    Block,
    Bullets,
    Chat,
    Lanes,
    Mock,
    Pairs,
    Paper,
    Part,
    Prose,
    Section,
    Table,
    Ticks,
    Words,
)
from groupplan.model.seams import dotted

_TONES = {"plain": "Plan Text", "lead": "Plan Lead", "warning": "Plan Warning"}
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Writer:
    """Writes sections and blocks in the styles of one document."""

    def __init__(self, styles: Styles, words: Wordbook) -> None:
        self._styles = styles
        self._words = words
        self._colon = "：" if words.language == "zh-CN" else ": "

    def plan(self, paper: Paper) -> str:
        """The list of sections, then all of them."""
        return self._contents(paper) + "".join(self.section(one) for one in paper.sections)

    def section(self, section: Section) -> str:
        """A section below its heading."""
        head = heading(_title(section), 1, self._styles, mark_of(section.id), section.number)
        return head + self.blocks(section.blocks, 2)

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        """Blocks in their order; charts are left out, since a table says the same beside each."""
        return "".join(part for block in blocks for part in self._block(block, level))

    def _contents(self, paper: Paper) -> str:
        """The sections, each a link, in a field that Word fills with page numbers when asked."""
        lines = [link(_title(one), mark_of(one.id)) for one in paper.sections] or [""]
        lines[0] = _FIELD + lines[0]
        lines[-1] += _FIELD_END
        head = text(self._words.say("word.contents"), "Plan Contents", self._styles)
        return head + "".join(paragraph(one, "Plan Entry", self._styles) for one in lines)

    def _block(self, block: Block, level: int) -> Iterator[str]:
        styles = self._styles
        match block:
            case Part():
                yield heading(block.title, level, styles) + self.blocks(block.blocks, level + 1)
            case Prose():
                yield text(block.text, _TONES[block.tone], styles)
            case Bullets():
                for number, one in enumerate(block.items, 1):
                    yield item(one, f"{number}." if block.numbered else "•", styles)
            case Ticks():
                yield from (item(one, "☐", styles) for one in block.items)
            case Pairs():
                yield from (labelled(label, value, self._colon, styles) for label, value in block.rows)
            case Table():
                yield table(block.head, block.rows, styles)
            case Words():
                yield text(dotted((block.when, block.meta), self._words.language), "Plan Sent", styles)
                yield text(block.text, "Plan Words", styles)
            case Chat() | Lanes() | Mock():
                yield self._picture(block)

    def _picture(self, block: Chat | Lanes | Mock) -> str:
        """A chat and paths as tables, a poster as a box with its words."""
        styles = self._styles
        match block:
            case Chat():
                said = tuple((one.when, one.who, one.text) for one in block.bubbles)
                return table((), said, styles)
            case Lanes():
                steps = zip_longest(*(lane.steps for lane in block.lanes), fillvalue="")
                rows = tuple((str(number), *row) for number, row in enumerate(steps, 1))
                return table(("", *(lane.label for lane in block.lanes)), rows, styles)
            case Mock():
                below = (block.subtitle, *block.points, block.endorsement)
                below = (*below, block.call, block.code, block.avatar)
                lines = [paragraph(runs(block.title, bold=True), "Plan Cell", styles)]
                lines += [text(one, "Plan Cell", styles) for one in below if one]
                return boxed("".join(lines), styles)


def _title(section: Section) -> str:
    return f"{section.number}. {section.title}"
