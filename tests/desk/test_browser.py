"""The site in a browser: keys, links between values and the text, narrow screens, and the basics of access for all."""

from __future__ import annotations

import pytest
from tests.desk.browsing import NEEDS_BROWSER, addresses, visiting

pytestmark = NEEDS_BROWSER


def test_slash_goes_to_the_search_field_and_words_are_found(tab):
    tab.goto("/meetings")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    assert tab.locator("#search").input_value() == ""
    tab.keyboard.type("lamps/wicks")
    assert tab.locator("#search").input_value() == "lamps/wicks"
    tab.locator("#search").fill("treaty on lamps")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?words=treaty**")
    assert tab.locator("main a", has_text="Treaty on Lamps").first.is_visible()
    assert tab.faults == []


def test_j_and_k_go_from_row_to_row_and_enter_opens_one(tab):
    tab.goto("/meetings")
    rows = tab.locator("tbody [data-step]")
    assert rows.count() >= 2
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.href") == rows.nth(1).evaluate("one => one.href")
    tab.keyboard.press("k")
    assert tab.evaluate("document.activeElement.href") == rows.nth(0).evaluate("one => one.href")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#h-evidence")


def test_a_quotation_leads_to_its_place_in_the_text_and_the_mark_back_to_the_row(tab):
    tab.goto("/awards")
    tab.locator("tbody [data-step]").first.click()
    row = tab.url
    tab.locator("blockquote a").first.click()
    tab.wait_for_selector("article.text")
    anchor = tab.url.partition("#")[2]
    assert tab.locator(f"#{anchor}").evaluate(
        "one => { const y = one.getBoundingClientRect().y; return y >= 0 && y < innerHeight; }"
    )
    note = tab.locator("aside a[data-step]", has_text="Order of the Wick")
    assert note.get_attribute("href").startswith(row.replace(tab.evaluate("location.origin"), ""))
    tab.locator("article a.hl").first.click()
    tab.wait_for_selector("#h-evidence")
    assert tab.locator(f"[id='{tab.url.partition('#')[2]}']").count() == 1
    assert tab.faults == []


def test_an_unread_sentence_leads_to_how_it_was_read_and_keys_go_from_sentence_to_sentence(tab):
    tab.goto("/unread")
    tab.locator(".why-not").first.click()
    tab.wait_for_selector(".step")
    assert tab.locator(f"#{tab.url.partition('#')[2]} .became").inner_text().startswith("unread")
    steps = tab.locator(".step:visible [data-step]")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.hash") == steps.nth(1).evaluate("one => one.hash")
    folded_away = "`<li><details><a data-step href='#'>x</a></details></li>`"
    tab.evaluate(f"document.querySelector('.step').insertAdjacentHTML('afterend', {folded_away})")
    tab.locator(".step:visible [data-step]").first.focus()
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.hash") == steps.nth(1).evaluate("one => one.hash")
    folded = tab.locator(".step details").first
    folded.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert folded.locator("code").first.is_visible()
    assert tab.faults == []


def test_everything_is_reached_by_keyboard_with_a_visible_focus(tab):
    tab.goto("/meetings")
    tab.keyboard.press("Tab")
    assert tab.locator(".skip").evaluate("one => one === document.activeElement")
    assert tab.locator(".skip").evaluate("one => one.getBoundingClientRect().left >= 0")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.locator("tbody [data-step]").first.focus()
    tab.keyboard.press("j")
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_never_scrolls_sideways(browser, site, tab, width):
    paths = addresses(tab)
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=site)
    page = context.new_page()
    for path in paths:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").first.is_visible() or path == "/"
    page.goto("/meetings")
    assert not page.locator("#f-words").is_visible()
    page.locator("label.folded").click()
    assert page.locator("#f-words").is_visible()
    context.close()


CHECKS = """() => {
  const faults = [];
  const named = (one) => (one.getAttribute('aria-label') || one.textContent || one.title || '').trim()
    || (one.getAttribute('aria-labelledby') && document.getElementById(one.getAttribute('aria-labelledby')));
  document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach((one) => {
    if (!one.labels.length && !one.getAttribute('aria-label')) faults.push('no label: ' + one.outerHTML);
  });
  document.querySelectorAll('a[href], button, summary').forEach((one) => {
    if (!named(one)) faults.push('no name: ' + one.outerHTML);
  });
  document.querySelectorAll('img:not([alt])').forEach((one) => faults.push('no alt: ' + one.outerHTML));
  document.querySelectorAll('svg:not([aria-hidden]):not([role=img]):not([role=group][aria-label])').forEach((one) => {
    if (!one.closest('[aria-hidden]')) faults.push('svg without role');
  });
  let last = 0;
  document.querySelectorAll('h1, h2, h3, h4').forEach((one) => {
    const level = Number(one.tagName[1]);
    if (level > last + 1) faults.push('heading skips: ' + one.textContent);
    last = level;
  });
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  if (!document.documentElement.lang) faults.push('no language');
  if (!document.title) faults.push('no title');
  ['main', 'header', 'footer'].forEach((name) => {
    if (document.querySelectorAll('body > ' + name).length !== 1) faults.push('not one ' + name);
  });
  document.querySelectorAll('nav').forEach((one) => { if (!named(one)) faults.push('nav without name'); });
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => faults.push('id twice: ' + id));
  document.querySelectorAll('a[href^="#"]').forEach((one) => {
    if (!document.getElementById(decodeURIComponent(one.hash.slice(1)))) faults.push('leads nowhere: ' + one.hash);
  });
  document.querySelectorAll('a a, button a').forEach((one) => faults.push('link in a link'));
  document.querySelectorAll('table').forEach((one) => {
    if (!one.caption) faults.push('table without caption');
    if (one.querySelectorAll('thead th:not([scope])').length) faults.push('column head without scope');
  });
  document.querySelectorAll('ul > :not(li), ol > :not(li)').forEach((one) => faults.push('in a list: ' + one.tagName));
  return faults;
}"""

CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour, under) => {
    canvas.fillStyle = `rgb(${under.join(',')})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (c) => c.map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);
  const ground = (one) => {
    const above = []; for (let at = one; at; at = at.parentElement) above.unshift(getComputedStyle(at).backgroundColor);
    return above.reduce((under, colour) => rgb(colour, under), [255, 255, 255]);
  };
  const faults = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement, box = one.getBoundingClientRect();
    if (!walk.currentNode.data.trim() || !box.width || one.closest('.hidden, .skip, script, option')) continue;
    const under = ground(one), ink = rgb(getComputedStyle(one).color, under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    const what = walk.currentNode.data.trim().slice(0, 30);
    if (ratio < 4.5) faults.add(`${ratio.toFixed(2)} ${one.tagName}.${one.className}: ${what}`);
  }
  return [...faults];
}"""
"""Text that stands out less than 4.5 to 1 from what is behind it (WCAG 2.2, 1.4.3 AA)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_open_to_all(browser, site, tab, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site, color_scheme=scheme)
    page = context.new_page()
    for path in addresses(tab):
        page.goto(path)
        assert page.evaluate(CHECKS) == [], path
        assert page.evaluate(CONTRAST) == [], path
    context.close()


def test_nothing_foreign_runs_and_nothing_is_fetched_from_elsewhere(tab, site):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    for path in addresses(tab):
        tab.goto(path)
        scripts = tab.evaluate("[...document.scripts].map((one) => [one.getAttribute('src') || '', one.textContent])")
        own = ["/static/keys.js", "/static/network.js"]
        assert [source.partition("?")[0] for source, _ in scripts] in ([own[0]], own), path
        assert not any(text for _, text in scripts), path
    assert asked
    assert all(url.startswith(site) for url in asked)
    assert tab.faults == []


def test_pages_print_without_the_apparatus(tab):
    tab.goto("/meetings")
    tab.emulate_media(media="print")
    assert not tab.locator(".registers").is_visible()
    assert not tab.locator(".narrow").is_visible()
    assert tab.locator("table.rows").is_visible()
    assert tab.locator(".coverage").is_visible()


def test_what_is_asked_of_a_page_is_not_printed_and_what_was_supposed_is(browser, samples_site):
    with visiting(browser, samples_site) as page:
        page.emulate_media(media="print")
        for path in ("/states/Halvenia", "/offices", "/duties", "/calendar", "/sql", "/search?words=council"):
            page.goto(path)
            page.locator(".coverage").wait_for()
            assert page.locator("button:visible").count() == 0, path
        page.goto("/treaties")
        page.goto(page.locator("a[href$='/whatif']").first.get_attribute("href") + "?Bashtul=2031-03-01")
        assert page.locator("input:visible").evaluate_all("all => all.map((one) => one.value)") == ["2031-03-01"]
        assert page.locator("button:visible").count() == 0


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 150);
})"""
"""How far the page moved while it was loaded (Layout Instability API)."""


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_is_loaded(browser, site, tab, width):
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=site)
    page = context.new_page()
    for path in addresses(tab):
        page.goto(path)
        assert page.evaluate(SHIFTS) == 0, path
    context.close()


def paper(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_colours_change_at_once_and_stay_chosen_with_and_without_scripts(browser, site, tab):
    tab.goto("/meetings")
    light = paper(tab)
    tab.locator(".theme button[value=dark]").click()
    dark = paper(tab)
    assert dark != light
    assert tab.url.endswith("/meetings")
    tab.goto("/gaps")
    assert paper(tab) == dark
    tab.locator(".theme button[value=auto]").click()
    assert paper(tab) == light
    tab.goto("/meetings")
    assert paper(tab) == light
    assert tab.faults == []
    context = browser.new_context(base_url=site, java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto("/meetings?sort=date")
    page.locator(".theme button[value=light]").click()
    page.wait_for_url("**/meetings?sort=date")
    assert page.locator("html").get_attribute("data-theme") == "light"
    context.close()


def test_filters_on_a_phone_open_by_keyboard_and_without_scripts(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/meetings")
    assert not page.locator("#f-words").is_visible()
    page.locator("#f-fold").focus()
    page.keyboard.press("Space")
    assert page.locator("#f-words").is_visible()
    context.close()
