"""Words that promise or deceive are seen where they are meant, and nowhere else."""

import time

import pytest

from groupplan import almanac
from groupplan.model.brief import Brief
from groupplan.model.told import Told, sightings, teaches, texts
from groupplan.model.wording import PLACES, Wording
from tests.briefs import load

SEEN = [
    ("absolute", "全国第一的英语营", "第一"),
    ("absolute", "本市最好的晨读营", "最好的"),
    ("absolute", "行业顶级导师", "顶级"),
    ("absolute", "100 % 有效", "100 %"),
    ("absolute", "The best in town", "The best in"),
    ("absolute", "A world class camp", "world class"),
    ("education", "名师押题，考试保过", "押题"),
    ("education", "21 天提 30 分", "提 30 分"),
    ("education", "不会英语也能保过", "保过"),
    ("education", "不要错过的保过班", "保过"),
    ("education", "Guaranteed pass or your money back", "Guaranteed pass"),
    ("education", "Only here: a guaranteed pass", "guaranteed pass"),
    ("education", "不保过不收费", "保过"),
    ("education", "特别推出保过班", "保过"),
    ("education", "没有基础的保过班", "保过"),
    ("education", "Never fail again with guaranteed results", "guaranteed results"),
    ("beneficiary", "墙上贴录取榜", "录取榜"),
    ("investment", "稳赚不赔的基金课", "稳赚"),
    ("investment", "年化 12% 起", "年化 12"),
    ("investment", "Risk-free returns", "Risk-free"),
    ("investment", "no experience needed, guaranteed returns", "guaranteed returns"),
    ("levels", "三级分销，人人有奖", "三级分销"),
    ("levels", "Earn from your downline", "downline"),
    ("paid_forwarding", "转发海报领一份", "转发"),
    ("induced_sharing", "集赞 30 个换书", "集赞"),
    ("hidden_ads", "每周发一篇软文", "软文"),
    ("hidden_ads", "ads disguised as a question", "disguised as a question"),
    ("deception", "安排小号暖场", "小号暖场"),
    ("deception", "请水军刷好评", "水军"),
    ("deception", "two sock puppets ask questions", "sock puppets"),
    ("deception", "Hire paid posters", "paid posters"),
    ("health", "28 天减 10 斤", "减 10 斤"),
    ("health", "clinically proven", "clinically proven"),
]
HARMLESS = [
    ("absolute", "第一天先认识三个人"),
    ("absolute", "最近最多三次，最少一次，最后一晚"),
    ("absolute", "上一期第一次来的人"),
    ("absolute", "最佳提问奖"),
    ("absolute", "最好提前十分钟到"),
    ("absolute", "100% 到课的人"),
    ("absolute", "best practice for beginners, the first evening"),
    ("absolute", "do your best"),
    ("education", "不承诺保过、提分率、押题"),
    ("education", "环保过程记录"),
    ("education", "不承诺任何形式的保过"),
    ("education", "别信保过班"),
    ("education", "我们不做押题，不卖内部名额"),
    ("education", "保过都是骗人的"),
    ("education", "We never promise guaranteed results"),
    ("education", "每天提高 15 分钟"),
    ("investment", "No guaranteed returns here"),
    ("investment", "老师带单词卡"),
    ("investment", "拒绝保本承诺"),
    ("investment", "a risk-free trial"),
    ("levels", "禁止拉人头"),
    ("levels", "no downlines, no pyramid scheme"),
    ("paid_forwarding", "不用转发，来上课就行"),
    ("hidden_ads", "软文开头标明「广告」"),
    ("hidden_ads", "an advertorial, marked as an ad"),
    ("deception", "不做水军，不刷单"),
    ("deception", "不请水军、刷单、假截图"),
    ("deception", "水军一经发现移出群"),
    ("deception", "We use no fake reviews, paid posters or sockpuppets"),
    ("deception", "Fake accounts are banned"),
    ("deception", "Report fake accounts to the team"),
    ("deception", "角色扮演：一人扮成顾客来砍价"),
    ("health", "phone detox weekend"),
]


@pytest.fixture(scope="module")
def wording() -> Wording:
    return almanac.wording()


@pytest.mark.parametrize(("name", "text", "word"), SEEN)
def test_seen(wording: Wording, name: str, text: str, word: str) -> None:
    family = wording.family(name)
    assert family and family.among(text) and family.seen(text) == word


@pytest.mark.parametrize(("name", "text"), HARMLESS)
def test_harmless(wording: Wording, name: str, text: str) -> None:
    family = wording.family(name)
    assert family and family.seen(text) is None


def test_every_word_of_every_family_is_seen(wording: Wording) -> None:
    for family in wording.families:
        for word in (one for words in family.words.values() for one in words):
            text = word.replace("□", "30").replace("…", "")
            assert family.among(text) and family.seen(text), (family.id, word)


def test_every_allowed_phrase_silences_a_word(wording: Wording) -> None:
    for family in wording.families:
        for phrase in (one for words in family.allow.values() for one in words):
            text = phrase.replace("□", "30").replace("…", "人气")
            assert family.among(text) and family.seen(text) is None, (family.id, phrase)


def test_every_family_has_an_alternative_and_its_facts(wording: Wording) -> None:
    facts = almanac._facts()
    for family in wording.families:
        assert set(family.alternative) == {"zh-CN", "en"}
        assert family.facts and all(name in facts for name in family.facts)
        assert family.seen(family.alternative["en"]) is None, family.id


def test_what_is_spared_is_silent(wording: Wording) -> None:
    family = wording.family("absolute")
    assert family is not None
    assert family.seen("本市唯一的无障碍书店", ("本市唯一的无障碍书店",)) is None
    assert family.seen("本市唯一，全国第一", ("本市唯一",)) == "第一"


def given(text: str) -> Brief:
    brief = load(text).brief
    assert brief is not None
    return brief


def test_claims_of_the_brief_are_spared(wording: Wording) -> None:
    text = "poster: {title: 全国首家读书会}"
    claim = "claims: [{words: 全国首家, reason: 2019 年的登记证}]"
    assert [one.word for one in sightings(given(text), wording, "absolute")] == ["全国首家"]
    assert list(sightings(given(f"{text}\n{claim}"), wording, "absolute")) == []


def test_each_place_includes_the_ones_before(wording: Wording) -> None:
    text = """positioning: {purpose: {why: 稳赚, value: 稳赚, pain: 被稳赚的骗过}, not_for: 想稳赚的人}
rewards: [{id: a, name: 稳赚}]
roles: [{id: a, name: 稳赚}]
audience: {portrait: 稳赚}"""
    found = {told.route for told, _ in sightings(given(text), wording, "investment")}
    assert found == {
        ("positioning", "purpose", "why"),
        ("positioning", "purpose", "value"),
        ("rewards", 0, "name"),
        ("audience", "portrait"),
    }


def test_education_is_only_judged_where_something_is_taught(wording: Wording) -> None:
    text = "offers: [{id: a, name: 保过班}]"
    assert not teaches(given(f"name: 周末骑行\n{text}"))
    assert list(sightings(given(f"name: 周末骑行\n{text}"), wording, "education")) == []
    assert len(list(sightings(given(f"name: 英语角\n{text}"), wording, "education"))) == 1


def test_texts_have_routes_of_the_brief() -> None:
    text = """lessons: [{id: a, title: One, at: "2027-03-02 20:00", guest: Ann}]
poster: {selling_points: [cheap, near]}
channels: [{id: a, name: Shop}]
seeds: {from: friends}"""
    found = {told.text: (told.route, told.place) for told in texts(given(text))}
    assert found["One"] == (("lessons", 0, "title"), "members")
    assert found["near"] == (("poster", "selling_points", 1), "members")
    assert found["Shop"] == (("channels", 0, "name"), "all")
    assert found["friends"] == (("seeds", "from"), "all")
    assert all(place in PLACES for _, place in found.values())


def test_a_long_text_is_quoted_around_the_word() -> None:
    text = "每天早上八点带读一段" * 5 + "水军" + "晚上交作业" * 9
    quoted = Told(("name",), text, "members").quoted("水军")
    assert "水军" in quoted and quoted.startswith("…") and quoted.endswith("…") and len(quoted) < 50


@pytest.mark.parametrize(
    "part", ["水军", "第一天", "不做水军，", "保过 ", "no fake reviews ", "稳赚" + " " * 40]
)
def test_a_text_of_any_length_is_read_in_no_time(wording: Wording, part: str) -> None:
    text = part * (100_000 // len(part))
    started = time.perf_counter()
    for family in wording.families:
        family.seen(text, ("水军", "稳"))
    assert time.perf_counter() - started < 5
