"""Titles of instruments: quoted ("On the Budget") or not ("the Protocol amending the X Agreement"), with their kind."""

from __future__ import annotations

import re

from muniment.reading.en.numbers import cardinal_value
from muniment.reading.mention import Instrument
from muniment.reading.tokens import Fold, Tokens

__all__ = ["TitleReader", "kind_of"]

_LEAD = r"(?:[nXFZBSJRLKUMmfHI](?:s|-)?(?:&(?=[FXfw]+[Ee]))?|w(?=[mfFw]?[Ee])|d)*"
_SUBJECT = r"(?:[otqpcwfFXZBSJRKUCHhmMLnAYGgkEeaPIsOQN\-/\"]|(?<=q)D|(?<=qt)D|&(?!t?d?[BSJ]?[Ee]|t?[nXFMm]*d?[Ee])|,(?=[wfFXmkhe]{1,4},?&[wfFXmkhe])|d)*"
_PHRASE = re.compile(rf"{_LEAD}[Ee](?:n(?!n))?(?:\([ZB]\))?(?:Q|[oqc]{_SUBJECT}|(?:(?<=[Ee])p(?=t?[wfh]){_SUBJECT}))?|N(?=[^ABO]|$)")
_VERBAL = frozenset("plans appeals acts lists programs documents".split())

_KINDS = {
    "treaty": "treaty", "treaties": "treaty", "agreement": "agreement", "agreements": "agreement", "convention": "convention",
    "conventions": "convention", "charter": "charter", "statute": "charter", "protocol": "protocol", "protocols": "protocol",
    "decision": "decision", "decisions": "decision", "resolution": "resolution", "resolutions": "resolution",
    "statement": "statement", "statements": "statement", "declaration": "declaration", "declarations": "declaration",
    "communique": "communique", "communiqué": "communique", "communiqués": "communique", "plan": "plan", "plans": "plan",
    "programme": "programme", "program": "programme", "programmes": "programme", "programs": "programme",
    "roadmap": "plan", "strategy": "strategy", "strategies": "strategy", "concept": "concept", "concepts": "concept",
    "regulation": "regulation", "regulations": "regulation", "rules": "regulation", "list": "list", "lists": "list",
    "recommendation": "recommendation", "recommendations": "recommendation", "memorandum": "memorandum",
    "memoranda": "memorandum", "mou": "memorandum", "appeal": "appeal", "appeals": "appeal", "covenant": "convention",
    "pact": "treaty", "constitution": "charter", "accord": "agreement", "accords": "agreement",
}  # fmt: skip


def kind_of(phrase: str) -> str:
    """Return the kind of instrument a phrase names, by its first instrument word; "other" where none is a known kind.

    Source: the list of kinds of the record format.
    """
    if re.search(r"\bmodel (?:law|legislati)", phrase, re.IGNORECASE):
        return "model_law"
    for word in re.findall(r"[^\W\d_]+", phrase.lower()):
        if word in _KINDS:
            return _KINDS[word]
    return "other"


class TitleReader:
    """Finds the instruments one page names."""

    def fold(self, tokens: Tokens) -> Tokens:
        """Return the tokens with each instrument folded into one token of class N."""
        folds: list[Fold] = []
        for match in _PHRASE.finditer(tokens.classes):
            instrument = self._read(tokens, *match.span())
            if instrument is not None:
                first, last = self._trim(tokens, *match.span())
                folds.append((first, last, "N", instrument))
        return tokens.collapse(folds)

    @staticmethod
    def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
        while last > first and tokens.classes[last - 1] in ",&otqpc-s":
            last -= 1
        while first < last and tokens.classes[first] in "&-s,":
            first += 1
        return first, last

    def _read(self, tokens: Tokens, first: int, last: int) -> Instrument | None:
        first, last = self._trim(tokens, first, last)
        if first >= last:
            return None
        classes = tokens.classes[first:last]
        if classes == "N":
            entity = tokens.values[first][0]
            return Instrument(entity.name, entity.detail, known=True)
        head = first + min(i for i in (classes.find("E"), classes.find("e")) if i >= 0)
        word = tokens.span_text(head, head + 1)
        if word in _VERBAL and first == head and tokens.classes[head - 1 : head] in ("A", "B", "S", "Y"):
            return None
        quoted = last - 1 if tokens.classes[last - 1] == "Q" else None
        count = cardinal_value(tokens.span_text(first, first + 1)) if head > first else None
        lead = tokens.span_text(first, head + 1)
        plural = word.lower().endswith("s") and word.lower() not in ("rules", "regulations", "provisions")
        title = tokens.span_text(first, last)
        if quoted is not None:
            title = str(tokens.values[quoted])
        title = re.sub(r"^(?:[Tt]he|[Aa]n?|[Dd]rafts?(?: of the)?) ", "", re.sub(r"\s+", " ", title)).strip(" ,“”\"")
        return Instrument(
            title=title, kind=kind_of(lead), draft="d" in classes[: head - first + 1], quoted=quoted is not None,
            plural=plural, count=count or 0,
        )  # fmt: skip

