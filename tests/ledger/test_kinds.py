"""Kinds of entry: shapes are checked on filing, older versions are lifted on reading."""

from __future__ import annotations

import msgspec
import pytest

from muniment.errors import Broken, LedgerError, TooNew
from muniment.ledger import KINDS, START, Filing, Kinds, seal
from muniment.ledger.kinds import subjects

NOW = "2026-03-04T05:06:07Z"


class NoteV2(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    by: str


TOY = Kinds(
    {"note.filed/2": NoteV2},
    {
        "note.filed/0": lambda body: {"text": body["txt"]},
        "note.filed/1": lambda body: {"words": body["text"].split(), "by": "unknown"},
    },
)


class Old(msgspec.Struct):
    txt: str


def filed_long_ago():
    long_ago = Kinds({"note.filed/0": Old})
    (entry,) = seal(START, [Filing("note.filed/0", "Ann", {"txt": "two words"})], NOW, long_ago)
    return entry


def test_an_old_version_is_lifted_step_by_step_and_keeps_its_hash():
    entry = filed_long_ago()
    lifted = TOY.lift(entry)
    assert (lifted.kind, lifted.body) == ("note.filed/2", {"words": ["two", "words"], "by": "unknown"})
    assert (lifted.position, lifted.hash) == (entry.position, entry.hash)
    assert entry.body == {"txt": "two words"}


def test_a_current_version_is_left_as_it_is():
    (entry,) = seal(START, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": "b"})], NOW)
    assert KINDS.lift(entry) is entry


@pytest.mark.parametrize("kind", ["note.filed/3", "letter.filed/1"])
def test_a_kind_from_a_later_version_is_too_new(kind):
    entry = msgspec.structs.replace(filed_long_ago(), kind=kind)
    with pytest.raises(TooNew, match="entry 1"):
        TOY.lift(entry)


@pytest.mark.parametrize("kind", ["note", "note.filed/x", "/1", "note.filed/-1"])
def test_what_is_no_kind_at_all_is_broken(kind):
    with pytest.raises(Broken):
        TOY.lift(msgspec.structs.replace(filed_long_ago(), kind=kind))


def test_an_old_version_that_nothing_lifts_is_broken():
    with pytest.raises(Broken):
        Kinds({"note.filed/2": NoteV2}).lift(filed_long_ago())


def test_a_misspelt_kind_is_refused_with_the_likely_one():
    with pytest.raises(LedgerError, match=r"claim\.filed/1"):
        seal(START, [Filing("claim.filled/1", "Ann", {})], NOW)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("claim.dropped/1", {"claim": "a"}),
        ("claim.dropped/1", {"claim": "a", "because": "b", "more": 1}),
        ("claim.dropped/1", {"claim": 7, "because": "b"}),
        ("decision.corrected/1", {"register": "r", "slots": {}, "basis": "b"}),
        ("decision.corrected/1", {"register": "r", "slots": {}, "basis": "b", "row": "x", "claim": "y"}),
    ],
)
def test_a_body_of_another_shape_is_refused(kind, body):
    with pytest.raises(LedgerError) as caught:
        seal(START, [Filing(kind, "Ann", body)], NOW)
    assert caught.value.code == "wrong-body"


def test_stored_kinds_name_no_python_module():
    for kind in KINDS:
        name, _, version = kind.rpartition("/")
        assert version.isdigit()
        assert "muniment" not in name


def test_what_an_entry_is_about():
    bodies = {
        "claim.dropped/1": ({"claim": "c", "because": "b"}, ("c",)),
        "decision.same/1": ({"register": "r", "a": "1", "b": "2", "basis": "x"}, ("1", "2")),
        "decision.withdrawn/1": ({"register": "r", "row": "1", "basis": "x"}, ("1",)),
        "profile.filed/1": ({"name": "n", "hash": "h", "facts": []}, ("profile:n",)),
        "decision.undone/1": ({"entry": 4, "basis": "x"}, ("entry:4",)),
        "profiles.chosen/1": ({"names": ["csto"]}, ("profiles",)),
        "source.mended/1": ({"source": "a.txt"}, ()),
    }
    for kind, (body, about) in bodies.items():
        (entry,) = seal(START, [Filing(kind, "Ann", body)], NOW)
        assert subjects(entry) == about
