"""A playbook: data that says which tasks, words, numbers, risks and rules a plan gets.

What ships takes the same path as what a stranger brings.
"""

from typing import Annotated, Any

from groupplan.model.choice import Label
from groupplan.model.fields import AsList, Id, Model, Slug, Version, about
from groupplan.model.items import (
    BASIS_FIELD,
    WHEN_FIELD,
    Duty,
    Guide,
    Metric,
    RewardItem,
    Risk,
    RuleText,
    Script,
    StageCard,
    Task,
    Tier,
    Wording,
)
from groupplan.model.kinds import LanguageWord, LevelWord
from groupplan.model.knowledge import DefaultRow, RateRow
from groupplan.model.schemas import schema_of
from groupplan.model.structures import Card, Checklist, Dialogue, Flow, Poster
from groupplan.model.texts import Basis, Text, When

FORMAT = 1


class Requirement(Model):
    """A house rule without Python: a check of the name ``playbook/name``."""

    name: Annotated[Slug, about("规则名", "name of the rule")]
    that: Annotated[When, about("必须成立的条件", "what must hold")]
    say: Annotated[Text, about("不成立时说什么", "what to say when it does not")]
    level: Annotated[LevelWord | None, about("级别", "level")] = None
    when: Annotated[When | None, WHEN_FIELD] = None
    basis: Annotated[tuple[Basis, ...], AsList, BASIS_FIELD] = ()


class Playbook(Model):
    """One file of craft; switches itself on by ``when``."""

    playbook: Annotated[Version, about("格式版本，写 1", "format version: 1")]
    name: Annotated[Id, about("剧本名", "name")]
    title: Annotated[Text | None, about("给人看的名字", "name for people")] = None
    language: Annotated[LanguageWord | None, about("未标语言的文字是哪种", "of plain strings")] = None
    when: Annotated[When | None, WHEN_FIELD] = None
    extends: Annotated[tuple[Id, ...], AsList, about("继承的剧本", "parents")] = ()
    remove: Annotated[tuple[Id, ...], AsList, about("去掉继承来的条目", "parents' items left out")] = ()
    stages: Annotated[tuple[StageCard, ...], AsList, about("阶段卡", "stage cards")] = ()
    duties: Annotated[tuple[Duty, ...], AsList, about("职责", "duties")] = ()
    tasks: Annotated[tuple[Task, ...], AsList, about("任务", "tasks")] = ()
    scripts: Annotated[tuple[Script, ...], AsList, about("话术", "scripts")] = ()
    wordings: Annotated[
        tuple[Wording, ...], AsList, about("换一种口气的话术", "the words of scripts in another voice")
    ] = ()
    metrics: Annotated[tuple[Metric, ...], AsList, about("指标", "metrics")] = ()
    risks: Annotated[tuple[Risk, ...], AsList, about("风险", "risks")] = ()
    rewards: Annotated[tuple[RewardItem, ...], AsList, about("奖项", "rewards")] = ()
    rules: Annotated[tuple[RuleText, ...], AsList, about("群规", "group rules")] = ()
    tiers: Annotated[tuple[Tier, ...], AsList, about("成员分层", "tiers")] = ()
    guides: Annotated[tuple[Guide, ...], AsList, about("说明", "guides")] = ()
    posters: Annotated[tuple[Poster, ...], AsList, about("海报", "posters")] = ()
    flows: Annotated[tuple[Flow, ...], AsList, about("流程", "flows")] = ()
    checklists: Annotated[tuple[Checklist, ...], AsList, about("检查单", "checklists")] = ()
    cards: Annotated[tuple[Card, ...], AsList, about("应急卡", "contingency cards")] = ()
    dialogues: Annotated[tuple[Dialogue, ...], AsList, about("新人对话", "dialogues")] = ()
    rates: Annotated[tuple[RateRow, ...], AsList, about("本剧本的转化率", "rates")] = ()
    defaults: Annotated[tuple[DefaultRow, ...], AsList, about("本剧本的默认值", "default values")] = ()
    require: Annotated[tuple[Requirement, ...], AsList, about("本剧本的规则", "house rules")] = ()


SECTIONS = (
    "stages",
    "duties",
    "tasks",
    "scripts",
    "wordings",
    "metrics",
    "risks",
    "rewards",
    "rules",
    "tiers",
    "guides",
    "posters",
    "flows",
    "checklists",
    "cards",
    "dialogues",
)
"""The lists whose items merge by id under ``extends``."""


def schema() -> dict[str, Any]:
    """The JSON Schema of a playbook."""
    what = Label(
        "一套运营做法：什么情况下做哪些任务、用哪些话术、看哪些指标、防哪些风险",
        "A piece of craft: which tasks, scripts, metrics, risks and rules a plan gets, and when",
    )
    return schema_of(Playbook, "playbook", Label("groupplan 剧本", "playbook"), what)
