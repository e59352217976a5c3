"""How a page was read: each sentence with the names found in it, what rules made of it, and which refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import wrong
from muniment.desk.web.marks import Mark, marks_of_claim
from muniment.desk.web.room import room_of
from muniment.desk.web.words import acted
from muniment.terms import Fired, FoundEntity, Reading, Refused, Step
from muniment.terms.explanation import CONSTRUCTION_MISSING

__all__ = ["Gave", "Line", "Run", "lines_of", "reading", "runs_of"]

_OUTCOMES = ("read", "set_aside", "unread")
"""What becomes of a sentence."""

_FAMILIES = {
    "person": "n-actor", "office": "n-actor", "group": "n-actor", "body": "n-actor", "unit": "n-actor",
    "state": "n-place", "nationality": "n-place", "city": "n-place", "region": "n-place",
    "instrument": "n-text", "quoted": "n-text", "date": "n-date",
}  # fmt: skip
"""Kind of entity -> how it is underlined."""


class Gave(msgspec.Struct, frozen=True):
    """What a rule made of a sentence: its rule, what sort of thing it tells of, in a line, and where its row stands."""

    rule: str
    register: str
    title: str
    more: str
    address: str
    marks: list[Mark]


class Line(msgspec.Struct, frozen=True):
    """A sentence as the page shows it.

    Attributes:
        step: the sentence and how it was read.
        pieces: its text in pieces, each with the entity it names or None, and how that is underlined.
        outcome: what became of it, in words.
        pronoun: whom "he" or "she" means, where one of them stands in it; else empty.
        gave: what rules made of it.
        refused: rules whose construction was there, each with its words.
        missing: reasons with the rules that were tried and whose construction is not there.
        otherwise: whether the record has another outcome for it.
    """

    step: Step
    pieces: list[tuple[str, FoundEntity | None, str]]
    outcome: str
    pronoun: str
    gave: list[Gave]
    refused: list[tuple[Refused, str]]
    missing: list[tuple[str, list[str]]]
    otherwise: bool


class Run(msgspec.Struct, frozen=True):
    """Sentences one after another: of the article, or of the furniture beside it, which is folded.

    Attributes:
        furniture: the kinds of block that furniture stands in; empty for the article.
        lines: the sentences.
    """

    furniture: list[str]
    lines: list[Line]


def lines_of(steps: Sequence[Step], otherwise: Sequence[int], rows: Mapping[str, str]) -> list[Line]:
    """Return sentences as the page shows them.

    Args:
        steps: the sentences.
        otherwise: numbers of those of which the record says something else.
        rows: id of each claim that stands in the record -> where its row is shown.
    """
    differ = frozenset(otherwise)
    return [_line(step, step.number in differ, rows) for step in steps]


def _line(step: Step, otherwise: bool, rows: Mapping[str, str]) -> Line:
    missing = [
        (reason, names)
        for reason in CONSTRUCTION_MISSING
        if (names := list(dict.fromkeys(one.rule for one in step.refused if one.reason == reason)))
    ]
    begin = step.sentence.start
    refused = [
        (one, step.text[max(one.start - begin, 0) : one.end - begin])
        for one in step.refused
        if one.reason not in CONSTRUCTION_MISSING
    ]
    return Line(
        step, list(_pieces(step)), say(f"reading.outcome.{step.sentence.status}"), step.pronoun,
        [_gave(one, rows) for one in step.fired], refused, missing, otherwise,
    )  # fmt: skip


def _pieces(step: Step) -> Iterator[tuple[str, FoundEntity | None, str]]:
    begin = place = step.sentence.start
    for entity in step.entities:
        if entity.start > place:
            yield step.text[place - begin : entity.start - begin], None, ""
        yield step.text[entity.start - begin : entity.end - begin], entity, _FAMILIES[entity.kind]
        place = entity.end
    if place < step.sentence.end:
        yield step.text[place - begin :], None, ""


def _gave(one: Fired, rows: Mapping[str, str]) -> Gave:
    register = spoken.register(one.register)
    address = next((rows[claim] for claim in one.claims if claim in rows), "")
    acts = [act for act in one.slots.get("actions") or () if isinstance(act, dict)]
    more = "; ".join(" ".join(filter(None, (acted(act).lower(), act.get("date")))) for act in acts)
    told: dict[str, Any] = {**one.slots, "register": one.register, "attributed_to": one.speaker}
    return Gave(one.rule, register.singular, register.caption(one.slots), more, address, marks_of_claim(told))


def runs_of(lines: Sequence[Line]) -> list[Run]:
    """Return sentences in runs: those of the article, and those of the furniture between."""
    runs = []
    for furniture, group in groupby(lines, key=lambda line: line.step.sentence.reason == "furniture"):
        run = list(group)
        runs.append(Run(list(dict.fromkeys(line.step.block for line in run)) if furniture else [], run))
    return runs


def _rows(claims: Sequence[Mapping[str, Any]], reading: Reading) -> dict[str, str]:
    """Return where the row of each claim of a reading is shown, for those that stand in the record."""
    rows = {claim["id"]: f"/{claim['register']}/{claim['row']}#claim-{claim['id'][:16]}" for claim in claims}
    own = next((c for c in claims if c["register"] == "documents" and not c.get("stub")), None)
    if own is not None:  # its text is not filed with it, so its id is another
        rows |= {
            claim.id: f"/documents/{own['row']}"
            for claim in reading.claims
            if claim.register == "documents" and not claim.slots.get("stub")
        }
    return rows


def reading(request: Request) -> Response:
    """Return how a document is read, in the form asked for.

    Raises:
        UsageError: it is asked for as CSV, or for sentences of an outcome that there is not.
        Unknown: there is no such document.
    """
    room = room_of(request)
    require_known(request, "only")
    form = form_of(request, request.path_params.get("form", ""))
    document, only = request.path_params["document"], request.query_params.get("only", "")
    if form == "csv":
        raise wrong("no-columns", "format", code="unknown-format")
    if only and only not in _OUTCOMES:
        raise wrong("unknown-outcome", "only", asked=repr(only[:40]), there=", ".join(_OUTCOMES))
    found = room.record.explain(document)
    steps = [step for step in found.explanation.steps if only in ("", step.sentence.status)]
    if form != "html":
        wanted = {step.number for step in steps}
        sentences = [one for one in found.explanation.records() if one["number"] in wanted]
        whole = {
            "reader": found.reader, "profiles": found.profiles, "changed": found.changed, "otherwise": found.otherwise,
            "sentences": sentences,
        }  # fmt: skip
        return room.data(form, sentences if form == "jsonl" else whole)
    view = room.record.document(document)
    rows = _rows(view.claims, found.explanation.reading)
    return room.page(
        "reading.html", request, title=say("reading.title_of", page=view.meta.title or view.source), active="documents",
        view=view, found=found, runs=runs_of(lines_of(steps, found.otherwise, rows)), only=only, outcomes=_OUTCOMES,
        counts=Counter(step.sentence.status for step in found.explanation.steps), reasons=spoken.set_aside(),
        refusals=spoken.refusals(),
    )  # fmt: skip
