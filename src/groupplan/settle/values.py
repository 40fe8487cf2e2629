"""The vocabulary of conditions and texts, with this brief's values. None means: not there."""

from collections.abc import Iterator

from groupplan.model.choices import JOINED_GROUPS, PLATFORMS, STAGES
from groupplan.model.estimate import Estimate
from groupplan.model.settled import Group, Poster, Settled
from groupplan.model.texts import words
from groupplan.model.windows import default_windows, windows


def values(settled: Settled) -> dict[str, object]:
    """Name → value for every settled name."""
    return {
        **_facts(settled),
        **_has(settled),
        **_people(settled),
        **_words(settled),
        **dict(_goal(settled)),
        **dict(_dates(settled)),
    }


def _facts(s: Settled) -> dict[str, object]:
    main = _main(s)
    return {
        "kind": s.kind,
        "platform": s.platform,
        "language": s.language,
        "country": s.country,
        "name": s.name,
        "type": s.position.type,
        "topic": s.position.topic,
        "motives": frozenset(s.position.motives),
        "opened": s.members_now > 0,
        "members_now": s.members_now,
        "days": s.days,
        "weeks": (s.days + 6) // 7,
        "ongoing": s.ongoing,
        "minors": s.minors,
        "speak_to": s.speak_to,
        "segments_count": len(s.segments),
        "seeds_count": s.seeds_count,
        "seeds_consent": s.seeds_consent,
        "entry_mode": s.entry_mode,
        "channels_count": len(s.channels),
        "channel_kinds": frozenset(channel.kind for channel in s.channels),
        "group_kinds": frozenset(group.kind for group in s.groups),
        "group_size": main.size,
        "groups_prepared": next((g.prepared for g in s.groups if g.kind in JOINED_GROUPS), None),
        "goals_count": len(s.goals),
        "goal_metrics": frozenset(goal.metric for goal in s.goals),
        "lessons_count": len(s.lessons),
        "events_count": len(s.events),
        "offers_count": len(s.offers),
        "offer_mechanisms": frozenset(offer.mechanism for offer in s.offers),
        "reward_for": s.referral.reward_for if s.referral else None,
        "invite": s.rules.invite,
        "ads": s.rules.ads,
        "daily_posts": s.daily_posts,
        "tool_classes": frozenset(tool.class_ for tool in s.tools),
        "features": frozenset(s.pack.features),
    }


def _main(s: Settled) -> Group:
    """The group people join: the first open one, whatever else is listed before it."""
    return next((group for group in s.groups if group.kind in JOINED_GROUPS), s.groups[0])


def _zone(s: Settled) -> str | None:
    """The time zone the brief names; one that was filled in is nothing to tell members."""
    return None if any(one.name == "timezone" for one in s.assumptions) else s.timezone


def _has(s: Settled) -> dict[str, object]:
    position = s.position
    return {
        "has_portrait": bool(s.portrait),
        "has_pain": bool(position.pain),
        "has_why": bool(position.why),
        "has_value": bool(position.value),
        "has_gain": bool(position.gain),
        "has_not_for": bool(position.not_for),
        "has_reasons": bool(position.reasons),
        "has_timezone": _zone(s) is not None,
        "has_poster": s.poster != Poster(),
        "has_gathers": any(segment.gathers_at for segment in s.segments),
        "has_seeds_from": bool(s.seeds_from),
        "has_reach": any(reach.high for reach in _reaches(s)),
        "has_fee": s.fee is not None,
        "has_history": s.has_history,
        "has_lessons": bool(s.lessons),
        "has_guests": any(lesson.guest for lesson in s.lessons),
        "has_events": bool(s.events),
        "has_offline": any(event.form == "offline" for event in s.events),
        "has_offers": bool(s.offers),
        "has_referral": s.referral is not None,
        "has_referral_reward": bool(s.referral and s.referral.reward),
        "has_rewards": bool(s.rewards),
        "has_on_topic": bool(s.rules.on_topic),
        "has_budget": s.purse.total is not None,
    }


def _reaches(s: Settled) -> Iterator[Estimate]:
    yield from (channel.reach for channel in s.channels)
    yield from (segment.reach for segment in s.segments)


def _people(s: Settled) -> dict[str, object]:
    names = {role.id: role.name for role in s.roles}
    return {
        "team_size": len(s.roles),
        "duties": frozenset(duty for role in s.roles for duty in role.duties),
        "hours_week": sum(role.hours_week for role in s.roles),
        "team": tuple(names.values()) or None,
        **{f"who.{duty}": label for duty, label in s.duties.items()},
        **{f"who.{duty}": names[person] for duty, person in s.people.items()},
    }


def _words(s: Settled) -> dict[str, object]:
    position, referral = s.position, s.referral
    lesson = min(s.lessons, key=lambda one: (one.at, one.id), default=None)
    seen = dict.fromkeys(place for segment in s.segments for place in segment.gathers_at)
    terms = {f"term.{name}": words(text, s.language, s.language) for name, text in s.pack.terms.items()}
    return {
        "platform_name": PLATFORMS.label(s.platform, s.language),
        "timezone": _zone(s),
        "portrait": s.portrait or None,
        "pain": position.pain or None,
        "why": position.why or None,
        "value": position.value or None,
        "gain": position.gain or None,
        "not_for": position.not_for or None,
        "promise": position.reasons[0].promise if position.reasons else None,
        "promises": tuple(reason.promise for reason in position.reasons) or None,
        "segments": tuple(segment.who for segment in s.segments) or None,
        "gathers_at": tuple(seen) or None,
        "seeds_from": s.seeds_from or None,
        "fee": s.fee,
        "channels": tuple(channel.name for channel in s.channels) or None,
        "group_name": _main(s).name,
        "quiet": ", ".join(str(span) for span in s.rules.quiet),
        "on_topic": ", ".join(str(span) for span in s.rules.on_topic) or None,
        "reward": referral.reward or None if referral else None,
        "reward_cap": referral.cap or None if referral else None,
        "budget_total": s.purse.total,
        "first_lesson.title": lesson.title if lesson else None,
        "first_lesson.at": lesson.at if lesson else None,
        **dict(_first(s)),
        **dict(_further_groups(s)),
        **terms,
        **{f"limit.{row.id}": row.value for row in s.pack.limits},
        **{f"cadence.{post}": at for post, at in s.cadence.items() if post in s.daily_posts},
    }


def _first(s: Settled) -> Iterator[tuple[str, object]]:
    event = min(s.events, key=lambda one: (one.at, one.id), default=None)
    offer = min(s.offers, key=lambda one: (one.first, one.id), default=None)
    yield "first_event.title", event.title if event else None
    yield "first_event.at", event.at if event else None
    yield "first_offer.name", offer.name if offer else None


def _further_groups(s: Settled) -> Iterator[tuple[str, object]]:
    vip = next((group for group in s.groups if group.kind == "vip"), None)
    campaign = next((group for group in s.groups if group.kind == "campaign"), None)
    yield "vip_name", vip.name if vip else None
    yield "vip_criteria", (vip.criteria or None) if vip else None
    yield "vip_size", vip.size if vip else None
    yield "campaign_name", campaign.name if campaign else None
    yield "campaign_closes", campaign.closes if campaign else None


def _goal(s: Settled) -> Iterator[tuple[str, object]]:
    goal = next((goal for goal in s.goals if goal.primary), s.goals[0] if s.goals else None)
    yield "goal.name", goal.name if goal else None
    yield "goal.target", goal.target if goal else None
    yield "goal.deadline", (goal.deadline or s.closes) if goal else None


def _dates(s: Settled) -> Iterator[tuple[str, object]]:
    yield "opens", s.opens
    yield "closes", s.closes
    found = windows(default_windows(s.opens, s.closes, ongoing=s.ongoing), s.windows)
    for stage in STAGES:
        yield f"stage.{stage}.start", found[stage].first
        yield f"stage.{stage}.end", found[stage].last
