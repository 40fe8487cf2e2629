"""Findings as JUnit XML: a suite for each file, a case for each finding."""

from itertools import groupby
from typing import TYPE_CHECKING

from groupplan.report.arrange import Line, Report
from groupplan.report.words import path, place, plain, said, summary

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NEVER = str.maketrans({"\ufffe": "\\ufffe", "\uffff": "\\uffff"})


def as_junit(report: Report) -> str:
    """What fails the check is a failure; what does not is a case that passes and says so."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("testsuites", name="groupplan")
    for file, lines in groupby(report.lines, key=lambda line: line.file):
        suite = SubElement(root, "testsuite", name=_safe(path(file)))
        for line in lines:
            _case(suite, line, report)
    hidden = sum(report.more.values())
    if hidden or not report.lines:
        _rest(SubElement(root, "testsuite", name="groupplan"), report)
    for suite in root:
        _counts(suite, [suite])
    _counts(root, list(root))
    indent(root)
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(suite: "Element", line: Line, report: Report) -> None:
    from xml.etree.ElementTree import SubElement

    name = f"{line.finding.code} {line.span.line}:{line.span.column} {line.message}"
    case = SubElement(suite, "testcase", name=_safe(name), classname=_safe(path(line.file)), time="0")
    level = said(report, line.finding.severity.word)
    text = _safe(f"{place(line)}: {line.finding.code} {level} {line.message}")
    if line.hint:
        text += f"\n{_safe(line.hint)}"
    if line.finding.severity >= report.least:
        about = {"type": _safe(line.finding.code), "message": _safe(line.message)}
        SubElement(case, "failure", about).text = text
    else:
        SubElement(case, "system-out").text = text


def _rest(suite: "Element", report: Report) -> None:
    """What is only counted; or the one case that passes where nothing was found."""
    from xml.etree.ElementTree import SubElement

    case = SubElement(suite, "testcase", name="check", classname="groupplan", time="0")
    rows = [plain(said(report, "more", file=file, count=count)) for file, count in report.more.items()]
    text = _safe("; ".join([*rows, summary(report)]))
    failing = sum(level >= report.least for level in report.levels)
    if failing > sum(line.finding.severity >= report.least for line in report.lines):
        SubElement(case, "failure", {"type": "groupplan", "message": text}).text = text
    else:
        SubElement(case, "system-out").text = text


def _counts(element: "Element", suites: "list[Element]") -> None:
    element.set("tests", str(sum(len(suite.findall("testcase")) for suite in suites)))
    element.set("failures", str(sum(len(suite.findall("testcase/failure")) for suite in suites)))
    element.set("errors", "0")
    if element.tag == "testsuite":
        element.set("skipped", "0")
    element.set("time", "0")


def _safe(text: str) -> str:
    """Text on one line, of characters that XML allows."""
    return plain(text).translate(_NEVER)
