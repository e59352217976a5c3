"""Bare rows for rules."""

import itertools
from typing import NamedTuple

_NUMBERS = itertools.count(1)


class Bare(NamedTuple):
    register: str
    id: str
    slots: dict


def row(register, **slots):
    return Bare(register, f"{register}-{next(_NUMBERS)}", slots)


def same(a, b):
    return a.removeprefix("Republic of ") == b.removeprefix("Republic of ")
