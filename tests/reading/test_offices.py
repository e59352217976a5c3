"""Offices: what is found as one, what it is called, whose it is, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.mention import Actor, Group, Office
from muniment.reading.scene import Scene

Scenes = Callable[[str], Scene]


def offices(scene: Scene) -> list[Office]:
    out: list[Office] = []
    for sentence in scene.sentences:
        for at in sentence.places():
            value = sentence.value(at)
            out += value.offices if isinstance(value, Actor) else [value] if isinstance(value, Office) else []
    return out


FOUND = [
    ("The Minister of Foreign Affairs of Serbia arrived.", "Minister of Foreign Affairs", "Serbia"),
    ("Serbian Foreign Minister Jon Arr arrived.", "Foreign Minister", "Serbia"),
    ("Serbia's Deputy Prime Minister arrived.", "Deputy Prime Minister", "Serbia"),
    ("President Jon Arr of Serbia arrived.", "President", "Serbia"),
    ("The Permanent Representative of Serbia to the League arrived.", "Permanent Representative", "Serbia"),
    ("The Speaker of the National Assembly of Serbia arrived.", "Speaker of the National Assembly",
     "National Assembly of Serbia"),
    ("The Minister for Industry and Mines, Jon Arr, arrived.", "Minister for Industry and Mines", ""),
    ("The Minister of External Affairs, International Trade and Civil Aviation, Jon Arr, spoke.",
     "Minister of External Affairs, International Trade and Civil Aviation", ""),
    ("The Chargé d'Affaires of Serbia, Jon Arr, spoke.", "Chargé d'Affaires", "Serbia"),
    ("The Director of the Statistics Department of the League of Ports, Ana Dol, spoke.",
     "Director of the Statistics Department", "League of Ports"),
    ("The newly elected President of Serbia arrived.", "President", "Serbia"),
    ("Deputy PM Jon Arr of Serbia arrived.", "Deputy Prime Minister", "Serbia"),
    ("The Special Envoy for Peru, Chile and Serbia arrived.", "Special Envoy for Peru, Chile and Serbia", ""),
    ("The Minister for Europe and the Gulf of Serbia arrived.", "Minister for Europe and the Gulf", "Serbia"),
    ("The President-elect of Serbia arrived.", "President-elect", "Serbia"),
    ("The Deputy Force Commander of the League of Ports arrived.", "Deputy Force Commander", "League of Ports"),
    ("UNTIDE Deputy Force Commander Jon Arr arrived.", "Deputy Force Commander", "UNTIDE"),
    ("The Chairman of the Council of the Republic Jon Arr arrived.", "Chairman of the Council of the Republic",
     "Council of the Republic"),
    ("The secretary general of the League of Ports arrived.", "secretary general", "League of Ports"),
    ("The former Serbian minister Jon Arr arrived.", "minister", "Serbia"),
    ("Serbia's Ambassador to Peru Jon Arr arrived.", "Ambassador to Peru", "Serbia"),
    ("The Ambassador of Serbia to Peru, Jon Arr, arrived.", "Ambassador to Peru", "Serbia"),
    ("The Permanent Representative to the League of Ports, Jon Arr, arrived.",
     "Permanent Representative to the League of Ports", ""),
    ("The Serbian president's special envoy for trade arrived.", "special envoy of the president for trade", "Serbia"),
    ("The Special Envoy of the President of Serbia for Central Asia arrived.",
     "Special Envoy of the President for Central Asia", "Serbia"),
    ("The Secretary of the Security Council under the President of Serbia arrived.",
     "Secretary of the Security Council", "Serbia"),
    ("The Chief of Staff of the League of Ports arrived.", "Chief of Staff", "League of Ports"),
    ("He met the Minister in charge of Trade and Tourism, Jon Arr.", "Minister in charge of Trade and Tourism", ""),
    ("Jon Arr, commissioner for Energy, spoke.", "commissioner for Energy", ""),
    ("He is Under-Secretary for Legal Affairs and Serbian Minister.", "Under-Secretary for Legal Affairs", ""),
    ("Jon Arr, Member of the League of Ports – Minister of Trade, spoke.", "Member – Minister of Trade",
     "League of Ports"),
    ("Ambassador of Serbia and Consul Jon Arr spoke.", "Consul", ""),
    ("Deputy Director/Vice-President Jon Arr spoke.", "Deputy Director/Vice-President", ""),
    ("The Permanent Observer of Serbia spoke.", "Permanent Observer", "Serbia"),
    ("The incumbent Serbian President Jon Arr spoke.", "President", "Serbia"),
    ("The League of Ports (LP) chose Chief Negotiator Jon Arr.", "Chief Negotiator", ""),
    ("The Serbian representative in Peru Jon Arr spoke.", "representative in Peru", "Serbia"),
    ("Jon Arr, Minister for Public Utilities, Energy and Mines, Serbia, spoke.",
     "Minister for Public Utilities, Energy and Mines", ""),
    ("The Director of the Harbour Office in Lima Jon Arr spoke.", "Director", "Harbour Office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "organization"), FOUND)
def test_finds_an_office_and_its_owner(scene_of: Scenes, text: str, title: str, organization: str) -> None:
    assert (title, organization) in [(o.title, o.organization) for o in offices(scene_of(text))]


NONE = [
    "The head of the queue turned left.",
    "They chair their talks in turn.",
    "The member country paid its share.",
    "The chief reason was the weather.",
]


@pytest.mark.parametrize("text", NONE)
def test_common_nouns_are_no_offices(scene_of: Scenes, text: str) -> None:
    assert offices(scene_of(text)) == []


def test_acting_and_former_are_told_apart_from_the_title(scene_of: Scenes) -> None:
    acting, former = offices(scene_of("Acting Director Ana Dol met former Director Jon Arr."))
    assert (acting.title, acting.acting, acting.former) == ("Director", True, False)
    assert (former.title, former.acting, former.former) == ("Director", False, True)


def test_small_head_words_are_offices_where_the_page_names_their_holder(scene_of: Scenes) -> None:
    scene = scene_of("Commissioner Ana Dol spoke.\n\nThe commissioner left for the coast.")
    assert [o.title for o in offices(scene)] == ["Commissioner", "commissioner"]
    assert offices(scene_of("The commissioner left for the coast.")) == []


def test_several_holders_are_a_group(scene_of: Scenes) -> None:
    scene = scene_of("The foreign ministers of Serbia and Norway arrived.")
    groups = [s.value(at) for s in scene.sentences for at in s.places() if s.kind(at) == "Y"]
    assert [type(group) for group in groups] == [Group]


def test_two_offices_joined_before_one_name_are_the_name_owners_both(scene_of: Scenes) -> None:
    scene = scene_of("The Deputy Prime Minister and Foreign Minister Jon Arr arrived.")
    assert [o.title for o in offices(scene)] == ["Deputy Prime Minister", "Foreign Minister"]
    assert [s.value(at).name for s in scene.sentences for at in s.places()] == ["Jon Arr"]


def test_an_organisations_officer_and_a_minister_are_two_people(scene_of: Scenes) -> None:
    scene = scene_of("The Secretary General and Prime Minister Jon Arr discussed trade.")
    actors = [s.value(at) for s in scene.sentences for at in s.places() if s.kind(at) == "A"]
    assert [(a.name, [o.title for o in a.offices]) for a in actors] == [
        ("", ["Secretary General"]),
        ("Jon Arr", ["Prime Minister"]),
    ]
