"""The language of the plan."""

from groupplan.model.brief import Brief


def language(brief: Brief) -> str:
    """The plan's language: as given, else Chinese when the name is written in Chinese."""
    return brief.language or ("zh-CN" if any("\u4e00" <= sign <= "\u9fff" for sign in brief.name) else "en")
