"""People: which words are a name, whose full form it is, and what rank and offices stand beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment import samples
from muniment.profiles import load, world
from muniment.reading.en.grammar import Grammar
from muniment.reading.mention import Actor
from muniment.reading.scene import Scene
from muniment.terms import Block, Page, PageMeta

Scenes = Callable[[str], Scene]


def people(scene: Scene) -> list[Actor]:
    return [v for s in scene.sentences for at in s.places() if isinstance(v := s.value(at), Actor) and v.name]


NAMES = [
    ("Mr. Jon Arr spoke.", "Jon Arr"),
    ("H.E. Dr. Ana Dol-Vik spoke.", "Ana Dol-Vik"),
    ("His Excellency Jon Arr, President of Serbia, spoke.", "Jon Arr"),
    ("The Prime Minister of Serbia, the Rt. Honourable Jon Arr, spoke.", "Jon Arr"),
    ("The Prime Minister of Serbia, Dr. the Honourable Ana Dol, spoke.", "Ana Dol"),
    ("Foreign Minister Prince Tarik bin Sultan Al-Domar spoke.", "Tarik bin Sultan Al-Domar"),
    ("Defence Minister Samir al-Domari spoke.", "Samir al-Domari"),
    ("Minister Bùi Thanh Long spoke.", "Bùi Thanh Long"),
    ("Ana Dol said that the river is calm.", "Ana Dol"),
    ("The Council elected Ana Dol to the post.", "Ana Dol"),
    ("His predecessor Ana Dol was thanked.", "Ana Dol"),
    ("They introduced Ana Dol, who took up the post in May.", "Ana Dol"),
    ("The delegation was led by Ana Dol.", "Ana Dol"),
    ("JON ARRIK (Serbia), whose country abstained, spoke.", "Jon Arrik"),
    ("Serbia's spokesperson Ana Dol said that it was late.", "Ana Dol"),
    ("President Jon Arr's spokesman Tor Vik said that it was late.", "Tor Vik"),
    ("General of the Army Jon Arr spoke.", "Jon Arr"),
    ("Jon Arr is currently the Director of the Harbour Centre.", "Jon Arr"),
    ("The Deputy Minister of Justice of Serbia, Police Major-General Jon Arr, spoke.", "Jon Arr"),
    ("Ana Maria Dol da Silva Vik (Serbia), Head of the Harbour Centre, spoke.", "Ana Maria Dol da Silva Vik"),
    ("Mr. Jon ARRIK, Head of the Harbour Centre, spoke.", "Jon Arrik"),
    ("Prime Minister of Serbia Theresa May said that it was late.", "Theresa May"),
    ("Director Ana Dol Tuesday welcomed the plan.", "Ana Dol"),
    ("The President of Kenya Jon Kip arap Sang spoke.", "Jon Kip arap Sang"),
    ("Mr. ARRIK (Serbia) spoke.", "Arrik"),
    ("Secretary General Sultan Arrik spoke.", "Sultan Arrik"),
    ("Ambassador Jon Arr Sheikh, Head of the Harbour Centre, spoke.", "Jon Arr Sheikh"),
    ("While greeting the Head of the Harbour Centre, Mr. Arr recalled the flood.", "Arr"),
    ("Speaker of the Serbian Diet (lower house of parliament) Onar Arvi spoke.", "Onar Arvi"),
    ("Onara Dolvi of Serbia – now Head of the Harbour Centre – has been appointed Director.", "Onara Dolvi"),
    ("The Council appointed Serbian Onara Dolvi as Director.", "Onara Dolvi"),
    ("Prime Minister of Serbia Onar St. Dol spoke.", "Onar St. Dol"),
    ("Ambassador Onara St. Dol-Arrik spoke.", "Onara St. Dol-Arrik"),
    ("The Prime Minister of Serbia, Hon. Dr. Onar Drew, spoke.", "Onar Drew"),
    ("Foreign Minister of Serbia Onar DOLV and Foreign Minister of Chile Ana VIKT spoke.", "Onar Dolv"),
    ("The Foreign Minister of Serbia, Onar DOLV, spoke.", "Onar Dolv"),
    ("Ms. Onara VAN DER DOLV, Head of the Harbour Centre, spoke.", "Onara van der Dolv"),
    ("Mr. Onar O'DOLV, Head of the Harbour Centre, spoke.", "Onar O'Dolv"),
    ("Mr. Onar McDOLV, Head of the Harbour Centre, spoke.", "Onar McDolv"),
    ("Mr. DOLV Onar-Li, Head of the Harbour Centre, spoke.", "Dolv Onar-Li"),
    ("Prime Minister Onar Drew said that it was late.", "Onar Drew"),
    ("Prime Minister Onar Dol drew attention to it.", "Onar Dol"),
    ("Minister of State for Foreign Affairs Sultan bin Dolv Al Arri spoke.", "Sultan bin Dolv Al Arri"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_finds_a_name(scene_of: Scenes, text: str, name: str) -> None:
    assert name in [person.name for person in people(scene_of(text))]


NOBODY = [
    "The Black Forest is wide.",
    "Thank you, Mr. President.",
    "On Monday Spring Fair opened.",
    "The Special Envoy for Central Asia left.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_finds_nobody_where_nobody_is_named(scene_of: Scenes, text: str) -> None:
    assert people(scene_of(text)) == []


def test_gives_every_mention_the_fullest_name_of_the_page(scene_of: Scenes) -> None:
    scene = scene_of("Director A. Dolvik spoke.\n\nAna Dolvik left early.\n\nDolvik said that it was late.")
    assert {person.name for person in people(scene)} == {"Ana Dolvik"}


def test_keeps_two_people_of_one_family_apart(scene_of: Scenes) -> None:
    scene = scene_of("Minister Ana Dolvik spoke.\n\nDirector Tor Dolvik said that it was late.")
    assert [person.name for person in people(scene)] == ["Ana Dolvik", "Tor Dolvik"]


def test_knows_a_person_by_the_family_name_that_stands_first(scene_of: Scenes) -> None:
    scene = scene_of("Minister Kao Kim Horn spoke.\n\nKao appreciated the welcome.")
    assert [person.name for person in people(scene)] == ["Kao Kim Horn", "Kao Kim Horn"]


def test_keeps_the_rank_beside_the_name(scene_of: Scenes) -> None:
    (person,) = people(scene_of("Chief of Staff Lieutenant General Ana Dol spoke."))
    assert (person.name, person.rank) == ("Ana Dol", "Lieutenant General")


def test_an_apposition_without_its_comma_belongs_to_the_next_clause(scene_of: Scenes) -> None:
    scene = scene_of("With President Ana Dolvik, the Secretary General exchanged views.")
    assert [[o.title for o in person.offices] for person in people(scene)] == [["President"]]


def test_tells_a_holder_by_service_in_an_office(scene_of: Scenes) -> None:
    scene = scene_of(
        "The Director spoke of floods.\n\nThe minister thanked Ana Dol for her long service as the Director."
    )
    scene.number = 0
    (first,) = [scene.sentences[0].value(at) for at in scene.sentences[0].places()][:1]
    assert scene.person(first) == "Ana Dol"


def test_a_name_behind_a_participle_clause_is_not_the_officer_in_it(scene_of: Scenes) -> None:
    actors = people(scene_of("While greeting the Head of the Harbour Centre, Mr. Arr recalled the flood."))
    assert [(a.name, a.offices) for a in actors] == [("Arr", ())]


def test_a_word_behind_an_office_in_apposition_is_no_name(scene_of: Scenes) -> None:
    actors = people(scene_of("Ms. Ana Dol, Executive Director of the Harbour Council Review; and others spoke."))
    assert [a.name for a in actors] == ["Ana Dol"]


def test_an_initial_without_a_blank_is_the_same_persons(scene_of: Scenes) -> None:
    actors = people(scene_of("The Minister of Justice of Serbia, Jon Arr, spoke. Later Minister J.Arr left."))
    assert {a.name for a in actors} == {"Jon Arr"}


def test_a_family_name_without_its_accents_is_the_same_persons(scene_of: Scenes) -> None:
    actors = people(scene_of("The Minister of Justice of Serbia, Jon Árrîk, spoke. Later Mr. Arrik left."))
    assert {a.name for a in actors} == {"Jon Árrîk"}


def test_the_officer_behind_a_comma_and_before_the_verb_is_another_person(scene_of: Scenes) -> None:
    scene = scene_of("In a talk chaired by Mr. Jon Arr, the Director of the Harbour Centre stressed that it was late.")
    assert [a.offices for a in people(scene)] == [()]


def test_an_officer_told_by_one_name_is_called_by_the_full_one_that_a_profile_has() -> None:
    grammar = Grammar([load(samples.profile_path())], world())
    text = "LSCO Secretary General Haldemar opened the pier. Haldemar said that the river is calm."
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta())
    assert {actor.name for actor in people(grammar.scene(page))} == {"Torben Haldemar"}
    other = text.replace("Haldemar", "Orvik")
    page = Page("example", "0" * 64, other, (Block("paragraph", 0, len(other)),), PageMeta())
    assert people(grammar.scene(page))[0].name == "Orvik"


def test_of_several_chosen_one_after_the_other_each_has_their_own_office(scene_of: Scenes) -> None:
    scene = scene_of(
        "She named Ms. Ana Dol as Head of the Harbour Mission, Jon Arr (Peru) as Director of the Flood Centre."
    )
    assert [person.offices for person in people(scene)] == [(), ()]


def test_the_office_somebody_is_chosen_for_is_not_the_next_speakers(scene_of: Scenes) -> None:
    scene = scene_of(
        "They appointed Ms. Ana Dol as Director of the Flood Centre, Prime Minister of Serbia Jon Arr said."
    )
    (speaker,) = [person for person in people(scene) if person.name == "Jon Arr"]
    assert [office.title for office in speaker.offices] == ["Prime Minister"]
