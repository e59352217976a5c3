"""The review queue: one person on this machine reads claims against their pages, and every act is an entry.

The desk is opened by an address that holds for one visit and is printed where the site was started; from then on a
cookie that no script reads, a token in every form and the addresses of this machine keep everybody else out (OWASP,
Cross-Site Request Forgery Prevention; DNS rebinding by the `Host` header).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muniment.desk.web import spoken
from muniment.desk.web.asking import require_known, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.doubts import pair_of
from muniment.desk.web.faults import wrong
from muniment.desk.web.marks import marks_of_claim
from muniment.desk.web.room import room_now
from muniment.desk.web.rows import slots_of
from muniment.errors import UsageError
from muniment.registers import Field, Register
from muniment.registers.values import names

__all__ = ["SHUT", "Desk", "Input", "read_value", "routes", "shown_value"]

_MOST = 100_000
"""Octets of a form: a few slots and a note."""

_AHEAD = 12
"""Claims of the queue that are shown beside the one in hand."""

_LIKE = 5
"""Rows that are offered to be joined with."""

_LISTS = frozenset({"names", "texts", "topics"})
"""Types of slot whose values are given one a line."""

_JSON = frozenset({"actions", "numbers"})
"""Types of slot whose values are given as JSON."""

_OFFICE = " | "
"""What stands between a person's name and office, one person a line."""

SHUT = frozenset({"not-here", "not-the-reviewer", "wrong-key", "foreign-form", "wrong-token"})
"""Errors that keep out whoever is not the reviewer, by their code."""

_HOME = frozenset({"127.0.0.1", "localhost", "::1"})


class Input(msgspec.Struct, frozen=True):
    """A slot of a claim as the form has it: field, value as text, lines it takes, the key that leads to it."""

    field: Field
    text: str
    lines: int
    key: str


class Desk:
    """The desk of one reviewer: who it is, the key that opens it once, and the session that came of it."""

    def __init__(self, author: str) -> None:
        """Take the reviewer's name and make a key.

        Raises:
            UsageError: the name is empty.
        """
        if not author.strip():
            raise UsageError(
                "a review needs the name of who reviews", code="no-author", where="review",
                hint='Give it: muniment serve --review "Ana Dol".',
            )  # fmt: skip
        self.author = author.strip()
        self.key = secrets.token_urlsafe(24)
        self.session = ""
        self.token = ""

    @property
    def address(self) -> str:
        """The path that opens the desk, once."""
        return f"/review/open?key={self.key}"

    def open(self, key: str) -> bool:
        """Return whether a key opens the desk; the right one does so once."""
        if not self.key or not hmac.compare_digest(key.encode(), self.key.encode()):
            return False
        self.key = ""
        self.session, self.token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        return True

    def knows(self, session: str) -> bool:
        """Return whether a cookie is that of the reviewer."""
        return bool(self.session) and hmac.compare_digest(session.encode(), self.session.encode())


def _desk(request: Request) -> Desk:
    """Return the desk, once it is sure that the reviewer asks.

    Raises:
        UsageError: it is somebody else.
    """
    desk = request.app.state.review
    assert isinstance(desk, Desk)  # noqa: S101 - routes are there only with a desk
    if (request.url.hostname or "") not in _HOME:
        raise wrong("not-here", request.url.netloc)
    return desk


def _require_reviewer(request: Request) -> Desk:
    desk = _desk(request)
    if not desk.knows(request.cookies.get("review", "")):
        raise wrong("not-the-reviewer", request.url.path)
    return desk


def enter(request: Request) -> Response:
    """Open the desk with the key that was printed; the cookie ends with the browser."""
    desk = _desk(request)
    if not desk.open(request.query_params.get("key", "")):
        raise wrong("wrong-key", "key")
    answer = RedirectResponse("/review", 303, {"Cache-Control": "no-store"})
    answer.set_cookie("review", desk.session, httponly=True, samesite="strict")
    return answer


def shown_value(field: Field, value: Any) -> str:
    """Return a slot's value as the form has it."""
    if value in (None, "", [], False):
        return ""
    if field.type in _LISTS:
        return "\n".join(str(one) for one in value)
    if field.type == "people":
        return "\n".join(_person(one) for one in value)
    if field.type in _JSON or isinstance(value, list | dict | bool):
        return msgspec.json.encode(value).decode("utf-8")
    return str(value)


def _person(told: Any) -> str:
    if not isinstance(told, dict):
        return str(told)
    return _OFFICE.join(str(told[name]) for name in ("name", "office") if told.get(name))


def read_value(field: Field, text: str) -> Any:
    """Return the value that a form's text stands for; None where it is empty, which takes the value away.

    Raises:
        UsageError: it is to be JSON and is none.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return None
    if field.type in _LISTS:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if field.type == "people":
        named = [[part.strip() for part in line.split(_OFFICE.strip(), 1)] for line in text.split("\n") if line.strip()]
        return [dict(zip(("name", "office"), told, strict=False)) for told in named]
    if field.type in _JSON or text[:1] in "[{":
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise wrong("not-json", field.name, slot=field.label) from error
    return text


def _inputs(register: Register, claim: dict[str, Any]) -> list[Input]:
    """Return the slots of a claim as the form has them: those that are told first, each of these with a number key."""
    fields = [field for field in register.fields if field.type != "blocks" and field.name != "archived_text"]
    told = [field for field in fields if claim.get(field.name) not in (None, "", [], False)]
    found = []
    for number, field in enumerate([*told, *(field for field in fields if field not in told)], 1):
        text = shown_value(field, claim.get(field.name))
        lines = min(max(text.count("\n") + 1, len(text) // 60 + 1), 8)
        found.append(Input(field, text, lines, str(number) if number <= min(len(told), 9) else ""))
    return found


def queue(request: Request) -> Response:
    """Return the claim in hand, the words around it, what it does to the registers, and the queue ahead."""
    desk = _require_reviewer(request)
    require_known(request, "register", "offset", "did", "what")
    room = room_now(request)
    register, offset = request.query_params.get("register", ""), whole(request.query_params, "offset", 0)
    ahead = room.record.review_queue(register, _AHEAD, offset)
    figures = room.record.review_figures()
    shown: dict[str, Any] = {
        "register": register, "offset": offset, "ahead": ahead, "author": desk.author, "token": desk.token,
        "did": whole(request.query_params, "did", 0), "what": request.query_params.get("what", ""),
        "open_count": sum(one.open for one in figures if register in ("", one.register)),
        "done_count": sum(one.reviewed for one in figures if register in ("", one.register)),
        "pairs": len(room.record.kept_proposals()),
        "counts": {name: sum(one.open for one in figures if one.register == name) for name in spoken.registers()},
    }  # fmt: skip
    if ahead:
        shown |= _in_hand(room, ahead[0])
    answer = room.page("review.html", request, title=say("review.title"), active="review", **shown)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def pairs(request: Request) -> Response:
    """Return the two rows in hand that may be one, and the pairs ahead; one key decides each."""
    desk = _require_reviewer(request)
    require_known(request, "register", "offset", "did", "what")
    room = room_now(request)
    register, offset = request.query_params.get("register", ""), whole(request.query_params, "offset", 0)
    found = room.record.kept_proposals()
    ahead = found.some(offset, _AHEAD, register)
    answer = room.page(
        "review_pairs.html", request, title=say("review.pairs"), active="review", author=desk.author,
        token=desk.token, register=register, offset=offset, counts=found.counts, open_count=len(found),
        did=whole(request.query_params, "did", 0), what=request.query_params.get("what", ""),
        pair=pair_of(room, ahead[0]) if ahead else None, ahead=ahead,
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _in_hand(room: Any, item: Any) -> dict[str, Any]:
    """Return what the page shows of the claim in hand."""
    claim, row = item.claim, item.row
    register = spoken.register(claim["register"])
    view = room.record.document(claim["evidence"][0]["document"])
    called = next((told for slot in register.key if (told := names(row.slots.get(slot)))), [])
    hits = room.record.search(called[0], register.name, _LIKE + 1) if called else []
    others = [hit for hit in hits if hit.id != row.id][:_LIKE]
    labels = {field.name: field.label for field in register.fields}
    doubts = [
        (one.reason, _labelled(one.about, labels) if one.reason == "disputed" else one.about) for one in item.doubts
    ]
    return {
        "item": item, "claim": claim, "row": row, "of": register, "inputs": _inputs(register, claim), "view": view,
        "words": _words(view, claim["evidence"]), "marks": marks_of_claim(claim), "like": others,
        "slots": slots_of(register, row, []), "alone": row.claim_count == 1, "doubts": doubts,
    }  # fmt: skip


def _labelled(slots: str, labels: dict[str, str]) -> str:
    return ", ".join(labels.get(name, name).lower() for name in slots.split(", "))


def _words(view: Any, evidence: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    """Return the sentences that the claim rests on with those beside them, in runs, cut into pieces: text and kind.

    A piece is `quoted` where the claim cites it, `sentence` in the rest of a cited sentence, else `beside`.
    """
    spans = [(one["start"], one["end"]) for one in evidence if one["document"] == view.document]
    sentences = [one for one in view.sentences if one.reason != "furniture" or _meets(one, spans)]
    near = {
        number + by for number, one in enumerate(sentences) if _meets(one, spans) for by in (-1, 0, 1)
        if 0 <= number + by < len(sentences)
    }  # fmt: skip
    runs: list[list[tuple[str, str]]] = []
    last = -2
    for number in sorted(near):
        if number != last + 1:
            runs.append([])
        last, one = number, sentences[number]
        runs[-1] += _pieces(view.text, one.start, one.end, spans)
    return runs


def _meets(sentence: Any, spans: list[tuple[int, int]]) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in spans)


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[str, str]]:
    inside = sorted({start, end, *(place for span in spans for place in span if start < place < end)})
    around = "sentence" if any(one < end and start < other for one, other in spans) else "beside"
    found = [
        (text[a:b], "quoted" if any(one <= a and b <= other for one, other in spans) else around)
        for a, b in pairwise(inside)
    ]
    return [*found, (" ", "beside")]


async def act(request: Request) -> Response:
    """Do what a form asks for, as the reviewer, and lead on to the next claim."""
    desk = _require_reviewer(request)
    origin = request.headers.get("origin", "")
    if origin not in ("", "null") and urlsplit(origin).netloc != request.url.netloc:
        raise wrong("foreign-form", "origin")
    body = await request.body()
    if len(body) > _MOST:
        raise wrong("long-form", request.url.path)
    form = {name: told[0] for name, told in parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).items()}
    if not hmac.compare_digest(form.get("token", "").encode(), desk.token.encode()):
        raise wrong("wrong-token", "token")
    what = request.path_params["act"]
    place = "/review/pairs" if form.get("pairs") else "/review"
    position = await run_in_threadpool(_done, request, desk, what, form)
    query = {"register": form.get("register", ""), "offset": form.get("offset", ""), "did": position, "what": what}
    if what == "skip":
        query = {"register": form.get("register", ""), "offset": int(form.get("offset") or 0) + 1}
    asked = urlencode({name: value for name, value in query.items() if value not in ("", "0", 0)})
    return RedirectResponse(f"{place}?{asked}" if asked else place, 303, {"Cache-Control": "no-store"})


def _done(request: Request, desk: Desk, what: str, form: dict[str, str]) -> int:
    """Return the position of the entry that an act became; 0 for none."""
    record, claim, basis = room_now(request).record, form.get("claim", ""), say("review.basis")
    of, a, b = (form.get(name, "") for name in ("of", "a", "b"))
    compared = say("review.pair_basis")
    acts: dict[str, Callable[[], Any]] = {
        "accept": lambda: record.accept_claim(claim, desk.author, basis),
        "reject": lambda: record.reject_claim(claim, desk.author, basis),
        "correct": lambda: record.correct_claim(claim, _given(record.claim(claim), form), desk.author, basis),
        "note": lambda: record.note_claim(claim, form.get("note", ""), desk.author, basis),
        "undo": lambda: record.undo(whole(form, "entry", 0), desk.author, basis),
        "merge": lambda: record.same_as(
            record.claim(claim)["register"], record.claim(claim)["row"], form.get("row", "").strip(), desk.author, basis
        ),
        "same": lambda: record.same_as(of, a, b, desk.author, compared),
        "distinct": lambda: record.not_same_as(of, a, b, desk.author, compared),
        "unsure": lambda: record.unsure_of(of, a, b, desk.author, compared),
        "skip": lambda: None,
    }  # fmt: skip
    if what not in acts:
        raise wrong("unknown-act", "act", asked=repr(what[:40]))
    entry = acts[what]()
    return entry.position if entry is not None else 0


def _given(claim: dict[str, Any], form: dict[str, str]) -> dict[str, Any]:
    """Return the slots that the form changes.

    Raises:
        UsageError: a value that is to be JSON and is none.
    """
    register = spoken.register(claim["register"])
    given = {}
    for field in register.fields:
        text = form.get(f"slot-{field.name}")
        if text is not None and text.replace("\r\n", "\n").strip() != shown_value(field, claim.get(field.name)).strip():
            given[field.name] = read_value(field, text)
    return given


def routes() -> list[Route]:
    """Return the addresses of the desk."""
    return [
        Route("/review/open", enter),
        Route("/review", queue),
        Route("/review/pairs", pairs),
        Route("/review/{act}", act, methods=["POST"]),
    ]
