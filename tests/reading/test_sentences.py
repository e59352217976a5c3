"""Sentence spans: where a stop ends a sentence and where it does not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, 0, len(text))]


WHOLE = [
    "H.E. Mr. Taro Belisk, Amb. Orel and Gen. P. Quist attended.",
    "Maj. Ostrow and Lt. Col. Venn briefed the press.",
    "President K.-J. Torvald and S. Zima met Dr. L. A. Brandt in the hall.",
    "Articles 2 and 4, para. 3, of Res. 1244 and No. 17 of the list apply.",
    "The experts, e.g. lawyers, i.e. those of Art. IV, vs. economists, agreed.",
    "It opened at 18.00 on 20.01.2022 in the town hall.",
    "The visit of 5 Dec. 2022 and the one of Nov. 30 were short.",
    "The U.S. Ambassador and the U.N. Resident Coordinator spoke of U.S.-Veldian trade.",
    "Trade grew by 3.5 per cent, to 12.7 billion, as of 12. 11. 2020 at the latest.",
    "“Will you come?” he asked the minister.",
    "The council heard of work on borders, on water... and on roads.",
    "The agenda held: the budget; the staff; the seat; other matters.",
    "See www.example.org/index.php?Id=4 or photo_18.JPG for more.",
    '"We agreed on all points." Ms. Orel said.',
    "1. On the budget of the Union",
    "a) on the budget",
    "The meeting begins at 10 a.m. Tolmar time.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_keeps_one_sentence_whole(text: str) -> None:
    assert cut(text) == [text]


PARTED = [
    ("He agreed. The parties left.", 2),
    ("“We agreed,” he said. “It was late.” Next came the press.", 3),
    ("Close ties in the region.The parties praised them.", 2),
    ("“It is done.”The delegations left.", 2),
    ('He said: "It is done."The delegations left.', 2),
    ("Is that so? Yes! It is.", 3),
    ("They spoke of the U.S. The talks went on.", 2),
    ("The chair was S. Zima. M. Orlan spoke next.", 2),
    ("He said no. The parties left.", 2),
    ("They took roads, rail, etc. The rest was left.", 2),
    ("September 18, 2003. The Charter entered into force.", 2),
    ("It lasted until 2021. 19 decisions were adopted.", 2),
    ("1. On the budget. 2. On the staff.", 2),
    ("(They left early.) The chair stayed.", 2),
    ("It took long... The chair closed the meeting.", 2),
    ("We met in Dec. The next one is due.", 2),
    ("It ended at 6 p.m. The press waited.", 2),
    ('He asked: "Why not?". The room was silent.', 2),
    ("“We agreed.” The minister added that roads matter.", 2),
    ("They flew to Washington, D.C. The talks began.", 2),
    ("It opened at 18.00. The chair spoke.", 2),
    ("They met in St. Petersburg. Gen. Quist came.", 2),
]


@pytest.mark.parametrize(("text", "count"), PARTED)
def test_parts_sentences(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_every_sentence_of_a_quotation_is_a_span() -> None:
    assert cut("He added: “We began. We went on. We ended”. Then he left.") == [
        "He added: “We began.",
        "We went on.",
        "We ended”.",
        "Then he left.",
    ]


def test_items_on_their_own_lines_are_spans() -> None:
    text = "Adopted were:\n- a plan on water;\n- a plan on roads; and\n- the budget.\n1) the seat\n2. The staff"
    assert cut(text) == text.split("\n")


def test_a_heading_without_stop_is_a_span() -> None:
    text = "Ministers Meet in Tolmar\nThe ministers of the Union met in Tolmar on Monday and spoke at length of water."
    assert cut(text) == text.split("\n")


def test_salutations_are_spans() -> None:
    text = "Dear Mr. Chairman,\nDear colleagues,\nI am pleased to see so many of you here today, as in earlier years."
    assert cut(text) == text.split("\n")


def test_a_line_break_that_wraps_is_no_end() -> None:
    text = (
        "The ministers of the Union met on Monday in the old town of\n"
        "Tolmar, where they spoke at length of water and roads with\n"
        "Mr. Zima. They will meet again in the spring, perhaps in\nthe north."
    )
    assert cut(text) == [text[: text.index(" They")], text[text.index("They") :]]


def test_a_blank_line_is_an_end() -> None:
    assert cut("The first part\n \n\nthe second part") == ["The first part", "the second part"]


def test_spans_point_into_the_whole_text() -> None:
    text = "MENU\n\n  It began. It ended.  \n\nBACK"
    start, end = text.index("  It"), text.index("\n\nBACK")
    assert [text[a:b] for a, b in sentences.split(text, start, end)] == ["It began.", "It ended."]


def test_the_tables_do_not_contradict_each_other() -> None:
    assert not sentences.TITLES & sentences.CLOSING
    assert not sentences.LEADING & (sentences.TITLES | sentences.CLOSING | sentences.NUMBERED)
    assert not sentences.MONTHS & (sentences.TITLES | sentences.CLOSING | sentences.NUMBERED | sentences.LEADING)


@given(st.text(alphabet="aZ .?!…\"”“'’)(\n-;:1", max_size=80), st.integers(0, 20), st.integers(0, 20))
def test_nothing_but_blanks_is_lost_and_nothing_doubled(text: str, cut_left: int, cut_right: int) -> None:
    start, end = min(cut_left, len(text)), max(min(cut_left, len(text)), len(text) - cut_right)
    spans = sentences.split(text, start, end)
    assert all(start <= a < b <= end and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert sum(len("".join(text[a:b].split())) for a, b in spans) == len("".join(text[start:end].split()))


HOSTILE = [
    "." * 100_000 + "a",
    "a." * 50_000,
    "Mr. " * 30_000,
    '."X' * 30_000,
    "a.\n" * 30_000,
    "a" + " " * 100_000 + "." + " " * 100_000 + "b",
    "\n " * 50_000,
    "1. " * 30_000,
    "word " * 40_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    spans = sentences.split(text, 0, len(text))
    assert sum(end - start for start, end in spans) <= len(text)
