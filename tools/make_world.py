"""Make the world tables that the profiles read: states in many languages, their adjectives, capitals and cities.

    python tools/make_world.py            writes src/muniment/profiles/world/{states,cities}.json
    python tools/make_world.py --check    says whether the committed files are what would be written (exit 1 if not)

Reads: `tools/world/*.tsv` (formal names, aliases, demonyms, capitals, cities: written by hand, each with its source in
its head) and Unicode CLDR as the installed Babel carries it (short names of states in each language).
Writes: one JSON document a file, one state or city a line, sorted, so that two runs give the same bytes and a change
shows as the lines it touches. Babel is needed here only, never when Muniment runs.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import babel
import babel.core

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tools" / "world"
TARGET = ROOT / "src" / "muniment" / "profiles" / "world"

LANGUAGES = (
    "ar", "az", "be", "bg", "cs", "de", "el", "en", "es", "fa", "fr", "hi", "hy", "id", "it", "ja", "ka", "kk", "ko",
    "ky", "ms", "nl", "pl", "pt", "ro", "ru", "sr", "sw", "tg", "th", "tk", "tr", "uk", "uz", "vi", "zh",
)  # fmt: skip
"""ISO 639-1: official languages of the organisations in the library, and the larger languages of their members."""

NOT_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""CLDR's two-letter codes that are no country of ISO 3166-1 (groupings, test locales, parts of other countries)."""

WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Three-letter codes that CLDR still resolves and ISO 3166-1 no longer has: of states renamed or ended, of a part."""

OBSERVERS = frozenset({"PS", "VA"})
"""Non-member observer States of the United Nations (un.org, "Non-Member States")."""


def table(name: str) -> list[list[str]]:
    """Return the rows of one table: cells split at tabs, comment and empty lines left out."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def by_code(name: str, column: int = 1) -> dict[str, list[str]]:
    """Return code -> the variants in one column of a table, in the table's order."""
    found: dict[str, list[str]] = {}
    for row in table(name):
        cell = row[column] if len(row) > column else ""
        found.setdefault(row[0], []).extend(part for part in cell.split("|") if part)
    return found


def spellings(name: str) -> list[str]:
    """Return a name with the spellings that differ by typography alone: apostrophes, diacritics, "Saint", "and".

    The name itself comes first; CLDR writes "&" and "St." where prose writes the words.
    """
    forms = [name]
    for old, new in (("’", "'"), ("'", "’"), (" & ", " and "), (" and ", " & "), ("St. ", "Saint "),
                     ("Saint ", "St. "), ("Saint ", "St ")):  # fmt: skip
        forms += [form.replace(old, new) for form in forms if old in form]
    forms += [plain for form in forms if (plain := without_marks(form)) != form]
    return list(dict.fromkeys(forms))


def without_marks(text: str) -> str:
    """Return the text without its combining marks ("Côte" -> "Cote")."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def short_name(code: str, label: str, overrides: dict[str, list[str]]) -> str:
    """Return the short English name as prose writes it, from CLDR's label for lists."""
    if code in overrides:
        return overrides[code][0]
    name = label.replace(" & ", " and ")
    return f"Saint {name[4:]}" if name.startswith("St. ") else name


def standing(code: str, official: dict[str, list[str]]) -> str:
    """Return how a place stands to the United Nations: "member", "observer" or "other"."""
    if code in OBSERVERS:
        return "observer"
    return "member" if code in official else "other"


def alpha3() -> dict[str, str]:
    """Return two-letter code -> three-letter code, as CLDR's territory aliases pair them."""
    pairs = babel.core.get_global("territory_aliases")
    return {
        meant[0]: code
        for code, meant in sorted(pairs.items())
        if len(code) == 3 and code.isalpha() and len(meant) == 1 and code not in WITHDRAWN
    }


def states() -> list[dict[str, Any]]:
    """Return every state and territory of CLDR's list, sorted by code, with what the tables add."""
    territories = {language: babel.Locale(language).territories for language in LANGUAGES}
    official, aliases, overrides = by_code("official"), by_code("aliases"), by_code("names")
    demonyms, stems, capitals = by_code("demonyms"), by_code("demonyms", 2), by_code("capitals")
    shared = {row[0] for row in table("ambiguous")}
    three = alpha3()
    found = []
    for code in sorted(territories["en"]):
        if len(code) != 2 or not code.isalpha() or code in NOT_STATES:
            continue
        label = territories["en"][code]
        name = short_name(code, label, overrides)
        formal = official.get(code, [name])[0]
        written = [name, formal, label, *aliases.get(code, [])]
        forms = dict.fromkeys(form for each in written for form in spellings(each))
        found.append({
            "code": code,
            "alpha3": three.get(code, ""),
            "name": name,
            "official": formal,
            "standing": standing(code, official),
            "capital": capitals.get(code, [""])[0],
            "aliases": sorted(form for form in forms if form not in (name, formal) and form not in shared),
            "demonyms": demonyms.get(code, []),
            "stems": stems.get(code, []),
            "names": {language: names[code] for language, names in territories.items() if code in names},
        })  # fmt: skip
    return found


def cities() -> list[dict[str, Any]]:
    """Return capitals and the other cities of the tables, sorted by state and name."""
    found = []
    for is_capital, name in ((True, "capitals"), (False, "cities")):
        for code, city, *rest in table(name):
            written = [city, *(rest[0].split("|") if rest else [])]
            forms = dict.fromkeys(form for each in written for form in spellings(each) if form)
            aliases = sorted(form for form in forms if form != city)
            found.append({"name": city, "state": code, "capital": is_capital, "aliases": aliases})
    return sorted(found, key=lambda each: (each["state"], not each["capital"], each["name"]))


def written(key: str, rows: list[dict[str, Any]], **head: object) -> bytes:
    """Return the file's bytes: a head, then one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    opening = json.dumps({"made_with": f"Babel {babel.__version__}", **head}, ensure_ascii=False)[:-1]
    return f'{opening}, "{key}": [\n{lines}\n]}}\n'.encode()


def build() -> dict[str, bytes]:
    """Return file name -> bytes of every file of the world."""
    ambiguous = {name: codes.split("|") for name, codes in table("ambiguous")}
    return {
        "states.json": written("states", states(), languages=LANGUAGES, ambiguous=ambiguous),
        "cities.json": written("cities", cities()),
    }


def main() -> int:
    """Write or check the files; return the exit code."""
    stale = 0
    for name, content in build().items():
        path = TARGET / name
        if "--check" in sys.argv[1:]:
            same = path.exists() and path.read_bytes() == content
            stale += not same
            print(f"{path.relative_to(ROOT)}: {'as made' if same else 'differs: run python tools/make_world.py'}")
        else:
            path.write_bytes(content)
            print(f"{path.relative_to(ROOT)}: {len(content):,} bytes")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
