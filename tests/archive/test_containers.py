"""Pages inside ZIP archives and web archives: read one by one, with their source; what is wrong is told in place."""

import io
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from muniment.archive import MAX_BYTES, Capture, captures
from muniment.errors import CaptureError

pytestmark = [
    pytest.mark.filterwarnings(
        "ignore:Unclosed file:ResourceWarning"
    ),  # warcio leaves its spooled files to the collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

PAGE = b"<!doctype html><html><body><p>The Council met in Vienna on 5 May 2024.</p></body></html>"


def zipped(path, members, **more):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return str(path)


def warc(path, *answers, gzip=True):
    """Write answers `(address, status, headers, body)` as another tool does; return the path."""
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for address, status, headers, body in answers:
            told = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=io.BytesIO(body), http_headers=told,
                    warc_headers_dict={"WARC-Date": "2024-05-06T07:08:09Z"},
                )
            )  # fmt: skip
    return str(path)


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_the_pages_of_a_zip_archive_are_found_by_name_with_their_source(tmp_path):
    path = zipped(tmp_path / "pages.zip", {"b/two.txt": "Two.", "a.html": PAGE, "photo.jpg": b"x", ".hidden.txt": "x"})
    found = list(captures([path]))
    assert [(one.source, one.media_type) for one in found] == [
        (f"{path}!/a.html", "text/html"),
        (f"{path}!/b/two.txt", "text/plain"),
    ]
    assert found[0].content == PAGE


def test_a_folder_gives_the_pages_of_the_archives_in_it(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    zipped(tmp_path / "b.zip", {"two.txt": "Two."})
    assert [one.content for one in captures([tmp_path])] == [b"One.", b"Two."]


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_a_web_archive_gives_answers_that_are_pages_with_their_address_and_time(tmp_path, name):
    path = warc(
        tmp_path / name,
        ("https://council.example/one", "200 OK", HTML, PAGE),
        ("https://council.example/gone", "404 Not Found", HTML, PAGE),
        ("https://council.example/logo.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG"),
        ("https://council.example/plain", "200 OK", {"Content-Type": "text/plain"}, b"The Council met."),
        gzip=name.endswith("gz"),
    )
    found = list(captures([path]))
    assert [(one.source, one.media_type, one.seen_at) for one in found] == [
        ("https://council.example/one", "text/html", "2024-05-06T07:08:09Z"),
        ("https://council.example/plain", "text/plain", "2024-05-06T07:08:09Z"),
    ]
    assert found[0].content == PAGE


def test_an_archive_as_common_crawl_writes_it_is_read(tmp_path):
    crawled = {**HTML, "X-Crawl-Content-Encoding": "gzip", "X-Crawl-Transfer-Encoding": "chunked",
               "X-Crawl-Content-Length": "57", "Content-Length": str(len(PAGE))}  # fmt: skip
    path = tmp_path / "CC-MAIN-20240506.warc.gz"
    warc(path, ("https://union.example/1", "200 OK", crawled, PAGE))
    with open(path, "ab") as file:
        writer = WARCWriter(file, gzip=True)
        request = StatusAndHeaders("GET /1 HTTP/1.1", [("Host", "union.example")], is_http_request=True)
        writer.write_record(
            writer.create_warc_record("https://union.example/1", "request", payload=io.BytesIO(), http_headers=request)
        )
        writer.write_record(
            writer.create_warc_record(
                "https://union.example/1", "metadata", payload=io.BytesIO(b"languages-cld2: {}"),
                warc_content_type="application/warc-fields",
            )
        )  # fmt: skip
    assert [(one.source, one.content, one.media_type) for one in captures([str(path)])] == [
        ("https://union.example/1", PAGE, "text/html")
    ]


def _texts(path, *texts):
    with open(path, "ab") as file:
        writer = WARCWriter(file, gzip=True)
        for address, text in texts:
            writer.write_record(
                writer.create_warc_record(
                    address, "conversion", payload=io.BytesIO(text.encode()), warc_content_type="text/plain"
                )
            )
    return str(path)


def test_an_archive_of_texts_alone_gives_them_and_one_with_pages_gives_the_pages(tmp_path):
    text = "The Council met in Vienna on 5 May 2024."
    only_texts = _texts(tmp_path / "CC-MAIN-20240506.warc.wet.gz", ("https://union.example/1", text))
    (found,) = captures([only_texts])
    assert (found.source, found.content, found.media_type) == ("https://union.example/1", text.encode(), "text/plain")
    both = tmp_path / "both.warc.gz"
    warc(both, ("https://union.example/1", "200 OK", HTML, PAGE))
    assert [one.content for one in captures([_texts(both, ("https://union.example/1", text))])] == [PAGE]
    (tmp_path / "folder").mkdir()
    _texts(tmp_path / "folder" / "a.warc.wet.gz", ("https://union.example/2", text))
    assert [one.source for one in captures([str(tmp_path / "folder")])] == ["https://union.example/2"]


def test_an_answer_sent_compressed_is_unpacked(tmp_path):
    import gzip

    packed = {**HTML, "Content-Encoding": "gzip"}
    path = warc(tmp_path / "a.warc.gz", ("https://council.example/one", "200 OK", packed, gzip.compress(PAGE)))
    assert next(iter(captures([path]))).content == PAGE


def test_a_collection_in_wacz_gives_the_pages_of_the_web_archive_in_it(tmp_path):
    inner = warc(tmp_path / "data.warc.gz", ("https://council.example/one", "200 OK", HTML, PAGE))
    with open(inner, "rb") as file:
        path = zipped(tmp_path / "site.wacz", {"archive/data.warc.gz": file.read(), "datapackage.json": "{}"})
    (found,) = captures([path])
    assert (found.source, found.content) == ("https://council.example/one", PAGE)


def only_error(path):
    (found,) = captures([path])
    assert isinstance(found, CaptureError)
    return found


def test_a_member_that_unpacks_to_far_more_than_it_takes_is_refused_and_the_rest_goes_on(tmp_path):
    path = zipped(tmp_path / "bomb.zip", {"a.txt": b"\0" * (MAX_BYTES * 2), "b.txt": "Two."})
    first, second = captures([path])
    assert (first.code, second.content) == ("bomb", b"Two.")
    assert first.where.endswith("bomb.zip!/a.txt")


def test_a_file_that_is_no_archive_an_empty_one_and_a_cut_one_are_each_told(tmp_path):
    (tmp_path / "no.zip").write_bytes(b"not a zip")
    assert only_error(tmp_path / "no.zip").code == "damaged"
    assert only_error(zipped(tmp_path / "empty.zip", {"photo.jpg": b"x"})).code == "no-pages"
    assert only_error(warc(tmp_path / "none.warc")).code == "no-pages"
    assert only_error(tmp_path / "absent.warc").code == "unreadable"


def test_a_web_archive_that_is_cut_gives_what_came_before_the_cut(tmp_path):
    whole = warc(tmp_path / "a.warc.gz", *[(f"https://council.example/{n}", "200 OK", HTML, PAGE) for n in range(3)])
    with open(whole, "rb") as file:
        content = file.read()
    (tmp_path / "cut.warc.gz").write_bytes(content[:-40])
    found = list(captures([tmp_path / "cut.warc.gz"]))
    assert [type(one) for one in found[:2]] == [Capture, Capture]


def test_a_record_keeps_the_time_that_a_web_archive_tells(tmp_path):
    from muniment.facade import Record

    path = warc(tmp_path / "a.warc.gz", ("https://council.example/one", "200 OK", HTML, PAGE))
    with Record.create(tmp_path / "record.db") as record:
        report = record.build([path], profiles=["none"])
        (entry,) = [one for one in record.entries() if one.kind.startswith("page.filed")]
    assert (report.new, entry.body["seen_at"], entry.body["source"]) == (
        1,
        "2024-05-06T07:08:09Z",
        "https://council.example/one",
    )


def test_a_document_in_a_web_archive_keeps_its_type(tmp_path):
    path = warc(
        tmp_path / "a.warc.gz", ("https://vessia.test/a", "200 OK", {"Content-Type": "application/pdf"}, b"%PDF-1.4 x")
    )
    assert [(one.source, one.media_type) for one in captures([path])] == [("https://vessia.test/a", "application/pdf")]
