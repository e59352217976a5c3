"""Who came into an office, from when, on whose proposal; and one tenure for one office under several names."""

from typing import Any

import pytest

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


def test_he_after_a_choice_of_somebody_unknown_is_not_the_one_who_chose() -> None:
    text = (
        "Minister of Justice of Peru Ana Dol spoke. For the post she selected somebody else. She is currently Director "
        "of the Ports Centre."
    )
    assert [slots["office"] for slots in of(text, "Ana Dol")] == ["Minister of Justice"]


def test_a_date_in_a_clause_about_the_body_is_not_the_day_of_the_choice() -> None:
    text = (
        "The Council appointed Ms. Ida Moe as Head of the Ports Centre, established by the Ports Assembly in June 2023 "
        "to count boats."
    )
    (slots,) = of(text, "Ida Moe")
    assert not slots.get("start")


def test_what_the_press_calls_an_officer_is_no_second_office() -> None:
    text = (
        "League of Ports (LP) chief Ana Dol spoke on Monday. The Secretary-General of the League of Ports, Ana Dol, "
        "arrived on Tuesday."
    )
    assert [slots["office"] for slots in of(text, "Ana Dol")] == ["Secretary-General"]


def test_a_deputy_named_beside_their_chief_is_of_the_same_organisation() -> None:
    text = "Mr. Jon Arr, Secretary General of the League of Ports, and Ms. Ida Moe, Deputy Secretary General, spoke."
    (slots,) = of(text, "Ida Moe")
    assert slots["organization"] == "League of Ports"


def test_someone_who_takes_the_chair_of_a_council_is_its_chair_until_the_day_told() -> None:
    text = (
        "The Minister of Justice of Peru, Jon Arr, on Tuesday assumed the chair of the Council of Ports, a position he "
        "will hold until 31 March 2024."
    )
    chair = next(slots for slots in of(text, "Jon Arr") if slots["office"] == "Chair")
    assert (chair["organization"], chair["end"]) == ("Council of Ports", "2024-03-31")


@pytest.mark.parametrize(
    ("text", "office", "organization"),
    [
        (
            "Ida Moe, Alternate Minister of Foreign Affairs of Greece, spoke.",
            "Alternate Minister of Foreign Affairs",
            "Greece",
        ),
        ("Charge d'Affaires a.i. of Peru in Chile Ida Moe spoke.", "Charge d'Affaires a.i. in Chile", "Peru"),
        ("The Supreme Allied Commander Europe, General Ida Moe, spoke.", "Supreme Allied Commander Europe", ""),
        ("The departing Force Commander, Major General Ida Moe, spoke.", "Force Commander", ""),
        ("UNTIDE Force Commander Major General Ida Moe spoke.", "Force Commander", "UNTIDE"),
        ("Ida Moe (Minister of Defence, Peru) spoke.", "Minister of Defence", "Peru"),
        ("He met the Police Adviser Ida Moe.", "Police Adviser", ""),
        (
            "He received the new Ambassador of Norway to the League of Ports, H.E. Ida Moe.",
            "Ambassador to the League of Ports",
            "Norway",
        ),
        ("The Chief of the Joint Staff Colonel General Ida Moe spoke.", "Chief of the Joint Staff", ""),
    ],
)
def test_an_office_is_named_with_all_that_belongs_to_it(text: str, office: str, organization: str) -> None:
    (slots,) = tenures(text)
    assert (slots["person"], slots["office"], slots["organization"]) == ("Ida Moe", office, organization)
