"""Every key of a profile, broken once: the refusal names file and key path, and says what to do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from muniment.errors import ProfileError
from muniment.profiles import load, schema
from muniment.profiles.schema import Profile

SMALL = """
slug = "rivers"
name = "Organization of the Three Rivers"
kind = "intergovernmental organisation"
abbreviation = "OTR"
aliases = ["Three Rivers Organization"]
as_of = "2024-05"
languages = ["en"]
hosts = ["rivers.example"]
seat = "Vienna"
members = [
  { state = "Austria", status = "member", since = "2001-02-03", until = "2010", source = "Charter" },
  { state = "Republic of Slovenia", since = "2001", source = "Charter" },
]

[[bodies]]
name = "OTR Council"
stands_alone = false
aliases = ["Council"]
kind = "council"
composed_of = "ministers"
since = "2001"
until = "2020"
source = "Charter"

[[bodies]]
name = "OTR Water Group"
kind = "group"
parent = "OTR Council"
mandate = "monitoring_mission"

[[offices]]
title = "Chair"
aliases = ["Chairman"]
organization = "OTR Council"
source = "Charter"

[[holders]]
person = "Ana Kos"
aliases = ["A. Kos"]
office = "Chair"
organization = "OTR Council"
since = "2002"
until = "2004"
acting = false
source = "Council decision"

[[holders]]
person = "Jan Weber"
office = "Chair"
organization = "OTR Council"
since = "2004"
source = "Council decision"

[[regions]]
name = "Upper basin"
aliases = ["upper region"]
source = "Charter"

[[instruments]]
title = "Charter of the Three Rivers"
kind = "charter"
aliases = ["OTR Charter"]
adopted = "2001-01"
signed = "2001-02-03"
place = "Vienna"
in_force = "2001-03-01"
source = "Depositary"

[[instruments]]
title = "Protocol to the Charter"
kind = "protocol"
amends = "Charter of the Three Rivers"

[[units]]
name = "OTR Flood Brigade"
kind = "force"
aliases = ["Flood Brigade"]
since = "2005"
until = "2015"
source = "Council decision"

[[states]]
name = "Old Confluence"
official = "Republic of Old Confluence"
aliases = ["Confluence"]
demonyms = ["Confluential"]
capital = "Mouth"
cities = ["Source"]
source = "Charter"

[[sources]]
address = "https://rivers.example/news/"
kind = "listing"
rhythm = "weekly"
only = ["/news/*.html$"]
links = "ul.news a"
next = "a.more"
title = "h1"
date = "time"
body = "article"
section = ".rubric"
source = "linked from the front page, seen in 2024"
[[rotations]]
by = "listed"
body = "OTR Council"
order = ["Slovenia"]
again = true
months = 12
begins = "2001-03-01"
session_of = "OTR Council"
source = "Charter"

[expect]
meetings.min = 3
"""
"""A profile that says something under every key of the schema."""


def raw() -> dict[str, Any]:
    return tomllib.loads(SMALL)


def write(folder: Path, content: dict[str, Any]) -> Path:
    """A profile file of this content; JSON strings, lists and numbers are TOML, too, inside inline tables."""
    path = folder / "profile.toml"
    path.write_text("\n".join(f"{key} = {_toml(value)}" for key, value in content.items()), encoding="utf-8")
    return path


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return msgspec.json.encode(value).decode()


def refusal(folder: Path, content: dict[str, Any]) -> ProfileError:
    path = write(folder, content)
    with pytest.raises(ProfileError) as caught:
        load(path)
    assert caught.value.where.startswith(str(path))
    assert caught.value.what
    assert caught.value.hint
    return caught.value


def structs() -> dict[str, type]:
    """List name -> struct of its entries."""
    found = {}
    for name, kind in get_type_hints(Profile).items():
        inner = next(iter(get_args(kind)), None)
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            found[name] = inner
    return found


TOP_KEYS = [field.name for field in msgspec.structs.fields(Profile)]
INNER_KEYS = [(name, field.name) for name, kind in structs().items() for field in msgspec.structs.fields(kind)]


def entry_with(content: dict[str, Any], name: str, key: str) -> int:
    return next(index for index, entry in enumerate(content[name]) if key in entry)


def test_the_small_profile_loads_and_says_something_under_every_key(tmp_path: Path) -> None:
    content = raw() | {"sample": False}
    assert load(write(tmp_path, content)).profile.seat == "Vienna"
    assert sorted(content) == sorted(TOP_KEYS)
    for name, key in INNER_KEYS:
        assert any(key in entry for entry in content[name]), f"{name}.{key} is not tried"


@pytest.mark.parametrize("key", TOP_KEYS)
def test_a_misspelt_key_is_refused_with_the_right_one(tmp_path: Path, key: str) -> None:
    content = raw() | {"sample": False}
    content[f"{key}x"] = content.pop(key)
    error = refusal(tmp_path, content)
    assert error.code == "profile-unknown-key"
    assert error.where.endswith(f": {key}x")
    assert repr(key) in error.hint


@pytest.mark.parametrize(("name", "key"), INNER_KEYS)
def test_a_misspelt_key_of_an_entry_is_refused_with_its_path(tmp_path: Path, name: str, key: str) -> None:
    content = raw()
    index = entry_with(content, name, key)
    content[name][index][f"{key}x"] = content[name][index].pop(key)
    error = refusal(tmp_path, content)
    assert error.where.endswith(f": {name}[{index}].{key}x")
    assert repr(key) in error.hint


@pytest.mark.parametrize("key", TOP_KEYS)
def test_a_value_of_the_wrong_type_is_refused_with_its_path(tmp_path: Path, key: str) -> None:
    error = refusal(tmp_path, raw() | {key: 7})
    assert error.code == "profile-wrong-type"
    assert error.where.endswith(f": {key}")


@pytest.mark.parametrize(("name", "key"), INNER_KEYS)
def test_a_value_of_the_wrong_type_in_an_entry_is_refused_with_its_path(tmp_path: Path, name: str, key: str) -> None:
    content = raw()
    index = entry_with(content, name, key)
    content[name][index][key] = {}
    assert refusal(tmp_path, content).where.endswith(f": {name}[{index}].{key}")


@pytest.mark.parametrize(
    ("name", "key"), [(n, f.name) for n, k in structs().items() for f in msgspec.structs.fields(k) if f.required]
)
def test_a_missing_key_is_named(tmp_path: Path, name: str, key: str) -> None:
    content = raw()
    del content[name][0][key]
    error = refusal(tmp_path, content)
    assert error.code == "profile-missing-key"
    assert error.where.endswith(f": {name}[0].{key}")


@pytest.mark.parametrize("key", ["slug", "name", "kind"])
def test_a_missing_head_key_is_named(tmp_path: Path, key: str) -> None:
    content = raw()
    del content[key]
    assert refusal(tmp_path, content).where.endswith(f": {key}")


DOES_NOT_HOLD: list[tuple[str, Any, str, str]] = [
    ("slug", "Three Rivers", "slug", "a-z"),
    ("name", " ", "name", "full name"),
    ("kind", "intergovernmental organization", "kind", "Did you mean 'intergovernmental organisation'?"),
    ("as_of", "May 2024", "as_of", "2002-10"),
    ("languages", ["english"], "languages[0]", "Two lower-case letters"),
    ("hosts", ["https://rivers.example/"], "hosts[0]", "host alone"),
    ("aliases", ["OTR", "OTR"], "aliases[1]", "Take it out"),
    ("seat", "Vienne", "seat", "Did you mean 'Vienna'?"),
    ("members.1.state", "Slovenja", "members[1].state", "Slovenia"),
    ("members.1.status", "observers", "members[1].status", "Did you mean 'observer'?"),
    ("members.1.since", "2001-13", "members[1].since", "2002-10"),
    ("members.0.until", "2000", "members[0].until", "Exchange"),
    ("members.0.source", "", "members[0].source", "Say which"),
    ("members.1.state", "Österreich", "members[1].state", "[[states]]"),
    ("bodies.0.name", "Council of the Basin", "bodies[0].name", "OTR Council of the Basin"),
    ("bodies.0.kind", "concil", "bodies[0].kind", "Did you mean 'council'?"),
    ("bodies.1.name", "Council", "bodies[1]", "One name stands for one thing"),
    ("bodies.1.name", "", "bodies[1].name", "Give one"),
    ("bodies.1.parent", "OTR Counsil", "bodies[1].parent", "Did you mean 'OTR Council'?"),
    ("bodies.1.parent", "OTR Water Group", "bodies[1].parent", "body above"),
    ("offices.0.organization", "OTR Counsil", "offices[0].organization", "Did you mean 'OTR Council'?"),
    ("offices.0.aliases", ["Chair"], "offices[0].aliases[0]", "Take it out"),
    ("holders.0.office", "Chairs", "holders[0].office", "Did you mean 'Chair'?"),
    ("holders.0.organization", "", "holders[0].office", "[[offices]]"),
    ("holders.0.until", "2006", "holders[1]", "acting = true"),
    ("instruments.1.amends", "Charter of Three Rivers", "instruments[1].amends", "Charter of the Three Rivers"),
    ("instruments.0.kind", "carter", "instruments[0].kind", "Did you mean 'charter'?"),
    ("instruments.0.in_force", "2001-02-30", "instruments[0].in_force", "2002-10"),
    ("units.0.kind", "army", "units[0].kind", "force"),
    ("sources.0.address", "rivers.example/news", "sources[0].address", "https://"),
    ("sources.0.address", "ftp://rivers.example/news", "sources[0].address", "https://"),
    ("sources.0.kind", "rss", "sources[0].kind", "feed"),
    ("sources.0.kind", "feed", "sources[0].kind", "kind = 'listing'"),
    ("sources.0.rhythm", "weakly", "sources[0].rhythm", "Did you mean 'weekly'?"),
    ("sources.0.only", ["news"], "sources[0].only[0]", "'/news/'"),
    ("sources.0.body", "div[[", "sources[0].body", "style sheet"),
    ("expect", {"meeting": {"min": 1}}, "expect.meeting", "Did you mean 'meetings'?"),
    ("expect", {"meetings": {"minimum": 1}}, "expect.meetings.minimum", "min or max"),
]


@pytest.mark.parametrize(("at", "value", "key", "hint"), DOES_NOT_HOLD)
def test_what_does_not_hold_is_refused_with_its_path_and_what_to_do(
    tmp_path: Path, at: str, value: object, key: str, hint: str
) -> None:
    content: Any = raw()
    *steps, last = at.split(".")
    place = content
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    error = refusal(tmp_path, content)
    assert error.where.endswith(f": {key}")
    assert hint in error.hint


def test_two_terms_may_share_the_day_of_handing_over_and_an_acting_holder_may_overlap(tmp_path: Path) -> None:
    content = raw()
    stand_in = {
        "person": "Eva Novak",
        "office": "Chair",
        "organization": "OTR Council",
        "since": "2003",
        "until": "2005",
    }
    content["holders"].append(stand_in | {"acting": True, "source": "Council decision"})
    assert len(load(write(tmp_path, content)).profile.holders) == 3


def test_a_membership_that_overlaps_another_of_the_same_state_is_refused(tmp_path: Path) -> None:
    content = raw()
    content["members"].append({"state": "Austria", "status": "observer", "since": "2005", "source": "Charter"})
    assert refusal(tmp_path, content).where.endswith(": members[2]")


def test_two_offices_of_one_body_under_one_title_are_refused(tmp_path: Path) -> None:
    content = raw()
    content["offices"].append({"title": "Chairman", "organization": "OTR Council"})
    assert refusal(tmp_path, content).where.endswith(": offices[1]")


def test_a_demonstration_may_have_states_and_a_seat_of_its_own(tmp_path: Path) -> None:
    content = raw() | {"sample": True, "seat": "Mouth"}
    content["members"].append({"state": "Old Confluence", "since": "2001", "source": "Charter"})
    assert load(write(tmp_path, content)).profile.members[-1].state == "Old Confluence"


def test_broken_toml_says_where_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text('slug = "a"\nname = Rivers\n', encoding="utf-8")
    with pytest.raises(ProfileError, match="line 2") as caught:
        load(path)
    assert caught.value.code == "profile-not-toml"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError) as caught:
        load(path)
    assert caught.value.code == "profile-not-toml"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        load(tmp_path / "none.toml")
    assert caught.value.code == "profile-unreadable"
    assert "none.toml" in caught.value.where


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(ProfileError) as caught:
        load("cst")
    assert "csto" in caught.value.hint


def test_closed_lists_are_what_the_schema_exports() -> None:
    assert {"BODY_KINDS", "INSTRUMENT_KINDS", "MEMBER_STATUSES", "ORGANISATION_KINDS", "UNIT_KINDS"} <= set(
        schema.__all__
    )
