"""A further plan as Markdown and as a page, beside makers of documents, by cpu in one run.

Run by hand: python -m benchmarks.render [COUNT]. Each plan is one of the examples; the peers get our own
Markdown of it. mistune and mkdocs are measured where they can be imported or are on the path, pandoc and
hugo where they are on the path. Cold starts are taken off: each is run with COUNT documents and with one.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.check import cost

EXAMPLE = Path(__file__).parent.parent / "examples" / "study-camp"
MISTUNE = """
import sys, mistune
from pathlib import Path
make = mistune.create_markdown(plugins=["table"])
for path in sorted(Path(sys.argv[1]).glob("*.md")):
    path.with_suffix(".html").write_text(make(path.read_text(encoding="utf-8")), encoding="utf-8")
"""
Command = list[str]


def briefs(folder: Path, count: int) -> None:
    """So many briefs, alike but for their names."""
    text = (EXAMPLE / "brief.yaml").read_text(encoding="utf-8")
    for number in range(count):
        place = folder / f"{number:04}.brief.yaml"
        place.write_text(text.replace("name: ", f"name: {number} ", 1), encoding="utf-8")


def pages(folder: Path, count: int) -> None:
    """So many documents in Markdown."""
    text = (EXAMPLE / "expected" / "plan.md").read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"{number:04}.md").write_text(f"# {number}\n\n{text}", encoding="utf-8")


def site(folder: Path, count: int) -> None:
    """The same as a site for mkdocs."""
    (folder / "docs").mkdir()
    pages(folder / "docs", count)
    (folder / "mkdocs.yml").write_text("site_name: Plans\n", encoding="utf-8")


def ours(form: str, jobs: str) -> Callable[[Path], Command]:
    """Our own command."""
    return lambda place: [
        sys.executable, "-m", "groupplan", "render", "--to", form, "--jobs", jobs, "--force", str(place)
    ]  # fmt: skip


def rows() -> dict[str, tuple[Callable[[Path, int], None], Callable[[Path], Command]]]:
    """Name → what it is given, and its command."""
    found: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], Command]]] = {
        "Markdown": (briefs, ours("md", "1")),
        "Markdown, all cores": (briefs, ours("md", "0")),
        "page": (briefs, ours("html", "1")),
        "mistune": (pages, lambda place: [sys.executable, "-c", MISTUNE, str(place)]),
    }
    if shutil.which("mkdocs"):
        found["mkdocs"] = (site, lambda place: ["mkdocs", "build", "-q", "-f", str(place / "mkdocs.yml")])
    if shutil.which("pandoc"):
        found["pandoc"] = (pages, lambda place: ["sh", "-c", f'for one in {place}/*.md; do pandoc "$one" -o "$one.html"; done'])  # fmt: skip # noqa: E501
    return found


def main(count: int) -> None:
    """One line a maker: milliseconds of cpu and wall for each further document."""
    for name, (put, command) in rows().items():
        used = {}
        for number in (1, count):
            with tempfile.TemporaryDirectory() as place:
                put(Path(place), number)
                used[number] = cost(command(Path(place)), {"NO_MKDOCS_2_WARNING": "1"})
        more = 1e3 / (count - 1)
        cpu, wall = used[count].cpu - used[1].cpu, used[count].wall - used[1].wall
        print(f"{name:20} {cpu * more:8.1f} ms cpu {wall * more:8.1f} ms wall a further document")


if __name__ == "__main__":
    os.environ.setdefault("GROUPPLAN_LANG", "en")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
