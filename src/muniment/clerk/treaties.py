"""Treaties by their texts: the clause by which each enters into force, and the day that follows from the consents."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from muniment.clerk.clauses import clause_words
from muniment.errors import UsageError
from muniment.profiles import World
from muniment.reading.en.force import final_clauses, states_of_preamble
from muniment.registers.participation import ClauseFound, TreatyStanding
from muniment.rules.consents import Facts, TreatyConsent
from muniment.rules.participation import CONSENTING, bound_on
from muniment.rules.statehood import ended_before
from muniment.rules.treaty import NO_CLAUSE, Computed, compute, differences
from muniment.terms.treaty import CONSENT_KINDS, SUCCESSION, ForceClause

__all__ = [
    "CheckedTreaty",
    "Outlook",
    "Treaty",
    "checked",
    "checked_file",
    "clause_of_file",
    "clause_words_of_file",
    "clauses_of_file",
    "deposits_named",
    "outlook",
    "text_of",
]

_ORGANIZATION = re.compile(
    r"\bIO-|\b(?:EU|EUE|EEC|EC)\b|\b(?:Union|Agency|Organi[sz]ation|Community|Communities|Commission|Bank)\b"
)
"""Names and codes of organisations among a treaty's parties; "IO-" as some tables mark them."""

_FORMER = {
    "ddr": "German Democratic Republic", "east germany": "German Democratic Republic",
    "german democratic republic": "German Democratic Republic",
    "scg": "Serbia and Montenegro", "serbia and montenegro": "Serbia and Montenegro",
    "yug": "Yugoslavia", "yugoslavia": "Yugoslavia", "socialist federal republic of yugoslavia": "Yugoslavia",
    "csk": "Czechoslovakia", "czechoslovakia": "Czechoslovakia",
    "sun": "Russia", "ussr": "Russia", "soviet union": "Russia", "union of soviet socialist republics": "Russia",
    "rom": "Romania", "zar": "Democratic Republic of the Congo", "bur": "Myanmar", "dhy": "Benin", "dahomey": "Benin",
    "hvo": "Burkina Faso", "tmp": "Timor-Leste", "irish republic": "Ireland",
    "congo": "Republic of the Congo", "persia": "Iran", "malaya": "Malaysia", "federation of malaya": "Malaysia",
    "the former yugoslav republic of macedonia": "North Macedonia",
    "macedonia, the former yugoslav republic of": "North Macedonia", "ant": "Netherlands Antilles",
}  # fmt: skip
"""Former names and codes (ISO 3166-3) -> the state; Russia continues the Soviet Union's membership of treaties."""


_NOT_FOUND = (
    "no clause on its entry into force was found; it then waits for the consent of all negotiating states: Vienna"
    " Convention on the Law of Treaties (1969), art. 24(2)"
)


class _Party(msgspec.Struct):
    state: str
    date: str = ""
    kind: str = ""
    withdrawn: str = ""


class _Line(msgspec.Struct):
    text: str
    id: str = ""
    title: str = ""
    adopted: str | None = None
    signed: str | None = None
    consents: list[_Party] = []
    population: list[str] = []
    populations: dict[str, list[str]] = {}
    weights: dict[str, dict[str, float]] = {}
    events: dict[str, str] = {}
    objections: list[_Party] | None = None
    in_force: str | None = None


class Treaty(msgspec.Struct, frozen=True):
    """A treaty's text, and what is known of it besides.

    Attributes:
        id: any name that tells it from others.
        text: in English.
        consents: those that are known to the day.
        title: for people.
        facts: what is known besides, with the states by their short names.
        recorded: the day of entry into force that a source records, or None; never looked at when computing.
    """

    id: str
    text: str
    consents: tuple[TreatyConsent, ...] = ()
    title: str = ""
    facts: Facts = Facts()
    recorded: datetime.date | None = None


class CheckedTreaty(msgspec.Struct, frozen=True):
    """A treaty's clause, what follows from it, and how that stands to the day a source records.

    Attributes:
        id: as given.
        title: as given.
        clause: the one by which it enters into force; None where the text has none.
        computed: what follows from the clause and the consents.
        recorded: the day that the source records, ISO 8601; empty where it gives none.
        agrees: whether both days are the same; None without a recorded one.
        differs: why they are not, as far as the consents tell.
    """

    id: str
    title: str
    clause: ForceClause | None
    computed: Computed
    recorded: str
    agrees: bool | None
    differs: tuple[str, ...]


class Outlook(msgspec.Struct, frozen=True):
    """How far a treaty of a record is from entering into force, by its own clause.

    Attributes:
        title: of the instrument.
        organization: whose members are counted.
        clause: by which it enters into force; None where neither the record nor the text given has one.
        source: where the clause stands: `slot`, `page` or `file`; empty without one.
        deposited: members told to have consented, each with the day, in order of day; those supposed too.
        undated: members told to have consented, of which no page gives the day; not counted.
        waiting: members not told to have consented.
        blocking: members whose consent is certainly wanting.
        any_of: so many of those waiting would do, where the clause does not say which; 0 where it does.
        computed: what follows.
        registration: as `registers.participation.TreatyStanding` has it.
    """

    title: str
    organization: str
    clause: ForceClause | None
    source: str
    deposited: tuple[tuple[str, datetime.date], ...]
    undated: tuple[str, ...]
    waiting: tuple[str, ...]
    blocking: tuple[str, ...]
    any_of: int
    computed: Computed
    registration: str = ""


_NOT_HELD = (
    "the record holds neither its text nor the sentence on its entry into force; file that sentence as force_clause,"
    " with where it stands as the basis, or give the text"
)


def outlook(standing: TreatyStanding) -> Outlook:
    """Return how far a treaty is from entering into force."""
    days = {one.member: day for one in standing.members if (day := bound_on(one.acts)) is not None}
    consented = [one.member for one in standing.members if any(act.action in CONSENTING for act in one.acts)]
    found = standing.found
    computed = standing.computed or Computed(None, "none", missing=_NOT_HELD)
    return Outlook(
        standing.title, standing.organization, found.clause if found else None, found.source if found else "",
        deposited=tuple(sorted(days.items(), key=lambda each: (each[1], each[0]))),
        undated=tuple(name for name in consented if name not in days),
        waiting=tuple(one.member for one in standing.members if one.member not in consented),
        blocking=standing.waiting_for, any_of=standing.any_of, computed=computed, registration=standing.registration,
    )  # fmt: skip


def clause_of_file(path: Path) -> ClauseFound:
    """Return the clause of the treaty in a text file, or what the law has for a text without one.

    Raises:
        UsageError: a file that cannot be read as UTF-8 text.
    """
    clause = next(iter(final_clauses(text_of(path))), None)
    return ClauseFound(clause or NO_CLAUSE, "file", path.name)


def clause_words_of_file(path: Path) -> str:
    """Return the words of a treaty's text that, read alone, give the clause by which it enters into force.

    Raises:
        UsageError: a file that cannot be read as UTF-8 text, has no such clause, or one that needs the rest of it.
    """
    text = text_of(path)
    clause = next(iter(final_clauses(text)), None)
    if clause is None:
        raise UsageError("has no clause on its entry into force.", code="no-clause", where=str(path))
    words = clause_words(text, clause)
    if not words:
        raise UsageError(
            "has a clause that is not the same without the rest of the text.", code="clause-of-parts", where=str(path),
            hint="Build the text as a page under the treaty's title; its clause is then taken from there.",
        )  # fmt: skip
    return words


def deposits_named(told: Iterable[str]) -> dict[str, datetime.date]:
    """Return member -> day of deposits written as `Norway=2031-03-01`.

    Raises:
        UsageError: another form, or no day.
    """
    found: dict[str, datetime.date] = {}
    for one in told:
        member, sign, day = one.partition("=")
        when = _day(day.strip(), f"--deposit {one}") if sign else None
        if when is None:
            raise UsageError(f"{one!r} is no deposit.", code="not-a-deposit", hint="Write it as Norway=2031-03-01.")
        found[member.strip()] = when
    return found


def clauses_of_file(path: Path) -> list[ForceClause]:
    """Return the clauses by which the treaty in a text file enters into force.

    Raises:
        UsageError: a file that cannot be read as UTF-8 text.
    """
    return final_clauses(text_of(path))


def checked_file(path: Path, world: World) -> Iterator[CheckedTreaty | UsageError]:
    """Yield each treaty of a file of JSON Lines, checked, or the error in place of a line that gave none.

    A line has `id`, `text` (a file beside it), `consents` (`{state, date, kind}`, the kind one of
    `terms.treaty.CONSENT_KINDS` where known), and may have `title`, `adopted`, `signed`, `population` and `in_force`.
    The reader of the text sees neither the consents nor `in_force`.

    Raises:
        UsageError: a file that cannot be read.
    """
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        if line.strip():
            try:
                yield _checked_line(line, f"{path}:{number}", path.parent, world)
            except UsageError as error:
                yield error


def _checked_line(line: str, where: str, folder: Path, world: World) -> CheckedTreaty:
    try:
        told = msgspec.json.decode(line, type=_Line)
    except msgspec.DecodeError as error:
        raise UsageError(
            f"no treaty: {error}.", code="not-a-treaty", where=where, hint="See docs/treaties.md."
        ) from error
    return checked(
        Treaty(
            told.id or told.title or told.text,
            text_of(folder / told.text, marred=True),
            tuple(consent for party in told.consents if (consent := _consent(party, where, world)) is not None),
            title=told.title,
            facts=_facts(told, where, world),
            recorded=_known_day(told.in_force),
        )
    )


def _facts(told: _Line, where: str, world: World) -> Facts:
    """Return what a line tells besides the consents."""
    objections = told.objections
    return Facts(
        _known_day(told.adopted),
        _known_day(told.signed),
        tuple(_named(state, world) for state in told.population),
        {of: tuple(_named(state, world) for state in states) for of, states in told.populations.items()},
        {of: {_named(state, world): part for state, part in parts.items()} for of, parts in told.weights.items()},
        {of: day for of, iso in told.events.items() if (day := _day(iso, where)) is not None},
        None
        if objections is None
        else tuple((_named(one.state, world), day) for one in objections if (day := _day(one.date, where)) is not None),
        undated=(
            *(
                (_named(party.state, world), first)
                for party in told.consents
                if _known_day(party.date) is None and (first := _first_possible(party.date)) is not None
            ),
            *_inherited(told, world),
        ),
    )


def checked(treaty: Treaty) -> CheckedTreaty:
    """Return a treaty's clause and the day that follows from it, beside the day that a source records."""
    recorded = treaty.recorded
    clause = next(iter(final_clauses(treaty.text)), None)
    facts = msgspec.structs.replace(treaty.facts, named_first=states_of_preamble(treaty.text))
    if clause is None:
        found = _computed(None, treaty.consents, facts)
        agrees = None if recorded is None else found.date == recorded
        return CheckedTreaty(treaty.id, treaty.title, None, found, str(recorded or ""), agrees, ())
    found = compute(clause, treaty.consents, facts)
    agrees = None if recorded is None else found.date == recorded
    why = () if recorded is None else differences(clause, found, treaty.consents, recorded, facts)
    return CheckedTreaty(treaty.id, treaty.title, clause, found, str(recorded or ""), agrees, why)


def _computed(clause: ForceClause | None, consents: Sequence[TreatyConsent], facts: Facts) -> Computed:
    """Return what follows from a clause, or from the law where the text has none."""
    if clause is not None:
        return compute(clause, consents, facts)
    found = compute(NO_CLAUSE, consents, facts)
    if found.date is None and not facts.population:
        return msgspec.structs.replace(found, missing=_NOT_FOUND)
    return msgspec.structs.replace(found, notes=(*found.notes, _NOT_FOUND))


def _consent(party: _Party, where: str, world: World) -> TreatyConsent | None:
    """Return a party's consent; None where its day is not known to the day, or what it did is no consent."""
    kind = _MARKS.get(party.kind, party.kind)
    if kind and kind not in (*CONSENT_KINDS, SUCCESSION, *_NO_CONSENT):
        raise UsageError(
            f"{party.kind!r} is no kind of consent.",
            code="not-a-treaty",
            where=where,
            hint=f"One of {', '.join((*CONSENT_KINDS, SUCCESSION))}.",
        )
    day = _known_day(party.date)
    if day is None or kind in _NO_CONSENT:
        return None
    name = _named(party.state, world)
    organization = world.state(name) is None and name not in _FORMER.values() and _ORGANIZATION.search(name) is not None
    return TreatyConsent(name, day, kind, organization, _known_day(party.withdrawn))


_MARKS = {
    "a": "accession", "A": "acceptance", "AA": "approval", "c": "formal_confirmation", "d": SUCCESSION,
    "n": "provisional_application", "s": "definitive_signature",
}  # fmt: skip
"""The marks by which the United Nations Treaty Collection's tables tell kinds of consent."""

_NO_CONSENT = ("signature", "provisional_application")
"""What tables list beside consents and is none: Vienna Convention on the Law of Treaties (1969), art. 14 and 25."""


def _inherited(told: _Line, world: World) -> Iterator[tuple[str, datetime.date]]:
    """Yield predecessors that are no more, bound by what their successors succeeded to, where no day is given for them.

    Vienna Convention on Succession of States in respect of Treaties (1978), art. 34: it was in force for them.
    """
    given = {_named(party.state, world) for party in told.consents}
    heirs = (_named(party.state, world) for party in told.consents if _MARKS.get(party.kind, party.kind) == SUCCESSION)
    first = _known_day(told.adopted) or datetime.date.min
    for ended in sorted({before for heir in heirs if (before := ended_before(heir))} - given):
        yield ended, first


def _named(state: str, world: World) -> str:
    """Return a state's short name for a name or code of a table ("Korea, Republic of"); else what it gives."""
    told = " ".join(state.split())
    ahead, _, behind = _FORM_OF_STATE.sub("", told).partition(", ")
    forms = (told, told.upper() if len(told) <= _CODE else told.title(), f"{behind} {ahead}".strip())
    known = next((found for form in forms if (found := world.state(form)) is not None), None)
    return _FORMER.get(told.casefold()) or (known.name if known is not None else told)


_FORM_OF_STATE = re.compile(r"(?i)\s*[(\[](?![^)\]]*democratic)[^)\]]*\b(?:republic|states?|kingdom|the)\b[^)\]]*[)\]]")
"""What a table sets in brackets behind a name: "(Islamic Republic of)"; a democratic one may be the other half."""

_CODE = 3
"""Letters of the longest code of a state: ISO 3166-1 alpha-3."""

_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T[\d:.+Z-]*)?")
_DATED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?(?!\d)")


def _known_day(told: str | None) -> datetime.date | None:
    """Return the day where a table tells one in full, and one that there is; else None."""
    match = _DAY.fullmatch((told or "").strip())
    try:
        return datetime.date.fromisoformat(match["day"]) if match is not None else None
    except ValueError:
        return None


def _first_possible(told: str) -> datetime.date | None:
    """Return the first day that a date told only in part could be; None where it is none at all."""
    match = _DATED.match(told.strip())
    return datetime.date(int(match["year"]), int(match["month"] or 1), 1) if match is not None else None


def _day(iso: str | None, where: str) -> datetime.date | None:
    if not iso:
        return None
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError as error:
        raise UsageError(
            f"{iso!r} is no day.", code="not-a-treaty", where=where, hint="Write it as 2031-03-01."
        ) from error


def text_of(path: Path, *, marred: bool = False) -> str:
    """Return the text of a file.

    Args:
        path: of the file.
        marred: put U+FFFD for bytes that are no UTF-8, as scans have them, instead of refusing the file.

    Raises:
        UsageError: a file that cannot be read as UTF-8 text.
    """
    try:
        return path.read_text("utf-8-sig", errors="replace" if marred else "strict")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}.", code="unreadable", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8 text.", code="unreadable", where=str(path), hint="Convert it first.") from error
