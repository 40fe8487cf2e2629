"""What chat platforms can do: what having a feature gives an operator, and what one does without it."""

from collections.abc import Collection, Iterable
from typing import Annotated

from groupplan.model.fields import AsList, Count, Id, Model, about
from groupplan.model.texts import Text


class Feature(Model):
    """A feature of chat platforms."""

    id: Annotated[Id, about("功能 id", "id of the feature")]
    platforms: Annotated[tuple[Id, ...], AsList, about("哪些平台有", "platforms that have it")]
    name: Annotated[Text, about("功能名", "name")]
    with_: Annotated[Text, about("有它能做什么", "what having it gives", alias="with")]
    without: Annotated[Text, about("没有它怎么办", "what one does without it")]


class Features(Model):
    """All features that packs name, those an operator misses most first."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    features: Annotated[tuple[Feature, ...], AsList, about("功能", "features")] = ()


FEW = 8
CHINESE = frozenset({"wechat", "wecom", "qq"})


def gained(platform: str, catalogue: Collection[Feature]) -> tuple[Feature, ...]:
    """What a platform has and at least half of the others lack, the rarest first, eight at most."""
    others = {name for feature in catalogue for name in feature.platforms} - {platform}
    found = [
        feature
        for feature in catalogue
        if platform in feature.platforms and len(others - set(feature.platforms)) * 2 >= len(others)
    ]
    return tuple(sorted(found, key=lambda feature: len(feature.platforms))[:FEW])


def lost(
    platform: str, catalogue: Iterable[Feature], asked: Collection[str], *, chinese: bool
) -> tuple[Feature, ...]:
    """What a platform lacks, eight at most: what tasks of the plan asked for, then what most others have.

    What only Chinese apps have is missed by people who know them: by a plan in Chinese.
    """
    found = [
        feature
        for feature in catalogue
        if platform not in feature.platforms
        and (chinese or feature.id in asked or not CHINESE.issuperset(feature.platforms))
    ]
    return tuple(sorted(found, key=lambda feature: (feature.id not in asked, -len(feature.platforms)))[:FEW])
