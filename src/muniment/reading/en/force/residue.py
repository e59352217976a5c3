"""Which words of a clause may be left when all its parts are taken: those that change nothing about the day."""

from __future__ import annotations

import re

__all__ = ["HARMLESS", "not_understood"]

_WORDS = """
    a above accede acceded accedes acceding accept acceptance acceptances accepted accepting accepts accession
    accessions accord accordance according accordingly act adhere adhered adherence adheres adhering adhesion
    affairs after agreement agreements all already amendment among amongst an and another any appropriate approval
    approvals approve approved approves approving are arrangement article articles as at attesting authority be
    became become becoming been behalf being between both bound bureau by came case certified certify certifying
    channel channels charter come comes coming communicated communicates complete completed completes completing
    completion compliance complied concerned confirm confirmation confirmations confirmed confirming confirms
    conformity consent consented consenting consents constitution constitutional contracting convention conventions
    corresponding countries country covenant customs date day days definitive definitively delivered delivery
    deposit depositaries depositary deposited depositing depository deposits diplomatic director do document
    documents does domestic duly each economic effect effected effective either enter entered entering enters
    entities entity entry establish established establishes establishing every evidencing exchange exchanged express
    expressed expresses expressing expression fewer first followed following for force foreign formal formalities
    formality formally forthwith from fulfil fulfilled fulfillment fulfilment fulfils general government governments
    had handed has have having hereinabove hereof hereto high his immediately implemented in included inclusive
    independent inform informed informing instrument instruments integration interested intergovernmental internal
    internally international into is it its law laws least legal legislation less lodged lodges lodging made may
    measure measures member members membership memorandum met ministry moment more mutual mutually nation national
    nations necessary not note notes notice notices notification notifications notified notifies notify notifying
    number of on once one operation or organisation organisations organization organizations other others own pact
    paragraph paragraphs parliamentary parties party power powers preceding present procedure procedures process
    processes protocol protocols provision provisions purpose pursuant ratification ratifications ratified ratifies
    ratify ratifying reached reaches receipt receive received receives receiving reception regional registered
    registration regulations relevant required requirement requirements requisite reservation reservations respect
    respective respectively said same secretariat secretary shall sign signatories signatory signature signatures
    signed signing signs soon sovereign state states statute statutory step subject submission submitted such taken
    than that the their theirs them themselves there thereby therein thereof thereto thereupon these they this those
    through time to total transmission transmitted treaty unions upon validly was were when where whether which who
    whom will with without writing written
"""
HARMLESS = frozenset(_WORDS.split())
"""Words of consenting and depositing, and the small words between them; any other could change the day (judgement)."""

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*|\d[\w.,]*|%|°")


def not_understood(left: str) -> str:
    """Return the words, from the first to the last, that could change the day; empty where none could.

    >>> not_understood("the instrument of ratification of , blessed by the moon,")
    'blessed by the moon'
    """
    odd = [match for match in _WORD.finditer(left) if not _harmless(match[0])]
    return left[odd[0].start() : odd[-1].end()] if odd else ""


def _harmless(word: str) -> bool:
    plain = word.casefold().strip("’'")
    parts = plain.replace("’", "'").removesuffix("'s").split("-")
    return all(part in HARMLESS for part in parts)
