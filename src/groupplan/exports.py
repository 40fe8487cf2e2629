"""Exported files: made from a plan, marked, and laid beside what is there already."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from groupplan.export.forms import Files, Form, Request, exporter
from groupplan.export.landing import Landing, landing, landings, safe
from groupplan.export.mark import stamped
from groupplan.files import inside, root_of, slurp, there
from groupplan.model.finding import say
from groupplan.model.limits import EXPORT_BYTES, WORD_TEMPLATE_BYTES
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse


def made(plan: Plan, form: Form, request: Request) -> Files:
    """The bytes of an exported form; ``Misuse`` where what it takes is not installed."""
    try:
        make = exporter(form)
        if form.name == "docx":
            request = replace(request, template=_word_template(request.folder))
        files = make(_given(plan, form), request)
    except ModuleNotFoundError as error:
        if not form.extra or str(error.name).startswith("groupplan"):
            raise
        raise Misuse(say("missing-extra", form=form.name, extra=form.extra)) from None
    if isinstance(files, Mapping):
        if not all(safe(name) for name in files):
            raise ValueError(f"unsafe name in {form.name}")
        return files
    return stamped(files)


def _word_template(folder: Path) -> bytes:
    """The user's own, beside the brief or at the project's root; b"" where there is none."""
    root = root_of(folder.resolve())
    for place in dict.fromkeys((folder, root)):
        path = place / "templates" / "plan.docx"
        if there(path):
            inside(path, root)
            return slurp(path, WORD_TEMPLATE_BYTES)
    return b""


def _given(plan: Plan, form: Form) -> object:
    if form.source == "plan":
        return plan
    if form.source == "page":
        from groupplan.render import render

        return render(plan, "html").body
    from groupplan.render.paper import paper
    from groupplan.render.words import Dictionary

    return paper(plan, Dictionary(plan.settled.language))


def laid(files: Files, path: Path) -> tuple[Landing, ...]:
    """What writing them to a path would do, file by file."""
    if isinstance(files, Mapping):
        return landings(files, path, lambda one: _inside(one, path))
    return (landing(files, path, _before(path)),)


def _inside(path: Path, folder: Path) -> bytes | None:
    inside(path, folder)
    return _before(path)


def _before(path: Path) -> bytes | None:
    return slurp(path, EXPORT_BYTES) if path.exists() else None
