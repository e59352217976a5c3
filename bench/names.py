"""Names of people who do not exist, built from syllables in the manner of many languages.

A name is drawn, never looked up, so that a run of any length meets new ones: each culture gives about 2,000 given
names and some 100,000 family names.
"""

from __future__ import annotations

from random import Random

import msgspec

__all__ = ["CULTURES", "Culture", "person_name", "strange_word"]


class Culture(msgspec.Struct, frozen=True):
    """How the names of one language are put together.

    Attributes:
        first: beginnings of names.
        middle: syllables inside names.
        given: ends of given names.
        family: ends of family names.
        particles: words that may stand between given and family name; empty for none.
        family_first: whether the family name stands first.
    """

    first: tuple[str, ...]
    middle: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    particles: tuple[str, ...] = ()
    family_first: bool = False


def _culture(first: str, middle: str, given: str, family: str, particles: str = "") -> Culture:
    parts = tuple(part.replace("_", " ") for part in particles.split())
    return Culture(tuple(first.split()), tuple(middle.split()), tuple(given.split()), tuple(family.split()), parts)


CULTURES: tuple[Culture, ...] = (
    _culture("Vol Bor Mir Rad Stan Yar Dob Lyud Svet Kras Zor Mil Tikh Gor Bel Lub Nev", "o i a e u ya ro li me va do",
             "slav mir mil dan rin tin ka na", "kov enko vich lev sky rov nin chuk kin gin shin"),
    _culture("Ner Tem Bak Ays Nur Sar Yer Dol Kan Mur Zhan Tal Azam Ork Bol Shak Kum", "u a y i ba ge le ka la ru she",
             "bek khan gul zhan lan mat ra sha", "bayev bekov uly aliyev ov khanov mamatov zhanov dinov yarov"),
    _culture("Har Sam Khal Yus Mah Naz Abd Jam Rash Far Tar Sal Wal Zak Mun Kar Hus Lay", "i a u mi da la na ri sha fi",
             "im ir ad an oun ah iyya een", "iri awi ami ashri oumi adi abi anani ouli qani", "Al- El- bin_ bint_"),
    _culture("Ar Vah Gar Hay Lev Sur Tig Nar Sev Zav Mik Hov Kar Ani Dav Hrach", "a e i o u me ra va ta sha",
             "am en in uhi ik an eg ush", "yan akyan inyan unyan shvili adze elidze uryan"),
    _culture("And Bjor Sig Hal Tor Ing Lars Ol Est Ragn Sol Vid Mag Ei Hel Gud", "e a i u va ri na li mo du",
             "ar rid rik ne mund la vin ild", "sen sson dal berg lund gaard strøm vik holm nes"),
    _culture("Kemal Tun Ay Me Er Bar Gül Ham Ser Öz Yal Çet Den Ok Sel Tar", "a e i u ta ri me di ka lu",
             "can han gül met tan ay ur in", "oğlu can maz türk kaya demir soy taş er alp"),
    _culture("Fran Al Mar Joa Ro Ben Cat Ig Du Lu Nel Est Ama Ser Val Hen", "ti ri na di va mo ra ce lo be",
             "co na ta do es isa ina io", "eira ares inho ado ães ueira ola ante endo iros", "de_ da_ dos_"),
    _culture("Kwa Ama Nka Thu Ade Oba Zan Mba Chi Iku Sek Dia Fat Mou Lun Tsh", "ba di na wa ko le mo su ndi ka",
             "me la ne to si wo nda isa", "bane lele kosi ambo tanga uwole diallo omba hlovu isane"),
    _culture("Som Anu Pra Wir Sri Tan Nak Chai Rat Bun Phon Mal Sut Arn Kit Vis", "a i ya na po wa la cha ri tha",
             "chai wan sak dee porn nee rat ya", "kul sathien wong nawin suk anan thavorn mongkol rasri yakit"),
    Culture(("Zha", "Lia", "Che", "Hua", "Xu", "Gua", "Shen", "Jia", "Ton", "Ren", "Bai", "Lin", "Qia", "Fen"),
            ("", "ng", "n"), ("ming", "hua", "lei", "ping", "jun", "wei", "ying", "fang", "guo", "zhen"),
            ("ng", "n", "o", "i"), family_first=True),
    _culture("Raj Vik Ash Dev Pra Sun Man Lak Nir San Har Kav Mee Ind Jay Gop", "a i u ta ra va na dha sha ma",
             "esh ita ant ini ish deep al ika", "pathi raman sinha wardena murthy verma akar putra swamy nath"),
    _culture("Kal Jan Vai Egl Mart Liep Aud Rim Toom Sig Ral Kest Tau Vil Mind Ger", "e i u a ri ma ta va de nu",
             "as is us a e ars ute ina", "aitis enas onis iņš auskas vere mägi saar ulis epp"),
    _culture("Hag Til Wol Kar Ger Ull Rein Sieg Lud Ott Bern Wal Edel Hil Diet Man", "e i a o ma ri be le na fe",
             "rich mut gard fried ald ine trud a", "mann bach hofer stein meier brandt wald schmidt inger huber",
             "von_ van_der_"),
    _culture("Ioan Dra Mir Cor Flo Vas Rad Adri Ili Oct Sor Ste Lum Grig Ani Pav", "a e i o u ri ne va li de",
             "an el ana u ina ius iu ca", "escu eanu ov iu aru oiu anu ilă ache opol"),
)  # fmt: skip
"""Fourteen manners of naming, from the regions whose organisations have profiles."""


def _built(rng: Random, culture: Culture, ends: tuple[str, ...], middles: int) -> str:
    middle = "".join(rng.choice(culture.middle) for _ in range(middles))
    return rng.choice(culture.first) + middle + rng.choice(ends)


def person_name(rng: Random) -> tuple[str, str]:
    """Return a name in full and its family name."""
    culture = rng.choice(CULTURES)
    given = _built(rng, culture, culture.given, rng.randint(1, 2))
    family = _built(rng, culture, culture.family, rng.randint(1, 3))
    if culture.family_first:
        return f"{family} {given.capitalize()}", family
    if culture.particles and rng.random() < 0.35:
        family = rng.choice(culture.particles) + family
    if rng.random() < 0.06:
        return f"{given[0]}. {family}", family
    return f"{given} {family}", family


def strange_word(rng: Random) -> str:
    """Return a capitalised word of no language, for villages, companies and code names."""
    culture = rng.choice(CULTURES[:9])
    return _built(rng, culture, ("a", "o", "ar", "in", "el", "ek", "or", "is", "um", "ova"), rng.randint(1, 3))
