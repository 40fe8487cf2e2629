"""Keys, choices and names: nearly right ones become right, guesses are left to a person."""

import pytest

from groupplan.mend.names import alike
from tests.briefs import USUAL, brief
from tests.mend.made import fixed, form

SAFE = {
    "positioning：\n  topic：abc # 主题\n": "positioning:\n  topic: abc # 主题\n",
    "members_now： 3": "members_now: 3",
    "goals: [{id：a, metric: joined}]": "goals: [{id: a, metric: joined}]",
    "audience: {portait: x}": "audience: {portrait: x}",
    "audience: {'portait': x}": "audience: {'portrait': x}",
    "members-now: 3": "members_now: 3",
    "platform: WeCom": "platform: wecom",
    "platform: 企业微信": "platform: wecom",
    "platform: QQ 群": "platform: qq",
    "platform: ｗｅｃｏｍ": "platform: wecom",
    "kind: study_camp": "kind: study-camp",
    "positioning: {motives: [growth，sales]}": "positioning: {motives: [growth, sales]}",
    'positioning: {motives: ["growth、sales"]}': 'positioning: {motives: ["growth", "sales"]}',
    "positioning: {motives: 【growth，sales】}": "positioning: {motives: [growth, sales]}",
    "positioning: {motives: growth}": "positioning: {motives: [growth]}",
}
UNSAFE = {
    "platform: wecmo": "platform: wecom",
    "roles: [{id: lin, name: a, duties: [ownr]}]": "roles: [{id: lin, name: a, duties: [owner]}]",
    "roles: [{id: lin, name: a}]\nchannels: [{id: a, owner: lni}]": (
        "roles: [{id: lin, name: a}]\nchannels: [{id: a, owner: lin}]"
    ),
}
LEFT = ["platform: myspace", "zzz: 1", "audience: {segments: 上班族，家长}", "nmae: b"]


@pytest.mark.parametrize("typed", SAFE)
def test_nearly_right_becomes_right(typed: str) -> None:
    after = fixed(brief(typed))
    assert after.file.source.text == brief(typed).replace(typed, SAFE[typed])
    assert form(after.file) == [] and "unknown-kind" not in [f.slug for f in after.file.findings]


def test_a_key_whose_right_form_is_missing() -> None:
    text = brief("platfrom: wecom").replace("platform: other\n", "")
    assert "platform" not in text and USUAL["platform"] == "other"
    assert fixed(text).file.source.text == text.replace("platfrom", "platform")


@pytest.mark.parametrize("typed", UNSAFE)
def test_a_guess_is_made_only_when_asked_for(typed: str) -> None:
    assert fixed(brief(typed)).fixed == ()
    after = fixed(brief(typed), unsafe=True)
    assert after.file.source.text == brief(typed).replace(typed, UNSAFE[typed])


@pytest.mark.parametrize("typed", LEFT)
def test_what_nobody_can_know_is_left(typed: str) -> None:
    assert fixed(brief(typed), unsafe=True).fixed == ()


def test_of_two_keys_that_mean_one_the_first_is_taken() -> None:
    after = fixed(brief("member_now: 3\nmembers_nw: 4"))
    assert after.file.source.text == brief("members_now: 3\nmembers_nw: 4")
    assert form(after.file) == ["unknown-key"]


def test_alike() -> None:
    assert alike("WeCom 群", "wecom群") == 1
    assert alike("platfrom", "platform") > alike("plan", "platform")
    assert alike("--", "__") == 0
