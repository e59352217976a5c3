"""Who came into an office, from when, on whose proposal; and one tenure for one office under several names."""

from typing import Any

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def tenures(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "tenures"]


def of(text: str, person: str) -> list[dict[str, Any]]:
    return [slots for slots in tenures(text) if slots["person"] == person]


def test_election_for_another_term_tells_basis_proposer_and_unanimity() -> None:
    text = (
        "On the proposal of Minister of Justice of Chile Ida Moe, Speaker of the Parliament of Peru Jon Arr was "
        "unanimously elected Chairman of the Ports Assembly for another term."
    )
    elected = next(s for s in of(text, "Jon Arr") if s["basis"] != "attested")
    assert elected["basis"] == "re-elected"
    assert elected["proposed_by"] == "Ida Moe"
    assert elected["unanimous"] is True


def test_appointment_tells_first_day_and_years() -> None:
    text = (
        "The Council appointed Ms. Ida Moe as Director of the Ports Centre from 1 June 2024, for a period of three "
        "years."
    )
    (slots,) = of(text, "Ida Moe")
    assert (slots["basis"], slots["start"], slots["term_years"]) == ("appointed", "2024-06-01", 3)


def test_predecessor_gets_the_same_office_with_its_end() -> None:
    text = (
        "The Council elected Ms. Ida Moe as Director of the Ports Centre. "
        "She replaces Mr. Jon Arr, whose tenure came to an end on 31 March 2024."
    )
    (slots,) = of(text, "Jon Arr")
    assert slots["office"] == "Director"
    assert slots["end"] == "2024-03-31"


def test_taking_office_later_moves_the_first_day() -> None:
    text = (
        "On 3 May 2024, the Council elected Ms. Ida Moe as Director of the Ports Centre. She will take office on 1 "
        "July 2024."
    )
    (slots,) = of(text, "Ida Moe")
    assert slots["start"] == "2024-07-01"


def test_two_names_of_one_office_are_one_tenure() -> None:
    text = (
        "Foreign Minister of Peru Jon Arr opened the fair. The Minister of Foreign Affairs of Peru, Jon Arr, spoke "
        "later."
    )
    assert len(of(text, "Jon Arr")) == 1


def test_denied_election_is_no_tenure() -> None:
    text = "Mr. Jon Arr was not elected Chairman of the Ports Assembly."
    assert of(text, "Jon Arr") == []


def test_ambassador_without_a_state_is_a_courtesy_title() -> None:
    assert of("Ambassador Jon Arr said that the talks went well.", "Jon Arr") == []
