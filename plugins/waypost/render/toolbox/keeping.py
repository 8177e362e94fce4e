"""Words of the two forms that a school keeps on a device: the self-assessment and the planner."""

from __future__ import annotations

from ..words import N_

KEEPING_WORDS: dict[str, str] = {
    "undo": N_("Undo"),
    "undone": N_("Undone: everything is as it was before."),
    "cancel": N_("Cancel"),
    "close": N_("Close"),
    "refused": N_(
        "This browser keeps nothing just now: it is full, or set to forget. What you write stays until you close this "
        "page. Save it as a file below."
    ),
    "unread": N_(
        "What this device had kept cannot be read: it is damaged, or from a newer version of this page. It was not "
        "thrown away. Save it as a file, and show it to the person who looks after this site."
    ),
    "save-unread": N_("Save what could not be read"),
    "saved-file": N_("{file} is ready. Look for it among your downloads."),
    "offer-full": N_("What do you want to do with it? Nothing has changed yet."),
    "opened": N_("{file} is open now."),
    "replace": N_("Put it in the place of mine"),
    "kept-as-it-was": N_("Nothing has changed."),
    "compare-one": N_(
        "There is only one to look at. Choose two files or more, or tick the box to put yours beside it."
    ),
    "mine": N_("This device"),
    "compared": N_("Several views side by side"),
    "compared-note": N_("Nothing of this is kept on this device unless you say so below."),
    "differ-list": N_("They differ in: {names}."),
    "differ-none": N_("They agree on everything."),
    "only-differing": N_("Show only where they differ"),
    "row-differs": N_("They differ"),
    "row-differs-in": N_("They differ: {fields}"),
    "row-same": N_("They agree"),
    "row-one": N_("Only one says something"),
    "row-none": N_("Nobody says anything"),
    "row-missing": N_("{count} of {all} say nothing"),
    "comma": N_(", "),
    "nothing-written": N_("Nothing written"),
    "place-line": N_("line {line}"),
    "trouble-huge": N_("This file has {size}. A file from this page has 5 MB at most: choose one that was saved here."),
    "trouble-letters": N_(
        "Its letters cannot be read, because it is not saved as UTF-8. In a spreadsheet, save it as “CSV UTF-8”; then "
        "open it again."
    ),
    "trouble-unreadable": N_("It could not be opened. See whether it is still where it was, and choose it again."),
    "trouble-empty": N_("There is nothing in it. Choose another file."),
    "trouble-foreign": N_("This page did not save it. Choose a JSON, CSV or Markdown file that you saved here."),
    "trouble-newer": N_(
        "It comes from a newer version of this page. Load this page again, then open the file once more."
    ),
    "trouble-damaged": N_("Part of it is broken or missing. Ask whoever saved the file to send it again."),
    "trouble-quote": N_("A quotation mark in this row has no partner. Put it right in the file, and open it again."),
    "trouble-value": N_("“{value}” cannot stand for “{field}”: write it as text. Then open the file again."),
    "trouble-choice": N_("“{value}” cannot stand for “{field}”. Write one of these: {allowed}."),
    "trouble-choice-word": N_(
        "“{value}” cannot stand for “{field}”. Write one of the words that stand at the file's foot."
    ),
    "trouble-day": N_("“{value}” is not a day. Write it as year, month and day, such as 2026-03-12."),
    "trouble-unknown": N_("This page does not ask for “{value}”. Take it out of the file, or mend its name."),
    "trouble-twice": N_("“{value}” stands here for the second time. Take one of the two out of the file."),
    "trouble-stray": N_("“{name}” has no place for “{field}”. Empty that cell, then open the file again."),
    "trouble-stray-line": N_(
        "It is not clear what “{value}” belongs to. Lines of a longer text begin with “>”: put that before it, or take "
        "the line out."
    ),
}
