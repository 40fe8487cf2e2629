"""What no honest plan can carry stays out of it; everything else stays, and at its own line."""

from groupplan import almanac
from groupplan.model.brief import Brief
from groupplan.model.plan import Plan
from groupplan.settle.honest import honest
from tests.briefs import load, make

MIXED = """name: 英语晨读营
platform: wecom
positioning:
  purpose: {why: 想靠押题保过}
  reasons_to_stay:
    - {promise: 名师押题，考试保过}
    - {promise: 每天八点有材料}
poster: {title: 保过班开营, subtitle: 二十一天, selling_points: [有人听, 押题十套, 有人改]}
lessons:
  - {id: l1, title: 包会速成课, at: "2027-03-02 20:00"}
  - {id: l2, title: 开口读, at: "2027-03-04 20:00"}
events:
  - {id: e1, title: 开营夜, aim: 让小号暖场, at: "2027-03-01 20:00"}
  - {id: e2, title: 展示夜, at: "2027-03-20 20:00"}
offers:
  - {id: o1, name: 稳赚理财课, from: 2027-03-15, to: 2027-03-20}
  - {id: o2, name: 进阶课}
referral: {reward_for: attendance, reward: 拉人头奖金, cap: 20}
rewards:
  - {id: r1, name: 发展下线奖}
  - {id: r2, name: 全勤奖}
"""


def given(text: str) -> Brief:
    brief = load(text).brief
    assert brief is not None
    return brief


def ids(found: tuple[object, ...]) -> list[str]:
    return [getattr(one, "id") for one in found]  # noqa: B009 - of any list


def test_an_honest_brief_is_returned_as_it_is() -> None:
    brief = given("name: 英语晨读营\nrewards: [{id: r, name: 全勤奖}]")
    assert honest(brief, almanac.wording()) == (brief, ())
    assert honest(brief, almanac.wording())[0] is brief


def test_deceptive_elements_are_left_out_and_named() -> None:
    brief, left = honest(given(MIXED), almanac.wording())
    assert (ids(brief.lessons), ids(brief.events), ids(brief.offers)) == (["l2"], ["e2"], ["o2"])
    assert ids(brief.rewards) == ["r2"]
    assert brief.positioning and [one.promise for one in brief.positioning.reasons_to_stay] == [
        "每天八点有材料"
    ]
    assert {(one.route, one.word, one.family) for one in left} == {
        (("positioning", "reasons_to_stay", 0), "押题", "education"),
        (("poster", "title"), "保过", "education"),
        (("poster", "selling_points", 1), "押题", "education"),
        (("lessons", 0), "包会", "education"),
        (("events", 0), "小号暖场", "deception"),
        (("offers", 0), "稳赚", "investment"),
        (("referral", "reward"), "拉人头", "levels"),
        (("rewards", 0), "发展下线", "levels"),
    }


def test_poster_and_referral_only_lose_the_words() -> None:
    brief, _ = honest(given(MIXED), almanac.wording())
    assert brief.poster and (brief.poster.title, brief.poster.subtitle) == (None, "二十一天")
    assert brief.poster.selling_points == ("有人听", "有人改")
    assert brief.referral and (brief.referral.reward, brief.referral.cap) == (None, 20)


def test_free_texts_stay() -> None:
    brief, _ = honest(given(MIXED), almanac.wording())
    assert brief.name == "英语晨读营"
    assert brief.positioning and brief.positioning.purpose
    assert brief.positioning.purpose.why == "想靠押题保过"


def test_what_is_denied_or_claimed_stays() -> None:
    text = """name: 英语晨读营
positioning: {reasons_to_stay: [{promise: 不押题、不承诺保过}]}
offers: [{id: o, name: 社保过户讲座}]
rewards: [{id: r, name: 提分榜样讲评, claim: 提30分的那位讲给大家听}]
claims: [{words: 提30分, reason: 他本人的两张成绩单}]"""
    assert honest(given(text), almanac.wording())[1] == ()


def test_words_that_are_only_warned_about_stay() -> None:
    text = "name: 英语晨读营\nrewards: [{id: r, name: 集赞奖}]\noffers: [{id: o, name: 全国第一的课}]"
    assert honest(given(text), almanac.wording())[1] == ()


def plan() -> Plan:
    return make(MIXED)


def test_the_plan_is_complete_without_them() -> None:
    made = plan()
    assert ids(made.settled.offers) == ["o2"]
    assert {piece.element.id for piece in made.outline.tasks if piece.element} & {"l1", "e1", "o1"} == set()
    said = "\n".join(message.text for message in made.worded.messages.values())
    assert "开口读" in said
    assert not [
        word for word in ("包会速成课", "小号暖场", "稳赚理财课", "拉人头奖金", "发展下线奖") if word in said
    ]
    assert made.worded.gaps == ()
    assert len(made.settled.left_out) == len(honest(made.brief, made.knowledge.wording)[1])


def test_what_is_kept_still_points_at_its_own_line() -> None:
    made = plan()
    routes = {
        (piece.element.list, piece.element.id): piece.element.route
        for piece in made.outline.tasks
        if piece.element
    }
    assert routes["lessons", "l2"] == ("lessons", 1)
    assert routes["events", "e2"] == ("events", 1)
    assert routes["offers", "o2"] == ("offers", 1)
    notes = {note.name: note.route for note in made.settled.assumptions}
    assert notes["offer_dates"] == ("offers", 1)
    assert made.settled.written(("positioning", "reasons_to_stay", 0, "promise")) == (
        "positioning",
        "reasons_to_stay",
        1,
        "promise",
    )


def test_routes_of_an_honest_brief_are_as_written() -> None:
    made = make("offers: [{id: a, name: A}, {id: b, name: B}]")
    assert made.settled.written(("offers", 1, "from")) == ("offers", 1, "from")


def test_the_findings_point_at_what_was_left_out() -> None:
    made = plan()
    spots = {(finding.code, finding.origin.route) for finding in made.findings}
    assert ("GP811", ("positioning", "reasons_to_stay", 0, "promise")) in spots
    assert ("GP814", ("events", 0, "aim")) in spots
    assert ("GP812", ("offers", 0, "name")) in spots
    assert ("GP706", ("referral", "reward")) in spots
    assert ("GP811", ("positioning", "purpose", "why")) in spots
