"""GP81x: children and the channels that may speak to them."""

from collections.abc import Iterator

from groupplan.check.pupils import teaches_pupils
from groupplan.check.rule import rule
from groupplan.model.choices import CHANNELS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

PUBLIC = ("ads", "media", "groups")
"""Channels that advertise to the public."""


@rule("GP815", Severity.WARNING, basis=("F087",))
def minors_without_consent(plan: Plan) -> Iterator[Finding]:
    """Children take part and nobody has written down that their guardians agreed."""
    if plan.settled.minors and not plan.settled.guardian_consent:
        said = plan.settled.guardian_consent is not None
        field = "guardian_consent" if said else "minors"
        yield Finding(plan.origin("audience", field), say("minors-without-consent"))


@rule("GP816", Severity.WARNING, basis=("F096",))
def pupil_advertising_channel(plan: Plan) -> Iterator[Finding]:
    """Teaching for pupils is advertised where China's rules let nobody advertise it."""
    for index, channel in enumerate(plan.brief.channels if teaches_pupils(plan) else ()):
        if channel.kind in PUBLIC:
            kind = CHANNELS.both(channel.kind)
            gaps = {"name": channel.name or channel.id, "kind_zh": kind.zh, "kind_en": kind.en}
            words = say("pupil-advertising-channel", **gaps)
            yield Finding(plan.origin("channels", index, "kind"), words)
