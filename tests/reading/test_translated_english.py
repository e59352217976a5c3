"""English as press offices of several states translate it: ranks, offices, plans and asides in unusual order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from muniment.reading.scene import Scene

Read = Callable[[str], Scene]


def of(scene: Scene, register: str) -> list[dict[str, Any]]:
    return [draft.slots for draft in scene.drafts if draft.register == register]


@pytest.mark.parametrize(
    ("text", "person", "rank"),
    [
        ("Deputy Chief of the Harbour Centre Lieutenant-General Aviation Jon Arr spoke.", "Jon Arr",
         "Lieutenant-General Aviation"),
        ("Lieutenant General of Police Jon Arr, Deputy Minister of Justice of Peru, spoke.", "Jon Arr",
         "Lieutenant General of Police"),
        ("Police Colonel General Jon Arr, the Deputy Minister of Justice of Peru, spoke.", "Jon Arr",
         "Police Colonel General"),
        ("Head of the Harbour Centre, Candidate of Technical Sciences, Associate Professor, Colonel Jon Arr spoke.",
         "Jon Arr", "Colonel"),
        ("Rector of the Harbour Academy, Doctor of Law, Lieutenant General Jon Arr, spoke.", "Jon Arr",
         "Lieutenant General"),
    ],
)  # fmt: skip
def test_a_rank_may_name_the_arm_of_service_and_a_degree_may_stand_before_it(
    read: Read, text: str, person: str, rank: str
) -> None:
    (tenure,) = of(read(text), "tenures")
    assert (tenure["person"], tenure["rank"]) == (person, rank)


def test_a_chief_of_police_has_police_in_the_office_and_not_in_the_rank(read: Read) -> None:
    (tenure,) = of(read("The Chief of Police General Jon Arr spoke."), "tenures")
    assert (tenure["office"], tenure["rank"]) == ("Chief of Police", "General")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Harbour Fund Secretary General Ida Moe, Chairman of the Executive Committee - Executive Secretary of the "
            "Harbour Union Jon Arr and President of Peru Ivo Ram spoke.",
            [
                ("Ida Moe", "Secretary General"),
                ("Jon Arr", "Chairman"),
                ("Jon Arr", "Executive Secretary"),
                ("Ivo Ram", "President"),
            ],
        ),
        (
            "Deputy Prime Minister - Minister of Foreign Affairs of Peru Jon Arr spoke.",
            [("Jon Arr", "Deputy Prime Minister - Minister of Foreign Affairs")],
        ),
        ("Secretary of Peru’s Security Council Jon Arr spoke.", [("Jon Arr", "Secretary of the Security Council")]),
        (
            "It was calm, said the commander of the Harbour Force and of the contingent in Peru, General Jon Arr.",
            [("Jon Arr", "Commander")],
        ),
    ],
)
def test_offices_go_to_whom_they_belong(read: Read, text: str, held: list[tuple[str, str]]) -> None:
    assert [(t["person"], t["office"]) for t in of(read(text), "tenures")] == held


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "From April 26 to 28 the Harbour Centre held the first staff talks on the organization of joint drills "
            "with the Council of Ports, planned to be held in 2025.",
            "2024-04-26",
            "2024-04-28",
        ),
        (
            "In the period from March 4 to March 5, the second expert talks on preparing the joint drills "
            "planned to be held in 2025 were held in Oslo.",
            "2024-03-04",
            "2024-03-05",
        ),
        ("The Council of Ports held consultations on the drills scheduled for autumn 2024 in Oslo on 3 May.",
         "2024-05-03", ""),
        ("The session of the Council of Ports, scheduled for 5 June, will be held in Oslo.", "2024-06-05", ""),
    ],
)  # fmt: skip
def test_the_day_of_what_a_meeting_prepares_is_not_its_own(read: Read, text: str, start: str, end: str) -> None:
    (meeting,) = of(read(text), "meetings")
    assert (meeting["start"], meeting.get("end") or "") == (start, end)


def test_the_event_told_of_before_gets_its_place(read: Read) -> None:
    (meeting,) = of(
        read("On 3 May 2024 envoys took part in the IV Conference of Pilots. The event was held in the city of Oslo."),
        "meetings",
    )
    assert (meeting["ordinal"], meeting["start"], meeting["place"]) == (4, "2024-05-03", "Oslo")


def test_a_meeting_whose_month_is_told_has_the_day_of_its_title(read: Read) -> None:
    page = read(
        "# Session of the Council of Ports May 3, 2024, Oslo\n\nThe May 2024 session of the Council of Ports ended."
    )
    (meeting,) = of(page, "meetings")
    assert meeting["start"] == "2024-05-03"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Olga Tarn during a meeting with Foreign Minister Ivo Marr discussed trade.",
         ["Olga Tarn", "Ivo Marr"]),
        (
            "President Olga Tarn, Foreign Minister Ivo Marr and Secretary General Ana Dol exchanged views on trade.",
            ["Olga Tarn", "Ivo Marr", "Ana Dol"],
        ),
    ],
)  # fmt: skip
def test_all_who_talked_took_part(read: Read, text: str, names: list[str]) -> None:
    (meeting,) = of(read(text), "meetings")
    assert [p["name"] for p in meeting["participants"]] == names


def test_a_spokesman_who_tells_of_a_meeting_was_not_there(read: Read) -> None:
    page = read(
        "On 3 May the Harbour Centre hosted a videoconference of the Council of Ports, spokesman for the Council of "
        "Ports Jon Arr told the press. He said that the tugs are ready."
    )
    (meeting,) = of(page, "meetings")
    assert (meeting["mode"], meeting.get("participants") or []) == ("videoconference", [])


def test_a_chairing_country_is_no_chair(read: Read) -> None:
    page = read(
        "The speaker of the parliament of the League of Ports’ current chairing country, President of the Senate of "
        "Peru Jon Arr, chaired the meeting of the Council of Ports in Oslo on 3 May."
    )
    assert of(page, "meetings")[0]["chair"] == "Jon Arr"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The peacekeeping forces of the Harbour Union will be withdrawn from Peru until January 19.", "ongoing"),
        ("The withdrawal of the Harbour Union peacekeepers from Peru will take place later.", "ongoing"),
        ("The Harbour Union peacekeeping forces will begin to leave Peru today.", "ongoing"),
        ("The peacekeeping forces of the Harbour Union will be sent to Peru in January.", "planned"),
    ],
)
def test_peacekeepers_who_are_to_leave_are_there_as_yet(read: Read, text: str, status: str) -> None:
    assert [o["status"] for o in of(read(text), "operations")] == [status]


def test_what_was_agreed_years_ago_is_history(read: Read) -> None:
    assert of(read("In 2002 the six states agreed to create a joint staff."), "commitments") == []
    assert of(read("In 2024 the six states agreed to create a joint staff."), "commitments") != []


def test_measures_to_relieve_tension_assess_nothing(read: Read) -> None:
    page = read("Minister Jon Arr noted that measures were taken to relieve tensions on the border of Peru and Chile.")
    assert of(page, "situations") == []


def test_an_apostrophe_does_not_close_a_quotation(read: Read) -> None:
    page = read(
        "President Olga Tarn said that the tugs “will leave the harbour of Oslo in two days’ time,” and went on."
    )
    assert any(s["text"].rstrip(",").endswith("two days’ time") for s in of(page, "statements"))


def test_a_source_that_reports_softly_still_tells_who_spoke(read: Read) -> None:
    page = read("President Olga Tarn reportedly informed the members about the state of the tugs.")
    (statement,) = of(page, "statements")
    assert statement["text"].startswith("informed the members")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Olga Tarn and President of Peru Ivo Marr took part in the meeting of the Council of Ports in Oslo.",
         ["Olga Tarn", "Ivo Marr"]),
        ("Peruvian Foreign Ministry Spokesperson, Wang Wenbin during his briefing confirmed it.", ["Wang Wenbin"]),
        ("Peru's Chief of the Harbour Staff and First Deputy Minister, Sultan Arrik, spoke.", ["Sultan Arrik"]),
        ("Peruvian Foreign Minister Arrik spoke. Arrik said Peru is ready.", ["Arrik"]),
        ("Secretary-General Ida Moe Visited Peru Officially", ["Ida Moe"]),
    ],
)  # fmt: skip
def test_names_are_found_and_end_where_they_end(read: Read, text: str, people: list[str]) -> None:
    page = read(text)
    told = [v.name for s in page.sentences for at in s.places(kinds="A") if (v := s.value(at)).name]
    assert list(dict.fromkeys(told)) == people


def test_an_official_of_a_state_is_the_one_named_of_it(read: Read) -> None:
    page = read(
        "Secretary-General Ida Moe met with Foreign Minister of Peru Jon Arr. The Peruvian official congratulated Ida "
        "Moe on her appointment."
    )
    assert [s["speaker"] for s in of(page, "statements")] == ["Jon Arr"]


def test_who_leads_a_delegation_does_not_chair_the_meeting(read: Read) -> None:
    page = read(
        "The meeting of the Council of Ports in Oslo on 3 May was attended by delegations from the island states led "
        "by Minister Jon Arr."
    )
    (meeting,) = of(page, "meetings")
    assert not meeting.get("chair")


def test_a_meeting_with_the_participation_of_somebody_is_the_bodys(read: Read) -> None:
    page = read(
        "The Council of Ports meeting with the participation of Minister Jon Arr will take place in Oslo on 12 May."
    )
    (meeting,) = of(page, "meetings")
    assert (meeting["bodies"], [p["name"] for p in meeting["participants"]]) == (["Council of Ports"], ["Jon Arr"])
