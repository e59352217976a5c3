"""What date expressions mean: year supplied, precision kept, deadlines counted."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en.dates import DateMention, Resolved, find, month_first, only, resolve, timeline, years_fitting
from muniment.terms import PartialDate

PAGE = PartialDate.parse("2022-12-05")
"""A Monday."""


def meaning(text: str, anchor: PartialDate | None = PAGE, tense: str = "") -> Resolved | None:
    mentions = find(text)
    assert len(mentions) == 1, [text[m.start : m.end] for m in mentions]
    return resolve(mentions[0], anchor, tense=tense)


def told(text: str, anchor: PartialDate | None = PAGE, tense: str = "") -> str:
    found = meaning(text, anchor, tense)
    return "" if found is None else f"{found.start}/{found.end}" if found.end else str(found.start)


MEANINGS = [
    ("on 25 July 2024", "2024-07-25"),
    ("on November 29, 2021, they met", "2021-11-29"),
    ("Published 20.01.2022", "2022-01-20"),
    ("08 / 06 / 2016", "2016-06-08"),
    ("12/25/2021", "2021-12-25"),
    ("2022-01-20T10:00:00Z", "2022-01-20"),
    ("5 Dec. 2022", "2022-12-05"),
    ("December 5th 2022", "2022-12-05"),
    ("the 5th of December 2022", "2022-12-05"),
    ("17July2019", "2019-07-17"),
    ("the first of January 2023", "2023-01-01"),
    ("On January 20, this year, they met", "2022-01-20"),
    ("on 23 November of the current year", "2022-11-23"),
    ("on 8 December this year", "2022-12-08"),
    ("on 3 May last year", "2021-05-03"),
    ("on the 23rd of this month", "2022-12-23"),
    ("on 14-15 May 2002", "2002-05-14/2002-05-15"),
    ("on 22-23 November", "2022-11-22/2022-11-23"),
    ("from 5 to 9 September", "2022-09-05/2022-09-09"),
    ("November 29 - December 3, 2021", "2021-11-29/2021-12-03"),
    ("December 28 - January 3, 2021", "2020-12-28/2021-01-03"),
    ("20-22.11.2023", "2023-11-20/2023-11-22"),
    ("on 5, 6 and 7 September 2022", "2022-09-05/2022-09-07"),
    ("the September (2021) session", "2021-09"),
    ("the November session", "2022-11"),
    ("the 2021 November session", "2021-11"),
    ("in November of last year", "2021-11"),
    ("this November", "2022-11"),
    ("next June", "2023-06"),
    ("last October", "2022-10"),
    ("January-March 2024", "2024-01/2024-03"),
    ("from October 2021 to March 2022", "2021-10/2022-03"),
    ("in 2023", "2023"),
    ("for the year 2020", "2020"),
    ("the plan for 2021-2025", "2021/2025"),
    ("in 2021/22", "2021/2022"),
    ("in the 1990s", "1990/1999"),
    ("for the second half of 2019 - the first half of 2020", "2019-07/2020-06"),
    ("in the second half of this year", "2022-07/2022-12"),
    ("in the second half of November", "2022-11-16/2022-11-30"),
    ("in the first ten days of May 2020", "2020-05-01/2020-05-10"),
    ("in the first six months of 2023", "2023-01/2023-06"),
    ("Q2 2024", "2024-04/2024-06"),
    ("in the IV quarter of 2022", "2022-10/2022-12"),
    ("in the spring of 2024", "2024-03/2024-05"),
    ("in winter 2023/24", "2023-12/2024-02"),
    ("in the winter of 2024", "2024"),
    ("this year", "2022"),
    ("last year", "2021"),
    ("next month", "2023-01"),
    ("earlier this month", "2022-12"),
    ("this week", "2022-12-05/2022-12-11"),
    ("yesterday", "2022-12-04"),
    ("the day after tomorrow", "2022-12-07"),
    ("two days ago", "2022-12-03"),
    ("on Wednesday", "2022-11-30"),
    ("last Friday", "2022-12-02"),
    ("next Monday", "2022-12-12"),
    ("the end of this year", "2022"),
    ("at the end of the month", "2022-12"),
    ("within two years", "2022-12-05/2024-12-05"),
    ("within two years of its entry into force", ""),
    ("Tomorrow (6 December)", "2022-12-06"),
    ("On Friday (2 December), they met", "2022-12-02"),
    ("by Q3", "2023-07/2023-09"),
    ("in the coming days", ""),
    ("over the past five years", ""),
    ("at 3 p.m.", ""),
]


@pytest.mark.parametrize(("text", "expected"), MEANINGS)
def test_meaning_is_as_precise_as_the_text(text: str, expected: str) -> None:
    assert told(text) == expected


DEADLINES = [
    ("by 1 October", "2023-10-01"),
    ("before 1 October", "2023-09-30"),
    ("no later than 1 March 2025", "2025-03-01"),
    ("in 2023", "2023-12-31"),
    ("by 2024", "2023-12-31"),
    ("no later than 2025", "2025-12-31"),
    ("by October 2024", "2024-09-30"),
    ("by the end of 2024", "2024-12-31"),
    ("by the end of June", "2023-06-30"),
    ("in the second quarter of 2023", "2023-06-30"),
    ("by the end of the month", "2022-12-31"),
    ("by the end of this year", "2022-12-31"),
    ("before the end of the year", "2022-12-31"),
    ("in the first half of 2025", "2025-06-30"),
    ("by mid-2025", "2025-06-30"),
    ("by early 2024", "2023-12-31"),
    ("until 2030", "2030-12-31"),
    ("for 2021-2025", "2025-12-31"),
    ("within 30 days", "2023-01-04"),
    ("next month", "2023-01-31"),
    ("on 8 December this year", "2022-12-08"),
    ("by Friday", "2022-12-09"),
]


@pytest.mark.parametrize(("text", "due"), DEADLINES)
def test_deadline_is_the_last_day_allowed(text: str, due: str) -> None:
    found = meaning(text)
    assert found is not None
    assert found.due == datetime.date.fromisoformat(due)


@pytest.mark.parametrize("text", ["after 2025", "since 1992", "last year", "in early 2025", "from 1 May 2023"])
def test_open_or_vague_times_set_no_deadline(text: str) -> None:
    found = meaning(text)
    assert found is not None
    assert found.due is None


NO_DATES = [
    "He may go. March on. We second it.",
    "resolution 2254 (2015)",
    "No. 12/2023, A/RES/77/13 and S/2022/345",
    "at its 77th session, under Articles 2 and 4",
    "3,600 troops; tel. +7495-621-33-23; 2000 servicemen",
    "a three-year tenure for two years",
    "Article 5 may be amended. ARTICLE 5 MAY BE AMENDED.",
    "June Carter and Jan Kubel met Mr. August.",
    "Every year, at each meeting, twice a month.",
    "31 April 2020, 30.02.2022, February 30",
    "on behalf of the headquarters, in the first half of the match",
    "IP 10.12.20.22; 24/7; 1/2; v. 3.1.12",
    "COVID-19, G-20, ISO 2015, Vision 2030",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert [text[m.start : m.end] for m in find(text)] == []


def test_days_that_do_not_follow_each_other_are_two_dates() -> None:
    text = "on 5 and 9 September 2022"
    assert [(text[m.start : m.end], str(resolve(m, None).start)) for m in find(text)] == [  # type: ignore[union-attr]
        ("5", "2022-09-05"),
        ("9 September 2022", "2022-09-09"),
    ]


YEARLESS = [
    ("2023-01-10", "on 29 December", "", "2022-12-29"),
    ("2022-12-20", "on 12 January", "", "2023-01-12"),
    ("2022-06-15", "on 12 January", "", "2022-01-12"),
    ("2022-06-15", "on 12 January", "future", "2023-01-12"),
    ("2022-01-20", "in August", "past", "2021-08"),
    ("2022-05-02", "on 7 May", "past", "2022-05-07"),
    ("2022-05-02", "on 12 May", "past", "2021-05-12"),
    ("2022-02-10", "the November session", "", "2021-11"),
    ("2022-12-05", "in the first quarter", "", "2023-01/2023-03"),
    ("2022", "on 3 March", "", "2022-03-03"),
    ("2022-03", "on 3 April", "", "2022-04-03"),
    ("2019-06-24", "on Wednesday, July 17", "", "2019-07-17"),
    ("2022-12-05", "on Friday", "future", "2022-12-09"),
]


@pytest.mark.parametrize(("page", "text", "tense", "expected"), YEARLESS)
def test_a_missing_year_comes_from_the_page(page: str, text: str, tense: str, expected: str) -> None:
    assert told(text, PartialDate.parse(page), tense) == expected


def test_an_act_told_as_done_may_follow_the_one_told_before_where_the_page_has_no_date() -> None:
    (mention,) = find("signed on October 10")
    found = resolve(mention, None, PartialDate(2014, 5, 29), "past")
    assert found is not None
    assert found.begin == "2014-10-10"


def test_a_yearless_date_on_an_undated_page_means_nothing() -> None:
    assert meaning("on 22 November", None) is None
    assert meaning("this year", None) is None


def test_a_day_that_the_year_does_not_have_means_nothing() -> None:
    assert meaning("on 29 February this year") is None


def test_the_weekday_outweighs_the_page() -> None:
    found = meaning("on Wednesday, July 17", PartialDate.parse("2020-01-05"))
    assert found == Resolved(PartialDate(2019, 7, 17), None, datetime.date(2019, 7, 17), "year that fits the weekday")


def test_one_date_with_the_month_first_turns_the_ambiguous_ones() -> None:
    text = "Published 08/06/2016, updated 12/25/2016."
    assert [str(meaning.start) for meaning in timeline(find(text), text, None) if meaning] == [
        "2016-08-06",
        "2016-12-25",
    ]
    assert resolve(find(text)[0], None, month_before_day=month_first(find(text))) == Resolved(
        PartialDate(2016, 8, 6), None, datetime.date(2016, 8, 6), "numeric, month before day"
    )


def test_points_are_always_day_first() -> None:
    text = "05.12.2022 and 12/25/2016"
    assert [str(meaning.start) for meaning in timeline(find(text), text, None) if meaning] == [
        "2022-12-05",
        "2016-12-25",
    ]


def test_the_same_day_counts_from_the_date_before() -> None:
    text = "On 14 May 2002 they met. The same day they dined; the day before they had rested; a year later they met."
    starts = [str(meaning.start) for meaning in timeline(find(text), text, PAGE) if meaning]
    assert starts[:2] == ["2002-05-14", "2002-05-14"]
    assert starts[2:] == ["2002-05-13", "2003"]


def test_a_yearless_date_follows_a_full_one_of_its_sentence_only() -> None:
    text = "They met on 5 June 2018 in Tolmar and on 7 June in Belsk. On 9 June they will meet."
    starts = [str(meaning.start) for meaning in timeline(find(text), text, PAGE) if meaning]
    assert starts == ["2018-06-05", "2018-06-07", "2022-06-09"]


def test_a_yearless_date_may_lie_just_before_the_full_one_of_its_sentence() -> None:
    text = (
        "TOLMAR, 18 September 2022 - On 16 September they met. On 20 December 2018 in Belsk and on 3 January in Arlen."
    )
    starts = [str(meaning.start) for meaning in timeline(find(text), text, PAGE) if meaning]
    assert starts == ["2022-09-18", "2022-09-16", "2018-12-20", "2019-01-03"]


def test_leads_are_found_with_their_places() -> None:
    text = "It must be ready no later than the 5th of May 2023, prior to 2024."
    assert [(m.lead, text[m.lead_start : m.start]) for m in find(text)] == [
        ("until", "later than the "),
        ("before", "prior to "),
    ]


def test_spans_count_from_the_whole_text() -> None:
    text = "2019 was long ago.\nOn 5 May 2020 they met.\n6 May 2021"
    start, end = text.index("On"), text.index("\n6")
    assert [text[m.start : m.end] for m in find(text, start, end)] == ["5 May 2020"]


def test_a_date_that_is_a_sentence_of_its_own_is_seen() -> None:
    text = "September 18, 2003. The Charter entered into force. In 2004 it was changed."
    mention = only(text, 0, 19)
    assert mention is not None
    assert (mention.year, mention.month, mention.day) == (2003, 9, 18)
    assert only(text, 20, 51) is None
    assert only(text, 52, len(text)) is None


def test_years_in_which_a_weekday_fits() -> None:
    assert years_fitting(2, 7, 17, 2010, 2025) == [2013, 2019, 2024]
    assert years_fitting(0, 2, 29, 1999, 2025) == [2016]


PIECES = st.sampled_from(
    ["5", "31", "2022", "1992", "May", "December", "Dec.", "12", "/", ".", "-", "–", "(", ")", ",", " ", "\n", "of",
     "the", "end", "this", "year", "month", "last", "week", "by", "before", "and", "to", "half", "quarter", "first",
     "second", "Wednesday", "today", "within", "two", "years", "days", "ago", "20.01.2022", "Q2", "th", "29",
     "February", "spring", "session", "a", ":30", "p.m."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14), st.booleans())
def test_whatever_is_found_is_in_order_and_has_a_valid_meaning(pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    mentions = find(text)
    places = [place for mention in mentions for place in (mention.start, mention.end)]
    assert places == sorted(places)
    assert all(0 <= m.lead_start <= m.start < m.end <= len(text) for m in mentions)
    for meaning in timeline(mentions, text, PAGE):
        if meaning is not None:
            meaning.start.first_day()
            assert meaning.end is None or meaning.start.first_day() <= meaning.end.last_day()


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)))
def test_every_way_to_write_a_day_reads_the_same(day: datetime.date) -> None:
    iso = PartialDate(day.year, day.month, day.day)
    month = day.strftime("%B")
    for text in (
        f"on {day.day} {month} {day.year}",
        f"on {month} {day.day}, {day.year}",
        f"on {day.strftime('%A')}, {day.day} {month} {day.year}",
        f"on {day.day:02d}.{day.month:02d}.{day.year}",
        f"on {day.isoformat()}",
        f"on {day.day}{month}{day.year}",
    ):
        mentions = find(text)
        assert [resolve(m, None).start for m in mentions] == [iso], text  # type: ignore[union-attr]
        assert isinstance(mentions[0], DateMention)


@pytest.mark.parametrize(
    ("text", "year"), [("will be held on 23-28 August", 2015), ("will be held on 20-22 August", 2016)]
)
def test_a_stretch_of_days_to_come_may_have_begun(text: str, year: int) -> None:
    (mention,) = find(text)
    meaning = resolve(mention, PartialDate(2015, 8, 24), tense="future")
    assert meaning is not None
    assert meaning.start.year == year


HOSTILE = [
    "5 " + " " * 100_000,
    "5, " * 30_000,
    "5-" * 50_000,
    "5 May " * 20_000,
    "2020 " * 20_000,
    "May " * 30_000,
    "Monday, " * 20_000,
    "the " * 30_000 + "year",
    "1" * 100_000,
    "the end of " * 10_000,
    "20.01.2022" * 10_000,
    "in the first " * 10_000 + "half",
    "5" + "\n" * 100_000 + "May",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    assert len(find(text)) <= len(text)
