"""Scripts in the voice of those they speak to: a wording takes the place of a script's own words."""

from collections.abc import Sequence

from groupplan.model.items import Script, Wording
from groupplan.model.outline import Piece


def spoken(scripts: Sequence[Piece[Script]], wordings: Sequence[Piece[Wording]]) -> tuple[Piece[Script], ...]:
    """The scripts, each with the words of the last wording of its id; name and recipient stay."""
    voices = {piece.item.id: piece for piece in wordings}
    return tuple(
        _said(piece, voices[piece.item.id]) if piece.item.id in voices else piece for piece in scripts
    )


def _said(script: Piece[Script], voice: Piece[Wording]) -> Piece[Script]:
    words = voice.item
    item = script.item.model_copy(
        update={
            "text": words.text,
            "variants": words.variants,
            "turns": words.turns or script.item.turns,
            "short": words.short,
            "basis": (*script.item.basis, *words.basis),
        }
    )
    asked = (*script.trace.routes, *voice.trace.routes)
    return Piece(script.key, item, voice.book, voice.section, voice.index, words.basis, script.element, asked)
