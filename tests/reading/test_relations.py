"""How states stand to organisations; one relation told twice is one, with the state that tells most."""

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())
HOME = "The Ports Cooperation Organization (PCO) met on 3 May 2024 in Lima. "


def relations(text: str) -> list[tuple[str, ...]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    drafts = [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "relations"]
    return [tuple(str(s.get(k) or "") for k in ("subject", "object", "kind", "state")) for s in drafts]


def slots(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "relations"]


def test_list_of_members_gives_each() -> None:
    found = relations("The League of Ports includes: Peru, Chile, and Brazil.")
    assert found == [(state, "League of Ports", "membership", "in_force") for state in ("Peru", "Chile", "Brazil")]


def test_committee_has_no_members_in_this_sense() -> None:
    assert relations("The Committee on Health consists of Peru, Chile and Brazil.") == []


def test_application_and_grant_on_one_page_are_one_relation() -> None:
    text = (
        HOME + "Peru applied for observer status in the Organization. The Council granted Peru observer status in the "
        "Organization."
    )
    assert relations(text) == [("Peru", "Ports Cooperation Organization", "observer", "granted")]


def test_chairmanship_passing_ends_one_presidency_and_begins_another() -> None:
    found = relations("The chairmanship of the League of Ports passed from Peru to Chile on 3 May 2024.")
    assert ("Chile", "League of Ports", "presidency", "in_force") in found
    assert ("Peru", "League of Ports", "presidency", "ended") in found


def test_chairmanship_to_pass_is_not_yet_in_force() -> None:
    (new,) = [s for s in slots("The chairmanship of the League of Ports will pass from Peru to Chile on 1 January "
                               "2025.")
              if s["subject"] == "Chile"]  # fmt: skip
    assert new["date"] == "2025-01-01"
    assert not new.get("state")


def test_suspended_cooperation_is_of_the_organisation_that_speaks() -> None:
    found = relations(HOME + "Co-operation with the League of Harbours has been suspended.")
    assert found == [("Ports Cooperation Organization", "League of Harbours", "cooperation", "suspended")]


def test_members_observers_and_partners_of_one_sentence_are_told_apart() -> None:
    found = relations(
        "The League of Ports currently has three member states - Peru, Chile and Brazil, with Spain and Italy as "
        "observers."
    )
    assert [(r[0], r[2]) for r in found] == [
        ("Peru", "membership"),
        ("Chile", "membership"),
        ("Brazil", "membership"),
        ("Spain", "observer"),
        ("Italy", "observer"),
    ]


def test_two_standings_in_a_row_have_their_own_years() -> None:
    found = slots("Peru became a dialogue partner in the League of Ports in 2010 and an observer state in 2015.")
    assert [(s["kind"], s["date"]) for s in found] == [("partner", "2010"), ("observer", "2015")]


def test_a_presidency_still_to_come_is_not_in_force() -> None:
    (found,) = slots(HOME + "Peru assumes the chairmanship of the League of Ports on 1 January 2025.")
    assert (found["kind"], found["date"], found.get("state") or "") == ("presidency", "2025-01-01", "")


def test_the_state_of_an_officer_who_presides_for_a_month_presides() -> None:
    (found,) = slots(
        "They heard Ana Dol, Minister of Justice of Chile and Chairperson of the Council of Ports for the month of "
        "July 2024."
    )
    assert (found["subject"], found["object"], found["date"]) == ("Chile", "Council of Ports", "2024-07")


def test_a_memorandum_with_a_ministry_is_no_cooperation_of_organisations() -> None:
    assert (
        relations("The League of Ports signed a memorandum of understanding with the Ministry of Justice of Peru.")
        == []
    )


def test_who_is_let_back_in_is_no_longer_suspended() -> None:
    (told,) = relations(
        "Peru's membership of the League of Ports was suspended in 2011. The League of Ports has voted to readmit Peru."
    )
    assert "granted" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, the chairing country of the League of Ports is Peru.", [("Peru", "presidency", "")]),
        ("The presidency of the League of Ports in 2024 belongs to Peru.", [("Peru", "presidency", "")]),
        ("The League of Ports met. Its presidency in 2024 belongs to Peru.", [("Peru", "presidency", "")]),
        (
            "Peru and Chile remain suspended from the League of Ports.",
            [("Peru", "membership", "suspended"), ("Chile", "membership", "suspended")],
        ),
        (
            "Minister of Justice of Peru Jon Arr, who took over the presidency of the League of Ports from Minister of "
            "Justice of Chile Ida Moe, spoke.",
            [("Peru", "presidency", "in_force"), ("Chile", "presidency", "ended")],
        ),
        ("Minister of Justice of Peru Jon Arr chaired the meeting of the League of Ports.", []),
    ],
)
def test_who_presides_or_is_shut_out_is_read_however_it_is_told(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = slots(text)
    assert [(one["subject"], one["kind"], one.get("state") or "") for one in found] == expected
    assert {one["object"] for one in found} <= {"League of Ports"}


def test_lifting_a_suspension_gives_membership_back_once() -> None:
    assert relations("The League of Ports lifted the suspension of Peru.") == [
        ("Peru", "League of Ports", "membership", "in_force")
    ]


def test_who_is_taken_over_from_in_an_aside_does_not_take_over() -> None:
    text = "Peru, succeeding Chile, began its chairmanship of the League of Ports on 1 January 2024."
    assert relations(text) == [("Peru", "League of Ports", "presidency", "in_force")]


@pytest.mark.parametrize("title", ["status of HLA observer to Peru", "HLA observer status to Peru"])
def test_a_status_called_by_an_abbreviation_is_in_the_organisation_it_stands_for(title: str) -> None:
    text = f"The Harbour League Assembly (HLA) came. The Memorandum on granting the {title} was signed."
    assert relations(HOME + text) == [("Peru", "Harbour League Assembly", "observer", "granted")]


def test_a_status_is_in_the_organisation_it_is_called_by() -> None:
    text = "The memorandum on granting Peru the status of LPO dialogue partner was signed."
    assert relations(HOME + text) == [("Peru", "LPO", "partner", "granted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The next PCO chair is Peru.", [("Peru", "presidency", "")]),
        ("Peru will hold the presidency in 2026.", [("Peru", "presidency", "")]),
        ("Peru has been chairing the PCO since 2020.", [("Peru", "presidency", "in_force")]),
        (
            "Chile handed the chairmanship of the PCO to Peru.",
            [("Peru", "presidency", "in_force"), ("Chile", "presidency", "ended")],
        ),
        (
            "Chile will pass the baton of the PCO chairmanship to Peru on 1 January 2025.",
            [("Peru", "presidency", ""), ("Chile", "presidency", "in_force")],
        ),
        ("Peru became the first country to withdraw from the PCO.", [("Peru", "membership", "ended")]),
        ("The latest state to be granted observer status was Peru.", [("Peru", "observer", "granted")]),
        ("Peru faced suspension from the PCO.", [("Peru", "membership", "suspended")]),
        ("Peru was readmitted to the PCO in 2011.", [("Peru", "membership", "granted")]),
        ("The decision to restore Peru's membership in the PCO was taken.", [("Peru", "membership", "granted")]),
        (
            "The bloc suspended Peru's membership after a coup on 30 August 2023. The PCO agreed to lift the sanctions "
            "imposed on Peru and reintegrate it into the bloc.",
            [("Peru", "membership", "granted")],
        ),
        ("The chairmanship of the Organization passed to the Peruvian side.", [("Peru", "presidency", "in_force")]),
        (
            "They announced the election of Peru as Chair of the Organization for 2026.",
            [("Peru", "presidency", "")],
        ),
        (
            "They signed the memorandum on granting Peru the status of Dialogue partner of the PCO.",
            [("Peru", "partner", "granted")],
        ),
        ("Peru's chairmanship of the PCO ended, and Chile took over.", [("Peru", "presidency", "ended")]),
        ("They congratulated Peru on assuming the chairmanship of the PCO.", [("Peru", "presidency", "in_force")]),
        ("Peru has decided to withdraw from the PCO.", [("Peru", "membership", "ended")]),
        ("Peru's membership has been suspended since May 2024.", [("Peru", "membership", "suspended")]),
        ("The Council took a decision to grant observer status to Peru.", [("Peru", "observer", "granted")]),
        ("Peru is interested in acquiring the status of partner of the PCO.", [("Peru", "partner", "sought")]),
        ("Nobody expelled Peru, and the other members are Peru and Chile.", []),
    ],
)
def test_who_comes_leaves_and_presides_is_read_in_other_turns(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = slots(HOME + text)
    assert [(one["subject"], one["kind"], one.get("state") or "") for one in found] == expected
    assert {one["object"] for one in found} <= {"Ports Cooperation Organization"}


def test_the_day_of_a_coup_is_not_that_of_the_suspension() -> None:
    (told,) = slots("The League of Ports suspended Peru's membership after a coup on 30 August 2023.")
    assert not told.get("date")


@pytest.mark.parametrize(
    "text",
    [
        "The PCO cooperates with the Harbour Union and the League of Nets.",
        "The PCO has signed memoranda of understanding with the Harbour Union and the League of Nets.",
        "The PCO signed a memorandum of understanding with the Harbour Union and the League of Nets.",
    ],
)
def test_each_organisation_of_a_list_is_cooperated_with(text: str) -> None:
    assert [(one[1], one[2]) for one in relations(HOME + text)] == [
        ("Harbour Union", "cooperation"),
        ("League of Nets", "cooperation"),
    ]
