"""SQL for those who know it: a form, the answer as a table, and the views that can be asked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import wrong
from muniment.desk.web.room import gate_of, room_of
from muniment.errors import UsageError

__all__ = ["EXAMPLES", "sql"]

_SHOWN = 200
"""Rows that the page shows where no limit is asked for; programs get `_MOST`."""

_MOST = 10_000

EXAMPLES = (
    "SELECT place, count(*) AS meetings FROM meetings\nWHERE status = 'held' GROUP BY place ORDER BY 2 DESC",
    "SELECT b.value AS body, substr(m.start, 1, 4) AS year, count(*) AS meetings\n"
    "FROM meetings m, json_each(m.bodies) b GROUP BY 1, 2 ORDER BY 1, 2",
    "SELECT i.title, a.value ->> 'action' AS action, a.value ->> 'date' AS date\n"
    "FROM instruments i, json_each(i.actions) a ORDER BY 3",
    "SELECT t.source, t.stated_on, i.title FROM told t\n"
    "JOIN instruments i ON i.id = t.row_id WHERE t.register = 'instruments'",
)
"""Questions to begin with; a test asks each."""


def sql(request: Request) -> Response:
    """Return the answer to a question in SQL, in the form asked for; without a question, what can be asked.

    Raises:
        UsageError: it is asked of an earlier state, or for programs without a question.
    """
    require_known(request, "q", "limit")
    room, form = room_of(request), form_of(request, request.path_params.get("form", ""))
    question = request.query_params.get("q", "").strip()
    limit = whole(request.query_params, "limit", _SHOWN if form == "html" else _MOST, _MOST)
    if form != "html":
        if not question:
            raise wrong("no-question", "q")
        with gate_of(request).turn():
            answer = room.record.sql(question, limit)
        records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        if form == "json":
            return room.data(form, {"columns": answer.columns, "rows": answer.rows, "more": answer.more})
        return room.data(form, records, (answer.columns, answer.rows))
    fault, found = None, None
    if question:
        try:
            with gate_of(request).turn():
                found = room.record.sql(question, limit)
        except UsageError as error:
            if not error.code.startswith(("sql-", "not-a-select")):
                raise
            fault = error
    return room.page(
        "sql.html", request, status=400 if fault else 200, title=say("sql.title"), active="sql", question=question,
        found=found, fault=fault, views=room.record.sql_views(), examples=EXAMPLES, limit=limit,
    )  # fmt: skip
