"""Which tables there are and which columns each has, in every language and for every plan."""

from groupplan.model.choice import Choices
from groupplan.model.choices import LEVELS, METRICS, PER, PRIORITIES, REWARD_KINDS, STAGES, TASK_KINDS
from groupplan.model.tables import Kind

STATUS = Choices(
    todo=("未开始", "to do"), doing=("进行中", "doing"), done=("完成", "done"), skipped=("跳过", "skipped")
)
"""What a team sets as it works; every task begins with the first."""
SORTS = Choices(line=("明细", "line"), sum=("合计", "sum"), apart=("单列", "apart"))
LISTS: dict[str, Choices] = {
    "status": STATUS,
    "stage": STAGES,
    "kind": TASK_KINDS,
    "priority": PRIORITIES,
    "per": PER,
    "sort": SORTS,
    "reward_kind": REWARD_KINDS,
    "metric": METRICS,
    "level": LEVELS,
}
"""The closed list of a column of kind ``choice``, by the column's id."""

Form = tuple[tuple[str, Kind], ...]


def _form(**kinds: Kind) -> Form:
    return tuple(kinds.items())


SHEETS: dict[str, Form] = {
    "tasks": _form(
        id="text", date="date", weekday="text", time="time", end="time", name="text", owner="text",
        status="choice", stage="choice", kind="choice", priority="choice", duty="text", backup="text",
        groups="number", minutes="number", per="choice", after_joining="text", script="text", text="text",
        blanks="list", output="text", because="text", moved="text", task="text",
    ),
    "calendar": _form(
        date="date", weekday="text", day_kind="text", stages="list", items="number", posts="number",
        minutes="number", tasks="list",
    ),
    "scripts": _form(
        id="text", name="text", recipient="text", tasks="list", first="date", last="date", times="number",
        length="number", blanks="list", text="text", note="text",
    ),
    "metrics": _form(
        id="text", stage="choice", name="text", formula="text", source="text", cycle="text", owner="text",
        target="text", alarm="text", reaction="text",
    ),
    "budget": _form(
        id="text", name="text", sort="choice", count="number", unit_price="money", amount="money",
        currency="text",
    ),
    "rewards": _form(
        id="text", name="text", reward_kind="choice", count="number", value="money", currency="text",
        rule="text", claim="text",
    ),
    "roster": _form(date="date", weekday="text", start="time", end="time", owner="text", backup="text"),
    "team": _form(
        id="text", name="text", duties="list", hours_week="number", hours_planned="number", backup="text",
        away="list",
    ),
    "workload": _form(week="date", owner="text", hours="number", hours_free="number", hours_over="number"),
    "risks": _form(
        id="text", name="text", stage="choice", trigger="text", response="text", owner="text",
        weight="number",
    ),
    "goals": _form(
        id="text", name="text", metric="choice", baseline="number", target="number", deadline="date",
        chance="percent", low="number", likely="number", high="number", owner="text", source="text",
        reason="text",
    ),
    "stages": _form(
        stage="choice", first="date", last="date", days="number", aim="text", entry="text", exit="text",
        hours="number",
    ),
    "legend": _form(subject="text", name="text", meaning="text"),
}  # fmt: skip
"""Tasks first, since some products take the first sheet alone; the legend last."""
BEHIND: dict[str, Form] = {
    "funnel": _form(id="text", rate="text", low="number", likely="number", high="number"),
    "findings": _form(code="text", level="choice", message="text", place="text"),
    "assumptions": _form(
        id="text", value="text", meaning="text", origin="text", row="text", date="text", trust="text"
    ),
    "dropped": _form(id="text", name="text", owner="text", priority="choice", minutes="number"),
    "trace": _form(section="text", id="text", playbook="text", fields="list", basis="list"),
}
"""What only a program asks for: it stands in the JSON beside the others."""
