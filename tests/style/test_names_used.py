"""A private name of a module is used in it: what nothing asks for any more is taken out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import muniment

PACKAGE = Path(muniment.__file__).parent


def unused(source: str) -> list[str]:
    """Return the private names that a module gives to a function, a class or a value and nowhere uses."""
    return [name for name in private_names(ast.parse(source)) if len(re.findall(rf"\b{name}\b", source)) == 1]


def private_names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name.startswith("_"):
            yield node.name
        if isinstance(node, ast.Assign):
            told = [part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)]
            yield from (name for name in told if name.startswith("_") and not name.startswith("__"))


def test_no_module_keeps_a_private_name_that_it_does_not_use() -> None:
    found = {
        str(path.relative_to(PACKAGE)): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if (names := unused(path.read_text("utf-8")))
    }
    assert found == {}


def test_an_unused_name_would_be_found() -> None:
    assert unused("_KEPT = 1\n_LEFT = 2\n\n\ndef _asked() -> int:\n    return _KEPT\n") == ["_LEFT", "_asked"]
