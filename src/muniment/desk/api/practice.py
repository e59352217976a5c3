"""The addresses of what follows from rows: duties, offices, states, deployments, contradictions, names, what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import FastAPI, Path, Query, Request, Response

from muniment.desk.api.questions import AsOf, Date
from muniment.desk.api.registers import KnownAt, Limit, answer, record_of
from muniment.desk.api.shapes import listed, one_of, reference
from muniment.facade import Record, answer_shapes
from muniment.registers import one_or_all

__all__ = ["add_practice"]

_Offset = Annotated[int, Query(ge=0, le=10**9, description="So many are passed over first.")]
_Register = Annotated[str, Query(description="Only of this register.")]
_TOTAL = {"type": "integer", "description": "How many there are in all."}


def add_practice(app: FastAPI, base: str) -> None:
    """Add the addresses below a base."""
    shape = {name: reference(kind.__name__) for name, kind in answer_shapes().items()}
    meetings, text = reference("meetings"), {"type": "string"}
    for path, asked, made in (
        ("/calendar", _calendar, _some(meetings, "Meetings with a date, in its order, of any status.")),
        ("/names", _names, listed(shape["names"], "People in office, bodies, states, and how many rows name each.")),
        ("/contradictions", _contradictions, _some(shape["contradictions"], "What pages disagree on, in their words.")),
        ("/duties", _duties, _some(shape["duties"], "What is to be done, by whom and by when.")),
        ("/offices", _offices, _some(shape["offices"], "Offices, with who holds each on a day.")),
        ("/offices/{office}", _office, one_of(shape["offices"], "One office and everybody told to have held it.")),
        ("/states", _states, listed(text, "States and organisations that have a page.")),
        ("/states/{state}", _state, one_of(shape["state"], "What waits for a state, and what comes next.")),
        ("/deployments", _deployments, _some(shape["deployments"], "Deployments link by link.")),
        ("/series", _series, _some(shape["series"], "Operations and exercises of one name, edition by edition.")),
        ("/formulas", _formulas, listed(shape["formulas"], "A body's texts, each beside its next, by sentence.")),
        ("/news", _news, one_of(shape["news"], "Rows new, changed or gone since an entry of the ledger.")),
        ("/pages/{document}/reading", _reading, one_of(shape["reading"], "What became of every sentence, and why.")),
        ("/pages/{document}/versions", _versions, one_of(shape["versions"], "Two versions of a page side by side.")),
        ("/pages/{document}/languages", _languages, one_of(shape["languages"], "A page in two languages, by part.")),
        ("/instruments/{row}/outlook", _outlook, one_of(shape["outlook"], "How far a treaty is from force.")),
        ("/review", _review, listed(shape["queue"], "Claims that nobody reviewed, the most doubtful first.")),
        ("/review/figures", _figures, listed(shape["figures"], "Claims accepted, corrected, rejected, by rule.")),
    ):
        app.get(f"{base}{path}", tags=["practice"], responses=made)(asked)


def _some(items: dict[str, str], about: str) -> dict[int | str, dict[str, Any]]:
    """Return the answers of an address that gives some of a list, and how many there are."""
    return listed(items, about, total=_TOTAL)


def _listed(record: Record, items: Sequence[Any], total: int | None = None) -> Response:
    count = {} if total is None else {"total": total}
    return answer(record, {"items": items, **count, "head": record.head(), "coverage": record.status().line()})


def _calendar(  # noqa: PLR0913 - what an address can be asked, each by its name
    request: Request,
    body: Annotated[str, Query(description="Only of the body of that name.")] = "",
    member: Annotated[str, Query(description="Only those that concern it: named, or of its organisation.")] = "",
    since: Date = "",
    until: Date = "",
    limit: Limit = 100,
    offset: _Offset = 0,
    known_at: KnownAt = "",
) -> Response:
    """Meetings announced and held, in the order of their days."""
    record = record_of(request, known_at)
    found = record.meetings(body, member, since, until)
    rows = [record.full(row).record() for row in found[offset : offset + limit]]
    return _listed(record, rows, len(found))


def _names(request: Request, limit: Limit = 250, known_at: KnownAt = "") -> Response:
    """The names that most rows have, of each kind."""
    record = record_of(request, known_at)
    return _listed(record, record.names(limit))


def _contradictions(
    request: Request, register: _Register = "", limit: Limit = 100, offset: _Offset = 0, known_at: KnownAt = ""
) -> Response:
    """What pages disagree on, with the words of each."""
    record = record_of(request, known_at)
    kept, name = record.kept_contradictions(), one_or_all(register)
    return _listed(record, kept.some(offset, limit, name), kept.counts.get(name, 0) if name else len(kept))


def _duties(  # noqa: PLR0913 - what an address can be asked, each by its name
    request: Request,
    as_of: AsOf = "",
    who: Annotated[str, Query(description="Only what binds somebody of that name.")] = "",
    limit: Limit = 100,
    offset: _Offset = 0,
    known_at: KnownAt = "",
) -> Response:
    """What is to be done on a day."""
    record = record_of(request, known_at)
    if who:
        found = record.duties(as_of or None, who)
        return _listed(record, found[offset : offset + limit], len(found))
    kept = record.kept_duties(as_of or None)
    return _listed(record, kept.some(offset, limit), len(kept))


def _offices(  # noqa: PLR0913 - what an address can be asked, each by its name
    request: Request,
    as_of: AsOf = "",
    words: Annotated[str, Query(description="Words of the title, the organisation or a holder.")] = "",
    limit: Limit = 100,
    offset: _Offset = 0,
    known_at: KnownAt = "",
) -> Response:
    """The offices that rows tell of."""
    record = record_of(request, known_at)
    if words:
        found = record.offices(words, as_of or None)
        return _listed(record, found[offset : offset + limit], len(found))
    kept = record.kept_offices(as_of or None)
    return _listed(record, kept.some(offset, limit), len(kept))


def _office(
    request: Request,
    office: Annotated[str, Path(description="Its id, or a beginning that no other has.")],
    as_of: AsOf = "",
    known_at: KnownAt = "",
) -> Response:
    """One office."""
    record = record_of(request, known_at)
    return answer(record, record.office(office, as_of or None))


def _states(request: Request, known_at: KnownAt = "") -> Response:
    """The states and organisations that belong to an organisation."""
    record = record_of(request, known_at)
    return _listed(record, record.states())


def _state(
    request: Request,
    state: Annotated[str, Path(description="In any form in which it is told to belong to something.")],
    as_of: AsOf = "",
    since: Annotated[AsOf, Query()] = "",
    known_at: KnownAt = "",
) -> Response:
    """What a state has not ratified, what is asked of it, what it promised, what comes next."""
    record = record_of(request, known_at)
    return answer(record, record.state(state, as_of or None, since or None))


def _deployments(
    request: Request, as_of: AsOf = "", limit: Limit = 100, offset: _Offset = 0, known_at: KnownAt = ""
) -> Response:
    """Deployments from the appeal to the end."""
    record = record_of(request, known_at)
    kept = record.kept_deployments(as_of or None)
    return _listed(record, kept.some(offset, limit), len(kept))


def _series(request: Request, limit: Limit = 100, offset: _Offset = 0, known_at: KnownAt = "") -> Response:
    """Operations and exercises of one name."""
    record = record_of(request, known_at)
    kept = record.kept_series()
    return _listed(record, kept.some(offset, limit), len(kept))


def _formulas(
    request: Request,
    body: Annotated[str, Query(min_length=1, description="Whose texts: a body's name.")],
    known_at: KnownAt = "",
) -> Response:
    """What became of the sentences of a body's texts."""
    record = record_of(request, known_at)
    return _listed(record, record.formulas(body))


def _news(
    request: Request,
    since: Annotated[int, Query(ge=0, le=10**9, description="The entry after which it came.")] = 0,
    known_at: KnownAt = "",
) -> Response:
    """What came since an entry of the ledger."""
    record = record_of(request, known_at)
    return answer(record, record.news(since))


_Document = Annotated[str, Path(description="SHA-256 of its bytes, or a source.")]


def _reading(request: Request, document: _Document, known_at: KnownAt = "") -> Response:
    """How a page was read, sentence by sentence."""
    record = record_of(request, known_at)
    return answer(record, record.explain(document))


def _versions(
    request: Request,
    document: _Document,
    other: Annotated[int | None, Query(ge=1, description="Number of the other version; the one before.")] = None,
    known_at: KnownAt = "",
) -> Response:
    """A version of a page beside another, with what became of the claims."""
    record = record_of(request, known_at)
    return answer(record, record.versions(document, other))


def _languages(
    request: Request,
    document: _Document,
    language: Annotated[str, Query(description="ISO 639-1 code; the first that was captured by default.")] = "",
    known_at: KnownAt = "",
) -> Response:
    """A page beside the page that it names as the same in another language."""
    record = record_of(request, known_at)
    return answer(record, record.tongues(document, language))


def _outlook(
    request: Request,
    row: Annotated[str, Path(description="Its id, or a beginning that no other has.")],
    deposit: Annotated[list[str] | None, Query(description="Suppose it, as Norway=2031-03-01; repeatable.")] = None,
    known_at: KnownAt = "",
) -> Response:
    """When a treaty enters into force by its own clause; nothing that is supposed is filed."""
    from muniment.facade.treaties import treaty_outlook

    record = record_of(request, known_at)
    return answer(record, treaty_outlook(record, row, deposits=deposit or ()))


def _review(request: Request, register: _Register = "", limit: Limit = 50, offset: _Offset = 0) -> Response:
    """What waits to be reviewed; it is reviewed at the desk that `muniment serve --review` opens."""
    record = record_of(request)
    return _listed(record, record.review_queue(one_or_all(register), limit, offset))


def _figures(request: Request) -> Response:
    """What came of the review, by rule and register."""
    record = record_of(request)
    return _listed(record, record.review_figures())
