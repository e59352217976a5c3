"""Who says a quotation: names, pronouns, offices, and quotations in several parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.scene import Scene

Scenes = Callable[[str], Scene]

SAID = [
    ("“The river is calm,” Director Ana Dol said.", "Ana Dol"),
    ("“The river is calm,” said Director Ana Dol on Friday.", "Ana Dol"),
    ("Director Ana Dol said: “The river is calm and the dam will hold.”", "Ana Dol"),
    ("Director Ana Dol spoke first.\n\n“The river is calm,” she said.", "Ana Dol"),
    ("Director Ana Dol spoke first.\n\n“The river is calm,” the Director said.", "Ana Dol"),
    ("Director Ana Dol noted that the dam “will hold for another hundred years at least”.", "Ana Dol"),
    ("Director Ana Dol spoke after Minister Jon Arr.\n\n“The river is calm and we wait,” she added.", "Ana Dol"),
    ("With Minister Jon Arr at her side, Director Ana Dol said that it was late.\n\n“We wait,” she added.", "Ana Dol"),
    ("“The river is calm,” the centre's director, Ms. Ana Dol, explained.", "Ana Dol"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_tells_who_speaks(scene_of: Scenes, text: str, speaker: str) -> None:
    assert [speech.speaker for speech in scene_of(text).speeches] == [speaker]


def test_who_is_quoted_by_a_site_speaks_and_not_the_site(scene_of: Scenes) -> None:
    scene = scene_of(
        "Director Ana Dol told Agency of it.\n\n“The river is calm,” the League of Ports quoted him as saying."
    )
    assert [speech.speaker for speech in scene.speeches] == ["Ana Dol"]


def test_joins_a_quotation_interrupted_by_he_said(scene_of: Scenes) -> None:
    (speech,) = scene_of("“The river is calm,” Director Ana Dol said. “The dam will hold.”").speeches
    assert len(speech.parts) == 2


def test_two_speakers_are_two_speeches(scene_of: Scenes) -> None:
    scene = scene_of("“The river is calm,” Director Ana Dol said.\n\n“It is not,” Minister Jon Arr replied.")
    assert [speech.speaker for speech in scene.speeches] == ["Ana Dol", "Jon Arr"]


def test_he_is_not_somebody_whom_the_speaker_only_mentions(scene_of: Scenes) -> None:
    scene = scene_of(
        "Director Jon Arr opened the dam.\n\nSpeaking of floods, he said that Minister Tor Vik will pay.\n\n"
        "“We wait,” he said."
    )
    assert [speech.speaker for speech in scene.speeches] == ["Jon Arr"]


def test_a_text_that_adds_something_is_nobodys_speech(scene_of: Scenes) -> None:
    scene = scene_of(
        "President Jon Arr spoke.\n\n“The states are of the view that dams are needed,” the communique added."
    )
    assert scene.speeches[0].speaker == ""


def test_a_page_titled_as_a_statement_is_one_speech(scene_of: Scenes) -> None:
    scene = scene_of(
        "# Statement by Ms. Ana Dol at the opening\n\nI am glad to be here.\n\nWe shall open the dam in May."
    )
    (speech,) = scene.speeches
    assert (speech.speaker, speech.sentences) == ("Ana Dol", (1, 2))


def test_a_statement_by_an_office_without_a_name_is_not_taken_whole(scene_of: Scenes) -> None:
    scene = scene_of(
        "# Statement by the Chair of the meeting\n\nWe took note of the floods.\n\nWe welcomed the new dam."
    )
    assert scene.speeches == []


def test_a_sentence_of_the_pages_own_ends_a_quotation(scene_of: Scenes) -> None:
    scene = scene_of(
        "“The dam is old,” Director Ana Dol told reporters. On the flood itself, she said she would wait “until the "
        "engineers have looked”."
    )
    assert len(scene.speeches) == 2


def test_a_page_titled_as_remarks_on_an_office_is_not_its_holders_speech(scene_of: Scenes) -> None:
    scene = scene_of(
        "# Remarks on taking the chair of the Council of Ports\n\nI thank the outgoing Chair of the Council of Ports, "
        "Ana Dol.\n\nWe shall open the dam in May."
    )
    assert scene.speeches == []


def test_an_icon_of_the_page_s_font_is_nobody_who_speaks(scene_of: Scenes) -> None:
    scene = scene_of("\ue041 said: “The river is calm today, and the ferries run.”")
    assert [speech.speaker for speech in scene.speeches] == [""]
