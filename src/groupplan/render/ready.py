"""Markdown that is ready: what own templates put out otherwise is escaped for a line."""

from typing import Any, Self

from markupsafe import Markup

from groupplan.render.escape import markdown_line


class Ready(Markup):
    """Text with Markdown in it that was meant; other text put beside it is escaped first."""

    __slots__ = ()

    @classmethod
    def escape(cls, text: Any, /) -> Self:
        """The text as it is when it is ready, else as words that mean nothing."""
        return cls(text.__html__() if hasattr(text, "__html__") else markdown_line(str(text)))


def ready(text: str) -> Ready:
    """Text whose author meant the signs in it."""
    return Ready(text)
