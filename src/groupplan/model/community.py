"""The parts of a brief that say what the community is and whom it is for."""

from typing import Annotated

from groupplan.model.fields import (
    AsList,
    Count,
    Day,
    GroupCount,
    Id,
    Model,
    Price,
    Rate,
    Size,
    Span,
    Str,
    Truth,
    about,
)
from groupplan.model.kinds import (
    ChannelWord,
    CodeWord,
    CommunityTypeWord,
    EntryModeWord,
    GroupKindWord,
    MotiveWord,
    RecipientWord,
)


class Purpose(Model):
    """Four answers that stand before every task (M001)."""

    why: Annotated[Str | None, about("为什么建这个群", "why this community")] = None
    pain: Annotated[Str | None, about("解决谁的什么痛点", "whose pain it eases")] = None
    value: Annotated[Str | None, about("给成员什么价值", "what members get from it")] = None
    reasonable: Annotated[Str | None, about("目标为什么合理", "why the target is reasonable")] = None


class Reason(Model):
    """A reason for a member to stay, and what delivers it (M003)."""

    promise: Annotated[Str, about("给成员的承诺，一句话", "what members are promised, one sentence")]
    by: Annotated[Id | None, about("由哪个任务兑现：剧本里的任务 id", "the task that delivers it, by id")] = (
        None
    )


class Positioning(Model):
    """What the community is about and for whom it is not (M002, M005, M012)."""

    type: Annotated[CommunityTypeWord | None, about("社群类型", "kind of community")] = None
    motives: Annotated[tuple[MotiveWord, ...], AsList, about("建群动机，可多选", "motives, one or more")] = ()
    topic: Annotated[Str | None, about("主题：一个群只做一件事", "the one topic")] = None
    purpose: Annotated[Purpose | None, about("目的四问", "the four questions of purpose")] = None
    operator_gain: Annotated[Str | None, about("运营方得到什么", "what the operator gains")] = None
    reasons_to_stay: Annotated[tuple[Reason, ...], AsList, about("成员为什么留下", "why members stay")] = ()
    not_for: Annotated[Str | None, about("不适合谁", "whom it is not for")] = None


class Pain(Model):
    """Something that hurts a segment; goals point at it."""

    id: Annotated[Id, about("痛点 id，供目标引用", "id, for goals to point at")]
    text: Annotated[Str, about("痛点，用成员自己的话", "the pain, in members' own words")]


class Segment(Model):
    """A part of the audience (M022, M062)."""

    id: Annotated[Id, about("人群 id", "id of the segment")]
    who: Annotated[Str, about("是谁", "who they are")]
    pains: Annotated[tuple[Pain, ...], AsList, about("痛点", "what hurts them")] = ()
    gathers_at: Annotated[tuple[Str, ...], AsList, about("平时聚在哪里", "where they gather")] = ()
    active_hours: Annotated[
        tuple[Span, ...], AsList, about("活跃时段，如 20:00-22:00", "active hours, such as 20:00-22:00")
    ] = ()
    reach: Annotated[Size | None, about("能触达多少人", "how many of them can be reached")] = None


class Audience(Model):
    """Whom the community is for."""

    portrait: Annotated[Str | None, about("一句话画像", "portrait in one sentence")] = None
    minors: Annotated[Truth | None, about("成员是否有未成年人", "whether members are minors")] = None
    guardian_consent: Annotated[
        Truth | None,
        about(
            "不满 14 周岁的孩子，监护人是否已书面同意",
            "whether guardians of children under 14 agreed",
        ),
    ] = None
    speak_to: Annotated[
        RecipientWord | None, about("话术按谁的口气写", "in whose tone the scripts are written")
    ] = None
    segments: Annotated[tuple[Segment, ...], AsList, about("细分人群", "segments")] = ()


class Seeds(Model):
    """The first people in the group (M066 to M070)."""

    count: Annotated[Count | None, about("种子用户人数", "how many")] = None
    from_: Annotated[Str | None, about("从哪里来", "where they come from", alias="from")] = None
    consent: Annotated[
        Truth | None, about("是否先征得同意再邀请", "whether they are asked before they are invited")
    ] = None


class Entry(Model):
    """How one gets in (M076 to M080)."""

    mode: Annotated[EntryModeWord | None, about("加入方式", "way in")] = None
    fee: Annotated[Price | None, about("入群费用，如 99元", "entry fee, such as USD 12")] = None


class Channel(Model):
    """A place where people hear of the community."""

    id: Annotated[Id, about("渠道 id", "id of the channel")]
    kind: Annotated[ChannelWord | None, about("渠道类型", "kind of channel")] = None
    name: Annotated[Str | None, about("渠道名称", "name of the channel")] = None
    reach: Annotated[Size | None, about("能触达多少人", "how many people it reaches")] = None
    scan_rate: Annotated[Rate | None, about("这个渠道看到后扫码的比例", "reached to scanned, here")] = None
    join_rate: Annotated[Rate | None, about("这个渠道扫码后入群的比例", "scanned to joined, here")] = None
    cost: Annotated[Price | None, about("投放费用", "what it costs")] = None
    owner: Annotated[Id | None, about("谁负责：角色 id", "who looks after it: a role's id")] = None


class Group(Model):
    """A kind of group the community consists of (M010, M038, M100)."""

    id: Annotated[Id, about("群 id", "id of the group")]
    kind: Annotated[GroupKindWord | None, about("群类型", "kind of group")] = None
    name: Annotated[Str | None, about("群名（不含编号）", "name without the serial number")] = None
    size: Annotated[Count | None, about("每群计划人数", "planned members per group")] = None
    count: Annotated[
        GroupCount | None, about("准备几个群：数字，或 auto 由预测决定", "groups prepared: a number, or auto")
    ] = None
    criteria: Annotated[Str | None, about("进这个群的条件", "who may enter it")] = None
    closes: Annotated[Day | None, about("活动群哪天关", "the day a campaign group closes")] = None
    hands_over_to: Annotated[
        Id | None, about("关群后交给哪个群：群 id", "the group that takes over, by id")
    ] = None


class Poster(Model):
    """The words of the recruiting poster, where the shipped ones do not fit (M095)."""

    title: Annotated[Str | None, about("主标题", "main title")] = None
    subtitle: Annotated[Str | None, about("副标题", "subtitle")] = None
    selling_points: Annotated[
        tuple[Str, ...], AsList, about("卖点，最多三条", "selling points, three at most")
    ] = ()
    endorsement: Annotated[Str | None, about("背书", "endorsement")] = None
    proof: Annotated[Str | None, about("背书凭什么：数据或原话从哪来", "what it rests on")] = None
    call_to_action: Annotated[Str | None, about("行动号召", "call to action")] = None
    code: Annotated[CodeWord | None, about("二维码是活码还是普通码", "live code or plain code")] = None


class Claim(Model):
    """Strong words that may stand because something proves them (F101)."""

    words: Annotated[Str, about("允许出现的词句", "the words that may stand")]
    reason: Annotated[Str, about("凭什么能这么说", "what proves them")]
