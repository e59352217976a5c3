"""What profiles state is filed once for each content of the profile, and of those that pages are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from muniment.profiles import load

PROFILE = """
slug = "harbours"
name = "Harbour Council 1"
kind = "demonstration"
abbreviation = "HC1"
languages = ["en"]
seat = "Paris"

[[members]]
state = "France"
since = "1999-05-01"
until = "2005-06-01"
source = "Harbour Register 1"

[[bodies]]
name = "HC1 Secretariat"
kind = "secretariat"
source = "Harbour Charter, article 3"

[[offices]]
title = "Secretary General"
source = "Harbour Charter, article 4"

[[holders]]
person = "Ann Able"
office = "Secretary General"
since = "2001-02"
source = "Harbour Register 2"

[[instruments]]
title = "Harbour Charter"
kind = "charter"
signed = "1998-03-04"
in_force = "1999-05-01"
place = "Paris"
source = "Harbour Register 3"
"""


@pytest.fixture
def profile(tmp_path: Path):
    def write(text: str = PROFILE):
        path = tmp_path / "profile.toml"
        path.write_text(text)
        return load(path)

    return write


def test_facts_are_filed_once_for_each_content(room, profile, text):
    room.profiles = {"profiles": (profile(),)}
    room.write("a.txt", text(9))
    room.build()
    assert room.kinds().count("profile.filed") == 1
    entry = next(room.stores.ledger.read())
    assert {fact["register"] for fact in entry.body["facts"]} == {"relations", "bodies", "tenures", "instruments"}
    assert entry.body["facts"][0]["where"] == "members[0]: Harbour Register 1"
    head = room.build().head
    assert room.build().head == head
    room.profiles = {"profiles": (profile(PROFILE.replace("2001-02", "2001-03")),)}
    room.build()
    (tenure,) = room.rows("tenures")
    assert tenure.slots["start"] == "2001-03"
    room.profiles = {"profiles": (profile(),)}
    room.build()
    assert room.kinds().count("profile.filed") == 3
    (tenure,) = room.rows("tenures")
    assert tenure.slots["start"] == "2001-02"


def test_facts_become_rows(room, profile, text):
    room.profiles = {"profiles": (profile(),)}
    room.write("a.txt", text(9))
    room.build()
    (tenure,) = room.rows("tenures")
    assert (tenure.slots["person"], tenure.slots["organization"]) == ("Ann Able", "Harbour Council 1")
    assert tenure.sources[0].startswith("profile:harbours#holders[0]")
    (charter,) = room.rows("instruments")
    assert {act["action"]: act["date"] for act in charter.slots["actions"]} == {
        "sign": "1998-03-04",
        "enter_into_force": "1999-05-01",
    }
    assert any(row.slots.get("date") == "1999-05-01" for row in room.rows("relations"))
    assert [row.slots["name"] for row in room.rows("bodies")] == ["HC1 Secretariat"]


def test_of_candidates_those_are_filed_that_a_page_is_about(room, profile, text):
    room.profiles = {"candidates": (profile(),)}
    room.write("a.txt", text(2))
    room.build()
    assert "profile.filed" not in room.kinds()
    room.write("b.txt", text(1))
    room.build()
    assert "profile.filed" not in room.kinds()
    twice = text(1) + "\nThe Harbour Council 1 met in Cara on 2025-09-09.\n"
    room.write("c.txt", twice)
    room.build()
    assert room.kinds().count("profile.filed") == 1
    assert "profile.filed" not in room.kinds(after=room.kinds().index("profile.filed") + 1)


def test_of_candidates_a_guest_is_not_filed(room, profile, text):
    guest = profile(
        PROFILE.replace("Harbour Council 1", "Harbour Council 2").replace("HC1", "HC2").replace('"harbours"', '"guest"')
    )
    room.profiles = {"candidates": (profile(), guest)}
    more = [
        f"The Harbour Council {one} met in Cara on 2025-09-{day:02}." for one, day in ((1, 2), (1, 3), (2, 4), (2, 5))
    ]
    room.write("a.txt", text(1) + "\n" + "\n\n".join(more) + "\n")
    room.build()
    filed = [entry.body["name"] for entry in room.stores.ledger.read() if entry.kind == "profile.filed/1"]
    assert filed == ["harbours"]


def test_of_candidates_those_are_filed_on_whose_site_a_page_stands(room, profile, text, monkeypatch):
    room.profiles = {"candidates": (profile(PROFILE.replace("seat = ", 'hosts = ["harbours.example"]\nseat = ')),)}
    folder = room.folder / "https:" / "www.harbours.example"
    room.write("a.txt", text(2))
    room.build()
    assert "profile.filed" not in room.kinds()
    folder.mkdir(parents=True)
    (folder / "b.html").write_text(
        "<html><head><link rel='canonical' href='https://www.harbours.example/b'><title>T</title></head>"
        "<body><article><h1>Some news of the day</h1><p>Nobody met anybody, said the clerk.</p></article></html>"
    )
    room.build()
    assert "profile.filed" in room.kinds()
