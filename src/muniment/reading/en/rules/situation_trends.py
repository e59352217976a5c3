"""Trends: the words by which press pages say that a situation improves, holds, is tense or deteriorates."""

from __future__ import annotations

import regex

__all__ = ["trend"]

_MORE = r"(?:get|gr[eo]w|becom|became)\w* (?:ever |even |still |far |much |increasingly )?"
_TRENDS = (
    (
        "deteriorating",
        r"increasingly (?:tense|difficult|complicated|complex|unstable|volatile|dangerous|fragile|alarming|acute)"
        r"|leav(?:es|ing) (?:less|no) room for optimism|(?:is|are) (?:exploding|slipping)|dangerous "
        r"(?:turn|path|developments)|(?:violence|fighting|attacks|tensions?|hostilities|unrest|insecurity) "
        r"(?:has |have |had )?(?:\p{Ll}+ly )?(?:surged|flared|soared|erupted|spiked)|(?:do|does|did) not "
        r"(?:tend|seem|appear) to (?:improve|be improving|get better)|deteriorat\w*|degrad(?:e[sd]?|ing)|aggravat\w*"
        r"|worsen\w*|worse|escalat(?:e[sd]?|ing|ion)|negative (?:scenario|trend|direction|dynamics?)"
        r"|(?:worrying|alarming|disturbing|negative|dangerous) (?:trends|tendenc(?:y|ies))|growing "
        r"(?:instability|tensions?|threats?|activity|conflict)|(?:number of )?(?:armed )?"
        r"(?:clashes|incidents|attacks|crimes|shellings)\b[^,;]{0,60}? (?:have |has |had )"
        r"(?:more than |almost |nearly )?(?:doubled|tripled|increased|grown|risen|multiplied)"
        r"|(?:concentration|accumulation|shift|influx|relocation|transfer|build-?up) of (?:\p{L}+ ){0,6}?"
        r"(?:militants|terrorists|fighters|extremists|armed groups?)|being (?:further )?aggravated"
        r"|(?:attacks|clashes|incidents|raids|killings|kidnappings)\b[^,;]{0,40}? (?:are|were|have|had|has) "
        r"(?:been )?multipl(?:ying|ied)|(?:increase|rise|growth|surge|spike) in (?:the )?(?:number of )?"
        r"(?:\p{Ll}+ )?(?:attacks|clashes|incidents|violations|manoeuvres|crimes|killings|kidnappings)"
        r"|is aggravating|at (?:its|their) highest|(?:tensions?|threats?|instability|conflict potential|danger"
        r"|violence|risks?)\b[^,;]{0,60}?\b(?:have|has|had) (?:\w+ly )?(?:grown|increased|risen|mounted|escalated"
        r"|intensified)|(?:tensions?|threats?|violence) (?:\w+ly )?(?:rose|grew|increased)\b"
        r"|(?:rising|mounting|growing|surging|escalating|increasing|increased|renewed|(?:upsurge|surge|flare-?up) "
        r"(?:in|of)) (?:\p{L}+ )?(?:violence|insecurity|attacks|activity|hostility|unrest)"
        r"|(?:militants?|terrorists?|terrorist \w+|fighters|extremists?)\b[^,;]{0,60}\b"
        r"(?:concentrat\w+|accumulat\w+|gathering|regroup\w*|increasing|growing|strengthening)"
        r"|number of [^,;]{3,60} (?:is|was|has been|keeps) (?:increasing|growing|rising)"
        r"|(?:humanitarian )?catastrophe|(?:brink|verge|edge) of (?:\p{Ll}+ )?(?:war|collapse|famine|conflict"
        r"|disaster|catastrophe|chaos|starvation|explosion)|into chaos|military build-?up|from bad to worse"
        r"|growth of [^,;]{0,60}(?:threats?|instability|tensions?)|increas\w+ (?:in )?"
        r"(?:tension|threat|instability|challenge)s?|rising tensions?|(?:tensions?|threats?|instability"
        r"|conflict potential|danger|activity|attacks|crime|violence)\b[^,;]{0,60}\b"
        r"(?:(?:is|are|was|were|has been|have been|keeps?|continues? to|continue) )(?:\w+ly )?"
        rf"(?:grow(?:ing)?|increas(?:ing|e)|ris(?:ing|e)|mount(?:ing)?)|{_MORE}(?:more )?"
        r"(?:worse|tense|difficult|complicated|dangerous|complex|unstable|acute)"
        r"|(?:forces?|troops?|groupings?|contingents?|presence|infrastructure|potential)\b[^,;]{0,40}\b"
        r"(?:is|are|being|has been|have been) (?:being )?(?:building up|built up|reinforced|expanded|stepped up)"
        r"|build-?up of|intensif\w+ of|renewed (?:fighting|hostilities|clashes)|spread of the (?:fighting|violence)"
        r"|slid(?:e|es|ing) (?:in)?to(?:wards?)?|descend\w* into|heating up|spiral\w*|flar\w+ up|out of control"
        r"|deepening|(?:fighting|violence|clashes|hostilities|shelling|attacks)\b[^,;]{0,60}? (?:has |have |had )?"
        r"(?:\w+ly )?(?:intensified|escalated|spread)",
    ),
    (
        "improving",
        r"(?:stabili[sz]ation|normali[sz]ation) (?:of|in) (?:the )?(?:\p{Ll}+ )*?(?:situation|relations|border)|"
        r"calm (?:has |had )?return\w*|return of calm|"
        r"improv(?:ed|ing|es|ements?)(?! (?:of|in) (?:the )?(?:\p{Ll}+ )*?(?:infrastructure|coordination|interaction|"
        r"mechanisms?|skills|training|legislation|systems?|equipment|work|cooperation|readiness|capabilities)\b"
        r"| (?:the|its|their|our) (?:\p{Ll}+ )*?(?:infrastructure|coordination|interaction|mechanisms?|skills|training|"
        r"legislation|systems?|work|cooperation|readiness|capabilities)\b)|normali[sz](?:ing|ed)|return(?:s|ed|"
        r"ing)? to normal|"
        r"de-escalat\w*|eas(?:ing|ed)|stabili[sz](?:ing|es|ed)|calmer|calm(?:ed|ing) (?:down|"
        r"somewhat)|subsid(?:ed|ing)|"
        r"(?:less|fewer) (?:shooting|shelling|incidents|violations|attacks|clashes)|"
        r"(?:violence|attacks|clashes|incidents|tensions?|threats?|crimes?|crime rate|violations|"
        r"shelling)\b[^,;]{0,60}? "
        r"(?:has |have |had )(?:\w+ly )?(?:decreased|declined|fallen|dropped|halved|abated|diminished)|"
        r"progress (?:is|was|has)|positive (?:trend|dynamic|change|development)s?|getting "
        r"(?:better|calmer|quieter)|(?:encouraged|heartened) by (?:the )?(?:\w+ )?(?:calm|quiet|"
        r"stability)",
    ),
    (
        "tense",
        r"(?:tensions?|threats?|conflict potential|challenges|risks)\b[^,;]{0,60}\bpersist\w*"
        r"|(?:level|threats?|risks?|danger|intensity)\b[^,;]{0,60} (?:remain(?:s|ed)?|is|are|stay(?:s|ed)) "
        r"(?:\w+ly )?(?:high|real|acute|significant|relevant)|tensions? (?:is|are|was|were) (?:\w+ )?high"
        r"|(?:concern|alarm|worry) (?:in connection with|over|about|at|regarding|in view of) (?:the )?"
        r"(?:\p{Ll}+ ){0,3}?(?:shelling|incidents?|clashes|skirmishes|shootings?|exchanges? of fire)"
        r"|(?:concern(?:ed|s)?|alarm(?:ed)?|worr(?:y|ied)|preoccupied) (?:over|about|at|with|by|regarding) (?:the )?"
        r"(?:\p{Ll}+ ){0,3}?(?:situation|events|developments|violence|crisis|conflict|hostilities|fighting)"
        r"|an? (?:acute|serious|major|constant|real|significant) (?:problem|threat|challenge|risk)|hotbed of \p{Ll}+"
        r"|not (?:so |at all |very )?(?:simple|easy)|tense|tensions?|difficult|complex|complicated|fragile|volatile"
        r"|unstable|instability|alarming|explosive|unpredictable|precarious|fraught|challenging"
        r"|(?:is|are|was|were|remains?|remained)(?: also)?(?: (?:\w+ly|very))? (?:concerning|worrying|worrisome)"
        r"|negatively (?:impacted|affected)|of (?:serious |grave |deep |particular )?concern|cause[sd]? "
        r"(?:us |them )?(?:\w+ )?concern|serious concern|turbulent|serious|critical|dire|catastrophic|dangerous"
        r"|exchanges? of fire|challenges and threats [^;]{0,80}persist\w*|sources? of (?:\p{Ll}+ )?"
        r"(?:threats?|instability|tensions?|danger|concern|challenges)|leav(?:es|ing) much to be desired"
        r"|(?:follow(?:s|ed|ing)?|watch(?:es|ed|ing)?) with (?:\p{Ll}+ )?(?:concern|alarm|worry)|hotspots?",
    ),
    (
        "stable",
        (
            r"stable|stability (?:is|was|has been) (?:maintained|preserved)|calm|under (?!its |their |his )(?:the )?"
            r"(?:\w+ )?control|(?:no|without)(?: (?:significant|major|substantial|serious|notable|particular"
            r"|essential))? (?:changes?|incidents)(?: (?:were|was|have been|has been|are|is|in) "
            r"(?:noted|observed|recorded|registered|seen|reported|the))?(?= |$|[.,])|(?:fully|completely) controls? "
            r"the situation|controllable|ceasefire\b[^,;]{0,30}\b(?:holds|holding|observed)|quiet|normal|peaceful"
            r"|(?<!(?:mandate|position|policy|stance|goals?|aims?|tasks?) (?:remains|is) )unchanged"
        ),
    ),
)
"""Trend -> words that tell it, the stronger trend first: what changes is told before what holds."""

_TREND = tuple((name, regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)) for name, words in _TRENDS)
_DENIED = regex.compile(
    (
        r"\b(?:no(?! \p{Ll}+ change)|not(?! (?:\p{Ll}+ )?(?:simple|easy)| (?:tend|seem))|never|without|neither|"
        r"nor|to prevent|to avoid|prevent(?:ing)?|"
        r"avoid(?:ing)?|call(?:s|ed|ing)? (?:for|on)|efforts (?:to|at|for|aimed)|ways (?:of|to|for)|steps (?:to|"
        r"towards|for)|measures "
        r"(?:to|for)|promot\w+|facilitat\w+|discuss\w*|exchang\w+ views on)\b[^,;]{0,24}$|n[’']t\b[^,;]{0,20}$"
    ),
    regex.IGNORECASE,
)
_HYPOTHETIC = regex.compile(
    r"\b(?:would|could|might|if|whether|in order to|aims?|goals?|objectives?|seeks?|in (?:the )?light of|to (?:achieve|"
    r"attain|prevent|reduce|ease|avoid|improve|"
    r"normali[sz]e|stabili[sz]e|help|ensure|keep|relieve|defuse|de-escalate|lower|resolve|settle)|"
    r"(?:reliev|defus|eas|lower|resolv|settl)ing|aimed at|aiming at|reduction of|lead to|"
    r"attach\w*|hop(?:e|es|ed|ing)|for further|"
    r"contribut\w+ to|with a view to|depends? on|should|must|need(?:s|ed)? to|conducive to|"
    r"importance of|interested in)\b",
    regex.IGNORECASE,
)
_CALM_BUT = regex.compile(
    r"\b(?:calm|quiet|stable|normal) (?:but|yet|though|although|if) (?:\w+ly |still |very )?\p{L}+",
    regex.IGNORECASE,
)
"""What is called calm first and then qualified: "calm but unpredictable"."""
_NEAR = 80
"""Characters before a trend word within which a wish or a condition governs it."""
_IS_TENSE = regex.compile(
    r"\b(?:situation|environment|climate)\b[^,;]{0,60}? (?:remain(?:s|ed)?|is|was|stay(?:s|ed)|"
    r"continue[sd]? to be|as) (?:\w+ ){0,2}?"
    r"(?:tense|difficult|complex|complicated|fragile|volatile|unstable|alarming|precarious|fraught|"
    r"critical|serious|dangerous)\b",
    regex.IGNORECASE,
)


def trend(clause: str) -> tuple[str, int]:
    """Return the trend a clause tells and where its words end; ("", -1) where it tells, denies or wishes none.

    >>> trend("the situation remains tense but under control")[0]
    'tense'
    >>> trend("the situation has improved since May")[0]
    'improving'
    >>> trend("steps to ease the tension")[0]
    ''
    """
    found: dict[str, regex.Match[str]] = {}
    for name, pattern in _TREND:
        match = next((m for m in pattern.finditer(clause) if _DENIED.search(clause[: m.start()]) is None), None)
        if match is not None and _HYPOTHETIC.search(clause[max(0, match.start() - _NEAR) : match.start()]) is None:
            found[name] = match
    if not found:
        return "", -1
    calm = _CALM_BUT.search(clause) if "stable" in found and "tense" in found else None
    if calm is not None:
        return "stable", calm.end()
    tense = _IS_TENSE.search(clause) if "tense" in found else None
    if tense is not None and not ("deteriorating" in found and found["deteriorating"].start() < tense.end()):
        return "tense", tense.end()
    if (
        "improving" in found
        and "deteriorating" in found
        and found["improving"].start() < found["deteriorating"].start()
    ):
        name = "improving"
    else:
        name = next(n for n in ("deteriorating", "improving", "tense", "stable") if n in found)
    return name, found[name].end()
