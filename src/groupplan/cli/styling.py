"""What `templates` does: the shipped files with their blocks, what the project replaces, a copy of one."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.export.write import write
from groupplan.files import inside, root_of
from groupplan.messages import catalogue
from groupplan.model.codes import did_you_mean
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.templating import FOLDER, own, places, shipped_names

if TYPE_CHECKING:
    from groupplan.model.template import Own


def listed(folder: str, around: Surroundings) -> int:
    """Every file and block that can be replaced, a sentence each, and who replaces it for a folder."""
    here = _folder(folder)
    root = root_of(here.resolve())
    mine, there = own(here, root), places(here, root)
    lines = [around.say("templates.intro"), ""]
    for name in shipped_names():
        lines += _file(name, mine, there, around)
    others = [one for one in there if one not in shipped_names()]
    if others:
        lines += ["", around.say("templates.others")]
        lines += (f"  {around.clean(str(there[name]))}" for name in others)
    output.out("\n".join(lines))
    return 0


def _folder(name: str) -> Path:
    path = Path(name)
    if "\0" in name or not path.exists():
        raise Misuse(say("no-such-file", path=name[:200]))
    return path if path.is_dir() else path.parent


def _file(name: str, mine: "Own", there: Mapping[str, Path], around: Surroundings) -> Iterator[str]:
    from groupplan.render.judged import blocks
    from groupplan.render.offered import offer

    replaced = next((one for one in mine.templates if one.name == name), None)
    yield f"{name}  {_sentence('files', name, around)}"
    if replaced is not None:
        yield f"  → {around.say('templates.replaced', path=around.clean(replaced.shown))}"
    elif name in there:
        yield f"  → {around.say('templates.copied', path=around.clean(str(there[name])))}"
    taken = blocks(mine, name)
    for block in offer(name).blocks:
        mark = around.say("templates.taken") if block in taken else ""
        yield f"  {block}  {_sentence('blocks', block, around)}{mark}"


def _sentence(kind: str, name: str, around: Surroundings) -> str:
    found = catalogue("templates")[kind].get(name)
    return str(found[around.lang]) if found else ""


def copied(name: str, folder: str, around: Surroundings) -> int:
    """A shipped file put into `templates/` below a folder; one that is there already stays."""
    from groupplan.render.offered import text_of

    if name not in shipped_names():
        hint = did_you_mean(name, shipped_names())
        raise Misuse(say("no-such-template", name=name[:60]), *((hint,) if hint else ()))
    if "\0" in folder or (Path(folder).exists() and not Path(folder).is_dir()):
        raise Misuse(say("not-a-folder", path=folder[:200]))
    path = Path(folder) / FOLDER / name
    if path.exists() or path.is_symlink():
        output.err(around.say("templates.exists", path=around.clean(str(path))))
        return 1
    inside(path, Path(folder))
    write(path, str(text_of(name)))
    output.err(around.say("templates.written", path=around.clean(str(path))))
    output.err(around.say("templates.next", name=name))
    return 0
