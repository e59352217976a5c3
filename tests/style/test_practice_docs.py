"""docs/practice.md says what the rules say."""

from pathlib import Path

from muniment.rules.promises import STATUSES

TEXT = (Path(__file__).parents[2] / "docs" / "practice.md").read_text("utf-8")


def test_every_status_of_a_promise_is_explained() -> None:
    for status, meaning in STATUSES.items():
        assert f"| `{status}` | {meaning} |" in TEXT
