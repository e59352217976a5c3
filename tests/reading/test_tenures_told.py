"""One office held by one person, however it is told; and what is only possible, planned by others or denied is none."""

from collections.abc import Callable

import pytest

from muniment.reading.scene import Scene

FUND = "Harbour Fund"

TOLD = [
    ("Mr. Jon Arr holds the position of Director of the Harbour Fund.", [("Jon Arr", "Director", FUND)]),
    ("The post of Director of the Harbour Fund is held by Mr. Jon Arr.", [("Jon Arr", "Director", FUND)]),
    ("Mr. Jon Arr, then Director of the Harbour Fund, signed it.", [("Jon Arr", "Director", FUND)]),
    ("Mr. Jon Arr assumes his new role as Director of the Harbour Fund.", [("Jon Arr", "Director", FUND)]),
    ("Following her election as Director of the Harbour Fund, Ms. Ida Moe spoke.", [("Ida Moe", "Director", FUND)]),
    ("Mr. Jon Arr, who has headed the Harbour Fund since 2021, spoke.", [("Jon Arr", "Head", FUND)]),
    ("Mr. Jon Arr was chosen to chair the Committee on Tides.", [("Jon Arr", "Chair", "Committee on Tides")]),
    ("The Committee on Tides elected a new Chair, Mr. Jon Arr.", [("Jon Arr", "Chair", "Committee on Tides")]),
    ("Mr. Jon Arr was confirmed in the post of Director of the Harbour Fund.", [("Jon Arr", "Director", FUND)]),
    (
        "The ministers signed a decision on the appointment of Mr. Jon Arr as Director of the Harbour Fund.",
        [("Jon Arr", "Director", FUND)],
    ),
    (
        "Ambassador Ida Moe handed him her Letters of Credence as the new Permanent Representative of Peru to the "
        "League of Ports.",
        [("Ida Moe", "Permanent Representative", "Peru")],
    ),
    (
        "The Ministers of Justice of Peru and Chile, Jon Arr and Ida Moe, spoke.",
        [("Jon Arr", "Minister of Justice", "Peru"), ("Ida Moe", "Minister of Justice", "Chile")],
    ),
    (
        "He greeted the national coordinators from Peru and Chile: Jon Arr and Ida Moe.",
        [("Jon Arr", "National Coordinator", "Peru"), ("Ida Moe", "National Coordinator", "Chile")],
    ),
    (
        "Foreign Minister of Peru Jon Arr spoke with his Chilean counterpart Ida Moe.",
        [("Jon Arr", "Foreign Minister", "Peru"), ("Ida Moe", "Foreign Minister", "Chile")],
    ),
    (
        "The Assembly of Ports elected two Vice-Presidents: Jon Arr of Chile and Ida Moe of Peru.",
        [("Jon Arr", "Vice-President", "Assembly of Ports"), ("Ida Moe", "Vice-President", "Assembly of Ports")],
    ),
    (
        "In the General Committee on Tides and Safety, Ana-Mary Dol (Germany) was elected Chair, Jon Arr (Chile) "
        "Vice-Chair and Ida Moe (Spain) Rapporteur.",
        [
            ("Ana-Mary Dol", "Chair", "General Committee on Tides and Safety"),
            ("Jon Arr", "Vice-Chair", "General Committee on Tides and Safety"),
            ("Ida Moe", "Rapporteur", "General Committee on Tides and Safety"),
        ],
    ),
    (
        "Mr. Jon Arr, 67, was Prime Minister of Peru from 1995 to 2002, and the Director of the Harbour Fund from June "
        "2005 to December 2015.",
        [("Jon Arr", "Prime Minister", "Peru"), ("Jon Arr", "Director", FUND)],
    ),
    ("They met ex Peruvian Foreign Minister Jon Arr.", [("Jon Arr", "former Foreign Minister", "Peru")]),
    ("Jon Arr was elected Director of the Harbour Fund, Lakeview.pe reports.", [("Jon Arr", "Director", FUND)]),
    (
        "Director of the Fund of the Republic of Peru Igor DOLVENKO spoke.",
        [("Igor Dolvenko", "Director of the Fund", "Peru")],
    ),
]

DATED = [
    ("Mr. Jon Arr's three-year term as Director of the Harbour Fund begins on 1 June 2024.", "start", "2024-06-01"),
    ("Mr. Jon Arr completed his term as Director of the Harbour Fund on 1 June 2024.", "end", "2024-06-01"),
    ("On 3 May 2024, the Council relieved Director of the Harbour Fund Jon Arr of his duties.", "end", "2024-05-03"),
    ("The Council approved the candidacy of Mr. Jon Arr for the post of Director for 2025-2027.", "end", "2027"),
]


def tenures(scene: Scene) -> list[dict[str, object]]:
    return [draft.slots for draft in scene.drafts if draft.register == "tenures"]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_holds_an_office_is_read_however_it_is_told(
    read: Callable[[str], Scene], text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = tenures(read(text))
    assert [(slots["person"], slots["office"], slots["organization"]) for slots in found] == expected


@pytest.mark.parametrize(("text", "slot", "day"), DATED)
def test_the_day_an_office_begins_or_ends_is_told_with_it(
    read: Callable[[str], Scene], text: str, slot: str, day: str
) -> None:
    (slots,) = tenures(read(text))
    assert slots[slot] == day


def test_who_is_chosen_for_later_is_designated(read: Callable[[str], Scene]) -> None:
    (slots,) = tenures(read("On 3 May 2024, Mr. Jon Arr was elected as the incoming Chairperson of the Harbour Fund."))
    assert (slots["basis"], slots.get("start") or "") == ("designated", "")


@pytest.mark.parametrize(
    "text",
    [
        "The members discussed a draft decision on the appointment of Mr. Jon Arr as Director of the Harbour Fund.",
        "Mr. Jon Arr does not hold the position of Director of the Harbour Fund.",
        "The ministers of Peru and Chile discussed Lake Arr and Mount Moe.",
        "The members failed to choose a Director of the Harbour Fund.",
    ],
)
def test_what_is_only_drafted_or_denied_gives_nobody_an_office(read: Callable[[str], Scene], text: str) -> None:
    assert tenures(read(text)) == []
