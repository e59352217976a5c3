"""What is to be done, in every voice: each line of `commitment_variants.txt` is one telling.

A line is what stands on the page, ` => `, then kind, who is to act and the last day; `none` where nothing is told.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from muniment.reading.scene import Scene

_FILE = Path(__file__).parent / "commitment_variants.txt"
_LINES = [line.rsplit(" => ", 1) for line in _FILE.read_text("utf-8").splitlines() if line and line[0] != "#"]
_HEAD = "On 5 May 2024, the Council of Ports of the Harbour Union met in Vienna.\n\n"


@pytest.mark.parametrize(("told", "expected"), _LINES)
def test_what_is_to_be_done_is_the_same_however_it_is_told(
    read: Callable[[str], Scene], told: str, expected: str
) -> None:
    scene = read(_HEAD + told)
    made = []
    for draft in scene.drafts:
        if draft.register == "commitments":
            slots = draft.slots
            due = f" due {slots['due']}" if slots.get("due") else ""
            made.append(f"{slots['kind']} by {', '.join(slots.get('actor') or []) or 'nobody'}{due}")
    assert " ; ".join(made) == ("" if expected == "none" else expected)
