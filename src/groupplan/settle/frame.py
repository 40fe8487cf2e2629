"""Name, language, place and time of the community."""

from datetime import date, timedelta
from typing import Any

from groupplan.model.brief import Brief
from groupplan.model.knowledge import Knowledge
from groupplan.model.scalars import lapse
from groupplan.settle.lookup import Lookup
from groupplan.settle.spoken import language

_CHINESE = ("wechat", "wecom", "qq")


def kind(brief: Brief) -> str:
    """The kind of community; ``general`` when the brief names none."""
    return brief.kind or "general"


def country(brief: Brief) -> str:
    """The country: as given, else China for Chinese platforms, else none."""
    return brief.country or ("CN" if brief.platform in _CHINESE else "")


def closes(brief: Brief, look: Lookup) -> date:
    """The last day of this plan, inclusive."""
    if brief.closes:
        return brief.closes
    horizon = brief.horizon or look.default("horizon", lapse)
    return brief.opens + horizon - timedelta(days=1)


def frame(brief: Brief, look: Lookup, knowledge: Knowledge) -> dict[str, Any]:
    """The fields of ``Settled`` that say which community this is."""
    found = {"language": language(brief), "country": country(brief)}
    found["timezone"] = brief.timezone or ("Asia/Shanghai" if found["country"] == "CN" else "UTC")
    given = {"language": brief.language, "country": brief.country, "timezone": brief.timezone}
    for name, value in found.items():
        if given[name] is None and value:
            look.note(name, value, "computed")
    if brief.kind is None:
        look.note("kind", "general", "computed")
    return {
        "name": brief.name,
        "platform": brief.platform,
        "pack": knowledge.pack,
        "kind": kind(brief),
        "opens": brief.opens,
        "closes": closes(brief, look),
        "ongoing": brief.closes is None,
        "members_now": brief.members_now or 0,
        "revision": brief.revision or 1,
        **found,
    }
