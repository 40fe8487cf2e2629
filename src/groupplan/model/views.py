"""Views: for whom a plan document is written. Its form begins with the view then: ``boss.md``."""

from groupplan.model.choice import Choices

ALL = "all"
VIEWS = Choices(
    all=("全部", "everything"),
    boss=("负责人", "the manager"),
    host=("带群的人", "the hosts"),
    member=("成员", "members"),
)


def viewed(form: str, view: str) -> str:
    """A form as seen in a view: ``md`` for all of it, ``boss.md`` for the boss."""
    return form if view in ("", ALL) else f"{view}.{form}"


def parted(form: str) -> tuple[str, str]:
    """The view and the bare form: ``("boss", "md")``, ``("all", "html")``."""
    view, _, bare = form.rpartition(".")
    return view or ALL, bare


def options(form: str) -> str:
    """A form as it is asked for on the command line, behind ``--to``."""
    view, bare = parted(form)
    return bare if view == ALL else f"{bare} --view {view}"
