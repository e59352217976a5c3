"""The scheme of topics as SKOS in Turtle (W3C, SKOS Reference, 2009; RDF 1.1 Turtle, 2014), for other tools."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.profiles.topics import Scheme, Topic

__all__ = ["SPACE", "turtle"]

SPACE = "urn:muniment:topic:"
"""What the address of every topic begins with; its id follows. A name and no place: nothing is fetched from it."""

_SCHEME = "urn:muniment:topics"

_HEAD = f"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <{SPACE}> .

<{_SCHEME}> a skos:ConceptScheme ;
    skos:prefLabel "Topics"@en .
"""


def turtle(scheme: Scheme) -> str:
    """Return a scheme as Turtle, in its own order: each topic with its labels, its place, its note and its matches."""
    return "\n".join([_HEAD, *(_concept(topic) for topic in scheme.topics.values())])


def _concept(topic: Topic) -> str:
    return f"t:{topic.id} a skos:Concept ;\n" + " ;\n".join(f"    {part}" for part in _parts(topic)) + " .\n"


def _parts(topic: Topic) -> Iterator[str]:
    yield f"skos:inScheme <{_SCHEME}>"
    yield f"skos:notation {_quoted(topic.id)}"
    yield f"skos:prefLabel {_quoted(topic.label)}@en"
    yield from (f"skos:altLabel {_quoted(label)}@en" for label in topic.also)
    if topic.group:
        yield f"skos:topConceptOf <{_SCHEME}>"
    else:
        yield f"skos:broader t:{topic.broader}"
    if topic.note:
        yield f"skos:scopeNote {_quoted(topic.note)}@en"
    yield from (f"skos:exactMatch <{address}>" for address in topic.exact)
    yield from (f"skos:closeMatch <{address}>" for address in topic.close)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
