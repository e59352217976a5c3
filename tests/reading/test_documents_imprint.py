"""What pages say of themselves: date, publisher and signer, and the stretches that say so. All pages are invented."""

import pytest

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.profiles import world
from muniment.reading import Reader
from muniment.terms import Claim

READER = Reader([], world())
BODY = (
    "The Council of Ports adopted the plan on Tuesday, its chairman Ana Dol told reporters. The plan tells how the "
    "harbours of the six states are to be kept open in winter and who pays for the boats.\n\n"
    "The next session will be held in Lima in March 2024.\n"
)


def document(text: str) -> Claim:
    drafted = draft(Capture.of("page.txt", text.encode()))
    counts = FurnitureCount()
    counts.add(drafted)
    return next(c for c in READER.read(mark(drafted, counts)).claims if c.register == "documents")


TITLE = "Council of Ports adopts the winter plan for the harbours of the six states"


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("SANTIAGO, May 7. /Harbour Press/. ", "Harbour Press"),
        ("SANTIAGO, May 7 (Tidewire) -- ", "Tidewire"),
        ("SANTIAGO, 7 May (Tidewire) - ", "Tidewire"),
        ("SANTIAGO/LIMA, May 7 (Tidewire) - ", "Tidewire"),
    ],
)
def test_agency_and_day_are_read_from_the_opening(opening, publisher):
    claim = document(f"{TITLE}\n\n{opening}{BODY}")
    assert claim.slots["publisher"] == publisher
    assert claim.slots["published"] == "2024-05-07"
    quotes = {e.rule: e.quote for e in claim.evidence}
    assert quotes["documents.publisher"] == publisher
    assert "7" in quotes["documents.opening"]


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("Santiago (Tide Wire - 07th May, 2024) ", "Tide Wire"),
        ("Santiago (CP), May 7, 2024 (Tidewire) - ", "Tidewire"),
        ("SANTIAGO, May 7, 2024, Tide-Wire -- ", "Tide-Wire"),
        ("SANTIAGO, May 7, 2024. TIDEWIRE ", "TIDEWIRE"),
    ],
)
def test_agency_is_read_beside_the_day_with_its_year(opening, publisher):
    claim = document(f"{TITLE}\n\n{opening}{BODY}")
    assert (claim.slots["publisher"], claim.slots["published"]) == (publisher, "2024-05-07")


def test_a_state_in_brackets_is_no_agency():
    claim = document(f"{TITLE}\n\nLIMA (Peru) - {BODY}")
    assert "publisher" not in claim.slots


def test_letters_are_spelt_out_by_the_line_over_the_title():
    claim = document(f"Harbour Press Wire\n{TITLE}\n\nSANTIAGO, May 7 (HPW) -- {BODY}")
    assert claim.slots["publisher"] == "Harbour Press Wire"
    assert claim.slots["title"] == TITLE


def test_a_press_office_over_the_title_publishes_the_page():
    claim = document(f"Joint Harbour Command - Public Affairs Office\n\nPRESS RELEASE 2024-17\n\n{TITLE}\n\n{BODY}")
    assert claim.slots["publisher"] == "Joint Harbour Command"
    assert claim.slots["title"] == TITLE


def test_the_source_line_names_the_publisher_and_the_day():
    claim = document(f"{TITLE}\n\nSource: Tidewire 2024-05-07 22:56:55\n\n{BODY}")
    assert claim.slots["publisher"] == "Tidewire"
    assert claim.slots["published"] == "2024-05-07"


def test_who_signed_is_cited():
    claim = document(f"{TITLE}\n\n07.05.2024\n\n{BODY}\nPress Secretary Ida Moe\n")
    assert claim.slots["signed_by"] == "Ida Moe"
    assert any(e.rule == "documents.signature" and "Ida Moe" in e.quote for e in claim.evidence)


def test_an_agency_in_capitals_behind_the_place_needs_no_dash():
    assert document(f"{TITLE}\n\nSANTIAGO. TIDEWIRE {BODY}").slots["publisher"] == "TIDEWIRE"
    assert "publisher" not in document(f"{TITLE}\n\nSANTIAGO. {BODY}").slots


def test_the_line_over_press_release_says_who_issues_it():
    assert (
        document(f"Council of Ports\nPress release\n7 May 2024\n\n{TITLE}\n\n{BODY}").slots["publisher"]
        == "Council of Ports"
    )


def test_a_dateline_far_from_the_day_of_the_page_does_not_date_it():
    claim = document(
        f"{TITLE}\n\nSANTIAGO, December 14 (Tidewire) - The Council of Ports was founded on 25 June 1992. It met in "
        "Lima.\n"
    )
    assert claim.slots.get("published", "") != "1992-12-14"
