"""Values of slots as plain text: names out of lists, ordinals, one cell of a table."""

from __future__ import annotations

from typing import Any

__all__ = ["cell", "names", "ordinal", "plain_name", "shortened"]


def plain_name(name: str) -> str:
    """Return a name without case, article and double blanks, to find the same name again."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def names(value: Any) -> list[str]:
    """Return the names that a slot's value gives: a text, a list of texts, or a list of `{name, office}`."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [value]
    items = value if isinstance(value, list | tuple) else [value]
    found = []
    for item in items:
        if isinstance(item, dict):
            item = item.get("name") or item.get("title") or item.get("office")
        if item not in (None, ""):
            found.append(str(item))
    return found


def ordinal(number: Any) -> str:
    """Return a whole number as an English ordinal: "15th", "22nd"; what is no number is returned as it stands."""
    try:
        count = int(number)
    except (TypeError, ValueError):
        return str(number)
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def shortened(text: str, limit: int) -> str:
    """Return a text cut at a word's end, with an ellipsis, to at most `limit` code points; blanks run together."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"


def cell(value: Any) -> str:
    """Return a slot's value as the text of one table cell; items of a list stand apart by "; "."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, (cell(item) for item in value)))
    if not isinstance(value, dict):
        return str(value)
    if "action" in value:
        return _action(value)
    if "of" in value or "unit" in value:
        parts = (value.get("comparator"), value.get("value"), value.get("unit"), value.get("of"))
        return " ".join(str(part) for part in parts if part not in (None, ""))
    name, office = value.get("name"), value.get("office")
    if name or office:
        return f"{name} ({office})" if name and office else str(name or office)
    return ", ".join(f"{key} {cell(inner)}" for key, inner in value.items())


def _action(value: dict[str, Any]) -> str:
    words = [str(value["action"]).replace("_", " ")]
    if value.get("planned"):
        words.insert(0, "planned:")
    if value.get("date"):
        words.append(str(value["date"]))
    for key in ("by", "to"):
        if names(value.get(key)):
            words.append(f"{key} {', '.join(names(value[key]))}")
    if value.get("place"):
        words.append(f"in {value['place']}")
    return " ".join(words)
