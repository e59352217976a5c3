"""Bare rows for rules."""

import itertools
from typing import NamedTuple

_NUMBERS = itertools.count(1)


class Bare(NamedTuple):
    register: str
    id: str
    slots: dict
    conflicts: dict


def row(register, conflicts=None, **slots):
    return Bare(register, f"{register}-{next(_NUMBERS)}", slots, conflicts or {})


def same(a, b):
    return a.removeprefix("Republic of ") == b.removeprefix("Republic of ")
