"""The sites that pages stand on: menus, teasers of other pages, tails, contact lines, photo names; as text and HTML."""

from __future__ import annotations

from html import escape
from random import Random

import msgspec

from bench.cast import say_day
from bench.names import person_name, strange_word
from bench.story import Story, teaser
from bench.vocabulary import institutions

__all__ = ["Site", "render", "site_of"]

_SECTIONS = (
    "News", "Documents", "Structure", "About the Organization", "Press Centre", "Contacts", "Vacancies",
    "Member States", "Sessions", "Publications", "Video", "History", "Links", "Parliamentary cooperation", "Calendar",
    "Tenders", "Archive", "Photo gallery",
)  # fmt: skip
_TAILS = (
    ("Go back", "To the section", "All news"),
    ("Print version", "Share this page", "Back to the list"),
    ("Previous news", "Next news", "Up"),
    ("Subscribe to our newsletter", "Return to the main page"),
)
_BATCH = 60
"""Pages of one organisation captured on one day: they carry the teasers that were on the site that day."""


class Site(msgspec.Struct, frozen=True):
    """A site with what stands on all its pages.

    Attributes:
        name: what it calls itself.
        host: its address.
        html: whether its pages are kept as HTML.
        menu: the lines of its menu.
        tail: the lines below an article.
        contacts: contact lines.
        signature: who signs its articles; empty where nobody does.
        twice: whether the headline stands above the article a second time, with the date behind it.
        teasers: how many other pages each page advertises.
    """

    name: str
    host: str
    html: bool
    menu: tuple[str, ...]
    tail: tuple[str, ...]
    contacts: tuple[str, ...]
    signature: str
    twice: bool
    teasers: int


def site_of(story: Story, seed: int) -> Site:
    """Return the site a story stands on: its organisation's, or one of the agencies that write about it."""
    number = story.number % 7 if story.genre == "agency story" else 7 + story.number % 2
    rng = Random(f"{seed}:site:{story.institution.short}:{number}")
    agency = number < 7
    word, short = strange_word(rng), story.institution.short
    domain = f"{word.lower()}.example" if agency else f"{short.lower().replace(' ', '')}{number}.example"
    telephone = " ".join(str(rng.randint(10, 99)) for _ in range(3))
    signed = not agency and rng.random() < 0.6
    return Site(
        name=f"{word} News Agency" if agency else story.institution.name,
        host=f"www.{domain}",
        html=rng.random() < 0.4,
        menu=tuple(rng.sample(_SECTIONS, rng.randint(5, 9))),
        tail=rng.choice(_TAILS),
        contacts=(f"Press Service: press@{domain}", f"Tel.: +00 555 {telephone}"),
        signature=f"{short} Press Secretary {person_name(rng)[0]}" if signed else "",
        twice=rng.random() < 0.6,
        teasers=rng.choice((0, 2, 3)),
    )


def render(story: Story, seed: int) -> tuple[str, str]:
    """Return a page's content and its media type."""
    site = site_of(story, seed)
    rng = Random(f"{seed}:page:{story.number}")
    every = len(institutions())
    first = story.number - story.number % (every * _BATCH) + story.number % every
    newest = [number for number in range(first, first + 5 * every, every) if number != story.number]
    advertised = [teaser(number, seed) for number in newest[: site.teasers]]
    photo = f"IMG_{rng.randint(1000, 9999)}.jpg" if rng.random() < 0.3 else ""
    if site.html:
        return _html(story, site, advertised, photo), "text/html"
    return _plain(story, site, advertised, photo), "text/plain"


def _plain(story: Story, site: Site, advertised: list[tuple[str, str]], photo: str) -> str:
    day = say_day(story.day, story.style)
    parts = [lead for _, lead in advertised]
    parts.append(story.title)
    parts.append(f"{story.title} {say_day(story.day, 'dotted')}" if site.twice else day)
    parts += story.paragraphs
    if photo:
        parts.append(photo)
    if site.signature:
        parts.append(site.signature)
    parts += site.contacts if site.teasers != 2 else ()
    parts += site.tail
    return "\n\n".join(parts) + "\n"


def _html(story: Story, site: Site, advertised: list[tuple[str, str]], photo: str) -> str:
    menu = "".join(f'<li><a href="/{number}">{escape(line)}</a></li>' for number, line in enumerate(site.menu))
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for text in story.paragraphs for paragraph in text.split("\n\n"))
    cards = "".join(
        f'<li><a href="/news/{number}">{escape(title)}</a><p>{escape(lead)}</p></li>'
        for number, (title, lead) in enumerate(advertised)
    )
    figure = f'<figure><img src="/{photo}" alt=""><figcaption>{photo}</figcaption></figure>' if photo else ""
    sign = f'<p class="sign">{escape(site.signature)}</p>' if site.signature else ""
    tail = "".join(f'<a href="#{number}">{escape(line)}</a> ' for number, line in enumerate(site.tail))
    aside = f'<aside class="related"><h2>Read also</h2><ul>{cards}</ul></aside>' if cards else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{escape(story.title)} | {escape(site.name)}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="{escape(site.name)}">
<meta property="article:published_time" content="{story.day.isoformat()}T10:00:00+00:00">
<link rel="canonical" href="https://{site.host}/news/{story.number}"></head>
<body><header><a href="/">{escape(site.name)}</a><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{escape(story.title)}</h1>
<p class="date"><time datetime="{story.day.isoformat()}">{say_day(story.day, story.style)}</time></p>
{figure}
{body}
{sign}
</article>{aside}</main>
<div class="tail">{tail}</div>
<footer><p>{escape(site.name)}</p><p>{escape(site.contacts[0])}</p><p>{escape(site.contacts[1])}</p></footer>
</body></html>
"""
