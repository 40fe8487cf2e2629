"""The names of the vocabulary: kind, scope, and the brief's fields behind each."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from groupplan.model.choices import POSTS, STAGES
from groupplan.model.source import Route


class Scope(Enum):
    """Where a name may be used."""

    SETTLED = "settled"
    """In `when:`, `require:` and texts."""
    RESULT = "result"
    """In `require:` and texts: known once the plan is computed."""
    WORDS = "words"
    """In texts only."""
    OCCURRENCE = "occurrence"
    """In scripts only: what belongs to one post on one day."""


class Name(Struct, frozen=True):
    """One name: its kind (text, number, truth, set, date, time, money, list), scope and brief routes."""

    name: str
    kind: str
    scope: Scope
    routes: tuple[Route, ...] = ()


_SETTLED: tuple[tuple[str, ...], ...] = (
    ("kind", "text", "kind"),
    ("platform", "text", "platform"),
    ("language", "text", "language"),
    ("country", "text", "country"),
    ("name", "text", "name"),
    ("type", "text", "positioning.type"),
    ("topic", "text", "positioning.topic"),
    ("motives", "set", "positioning.motives"),
    ("opened", "truth", "members_now"),
    ("members_now", "number", "members_now"),
    ("days", "number", "opens", "closes", "horizon"),
    ("weeks", "number", "opens", "closes", "horizon"),
    ("ongoing", "truth", "closes", "horizon"),
    ("minors", "truth", "audience.minors"),
    ("speak_to", "text", "audience.speak_to"),
    ("segments_count", "number", "audience.segments"),
    ("has_portrait", "truth", "audience.portrait"),
    ("has_pain", "truth", "positioning.purpose.pain", "audience.segments"),
    ("has_why", "truth", "positioning.purpose.why"),
    ("has_value", "truth", "positioning.purpose.value"),
    ("has_gain", "truth", "positioning.operator_gain"),
    ("has_not_for", "truth", "positioning.not_for"),
    ("has_reasons", "truth", "positioning.reasons_to_stay"),
    ("has_gathers", "truth", "audience.segments"),
    ("seeds_count", "number", "seeds.count"),
    ("seeds_consent", "truth", "seeds.consent"),
    ("has_seeds_from", "truth", "seeds.from"),
    ("entry_mode", "text", "entry.mode"),
    ("has_poster", "truth", "poster"),
    ("has_timezone", "truth", "timezone"),
    ("has_reach", "truth", "channels", "audience.segments"),
    ("has_fee", "truth", "entry.fee"),
    ("channels_count", "number", "channels"),
    ("channel_kinds", "set", "channels"),
    ("group_kinds", "set", "groups"),
    ("group_size", "number", "groups"),
    ("groups_prepared", "number", "groups"),
    ("goals_count", "number", "goals"),
    ("goal_metrics", "set", "goals"),
    ("has_history", "truth", "history"),
    ("has_lessons", "truth", "lessons"),
    ("lessons_count", "number", "lessons"),
    ("has_guests", "truth", "lessons"),
    ("has_events", "truth", "events"),
    ("events_count", "number", "events"),
    ("has_offline", "truth", "events"),
    ("has_offers", "truth", "offers"),
    ("offers_count", "number", "offers"),
    ("offer_mechanisms", "set", "offers"),
    ("has_referral", "truth", "referral"),
    ("has_referral_reward", "truth", "referral.reward"),
    ("reward_for", "text", "referral.reward_for"),
    ("has_rewards", "truth", "rewards"),
    ("invite", "text", "rules.invite"),
    ("ads", "text", "rules.ads"),
    ("has_on_topic", "truth", "rules.on_topic"),
    ("daily_posts", "set", "cadence.daily_posts"),
    ("has_budget", "truth", "budget.total"),
    ("tool_classes", "set", "tools"),
    ("team_size", "number", "roles"),
    ("duties", "set", "roles"),
    ("hours_week", "number", "roles"),
    ("features", "set", "platform"),
)
"""Name, kind, and the routes in the brief it comes from."""


def _settled() -> Iterator[Name]:
    for name, kind, *paths in _SETTLED:
        yield Name(name, kind, Scope.SETTLED, tuple(tuple(path.split(".")) for path in paths))


def _results() -> Iterator[Name]:
    steps = ("reach", "scanned", "joined", "back_d1", "back_d7", "kept_d30", "active", "completed", "paying")
    yield Name("forecast.referred", "number", Scope.RESULT)
    yield from (Name(f"forecast.{step}", "number", Scope.RESULT) for step in steps)
    for name in (
        "groups_needed",
        "posts_per_day",
        "posts_per_day_max",
        "promotion_share",
        "tasks_count",
        "posts_count",
        "dropped_count",
        "hours_total",
        "hours_week_peak",
        "workload.*.peak_hours",
        "workload.*.total_hours",
        "reach_needed.*",
        "chance.*",
    ):
        yield Name(name, "number", Scope.RESULT)
    yield Name("cost_total", "money", Scope.RESULT)


_WORDS: tuple[tuple[str, str, str], ...] = (
    ("opens", "date", "opens"),
    ("closes", "date", "closes"),
    ("platform_name", "text", "platform"),
    ("timezone", "text", "timezone"),
    ("portrait", "text", "audience.portrait"),
    ("pain", "text", "positioning.purpose.pain"),
    ("why", "text", "positioning.purpose.why"),
    ("value", "text", "positioning.purpose.value"),
    ("gain", "text", "positioning.operator_gain"),
    ("not_for", "text", "positioning.not_for"),
    ("promise", "text", "positioning.reasons_to_stay"),
    ("promises", "list", "positioning.reasons_to_stay"),
    ("segments", "list", "audience.segments"),
    ("gathers_at", "list", "audience.segments"),
    ("seeds_from", "text", "seeds.from"),
    ("fee", "money", "entry.fee"),
    ("channels", "list", "channels"),
    ("group_name", "text", "groups"),
    ("quiet", "text", "rules.quiet"),
    ("on_topic", "text", "rules.on_topic"),
    ("reward", "text", "referral.reward"),
    ("reward_cap", "number", "referral.cap"),
    ("team", "list", "roles"),
    ("budget_total", "money", "budget.total"),
    ("goal.name", "text", "goals"),
    ("goal.target", "number", "goals"),
    ("goal.deadline", "date", "goals"),
    ("first_lesson.title", "text", "lessons"),
    ("first_lesson.at", "date", "lessons"),
    ("first_event.title", "text", "events"),
    ("first_event.at", "date", "events"),
    ("first_offer.name", "text", "offers"),
    ("vip_name", "text", "groups"),
    ("vip_criteria", "text", "groups"),
    ("vip_size", "number", "groups"),
    ("campaign_name", "text", "groups"),
    ("campaign_closes", "date", "groups"),
)
"""Name, kind, and the route in the brief it comes from."""


def _words() -> Iterator[Name]:
    for name, kind, path in _WORDS:
        yield Name(name, kind, Scope.WORDS, (tuple(path.split(".")),))
    yield from (Name(f"cadence.{post}", "time", Scope.WORDS, (("cadence",),)) for post in POSTS)
    for stage in STAGES:
        yield Name(f"stage.{stage}.start", "date", Scope.WORDS, (("stages", stage),))
        yield Name(f"stage.{stage}.end", "date", Scope.WORDS, (("stages", stage),))
    yield Name("who.*", "text", Scope.WORDS, (("roles",),))
    yield Name("term.*", "text", Scope.WORDS, (("platform",),))
    yield Name("limit.*", "number", Scope.WORDS, (("platform",),))


def _occurrence() -> Iterator[Name]:
    for name, kind in (
        ("date", "date"),
        ("time", "time"),
        ("weekday", "text"),
        ("day_number", "number"),
        ("week_number", "number"),
        ("sender", "text"),
        ("turn", "text"),
    ):
        yield Name(name, kind, Scope.OCCURRENCE)


NAMES: dict[str, Name] = {
    name.name: name for part in (_settled(), _results(), _words(), _occurrence()) for name in part
}
