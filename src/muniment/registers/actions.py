"""Actions on an instrument, brought together from all its tellings: each act once, plans fulfilled by deeds.

Acts of consent are each member's own (Vienna Convention on the Law of Treaties, articles 11 to 16), so "ratified by A
and B" is two acts; adoption and signature are one act of all (articles 9 and 12).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from muniment.registers import dates
from muniment.registers.identity import people
from muniment.registers.merge import LISTED, Merged, Told
from muniment.registers.values import names

__all__ = ["MEMBER_ACTS", "merged_actions"]

MEMBER_ACTS = frozenset(
    {
        "ratify", "accept", "accede", "deposit", "denounce", "sign_definitively", "confirm", "succeed",
        "notify_completion", "pass", "promulgate", "publish", "sign_instrument", "apply_provisionally",
        "end_provisional_application", "reserve", "declare", "object", "withdraw_reservation", "withdraw_declaration",
        "withdraw_objection", "revoke_denunciation",
    }
)  # fmt: skip
"""Acts that each member does for itself."""

_ONCE = frozenset(
    {"adopt", "not_adopt", "sign", "register", "enter_into_force", "ratify", "accept", "accede", "deposit"}
)
"""Acts done once to one text by the same actors: two dates for one of them contradict each other."""

_PASSING = frozenset({"propose", "draft", "consider", "agree", "implement", "call_for_ratification"})
"""Acts that leave the text's standing as it was; where a text has too many to list, these are left out first."""

_FULFILS = {
    "adopt": {"adopt", "approve"},
    "approve": {"adopt", "approve"},
    "consider": {"consider", "agree", "submit", "adopt", "approve", "sign", "not_adopt", "reject", "defer", "return"},
}
_SETTLED_BY = {"not_adopt", "reject", "defer", "return", "withdraw"}
_PLANNED_OUTCOMES = {"adopt", "approve", "sign", "agree"}

_Act = tuple[dict[str, Any], list[str]]


def _single(act: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a told action in plain form, one for each member where each acts for itself."""
    plain: dict[str, Any] = {"action": str(act["action"])}
    for key in ("date", "place", "number", "text", "effect"):
        if act.get(key):
            plain[key] = act[key]
    for key in ("by", "to"):
        if names(act.get(key)):
            plain[key] = names(act[key])
    if act.get("planned"):
        plain["planned"] = True
    if plain["action"] in MEMBER_ACTS and len(plain.get("by", ())) > 1:
        yield from ({**plain, "by": [member]} for member in plain["by"])
    else:
        yield plain


def _meet(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two lists of actors can be one: one is unstated, or they have an actor in common."""
    return not one or not two or any(people.agree(a, b) > people.DIFFERENT for a in one for b in two)


def _same_actors(one: dict[str, Any], two: dict[str, Any]) -> bool:
    if one["action"] in MEMBER_ACTS and bool(one.get("by")) != bool(two.get("by")):
        return False
    return _meet(one.get("by", ()), two.get("by", ())) and _meet(one.get("to", ()), two.get("to", ()))


def _same_words(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether the words of two reservations, or the numbers of two registrations, are not against each other."""
    return all(not (one.get(key) and two.get(key)) or one[key] == two[key] for key in ("number", "text"))


def _same_act(one: dict[str, Any], two: dict[str, Any]) -> bool:
    return (
        one["action"] == two["action"]
        and bool(one.get("planned")) == bool(two.get("planned"))
        and dates.agree(one.get("date"), two.get("date"))
        and _same_actors(one, two)
        and _same_words(one, two)
    )


def _joined(one: dict[str, Any], two: dict[str, Any]) -> dict[str, Any]:
    """Return two tellings of one act as one, with the finer date and everybody named."""
    both = dict(one)
    if two.get("date") and (not one.get("date") or dates.finer(one["date"], two["date"]) != one["date"]):
        both["date"] = two["date"]
    for key in ("place", "number", "text", "effect"):
        if two.get(key) and not one.get(key):
            both[key] = two[key]
    for key in ("by", "to"):
        everybody = list(one.get(key, ()))
        everybody += [name for name in two.get(key, ()) if not everybody or not _meet([name], everybody)]
        if everybody:
            both[key] = everybody
    return both


class _Acts:
    """Acts gathered so far, each once, in the order first told; found by action and date without reading them all."""

    def __init__(self) -> None:
        self.found: list[_Act] = []
        self._on: dict[tuple[str, str], list[int]] = {}
        self._within: dict[tuple[str, str], list[int]] = {}

    def gather(self, act: dict[str, Any], claims: Sequence[str]) -> None:
        """Add an act, or bring it together with the one that is the same; of several, one dated or undated alike."""
        fits = [at for at in self._near(act) if _same_act(self.found[at][0], act)]
        if not fits:
            self.found.append((act, list(claims)))
            self._note(len(self.found) - 1)
            return
        dated = [at for at in fits if bool(self.found[at][0].get("date")) == bool(act.get("date"))]
        at = (dated or fits)[0]
        other, given = self.found[at]
        self.found[at] = (_joined(other, act), list(dict.fromkeys([*given, *claims])))
        self._note(at)

    def _near(self, act: dict[str, Any]) -> list[int]:
        """Return the acts of that name whose date can agree: the same, one that it lies in, or one that lies in it."""
        date = str(act.get("date") or "")
        near = {at for period in {date, date[:7], date[:4], ""} for at in self._on.get((act["action"], period), ())}
        return sorted(near.union(self._within.get((act["action"], date), ())))

    def _note(self, at: int) -> None:
        act = self.found[at][0]
        date = str(act.get("date") or "")
        self._on.setdefault((act["action"], date), []).append(at)
        for period in {date[:7], date[:4], ""}:
            self._within.setdefault((act["action"], period), []).append(at)


def _gathered(told: Sequence[Told]) -> list[_Act]:
    """Return every act once, in the order first told, each with its claims."""
    acts = _Acts()
    for one in told:
        for act in one.value if isinstance(one.value, list | tuple) else ():
            if isinstance(act, dict) and act.get("action"):
                for plain in _single(act):
                    acts.gather(plain, one.telling.claims)
    return acts.found


def _fulfilled(plan: dict[str, Any], deed: dict[str, Any]) -> bool:
    """Whether a deed settles a plan: the act itself, or an outcome against it, on the day planned or later."""
    wanted = _FULFILS.get(plan["action"], {plan["action"]})
    if plan["action"] in _PLANNED_OUTCOMES:
        wanted = wanted | _SETTLED_BY
    if deed.get("planned") or deed["action"] not in wanted or not _meet(plan.get("by", ()), deed.get("by", ())):
        return False
    planned, done = dates.parsed(plan.get("date")), dates.parsed(deed.get("date"))
    return planned is None or done is None or done.last_day() >= planned.first_day()


def _names_nobody(act: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a member's act is told without the member, and another telling of that time names one."""
    alike = act["action"] == other["action"] in MEMBER_ACTS and not act.get("planned")
    return alike and not act.get("by") and bool(other.get("by")) and dates.agree(act.get("date"), other.get("date"))


def _contradictions(acts: Sequence[_Act]) -> list[dict[str, Any]]:
    """Return the acts that cannot all be right: one act on two dates, or adopted and not adopted at one time."""
    alike: dict[str, list[int]] = {}
    for at, (act, _) in enumerate(acts):
        if act["action"] in _ONCE and not act.get("planned"):
            alike.setdefault("adopt" if act["action"] == "not_adopt" else act["action"], []).append(at)
    found: set[int] = set()
    for once in alike.values():
        for at, further in combinations(once, 2):
            if _two_dates(acts[at][0], acts[further][0]) or _opposed(acts[at][0], acts[further][0]):
                found |= {at, further}
    return [{"value": acts[at][0], "claims": acts[at][1]} for at in sorted(found)]


def _two_dates(one: dict[str, Any], two: dict[str, Any]) -> bool:
    if one["action"] != two["action"] or one["action"] not in _ONCE or not _same_actors(one, two):
        return False
    return not dates.agree(one.get("date"), two.get("date"))


def _opposed(one: dict[str, Any], two: dict[str, Any]) -> bool:
    if not ({"adopt", "not_adopt"} == {one["action"], two["action"]} and _same_actors(one, two)):
        return False
    return bool(one.get("date")) == bool(two.get("date")) and dates.agree(one.get("date"), two.get("date"))


def merged_actions(told: Sequence[Told]) -> tuple[Merged, list[_Act]]:
    """Return the actions as one slot, and each action with the claims that tell of it."""
    acts = _gathered(told)
    deeds = [deed for deed, _ in acts if not deed.get("planned")]
    kept = [(act, given) for act, given in acts if not (act.get("planned") and any(_fulfilled(act, d) for d in deeds))]
    kept = [(act, given) for act, given in kept if not any(_names_nobody(act, other) for other in deeds)]
    if len(kept) > LISTED:
        telling = sorted(range(len(kept)), key=lambda at: (kept[at][0]["action"] in _PASSING, at))[:LISTED]
        kept = [kept[at] for at in sorted(telling)]
    order = sorted(range(len(kept)), key=lambda at: (str(kept[at][0].get("date") or "9999"), at))
    kept = [kept[at] for at in order]
    claims = list(dict.fromkeys(claim for one in told for claim in one.telling.claims))
    return Merged([act for act, _ in kept], claims, [], _contradictions(kept)), kept
