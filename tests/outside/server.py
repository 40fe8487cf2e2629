"""A language server on its standard streams: requests, answers, and what it publishes."""

import json
import subprocess
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SETTINGS: Json = {"yaml": {"schemaStore": {"enable": False}, "hover": True, "completion": True}}
"""Nothing is fetched: the schema is the one that the file's first line names."""


class Server:
    """Talks to one server about the files of one folder."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self._published: dict[str, list[Json]] = {}
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
        }
        root = folder.resolve().as_uri()
        self.ask("initialize", processId=None, rootUri=root, capabilities=capabilities)
        self._tell("initialized")

    def opened(self, uri: str, text: str) -> list[Json]:
        """What the server publishes about a text that is opened."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        while uri not in self._published:
            self._receive()
        return self._published[uri]

    def at(self, what: str, uri: str, line: int, column: int) -> Any:
        """A request about a place; lines and columns count from 1, as in groupplan's own reports."""
        position = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{what}", textDocument={"uri": uri}, position=position)

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request; the server's own requests are answered meanwhile."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def leave(self) -> None:
        """Ends the server that was started here."""
        self.ask("shutdown")
        self._tell("exit")
        self._process.wait(30)

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Json) -> None:
        assert self._process.stdin is not None
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        self._process.stdin.flush()

    def _receive(self) -> Json:
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()).strip():
            name, _, value = line.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        assert length, "the server went away"
        message: Json = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": _answer(message)})
        return message


def _answer(message: Json) -> list[Any] | None:
    if message["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item.get("section", "")) for item in message["params"]["items"]]
