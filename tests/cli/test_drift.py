"""A whole tree: which documents are stale, edited, orphaned or missing."""

import shutil
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.cli.judge import missing as missing_of
from groupplan.model.plan import Plan
from tests.cli.conftest import LANGUAGES, Run

GOOD = Path(__file__).parent.parent / "check" / "cases" / "over-budget" / "silent.yaml"


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def tree(run: Run, folder: Path) -> Path:
    """Two briefs, the first with a Markdown plan beside it and a page elsewhere."""
    for name in ("spring", "autumn"):
        Path(name).mkdir()
        shutil.copy(GOOD, f"{name}/brief.yaml")
    assert run("render", "spring/brief.yaml").code == 0
    assert run("render", "spring/brief.yaml", "-o", "spring/out/page.html").code == 0
    return folder


def states(run: Run, *arguments: str) -> tuple[int, dict[str, str]]:
    """The code and each document's first word."""
    ran = run("render", "--check", *arguments)
    lines = [line for line in ran.out.splitlines() if "/" in line]
    return ran.code, {line.split("  ")[-1].strip().split(" ")[0]: line.split("  ")[0] for line in lines}


def test_a_tree_in_order_says_so_and_writes_nothing(run: Run, tree: Path) -> None:
    before = sorted(tree.rglob("*"))
    ran = run("render", "--check", ".")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "none        autumn/brief.yaml",
        "up to date  spring/out/page.html",
        "up to date  spring/plan.md",
        "documents: 2 (up to date: 2)",
        "briefs without a document: 1 (to require one, say --to, or documents in the settings)",
    ]
    assert sorted(tree.rglob("*")) == before


def test_each_document_has_its_state(run: Run, tree: Path) -> None:
    assert run("render", "autumn/brief.yaml", "--to", "md,html").code == 0
    change("spring/brief.yaml", "name: ", "name: X")
    change("spring/plan.md", "\n## ", "\nX\n## ")
    change("autumn/plan.md", "\n## ", "\nX\n## ")
    change("autumn/plan.html", "brief=brief.yaml", "brief=gone.yaml")
    code, found = states(run, ".")
    assert code == 1
    assert found == {
        "autumn/plan.md": "edited",
        "autumn/plan.html": "orphaned",
        "spring/plan.md": "edited",
        "spring/out/page.html": "stale",
    }
    ran = run("render", "--check", ".")
    assert "spring/plan.md (outside its notes, and stale)" in ran.out
    assert ran.out.splitlines()[-1] == "documents: 4 (stale: 1, edited: 1, edited and stale: 1, orphaned: 1)"


def test_a_form_that_is_asked_for_may_be_missing(run: Run, tree: Path) -> None:
    code, found = states(run, ".", "--to", "md")
    assert (code, found) == (1, {"autumn/plan.md": "missing", "spring/plan.md": "up to date"})
    code, found = states(run, ".", "--to", "html")
    assert (code, found) == (1, {"autumn/plan.html": "missing", "spring/out/page.html": "up to date"})


def test_settings_say_which_documents_are_expected_and_what_is_left_out(run: Run, tree: Path) -> None:
    Path("groupplan.toml").write_text('documents = ["md", "html"]\nexclude = ["old"]\n', encoding="utf-8")
    shutil.copytree("spring", "old")
    code, found = states(run, ".")
    assert (code, found) == (
        1,
        {
            "autumn/plan.md": "missing",
            "autumn/plan.html": "missing",
            "spring/plan.md": "up to date",
            "spring/out/page.html": "up to date",
        },
    )
    assert run("render", ".").code == 0
    assert Path("autumn/plan.html").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_tree_without_documents_is_fine_and_says_how_many_briefs_have_none(
    run: Run, tree: Path, lang: str
) -> None:
    shutil.rmtree("spring/out")
    Path("spring/plan.md").unlink()
    ran = run("--lang", lang, "render", "--check", ".")
    assert ran.code == 0
    assert "2" in ran.out.splitlines()[-1] and "documents" in ran.out.splitlines()[-1]
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("options", "setting"), [(("--to", "md,html"), ""), ((), 'documents = ["md", "html"]')]
)
def test_a_document_that_is_asked_for_is_missing_below_a_folder_and_of_a_named_brief(
    run: Run, tree: Path, options: tuple[str, ...], setting: str
) -> None:
    Path("groupplan.toml").write_text(f"{setting}\n", encoding="utf-8")
    below, named = (
        run("render", "--check", "autumn", *options),
        run("render", "--check", "autumn/brief.yaml", *options),
    )
    assert (below.code, named.code) == (1, 1)
    for path in ("autumn/plan.md", "autumn/plan.html"):
        assert path in below.out and path in named.err
    assert run("render", "autumn/brief.yaml", *options).code == 0
    assert Path("autumn/plan.md").exists() and Path("autumn/plan.html").exists()
    below, named = (
        run("render", "--check", "autumn", *options),
        run("render", "--check", "autumn/brief.yaml", *options),
    )
    assert (below.code, named.code) == (0, 0)


def test_settings_say_what_a_named_brief_becomes_unless_the_command_does(run: Run, tree: Path) -> None:
    Path("groupplan.toml").write_text('documents = ["html"]\n', encoding="utf-8")
    assert run("render", "autumn/brief.yaml").code == 0
    assert sorted(path.name for path in Path("autumn").iterdir()) == ["brief.yaml", "plan.html"]
    assert run("render", "--check", "autumn/brief.yaml").code == 0
    assert run("render", "autumn/brief.yaml", "-o", "other.md").code == 0
    assert run("render", "--check", "autumn/brief.yaml", "--to", "md").code == 1
    assert run("render", "-", stdin=Path("autumn/brief.yaml").read_bytes()).out.startswith("# ")


def test_a_named_brief_without_forms_and_settings_wants_its_markdown(run: Run, tree: Path) -> None:
    ran = run("render", "--check", "autumn/brief.yaml")
    assert (ran.code, ran.err.count("autumn/plan.md has not been made yet")) == (1, 1)


def test_a_file_of_somebody_else_in_the_way_is_named(run: Run, tree: Path) -> None:
    Path("autumn/plan.md").write_text("ours\n", encoding="utf-8")
    assert states(run, "autumn", "--to", "md") == (1, {"autumn/plan.md": "foreign"})


def test_a_broken_brief_does_not_hide_the_others(run: Run, tree: Path) -> None:
    Path("autumn/brief.yaml").write_text("groupplan: 1\n", encoding="utf-8")
    ran = run("render", "--check", ".")
    assert ran.code == 1
    assert "broken      autumn/brief.yaml" in ran.out
    assert "up to date  spring/plan.md" in ran.out
    assert "autumn/brief.yaml:1:1: GP011" in ran.err


def test_a_diff_of_the_tree_is_all_there_is_on_stdout(run: Run, tree: Path) -> None:
    change("spring/brief.yaml", "name: ", "name: X")
    ran = run("render", "--check", "--diff", ".")
    assert ran.code == 1
    assert ran.out.startswith("--- spring/out/page.html\n+++ spring/out/page.html\n@@ ")
    assert "\n--- spring/plan.md\n" in ran.out
    assert "stale" not in ran.out
    assert "stale       spring/plan.md" in ran.err


def test_render_of_a_folder_brings_everything_up_to_date(run: Run, tree: Path) -> None:
    change("spring/brief.yaml", "name: ", "name: X")
    ran = run("render", ".")
    assert ran.code == 0
    assert Path("autumn/plan.md").exists()
    assert not Path("spring/plan.html").exists()
    assert states(run, ".") == (
        0,
        dict.fromkeys(("autumn/plan.md", "spring/plan.md", "spring/out/page.html"), "up to date"),
    )


def test_render_of_a_folder_names_orphans_and_leaves_them_alone(run: Run, tree: Path) -> None:
    shutil.copy("spring/plan.md", "autumn/old.md")
    change("autumn/old.md", "brief=brief.yaml", "brief=gone.yaml")
    before = Path("autumn/old.md").read_bytes()
    ran = run("render", ".")
    assert ran.code == 0
    assert "orphaned    autumn/old.md" in ran.err
    assert Path("autumn/old.md").read_bytes() == before


def test_an_edited_document_in_the_tree_is_not_overwritten(run: Run, tree: Path) -> None:
    change("spring/plan.md", "\n## ", "\nX\n## ")
    before = Path("spring/plan.md").read_bytes()
    assert run("render", ".").code == 1
    assert Path("spring/plan.md").read_bytes() == before
    assert Path("autumn/plan.md").exists()


def test_a_document_names_a_brief_that_no_search_would_find(run: Run, tree: Path) -> None:
    Path("autumn/brief.yaml").rename("autumn/camp.yaml")
    assert run("render", "autumn/camp.yaml").code == 0
    change("autumn/camp.yaml", "name: ", "name: X")
    assert states(run, "autumn") == (1, {"autumn/camp.plan.md": "stale"})


def test_a_folder_below_the_brief_finds_it_above(run: Run, tree: Path) -> None:
    assert states(run, "spring/out") == (0, {"spring/out/page.html": "up to date"})


def test_folders_and_briefs_that_overlap_are_rendered_once(run: Run, tree: Path) -> None:
    ran = run("render", ".", "spring", "./spring/brief.yaml", "spring/../spring/brief.yaml")
    assert ran.code == 0
    assert ran.err.count("spring/plan.md") == 1


def test_another_folder_gets_the_shape_of_the_tree(run: Run, tree: Path) -> None:
    assert run("render", ".", "--out-dir", "all").code == 0
    assert sorted(path.as_posix() for path in Path("all").rglob("*.md")) == [
        "all/autumn/plan.md",
        "all/spring/plan.md",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_without_briefs_and_one_file_for_a_folder_are_misuse(
    run: Run, tree: Path, lang: str
) -> None:
    Path("empty").mkdir()
    ran = run("--lang", lang, "render", "empty", "spring/brief.yaml")
    assert ran.code == 2
    assert "empty" in ran.err
    assert run("--lang", lang, "render", ".", "-o", "plan.md").code == 2


def test_files_that_only_look_like_documents_are_left_alone(run: Run, tree: Path) -> None:
    Path("README.md").write_text("# 说明\n", encoding="utf-8")
    Path("spring/link.md").symlink_to("plan.md")
    Path(".git").mkdir()
    shutil.copy("spring/plan.md", ".git/plan.md")
    assert set(states(run, ".")[1]) == {"autumn/brief.yaml", "spring/plan.md", "spring/out/page.html"}


# ---- check ---------------------------------------------------------------------------------------


def test_check_of_a_tree_says_the_same_by_codes(run: Run, tree: Path) -> None:
    change("spring/brief.yaml", "name: ", "name: X")
    change("spring/plan.md", "\n## ", "\nX\n## ")
    shutil.copy("spring/plan.md", "autumn/old.md")
    change("autumn/old.md", "brief=brief.yaml", "brief=gone.yaml")
    ran = run("check", ".", "--select", "GP9", "--format", "json")
    for line in ("autumn/old.md", "spring/plan.md", "spring/out/page.html"):
        assert line in ran.out
    assert [ran.out.count(f'"{code}"') for code in ("GP901", "GP902", "GP903")] == [2, 2, 1]
    assert ran.code == 1


def test_check_makes_a_plan_once_for_all_its_documents(
    run: Run, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    original = pipeline.make

    def watched(loaded: pipeline.Loaded, *, fine: bool = True) -> Plan:
        made.append((loaded.source.name, fine))
        return original(loaded, fine=fine)

    monkeypatch.setattr(pipeline, "make", watched)
    assert run("check", "spring").code == 0
    assert sorted(made) == [("spring/brief.yaml", False), ("spring/brief.yaml", True)]


@pytest.mark.parametrize("form", ["md", "html"])
def test_expected_documents_that_are_missing_are_a_finding(run: Run, tree: Path, form: str) -> None:
    def codes(name: str) -> list[tuple[str, str, str]]:
        return [(one.code, one.slug, one.words.key) for one in missing_of(name, (form,))]

    missing = ("GP904", "plan-missing", "plan-missing")
    assert codes("spring/brief.yaml") == ([missing] if form == "html" else [])
    assert codes("autumn/brief.yaml") == [missing]
    Path(f"autumn/plan.{form}").write_text("ours\n", encoding="utf-8")
    assert codes("autumn/brief.yaml") == [("GP904", "plan-missing", "plan-foreign")]
    assert list(missing_of("autumn/brief.yaml", ())) == []


def test_a_seal_makes_a_document_of_a_file_of_any_name(run: Run, tree: Path) -> None:
    for name in ("plan.txt", "PLAN.MD", "page.htm", "page.markdown"):
        form = "html" if "htm" in name else "md"
        assert run("render", "spring/brief.yaml", "-o", f"spring/{name}", "--to", form).code == 0
    change("spring/brief.yaml", "name: ", "name: X")
    for name in ("plan.txt", "PLAN.MD", "page.htm", "page.markdown"):
        ran = run("check", f"spring/{name}")
        assert ran.code == 1
        assert ran.out.count("GP901") == 1


# ---- odd documents -------------------------------------------------------------------------------


def test_a_note_in_another_encoding_is_never_lost(run: Run, tree: Path) -> None:
    path = Path("spring/plan.md")
    note = b"<!-- notes:summary -->\n"
    path.write_bytes(path.read_bytes().replace(note, note + "老板已批\n".encode("gbk"), 1))
    before = path.read_bytes()
    change("spring/brief.yaml", "name: ", "name: X")
    assert "not UTF-8" in run("check", path).out
    assert run("render", "spring/brief.yaml").code == 1
    assert path.read_bytes() == before
    assert run("render", "spring/brief.yaml", "--force").code == 0
    assert Path("spring/plan.md.bak").read_bytes() == before


def test_a_document_too_large_to_be_one_is_said_to_be(run: Run, tree: Path) -> None:
    path = Path("spring/plan.md")
    path.write_bytes(b"x\n" * (8 * 1024 * 1024) + path.read_bytes())
    before = path.stat().st_size
    assert states(run, "spring")[1]["spring/plan.md"] == "orphaned"
    assert "16 MB" in run("check", path).out
    assert run("render", "spring/brief.yaml").code == 1
    assert path.stat().st_size == before


def test_the_mark_an_editor_puts_first_is_no_edit(run: Run, tree: Path) -> None:
    path = Path("spring/plan.md")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("check", "spring").code == 0
    assert states(run, "spring")[0] == 0
