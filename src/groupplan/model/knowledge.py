"""Dated knowledge: platform limits, rates, default values, laws, calendars, facts and methods.

Each row says where it comes from, of which day it is and how far it can be trusted.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct, field
from pydantic import Field

from groupplan.model.choice import Choices
from groupplan.model.features import Feature
from groupplan.model.fields import AsList, Count, Day, Figure, Id, Model, OneOf, Slug, Str, about
from groupplan.model.texts import Basis, Text, When
from groupplan.model.wording import Wording

if TYPE_CHECKING:
    from groupplan.model.frameworks import Framework
    from groupplan.model.marketing import MarketingDay

TRUST = Choices(
    high=("高", "high"), medium=("中", "medium"), low=("低", "low"), unverified=("未核实", "unverified")
)
TrustWord = Annotated[str, OneOf(TRUST)]


class Row(Model):
    """What every row of knowledge says about itself."""

    id: Annotated[Id, about("条目 id", "id of the row")]
    say: Annotated[Text, about("一句话说清楚", "one sentence")]
    fact: Annotated[Basis | None, about("事实编号", "id of the fact")] = None
    basis: Annotated[Basis | None, about("方法或矛盾编号", "method or contradiction it rests on")] = None
    date: Annotated[Str | None, about("数据日期", "date of the figure")] = None
    trust: Annotated[TrustWord | None, about("可信度", "trust")] = None
    kinds: Annotated[
        tuple[Slug, ...], AsList, about("适用的社群种类", "kinds of community it holds for")
    ] = ()


class Limit(Row):
    """A limit of a platform."""

    value: Annotated[Count, about("数值", "the figure")]
    unit: Annotated[Str, about("单位", "unit")]


class RateRow(Row):
    """A rate as a 90 % range."""

    range: Annotated[Figure, about("范围，如 3%..8%", "the range, such as 3%..8%")]


class DefaultRow(Row):
    """A value that is used when nobody gave one, written as in a brief."""

    value: Annotated[Str, about("默认值", "the value")]


class LawRow(Row):
    """A rule of law or platform policy, shown where it may matter; never a ruling."""

    when: Annotated[When | None, about("满足条件才显示", "shown only when this holds")] = None


class Pack(Model):
    """A platform: its name, features, limits and words."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    platform: Annotated[
        Id, about("平台；other 用于还没有资料包的平台", "platform; other for those without a pack")
    ]
    name: Annotated[Text, about("平台名", "name")]
    features: Annotated[tuple[Id, ...], AsList, about("功能", "features")] = ()
    limits: Annotated[tuple[Limit, ...], AsList, about("限制", "limits")] = ()
    terms: Annotated[dict[str, Text], about("平台用语", "its words")]
    foreign: Annotated[
        dict[str, tuple[str, ...]],
        about("别的平台的词，按语言列；计划里不能出现", "words of other platforms, by language"),
    ] = Field(default_factory=dict)

    def limit(self, name: str) -> Limit | None:
        """The row of a limit, when the platform has one."""
        return next((row for row in self.limits if row.id == name), None)


class Benchmarks(Model):
    """Rates and default values."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    rates: Annotated[tuple[RateRow, ...], AsList, about("转化率", "rates")] = ()
    defaults: Annotated[tuple[DefaultRow, ...], AsList, about("默认值", "default values")] = ()


class Laws(Model):
    """Rules of a country."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    country: Annotated[Str, about("国家", "country")]
    rows: Annotated[tuple[LawRow, ...], AsList, about("条目", "rows")] = ()


class Holiday(Model):
    """A day off or a make-up working day, with its name."""

    day: Annotated[Day, about("日期", "day")]
    name: Annotated[Text, about("名称", "name")]


class CalendarYear(Model):
    """The arrangement of one year."""

    year: Annotated[Count, about("年份", "year")]
    arrangement: Annotated[Str, about("调休是否已公布", "whether make-up days are published")]
    days_off: Annotated[tuple[Holiday, ...], AsList, about("放假日", "days off")] = ()
    work_days: Annotated[tuple[Holiday, ...], AsList, about("调休上班日", "make-up working days")] = ()


class CountryCalendar(Model):
    """Public holidays and make-up working days of a country."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    country: Annotated[Str, about("国家", "country")]
    source: Annotated[Str, about("来源", "source")]
    years: Annotated[tuple[CalendarYear, ...], AsList, about("年份", "years")] = ()


class Fact(Model):
    """A dated fact with its source."""

    id: Annotated[Str, about("事实编号", "id")]
    subject: Annotated[Str, about("主题", "subject")]
    say: Annotated[Text, about("一句话", "one sentence")]
    value: Annotated[Str | None, about("数值", "figure")] = None
    unit: Annotated[Str | None, about("单位", "unit")] = None
    date: Annotated[Str, about("日期", "date")]
    source: Annotated[Str, about("来源", "source")]
    source_zh: Annotated[
        Str | None, about("来源的中文写法，与 source 相同就不写", "source in Chinese words")
    ] = None
    trust: Annotated[TrustWord, about("可信度", "trust")]

    def cited(self, language: str) -> str:
        """The source in the words of a language."""
        return self.source_zh if language == "zh-CN" and self.source_zh else self.source


class Facts(Model):
    """All dated facts."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    facts: Annotated[tuple[Fact, ...], AsList, about("事实", "facts")] = ()


class Knowledge(Struct, frozen=True):
    """What one plan may know: the platform, rates, laws, the calendar, facts and features it cites."""

    pack: Pack
    shipped: Benchmarks
    own: Benchmarks | None = None
    laws: tuple[LawRow, ...] = ()
    calendar: CountryCalendar | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    features: Mapping[str, Feature] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    days: "Sequence[MarketingDay]" = ()
    """Marketing days of the country; read when a plan that sells something is rendered."""
    frameworks: "Sequence[Framework]" = ()
