"""Which pages have one text, and which are one page in several languages."""

from __future__ import annotations

import pytest

from muniment.clerk.copies import clusters, copies_of, other_languages
from muniment.errors import Unknown

STORY = [
    "The Council of the League of Vessia met in Portmark under the chairmanship of its eldest and heard a report.",
    "After the debate the ministers agreed to lengthen the mission on the northern border by another year as it is.",
    "The Secretary General thanked the delegations for the patience with which they had waited for the text.",
]
REPORT = [
    "An exercise of rescue teams began at the Ordal range with four hundred people and two aircraft taking part in it.",
    "Its aim is to try the new rules on how help is asked for and sent between neighbours when a river leaves its bed.",
]


def page(title, paragraphs, head=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    top = f"<html lang='en'><head><title>{title}</title>{head}</head>"
    return f"{top}<body><main><h1>{title}</h1>{body}</main></body></html>"


@pytest.fixture
def filed(room):
    """Return the room after a build of pages by name, and the document each name stands for."""

    def file(**written):
        paths = {name: str(room.write(f"{name}.html", text)) for name, text in written.items()}
        room.build()
        return {name: room.stores.archive.current(path).document for name, path in paths.items()}

    return file


def test_a_copy_with_another_headline_and_dateline_is_found_both_ways(room, filed):
    got = filed(a=page("Council meets", STORY), b=page("Vessia: ministers agree", ["Portmark, 5 May.", *STORY]))
    for one, other in (("a", "b"), ("b", "a")):
        (copy,) = copies_of(room.stores, got[one])
        assert (copy.document, copy.kind) == (got[other], "copy")
        assert copy.share > 0.9


def test_a_part_is_an_excerpt_of_the_whole(room, filed):
    got = filed(whole=page("Council meets", STORY + REPORT), part=page("In brief", STORY[:2]))
    (short,) = copies_of(room.stores, got["whole"])
    (long,) = copies_of(room.stores, got["part"])
    assert (short.kind, long.kind) == ("excerpt", "extended")


def test_pages_that_share_one_paragraph_of_several_are_no_copies(room, filed):
    got = filed(a=page("Council meets", [STORY[0], *REPORT]), b=page("Mission goes on", [STORY[0], STORY[1], STORY[2]]))
    assert copies_of(room.stores, got["a"]) == []


def test_the_page_with_the_earlier_date_of_its_own_comes_first(room, filed):
    dated = '<meta property="article:published_time" content="{}">'
    got = filed(
        a=page("Council meets", STORY, dated.format("2024-05-07")),
        b=page("Ministers agree", STORY, dated.format("2024-05-06")),
        c=page("Mission goes on", STORY, dated.format("2024-05-08")), d=page("Rescue teams", REPORT),
    )  # fmt: skip
    (cluster,) = clusters(room.stores)
    assert [cluster.first.document, *(one.document for one in cluster.others)] == [got["b"], got["a"], got["c"]]
    assert (cluster.first.published, cluster.first.kind) == ("2024-05-06", "copy")


def test_an_older_version_has_no_copies(room, filed):
    got = filed(a=page("Council meets", STORY), b=page("Ministers agree", STORY))
    room.write("a.html", page("Rescue teams", REPORT))
    room.build()
    assert copies_of(room.stores, got["a"]) == []
    assert copies_of(room.stores, got["b"]) == []


def test_a_document_that_is_not_there_is_told(room):
    with pytest.raises(Unknown, match="no such document"):
        copies_of(room.stores, "0" * 64)


def test_versions_in_other_languages_are_told_whether_captured_or_not(room, filed):
    links = '<link rel="alternate" hreflang="{}" href="{}">'
    russian = str(room.write("ru.html", ""))
    english = str(room.write("en.html", ""))
    named = (("ru-RU", russian), ("fr", "/fr/1"), ("en", english))
    got = filed(
        en=page("Council meets", STORY, "".join(links.format(*one) for one in named)),
        ru=page("Rescue teams", REPORT, links.format("en", english)),
    )  # fmt: skip
    french, other = other_languages(room.stores, got["en"])
    assert (french.language, french.address, french.document, french.mutual) == ("fr", "/fr/1", "", False)
    assert (other.language, other.document, other.mutual) == ("ru", got["ru"], True)
