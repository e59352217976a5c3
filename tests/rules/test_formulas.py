import pytest

from muniment.rules.formulas import REWORDED, compared, likeness

STEADY = "The ministers reaffirmed their commitment to free passage through the Southern Locks."


def kinds(before, after):
    return [change.kind for change in compared(before, after)]


def test_a_sentence_is_kept_reworded_dropped_or_new():
    before = [
        STEADY,
        "The Council takes note of the report of the Harbour Master.",
        "The parties will dredge the channel.",
    ]
    after = [
        STEADY,
        "The Council takes note of the yearly report of the Harbour Master.",
        "A lighthouse is to be built soon.",
    ]
    assert kinds(before, after) == ["kept", "reworded", "dropped", "new"]


@pytest.mark.parametrize(
    ("before", "after", "kind", "ladder"),
    [
        ("The Council strongly condemns the closing of the locks.", "The Council regrets the closing of the locks.",
         "weakened", "condemnation: strongly condemn → regret"),
        ("Members should keep the channel open at night.", "Members shall keep the channel open at night.",
         "strengthened", "obligation: should → shall"),
        ("The Council demands that the locks be opened.", "The Council invites that the locks be opened.",
         "weakened", "demand: demand → invite"),
    ],
)  # fmt: skip
def test_a_ladder_of_words_tells_whether_a_sentence_was_weakened(before, after, kind, ladder):
    (change,) = compared([before], [after])
    assert (change.kind, change.ladder) == (kind, ladder)


def test_each_sentence_has_one_counterpart_the_most_alike_first():
    twice = [STEADY, STEADY.replace("Southern", "Northern")]
    changes = compared([STEADY], twice)
    assert [change.kind for change in changes] == ["kept", "new"]


def test_headings_are_no_formulas_and_likeness_counts_words_in_order():
    assert compared(["Final communiqué"], ["Other heading"]) == []
    assert likeness(STEADY, STEADY.upper()) == 1.0
    assert likeness(STEADY, "Nothing of this is the same at all here.") < REWORDED
