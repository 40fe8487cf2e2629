"""The press: briefs loaded and plans made within one run, the last few kept for their other documents."""

import os
from pathlib import Path

from groupplan import pipeline
from groupplan.files import Looks, looked, looking, marked, root_of, slurp
from groupplan.model import limits
from groupplan.model.plan import Plan
from groupplan.model.seal import body_of

KEPT = 4
"""Briefs whose plans are kept: documents lie close to theirs, and a plan takes room."""


class Press:
    """Makes each plan once, however many of its documents are looked at."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.encoding = encoding
        self._loaded: dict[str, pipeline.Loaded] = {}
        self._looks: dict[str, Looks] = {}
        """What was looked at for each, so that whoever uses it again can say what it hangs on."""
        self._plans: dict[str, Plan] = {}
        self._bodies: dict[tuple[str, str], str] = {}

    def load(self, name: str, raw: bytes, folder: Path, root: Path) -> pipeline.Loaded:
        """A brief from its bytes; standard input is never taken for what was read before."""
        with looking() as looks:
            found = pipeline.load(raw, name, folder, root, encoding=self.encoding)
        if name != "-":
            looks[os.path.abspath(name)] = marked(raw)  # noqa: PTH100 - links stay as they are
            self._keep(os.path.normpath(name), found, looks)
        return found

    def open(self, brief: Path) -> pipeline.Loaded:
        """A brief from the disk, unless this run has loaded it already."""
        name = shown(brief)
        if name not in self._loaded:
            path = Path(name)
            raw, root = slurp(path, limits.BRIEF_BYTES), root_of(path.parent)
            self.load(name, raw, path.parent, root)
        looked(self._looks[name])
        return self._loaded[name]

    def body(self, loaded: pipeline.Loaded, form: str) -> str:
        """What a document of a sound brief says now, without notes and seal."""
        from groupplan.render import render  # brings jinja2, which a check of briefs does without

        name = os.path.normpath(loaded.source.name)
        if (name, form) not in self._bodies:
            self._bodies[name, form] = body_of(render(self.plan(loaded), form).body)
        return self._bodies[name, form]

    def plan(self, loaded: pipeline.Loaded) -> Plan:
        """The plan of a sound brief."""
        name = os.path.normpath(loaded.source.name)
        if name not in self._plans:
            self._plans[name] = pipeline.make(loaded)
        return self._plans[name]

    def _keep(self, name: str, found: pipeline.Loaded, looks: Looks) -> None:
        self._forget(name)
        self._loaded[name], self._looks[name] = found, looks
        while len(self._loaded) > KEPT:
            self._forget(next(iter(self._loaded)))

    def _forget(self, name: str) -> None:
        self._loaded.pop(name, None)
        self._looks.pop(name, None)
        self._plans.pop(name, None)
        for key in [key for key in self._bodies if key[0] == name]:
            del self._bodies[key]


def shown(path: Path) -> str:
    """A path without detours, unless a link makes the detour mean another file."""
    plain = os.path.normpath(path)
    try:
        return plain if Path(plain).resolve() == path.resolve() else str(path)
    except (OSError, ValueError, RuntimeError):
        return str(path)
