"""Web addresses in one form, so that two spellings of one address are one source.

Scheme and host in lower case, the host in its ASCII form, no default port, no fragment, no user name, no byte that a
request line cannot hold (RFC 3986, sections 3 and 6.2; RFC 9110, section 4.2), no parameter that only tells who led
there.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from muniment.errors import CaptureError

__all__ = ["host_of", "is_address", "joined", "normal", "origin_of", "path_of"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PORTS = {"http": 80, "https": 443}
_LONGEST = 8000
"""Longest address taken, octets: what RFC 9110 (section 4.1) asks every recipient to support."""

_TRACKING = re.compile(r"(?:^|(?<=&))(?:utm_[a-z]+|fbclid|gclid|yclid|mc_[ce]id|_openstat)=[^&]*(?:&|$)", re.I)
"""Parameters that tell who led a visitor there and never which page it is: those of Google Analytics and Ads, Facebook,
Yandex, Mailchimp and OpenStat, by their makers' documentation."""

_KEPT = "/%:@!$&'()*+,;=~-._?[]"
"""What is left as it is in path and query besides letters and digits (RFC 3986, section 3.3)."""


def is_address(text: str) -> bool:
    """Whether a text is meant as an address and not as a path: it begins with a scheme and `//`."""
    return _SCHEME.match(text) is not None


def normal(text: str) -> str:
    """Return an address in its one form.

    Raises:
        CaptureError: it is no address of http or https, or names a user.
    """
    if re.search(r"[\x00-\x20\x7f]", text.strip()):
        raise _refused(text, "white space or a control character in it")
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused(text, str(error)) from error
    if parts.scheme not in _PORTS:
        raise CaptureError(
            f"only http and https are fetched, not {parts.scheme or 'this'}", code="scheme", where=_told(text),
            hint="Give an address that begins with https:// or http://.",
        )  # fmt: skip
    if not host:
        raise _refused(text, "no host in it")
    if parts.username is not None or parts.password is not None:
        raise _refused(text, "a user name in it")
    try:
        host = host.encode("idna").decode().lower() if not host.isascii() else host.lower()
    except UnicodeError as error:
        raise _refused(text, f"the host is no name ({error})") from error
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", host):
        raise _refused(text, "the host is no name")
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[parts.scheme]:
        place = f"{place}:{port}"
    query = _TRACKING.sub("", parts.query).rstrip("&") if _TRACKING.search(parts.query) else parts.query
    made = urlunsplit((parts.scheme, place, quote(parts.path or "/", _KEPT), quote(query, _KEPT), ""))
    if len(made) > _LONGEST:
        raise _refused(text, f"longer than {_LONGEST:,} characters")
    return made


def joined(base: str, link: str) -> str:
    """Return the address a link leads to from a page, in its one form.

    Raises:
        CaptureError: that is no address of http or https.
    """
    try:
        return normal(urljoin(base, link.strip()))
    except ValueError as error:
        raise _refused(link, str(error)) from error


def host_of(address: str) -> str:
    """Return the host of an address in its one form, with the port where it is not the scheme's own."""
    return urlsplit(address).netloc


def origin_of(address: str) -> str:
    """Return scheme and host of an address, without a slash at the end."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def path_of(address: str) -> str:
    """Return path and query of an address, as a request line has them."""
    parts = urlsplit(address)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _refused(text: str, why: str) -> CaptureError:
    return CaptureError(f"no web address: {why}", code="bad-address", where=_told(text), hint="Check the address.")


def _told(text: str) -> str:
    """Return an address as a message may show it: one line, not too long."""
    plain = re.sub(r"[\x00-\x20\x7f]+", " ", text).strip()
    return plain if len(plain) <= 300 else f"{plain[:300]}…"
