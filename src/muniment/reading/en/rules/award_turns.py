"""Awards told in other turns: names with their award in brackets, several who received one, laureates."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DONE, modality
from muniment.reading.en.rules.award_afterwards import REGISTER
from muniment.reading.en.rules.award_names import AWARD, AWARDS, awards_in, day_of
from muniment.reading.en.rules.awards import conferred, titled
from muniment.reading.mask import expand
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["LISTED"]

_VERB = r"(?:awarded|presented|handed(?: over)?|decorated|honou?red|conferred|bestowed|given|granted)"
_NAME = r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}"
_EACH = rf"(?:{{A}}|{_NAME})"
_PEOPLE = rf"{_EACH}(?:(?:, and|,| and) {_EACH})*"
_GIVER = regex.compile(expand(rf"(?P<giver>{{A}})[^.;{{A}}]{{0,60}}? {_VERB}"))


def in_brackets(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The awards were presented to A (medal "..."), A (badge "...")": each with the award in brackets."""
    before = found.sentence.text[: found.match.start()]
    if _GIVEN_TO.search(before) is None or modality(before) != DONE:
        return
    giver = _GIVER.search(before)
    by = scene.name(found.sentence.value(giver.start("giver"))) if giver is not None else ""
    slots = {"conferred_by": by, "date": day_of(found, scene)}
    people = [scene.full_name(actor.name) for actor in found.mentions("to", "A") if actor.name]
    for award in awards_in(found.sentence, *found.match.span("award")):
        for name in people or [found.text("to")]:
            yield Draft(REGISTER, {"award": award, "recipient": name, **slots}, [(*found.span(), found.rule)])


_GIVEN_TO = regex.compile(rf"\b{_VERB}\b")


def and_another(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "and the badge to A", "and A – the badge", behind an award that the same sentence tells of."""
    told = [d for d in scene.drafts if d.register == REGISTER and d.sentence in (-1, scene.number)]
    if not told or told[0].spans[0][0] > found.span()[0]:
        return
    slots = {"conferred_by": told[0].slots.get("conferred_by"), "date": told[0].slots.get("date")}
    people = [scene.full_name(actor.name) for actor in found.mentions("to", "A") if actor.name]
    for award in awards_in(found.sentence, *found.match.span("award")):
        for name in people:
            if not any(d.slots["recipient"] == name for d in told):
                yield Draft(REGISTER, {"award": award, "recipient": name, **slots}, [(*found.span(), found.rule)])


def both(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A and A received the medal "..." from A": each of the two."""
    people = [a for a in found.mentions("to", "A") if isinstance(a, Actor)]
    if people or found.has("to"):
        yield from conferred(found, scene)


LISTED: tuple[Rule, ...] = (
    Rule(
        name="awards.in-brackets",
        triggers=("(",),
        needs=rf"\b{_VERB}\b",
        pattern=rf"(?P<verb>)(?P<to>{{A}}|{_NAME}) \((?:the )?(?P<award>{AWARD})\)",
        build=in_brackets,
        reads=(
            'The awards were presented to Mr. Jon Arr (medal "For Calm Seas") and Ms. Ida Moe (badge "For Ropes").',
        ),
        refuses=('They saw Mr. Jon Arr (medal "For Calm Seas") and Ms. Ida Moe.',),
        every=True,
    ),
    Rule(
        name="awards.and-another",
        triggers=(" and ", "; ", ", "),
        needs=rf"\b{_VERB}\b[^.]*(?:{{A}}(?: ?[–—-]| with)? (?:the|an?)|(?:to|on|upon) (?:the )?{{A}})",
        pattern=r"(?:,? and|,|;|,? while) (?:to |the )?(?P<to>{A})(?: ?[–—-]| with|,)? (?:the|an?) "
        rf"(?P<award>{AWARD})(?! (?:to|on|upon) )"
        rf"|(?:,? and|,|;|,? while) (?:the|an?) (?P<award>{AWARD}) (?:to|on|upon) (?:the )?"
        r"(?P<to>{A}(?:(?:, and|,| and) {A})*)",
        build=and_another,
        reads=(
            'Mr. Jon Arr was awarded the medal "For Calm Seas", and Ms. Ida Moe – the badge "For Ropes".',
            'The medal "For Calm Seas" was presented to Mr. Jon Arr, and the badge "For Ropes" to Ms. Ida Moe.',
        ),
        refuses=('Mr. Jon Arr spoke of the medal "For Calm Seas", and the badge "For Ropes" to Ms. Ida Moe.',),
        every=True,
    ),
    Rule(
        name="awards.both-received",
        triggers=("received", "were recogni", "were encouraged", "was recogni", "was encouraged", "was rewarded"),
        needs=r"\b(?:received|recogni[sz]ed|encouraged|rewarded)\b",
        pattern=rf"(?P<to>{_EACH}(?:, [\p{{Ll}}][^,;.{{A}}]{{3,50}},)?(?:, {_EACH})*,? and {_EACH})(?:, "
        rf"[\p{{Ll}}][^,;."
        rf"{{A}}]{{3,50}},)? (?P<verb>received) (?P<award>{AWARDS})(?: (?:by|from) (?:the )?(?P<by>{{AB}}))?"
        rf"|(?P<to>{_PEOPLE}),? (?P<verb>(?:was|were|has been|have been) (?:recogni[sz]ed|encouraged|rewarded)) with "
        rf"(?P<award>{AWARDS})(?: (?:by|from) (?:the )?(?P<by>{{AB}}))?"
        rf"|(?P<to>{{A}}|\b(?:He|She)) (?:also |has |today )*(?P<verb>received) from (?:the hands of )?(?:the "
        rf")?(?P<by>{{AB}}) (?P<award>{AWARDS})",
        build=both,
        reads=(
            'Mr. Jon Arr and Ms. Ida Moe received the medal "For Calm Seas" from Minister of Justice of Peru Ana Dol.',
            "Mr. Jon Arr was recognized with the Harbour Award for his work.",
            "Mr. Jon Arr received from the hands of Minister of Justice of Peru Ana Dol the Order of Merit.",
        ),
        refuses=("Mr. Jon Arr and Ms. Ida Moe received the letter of Minister of Justice of Peru Ana Dol.",),
    ),
    Rule(
        name="awards.with-to",
        triggers=("awarded with", "decorated with", "honoured with", "honored with", "among those awarded"),
        pattern=rf"(?P<giver>{{A}}|\b[Hh]e|\b[Ss]he) (?:also )?(?P<verb>awarded|decorated|honou?red) with "
        rf"(?P<award>{AWARDS}) "
        rf"(?:the )?(?P<to>{_PEOPLE})|\b[Aa]mong those (?P<verb>awarded|decorated with|honou?red with) "
        rf"(?P<award>{AWARDS}) "
        rf"(?:was|were|are|is) (?P<to>{_PEOPLE})",
        build=conferred,
        reads=(
            'Minister of Justice of Peru Ana Dol awarded with the medal "For Calm Seas" Captain Jon Arr.',
            'Among those awarded the medal "For Calm Seas" were Mr. Jon Arr and Ms. Ida Moe.',
        ),
        refuses=('Minister of Justice of Peru Ana Dol never awarded with the medal "For Calm Seas" Captain Jon Arr.',),
    ),
    Rule(
        name="awards.congratulated",
        triggers=("congratulat", " saw ", "thanked"),
        needs=r"\b(?:award|decorat|conferr|conferm|present|receiv|receipt|winning)",
        pattern=rf"\bcongratulat\w+ (?:the )?(?P<to>{_PEOPLE})[^.;{{A}}]{{0,40}}? (?:on|for) (?:his |her |their |"
        rf"the )?(?P<verb>(?:being|having "
        rf"been) (?:awarded|decorated with|conferred|presented with|given|granted)|(?:award|conferment|conferral|"
        rf"bestowal|presentation|receipt) of|receiving|winning) (?P<award>{AWARDS})"
        rf"|\bsaw (?:the )?(?P<to>{_PEOPLE})[^.;{{A}}]{{0,20}}? (?P<verb>receive|be (?:presented with|awarded)) "
        rf"(?P<award>{AWARDS})(?: (?:by|from) (?:the )?(?P<by>{{AB}}))?",
        build=conferred,
        reads=(
            "Minister of Justice of Peru Ana Dol congratulated Mr. Jon Arr on being awarded the Order of Merit.",
            "The ceremony saw Mr. Jon Arr receive the Harbour Prize from Minister of Justice of Peru Ana Dol.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol congratulated Mr. Jon Arr on the Order of Merit Day.",
            "Minister of Justice of Peru Ana Dol never saw Mr. Jon Arr receive a letter.",
        ),
    ),
    Rule(
        name="awards.laureates",
        triggers=("laureate", " won by", " shared by"),
        pattern=rf"\b[Tt]he (?P<verb>laureates|winners|recipients) of (?P<award>{AWARDS}) (?:are|were|became) "
        rf"(?P<to>{_PEOPLE})"
        rf"|(?P<award>{AWARDS}) (?P<verb>(?:was|were|has been|have been) (?:won|shared) by) (?:the )?(?P<to>{_PEOPLE})"
        rf"|(?P<to>{{A}}) (?P<verb>(?:has )?bec[ao]me|is) (?:a |the |{{D}}[’']s )?(?:laureate|winner) of "
        rf"(?P<award>{AWARDS})"
        rf"|(?P<to>{{A}}) (?P<verb>is|became) (?:the |{{D}}[’']s )(?P<award>{AWARD}) (?:laureate|winner)",
        build=titled,
        reads=(
            "The laureates of the Harbour Prize 2023 are Ms. Ana Dol and Mr. Jon Arr.",
            "The Harbour Prize was won by Ms. Ana Dol.",
        ),
        refuses=("The Harbour Prize could be won by Ms. Ana Dol.",),
    ),
)
"""Rules for awards told in other turns."""
