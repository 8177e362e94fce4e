"""What a coach keeps on a device: the page of kept moves, and their cards."""

from __future__ import annotations

from ..words import N_
from .frame import Frame

MY_MOVES = "my-moves.html"
CARDS = "cards.html"

PLACE_WORDS: dict[str, str] = {
    "level": N_("Level {level}"),
}

MY_MOVES_WORDS: dict[str, str] = {
    **PLACE_WORDS,
    "set-unnamed": N_("My moves"),
    "gone": N_("This toolbox does not have the move {id}, or has it no longer."),
    "when-you-see": N_("When you see:"),
    "works-when-line": N_("It works when:"),
    "next-line": N_("Next move:"),
    "note-line": N_("Note:"),
    "tried-line": N_("Tried on:"),
    "happened-line": N_("What happened:"),
    "notes": N_("Notes"),
    "note-label": N_("Note"),
    "tried-label": N_("Tried on"),
    "happened-label": N_("What happened"),
    "up": N_("Up"),
    "up-name": N_("Up: {move}"),
    "down": N_("Down"),
    "down-name": N_("Down: {move}"),
    "remove": N_("Remove"),
    "remove-name": N_("Remove: {move}"),
    "now-at": N_("Now {place} of {count}."),
    "removed": N_("Removed: {move}"),
    "removed-all": N_("All moves of this set were removed."),
    "undo": N_("Undo"),
    "undone": N_("It is back."),
    "received-title": N_("Shared with you: {name}"),
    "received-help": N_("Moves in this set: {count}. You keep {mine} of your own; they change only if you say so."),
    "received-help-empty": N_("Moves in this set: {count}. Nothing is kept on this device unless you say so."),
    "received-add": N_("Add to my moves"),
    "received-replace": N_("Replace my moves"),
    "received-keep": N_("Keep as my moves"),
    "received-look": N_("Just look"),
    "just-looking": N_("Nothing was kept. The set stays here until you leave the page."),
    "cards-of-these": N_("Print these as cards"),
    "added": N_("Added: {count}."),
    "added-same": N_("You had {count} of them already; what you wrote about them is as it was."),
    "replaced": N_("Your moves were replaced by the set."),
    "link-damaged": N_(
        "This link was cut short or changed on its way, so the set in it cannot be read. Open it again from the "
        "message it came in, or ask for it as a file. Your own moves are as they were."
    ),
    "link-foreign": N_("There is no set of moves in this link. Your own moves are as they were."),
    "link-newer": N_(
        "This link comes from a newer toolbox than this one. Reload the page, then open the link again. Your own "
        "moves are as they were."
    ),
    "file-broken": N_(
        "“{file}” is damaged: it is not whole. Save it again where it came from. Your own moves are as they were."
    ),
    "file-foreign": N_(
        "“{file}” is not a file of moves. Choose one that was saved here with “Save as a file”. Your own moves are as "
        "they were."
    ),
    "file-newer": N_(
        "“{file}” was saved by another version of the toolbox. Reload this page, then choose it again. Your own moves "
        "are as they were."
    ),
    "file-entry": N_(
        "“{file}”: entry {place} is not a move, is longer than it may be, or is there twice. Save the file again where "
        "it came from. Your own moves are as they were."
    ),
    "file-large": N_(
        "“{file}” is too large to be a file of moves. Choose one that was saved here with “Save as a file”. Your own "
        "moves are as they were."
    ),
    "file-unopened": N_("It could not be opened. See whether it is still where it was, and choose it again."),
    "link-name": N_("The set’s name: {name}"),
    "link-no-name": N_("No name"),
    "link-move": N_("One move"),
    "link-moves": N_("{count} moves, in your order"),
    "link-nothing-written": N_("Nothing else"),
    "link-no-notes": N_("None of your notes"),
    "link-note": N_("Your notes: {count}"),
    "link-tried": N_("Days on which you tried a move: {count}"),
    "link-happened": N_("What happened, in your words: {count}"),
    "copied-link": N_("The link is copied."),
    "copied-agenda": N_("The agenda is copied."),
    "not-copied": N_("This browser does not let the page copy. Mark the link and copy it by hand, or save a file."),
    "code-label": N_("QR code of the link to this set"),
    "code-help": N_("A phone’s camera opens the set from it."),
    "code-long": N_("The link is too long for a code that a phone can read. The link itself works."),
}

CARDS_WORDS: dict[str, str] = {
    **PLACE_WORDS,
    "works-when-head": N_("It works when"),
    "next-head": N_("Next move"),
    "see-head": N_("When you see"),
    "revision": N_("Revision {revision}"),
    "card-code": N_("QR code of the page of {id}"),
    "count": N_("{count} cards on {sheets} sheets"),
    "count-one-sheet": N_("{count} cards on one sheet"),
    "count-one": N_("One card on one sheet"),
    "front": N_("Sheet {sheet}, front"),
    "back-side": N_("Sheet {sheet}, back"),
    "missing": N_("The toolbox does not have: {ids}"),
}


def render_tray(frame: Frame) -> dict[str, str]:
    """The page of kept moves and the page of cards, by their paths below toolbox/."""
    _ = frame.language.gettext
    return {
        MY_MOVES: frame.draw(MY_MOVES, MY_MOVES, _("My moves"), script="tray", words=MY_MOVES_WORDS, with_moves=True),
        CARDS: frame.draw(CARDS, CARDS, _("Cards"), script="cards", words=CARDS_WORDS, with_moves=True),
    }
