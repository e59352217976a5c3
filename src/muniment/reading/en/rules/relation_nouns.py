"""Relations told by nouns and by who leads: "S's accession to the B took effect", "S chairs the B", "B cooperates"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.en.rules.relation_parts import (
    BODIES,
    CHAIR,
    MANY,
    OBJECT,
    SUBJECT,
    WHOLE,
    is_organisation,
    mentions,
    national,
    object_of,
    party,
    relations,
    told_day,
)
from muniment.reading.mention import Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["NOUNS"]

_WHO = rf"(?P<who>{MANY})"
_DAY = r"(?:,? (?:on|in|since|as of|from|back to|for) (?P<day>{D}))?"
_IN = r"[Aa]ccession|[Aa]dmission|[Ee]ntry|[Rr]eadmission|[Rr]eturn"
_OUT = r"[Ww]ithdrawal|[Ee]xit|[Dd]eparture|[Ee]xpulsion|[Ee]xclusion"
_ADJ = r"(?:(?:official|formal|full|recent|final|eventual|new) )*"
_NOUN = (
    rf"(?:{_WHO}[’']s? {_ADJ}(?P<noun>{_IN}|{_OUT})|{_ADJ}(?P<noun>{_IN}|{_OUT}) of {_WHO})"
    rf"(?: as [^.;,{{S}}]{{3,40}}?)?(?: (?:to|into|in|from) {OBJECT})"
)
_HAPPENED = (
    r"(?:(?:(?:was|were|has been|have been|is) (?:\w+ly )?(?:approved|completed|finali[sz]ed|formali[sz]ed|agreed"
    r"|endorsed|accepted|confirmed|concluded)|took (?:place|effect)|entered into force|became "
    r"(?:effective|official|final)|occurred|comes? into (?:force|effect)|came into (?:force|effect)))"
)
_AFTER = (
    r"(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Ww]ith|[Uu]pon|[Ww]elcom(?:ed|es|ing)|[Hh]ailed|[Cc]elebrat(?:ed|es|ing)|"
    r"[Mm]ark(?:ed|s|ing)|anniversary of|[Cc]ongratulat\w+ [^.;]{0,40}? on|[Nn]oted)"
)
_NO_ORGAN = (
    r"(?! (?:meeting|session|summit|talks|conference|discussion|debate|delegation|working|committee|council|Meeting"
    r"|Session"
    r"|Summit))"
)
"""Not the name of what is chaired within an organisation."""


def _said(found: Found) -> str:
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    return modality(before.rpartition(",")[2] + found.match.group())


def _where(found: Found, scene: Scene) -> str:
    """Return the organisation that states come into or leave; empty for an organ or a state's body."""
    bodies = mentions(found, "object", "B")
    return "" if bodies and not is_organisation(scene, bodies[0]) else object_of(scene, bodies)


def _who(found: Found, scene: Scene) -> list[str]:
    if found.has("officer"):  # "the minister of S, which chairs the B"
        return [national(actor) for actor in mentions(found, "officer", "A")]
    return [party(scene, v) for v in mentions(found, "who", "SJ")]


_OUTWARD = regex.compile(_OUT)
_ALLOWED = regex.compile(r"approved|agreed|endorsed|accepted")


def moved(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S's accession to the B took effect on D", "since the withdrawal of S from the B", "announced its exit"."""
    to, said = _where(found, scene), _said(found)
    if not to or said in (DENIED, POSSIBLE) or (said == PLANNED and not found.has("told")):
        return
    out = _OUTWARD.fullmatch(found.match["noun"]) is not None
    if found.has("after") and modality(found.sentence.text) in (PLANNED, POSSIBLE):
        return
    state = "ended" if out else "granted" if _ALLOWED.search(found.match[0]) else "in_force"
    day = told_day(found, scene) if found.has("day") else "" if found.has("after") else sentence_day(scene)
    yield from relations(found, _who(found, scene), to, "membership", {"state": state, "date": day})


def under_way(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the accession process of S to the B", "S's membership bid", "supported S's accession to the B": sought."""
    to = _where(found, scene)
    if to and _said(found) != DENIED:
        yield from relations(found, _who(found, scene), to, "membership", {"state": "sought"})


_KEPT = regex.compile(r"restor|reinstat|approv")


def changed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the membership of S in the B was suspended", "the B suspended the membership of S"."""
    bodies = mentions(found, "object", "B") or mentions(found, "giver", "B")
    if _said(found) in (DENIED, POSSIBLE, PLANNED) or (bodies and bodies[0].state):
        return
    verb = found.match["verb"]
    state = "granted" if _KEPT.match(verb) else "suspended" if verb.startswith(("suspend", "fr")) else "ended"
    own = bodies[0].organization if bodies and not is_organisation(scene, bodies[0]) else ""
    day = told_day(found, scene) or sentence_day(scene)
    to = own or object_of(scene, bodies)
    for draft in relations(found, _who(found, scene), to, "membership", {"state": state, "date": day}):
        draft.notes = {"lifted": state == "granted"}
        yield draft


_UNTIL = regex.compile(r"\buntil $")


def leads(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S chairs the B", "the B, currently chaired by S", "the presidency of the B is held by S"."""
    bodies, said = mentions(found, "object", "B"), _said(found)
    if said in (DENIED, POSSIBLE) or not (bodies or found.has("whole")):
        return
    if bodies and (bodies[0].state or bodies[0].kind == "conference"):
        return
    until = found.has("day") and _UNTIL.search(found.sentence.text, 0, found.match.start("day")) is not None
    day = told_day(found, scene) if found.has("day") and not until else ""
    over = found.has("past")
    if over and not day:
        return
    if over and bodies and not (is_organisation(scene, bodies[0]) or bodies[0].known):
        return
    now = " been " in found.match[0] and not until
    state = "in_force" if now else "" if day or over or said == PLANNED else "in_force"
    to = party(scene, bodies[0]) if bodies and not bodies[0].anaphor else object_of(scene, bodies)
    yield from relations(found, _who(found, scene), to, "presidency", {"state": state, "date": day})


def presidency_begins(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S's presidency of the B began on D", "the Ruritanian chairmanship ends on D"."""
    said = _said(found)
    if said in (DENIED, POSSIBLE):
        return
    day, ends = scene.iso(mentions(found, "day", "D")[0]), found.match["verb"].startswith(("end", "expire", "conclude"))
    ahead = said == PLANNED or (scene.anchor is not None and day > scene.anchor.iso[: len(day)])
    state = "" if ahead else "ended" if ends else "in_force"
    to = object_of(scene, mentions(found, "object", "B"))
    told = {"state": state, "date": day} if not (ends and ahead) else {"state": "in_force"}
    yield from relations(found, _who(found, scene), to, "presidency", told)


def cooperate(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B has cooperated with B since D", "B established relations with B", "cooperation between B and B began"."""
    one, other = (mentions(found, name, "B") for name in ("one", "other"))
    if _said(found) != DONE or not one or not other:
        return
    subject = _whole(scene, one[0])
    kind = "dialogue" if "dialogue" in (found.match.groupdict().get("what") or "") else "cooperation"
    told = {"state": "in_force", "date": told_day(found, scene) if found.has("day") else ""}
    for body in other:
        if subject and (partner := _whole(scene, body)):
            yield from relations(found, [subject], partner, kind, told)


def _whole(scene: Scene, body: Body) -> str:
    """Return the organisation that a body is, or whose secretariat it is; empty for others."""
    if body.state or (not body.anaphor and body.kind == "organ of a state"):
        return ""
    if is_organisation(scene, body):
        return party(scene, body)
    return body.organization if body.name.endswith("Secretariat") and not body.anaphor else ""


NOUNS: tuple[Rule, ...] = (
    Rule(
        name="relations.moved",
        triggers=(
            "accession",
            "admission",
            "entry",
            "return",
            "withdrawal",
            "exit",
            "departure",
            "expulsion",
            "exclusion",
        ),
        pattern=rf"\b(?P<after>{_AFTER}) (?:the )?{_NOUN}(?:,? (?:on|in) (?P<day>{{D}}))?|{_NOUN},? "
        rf"(?:which )?{_HAPPENED}{_DAY}"
        rf"|{SUBJECT} (?:\w+ly |has |have |had )*(?P<told>announced|confirmed|declared|completed"
        r"|formali[sz]ed|finali[sz]ed) (?:its|their) (?:official |formal |immediate |unilateral |joint )?"
        rf"(?P<noun>{_OUT}|{_IN}) (?:from|to) {OBJECT}{_DAY}"
        rf"|\b(?P<after>[Ww]ith|[Ff]ollowing|[Aa]fter) the (?P<noun>{_IN}) of {_WHO}(?: in {{D}})?, (?:the )?"
        r"(?P<object>{B})",
        build=moved,
        reads=(
            "The accession of Peru to the League of Ports took place on 3 May 2011.",
            "Peru's accession to the League of Ports was approved on 3 May 2011.",
            "Peru's withdrawal from the League of Ports took effect on 3 May 2012.",
            "Peru has announced its withdrawal from the League of Ports.",
            "With the accession of Peru, the League of Ports has ten members.",
        ),
        refuses=(
            "Peru's accession to the League of Ports was not approved.",
            "Peru's accession to the Convention on Ports took effect on 3 May 2011.",
            "After Peru's accession to the League of Ports, dues will fall.",
        ),
        every=True,
    ),
    Rule(
        name="relations.moving",
        triggers=("accession", "membership", "admission", "candidacy", "application"),
        pattern=r"\b(?:[Aa]ccession|[Aa]dmission|[Mm]embership) (?:process|procedure|procedures|negotiations|talks"
        rf"|bid|application|request|path) (?:of|with|by|from) {_WHO}(?: (?:to|into|in) {OBJECT})?"
        rf"|{_WHO}[’']s? {_ADJ}(?:(?:accession|admission|membership) (?:process|procedure|negotiations|talks"
        r"|bid|application|request)|(?:application|bid|request|candidacy) for (?:\w+ )?"
        rf"(?:membership|accession|admission))(?: (?:to|into|in|of) {OBJECT})?"
        r"|\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)|negotiat\w+|discuss(?:ed|ing)|consider(?:ed|ing)"
        r"|examin(?:ed|ing)|review(?:ed|ing)) (?:the )?"
        rf"(?:{_WHO}[’']s? {_ADJ}(?:accession|admission|membership)|(?:accession|admission) of {_WHO}) "
        rf"(?:to|into|in|of) {OBJECT}",
        build=under_way,
        reads=(
            "The leaders started the accession process of Peru to the League of Ports.",
            "They spoke of Peru's application for full membership in the League of Ports.",
            "Minister of Justice of Chile Ana Dol supported Peru's accession to the League of Ports.",
        ),
        refuses=("The leaders discussed the accession of Peru to the Convention on Ports.",),
    ),
    Rule(
        name="relations.membership-changed",
        triggers=("membership of", "participation of"),
        pattern=rf"\b(?:membership|participation) of {_WHO} (?:in|of) {OBJECT} (?:was|has been) (?:\w+ly "
        rf")?(?P<verb>suspended|frozen|terminated"
        rf"|restored|reinstated|approved){_DAY}"
        rf"|(?P<giver>{{B}})(?: \({{B}}\))? (?:has |had |also |\w+ly )*(?P<verb>suspended|froze|frozen|terminated|"
        rf"restored|reinstated) "
        rf"(?:the )?(?:membership|participation) of {_WHO}(?: (?:in|of) {OBJECT})?{_DAY}",
        build=changed,
        reads=(
            "The membership of Peru in the League of Ports was suspended in 2012.",
            "The League of Ports suspended the membership of Peru.",
        ),
        refuses=("The League of Ports never suspended the membership of Peru.",),
    ),
    Rule(
        name="relations.leads",
        triggers=("chairs", "chairing", "presid", "chaired", "chairmanship", "chairpersonship", "chair the"),
        pattern=rf"(?:{_WHO},?|(?P<officer>{{A}}),(?= which)) (?:(?:which|currently|now|also|{{D}}|still) )*"
        r"(?:chairs|presides over|is (?:currently "
        r"|now )?(?:chairing|presiding over)|(?:has|have) been (?:chairing|presiding over)"
        r"|(?:began|begins|started|starts) to (?:chair|preside over)|(?:will|is to) (?:also )?"
        r"(?:(?:co-)?chair|preside over)(?: also)?|(?P<past>chaired|presided over)) "
        rf"(?:(?:the (?:bodies|organs) of )?(?:the )?(?P<object>{{B}}){_NO_ORGAN}|(?P<whole>{WHOLE}))"
        r"(?:,? (?:in|from|for|since|until|during|throughout) (?P<day>{D})|(?= )(?! [^.;]{0,12}{D})"
        r"|(?=[.,;])| (?P<day>{D}))"
        r"|(?P<object>{B})(?: \({B}\))?,? (?:which is |is )?(?:currently |now |presently )+"
        rf"(?:chaired|presided over) by {_WHO}(?=[.,;]|$| (?:and|in|until|meets|will|has|is)\b)"
        rf"|(?:\b{CHAIR} (?:of|in) (?:the )?(?P<object>{{B}})|(?P<object>{{B}})(?:[’']s)? {CHAIR})"
        rf"(?: in (?P<day>{{D}}))? (?:belongs? to {_WHO}|(?:is|will be|is to be|is currently|is now|has been"
        rf"|was) (?:held|assumed|exercised|taken over|taken up|carried out) by {_WHO}{_DAY})"
        rf"|\b(?P<whole>[Ii]ts) {CHAIR}(?: (?:in|for) (?P<day>{{D}}))? (?:belongs? to|is held by) {_WHO}",
        build=leads,
        reads=(
            "Peru chairs the League of Ports in 2024.",
            "Peru, which currently chairs the League of Ports, will host the summit.",
            "The League of Ports, currently chaired by Peru, meets in Lima.",
            "The chairmanship of the League of Ports will be held by Chile.",
            "The League of Ports presidency has been taken over by Chile.",
            "The presidency of the League of Ports in 2024 belongs to Chile.",
            "On 1 January 2020, Peru began to preside over the bodies of the League of Ports.",
            "Peru has been chairing the League of Ports since 2020.",
        ),
        refuses=(
            "Peru chaired the League of Ports meeting.",
            "Peru chaired the meeting of the League of Ports.",
            "Peru does not chair the League of Ports.",
        ),
    ),
    Rule(
        name="relations.presidency-begins",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"(?:(?P<who>{{J}})|{_WHO}[’']s?) (?:(?P<object>{{B}})(?:[’']s?)? )?{CHAIR}"
        r"(?: (?:of|in|over) (?:the )?(?P<object>{B}))? (?:will )?(?P<verb>begins?|began|starts?|started"
        r"|commenced|runs|ran|ends?|ended|expires?|expired|concludes?|concluded) (?:on|in|from|at) "
        r"(?:the end of )?(?P<day>{D})",
        build=presidency_begins,
        reads=("The Peruvian presidency of the League of Ports began on 1 January 2024.",),
        refuses=("The Peruvian presidency of the League of Ports could have begun on 1 January 2024.",),
    ),
    Rule(
        name="relations.cooperate",
        triggers=(
            "cooperat",
            "co-operat",
            "collaborat",
            "interact",
            "relations",
            "dialogue",
            "partnership",
            "contacts",
        ),
        pattern=r"(?P<one>{B})(?: \({B}\))? (?:has |have |also |\w+ly )*(?:co-?operat(?:es?|ed|ing)|collaborat"
        rf"(?:es?|ed|ing)|interact(?:s|ed)?) (?:\w+ly )?with (?:the )?(?P<other>{BODIES}){_DAY}"
        r"|(?P<one>{B})(?: \({B}\))? (?:has |have |also |\w+ly )*(?:established|launched|opened"
        r"|maintains?|maintained|resumed|began|started) (?:an? |its )?(?:\p{Ll}+ ){0,2}?"
        rf"(?P<what>relations|co-?operation|contacts|dialogue|partnership) with (?:the )?(?P<other>{BODIES})"
        rf"{_DAY}"
        r"|(?P<one>{B})(?: \({B}\))? and (?:the )?(?P<other>{B})(?: \({B}\))? (?:have |\w+ly )*"
        r"(?:established|launched|opened|maintain|resumed|began|started) (?:an? |their )?"
        rf"(?:\p{{Ll}}+ ){{0,2}}?(?P<what>relations|co-?operation|contacts|dialogue|partnership){_DAY}"
        r"|\b(?P<what>[Cc]o-?operation|[Rr]elations|[Pp]artnership|[Dd]ialogue|[Cc]ontacts) between "
        r"(?:the )?(?P<one>{B})(?: \({B}\))? and (?:the )?(?P<other>{B})(?: \({B}\))? "
        r"(?:began|started|commenced|dates? back to|(?:has|have) (?:existed|continued|developed"
        r"|been (?:ongoing|developing)))(?: (?:in|since|on))? (?P<day>{D})"
        r"|\b(?P<what>[Cc]o-?operation|[Ii]nteraction|[Pp]artnership|[Dd]ialogue) between (?:the )?"
        r"(?P<one>{B})(?: \({B}\))? and (?:the )?(?P<other>{B})(?: \({B}\))? "
        r"(?:continues|develops|is (?:\w+ly )?(?:developing|progressing|expanding|continuing|under ?way)"
        r"|is (?:based on|governed by|carried out|built on))\b",
        build=cooperate,
        reads=(
            "The League of Ports has cooperated with the Harbour Union since 2005.",
            "The League of Ports established relations with the Harbour Union in 2005.",
            "The League of Ports maintains working contacts with the Harbour Union and the Community of Nets.",
            "Cooperation between the League of Ports and the Harbour Union is developing.",
        ),
        refuses=(
            "The League of Ports could cooperate with the Harbour Union.",
            "The League of Ports cooperates with the Ministry of Justice of Peru.",
        ),
    ),
)
"""Rules for relations told by nouns and by who leads."""
