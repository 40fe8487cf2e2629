"""Duties nobody was named for go up the chain of those who stand in."""

from groupplan.settle.team import people
from tests.briefs import alone, book, make

CHAIN = """duties:
  - {id: service, name: Service desk, does: Answers, stands_in: host}
  - {id: host, name: Host, does: Hosts, stands_in: owner}
  - {id: owner, name: Owner, does: Owns}
"""
RING = """duties:
  - {id: service, name: Service desk, does: Answers, stands_in: host}
  - {id: host, name: Host, does: Hosts, stands_in: service}
"""


def held(roles: str, playbook: str = CHAIN) -> dict[str, str]:
    return dict(alone(f"roles: [{roles}]", playbook).settled.people)


def test_who_is_named_does_it() -> None:
    ann, bob = "{id: ann, name: Ann, duties: [owner, service]}", "{id: bob, name: Bob, duties: [host]}"
    assert held(f"{ann}, {bob}") == {"owner": "ann", "service": "ann", "host": "bob"}


def test_the_next_in_the_chain_stands_in() -> None:
    ann, bob = "{id: ann, name: Ann, duties: [owner]}", "{id: bob, name: Bob, duties: [host]}"
    assert held(f"{ann}, {bob}")["service"] == "bob"


def test_the_chain_is_followed_to_its_end() -> None:
    assert held("{id: ann, name: Ann, duties: [owner]}") == dict.fromkeys(("owner", "host", "service"), "ann")


def test_nobody_stands_in_downwards() -> None:
    assert held("{id: ann, name: Ann, duties: [service]}") == {"service": "ann"}


def test_the_first_of_two_named_for_the_same_duty_does_it() -> None:
    both = "{id: ann, name: Ann, duties: [host]}, {id: bob, name: Bob, duties: [host]}"
    assert held(both)["host"] == "ann"


def test_a_ring_of_stand_ins_ends() -> None:
    assert held("{id: ann, name: Ann, duties: [owner]}", RING) == {"owner": "ann"}
    assert people((), [book(RING)]) == {}


def test_texts_name_the_person_or_else_the_duty() -> None:
    plan = alone("roles: [{id: ann, name: Ann, duties: [host]}]", CHAIN)
    assert plan.settled.names["who.service"] == "Ann"
    assert plan.settled.names["who.owner"] == "Owner"


def test_one_person_named_owner_does_everything_shipped() -> None:
    plan = make("roles: [{id: ann, name: Ann, duties: [owner], hours_week: 500}]")
    duties = {piece.item.duty for piece in plan.outline.tasks}
    assert {plan.settled.people.get(duty or "") for duty in duties} == {"ann"}
