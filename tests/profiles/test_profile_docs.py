"""docs/profiles.md: every key of the schema stands there, the closed lists agree, and the examples run."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest

from muniment.profiles import load, schema, shipped
from muniment.profiles.schema import Profile
from muniment.profiles.world import world

DOCS = Path(__file__).resolve().parents[2] / "docs" / "profiles.md"
TEXT = DOCS.read_text(encoding="utf-8")


def section(title: str) -> str:
    return TEXT.split(f"### {title}\n", 1)[1].split("\n#", 1)[0]


def documented(title: str) -> dict[str, tuple[bool, str, str]]:
    """Key -> (required, type, what it says) of one table."""
    rows = re.findall(r"^\| `(\w+)`( \*)? \| ([^|]+) \| ([^|]+) \|$", section(title), flags=re.MULTILINE)
    return {key: (bool(star), kind.strip(), says.strip()) for key, star, kind, says in rows}


def structs() -> dict[str, type]:
    found: dict[str, type] = {"The file": Profile}
    for name, kind in get_type_hints(Profile).items():
        inner = next(iter(get_args(kind)), None)
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            found[name] = inner
    return found


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", TEXT, flags=re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("title", structs())
def test_the_table_has_every_key_and_marks_the_required(title: str) -> None:
    fields = msgspec.structs.fields(structs()[title])
    rows = documented(title)
    assert sorted(rows) == sorted(field.name for field in fields)
    assert {key for key, (required, _, _) in rows.items() if required} == {f.name for f in fields if f.required}


@pytest.mark.parametrize("title", structs())
def test_the_type_of_each_key_is_the_schemas(title: str) -> None:
    words = {str: ("text", "date"), bool: ("true/false",), tuple[str, ...]: ("texts",), int: ("number",)}
    for key, kind in get_type_hints(structs()[title]).items():
        assert documented(title)[key][1] in words.get(kind, ("entries", "table")), key


@pytest.mark.parametrize(
    ("title", "key", "known"),
    [
        ("The file", "kind", schema.ORGANISATION_KINDS),
        ("members", "status", schema.MEMBER_STATUSES),
        ("bodies", "kind", schema.BODY_KINDS),
        ("instruments", "kind", schema.INSTRUMENT_KINDS),
        ("units", "kind", schema.UNIT_KINDS),
        ("rotations", "by", schema.ROTATIONS),
    ],
)
def test_the_closed_lists_are_the_schemas(title: str, key: str, known: frozenset[str]) -> None:
    says = documented(title)[key][2]
    listed = says.split("one of: ", 1)[1].split(";", 1)[0]
    assert listed.split(", ") == sorted(known)


def test_the_example_runs_and_prints_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rivers.toml").write_text(block("toml"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block("python"), str(DOCS), "exec"), {})
    assert printed.getvalue() == block("text")


def test_the_page_names_what_ships_and_the_number_of_languages() -> None:
    listed = " ".join(TEXT.split("## What ships", 1)[1].split())
    for name in shipped():
        profile = load(name).profile
        forms = filter(None, (profile.name, profile.abbreviation, *profile.aliases))
        assert re.search(rf"\b({'|'.join(map(re.escape, forms))})\b", listed), name
    languages = {language for state in world().states for language in state.names}
    assert f"in {len(languages)} languages" in TEXT
