"""Each honour on each recipient, with who conferred it; planned and unnamed ones are none."""

from typing import Any

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def awards(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "awards"]


def test_one_medal_for_three_people_is_three_awards() -> None:
    text = (
        'On 3 May 2024, Minister of Justice of Peru Ana Dol presented the medal "For Calm Seas" to Minister of Justice '
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
        "Minister of Justice of Peru Ana Dol thanked Minister of Justice of Chile Jon Arr for his work and awarded him "
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
