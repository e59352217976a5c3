"""Make what the map of places is drawn from: the land as a picture, and where cities and the middles of states are.

    python tools/make_map.py WORLD_ATLAS ZONE_TAB

Reads: `land-110m.json` and `countries-50m.json` of the npm package world-atlas 2.0.2 (ISC licence; Natural Earth,
public domain), and `zone.tab` of the IANA time zone database (public domain), which tells where the city stands that a
zone is named for. Other bytes than those named here are refused.
Writes: `src/muniment/desk/web/static/world.svg`, an equirectangular picture of the land without borders, for borders
are disputed and places are not; `src/muniment/profiles/world/points.json`, degrees north and east to a tenth.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import babel.core

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "src" / "muniment" / "desk" / "web" / "static" / "world.svg"
POINTS = ROOT / "src" / "muniment" / "profiles" / "world" / "points.json"
CITIES = ROOT / "src" / "muniment" / "profiles" / "world" / "cities.json"

SHA256 = {
    "land-110m.json": "ead5f68119c49a9250902e7da303bcb209341bbb8fefe7369a439b48b704658a",
    "countries-50m.json": "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
    "zone.tab": "e2e8e31c4e10f44576c79345e76060591dbb3eef6ce14e006afc8a373caa9593",
}

NORTH, SOUTH = 84.0, -58.0
"""Degrees that the picture shows; further there is no city."""

UNIT = 1000 / 360
"""Units of the picture for one degree."""

Ring = list[tuple[float, float]]


def taken(path: Path) -> bytes:
    """Return a file's bytes, once it is sure that they are those named above."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[path.name]:
        sys.exit(f"{path}: other bytes than those this map is made from")
    return content


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Return a TopoJSON topology's arcs as degrees east and north."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def rings_of(geometry: dict[str, Any], arcs: list[Ring], *, holes: bool = False) -> list[Ring]:
    """Return the outer rings of a geometry; with `holes`, the inner ones too."""
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return [ring for one in geometry["geometries"] for ring in rings_of(one, arcs, holes=holes)]
    polygons = geometry["arcs"] if kind == "MultiPolygon" else [geometry["arcs"]] if kind == "Polygon" else []
    return [
        [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
        for polygon in polygons
        for ring in (polygon if holes else polygon[:1])
    ]


def area_and_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Return a ring's area, in square degrees, and its centroid."""
    area = x = y = 0.0
    ring = unwound(ring)
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(area) / 2, (x / (3 * area), y / (3 * area)) if area else ring[0]


def unwound(ring: Ring) -> Ring:
    """Return a ring that does not jump where the degrees begin again."""
    found = ring[:1]
    for x, y in ring[1:]:
        found.append((x + 360 * round((found[-1][0] - x) / 360), y))
    return found


def path_of(ring: Ring) -> str:
    """Return a ring as a path of the picture."""
    points = [(round((x + 180) * UNIT, 1), round((NORTH - max(y, SOUTH)) * UNIT, 1)) for x, y in ring]
    once = [point for n, point in enumerate(points) if not n or point != points[n - 1]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in once) + "Z"


def picture(topology: dict[str, Any]) -> str:
    """Return the land as one path."""
    rings = rings_of(topology["objects"]["land"], arcs_of(topology), holes=True)
    paths = []
    for ring in rings:
        if max(y for _, y in ring) < SOUTH or area_and_middle(ring)[0] < 0.3:
            continue
        whole = unwound(ring)
        for by in (-360, 0, 360):  # a ring over the end of the degrees is drawn at both ends
            shifted = [(x + by, y) for x, y in whole]
            if min(x for x, _ in shifted) < 180 and max(x for x, _ in shifted) > -180:
                paths.append(path_of(shifted))
    high = round((NORTH - SOUTH) * UNIT, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {high}">'
        "<!-- Land: Natural Earth, public domain, by way of world-atlas 2.0.2 (c) 2013-2019 Michael Bostock, ISC -->"
        f'<path fill="#8a8f8c" fill-opacity=".32" fill-rule="evenodd" d="{"".join(paths)}"/></svg>\n'
    )


def middles(topology: dict[str, Any]) -> dict[str, list[float]]:
    """Return ISO 3166-1 alpha-2 code -> the middle of the state's largest piece of land: degrees north, east."""
    arcs, codes = arcs_of(topology), babel.core.get_global("territory_aliases")
    found = {}
    for one in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(one.get("id", "")), [""])[0]
        rings = rings_of(one, arcs)
        if code and rings:
            _, (east, north) = max(map(area_and_middle, rings))
            found[code] = [round(north, 1), round((east + 180) % 360 - 180, 1)]
    return dict(sorted(found.items()))


def degrees(text: str) -> float:
    """Return ISO 6709 degrees and minutes as degrees: "+4011" as 40.2."""
    digits = text[1:]
    whole = 2 if len(digits) in (4, 6) else 3
    value = int(digits[:whole]) + int(digits[whole : whole + 2]) / 60
    return round(-value if text[0] == "-" else value, 1)


def cities(zones: str) -> dict[str, list[float]]:
    """Return "code/city" -> degrees north, east, for the cities of the world table that a zone is named for."""
    there = {}
    for line in zones.splitlines():
        if not line.startswith("#"):
            code, place, zone, *_ = line.split("\t")
            cut = max(place.rfind("+"), place.rfind("-"))
            there[code, zone.rpartition("/")[2].replace("_", " ")] = [degrees(place[:cut]), degrees(place[cut:])]
    found = {}
    for one in json.loads(CITIES.read_text(encoding="utf-8"))["cities"]:
        for name in (one["name"], *one["aliases"]):
            if (one["state"], name) in there:
                found[f"{one['state']}/{one['name']}"] = there[one["state"], name]
                break
    return dict(sorted(found.items()))


def main() -> None:
    """Write both files."""
    atlas, zones = Path(sys.argv[1]), Path(sys.argv[2])
    PICTURE.write_text(picture(json.loads(taken(atlas / "land-110m.json"))), encoding="utf-8")
    states = middles(json.loads(taken(atlas / "countries-50m.json")))
    points = {"states": states, "cities": cities(taken(zones).decode())}
    lines = [f'"{part}": {{\n' + ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {place}" for name, place in
             points[part].items()) + "\n}" for part in points]  # fmt: skip
    POINTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
