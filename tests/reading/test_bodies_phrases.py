"""Bodies: names by shape, by definition on the page, and bare head words told from what stands before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.en.definitions import find_definitions
from muniment.reading.en.lexicon import lexicon
from muniment.reading.gazetteer import Gazetteer
from muniment.reading.mention import Body
from muniment.reading.scene import Scene

Scenes = Callable[[str], Scene]


def bodies(scene: Scene) -> list[Body]:
    return [v for s in scene.sentences for at in s.places() if isinstance(v := s.value(at), Body)]


SHAPES = [
    ("The Council of Ministers of Defence met.", "Council of Ministers of Defence"),
    ("The Committee of Senior Officials met.", "Committee of Senior Officials"),
    ("The Working Group on Afghanistan met.", "Working Group on Afghanistan"),
    ("The Committee of the Parties met.", "Committee of the Parties"),
    ("The National Assembly of Serbia met.", "National Assembly of Serbia"),
    ("The Ministry of Foreign Affairs of Serbia replied.", "Ministry of Foreign Affairs of Serbia"),
    ("The Conference of the States Parties met.", "Conference of the States Parties"),
    ("The Centre for Responding to Harbour Fires met.", "Centre for Responding to Harbour Fires"),
]


@pytest.mark.parametrize(("text", "name"), SHAPES)
def test_finds_a_body_by_its_shape(scene_of: Scenes, text: str, name: str) -> None:
    assert name in [body.name for body in bodies(scene_of(text))]


def test_leaves_a_name_behind_a_portfolio_to_its_owner(scene_of: Scenes) -> None:
    scene = scene_of("The Chairman of the Committee on National Security Oleg Vintar spoke.")
    assert scene.sentences[0].value(next(iter(scene.sentences[0].places()))).name == "Oleg Vintar"


DEFINED = [
    ("The League of River States (LRS) met.", {"LRS": "League of River States"}),
    ("The Economic Union of Western Ports (EUOWP) met.", {"EUOWP": "Economic Union of Western Ports"}),
    ("The Secretary General of the Delta Cooperation Council (DCC) spoke.", {"DCC": "Delta Cooperation Council"}),
    ("The Northern Basin Community (NOBACOM) met.", {"NOBACOM": "Northern Basin Community"}),
    ("The ORB (Organization of River Banks) met.", {"ORB": "Organization of River Banks"}),
    ("The Ministers (Serbia) met.", {}),
    ("The road to the Northern Basin (XYZ) is shut.", {}),
    ("Director General (DG) Ana Dol spoke.", {}),
    ("The Union of North- met. The Union of North- spoke.", {"Union of North-": "Union of North-"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "defined"), DEFINED)
def test_learns_the_abbreviations_a_page_defines(text: str, defined: dict[str, str]) -> None:
    from muniment.profiles import world

    assert find_definitions(text, Gazetteer([], world()), lexicon()) == defined


def test_an_organisation_of_the_page_is_its_home_and_owns_its_organs(scene_of: Scenes) -> None:
    scene = scene_of(
        "# League of River States meets\n\nThe League of River States (LRS) met.\n\nThe LRS Secretariat replied."
    )
    assert scene.home == "League of River States"
    assert bodies(scene)[-1].organization == "League of River States"


def test_an_organisation_told_twice_needs_no_definition(scene_of: Scenes) -> None:
    scene = scene_of(
        "The Organization of River Banks met.\n\nThe Organization of River Banks spoke of floods. The ORB is old."
    )
    assert scene.home == "Organization of River Banks"
    assert {body.name for body in bodies(scene)} == {"Organization of River Banks"}


def test_a_bare_head_is_told_by_whole_words_and_from_what_stands_before(scene_of: Scenes) -> None:
    scene = scene_of(
        "The Office of the Commissioner replied to the River Commission.\n\nThe Commission met.\n\n"
        "The Ferry Commission met."
    )
    scene.number = 1
    (bare,) = bodies(scene)[-2:-1]
    assert bare.anaphor
    assert scene.body(bare) == "River Commission"
