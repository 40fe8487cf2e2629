"""The briefs below a folder, the documents that are there of each, and those that no brief makes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from groupplan import papers
from groupplan.cli.briefs import below, is_brief
from groupplan.cli.choices import Chosen
from groupplan.cli.chosen import options
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.targets import Job, Wish, job, target
from groupplan.cli.trouble import guarded
from groupplan.export import earlier
from groupplan.files import slurp
from groupplan.model.finding import Finding, say
from groupplan.model.limits import PLAN_BYTES
from groupplan.model.refusal import Misuse, Trouble
from groupplan.model.seal import SUFFIXES
from groupplan.press import shown
from groupplan.provenance import brief_of, form_of


class Tree(Struct):
    """What lies below a folder. A job without files is a brief nobody has made a document of."""

    jobs: list[Job] = field(default_factory=list)
    orphans: list[Finding] = field(default_factory=list)
    unread: list[Trouble] = field(default_factory=list)


def gathered(names: list[str], wish: Wish, around: Surroundings, *, writing: bool) -> tuple[Tree, list[int]]:
    """Briefs and folders as one tree, each brief once; and the exit codes of those that gave nothing."""
    tree = Tree()
    step = partial(_into, tree, wish, Chosen(options(), around), writing)
    codes = [guarded(partial(step, name), around) for name in dict.fromkeys(names)]
    files: dict[str, dict[tuple[str, str], None]] = {}
    for one in tree.jobs:
        wanted = dict.fromkeys((form, _plain(path)) for form, path in one.files)
        files.setdefault(_plain(one.brief), {}).update(wanted)
    tree.jobs = [Job(brief, tuple(wanted)) for brief, wanted in files.items()]
    tree.orphans = list(dict.fromkeys(tree.orphans))
    return tree, codes


def _plain(name: str) -> str:
    return name if name == "-" else shown(Path(name))


def _into(tree: Tree, wish: Wish, chosen: Chosen, writing: bool, name: str) -> int:
    if name == "-" or "\0" in name or not Path(name).is_dir():
        asked = wish.forms or wish.out or name == "-"
        tree.jobs.append(job(name, wish, () if asked else chosen.documents(name)))
        return 0
    found = survey(Path(name), wish, chosen, writing=writing)
    tree.jobs += found.jobs
    tree.orphans += found.orphans
    tree.unread += found.unread
    return 0


def survey(folder: Path, wish: Wish, chosen: Chosen, *, writing: bool) -> Tree:
    """The jobs of a folder: the forms asked for, else what is there and what settings expect.

    To write, a brief of which there is nothing gets one document in Markdown.
    """
    found = [(path, path.resolve()) for path in map(Path, chosen.kept(str(one) for one in below(folder)))]
    briefs = {place: str(path) for path, place in found if is_brief(path)}
    tree = Tree()
    there: dict[Path, dict[Path, str]] = {}
    for path in (path for path, _ in found if path.suffix.lower() in SUFFIXES):
        brief, form = _brief(path, chosen.here, tree)
        if brief is not None:
            briefs.setdefault(brief.resolve(), str(brief))
            there.setdefault(brief.resolve(), {})[path] = form
    if not (briefs or tree.orphans or tree.unread):
        raise Misuse(say("nothing-to-render", path=folder))
    for place, name in sorted(briefs.items(), key=lambda pair: pair[1]):
        mine = there.get(place, {})
        usual = () if mine or not writing else ("md",)
        wanted = wish.forms or chosen.documents(name) or usual
        tree.jobs.append(Job(name, tuple(_files(name, mine, wanted, wish, folder))))
    return tree


def _brief(path: Path, here: Path, tree: Tree) -> tuple[Path | None, str]:
    """The brief of a sealed document, and its form; what has none is put with the orphans."""
    try:
        document = earlier(slurp(path, PLAN_BYTES))
    except Trouble as trouble:
        tree.unread.append(trouble)
        return None, ""
    said, form = brief_of(document, path, here), form_of(path, document.text)
    if said.place == "there":
        return Path(said.brief), form
    tree.orphans += papers.findings(said, str(path), form)
    return None, form


def _files(
    brief: str, there: dict[Path, str], wanted: tuple[str, ...], wish: Wish, folder: Path
) -> Iterator[tuple[str, str]]:
    """Every document that is there in a form that counts, and the usual one where a form has none."""
    if wish.out_dir:
        inside = Path(brief).parent
        deeper = inside.relative_to(folder) if inside.is_relative_to(folder) else Path()
        away = str(Path(wish.out_dir) / deeper)
        yield from ((form, str(target(brief, form, away, wish.split))) for form in wanted or ("md",))
        return
    yield from ((form, str(path)) for path, form in there.items() if not wish.forms or form in wish.forms)
    yield from (
        (form, str(target(brief, form, split=wish.split))) for form in wanted if form not in there.values()
    )
