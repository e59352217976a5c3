"""What pages tell of organs being formed, at work or dissolved."""

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def read(text: str) -> dict[str, str]:
    """Return name -> status of the bodies a paragraph tells of."""
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return {d.slots["name"]: d.slots["status"] for d in GRAMMAR.read(page).drafts if d.register == "bodies"}


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        ("It was decided to establish the Harbour Research Centre.", "Harbour Research Centre", "forming"),
        ("The Advisory Committee on Ports will be set up in June.", "Advisory Committee on Ports", "forming"),
        ("The Committee on Fisheries was dissolved in May.", "Committee on Fisheries", "dissolved"),
        ("The Committee on Fisheries was established in 2005.", "Committee on Fisheries", "active"),
        ("The text was written by the Working Group on Pilots.", "Working Group on Pilots", "active"),
    ],
)
def test_status_follows_what_is_told(sentence: str, name: str, status: str) -> None:
    assert read(sentence).get(name) == status


def test_forming_stands_over_at_work() -> None:
    told = read("The Working Group on Pilots met in Oslo. It was decided to create the Working Group on Pilots.")
    assert told == {"Working Group on Pilots": "forming"}


@pytest.mark.parametrize(
    "sentence",
    ["The Council did not establish the Harbour Research Centre.", "The Committee on Fisheries may be dissolved."],
)
def test_denied_and_possible_are_no_record(sentence: str) -> None:
    assert read(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministers set up an open-ended working group, chaired by Peru.", {"open-ended working group": "forming"}),
        (
            "It was agreed that a joint group of experts would be formed by the end of June.",
            {"joint group of experts": "forming"},
        ),
        ("A Centre for Tides is planned to be established in Peru.", {"Centre for Tides": "forming"}),
        ("A Committee on Tides under the Council of Ports was created.", {"Committee on Tides": "forming"}),
        ("The Committee on Tides was renamed the Committee on Seas in 2003.", {"Committee on Seas": "active"}),
    ],
)
def test_a_body_is_formed_however_it_is_told(sentence: str, expected: dict[str, str]) -> None:
    found = read(sentence)
    assert {name: found.get(name) for name in expected} == expected


def test_the_body_above_is_no_body_formed() -> None:
    assert "Council of Ports" not in read("A Committee on Tides under the Council of Ports was created.")


def test_a_working_group_of_a_council_belongs_to_the_council() -> None:
    text = "The Working Group on Tides of the Council of Ports held its third meeting."
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    (slots,) = [d.slots for d in GRAMMAR.read(page).drafts if d.register == "bodies"]
    assert slots["parent"] == "Council of Ports"


HOME = "The Ports Cooperation Organization (PCO) sits in Lima. "


def told(text: str) -> dict[str, tuple[str, str]]:
    """Return name -> parent and status of the bodies a page of the Ports Cooperation Organization tells of."""
    text = HOME + text
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    drafts = [d.slots for d in GRAMMAR.read(page).drafts if d.register == "bodies"]
    return {slots["name"]: (slots.get("parent") or "", slots["status"]) for slots in drafts}


PCO = "Ports Cooperation Organization"


@pytest.mark.parametrize(
    ("sentence", "name", "parent", "status"),
    [
        ("It was decided to set up a Task Force on Piracy.", "Task Force on Piracy", PCO, "forming"),
        ("The Tide Centre in Lima was closed on 3 May 2020.", "Tide Centre", PCO, "dissolved"),
        ("The mandate of the Task Force on Piracy has expired.", "Task Force on Piracy", PCO, "dissolved"),
        ("The Committee on Ropes has been replaced by the Rope Agency.", "Committee on Ropes", PCO, "dissolved"),
        (
            "The Task Force on Piracy has completed its work and been disbanded.",
            "Task Force on Piracy",
            PCO,
            "dissolved",
        ),
        ("The process of forming the Tide Centre has been completed.", "Tide Centre", PCO, "active"),
        ("The Council approved the proposal to create the Tide Centre.", "Tide Centre", PCO, "forming"),
        (
            "Under the Council of Ports, a Board on Tides has been set up.",
            "Board on Tides",
            "Council of Ports",
            "active",
        ),
        ("The Board on Tides functions within the Council of Ports.", "Board on Tides", "Council of Ports", "active"),
        (
            "The Board on Tides, an advisory body of the Council of Ports, met.",
            "Board on Tides",
            "Council of Ports",
            "active",
        ),
        ("On 3 May 2003 a decision on the establishment of the Tide Centre was adopted.", "Tide Centre", PCO, "active"),
        ("On 3 April 2024 work on the establishment of the Tide Centre began.", "Tide Centre", PCO, "forming"),
        ("The Board on Tides is the Rope Agency's executive body.", "Board on Tides", "Rope Agency", "active"),
        ("Peru set up a Task Force on Piracy.", "Task Force on Piracy", "", "forming"),
        ("They agreed to form a joint commission on dredging.", "joint commission on dredging", "", "forming"),
        ("The ministers have set up a committee to watch dues.", "committee to watch dues", PCO, "active"),
        ("Chairman of the Steering Committee on Tides Ana Dol spoke.", "", "", ""),
        ("Ana Dol, Chair of the Steering Committee on Tides, spoke.", "Steering Committee on Tides", "", "active"),
    ],
)
def test_a_body_stands_under_the_one_told_else_under_the_pages_own(
    sentence: str, name: str, parent: str, status: str
) -> None:
    found = told(sentence)
    assert found.get(name, ("", "")) == (parent, status)


def test_a_proposal_nobody_took_up_forms_nothing() -> None:
    assert told("The Council discussed the proposal to create the Tide Centre.") == {}


def test_a_name_cut_in_two_is_no_body() -> None:
    assert PCO not in told("The formation of the PCO Rapid Force has been completed.")
