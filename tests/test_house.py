"""The house stands as drawn in the design: floors, who may import what, and sizes."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import groupplan

ROOT = Path(groupplan.__file__).parent
FLOORS: dict[str, int] = {
    **dict.fromkeys(("__init__", "model", "resources", "messages"), 1),
    **dict.fromkeys(("read", "validate", "settle", "expand", "schedule", "forecast", "measure", "fit"), 2),
    **dict.fromkeys(("word", "check", "render", "export", "report", "mend", "compare", "choose"), 2),
    **dict.fromkeys(("configure", "files"), 2),
    **dict.fromkeys(("pipeline", "scaffold", "shelf", "almanac", "papers", "scenarios"), 3),
    **dict.fromkeys(("press", "provenance", "settings", "cache", "exports", "templating", "proof"), 3),
    **dict.fromkeys(("cli", "__main__"), 4),
}
EVERYWHERE = "*"
ALLOWED = {
    "msgspec": {EVERYWHERE},
    "typer": {"cli"},
    "rich": {"cli", "report.text"},
    "jinja2": {"render", "export.word_slots"},
    "markupsafe": {"render", "export.word_slots"},
    "yaml": {"read"},
    "pydantic": {"model", "validate"},
    "pydantic_core": {"model", "validate"},
    "xlsxwriter": {"export.xlsx", "export.workbook"},
    "docxtpl": {"export.word_template"},
    "docx": {"export.docx", "export.word_care", "export.word_styles", "export.word_template"},
    "weasyprint": {"export.pdf"},
    "icalendar": {"export.ics"},
}
"""Package → where it may be imported; any other package but the standard library nowhere."""
SURROUNDINGS = {"getcwd", "cwd", "environ", "getenv", "isatty", "today", "now", "utcnow", "argv", "home"}
FILES = sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    """``model.source``; the file of a folder is the folder."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
NODES = [(name, node) for name, tree in MODULES.items() for node in ast.walk(tree)]


def imports(name: str) -> Iterator[str]:
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            for alias in node.names:
                longer = f"{node.module}.{alias.name}"
                yield longer if longer.removeprefix("groupplan.") in MODULES else str(node.module)


def arrows(name: str) -> set[str]:
    """The modules of groupplan that a module imports; the bare package is ``__init__``."""
    own = {one for one in imports(name) if one.partition(".")[0] == "groupplan"}
    return {one.partition(".")[2] or "__init__" for one in own} - {name}


def test_no_module_imports_upward_and_no_stage_another() -> None:
    for name in MODULES:
        place = name.partition(".")[0]
        for other in arrows(name):
            below = FLOORS[other.partition(".")[0]]
            beside = other.partition(".")[0] == place or below != 2
            assert below < FLOORS[place] or (below == FLOORS[place] and beside), f"{name} imports {other}"


def test_there_is_no_circle() -> None:
    TopologicalSorter({name: arrows(name) for name in MODULES}).prepare()


def test_each_package_is_imported_only_where_it_may() -> None:
    for name in MODULES:
        packages = {one.partition(".")[0] for one in imports(name)} - {"groupplan", *sys.stdlib_module_names}
        for package in packages:
            allowed = ALLOWED.get(package, set())
            assert {name, name.partition(".")[0], EVERYWHERE} & allowed, f"{name} imports {package}"


def test_only_the_command_line_asks_for_its_surroundings() -> None:
    asked = [(name, node.attr) for name, node in NODES if isinstance(node, ast.Attribute)]
    found = {name for name, attribute in asked if attribute in SURROUNDINGS}
    assert {name for name in found if FLOORS[name.partition(".")[0]] < 4} == set()


def test_nothing_is_evaluated() -> None:
    calls = [(name, node.func) for name, node in NODES if isinstance(node, ast.Call)]
    names = {(name, func.id) for name, func in calls if isinstance(func, ast.Name)}
    assert {one for one in names if one[1] in ("eval", "exec", "compile", "__import__")} == set()


def test_folders_are_one_level_deep() -> None:
    assert [path for path in FILES if len(path.relative_to(ROOT).parts) > 2] == []


def test_files_are_short() -> None:
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: size for name, size in sizes.items() if size > 200} == {}
    assert median(sizes.values()) <= 80


def test_functions_are_short() -> None:
    defined = [(name, node) for name, node in NODES if isinstance(node, ast.FunctionDef)]
    sizes = {f"{name}.{node.name}": int(node.end_lineno or 0) - node.lineno + 1 for name, node in defined}
    assert {name: size for name, size in sizes.items() if size > 40} == {}
    assert median(sizes.values()) <= 8
