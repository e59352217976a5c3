"""Every stack there is, each to pass the same suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.stacks import sqlite
from muniment.stacks.memory import MemoryStack


def open_stack(name: str, folder: Path) -> MemoryStack | sqlite.SqliteStack:
    if name == "memory":
        return MemoryStack()
    sqlite.create(folder / "record.db", wait_seconds=1)
    return sqlite.open_for_writing(folder / "record.db", wait_seconds=1)


@pytest.fixture(params=["memory", "sqlite"])
def stack(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MemoryStack | sqlite.SqliteStack]:
    with open_stack(request.param, tmp_path) as opened:
        yield opened
