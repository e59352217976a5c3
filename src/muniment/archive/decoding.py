"""Bytes to text, with the way back from every code point to its bytes.

The archived text changes as little as it can: a byte order mark is dropped and CRLF or CR becomes LF. No other code
point is touched (no Unicode normalisation, no-break spaces stay), so the map back to the bytes is a list of dropped
carriage returns and one re-encoding, worked out only when somebody asks.

The order of trust: byte order mark, valid UTF-8, the charset the page declares, UTF-16 told by its NULs, UTF-8 with a
few broken bytes, `charset-normalizer`, Windows-1252. Valid UTF-8 goes before the declaration because a text of another
charset is almost never valid UTF-8 by accident (RFC 3629, section 1), while wrong declarations are common.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from functools import cached_property

from muniment.archive.page_bytes import charset_in
from muniment.errors import CaptureError

__all__ = ["Decoded", "binary_kind", "decode"]

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
"""First bytes of files often met under a wrong name (each format's own specification)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks (Unicode Standard, section 23.8), the longer before the shorter that it starts with."""

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
"""Bytes searched for a declared charset; HTML asks for it in the first 1,024, real pages run over."""

_LABELS = {
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252",
    "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "windows-1254", "tis-620": "cp874",
}  # fmt: skip
"""Labels that mean a wider charset than they name (WHATWG Encoding Standard, table of labels)."""

_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_SAMPLE = 1 << 16
"""Bytes looked at when judging what a content is."""

_MAX_BROKEN_SHARE = 0.02
"""Share of non-ASCII bytes that may be broken for a text still to be taken as UTF-8 (judgement: transfer damage)."""

_SURROGATES = re.compile("[\udc80-\udcff]")


class Decoded:
    """A text decoded from bytes, with the way back.

    Attributes:
        text: the archived text; newlines are LF and there is no byte order mark.
        encoding: Python name of the charset it was decoded with.
        note: what was uncertain, in words; empty where the charset is certain.
    """

    __slots__ = ("__dict__", "_content", "_raw", "_skip", "encoding", "note", "text")

    def __init__(self, content: bytes, raw: str, encoding: str, skip: int = 0, note: str = "") -> None:
        """Keep a content and what it decodes to after its first `skip` bytes."""
        self._content = content
        self._raw = raw
        self._skip = skip
        self.encoding = encoding
        self.note = note
        text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
        self.text = text if text.isascii() or not note else _SURROGATES.sub("\ufffd", text)

    @cached_property
    def _dropped(self) -> list[int]:
        """Offsets into the text before which one CR more was dropped, ascending."""
        if len(self._raw) == len(self.text):
            return []
        return [match.start() - n for n, match in enumerate(re.finditer("\r\n", self._raw))]

    @cached_property
    def _steps(self) -> list[int] | None:
        """Byte offset of each raw code point, for charsets that cannot be re-encoded to the same bytes; else None."""
        if self._reencode(self._raw) == self._content[self._skip :]:
            return None
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        steps: list[int] = []
        begun = 0
        body = self._content[self._skip :]
        for offset in range(len(body)):
            out = decoder.decode(body[offset : offset + 1], final=offset == len(body) - 1)
            if out:
                steps.extend([begun] * len(out))
                begun = offset + 1
        steps.append(len(body))
        return steps

    def _reencode(self, raw: str) -> bytes:
        return raw.encode(self.encoding, "surrogateescape" if self.encoding == "utf-8" else "replace")

    def _byte_offset(self, offset: int) -> int:
        raw = offset + bisect_left(self._dropped, offset)
        if self._steps is not None:
            return self._skip + self._steps[min(raw, len(self._steps) - 1)]
        return self._skip + len(self._reencode(self._raw[:raw]))

    def byte_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the bytes a span of the text came from, 0-based, half-open, into the content.

        Args:
            start: code points, 0-based, into `text`.
            end: code points, half-open, into `text`.

        Raises:
            ValueError: the span does not lie in the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span of a text of {len(self.text)} code points: {start} to {end}")
        return self._byte_offset(start), self._byte_offset(end)


def binary_kind(content: bytes) -> str:
    """Return what a content is that is no text, in words; empty where it may be text."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    sample = content[:_SAMPLE]
    if len(sample.translate(None, _CONTROLS)) == len(sample) or sample.startswith(tuple(bom for bom, _ in _BOMS)):
        return ""
    if _utf16_without_mark(sample):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if b"\x00" in sample or controls * 50 > len(sample) else ""


def decode(content: bytes, media_type: str = "text/plain") -> Decoded:
    """Return the text of a content with the way back to its bytes.

    Args:
        content: the bytes as captured.
        media_type: `text/html` lets a charset count that the page declares; one named here goes before it (WHATWG
            Encoding Standard, section 6).

    Raises:
        CaptureError: the content is not text at all.
    """
    kind = binary_kind(content)
    if kind:
        raise CaptureError(f"not a text but {kind}", code="not-text", hint="Give the page as text or HTML.")
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strict(content, encoding, len(mark)) or _damaged(content, encoding, len(mark))
    named = charset_in(media_type)
    declared = _known(named) if named else _declared(content) if media_type.startswith("text/html") else ""
    if declared.startswith("iso2022") and b"\x1b" in content:
        found = _strict(content, declared)
        if found is not None:
            return found
    if b"\x00" in content[:_SAMPLE]:
        return _unmarked(content, declared)
    return _strict(content, "utf-8") or _unmarked(content, declared)


def _unmarked(content: bytes, declared: str) -> Decoded:
    """Return the text of a content that is not valid UTF-8 and has no byte order mark."""
    if declared and declared != "utf-8":
        found = _strict(content, declared)
        if found is not None:
            return found
    wide = _utf16_without_mark(content[:_SAMPLE])
    if wide:
        return _strict(content, wide, note=f"taken as {wide} by its NUL bytes") or _damaged(content, wide)
    if _nearly_utf8(content):
        return _damaged(content, "utf-8")
    guessed = _guess(content)
    found = _strict(content, guessed, note=f"charset not declared, taken as {guessed}") if guessed else None
    return found or _damaged(content, "windows-1252")


def _strict(content: bytes, encoding: str, skip: int = 0, note: str = "") -> Decoded | None:
    try:
        return Decoded(content, (content[skip:] if skip else content).decode(encoding), encoding, skip, note)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(content: bytes, encoding: str, skip: int = 0) -> Decoded:
    if encoding == "utf-8":
        raw = content[skip:].decode("utf-8", "surrogateescape")
        broken = len(_SURROGATES.findall(raw))
    else:
        raw = content[skip:].decode(encoding, "replace")
        broken = raw.count("\ufffd")
    return Decoded(content, raw, encoding, skip, f"{broken} bytes are no valid {encoding} and show as \ufffd")


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    if match is None:
        return ""
    return _known(match.group(1).decode("ascii", "ignore").lower())


def _known(label: str) -> str:
    """Return Python's name of the charset that a label means; empty where it means none."""
    try:
        return codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return ""


def _nearly_utf8(content: bytes) -> bool:
    """Whether a content is UTF-8 but for a few bytes, and has some multi-byte character to show for it."""
    raw = content.decode("utf-8", "surrogateescape")
    broken = len(_SURROGATES.findall(raw))
    sound = len(content) - broken - sum(map(len, re.findall("[\x00-\x7f]+", raw)))
    return sound > 0 and broken <= max(3, _MAX_BROKEN_SHARE * sound) and broken < sound


def _utf16_without_mark(sample: bytes) -> str:
    """Return the UTF-16 form a sample without a mark is written in, by where its NUL bytes stand; empty if none."""
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.02 * half:
        return "utf-16-be"
    return ""


_FEW_ACCENTS = 0.15
"""Share of bytes above ASCII under which a text is in Latin letters: French prose has about 0.04, Polish 0.08, Cyrillic
prose 0.8 (counted 2026-11)."""
_LATIN = frozenset(["cp1250", "cp1252", "cp1254", "cp1257", "iso8859_2", "iso8859_9", "iso8859_15", "latin_1"])
"""Charsets for Latin letters that a guess may name; any other guess for such a text is of chance."""


def _guess(content: bytes) -> str:
    """Return the charset a text is probably in, as Python names it; empty where nothing fits."""
    from charset_normalizer import from_bytes  # 70 ms to import, needed for the rare undeclared charset

    sample = content[:_SAMPLE]
    best = from_bytes(sample).best()
    guessed = best.encoding if best is not None else ""
    accents = sum(byte >= 0x80 for byte in sample) / len(sample)
    return "windows-1252" if accents < _FEW_ACCENTS and guessed not in _LATIN else guessed
