"""`muniment read --explain`: how pages are read, sentence by sentence, and what became of all sentences together."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from muniment.desk.cli.output import emit, shares
from muniment.errors import UsageError
from muniment.terms import Explanation, Fired, FoundEntity, Refused, Step
from muniment.terms.explanation import CONSTRUCTION_MISSING, REFUSALS

__all__ = ["print_explained", "print_summary"]

_WIDTH = 110
"""Columns that the text for people is wrapped to."""

_LABEL = 9
"""Columns of what stands in front: "names", "gave", "refused"."""


def print_explained(explanations: Iterable[Explanation], form: str) -> None:
    """Print how pages are read: as text for people, one object a sentence for programs.

    Raises:
        UsageError: it is asked for as CSV.
    """
    if form == "csv":
        raise UsageError(
            "an explanation has no columns.", code="no-such-form", where="--format",
            hint="Ask for text (table), json or jsonl; with --summary, csv is printed too.",
        )  # fmt: skip
    if form in ("json", "jsonl"):
        emit((), (), form, (record for one in explanations for record in one.records()))
        return
    used: set[str] = set()
    for explanation in explanations:
        for line in _page(explanation):
            click.echo(line)
        used |= {one.reason for step in explanation.steps for one in step.refused}
    if used:
        click.echo(
            "\n".join(["", "Why a rule is refused:", *(f"  {n:<9} {REFUSALS[n]}" for n in REFUSALS if n in used)])
        )


def print_summary(explanations: Iterable[Explanation], form: str) -> None:
    """Print how many sentences were read, set aside for each reason, and left unread, with the share of each."""
    outcomes: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    pages = 0
    for explanation in explanations:
        pages += 1
        for step in explanation.steps:
            outcomes[step.sentence.status] += 1
            if step.sentence.status == "set_aside":
                aside[step.sentence.reason] += 1
    rows = shares(outcomes["read"], aside, outcomes["unread"])
    emit(rows, ("outcome", "count", "share", "meaning"), form)
    if form == "table":
        click.echo(f"\n{sum(outcomes.values()):,} sentences of {pages:,} {'page' if pages == 1 else 'pages'}.")


def _page(explanation: Explanation) -> Iterator[str]:
    reading = explanation.reading
    counts = Counter(step.sentence.status for step in explanation.steps)
    read_by = f"read by {reading.reader}" if reading.reader else "which is not read"
    about = [f"language {reading.language or 'unknown'}, {read_by}"]
    about += [f"speaks on {explanation.date}"] if explanation.date else []
    about += [f"for {explanation.home}"] if explanation.home else []
    yield click.style(reading.source, bold=True)
    yield "  " + "; ".join(about)
    yield f"  {len(explanation.steps)} sentences: " + ", ".join(
        f"{counts[status]} {words}"
        for status, words in (("read", "read"), ("set_aside", "set aside"), ("unread", "unread"))
    )
    for step in explanation.steps:
        yield ""
        yield from _step(step)
    yield ""


def _step(step: Step) -> Iterator[str]:
    sentence = step.sentence
    outcome = {"read": "read", "unread": "unread"}.get(
        sentence.status, f"set aside as {sentence.reason} by {', '.join(sentence.rules)}"
    )
    yield click.style(f"{step.number}  {step.block}, {sentence.start}-{sentence.end}: {outcome}", bold=True)
    yield from _wrapped("", _flat(step.text))
    if step.speaker:
        yield from _labelled("said by", [step.speaker])
    if step.pronoun:
        yield from _labelled("he, she", [step.pronoun])
    yield from _labelled("names", map(_entity, step.entities))
    yield from _labelled("gave", map(_fired, step.fired))
    built = [_refused(step, one) for one in step.refused if one.reason not in CONSTRUCTION_MISSING]
    listed = [
        f"{reason}: {', '.join(names)}"
        for reason in CONSTRUCTION_MISSING
        if (names := list(dict.fromkeys(one.rule for one in step.refused if one.reason == reason)))
    ]
    yield from _labelled("refused", [*built, *listed])


def _entity(one: FoundEntity) -> str:
    if one.kind == "date":
        meant = f"{one.name} to {one.until}" if one.until else one.name
        return f"{one.kind}: {one.text} = {meant} ({one.how})" if meant else f"{one.kind}: {one.text} ({one.how})"
    name = f" = {one.name}" if one.name and one.name != one.text else ""
    return f"{one.kind}: {one.text}{name}{f' ({one.of})' if one.of else ''}"


def _fired(one: Fired) -> str:
    from muniment.registers import register

    named = register(one.register)
    choices = [str(one.slots[f.name]) for f in named.fields if f.type == "choice" and one.slots.get(f.name)]
    acts = [_act(act) for act in one.slots.get("actions") or ()]
    more = f" [{', '.join([*choices, *acts]).replace('_', ' ')}]" if choices or acts else ""
    told = f", told by {one.speaker}" if one.speaker else ""
    return f"{one.rule}: {named.singular}, {_flat(named.caption(one.slots))[:200]}{more}{told}"


def _act(action: dict[str, Any]) -> str:
    planned = "planned to " if action.get("planned") else ""
    return " ".join(filter(None, (f"{planned}{action.get('action')}", action.get("date"))))


def _refused(step: Step, one: Refused) -> str:
    start = one.start - step.sentence.start
    words = _flat(step.text[max(start, 0) : max(one.end - step.sentence.start, 0)])
    return f"{one.reason}: {one.rule} at “{textwrap.shorten(words, 80, placeholder=' ...')}”"


def _labelled(label: str, items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield from _wrapped(f"{label:<{_LABEL}}", item)
        label = ""


def _wrapped(label: str, text: str) -> Sequence[str]:
    """Return the lines of a text behind a label; what goes on stands under the text's beginning."""
    return textwrap.wrap(
        text, _WIDTH, initial_indent=f"   {label}", subsequent_indent=" " * (3 + len(label)),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _flat(text: Any) -> str:
    return " ".join(str(text).split())
