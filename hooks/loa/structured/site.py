"""What the whole site speaks of: the committee, the site, events, tables of data."""

from datetime import date

from loa.ask import paths
from loa.ask.showing import Showing
from loa.structured.script import Node, kept


def organisation(showing: Showing) -> Node:
    """Return the committee whose site this is, as far as it is known."""
    unit = showing.content.township.active
    contacts = unit.contacts
    place = contacts.address if contacts else None
    return kept(
        {
            **publisher(showing),
            "alternateName": unit.english,
            "areaServed": area(showing),
            "telephone": contacts.phone if contacts else None,
            "email": contacts.email if contacts else None,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": place,
                "addressRegion": unit.parents[-1],
                "addressCountry": "VN",
            }
            if place
            else None,
        }
    )


def website(showing: Showing) -> Node:
    """Return the site itself, with the way to search it."""
    township, home = showing.content.township, showing.edition.site_url
    search = showing.edition.absolute(paths.SEARCH)
    return {
        "@type": "WebSite",
        "@id": f"{home}#trang",
        "name": township.site_name,
        "description": township.tagline,
        "url": home,
        "inLanguage": "vi",
        "publisher": {"@id": f"{home}#co-quan"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def publisher(showing: Showing) -> Node:
    """Return the committee in short, as publisher and author."""
    home = showing.edition.site_url
    return kept(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{home}#co-quan",
            "name": showing.content.township.active.committee,
            "url": home,
        }
    )


def area(showing: Showing) -> Node:
    """Return where the site is at home."""
    unit = showing.content.township.active
    return {"@type": "AdministrativeArea", "name": ", ".join((unit.full_name, *unit.parents))}


def event(title: str, first: date, last: date, place: str, showing: Showing) -> Node:
    """Return something that people go to, between two days."""
    unit = showing.content.township.active
    return {
        "@type": "Event",
        "name": title,
        "startDate": first.isoformat(),
        "endDate": last.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": place,
            "address": {
                "@type": "PostalAddress",
                "addressLocality": unit.full_name,
                "addressRegion": unit.parents[-1],
                "addressCountry": "VN",
            },
        },
    }


def dataset(title: str, description: str, path: str, page: str, showing: Showing) -> Node:
    """Return one table of open data, the file at ``path``, described on ``page``."""
    return {
        "@type": "Dataset",
        "name": f"{title}, {showing.content.township.active.full_name}",
        "description": description,
        "url": showing.edition.absolute(page),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "dateModified": showing.today.isoformat(),
        "creator": publisher(showing),
        "spatialCoverage": area(showing),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": showing.edition.absolute(path),
            }
        ],
    }
