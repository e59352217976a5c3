"""Where a host's name leads, and whether it may be gone to.

A page's links and redirects may name any host, so a name that leads to this machine or into the network around it is
refused. What was checked is what is connected to: the name is looked up once, and the connection goes to the numbers
found, so that a name which leads elsewhere at the second asking (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any

from muniment.errors import CaptureError

__all__ = ["Place", "Resolver", "is_public", "places"]

Place = tuple[int, str]
"""A family of addresses as `socket` numbers them, and an address in digits."""

Resolver = Callable[[str, int], Sequence[Any]]
"""Looks a host and port up, as `socket.getaddrinfo` does."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses that carry an IPv4 address in their last 32 bits (RFC 6052, section 2.1)."""


def is_public(digits: str) -> bool:
    """Whether an address in digits is one of the public internet, also where it wraps another address."""
    try:
        address = ipaddress.ip_address(digits.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified


def places(host: str, port: int, *, private: bool, resolve: Resolver = socket.getaddrinfo) -> list[Place]:
    """Return where a host's name leads, each place once, in the order found.

    Args:
        host: a name, or an address in digits without brackets.
        port: the port to connect to.
        private: whether addresses that are not public may be gone to.
        resolve: looks the name up.

    Raises:
        CaptureError: the name leads nowhere, or any of the places it leads to is not public.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise CaptureError(
            f"the host {host} is not found ({getattr(error, 'strerror', None) or error})", code="host-unknown",
            where=host, hint="Check the address and the network.",
        ) from error  # fmt: skip
    led = list(
        dict.fromkeys((int(one[0]), str(one[4][0])) for one in found if one[0] in (socket.AF_INET, socket.AF_INET6))
    )
    if not led:
        raise CaptureError(
            f"the host {host} has no address", code="host-unknown", where=host, hint="Check the address."
        )
    closed = [digits for _, digits in led if not is_public(digits)]
    if closed and not private:
        raise CaptureError(
            f"{host} leads to {closed[0]}, which is not a public address: refused", code="private-address", where=host,
            hint="If you mean to read a server of your own network, allow it with --allow-private.",
        )  # fmt: skip
    return led
