"""Playbooks seen together: scripts and duties that tasks name, tasks that anchors name, ids used twice."""

from collections.abc import Iterator, Sequence

from groupplan.model.book import Book
from groupplan.model.choices import STAGES
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.finding import Finding, say
from groupplan.model.items import Task
from groupplan.model.playbook import SECTIONS
from groupplan.model.source import Origin
from groupplan.model.timing import ANCHORS
from groupplan.model.vocabulary import ITEM_FIELDS


def library(books: Sequence[Book]) -> Iterator[Finding]:
    """What only shows when all playbooks of a plan lie side by side; shipped files are held by tests."""
    scripts = {item.id for book in books for item in book.playbook.scripts}
    duties = {item.id for book in books for item in book.playbook.duties}
    tasks = {item.id for book in books for item in book.playbook.tasks}
    metrics = sorted({item.id for book in books for item in book.playbook.metrics})
    anchors = [*ANCHORS, *(f"{s}.{end}" for s in STAGES for end in ("start", "end"))]
    anchors += [f"task.{name}" for name in sorted(tasks)]
    yield from _twice(books)
    for book in books:
        for index, task in enumerate(book.playbook.tasks):
            checks = (
                ("script", task.script, sorted(scripts)),
                ("duty", task.duty, sorted(duties)),
                ("metric", task.metric, metrics),
            )
            for field, name, known in checks:
                if name is not None and name not in known:
                    yield _unknown(name, book.origin("tasks", index, field), field, known)
            yield from _anchors(book, index, task, anchors)
        yield from _structures(book, sorted(tasks), sorted(duties), sorted(scripts))
        yield from _belongings(book, sorted(tasks))


def _belongings(book: Book, tasks: list[str]) -> Iterator[Finding]:
    """Tasks that metrics and prizes belong to."""
    for section in ("metrics", "rewards"):
        for index, item in enumerate(getattr(book.playbook, section)):
            for number, name in enumerate(item.tasks):
                if name not in tasks:
                    yield _unknown(name, book.origin(section, index, "tasks", number), "task", tasks)


def _structures(book: Book, tasks: list[str], duties: list[str], scripts: list[str]) -> Iterator[Finding]:
    """Duties and tasks that checklists, cards and dialogues name."""
    for section in ("checklists", "cards", "dialogues"):
        for index, item in enumerate(getattr(book.playbook, section)):
            if item.duty is not None and item.duty not in duties:
                yield _unknown(item.duty, book.origin(section, index, "duty"), "duty", duties)
    for index, wording in enumerate(book.playbook.wordings):
        if wording.id not in scripts:
            yield _unknown(wording.id, book.origin("wordings", index, "id"), "script", scripts)
    for index, line in enumerate(book.playbook.dialogues):
        if line.shows is not None and line.shows not in tasks:
            yield _unknown(line.shows, book.origin("dialogues", index, "shows"), "task", tasks)
        if line.after not in tasks:
            yield _unknown(line.after, book.origin("dialogues", index, "after"), "task", tasks)


def _anchors(book: Book, index: int, task: Task, known: list[str]) -> Iterator[Finding]:
    for field, name in (("from", task.at.from_), ("until", task.at.until)):
        if name is None:
            continue
        origin = book.origin("tasks", index, "at", field)
        if name.startswith("item.") and name in known and task.each is None:
            yield broken("unknown-name", origin, say("item-without-each", name=name))
        elif name not in known or not _dated(name, task.each):
            fits = [anchor for anchor in known if _dated(anchor, task.each)]
            yield _unknown(name, origin, "anchor", fits)


def _dated(anchor: str, each: str | None) -> bool:
    """Whether an element has the date an anchor asks for: a lesson ``at``, an offer ``from`` and ``to``."""
    head, _, field = anchor.partition(".")
    return head != "item" or (each is not None and field in ITEM_FIELDS[each])


def _unknown(name: str, origin: Origin, what: str, known: list[str]) -> Finding:
    hint = did_you_mean(name, known)
    return broken("unknown-name", origin, say("unknown-name", name=name, what=what), hint=hint)


def _twice(books: Sequence[Book]) -> Iterator[Finding]:
    for section in (name for name in SECTIONS if name != "wordings"):
        first: dict[str, tuple[Book, Origin]] = {}
        for book in books:
            for index, item in enumerate(getattr(book.playbook, section)):
                origin = book.origin(section, index, "id")
                earlier = first.setdefault(item.id, (book, origin))
                same = earlier[1] == origin or _related(earlier[0], book)
                if not same:
                    words = say("duplicate-id", name=item.id)
                    yield broken("duplicate-id", origin, words, related=(earlier[1],))


def _related(one: Book, other: Book) -> bool:
    """A child may override an item of its parents and theirs: then the child's is used."""
    return one is not other and (one.playbook.name in other.lineage or other.playbook.name in one.lineage)
