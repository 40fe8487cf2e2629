"""Tables without columns in which nothing stands, except those that people fill in."""

from msgspec.structs import replace

from groupplan.model.document import Block, Part, Table

TO_FILL_IN = {"sheet"}
_NOTHING = {"", "—"}


def tidy(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with empty columns dropped, also inside parts."""
    return tuple(_tidy(block) for block in blocks)


def _tidy(block: Block) -> Block:
    if isinstance(block, Part):
        return replace(block, blocks=tidy(block.blocks))
    if isinstance(block, Table) and block.slug not in TO_FILL_IN:
        return _filled(block)
    return block


def _filled(table: Table) -> Table:
    kept = [
        number
        for number in range(len(table.head))
        if number == 0 or any(row[number] not in _NOTHING for row in table.rows)
    ]
    rows = tuple(tuple(row[number] for number in kept) for row in table.rows)
    return replace(table, head=tuple(table.head[number] for number in kept), rows=rows)
