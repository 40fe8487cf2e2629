"""7 Rules of the group, and rules of law and platform that may matter."""

from groupplan.model.document import Block, Bullets, Part, Prose, Words
from groupplan.model.knowledge import TRUST
from groupplan.model.plan import Plan
from groupplan.model.texts import words as spoken_words
from groupplan.render.common import guides, measured, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The articles, then law and platform policy with the advice to ask a professional."""
    articles = tuple(plan.worded.text("rules", piece.key, "text") for piece in plan.outline.rules)
    found: list[Block] = [Bullets(articles, numbered=True)] if articles else []
    if articles:
        found.append(_long_form(articles, plan, words))
    spoken = plan.settled.language
    rows = [
        (
            spoken_words(row.say, spoken, spoken) or "",
            row.fact or "—",
            words.as_of(row.date or ""),
            TRUST.label(row.trust or "", spoken),
        )
        for row in plan.knowledge.laws
        if row.when is None or row.when.holds(plan.values)
    ]
    laws = table("laws", words.heads("rules.laws_head"), rows)
    if laws:
        found.append(Part(words.say("rules.laws"), (Prose(words.say("rules.laws_note")), *laws), "laws"))
    return (*found, *guides(plan, "rules"))


def _long_form(articles: tuple[str, ...], plan: Plan, words: Dictionary) -> Block:
    """All articles as one text to paste (S10); the short form stands among the scripts."""
    lines = [words.say("rules.long_head", name=plan.settled.name)]
    lines += [f"{number}. {text}" for number, text in enumerate(articles, 1)]
    text = "\n".join(lines)
    limit = plan.settled.pack.limit("message_chars")
    meta = measured(len(text), limit.value if limit else 0, words)
    return Part(words.say("rules.long"), (Words(words.say("rules.long_when"), text, meta),), "long-form")
