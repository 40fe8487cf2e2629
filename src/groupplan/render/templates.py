"""jinja2, imported only here: our own templates, strict about names, escaping per form."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from groupplan.render.cells import lined, rows
from groupplan.render.escape import fenced, markdown_cell, markdown_line, mermaid
from groupplan.render.page import columns, dumped, fingerprint, tight, wrapped
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
    found.filters |= filters(form)
    found.policies["json.dumps_function"] = dumped
    return found


def filters(form: str) -> dict[str, Callable[..., Any]]:
    """What the templates of a form can do with values beside what jinja brings."""
    if form == "markdown":
        return {"cell": markdown_cell, "line": markdown_line, "fenced": fenced, "node": mermaid}
    return {
        "columns": columns,
        "fingerprint": fingerprint,
        "wrapped": wrapped,
        "lined": lined,
        "rows": rows,
        "tight": tight,
    }


def template(name: str) -> Template:
    """A shipped template, compiled once a process."""
    found: Any = _environment(name.partition("/")[0]).get_template(name)
    assert isinstance(found, Template)  # noqa: S101
    return found
