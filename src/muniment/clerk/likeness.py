"""How two values of a slot are compared: names under aliases, people under transliteration, texts by their words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from muniment.profiles import LoadedProfile, World

__all__ = ["Likeness"]

_SLOTS: dict[str, dict[str, str]] = {
    "documents": {"title": "text", "published": "date", "signed_by": "person", "language": "exact", "publisher": "name",
                  "modified": "date", "body_start": "starts", "body_end": "ends"},
    "meetings": {"kind": "exact", "bodies": "name", "start": "date", "end": "date", "ordinal": "exact",
                 "status": "exact", "mode": "exact", "place": "name", "chair": "person", "participants": "person",
                 "agenda": "text", "agenda_size": "exact", "count": "exact", "extraordinary": "exact"},
    "instruments": {"kind": "exact", "title": "text", "draft": "exact", "status": "exact", "count": "exact",
                    "amends": "text", "package_with": "text", "reason": "text", "actions": "action"},
    "tenures": {"person": "person", "office": "office", "organization": "owner", "acting": "exact", "start": "date",
                "end": "date", "basis": "exact", "proposed_by": "person", "unanimous": "exact"},
    "statements": {"speaker": "person", "mode": "exact", "text": "text", "text_start": "holds", "text_end": "holds"},
    "situations": {"region": "text", "trend": "exact", "assessed_by": "person"},
    "operations": {"name": "text", "kind": "exact", "purpose": "text", "country": "name", "status": "exact",
                   "participants": "person", "legal_basis": "text"},
    "commitments": {"text": "text", "kind": "exact", "due": "date", "actor": "name", "given_by": "person"},
    "awards": {"award": "text", "recipient": "person", "conferred_by": "person", "date": "date"},
    "relations": {"subject": "name", "object": "name", "kind": "exact", "state": "exact", "date": "date"},
    "bodies": {"name": "name", "parent": "name", "status": "exact"},
}  # fmt: skip
"""Register -> slots that are compared, and how."""

_NOISE = frozenset(
    [
        *("the", "of", "a", "an", "on", "for", "to", "and", "in", "at", "by", "with", "as", "that", "this", "s"),
        *("its", "their", "his", "her"),
    ]
)
_QUALIFIERS = frozenset({"deputy", "former", "vice", "assistant", "first", "honorary"})
_SPELLINGS = {
    "defence": "defense", "organisation": "organization", "programme": "program",
    "foreign ministers": "ministers foreign affairs",
    "security councils": "securitycouncil", "security council": "securitycouncil", "co operation": "cooperation",
    "islamic republic of": "", "republic of": "", "people s": "", "parliamentary assembly": "pa",
}  # fmt: skip
"""Spellings and titles of states that tell nothing apart; the same for every organisation."""

_SPELLED = re.compile(rf"\b(?:{'|'.join(sorted(_SPELLINGS, key=len, reverse=True))})\b")
_PLURAL = re.compile(r"(?<=..)s$")


class Likeness:
    """Compares values; the aliases are the profiles' and the world's names.

    Shares of words: a name agrees from 2/3 of either side's words, a text from 0.6 of the gold's and half of the
    claim's, an office from 0.7 of both with the same qualifiers (deputy, former, ...), an owner from 0.8 of the gold's.
    Names and texts may agree under their aliases or as written: an alias that only one side's words form parts nothing.
    """

    def __init__(self, profiles: Iterable[LoadedProfile], world: World) -> None:
        aliases = dict(_SPELLINGS)
        for loaded in profiles:
            profile = loaded.profile
            if profile.abbreviation:
                short = profile.abbreviation.lower()
                aliases[_plain(profile.name)] = short
                aliases.update({_plain(alias): short for alias in profile.aliases if _plain(alias)})
            for instrument in profile.instruments:
                short_title = next((a for a in instrument.aliases if a.isupper() and " " not in a), "")
                if short_title:
                    aliases[_plain(instrument.title)] = short_title.lower()
            for body in profile.bodies:
                short_name = next((a for a in body.aliases if a.isupper() and " " not in a), "")
                long_name = next((a for a in body.aliases if " " in a and not a.startswith(profile.abbreviation)), "")
                if short_name and long_name:
                    aliases.setdefault(_plain(long_name), short_name.lower())
        for state in world.states:
            aliases[_plain(state.official)] = _plain(state.name)
            aliases.update({_plain(alias): _plain(state.name) for alias in state.aliases if len(alias) > 3})
        ordered = sorted((a for a in aliases.items() if a[0] and a[0] != a[1]), key=lambda a: (-len(a[0]), a[0]))
        self._aliases = dict(ordered)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, self._aliases))})\b")
        self._known: dict[str, list[str]] = {}
        self._written: dict[str, list[str]] = {}

    @staticmethod
    def slots(register: str) -> tuple[str, ...]:
        """Return the slots of a register that are compared."""
        return tuple(_SLOTS[register])

    def met(
        self,
        register: str,
        slot: str,
        want: Sequence[Any],
        got: Sequence[Any],
        records: tuple[Mapping[str, Any], Mapping[str, Any]],
    ) -> list[bool]:
        """Return of each wanted value of a slot whether one of the claim's values agrees with it, each used once."""
        how = _SLOTS[register][slot]
        gold, claim = records
        whole: bool | None = None
        if how == "office":
            whole = bool(got) and self._office(_joined(gold), _joined(claim))
        elif how == "owner":
            whole = bool(got) and self._share(want[0], _joined(claim))[0] >= 0.8
        elif how == "holds" and "text_start" in gold and "text_end" in gold:
            whole = bool(got) and self._stretch(gold, str(got[0]))
        if whole is not None:
            return [whole, *[False] * (len(want) - 1)]
        left = list(got)
        out = []
        for value in want:
            hit = next((other for other in left if self.same(how, value, other)), None)
            out.append(hit is not None)
            if hit is not None and how not in ("starts", "ends", "holds"):
                left.remove(hit)
        return out

    def same(self, how: str, gold: Any, claim: Any) -> bool:
        """Whether a claim's value agrees with gold's, compared as `how` says."""
        if claim is None:
            return False
        if how == "exact":
            return str(gold).lower() == str(claim).lower()
        if how == "date":
            return _same_date(str(gold), str(claim))
        if how == "action":
            return self._action(gold, claim)
        if how in ("starts", "ends", "holds"):
            return any(_stands(how, words(gold), words(claim)) for words in (self.words, self._plain_words))
        if how == "person" and self._person(str(gold), str(claim)):
            return True
        shares = (self._share(gold, claim), self._share(gold, claim, plain=True))
        if how in ("name", "person"):
            return any(recall >= 0.66 and precision >= 0.66 for recall, precision in shares)
        return any(recall >= 0.6 and precision >= 0.5 for recall, precision in shares)

    def words(self, value: Any) -> list[str]:
        """Return the words a value is compared by: plain, each alias one word, without plurals and small words."""
        text = str(value)
        known = self._known.get(text)
        if known is None:
            plain = self._pattern.sub(lambda match: self._aliases[match.group()], _plain(text))
            known = self._known[text] = [_PLURAL.sub("", w) for w in plain.split() if w not in _NOISE]
        return known

    def _plain_words(self, value: Any) -> list[str]:
        """Return the words of a value as written, but for spellings that tell nothing apart."""
        text = str(value)
        known = self._written.get(text)
        if known is None:
            plain = _SPELLED.sub(lambda match: _SPELLINGS[match.group()], _plain(text))
            known = self._written[text] = [_PLURAL.sub("", w) for w in plain.split() if w not in _NOISE]
        return known

    def _share(self, gold: Any, claim: Any, plain: bool = False) -> tuple[float, float]:
        words = self._plain_words if plain else self.words
        mine, theirs = Counter(words(gold)), Counter(words(claim))
        if not mine or not theirs:
            return 0.0, 0.0
        same = sum((mine & theirs).values())
        return same / sum(mine.values()), same / sum(theirs.values())

    def _office(self, gold: str, claim: str) -> bool:
        recall, precision = self._share(gold, claim)
        same = _QUALIFIERS & set(self.words(gold)) == _QUALIFIERS & set(self.words(claim))
        return recall >= 0.7 and precision >= 0.7 and same

    def _stretch(self, gold: Mapping[str, Any], text: str) -> bool:
        """Whether a text is mostly the stretch between gold's first and last words."""
        for words in (self.words, self._plain_words):
            whole = " ".join(words(text))
            first, last = (" ".join(words(gold[slot])) for slot in ("text_start", "text_end"))
            start, end = whole.find(first), whole.rfind(last)
            if 0 <= start <= end and end + len(last) - start >= 0.5 * len(whole):
                return True
        return False

    def _person(self, gold: str, claim: str) -> bool:
        """Whether two names may be one person's: one surname under transliteration, first names that do not clash."""
        if not (_is_name(gold) and _is_name(claim)):
            return False
        mine, theirs = ([re.sub(r"[yij]", "", w) or w for w in self.words(name)] for name in (gold, claim))
        if not mine or not theirs:
            return False
        if sorted(mine) == sorted(theirs):
            return True
        if mine[-1] != theirs[-1]:
            return False
        firsts = [(a, b) for a in mine[:-1] or [""] for b in theirs[:-1]]
        return len(theirs) == 1 or any(a.startswith(b) or b.startswith(a) for a, b in firsts)

    def _action(self, gold: Mapping[str, Any], claim: Mapping[str, Any]) -> bool:
        if gold["action"] != claim.get("action") or bool(gold.get("planned")) != bool(claim.get("planned")):
            return False
        if "date" in gold and not _same_date(str(gold["date"]), str(claim.get("date") or "")):
            return False
        return all(self._party(gold.get(slot), claim.get(slot)) for slot in ("by", "to", "place"))

    def _party(self, gold: Any, claim: Any) -> bool:
        """Whether the parties of an action agree; one side that states none agrees with any."""
        if not gold or not claim:
            return True
        sides = [value if isinstance(value, list) else [value] for value in (gold, claim)]
        return any(self.same("name", g, c) or self.same("person", g, c) for g in sides[0] for c in sides[1])


def _stands(how: str, gold: Sequence[str], claim: Sequence[str]) -> bool:
    """Whether gold's words stand at the start or the end of a claim's, or anywhere in them."""
    mine, theirs = " ".join(gold), " ".join(claim)
    return {"starts": theirs.startswith, "ends": theirs.endswith, "holds": theirs.__contains__}[how](mine)


def _plain(text: str) -> str:
    """Return a text as lower-case ASCII words with one blank between them."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    joined = " ".join(re.findall(r"[a-z0-9]+", folded))
    return joined.replace("organisation", "organization").replace("co operation", "cooperation")


def _joined(record: Mapping[str, Any]) -> str:
    """Return an office and its organisation together: where the one ends is a matter of taste."""
    return f"{record.get('office') or ''} {record.get('organization') or ''}"


def _is_name(value: str) -> bool:
    parts = re.findall(r"[^\W\d_]+", value)
    return 0 < len(parts) <= 5 and all(part[0].isupper() for part in parts) and not {"of", "the", "and"} & set(parts)


def _same_date(gold: str, claim: str) -> bool:
    """Whether a date agrees: it may know more, but the first day of a period is a guess, not knowledge."""
    return bool(claim) and claim.startswith(gold) and claim[len(gold) :] not in ("-01", "-01-01")
