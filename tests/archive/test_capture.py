"""Intake: what each kind of path gives, and that nothing stops the rest."""

import io
import os
from pathlib import Path

import pytest

from muniment import archive
from muniment.archive import Capture, Intake, captures, draft, pages
from muniment.errors import CaptureError
from muniment.terms import Page, ids


def _write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _faults(found) -> dict[str, str]:
    return {Path(item.where).name: item.code for item in found if isinstance(item, CaptureError)}


def test_folders_are_walked_in_order_of_names_at_every_depth(tmp_path):
    for name in ("b.txt", "a/z.html", "a/c.HTM", "c/d/e.txt", "notes.doc", ".hidden.txt", ".git/x.txt"):
        _write(tmp_path, name, b"One short text.")
    sources = [os.path.relpath(item.source, tmp_path) for item in captures([tmp_path])]
    assert sources == ["a/c.HTM", "a/z.html", "b.txt", "c/d/e.txt"]


def test_capture_keeps_the_bytes_and_their_hash(tmp_path):
    path = _write(tmp_path, "page.txt", b"\xef\xbb\xbfCaf\xc3\xa9\r\n")
    (capture,) = captures([path])
    assert capture.content == b"\xef\xbb\xbfCaf\xc3\xa9\r\n"
    assert capture.document == ids.digest_bytes(capture.content)
    assert capture.source == str(path)


def test_html_is_told_by_name_or_by_its_first_bytes(tmp_path):
    by_name = _write(tmp_path, "a.xhtml", b"<p>No head at all</p>")
    by_bytes = _write(tmp_path, "b.txt", b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>Saved under a wrong name</p>")
    neither = _write(tmp_path, "c.txt", b"a < b and <html> spoken of later")
    assert [item.media_type for item in captures([by_name, by_bytes, neither])] == [
        "text/html",
        "text/html",
        "text/plain",
    ]


def test_a_file_given_by_name_is_taken_whatever_its_suffix(tmp_path):
    path = _write(tmp_path, "release", b"Just a text without a suffix.")
    (capture,) = captures([path])
    assert isinstance(capture, Capture)


def test_standard_input_can_be_walked_twice(tmp_path):
    intake = Intake(["-"], io.BytesIO(b"Read from a pipe, only once."))
    assert [item.source for item in intake()] == ["-"]
    assert [item.content for item in intake()] == [b"Read from a pipe, only once."]


def test_standard_input_that_is_not_there_is_one_clear_error():
    (error,) = captures(["-"])
    assert error.code == "no-input"


def test_the_same_path_given_twice_is_taken_once(tmp_path):
    path = _write(tmp_path, "a.txt", b"Once is enough.")
    assert len(list(captures([path, str(path)]))) == 1


def test_each_fault_is_one_error_and_the_rest_goes_on(tmp_path):
    _write(tmp_path, "1-empty.txt", b"")
    _write(tmp_path, "2-blank.txt", b" \r\n\t\n")
    _write(tmp_path, "3-picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    _write(tmp_path, "4-noise.txt", bytes(range(256)) * 40)
    _write(tmp_path, "5-dashes.txt", b"--- *** ---")
    _write(tmp_path, "6-script.html", b"<html><script>var words = 1;</script></html>")
    _write(tmp_path, "7-good.txt", b"The Council met in Arlen.")
    found = list(pages(Intake([tmp_path, tmp_path / "absent.txt"])))
    assert _faults(found) == {
        "1-empty.txt": "empty",
        "2-blank.txt": "empty",
        "3-picture.txt": "not-text",
        "4-noise.txt": "not-text",
        "5-dashes.txt": "no-text",
        "6-script.html": "no-text",
        "absent.txt": "unreadable",
    }
    assert [page.text for page in found if isinstance(page, Page)] == ["The Council met in Arlen."]
    assert all("\n" not in str(item) and item.where in str(item) for item in found if isinstance(item, CaptureError))


def test_a_folder_without_pages_says_so(tmp_path):
    _write(tmp_path, "data.csv", b"1,2")
    (error,) = captures([tmp_path])
    assert error.code == "no-pages"
    assert ".txt" in error.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_one_error(tmp_path):
    _write(tmp_path, "open.txt", b"A page that may be read.")
    locked = _write(tmp_path, "locked/page.txt", b"Not for us.").parent
    secret = _write(tmp_path, "secret.txt", b"Not for us either.")
    locked.chmod(0)
    secret.chmod(0)
    try:
        found = list(captures([tmp_path]))
    finally:
        locked.chmod(0o700)
        secret.chmod(0o600)
    assert _faults(found) == {"locked": "unreadable", "secret.txt": "unreadable"}
    assert "permission" in str(found[0])


def test_an_unreadable_folder_is_one_error_for_root_too(tmp_path, monkeypatch):
    _write(tmp_path, "a.txt", b"Readable page.")
    _write(tmp_path, "locked/b.txt", b"Unreachable page.")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(captures([tmp_path]))
    assert [type(item).__name__ for item in found] == ["Capture", "CaptureError"]
    assert str(found[1]).endswith("permission denied. Check the permissions.")


def test_a_page_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)  # a 200 MB line, sparse on disk
    (error,) = captures([path])
    assert error.code == "too-large"
    assert "200 MiB" in error.what
    (piped,) = captures(["-"], io.BytesIO(b"x" * (archive.MAX_BYTES + 1)))
    assert piped.code == "too-large"


def test_one_very_long_line_is_a_page_of_one_paragraph():
    line = b"word and word, " * (1 << 18)  # 3.9 MB
    page = draft(Capture.of("long.txt", line))
    assert len(page.parts) == 1


def test_a_device_is_not_a_file():
    (error,) = captures(["/dev/null"])
    assert error.code == "not-a-file"


def test_a_path_that_no_system_has_is_an_error():
    (error,) = captures(["no\x00such.txt"])
    assert error.code == "unreadable"


def test_linked_folders_are_not_walked_in_circles(tmp_path):
    _write(tmp_path, "sub/a.txt", b"A page below.")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(captures([tmp_path]))) == 1


def test_a_file_name_that_is_not_utf_8_gives_a_source_that_can_be_written_down(tmp_path):
    good, empty = (os.path.join(os.fsencode(tmp_path), name) for name in (b"100%-bad\xffname.txt", b"empty\xfe.txt"))
    try:
        for path, content in ((good, b"The Council met."), (empty, b"")):
            with open(path, "wb") as file:
                file.write(content)
    except OSError:
        pytest.skip("this file system keeps names in UTF-8 only")
    page, error = captures([tmp_path])
    assert page.source == f"{tmp_path}/100%25-bad%FFname.txt"
    assert page.content == b"The Council met."
    assert error.where == f"{tmp_path}/empty%FE.txt"
