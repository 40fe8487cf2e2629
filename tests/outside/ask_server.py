"""What an editor shows of a brief, asked of yaml-language-server itself.

``python -m tests.outside.ask_server GROUPPLAN COMMAND…``: its mistakes stand where `groupplan check` sees
them, every key speaks both languages, closed lists are offered, and the shipped briefs are without fault.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.outside.server import Server

ROOT = Path(__file__).parent.parent.parent
MODELINE = "# yaml-language-server: $schema=brief.schema.json\n"
WRONG = (
    MODELINE
    + """\
groupplan: 1
name: 晨读营
platform: icq
opens: 2027-03-01
closes: 2027-03-21
members_now: -3
frobnicate: 1
goals:
  - id: paying
    metric: paying_members
    目标: 60
  - {id: 人数, metric: joined, primary: true}
seeds: {count: 30, fro: 老学员}
rules:
  invite: none
"""
)
MISTAKES = 7


def main(groupplan: str, command: list[str]) -> None:
    """Any claim that does not hold ends it with an assertion."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shown = subprocess.run([groupplan, "schema"], capture_output=True, check=True).stdout
        (folder / "brief.schema.json").write_bytes(shown)
        schema = json.loads(shown)
        server = Server(command, folder)
        sys.stdout.write(f"{_mistakes(server, folder, groupplan)} mistakes where groupplan sees them\n")
        sys.stdout.write(f"{_examples(server, folder)} examples without fault\n")
        sys.stdout.write(f"{_hover(server, folder, schema)} keys explained in both languages\n")
        sys.stdout.write(f"{_completion(server, folder, schema)} words and keys offered\n")
        server.leave()


def _mistakes(server: Server, folder: Path, groupplan: str) -> int:
    (folder / "brief.yaml").write_text(WRONG, encoding="utf-8")
    said = subprocess.run(
        [groupplan, "check", "--format", "json", "--select", "GP0", "brief.yaml"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    ours = {(row["line"], row["column"]) for row in json.loads(said.stdout)["findings"]}
    found = server.opened((folder / "brief.yaml").as_uri(), WRONG)
    starts = [one["range"]["start"] for one in found]
    theirs = {(start["line"] + 1, start["character"] + 1) for start in starts}
    assert theirs == ours, (sorted(theirs - ours), sorted(ours - theirs))
    assert len(theirs) == MISTAKES, sorted(theirs)
    return len(theirs)


def _examples(server: Server, folder: Path) -> int:
    paths = sorted((ROOT / "examples").glob("**/brief.yaml"))
    for number, path in enumerate(paths):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(MODELINE), path
        found = server.opened((folder / f"{number}.brief.yaml").as_uri(), text)
        assert found == [], (path, found)
    return len(paths)


def _hover(server: Server, folder: Path, schema: dict[str, Any]) -> int:
    """Every key at the top of the brief that is no word of a list: there the word itself is explained."""
    keys = [key for key, value in schema["properties"].items() if "oneOf" not in value]
    text = MODELINE + "".join(f"{key}:\n" for key in keys)
    uri = (folder / "hover.brief.yaml").as_uri()
    server.opened(uri, text)
    for number, key in enumerate(keys):
        shown = server.at("hover", uri, number + 2, 1)["contents"]["value"]
        for words in schema["properties"][key]["x-groupplan-i18n"].values():
            assert _bare(words) in _bare(shown), (key, shown)
    return len(keys)


def _bare(words: str) -> str:
    """Without what Markdown escapes."""
    return words.replace("\\", "").replace("&nbsp;", " ")


def _completion(server: Server, folder: Path, schema: dict[str, Any]) -> int:
    text = MODELINE + "groupplan: 1\nplatform: \n\n"
    uri = (folder / "completion.brief.yaml").as_uri()
    server.opened(uri, text)
    offered = _offered(server, uri, 3, 11)
    words = {one["const"]: one["description"] for one in schema["properties"]["platform"]["oneOf"]}
    assert offered == words, offered
    keys = _offered(server, uri, 4, 1)
    keys.pop(schema["title"])  # the required keys in one go
    wanted = {key: value["description"] for key, value in schema["properties"].items()}
    assert keys == {key: wanted[key] for key in wanted if key not in ("groupplan", "platform")}, keys
    return len(words) + len(keys)


def _offered(server: Server, uri: str, line: int, column: int) -> dict[str, str]:
    found = server.at("completion", uri, line, column)
    return {one["label"]: _words(one.get("documentation")) for one in found["items"]}


def _words(documentation: Any) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).absolute()), sys.argv[2:])
