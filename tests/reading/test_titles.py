"""Titles of instruments begin and end where a reader would put them."""

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.kinds import kind_of
from muniment.reading.mention import Instrument
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def found(text: str) -> list[Instrument]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [
        s.value(at) for s in GRAMMAR.scene(page).sentences for at in s.places() if isinstance(s.value(at), Instrument)
    ]


def titles(text: str) -> list[str]:
    return [instrument.title for instrument in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Agreement on Port Dues was signed on 5 May.", ["Agreement on Port Dues"]),
        ("They signed the Agreement on Port Dues on 5 May 2024.", ["Agreement on Port Dues"]),
        ("They signed the Plan of Dredging for 2025-2027 in Oslo.", ["Plan of Dredging for 2025-2027"]),
        ("They adopted the Strategy of Dredging until 2035.", ["Strategy of Dredging until 2035"]),
        (
            "The Plan of Dredging for the second half of 2024 - the first half of 2025 was adopted.",
            ["Plan of Dredging for the second half of 2024 - the first half of 2025"],
        ),
        ("They adopted the Protocol amending the Treaty on Tides.", ["Protocol amending the Treaty on Tides"]),
        (
            "They adopted a resolution to extend the patrol of the northern channel.",
            ["resolution to extend the patrol of the northern channel"],
        ),
        (
            "They adopted a decision on the threat posed by drifting ice.",
            ["decision on the threat posed by drifting ice"],
        ),
        ("They applied Regulation (XY) No 833/2014 in full.", ["Regulation (XY) No 833/2014"]),
        ("They adopted Directive (XY) 2019/944 on mooring.", ["Directive (XY) 2019/944 on mooring"]),
        ("They approved the plan required to open the harbour.", ["plan required to open the harbour"]),
        ("They worked on the draft law on mooring.", ["law on mooring"]),
        ("They hoped for a speedy resolution of the crisis in the harbour.", []),
        ("They spoke about the peaceful resolution of disputes.", []),
        ("He signed the Convention on Ports on behalf of Norway.", ["Convention on Ports"]),
        (
            "The Council approved the Plan of Dredging and returned the draft Rules of Mooring.",
            ["Plan of Dredging", "Rules of Mooring"],
        ),
        (
            "They approved the Rules of Mooring and the staff list of the Harbour.",
            ["Rules of Mooring", "staff list of the Harbour"],
        ),
        ("They adopted the decision “On the “Green Pier” badge”.", ["On the “Green Pier” badge"]),
        ("They adopted resolution No. 12 on safe berths.", ["resolution No. 12 on safe berths"]),
        ("They adopted Resolution 77 (2024) on safe berths.", ["Resolution 77 (2024) on safe berths"]),
        ("They deposited Protocol No. 3 to the Convention on Berths.", ["Protocol No. 3 to the Convention on Berths"]),
        ("Norway recalled the Lisbon Declaration.", ["Lisbon Declaration"]),
        ("They sent the draft Rules of Mooring to the Council of Ports.", ["Rules of Mooring"]),
        ("The motion on quotas passed, as did the draft on dues.", []),
    ],
)
def test_title_ends_where_the_clause_goes_on(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Council plans to meet in May.",
        "He will act as chairman.",
        "The sides reached agreement and left.",
        "No decision was taken.",
        "Norway deposited its instrument of ratification.",
    ],
)
def test_words_that_name_no_text_are_no_titles(text: str) -> None:
    assert titles(text) == []


def test_two_quoted_titles_after_one_head_stay_two() -> None:
    kinds = [
        (i.title, i.kind, i.quoted)
        for i in found("They adopted the decisions “On Cranes” and the protocol “On Ropes”.")
    ]
    assert kinds == [("On Cranes", "decision", True), ("On Ropes", "protocol", True)]


def test_draft_is_told_apart_from_the_text() -> None:
    assert [
        (i.title, i.draft) for i in found("The draft Rules of Mooring and the Plan of Dredging lay on the table.")
    ] == [
        ("Rules of Mooring", True),
        ("Plan of Dredging", False),
    ]


def test_number_of_a_group_is_kept() -> None:
    assert [(i.kind, i.count) for i in found("They adopted 19 decisions and two protocols.")] == [
        ("decision", 19),
        ("protocol", 2),
    ]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("joint communiqué", "communique"),
        ("draft model law", "model_law"),
        ("Memorandum of Understanding", "memorandum"),
        ("roadmap", "plan"),
        ("Statute of the Fund", "charter"),
        ("minutes", "other"),
    ],
)
def test_kind_is_told_by_the_head_word(phrase: str, kind: str) -> None:
    assert kind_of(phrase) == kind
