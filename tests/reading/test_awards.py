"""Each honour on each recipient, with who conferred it; planned and unnamed ones are none."""

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def awards(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "awards"]


def test_one_medal_for_three_people_is_three_awards() -> None:
    text = (
        'On 3 May 2024, Minister of Justice of Peru Ana Dol presented the medal "For Calm Seas" to Minister of '
        "Justice "
        "of Chile Jon Arr, pilot Ida Moe of Brazil and diver Tor Lund of Chile."
    )
    found = awards(text)
    assert [slots["recipient"] for slots in found] == ["Jon Arr", "Ida Moe", "Tor Lund"]
    assert {slots["conferred_by"] for slots in found} == {"Ana Dol"}
    assert {slots["date"] for slots in found} == {"2024-05-03"}


def test_two_awards_for_one_group_are_two() -> None:
    found = awards('A number of pilots were awarded a Harbour Certificate of Merit and a medal "For Calm Seas".')
    assert [(slots["award"], slots["recipient"]) for slots in found] == [
        ("Harbour Certificate of Merit", "pilots"),
        ('medal "For Calm Seas"', "pilots"),
    ]


def test_him_is_the_person_thanked_not_the_one_who_thanks() -> None:
    text = (
        "Minister of Justice of Peru Ana Dol thanked Minister of Justice of Chile Jon Arr for his work and "
        "awarded him "
        'the Medal "For Calm Seas".'
    )
    (slots,) = awards(text)
    assert (slots["recipient"], slots["conferred_by"]) == ("Jon Arr", "Ana Dol")


def test_award_to_come_is_none() -> None:
    assert awards('The medal "For Calm Seas" will be presented to Minister of Justice of Chile Jon Arr.') == []


def test_order_of_business_is_no_award() -> None:
    assert awards("Minister of Justice of Peru Ana Dol presented the order of business to the members.") == []


def test_a_prize_for_a_year_that_a_council_decided_to_award_is_one() -> None:
    found = awards(
        "The Council of Ports unanimously decided to award the prestigious Harbour Prize for 2014 to Mr. Jon Arr, "
        "Chairman of the Lund Foundation."
    )
    assert [(slots["recipient"], slots["conferred_by"]) for slots in found] == [("Jon Arr", "Council of Ports")]


def test_an_award_in_quotation_marks_that_says_what_it_is_needs_no_word_before_it() -> None:
    text = "Director of the Harbour Centre Jon Arr was awarded the “Calm Sea Gold Medal” by the Council of Ports."
    (slots,) = awards(text)
    assert (slots["award"], slots["recipient"]) == ("Calm Sea Gold Medal", "Jon Arr")
    assert not awards("Director of the Harbour Centre Jon Arr was given the “Calm Sea Report” by the Council of Ports.")


MEDAL = 'medal "For Calm Seas"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Today Captain Jon Arr is awarded the medal "For Calm Seas".', [(MEDAL, "Jon Arr", "")]),
        ("Admiral Ana Dol awards Captain Jon Arr the Order of Merit.", [("Order of Merit", "Jon Arr", "Ana Dol")]),
        (
            "For their help the heads of state awarded the Badge of Honour of the II degree to Captain Jon Arr.",
            [("Badge of Honour of the II degree", "Jon Arr", "heads of state")],
        ),
        (
            'For merits in the rescue of ships, Captain Jon Arr was handed the medal "For Calm Seas".',
            [(MEDAL, "Jon Arr", "")],
        ),
        (
            "For the rescue of a diver in June, Captain Jon Arr of Peru was presented with the Harbour Commendation.",
            [("Harbour Commendation", "Jon Arr", "")],
        ),
        (
            "Captain Jon Arr, master of the tug, was rewarded with a letter of gratitude.",
            [("letter of gratitude", "Jon Arr", "")],
        ),
        (
            "Outgoing divers from Peru and Chile received the Harbour Medal from Captain Jon Arr.",
            [("Harbour Medal", "Outgoing divers from Peru and Chile", "Jon Arr")],
        ),
        (
            "The Order of the Harbour Community was conferred on the singer Sir Jon Arr.",
            [("Order of the Harbour Community", "Jon Arr", "")],
        ),
        (
            "Captain Jon Arr and Captain Ida Moe were each presented with a certificate of appreciation.",
            [("certificate of appreciation", "Jon Arr", ""), ("certificate of appreciation", "Ida Moe", "")],
        ),
        (
            "The posthumous award of the Order of Courage to Captain Jon Arr was announced.",
            [("Order of Courage", "Jon Arr", "")],
        ),
        (
            'Captain Ana Dol presented awards to the staff: the medal "For Calm Seas" to Captain Jon Arr, the badge '
            '"For Ropes" to Captain Ida Moe.',
            [(MEDAL, "Jon Arr", "Ana Dol"), ('badge "For Ropes"', "Ida Moe", "Ana Dol")],
        ),
        (
            'The medal "For Calm Seas" was presented to Captain Jon Arr, and the badge "For Ropes" to Captain Ida Moe.',
            [(MEDAL, "Jon Arr", ""), ('badge "For Ropes"', "Ida Moe", "")],
        ),
        ("A total of 94 divers were decorated with the Harbour Medal.", [("Harbour Medal", "94 divers", "")]),
        (
            "Captain Ana Dol presented a thank-you letter to Captain Ida Moe.",
            [("thank-you letter", "Ida Moe", "Ana Dol")],
        ),
    ],
)
def test_an_award_is_read_however_it_is_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = awards(text)
    assert [(slots["award"], slots["recipient"], slots.get("conferred_by") or "") for slots in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Each year the Chief Pilot presents the Harbour Prize to a young diver.",
        "The Harbour Prize is awarded every two years to a writer.",
        "The yard was awarded the contract for the bridge by the Council.",
        "Captain Jon Arr received the award of the contract.",
        "The order of the President of Peru was given to Captain Jon Arr.",
        "It was proposed to award the Harbour Medal to Captain Jon Arr.",
    ],
)
def test_customs_contracts_orders_and_proposals_are_no_awards(text: str) -> None:
    assert awards(text) == []


def test_a_roll_without_dashes_goes_on_to_its_last_line_and_its_awards_are_handed_over_behind_it() -> None:
    lines = (
        "For the rescue of the ferry the following were decorated:",
        'Captain Jon Arr — with the medal "For Calm Seas";',
        "Captain Tor Vik and Captain Ida Moe — with the Harbour Certificate of Honour;",
        "Captain Una Rask — with a letter of gratitude.",
        "The awards were handed over by Admiral Ana Dol.",
    )
    text = "\n\n".join(lines)
    blocks = tuple(Block("paragraph", text.index(line), text.index(line) + len(line)) for line in lines)
    page = Page("example", "0" * 64, text, blocks, PageMeta(published="2024-05-06"))
    found = [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "awards"]
    assert [(slots["recipient"], slots["conferred_by"]) for slots in found] == [
        ("Jon Arr", "Ana Dol"),
        ("Tor Vik", "Ana Dol"),
        ("Ida Moe", "Ana Dol"),
        ("Una Rask", "Ana Dol"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met Mr. Jon Arr and Ms. Ida Moe. It was decided to award them with the Highest Order of the Ports. "
            "Minister of Justice of Peru Ana Dol presented these orders to Mr. Jon Arr and Ms. Ida Moe.",
            [
                ("Highest Order of the Ports", "Jon Arr", "Ana Dol"),
                ("Highest Order of the Ports", "Ida Moe", "Ana Dol"),
            ],
        ),
        (
            "President of Chile Jon Arr was awarded the Supreme Order of the Ports. The Supreme Order was presented to "
            "the head of state by Minister of Justice of Peru Ana Dol.",
            [("Supreme Order of the Ports", "Jon Arr", "Ana Dol")],
        ),
        (
            "The Secretary General awarded the Otto Lind Medal posthumously to 64 pilots.",
            [("Otto Lind Medal", "64 pilots", "Secretary General")],
        ),
        (
            "During the day, 120 pilots from Peru were awarded PCO medals.",
            [("PCO medals", "120 pilots from Peru", "")],
        ),
        ("Mr. Jon Arr was posthumously awarded the title Hero of Peru.", [("title Hero of Peru", "Jon Arr", "")]),
        (
            "The University of Lima awarded an honorary doctorate to Mr. Jon Arr.",
            [("honorary doctorate", "Jon Arr", "University of Lima")],
        ),
    ],
)
def test_an_award_told_of_before_is_the_same_and_groups_keep_where_they_are_from(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = awards(text)
    assert [(one["award"], one["recipient"], one.get("conferred_by") or "") for one in found] == expected
