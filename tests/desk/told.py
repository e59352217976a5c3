"""A record whose pages say just what a test says they say: a reader that reads from a script, not from a grammar."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

from muniment.facade import Record
from muniment.terms import Claim, Evidence, Page, Reading, Sentence

EVIL = "<script>alert('boo')</script>"

PAGES = {
    "announced.txt": (
        "The Council will meet\n\n2024-01-10\n\nThe Council of the League will meet in Aldport on 5 March 2024. "
        "It will consider the draft Treaty on Lamps. "
        "The Wick Committee will meet in September 2024.\n\nNobody has a rule for this sentence here.\n\n"
        f"The Council also heard {EVIL} & more from the speaker, to everyone's surprise.\n"
    ),
    "reported.txt": (
        "The Council met\n\n2024-03-06\n\nThe Council of the League met in Aldport on 6 March 2024. "
        "Ana Dol signed the Treaty on Lamps for Ruritania.\n\n"
        "Ana Dol said: “The situation on the border is calm. Graustark has ratified the Treaty on Lamps.”\n"
    ),
    "wire.txt": (
        "Council meets in Aldport\n\n2024-03-07\n\nThe Council of the League met in Aldport on 5 March 2024, "
        "the Wire reports from there today.\n"
    ),
}

Told = tuple[str, dict[str, Any], tuple[str, ...], str]

TREATY = "Treaty on Lamps"
TOLD: dict[str, list[Told]] = {
    "announced.txt": [
        ("meetings", {"kind": "session", "bodies": ["Council of the League"], "start": "2024-03-05", "ordinal": 7,
                      "status": "announced", "place": "Aldport"}, ("The Council of the League will meet",), ""),
        ("instruments", {"title": TREATY, "kind": "treaty", "draft": True,
                         "actions": [{"action": "consider", "date": "2024-03-05", "planned": True}]},
         ("It will consider the draft Treaty on Lamps",), ""),
        ("instruments", {"title": "Rules on Wicks", "kind": "regulation", "draft": True, "by": [EVIL],
                         "actions": [{"action": "consider", "date": "2024-03-05", "planned": True}]},
         ("consider the draft Treaty on Lamps.", EVIL), ""),
        ("meetings", {"kind": "session", "bodies": ["Wick Committee"], "start": "2024-09", "status": "announced"},
         ("The Wick Committee will meet in September 2024.",), ""),
        ("commitments", {"text": f"light {EVIL} the lamps", "actor": ["Council of the League"], "kind": "mandate",
                         "due": "2024-06-30"}, (EVIL,), ""),
    ],
    "reported.txt": [
        ("meetings", {"kind": "session", "bodies": ["Council of the League"], "start": "2024-03-06", "ordinal": 7,
                      "status": "held", "place": "Aldport"}, ("The Council of the League met",), ""),
        ("instruments", {"title": TREATY, "kind": "treaty", "status": "signed",
                         "actions": [{"action": "sign", "date": "2024-03-06", "by": ["Ruritania"]}]},
         ("Ana Dol signed the Treaty on Lamps for Ruritania.",), ""),
        ("instruments", {"title": TREATY, "kind": "treaty",
                         "actions": [{"action": "ratify", "date": "2024-02", "by": ["Graustark"]}]},
         ("Graustark has ratified the Treaty on Lamps.",), "Ana Dol"),
        ("awards", {"award": "Order of the Wick", "recipient": "Rudolf Rass", "date": "2024-03-01"},
         ("The situation on the border is calm.",), "Ana Dol"),
        ("statements", {"speaker": "Ana Dol", "mode": "direct", "date": "2024-03-06",
                        "text": "The situation on the border is calm. Graustark has ratified the Treaty on Lamps."},
         ("The situation on the border is calm. Graustark has ratified the Treaty on Lamps.",), ""),
        ("situations", {"region": "the border", "trend": "stable", "assessed_by": ["Ana Dol"], "date": "2024-03-06"},
         ("The situation on the border is calm.",), ""),
        *[("relations", {"subject": state, "object": "League of Lamps", "kind": "membership", "state": "in_force"},
           ("Ana Dol signed",), "") for state in ("Ruritania", "Graustark", "Strelsau")],
    ],
    "wire.txt": [
        ("meetings", {"kind": "session", "bodies": ["Council of the League"], "start": "2024-03-05", "ordinal": 7,
                      "status": "held", "place": "Aldport"}, ("met in Aldport on 5 March 2024",), ""),
    ],
}  # fmt: skip
"""Page -> what it tells, as register, slots, quotations and speaker."""


def _read(original: Any) -> Any:
    def read(reader: Any, page: Page) -> Reading:
        reading: Reading = original(reader, page)
        claims = [claim for claim in reading.claims if claim.register == "documents"]
        for register, slots, quotes, speaker in TOLD.get(Path(page.source).name, []):
            places = [page.text.index(quote) for quote in quotes]
            evidence = tuple(
                Evidence.cut(page, place, place + len(quote), "told.test")
                for place, quote in sorted(zip(places, quotes, strict=True))
            )
            claims.append(Claim(register, page.source, slots, evidence, speaker))
        return msgspec.structs.replace(
            reading, claims=tuple(claims), sentences=tuple(_become(one, page, claims) for one in reading.sentences)
        )

    return read


def _become(sentence: Sentence, page: Page, claims: list[Claim]) -> Sentence:
    """Return a sentence as read where a claim other than the page's own cites it; else as unread, if not set aside."""
    cited = any(
        one.start < sentence.end and sentence.start < one.end
        for claim in claims
        if claim.register != "documents"
        for one in claim.evidence
    )
    if cited:
        return msgspec.structs.replace(sentence, status="read", reason="")
    return sentence if sentence.status == "set_aside" else msgspec.structs.replace(sentence, status="unread")


def build(folder: Path) -> Path:
    """Return the file of a record of the pages above."""
    from muniment import reading

    pages = folder / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / name).write_text(text, encoding="utf-8")
    path = folder / "told.db"
    read = _read(reading.Reader.read)
    with mock.patch.object(reading.Reader, "read", read), Record.create(path) as record:
        record.build([pages], ["none"])
    return path
