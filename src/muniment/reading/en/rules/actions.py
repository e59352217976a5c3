"""What is done with instruments: the verbs of every action of the record format, and how a clause means them."""

from __future__ import annotations

import functools

import ahocorasick_rs
import regex

from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE
from muniment.reading.mask import Masked, expand
from muniment.reading.pattern import compiled

__all__ = [
    "ACTIVE_TRIGGERS",
    "ADVERB",
    "ADVERBS",
    "BASE",
    "BASE_TRIGGERS",
    "GERUND",
    "PARTICIPLE",
    "PASSIVE_TRIGGERS",
    "PAST",
    "STATUS",
    "action_of",
    "decided_to",
    "mood_before",
    "mood_of",
    "segment_end",
    "sense",
    "verb_places",
]

_VERBS: tuple[tuple[str, str, str], ...] = (
    ("adopt", "adopt", "adopts adopted"),
    ("adopt", "issue", "issued"),
    ("adopt", "pass", "passes passed"),
    ("approve", "approve", "approves approved"),
    ("approve", "endorse", "endorses endorsed"),
    ("approve", "sign_off_on", "signed_off_on"),
    ("approve", "greenlight", "greenlighted green-lighted greenlit"),
    ("consider", "consider", "considers considered"),
    ("consider", "review", "reviews reviewed"),
    ("consider", "examine", "examines examined"),
    ("consider", "discuss", "discusses discussed"),
    ("consider", "look_into", "looked_into"),
    ("consider", "debate", "debates debated"),
    ("consider", "study", "studies studied"),
    ("consider", "scrutinise", "scrutinised"),
    ("consider", "scrutinize", "scrutinized"),
    ("consider", "take_up", "took_up taken_up"),
    ("consider", "go_through", "went_through gone_through"),
    ("consider", "deal_with", "dealt_with"),
    ("consider", "bring_up", "brought_up"),
    ("consider", "put_on_the_agenda", "put_on_the_agenda included_in_the_agenda placed_on_the_agenda"),
    ("agree", "agree_upon", "agreed_upon"),
    ("agree", "agree_on", "agreed_on"),
    ("agree", "agree", "agreed"),
    ("agree", "coordinate", "coordinated"),
    ("agree", "finalise", "finalised"),
    ("agree", "finalize", "finalized"),
    ("agree", "harmonise", "harmonised"),
    ("agree", "harmonize", "harmonized"),
    ("submit", "submit", "submits submitted"),
    ("submit", "send", "sends sent"),
    ("submit", "forward", "forwards forwarded"),
    ("submit", "refer", "refers referred"),
    ("submit", "transmit", "transmits transmitted"),
    ("submit", "present", "presents presented"),
    ("submit", "hand_over", "handed_over"),
    ("submit", "hand", "handed"),
    ("submit", "circulate", "circulates circulated"),
    ("submit", "dispatch", "dispatched"),
    ("submit", "bring", "brought"),
    ("return", "return", "returns returned"),
    ("return", "send_back", "sent_back"),
    ("return", "refer_back", "referred_back"),
    ("return", "remit", "remitted"),
    ("sign", "sign", "signs signed"),
    ("sign", "ink", "inked"),
    ("sign", "put_their_signatures_on", "put_their_signatures_on put_their_signatures_to"),
    ("sign", "put_their_signatures_under", "put_their_signatures_under affixed_their_signatures_to"),
    ("agree", "initial", "initialled initialed"),
    ("sign", "conclude", "concluded"),
    ("ratify", "ratify", "ratifies ratified"),
    ("accede", "accede_to", "accedes_to acceded_to"),
    ("accede", "join", "joins joined"),
    ("accept", "accept", "accepts accepted"),
    ("register", "register", "registered"),
    ("extend", "extend", "extends extended"),
    ("extend", "prolong", "prolongs prolonged"),
    ("extend", "renew", "renews renewed"),
    ("suspend", "suspend", "suspends suspended"),
    ("suspend", "freeze", "freezes froze frozen"),
    ("terminate", "terminate", "terminates terminated"),
    ("terminate", "abrogate", "abrogated"),
    ("terminate", "repeal", "repealed"),
    ("terminate", "annul", "annulled"),
    ("terminate", "revoke", "revokes revoked"),
    ("terminate", "rescind", "rescinded"),
    ("terminate", "cancel", "cancelled canceled"),
    ("withdraw", "withdraw_from", "withdraws_from withdrew_from"),
    ("withdraw", "pull_out_of", "pulled_out_of"),
    ("withdraw", "withdraw", "withdraws withdrew withdrawn"),
    ("withdraw", "remove_from_the_agenda", "removed_from_the_agenda taken_off_the_agenda"),
    ("denounce", "denounce", "denounces denounced"),
    ("amend", "amend", "amended"),
    ("amend", "revise", "revises revised"),
    ("amend", "update", "updates updated"),
    ("amend", "supplement", "supplemented"),
    ("draft", "prepare", "prepared"),
    ("draft", "draft", "drafted"),
    ("draft", "elaborate", "elaborated"),
    ("draft", "develop", "developed"),
    ("draft", "draw_up", "drew_up drawn_up"),
    ("draft", "work_out", "worked_out"),
    ("propose", "propose", "proposes proposed"),
    ("propose", "introduce", "introduced"),
    ("propose", "table", "tabled"),
    ("propose", "put_forward", "put_forward"),
    ("propose", "initiate", "initiated"),
    ("defer", "defer", "deferred"),
    ("defer", "postpone", "postponed"),
    ("defer", "put_off", "put_off"),
    ("defer", "adjourn", "adjourned"),
    ("defer", "hold_over", "held_over"),
    ("defer", "shelve", "shelved"),
    ("reject", "reject", "rejects rejected"),
    ("reject", "vote_down", "voted_down"),
    ("reject", "turn_down", "turned_down"),
    ("reject", "defeat", "defeated"),
    ("reject", "throw_out", "threw_out thrown_out"),
    ("reject", "veto", "vetoes vetoed"),
    ("implement", "implement", "implemented"),
    ("implement", "fulfil", "fulfilled"),
)
"""(action, base form, finite and past forms; "_" is a blank). Source: the actions of the record format."""

_BASES = {base.replace("_", " "): action for action, base, _ in _VERBS}
_PASTS = {form.replace("_", " "): action for action, _, forms in _VERBS for form in forms.split()}
_GERUNDS = {"adopting": "adopt", "approving": "approve", "endorsing": "approve", "signing": "sign"}
_NO_PARTICIPLE = {"withdrew", "withdrew from", "drew up", "took up", "went through", "froze", "threw out"}
_NO_PAST = {"withdrawn", "drawn up", "taken up", "gone through", "frozen", "thrown out"}
_PRESENT = {form for form in _PASTS if form.split(" ")[0].endswith("s")}


def _any(words: set[str], capital: bool = False) -> str:
    """Return a pattern of any of the words, grouped by their first letter so that most places fail at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(regex.escape(word[1:]))
    initial = "[{0}{1}]" if capital else "{1}"
    return (
        "(?:"
        + "|".join(
            f"{initial.format(first.upper(), first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items())
        )
        + ")"
    )


BASE = _any(set(_BASES))
"""Pattern of a verb's base form ("to adopt")."""
PAST = _any(set(_PASTS) - _NO_PAST | {form.upper() for form in _PRESENT}, capital=True)
"""Pattern of a finite verb: past, or the present of decisions that take effect by being written ("adopts")."""
PARTICIPLE = _any(set(_PASTS) - _PRESENT - _NO_PARTICIPLE)
"""Pattern of a past participle ("was adopted")."""
GERUND = r"(?:adopting|approving|endorsing|signing)"
"""Pattern of the gerunds that tell of something done ("the leaders adopting the plan")."""
ADVERB = (
    r"(?:also|then|therefore|thus|already|still|again|further|first|just|now|even|in turn|in principle|in"
    r" full|as well|once again|this (?:morning|afternoon|evening|week)|however|meanwhile|nevertheless|"
    r"inter alia|so far|to date|earlier|later|[a-z]+ly)"
)
"""Pattern of one adverb."""
ADVERBS = rf"(?:{ADVERB},? )"
"""Pattern of one adverb with the blank behind it."""

PASSIVE_TRIGGERS = tuple(sorted(set(_PASTS) - _PRESENT - _NO_PARTICIPLE))
"""Words without which a sentence has no participle of an action."""
ACTIVE_TRIGGERS = tuple(sorted({*_PASTS, *_GERUNDS}))
"""The same for a finite verb or a gerund."""
BASE_TRIGGERS = tuple(sorted(_BASES))
"""The same for a verb's base form."""

STATUS = {
    "draft": "draft",
    "consider": "under_consideration",
    "agree": "agreed",
    "submit": "submitted",
    "adopt": "adopted",
    "approve": "adopted",
    "not_adopt": "not_adopted",
    "reject": "not_adopted",
    "return": "returned",
    "defer": "deferred",
    "sign": "signed",
    "enter_into_force": "in_force",
    "suspend": "suspended",
    "terminate": "terminated",
    "withdraw": "withdrawn",
}
"""Action done -> the standing it leaves an instrument in, by the record format's life cycle; the others change none."""

_MATRIX = regex.compile(
    r"\b(?:[Ii]t (?:is|was) |is |are |was )?(?:also |further )?(?:expected|planned|envisaged|scheduled"
    r"|intended|foreseen|assumed|supposed)(?: also)? (?:that|to)\b"
)
_WISHED = regex.compile(
    r"\b(?:hop(?:e|es|ed|ing)|trust(?:s|ed)?|wish(?:es|ed)?|would like|look(?:s|ed|ing)? forward|necessary"
    r"|important|propos(?:e|es|ed|al) (?:to|that)|"
    r"before|until|unless|if|whether|in favou?r of|refus(?:e|es|ed)|declin(?:e|es|ed))\b"
)
_ADVISED = regex.compile(r"\b(?:recommend|decid|agre|request)\w* that\b")
_ALSO = regex.compile(r"(?:,| and|, and|;)(?: to)? $")
_EARLIER = regex.compile(
    r"\b(?:(?:is|are|was|were) (?:also )?(?:planned|expected|scheduled|due|going|envisaged) to|will|shall"
    r"|plans? to|intends? to)\b(?![^,;]*\b(?:to|in order to) [a-z]+ [^,;]*$)"
)
_PERFECT = regex.compile(r"\b(?:was|were|been|being|having|had|has|have)\b")
_GOING_ON = regex.compile(r"\b(?:is|are) (?:[a-z]+ )?being\b")
"""What is going on is not done yet: "is being agreed by the members"."""
_FUTURE = regex.compile(r"\b(?:will|shall|to be|going to|due to|expected|planned|scheduled|about to)\b")
_NOT = regex.compile(r"\b(?:not|never|neither|nor|hardly)\b|n[’']t\b")
_COULD = regex.compile(r"\b(?:may|might|could|can|would|should|must|ought|needs?|need to)\b")

_INFINITIVE: tuple[tuple[str, str], ...] = (
    (r"(?:failed|fails|unable|impossible|not possible|not able|not manage(?:d)?|not succeed in|could not"
        r" agree|no consensus)\b[^,;]{0,25} to (?:be )?$", DENIED),
    (r"(?:could|can|did|does|would|has|have|had)(?: ?not|n[’']t) (?:\w+ly )?(?:be able to )?$", DENIED),
    (r"(?:refused|refuses|declined|not|never|no (?:need|plans?|intention)|premature|too early) to $", POSSIBLE),
    (r"\b(?:not|never) (?:\w+ly )?$", POSSIBLE),
    (r"\b(?:will|is to|are to) (?:meet|gather|convene|come together)\b[^,;]{0,60} to $", PLANNED),
    (r"{N} (?:was|were|has been|have been) (?:also )?(?:made|taken) to (?:\w+ly )?$", PLANNED),
    (r"\b(?:must|ha(?:s|ve) to) (?=hand|submit|send|present)|\b(?:must|ha(?:s|ve) to) $", PLANNED),
    (r"\bexpect(?:s|ed)? [^,;]{1,50} to $", PLANNED),
    (r"\b(?:will|shall)(?: (?:not only|then|also|further|jointly|again|once again|soon|have to|be able to"
        r"|\w+ly))*(?: [a-z]+ and| [a-z]+,)? $", PLANNED),
    (r"\b(?:plans?|planned|preparing|intends?|intended|expects?|expected|scheduled|due|set|going|supposed|envisaged"
        r"|slated|about|agrees?|agreed|decided|decides|recommended|recommends|undertook|undertakes|is|are|was"
        r"|were|ready)(?: also)? (?:\w+ly )?to (?:\w+ly )?(?:[a-z]+ and (?:to )?)?$", PLANNED),
)  # fmt: skip
_INFINITIVES = tuple((regex.compile(expand(pattern)), mood) for pattern, mood in _INFINITIVE)
_DECIDING = regex.compile(
    r"\b(?:(?:was|were|been) (?:also )?(?:made|taken)|agrees?|agreed|decided|decides"
    r"|recommended|recommends|undertook|undertakes)\b[^;]{0,12}$"
)

_BOUNDARY = compiled(
    r";|(?:,| and|, and) (?:it |they )?(?:(?:will|shall|has|have|is to|are to) )?(?:enter(?:ed|s)?"
    r"|c[ao]mes?) into\b|, (?:while|whereas|although|but|who|which|where|whose|as well as the|in line with)\b"
    r"|(?:,| and|, and|, but) (?:(?:it|they|then|also|subsequently) )?(?:(?:was|were|has|have|had|will"
    rf"|is|are|been|be|not|to) ){{0,3}}(?:{PARTICIPLE}|{PAST}|{BASE})\b|(?:,| and|, and) (?:also |then )?"
    r"(?:asked|instructed|tasked|charged|requested|urged|called (?:up)?on|invited"
    r"|entrusted|appointed|elected|heard|noted|welcomed|decided|appealed|stressed|expressed)\b| (?:which|who) "
    r"|(?:,| and|, and|, while) (?:the |a |an )?{N}(?:, [^,]{1,60},| dated {D},?)? (?:was|were|has"
    rf"|have|will|is|are)\b|(?<=[{{N}}{{Q}}]),? (?:{PARTICIPLE}) (?:by|in|on|at|during)\b|(?:,| and|, and) "
    r"(?:the |a )?{ABSY}(?:, [^,]{1,60},)? (?:has |have |had |will )?[a-z]+(?:ed|s|t)\b"
)


@functools.lru_cache(maxsize=4096)
def action_of(verb: str) -> str:
    """Return the action a verb form tells of; empty where it is none.

    >>> action_of("put off")
    'defer'
    >>> action_of("Adopted")
    'adopt'
    """
    form = " ".join(verb.lower().split())
    return _PASTS.get(form) or _BASES.get(form) or _GERUNDS.get(form, "")


def sense(verb: str, tail: str, received: bool) -> str:
    """Return the action of a verb with its circumstances; empty where it is used in another sense.

    Args:
        verb: its form in the text.
        tail: what stands behind it up to the next verb.
        received: whether somebody is named to whom something is given.

    >>> sense("sent", " for revision", False)
    'return'
    >>> sense("passed", " to the parliament", False)
    'submit'
    >>> sense("prepared", " for signing in June", False)
    ''
    """
    action = action_of(verb)
    if verb.lower().startswith("pass") and (received or _SUBMITTED_FOR.search(tail) or " to " in tail):
        return "submit"
    if action in ("adopt", "approve") and _READING.search(tail):
        return "consider"
    if action == "propose" and _SUBMITTED_FOR.match(tail, 1):
        return "submit"
    if action == "draft" and _READY_FOR.match(tail):
        return ""
    if action == "submit":
        if _RETURNED_FOR.search(tail):
            return "return"
        return action if received or _SUBMITTED_FOR.search(tail) or verb.startswith("submi") else ""
    if (
        action == "return"
        and verb.startswith("return")
        and not (received or _RETURNED_FOR.search(tail) or " to " in tail)
    ):
        return ""
    return action


_SUBMITTED_FOR = regex.compile(
    r"\bfor (?:further )?(?:consideration|approval|adoption|signature|ratification|discussion|confirmation"
    r"|endorsement)\b"
)
_RETURNED_FOR = regex.compile(
    r"\bfor (?:further )?(?:revision|work|finali[sz]ation|completion|elaboration|improvement|rework\w*)\b|\bback\b"
)
_READY_FOR = regex.compile(r" for (?:its |the )?(?:signature|signing|adoption|approval|submission|consideration)\b")
_READING = regex.compile(r" in (?:the |its |a )?(?:first|1st|second|2nd) reading\b")
"""A parliament's step before it adopts a text for good."""


def mood_of(left: str, auxiliary: str) -> str:
    """Return `done`, `planned`, `denied` or `possible` for a passive clause.

    Args:
        left: what stands before the subject in the same clause ("It is expected that the ").
        auxiliary: the auxiliaries before the participle ("will be").

    >>> mood_of("", "has not yet been")
    'denied'
    >>> mood_of("It is expected that the ", "was")
    'planned'
    >>> mood_of("We hope that ", "will be")
    'possible'
    """
    if _MATRIX.search(left) or (auxiliary.strip() == "be" and _ADVISED.search(left)):
        return PLANNED
    if _NOT.search(auxiliary):
        return DENIED
    if _WISHED.search(left[-90:]) or (_COULD.search(auxiliary) and not _FUTURE.search(auxiliary)):
        return POSSIBLE
    if _FUTURE.search(auxiliary):
        return PLANNED
    return DONE if _PERFECT.search(auxiliary) and not _GOING_ON.search(auxiliary) else POSSIBLE


def mood_before(left: str) -> str:
    """Return how an infinitive or a future is meant by what stands before it; `possible` where it is a mere purpose.

    >>> mood_before("The ministers will ")
    'planned'
    >>> mood_before("it was not possible to ")
    'denied'
    >>> mood_before("They met to ")
    'possible'
    """
    for pattern, mood in _INFINITIVES:
        if pattern.search(left[-80:]):
            return POSSIBLE if mood == PLANNED and _WISHED.search(left[-90:]) else mood
    if _ALSO.search(left) and _EARLIER.search(left[-220:]):
        return PLANNED
    return POSSIBLE


def decided_to(left: str) -> bool:
    """Whether an infinitive stands after a verb of deciding ("agreed to submit"): it tells of an intention only."""
    return _DECIDING.search(left.removesuffix(" ").removesuffix("to").removesuffix(" ")) is not None


def segment_end(sentence: Masked, start: int) -> int:
    """Return where the circumstances of a verb end, in the masked text: at the next verb, clause or semicolon."""
    match = _BOUNDARY.search(sentence.text, start)
    return match.start() if match is not None else len(sentence.text)


_VERB_WORDS = ahocorasick_rs.AhoCorasick(sorted({form.split(" ")[0] for form in (*_PASTS, *_GERUNDS, *_BASES)}))


def verb_places(lowered: str) -> list[int]:
    """Return where the verbs of all actions begin in a sentence in lower case, in order.

    >>> verb_places("the plan was adopted.")
    [13]
    """
    return sorted({start for _, start, _ in _VERB_WORDS.find_matches_as_indexes(lowered, overlapping=True)})
