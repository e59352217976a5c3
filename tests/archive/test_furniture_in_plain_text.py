"""Furniture of scraped plain text, in the ways the sites of organisations and agencies print their pages.

All pages are invented. Each test names the style it stands for; where a thing recurs and belongs to the article all the
same, the test says so.
"""

from collections.abc import Sequence

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.terms import Page

LEAD = "The Secretary-General of the River Bureau received the ambassador of Namber in Arlen on Monday."
MORE = "The two sides spoke about the winter passage of ships and agreed to meet again before the ice sets in."
LAST = "The next round of talks will be held in Tolvik on 4 June 2024."
TITLE = "Secretary-General of the River Bureau received the ambassador of Namber"

FAIR = "The river fair opened its gates in Selm on Friday with guests from four states."
PACT_1 = "Allow me to thank the presidency for the invitation to speak about the pact on river rescue."
PACT_2 = "I am sure that the rescuers of all six states will be glad of the boats that they are to have."
DRILL = "Rescuers of the six states held a drill on the upper river, the Bureau's staff reported on Tuesday."


def _mark(*texts: str) -> list[Page]:
    """The pages that texts are, marked across one another."""
    drafts = [draft(Capture.of(f"{n}.txt", text.encode())) for n, text in enumerate(texts)]
    counts = FurnitureCount()
    for one in drafts:
        counts.add(one)
    return [mark(one, counts) for one in drafts]


def _kinds(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, page.text[block.start : block.end].strip()) for block in page.blocks]


def _of(page: Page, *kinds: str) -> list[str]:
    return [text for kind, text in _kinds(page) if kind in kinds]


def _body(page: Page) -> list[str]:
    return _of(page, "paragraph", "quote")


def _other(number: int, above: Sequence[str] = (), below: Sequence[str] = ()) -> str:
    """Another page of the site, about something else, with the same furniture."""
    own = [
        f"Delegates of commission {number} end their work in the town of Hult",
        f"Commission {number} ended its work on Thursday with a vote on the budget of port {number}.",
        f"Its chair said that port {number} would be dredged in spring, when the water is high enough.",
    ]
    return "\n\n".join([*above, *own, *below])


TEASERS = f"\n{FAIR}\n\n\n{PACT_1}\n\n{PACT_2}\n\n\n{DRILL}"


def test_teasers_above_the_headline_are_one_block_each_however_many_paragraphs_they_have():
    page = _mark("\n\n".join([TEASERS, TITLE, LEAD, MORE]), *(_other(n, [TEASERS]) for n in range(3)))[0]
    assert _of(page, "teaser") == [FAIR, f"{PACT_1}\n\n{PACT_2}", DRILL]
    assert _of(page, "title") == [TITLE]
    assert _body(page) == [LEAD, MORE]
    assert "3 other pages" in page.blocks[0].reason


def test_a_page_alone_shows_its_teasers_by_its_headline_printed_twice():
    page = _mark("\n\n".join([TEASERS, TITLE, f"{TITLE} 03.05.2024", LEAD, MORE]))[0]
    assert _of(page, "teaser") == [FAIR, f"{PACT_1}\n\n{PACT_2}", DRILL]
    assert _kinds(page)[3:6] == [("title", TITLE), ("title", TITLE), ("dateline", "03.05.2024")]
    assert _body(page) == [LEAD, MORE]
    assert page.meta.title == TITLE
    assert page.meta.published == "2024-05-03"


def test_a_page_alone_shows_its_teasers_by_gaps_and_a_headline_told_again():
    page = _mark("\n\n".join([TEASERS, TITLE, LEAD, MORE]))[0]
    assert len(_of(page, "teaser")) == 3
    assert _body(page) == [LEAD, MORE]


def test_teasers_led_by_dates_begin_at_each_date():
    above = f"18.04.2024\n\n{FAIR}\n\n12.04.2024\n\n{PACT_1}\n\n{PACT_2}\n\n12.04.2024\n\n{DRILL}"
    page = _mark("\n\n".join([above, TITLE, "16.01.2024", LEAD, MORE]), *(_other(n, [above]) for n in range(3)))[0]
    assert [text.split("\n")[0] for text in _of(page, "teaser")] == ["18.04.2024", "12.04.2024", "12.04.2024"]
    assert _of(page, "dateline") == ["16.01.2024"]
    assert page.meta.published == "2024-01-16"


def test_the_article_a_teaser_advertises_keeps_its_own_first_paragraph():
    teased = "\n\n".join([TEASERS, "River fair opens in Selm with guests from four states", FAIR, MORE, LAST])
    page = _mark(teased, *(_other(n, [TEASERS]) for n in range(4)))[0]
    assert _body(page) == [FAIR, MORE, LAST]
    assert len(_of(page, "teaser")) == 3


def test_a_headline_that_other_pages_link_to_stays_the_headline():
    others = [_other(n, below=["Latest news", TITLE, "Selm gets a new bridge over the river"]) for n in range(3)]
    page, linking = _mark("\n\n".join([TITLE, LEAD, MORE, LAST]), *others)[:2]
    assert _of(page, "title") == [TITLE]
    assert _body(page) == [LEAD, MORE, LAST]
    assert TITLE in _of(linking, "teaser")


def test_tails_that_lead_away_are_navigation_and_contact_lines_contact():
    tail = [
        "The Bureau's Press Secretary Ana Torvik",
        "\u00a0 \u00a0 +32-2-000-11-22 - tel/fax",
        "Go back",
        "Back to the section",
    ]
    page = _mark("\n\n".join([TITLE, LEAD, MORE, *tail]))[0]
    assert _kinds(page)[-3:] == [
        ("signature", "The Bureau's Press Secretary Ana Torvik"),
        ("contact", "+32-2-000-11-22 - tel/fax"),
        ("navigation", "Go back\n\nBack to the section"),
    ]


def test_a_signature_recurs_and_is_a_signature_still():
    sign = "The Bureau's Press Secretary Ana Torvik"
    page = _mark("\n\n".join([TITLE, LEAD, MORE, sign]), *(_other(n, below=[sign]) for n in range(9)))[0]
    assert _of(page, "signature") == [sign]
    assert _body(page) == [LEAD, MORE]


def test_salutations_and_thanks_recur_inside_speeches_and_are_body():
    def speech(number: int) -> str:
        return "\n\n".join(
            [
                f"Speech of the chair at sitting {number} of the Assembly of the Six Rivers",
                "Dear colleagues,",
                f"We have come together for the sitting with the number {number} in the town of Hult.",
                "Dear colleagues,",
                f"The budget of year {number} must be voted on before the end of the month.",
                "Thank you for your attention.",
            ]
        )

    for page in _mark(*(speech(n) for n in range(6))):
        assert _body(page).count("Dear colleagues,") == 2
        assert _body(page)[-1] == "Thank you for your attention."


def test_a_paragraph_about_the_organisation_that_closes_every_release_is_body():
    about = "The Bureau was founded in Arlen in 1991. The Bureau includes: the Republic of Namber, Selm and Hult."
    tail = ["Bureau press secretary Ana Torvik", "Email: press@bureau.example", "Go back"]
    page = _mark("\n\n".join([TITLE, LEAD, MORE, about, *tail]), *(_other(n, below=[about, *tail]) for n in range(9)))[
        0
    ]
    assert _body(page) == [LEAD, MORE, about]
    assert "belongs to this article" in next(b.reason for b in page.blocks if page.text[b.start :].startswith(about))


def test_a_sentence_quoted_on_many_pages_is_body_on_each():
    quoted = '"No ship shall be stopped without a cause," says the first article of the pact.'
    pages = _mark("\n\n".join([TITLE, LEAD, quoted, MORE]), *(_other(n, below=[quoted, LAST]) for n in range(5)))
    assert quoted in _body(pages[0])


def test_resolutions_that_open_alike_keep_their_preambles():
    def resolution(number: int) -> str:
        return "\n\n".join(
            [
                f"Resolution {number} (2024) on the passage of ships through lock {number}",
                "The Council of the Six Rivers,",
                "Recalling the pact of Arlen and all its former resolutions,",
                "Reaffirming its will to keep the rivers open in time of peace,",
                f"1. Decides that lock {number} shall be opened to ships of all states;",
                "2. Decides to remain seized of the matter.",
            ]
        )

    for page in _mark(*(resolution(n) for n in range(5))):
        assert len(_body(page)) == 5


def test_the_same_article_captured_twice_is_no_furniture():
    text = "\n\n".join([TITLE, LEAD, MORE, LAST])
    changed = "\n\n".join([TITLE, LEAD, MORE, "The next round of talks was moved to Hult, it was said later."])
    for page in _mark(text, text, changed):
        assert len(_body(page)) == 3


def test_photo_names_in_a_paragraph_are_cut_out_and_the_rest_is_body():
    page = _mark("\n\n".join([TITLE, f"DSC_4960.JPG\u00a0{LEAD}", f"{MORE}\u00a0 IMG_77.jpg", "DSC_1.JPG", LAST]))[0]
    assert _of(page, "caption") == ["DSC_4960.JPG", "IMG_77.jpg", "DSC_1.JPG"]
    assert _body(page) == [LEAD, MORE, LAST]


def test_agency_dateline_stays_in_the_first_sentence_and_dates_the_page():
    first = "ARLEN, 3 May 2024 – Northern Wire. The Bureau is worried about ships near the mouth of the river."
    page = _mark("\n\n".join(["Northern Wire: Bureau worried about ships near the mouth of the river", first, MORE]))[0]
    assert _body(page) == [first, MORE]
    assert page.meta.published == "2024-05-03"


def test_menus_of_short_lines_above_a_page_are_navigation():
    menu = ["Home", "About the Bureau", "Member states", "Documents", "Photo gallery", "Contacts"]
    page = _mark("\n".join(menu) + f"\n\n{TITLE}\n\n14 September 201615:44\n\n{LEAD}\n\n{MORE}")[0]
    assert _of(page, "title") == [TITLE]
    assert "\n".join(_of(page, "navigation")) == "\n".join(menu)
    assert page.meta.published == "2016-09-14"


def test_breadcrumbs_language_rows_and_share_lines_are_navigation():
    text = "\n".join(
        [
            "Home > Newsroom > Visits?",
            "English  French  Russian",
            "",
            TITLE,
            "",
            "12 Feb. 2024 | Last updated: 13 Feb. 2024 18:42",
            "",
            LEAD,
            "",
            MORE,
            "",
            "Share this   Facebook  X  LinkedIn  Print",
            "Related news",
            "11 Feb. 2024  Deputy Secretary-General opens the winter school in Hult",
            "Who is who | Contact us",
        ]
    )
    page = _mark(text)[0]
    assert _body(page) == [LEAD, MORE]
    assert page.meta.title == TITLE
    assert page.meta.published == "2024-02-13"
    assert _of(page, "teaser") == ["11 Feb. 2024  Deputy Secretary-General opens the winter school in Hult"]


def test_a_letterhead_above_the_headline_is_not_the_headline():
    text = "\n".join(
        [
            "League of the Six Rivers",
            "General Secretariat - Spokesman's Office",
            "",
            TITLE,
            "",
            "Arlen, 6 May 2024",
            "",
            LEAD,
            "",
            MORE,
            "",
            "Contact: Counsellor Ana Torvik, Spokeswoman of the Secretary-General",
        ]
    )
    page = _mark(text)[0]
    assert page.meta.title == TITLE
    assert _body(page) == [LEAD, MORE]
    assert page.meta.published == "2024-05-06"


def test_a_headline_over_two_lines_is_one_title():
    text = "\n".join(
        [
            "STATEMENT BY AMBASSADOR TORVIK, ENVOY OF THE REPUBLIC OF NAMBER,",
            "AT THE 145th SITTING OF THE RIVER COUNCIL",
            "1 February 2024",
            "",
            "Madam Chairperson,",
            "",
            LEAD,
            "",
            MORE,
        ]
    )
    page = _mark(text)[0]
    assert _of(page, "title") == ["\n".join(text.split("\n")[:2])]
    assert _body(page) == ["Madam Chairperson,", LEAD, MORE]


def test_a_press_release_number_and_markers_round_the_text_are_navigation():
    text = "\n\n".join(
        [
            "PRESS RELEASE",
            "RIVER DRILL GETS UNDER WAY ON THE UPPER REACHES NEAR HULT",
            DRILL,
            MORE,
            "- Ends -",
            "#RiverDrill  @ArlenBureau",
            "Not an official record.",
        ]
    )
    page = _mark(text)[0]
    assert _body(page) == [DRILL, MORE]
    assert page.meta.title == "RIVER DRILL GETS UNDER WAY ON THE UPPER REACHES NEAR HULT"


def test_a_name_and_an_office_on_two_lines_sign_together():
    page = _mark(
        "\n\n".join([TITLE, LEAD, MORE])
        + "\n\nLt. Col. Maarten van Hult\nChief Press Officer, River Guard\npao@guard.example"
    )[0]
    assert _of(page, "signature") == ["Lt. Col. Maarten van Hult", "Chief Press Officer, River Guard"]
    assert _of(page, "contact") == ["pao@guard.example"]


def test_lines_among_contact_lines_are_contact():
    tail = "For further information please contact:\nInformation Directorate of the Bureau\nDIC@bureau.example"
    page = _mark("\n\n".join([TITLE, LEAD, MORE, tail]))[0]
    assert "\n".join(_of(page, "contact")) == tail
    assert _body(page) == [LEAD, MORE]


def test_read_also_inside_an_agency_story_does_not_end_it():
    text = "\n\n".join(
        [TITLE, LEAD, "Read also: Selm gets a new bridge", MORE, "Read also", "Hult votes on its budget", DRILL, LAST]
    )
    page = _mark(text)[0]
    assert _body(page) == [LEAD, MORE, DRILL, LAST]
    assert _of(page, "teaser") == ["Read also: Selm gets a new bridge", "Hult votes on its budget"]


def test_a_list_of_other_news_below_the_article_is_teasers():
    below = [
        "Related news",
        "Selm gets a new bridge over the river",
        FAIR,
        "Hult votes on the budget of its port",
        DRILL,
    ]
    page = _mark("\n\n".join([TITLE, LEAD, MORE, *below]))[0]
    assert _body(page) == [LEAD, MORE]
    assert _of(page, "teaser") == [f"{below[1]}\n\n{FAIR}", f"{below[3]}\n\n{DRILL}"]


def test_words_of_menus_are_headings_inside_an_article():
    page = _mark(
        "\n\n".join([TITLE, LEAD, "Events", MORE, "Documents", DRILL, "Contacts between the two capitals", LAST])
    )[0]
    assert {"Events", "Documents", "Contacts between the two capitals"} <= set(_body(page))


def test_dates_inside_a_chronicle_are_body():
    page = _mark("\n\n".join([TITLE, LEAD, "3 May 2024", MORE, "4 May 2024", DRILL, LAST]))[0]
    assert {"3 May 2024", "4 May 2024"} <= set(_body(page))


def test_decisions_listed_without_full_stops_are_body():
    listed = [
        "1. On the budget of the ports for the coming year",
        "2. On the draft pact of river rescue",
        "3. On the chair of the commission",
    ]
    page = _mark("\n\n".join([TITLE, LEAD]) + "\n\n" + "\n".join(listed))[0]
    assert _body(page) == [LEAD, *listed]


def test_a_page_of_navigation_only_is_a_page_without_body():
    page = _mark("Home\n\nNews\n\nContacts\n\nBack to top\n\n© River Bureau")[0]
    assert _body(page) == []
    assert {kind for kind, _ in _kinds(page)} <= {"navigation", "contact", "title"}


def test_a_russian_page_is_marked_by_russian_words():
    text = "\n\n".join(
        [
            "Главная / Новости",
            "Генеральный секретарь Бюро принял посла Намбера в Арлене",
            "3 мая 2024",
            "Генеральный секретарь Бюро Юхан Хульт принял в Арлене посла Намбера и обсудил с ним зимний проход судов.",
            "Стороны договорились о новой встрече.",
            "Пресс-секретарь Бюро Ольга Торвик",
            "Поделиться",
            "К списку",
        ]
    )
    page = _mark(text)[0]
    assert [kind for kind, _ in _kinds(page)] == [
        "navigation",
        "title",
        "dateline",
        "paragraph",
        "paragraph",
        "signature",
        "navigation",
        "navigation",
    ]
    assert page.meta.published == "2024-05-03"


def test_no_sentence_of_a_plain_article_is_set_aside_whatever_its_length():
    text = "\n\n".join(f"Sentence number {n} of an article that has no headline and no furniture." for n in range(40))
    assert len(_body(_mark(text)[0])) == 40


def test_a_heading_printed_twice_deep_in_a_treaty_sets_nothing_above_it_aside():
    articles = [
        f"Article {n}\n{n}. Each Party shall keep lock {n} open to the ships of all the others." for n in range(1, 9)
    ]
    form = "Certificate of a safe passage"
    text = "\n\n".join(
        ["Pact on the passage of ships", *articles, "Annex", f"{form} of ships", f"{form} of ships", LAST]
    )
    page = _mark(text)[0]
    assert _of(page, "teaser") == []
    assert sum("Each Party shall keep" in text for text in _body(page)) == 8


def test_a_late_page_with_a_teaser_nobody_else_has_still_gives_it_away():
    fresh = "The new lock at Selm was opened by the mayor this morning, hours before the ships came."
    above = f"{fresh}\n\n\n{FAIR}\n\n\n{DRILL}"
    page = _mark(
        "\n\n".join([above, TITLE, f"{TITLE} 03.05.2024", LEAD, MORE]), *(_other(n, [TEASERS]) for n in range(3))
    )[0]
    assert _of(page, "teaser") == [fresh, FAIR, DRILL]
    assert _body(page) == [LEAD, MORE]
