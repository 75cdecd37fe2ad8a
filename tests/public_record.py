"""Dated facts of OFAC's SDN list from the public record, typed by hand, and whether a store tells them so.

Days are those of OFAC's "Recent Actions" and of the executive orders and Federal Register notices they carry
out. They are other facts than those of the reference table. A fact whose day no notice in the store can tell
must lie in the window that is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sanctions_screen.model import PartyId
from sanctions_screen.names.keys import name_key
from sanctions_screen.store import ListStore

__all__ = ["FACTS", "PublicFact", "parties_by_name", "told"]

SDN = "us-ofac-sdn"


@dataclass(frozen=True)
class PublicFact:
    """Who was listed, or delisted, on which day."""

    name: str
    kind: str
    on: date
    source: str

    def __str__(self) -> str:
        return f"{self.name} {self.kind} {self.on}"


FACTS = tuple(
    PublicFact(name, kind, date.fromisoformat(on), source)
    for name, kind, on, source in (
        ("HAMAS", "listed", "1995-01-24", "Executive Order 12947"),
        ("HIZBALLAH", "listed", "1995-01-24", "Executive Order 12947"),
        ("LIBERATION TIGERS OF TAMIL EELAM", "listed", "1997-10-08", "foreign terrorist organisation"),
        ("BIN LADIN, Usama", "listed", "1998-08-21", "Executive Order 13099"),
        ("GUZMAN LOERA, Joaquin", "listed", "2001-06-01", "Kingpin Act"),
        ("AL-QADI, Yasin", "listed", "2001-10-12", "Executive Order 13224"),
        ("AL-QADI, Yasin", "delisted", "2014-11-26", "removed after his challenge in court"),
        ("LASHKAR-E TAYYIBA", "listed", "2001-12-20", "Executive Order 13224"),
        ("ZAMBADA GARCIA, Ismael", "listed", "2002-05-31", "Kingpin Act"),
        ("MUGABE, Robert Gabriel", "listed", "2003-03-10", "Executive Order 13288"),
        ("MYANMA ECONOMIC BANK", "listed", "2003-07-29", "Executive Order 13310"),
        ("MYANMA ECONOMIC BANK", "delisted", "2016-05-17", "easing of Burma sanctions"),
        ("IBRAHIM, Dawood", "listed", "2003-10-16", "Executive Order 13224"),
        ("TANCHON COMMERCIAL BANK", "listed", "2005-06-29", "Executive Order 13382, annex"),
        ("BANK SEPAH", "listed", "2007-01-09", "Executive Order 13382"),
        ("BANK SEPAH", "delisted", "2016-01-16", "Implementation Day"),
        ("BANK SEPAH", "listed", "2018-11-05", "end of the wind-down"),
        ("THAN SHWE", "listed", "2007-09-27", "Burma, annex of 27 September"),
        ("THAN SHWE", "delisted", "2016-10-07", "end of the Burma programme"),
        ("BANK MELLI IRAN", "listed", "2007-10-25", "Executive Order 13382"),
        ("BANK MELLI IRAN", "delisted", "2016-01-16", "Implementation Day"),
        ("BANK MELLI IRAN", "listed", "2018-11-05", "end of the wind-down"),
        ("MAKHLUF, Rami", "listed", "2008-02-21", "Executive Order 13460"),
        ("AL-SHABAAB", "listed", "2008-03-19", "Executive Order 13224"),
        ("SAEED, Hafiz Muhammad", "listed", "2008-05-27", "Executive Order 13224"),
        ("ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", "listed", "2008-09-10", "Executive Order 13382"),
        ("ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", "delisted", "2016-01-16", "Implementation Day"),
        ("ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", "listed", "2018-11-05", "end of the wind-down"),
        ("CARVAJAL BARRIOS, Hugo Armando", "listed", "2008-09-12", "Kingpin Act"),
        ("LOS ZETAS", "listed", "2009-04-15", "Kingpin Act"),
        ("QADHAFI, Muammar", "listed", "2011-02-25", "Executive Order 13566"),
        ("AL-ASSAD, Bashar", "listed", "2011-05-18", "Executive Order 13573"),
        ("YAKUZA", "listed", "2011-07-25", "Executive Order 13581, annex"),
        ("CAMORRA", "listed", "2011-07-25", "Executive Order 13581, annex"),
        ("COMMERCIAL BANK OF SYRIA", "listed", "2011-08-10", "Executive Order 13382"),
        ("MAHAN AIR", "listed", "2011-10-12", "Executive Order 13224"),
        ("HAQQANI NETWORK", "listed", "2012-09-07", "foreign terrorist organisation"),
        ("MS-13", "listed", "2012-10-11", "Executive Order 13581"),
        ("BOKO HARAM", "listed", "2013-11-13", "foreign terrorist organisation"),
        ("MEDVEDCHUK, Viktor", "listed", "2014-03-17", "Executive Order 13660"),
        ("MATVIYENKO, Valentina Ivanovna", "listed", "2014-03-17", "Executive Order 13661"),
        ("ROTENBERG, Arkady", "listed", "2014-03-20", "Executive Order 13661"),
        ("TIMCHENKO, Gennady", "listed", "2014-03-20", "Executive Order 13661"),
        ("BANK ROSSIYA", "listed", "2014-03-20", "Executive Order 13661"),
        ("SECHIN, Igor", "listed", "2014-04-28", "Executive Order 13661"),
        ("CHEMEZOV, Sergei", "listed", "2014-04-28", "Executive Order 13661"),
        ("KALASHNIKOV CONCERN", "listed", "2014-07-16", "Executive Order 13661"),
        ("KIM, Jong Un", "listed", "2016-07-06", "Executive Order 13722"),
        ("EL AISSAMI MADDAH, Tareck Zaidan", "listed", "2017-02-13", "Kingpin Act"),
        ("MADURO MOROS, Nicolas", "listed", "2017-07-31", "Executive Order 13692"),
        ("KADYROV, Ramzan Akhmatovich", "listed", "2017-12-20", "Magnitsky Act"),
        ("VEKSELBERG, Viktor Feliksovich", "listed", "2018-04-06", "Executive Order 13662"),
        ("PUTIN, Vladimir Vladimirovich", "listed", "2022-02-25", "Executive Order 14024"),
    )
)


def told(store: ListStore, by_name: Mapping[str, set[PartyId]], fact: PublicFact) -> str:
    """Return ``exact`` or ``window`` as the store tells the fact, ``no`` when it does not."""
    found = "no"
    for party_id in sorted(by_name.get(name_key(fact.name), ())):
        for event in store.history(party_id).events:
            kind = "listed" if event.kind == "relisted" else event.kind
            if kind != fact.kind:
                continue
            if event.on == fact.on:
                return "exact"
            after = event.window and event.window.after
            if event.window and after and after <= fact.on <= event.window.until:
                found = "window"
    return found


def parties_by_name(store: ListStore) -> dict[str, set[PartyId]]:
    """Return the parties of the SDN list by the key of each name a version or a notice gives them."""
    found: dict[str, set[PartyId]] = {}
    records = [notice.party for notice in store.notices(SDN) if notice.party and notice.party_id]
    for record in (*records, *store.snapshot(SDN)):
        for name in record.names:
            found.setdefault(name_key(name.text), set()).add(record.party_id)
    return found
