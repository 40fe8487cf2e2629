"""The brief: what an operator writes. About 25 lines are enough.

Fields default to None or ``()`` only; every default value comes from the stage ``settle``, so that
each can say where it came from.
"""

from typing import Annotated, Any

from groupplan.model.campaign import (
    Assumptions,
    Event,
    Goal,
    History,
    Lesson,
    Offer,
    Referral,
    Reward,
    Scenario,
)
from groupplan.model.choice import Label
from groupplan.model.community import Audience, Channel, Claim, Entry, Group, Positioning, Poster, Seeds
from groupplan.model.fields import (
    AsList,
    Count,
    Day,
    Id,
    Lapse,
    Model,
    Slug,
    Str,
    Version,
    about,
)
from groupplan.model.kinds import LanguageWord, PlatformWord
from groupplan.model.operation import Budget, Cadence, Calendar, Role, Rules, Stages, Tool
from groupplan.model.schemas import schema_of

FORMAT = 1
"""The format version that stands behind ``groupplan:`` in the first line of a brief."""


class Brief(Model):
    """A community in a few lines: what for, for whom, what by when, who runs it, where."""

    groupplan: Annotated[Version, about("格式版本，写 1", "format version: 1")]
    name: Annotated[Str, about("社群名称，让陌生人一眼看懂", "name a stranger understands at a glance")]
    language: Annotated[LanguageWord | None, about("计划的语言", "language of the plan")] = None
    platform: Annotated[PlatformWord, about("在哪个平台", "where it lives")]
    kind: Annotated[
        Slug | None, about("社群种类，决定启用哪些剧本", "sort of community; switches playbooks on")
    ] = None
    country: Annotated[Str | None, about("国家代码，如 CN", "country code, such as CN")] = None
    timezone: Annotated[Str | None, about("时区，如 Asia/Shanghai", "time zone, such as Europe/Berlin")] = (
        None
    )
    opens: Annotated[Day, about("开群日期", "the day it opens")]
    closes: Annotated[
        Day | None, about("结束日期（含）；长期群写 horizon", "last day; an ongoing group gives horizon")
    ] = None
    horizon: Annotated[
        Lapse | None, about("长期群本次计划多少天，如 90d", "days this plan covers, such as 90d")
    ] = None
    members_now: Annotated[Count | None, about("现有成员数", "members today")] = None
    positioning: Annotated[Positioning | None, about("定位", "positioning")] = None
    audience: Annotated[Audience | None, about("目标人群", "audience")] = None
    seeds: Annotated[Seeds | None, about("种子用户", "seed members")] = None
    entry: Annotated[Entry | None, about("加入方式", "way in")] = None
    channels: Annotated[tuple[Channel, ...], AsList, about("招募渠道", "recruiting channels")] = ()
    poster: Annotated[Poster | None, about("招募海报上的话", "words of the recruiting poster")] = None
    groups: Annotated[tuple[Group, ...], AsList, about("群结构", "groups")] = ()
    goals: Annotated[tuple[Goal, ...], AsList, about("目标", "goals")] = ()
    history: Annotated[History | None, about("上一期数据", "figures of the last round")] = None
    assumptions: Annotated[Assumptions | None, about("假设的转化率", "assumed rates")] = None
    scenarios: Annotated[
        tuple[Scenario, ...], AsList, about("并排看几种情景", "scenarios to see side by side")
    ] = ()
    roles: Annotated[tuple[Role, ...], AsList, about("团队", "team")] = ()
    lessons: Annotated[tuple[Lesson, ...], AsList, about("课程", "lessons")] = ()
    events: Annotated[tuple[Event, ...], AsList, about("活动", "events")] = ()
    offers: Annotated[tuple[Offer, ...], AsList, about("优惠", "offers")] = ()
    referral: Annotated[Referral | None, about("老带新", "referral")] = None
    rewards: Annotated[tuple[Reward, ...], AsList, about("奖项", "rewards")] = ()
    rules: Annotated[Rules | None, about("群规", "rules")] = None
    cadence: Annotated[Cadence | None, about("日常节奏", "rhythm")] = None
    budget: Annotated[Budget | None, about("预算", "budget")] = None
    tools: Annotated[tuple[Tool, ...], AsList, about("工具", "tools")] = ()
    claims: Annotated[
        tuple[Claim, ...],
        AsList,
        about("允许用的强词，各写凭什么", "strong words that may stand, and why"),
    ] = ()
    stages: Annotated[Stages | None, about("阶段起止（覆盖默认）", "stage windows, where not default")] = None
    calendar: Annotated[Calendar | None, about("休息日与调休", "days off and make-up days")] = None
    playbooks: Annotated[tuple[Id, ...], AsList, about("自己的剧本", "own playbooks")] = ()
    revision: Annotated[Count | None, about("第几版", "revision of this brief")] = None


def schema() -> dict[str, Any]:
    """The JSON Schema of a brief: draft-07 label, bilingual descriptions, ``x-`` keys allowed."""
    what = Label(
        "用一份简短的 YAML 讲清一个社群：为什么办、给谁、到哪天做到什么、谁来做、在哪个平台",
        "A chat-group community in short: what for, for whom, what it must reach by when, who runs it, where",
    )
    return schema_of(Brief, "brief", Label("groupplan 简报", "brief"), what)
