"""Situations: how somebody assesses a region or a border. Never a fact: always by whom."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import expand
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "situations"

_SIDE = r"(?:north|south|east|west|central|border)(?:ern|-east(?:ern)?|-west(?:ern)?|east(?:ern)?|west(?:ern)?)?"
_REGION = regex.compile(
    expand(
        rf"(?:{{J}}-{{J}} (?:state |inter-state )?(?:border|frontier|line of contact)(?: area)?"
        rf"|(?:external |western |southern |eastern |northern )?borders? (?:of|between|with) (?:the )?(?:{{SBY}})(?: and (?:the )?{{SBY}})?"
        rf"|{{BJ}} (?:region(?! of)|area of responsibility|direction|zone of responsibility|area(?! of))(?: of {{R}})?"
        rf"|(?:the )?{_SIDE} (?:parts? )?(?:of )?(?:the )?{{SR}}|{{R}}(?: region)?|{{C}}(?! on)|{{S}}"
        r"|(?:[A-Z][\w’'-]+ )+(?:region|Region|Zone|zone|province|Province|Peninsula|border|Strip|Valley|Basin|area))"
    )
)
_TRENDS = (
    ("deteriorating", r"deteriorat\w*|aggravat\w*|worsen\w*|escalat\w*|negative (?:scenario|trend|direction)|growing (?:instability|tension|threat)\w*|"
     r"growth of [^,;]{0,60}threats?|increas\w+ (?:in )?(?:tension|threat|instability|challenge)s?|rising tensions?|build(?:ing|s)?[- ]up|"
     r"intensif\w+ of|renewed (?:fighting|hostilities|clashes)|spread of the fighting|slid(?:ing|es?) (?:in)?to|heating up|spiral\w*"),
    ("improving", r"improv(?:ed|ing|es|ement)|normali[sz](?:ing|ed)|de-escalat\w*|easing|eased|stabili[sz](?:ing|ed)|calmer|progress (?:is|was|has)|positive (?:trend|dynamic|change)s?"),
    ("tense", r"tense|tensions?|difficult|complex|complicated|fragile|volatile|unstable|instability|alarming|explosive|unpredictable|precarious|"
     r"of (?:serious |grave |deep )?concern|turbulent|serious|critical|dire|catastrophic|exchanges? of fire|challenges and threats [^;]{0,80}persist\w*"),
    ("stable", r"stable|stability (?:is|was|has been) (?:maintained|preserved)|calm|under control|quiet|unchanged|normal"),
)  # fmt: skip
"""Trend -> words that tell it; the first trend found nearest to the situation wins, "tense but under control" is tense."""

_TREND = tuple((trend, regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)) for trend, words in _TRENDS)
_SUBJECT = regex.compile(
    r"\b(?:situation|environment|climate|state of (?:affairs|security)|conditions|instability|threats?|tensions?|fighting|calm|deterioration|ceasefire|trend)\b",
    regex.IGNORECASE,
)
_OTHERS = regex.compile(r"\b(?:would|could|might|if|whether|in order to|to (?:prevent|reduce|ease|avoid|improve|normali[sz]e|stabili[sz]e)|aimed at|reduction of|lead to|for further|attach)\b")


def _assessor(scene: Scene) -> str:
    """Return who assesses: who says the sentence, or whose speech it stands in."""
    if scene.speech:
        return scene.speech
    for draft in reversed(scene.drafts):
        if draft.register == "statements" and _here(draft, scene):
            return str(draft.slots["speaker"])
    return ""


def _here(draft: Draft, scene: Scene) -> bool:
    sentence = scene.sentences[scene.number]
    return any(start < sentence.end and sentence.start < end for start, end, _ in draft.spans)


def _trend(clause: str) -> str:
    """Return the trend a clause tells; empty where it tells none."""
    found = [(match.start(), trend) for trend, pattern in _TREND if (match := pattern.search(clause)) is not None]
    if not found:
        return ""
    trends = {trend for _, trend in found}
    if "stable" in trends and "tense" in trends:
        return "tense"
    return next(trend for trend in ("deteriorating", "improving", "tense", "stable") if trend in trends)


def assessed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read each clause that tells the state of a region, with the person whose assessment it is."""
    assessor = _assessor(scene)
    if not assessor:
        return
    sentence = found.sentence
    for start, end in _clauses(sentence.text):
        clause = sentence.text[start:end]
        if _SUBJECT.search(clause) is None or _OTHERS.search(clause) is not None:
            continue
        trend = _trend(clause)
        region = _region(clause)
        if not trend or region is None:
            continue
        first, last = sentence.span(start + region[0], start + region[1])
        name = " ".join(scene.page.text[first:last].split())
        slots = {"region": name.removeprefix("the "), "trend": trend, "assessed_by": assessor, "date": _date(scene)}
        yield Draft(REGISTER, slots, [(*sentence.span(0, len(sentence.text)), found.rule)])


def _region(clause: str) -> tuple[int, int] | None:
    """Return the region a clause speaks of: the one behind "situation in", else the first behind a preposition."""
    best: tuple[int, int] | None = None
    for match in _REGION.finditer(clause):
        before = clause[: match.start()].rstrip()
        before = before.removesuffix("the").rstrip()
        if before.endswith((" in", " on", " at", " along", " around", " of", " across", "In", "On", "At", " throughout", " near")):
            if "situation" in before[-30:] or best is None:
                best = match.span()
        elif best is None and not before:
            best = match.span()
    return best


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return the parts of a sentence that each may assess another region: at ";", ", growing", ", and in"."""
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return list(zip(cuts, cuts[1:], strict=False))


_CUT = regex.compile(r";\s|,\s(?=growing|increas|while|whereas|and (?:in|on) |but in)")


def _date(scene: Scene) -> str:
    return scene.act_date() or (scene.anchor.iso if scene.anchor is not None else "")


RULES: tuple[Rule, ...] = (
    Rule(
        name="situations.assessed",
        triggers=("situation", "tension", "threat", "environment", "instability", "fighting", "calm", "climate", "ceasefire", "trend", "state of"),
        pattern=r"^.+$",
        build=assessed,
        reads=(
            "Secretary General Ana Dol noted that the situation in Central Asia remains tense.",
            "Secretary General Ana Dol said that on the Tajik-Afghan border the situation has deteriorated.",
        ),
        refuses=(
            "The situation in Central Asia remains tense.",
            "Secretary General Ana Dol said that steps to ease tension in Central Asia would be welcome.",
        ),
    ),
)


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one assessment for each region, assessor and trend of a page."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if all(k.slots[s] == draft.slots[s] for s in ("region", "assessed_by", "trend"))), None)
        if same is None:
            kept.append(draft)
        else:
            same.absorb(draft)
    return kept
