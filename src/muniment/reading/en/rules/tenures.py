"""Tenures: a person in an office, attested wherever the two are named together."""

from __future__ import annotations

from muniment.reading.draft import Draft
from muniment.reading.mention import Actor, Office
from muniment.reading.rule import Rule
from muniment.reading.scene import Scene, office_words

__all__ = ["REGISTER", "RULES", "attested", "settle"]

REGISTER = "tenures"

RULES: tuple[Rule, ...] = ()


def attested(scene: Scene) -> list[Draft]:
    """Return a draft for each person and office named together in the sentence being read."""
    sentence = scene.sentences[scene.number]
    out: list[Draft] = []
    for at in sentence.places():
        value = sentence.value(at)
        if not isinstance(value, Actor) or not value.name:
            continue
        out += [_tenure(scene, value, office, sentence.span(at, at + 1)) for office in value.offices if office.title]
    return out


def _tenure(scene: Scene, actor: Actor, office: Office, span: tuple[int, int]) -> Draft:
    slots = {
        "person": scene.full_name(actor.name),
        "office": office.title[:1].upper() + office.title[1:],
        "organization": office.organization,
        "acting": office.acting,
        "basis": "attested",
    }
    return Draft(REGISTER, slots, [(*span, "tenures.attested")], notes={"former": office.former})


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each person in each office: what several mentions tell is put together."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
    return kept


def _join(kept: Draft, draft: Draft) -> None:
    """Put a second mention to the first: the fuller organisation and the stronger basis stay."""
    if kept.slots.get("basis") == "attested" and draft.slots.get("basis") != "attested":
        kept.slots["basis"] = draft.slots["basis"]
    kept.absorb(draft)


def _same(one: Draft, other: Draft) -> bool:
    if one.slots["person"] != other.slots["person"] or bool(one.slots.get("acting")) != bool(other.slots.get("acting")):
        return False
    mine, theirs = one.slots.get("organization"), other.slots.get("organization")
    if mine and theirs and mine != theirs:
        return False
    return office_words(one.slots["office"]) == office_words(other.slots["office"])
