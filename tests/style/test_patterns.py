"""Patterns are compiled once, at the head of their module: a look-up by text costs more than most searches.

None has a group that is possessive or atomic: the standard library's engine loses its place in one before Python
3.11.5 (python/cpython 106052), and a group of plain characters needs neither.
"""

import ast
import re
from pathlib import Path

import pytest

READING = Path(__file__).parents[2] / "src" / "muniment" / "reading"
MODULES = {str(path.relative_to(READING)): path for path in sorted(READING.rglob("*.py"))}
SOURCE = READING.parent
POSSESSIVE = re.compile(r"\)(?:[*+?]|\{{1,2}[0-9,]+\}{1,2})\+|\(\?>")
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


def possessive_groups(text: str) -> list[str]:
    """Return the possessive and atomic groups in the patterns of a module; other strings are passed over."""
    strings = [n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [one.group() for string in strings if "(?" in string for one in POSSESSIVE.finditer(string)]


def test_no_pattern_has_a_possessive_group() -> None:
    found = {str(path): possessive_groups(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}
    assert {path: groups for path, groups in found.items() if groups} == {}


@pytest.mark.parametrize("pattern", ["(?:a|b(?!c))*+", "(?:a){0,3}+", "(?>a|b)"])
def test_the_check_sees_a_possessive_group(pattern: str) -> None:
    assert possessive_groups(f"HERE = {pattern!r}")
    assert not possessive_groups("HERE = '(?:a++b)*(?!c)'")
