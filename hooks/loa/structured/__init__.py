"""What search engines are told about a page (https://schema.org), as JSON-LD.

Nothing is said that the page doesn't show. Of a story only title, summary, address and dates go
out, as in the open data; of an invented or unfinished post nothing. Addresses must be whole: a
site that doesn't know its own leaves them out. On a stick no search engine reads.
"""

from loa.structured.posts import post_data
from loa.structured.script import page_data
from loa.structured.site import dataset, event, organisation, website

__all__ = ["dataset", "event", "organisation", "page_data", "post_data", "website"]
