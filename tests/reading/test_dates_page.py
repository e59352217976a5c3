"""The page's own date, where the page states it and where it has to be told."""

from __future__ import annotations

import datetime

from muniment.reading.en.dates import find, month_first, page_date, page_date_told
from muniment.terms import PartialDate

UNDATED = "TOLMAR, July17 – Press agency. He said on Wednesday, July 17, that the talks went on."


def date_of(text: str, stated: str = "") -> str:
    return str(page_date(find(text), text, stated) or "")


def test_the_stated_date_wins() -> None:
    assert date_of("On 3 May 2021 they met.", "2021-05-04") == "2021-05-04"
    assert date_of("On 3 May 2021 they met.", "2021-05-04T10:00:00Z") == "2021-05-04"


def test_a_date_behind_the_headline_is_the_page_s() -> None:
    assert date_of(
        "Ministers to meet in Belsk on June 27\nMinisters to meet 24.06.2019\nOn June 27, 2019 they meet."
    ) == ("2019-06-24")


def test_a_dateline_is_the_page_s() -> None:
    assert date_of("The treaty of 3 March 1999 is old news.\nTOLMAR, 5 May 2020 – The ministers met.") == "2020-05-05"


def test_else_the_first_full_date_is() -> None:
    assert date_of("On November 29, 2021, the council met. It will meet on 3 May 2022.") == "2021-11-29"


def test_a_date_of_old_is_not_the_page_s() -> None:
    text = "The treaty was signed on 15 May 1992. The council met on the matter in May 2021 and June 2023."
    assert date_of(text) == "2023"


def test_deadlines_are_not_the_page_s() -> None:
    assert date_of("It must be ready by 3 May 2025.") == ""


def test_a_weekday_tells_the_year_when_the_offices_do() -> None:
    def fits(day: datetime.date) -> bool:
        return datetime.date(2018, 11, 1) <= day <= datetime.date(2019, 12, 31)

    told = page_date_told(find(UNDATED), UNDATED, fits=fits)
    assert told is not None
    assert (told.start, told.note) == (PartialDate(2019, 7, 17), "year that fits the weekday")


def test_a_weekday_that_fits_many_years_tells_none() -> None:
    assert page_date(find(UNDATED), UNDATED) is None


def test_years_told_in_the_text_are_not_after_the_page() -> None:
    text = UNDATED + " The plan was adopted in May 2014."
    assert page_date(find(text), text, years=(2010, 2020)) == PartialDate(2019, 7, 17)


def test_a_page_without_dates_has_none() -> None:
    assert date_of("The ministers met and agreed.") == ""


def test_a_dateline_without_a_year_takes_it_from_the_weekday() -> None:
    text = "TOLMAR, January 18. /Agency/. The notes came in, he said on Thursday. Since 2023 they have been many."
    assert date_of(text) == "2024-01-18"


def test_a_dateline_without_a_year_takes_it_from_the_full_date_beside_it() -> None:
    text = "TOLMAR, 4 July. /Agency/. The summit is to be held in Arlen on 9 July 2025."
    assert date_of(text) == "2025-07-04"


def test_a_year_in_a_name_decides_among_those_that_fit_the_weekday() -> None:
    assert date_of("Exercise Calm Sea 2024 began on Monday, 9 September.") == "2024-09-09"


def test_a_full_date_beside_a_dateline_tells_its_year_before_a_weekday_of_another_day_does():
    text = "ARLEN, 4 July. /Wire/. Before the summit in Tolmar on 9 July 2025 the head of the office said:"
    " experts met on Wednesday."
    assert str(page_date(find(text), text)) == "2025-07-04"


def test_a_year_the_page_looks_ahead_to_is_not_before_its_own() -> None:
    text = (
        "TOLMAR, December 2. /Agency/. On Wednesday, December 2, the Council meets. Since 2013 it has been led in turn."
    )
    assert date_of(text) == "2015-12-02"
    assert date_of(f"{text} The lead will pass to Norway in 2021.") == "2020-12-02"


def test_a_numeric_date_told_again_in_words_is_read_as_the_words_say() -> None:
    mentions = find("1/10/2024. TOLMAR, January 10. The Council met.")
    assert month_first(mentions)
    assert not month_first(find("1/10/2024. TOLMAR, 1 October. The Council met after January 10."))


def test_a_day_told_with_a_later_one_to_come_lies_before_it() -> None:
    text = "The Council met on 7 October in Oslo. The next session will take place on 11 April 2025 in Rome."
    assert date_of(text) == "2024-10-07"
    assert date_of("The Council will meet on 11 April 2025. A dinner is on 10 April.") == "2025-04-11"


def test_the_year_in_which_a_text_was_adopted_tells_no_year_of_a_dateline() -> None:
    text = "OSLO, February 19. /Agency/. The port opens on Monday. The convention was adopted in 2002 in Lima."
    assert page_date(find(text), text) is None


def test_the_day_a_term_starts_on_is_one_the_page_looks_ahead_to() -> None:
    text = "TOLMAR, Sept 11 (Wire) - The envoy spoke on Wednesday. The term was renewed for five years starting"
    assert date_of(f"{text} March 1, 2025. Some will meet in May 2025.") == "2024-09-11"
