"""A row store for tests: plain dictionaries, read and written the slow and obvious way."""

from collections import Counter

import msgspec

from muniment.ledger import Entry
from muniment.registers.ports import SCANNED
from muniment.registers.projector import apply
from muniment.registers.row import CLAIMS_KEPT, Row, Telling


class Shelf:
    def __init__(self):
        self.rows, self.keys, self.claims, self.judgements = {}, {}, {}, {}

    def foresee(self, sought):
        pass

    def find(self, register, keys, limit):
        begun = [at for at in self.keys if at[0] == register]
        hits = Counter(at for key in set(keys) for at in [at for at in begun if key in self.keys[at]][-SCANNED:])
        found = sorted(hits, key=lambda at: (-hits[at], -begun.index(at)))
        return [self.rows[at] for at in found[:limit]]

    def get(self, register, row):
        return self.rows.get((register, row))

    def put(self, row, keys):
        # through JSON and back, as any real store would
        self.rows[row.register, row.id] = msgspec.json.decode(msgspec.json.encode(row), type=Row)
        self.keys[row.register, row.id] = set(keys)

    def drop(self, register, row):
        self.rows.pop((register, row), None)
        self.keys.pop((register, row), None)

    def claim(self, claim):
        return self.claims.get(claim)

    def keep(self, claim):
        self.claims[claim.id] = claim

    def _live(self, wanted):
        found = [one for one in self.claims.values() if not one.dropped and wanted(one)]
        return sorted(found, key=lambda one: (one.position, one.id))

    def tell(self, register, row, content):
        live = self._live(lambda one: (one.register, one.row, one.content) == (register, row, content))
        if not live:
            return None
        first, kept = live[0], live[:CLAIMS_KEPT]
        stated = sorted(one.stated_on for one in live if one.stated_on) or [""]
        return Telling(
            content, first.slots, first.origin, first.attributed_to, first.position, len(live),
            sum(one.evidence for one in live), tuple(one.id for one in kept),
            tuple(dict.fromkeys(one.source for one in kept)), tuple(dict.fromkeys(one.document for one in kept)),
            stated[0], stated[-1],
        )  # fmt: skip

    def move(self, register, row, content, to, renamed):
        for claim in list(self.claims.values()):
            if (claim.register, claim.row, claim.content) == (register, row, content):
                self.claims[claim.id] = msgspec.structs.replace(claim, row=to, content=renamed)

    def of_document(self, document):
        yield from self._live(lambda one: one.document == document)

    def stated(self, document):
        return next((one.stated_on for one in self.of_document(document)), "")

    def judge(self, judgement):
        self.judgements[judgement.position] = judgement

    def judgement(self, position):
        return self.judgements.get(position)


class Ledger:
    """Files entries one after another and follows them at once."""

    def __init__(self):
        self.shelf, self.entries = Shelf(), []

    def file(self, kind, **body):
        entry = Entry(len(self.entries) + 1, kind, "2032-01-01T00:00:00Z", "tester", body, "", "")
        self.entries.append(entry)
        self.changed = apply(self.shelf, entry)
        return entry.position

    def claim(self, register, slots, page="a.html", claim=None, attributed_to="", document=None):
        claim = claim or f"c{len(self.entries) + 1}"
        document = document or f"sha-{page}"
        quote = {"document": document, "start": 0, "end": 4, "quote": "word", "rule": "test"}
        body = {"claim": claim, "register": register, "source": page, "slots": slots, "evidence": [quote]}
        if attributed_to:
            body["attributed_to"] = attributed_to
        self.file("claim.filed/1", **body)
        return claim

    def rows(self, register, withdrawn=False):
        found = [row for (name, _), row in sorted(self.shelf.rows.items()) if name == register]
        return sorted((row for row in found if withdrawn or not row.withdrawn), key=lambda row: (row.position, row.id))

    def row(self, register):
        rows = self.rows(register)
        assert len(rows) == 1, [row.slots for row in rows]
        return rows[0]


def row_of(register, *tellings):
    """The one row that tellings make, each `(slots, day the page gives itself)`."""
    ledger = Ledger()
    for number, (slots, stated) in enumerate(tellings):
        page = f"{number}.html"
        if stated:
            ledger.claim("documents", {"title": f"Page {number}", "published": stated}, page)
        ledger.claim(register, slots, page)
    return ledger.row(register)


SIX = ["Ardil", "Bessar", "Corvia", "Dunmark", "Estren", "Fallow"]
"""The members of the federation of `compact`."""


def compact(*acts, **more):
    """A federation of six, a treaty with these actions, each told by a page of its own."""
    ledger = Ledger()
    facts = [
        {"register": "relations", "where": f"members[{at}]",
         "slots": {"subject": name, "object": "Quiet River Federation", "kind": "membership", "state": "in_force"}}
        for at, name in enumerate(SIX)
    ]  # fmt: skip
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    for at, act in enumerate(acts):
        ledger.claim(
            "instruments", {"kind": "treaty", "title": "Calm Waters Treaty", "actions": [act], **more}, f"{at}.html"
        )
    return ledger
