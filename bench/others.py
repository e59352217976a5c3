"""What a user would otherwise reach for, beside our own stage that does most nearly the same, on the same text.

None of them does what a reading does; each does a part, and so is set beside that part, or beside all of it. What is
not installed is named with how to install it, and the rest goes on.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from typing import Any

import msgspec

from bench.clock import Timing, timed
from bench.stages import Bench
from muniment.archive import Capture, pages
from muniment.reading.en.dates import find

__all__ = ["INSTALL", "OTHERS", "Missing", "Other", "Side", "beside", "small_english"]

INSTALL = "python -m pip install --require-hashes -r requirements-bench.lock"
"""How to install all of them, with what the package itself needs (group `bench` in pyproject.toml)."""

_PATIENCE = 6.0
"""Processor seconds after which one round of another tool gets no further pages; ours then gets the same ones."""


def _classes(words: str) -> list[str]:
    return words.split()


_TAGS = _classes(
    "NN IN NNP DT JJ NNS , . CC RB VB CD VBD TO VBN VBZ PRP VBG VBP PRP$ MD POS WDT WRB WP RP NNPS JJR : -LRB- -RRB- "
    "HYPH `` '' EX RBR JJS UH $ PDT NFP FW RBS XX ADD LS SYM AFX WP$ _SP"
)
_DEPS = _classes(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
_ENTITIES = _classes(
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
)
"""What spaCy's small English model tells apart (its published label scheme, 3.8): as many classes cost as much."""


class Missing(msgspec.Struct, frozen=True, tag="missing"):
    """A tool that is not installed."""

    name: str


class Side(msgspec.Struct, frozen=True, tag="side"):
    """Two timings of the same text.

    Attributes:
        name: the other tool, with its version.
        what: what it did.
        timing: how long it took.
        ours: what of Muniment stands beside it.
        our_timing: how long that took.
    """

    name: str
    what: str
    timing: Timing
    ours: str
    our_timing: Timing

    @property
    def times(self) -> float:
        """How many times as long as ours the other took, both as multiples of `str.split` beside them."""
        return self.timing.ratio / self.our_timing.ratio


class Other(msgspec.Struct, frozen=True):
    """A tool to set beside ours.

    Attributes:
        package: what is imported and installed.
        measure: what times it and ours.
    """

    package: str
    measure: Callable[[Bench], Iterator[Side]]


def beside(bench: Bench, others: Sequence[Other] | None = None) -> Iterator[Side | Missing]:
    """Yield every comparison there is, or in place of a tool's comparisons that it is not installed."""
    for other in OTHERS if others is None else others:
        try:
            importlib.import_module(other.package)
        except ImportError:
            yield Missing(other.package)
        else:
            yield from other.measure(bench)


def _paced(texts: Sequence[str], work: Callable[[str], object]) -> tuple[Timing, int]:
    """Return what a tool takes, text by text, and for how many texts its patience lasts."""
    first = timed(texts[:1], lambda: None, lambda _: work(texts[0]))
    taken = max(1, min(len(texts), int(_PATIENCE / first.seconds)))
    chosen = texts[:taken]
    return timed(chosen, lambda: None, lambda _: [work(text) for text in chosen]), taken


def _version(package: str) -> str:
    return f"{package} {metadata.version(package)}"


def small_english() -> Any:
    """Return a spaCy pipeline built as the small English model is, its weights untrained: fit for timing alone.

    Taken from that model's published settings (3.8): a shared and a second hash embedding of width 96 with four
    convolutions, a tagger, a parser and an entity recogniser with as many classes. Its rule-based lemmatizer and
    attribute ruler need tables that are not installed; without them the pipeline is a little faster than the model.
    """
    import spacy
    from spacy.training import Example

    spacy.util.fix_random_seed(0)
    width = 96
    embedding = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": width, "include_static_vectors": False,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": width, "depth": 4, "window_size": 1,
            "maxout_pieces": 3,
        },
    }  # fmt: skip
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": embedding})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": _transitions("parser", shared)})
    nlp.add_pipe("ner", config={"model": _transitions("ner", embedding)})
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(" ".join(["word"] * 60)), _labelled(60))])
    return nlp


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a transition-based model: of a parser, or of an entity recogniser (`ner`)."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec,
    }  # fmt: skip


def _labelled(words: int) -> dict[str, Any]:
    """Return an annotation of so many words that shows every class once, all hanging on the first word."""
    deps = [_DEPS[number % len(_DEPS)] for number in range(words)]
    return {
        "words": ["word"] * words,
        "tags": [_TAGS[number % len(_TAGS)] for number in range(words)],
        "heads": [0] * words,
        "deps": deps,
        "entities": [f"U-{_ENTITIES[number % len(_ENTITIES)]}" for number in range(words)],
    }


def _spacy(bench: Bench) -> Iterator[Side]:
    nlp = small_english()
    timing = timed(bench.texts, lambda: None, lambda _: list(nlp.pipe(bench.texts)))
    ours = timed(bench.texts, lambda: None, lambda _: [bench.reader.read(page) for page in bench.pages])
    what = "tags, parse and entities, untrained weights"
    yield Side(_version("spacy"), what, timing, "reading: names, clauses, claims with evidence", ours)
    found = timed(bench.texts, lambda: None, lambda _: [bench.grammar.scene(page) for page in bench.pages])
    yield Side(_version("spacy"), what, timing, "noun phrases: names, offices, bodies, dates, quotations", found)


def _dateparser(bench: Bench) -> Iterator[Side]:
    search = importlib.import_module("dateparser.search").search_dates
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own, on how it will read dates in years to come
        timing, taken = _paced(bench.texts, lambda text: search(text, languages=["en"]))
    chosen = bench.texts[:taken]
    ours = timed(chosen, lambda: None, lambda _: [list(find(text)) for text in chosen])
    yield Side(_version("dateparser"), "search_dates, told the language", timing, "dates found", ours)


def _trafilatura(bench: Bench) -> Iterator[Side]:
    import trafilatura

    marked = [
        (capture, page.text)
        for capture, page in zip(bench.captures, bench.pages, strict=True)
        if capture.media_type == "text/html"
    ]
    captures: list[Capture] = [capture for capture, _ in marked]
    texts = [text for _, text in marked]
    ours = timed(texts, lambda: None, lambda _: list(pages(lambda: captures)))
    for what, fast in (("extract", False), ("extract, fast", True)):
        timing = timed(
            texts, lambda: None, lambda _, fast=fast: [trafilatura.extract(c.content, fast=fast) for c in captures]
        )
        yield Side(_version("trafilatura"), what, timing, "HTML to text and blocks, furniture marked", ours)


OTHERS = (Other("spacy", _spacy), Other("dateparser", _dateparser), Other("trafilatura", _trafilatura))
"""What is compared, in order."""
