"""What tells nobody anything by itself: names that files of any site have, and words for people that are no names."""

from __future__ import annotations

COMMON_NAMES = frozenset(
    (
        *("index.html", "index.htm", "404.html", "readme.md", "readme.txt", "license.txt", "robots.txt", "sitemap.xml"),
        *("style.css", "styles.css", "main.css", "site.css", "script.js", "scripts.js", "main.js", "worker.js"),
        *("favicon.ico", "favicon.png", "favicon.svg", "mkdocs.yml", "search_index.json"),
    )
)
"""Names that files of any site have, so that they tell nobody anything: a learner may have made a page as well."""
_STEMS = """
    about art audio book clip cover document draft drawing dsc dscf dscn essay fig figure file film final home image
    img interview logo me mov movie mvi notes page photo pic picture portrait poster project pxl recording report scan
    screen screenshot slide slides song start text untitled vid video voice whatsapp
"""
COMMON_STEMS = frozenset(_STEMS.split())
"""What cameras, scanners and people in a hurry call files, mostly with a number or a day behind it."""
_ROLES = """
    a abuela abuelo adviser advisor advisors and aunt brother class classmates coach community counselor cousin dad
    english exhibition families family father friend friends grandfather grandma grandmother grandpa grandparents
    guardian guest guests house judge judges la mama mentor mentors mi mis mom mother mr mrs ms my neighbor neighbors
    neighbour neighbours office older our padres panel papa parent parents partner partners principal school sister
    staff stepdad stepfather stepmom stepmother supervisor teacher teachers team the uncle visitor visitors y younger
"""
ROLES = frozenset(_ROLES.split())
"""Words that people are called by without anybody's name being told."""
