"""Which brief becomes which file, in which form."""

from pathlib import Path

from msgspec import Struct

from groupplan.export.forms import FORMS, by_name
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.model.seal import SUFFIXES
from groupplan.model.views import ALL, VIEWS, viewed


class Job(Struct, frozen=True):
    """One brief and the files made of it: (form, path), the path ``-`` for standard output."""

    brief: str
    files: tuple[tuple[str, str], ...]


class Wish(Struct, frozen=True):
    """What a command line says about forms and places: ``--to``, ``-o``, ``--out-dir``, ``--split``."""

    forms: tuple[str, ...] = ()
    out: str = ""
    out_dir: str = ""
    split: str = ""

    @classmethod
    def of(
        cls, to: tuple[str, ...], out: str, out_dir: str, split: str = "", view: str = ALL, *, many: bool
    ) -> "Wish":
        """The wish of a command line; ``Misuse`` where options contradict each other."""
        forms = tuple(dict.fromkeys(part for word in to for part in word.split(",") if part))
        for form in forms:
            if form not in FORMS:
                raise Misuse(say("no-such-form", name=form[:60], known=" ".join(FORMS)))
        forms = _seen(forms, out, view)
        if out and out_dir:
            raise Misuse(say("out-and-out-dir"))
        if out and (many or len(forms) > 1):
            raise Misuse(say("one-out-for-many"))
        if split and not any(split in FORMS[form].splits for form in forms):
            raise Misuse(say("no-such-split", name=split[:60], known="--to ics --split duty"))
        if out == "-" and forms and FORMS[forms[0]].folder(split):
            raise Misuse(say("folder-to-stdout", form=forms[0]))
        return cls(forms, out, out_dir, split)


def _seen(forms: tuple[str, ...], out: str, view: str) -> tuple[str, ...]:
    """The forms as one sort of reader gets them; only documents have views."""
    if view not in VIEWS:
        raise Misuse(say("no-such-view", name=view[:60], known=" ".join(VIEWS)))
    if view == ALL:
        return forms
    for form in forms:
        if form not in SUFFIXES.values():
            raise Misuse(say("no-view-of", form=form, view=view))
    suffix = SUFFIXES.get(Path(out).suffix.lower(), "md")
    return tuple(viewed(form, view) for form in forms or (suffix,))


def job(brief: str, wish: Wish, expected: tuple[str, ...] = ()) -> Job:
    """The files a named brief is made into: as asked, else as settings expect, else one in Markdown."""
    if wish.out:
        suffix = SUFFIXES.get(Path(wish.out).suffix.lower()) or by_name(wish.out)
        if wish.out != "-" and not wish.forms and not suffix:
            raise Misuse(say("no-form-for", path=wish.out[:200], known=" ".join(FORMS)))
        return Job(brief, ((wish.forms[0] if wish.forms else suffix or "md", wish.out),))
    forms = wish.forms or expected or ("md",)
    if brief == "-":
        if FORMS[forms[0]].folder(wish.split):
            raise Misuse(say("folder-to-stdout", form=forms[0]))
        return Job(brief, ((forms[0], "-"),))
    return Job(brief, tuple((form, str(target(brief, form, wish.out_dir, wish.split))) for form in forms))


def target(brief: str, form: str, folder: str = "", split: str = "") -> Path:
    """Where the document of a brief lies unless somebody says otherwise."""
    path = Path(brief)
    stem = path.name.removesuffix(".yaml").removesuffix(".yml")
    stem = "plan" if stem == "brief" else f"{stem.removesuffix('.brief')}.plan"
    return (Path(folder) if folder else path.parent) / f"{stem}{FORMS[form].ending(split)}"


def distinct(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """The jobs again; ``Misuse`` where two plans would get one name."""
    seen: dict[str, str] = {}
    for one in jobs:
        for _, path in one.files:
            other = seen.setdefault(path.casefold(), one.brief)
            if path != "-" and other != one.brief:
                raise Misuse(say("same-target", path=path, one=other, other=one.brief))
    return jobs
