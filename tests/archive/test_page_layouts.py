"""Layouts of whole pages: mastheads with mottos, symbols, rubrics under the headline, links under the text."""

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.terms import Page

TITLE = "River Bureau and Interior Ministry sign memorandum on boats; 48 pilots complete their course"
BODY = (
    "A memorandum on the training of pilots was signed today by the head of the River Bureau and the minister.\n\n"
    "Under the memorandum the ministry will pay for the boats, and the Bureau is to provide the trainers."
)


def _mark(text: str) -> Page:
    drafted = draft(Capture.of("page.txt", text.encode()))
    counts = FurnitureCount()
    counts.add(drafted)
    return mark(drafted, counts)


def _of(page: Page, *kinds: str) -> list[str]:
    return [page.text[b.start : b.end].strip() for b in page.blocks if b.kind in kinds]


def test_rubrics_between_headline_and_text_do_not_hide_the_headline():
    rubrics = "Publishing date: 6 October 2022\nContent type: Press release\nWhere we are: Arlen\nWhat we do: Boats"
    page = _mark(f"Home > News\n\n{TITLE}\n\n{rubrics}\n\n{BODY}\n")
    assert _of(page, "title") == [TITLE]
    assert page.meta.published == "2022-10-06"


def test_a_motto_under_the_publisher_is_no_article():
    page = _mark(f"River Union\nA Calm and Open River.\n\n{TITLE}\n\nOctober 06, 2022\n\n{BODY}\n")
    assert _of(page, "title") == [TITLE]
    assert _of(page, "teaser") == []


def test_a_date_between_two_printings_tells_the_headline_from_what_stands_above():
    above = "Members of the Bureau\n\nThe Bureau consists of 12 pilots and four clerks.\n\n\n"
    page = _mark(f"{above}{TITLE}\n\n15 December 2021\n\n{TITLE}\n\n{BODY}\n")
    assert _of(page, "title") == [TITLE, TITLE]
    assert page.meta.published == "2021-12-15"


def test_symbols_are_furniture():
    page = _mark(f"RB/A/2297\nBIO/5703\n\n{TITLE}\n\nRef. DC 131 (2025)\n\n{BODY}\n")
    assert "RB/A/2297" in "\n".join(_of(page, "navigation"))
    assert "Ref. DC 131 (2025)" in "\n".join(_of(page, "navigation"))


def test_who_speaks_stands_in_the_body():
    speech = "River Chief Ana Dol\n\nMadam Minister, dear friends,\nThank you for the boats and the warm welcome."
    page = _mark(f"Joint press statements\n\nby River Chief Ana Dol and Minister Ida Moe\n\n14 Nov. 2024\n\n{speech}\n")
    assert _of(page, "title")[0] == "Joint press statements"
    assert "River Chief Ana Dol" in _of(page, "paragraph")


def test_links_between_text_and_contacts_are_furniture():
    links = "Voting results\nList and papers of the candidates\nHow are pilots elected?"
    page = _mark(f"{TITLE}\n\n{BODY}\n\n{links}\nContact: River Bureau - Tel. +33 3 00 00 00 00\n")
    assert _of(page, "paragraph") == BODY.split("\n\n")


def test_whoever_is_to_be_asked_is_a_contact_and_no_signature():
    visit = "For more papers, please visit: https://river.example/papers"
    foot = f"{visit}\nContacts\nIda Moe, Press Officer, Tel: +389 2 000 0000"
    page = _mark(f"{TITLE}\n\n{BODY}\n\n{foot}\n")
    assert _of(page, "signature") == []
    assert "Ida Moe" in "\n".join(_of(page, "contact"))


def test_a_sentence_broken_over_a_few_short_lines_is_one_paragraph():
    page = _mark("The Secretary General of the Bureau\nAna Dol noted that the plan\nis ready.\n")
    assert _of(page, "paragraph") == ["The Secretary General of the Bureau\nAna Dol noted that the plan\nis ready."]


def test_a_page_keeps_its_only_sentence():
    page = _mark("Ana Dol noted that the plan of the River Bureau is ready.\n")
    assert _of(page, "paragraph") == ["Ana Dol noted that the plan of the River Bureau is ready."]
