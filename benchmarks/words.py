"""Prose of a made-up school, from a seed: no two learners get the same text, and the same seed gives it again."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence

FIRST_DAY = datetime.date(2024, 9, 2)
LAST_DAY = datetime.date(2026, 11, 18)

GIVEN = (
    "Abelone Adisa Amarante Anouska Basma Benedek Bettina Calla Cosmin Dagny Delphine Dorotea Eamon Eirlys Emeka "
    "Esperanza Fenna Florian Gintare Halvard Henrike Ibrahima Idunn Imani Isolde Jacinta Jarmila Joaquin Kalinda "
    "Kasimir Kofi Leocadia Linnea Lorcan Maialen Malachi Marisol Mbali Nasrin Nikandr Noelani Odalys Oisin Paloma "
    "Perpetua Quirin Rafaela Rasmus Roswitha Salome Senka Solveig Tamsin Teodora Ulrika Valentin Wanjiru Ximena "
    "Yevgenia Zdenka"
).split()
FAMILY = (
    "Abernethy Aguinaldo Balogun Berrycloth Bjornstad Calderbank Castellanos Cheptoo Dalgaard Delacruz Dziedzic "
    "Ekwueme Escalante Fairweather Figueiredo Gallowglass Gudmundsen Hadzic Halloran Iturralde Jankowiak Kaczmarek "
    "Kipkemboi Lamoureux Lindqvist Macadangdang Mbeki-Nwosu Montesinos Nakamatsu Nyquist Obradovic Okonedo "
    "Palmgren Pettibone Quispe Ravensdale Rutkowska Sandoval Skarsgaard Szczepanski Tavarez Thistlewood Umarova "
    "Valdelomar Vesterberg Wachira Whitcombe Yarborough Zamboni Zielinska"
).split()
THINGS = (
    "the weather balloon|a bread oven made of clay|our bridge model|the seed library|a one-act play|the bike repair "
    "stand|a map of the creek|the podcast about mills|a quilt pattern|the greenhouse sensor|my short film|the chess "
    "ladder|a ukulele song|the lake survey|a tax form that nobody explains|the compost count|a birdhouse camera|the "
    "food pantry shelf|a robot arm|the mural at the bus stop|a letter to the town board|my sprint times|the choir "
    "solo|a soil sample|the wooden canoe seat|a recipe book|the library night|a spreadsheet of snow days|the "
    "kindergarten garden|a debate about the dam|the printing press|my anatomy drawings|a solar cooker|the oral "
    "history project|a hand-drawn comic|the first aid course|a tile pattern|the water test kit"
).split("|")
PLACES = (
    "in the shop|at the kitchen table|behind the gym|in the back row|on the early bus|at the library|in room 14|by "
    "the river|in the greenhouse|at the town office|on the stage|in the science wing|at my aunt's bakery|under the "
    "bridge|in the music room|at the clinic|on the ball field|in the hallway|at the fire station|on the porch"
).split("|")
PEOPLE = (
    "my advisor|the librarian|my cousin|a sixth grader|the man from the mill|my science teacher|our neighbor|the "
    "nurse|my grandfather|the stage crew|the other team|a customer|my lab partner|the shop teacher|my older sister|"
    "the coach|a woman from the town board|the cook|my mentor|the bus driver"
).split("|")
DID = (
    "measured|took apart|drew|rewrote|explained|counted|tested|photographed|painted over|practiced|recorded|"
    "compared|repaired|planned|threw out|presented|sorted|labeled|sanded down|translated|rehearsed|mapped"
).split("|")
FELT = (
    "proud|lost|curious|tired|calmer than before|sure of myself|a little ashamed|ready for more|impatient|"
    "surprised|careful|stubborn|glad to be done|nervous|slow, in a good way|useful"
).split("|")
TIMES = (
    "last Tuesday|in the second week|before the first frost|over the long weekend|twice in October|every morning "
    "that month|after the concert|during advisory|when the power was out|on the last day of the quarter|in spring|"
    "for nineteen days|by the end of the unit|while everybody else was at lunch"
).split("|")
LESSONS = (
    "asking early costs less than asking late|a plan with one line in it is only a wish|numbers need a unit beside "
    "them|the first draft is for finding out|people help when they know what for|slow work can be finished work|I "
    "have to write things down on the same day|a mistake that I show is worth two that I hide|listening is also "
    "doing something|I like things better once I understand their insides|the second try should differ from the "
    "first in one thing only|nobody is waiting for me to be perfect|I need quiet for numbers and noise for ideas"
).split("|")
# Two halves make the name of a place or of a project that nobody else in the school has.
HALVES = (
    "Alder Amber Birch Bracken Cinder Copper Dapple Ember Fallow Fern Ginger Granite Harbor Hazel Indigo Juniper "
    "Kettle Lantern Maple Marble Nettle Otter Pebble Quartz Raven Saffron Sorrel Thistle Timber Umber Velvet Willow"
).split()
ENDS = (
    "barrow beam bend brook camp clearing corner cove crossing dale field flat ford forge gate hollow house lane loft "
    "meadow mill moor path pond reach ridge row shore song stead top yard"
).split()
SUBJECTS = (
    "algebra|chemistry|United States history|Spanish|studio art|biology|statistics|English|band|woodworking|"
    "geography|physics|computer science|health|economics|theater"
).split("|")
FORMS = (
    "{Time} I {did} {thing}, and I felt {felt}.",
    "I {did} {thing} {place} {number} times before it worked.",
    "{Person} asked why I {did} {thing}, and I had no answer until {time}.",
    "What I take from {odd} and {thing} is that {lesson}.",
    "At {odd} we {did} {thing}; {person} said it was the first plan of mine with a date in it.",
    "{Subject} makes more sense to me since I {did} {thing} {place}.",
    "Of {number} tries at {odd}, {smaller} came out the way I had drawn them.",
    "I used to think that {subject} was for other people, but in {odd} I saw that {lesson}.",
    "{Person} from {odd} showed me once, and then I {did} {thing} alone {place}.",
    "{Odd} took {number} minutes and one argument with {person}.",
    "When {odd} makes me feel {felt}, I go and work {place} for a while.",
    "By {time} I want to have {did} {thing} and to be able to say why.",
    "The hard part of {odd} was not {thing}; the hard part was telling {person} that I was late.",
    "With {odd} I would do it again, but with {smaller} people instead of {number}.",
    "{Time} {person} and I sat {place} and {did} everything from the start.",
    "If I could keep one page about {odd}, it would be the one on {thing}.",
    "There is a photo of me {place} in {odd}, looking {felt}, and I am keeping it.",
    "For {subject} I wrote {number} lines on {odd}, and {smaller} of them are good.",
    "{Odd} is next, and this time {person} will get the list before and not after.",
    "In {odd} I learned that {lesson}, which is funny, because {person} says so all the time.",
)
TITLES = (
    "{Odd}: {thing}",
    "{Thing}, finished {time}",
    "What {person} saw {place}",
    "{Subject} and {odd}",
    "A second look at {odd}",
    "{Number} tries at {odd}",
    "{Thing} {place}",
    "How I {did} {thing} {time}",
)


class Writer:
    """Writes for one learner. Everything follows from `seed`."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)

    def pick(self, choices: Sequence[str]) -> str:
        """One of the choices."""
        return self.chance.choice(choices)

    def name(self) -> str:
        """A person's name."""
        return f"{self.pick(GIVEN)} {self.pick(FAMILY)}"

    def title(self) -> str:
        """A title of a few words."""
        return self._fill(self.pick(TITLES))

    def sentence(self) -> str:
        """One sentence."""
        return self._fill(self.pick(FORMS))

    def prose(self, least: int, most: int) -> str:
        """A paragraph of `least` to `most` sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def day(self, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> str:
        """A day, as plans write it."""
        return (first + datetime.timedelta(days=self.chance.randint(0, (last - first).days))).isoformat()

    def essay(self) -> str:
        """A page of Markdown: paragraphs, a list, sometimes a table."""
        points = "\n".join(f"- **{self.title()}**: {self.sentence()}" for _ in range(self.chance.randint(2, 4)))
        parts = [self.prose(4, 6), points, self.prose(3, 5)]
        if self.chance.random() < 0.4:
            rows = "\n".join(f"| {self.day()} | {self.title()} |" for _ in range(3))
            parts.insert(2, f"| When | What |\n| --- | --- |\n{rows}")
        return "\n\n".join(parts)

    def _fill(self, form: str) -> str:
        number = self.chance.randint(3, 97)
        words = {
            "thing": self.pick(THINGS),
            "place": self.pick(PLACES),
            "person": self.pick(PEOPLE),
            "did": self.pick(DID),
            "felt": self.pick(FELT),
            "time": self.pick(TIMES),
            "lesson": self.pick(LESSONS),
            "subject": self.pick(SUBJECTS),
            "odd": f"{self.pick(HALVES)}{self.pick(ENDS)} {self.chance.randint(1, 60)}",
            "number": str(number),
            "smaller": str(self.chance.randint(2, number)),
        }
        capitals = {word.capitalize(): text[0].upper() + text[1:] for word, text in words.items()}
        return form.format(**words, **capitals)
