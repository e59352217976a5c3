"""What a drill only plays is no act of anybody; who trains, where and when, is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.en.imagined import imagined
from muniment.reading.scene import Scene

Read = Callable[[str], Scene]


@pytest.mark.parametrize(
    "scenario",
    [
        "Under the drill’s scenario, a member state asks for help.",
        "According to the scenario of the exercise, a member state asks for help.",
        "The scenario of the drill provides for a breach of the dyke.",
    ],
)
def test_acts_of_a_scenario_are_nobodys(read: Read, scenario: str) -> None:
    page = read(f"{scenario} An extraordinary session of the Council of Ports was held and adopted a plan of rescue.")
    assert [d for d in page.drafts if d.register in ("meetings", "instruments")] == []


def test_a_scenario_ends_with_its_paragraph(read: Read) -> None:
    page = read("Under the drill’s scenario, a state asks for help.\n\nThe Council of Ports met in Oslo on 5 May 2024.")
    assert [d.slots["bodies"] for d in page.drafts if d.register == "meetings"] == [["Council of Ports"]]


def test_a_scenario_of_something_else_plays_nothing(read: Read) -> None:
    page = read("Under the worst scenario, prices will rise. The Council of Ports met in Oslo on 5 May 2024.")
    assert imagined(page) == frozenset()
    assert [d.register for d in page.drafts if d.register == "meetings"] == ["meetings"]


def test_a_session_that_was_played_was_not_held(read: Read) -> None:
    page = read("During the exercise, an extraordinary session of the Council of Ports was simulated in Oslo.")
    assert [d for d in page.drafts if d.register == "meetings"] == []
