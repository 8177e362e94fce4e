"""The viewer's own words, by the ids that its script uses."""

from __future__ import annotations

from .language import Language


def N_(text: str) -> str:
    """Marks a text for the catalogues."""
    return text


VIEWER_WORDS: dict[str, str] = {
    "opening": N_("Opening the portfolio…"),
    "checking": N_("Checking the passphrase… This can take some seconds."),
    "no-secret-title": N_("Part of this link is missing"),
    "no-secret-help": N_(
        "A whole link has a # near its end and 43 letters, digits or dashes after it. That part is the key: "
        "without it, nobody can read what is kept here. A whole link looks like this:"
    ),
    "changed-title": N_("This link was cut short or changed"),
    "changed-help": N_(
        "After the # there should be a key of exactly 43 characters, and this one is different. Open the "
        "link from the message it came in, or copy it again from its first letter to its last."
    ),
    "withdrawn-title": N_("There is no portfolio at this link"),
    "withdrawn-help": N_(
        "The link was taken back, its last day has passed, or a character of the address was changed on the way."
    ),
    "unopened-title": N_("This link does not open the portfolio"),
    "unopened-help": N_(
        "Perhaps one character of the link was changed, or a newer link has taken its place. Open it from "
        "the message it came in, or copy it again, all of it."
    ),
    "damaged-title": N_("This portfolio did not arrive whole"),
    "damaged-help": N_(
        "Your link is right, but a file on the website is missing or is not the one that the school put "
        "there. So that you never see half of a portfolio, nothing is shown. Try again in a few minutes."
    ),
    "network-title": N_("The portfolio could not be fetched"),
    "network-help": N_("The website did not answer. Check that you are online, then try again."),
    "browser-title": N_("This browser cannot open the portfolio"),
    "browser-help": N_(
        "It is too old, or part of it is switched off. Use an up-to-date Chrome, Edge, Firefox or Safari. If "
        "you touched the link inside another app, choose “Open in browser” there."
    ),
    "ask": N_("If that does not help, ask the person who gave you the link for a new one."),
    "try-again": N_("Try again"),
    "passphrase-title": N_("This portfolio asks for a passphrase"),
    "passphrase-help": N_(
        "Type the words that came with the link, usually on paper or in a separate message. You can try as "
        "often as you need."
    ),
    "passphrase-label": N_("Passphrase"),
    "passphrase-show": N_("Show"),
    "passphrase-open": N_("Open the portfolio"),
    "passphrase-wrong": N_(
        "That did not open it. Look at spaces, capitals and accents, and try again. If it is surely right, "
        "the link itself may have been changed: open it again from its message."
    ),
    "skip": N_("Skip to the page"),
    "contents": N_("Contents"),
    "tongues": N_("Language"),
    "tongue-failed": N_("The pages could not be fetched in this language. Check that you are online, then try again."),
    "next-page": N_("Next: {title}"),
    "print-page": N_("Print this page"),
    "print-all": N_("Print everything"),
    "print-codes": N_("When printing everything, put codes beside films and recordings"),
    "print-codes-help": N_(
        "Scan a code with a phone to play what stands beside it. Whoever has the sheet sees all that this link shows, "
        "as long as the link lasts."
    ),
    "print-code": N_("Scan it to play this."),
    "print-progress": N_("Opening picture {done} of {total} for the printer…"),
    "print-missing": N_("Pictures are missing here. To print all of them, use “{button}” at the end of the page."),
    "play": N_("Play, {size}"),
    "media-progress": N_("Opening, {done} of {size}"),
    "media-failed": N_("This could not be opened: the file is missing, damaged or out of reach just now."),
    "media-memory": N_(
        "There is not enough free memory in this browser to open it here. Close other tabs and try again, or download "
        "it."
    ),
    "media-unplayed": N_("This browser cannot play it. Download it, and another app may be able to."),
    "download": N_("Download, {size}"),
    "saved": N_("Saved."),
    "look-close": N_("Close"),
    "look-slide": N_("Slide {number}"),
    "look-table": N_("Table {number}"),
    "look-rows": N_("Here are {shown} of {all} rows. The others are in the file."),
    "look-columns": N_("Here are {shown} of {all} columns. The others are in the file."),
    "look-beginning": N_("This is the beginning. The rest is in the file."),
    "look-picture": N_("Picture not shown here."),
    "larger": N_("Larger picture"),
    "still": N_("Stop"),
    "page-previous": N_("Previous page"),
    "page-next": N_("Next page"),
    "page-of": N_("Page {page} of {total}"),
    "page-opening": N_("Opening page {page}…"),
    "page-rest": N_("Page {page} of {total}. The pages after it are in the file."),
    "pages-of": N_("Pages of {title}"),
    "back": N_("Back to the page"),
    "news-since": N_("New since you were here on {day}"),
    "news-latest": N_("The latest"),
    "news-others": N_("{count} more"),
    "news-none": N_("Nothing new since {day}."),
    "find": N_("Find"),
    "find-title": N_("Find in this portfolio"),
    "find-help": N_("In titles, captions, reflections, goals and documents. What you type stays on this device."),
    "find-count": N_("Places found: {count}"),
    "find-some": N_("Nothing has all of these words. Places with some of them: {count}"),
    "find-in-document": N_("{page}, in the document"),
    "find-nothing": N_(
        "Nothing found for “{typed}”. Try one word by itself, or only its beginning. "
        "Accents and capitals do not matter."
    ),
    "find-more": N_("Show the other {count}"),
    "find-loading": N_("Getting ready to search…"),
    "find-failed": N_("The search could not be fetched. Check that you are online, then try again."),
}


def viewer_words(language: Language) -> dict[str, str]:
    """The viewer's words in `language`, by id. Places in braces, such as `{title}`, are the viewer's to fill in."""
    return {id_: language.gettext(text) for id_, text in VIEWER_WORDS.items()}
