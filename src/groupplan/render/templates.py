"""jinja2, imported only here: our own templates, strict about names, escaping per form."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from groupplan.render.escape import fenced, markdown_cell, markdown_line, mermaid
from groupplan.render.page import columns, fingerprint, wrapped
from groupplan.resources import shipped


@cache
def _environment(form: str) -> Environment:
    found = Environment(
        loader=FileSystemLoader(str(shipped("templates")), encoding="utf-8"),
        autoescape=form == "html",  # noqa: S701 - Markdown has escapes of its own
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=(),
    )
    if form == "markdown":
        found.filters |= {"cell": markdown_cell, "line": markdown_line, "fenced": fenced, "node": mermaid}
    else:
        found.filters |= {"columns": columns, "fingerprint": fingerprint, "wrapped": wrapped}
    return found


def template(name: str) -> Template:
    """A shipped template, compiled once a process."""
    found: Any = _environment(name.partition("/")[0]).get_template(name)
    assert isinstance(found, Template)  # noqa: S101
    return found
