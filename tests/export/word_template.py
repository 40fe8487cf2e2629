"""Makes templates/word/plan.docx: `python -m tests.export.word_template`. A test holds the two together."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from groupplan.export.archive import repacked

PLACE = Path(__file__).parents[2] / "templates" / "word" / "plan.docx"
LATIN, CHINESE = "Calibri", "Microsoft YaHei"
INK, ACCENT, QUIET = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x0B, 0x5C, 0x6B), RGBColor(0x5B, 0x67, 0x70)
SIZES = (20, 14, 12, 11, 10.5, 10.5)


def made() -> bytes:
    """The template's bytes."""
    document = Document()
    _page(document)
    _fonts(document)
    _headings(document)
    _own(document)
    _table(document)
    _cover(document)
    found = io.BytesIO()
    document.save(found)
    return repacked(found.getvalue())


def _page(document: Opened) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.style = foot.style = document.styles["Footer"]
    head.add_run("{{ title }}")
    foot.alignment = 2
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text == code:
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}> {code} </w:instrText>"))
        else:
            run.text = text


def _font(style: ParagraphStyle, size: float, colour: RGBColor = INK, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = LATIN, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), CHINESE)
    fonts.set(qn("w:cs"), LATIN)


def _space(
    style: ParagraphStyle, before: float, after: float, *, line: float = 1.25, hold: bool = False
) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing, form.keep_with_next = line, hold


def _fonts(document: Opened) -> None:
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    fonts.attrib.clear()
    for name, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", CHINESE)):
        fonts.set(qn(f"w:{name}"), font)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")
    _font(document.styles["Normal"], 10.5)
    _font(document.styles["Footer"], 9, QUIET)


def _headings(document: Opened) -> None:
    for level, size in enumerate(SIZES, 1):
        style = document.styles[f"Heading {level}"]
        _font(style, size, ACCENT if level < 3 else INK, bold=True)
        _space(style, 30 if level == 1 else 14, 8 if level == 1 else 4, line=1.15, hold=True)
    for name, size, after in (("Title", 28, 6), ("Subtitle", 11, 18)):
        style = document.styles[name]
        _font(style, size, ACCENT if name == "Title" else QUIET, bold=name == "Title")
        _space(style, 0, after, line=1.15)
        for line in style.element.findall(f".//{qn('w:pBdr')}"):
            line.getparent().remove(line)


def _own(document: Opened) -> None:
    for name, size, before, after in (
        ("Plan Text", 10.5, 0, 6), ("Plan Lead", 10.5, 0, 8), ("Plan Warning", 10.5, 0, 8),
        ("Plan List", 10.5, 0, 3), ("Plan Pair", 10.5, 0, 4), ("Plan Cell", 8.5, 1, 1),
        ("Plan Head", 8.5, 2, 2),
        ("Plan Gap", 4, 0, 4), ("Plan Sent", 9, 8, 2), ("Plan Words", 10, 0, 10),
        ("Plan Contents", 12, 0, 4), ("Plan Entry", 10.5, 0, 2),
    ):  # fmt: skip
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        bold = name in ("Plan Lead", "Plan Warning", "Plan Head", "Plan Contents")
        _font(style, size, QUIET if name == "Plan Sent" else INK, bold=bold)
        held = name in ("Plan Head", "Plan Sent", "Plan Contents")
        _space(style, before, after, line=1.1 if size < 10 else 1.25, hold=held)
    document.styles["Plan Warning"].font.color.rgb = RGBColor(0x9A, 0x34, 0x12)
    hanging = document.styles["Plan List"].paragraph_format
    hanging.left_indent, hanging.first_line_indent = Mm(7), Mm(-7)
    hanging.tab_stops.add_tab_stop(Mm(7))
    _bar(document.styles["Plan Words"])


def _bar(style: ParagraphStyle) -> None:
    """A bar at the left and a light ground: what is pasted looks like what is sent."""
    style.paragraph_format.left_indent = Mm(3)
    found = style.element.get_or_add_pPr()
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="9FC5CC"/></w:pBdr>'
    )
    ground = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F3F7F8"/>')
    spacing = found.find(qn("w:spacing"))
    spacing.addprevious(border)
    spacing.addprevious(ground)


def _table(document: Opened) -> None:
    """Fine lines between rows, a ground behind the head."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="D5DCE0"/>'
        for side in ("top", "bottom", "insideH")
    )
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="PlanTable">'
            '<w:name w:val="Plan Table"/><w:uiPriority w:val="99"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>"
            '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E8F0F2"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )


def _cover(document: Opened) -> None:
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{{ plan }}")
    properties = document.core_properties
    properties.author = properties.last_modified_by = "groupplan"
    properties.comments = properties.title = ""


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_bytes(made())
