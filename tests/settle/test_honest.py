"""What no honest plan can carry stays out of it; everything else stays, and at its own line."""

from pathlib import Path

from groupplan import almanac
from groupplan.model.brief import Brief
from groupplan.model.plan import Plan
from groupplan.settle.honest import honest
from groupplan.shelf import Shelf, beside_shipped
from tests.briefs import load, make, playbook

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
        (("positioning", "purpose", "why"), "押题", "education"),
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


UNSAID = """name: 考前保过班
positioning:
  topic: 押题
  purpose: {why: 想靠押题保过, value: 名师命题，一次过关, pain: 想找一个保过的班}
  operator_gain: 做托的提成
  not_for: 想听保过的人
audience:
  portrait: 要保录取的人
  segments:
    - {id: a, who: 想保录取的人, pains: [{id: p, text: 交了钱报保过班也没过}, {id: q, text: 谁能包就业}]}
seeds: {count: 20, from: 请托儿}
groups: [{id: main, name: 保过一群}]
channels: [{id: c, kind: moments, name: 刷好评的号}]
roles: [{id: lin, name: 水军队长, duties: [owner, host]}]
goals: [{id: g, metric: joined, target: 60, relieves: q, reason: 靠刷数据}]
"""


def test_words_that_reach_members_are_left_out_one_by_one() -> None:
    brief, _ = honest(given(UNSAID), almanac.wording())
    assert brief.name == "【换个说法】"
    position = brief.positioning
    assert position and position.purpose and (position.topic, position.operator_gain) == (None, None)
    assert (position.purpose.why, position.purpose.value, position.purpose.pain) == (None, None, None)
    assert brief.audience and brief.audience.portrait is None
    (segment,) = brief.audience.segments
    assert segment.who == "【换个说法】"
    assert brief.seeds and (brief.seeds.from_, brief.seeds.count) == (None, 20)
    assert [one.name for one in brief.groups] == [None]
    assert [one.name for one in brief.channels] == [None]
    assert [one.name for one in brief.roles] == ["【换个说法】"]


def test_a_pain_that_complains_of_others_stays() -> None:
    brief, _ = honest(given(UNSAID), almanac.wording())
    assert brief.audience
    assert [pain.id for pain in brief.audience.segments[0].pains] == ["p"]
    assert brief.positioning and brief.positioning.not_for == "想听保过的人"


def test_no_text_of_a_plan_says_them_and_section_19_lists_them() -> None:
    made = make(UNSAID)
    said = "\n".join(message.text for message in made.worded.messages.values())
    said += "\n".join(made.worded.texts.values())
    words = {left.words for left in made.settled.left_out}
    assert words and not [word for word in words if word in said]
    assert "【换个说法】" in said
    assert made.worded.gaps == ()


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


HOUSE = """language: zh-CN
tasks:
  - {id: flood, stage: retain, name: 半夜发, kind: post, duty: host,
     at: {every: day, time: "12:00"}, script: push}
  - {id: hire, stage: retain, name: 请水军刷屏, kind: work, duty: host, at: {from: task.flood, offset: 1h}}
  - {id: after, stage: retain, name: 记一笔, kind: work, duty: host, at: {from: task.hire, offset: 1h}}
  - {id: fine, stage: retain, name: 清理水军, kind: work, duty: host, at: {from: opens, offset: 1d}}
scripts:
  - {id: push, name: 推一把, text: 家人们最后三个名额，包过稳赚，转发三个群领红包}
  - {id: en, name: {en: push}, text: {en: a guaranteed profit for everyone}}
rewards:
  - {id: r, name: 发展下线奖, rule: 每人一份, claim: 私信领}
rules:
  - {id: banned, text: 不谈稳赚的投资、刷单、代操作, element: 安全}
  - {id: bad, text: 进群先当托, element: 参与}
risks:
  - {id: k, stage: retain, name: 对手雇水军, trigger: 水军进群刷评论, response: 移出、说明}
"""


def housed(folder: Path) -> Plan:
    return make("name: 晨读营\nplaybooks: [house]", folder, house=HOUSE)


def test_deceptive_items_of_an_own_playbook_stay_out_of_the_plan(tmp_path: Path) -> None:
    made = housed(tmp_path)
    own = {piece.item.id for section in ("tasks", "rewards", "rules", "risks") for piece in
           getattr(made.outline, section) if not piece.book.shipped}  # fmt: skip
    assert own == {"flood", "after", "fine", "banned", "k"}
    assert not [one for one in made.worded.messages.values() if "包过稳赚" in one.text]
    assert {left.route[1:] for left in made.settled.left_out} == {
        ("tasks", 1),
        ("scripts", 0),
        ("scripts", 1),
        ("rewards", 0),
        ("rules", 1),
    }


def test_each_is_found_at_its_own_line(tmp_path: Path) -> None:
    found = {
        (one.code, one.origin.route) for one in housed(tmp_path).findings if "house" in one.origin.source
    }
    assert found >= {
        ("GP812", ("scripts", 0, "text")),
        ("GP801", ("scripts", 0, "text")),
        ("GP812", ("scripts", 1, "text", "en")),
        ("GP814", ("tasks", 1, "name")),
        ("GP814", ("rules", 1, "text")),
        ("GP706", ("rewards", 0, "name")),
    }
    assert not [route for _, route in found if route[:2] in (("tasks", 3), ("rules", 0), ("risks", 0))]


def test_what_a_playbook_has_from_a_shipped_parent_is_not_judged(tmp_path: Path) -> None:
    made = make("playbooks: [mine]", tmp_path, mine="extends: [ads_outlet, voice_parents, brand_fans]\n")
    assert made.settled.left_out == ()


def test_a_playbook_by_itself_is_judged_too(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, tmp_path)
    found, _ = shelf.parsed(playbook("house", HOUSE).encode(), "house.yaml")
    assert found
    codes = {(one.code, one.origin.route[:2]) for one in beside_shipped(found)}
    assert {("GP814", ("tasks", 1)), ("GP812", ("scripts", 0))} <= codes
