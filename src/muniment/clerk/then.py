"""Then: a record as it was known at an earlier head, made again from the entries filed up to it.

Nothing of the record is changed. The registers are folded from the first entry on by the same fold that follows the
ledger, so that what is made here is what was there then; a property test compares the two.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

import msgspec

from muniment.clerk.ports import PROFILES, Stores
from muniment.clerk.project import note_projected
from muniment.clerk.read import account_digest, text_digest
from muniment.errors import Unknown, UsageError
from muniment.ledger import KINDS, START, Entry, Head
from muniment.ledger.ports import Failure, KeptPage, ReadState
from muniment.registers.projector import apply
from muniment.terms import PageMeta, PartialDate, digest

__all__ = ["KnownAt", "known_at", "replay"]

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")

_HINT = (
    "Give a position of the ledger (220), its head (220:4a4c...), a day (2026-05-04) or a time (2026-05-04T03:02:01Z)."
)


class KnownAt(msgspec.Struct, frozen=True):
    """An earlier state of a record.

    Attributes:
        head: the last entry that was filed by then.
        filed_at: when that was, UTC; empty where nothing was filed yet.
    """

    head: Head
    filed_at: str

    def line(self) -> str:
        """Return which state it is, in words."""
        if not self.head.position:
            return "As known before anything was filed"
        return f"As known at entry {self.head.position:,}, filed {self.filed_at.replace('T', ' ').replace('Z', ' UTC')}"


def known_at(stores: Stores, asked: str) -> KnownAt:
    """Return the state that people ask for by a position, a head, a day (to its end, UTC) or a time.

    Where clocks went back between entries, a time means everything before the first entry that was filed after it.

    Raises:
        UsageError: it is none of these, or the ledger is not so long.
        Unknown: the ledger has another hash at that position.
    """
    text = asked.strip()
    position, _, wanted = text.partition(":")
    if position.isdecimal() and (not wanted or re.fullmatch("[0-9a-f]{8,64}", wanted)) and len(position) < 19:
        return _at(stores, int(position), wanted)
    return _at(stores, stores.ledger.until(_time(text)), "")


def _time(text: str) -> str:
    """Return the last second that a day or a time names, as entries give theirs.

    Raises:
        UsageError: it names none.
    """
    if _TIME.fullmatch(text):
        return text
    try:
        day = PartialDate.parse(text)
    except ValueError as error:
        raise UsageError(f"{text[:40]!r} is no state of a record", code="not-a-state", hint=_HINT) from error
    month = day.month or 12
    last = day.day or calendar.monthrange(day.year, month)[1]
    return f"{day.year:04}-{month:02}-{last:02}T23:59:59Z"


def _at(stores: Stores, position: int, wanted: str) -> KnownAt:
    if position > stores.ledger.head().position:
        raise UsageError(
            f"the ledger has {stores.ledger.head().position:,} entries, not {position:,}", code="no-such-entry",
            where="known-at", hint=_HINT,
        )  # fmt: skip
    if position == 0:
        return KnownAt(START, "")
    entry = next(stores.ledger.read(position - 1, 1))
    if not entry.hash.startswith(wanted):
        raise Unknown(
            "the ledger has another entry there: it was rewritten, or the head is of another record",
            code="other-head", where=f"{position}:{wanted[:12]}",
        )  # fmt: skip
    return KnownAt(Head(position, entry.hash), entry.filed_at)


def replay(stores: Stores, fresh: Stores, position: int) -> None:
    """Bring an empty record up to an earlier position of another one.

    Reads: entries and kept pages of the record. Writes: registers, versions, pages and notes of the fresh one; bytes
    and entries stay where they are.

    Of a page that was read otherwise since, text and counts are those of then; which sentence was read and which was
    set aside is kept of the last reading only, so it is left out.
    """
    readings: dict[str, Entry] = {}
    profiles: set[str] = set()
    with fresh.transaction():
        for entry in stores.ledger.read(0, position):
            current = KINDS.lift(entry)
            apply(fresh.rows, current)
            if current.kind.startswith("reading.filed/"):
                readings[current.body["document"]] = current
            if current.kind.startswith("profile.filed/"):
                profiles.add(current.body["name"])
            follow = _FOLLOWED.get(current.kind)
            if follow is not None:
                follow(fresh, current)
        for entry in readings.values():
            _keep_page(stores, fresh, entry)
        fresh.archive.put_note(PROFILES, "\n".join(sorted(profiles)).encode())
        note_projected(fresh, position)


def _page_filed(fresh: Stores, entry: Entry) -> None:
    body, archive = entry.body, fresh.archive
    archive.put_version(body["source"], body["document"], body["seen_at"], entry.position)
    if body.get("replaces") and not archive.sources_of(body["replaces"]):
        archive.drop_state(body["replaces"])


def _reading_filed(fresh: Stores, entry: Entry) -> None:
    body = entry.body
    fresh.archive.put_state(ReadState(body["document"], body["read_with"], body["blocks"], ()))


def _source_failed(fresh: Stores, entry: Entry) -> None:
    fresh.archive.put_failure(Failure(entry.body["source"], entry.body["seen_at"], entry.body["error"]))


def _source_mended(fresh: Stores, entry: Entry) -> None:
    fresh.archive.drop_failure(entry.body["source"])


_FOLLOWED: dict[str, Callable[[Stores, Entry], None]] = {
    "page.filed/1": _page_filed,
    "reading.filed/2": _reading_filed,
    "source.failed/1": _source_failed,
    "source.mended/1": _source_mended,
}
"""Current kind of entry -> what it does to the archive of the fresh record; claims go to the registers."""


def _keep_page(stores: Stores, fresh: Stores, reading: Entry) -> None:
    """Keep a page as its reading of then had it, as far as that is kept still."""
    body = reading.body
    try:
        kept = stores.archive.page(body["document"])
    except Unknown:
        return
    if body["account"]:
        same = account_digest(kept) == body["account"]
    else:
        same = digest([msgspec.to_builtins(block) for block in kept.page.blocks]) == body["blocks"]
    if not same:
        kept = _bare(fresh, kept, reading)
    page = msgspec.structs.replace(kept.page, source=body["source"])
    fresh.archive.put_page(KeptPage(page, kept.sentences, body["language"], body["reader"]))
    if not same:
        counts = body["sentences"]
        fresh.archive.put_counts(
            body["document"], {"read": counts["read"], **counts["set_aside"], "unread": counts["unread"]}
        )


def _bare(fresh: Stores, kept: KeptPage, reading: Entry) -> KeptPage:
    """Return a page without what is kept of a later reading only; its text goes too, where it was another."""
    text = kept.page.text if reading.body["text"] in ("", text_digest(kept.page.text)) else ""
    own = [claim for claim in fresh.rows.of_document(kept.page.document) if claim.register == "documents"]
    slots = next((claim.slots for claim in own if not claim.slots.get("stub")), {})
    meta = PageMeta(title=str(slots.get("title") or ""), published=str(slots.get("published") or ""))
    return KeptPage(msgspec.structs.replace(kept.page, text=text, blocks=(), meta=meta), (), kept.language, kept.reader)
