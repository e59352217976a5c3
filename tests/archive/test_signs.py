"""Signs a line carries in itself, each with what must not be taken for one."""

import pytest

from muniment.archive.signs import (
    by_its_text,
    date_and_rubric,
    find_date,
    find_own_date,
    is_prose,
    looks_like_headline,
    names_somebody,
    only_a_date,
    photo_names,
    place_and_date,
    role,
    signs_off,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Go back", "back"),
        ("« Back to the list of news »", "back"),
        ("К списку", "back"),
        ("Retour à la liste", "back"),
        ("Share this on:", "share"),
        ("Facebook   X   LinkedIn   Print", "menu"),
        ("Share   Facebook   X   LinkedIn", "menu"),
        ("#RiverForum  @ArlenBureau", "menu"),
        ("Home > Newsroom > Statements", "menu"),
        ("Members | Documents | Contact us", "menu"),
        ("This website uses cookies to improve your visit. Accept?", "menu"),
        ("You are here: Home / News", "menu"),
        ("PRESS RELEASE", "section"),
        ("Tags: rivers, trade, ports", "section"),
        ("Read also: Ministers sign the river pact", "related"),
        ("More on this topic", "related"),
        ("Читайте также", "related"),
        ("© 2024 Arlen Bureau. All rights reserved", "copyright"),
        ("When using materials of the site a hyperlink to it is required", "copyright"),
        ("Tel.: +7 (495) 000-11-22, fax: +7 (495) 000-11-23", "contact"),
        ("press@bureau.example", "contact"),
        ("    \u00a0 \u00a0 +32 2 000 11 22 - tel/fax", "contact"),
        ("For further information please contact:", "contact"),
        ("Media contact: Ms. Ana Torvik, Head of Press", "contact"),
        ("Photo: M. Selm / Arlen Bureau", "caption"),
        ("Фото: пресс-служба", "caption"),
        ("- ENDS -", "end"),
        ("(End)", "end"),
        ("Check against delivery!", "note"),
        ("Unofficial translation", "note"),
        ("20.01.2022", "dated"),
        ("14 September 201615:44", "dated"),
        ("Published on 3 May 2024, 12:30 (UTC +04:00)", "dated"),
        ("Tolvik, 11–12 September 2024", "dated"),
        ("18 апреля 2024 года", "dated"),
        ("Le 5 mars 2024", "dated"),
        ("Posted on 5 May 2024 by admin", "dated"),
        ("By harbour-desk, 5 May 2024", "dated"),
        ("By Anna Torvik", "byline"),
        ("(Reporting by Omar Selm; editing by J. Hult)", "byline"),
    ],
)
def test_a_line_that_is_furniture_on_any_page_is_told(line, expected):
    assert role(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Back to normal trade after nine years, say ministers",
        "The ministers shared the view that the pact must enter into force.",
        "Dear colleagues,",
        "Ladies and Gentlemen!",
        "On 5 May 2024 the Council met in Arlen.",
        "The decision was adopted on 5 May 2024.",
        "Applications may be sent to desk@bureau.example before 3 May, when the list of candidates will be closed.",
        "The hotline received 1 200 300 calls in the first week after the flood, the ministry reported.",
        "By contrast, the second reading took an hour",
        "- Agreement on the passage of ships;",
        "Photographs of the ceremony were shown to the guests of the forum.",
        "In 2023 trade rose by 12 per cent",
        "Thank you for your attention.",
        "VIENNA, 17 July - Northern Wire. The Council is concerned about the ships near its borders.",
        "News from the front reached the delegates only at night",
        "Related matters were left to the working group",
        "Contact between the two capitals was never broken",
        "x 0.028 0.009 0.300 0.203",
        "1 200 300 400 tons of grain",
    ],
)
def test_a_line_of_an_article_is_not_taken_for_furniture(line):
    assert role(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "The Bureau's Press Secretary Ana Torvik",
        "Bureau press secretary O. Selm",
        "Ana Torvik, Spokesperson of the Secretary-General",
        "Press Service of the River Commission",
        "Пресс-секретарь Бюро Ольга Селм",
        "Secretary-General J. K. Hult",
    ],
)
def test_an_office_with_a_name_signs(line):
    assert signs_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "Secretary-General Hult met the ministers",
        "The Secretary General took part in the forum.",
        "Dear Mr. Chairman,",
        "Election of the Chairman",
        "the Press Secretary",
        "Secretary General",
        "Speech by the Chairman:",
        "Article I. GENERAL OBLIGATIONS",
    ],
)
def test_a_headline_or_salutation_does_not_sign(line):
    assert not signs_off(line)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("03.05.2024", "2024-05-03"),
        ("07/03/2025", "2025-03-07"),
        ("03/25/2024", "2024-03-25"),
        ("Feb 16,2019", "2019-02-16"),
        ("the 3rd of nothing, 3rd May 2024", "2024-05-03"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("1er mars 2024", "2024-03-01"),
        ("3. März 2024", "2024-03-03"),
        ("18 апреля 2024", "2024-04-18"),
        ("9 JULY 2025", "2025-07-09"),
        ("31.02.2024", ""),
        ("in May 2024", ""),
        ("No. 12.2024", ""),
        ("3 Smarch 2024", ""),
    ],
)
def test_dates_are_read_as_pages_print_them(line, iso):
    assert find_date(line)[2] == iso


def test_the_date_behind_published_is_the_pages_own():
    assert find_own_date("1 Feb. 2025 - 2 Feb. 2025 | Last updated: 3 Feb. 2025 18:42") == "2025-02-03"
    assert find_own_date("1 Feb. 2025 | Arlen") == "2025-02-01"


@pytest.mark.parametrize(
    "opening",
    [
        "ARLEN, 3 May 2024 – The Council met.",
        "Arlen/Tolvik, 03.05.2024: The Council met.",
        "Arlen, Norland – 3 May 2024: The Council met.",
        "Arlen, Norland: 3 May, 2024: The Council met.",
        "ARLEN, May 3. 2024 /NW/. The Council met.",
        "Arlen, May 03, 2024, The Council met.",
        "ARLEN, May 3, 2024, North-Wire -- The Council met.",
        "Arlen (North Wire - 03rd May, 2024) The Council met.",
        "Arlen (NU), 3 May 2024 (NW) - The Council met.",
        "(Arlen, 3 May 2024) The Council met.",
        "The Hague, 3 May 2024 - The Council met.",
        "Issued on 3 May 2024. The Council met.",
        "3, May 2024 - The Council met.",
    ],
)
def test_a_dateline_opens_a_paragraph(opening):
    assert place_and_date(opening) == "2024-05-03"


@pytest.mark.parametrize(
    "opening",
    [
        "On 3 May 2024 in Arlen the Council met.",
        "On 3 May 2024. In Arlen the Council met.",
        "The Council met in Arlen on 3 May 2024.",
        "The Statute of 3 May 2024: what it tells",
        "Council of Ports, founded 3 May 2024 - a short history",
    ],
)
def test_a_day_told_in_a_sentence_opens_no_paragraph(opening):
    assert place_and_date(opening) == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DSC_4960.JPG\u00a0Allow me to thank you.", ["DSC_4960.JPG"]),
        ("He shook hands.\u00a0 IMG-20240101-WA0003.jpeg", ["IMG-20240101-WA0003.jpeg"]),
        ("One half DSC_1.JPG other half.", ["DSC_1.JPG"]),
        ("a1.jpg b2.png Then text.", ["a1.jpg", "b2.png"]),
        ("240503-forum.jpg, 75.63KB", ["240503-forum.jpg, 75.63KB"]),
        ("The file report.png was lost by the clerk.", []),
        ("See https://bureau.example/img/DSC_1.JPG for it.", []),
        ("He wrote to photo1.jpg@bureau.example then.", []),
        ("No picture at all", []),
    ],
)
def test_photo_names_are_cut_out_exactly(text, names):
    assert [text[start:end] for start, end in photo_names(text)] == names


def test_prose_and_headlines_are_told_apart():
    assert is_prose("The Council met in Arlen on Monday.")
    assert not is_prose("Council meets in Arlen to speak of ships")
    assert not is_prose("Thank you.")
    assert looks_like_headline("Council meets in Arlen to speak of ships")
    assert looks_like_headline("WHO PAYS FOR THE BRIDGE?")
    assert not looks_like_headline("Dear members of the Council,")
    assert not looks_like_headline("The Council met in Arlen.")


def test_names_of_people_and_not_of_anything():
    assert names_somebody("Lt. Col. Maarten van Hult")
    assert not names_somebody("Maarten said so")
    assert not names_somebody("Phase 2")


def test_the_weekday_before_a_date_of_numbers_says_which_number_is_the_month():
    assert find_date("Wednesday, 11/6/2019")[2] == "2019-11-06"
    assert find_date("Tuesday, 11/6/2019")[2] == "2019-06-11"
    assert find_date("11/6/2019")[2] == "2019-06-11"


def test_a_month_between_hyphens_is_read():
    assert find_own_date("Last updated: 19-Mar-2024 20:10") == "2024-03-19"


def test_a_date_before_a_rubric_is_the_pages_only_where_the_two_are_set_apart():
    assert date_and_rubric("14 August 2024   Peace and Security") == "2024-08-14"
    assert date_and_rubric("14 August 2024 | Health") == "2024-08-14"
    assert date_and_rubric("14 August 2024 is the day of the harbour") == ""
    assert date_and_rubric("Peace and Security   14 August 2024") == ""


def test_a_sentence_with_a_remark_behind_it_is_prose():
    assert is_prose("A session of the Council took place in Arlen on Monday. (Video)")
    assert is_prose("The ministers met in Arlen. [photo report]")
    assert not is_prose("Council meets in Arlen to speak of ships (Video)")


def test_a_numeric_date_that_the_text_tells_again_in_words_is_read_as_it_says() -> None:
    assert by_its_text("2024-10-01", "1/10/2024 9:20 AM", "ARLEN, January 10. The Council met.") == "2024-01-10"
    assert by_its_text("2024-10-01", "1/10/2024", "ARLEN, 1 October. The Council met again after January 10.") == (
        "2024-10-01"
    )
    assert by_its_text("2024-10-01", "01.10.2024", "ARLEN, January 10. The Council met.") == "2024-10-01"


def test_a_date_among_source_writer_and_hour_is_the_pages():
    assert date_and_rubric("Source: Harbour Post    Editor: Ana Dol    2024-08-14 20:31") == "2024-08-14"
    assert date_and_rubric("Ana Dol   August 14, 2024   3 Min Read") == "2024-08-14"
    assert date_and_rubric("14.08.2024, 10:05   4312   A- A+") == "2024-08-14"
    assert date_and_rubric("Home > News\nCouncil of Ports   Press release   14 August 2024   10:20") == "2024-08-14"
    assert date_and_rubric("The regatta of 14 August 2024   Photos") == ""


def test_a_paragraph_may_be_the_date_alone():
    assert only_a_date("14 Aug 2024") == only_a_date("14 August 2024, 10:05") == "2024-08-14"
    assert only_a_date("14 August 2024 was the day of the regatta.") == ""
