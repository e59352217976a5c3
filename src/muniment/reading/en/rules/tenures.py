"""Tenures: a person in an office, attested wherever the two are named together, and acts that begin or end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.rules.tenure_acts import ACTS
from muniment.reading.en.rules.tenure_asides import ASIDES
from muniment.reading.en.rules.tenure_career import CAREER
from muniment.reading.en.rules.tenure_ends import ENDS
from muniment.reading.en.rules.tenure_groups import GROUPS
from muniment.reading.en.rules.tenure_holding import HOLDING
from muniment.reading.en.rules.tenure_links import LINKS
from muniment.reading.en.rules.tenure_lists import LISTED
from muniment.reading.en.rules.tenure_moves import MOVES
from muniment.reading.en.rules.tenure_offices import REGISTER, named_tenure, same_office, same_person, tenure_slots
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "attested", "settle"]

RULES: tuple[Rule, ...] = ACTS + ENDS + CAREER + MOVES + LINKS + LISTED + GROUPS + HOLDING + ASIDES


_HIGHEST = re.compile(r"(?i)^(?:secretary[- ]general|director[- ]general|executive secretary|president|chair\w*)$")
_PARTS = re.compile(r" – |/")
"""What joins two offices into one."""
_CUT_SHORT = re.compile(r" of the (?:Foreign|[A-Z]\w+(?:ish|ian|ese|ean))$")
"""A title that ends in an adjective: the name it belongs to was not found whole ("President of the Turkish")."""
_INDEFINITE = re.compile(r"an? ")


def attested(scene: Scene) -> list[Draft]:
    """Return a draft for each person and office named together in the sentence being read."""
    sentence = scene.sentences[scene.number]
    out: list[Draft] = []
    for at, value in sentence.mentions:
        if not isinstance(value, Actor) or not value.name:
            continue
        span = (*sentence.span(at, at + 1), "tenures.attested")
        for office in value.offices:
            if office.title == "representative" and _INDEFINITE.match(sentence.page_text, span[0]):
                continue
            slots = tenure_slots(scene, value, office, sentence, at)
            if _CUT_SHORT.search(office.title) and not slots["organization"]:
                continue
            if office.title and (slots["organization"] or named_tenure(office)):
                out.append(Draft(REGISTER, slots, [span], notes={"office": office}))
    return [*out, *in_titles(scene)]


_DECIDED = re.compile(r"(?i)\b(?:adopt|sign|approv|took|take|made|make|pass|issu|by)\w*\b")
_NOT_YET = re.compile(
    r"(?i)\b(?:drafts?|consider\w*|discuss\w*|propos\w*|prepar\w*|submit\w*|will|question|issue of)\b"
)


def in_titles(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for each choice that the title of a text tells of: "adopted a decision to appoint A as O"."""
    sentence = scene.opened.get(scene.sentences[scene.number].start)
    if sentence is None or not _DECIDED.search(sentence.text) or _NOT_YET.search(sentence.text):
        return
    for rule in _CHOOSE:
        for match in rule.compiled().finditer(sentence.text):
            yield from rule.build(Found(match, sentence, "tenures.in-title"), scene)


_CHOOSE = tuple(rule for rule in RULES if rule.name in ("tenures.chose", "tenures.chosen-together"))


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each person in each office: what several mentions tell is put together."""
    kept: list[Draft] = []
    whole = [d for d in drafts if "like" not in d.notes]
    for draft in [*whole, *_completed(drafts, scene)]:
        draft.slots["person"] = scene.full_name(draft.slots["person"])
        same = next((k for k in kept if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
    return [draft for draft in kept if not _nickname(draft, kept)]


def _nickname(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an office is only a part or the press name of another of the page: "chief", "High Representative"."""
    if any(
        other is not draft
        and same_person(other, draft)
        and draft.slots["office"] in _PARTS.split(other.slots["office"])
        for other in drafts
        if other.slots["office"] != draft.slots["office"]
    ):
        return True
    return str(draft.slots["office"]).lower() in ("chief", "boss", "leader", "head") and any(
        other is not draft
        and same_person(other, draft)
        and other.slots.get("organization") == draft.slots.get("organization")
        and _HIGHEST.search(str(other.slots["office"]))
        for other in drafts
    )


def _completed(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts that only followed another, with its office; those that follow nothing are left out."""
    out: list[Draft] = []
    for draft in (d for d in drafts if "like" in d.notes):
        told = [d for d in drafts + out if "like" not in d.notes and d.sentence <= draft.sentence]
        model = _model(draft, told, scene)
        if model is None:
            continue
        again = draft.slots.get("person") in (None, model.slots["person"])
        if again and draft.slots.get("start"):
            model.slots["start"] = draft.slots["start"]
        own = {name: value for name, value in draft.slots.items() if value not in (None, "")}
        held = {name: model.slots.get(name) for name in ("person", "office", "organization")}
        if again:
            held["acting"] = model.slots.get("acting")
        draft.slots = {**held, **own}
        draft.slots["office"] = str(draft.slots["office"]).removeprefix("former ")
        del draft.notes["like"]
        out.append(draft)
    return out


_NEAR = 2
"""How many sentences after an act of choice "She replaces A" still speaks of it."""


def _model(draft: Draft, told: list[Draft], scene: Scene) -> Draft | None:
    """Return the draft whose office another one takes over."""
    if draft.notes["like"] == "act":
        acts = [d for d in told if draft.sentence - d.sentence <= _NEAR and _is_act(d)]
        if draft.spans[0][2] == "tenures.takes-office":
            acts = [d for d in acts if draft.slots.get("person") in (None, d.slots["person"])]
        return acts[-1] if acts else None
    person = scene.full_name(draft.notes.get("predecessor") or draft.slots["person"])
    held = [d for d in told if scene.full_name(d.slots["person"]) == person]
    return next((d for d in held if d.slots.get("organization") == scene.home), held[0] if held else None)


def _is_act(draft: Draft) -> bool:
    rule = draft.spans[0][2]
    return draft.slots.get("basis") not in ("attested", "", None) or rule in (
        "tenures.removed",
        "tenures.took-over",
        "tenures.becomes",
        "tenures.goes-from",
        "tenures.comes-into",
    )


def _join(kept: Draft, draft: Draft) -> None:
    """Put a second mention to the first: the fuller organisation and the stronger basis stay."""
    if kept.slots.get("basis") in ("attested", "", None) and draft.slots.get("basis") not in ("attested", "", None):
        kept.slots["basis"] = draft.slots["basis"]
    kept.absorb(draft)


def _same(one: Draft, other: Draft) -> bool:
    if not same_person(one, other) or bool(one.slots.get("acting")) != bool(other.slots.get("acting")):
        return False
    return same_office(one, other)
