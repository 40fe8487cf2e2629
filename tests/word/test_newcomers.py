"""The first 72 hours of two newcomers follow from touches, posts, quiet hours and dialogues."""

from datetime import datetime

from groupplan.model.worded import Line, Transcript
from tests.briefs import alone

HOUSE = """tasks:
  - {id: hello, stage: activate, name: Hello, kind: touch, duty: host, minutes: 1, script: hello,
     at: {after_join: 5min}}
  - {id: thanks, stage: activate, name: Thanks, kind: touch, duty: host, minutes: 1, joiners: talking,
     at: {after_join: 2h}}
  - {id: still_there, stage: activate, name: Still there?, kind: touch, duty: host, minutes: 1,
     joiners: silent, at: {after_join: 2d}}
  - {id: late, stage: activate, name: Too late, kind: touch, duty: host, minutes: 1, at: {after_join: 4d}}
  - {id: daily, stage: retain, name: Question, kind: post, content: value, duty: host, minutes: 5,
     at: {every: day, time: "12:30", from: opens, until: closes}}
  - {id: staff, stage: retain, name: Staff, kind: post, content: notice, audience: staff, duty: host,
     minutes: 5, at: {every: day, time: "12:40", from: opens, until: closes}}
scripts: [{id: hello, name: Hello, text: "Welcome to {{ name }}"}]
dialogues:
  - {id: answer, after: daily, wait: 10min, says: I will try, reply: Go on, reply_wait: 5min, duty: host}
"""
BRIEF = "language: en\nroles: [{id: ann, name: Ann, duties: [host], hours_week: 10}]"


def transcripts(brief: str = BRIEF) -> tuple[Transcript, ...]:
    return alone(brief, HOUSE).worded.transcripts


def told(one: Transcript) -> list[tuple[str, str]]:
    return [(f"{line.at:%a %H:%M}", line.text) for line in one.lines]


def test_one_joins_on_a_weekday_morning_one_on_friday_night() -> None:
    talking, silent = transcripts()
    assert (talking.joiner, talking.joined) == ("talking", datetime(2027, 3, 1, 10, 20))
    assert (silent.joiner, silent.joined) == ("silent", datetime(2027, 3, 5, 23, 40))


def test_a_group_that_opens_on_saturday_is_joined_on_monday() -> None:
    talking, _ = transcripts(f"{BRIEF}\nopens: 2027-03-06")
    assert talking.joined == datetime(2027, 3, 8, 10, 20)


def test_who_talks_is_thanked_and_answered_and_never_nudged() -> None:
    texts = [text for _, text in told(transcripts()[0])]
    assert {"Thanks", "I will try", "Go on"} <= set(texts) and "Still there?" not in texts


def test_who_is_silent_is_nudged_and_writes_nothing() -> None:
    silent = transcripts()[1]
    assert "Still there?" in [line.text for line in silent.lines]
    assert [line for line in silent.lines if line.side == "member"] == []


def test_at_night_a_touch_waits_till_the_quiet_hours_end() -> None:
    assert told(transcripts()[1])[0] == ("Sat 07:30", "Welcome to Reading camp")


def test_nothing_reaches_a_newcomer_within_quiet_hours() -> None:
    hours = [line.at.hour * 60 + line.at.minute for one in transcripts() for line in one.lines]
    assert all(7 * 60 + 30 <= minute < 22 * 60 + 30 for minute in hours)


def test_lines_stand_in_order_within_72_hours_without_other_groups_posts() -> None:
    for one in transcripts():
        times = [line.at for line in one.lines]
        assert times == sorted(times) and (times[-1] - one.joined).days <= 3
        assert not {"Staff", "Too late"} & {line.text for line in one.lines}


def test_an_answer_follows_the_first_of_its_posts_only() -> None:
    mine = [line for line in transcripts()[0].lines if line.side == "member"]
    assert [(f"{line.at:%a %H:%M}", line.text) for line in mine] == [("Mon 12:40", "I will try")]


def test_senders_are_the_people_of_the_team() -> None:
    team = [line for one in transcripts() for line in one.lines if line.side != "member"]
    assert {_who(line) for line in team} == {"Ann"}


def _who(line: Line) -> str:
    return line.who


def test_a_plan_without_touches_has_no_transcript() -> None:
    assert alone("language: en", "tasks: []").worded.transcripts == ()
