"""Patterns are compiled once, at the head of their module: a look-up by text costs more than most searches."""

import ast
from pathlib import Path

import pytest

READING = Path(__file__).parents[2] / "src" / "muniment" / "reading"
MODULES = {str(path.relative_to(READING)): path for path in sorted(READING.rglob("*.py"))}
METHODS = {"search", "match", "sub", "subn", "findall", "split", "fullmatch", "finditer", "compile"}
NOT_YET = {
    "en/cutting.py",
    "en/rules/agenda.py", "en/rules/awards.py", "en/rules/bodies.py", "en/rules/circumstances.py",
    "en/rules/convening.py", "en/rules/encounters.py", "en/rules/gathering.py", "en/rules/meetings.py",
    "en/rules/merging.py", "en/rules/operation_facts.py", "en/rules/operations.py", "en/rules/participants.py",
    "en/rules/relation_parts.py", "en/rules/relation_standing.py", "en/rules/statements.py",
    "en/rules/tenure_career.py", "en/rules/tenure_ends.py", "en/rules/tenure_offices.py", "en/rules/exercises.py",
    "en/rules/missions.py", "scene.py",
}  # fmt: skip
"""Modules where patterns still stand in calls: this list may only shrink."""


def calls_with_a_pattern(path: Path) -> list[int]:
    """Return the lines of functions that give a pattern as text."""
    functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef | ast.Lambda)]
    return sorted({
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("re", "regex")
        and node.func.attr in METHODS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    })  # fmt: skip


@pytest.mark.parametrize("name", sorted(MODULES.keys() - NOT_YET))
def test_patterns_are_compiled_once(name: str) -> None:
    assert calls_with_a_pattern(MODULES[name]) == []


def test_the_check_sees_a_pattern_in_a_call(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('import re\nHERE = re.compile("a")\ndef found(text):\n    return re.search("a", text)\n', "utf-8")
    assert calls_with_a_pattern(module) == [4]
