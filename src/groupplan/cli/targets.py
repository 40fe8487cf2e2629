"""Which brief becomes which file, in which form."""

from dataclasses import dataclass
from pathlib import Path

from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.model.seal import SUFFIXES

FORMS = ("md", "html")


@dataclass(frozen=True, slots=True)
class Job:
    """One brief and the files made of it: (form, path), the path ``-`` for standard output."""

    brief: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a command line says about forms and places: ``--to``, ``-o``, ``--out-dir``."""

    forms: tuple[str, ...] = ()
    out: str = ""
    out_dir: str = ""

    @classmethod
    def of(cls, to: tuple[str, ...], out: str, out_dir: str, *, many: bool) -> "Wish":
        """The wish of a command line; ``Misuse`` where options contradict each other."""
        forms = tuple(dict.fromkeys(part for word in to for part in word.split(",") if part))
        for form in forms:
            if form not in FORMS:
                raise Misuse(say("no-such-form", name=form[:60], known=" ".join(FORMS)))
        if out and out_dir:
            raise Misuse(say("out-and-out-dir"))
        if out and (many or len(forms) > 1):
            raise Misuse(say("one-out-for-many"))
        return cls(forms, out, out_dir)


def job(brief: str, wish: Wish) -> Job:
    """The files a named brief is made into."""
    if wish.out:
        suffix = SUFFIXES.get(Path(wish.out).suffix.lower())
        if wish.out != "-" and not wish.forms and suffix is None:
            raise Misuse(say("no-form-for", path=wish.out[:200], known=" ".join(FORMS)))
        return Job(brief, ((wish.forms[0] if wish.forms else suffix or "md", wish.out),))
    forms = wish.forms or ("md",)
    if brief == "-":
        return Job(brief, ((forms[0], "-"),))
    return Job(brief, tuple((form, str(target(brief, form, wish.out_dir))) for form in forms))


def target(brief: str, form: str, folder: str = "") -> Path:
    """Where the document of a brief lies unless somebody says otherwise."""
    path = Path(brief)
    stem = path.name.removesuffix(".yaml").removesuffix(".yml")
    stem = "plan" if stem == "brief" else f"{stem.removesuffix('.brief')}.plan"
    return (Path(folder) if folder else path.parent) / f"{stem}.{form}"


def distinct(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """The jobs again; ``Misuse`` where two plans would get one name."""
    seen: dict[str, str] = {}
    for one in jobs:
        for _, path in one.files:
            other = seen.setdefault(path.casefold(), one.brief)
            if path != "-" and other != one.brief:
                raise Misuse(say("same-target", path=path, one=other, other=one.brief))
    return jobs
