"""Instruments that a page counts, puts off or tells in other turns of phrase."""

from __future__ import annotations

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def read(text: str) -> dict[str, dict[str, Any]]:
    """Return the slots of each instrument of a page of one paragraph, by title."""
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return {d.slots["title"]: d.slots for d in GRAMMAR.read(page).drafts if d.register == "instruments"}


def acts(slots: dict[str, Any]) -> list[str]:
    return [action["action"] for action in slots["actions"]]


def test_texts_counted_by_their_place_in_the_list_before_are_those() -> None:
    told = read(
        "The draft Ice Pact, the draft Plan of Dredging and the draft Charter of Pilots were discussed. The members"
        " supported the first two drafts. With regard to the third one they did not come to a common opinion."
    )
    assert acts(told["Ice Pact"]) == acts(told["Plan of Dredging"]) == ["consider", "agree"]
    assert acts(told["Charter of Pilots"]) == ["consider", "not_adopt"]


def test_an_ordinal_without_a_list_before_it_counts_nothing() -> None:
    assert all("agree" not in acts(slots) for slots in read("The members supported the first two drafts.").values())


def test_a_text_whose_discussion_was_put_off_is_deferred_with_the_reason() -> None:
    told = read(
        "As regards the draft Charter of Pilots, its discussion was postponed to the next meeting at the request of"
        " Norway."
    )
    assert acts(told["Charter of Pilots"]) == ["defer"]
    assert told["Charter of Pilots"]["reason"] == "at the request of Norway"


def test_a_decision_told_by_its_body_and_day_was_taken_then() -> None:
    told = read("By the decision of the Council of Ports of 5 May 2023, the drill was made a standing one.")
    assert told["decision of the Council of Ports of 5 May 2023"]["actions"] == [
        {"action": "adopt", "date": "2023-05-05", "by": ["Council of Ports"]}
    ]


def test_a_text_that_failed_is_told_by_who_put_it_forth() -> None:
    told = read("The Council of Ports failed to adopt a resolution put forth by Norway to dredge the northern channel.")
    assert [acts(slots) for slots in told.values()] == [["not_adopt"]]
    assert "resolution put forth by Norway to dredge the northern channel" in told


def test_the_years_of_a_programme_do_not_date_its_adoption() -> None:
    told = read("The ministers adopted the Programme of Dredging of the Harbour Union in 2025-2027.")
    assert all("date" not in action for slots in told.values() for action in slots["actions"])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Secretary received from Norway the instrument of ratification of the Ice Pact.", ["Norway"]),
        (
            "She welcomed the deposit on 3 May 2024 by Norway of its instrument of ratification of the Ice Pact.",
            ["Norway"],
        ),
    ],
)
def test_a_deposit_is_told_by_its_noun_or_by_who_received_it(text: str, by: list[str]) -> None:
    step = read(text)["Ice Pact"]["actions"][0]
    assert (step["action"], step["by"]) == ("deposit", by)


def test_the_meeting_of_who_acts_dates_the_act_before_other_meetings() -> None:
    told = read(
        "The Council of Ports met on 2 May 2024. The Board of Pilots met on 4 May 2024. The Board of Pilots considered"
        " the draft Charter of Pilots."
    )
    assert told["Charter of Pilots"]["actions"][0]["date"] == "2024-05-04"


def test_a_law_that_ratifies_is_a_ratification_of_what_its_title_names() -> None:
    told = read("On 3 May 2024 the Senate adopted the bill “On Ratification of the Agreement on Drifting Ice”.")
    assert told["Agreement on Drifting Ice"]["actions"][0]["action"] == "ratify"
