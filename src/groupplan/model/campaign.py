"""The parts of a brief that say what must be reached, with which programme and offers."""

from typing import Annotated

from groupplan.model.fields import (
    Amount,
    Count,
    Day,
    Id,
    Lapse,
    Minutes,
    Model,
    Moment,
    Positive,
    Price,
    Rate,
    Share,
    Size,
    Str,
    Truth,
    about,
)
from groupplan.model.kinds import (
    GuardrailWord,
    MeetingWord,
    MetricWord,
    OfferMechanismWord,
    RewardBasisWord,
    RewardKindWord,
    ScenarioWord,
)


class Guardrail(Model):
    """What must not get worse while the goal is pursued."""

    metric: Annotated[GuardrailWord, about("盯住的指标", "the metric to watch")]
    max: Annotated[Share, about("上限，如 15%", "ceiling, such as 15%")]


class Goal(Model):
    """A SMART goal (M045 to M050)."""

    id: Annotated[Id, about("目标 id", "id of the goal")]
    metric: Annotated[MetricWord, about("指标", "metric")]
    name: Annotated[Str | None, about("目标叫法；自定义指标必填", "name; needed for a custom metric")] = None
    baseline: Annotated[Size | None, about("现在的数字", "today's figure")] = None
    target: Annotated[Size | None, about("要达到的数字", "the figure to reach")] = None
    deadline: Annotated[Day | None, about("截止日期", "by when")] = None
    source: Annotated[Str | None, about("数字从哪里读", "where the figure is read")] = None
    owner: Annotated[Id | None, about("谁负责：角色 id", "who answers for it: a role's id")] = None
    reason: Annotated[Str | None, about("为什么是这个数", "why this number")] = None
    relieves: Annotated[Id | None, about("解决哪个痛点：痛点 id", "the pain it eases, by id")] = None
    primary: Annotated[Truth | None, about("是否为首要目标", "whether it is the primary goal")] = None
    guardrail: Annotated[Guardrail | None, about("护栏指标", "guardrail")] = None
    chance: Annotated[Share | None, about("要有多大把握，如 80%", "how sure it must be, such as 80%")] = None


class History(Model):
    """What really happened last time; beats every benchmark."""

    reach: Annotated[Count | None, about("上次触达人数", "people reached")] = None
    scanned: Annotated[Count | None, about("扫码或点击人数", "people who scanned or clicked")] = None
    joined: Annotated[Count | None, about("入群人数", "people who joined")] = None
    active: Annotated[Count | None, about("活跃人数", "people who were active")] = None
    completed: Annotated[Count | None, about("完成人数", "people who completed")] = None
    paid: Annotated[Count | None, about("付费人数", "people who paid")] = None
    referred: Annotated[Count | None, about("老成员带来的人数", "people brought by members")] = None


class Assumptions(Model):
    """Rates the author believes in; a range is a 90 % interval."""

    scan_rate: Annotated[Rate | None, about("触达到扫码", "reached to scanned")] = None
    join_rate: Annotated[Rate | None, about("扫码到入群", "scanned to joined")] = None
    active_rate: Annotated[Rate | None, about("入群到周活跃", "joined to active in a week")] = None
    retained_d30: Annotated[Rate | None, about("30 天留存率", "kept after 30 days")] = None
    completion_rate: Annotated[Rate | None, about("入群到完成", "joined to completed")] = None
    pay_rate: Annotated[Rate | None, about("入群到付费", "joined to paying")] = None
    invites: Annotated[
        Amount | None, about("每名成员邀请几个人，如 0.3..1.5", "people a member invites, such as 0.3..1.5")
    ] = None
    accept_rate: Annotated[Rate | None, about("被邀请的人里来的比例", "share of the invited who come")] = None
    refer_delay: Annotated[Lapse | None, about("从进群到带来人隔多久", "from joining to bringing one")] = None
    retained_d1: Annotated[Rate | None, about("次日留存率", "back on the next day")] = None
    retained_d7: Annotated[Rate | None, about("7 天留存率", "kept after 7 days")] = None
    leave_rate: Annotated[Rate | None, about("退群率", "share that leaves")] = None


class Scenario(Model):
    """One set of assumptions to look at beside the plan's own."""

    id: Annotated[Id, about("情景 id", "id of the scenario")]
    name: Annotated[Str | None, about("情景叫法", "name")] = None
    like: Annotated[
        ScenarioWord | None,
        about("谨慎、基准还是乐观", "cautious, base or bold"),
    ] = None
    reach: Annotated[
        Positive | None, about("触达人数乘以几，如 1.5", "factor on the people reached, such as 1.5")
    ] = None
    assumptions: Annotated[Assumptions | None, about("改哪些假设", "assumptions that differ")] = None


class Lesson(Model):
    """A taught session with a date."""

    id: Annotated[Id, about("课程 id", "id of the lesson")]
    title: Annotated[Str, about("标题", "title")]
    at: Annotated[Moment, about("开始时间，如 2027-03-02 20:00", "start, such as 2027-03-02 20:00")]
    minutes: Annotated[Minutes | None, about("时长（分钟）", "length in minutes")] = None
    guest: Annotated[Str | None, about("嘉宾或讲师", "guest or teacher")] = None
    form: Annotated[MeetingWord | None, about("线上还是线下", "online or in person")] = None
    school_subject: Annotated[
        Truth | None, about("是否中小学学科类课程", "whether it teaches a school subject to pupils")
    ] = None


class Event(Model):
    """A gathering with a date, online or offline."""

    id: Annotated[Id, about("活动 id", "id of the event")]
    title: Annotated[Str, about("标题", "title")]
    at: Annotated[Moment, about("开始时间", "start")]
    minutes: Annotated[Minutes | None, about("时长（分钟）", "length in minutes")] = None
    place: Annotated[Str | None, about("地点", "place")] = None
    aim: Annotated[Str | None, about("活动目的", "what it is for")] = None
    form: Annotated[MeetingWord | None, about("线上还是线下", "online or in person")] = None
    seats: Annotated[Count | None, about("线下能坐多少人", "how many people fit in")] = None


class Offer(Model):
    """Something members can buy, in a stated window and with a true limit (M167, M168)."""

    id: Annotated[Id, about("优惠 id", "id of the offer")]
    name: Annotated[Str, about("名称", "name")]
    price: Annotated[Price | None, about("价格", "price")] = None
    from_: Annotated[Day | None, about("开始日期", "first day", alias="from")] = None
    to: Annotated[Day | None, about("结束日期（含）", "last day, inclusive")] = None
    limit: Annotated[Count | None, about("名额", "how many are for sale")] = None
    mechanism: Annotated[OfferMechanismWord | None, about("成交方式", "mechanism")] = None
    cost: Annotated[Price | None, about("卖出一份的成本", "cost of one sold unit")] = None
    refund_rate: Annotated[
        Rate | None, about("退款的占多少，如 3%..6%", "share refunded, such as 3%..6%")
    ] = None


class Referral(Model):
    """How members bring members, and what is rewarded (M190, M191, M196)."""

    reward_for: Annotated[RewardBasisWord | None, about("奖励什么", "what is rewarded")] = None
    reward: Annotated[Str | None, about("奖励内容", "the reward")] = None
    cap: Annotated[Count | None, about("奖励名额上限", "how many rewards at most")] = None
    value: Annotated[Price | None, about("每份奖励的成本", "cost of one reward")] = None
    levels: Annotated[Count | None, about("奖励算到第几层", "levels of invitation that are rewarded")] = None


class Reward(Model):
    """A prize with its rule (M301, M313)."""

    id: Annotated[Id, about("奖项 id", "id of the reward")]
    name: Annotated[Str, about("奖项名称", "name")]
    kind: Annotated[RewardKindWord | None, about("奖品类型", "kind of prize")] = None
    value: Annotated[Price | None, about("每份成本", "cost of one")] = None
    quantity: Annotated[Count | None, about("份数", "how many")] = None
    claim: Annotated[Str | None, about("怎么领", "how it is claimed")] = None
    draw: Annotated[Truth | None, about("是否抽奖", "whether it is drawn by lot")] = None
    changed: Annotated[Day | None, about("奖项最后一次改动的日期", "the day its terms were last changed")] = (
        None
    )
