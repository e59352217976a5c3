"""Which words of a clause may be left when all its parts are taken: those that change nothing about the day."""

from __future__ import annotations

import re

__all__ = ["HARMLESS", "not_understood"]

_WORDS = """
    a above accede acceded accedes acceding accept acceptance acceptances accepted accepting accepts accession
    accessions accord accordance according accordingly act acts adhere adhered adherence adheres adhering adhesion
    administration administrations affairs aforementioned aforesaid after agreement agreements all already
    ambassador ambassadors amendment among amongst an and another any appointed appropriate approval approvals
    approve approved approves approving archives are arrangement article articles as at attesting authorised
    authority authorized be became become becoming been behalf being between bodies body both bound bringing bureau
    by came carried case certified certify certifying chancellery channel channels charter come comes coming
    communicated communicates communication communications competent complete completed completes completing
    completion compliance complied concerned confirm confirmation confirmations confirmed confirming confirms
    conformity consent consented consenting consents constitution constitutional contracting convention conventions
    copies copy corresponding countries country covenant customs date day days declaration declarations declared
    definitive definitively delivered delivery deposit depositaries depositary deposited depositing depository
    deposits diplomatic director do document documents does domestic duly each economic effect effected effective
    effectively either embassies embassy enter entered entering enters entities entity entry establish established
    establishes establishing every evidencing exchange exchanged executed express expressed expresses expressing
    expression fewer first followed following for force foreign formal formalities formality formally forthwith from
    fulfil fulfilled fulfillment fulfilment fulfils full general give given gives giving government governments had
    handed has have having head heads hereby hereinabove hereinafter hereof hereto high his immediately implemented
    in included inclusive independent inform informed informing instrument instruments integration interested
    intergovernmental internal internally international into is it its law laws least legal legislation legislative
    less letter letters lodged lodges lodging made may measure measures member members membership memorandum
    mentioned met minister ministers ministry mission missions moment more multilateral mutual mutually nation
    national nations necessary not note notes notice notices notification notifications notified notifies notify
    notifying number obtained of official officially on once one operation or organ organisation organisations
    organization organizations organs other others out own pact paragraph paragraphs parliament parliamentary
    parliaments parties party performed permanent plenipotentiaries plenipotentiary power powers preceding present
    presentation presented procedure procedures process processes properly protocol protocols provision provisions
    purpose purposes pursuant ratification ratifications ratified ratifies ratify ratifying reached reaches receipt
    receive received receives receiving reception regional registered registration regulations relevant
    representative representatives republic republics required requirement requirements requisite reservation
    reservations resident respect respective respectively said same secretariat secretary shall sign signatories
    signatory signature signatures signed signing signs so soon sovereign state states statute statutory step steps
    subject submission submitted such taken tendered than that the their theirs them themselves there thereby
    therein thereof thereto thereupon these they this those through time to total transmission transmitted treaty
    undersigned undertaken unions upon validly verbale was were when where whether which who whom will with without
    writing written
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
