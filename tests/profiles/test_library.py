"""The profiles that ship: they load, agree with the world table and with each other."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict

import pytest

from muniment.profiles import LoadedProfile, Profile, load, shipped, world
from muniment.terms import PartialDate
from muniment.terms.ids import digest_bytes


@functools.cache
def loaded(name: str) -> LoadedProfile:
    return load(name)


def every() -> list[Profile]:
    return [loaded(name).profile for name in shipped()]


def members_on(profile: Profile, day: str, status: str = "member") -> set[str]:
    """Who stood to the organisation so on a day; only dated memberships are asked."""
    date = PartialDate.parse(day).first_day()
    return {
        member.state
        for member in profile.members
        if member.status == status
        and (not member.since or PartialDate.parse(member.since).first_day() <= date)
        and (not member.until or date <= PartialDate.parse(member.until).last_day())
    }


def test_the_organisations_a_record_office_asks_for_ship() -> None:
    names = {profile.name for profile in every()}
    assert names >= {
        "Collective Security Treaty Organization", "Commonwealth of Independent States",
        "Shanghai Cooperation Organization", "United Nations", "Organization for Security and Co-operation in Europe",
        "North Atlantic Treaty Organization", "Eurasian Economic Union", "African Union",
        "Association of Southeast Asian Nations", "Council of Europe", "European Union",
        "Organization of Islamic Cooperation", "Organization of the Black Sea Economic Cooperation",
        "League of Arab States", "International Atomic Energy Agency", "Gulf Cooperation Council", "BRICS",
        "Organization of Turkic States", "Economic Cooperation Organization",
        "Conference on Interaction and Confidence-Building Measures in Asia",
        "South Asian Association for Regional Cooperation", "Organisation for the Prohibition of Chemical Weapons",
        "World Health Organization", "Organization of the Petroleum Exporting Countries",
    }  # fmt: skip


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_profile_loads_under_its_own_slug_and_says_when_it_was_brought_up(name: str) -> None:
    profile = loaded(name).profile
    assert profile.slug == name
    assert profile.as_of
    assert not profile.sample
    assert profile.hosts
    assert profile.languages


@pytest.mark.parametrize("name", shipped())
def test_the_hash_is_that_of_the_file(name: str) -> None:
    assert loaded(name).hash == digest_bytes(loaded(name).path.read_bytes())
    assert loaded(name).id == f"{name}@{loaded(name).hash}"


@pytest.mark.parametrize("name", shipped())
def test_every_member_is_a_state_of_the_world_under_its_short_name(name: str) -> None:
    for member in loaded(name).profile.members:
        state = world().state(member.state)
        assert state is not None
        assert state.name == member.state


@pytest.mark.parametrize("name", shipped())
def test_every_place_an_instrument_was_signed_in_is_a_known_city(name: str) -> None:
    for instrument in loaded(name).profile.instruments:
        assert not instrument.place or world().city(instrument.place), instrument.place


@pytest.mark.parametrize("name", shipped())
def test_references_are_settled_to_the_organisation_where_they_are_left_out(name: str) -> None:
    profile = loaded(name).profile
    known = {profile.name, *(body.name for body in profile.bodies)}
    assert all(body.parent in known for body in profile.bodies)
    assert all(office.organization in known for office in profile.offices)
    assert all(holder.organization in known for holder in profile.holders)


def test_canonical_names_of_organisations_and_bodies_are_unique_across_all_profiles() -> None:
    owners = defaultdict(set)
    for profile in every():
        for name in (profile.name, *(body.name for body in profile.bodies)):
            owners[name].add(profile.slug)
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_an_organisations_names_and_abbreviations_are_its_own() -> None:
    owners = defaultdict(set)
    for profile in every():
        for name in filter(None, (profile.name, profile.abbreviation, *profile.aliases)):  # some have no abbreviation
            owners[name].add(profile.slug)
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_no_office_has_two_holders_at_once_but_acting_ones() -> None:
    for profile in every():
        terms = defaultdict(list)
        for holder in profile.holders:
            if not holder.acting and holder.since:
                until = PartialDate.parse(holder.until).first_day() if holder.until else None
                terms[holder.office, holder.organization].append((PartialDate.parse(holder.since).last_day(), until))
        for office, spans in terms.items():
            spans.sort()
            for (_, end), (start, _) in itertools.pairwise(spans):
                assert end is not None, office
                assert end <= start, office


def test_an_open_ended_holder_was_in_office_before_the_profile_was_brought_up() -> None:
    for profile in every():
        as_of = PartialDate.parse(profile.as_of).last_day()
        for holder in profile.holders:
            if holder.since and not holder.until:
                assert PartialDate.parse(holder.since).first_day() <= as_of


@pytest.mark.parametrize(
    ("name", "day", "count"),
    [
        ("csto", "2010-06-01", 7), ("csto", "2020-06-01", 6), ("cis", "2007-01-01", 10), ("cis", "2012-01-01", 9),
        ("sco", "2010-01-01", 6), ("sco", "2020-01-01", 8), ("sco", "2025-01-01", 10),
        ("un", "1945-12-31", 49), ("un", "1990-12-31", 157), ("un", "2020-01-01", 193),
        ("osce", "2000-01-01", 54), ("osce", "2020-01-01", 57), ("nato", "1990-01-01", 16), ("nato", "2010-01-01", 28),
        ("nato", "2025-01-01", 32), ("eaeu", "2015-02-01", 4), ("eaeu", "2020-01-01", 5),
        ("african-union", "2020-01-01", 55),
        ("asean", "2000-01-01", 10), ("asean", "2026-01-01", 11), ("council-of-europe", "2010-01-01", 47),
        ("council-of-europe", "2023-01-01", 46), ("eu", "2014-01-01", 28), ("eu", "2021-01-01", 27),
        ("oic", "2020-01-01", 57),
        ("ecowas", "1990-01-01", 16), ("ecowas", "2020-01-01", 15), ("ecowas", "2025-06-01", 12),
        ("sadc", "2006-01-01", 14), ("sadc", "2020-01-01", 16),
        ("igad", "2010-01-01", 6), ("igad", "2024-01-01", 8),
        ("eac", "2010-01-01", 5), ("eac", "2025-01-01", 8),
        ("oas", "1989-01-01", 32), ("oas", "2020-01-01", 35), ("oas", "2025-01-01", 34),
        ("caricom", "1990-01-01", 13), ("caricom", "2020-01-01", 15),
        ("commonwealth", "2010-01-01", 54), ("commonwealth", "2023-01-01", 56),
        ("pif", "2015-01-01", 16), ("pif", "2020-01-01", 18),
        ("bsec", "2010-01-01", 12), ("bsec", "2021-01-01", 13), ("arab-league", "2020-01-01", 22),
        ("iaea", "2016-12-31", 168), ("iaea", "2023-12-31", 178), ("iaea", "2024-12-31", 180), ("gcc", "2020-01-01", 6),
        ("brics", "2020-01-01", 5), ("brics", "2025-02-01", 10), ("ots", "2015-01-01", 4), ("ots", "2020-01-01", 5),
        ("eco", "1990-01-01", 3), ("eco", "2020-01-01", 10), ("cica", "2025-01-01", 28), ("saarc", "2000-01-01", 7),
        ("saarc", "2010-01-01", 8), ("opcw", "2020-01-01", 193), ("who", "2020-01-01", 194), ("who", "2026-02-01", 193),
        ("opec", "2018-07-01", 15), ("opec", "2020-06-01", 13), ("opec", "2024-06-01", 12),
    ],
)  # fmt: skip
def test_the_number_of_members_at_a_date_is_what_the_organisation_gave(name: str, day: str, count: int) -> None:
    """Less Czechoslovakia and Yugoslavia, which the world table does not have: 51 and 159 in the United Nations."""
    assert len(members_on(loaded(name).profile, day)) == count


def test_the_united_nations_and_the_world_table_have_the_same_members() -> None:
    profile = loaded("un").profile
    assert members_on(profile, "2024-01-01") == {s.name for s in world().states if s.standing == "member"}
    assert members_on(profile, "2024-01-01", "observer") == {s.name for s in world().states if s.standing == "observer"}


@pytest.mark.parametrize(
    ("name", "office", "day", "person"),
    [
        ("csto", "Secretary General", "2019-07-17", "Valery Semerikov"),
        ("csto", "Secretary General", "2022-01-20", "Stanislav Zas"),
        ("un", "Secretary-General", "2010-01-01", "Ban Ki-moon"),
        ("nato", "Secretary General", "2015-01-01", "Jens Stoltenberg"),
        ("iaea", "Director General", "2019-09-16", "Cornel Feruta"),
        ("gcc", "Secretary General", "2021-01-05", "Nayef Falah Al-Hajraf"),
        ("opcw", "Director-General", "2013-10-11", "Ahmet Üzümcü"),
        ("who", "Director-General", "2020-03-11", "Tedros Adhanom Ghebreyesus"),
        ("osce", "Chairperson-in-Office", "2016-05-05", "Frank-Walter Steinmeier"),
    ],
)
def test_who_held_an_office_on_a_day_can_be_told(name: str, office: str, day: str, person: str) -> None:
    profile = loaded(name).profile
    date = PartialDate.parse(day).first_day()
    held = [
        holder.person
        for holder in profile.holders
        if holder.office == office
        and holder.organization == profile.name
        and PartialDate.parse(holder.since).last_day() <= date
        and (not holder.until or date <= PartialDate.parse(holder.until).first_day())
    ]
    assert held == [person]


@pytest.mark.parametrize(
    ("name", "alias", "canonical"),
    [
        ("csto", "CSC", "CSTO Collective Security Council"),
        ("csto", "Council of Ministers of Foreign Affairs", "CSTO Council of Foreign Ministers"),
        ("csto", "CSSC", "Committee of Secretaries of the Security Councils of the CSTO"),
        ("csto", "CSTO PA Council", "Council of the CSTO Parliamentary Assembly"),
        ("un", "UNSC", "UN Security Council"),
        ("osce", "FSC", "OSCE Forum for Security Cooperation"),
        ("nato", "NAC", "North Atlantic Council"),
        ("council-of-europe", "PACE", "Parliamentary Assembly of the Council of Europe"),
        ("ecowas", "EBID", "ECOWAS Bank for Investment and Development"),
        ("sadc", "SAMIDRC", "SADC Mission in the Democratic Republic of the Congo"),
        ("igad", "CEWARN", "IGAD Conflict Early Warning and Response Mechanism"),
        ("eac", "EALA", "East African Legislative Assembly"),
        ("iaea", "Board of Governors of the IAEA", "IAEA Board of Governors"),
        ("iaea", "ISAMZ", "IAEA Support and Assistance Mission to Zaporizhzhya"),
        ("ots", "TURKPA", "Parliamentary Assembly of Turkic States"),
        ("oas", "IACHR", "Inter-American Commission on Human Rights"),
        ("caricom", "COFCOR", "CARICOM Council for Foreign and Community Relations"),
        ("commonwealth", "CHOGM", "Commonwealth Heads of Government Meeting"),
        ("pif", "RAMSI", "Regional Assistance Mission to Solomon Islands"),
        ("african-union", "PSC", "African Union Peace and Security Council"),
    ],
)
def test_an_abbreviation_stands_for_its_body(name: str, alias: str, canonical: str) -> None:
    profile = loaded(name).profile
    assert [body.name for body in profile.bodies if alias in body.aliases] == [canonical]


def test_the_demonstration_is_listed_only_when_samples_are_asked_for() -> None:
    more = set(shipped(samples=True)) - set(shipped())
    assert all(load(name).profile.sample for name in more)
    assert len(more) <= 1
