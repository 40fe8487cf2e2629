from groupplan.model.seams import dotted, series
from groupplan.render.words import Dictionary


def test_chinese_fields_stand_close_and_english_ones_have_air() -> None:
    assert dotted(("主持官", "每群 3 分钟"), "zh-CN") == "主持官·每群 3 分钟"
    assert dotted(("core", "welcome"), "zh-CN") == "core·welcome"
    assert dotted(("Host", "3 min a group"), "en") == "Host · 3 min a group"


def test_things_in_a_row() -> None:
    assert series(("周一", "周三"), "zh-CN") == "周一、周三"
    assert series(("Monday", "Wednesday"), "en") == "Monday, Wednesday"


def test_empty_fields_leave_no_dot() -> None:
    assert dotted(("", "奖励", ""), "zh-CN") == "奖励"
    assert dotted((), "en") == ""


def test_templates_use_the_same_dot() -> None:
    for language, one in (("zh-CN", "一"), ("zh-CN", "Lin"), ("en", "a")):
        assert dotted((one, one), language) == one + Dictionary(language).say("plan.dot") + one
