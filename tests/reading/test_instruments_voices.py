"""What is done with a text, in every voice a press office has: each line of `instrument_variants.txt` is one telling.

A line is what stands on the page ("|" parts paragraphs), ` => `, and the actions told in any order, a planned one with
a plus behind it; `0` where none is told.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from muniment.reading.scene import Scene

_FILE = Path(__file__).parent / "instrument_variants.txt"
_LINES = [line.rsplit(" => ", 1) for line in _FILE.read_text("utf-8").splitlines() if line and line[0] != "#"]
_HEAD = "On 5 May 2024, the Council of Ports of the Harbour Union met in Vienna.\n\n"


@pytest.mark.parametrize(("told", "actions"), _LINES)
def test_an_act_is_the_same_however_it_is_told(read: Callable[[str], Scene], told: str, actions: str) -> None:
    scene = read(_HEAD + told.replace("|", "\n\n"))
    texts = [draft for draft in scene.drafts if draft.register == "instruments"]
    found = Counter(
        action["action"] + ("+" if action.get("planned") else "")
        for draft in texts
        for action in draft.slots["actions"]
    )
    assert found == Counter(part for part in actions.split(",") if part != "0")
