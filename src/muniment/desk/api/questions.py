"""The addresses of questions to the whole record: search, gaps, promises, treaties, coverage, pages, claims."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Path, Query, Request, Response

from muniment.desk.api.registers import KnownAt, Limit, answer, record_of
from muniment.desk.api.shapes import listed, one_of, reference
from muniment.facade import Record, answer_shapes
from muniment.registers import one_or_all
from muniment.registers.dossier import PLACES

__all__ = ["AsOf", "Date", "add_questions"]

AsOf = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="A day, ISO 8601; today by default.")]
Date = Annotated[str, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$", description="A date, ISO 8601.")]


def add_questions(app: FastAPI, base: str) -> None:
    """Add the addresses of the questions below a base."""
    shape = {name: reference(kind.__name__) for name, kind in answer_shapes().items()}
    for path, asked, made in (
        ("/search", _search, listed(shape["search"], "Rows and pages with all the words, best first.")),
        ("/gaps", _gaps, listed(shape["gaps"], "What the record leaves open on a day.")),
        (
            "/promises",
            _promises,
            listed(shape["promises"], "What became of commitments and of what was announced, by day due."),
        ),
        ("/agendas", _agendas, listed(shape["agendas"], "Every meeting beside its announcements and outcomes.")),
        ("/network", _network, one_of(shape["network"], "Who met whom, counted over meetings that were held.")),
        ("/places", _places, listed(shape["places"], "The cities that meetings are told of in, and where they are.")),
        ("/trends", _trends, listed(shape["trends"], "Every region that was assessed, with its assessments.")),
        ("/treaties", _treaties, listed(shape["treaties"], "Treaties by the members of each organisation on a day.")),
        ("/dossier", _dossier, _dossier_shape(shape)),
        ("/sql", _sql, one_of(shape["sql"], "Columns, rows, and whether there were more.")),
        ("/sql/views", _views, listed(shape["views"], "What can be asked in SQL, with every column.")),
        ("/copies", _copies, listed(shape["clusters"], "Texts that stand on several pages.")),
        ("/proposals", _proposals, listed(shape["proposals"], "Pairs of rows that may be one, for a person to say.")),
        ("/quiet", _quiet, listed(shape["quiet"], "Bodies silent for three times as long as is usual with them.")),
        ("/sources", _sources, listed(shape["sources"], "How each source on the web stands, those with alarms first.")),
        ("/unread", _unread, listed(shape["unread"], "Sentences that no rule read or set aside.")),
        ("/status", _status, one_of(shape["status"], "What the record covers.")),
        ("/pages/{document}", _page, one_of(shape["document"], "A document: text, blocks, sentences, claims.")),
        ("/claims/{claim}", _claim, one_of({"type": "object"}, "A claim as a record, with its row and entry.")),
    ):
        app.get(f"{base}{path}", tags=["record"], responses=made)(asked)


def _listed(record: Record, items: Any) -> Response:
    return answer(record, {"items": items, "head": record.head(), "coverage": record.status().line()})


def _search(
    request: Request,
    words: Annotated[str, Query(min_length=1, description="All of which occur; the last may be a beginning.")],
    register: Annotated[str, Query(description="Only rows of this register.")] = "",
    limit: Limit = 50,
    known_at: KnownAt = "",
) -> Response:
    """Search rows and pages."""
    record = record_of(request, known_at)
    return _listed(record, record.search(words, register or None, limit))


def _gaps(request: Request, as_of: AsOf = "", known_at: KnownAt = "") -> Response:
    """What is overdue, unreported, unratified or contradicted."""
    record = record_of(request, known_at)
    return _listed(record, record.gaps(as_of or None))


def _promises(
    request: Request,
    as_of: AsOf = "",
    status: Annotated[str, Query(description="Only those of this status.")] = "",
    known_at: KnownAt = "",
) -> Response:
    """What became of every commitment, and of all that was announced."""
    record = record_of(request, known_at)
    return _listed(record, record.promises(as_of or None, status))


def _agendas(
    request: Request,
    as_of: AsOf = "",
    open_only: Annotated[bool, Query(description="Only meetings that leave a question open.")] = False,
    known_at: KnownAt = "",
) -> Response:
    """How meetings went, item by item."""
    record = record_of(request, known_at)
    return _listed(record, record.agendas(as_of or None, open_only=open_only))


def _network(
    request: Request,
    around: Annotated[str, Query(description="Only this name, those it met, and the ties among them.")] = "",
    since: Date = "",
    until: Date = "",
    known_at: KnownAt = "",
) -> Response:
    """Who met whom."""
    record = record_of(request, known_at)
    return answer(record, record.network(around, since, until))


def _places(
    request: Request,
    name: Annotated[str, Query(description="Only of meetings whose rows have this name.")] = "",
    known_at: KnownAt = "",
) -> Response:
    """Where meetings were held and are to be."""
    record = record_of(request, known_at)
    return _listed(record, record.places(name))


def _trends(request: Request, known_at: KnownAt = "") -> Response:
    """How regions were assessed over time, and by whom."""
    record = record_of(request, known_at)
    return _listed(record, record.trends())


def _treaties(
    request: Request,
    as_of: AsOf = "",
    organisation: Annotated[str, Query(description="Only the treaties of its members, by its full name.")] = "",
    known_at: KnownAt = "",
) -> Response:
    """Where each member stands with each treaty, and what keeps it from force."""
    record = record_of(request, known_at)
    return _listed(record, record.treaty_matrix(organisation, as_of or None))


def _dossier_shape(shape: dict[str, dict[str, str]]) -> dict[int | str, dict[str, Any]]:
    """Return the answers of the address of a name's dossier."""
    part = {"type": "string", "description": "The slot that names it; `office` for a person's office."}
    row = {"anyOf": [reference(register) for register in PLACES]}
    mention = {"type": "object", "properties": {"part": part, "row": row}, "required": ["part", "row"]}
    met = {"type": "array", "items": shape["acquaintances"]}
    about = "The rows that name it, register by register and by date, and whom it met."
    return listed(mention, about, of={"type": "string", "description": "The name."}, acquaintances=met)


def _dossier(
    request: Request,
    name: Annotated[str, Query(min_length=1, description="Of a person, a body or a state, as the rows have it.")],
    limit: Limit = 1000,
    known_at: KnownAt = "",
) -> Response:
    """Everything the registers tell of one name, and whom it met."""
    record = record_of(request, known_at)
    found = record.dossier(name, limit)
    told = [
        {"part": one.part, "row": record.full(one.row).record()} for rows in found.mentions.values() for one in rows
    ]
    body = {"of": name, "items": told, "acquaintances": found.acquaintances}
    return answer(record, {**body, "head": record.head(), "coverage": record.status().line()})


def _sql(
    request: Request,
    q: Annotated[str, Query(min_length=1, description="One SELECT in SQLite's SQL, over the views.")],
    limit: Annotated[int, Query(ge=1, le=10_000, description="At most so many rows.")] = 1000,
) -> Response:
    """The answer to a question in SQL, read only; of the record as it is known now."""
    record = record_of(request)
    with request.app.state.gate.turn():
        return answer(record, record.sql(q, limit))


def _views(request: Request) -> Response:
    """The views that can be asked in SQL."""
    record = record_of(request)
    return _listed(record, record.sql_views())


def _copies(request: Request) -> Response:
    """Texts that stand on several pages, with the page each is first known from."""
    record = record_of(request)
    return _listed(record, list(record.clusters()))


def _proposals(
    request: Request,
    register: Annotated[str, Query(description="Only pairs of this register.")] = "",
    limit: Limit = 100,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    known_at: KnownAt = "",
) -> Response:
    """Rows that may be one and on which nobody has decided, with the reason of each pair."""
    record = record_of(request, known_at)
    name = one_or_all(register)
    return _listed(record, record.kept_proposals().some(offset, limit, name))


def _quiet(request: Request, as_of: AsOf = "", known_at: KnownAt = "") -> Response:
    """Bodies that have not met for longer than is usual with them, the longest silent first."""
    record = record_of(request, known_at)
    return _listed(record, record.quiet(as_of or None))


def _sources(request: Request) -> Response:
    """The sources that the record follows on the web, with what is wrong with each."""
    record = record_of(request)
    return _listed(record, record.sources())


def _unread(
    request: Request,
    limit: Limit = 100,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    known_at: KnownAt = "",
) -> Response:
    """Sentences that no rule read or set aside."""
    record = record_of(request, known_at)
    return _listed(record, record.unread(limit, offset))


def _status(request: Request, known_at: KnownAt = "") -> Response:
    """What the record covers."""
    record = record_of(request, known_at)
    return answer(record, record.status())


def _page(
    request: Request,
    document: Annotated[str, Path(description="SHA-256 of its bytes.")],
    known_at: KnownAt = "",
) -> Response:
    """A document as it was read."""
    record = record_of(request, known_at)
    return answer(record, record.document(document))


def _claim(request: Request, claim: str, known_at: KnownAt = "") -> Response:
    """One claim, with its evidence, its row and its entry."""
    record = record_of(request, known_at)
    return answer(record, record.claim(claim))
