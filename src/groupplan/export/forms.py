"""Every form a plan is made into: what the file is called, what it is made from, who makes it.

An exporter is a module of this room by the name of its form, with ``as_<form>(given, request)``. It gives
bytes, or, for a form that is a folder, bytes by relative name (``a.txt``, ``lin/b.txt``); it asks neither
the clock nor the locale, so the same plan gives the same bytes.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field

from groupplan.model.views import ALL, VIEWS, viewed

Source = Literal["plan", "paper", "page"]
"""A ``Plan``; a ``document.Paper`` as render lays it out; the text of the finished HTML page."""
Files = bytes | Mapping[str, bytes]


class Request(Struct, frozen=True):
    """What an exporter may know besides the plan."""

    folder: Path = Path()
    """The brief's folder: where own templates lie."""
    split: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Of the environment: where programs lie."""
    template: bytes = b""
    """The user's own Word template; b"" for ours."""


PLAIN = Request()
Exporter = Callable[[Any, Request], Files]


class Form(Struct, frozen=True):
    """One form. ``suffix`` ends the file's name; a form that is a folder has a name without one."""

    name: str
    suffix: str = ""
    source: Source = "plan"
    extra: str = ""
    """What ``pip install groupplan[…]`` has to bring; "" for nothing."""
    sealed: bool = False
    """A document with notes and a seal, which `papers` makes and `check` judges."""
    steady: bool = True
    """Whether the same plan gives the same bytes on every machine; a browser's print does not."""
    splits: tuple[str, ...] = ()
    """Words for ``--split``, each of which makes a folder of it."""

    def folder(self, split: str = "") -> bool:
        """Whether the form is a folder of files."""
        return split in self.splits or not self.suffix

    def ending(self, split: str = "") -> str:
        """What is put behind the name of the plan: ``.xlsx``, ``.scripts``, ``.ics-by-duty``."""
        return f".{self.name}-by-{split}" if split in self.splits else self.suffix or f".{self.name}"


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("md", ".md", "paper", sealed=True),
        Form("html", ".html", "paper", sealed=True),
        *(
            Form(viewed(form, view), f".{view}.{form}", "paper", sealed=True)
            for view in VIEWS
            if view != ALL
            for form in ("md", "html")
        ),
        Form("json", ".json"),
        Form("csv", ".csv"),
        Form("xlsx", ".xlsx"),
        Form("ics", ".ics", splits=("duty",)),
        Form("docx", ".docx", "paper", extra="docx"),
        Form("pdf", ".pdf", "page", extra="pdf", steady=False),
        Form("xmind", ".xmind"),
        Form("sop", ".sop.xlsx"),
        Form("scripts"),
        Form("tasks"),
    )
}


def by_name(path: str) -> str:
    """The form that the name of a file tells, "" when it tells none."""
    lower = Path(path).name.lower()
    fits = [form for form in FORMS.values() if form.suffix and lower.endswith(form.suffix)]
    return max(fits, key=lambda form: len(form.suffix)).name if fits else ""


def exporter(form: Form) -> Exporter:
    """What makes a form; its module is imported here and not before. ``ModuleNotFoundError``: an extra."""
    module = import_module(f"groupplan.export.{form.name}")
    return getattr(module, f"as_{form.name}")  # type: ignore[no-any-return]
