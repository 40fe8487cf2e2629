"""A playbook: data that says which tasks, words, numbers, risks and rules a plan gets.

What ships takes the same path as what a stranger brings.
"""

from typing import Annotated, Any

from groupplan.model.fields import AsList, Count, Id, Minutes, Model, Price, Slug, Truth, about, schema_of
from groupplan.model.kinds import (
    ContentWord,
    DayOffWord,
    GroupKindWord,
    GuideSectionWord,
    LanguageWord,
    LevelWord,
    ListWord,
    PerWord,
    PriorityWord,
    RewardKindWord,
    StageWord,
    TaskKindWord,
)
from groupplan.model.knowledge import DefaultRow, RateRow
from groupplan.model.texts import Basis, Text, When
from groupplan.model.timing import Timing

FORMAT = 1

_when_field = about("满足条件才启用", "only when this holds")
_basis_field = about("依据：方法与事实编号", "methods and facts it rests on")


class Item(Model):
    """What every item of a playbook has."""

    id: Annotated[Id, about("条目 id", "id of the item")]
    when: Annotated[When | None, _when_field] = None
    each: Annotated[ListWord | None, about("为每个元素各生成一条", "one for each element of")] = None
    basis: Annotated[tuple[Basis, ...], AsList, _basis_field] = ()


class Task(Item):
    """Something to do or to post, with its time, owner and words."""

    stage: Annotated[StageWord, about("属于哪个阶段", "stage it belongs to")]
    name: Annotated[Text, about("任务名", "name of the task")]
    kind: Annotated[TaskKindWord | None, about("任务类型", "kind of task")] = None
    content: Annotated[ContentWord | None, about("内容性质", "nature of a post")] = None
    interactive: Annotated[Truth | None, about("是否互动", "whether members answer")] = None
    per: Annotated[PerWord | None, about("工时按什么乘", "what multiplies its minutes")] = None
    audience: Annotated[GroupKindWord | None, about("发到哪类群", "kind of group it goes to")] = None
    needs: Annotated[tuple[Id, ...], AsList, about("需要的平台功能", "platform features it needs")] = ()
    priority: Annotated[PriorityWord | None, about("优先级", "priority")] = None
    duty: Annotated[Id | None, about("由哪个职责承担", "duty that does it")] = None
    minutes: Annotated[Minutes | None, about("每次工时（分钟）", "minutes of work each time")] = None
    at: Annotated[Timing, about("什么时候", "when")]
    on_dayoff: Annotated[DayOffWord | None, about("遇休息日", "on a day off")] = None
    script: Annotated[Id | None, about("用哪条话术", "script it posts")] = None
    output: Annotated[Text | None, about("做完交付什么", "what there is when done")] = None
    because: Annotated[Text | None, about("为什么做", "why")] = None


class Variant(Model):
    """Other words for a script where a condition holds."""

    when: Annotated[When, _when_field]
    text: Annotated[Text, about("替换的文字", "the words")]


class Script(Item):
    """Ready-to-paste words (话术). ``turns`` are used one after the other in ``{{ turn }}``."""

    name: Annotated[Text, about("话术名", "name of the script")]
    text: Annotated[Text, about("正文", "the words")]
    variants: Annotated[tuple[Variant, ...], AsList, about("不同条件下的说法", "variants")] = ()
    turns: Annotated[tuple[Text, ...], AsList, about("轮换内容", "lines used in turn")] = ()
    recipient: Annotated[Text | None, about("发给谁", "to whom")] = None


class StageCard(Item):
    """Aim, entry and exit of a stage; ``id`` is the stage."""

    aim: Annotated[Text, about("阶段目的", "aim")]
    entry: Annotated[Text, about("进入标准", "entry criterion")]
    exit: Annotated[Text, about("退出标准", "exit criterion")]


class Duty(Item):
    """A duty of the team and what it includes (M207 to M224)."""

    name: Annotated[Text, about("职责名", "name")]
    does: Annotated[Text, about("做什么", "what it does")]
    stands_in: Annotated[Id | None, about("没人承担时由谁兼任", "duty that stands in when nobody has it")] = (
        None
    )


class Metric(Item):
    """A number to watch (M317 to M332): where it is read, when it alarms, what is done then."""

    stage: Annotated[StageWord, about("属于哪个阶段", "stage it belongs to")]
    name: Annotated[Text, about("指标名", "name")]
    formula: Annotated[Text, about("怎么算", "how it is computed")]
    source: Annotated[Text, about("数据来源", "where it is read")]
    cycle: Annotated[Text, about("多久看一次", "how often")]
    duty: Annotated[Id | None, about("谁看", "who watches it")] = None
    target: Annotated[Text | None, about("目标值", "target")] = None
    alarm: Annotated[Text | None, about("报警线", "alarm")] = None
    reaction: Annotated[Text | None, about("报警后做什么", "agreed reaction")] = None


class Risk(Item):
    """What may go wrong (M342 to M361)."""

    stage: Annotated[StageWord, about("属于哪个阶段", "stage it belongs to")]
    name: Annotated[Text, about("风险", "the risk")]
    trigger: Annotated[Text, about("看到什么就算发生", "the sign that it happens")]
    response: Annotated[Text, about("怎么应对", "response")]
    duty: Annotated[Id | None, about("谁负责", "who answers")] = None
    weight: Annotated[Count | None, about("轻重，1 到 9", "weight, 1 to 9")] = None


class RewardItem(Item):
    """A prize with its rule (M301, M313)."""

    name: Annotated[Text, about("奖项", "name")]
    rule: Annotated[Text, about("怎样获得", "how it is won")]
    claim: Annotated[Text, about("怎么领、何时发", "how and when it is claimed")]
    kind: Annotated[RewardKindWord | None, about("奖品类型", "kind of prize")] = None
    quantity: Annotated[Count | None, about("份数", "how many")] = None
    value: Annotated[Price | None, about("每份成本", "cost of one")] = None


class RuleText(Item):
    """One article of the group rules (M261)."""

    text: Annotated[Text, about("条文", "the article")]
    element: Annotated[Text, about("属于哪项要素", "which element it covers")]


class Tier(Item):
    """A layer of members with criteria and care (M026, M027)."""

    name: Annotated[Text, about("层级", "name")]
    criteria: Annotated[Text, about("判定标准", "criteria")]
    care: Annotated[Text, about("投入什么", "what they get")]
    share: Annotated[Text, about("占比与精力", "share of members and of effort")]


class Guide(Item):
    """A paragraph of craft in a section of the plan."""

    section: Annotated[GuideSectionWord, about("放在计划的哪一节", "section of the plan it stands in")]
    title: Annotated[Text, about("标题", "title")]
    text: Annotated[Text, about("正文", "the words")]


class Requirement(Model):
    """A house rule without Python: a check of the name ``playbook/name``."""

    name: Annotated[Slug, about("规则名", "name of the rule")]
    that: Annotated[When, about("必须成立的条件", "what must hold")]
    say: Annotated[Text, about("不成立时说什么", "what to say when it does not")]
    level: Annotated[LevelWord | None, about("级别", "level")] = None
    when: Annotated[When | None, _when_field] = None
    basis: Annotated[tuple[Basis, ...], AsList, _basis_field] = ()


class Playbook(Model):
    """One file of craft; switches itself on by ``when``."""

    playbook: Annotated[Count, about("格式版本，写 1", "format version: 1")]
    name: Annotated[Id, about("剧本名", "name")]
    title: Annotated[Text | None, about("给人看的名字", "name for people")] = None
    language: Annotated[LanguageWord | None, about("未标语言的文字是哪种", "of plain strings")] = None
    when: Annotated[When | None, _when_field] = None
    extends: Annotated[tuple[Id, ...], AsList, about("继承的剧本", "parents")] = ()
    remove: Annotated[tuple[Id, ...], AsList, about("去掉继承来的条目", "parents' items left out")] = ()
    stages: Annotated[tuple[StageCard, ...], AsList, about("阶段卡", "stage cards")] = ()
    duties: Annotated[tuple[Duty, ...], AsList, about("职责", "duties")] = ()
    tasks: Annotated[tuple[Task, ...], AsList, about("任务", "tasks")] = ()
    scripts: Annotated[tuple[Script, ...], AsList, about("话术", "scripts")] = ()
    metrics: Annotated[tuple[Metric, ...], AsList, about("指标", "metrics")] = ()
    risks: Annotated[tuple[Risk, ...], AsList, about("风险", "risks")] = ()
    rewards: Annotated[tuple[RewardItem, ...], AsList, about("奖项", "rewards")] = ()
    rules: Annotated[tuple[RuleText, ...], AsList, about("群规", "group rules")] = ()
    tiers: Annotated[tuple[Tier, ...], AsList, about("成员分层", "tiers")] = ()
    guides: Annotated[tuple[Guide, ...], AsList, about("说明", "guides")] = ()
    rates: Annotated[tuple[RateRow, ...], AsList, about("本剧本的转化率", "rates")] = ()
    defaults: Annotated[tuple[DefaultRow, ...], AsList, about("本剧本的默认值", "default values")] = ()
    require: Annotated[tuple[Requirement, ...], AsList, about("本剧本的规则", "house rules")] = ()


SECTIONS = ("stages", "duties", "tasks", "scripts", "metrics", "risks", "rewards", "rules", "tiers", "guides")
"""The lists whose items merge by id under ``extends``."""


def schema() -> dict[str, Any]:
    """The JSON Schema of a playbook."""
    return schema_of(Playbook)
