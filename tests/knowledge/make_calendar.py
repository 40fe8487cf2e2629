"""Writes China's calendar from the `holidays` library: `python -m tests.knowledge.make_calendar`."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import holidays

YEARS = range(2024, 2031)
TARGET = Path(__file__).parents[2] / "src/groupplan/knowledge/calendars/CN.yaml"
SOURCE = "国务院办公厅放假通知，经 holidays 库整理 / State Council notices, through the holidays library "
DAY = timedelta(days=1)
ZH = holidays.country_holidays("CN", years=YEARS, language="zh_CN")
EN = holidays.country_holidays("CN", years=YEARS, language="en_US")


class Name(NamedTuple):
    zh: str
    en: str


def joined(names: Iterable[Name]) -> Name:
    zh, en = zip(*names, strict=True)
    return Name("、".join(zh), " and ".join(en))


def library_names(day: date) -> list[Name]:
    english = [en.replace("Chinese New Year (Spring Festival)", "Spring Festival") for en in EN.get_list(day)]
    return [Name(zh, en) for zh, en in zip(ZH.get_list(day), english, strict=True)]


def festival(bridge: date) -> Name:
    """What a bridge day belongs to: each festival in its unbroken run of free days, in order."""
    first = last = bridge
    while not ZH.is_working_day(first - DAY):
        first -= DAY
    while not ZH.is_working_day(last + DAY):
        last += DAY
    run = [first + DAY * i for i in range((last - first).days + 1)]
    names = dict.fromkeys(name for day in run for name in library_names(day))
    # Bridge and substitute days have a bracket; the eve is always followed by the festival itself.
    return joined(name for name in names if "（" not in name.zh and name.zh != "农历除夕")


def day_off(day: date) -> Name:
    if "调休" not in ZH[day]:
        return joined(library_names(day))
    name = festival(day)
    return Name(f"{name.zh}假期", f"{name.en} holiday")


def work_day(day: date) -> Name:
    name = festival(next(bridge for bridge, label in ZH.items() if f"由 {day} 调休" in label))
    article = "the " if name.en.endswith("Festival") else ""
    return Name(f"{name.zh}调休上班", f"make-up working day for {article}{name.en}")


def rows(key: str, days: dict[date, Name]) -> str:
    def row(day: date, name: Name) -> str:
        zh, en = (json.dumps(text, ensure_ascii=False) for text in name)
        return f'\n      - {{day: "{day}", name: {{zh-CN: {zh}, en: {en}}}}}'

    return f"    {key}:" + ("".join(row(*item) for item in days.items()) or " []") + "\n"


def year_block(year: int) -> str:
    off = {day: day_off(day) for day in sorted(ZH) if day.year == year}
    # Never empty: for a year without a notice the set still holds days of 2001 to 2011.
    work = {day: work_day(day) for day in sorted(ZH.weekend_workdays) if day.year == year}
    head = f"  - year: {year}\n    arrangement: {'known' if work else 'statutory'}\n"
    return head + rows("days_off", off) + rows("work_days", work)


if __name__ == "__main__":
    source = json.dumps(SOURCE + version("holidays"), ensure_ascii=False)
    head = f"knowledge: 1\ncountry: CN\nsource: {source}\nyears:\n"
    TARGET.write_text(head + "".join(map(year_block, YEARS)), encoding="utf-8")
