"""The parts of a brief that say who runs it, by which rules, rhythm and money."""

from typing import Annotated

from groupplan.model.dayspan import DaySpan
from groupplan.model.fields import (
    AsList,
    Clock,
    Day,
    Id,
    Model,
    Positive,
    Price,
    Span,
    Str,
    about,
)
from groupplan.model.kinds import AdsRuleWord, InviteRuleWord, PostWord, ToolClassWord


class Role(Model):
    """A person of the team (M207 to M232)."""

    id: Annotated[Id, about("角色 id", "id of the person")]
    name: Annotated[Str, about("称呼", "name")]
    duties: Annotated[
        tuple[Id, ...], AsList, about("承担的职责，如 owner、host", "duties, such as owner, host")
    ] = ()
    hours_week: Annotated[Positive | None, about("每周可投入小时", "hours a week")] = None
    backup: Annotated[Id | None, about("替补：另一角色 id", "backup: another role's id")] = None
    away: Annotated[
        tuple[DaySpan, ...],
        AsList,
        about("哪几天不在，如 2027-03-08..2027-03-12", "days of absence, such as 2027-03-08..2027-03-12"),
    ] = ()


class Rules(Model):
    """What members may do (M259 to M271)."""

    invite: Annotated[InviteRuleWord | None, about("成员能否拉人", "whether members may invite")] = None
    ads: Annotated[AdsRuleWord | None, about("广告出口", "the one outlet for advertising")] = None
    quiet: Annotated[
        tuple[Span, ...], AsList, about("免打扰时段，如 22:30-07:30", "quiet hours, such as 22:30-07:30")
    ] = ()
    on_topic: Annotated[
        tuple[Span, ...], AsList, about("只谈主题的时段", "hours in which only the topic is discussed")
    ] = ()


class DailyPost(Model):
    """A post that comes every day at the same hour (M281)."""

    at: Annotated[Clock, about("时间，如 08:00", "time, such as 08:00")]
    what: Annotated[PostWord, about("发什么", "what is posted")]


class Cadence(Model):
    """The daily rhythm."""

    daily_posts: Annotated[
        tuple[DailyPost, ...], AsList, about("每天固定发布", "posts that come every day")
    ] = ()


class Budget(Model):
    """The money there is, and what is already known to be spent (M192, M314, M371)."""

    currency: Annotated[Str | None, about("币种，如 CNY、USD", "currency, such as CNY, USD")] = None
    total: Annotated[Price | None, about("总预算", "total")] = None
    tools: Annotated[Price | None, about("工具费用", "tools")] = None
    labour_hour: Annotated[Price | None, about("每小时人力成本", "cost of an hour of work")] = None


class Tool(Model):
    """A tool in use, and whether the platform allows it (M362, M370)."""

    name: Annotated[Str, about("工具名称", "name of the tool")]
    class_: Annotated[ToolClassWord | None, about("来源", "where it comes from", alias="class")] = None
    cost: Annotated[Price | None, about("费用", "what it costs")] = None
    approved_by: Annotated[
        Id | None, about("非官方工具由谁签字同意：角色 id", "who signed off an unofficial tool: a role's id")
    ] = None


class StageDates(Model):
    """The window of one stage, where the default does not fit."""

    from_: Annotated[Day | None, about("开始日期", "first day", alias="from")] = None
    to: Annotated[Day | None, about("结束日期（含）", "last day, inclusive")] = None


class Stages(Model):
    """Overrides of the default stage windows."""

    prepare: Annotated[StageDates | None, about("筹备", "prepare")] = None
    recruit: Annotated[StageDates | None, about("拉新", "recruit")] = None
    activate: Annotated[StageDates | None, about("促活", "activate")] = None
    retain: Annotated[StageDates | None, about("留存", "retain")] = None
    convert: Annotated[StageDates | None, about("转化", "convert")] = None
    refer: Annotated[StageDates | None, about("裂变", "refer")] = None
    review: Annotated[StageDates | None, about("复盘", "review")] = None


class Calendar(Model):
    """Days off and make-up working days the shipped calendar does not know."""

    days_off: Annotated[tuple[Day, ...], AsList, about("额外休息日", "further days off")] = ()
    work_days: Annotated[tuple[Day, ...], AsList, about("额外工作日", "further working days")] = ()
