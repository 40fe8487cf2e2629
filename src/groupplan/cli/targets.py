"""Which brief becomes which file, in which form."""

from dataclasses import dataclass
from pathlib import Path

from groupplan.model.finding import say
from groupplan.model.refusal import Misuse

FORMS = ("md", "html")
_SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Job:
    """One brief and the files made of it: (form, path), the path ``-`` for standard output."""

    brief: str
    files: tuple[tuple[str, str], ...]


def targets(briefs: list[str], to: tuple[str, ...], out: str, out_dir: str) -> tuple[Job, ...]:
    """The jobs of a command line; ``Misuse`` where options contradict or two plans get one name."""
    forms = tuple(dict.fromkeys(part for word in to for part in word.split(",") if part))
    for form in forms:
        if form not in FORMS:
            raise Misuse(say("no-such-form", name=form[:60], known=" ".join(FORMS)))
    if out and out_dir:
        raise Misuse(say("out-and-out-dir"))
    if out and (len(briefs) > 1 or len(forms) > 1):
        raise Misuse(say("one-out-for-many"))
    jobs = tuple(Job(brief, _files(brief, forms, out, out_dir)) for brief in dict.fromkeys(briefs))
    _unique(jobs)
    return jobs


def _files(brief: str, forms: tuple[str, ...], out: str, out_dir: str) -> tuple[tuple[str, str], ...]:
    if out:
        suffix = _SUFFIXES.get(Path(out).suffix.lower())
        if out != "-" and not forms and suffix is None:
            raise Misuse(say("no-form-for", path=out[:200], known=" ".join(FORMS)))
        return ((forms[0] if forms else suffix or "md", out),)
    if brief == "-":
        return ((forms[0] if forms else "md", "-"),)
    path = Path(brief)
    stem = path.name.removesuffix(".yaml").removesuffix(".yml")
    stem = "plan" if stem == "brief" else f"{stem.removesuffix('.brief')}.plan"
    folder = Path(out_dir) if out_dir else path.parent
    return tuple((form, str(folder / f"{stem}.{form}")) for form in forms or ("md",))


def _unique(jobs: tuple[Job, ...]) -> None:
    seen: dict[str, str] = {}
    for job in jobs:
        for _, path in job.files:
            other = seen.setdefault(path.casefold(), job.brief)
            if path != "-" and other != job.brief:
                raise Misuse(say("same-target", path=path, one=other, other=job.brief))
