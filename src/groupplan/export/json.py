"""A plan as JSON for programs, format 1; `docs/plan.schema.json` describes it."""

import json
from datetime import date, time
from decimal import Decimal
from typing import Any

from groupplan.export.forms import PLAIN, Request
from groupplan.export.mark import BLANK
from groupplan.export.plain import one_line
from groupplan.export.tables import behind, tables
from groupplan.model.plan import Plan
from groupplan.model.tables import Cell, Table

FORMAT = 1
STATED = ("name", "language", "platform", "kind", "country", "timezone")
DATED = ("opens", "closes")


def as_json(plan: Plan, request: Request = PLAIN) -> bytes:
    """Every table of the plan; new keys may come with any release, the number changes when old ones do."""
    found = (one for one in (*tables(plan), *behind(plan)) if one.id != "legend")
    data = {
        "groupplan": FORMAT,
        "mark": BLANK.decode(),
        "plan": _facts(plan),
        "tables": {one.id: _rows(one) for one in found},
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _facts(plan: Plan) -> dict[str, Any]:
    settled = plan.settled
    stated = {name: one_line(str(getattr(settled, name))) for name in STATED}
    dated = {name: getattr(settled, name).isoformat() for name in DATED}
    return {**stated, **dated, "ongoing": settled.ongoing, "revision": settled.revision}


def _rows(found: Table) -> list[dict[str, Any]]:
    ids = [column.id for column in found.columns]
    return [dict(zip(ids, map(_value, row), strict=True)) for row in found.rows]


def _value(cell: Cell) -> Any:
    """Dates and hours as ISO 8601 has them, sums as numbers with two places at most."""
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return list(cell) if isinstance(cell, tuple) else cell
