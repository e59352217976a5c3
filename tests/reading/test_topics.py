"""What an act is about: its own title, agenda and words tell it, never the name of who acts."""

from __future__ import annotations

import pytest

from muniment.profiles import world
from muniment.profiles.topics import topics
from muniment.reading import Reader
from muniment.reading.draft import Draft
from muniment.reading.scene import Scene
from muniment.reading.topics import Topics
from muniment.terms import Block, Page, PageMeta

READER = Reader([], world())
FINDER = Topics(topics(), "en")


def told(register: str, text: str) -> list[list[str]]:
    page = Page(
        "page.txt", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06")
    )  # fmt: skip
    return [claim.slots.get("topics", []) for claim in READER.read(page).claims if claim.register == register]


def test_a_statement_is_about_what_was_said() -> None:
    text = "Secretary General Ana Dol noted that the spread of narcotic drugs across the region had grown."
    assert told("statements", text) == [["drugs"]]


def test_a_body_s_name_beside_a_statement_gives_no_topic() -> None:
    text = "The chairperson of the Counter-Terrorism Committee, Ana Dol, noted that the work of the staff had improved."
    assert told("statements", text) == [[]]


def test_a_body_s_name_inside_a_statement_gives_no_topic() -> None:
    text = "Ana Dol, the Secretary General, noted that the Committee on Migration had finished its work on time."
    assert told("statements", text) == [[]]


def test_an_instrument_is_about_what_its_title_says() -> None:
    text = "On 5 May 2024, the Council of Ministers of the Harbour Union adopted the Strategy on Countering Cybercrime."
    assert told("instruments", text) == [["information security", "cybercrime"]]


def test_who_adopts_an_instrument_gives_it_no_topic() -> None:
    text = (
        "On 5 May 2024, the Committee on Health of the Harbour Union adopted the Programme of Work of the Secretariat."
    )
    assert told("instruments", text) == [[]]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("On 5 May 2024, a conference on the safe return of refugees was held in Vienna.", "refugees"),
        ("On 5 May 2024, Ana Dol met with Foreign Minister Ivo Ram to discuss natural gas.", "energy"),
    ],
)  # fmt: skip
def test_a_meeting_is_about_what_is_told_to_have_been_discussed(text: str, topic: str) -> None:
    assert [topic in found for found in told("meetings", text)] == [True]


@pytest.mark.parametrize(
    ("names", "given"),
    [
        (["Second Ministerial Conference on Refugees"], {"migration", "refugees"}),
        (["Harbour Union Tourism Forum"], {"tourism"}),
        (["Committee on Migration"], set()),
        (["Meeting of the Council on Migration"], set()),
    ],
)  # fmt: skip
def test_an_event_s_name_is_a_title_and_a_body_s_is_not(names: list[str], given: set[str]) -> None:
    page = Page("page.txt", "0" * 64, "", (), PageMeta())
    scene = Scene(page, "", lambda title, organization, date: "")
    scene.drafts = [Draft("meetings", {"bodies": names}, [])]
    FINDER.tell(scene)
    assert set(scene.drafts[0].slots.get("topics", [])) == given


def test_what_else_a_meeting_s_sentence_tells_gives_it_no_topic() -> None:
    text = "On 5 May 2024, the Council of Ministers of the Harbour Union met in Vienna after the floods in the south."
    assert told("meetings", text) == [[]]


def test_topics_stand_in_the_scheme_s_order_after_those_they_belong_to() -> None:
    assert FINDER.of("Vaccines, cyber crime and the financing of terrorism were the subjects.") == [
        "terrorism", "terrorist financing", "information security", "cybercrime", "health",
    ]  # fmt: skip


def test_a_phrase_is_found_with_hyphens_capitals_and_broken_lines() -> None:
    assert FINDER.of("MONEY-\n LAUNDERING") == ["organised crime", "money laundering"]


def test_a_word_inside_another_word_is_not_found() -> None:
    assert FINDER.of("The undrugged transporter skipped the seaports.") == []


def test_a_phrase_that_refuses_a_topic_leaves_it_to_another_place_in_the_text() -> None:
    assert FINDER.of("He wished them good health.") == []
    assert FINDER.of("He wished them good health and spoke about public health.") == ["health"]


def test_what_an_agenda_rule_reads_in_a_later_sentence_tells_what_a_meeting_was_about() -> None:
    held = "On 5 May 2024, the Council of Ministers of the Harbour Union met in Vienna. "
    assert told("meetings", held + "They discussed the fight against terrorism.") == [["terrorism"]]
