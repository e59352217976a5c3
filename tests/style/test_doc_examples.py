"""Every command shown in the docs runs, and prints what the docs say."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("doc_examples", ROOT / "tools" / "doc_examples.py")
assert SPEC is not None
assert SPEC.loader is not None
doc_examples = importlib.util.module_from_spec(SPEC)
sys.modules["doc_examples"] = doc_examples
SPEC.loader.exec_module(doc_examples)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_prints_what_the_document_says(path: Path, tmp_path: Path) -> None:
    for command, printed in doc_examples.examples(path.read_text("utf-8")):
        told = doc_examples.run(command, str(tmp_path))
        assert doc_examples.settled(told) == doc_examples.settled(printed), f"$ {command}"


def test_the_readme_has_examples_and_names_every_document() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(list(doc_examples.examples(text))) >= 8
    for path in DOCUMENTS[1:]:
        assert f"docs/{path.name}" in text, path.name


def test_the_readme_lists_every_command_with_what_it_does() -> None:
    from muniment.desk.cli import COMMANDS

    text = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", text, re.MULTILINE) == [
        (name, what) for name, (_, what) in COMMANDS.items()
    ]
