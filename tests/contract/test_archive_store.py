"""What every archive store promises."""

from __future__ import annotations

import pytest

from muniment.errors import Unknown
from muniment.ledger.ports import Failure, KeptPage, ReadState, Version
from muniment.terms import Block, Page, PageMeta, Sentence

DAY = "2026-03-04T05:06:07Z"


def page(document: str, text: str, language: str = "en", reader: str = "en/1", published: str = "") -> KeptPage:
    half = len(text) // 2
    sentences = (
        Sentence(0, half, "read", ("rule",)),
        Sentence(half, len(text), "unread"),
        Sentence(0, 1, "set_aside", ("greeting",), "courtesy"),
    )
    blocks = (Block("title", 0, half, tag="h1"), Block("paragraph", half, len(text), "because"))
    meta = PageMeta(title="Título", published=published, origin={"title": "html:title"})
    return KeptPage(Page(f"{document}.txt", document, text, blocks, meta), sentences, language, reader)


def standing(stack, kept: KeptPage, number: int = 1, claims: tuple[str, ...] = ()) -> None:
    source = kept.page.source
    stack.archive.put_page(kept)
    stack.archive.put_state(ReadState(kept.page.document, "key", "blocks", claims))
    stack.archive.put_version(source, kept.page.document, DAY, number)


def test_bytes_come_back_exactly_and_are_kept_once(stack):
    content = bytes(range(256)) * 40
    assert stack.archive.put("d1", content, "text/html") is True
    assert stack.archive.put("d1", b"other", "text/plain") is False
    assert stack.archive.get("d1") == content
    kept = stack.archive.kept_as("d1")
    assert (kept.document, kept.media_type, kept.size) == ("d1", "text/html", 10240)
    assert stack.archive.kept_as("d2") is None
    with pytest.raises(Unknown):
        stack.archive.get("d2")


def test_kept_bytes_are_listed_in_order_of_arrival(stack):
    for name in ("zz", "aa", "mm"):
        stack.archive.put(name, name.encode(), "text/plain")
    kept = list(stack.archive.kept())
    assert [one.document for one in kept] == ["zz", "aa", "mm"]
    assert [one.document for one in stack.archive.kept(kept[0].number)] == ["aa", "mm"]


def test_documents_are_found_by_their_paragraphs(stack):
    for name in ("zz", "aa", "mm"):
        stack.archive.put(name, name.encode(), "text/plain")
    stack.archive.put_paragraphs("zz", [b"\xff" * 8, b"\x00" * 8, b"\xff" * 8])
    stack.archive.put_paragraphs("aa", [b"\xff" * 8])
    stack.archive.put_paragraphs("mm", [])
    stack.archive.put_paragraphs("nobody", [b"\xff" * 8])
    last = stack.archive.kept_as("mm").number
    assert stack.archive.with_paragraph(b"\xff" * 8, last) == ["zz", "aa"]
    assert stack.archive.with_paragraph(b"\xff" * 8, stack.archive.kept_as("zz").number) == ["zz"]
    assert stack.archive.with_paragraph(b"\x00" * 8, last) == ["zz"]
    assert stack.archive.with_paragraph(b"\x01" * 8, last) == []
    stack.archive.drop_paragraphs()
    assert stack.archive.with_paragraph(b"\xff" * 8, last) == []
    stack.archive.put_paragraphs("zz", [b"\xff" * 8])
    assert stack.archive.with_paragraph(b"\xff" * 8, last) == ["zz"]


def test_pages_to_be_filed_wait_in_order_and_a_later_one_replaces_an_earlier(stack):
    stack.archive.put_seen("a.txt", "d1", "text/plain", DAY)
    stack.archive.put_seen("b.txt", "d2", "text/plain", DAY)
    stack.archive.put_seen("a.txt", "d3", "text/plain", DAY)
    assert [(one.source, one.document) for one in stack.archive.seen()] == [("b.txt", "d2"), ("a.txt", "d3")]
    stack.archive.take_seen("b.txt")
    assert [one.source for one in stack.archive.seen()] == ["a.txt"]
    assert stack.archive.tally().waiting == 1


def test_versions_of_a_source_follow_each_other(stack):
    assert stack.archive.current("a.txt") is None
    stack.archive.put_version("a.txt", "d1", DAY, 1)
    stack.archive.put_version("b.txt", "d1", DAY, 2)
    stack.archive.put_version("a.txt", "d2", DAY, 3)
    assert stack.archive.current("a.txt") == Version("a.txt", 2, "d2", DAY, 3)
    assert [one.document for one in stack.archive.versions("a.txt")] == ["d1", "d2"]
    assert stack.archive.sources_of("d1") == ["b.txt"]
    assert stack.archive.ever_at("d1") == ["a.txt", "b.txt"]
    stack.archive.put_version("a.txt", "d1", DAY, 4)
    assert stack.archive.sources_of("d1") == ["a.txt", "b.txt"]
    assert stack.archive.sources_of("d2") == []


def test_a_page_comes_back_with_blocks_meta_and_sentences(stack):
    kept = page("d1", "Ünïcode text \U0001f600 of a page. And more.")
    stack.archive.put_page(kept)
    assert stack.archive.page("d1") == kept
    again = page("d1", "Another text of it, read again later.", published="2026-01-02")
    stack.archive.put_page(again)
    assert stack.archive.page("d1") == again
    with pytest.raises(Unknown):
        stack.archive.page("d2")


def test_how_a_document_stands_is_replaced_and_dropped(stack):
    stack.archive.put_state(ReadState("d2", "key", "blocks", ("c1", "c2")))
    stack.archive.put_state(ReadState("d1", "key", "blocks", ()))
    stack.archive.put_state(ReadState("d2", "other", "blocks", ("c2",)))
    assert stack.archive.state("d2") == ReadState("d2", "other", "blocks", ("c2",))
    assert [one.document for one in stack.archive.states()] == ["d1", "d2"]
    assert [one.document for one in stack.archive.states("d1")] == ["d2"]
    stack.archive.drop_state("d2")
    assert stack.archive.state("d2") is None


def test_unread_sentences_are_those_of_standing_documents(stack):
    standing(stack, page("d1", "one two"))
    standing(stack, page("d2", "três! \U0001f600 cinco"))
    assert [(one.document, one.text) for one in stack.archive.unread(10, 0)] == [
        ("d1", " two"),
        ("d2", "\U0001f600 cinco"),
    ]
    assert [one.document for one in stack.archive.unread(1, 1)] == ["d2"]
    stack.archive.drop_state("d1")
    assert [one.document for one in stack.archive.unread(10, 0)] == ["d2"]


def test_the_tally_counts_what_stands(stack):
    standing(stack, page("d1", "one two", published="2025-02"))
    standing(stack, page("d2", "uno dos", language="es", reader="", published="2026-01-05"))
    standing(stack, page("d3", "three four"))
    stack.archive.put_page(page("d4", "of an older version", published="1999"))
    tally = stack.archive.tally()
    assert (tally.sources, tally.pages, tally.first, tally.last, tally.undated) == (3, 3, "2025-02", "2026-01-05", 1)
    assert tally.languages == {"en": 2, "es": 1}
    assert tally.not_read == {"es": 1}
    assert (tally.read, tally.unread, tally.set_aside) == (3, 3, {"courtesy": 3})
    stack.archive.put_page(page("d1", "read again", published="2025-02"))
    assert stack.archive.tally() == tally


def test_an_empty_archive_has_an_empty_tally(stack):
    tally = stack.archive.tally()
    assert (tally.sources, tally.pages, tally.first, tally.last, tally.read) == (0, 0, "", "", 0)


def test_failures_are_kept_once_for_each_source_until_it_gives_a_page(stack):
    stack.archive.put_failure(Failure("b.txt", DAY, {"error": "empty", "what": "x"}))
    stack.archive.put_failure(Failure("a.txt", DAY, {"error": "empty"}))
    stack.archive.put_failure(Failure("b.txt", DAY, {"error": "binary"}))
    assert [(one.source, one.error["error"]) for one in stack.archive.failures()] == [
        ("a.txt", "empty"),
        ("b.txt", "binary"),
    ]
    stack.archive.drop_failure("a.txt")
    assert [one.source for one in stack.archive.failures()] == ["b.txt"]
    assert stack.archive.failure("b.txt") == Failure("b.txt", DAY, {"error": "binary"})
    assert stack.archive.failure("a.txt") is None


def test_notes_are_replaced(stack):
    assert stack.archive.note("counts") == b""
    stack.archive.put_note("counts", b"\x00one")
    stack.archive.put_note("counts", b"two")
    assert stack.archive.note("counts") == b"two"


def test_page_texts_are_searched_by_words_and_beginnings(stack):
    standing(stack, page("d1", "The council met in Chișinău to adopt the plan."))
    standing(stack, page("d2", "The assembly met elsewhere."))
    assert [hit.id for hit in stack.rows.search_pages("chisin", 5)] == ["d1"]
    assert {hit.id for hit in stack.rows.search_pages("met the", 5)} == {"d1", "d2"}
    assert stack.rows.search_pages("council elsewhere", 5) == []
    assert stack.rows.search_pages('"; DROP', 5) == []
    assert stack.rows.search_pages("", 5) == []
    stack.archive.put_page(page("d1", "The council rose."))
    assert stack.rows.search_pages("chisinau", 5) == []
    assert [hit.id for hit in stack.rows.search_pages("rose", 5)] == ["d1"]
