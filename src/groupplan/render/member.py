"""What members may read: the rules, what they can come to, the welcome, questions and answers.

Nothing here is cut out of the plan's own sections, which speak to the team: each line is made of a field
that is meant for members, so that what a playbook or brief adds for the team cannot get here.
"""

from collections.abc import Iterator

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.document import Block, Bullets, Pairs, Part, Prose
from groupplan.model.formats import clock, day, listed, money
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.render.columns import weekly
from groupplan.render.common import date, prose, table
from groupplan.render.stages import unstopped
from groupplan.render.words import Dictionary

GREETINGS = ("welcome", "intro_form")
"""Steps of the new member's clock whose words everybody gets as they stand."""


def rules(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The articles, and when it is quiet."""
    articles = tuple(plan.worded.text("rules", piece.key, "text") for piece in plan.outline.rules)
    found: list[Block] = [Bullets(articles, numbered=True)] if articles else []
    if plan.settled.rules.quiet:
        found.append(Prose(words.say("member.quiet", quiet=_quiet(plan))))
    return tuple(found)


def _quiet(plan: Plan) -> str:
    return listed([str(span) for span in plan.settled.rules.quiet], plan.settled.language)


def calendar(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """What members can come to, day by day, and what comes at the same hour every day or every week."""
    found: list[Block] = [Prose(_span(plan, words))]
    rows = [_row(one, plan, words) for one in plan.schedule.occurrences if _attended(plan, one)]
    found += table("member-calendar", words.heads("member.calendar_head"), rows) or (
        Prose(words.say("member.no_events")),
    )
    daily = tuple(
        words.say("member.daily_post", time=clock(at), what=words.say(f"member.post_{what}"))
        for what, at in sorted(plan.settled.cadence.items(), key=lambda pair: (pair[1], pair[0]))
        if what in plan.settled.daily_posts
    )
    if daily:
        found.append(Part(words.say("member.daily"), (Bullets(daily),), "daily"))
    return (*found, *weekly(plan, words, JOINED_GROUPS))


def _span(plan: Plan, words: Dictionary) -> str:
    settled = plan.settled
    spoken = settled.language
    gaps = {"opens": day(settled.opens, spoken, year=True), "closes": day(settled.closes, spoken, year=True)}
    return words.say("member.ongoing" if settled.ongoing else "member.span", **gaps)


def _attended(plan: Plan, one: Occurrence) -> bool:
    """Whether members take part: an event of a group they join."""
    item = plan.outline.task(one.task).item
    return item.kind == "event" and (item.audience or "community") in JOINED_GROUPS


def _row(one: Occurrence, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    piece = plan.outline.task(one.task)
    hour = clock(one.at) if one.at else ""
    dated = one.length and piece.element  # else its minutes are the team's, getting ready included
    length = words.say("member.minutes", count=one.length) if dated else ""
    name = plan.worded.text("tasks", piece.key, "name")
    return date(one.day, plan), hour, name, length, str(piece.values.get("item.place") or "")


def welcome(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """What everybody reads on joining, as it is sent; a text with blanks is for one person and stays away."""
    found = ((task, plan.worded.messages.get((task, 0))) for task in GREETINGS if _touched(plan, task))
    return tuple(
        Part(words.say(f"welcome.{task}"), tuple(prose(one.text)), task)
        for task, one in found
        if one is not None and not one.blanks
    )


def _touched(plan: Plan, task: str) -> bool:
    return any(touch.task == task for touch in plan.schedule.touches)


def faq(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Questions that the brief answers, in members' words."""
    settled = plan.settled
    asked: list[tuple[str, tuple[Block, ...]]] = [("what", _what(plan, words))]
    asked.append(("when", (Prose(_span(plan, words)),)))
    if settled.entry_mode == "fee" and settled.fee:
        asked.append(("fee", (Prose(words.say("faq.fee_answer", fee=money(settled.fee, words.language))),)))
    if settled.rules.quiet:
        asked.append(("night", (Prose(words.say("faq.night_answer", quiet=_quiet(plan))),)))
    asked.append(("invite", (Prose(words.say(f"faq.invite_{settled.rules.invite}")),)))
    asked.append(("ads", (Prose(words.say(f"faq.ads_{settled.rules.ads}")),)))
    prizes = tuple(_prizes(plan, words))
    if prizes:
        asked.append(("prizes", (Pairs("prizes", prizes),)))
    return tuple(Part(words.say(f"faq.{slug}"), blocks, slug) for slug, blocks in asked)


def _what(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    position = plan.settled.position
    lines = [words.say("faq.topic", topic=position.topic)] if position.topic else []
    lines += [position.value] if position.value else []
    promises = tuple(one.promise for one in position.reasons)
    return (*map(Prose, lines), *((Bullets(promises),) if promises else ()))


def _prizes(plan: Plan, words: Dictionary) -> Iterator[tuple[str, str]]:
    """What can be won and how, by the very words of the notice of prizes."""
    own = {prize.id for prize in plan.settled.rewards}
    for prize in plan.settled.rewards:
        yield prize.name, prize.claim or words.say("faq.prize_open")
    for piece in plan.outline.rewards:
        if piece.item.id not in own:
            text = plan.worded.text
            name, rule, claim = (text("rewards", piece.key, field) for field in ("name", "rule", "claim"))
            yield name, words.say("faq.prize", rule=unstopped(rule), claim=unstopped(claim))
