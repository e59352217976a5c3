"""The registers in memory."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.lasting import KEY, Spell, last_states
from muniment.registers.ports import SCANNED, RowStore, Sought
from muniment.registers.row import CLAIMS_KEPT, FiledClaim, Judgement, Row, Telling
from muniment.registers.values import shortened
from muniment.stacks.listing import Facets, Hit, Listing, facets

if TYPE_CHECKING:
    from muniment.stacks.memory import MemoryArchive

__all__ = ["MemoryRows"]

_WORD = re.compile(r"\w+")

_SNIPPET = 160
"""Code points of a snippet: about two lines of a list (judgement)."""

Key = tuple[str, str]


class MemoryRows(RowStore):
    """The `RowStore` in memory, with the lists that people ask for."""

    def __init__(self, archive: MemoryArchive) -> None:
        """Begin with nothing; page texts are searched in the archive."""
        self._archive = archive
        self._rows: dict[Key, Row] = {}
        self._facets: dict[Key, Facets] = {}
        self._keys: dict[Key, frozenset[str]] = {}
        self._claims: dict[str, FiledClaim] = {}
        self._judgements: dict[int, Judgement] = {}

    # What the fold asks for.

    def foresee(self, sought: Sought) -> None:
        """Do nothing: all is in memory."""

    def find(self, register: str, keys: Sequence[str], limit: int) -> list[Row]:
        """Return the register's rows that were put with any of the keys, those that share the most first."""
        begun = {key: number for number, key in enumerate(self._keys) if key[0] == register}
        shared: Counter[Key] = Counter()
        for wanted in set(keys):
            having = [key for key in reversed(begun) if wanted in self._keys[key]]
            shared.update(having[:SCANNED])
        found = sorted(shared, key=lambda key: (-shared[key], -begun[key]))
        return [self._rows[key] for key in found[:limit]]

    def get(self, register: str, row: str) -> Row | None:
        """Return the row of that id, withdrawn and merged ones too, or None."""
        return self._rows.get((register, row))

    def put(self, row: Row, keys: Sequence[str]) -> None:
        """Keep the row under its id, with these keys in place of all it had before."""
        key = row.register, row.id
        self._rows[key] = row
        self._facets[key] = facets(row)
        self._keys[key] = frozenset(keys)

    def drop(self, register: str, row: str) -> None:
        """Forget the row and its keys, if there is one."""
        for kept in (self._rows, self._facets, self._keys):
            kept.pop((register, row), None)

    def claim(self, claim: str) -> FiledClaim | None:
        """Return the claim of that id, dropped or not, or None."""
        return self._claims.get(claim)

    def keep(self, claim: FiledClaim) -> None:
        """Keep the claim under its id, in place of what was kept there before."""
        self._claims[claim.id] = claim

    def _live(self) -> list[FiledClaim]:
        live = [claim for claim in self._claims.values() if not claim.dropped]
        return sorted(live, key=lambda claim: (claim.position, claim.id))

    def tell(self, register: str, row: str, content: str) -> Telling | None:
        """Return the live claims of the row with that content as one telling, or None where there are none."""
        telling = register, row, content
        live = [claim for claim in self._live() if (claim.register, claim.row, claim.content) == telling]
        if not live:
            return None
        kept, first = live[:CLAIMS_KEPT], live[0]
        dates = [claim.stated_on for claim in live if claim.stated_on]
        return Telling(
            content=content, slots=first.slots, origin=first.origin, attributed_to=first.attributed_to,
            position=first.position, count=len(live), evidence=sum(claim.evidence for claim in live),
            claims=tuple(claim.id for claim in kept),
            sources=tuple(dict.fromkeys(claim.source for claim in kept)),
            documents=tuple(dict.fromkeys(claim.document for claim in kept)),
            first_stated=min(dates, default=""), last_stated=max(dates, default=""),
        )  # fmt: skip

    def move(self, register: str, row: str, content: str, to: str, renamed: str) -> None:
        """Set `row` and `content` of every claim of that row with that content, dropped ones too, to others."""
        for claim in list(self._claims.values()):
            if (claim.register, claim.row, claim.content) == (register, row, content):
                self._claims[claim.id] = msgspec.structs.replace(claim, row=to, content=renamed)

    def of_document(self, document: str) -> Iterator[FiledClaim]:
        """Yield the live claims of a document (or of `profile:NAME`), by position, then id."""
        yield from [claim for claim in self._live() if claim.document == document]

    def stated(self, document: str) -> str:
        """Return the date that the first live claim of a document bears; empty where there is none."""
        return next((claim.stated_on for claim in self._live() if claim.document == document), "")

    def judge(self, judgement: Judgement) -> None:
        """Keep the decision under its position, in place of what was kept there before."""
        self._judgements[judgement.position] = judgement

    def judgement(self, position: int) -> Judgement | None:
        """Return the decision filed as that entry, or None."""
        return self._judgements.get(position)

    # What people ask for.

    def clear(self) -> None:
        """Forget everything, so that the registers can be folded again from the first entry."""
        for kept in (self._rows, self._facets, self._keys, self._claims, self._judgements):
            kept.clear()

    def listed(self, listing: Listing) -> tuple[list[Row], int]:
        """Return the rows of a list as asked for, and how many there are without limit and offset.

        Raises:
            Unknown: there is no such register.
            UsageError: a slot that no list is narrowed or sorted by.
        """
        listing = listing.checked()
        every = [(row, self._facets[key]) for key, row in self._rows.items()]
        if listing.latest:
            every = [pair for pair in every if _has_words(pair[1].words, listing.words)][-listing.latest :]
        chosen = [pair for pair in every if pair[0].register == listing.register and _is_in(pair[1], listing)]
        chosen.sort(key=lambda pair: (pair[0].position, pair[0].id))
        chosen.sort(key=lambda pair: _sort_value(pair[1], listing.sort), reverse=listing.descending)
        chosen.sort(key=lambda pair: not _sort_value(pair[1], listing.sort))
        if listing.as_of:
            chosen = [pair for pair in chosen if not self._followed(pair, listing.as_of)]
            chosen.sort(key=lambda pair: pair[1].spell is None or not pair[1].spell.is_sure(listing.as_of))
        rows = [row for row, _ in chosen]
        page = rows[listing.offset : listing.offset + listing.limit]
        return page, len(rows if listing.total or not listing.bounded else page)

    def _followed(self, pair: tuple[Row, Facets], day: str) -> bool:
        """Whether another state of the same thing had begun by a day, where that ends the one before."""
        row, shown = pair
        lasting, mine = REGISTERS[row.register].lasting, shown.sequence
        if lasting is None or lasting.doubts or not mine or shown.spell is None:
            return False
        return any(
            sequence[:KEY] == mine[:KEY] and sequence != mine and then.ends(shown.spell, day)
            for sequence, then, _ in self._states(row.register)
        )

    def _states(self, register: str) -> Iterator[tuple[str, Spell, str]]:
        """Yield what each row of a register is a state of and which, when it was so, and its id."""
        for row, shown in self._shown():
            if row.register == register and shown.sequence and shown.spell is not None:
                yield shown.sequence, shown.spell, row.id

    def in_sequence(self, register: str, things: Sequence[str], day: str) -> dict[str, list[Row]]:
        """Return what of things began last by a day, as `lasting.last_states` chooses: thing -> rows."""
        wanted = set(things)
        chosen = last_states((one for one in self._states(register) if one[0][:KEY] in wanted), day)
        return {thing: [self._rows[register, name] for name in names] for thing, names in chosen.items()}

    def all(self, register: str) -> Iterator[Row]:
        """Yield every row of a register, withdrawn and merged ones too, in the order they were begun."""
        yield from [row for row in self._rows.values() if row.register == register]

    def retold(self, register: str, ids: Collection[str] = ()) -> Iterator[Row]:
        """Yield the rows of a register told in several ways or in conflict, and those of some ids, ordered as `all`."""
        yield from (row for row in self.all(register) if len(row.tellings) > 1 or row.conflicts or row.id in ids)

    def having(self, register: str, slot: str, values: Collection[str]) -> Iterator[Row]:
        """Yield the rows of a register that have any of some values in an indexed slot, ordered as `all`."""
        wanted = frozenset(values)
        for key, row in self._rows.items():
            if row.register == register and not wanted.isdisjoint(self._facets[key].values.get(slot, ())):
                yield row

    def rows_of_claims(self, claims: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return the register and the row that hold each claim, dropped or not: claim -> the two."""
        return {name: (one.register, one.row) for name in claims if (one := self._claims.get(name)) is not None}

    def begun(self, register: str, rows: Collection[str]) -> dict[str, tuple[int, bool]]:
        """Return the entry that began each row, and whether it is shown: neither withdrawn nor merged into another."""
        keys = [(register, row) for row in rows if (register, row) in self._rows]
        return {key[1]: (self._rows[key].position, self._facets[key].shown) for key in keys}

    def rows_of_pages(self, documents: Collection[str]) -> dict[str, str]:
        """Return the rows of documents themselves, not of teasers on them: document -> row."""
        found: dict[str, str] = {}
        for document in documents:
            for claim in self.of_document(document):
                if claim.register == "documents" and not claim.slots.get("stub"):
                    found.setdefault(document, claim.row)
        return found

    def _shown(self) -> Iterator[tuple[Row, Facets]]:
        for key, row in self._rows.items():
            if self._facets[key].shown:
                yield row, self._facets[key]

    def dropped(self, register: str) -> Iterator[FiledClaim]:
        """Yield the claims of a register that pages told and that are dropped, by position, then id."""
        found = [one for one in self._claims.values() if one.register == register and one.dropped]
        yield from sorted((one for one in found if one.origin == "page"), key=lambda one: (one.position, one.id))

    def ids(self, register: str, beginning: str) -> list[str]:
        """Return the ids of at most five rows that begin so, in order."""
        return sorted(found for name, found in self._rows if name == register and found.startswith(beginning))[:5]

    def counts(self) -> dict[str, int]:
        """Return how many rows each register shows; registers without rows are left out."""
        return dict(Counter(row.register for row, _ in self._shown()))

    def values(self, register: str, slot: str, limit: int) -> list[tuple[str, int]]:
        """Return the values that a slot has in shown rows and how many rows have each, most frequent first."""
        found = Counter(
            value for row, shown in self._shown() if row.register == register for value in shown.values.get(slot, ())
        )
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def months(self, register: str) -> list[tuple[str, int]]:
        """Return the months, or years where no month is told, of shown rows, in order, and how many each has."""
        dated = (shown.dated for row, shown in self._shown() if row.register == register and shown.dated)
        return sorted(Counter(date[: len("2031-11")] for date in dated).items())

    def claims_of(self, register: str, row: str, limit: int, offset: int) -> list[FiledClaim]:
        """Return the live claims of a row, by position, then id."""
        found = [claim for claim in self._live() if (claim.register, claim.row) == (register, row)]
        return found[offset : offset + limit]

    def search(self, words: str, register: str, limit: int) -> list[Hit]:
        """Return the shown rows with all the words, of one register, or of all where it is empty."""
        found = [
            Hit.told(row.register, row.id, shown.caption, shown.words[:_SNIPPET])
            for row, shown in self._shown()
            if register in ("", row.register) and _has_words(shown.words, words)
        ]
        return found[:limit]

    def counts_with(self, words: str) -> tuple[dict[str, int], int]:
        """Return how many shown rows of each register have all the words; and, where not all were counted, how many."""
        return dict(Counter(row.register for row, shown in self._shown() if _has_words(shown.words, words))), 0

    def values_with(self, register: str, words: str, most: int) -> tuple[dict[str, list[tuple[str, int]]], int]:
        """Return the values of slots of shown rows with all the words, and of how many rows, those filed last."""
        having = [shown for row, shown in self._shown() if row.register == register and _has_words(shown.words, words)]
        counts: dict[str, Counter[str]] = {}
        for shown in having[-most:]:
            for slot, values in shown.values.items():
                counts.setdefault(slot, Counter()).update(values)
        told = {slot: sorted(found.items(), key=lambda one: (-one[1], one[0])) for slot, found in counts.items()}
        return told, len(having[-most:])

    def more_than(self, words: str, most: int) -> bool:
        """Return whether more rows than so many have all the words."""
        return sum(_has_words(self._facets[key].words, words) for key in self._rows) > most

    def newest_with(self, words: str, most: int) -> dict[str, list[Row]]:
        """Return the shown rows with all the words, of each register at most so many, newest first."""
        asked = REGISTERS if _words(words) else ()
        lists = {name: Listing(name, words=words, descending=True, limit=most) for name in asked}
        return {name: rows for name, listing in lists.items() if (rows := self.listed(listing)[0])}

    def search_pages(self, words: str, limit: int) -> list[Hit]:
        """Return the standing pages with all the words; `id` is the document."""
        found = []
        for state in self._archive.states():
            page = self._archive.page(state.document).page
            if _has_words(page.text, words):
                title = page.meta.title or page.source
                found.append(Hit.told("pages", page.document, title, shortened(page.text, _SNIPPET)))
        return found[:limit]


def _is_in(shown: Facets, listing: Listing) -> bool:
    if not shown.shown or (listing.words and not _has_words(shown.words, listing.words)):
        return False
    if listing.as_of and (shown.spell is None or not shown.spell.may_be(listing.as_of)):
        return False
    slots = {slot: value for slot, value in listing.where.items() if slot not in ("since", "until")}
    if any(value not in shown.values.get(slot, ()) for slot, value in slots.items()):
        return False
    since = listing.where.get("since", "")
    if since and not (shown.dated and (shown.dated >= since or since.startswith(shown.dated))):
        return False
    return not listing.until or bool(shown.dated and shown.dated <= listing.until)


def _sort_value(shown: Facets, sort: str) -> str:
    if sort == "date":
        return shown.dated
    return shown.caption if sort == "caption" else min(shown.values.get(sort, ("",)))


def _words(text: str) -> list[str]:
    """Return the words of a text without case and diacritics."""
    plain = unicodedata.normalize("NFD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _WORD.findall(plain.lower())


def _has_words(text: str, words: str) -> bool:
    """Whether every word of `words` is in a text, the last at least as a beginning; no word is in no text."""
    wanted = _words(words)
    if not wanted:
        return False
    found = set(_words(text))
    return all(word in found for word in wanted[:-1]) and any(word.startswith(wanted[-1]) for word in found)
