"""One clause in many drafters' wordings: each line of `force_variants.txt` says what is asked, and how long after.

A line is a text, ` | `, the conditions by kind with their number, share or count of named states (`date` for a day
named, `+alt` for another way in), a blank, and the time after them: `30d`, `3m`, `F` on to the first of a month,
`Y1-1` to the next 1 January; `unread` alone for a clause that is not understood.
"""

from pathlib import Path

import pytest

from muniment.reading.en.force import final_clauses
from muniment.reading.en.force.phrasing import plainly

FILE = Path(__file__).parent / "force_variants.txt"
VARIANTS = [
    line.rpartition(" | ")[::2] for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")
]
COUNTED = ("count", "class", "share", "weight", "named")


def told(lag):
    months, days = f"{lag.months}m" if lag.months else "", f"{lag.days}d" if lag.days else ""
    time = months + days
    if lag.first_of_month:
        time = (time or "0m") + "F"
    if lag.next_day:
        time += f"Y{lag.next_day[0]}-{lag.next_day[1]}"
    return time or "0"


def asked(condition):
    if condition.kind not in COUNTED:
        return condition.kind
    share = "/".join(map(str, condition.share)) if condition.share else ""
    return f"{condition.kind}{condition.number or share or len(condition.states) or ''}"


def in_short(text):
    clause = final_clauses(text)[0]
    if clause.unread:
        return "unread"
    conditions = ["date"] * (clause.date is not None) + [asked(one) for one in clause.conditions]
    return f"{','.join(conditions)}{'+alt' if clause.alternatives else ''} {told(clause.lag)}"


@pytest.mark.parametrize(("text", "short"), VARIANTS)
def test_a_clause_asks_the_same_however_it_is_worded(text, short):
    assert in_short(text) == short


def test_enough_wordings_are_held():
    assert len(VARIANTS) >= 230


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("after no fewer than nine States have ratified it", "after at least nine States have ratified it"),
        ("ten States with a minimum of fifty lighthouses", "ten States with a minimum of fifty lighthouses"),
        ("at the end of a ninety-day period", "at the end of a period of ninety days"),
        ("in so far as reefs are concerned", "in so far as reefs are concerned"),
    ],
)
def test_only_what_asks_the_same_is_put_in_one_wording(words, plain):
    assert plainly(words) == plain


@pytest.mark.parametrize(
    "words",
    [
        "This Agreement shall enter into force for each State acceding after the fifth deposit on the deposit of its"
        " own instrument.",
        "This Agreement shall enter into force for every Party that has approved it thirty days after its approval.",
        "This Agreement shall enter into force for any Member that accedes later, on the tenth day after it accedes.",
    ],
)
def test_a_day_of_one_state_is_no_day_of_all(words):
    assert [clause.for_each for clause in final_clauses(words)] in ([], [True])
