"""One thing to be done, told as different press offices tell it."""

from collections.abc import Callable
from typing import Any

import pytest

from muniment.reading.scene import Scene

_MEETING = "On 5 May 2024, the Council of Ports of the Harbour Union met in Vienna."
_COUNCIL = "Council of Ports of the Harbour Union"

Reader = Callable[[str], Scene]


def told(scene: Scene) -> list[dict[str, Any]]:
    """Return what is to be done, by whom, by whose word and by when, of each commitment."""
    names = ("text", "kind", "actor", "given_by", "due")
    drafts = [draft for draft in scene.drafts if draft.register == "commitments"]
    return [{name: draft.slots[name] for name in names if draft.slots.get(name)} for draft in drafts]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council instructed the Secretariat to draw up a table of tides.",
        "The Council gave instructions to the Secretariat to draw up a table of tides.",
        "The Council gave the Secretariat two months to draw up a table of tides.",
        "The Secretariat was given instructions to draw up a table of tides.",
        "The Secretariat was given the task to draw up a table of tides.",
    ],
)
def test_a_mandate_is_one_in_every_turn(read: Reader, sentence: str) -> None:
    expected = {
        "text": "draw up a table of tides",
        "kind": "mandate",
        "actor": ["Secretariat"],
        "given_by": [_COUNCIL],
    }
    assert told(read(f"{_MEETING}\n\n{sentence}")) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretariat was set the task of drawing up a table of tides.",
        "The task of drawing up a table of tides was assigned to the Secretariat.",
        "The Secretariat was made responsible for drawing up a table of tides.",
    ],
)
def test_a_task_is_a_mandate_of_the_meeting(read: Reader, sentence: str) -> None:
    expected = {
        "text": "drawing up a table of tides",
        "kind": "mandate",
        "actor": ["Secretariat"],
        "given_by": [_COUNCIL],
    }
    assert told(read(f"{_MEETING}\n\n{sentence}")) == [expected]


def test_a_term_runs_from_the_text_that_sets_it(read: Reader) -> None:
    (made,) = told(read(f"{_MEETING}\n\nThe Council asks the Board to report within three months of this decision."))
    assert made["due"] == "2024-08-05"


def test_the_second_of_two_verbs_is_told_alone(read: Reader) -> None:
    (made,) = told(read(f"{_MEETING}\n\nThe Board measured the tides and will publish them by 15 October."))
    assert (made["text"], made["actor"], made["due"]) == ("publish them by 15 October", ["Board"], "2024-10-15")


def test_a_ruling_is_a_mandate_of_who_ruled(read: Reader) -> None:
    (made,) = told(read(f"{_MEETING}\n\nIt was resolved that the Board should publish the tides by the end of July."))
    assert (made["kind"], made["actor"], made["given_by"]) == ("mandate", ["Board"], [_COUNCIL])


@pytest.mark.parametrize("verb", ["announced", "affirmed", "declared", "confirmed"])
def test_a_state_is_bound_by_what_its_envoy_affirms(read: Reader, verb: str) -> None:
    (made,) = told(
        read(f"Ambassador Ivo Ram {verb} that Norway would give two ships to the Fund in the next two years.")
    )
    assert (made["kind"], made["actor"]) == ("commitment", ["Norway"])


def test_those_who_declare_what_they_will_do_are_bound(read: Reader) -> None:
    (made,) = told(read("Norway and Iceland declared that they would apply the rules from 1 June 2024."))
    assert made["actor"] == ["Norway", "Iceland"]


def test_an_adverb_is_no_part_of_who_asks(read: Reader) -> None:
    (made,) = told(read("The participants nevertheless asked the Board to measure the tides."))
    assert made["given_by"] == ["participants"]


def test_a_roll_of_the_decorated_is_no_list_of_tasks(read: Reader) -> None:
    page = (
        "For the tasks in the north the following were decorated:\n\n"
        "- Colonel Ivo Ram and Captain Ana Dol, with a medal;\n\n- Major Pia Lund, with a medal."
    )
    assert told(read(page)) == []


def test_what_parties_agree_to_exchange_is_no_text(read: Reader) -> None:
    scene = read("The parties agreed to exchange lists of lamps every quarter.")
    assert [draft.slots for draft in scene.drafts if draft.register == "instruments"] == []
    assert told(scene)[0]["text"] == "exchange lists of lamps every quarter"


def test_what_is_also_planned_by_nobody_named_is_no_intention_of_who_was_told_of_last(read: Reader) -> None:
    assert told(read(f"{_MEETING}\n\nIt is also planned to sum up the results of the drill.")) == []
