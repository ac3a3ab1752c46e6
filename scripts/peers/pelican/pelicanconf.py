"""Settings of Pelican: its own simple theme under our page, its cache on, lists of 20."""

AUTHOR = "Loa"
SITENAME = "Giảm nghèo"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
THEME = "theme"
STATIC_PATHS = ["anh"]
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
DEFAULT_PAGINATION = 20
FEED_ALL_RSS = "index.xml"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
