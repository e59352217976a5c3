"""What every row store promises: the fold's side, and the lists for people."""

from __future__ import annotations

import contextlib

import msgspec
import pytest

from muniment.errors import Unknown, UsageError
from muniment.registers.ports import SCANNED, Sought
from muniment.registers.row import FiledClaim, Judgement, Row, Telling
from muniment.stacks.listing import Listing


def row(name: str, position: int = 1, register: str = "tenures", **slots: object) -> Row:
    return Row(
        register, name, dict(slots), position=position, tellings=(Telling("t", {}, "page", "", 1, 1, 1, (), (), ()),)
    )


def claim(name: str, position: int = 1, **changes: object) -> FiledClaim:
    made = FiledClaim(name, "tenures", "r1", "t1", f"{name}.txt", f"doc-{name}", {"person": "A"}, 2, position)
    return msgspec.structs.replace(made, **changes)


def test_a_row_comes_back_as_it_was_put(stack):
    kept = msgspec.structs.replace(
        row("r1", person="Ünï", start="2020"),
        conflicts={"start": [{"value": "2021", "claims": ["c"]}]},
        corrected=("x",),
    )
    stack.rows.put(kept, ["k"])
    assert stack.rows.get("tenures", "r1") == kept
    assert stack.rows.get("meetings", "r1") is None
    changed = msgspec.structs.replace(kept, slots={"person": "B"})
    stack.rows.put(changed, ["k"])
    assert stack.rows.get("tenures", "r1") == changed
    stack.rows.drop("tenures", "r1")
    stack.rows.drop("tenures", "r1")
    assert stack.rows.get("tenures", "r1") is None
    assert stack.rows.find("tenures", ["k"], 5) == []


def test_rows_are_found_by_keys_the_most_shared_first(stack):
    stack.rows.put(row("r1", 3), ["a"])
    stack.rows.put(row("r2", 2), ["a", "b"])
    stack.rows.put(row("r3", 2), ["b", "c"])
    stack.rows.put(row("r4", 1), ["z"])
    stack.rows.put(row("r5", 1, "meetings"), ["a", "b"])
    found = [found.id for found in stack.rows.find("tenures", ["a", "b", "b"], 9)]
    assert found == ["r2", "r3", "r1"], "r3 was begun after r1"
    assert [found.id for found in stack.rows.find("tenures", ["a", "b"], 1)] == ["r2"]
    assert stack.rows.find("tenures", [], 9) == []
    stack.rows.put(row("r2", 2), ["q"])
    assert [found.id for found in stack.rows.find("tenures", ["a"], 9)] == ["r1"]


def test_what_was_put_in_a_transaction_that_was_taken_back_is_not_written_by_the_next(stack):
    with contextlib.suppress(InterruptedError), stack.transaction():
        stack.rows.put(row("r1", person="A"), ["k"])
        stack.rows.keep(claim("c1"))
        raise InterruptedError
    with stack.transaction():
        stack.archive.put_note("anything", b"else")
    assert (stack.rows.get("tenures", "r1"), stack.rows.claim("c1"), stack.rows.counts()) == (None, None, {})


def test_what_is_put_in_a_transaction_is_found_in_it_beside_what_was_there(stack):
    stack.rows.put(row("r1"), ["a", "b"])
    stack.rows.keep(claim("c1", document="d", stated_on="2031"))
    with stack.transaction():
        stack.rows.foresee(Sought(["c1", "c2"], {"tenures": {"r1", "r2"}}, {"tenures": {"a", "b", "c"}}))
        assert stack.rows.claim("c2") is None
        assert stack.rows.stated("d") == "2031"
        stack.rows.put(row("r2"), ["b", "c"])
        stack.rows.put(row("r1"), ["a", "c"])
        stack.rows.keep(claim("c2", 2, document="d", stated_on="2032"))
        stack.rows.keep(claim("c1", document="d", stated_on="2031", dropped=True))
        for key, names in (("a", ["r1"]), ("b", ["r2"]), ("c", ["r2", "r1"])):
            assert [found.id for found in stack.rows.find("tenures", [key], 9)] == names
        assert [found.id for found in stack.rows.of_document("d")] == ["c2"]
        assert stack.rows.stated("d") == "2032"
        stack.rows.drop("tenures", "r2")
        assert [found.id for found in stack.rows.find("tenures", ["b", "c"], 9)] == ["r1"]
    assert stack.rows.counts() == {"tenures": 1}


def test_of_a_key_only_the_rows_begun_last_are_found_also_while_they_are_being_put(stack):
    with stack.transaction():
        for number in range(SCANNED):
            stack.rows.put(row(f"r{number}"), ["k"])
    with stack.transaction():
        stack.rows.put(row("late"), ["k", "rare"])
        assert {found.id for found in stack.rows.find("tenures", ["k"], 999)} == {
            "late", *(f"r{number}" for number in range(1, SCANNED)),
        }  # fmt: skip


def test_of_a_key_that_very_many_rows_have_only_those_begun_last_are_found(stack):
    for number in range(SCANNED + 2):
        stack.rows.put(row(f"r{number}"), ["a", "b"] if number in (0, 9) else ["a"])
    stack.rows.put(row("r1", 7), ["a"])
    found = [kept.id for kept in stack.rows.find("tenures", ["a", "b"], 999)]
    assert found[:3] == ["r9", f"r{SCANNED + 1}", f"r{SCANNED}"]
    assert found[-1] == "r0"
    assert len(found) == SCANNED + 1
    assert "r1" not in found


def test_a_row_taken_back_with_its_transaction_is_found_as_it_was_before(stack):
    stack.rows.put(row("r1", person="A"), ["a"])
    with contextlib.suppress(InterruptedError), stack.transaction():
        stack.rows.put(row("r1", person="B"), ["b"])
        stack.rows.put(row("r2", person="C"), ["a"])
        assert stack.rows.get("tenures", "r2") is not None
        raise InterruptedError
    assert stack.rows.get("tenures", "r2") is None
    assert [kept.slots for kept in stack.rows.find("tenures", ["a", "b"], 9)] == [{"person": "A"}]


def test_claims_are_kept_dropped_and_told(stack):
    stack.rows.keep(claim("c2", 2, stated_on="2020-05"))
    stack.rows.keep(claim("c1", 2, stated_on="2021"))
    stack.rows.keep(claim("c3", 1, slots={"person": "First"}, source="c2.txt", origin="person"))
    stack.rows.keep(claim("c4", 1, dropped=True, stated_on="1999"))
    telling = stack.rows.tell("tenures", "r1", "t1")
    assert telling.claims == ("c3", "c1", "c2")
    assert telling.sources == ("c2.txt", "c1.txt")
    assert telling.documents == ("doc-c3", "doc-c1", "doc-c2")
    assert (telling.slots, telling.origin, telling.position) == ({"person": "First"}, "person", 1)
    assert (telling.count, telling.evidence) == (3, 6)
    assert (telling.first_stated, telling.last_stated) == ("2020-05", "2021")
    assert stack.rows.tell("tenures", "r1", "t2") is None
    assert stack.rows.claim("c4").dropped is True
    assert stack.rows.claim("c9") is None
    stack.rows.keep(msgspec.structs.replace(claim("c3", 1), dropped=True))
    assert stack.rows.tell("tenures", "r1", "t1").claims == ("c1", "c2")


def test_a_telling_lists_its_first_claims_and_counts_all(stack):
    for number in range(40):
        stack.rows.keep(claim(f"c{number:02}", 40 - number))
    telling = stack.rows.tell("tenures", "r1", "t1")
    assert telling.claims == tuple(f"c{number:02}" for number in range(39, 14, -1))
    assert (telling.count, telling.evidence) == (40, 80)


def test_claims_move_from_row_to_row_and_are_renamed_dropped_ones_too(stack):
    stack.rows.keep(claim("c1"))
    stack.rows.keep(claim("c2", dropped=True))
    stack.rows.keep(claim("c3", content="t2"))
    stack.rows.move("tenures", "r1", "t1", "r2", "t1~r1")
    assert [stack.rows.claim(name).row for name in ("c1", "c2", "c3")] == ["r2", "r2", "r1"]
    assert stack.rows.tell("tenures", "r2", "t1~r1").claims == ("c1",)
    assert stack.rows.tell("tenures", "r2", "t1") is None
    assert [found.id for found in stack.rows.claims_of("tenures", "r2", 9, 0)] == ["c1"]


def test_live_claims_of_a_document_come_in_order(stack):
    stack.rows.keep(claim("c2", 1, document="d"))
    stack.rows.keep(claim("c1", 1, document="d"))
    stack.rows.keep(claim("c0", 2, document="d"))
    stack.rows.keep(claim("c9", 1, document="d", dropped=True))
    assert [found.id for found in stack.rows.of_document("d")] == ["c1", "c2", "c0"]
    assert list(stack.rows.of_document("e")) == []


def test_judgements_are_kept_by_position(stack):
    judgement = Judgement(7, "corrected", "tenures", ("c1",), {"start": "2020"})
    stack.rows.judge(judgement)
    assert stack.rows.judgement(7) == judgement
    stack.rows.judge(msgspec.structs.replace(judgement, undone=True))
    assert stack.rows.judgement(7).undone is True
    assert stack.rows.judgement(8) is None


@pytest.fixture
def listed(stack):
    rows = [
        row("r1", 1, person="Ann Able", office="Chair", organization="X", start="2020-05", acting=True),
        row("r2", 2, person="Bob Bright", office="Chair", organization="Y", start="2021"),
        row("r3", 3, person="Cid Çelik", office="Judge", organization="X", start="2019-12-31"),
        row("r4", 4, person="Dan", office="Judge"),
        msgspec.structs.replace(row("r5", 5, person="Eve", office="Chair"), withdrawn=True),
        msgspec.structs.replace(row("r6", 6, person="Fay", office="Chair"), merged_into="r1"),
    ]
    for one in rows:
        stack.rows.put(one, [])
    return stack


def ids(stack, **asked):
    rows, total = stack.rows.listed(Listing("tenures", **asked))
    assert total >= len(rows)
    return [found.id for found in rows]


def test_lists_are_sorted_with_missing_values_last_and_ties_in_order(listed):
    assert ids(listed) == ["r3", "r1", "r2", "r4"]
    assert ids(listed, descending=True) == ["r2", "r1", "r3", "r4"]
    assert ids(listed, sort="office") == ["r1", "r2", "r3", "r4"]
    assert ids(listed, sort="office", descending=True) == ["r3", "r4", "r1", "r2"]
    assert ids(listed, sort="caption", descending=True)[-1] == "r1"
    assert ids(listed, sort="acting") == ["r1", "r2", "r3", "r4"]


def test_lists_are_narrowed_by_values_dates_and_words(listed):
    assert ids(listed, where={"office": "Chair"}) == ["r1", "r2"]
    assert ids(listed, where={"office": "Chair", "organization": "X"}) == ["r1"]
    assert ids(listed, where={"acting": "true"}) == ["r1"]
    assert ids(listed, where={"since": "2020"}) == ["r1", "r2"]
    assert ids(listed, where={"since": "2020-05-20"}) == ["r1", "r2"]
    assert ids(listed, where={"until": "2020"}) == ["r3", "r1"]
    assert ids(listed, words="celik") == ["r3"]
    assert ids(listed, words="b bright") == []
    assert ids(listed, words="bob bri") == ["r2"]
    assert ids(listed, words="...") == []
    assert ids(listed, words="judge") == ["r3", "r4"]


def test_rows_between_two_dates_need_not_be_counted(listed):
    asked = Listing("tenures", where={"since": "2020"}, limit=1)
    counted, uncounted = (listed.rows.listed(one) for one in (asked, msgspec.structs.replace(asked, total=False)))
    assert (counted[1], uncounted[1]) == (2, 1)
    assert counted[0] == uncounted[0]
    assert listed.rows.listed(Listing("tenures", limit=1, total=False))[1] == 4


def test_of_many_rows_with_the_words_a_list_looks_through_those_filed_last(listed):
    assert ids(listed, words="judge", latest=2) == ["r3", "r4"]
    assert ids(listed, words="judge", latest=1) == ["r4"]
    assert ids(listed, words="judge", latest=1, where={"organization": "nowhere"}) == []
    assert listed.rows.more_than("judge", 1)
    assert not listed.rows.more_than("judge", 2)
    assert not listed.rows.more_than("...", 0)


def test_a_text_is_found_by_whose_it_is_and_by_who_acted_on_it(stack):
    act = {"action": "adopt", "by": ["Tide Board", "Selm"]}
    for name, slots in (("r1", {"actions": [act]}), ("r2", {"by": ["Hult"], "actions": [{"action": "sign"}]})):
        stack.rows.put(Row("instruments", name, slots, position=1), [])
    for who, found in (("Tide Board", ["r1"]), ("Selm", ["r1"]), ("Hult", ["r2"])):
        rows, _ = stack.rows.listed(Listing("instruments", where={"by": who}))
        assert [row.id for row in rows] == found
    assert stack.rows.values("instruments", "by", 9) == [("Hult", 1), ("Selm", 1), ("Tide Board", 1)]


def test_ids_are_found_by_their_beginning(stack):
    for name in ("abcd1", "abcd2", "abce1", "zz"):
        stack.rows.put(row(name), [])
    assert stack.rows.ids("tenures", "abcd") == ["abcd1", "abcd2"]
    assert stack.rows.ids("tenures", "abcd1") == ["abcd1"]
    assert stack.rows.ids("tenures", "ab") == ["abcd1", "abcd2", "abce1"]
    assert stack.rows.ids("meetings", "abcd") == []


def test_lists_are_paged_and_counted(listed):
    rows, total = listed.rows.listed(Listing("tenures", limit=2, offset=1))
    assert ([found.id for found in rows], total) == (["r1", "r2"], 4)
    assert listed.rows.listed(Listing("tenures", offset=9)) == ([], 4)
    assert listed.rows.counts() == {"tenures": 4}
    assert listed.rows.values("tenures", "office", 9) == [("Chair", 2), ("Judge", 2)]
    assert listed.rows.values("tenures", "organization", 1) == [("X", 2)]
    assert [found.id for found in listed.rows.all("tenures")] == ["r1", "r2", "r3", "r4", "r5", "r6"]


def test_lists_refuse_what_they_cannot_do(listed):
    with pytest.raises(UsageError, match="office"):
        listed.rows.listed(Listing("tenures", where={"ofice": "Chair"}))
    with pytest.raises(UsageError):
        listed.rows.listed(Listing("tenures", sort="colour"))
    with pytest.raises(UsageError):
        listed.rows.listed(Listing("tenures", limit=-1))
    with pytest.raises(Unknown):
        listed.rows.listed(Listing("tenure"))


def test_search_follows_the_rows(listed):
    assert [hit.id for hit in listed.rows.search("bob", "", 9)] == ["r2"]
    assert listed.rows.search("bob", "meetings", 9) == []
    assert listed.rows.search("eve", "", 9) == []
    listed.rows.put(row("r2", 2, person="Robert Bright"), [])
    assert listed.rows.search("bob", "", 9) == []
    (hit,) = listed.rows.search("robert", "tenures", 9)
    assert (hit.register, hit.id) == ("tenures", "r2")
    assert "Robert" in hit.title
    listed.rows.drop("tenures", "r2")
    assert listed.rows.search("bright", "", 9) == []


def test_clearing_forgets_everything(listed):
    listed.rows.keep(claim("c1"))
    listed.rows.judge(Judgement(7, "corrected", "tenures", ("c1",)))
    listed.rows.clear()
    assert listed.rows.counts() == {}
    assert listed.rows.claim("c1") is None
    assert listed.rows.judgement(7) is None
    assert listed.rows.search("bob", "", 9) == []


def test_rows_told_in_several_ways_or_in_conflict_are_given_apart_in_the_order_they_were_begun(stack):
    twice = (Telling("t", {}, "page", "", 1, 1, 1, (), (), ()), Telling("u", {}, "page", "", 2, 1, 1, (), (), ()))
    stack.rows.put(msgspec.structs.replace(row("r3", 3), tellings=twice), [])
    stack.rows.put(row("r1", 1), [])
    disputed = {"start": [{"value": "2021", "claims": ["c"]}]}
    stack.rows.put(msgspec.structs.replace(row("r2", 2), conflicts=disputed), [])
    stack.rows.put(msgspec.structs.replace(row("r4", 4, "meetings"), tellings=twice), [])
    assert [one.id for one in stack.rows.retold("tenures")] == ["r3", "r2"]
    assert [one.id for one in stack.rows.retold("tenures", {"r1", "r4"})] == ["r3", "r1", "r2"]
    assert [one.id for one in stack.rows.all("tenures")] == ["r3", "r1", "r2"]


def test_a_document_s_own_row_is_found_by_its_page_and_no_teaser_s(stack):
    page = {"register": "documents", "document": "d1"}
    stack.rows.keep(claim("c1", 1, **page, row="r1", slots={"title": "T", "stub": True}))
    stack.rows.keep(claim("c2", 2, **page, row="r2", slots={"title": "T"}, dropped=True))
    stack.rows.keep(claim("c3", 3, **page, row="r3", slots={"title": "T"}))
    stack.rows.keep(claim("c4", 4, **page, row="r4", slots={"title": "T"}))
    stack.rows.keep(claim("c5", 5, document="d2"))
    assert stack.rows.rows_of_pages(["d1", "d2", "d3"]) == {"d1": "r3"}


def test_rows_that_have_one_of_some_values_are_given_in_the_order_they_were_begun(stack):
    for name, kind in (("r2", "treaty"), ("r1", "decision"), ("r4", "protocol"), ("r3", "treaty")):
        stack.rows.put(row(name, 1, "instruments", kind=kind), [])
    stack.rows.put(row("r5", 1, "meetings", kind="treaty"), [])
    assert [one.id for one in stack.rows.having("instruments", "kind", {"treaty", "protocol"})] == ["r2", "r4", "r3"]
    assert list(stack.rows.having("instruments", "kind", ())) == []


def test_the_rows_that_hold_claims_are_found_together(stack):
    stack.rows.keep(claim("c1"))
    stack.rows.keep(claim("c2", row="r2", dropped=True))
    assert stack.rows.rows_of_claims(["c1", "c2", "c3"]) == {"c1": ("tenures", "r1"), "c2": ("tenures", "r2")}


def test_when_rows_were_begun_and_whether_they_are_shown_is_found_together(stack):
    stack.rows.put(row("r1", 3), [])
    stack.rows.put(msgspec.structs.replace(row("r2", 4), withdrawn=True), [])
    stack.rows.put(row("r3", 5, "meetings"), [])
    assert stack.rows.begun("tenures", ["r1", "r2", "r3"]) == {"r1": (3, True), "r2": (4, False)}


def test_the_newest_rows_with_words_are_those_of_each_register_s_list(stack):
    for number, (register, start) in enumerate(
        [("tenures", "2021"), ("tenures", ""), ("tenures", "2024-05"), ("meetings", "2022"), ("tenures", "2023")]
    ):
        slots = {"person": "Ana Dol", "participants": [{"name": "Ana Dol"}], **({"start": start} if start else {})}
        stack.rows.put(row(f"r{number}", number, register, **slots), [])
    stack.rows.put(msgspec.structs.replace(row("r9", 9, person="Ana Dol", start="2025"), withdrawn=True), [])
    stack.rows.put(row("r8", 8, person="Bo Rek", start="2025"), [])
    found = stack.rows.newest_with("ana dol", 3)
    assert {name: [one.id for one in rows] for name, rows in found.items()} == {
        "tenures": ["r2", "r4", "r0"], "meetings": ["r3"],
    }  # fmt: skip
    for name, rows in found.items():
        assert rows == stack.rows.listed(Listing(name, words="ana dol", descending=True, limit=3))[0]
    assert stack.rows.newest_with("", 3) == {}
