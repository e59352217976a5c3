"""The language of short and mixed texts, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from muniment.reading import language

SENTENCES = {
    "en": "The ministers of the six states met in the capital and agreed to continue their work on the plan.",
    "fr": "Les ministres des six États se sont réunis dans la capitale et ont décidé de poursuivre leurs travaux.",
    "es": "Los ministros de los seis Estados se reunieron en la capital y acordaron continuar con el trabajo.",
    "pt": "Os ministros dos seis Estados reuniram-se na capital e decidiram continuar o trabalho com os outros.",
    "de": "Die Minister der sechs Staaten trafen sich in der Hauptstadt und beschlossen, die Arbeit fortzusetzen.",
    "it": "I ministri dei sei Stati si sono riuniti nella capitale e hanno deciso di continuare il lavoro.",
    "nl": "De ministers van de zes staten kwamen bijeen in de hoofdstad en besloten het werk voort te zetten.",
    "pl": "Ministrowie sześciu państw spotkali się w stolicy i postanowili kontynuować prace nad planem.",
    "tr": "Altı devletin bakanları başkentte bir araya geldi ve bu çalışmaların devam etmesi için karar aldı.",
    "az": "Altı dövlətin nazirləri paytaxtda bir araya gəldi və bu işin davam etdirilməsi üçün qərar qəbul etdi.",
    "id": "Para menteri dari enam negara bertemu di ibu kota dan sepakat untuk melanjutkan pekerjaan karena penting.",
    "ms": "Menteri daripada enam negara bertemu di ibu negara dan bersetuju bahawa kerja itu diteruskan kerana perlu.",
    "vi": "Bộ trưởng của sáu nước đã họp tại thủ đô và nhất trí tiếp tục công việc trong năm tới.",
    "ro": "Miniștrii celor șase state s-au întâlnit în capitală și au decis să continue lucrările pentru acest plan.",
    "uz": "Olti davlat vazirlari poytaxtda uchrashdi va bu ish bilan bir qatorda hamda reja uchun kelishib oldi.",
    "ru": "Министры шести государств встретились в столице и договорились продолжить работу над планом.",
    "uk": "Міністри шести держав зустрілися у столиці та домовилися продовжити роботу над цим планом.",
    "be": "Міністры шасці дзяржаў сустрэліся ў сталіцы і дамовіліся працягваць працу над гэтым планам.",
    "kk": "Алты мемлекеттің министрлері елордада кездесіп, жоспар бойынша жұмыс туралы келісті.",
    "ky": "Алты мамлекеттин министрлери борбордо жолугушуп, план боюнча ишти улантуу жөнүндө макулдашты.",
    "tg": "Вазирони шаш давлат дар пойтахт мулоқот карданд ва барои идомаи кор аз рӯи нақша розӣ шуданд.",
    "bg": "Министрите на шестте държави се срещнаха в столицата и се договориха да продължат работата, която е важна.",
    "sr": "Министри шест држава састали су се у престоници и договорили да наставе рад на плану који је усвојен.",
    "mn": "Зургаан улсын сайд нар нийслэлд уулзаж, хамтын ажиллагааны төлөвлөгөөг үргэлжлүүлэх тухай тохирсон байна.",
    "hy": "Վեց պետությունների նախարարները հանդիպեցին մայրաքաղաքում։",
    "ka": "ექვსი სახელმწიფოს მინისტრები დედაქალაქში შეხვდნენ.",
    "ar": "اجتمع وزراء الدول الست في العاصمة واتفقوا على مواصلة العمل في إطار الخطة.",
    "fa": "وزیران شش کشور در پایتخت گرد هم آمدند و توافق کردند که کار را ادامه دهند.",
    "zh": "六国部长在首都举行会议，同意继续开展工作。",
    "ja": "六か国の大臣が首都で会合を開き、作業を続けることで合意した。",
    "ko": "여섯 나라의 장관들이 수도에서 만나 작업을 계속하기로 합의했다.",
    "th": "รัฐมนตรีของหกประเทศพบกันที่เมืองหลวงและตกลงที่จะทำงานต่อไป",
    "el": "Οι υπουργοί των έξι κρατών συναντήθηκαν στην πρωτεύουσα.",
    "he": "שרי שש המדינות נפגשו בבירה והסכימו להמשיך בעבודה.",
    "hi": "छह देशों के मंत्री राजधानी में मिले और काम जारी रखने पर सहमत हुए।",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_one_sentence_tells_its_language(code: str, text: str) -> None:
    assert language.detect(text) == code


def test_every_language_that_can_be_told_is_tried_here() -> None:
    assert set(SENTENCES) == language.LANGUAGES


def test_a_mixed_page_goes_by_majority() -> None:
    assert language.detect(SENTENCES["ru"] + " " + 3 * (SENTENCES["en"] + " ")) == "en"
    assert language.detect(3 * (SENTENCES["ru"] + " ") + SENTENCES["en"]) == "ru"


def test_a_foreign_beginning_does_not_decide_a_long_page() -> None:
    assert language.detect(10 * (SENTENCES["ru"] + " ") + 200 * (SENTENCES["en"] + " ")) == "en"


@pytest.mark.parametrize("text", ["", "   ", "12.05.2020 — 17", "DSC_1234.JPG", "Tolmar Belsk"])
def test_a_text_without_words_tells_nothing(text: str) -> None:
    assert language.detect(text) == ""


def test_foreign_names_do_not_change_the_language() -> None:
    assert (
        language.detect("The envoy Müller met Ms. Jenča and Mr. Đorđević in Łódź; the talks were held in the hall.")
        == "en"
    )
