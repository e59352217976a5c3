"""The kinds of entry: stored names with versions, the shape of each body, and the way up from older versions.

A stored kind is a word of the record, not of this program: renaming every module leaves it as it is. Any change of a
body's shape, an added field too, is a new version with an upcast from the one before; entries are never rewritten, they
are lifted to the current version on reading.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from muniment.errors import Broken, LedgerError, TooNew
from muniment.ledger.entry import Entry, Filing

__all__ = [
    "DOUBTS",
    "KINDS",
    "PROFILES_CHOSEN",
    "PROMISES",
    "ClaimDropped",
    "ClaimFiled",
    "DecisionAccepted",
    "DecisionAdded",
    "DecisionCorrected",
    "DecisionFound",
    "DecisionGuided",
    "DecisionNoted",
    "DecisionPaired",
    "DecisionScored",
    "DecisionUndone",
    "DecisionUnsure",
    "DecisionWithdrawn",
    "ExchangeKept",
    "Kinds",
    "PageFiled",
    "ProfileFiled",
    "ProfilesChosen",
    "ReadingFiled",
    "SourceFailed",
    "SourceMended",
    "Upcast",
    "subjects",
]

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the body of one version and returns that of the next."""


class _Body(msgspec.Struct, forbid_unknown_fields=True):
    """A body of an entry; a field that the kind does not know is refused."""


def _one_of(row: str | msgspec.UnsetType, claim: str | msgspec.UnsetType) -> None:
    if (row is msgspec.UNSET) == (claim is msgspec.UNSET):
        raise ValueError("one of `row` and `claim` is required, and only one")


class Fact(_Body):
    """One fact that a profile states: `where` is its key path in the profile and the source it names."""

    register: str
    slots: dict[str, Any]
    where: str


class ProfileFiled(_Body):
    """`profile.filed`: what a profile states, filed once for each content of the profile."""

    name: str
    hash: str
    facts: list[Fact]


class PageFiled(_Body):
    """`page.filed`: bytes seen at a source; `size` in bytes, `seen_at` UTC, `replaces` what was there before."""

    source: str
    document: str
    media_type: str
    seen_at: str
    size: int
    replaces: str | msgspec.UnsetType = msgspec.UNSET


class SentenceCounts(_Body):
    """How many sentences of a page were read, set aside by each reason, and left unread."""

    read: int
    set_aside: dict[str, int]
    unread: int


class ReadingFiled(_Body):
    """`reading.filed`: a page was read; what the archive keeps of the reading is sealed by hashes, all SHA-256.

    Attributes:
        source: the source it was read under.
        document: hash of its bytes.
        language: ISO 639-1 code; empty where it could not be told.
        reader: name and version of the grammar; empty where the language is not read.
        profiles: `name@hash` of the profiles it was read with.
        blocks: hash of the block map.
        sentences: how many were read, set aside and left unread.
        text: hash of the archived text, UTF-8; empty in entries of version 1, like the three below.
        account: hash of the page's account: its blocks, what it says of itself, what became of each sentence.
        claims: hash of the list of its claims' ids.
        read_with: one hash of the grammar and the profiles.
    """

    source: str
    document: str
    language: str
    reader: str
    profiles: list[str]
    blocks: str
    sentences: SentenceCounts
    text: str
    account: str
    claims: str
    read_with: str


def _unsealed(body: dict[str, Any]) -> dict[str, Any]:
    """Lift `reading.filed/1`, which seals neither text nor account."""
    return {**body, "text": "", "account": "", "claims": "", "read_with": ""}


class ProfilesChosen(_Body):
    """`profiles.chosen`: the record is built with these profiles from now on, named or as files.

    `none` stands for no profile, `shipped` for all that are shipped.
    """

    names: list[str]


class SourceFailed(_Body):
    """`source.failed`: a source gave no page when it was asked; `error` is the error as one JSON body."""

    source: str
    seen_at: str
    error: dict[str, str]


class SourceMended(_Body):
    """`source.mended`: a source that had failed gave a page again."""

    source: str


class ExchangeKept(_Body):
    """`exchange.kept`: what a source answered over the web is kept byte for byte.

    Attributes:
        source: the source that was asked.
        seen_at: when it answered, UTC.
        status: of the last answer.
        document: hash of the page in it; empty where there was none.
        exchanges: ids of every request and answer that led to it, redirects first.
    """

    source: str
    seen_at: str
    status: int
    document: str
    exchanges: list[str]


class Quote(_Body):
    """One piece of evidence; offsets in code points, 0-based, half-open, into the document's archived text."""

    document: str
    start: int
    end: int
    quote: str
    rule: str


class ClaimFiled(_Body):
    """`claim.filed`: what one document tells of one act; `claim` is its id."""

    claim: str
    register: str
    source: str
    slots: dict[str, Any]
    evidence: list[Quote]
    attributed_to: str | msgspec.UnsetType = msgspec.UNSET


class ClaimDropped(_Body):
    """`claim.dropped`: a claim is no longer read; `because` says why, in words."""

    claim: str
    because: str


class DecisionAdded(_Body):
    """`decision.added`: a person files what no page told; `claim` is the id it is known by."""

    claim: str
    register: str
    slots: dict[str, Any]
    basis: str


class DecisionCorrected(_Body):
    """`decision.corrected`: a person gives a row's (or one claim's) slots other values."""

    register: str
    slots: dict[str, Any]
    basis: str
    row: str | msgspec.UnsetType = msgspec.UNSET
    claim: str | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        """Require exactly one of `row` and `claim`."""
        _one_of(self.row, self.claim)


class DecisionWithdrawn(_Body):
    """`decision.withdrawn`: a person takes a row (or one claim) out of a register."""

    register: str
    basis: str
    row: str | msgspec.UnsetType = msgspec.UNSET
    claim: str | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        """Require exactly one of `row` and `claim`."""
        _one_of(self.row, self.claim)


class DecisionPaired(_Body):
    """`decision.same` and `decision.distinct`: a person's judgement that rows a and b are one, or two."""

    register: str
    a: str
    b: str
    basis: str


class DecisionUnsure(_Body):
    """`decision.unsure`: a person looked whether the rows of claims a and b are one, and could not tell.

    It changes no row: it sets the proposal aside until it is undone.
    """

    register: str
    a: str
    b: str
    basis: str


class DecisionFound(_Body):
    """`decision.found`: a person finds that what a row tells does (or does not) show that a commitment was kept.

    Attributes:
        claim: a claim of the commitment's row.
        by: a claim of the row that tells of it.
        holds: it shows it; otherwise it is another matter.
        basis: how the person knows.
    """

    claim: str
    by: str
    holds: bool
    basis: str


class DecisionGuided(_Body):
    """`decision.guided`: what full, partial and no compliance with a commitment would be, written before any score."""

    claim: str
    guideline: str
    basis: str


class DecisionScored(_Body):
    """`decision.scored`: one scorer's judgement of a commitment by the guideline filed as entry `guideline`."""

    claim: str
    guideline: int
    score: int
    basis: str

    def __post_init__(self) -> None:
        """Require a score of -1, 0 or 1."""
        if self.score not in (-1, 0, 1):
            raise ValueError("a score is -1, 0 or 1")


class DecisionAccepted(_Body):
    """`decision.accepted`: a person read a claim against its page and found it right."""

    claim: str
    register: str
    basis: str


class DecisionNoted(_Body):
    """`decision.noted`: a person's note on a claim; it changes nothing."""

    claim: str
    register: str
    note: str
    basis: str


class DecisionUndone(_Body):
    """`decision.undone`: an earlier decision, named by its position, no longer holds."""

    entry: int
    basis: str


class Kinds:
    """The kinds of entry a ledger may hold, each in its current version.

    Args:
        shapes: kind in its current version -> the shape of its body.
        upcasts: kind in an older version -> what lifts its body to the next version.
    """

    def __init__(self, shapes: Mapping[str, type], upcasts: Mapping[str, Upcast] | None = None) -> None:
        """Take the shapes and the way up to them."""
        self._shapes = dict(shapes)
        self._upcasts = dict(upcasts or {})
        self._current = dict(map(_split, self._shapes))

    def __iter__(self) -> Any:
        """Iterate over the current kinds, `name/version`, in the order they were declared."""
        return iter(self._shapes)

    def fields(self, kind: str) -> tuple[str, ...]:
        """Return the names of the fields of a current kind's body."""
        return tuple(field.name for field in msgspec.structs.fields(self._shapes[kind]))

    def check(self, filing: Filing) -> None:
        """Check that a filing is of a current kind and its body of that kind's shape.

        Raises:
            LedgerError: the kind is not known or not current, or the body has another shape.
        """
        shape = self._shapes.get(filing.kind)
        if shape is None:
            near = difflib.get_close_matches(filing.kind, self._shapes, 1)
            raise LedgerError(
                f"no entry of kind {filing.kind!r} is filed", code="unknown-kind",
                hint=f"Did you mean {near[0]!r}?" if near else "",
            )  # fmt: skip
        try:
            msgspec.convert(filing.body, shape)
        except msgspec.ValidationError as error:
            raise LedgerError(f"not a {filing.kind} body: {error}", code="wrong-body") from error

    def lift(self, entry: Entry) -> Entry:
        """Return an entry in the current version of its kind; its hash stays that of the entry as filed.

        Raises:
            TooNew: the kind, or this version of it, is not known here.
            Broken: the kind is no name with a version, or an older version that nothing lifts.
        """
        if entry.kind in self._shapes:
            return entry
        where = f"entry {entry.position}"
        try:
            name, version = _split(entry.kind)
        except ValueError as error:
            raise Broken(f"{entry.kind!r} is no kind of entry", code="unknown-kind", where=where) from error
        current = self._current.get(name)
        if current is None or version > current:
            raise TooNew(
                f"is of kind {entry.kind}, which this version does not know", code="kind-too-new", where=where,
                hint="Open the record with the version of Muniment that wrote it, or a later one.",
            )  # fmt: skip
        body = entry.body
        for step in range(version, current):
            upcast = self._upcasts.get(f"{name}/{step}")
            if upcast is None:
                raise Broken(f"nothing lifts {name}/{step}", code="no-upcast", where=where)
            body = upcast(dict(body))
        return Entry(
            entry.position, f"{name}/{current}", entry.filed_at, entry.author, body, entry.previous, entry.hash
        )


def _split(kind: str) -> tuple[str, int]:
    """Return name and version of a kind, `("claim.filed", 1)`; ValueError where it is no such thing."""
    name, slash, version = kind.rpartition("/")
    if not (slash and name and version.isascii() and version.isdigit()):
        raise ValueError(kind)
    return name, int(version)


PROFILES_CHOSEN = "profiles"
"""What the entries are about that say which profiles a record is built with."""


PROMISES = "promises"
"""What the entries are about that judge what became of commitments."""

DOUBTS = "doubts"
"""What the entries are about by which somebody could not tell whether two rows are one."""

_OF_PROMISES = ("decision.found/", "decision.guided/", "decision.scored/")


def subjects(entry: Entry) -> tuple[str, ...]:
    """Return what an entry is about.

    Claims, rows, documents, `profile:NAME`, `profiles`, `promises`, `doubts`, `entry:N`.
    """
    body = entry.body
    found = [body[key] for key in ("claim", "row", "a", "b", "by") if isinstance(body.get(key), str)]
    if entry.kind.startswith(("page.", "reading.")):
        found.append(body["document"])
    if entry.kind.startswith("profile."):
        found.append(f"profile:{body['name']}")
    if entry.kind.startswith("profiles."):
        found.append(PROFILES_CHOSEN)
    if entry.kind.startswith(_OF_PROMISES):
        found.append(PROMISES)
    if entry.kind.startswith("decision.unsure/"):
        found.append(DOUBTS)
    if isinstance(body.get("entry"), int):
        found.append(f"entry:{body['entry']}")
    return tuple(dict.fromkeys(found))


KINDS = Kinds(
    {
        "profile.filed/1": ProfileFiled,
        "profiles.chosen/1": ProfilesChosen,
        "page.filed/1": PageFiled,
        "reading.filed/2": ReadingFiled,
        "source.failed/1": SourceFailed,
        "source.mended/1": SourceMended,
        "exchange.kept/1": ExchangeKept,
        "claim.filed/1": ClaimFiled,
        "claim.dropped/1": ClaimDropped,
        "decision.added/1": DecisionAdded,
        "decision.corrected/1": DecisionCorrected,
        "decision.withdrawn/1": DecisionWithdrawn,
        "decision.same/1": DecisionPaired,
        "decision.distinct/1": DecisionPaired,
        "decision.unsure/1": DecisionUnsure,
        "decision.undone/1": DecisionUndone,
        "decision.found/1": DecisionFound,
        "decision.guided/1": DecisionGuided,
        "decision.scored/1": DecisionScored,
        "decision.accepted/1": DecisionAccepted,
        "decision.noted/1": DecisionNoted,
    },
    {"reading.filed/1": _unsealed},
)
"""Every kind of entry this version files, with the shape of its body."""
