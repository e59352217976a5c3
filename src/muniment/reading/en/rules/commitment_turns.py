"""Requests, mandates and intentions in other turns: "demanded that S do X", "expressed its readiness to do X"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, POSSIBLE, modality
from muniment.reading.en.rules.commitment_parts import DELIVERS, ENACTS, VERB, draft
from muniment.reading.en.rules.doers import ADVERBS, actors, doer, session_body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["TURNS"]

_HEAD = regex.compile(r"\b(?:not|never|no|without|refused to|if|whether|could|would|might|may)\b[^,;]{0,25}$")
_SOMEBODY = (
    r"(?P<whom>(?:the |all |both |its |their )*(?:{ABSYU}|[a-z]+ (?:side|parties|states|countries|members|"
    r"authorities)|parties|sides|states|"
    r"countries|members|authorities|secretariat|government|governments)(?: (?:and|, and) (?:the )?{ABSYU})*)"
)


def _denied(found: Found) -> bool:
    return _HEAD.search(found.match.string[: found.match.start("verb")]) is not None


def that_they_do(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Council demanded that S open its ports", "requested that the Secretariat prepare a report"."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    kind = "mandate" if found.match["verb"].startswith(("direct", "order", "instruct")) else "request"
    if given and whom:
        yield draft(found, scene, kind, found.match.span("what"), actor=whom, given_by=given)


def with_a_task(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "entrusted the Secretariat with the preparation of a report"."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    if whom:
        yield draft(found, scene, "mandate", found.match.span("what"), actor=whom, given_by=given)


def asked_for_thing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "asked the Secretariat for a report by June": only with the day by which it is wanted."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    made = draft(found, scene, "request", found.match.span("what"), actor=whom, given_by=given)
    if made.slots["due"] and whom:
        yield made


def ready_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S expressed its readiness to host the talks", "the readiness of S to host": an intention of S."""
    match = found.match
    before = match.string[max(0, match.start() - 40) : match.start()]
    if modality(before.rpartition(",")[2]) in (DENIED, POSSIBLE):
        return
    who = (
        actors(scene, found.sentence, *match.span("whom"))
        if found.has("whom")
        else doer(scene, found.sentence, match.start("verb"))
    )
    made = draft(found, scene, "intention", match.span("what"), actor=who)
    done = _DEED.match(match["what"]) is not None or (made.slots["due"] and found.has("whom"))
    if who and done and not _HEARSAY.search(match.string, 0, match.start()) and not _ON_CONDITION.search(match.string):
        yield made


_ON_CONDITION = regex.compile(r"\b(?:if|unless|provided that|in case|once)\b")
_HEARSAY = regex.compile(r"\b(?:alleged|rumou?rs?|reports (?:about|of)|denied|claims)\b[^;]{0,60}$")
_DEED = regex.compile(
    rf"(?:{DELIVERS}|host|hold|open|sign|ratify|organi[sz]e|convene|build|launch|take over|withdraw|return|hand over"
    r"|pay|finance|fund)\b"
)
"""What can be seen to have been done; not what everybody is always ready to do ("to strengthen cooperation")."""


def bound_itself(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S committed itself to opening its ports"."""
    if _denied(found):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "commitment", found.match.span("what"), actor=who)
    if who and (found.has("itself") or made.slots["due"]):
        yield made


def hopes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S hopes to open its ports by June": an intention."""
    if _denied(found):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "intention", found.match.span("what"), actor=who)
    if who and made.slots["due"]:
        yield made


def given_until(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B was given until D to do X" and "B has until D to do X"."""
    if _denied(found):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "mandate", found.match.span("what"), actor=who)
    _with_day(made, found, scene)
    if made.slots["due"]:
        yield made


def _with_day(made: Draft, found: Found, scene: Scene) -> None:
    """Set the last day allowed from the date that the rule's own words name as the deadline."""
    resolved = scene.date(found.mentions("by", "D")[0])
    if resolved is not None and resolved.due is not None:
        made.slots["due"] = resolved.due.isoformat()


def deadline_is(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The deadline for submitting proposals is D" and "was set for D"."""
    if _denied(found):
        return
    made = draft(found, scene, "mandate", found.match.span("what"))
    _with_day(made, found, scene)
    if made.slots["due"]:
        yield made


def another_too(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "called on S to withdraw, and on T to open its ports": what the second one is asked."""
    if _denied(found) or _FOR_SOMEBODY.search(found.match.group("first")):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    kind = "mandate" if found.match["verb"].startswith(("instruct", "task", "order", "direct")) else "request"
    if given and whom:
        yield draft(found, scene, kind, found.match.span("what"), actor=whom, given_by=given)


_FOR_SOMEBODY = regex.compile(
    r"\b(?:allow|help|enable|permit|get|cause|lead|bring|encourage|force|oblige|for|between|both)\b"
)
"""Verbs that take somebody and what they do themselves: "to help S and T to recover"."""


def appealed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "reiterates its appeal to B to do X": a request again."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    if given and whom:
        yield draft(found, scene, "request", found.match.span("what"), actor=whom, given_by=given)


def recommended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "recommended that the states name their units"; what is proposed is a request only with a last day."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    made = draft(found, scene, "request", found.match.span("what"), actor=whom, given_by=given)
    recommends = found.match["verb"].startswith("recommend") and not ENACTS.match(found.match["what"])
    if given and whom and (made.slots["due"] or recommends):
        yield made


def given_a_task(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "gave the Secretariat two months to do X", "B was given the task of doing X": B is to do it."""
    if _denied(found):
        return
    if found.has("whom"):
        whom = actors(scene, found.sentence, *found.match.span("whom"))
        given = doer(scene, found.sentence, found.match.start("verb")) if not found.has("passive") else []
    else:
        whom, given = doer(scene, found.sentence, found.match.start("verb")), []
    given = given or session_body(scene, whom)
    if whom:
        yield draft(found, scene, "mandate", found.match.span("what"), actor=whom, given_by=given)


def set_up_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "set up a working group to submit proposals by D": what the group is formed for, with its last day."""
    if _denied(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "mandate", found.match.span("what"), actor=[found.text("body")], given_by=given)
    if given and made.slots["due"]:
        yield made


def took_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "came to an agreement to exchange lists", "assumed the obligation to open its ports".

    A commitment that is reaffirmed is told where it is to something that can be seen to be done, or has a last day.
    """
    if found.has("reached"):
        if modality(found.match.string[: found.match.start("reached")]) == DONE:
            yield draft(found, scene, "commitment", found.match.span("what"))
        return
    if _denied(found):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "commitment", found.match.span("what"), actor=who)
    if not found.has("again") or made.slots["due"] or _DEED.match(found.match["what"]):
        yield made


def promised_thing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "promised a plan by D" and "promised a gradual easing of sanctions"."""
    if _denied(found):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "commitment", found.match.span("what"), actor=who)
    if who and (made.slots["due"] or _EVENT.match(found.match["what"])):
        yield made


_EVENT = regex.compile(r"(?:an?|the) (?:[a-z-]+ ){0,2}[a-z]+(?:ing|tion|ment|al|sion) of\b")
"""Something that is done, told by a noun: "a gradual easing of sanctions"."""


def will_issue(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Mission will publish two reports", "A final report will be issued": a text that is promised."""
    if _ON_CONDITION.search(found.match.string):
        return
    who = doer(scene, found.sentence, found.match.start("will")) if not found.has("passive") else []
    if who or found.has("passive"):
        yield draft(found, scene, "commitment", found.match.span("what"), actor=who)


def there_are_plans(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "There are plans to open a port in June 2024"."""
    if _denied(found):
        return
    made = draft(found, scene, "intention", found.match.span("what"))
    if made.slots["due"]:
        yield made


_PAPERS = r"(?:reports?|statements?|findings|assessments?|surveys?|lists?|proposals|recommendations)"

TURNS: tuple[Rule, ...] = (
    Rule(
        name="commitments.appealed",
        triggers=("reiterate", "renewed its", "renews its", "repeated its", "repeats its", "reaffirm"),
        pattern=rf"\b(?P<verb>reiterate[ds]|renew(?:ed|s)|repeat(?:ed|s)|reaffirm(?:ed|s)|Reiterates) "
        rf"(?:its|his|her|their|the) (?:[a-z]+ )?(?:{{N}}|appeal|call|request|invitation) (?:to|on|upon) "
        rf"{_SOMEBODY} to (?=(?P<what>{VERB} .+?)[.;]?$)",
        build=appealed,
        reads=("The Council of Ports reiterates its appeal to Peru to open its ports before 1 June 2024.",),
        refuses=("The Council of Ports never renewed its appeal to Peru to open its ports.",),
    ),
    Rule(
        name="commitments.recommended-by",
        triggers=("recommended that", "recommends that", "proposed that", "suggested that"),
        pattern=rf"\b(?P<verb>recommend(?:ed|s)|proposed|suggested) that {_SOMEBODY} "
        rf"(?:should )?(?P<what>(?!be\b|has\b|had\b|was\b|were\b){VERB} [^;]+?)[.]?$",
        build=recommended,
        reads=("The Council of Ports recommended that the states should name their units by 1 June 2024.",),
        refuses=("The Council of Ports proposed that the states should name their units.",),
    ),
    Rule(
        name="commitments.given-until",
        triggers=("given until", "have until", "has until", "had until", "given till"),
        pattern=rf"\b(?P<verb>(?:was|were|is|are|has been|have been) given|has|have|had) (?:until|till) (?P<by>{{D}})"
        rf" to (?P<what>{VERB}.+?)[.]?$",
        build=given_until,
        reads=("The Secretariat was given until 1 June 2025 to present its proposals.",),
        refuses=("The Secretariat was given time until 1 June 2025.",),
    ),
    Rule(
        name="commitments.deadline-is",
        triggers=("deadline",),
        pattern=r"\b[Tt]he deadline for (?:the )?(?P<what>(?:[a-z]+ing|submission|completion|delivery|presentation)"
        r" [^;.]{3,160}?)"
        r" (?P<verb>is|was set (?:at|for)|has been (?:set (?:at|for)|extended to|moved to)|expires on|ends on)"
        r" (?P<by>{D})",
        build=deadline_is,
        reads=("The deadline for submitting proposals to the Board is 15 June 2025.",),
        refuses=("The deadline for submitting proposals to the Board is not known on 15 June 2025.",),
    ),
    Rule(
        name="commitments.another-too",
        triggers=("call", "urge", "instruct", "ask", "task", "request", "invite"),
        needs=r"and (?:on |upon )?(?:the )?{ABSYU}",
        pattern=rf"\b(?P<verb>called (?:up)?on|calls (?:up)?on|urge[ds]|instruct(?:ed|s)|ask(?:ed|s)|tasked"
        rf"|request(?:ed|s)|invited) (?P<first>(?:the )?{{ABSYU}} to [a-z]+ [^;.]{{3,120}}?),? and (?:on |upon )?"
        rf"{_SOMEBODY} to (?=(?P<what>{VERB} .+?)[.]?$)",
        build=another_too,
        reads=("The Council of Ports called on Peru to withdraw its ships, and on Chile to open its harbours.",),
        refuses=("The Council of Ports called on Peru to help the farmers of the coast and Chile to recover.",),
    ),
    Rule(
        name="commitments.that-they-do",
        triggers=("demand", "request", "direct", "urge", "ask"),
        needs=r" that ",
        pattern=rf"\b(?P<verb>demand(?:ed|s)|request(?:ed|s)|direct(?:ed|s)|urge[ds]|"
        rf"ask(?:ed|s)) that {_SOMEBODY} "
        rf"(?:(?:should|must|also|immediately|urgently|\w+ly) )*(?=(?P<what>(?!(?:has|have|had|is|are|was|were|will|"
        rf"did|does|do|can|could|would|which|who)\b){VERB}"
        r" .+?)[.]?$)",
        build=that_they_do,
        reads=(
            "The Council of Ports demanded that Peru open its ports.",
            "The Council of Ports requested that the Secretariat prepare a report.",
        ),
        refuses=(
            "The Council of Ports did not demand that Peru open its ports.",
            "The Council of Ports demanded that the lamps which Peru bought were lit.",
        ),
    ),
    Rule(
        name="commitments.with-a-task",
        triggers=("entrust", "tasked", "charged", "commissioned"),
        pattern=rf"(?<!\b(?:was|were|is|are|been|be) )\b(?P<verb>entrust(?:ed|s)|tasked|charged|commissioned) "
        rf"{_SOMEBODY} with (?P<what>the [a-z]+(?:tion|ment|sion|ing|sal|ance)"
        r" of .+?)[.]?$",
        build=with_a_task,
        reads=("The Council entrusted the Secretariat with the preparation of a report.",),
        refuses=("The Council never entrusted the Secretariat with the preparation of a report.",),
    ),
    Rule(
        name="commitments.asked-for-thing",
        triggers=("asked", "asks", "requested"),
        pattern=rf"\b(?P<verb>asked|asks|requested) {_SOMEBODY} for (?P<what>an? .+?)[.]?$",
        build=asked_for_thing,
        reads=("The Council of Ports asked the Secretariat for a report by 30 June 2024.",),
        refuses=("The Council of Ports asked the Secretariat for a glass of water.",),
    ),
    Rule(
        name="commitments.ready-to",
        triggers=("readiness", "willingness", "intent", "ready to", "prepared to", "willing to"),
        pattern=rf"\b(?P<verb>(?:express|announc|confirm|declar|reaffirm|voic|stat|reiterat)(?:ed|es|s|ing)) (?:its|"
        rf"their|his|her|the)? ?(?:\w+ )?(?:readiness|willingness|"
        rf"intention|intent)(?: of (?:the )?{_SOMEBODY})? to (?=(?P<what>{VERB} .+?)[.]?$)"
        rf"|(?P<verb>\b(?:is|are|was|were) {ADVERBS}(?:ready|prepared|willing)) to (?=(?P<what>{VERB} .+?)[.]?$)"
        rf"|\b(?P<verb>readiness|willingness|intention) of (?:the )?(?:[A-Za-z]+ )??{_SOMEBODY} to (?=(?P<what>{VERB} "
        rf".+?)[.]?$)",
        build=ready_to,
        reads=(
            "Peru expressed its readiness to host the talks in Lima.",
            "She told them of the readiness of Peru to host the talks in Lima.",
        ),
        refuses=(
            "Peru did not express its readiness to host the talks in Lima.",
            "Peru expressed its readiness to strengthen the friendship of peoples.",
        ),
    ),
    Rule(
        name="commitments.bound-itself",
        triggers=("itself to", "themselves to", "committed to", "commits to"),
        pattern=rf"(?<!\b(?:is|are|was|were|been|remain|remains|stay|stands) (?:also |firmly |fully |strongly )?)"
        rf"\b(?P<verb>commit(?:ted|s)|oblig(?:ed|es)|bound|pledged) {ADVERBS}(?:(?P<itself>itself|themselves) )?to "
        rf"(?P<what>[a-z]+ing .+?|{VERB} .+?)[.]?$",
        build=bound_itself,
        reads=("Peru committed itself to opening its ports.",),
        refuses=("Peru could have committed itself to opening its ports.",),
    ),
    Rule(
        name="commitments.hopes-to",
        triggers=("hopes to", "hope to", "hoped to"),
        pattern=rf"\b(?P<verb>hopes?|hoped) {ADVERBS}to (?=(?P<what>{VERB} .+?)[.]?$)",
        build=hopes,
        reads=("Peru hopes to open its ports by 30 June 2024.",),
        refuses=("Peru hopes to see better days.",),
    ),
    Rule(
        name="commitments.given-a-task",
        triggers=(
            "gave",
            "given",
            "assigned",
            "entrusted to",
            "the task",
            "set the task",
            "made responsible",
            "responsible for",
        ),
        pattern=rf"\b(?P<verb>gave|has given|have given) {_SOMEBODY} (?:{{D}}|(?:\d+|[a-z]+) (?:days|weeks|months))"
        rf"(?: time)? to (?P<what>{VERB}.+?)[.]?$"
        rf"|\b(?P<verb>gave|has given|have given) (?:the |clear |relevant )*(?:instructions?|orders?|tasks?)"
        rf" to {_SOMEBODY} to (?P<what>{VERB}.+?)[.]?$"
        rf"|\b(?P<verb>gave|set|assigned) {_SOMEBODY} the task (?:of (?P<what>[a-z]+ing\b.+?)"
        rf"|to (?P<what>{VERB}.+?))[.]?$"
        rf"|(?P<verb>(?:was|were|has been|have been) {ADVERBS}(?:given|set|assigned)) (?:the |a |clear |relevant )*"
        rf"(?:instructions? to (?P<what>{VERB}.+?)|tasks? (?:of (?P<what>[a-z]+ing\b.+?)|to (?P<what>{VERB}.+?)))[.]?$"
        rf"|\b[Tt]he (?:task of (?P<what>[a-z]+ing\b [^;,.]{{3,160}}?)|(?P<what>[a-z]+(?:tion|ment|sion) of\b"
        rf" [^;,.]{{3,160}}?)) (?P<passive>(?:was|were|has been) )(?P<verb>assigned|entrusted) to {_SOMEBODY}"
        rf"|(?P<verb>(?:was|were|has been|have been) {ADVERBS}made) responsible for (?P<what>[a-z]+ing\b.+?)[.]?$",
        build=given_a_task,
        reads=(
            "The Council of Ports gave the Secretariat two months to prepare a list of lamps.",
            "The Council of Ports gave instructions to the Secretariat to prepare a list of lamps.",
            "The Secretariat was given the task of preparing a list of lamps.",
            "The task of preparing a list of lamps was assigned to the Secretariat.",
            "The Secretariat was made responsible for preparing a list of lamps.",
        ),
        refuses=(
            "The Council of Ports gave the Secretariat a lamp.",
            "The Secretariat was not given the task of preparing a list of lamps.",
        ),
    ),
    Rule(
        name="commitments.set-up-to",
        triggers=("set up", "established", "created", "formed"),
        pattern=rf"\b(?P<verb>set up|sets up|established|establishes|created|formed) an? (?P<body>(?:[a-z-]+ ){{0,4}}"
        rf"(?:group|committee|commission|task force|team|mission))(?:, [^,;.]{{3,60}},)? to (?P<what>{VERB}.+?)[.]?$",
        build=set_up_to,
        reads=("The Council of Ports set up a working group, chaired by Peru, to list the lamps before 30 June 2024.",),
        refuses=("The Council of Ports set up a working group to list the lamps.",),
    ),
    Rule(
        name="commitments.took-on",
        triggers=(
            *("came to", "reached", "concluded", "assume", "took", "takes on", "accept", "gave", "gives", "agreed on"),
            *("agreed upon", "commitment"),
        ),
        pattern=rf"\b(?P<verb>came to|reached|concluded) (?:an? |the )?(?:[a-z]+ )?(?:agreement|understanding|{{N}}) "
        rf"(?:to (?P<what>(?!(?:end|the)\b){VERB}.+?)|on (?P<what>(?:opening|holding|exchanging|sending|creating"
        rf"|establishing|launching|sharing)\b.+?))[.]?$"
        rf"|\b(?P<verb>assum(?:ed|es)|took (?:up)?on(?: (?:itself|themselves))?|takes on|accept(?:ed|s)|g(?:ave|ives)"
        rf"|(?P<again>reaffirm(?:ed|s)|confirm(?:ed|s)|reiterate[ds]|renew(?:ed|s))) (?:the |an? |its "
        rf"|their )?(?:[a-z]+ )?"
        rf"(?:obligation|undertaking|commitment) to (?P<what>{VERB}.+?)[.]?$"
        rf"|\b(?:[Aa]greement|[Uu]nderstanding|{{N}}) (?P<reached>was|has been) reached (?:to (?P<what>{VERB}.+?)"
        rf"|on (?P<what>(?:opening|holding|exchanging|sending|creating|establishing|launching|sharing"
        rf"|conducting)\b.+?))[.]?$"
        rf"|(?<!\b(?:was|were|been|as|be) )\b(?P<verb>agreed) (?:up)?on (?P<what>(?:opening|holding|exchanging"
        rf"|sending|creating"
        rf"|establishing|launching|sharing|conducting)\b.+?)[.]?$",
        build=took_on,
        reads=(
            "The parties came to an agreement to exchange lists of lamps.",
            "Peru assumed the obligation to open its ports by May 2025.",
        ),
        refuses=("The parties could have come to an agreement to exchange lists of lamps.",),
    ),
    Rule(
        name="commitments.promised-thing",
        triggers=("promise", "pledge"),
        pattern=r"(?<!\b(?:was|were|been|as|is|are|had|the|its|their|his|her) )\b(?P<verb>promised|promises|pledged"
        r"|pledges) (?P<what>(?:an?|the|another|further) (?!sum|amount|total)[^;.]{3,160}?)[.]?$",
        build=promised_thing,
        reads=(
            "The Secretariat promised a list of lamps by 1 June 2024.",
            "The Secretariat promised a gradual easing of the rules.",
        ),
        refuses=("The Secretariat promised a lamp.", "The Secretariat never promised a list of lamps by 1 June 2024."),
    ),
    Rule(
        name="commitments.will-issue",
        triggers=("will ", "shall "),
        needs=r"\b(?:report|statement|findings|assessment|survey|list|proposals|recommendations)",
        pattern=rf"(?P<will>\b(?:will|shall)) {ADVERBS}(?P<what>(?:publish|issue|release|present|submit|circulate"
        rf"|prepare) (?:an?|the|its|their|two|three|several|\d+) (?:[a-z-]+ ){{0,3}}{_PAPERS}\b[^;]*?)[.]?$"
        r"|(?:^|(?<=[;,] |\band |\bthat ))(?P<what>(?:[Aa]n?|[Tt]he|[Tt]wo"
        rf"|[Tt]hree) (?:[a-z-]+ ){{0,3}}{_PAPERS}(?: on [^;,.]{{3,60}}?)? (?P<passive>will|shall) "
        rf"{ADVERBS}be (?:published|issued|released|presented|submitted"
        r"|circulated"
        r"|prepared)\b[^;]*?)[.]?$",
        build=will_issue,
        reads=(
            "The Secretariat will publish two reports.",
            "A final report will be issued some weeks after the drill.",
        ),
        refuses=(
            "The Secretariat will publish two reports if asked.",
            "The Secretariat will not publish its report.",
        ),
    ),
    Rule(
        name="commitments.there-are-plans",
        triggers=("plans to",),
        pattern=rf"\b[Tt]here (?P<verb>are|were) (?:also )?plans to (?P<what>{VERB}.+?)[.]?$",
        build=there_are_plans,
        reads=("There are plans to open a second port in June 2025.",),
        refuses=("There are plans to open a second port.", "There are no plans to open a second port in June 2025."),
    ),
)
"""Rules for other turns of asking, ordering and intending."""
