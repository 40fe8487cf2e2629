"""The items of a playbook: tasks, words, numbers, risks, rules, each with its id and condition."""

from functools import cached_property
from typing import Annotated

from groupplan.model.fields import AsList, Count, Id, Minutes, Model, Price, Truth, about
from groupplan.model.kinds import (
    ContentWord,
    DayOffWord,
    GroupKindWord,
    GuideSectionWord,
    JoinersWord,
    ListWord,
    PerWord,
    PriorityWord,
    RewardKindWord,
    StageWord,
    TaskKindWord,
)
from groupplan.model.texts import Basis, Part, Text, When
from groupplan.model.timing import Timing

WHEN_FIELD = about("满足条件才启用", "only when this holds")
BASIS_FIELD = about("依据：方法与事实编号", "methods and facts it rests on")


class Item(Model):
    """What every item of a playbook has."""

    id: Annotated[Id, about("条目 id", "id of the item")]
    when: Annotated[When | None, WHEN_FIELD] = None
    each: Annotated[ListWord | None, about("为每个元素各生成一条", "one for each element of")] = None
    basis: Annotated[tuple[Basis, ...], AsList, BASIS_FIELD] = ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its texts: one under its field's name, those of a list as ``field.0``, ``field.1`` …"""
        found = []
        for field in type(self).model_fields:
            value = getattr(self, field)
            if isinstance(value, dict):
                found.append(Part(field, value, (field,)))
            elif isinstance(value, tuple):
                texts = ((index, one) for index, one in enumerate(value) if isinstance(one, dict))
                found += [Part(f"{field}.{index}", one, (field, index)) for index, one in texts]
        return tuple(found)


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
    joiners: Annotated[
        JoinersWord | None, about("给哪些新人：入群后的任务才用", "which newcomers; for tasks after joining")
    ] = None
    metric: Annotated[Id | None, about("看哪个指标才知道有效", "metric that shows whether it works")] = None
    output: Annotated[Text | None, about("做完交付什么", "what there is when done")] = None
    because: Annotated[Text | None, about("为什么做", "why")] = None


class Variant(Model):
    """Other words for a script where a condition holds."""

    when: Annotated[When, WHEN_FIELD]
    text: Annotated[Text, about("替换的文字", "the words")]


class Script(Item):
    """Ready-to-paste words (话术). ``turns`` are used one after the other in ``{{ turn }}``."""

    name: Annotated[Text, about("话术名", "name of the script")]
    text: Annotated[Text, about("正文", "the words")]
    variants: Annotated[tuple[Variant, ...], AsList, about("不同条件下的说法", "variants")] = ()
    turns: Annotated[tuple[Text, ...], AsList, about("轮换内容", "lines used in turn")] = ()
    recipient: Annotated[Text | None, about("发给谁", "to whom")] = None
    short: Annotated[
        Text | None, about("短版：平台装不下正文时用", "short form, where the platform cuts the long one")
    ] = None


class Wording(Item):
    """Other words for the script of that id, in one voice (M064): text, turns, variants and short form."""

    text: Annotated[Text, about("正文", "the words")]
    variants: Annotated[tuple[Variant, ...], AsList, about("不同条件下的说法", "variants")] = ()
    turns: Annotated[tuple[Text, ...], AsList, about("轮换内容", "lines used in turn")] = ()
    short: Annotated[
        Text | None, about("短版：平台装不下正文时用", "short form, where the platform cuts the long one")
    ] = None


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
    per_members: Annotated[
        Count | None,
        about("多少成员配一位；不写就只要一位", "members one person can serve; else one"),
    ] = None
    merged: Annotated[Text | None, about("兼任时放弃什么", "what is given up when another stands in")] = None


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
    tasks: Annotated[
        tuple[Id, ...],
        AsList,
        about("属于哪些任务：都排不下，它也去掉", "tasks it belongs to; left out with them"),
    ] = ()


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
    per: Annotated[PerWord | None, about("份数按什么乘", "what multiplies the number")] = None
    value: Annotated[Price | None, about("每份成本", "cost of one")] = None
    tasks: Annotated[
        tuple[Id, ...],
        AsList,
        about("属于哪些任务：都排不下，它也去掉", "tasks it belongs to; left out with them"),
    ] = ()


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
