"""What ``item`` offers under each ``each:``: the fields of a lesson, an event, an offer …"""

ITEM_FIELDS: dict[str, dict[str, str]] = {
    "lessons": {
        "id": "text", "title": "text", "at": "date", "minutes": "number", "guest": "text", "form": "text",
    },
    "events": {
        "id": "text", "title": "text", "at": "date", "minutes": "number", "place": "text", "aim": "text",
        "form": "text", "seats": "number", "invites": "number",
    },
    "offers": {
        "id": "text", "name": "text", "price": "money", "from": "date", "to": "date", "limit": "number",
        "days": "number", "mechanism": "text", "mechanism_name": "text",
    },
    "channels": {
        "id": "text", "kind": "text", "name": "text", "reach": "number", "cost": "money", "owner": "text",
    },
    "groups": {
        "id": "text", "kind": "text", "name": "text", "size": "number", "count": "number",
        "criteria": "text", "closes": "date", "hands_over_to": "text",
    },
    "segments": {
        "id": "text", "who": "text", "pain": "text", "gathers_at": "list", "active_hours": "text",
        "reach": "number",
    },
    "rewards": {
        "id": "text", "name": "text", "kind": "text", "kind_name": "text", "value": "money",
        "quantity": "number", "claim": "text",
    },
}  # fmt: skip
"""What ``item`` offers under each ``each:``, with kinds; ``item.number`` counts from 1."""
