"""GP8xx: platform rules."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.choices import PLATFORMS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.lexicon import FORWARDING
from groupplan.model.plan import Plan


@rule("GP802", Severity.NOTE)
def platform_without_pack(plan: Plan) -> Iterator[Finding]:
    """No limits, features and words of this platform are shipped; general ones stand in."""
    if plan.settled.pack.platform != plan.settled.platform:
        name = PLATFORMS.both(plan.settled.platform)
        words = say("platform-without-pack", platform_zh=name.zh, platform_en=name.en)
        yield Finding(plan.origin("platform"), words)


@rule("GP801", Severity.WARNING, basis=("M204", "M352", "F069", "F070", "F071", "K42", "N04"))
def rewarded_forwarding(plan: Plan) -> Iterator[Finding]:
    """A reward for spreading a post is against the rules of most platforms."""
    referral = plan.settled.referral
    if referral and referral.reward_for == "forwarding":
        yield Finding(plan.origin("referral", "reward_for"), say("rewarded-forwarding"))
    for index, prize in enumerate(plan.settled.rewards):
        text = f"{prize.name} {prize.claim}".lower()
        word = next((word for word in FORWARDING if word in text), None)
        if word is not None:
            words = say("reward-names-forwarding", name=prize.name, word=word)
            yield Finding(plan.origin("rewards", index), words)
