"""Zip archives that are the same bytes each time: one date, one order, one mark."""

import io
import zipfile
from collections.abc import Mapping

from groupplan.export.mark import BLANK

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date an archive can name; a plan is no older or younger for being packed."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files by name, in the order given, as one archive with room for the mark."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it tells Windows from the rest
            archive.writestr(entry, raw)
        archive.comment = BLANK
    return found.getvalue()


def repacked(raw: bytes) -> bytes:
    """The same for an archive that somebody else packed, its files in their order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return packed({entry.filename: archive.read(entry) for entry in archive.infolist()})


def with_room(raw: bytes) -> bytes:
    """An archive that somebody else packed without a comment, with room for the mark in one."""
    return raw[:-2] + len(BLANK).to_bytes(2, "little") + BLANK
