"""Explaining pages of a record: with what their reading was made with, and told where that is not so any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment import samples
from muniment.clerk import explain as clerk_explain
from muniment.errors import Unknown, UsageError
from muniment.facade import Record, explain, read


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("explained")
    with Record.create(folder / "record.db") as made:
        made.build([samples.pages_folder()], [str(samples.profile_path())])
        yield made


def documents(record: Record) -> list[str]:
    return [row.sources[0] for row in record.all_rows("documents") if not row.slots.get("stub")]


def test_explaining_gives_the_readings_that_reading_gives() -> None:
    paths, profiles = [samples.pages_folder()], [str(samples.profile_path())]
    assert [one.reading for one in explain(paths, profiles)] == list(read(paths, profiles))  # type: ignore[union-attr]


def test_a_page_of_the_record_is_explained_as_the_record_has_it(record: Record) -> None:
    names = documents(record)
    assert len(names) == 24
    for name in names:
        view, found = record.document(name), record.explain(name)
        assert (found.changed, found.otherwise) == ((), ())
        assert found.reader == view.reader
        assert found.explanation.reading.sentences == view.sentences
        own = {claim["id"] for claim in view.claims if claim["register"] != "documents"}
        assert own == {claim.id for claim in found.explanation.reading.claims if claim.register != "documents"}
        assert record.explain(view.document) == found


def test_a_document_that_is_not_there_is_not_explained(record: Record) -> None:
    with pytest.raises(Unknown):
        record.explain("0" * 64)


def small(folder: Path, profile: str) -> Record:
    (folder / "page.txt").write_text("The Council met\n\n5 May 2024\n\nThe LSCO Permanent Council met in Tolverik.\n")
    made = Record.create(folder / "record.db")
    made.build([folder / "page.txt"], [profile])
    return made


def test_another_grammar_is_told_and_sentences_read_otherwise_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small(tmp_path, "none") as made:
        (name,) = documents(made)
        monkeypatch.setattr(clerk_explain, "grammar_hash", lambda: "another")
        assert made.explain(name).changed == ("the grammar is another now",)
        assert made.explain(name).otherwise == ()
        original = clerk_explain.Reader.explain

        def fewer(reader: object, page: object) -> object:
            found = original(reader, page)  # type: ignore[arg-type]
            unread = [type(s)(s.start, s.end, "unread") for s in found.reading.sentences]
            return type(found)(
                type(found.reading)(**{**{f: getattr(found.reading, f) for f in found.reading.__struct_fields__},
                                       "sentences": tuple(unread)}),
                found.date, found.home, found.steps,
            )  # fmt: skip

        monkeypatch.setattr(clerk_explain.Reader, "explain", fewer)
        assert made.explain(name).otherwise == (1, 2, 3)


def test_a_profile_that_was_changed_or_is_gone_is_told(tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_bytes(samples.profile_path().read_bytes())
    with small(tmp_path, str(profile)) as made:
        (name,) = documents(made)
        assert made.explain(name).changed == ()
        profile.write_bytes(samples.profile_path().read_bytes() + b"\n# looked through\n")
        clerk_explain._reader.cache_clear()
        assert made.explain(name).changed == ()  # the shipped one is still the one that was read with
        original = samples.profile_path().read_text("utf-8")
        profile.write_text(original.replace('slug = "samples"', 'slug = "ours"'))
        made.build([tmp_path / "page.txt"], [str(profile)])
        clerk_explain._reader.cache_clear()
        assert made.explain(name).changed == ()
        profile.write_text(profile.read_text("utf-8") + "\n# looked through\n")
        clerk_explain._reader.cache_clear()
        assert made.explain(name).changed == ("the profile ours is another now",)
        profile.unlink()
        clerk_explain._reader.cache_clear()
        assert made.explain(name).changed == ("the profile ours is not found any more",)
    clerk_explain._reader.cache_clear()


def test_an_older_version_of_a_page_is_explained_too(tmp_path: Path) -> None:
    with small(tmp_path, "none") as made:
        (name,) = documents(made)
        first = made.document(name).document
        (tmp_path / "page.txt").write_text("The Council met\n\n6 May 2024\n\nThe Harbour Council met in Vienna.\n")
        made.build([tmp_path / "page.txt"], ["none"])
        assert made.document(name).document != first
        assert "Permanent Council" in made.explain(first).explanation.steps[-1].text
        assert made.explain(first).otherwise == ()


def test_a_sample_is_drawn_from_all_set_aside_sentences_alike(record: Record) -> None:
    aside = sum(record.status().set_aside.values())
    assert len(record.set_aside(limit=10_000)) == aside
    assert record.sample("set_aside", 10_000) == sorted(
        record.set_aside(limit=10_000), key=lambda one: (one.source, one.document, one.start)
    )
    drawn: Counter[tuple[str, int]] = Counter()
    rounds, size = 200, 50
    for seed in range(rounds):
        drawn.update((one.document, one.start) for one in record.sample("set_aside", size, seed))
    expected = rounds * size / aside
    assert len(drawn) == aside
    assert max(drawn.values()) < 2 * expected
    for one in record.sample("set_aside", 20, 1):
        view = record.document(one.document)
        assert view.text[one.start : one.end] == one.text


def test_a_reason_that_is_none_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="There are: furniture"):
        record.set_aside("boredom")
