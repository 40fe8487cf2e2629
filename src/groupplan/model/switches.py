"""What a brief already says, before anything is settled, about the conditions that switch playbooks on.

Each value here is the one that ``settle`` arrives at; a test holds the two together.
"""

from groupplan.model.brief import Brief
from groupplan.model.operation import Rules

RECIPIENT_OF = {"parents": "parents", "business-club": "business", "open-source": "developers"}
"""Kind of community → in whose tone its scripts are written (M064); members in general otherwise."""


def recipient(brief: Brief) -> str:
    """In whose tone the scripts are written."""
    given = brief.audience.speak_to if brief.audience else None
    return given or RECIPIENT_OF.get(brief.kind or "", "members")


def switches(brief: Brief) -> dict[str, object]:
    """Vocabulary names that need nothing but the brief, with their values."""
    referral = brief.referral
    return {
        "kind": brief.kind or "general",
        "platform": brief.platform,
        "speak_to": recipient(brief),
        "group_kinds": frozenset(group.kind or "community" for group in brief.groups) or {"community"},
        "has_lessons": bool(brief.lessons),
        "has_events": bool(brief.events),
        "has_offline": any(event.form == "offline" for event in brief.events),
        "has_offers": bool(brief.offers),
        "has_rewards": bool(brief.rewards),
        "has_referral": referral is not None,
        "reward_for": (referral.reward_for or "attendance") if referral else None,
        "ads": (brief.rules or Rules()).ads or "none",
    }
