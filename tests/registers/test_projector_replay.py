import hypothesis.strategies as st
import msgspec
from hypothesis import given, settings
from tests.registers.shelf import Shelf

from muniment.ledger import Entry
from muniment.registers.projector import apply

PEOPLE = ["Stanislav Marr", "S. Marr", "Viktor Marr", "Olvar Zaitemov", "Olvar Zaytemov", "Marr"]
DATES = ["2031", "2031-11", "2031-11-23", "2031-11-24", "2032-02-01"]
BODIES = ["QRF Council", "Permanent Council", "River Assembly"]

meetings = st.fixed_dictionaries(
    {"kind": st.sampled_from(["session", "bilateral"]), "start": st.sampled_from(DATES)},
    optional={
        "bodies": st.lists(st.sampled_from(BODIES), max_size=2),
        "ordinal": st.integers(8, 9),
        "status": st.sampled_from(["announced", "held", "postponed"]),
        "participants": st.lists(st.sampled_from(PEOPLE), max_size=3),
    },
)
tenures = st.fixed_dictionaries(
    {"person": st.sampled_from(PEOPLE), "office": st.sampled_from(["Secretary General", "Chair"])},
    optional={"organization": st.sampled_from(["QRF", "Ostland"]), "start": st.sampled_from(DATES)},
)
instruments = st.fixed_dictionaries(
    {
        "title": st.sampled_from(
            ["Third Protocol on Tolls", "Fourth Protocol on Tolls", "Protocol on Tolls", "On Tolls"]
        ),
        "kind": st.sampled_from(["protocol", "decision"]),
    },
    optional={
        "actions": st.lists(
            st.fixed_dictionaries(
                {"action": st.sampled_from(["adopt", "sign", "not_adopt", "ratify"]), "date": st.sampled_from(DATES)},
                optional={"planned": st.just(True), "by": st.lists(st.sampled_from(BODIES), max_size=2)},
            ),
            max_size=2,
        )
    },
)
documents = st.fixed_dictionaries({"title": st.just("Council meets in Sundale"), "published": st.sampled_from(DATES)})
words = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"
statements = st.fixed_dictionaries(
    {"speaker": st.sampled_from(PEOPLE), "text": st.sampled_from([words, words + " and no longer", "Fine work"])},
    optional={"date": st.sampled_from(DATES), "mode": st.sampled_from(["direct", "reported"])},
)
relations = st.fixed_dictionaries(
    {"subject": st.sampled_from(["QRF", "Ostland"]), "object": st.sampled_from(["QRF", "Ostland"]),
     "kind": st.sampled_from(["cooperation", "membership"])},
    optional={"state": st.sampled_from(["in_force", "ended"]), "date": st.sampled_from(DATES)},
)  # fmt: skip
told = st.one_of(
    st.tuples(st.just("statements"), statements),
    st.tuples(st.just("relations"), relations),
    st.tuples(st.just("meetings"), meetings),
    st.tuples(st.just("tenures"), tenures),
    st.tuples(st.just("instruments"), instruments),
    st.tuples(st.just("documents"), documents),
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("file"), told, st.integers(0, 3)),
        st.tuples(st.just("file"), told, st.integers(0, 3)),
        st.tuples(st.just("drop"), st.integers(0, 30)),
        st.tuples(st.just("correct"), st.integers(0, 30), st.booleans()),
        st.tuples(st.just("withdraw"), st.integers(0, 30), st.booleans()),
        st.tuples(st.sampled_from(["same", "distinct"]), st.integers(0, 30), st.integers(0, 30)),
        st.tuples(st.just("undo"), st.integers(0, 30)),
    ),
    min_size=1,
    max_size=14,
)


def live_rows(shelf):
    return [row for row in shelf.rows.values() if not row.merged_into]


def target(shelf, pick, claims, whole):
    """A row or a claim that is there when the decision is made."""
    rows = sorted(live_rows(shelf), key=lambda row: (row.position, row.id))
    if whole and rows:
        row = rows[pick % len(rows)]
        return row.register, {"row": row.id}
    claim = shelf.claims[claims[pick % len(claims)]]
    return claim.register, {"claim": claim.id}


class Script:
    """Files entries while a shelf follows them, since decisions name the rows there are."""

    def __init__(self):
        self.shelf, self.entries, self.claims, self.decisions = Shelf(), [], [], []

    def enter(self, kind, body):
        entry = Entry(len(self.entries) + 1, kind, "2032-01-01T00:00:00Z", "tester", body, "", "")
        self.entries.append(entry)
        apply(self.shelf, entry)
        if kind.startswith("decision"):
            self.decisions.append(entry.position)

    def file(self, told_slots, page):
        self.claims.append(f"c{len(self.entries)}")
        quote = {"document": f"sha-{page}", "start": 0, "end": 1, "quote": "x", "rule": "r"}
        body = {"claim": self.claims[-1], "register": told_slots[0], "source": f"{page}.html", "slots": told_slots[1]}
        self.enter("claim.filed/1", {**body, "evidence": [quote]})

    def drop(self, pick):
        self.enter("claim.dropped/1", {"claim": self.claims[pick % len(self.claims)], "because": "b"})

    def correct(self, pick, whole):
        register, where = target(self.shelf, pick, self.claims, whole)
        slots = {"start": "2031-11-25", "place": "Sundale"}
        self.enter("decision.corrected/1", {"register": register, "basis": "b", "slots": slots, **where})

    def withdraw(self, pick, whole):
        register, where = target(self.shelf, pick, self.claims, whole)
        self.enter("decision.withdrawn/1", {"register": register, "basis": "b", **where})

    def pair(self, kind, first, second):
        rows = sorted(live_rows(self.shelf), key=lambda row: (row.position, row.id))
        if rows:
            one = rows[first % len(rows)]
            others = [row for row in rows if row.register == one.register]
            ids = {"a": one.id, "b": others[second % len(others)].id}
            self.enter(f"decision.{kind}/1", {"register": one.register, "basis": "b", **ids})

    def same(self, first, second):
        self.pair("same", first, second)

    def distinct(self, first, second):
        self.pair("distinct", first, second)

    def undo(self, pick):
        if self.decisions:
            self.enter("decision.undone/1", {"entry": self.decisions[pick % len(self.decisions)], "basis": "b"})


def entries_of(script):
    written = Script()
    for kind, *how in script:
        if kind == "file" or written.claims:
            getattr(written, kind)(*how)
    return written.entries, written.shelf


def contents(shelf):
    return [
        msgspec.json.encode([dict(sorted((str(at), row) for at, row in shelf.rows.items()))], order="sorted"),
        sorted((str(at), sorted(keys)) for at, keys in shelf.keys.items()),
        msgspec.json.encode(sorted(shelf.claims.values(), key=lambda claim: claim.id), order="sorted"),
        sorted(shelf.judgements.items()),
    ]


@settings(max_examples=150)
@given(steps)
def test_replaying_the_ledger_gives_the_rows_that_following_it_gave(script):
    entries, followed = entries_of(script)
    replayed = Shelf()
    for entry in entries:
        apply(replayed, entry)
    assert contents(replayed) == contents(followed)


@settings(max_examples=150)
@given(steps)
def test_the_rows_and_the_claims_agree_after_every_entry(script):
    entries, _ = entries_of(script)
    shelf = Shelf()
    for entry in entries:
        before = dict(shelf.rows)
        changed = apply(shelf, entry)
        differing = {at for at in before.keys() | shelf.rows.keys() if before.get(at) != shelf.rows.get(at)}
        assert differing <= set(changed)
        for claim in shelf.claims.values():
            if not claim.dropped:
                row = shelf.rows[claim.register, claim.row]
                assert claim.content in {telling.content for telling in row.tellings}, (claim, row)
        for row in live_rows(shelf):
            assert row.tellings
            for telling in row.tellings:
                told_now = shelf.tell(row.register, row.id, telling.content)
                assert telling == told_now if telling.count else told_now is None
            assert row.claim_count == sum(telling.count for telling in row.tellings)


@settings(max_examples=150)
@given(steps)
def test_undoing_every_decision_and_dropping_every_claim_leaves_no_row(script):
    entries, shelf = entries_of(script)
    position = len(entries)
    for entry in reversed(entries):
        if entry.kind.startswith("decision.") and not shelf.judgements[entry.position].undone:
            position += 1
            apply(shelf, Entry(position, "decision.undone/1", "", "", {"entry": entry.position, "basis": ""}, "", ""))
    for claim in list(shelf.claims):
        position += 1
        apply(shelf, Entry(position, "claim.dropped/1", "", "", {"claim": claim, "because": ""}, "", ""))
    assert live_rows(shelf) == []


def shown(shelf):
    """What the registers show: each live row with its values, its claims and where they are told."""
    return sorted(
        (str((row.register, row.id)), msgspec.json.encode(row.slots, order="sorted"), row.claims, row.sources)
        for row in live_rows(shelf)
    )


NAMED = [
    ("tenures", {"person": person, "office": "Chair", "organization": "QRF"})
    for person in ("Ada Brandt", "Bo Corvin", "Pavel Dovar", "Павел Довар", "P. Dovar")
] + [
    ("meetings", {"kind": "session", "bodies": [body], "start": day})
    for body in ("QRF Council", "Council of the Quiet River Federation", "River Assembly")
    for day in ("2031-11-23", "2031-11-24")
]
"""Acts that are told in several ways, none of which may be either of two."""

judgements = st.lists(
    st.tuples(st.sampled_from(["same", "distinct"]), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=6
)


@settings(max_examples=200)
@given(st.permutations(NAMED), judgements, st.randoms(use_true_random=False))
def test_undoing_a_chain_of_judgements_in_any_order_rebuilds_the_rows_exactly(filed, chain, order):
    script = Script()
    for page, told_slots in enumerate(filed):
        script.file(told_slots, page)
    before = shown(script.shelf)
    for kind, first, second in chain:
        script.pair(kind, first, second)
    made = list(script.decisions)
    order.shuffle(made)
    for entry in made:
        script.enter("decision.undone/1", {"entry": entry, "basis": "b"})
    assert shown(script.shelf) == before


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=8), st.integers(0, 7))
def test_judged_sameness_is_carried_over_and_falls_where_a_link_is_undone(links, fallen):
    """Six people whom no rule joins: the rows are what the judgements in force connect, and nothing else."""
    script = Script()
    for number, name in enumerate(("Ada Brandt", "Bo Corvin", "Cy Dovar", "Di Estrin", "Ed Falk", "Fay Grunn")):
        script.file(("tenures", {"person": name, "office": "Chair", "organization": "QRF"}), number)
    links = [pair for pair in links if pair[0] != pair[1]]
    for one, two in links:
        body = {"register": "tenures", "basis": "b", "a": script.claims[one], "b": script.claims[two]}
        script.enter("decision.same/1", body)
    if links:
        script.enter("decision.undone/1", {"entry": script.decisions[fallen % len(links)], "basis": "b"})
        del links[fallen % len(links)]
    group = list(range(6))
    for one, two in links:
        group = [group[one] if its == group[two] else its for its in group]
    rows = {frozenset(row.claims) for row in live_rows(script.shelf)}
    assert rows == {frozenset(script.claims[at] for at in range(6) if group[at] == its) for its in set(group)}
