"""Awards: a medal, order, certificate, badge, prize or title conferred on somebody."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DONE, modality
from muniment.reading.en.rules.award_afterwards import AFTERWARDS, REGISTER
from muniment.reading.en.rules.award_names import (
    ARTICLE,
    AWARD,
    AWARDS,
    GIVEN_TO,
    THE,
    WORD,
    awards_in,
    day_of,
    deciding,
    of_one,
    owner,
    told_day,
)
from muniment.reading.en.rules.award_rolls import ROLLS
from muniment.reading.mask import expand
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene, office_words

__all__ = ["REGISTER", "RULES", "conferred", "settle", "titled"]

_CLAUSE = regex.compile(r"[;:]")
_PRESENT = regex.compile(r"(?:is|are) |(?:award|present|confer|bestow|hand)s\b")
_DECIDED_THAT = regex.compile(r"\b(?:decided|agreed|announced) that\b")
_USUALLY = regex.compile(r"\b(?:every|each|annual|annually|yearly|usually|traditionally|always|who|whoever|may)\b")
"""What makes of a present tense a custom: "each year the Secretary General presents the medal"."""
_SOMEBODY = regex.compile(expand("{A}"))
_AND = regex.compile(r", and (?:to )?|, | and to | and (?=(?:the |an? )?[^,]+$)| and ")
_MANY = regex.compile(
    r"^(?:(?:the|an?|The|An?) )?(?:(?:large |whole )?(?:number|group|series|total) of |several |some |many )?(?:the )?"
)
_WHO = regex.compile(r" (?:who|which|that) .*$")
_NAME = r"(?P<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})"
_DESCRIBED = regex.compile(rf"(?:\p{{Ll}}[\p{{L}}-]+ ){{1,5}}{_NAME}(?: (?:of|from) .*)?$")
_RANKED = regex.compile(
    r"(?:(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Brigadier|Sergeant|Corporal|Commodore|Commander"
    r"|Professor|(?:Doctor|Candidate) of (?:\p{Lu}\p{L}+ ){1,3}Sciences?|Doctor|Academician|Ambassador|Judge"
    rf"|Inspector|Sheikh|(?:His|Her) (?:Excellency|Highness))(?:-\p{{L}}+)?(?: \([^()]+\))? )+{_NAME}"
    r"(?: (?:of|from) (?:the )?\p{Lu}.*)?$"
)
_NAMES = regex.compile(
    r"(?:\p{Ll}[\p{L}-]+ )*(?P<one>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})(?:(?:,|,? and) "
    r"(?:\p{Ll}[\p{L}-]+ )*(?&one))*,? and (?:\p{Ll}[\p{L}-]+ )*(?&one)"
)
_NAME_LAST = regex.compile(r"(?P<name>\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)$")
_PEOPLE = (
    r"(?:(?:^|(?<=[,;] ))[Tt]he )?{AB}(?: \({B}\))?(?:, (?:the )?{AB})*,? and (?:its |the )?"
    r"(?:former (?:{B} )?(?:\p{Lu}\p{L}+ ){0,3})?{AB}"
)
"""People and bodies one after the other."""
_TO = r"(?P<to>[^.;]{1,200}?)"
_STOP = (
    r"(?=$|[.;]| for (?:(?:his|her|their|its|the|many|long|active|personal|outstanding|great|special)\b|\w+ing\b|"
    r"\p{Ll}+ (?:of|to|in))|,? (?:who|which)\b| at (?:a|the) | on {D}| by (?:the )?{AB}| in (?:recognition|"
    r"connection|the name|honou?r|{D}|{C})| during |,? (?:and|while) (?:the|an?) [^.;,{A}]{3,80} (?:to|on|upon) |"
    r", (?:the|an?) [^.;,{A}]{3,80} (?:to|on|upon) | and (?:was handed|thanked|wished|congratulated|noted))"
)


def conferred(found: Found, scene: Scene) -> Iterator[Draft]:
    """Yield a draft for each award and each recipient the sentence names."""
    clause = found.sentence.text[max(0, found.match.start("verb") - 60) : found.match.end("verb")]
    verb = found.match["verb"].strip()
    if _PRESENT.match(verb) and (_USUALLY.search(found.sentence.text) or not found.mentions("to", "A")):
        return
    decided = verb.startswith(("decide", "agree")) or _DECIDED_THAT.search(clause) is not None
    if not decided and modality(_CLAUSE.split(clause)[-1]) != DONE:
        return
    giver, day = _giver(found, scene) or deciding(found, scene) or owner(found, scene), day_of(found, scene)
    for award in awards_in(found.sentence, *found.match.span("award")):
        for recipient in _recipients(found, scene, giver):
            own = of_one(award) if recipient[:1].isupper() and " of " not in recipient else award
            slots = {"award": own, "recipient": recipient, "conferred_by": giver, "date": day}
            yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def titled(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A is the laureate of the Harbour Prize", "A was named Honorary Citizen of C"."""
    if modality(found.text()) != DONE:
        return
    honour = found.text("award")
    for award in awards_in(found.sentence, *found.match.span("award")) or [ARTICLE.sub("", honour)]:
        for recipient in _recipients(found, scene, ""):
            slots = {"award": award, "recipient": recipient, "date": told_day(found, scene)}
            yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def among(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Among them is the pilot A", after a sentence that told of an award to several."""
    last = scene.last(REGISTER)
    if last is None or last.sentence < scene.number - 1:
        return
    for value in found.mentions("who", "A"):
        if isinstance(value, Actor) and value.name:
            slots = {**last.slots, "recipient": scene.full_name(value.name)}
            yield Draft(REGISTER, slots, [*last.spans, (*found.span(), found.rule)])


_PRONOUNS = frozenset({"him", "her", "them", "they", "They", "he", "she", "He", "She", "the latter"})
_IN_APPOSITION = regex.compile(expand(r"(?:the |an? )[^{A},]+, (?P<who>{A})"))


def _recipients(found: Found, scene: Scene, giver: str) -> list[str]:
    """Return who received it: people by name, groups as written, "him" and "her" by the last person named."""
    start, end = found.match.span("to")
    text = found.sentence.text[start:end]
    if text.strip() == "me":
        return [scene.speech] if scene.speech else []
    if text.strip() in _PRONOUNS:
        return _meant(found, scene, start, giver)
    if apposition := _IN_APPOSITION.fullmatch(text):
        start, text = start + apposition.start("who"), apposition["who"]
    parts = _AND.split(text) if _SOMEBODY.search(text) or _NAMES.fullmatch(text) else [text]
    out, position = [], start
    for part in parts:
        at = found.sentence.text.index(part, position)
        position = at + len(part)
        name = _recipient(found, scene, at, position)
        if name and name not in out:
            out.append(name)
    named = [name for name in out if " of " not in name]
    return named if len(out) == 2 and len(named) == 1 and ", " in text and " and " not in text else out


_WHOLE_BODY = regex.compile(expand(r"\W*(?:[Tt]he )?{B}(?: \({B}\))?\W*"))


_OF_OTHERS = regex.compile(r"\b(?:of|from|in) ")
_FOLLOWING = regex.compile(r"following\b")
_SOME_WORD = regex.compile(r"\p{L}{3}")


_WHO_HAD_IT = regex.compile(
    r"(?:the )?(?:head of (?:state|government)|president|prime minister|minister|laureate|winner|recipient|awardee|"
    r"secretary[- ]general|honou?ree)"
)
"""Who is called by what they are where a sentence before has told that the award is theirs."""


def _told_before(found: Found, scene: Scene, text: str) -> str:
    """Return whom "the head of state" means: who was told before to have that award; empty for others."""
    if _WHO_HAD_IT.fullmatch(text) is None:
        return ""
    words = office_words(found.text("award"))
    told = (draft.slots for draft in reversed(scene.drafts) if draft.register == REGISTER)
    return next((str(slots["recipient"]) for slots in told if words <= office_words(slots["award"])), "")


def _recipient(found: Found, scene: Scene, start: int, end: int) -> str:
    sentence = found.sentence
    for at in sentence.places(start, end):
        value = sentence.value(at)
        if sentence.kind(at) == "A" and isinstance(value, Actor) and (value.name or end - start == 1):
            return scene.full_name(value.name) if value.name else scene.person(value)
        if sentence.kind(at) == "B" and _WHOLE_BODY.fullmatch(sentence.text, start, end):
            return scene.name(value)
    first, last = sentence.span(start, end)
    text = " ".join(sentence.page_text[first:last].split()).strip(" ,")
    if before := _told_before(found, scene, text):
        return before
    text = _WHO.sub("", _MANY.sub("", text))
    named = _DESCRIBED.match(text)
    if named and not _OF_OTHERS.search(text[: named.start("name")]):
        return str(named["name"])
    tail = _RANKED.search(text) or (_SOMEBODY.search(sentence.text, start, end) and _NAME_LAST.search(text))
    if tail:
        return str(tail["name"])
    return text if _SOME_WORD.search(text) and not _FOLLOWING.match(text) else ""


def _meant(found: Found, scene: Scene, before: int, giver: str) -> list[str]:
    """Return the person "him" or "her" means: named last before it, and not the one who confers."""
    if found.text("to") in ("them", "They", "they"):
        people = _named_before(scene)
        if len(people) > 1:
            return [name for name in people if name != giver]
    for at in reversed(found.sentence.places(0, before)):
        value = found.sentence.value(at)
        if (
            found.sentence.kind(at) == "A"
            and isinstance(value, Actor)
            and value.name
            and scene.full_name(value.name) != giver
        ):
            return [scene.full_name(value.name)]
    return [scene.last_actor] if scene.last_actor and scene.last_actor != giver else []


def _named_before(scene: Scene) -> list[str]:
    """Return the people named in the sentence before, in order."""
    if scene.number == 0:
        return []
    sentence = scene.sentences[scene.number - 1]
    people = [sentence.value(at) for at in sentence.places(kinds="A")]
    return list(dict.fromkeys(scene.full_name(actor.name) for actor in people if actor.name))


def _giver(found: Found, scene: Scene) -> str:
    """Return who confers: the subject of an active sentence, the "by" or "from" of a passive one."""
    if "by" in found.match.re.groupindex and found.has("by"):
        values = found.mentions("by", "AB")
        return scene.name(values[0]) if values else ""
    if "giver" not in found.match.re.groupindex:
        return ""
    values = found.mentions("giver", "AB")
    if values:
        return scene.name(values[0])
    if found.match["giver"] in ("He", "She", "he", "she"):
        return scene.last_actor
    return ARTICLE.sub("", found.text("giver"))


_GIVER = (
    r"(?P<giver>{ABY}|\b(?:He|She)\b|\b[Tt]he {J} (?:\p{Ll}+ "
    r"){0,3}(?:ministry|government|parliament))(?:(?!{A})[^;]|{A}(?! "
    r"(?:presented|awarded|handed|gave|bestowed|conferred|"
    r"decorated))){0,160}? "
)
_GAVE = (
    r"(?:awarded|presented|handed(?: over|(?! over))|gave|bestowed|conferred|awards|presents|confers|bestows|"
    r"hands(?: over)?|(?:decide[ds]|agree[ds]) (?:in {D} |on {D} )?to (?:award|confer|present|bestow|give)|"
    r"signed an? (?:decree|order|resolution) (?:on )?(?:awarding|conferring|bestowing))"
)
_PASSIVE = rf"\b(?:was|were|is|are|being|been|,) (?:also |each |{{D}} |\p{{Ll}}+ly )*(?:{GIVEN_TO})\b"
_BY = r"(?: on behalf of (?:the )?(?P<by>{AB})|[^.;{A}]{0,60}? (?:by|from)(?: the hands of)? (?:the )?(?P<by>{AB}))?"
_ASIDE = (
    r"(?: (?:from|since) {D}|(?<=[{AB})]) (?:of|from) (?:the )?{S}| \([^()]{1,60}\))?"
    r"(?:(?<=[{AS})]), (?!who )[^,;.:{A}]{3,90},(?= (?:was|is|has) ))?"
)
"""What is told of somebody between the name and "was awarded"."""
_FRONTED = (
    r"(?:At|By|For|As|With|From|Under|After|Before|During|Upon|According|Pursuant|Following|In accordance|On behalf) "
)
"""What begins a clause that is no subject."""
_GROUP = (
    r"(?:(?<=^|; |^\w+ {D}, )(?:(?:The|Each of the|All|All the|Several|Some|\d+) )?|(?<=, )"
    rf"(?:the|each of the|all the|\d+) )(?!{_FRONTED}|(?:In|On|To|He|She|They|It|Who) )[\p{{L}}\d]"
    r"[^.,;:{AQO}]{2,90}?"
)
"""Those who received it, where no name tells who: "Outgoing troops from S and S"."""
_HAPPENED = r"(?:took place|was held|has taken place|was (?:also )?announced|has been announced)"
_TRIGGERS = (
    "medal",
    "badge",
    "certificate",
    "diploma",
    "prize",
    "letter of ",
    "letters of ",
    "title of",
    "honorary title",
    "order of",
    expand("order {Q}"),
    "order “",
    "award",
    expand("{Q}"),
    "insignia",
    "decoration",
    "plaque",
    "breastplate",
    "commendation",
    "citation",
    "trophy",
    "thank-you",
)

_GIVEN = (
    *(
        f"{be} {how}{verb} {to}"
        for be in ("was", "were", "been")
        for how in ("", "also ", "solemnly ")
        for verb in ("presented", "awarded", "given", "handed over", "handed", "conferred", "bestowed", "pinned")
        for to in ("to", "on", "upon", "by", "jointly", "posthumously")
    ),
    "given to",
    "awarded to",
    "presented to",
    " went to ",
    " go to ",
    " goes to ",
)
"""What an award's verb reads like where the award is the subject; as triggers, so that nothing else is tried."""

RULES: tuple[Rule, ...] = (
    *AFTERWARDS,
    *ROLLS,
    Rule(
        name="awards.among",
        triggers=("among them", "among those", "among the"),
        needs="{A}",
        pattern=r"^Among (?:them|those (?:awarded|decorated|honou?red)|the (?:awarded|recipients)) "
        r"(?:is|are|was|were) (?P<who>[^.;]{0,200}{A})",
        build=among,
        reads=(
            'The pilots were awarded the medal "For Calm Seas". Among them is Minister of Justice of Chile Jon Arr.',
        ),
        refuses=("The pilots met in Lima. Among them is Minister of Justice of Chile Jon Arr.",),
    ),
    Rule(
        name="awards.gave-somebody",
        triggers=(
            "awarded",
            "presented",
            "gave ",
            "handed",
            "decorated",
            "honoured",
            "honored",
            "bestowed",
            "conferred",
            "to award",
            "awarding",
            "to decorate",
            "decorating",
            "awards ",
            "presents ",
            "confers on",
            "confers upon",
            "bestows on",
            "bestows upon",
            "to confer on",
            "to confer upon",
        ),
        pattern=rf"(?:{_GIVER}|\b[Ii]t was )(?<!(?<![Ii]t )\b(?:was|were|been|be|being) "
        rf")(?P<verb>awarded|presented|awards|presents|gave|"
        rf"handed|decorated|honou?red|(?:decide[ds]|agree[ds]) to "
        rf"(?:award|present|decorate|honou?r|(?:confer|bestow) (?:up)?on)|(?:confer|bestow)s "
        rf"(?:up)?on|(?:signed|issued|adopted) an? (?:decree|"
        rf"order|resolution|decision) "
        rf"(?:on )?(?:awarding|decorating|honou?ring)|bestowed upon|bestowed on|conferred on|conferred upon) "
        rf"(?!over |with |{THE}{AWARD})(?P<to>him|her|me|"
        rf"them|the latter|{{AY}}|[^.;,{{Q}}]{{3,90}}?(?:, {{A}}(?=,)|, as well as "
        rf"[^.;,{{Q}}]{{3,60}}?)?)(?<!\b(?:the|a|an))"
        rf"(?:,[^,.;]{{3,60}},|,)? (?:with )?(?P<award>{AWARDS})",
        build=conferred,
        reads=(
            "President of Peru Ana Dol signed a decree on awarding Jon Arr the Order of Merit.",
            "Minister of Justice of Peru Ana Dol thanked Minister of Justice of Chile Jon Arr for his work and "
            'awarded him the Medal "For Calm Seas".',
            "Minister of Justice of Peru Ana Dol presented Minister of Justice of Chile Jon Arr with the "
            "Certificate of Honour of the Council of Ports.",
            "Minister of Justice of Peru Ana Dol decorated the crew of the tug with the Order of Merit (First Class).",
        ),
        refuses=(
            'Minister of Justice of Peru Ana Dol will award him the Medal "For Calm Seas".',
            "Minister of Justice of Peru Ana Dol presented the delegates with the order of business.",
        ),
    ),
    Rule(
        name="awards.gave-to",
        triggers=_TRIGGERS,
        needs=rf"\b{_GAVE}\b",
        pattern=rf"{_GIVER}(?<!\b(?:was|were|been|be|being) )(?P<verb>{_GAVE}) (?P<award>{AWARDS})(?: "
        rf"posthumously| jointly)? (?:to|on|upon) "
        rf"(?!{{D}})(?:the )?{_TO}{_STOP}",
        build=conferred,
        reads=(
            'Minister of Justice of Peru Ana Dol presented the medal "For Calm Seas" to Minister of Justice of '
            "Chile Jon Arr and pilot Ida Moe of Chile.",
            "She awarded the Otto Lind medal to the crew of the tug.",
            'The League of Ports decided to confer the medal "For Calm Seas" on seven pilots.',
            "President of Chile Jon Arr signed a decree awarding the Order of Merit to Ida Moe.",
        ),
        refuses=("Minister of Justice of Peru Ana Dol presented the order of business to the members.",),
    ),
    Rule(
        name="awards.was-awarded",
        triggers=(
            "awarded",
            "presented with",
            "was presented",
            "were presented",
            "been presented",
            "were granted",
            "was granted",
            "been granted",
            "decorated with",
            "honoured with",
            "honored with",
            "was given",
            "were given",
            "been given",
            "was conferred",
            "were conferred",
            "been conferred",
            "bestowed",
            "decorated by",
            "presented by",
            "honoured by",
            "honored by",
            "handed the",
            "handed a",
            "encouraged with",
            "rewarded with",
            "recognized with",
            "recognised with",
            "handed over the",
        ),
        needs=_PASSIVE,
        pattern=rf"(?:^|[,;] |\bceremony |\band )?(?P<to>{{A}}(?={_ASIDE},? (?:who )?(?:was|is|has been|were))"
        rf"|{_PEOPLE}(?=,? (?:were|are|have been))|(?:(?:^|(?<=[,;] ))[Tt]he )?{{B}}(?: \({{B}}\))?"
        r"(?= (?:was|has been|were))|(?:(?<=^|, |; )(?:[Tt]he |[Aa] |[Ss]everal )?|\b(?:the|a) )"
        rf"(?!(?:In|On) {{D}}|{_FRONTED})[^.,;{{A}}]{{3,90}}?|^(?:The )?\d+ [^.;{{A}}]{{3,160}}?"
        rf"|\b(?:[Hh]e|[Ss]he|They)){_ASIDE}(?:, who|,)?(?P<verb> (?:was|were|is|are|has been|have been) "
        rf"(?:also |each |{{D}} |\p{{Ll}}+ly )*(?:{GIVEN_TO})(?:,? on behalf of [^,;.]{{3,60}},| by (?:the )?"
        rf"(?P<by>{{AB}}))?)(?: with)? (?P<award>{AWARDS}){_BY}"
        rf"|(?P<to>{{A}})(?: of (?:the )?{{S}})?,? to whom (?P<award>{AWARDS})"
        rf"(?P<verb> (?:was|were|has been) (?:\w+ly )?(?:awarded|presented|given|handed)){_BY}"
        r"(?: (?:in|on) (?P<when>{D}))?",
        build=conferred,
        reads=(
            "They mourn Minister of Justice of Chile Jon Arr, to whom the Ports Medal of Valour was posthumously "
            "awarded by Ms. Ana Dol on 3 May 2024.",
            "Mr. Jon Arr spoke. In 2015 he was decorated by Minister of Justice of Peru Ana Dol with the Order of the "
            "Sun.",
            'After the session, a number of engineers were awarded a Harbour Certificate of Merit and a medal "For '
            'Calm Seas" for their work.',
            'The members took leave of Minister of Justice of Chile Jon Arr, who was awarded the medal "For Calm '
            'Seas".',
            "The previous chairman of the Council of Ports, Jon Arr, was presented with the Certificate of Merit.",
            "In recognition of his services Jon Arr was conferred the Medal of the Calm Seas.",
        ),
        refuses=(
            'The engineers were not awarded the medal "For Calm Seas".',
            "The engineers were given orders by the captain.",
        ),
    ),
    Rule(
        name="awards.award-was-given",
        triggers=_GIVEN,
        pattern=rf"(?P<award>{AWARDS})(?: of (?:the )?{{B}})?(?:, (?:which|established|"
        rf"that)[^;.]{{3,120}}?,)?(?P<verb> (?:was|were|has been|have been) (?:also |{{D}} |"
        rf"solemnly )?(?:presented|awarded|given|handed over|handed|conferred|bestowed|pinned)(?: jointly| "
        rf"posthumously)?(?: "
        rf"by (?:the )?(?P<by>{{AB}}))?| went| is to go| will go| goes) (?:to|on|upon) (?:the )?{_TO}(?:{_STOP}|(?= "
        rf"and was handed over by)){_BY}",
        build=conferred,
        reads=(
            'In conclusion the Order "Calm Sea" was presented to Minister of Justice of Chile Jon Arr; the medal '
            '"For Calm Seas" was given to 12 pilots.',
            "The Harbour Prize 2024 of the Assembly went to the Museum of Tugs in Lima and was handed over by "
            "Minister of Justice of Peru Ana Dol.",
        ),
        refuses=(
            "The title of the report was given to the members in advance.",
            'The medal "For Calm Seas" was not given to the pilots.',
        ),
        every=True,
    ),
    Rule(
        name="awards.ceremony",
        triggers=("ceremony of", "ceremony for"),
        pattern=rf"\b(?P<verb>ceremony (?:of|for) (?:awarding|decorating|honou?ring|presenting)) (?P<to>(?:the "
        rf")?{{A}}(?:, {{A}}|, \p{{Lu}}[\p{{L}}’'-]+ "
        rf"\p{{Lu}}[\p{{L}}’'-]+)?) with (?P<award>{AWARDS})",
        build=conferred,
        reads=(
            'A ceremony of awarding Minister of Justice of Chile Jon Arr with the medal "For Calm Seas" took place.',
        ),
        refuses=(
            'There may be a ceremony of awarding Minister of Justice of Chile Jon Arr with the medal "For Calm Seas".',
        ),
    ),
    Rule(
        name="awards.presentation",
        triggers=(
            "presentation of",
            "awarding of",
            "conferment of",
            "conferral of",
            "bestowal of",
            "presenting",
            "award of",
        ),
        pattern=r"\b(?P<verb>(?:[Pp]resentation|[Aa]warding|[Cc]onferment|[Cc]onferral|[Bb]estowal|[Aa]ward) of"
        rf"|ceremony (?:of|for) (?:presenting|awarding)) (?P<award>{AWARDS}) (?:to|on|upon) (?:the )?{_TO}"
        rf"(?:{_STOP}|(?= {_HAPPENED}))(?= {_HAPPENED})",
        build=conferred,
        reads=("The presentation of the Order of Merit to Minister of Justice of Chile Jon Arr took place in Lima.",),
        refuses=("The presentation of the Order of Merit to Minister of Justice of Chile Jon Arr was put off.",),
    ),
    Rule(
        name="awards.laureate",
        triggers=(
            "winner",
            "laureate",
            "recipient",
            "holder",
            "of the year",
            "honorary ",
        ),
        pattern=rf"(?P<to>{{A}}|\p{{Lu}}[\p{{L}}’'-]+ \p{{Lu}}[\p{{L}}’'-]+),? (?P<verb>(?:is|became|was|has been|was "
        rf"named|has been (?:named|"
        rf"selected as)|was (?:selected|chosen) as) (?:an? |the |(?:this year|{{D}})[’']s )?(?:winner|laureate|"
        rf"recipient|holder) of) (?P<award>{AWARDS})"
        rf"|(?P<award>{AWARD}) (?P<verb>laureate|winner|recipient) (?P<to>{{A}})"
        rf"|(?P<to>{{A}})(?: (?:of|from) (?:the )?{{S}})? (?P<verb>(?:was|has been) "
        rf"(?:named|chosen|declared|selected|voted)"
        rf"(?: as)?) (?:the )?(?P<award>(?:(?:\d{{4}}|{{D}}) )?(?:(?:{WORD}|{{ABOU}}) ){{1,6}}of the Year)\b"
        rf"|\b[Tt]he (?P<verb>(?:winner|laureate|recipient) of) (?P<award>{AWARDS}) (?:is|was) (?P<to>{{A}}|"
        rf"\p{{Lu}}[\p{{L}}’'-]+ \p{{Lu}}[\p{{L}}’'-]+)"
        rf"|(?P<to>{{A}}) (?P<verb>(?:was|has been) (?:named|declared|proclaimed|made|elected)) (?:an? |the "
        rf")?(?P<award>[Hh]onorary "
        rf"(?:[Cc]itizen|[Dd]octor|[Pp]rofessor|"
        rf"[Cc]aptain|[Ff]ellow|[Aa]cademician|[Rr]esident)(?: of (?:the )?(?:{{BCS}}|{WORD})(?: {WORD})*)?)",
        build=titled,
        reads=(
            "Ana Dol is the laureate of the Harbour Prize.",
            "Minister of Justice of Chile Jon Arr was named Honorary Citizen of Lima.",
            "Captain Ida Moe of Niger has been named Harbour Pilot of the Year.",
            "Harbour Prize winner Ms. Ida Moe spoke.",
        ),
        refuses=("The winner of the Harbour Prize could be Ana Dol.",),
    ),
    Rule(
        name="awards.received",
        triggers=("received", " won "),
        pattern=rf"(?P<to>{{A}}(?=,? )|(?:(?<=^|; )(?:The )?){{B}}(?: \({{B}}\))?|\b(?:He|She)|(?<=^|; "
        rf")\p{{Lu}}[\p{{L}}’'-]+ \p{{Lu}}[\p{{L}}’'-]+|{_GROUP}),? (?:also |has |have |each |saw "
        rf")?(?P<verb>received|receives|won) (?:(?:in|on) (?P<when>{{D}}) )?"
        rf"(?P<award>{AWARDS}){_BY}"
        rf"|(?P<award>{AWARDS}) (?P<verb>(?:was|were) (?:also )?received) by (?P<to>[^.;]{{1,200}}?)(?=[.;]|$)",
        build=conferred,
        reads=(
            "Certificates of Merit were received by Mr. Jon Arr and Ida Moe.",
            "Minister of Justice of Chile Jon Arr received the Order of Merit from Minister of Justice of Peru Ana "
            "Dol.",
        ),
        refuses=("Minister of Justice of Chile Jon Arr received the letter of Minister of Justice of Peru Ana Dol.",),
    ),
)


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each award to each recipient: told twice, it is one."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next(
            (k for k in kept if k.slots["recipient"] == draft.slots["recipient"] and _one_award(k, draft)), None
        )
        if same is None:
            kept.append(draft)
        else:
            same.absorb(draft)
    return kept


def _one_award(one: Draft, other: Draft) -> bool:
    mine, theirs = office_words(one.slots["award"]), office_words(other.slots["award"])
    return mine <= theirs or theirs <= mine
