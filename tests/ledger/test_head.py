"""Heads are printed and read back."""

from __future__ import annotations

import pytest

from muniment.errors import UsageError
from muniment.ledger import START, Head


def test_a_head_reads_back_from_its_print():
    head = Head(12, "ab" * 32)
    assert Head.parse(str(head)) == head
    assert Head.parse(f" {head}\n") == head
    assert Head.parse(str(START)) == START


@pytest.mark.parametrize("word", ["", "12", "12:", "x:" + "0" * 64, "1:" + "0" * 63, "1:" + "G" * 64, "-1:" + "0" * 64])
def test_what_is_no_head_is_refused_with_an_explanation(word):
    with pytest.raises(UsageError, match="POSITION:HASH"):
        Head.parse(word)
