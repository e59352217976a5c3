"""What came of a text, in clauses of its own: "Adopting the text, the Council ...", "among those signed were ..."."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import kind_of
from muniment.reading.en.rules.actions import ADVERBS, action_of
from muniment.reading.en.rules.decisions import reason
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import (
    ITEM,
    ITEMS,
    THING,
    item_places,
    mentions,
    named,
    single,
    thing_places,
    things,
)
from muniment.reading.en.rules.parties import agent, meeting_date, place, receiver, subject, when
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_FRONTED = {"adopting": "adopt", "approving": "approve", "endorsing": "approve", "rejecting": "reject"}
_DONE = r"signed|adopted|approved|agreed|endorsed|ratified|issued|inked|passed"
_GROUP = r"(?:[Dd]ocuments|[Tt]exts|[Aa]cts|[Ii]nstruments|[Ii]tems|ones|them|{N})"
_MEANT = r"(?:[a-z]+ )?(?:also )?(?:are|were|is|was|includ(?:ed|es|e)|compris(?:ed|es|e)|contain(?:ed|s)?)"
_MAX_WORDS = 30
"""Words of a decision's content kept as its title."""
_SENT_ON = regex.compile(r"to (?:submit|send|refer|forward|transmit|return)\b")
"""What a decision does to another text: that is an action on it, no decision of its own."""

_TO_DO = regex.compile(r" to [a-z]+$")
_CLAUSE_END = regex.compile(
    r"[;.]|,? (?:and|but) (?:also )?(?:[a-z]+ed|was|were|took|made|gave)\b|, (?:which|who|while|as)\b"
)
_VOTES = regex.compile(r"\b(?:votes?|majority|voted|veto(?:ed)?)\b")
_NO_MORE = regex.compile(r"\b(?:not|never|would|could|may|might|if|should)\b")


def fronted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Unanimously adopting resolution 12 (2024), the Council called on ...": who acts stands behind."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    action = _FRONTED[found.match.group("verb").lower()]
    by = scene.names(found.mentions("by", "ABSY"))
    step = act(action, date=when(scene, found.match.start("verb"), found.match.end("what")), by=by)
    yield from drafts_of(found, instruments, [step])


def among(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Among the documents signed were X and Y" and "the documents adopted include X": it was done with each."""
    action = "adopt" if found.match.group("verb") in ("made", "taken") else action_of(found.match.group("verb"))
    start, end = found.match.span("what")
    circumstances = found.match.span("where") if found.has("where") else (start, start)
    if not action or _NO_MORE.search(found.match.group()):
        return
    where = place(scene, *circumstances) if action in ("adopt", "approve", "sign") else ""
    step = act(action, date=when(scene, *circumstances), by=agent(scene, *circumstances), place=where)
    group = next((i for i in mentions(found.sentence, found.match.start(), start) if i.plural), None)
    told = [i for i in mentions(found.sentence, start, end) if named(i) and not (i.plural and not i.quoted)]
    if not told and group is not None:
        quoted = [str(value) for value in found.mentions("what", "Q")]
        told = [msgspec.structs.replace(group, title=title, quoted=True, plural=False, count=0) for title in quoted]
    yield from drafts_of(found, told, [step])


def among_them(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Among them is the Statement on Ice" behind "signed a number of documents": the same was done with it."""
    back = next((n for n in (1, 2) if n <= scene.number and _told(scene, n)), 0)
    told = scene.sentences[scene.number - back].text
    before = _DONE_BEFORE.search(told) if back else None
    instruments = [i for i in mentions(found.sentence, *found.match.span("what")) if named(i) and not i.plural]
    if before is None:
        return
    action = action_of(before.group())
    receives = []
    if action == "submit":
        scene.number -= back
        receives = receiver(scene, before.end(), len(told))
        scene.number += back
    date = "" if _PERFECT.search(told, 0, before.start()) else meeting_date(scene)
    yield from drafts_of(found, instruments, [act(action, date=date, to=receives)])


def _told(scene: Scene, back: int) -> bool:
    """Whether a sentence so many before tells what was done with texts that it names no further."""
    sentence = scene.sentences[scene.number - back]
    return bool(sentence.places(kinds="N")) and _DONE_BEFORE.search(sentence.text) is not None


_DONE_BEFORE = regex.compile(rf"\b(?:{_DONE}|submitted|considered|reviewed|discussed)\b")
_PERFECT = regex.compile(r"\b(?:has|have|had) ")


def on_agenda(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The agenda included the draft Plan of Work" and "is considering the budget for 2025"."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    planned = (
        found.has("verb")
        and found.match.group("verb").startswith("include")
        and not found.match.group("verb").endswith("d")
    )
    start = found.match.start("what")
    by = subject(scene, found.match.start("now")) if found.has("now") else []
    step = act("consider", date=when(scene, start, start, planned), by=by, planned=planned)
    yield from drafts_of(found, instruments, [step])


def decision_made(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Council took a decision on ports" and "a decision was made to build a pier"."""
    instruments = []
    for value in found.mentions("what", "N"):
        if not isinstance(value, Instrument) or value.kind != "decision" or (value.plural and not named(value)):
            continue
        title = _decided(found, value)
        if title:
            instruments.append(msgspec.structs.replace(value, title=title))
    verb = found.match.start("verb")
    by = agent(scene, found.match.end("verb"), found.match.end()) if found.has("passive") else subject(scene, verb)
    end = found.match.start("content") if found.has("content") else len(found.sentence.text)
    yield from drafts_of(found, instruments, [act("adopt", date=when(scene, verb, end), by=by)])


def _decided(found: Found, value: Instrument) -> str:
    """Return the title of a decision with what follows its verb ("a decision was made to build a pier")."""
    if not found.has("content"):
        return value.title if named(value) else ""
    if _SENT_ON.match(found.match.group("content")):
        return ""
    if found.match.group("content").startswith("that") and not _TO_DO.search(value.title):
        return ""
    start = found.match.start("content")
    cut = _CLAUSE_END.search(found.sentence.text, start)
    first, last = found.sentence.span(start, cut.start() if cut is not None else len(found.sentence.text))
    return f"{value.title} {' '.join(found.sentence.page_text[first:last].split()[:_MAX_WORDS])}"


def lost(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The draft resolution, put forward by Norway, failed to be adopted": it was not adopted."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.draft]
    steps = []
    if found.has("maker"):
        steps.append(act("propose", by=agent(scene, *found.match.span("maker"))))
    action = "reject" if _VOTES.search(found.sentence.text, found.match.end()) else "not_adopt"
    steps.append(act(action, date=when(scene, found.match.end(), len(found.sentence.text))))
    yield from drafts_of(found, instruments, steps)


def adopted_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Resolutions were adopted on mooring and on ice": what they are about stands behind the verb."""
    values = found.mentions("what", "N")
    if len(values) != 1 or named(values[0]) or _NO_MORE.search(found.sentence.text, 0, found.match.start("verb")):
        return
    cut = _CLAUSE_END.search(found.sentence.text, found.match.start("about"))
    end = cut.start() if cut is not None else found.match.end("about")
    first, last = found.sentence.span(found.match.start("about"), end)
    title = f"{values[0].title} {' '.join(found.sentence.page_text[first:last].split()[:_MAX_WORDS])}"
    step = act(
        action_of(found.match.group("verb")), date=when(scene, found.match.end("verb"), len(found.sentence.text))
    )
    yield from drafts_of(found, [msgspec.structs.replace(values[0], title=title)], [step])


def there_was(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "There was also adopted the Declaration on Ice"."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    step = act(
        action_of(found.match.group("verb")), date=when(scene, found.match.end("what"), len(found.sentence.text))
    )
    yield from drafts_of(found, instruments, [step])


def none_issued(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "No joint statement on the matter was issued, as the ministers disagreed": it was not adopted."""
    first, last = found.span("what" if found.has("what") else "title")
    title = _NO_NAME.sub("", " ".join(found.sentence.page_text[first:last].split()))
    step = act("not_adopt", date=when(scene, found.match.start("verb"), len(found.sentence.text)))
    yield from drafts_of(found, [Instrument(title, kind_of(title))], [step], reason=reason(found, scene))


_NO_NAME = regex.compile(r"^(?:an?|any) ")


def adopted_text(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Adopted by the Council at its 12th meeting, on 5 May 2024" below the line that names the text."""
    value = _line_above(scene, 1 if found.match.group().strip().startswith(("Adopted", "Approved")) else _HEAD_LINES)
    if value is None:
        return
    title = value.title
    if single(title):
        if not found.has("about"):
            return
        title = f"{title.capitalize()} of the {found.text('meeting')} on {found.text('about')}"
    step = act("adopt", date=when(scene, *found.match.span("when")), by=scene.names(found.mentions("by", "B")))
    yield from drafts_of(found, [msgspec.structs.replace(value, title=title)], [step])


def _line_above(scene: Scene, lines: int) -> Instrument | None:
    """Return the text that one of so many lines before, with nothing else in it, names; None where none does."""
    for number in range(scene.number - 1, max(-1, scene.number - 1 - lines), -1):
        before = scene.sentences[number]
        values = [before.value(at) for at in before.places(kinds="N")]
        if len(values) == 1 and len(before.text.strip()) <= _LINE and not values[0].plural:
            return values[0] if isinstance(values[0], Instrument) else None
    return None


_HEAD_LINES = 8
"""Lines of an official text's head between its number and the note that says when it was adopted."""
_LINE = 3
"""Characters of a masked line that holds no more than a title."""


def pending(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Budget for 2024 is still under discussion" and "is now being assessed": it is under consideration."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.count > 1]
    start, end = found.match.end(), len(found.sentence.text)
    date = when(scene, start, end) if found.match.group("aux") in ("was", "were") else ""
    yield from drafts_of(found, instruments, [act("consider", date=date, by=agent(scene, start, end))])


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.adopted-on",
        triggers=tuple(
            f"{verb} {lead}"
            for verb in ("adopted", "signed", "approved", "issued", "concluded")
            for lead in ("on", "concerning", "regarding", "relating")
        ),
        pattern=rf"(?P<what>{ITEM}) (?:was|were|has been|have been) (?:also )?(?P<verb>adopted|signed|approved"
        rf"|issued|concluded) "
        r"(?P<about>(?:on|concerning|regarding|relating to) (?!{D}|(?:the |a )?(?:sidelines|margins|occasion|basis"
        r"|initiative|proposal|same|eve"
        r"|behalf)\b).+?)[.]?$",
        build=adopted_on,
        starts=item_places,
        reads=("Further resolutions were adopted on the mooring of ships and on drifting ice.",),
        refuses=(
            "Resolutions were adopted on 3 May 2024.",
            "A resolution was adopted on the sidelines of the session.",
        ),
    ),
    Rule(
        name="instruments.there-was",
        triggers=("there was", "there were"),
        pattern=rf"\b[Tt]here (?:was|were) (?:also )?(?P<verb>adopted|signed|approved|issued) (?P<what>{ITEMS})",
        build=there_was,
        reads=("There was also adopted the Declaration on Ice.",),
        refuses=("There was hope for the Declaration on Ice.",),
    ),
    Rule(
        name="instruments.none-issued",
        triggers=("no ", "without"),
        pattern=r"\b(?P<verb>ended|concluded|closed|finished) without (?:(?:the )?(?:adoption|signing|adopting|issuing"
        r"|agreeing) (?:of |on )?)?(?P<what>(?:an?|any) (?:{N}|(?:[a-z]+ )?(?:statement|declaration|communiqu[eé])))"
        r"|\bNo (?P<title>(?:[a-z]+ ){0,2}(?:statement|declaration|communiqu[eé]|resolution|agreement"
        r"|document|text)"
        r"(?: (?:on|concerning|regarding) (?!{D})[^,;.]{2,80}?)?) (?:was|were|has been|could be) "
        r"(?P<verb>issued|adopted|signed|agreed(?: upon)?|approved|passed)\b",
        build=none_issued,
        reads=(
            "No joint statement on fishing was issued, as the ministers were divided.",
            "The summit ended without a joint declaration.",
        ),
        refuses=("No agreement is needed on fishing.", "No agreement on fishing was violated."),
    ),
    Rule(
        name="instruments.adopted-text",
        triggers=("adopted by", "approved by"),
        pattern=r"^\W*[Tt]ext adopted by (?:the )?(?P<by>{B}) on (?P<when>{D})|^\W*(?:Adopted|Approved) by (?:the"
        r" )?(?P<by>{B})(?: \([^()]*\))?[^;:]{0,80}? at its"
        r" (?P<meeting>\d+\w* (?:"
        r"(?:plenary|extraordinary|regular|ordinary) )?(?:meeting|session)),?(?: held)?(?: on)? (?P<when>{D}),?"
        r"(?: on (?P<about>[^;:]+?)[:.]?$)?",
        build=adopted_text,
        reads=(
            "Resolution 12 (2024)\n\nAdopted by the Council of Ports at its 40th meeting, on 3 May 2024",
            "COMMUNIQUE\n\nAdopted by the Council of Ports at its 40th meeting, held on 3 May 2024, on the ice of"
            " the north:",
        ),
        refuses=("Adopted by the Council of Ports at its 40th meeting, on 3 May 2024",),
    ),
    Rule(
        name="instruments.pending",
        triggers=(
            "under consideration",
            "under discussion",
            "under negotiation",
            "under review",
            "being ",
        ),
        pattern=rf"(?P<what>{THING})(?:, [^,;]{{3,100}},)? (?P<aux>is|are|remains?|was|were)"
        r" (?:still |currently |now |also ){0,2}"
        r"(?:under (?:consideration|discussion|negotiation|review)|being (?:assessed|considered|examined|discussed|"
        r"negotiated|reviewed|studied))\b",
        build=pending,
        starts=thing_places,
        reads=("The Plan of Work for 2024, which should have been approved in May, is still under discussion.",),
        refuses=("The Plan of Work for 2024 is no longer under discussion.",),
    ),
    Rule(
        name="instruments.fronted",
        triggers=("adopting", "approving", "endorsing", "rejecting"),
        pattern=r"^\W*(?:(?:[A-Z][a-z]+ly|By)(?:,? [a-z]+)? )?(?P<verb>[Aa]dopting|[Aa]pproving|[Ee]ndorsing"
        rf"|[Rr]ejecting) (?:{ADVERBS})?(?P<what>{ITEMS})[^;.]{{0,160}}?, (?:the )?"
        r"(?:(?:\d+-[a-z]+ )?(?P<by>{ABSY})"
        r"|(?:\d+-[a-z]+ )?(?:council|assembly|committee|organ|body|board|conference))(?= [a-z])",
        build=fronted,
        reads=(
            "Unanimously adopting resolution 12 (2024), the Council of Ports called on Norway to dredge its harbours.",
        ),
        refuses=("Adopting the right tone, the Council of Ports called on Norway to dredge its harbours.",),
    ),
    Rule(
        name="instruments.among",
        triggers=("among", "includ", "compris", "contain"),
        pattern=rf"(?:\b[Aa]mong (?:the )?(?:other )?(?:(?P<verb>{_DONE}) {_GROUP}|{_GROUP} "
        r"(?:that (?:were|have been) )?"
        rf"(?P<verb>{_DONE}))(?P<where>[^;:]{{0,120}}?),? (?:there )?{_MEANT}"
        rf"|\b(?:[Tt]he )(?P<verb>{_DONE}) {_GROUP}(?P<where>),? (?:also |in particular,? )?"
        r"(?:includ(?:ed|es|e)|are|were)"
        rf"|{_GROUP} (?P<verb>{_DONE}|made|taken)(?P<where>[^;:]{{0,120}}?),? (?:in particular, |notably, )?"
        r"(?:also )?includ(?:ed|es|e)),? (?P<what>[^.].*)$",
        build=among,
        reads=(
            "Among the documents signed at the summit in Oslo were a Memorandum on Ports and the Plan of Work for"
            " 2025.",
            "The documents signed at the session include an agreement on lighthouses and a protocol on tides.",
        ),
        refuses=("Among the topics were a Memorandum on Ports and the Plan of Work for 2025.",),
    ),
    Rule(
        name="instruments.among-them",
        triggers=("among them", "among these", "among those", "among the"),
        pattern=r"\b[Aa]mong (?:them|these|those|the (?:key |main |most important )?(?:documents|texts|decisions"
        rf"|{{N}})) (?:is|are|was|were) (?P<what>{ITEMS})",
        build=among_them,
        reads=("The ministers signed a number of documents. Among them is a statement on drifting ice.",),
        refuses=("The ministers met many people. Among them was the author of a statement on drifting ice.",),
    ),
    Rule(
        name="instruments.on-agenda",
        triggers=("agenda", "considering", "discussing", "reviewing", "examining"),
        pattern=rf"(?:\b[Aa]genda (?:of [^:;]{{1,80}} )?(?P<verb>includes?|included|featured|comprised)"
        rf"|\b(?P<now>is|are) (?:also |currently |now )?(?:considering|discussing|reviewing|examining))"
        rf" (?P<what>{ITEMS})",
        build=on_agenda,
        reads=(
            "The session's agenda included the draft Plan of Work on dredging.",
            "The Council of Ports is also considering the draft Plan of Work on dredging.",
        ),
        refuses=("The session's agenda included lunch.",),
    ),
    Rule(
        name="instruments.decision-made",
        triggers=("made", "took", "taken", "makes", "takes"),
        pattern=rf"(?:(?<!not )\b(?P<verb>made|took|has taken|have taken)(?: by consensus)? (?P<what>{ITEMS})(?:"
        rf" (?P<content>that .*))?"
        rf"|(?P<what>{ITEM}) (?P<passive>(?:was|were|has been|have been) (?:also )?)(?P<verb>made|taken)"
        rf"(?= (?:to|on|by|at|in)\b)(?: (?P<content>(?:to|on) [a-z].*))?)",
        build=decision_made,
        reads=(
            "The Council of Ports made a decision on dredging the northern channel.",
            "In addition, a decision was made to build a new pier in the harbour.",
        ),
        refuses=(
            "The Council of Ports took a walk.",
            "No decision was made to build a new pier.",
            "A decision was made to submit the draft to the Council of Ports.",
        ),
        starts=None,
    ),
    Rule(
        name="instruments.lost",
        triggers=("failed to", "fails to", " votes", "short of"),
        pattern=rf"(?P<what>{ITEMS})(?P<maker>,? (?:put forward|proposed|submitted|tabled|introduced|presented"
        rf"|drafted|prepared|"
        r"sponsored) by (?:the )?{ABSY}[^;]{0,100}?)?(?:, [^,;]{3,100},|,)? (?:has |have |had )?(?:failed|fails) to"
        r" (?:be adopted|be passed|pass|win|"
        r"get (?:the|enough)|gain|obtain|secure|muster)\b"
        rf"|(?P<what>{ITEMS}) (?:received|got|garnered|gained|obtained|won) (?:only (?:\d+|[a-z]+)|(?:\d+|[a-z]+)) "
        r"(?:[a-z]+ )?votes(?: (?:in favou?r|for))?(?:(?<=only .{1,40})|(?=[^.]{0,60}(?:failing|falling short"
        r"|short of)))",
        build=lost,
        starts=item_places,
        reads=("The draft resolution on tides, put forward by Norway, failed to be adopted.",),
        refuses=("The draft resolution on tides failed to impress.",),
    ),
)
