"""settle: ``Brief``, playbooks, knowledge → ``Settled``. Every default is found here and nowhere else."""

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.knowledge import Knowledge
from groupplan.model.settled import Settled
from groupplan.settle import agenda, community, frame, house, team
from groupplan.settle.honest import honest, honest_book
from groupplan.settle.lookup import Lookup
from groupplan.settle.rates import rates, seen
from groupplan.settle.values import values


def settle(brief: Brief, source: str, books: Sequence[Book], knowledge: Knowledge) -> Settled:
    """The brief with every open question answered.

    The order is: brief, history, the user's own knowledge, playbooks, shipped knowledge.
    """
    brief, left_out = honest(brief, knowledge.wording)
    own = (honest_book(book, knowledge.wording)[1] for book in books if not book.shipped)
    look = Lookup(brief, frame.kind(brief), books, knowledge)
    basis = frame.frame(brief, look, knowledge)
    programme = agenda.agenda(brief, look, basis["opens"], basis["closes"], ongoing=basis["ongoing"])
    roles = team.roles(brief, look)
    people = team.people(roles, books)
    settled = Settled(
        source=source,
        **basis,
        **community.community(brief, look, knowledge.pack),
        **programme,
        **house.house(brief, look),
        goals=agenda.goals(brief),
        has_history=brief.history is not None,
        seen=seen(brief),
        rates=rates(brief, look),
        roles=roles,
        people=people,
        duties=team.duty_names(books, basis["language"]),
        windows=house.windows(brief, programme["offers"], ongoing=basis["ongoing"]),
        numbers=look.numbers(),
        left_out=(*left_out, *chain.from_iterable(own)),
    )
    notes = (replace(note, route=settled.written(note.route)) for note in look.notes)
    settled = replace(settled, assumptions=tuple(notes))
    return replace(settled, names=values(settled))
