"""What stands beside a name: an office, a crime suffered, and what tells the gender."""

from __future__ import annotations

import unicodedata

from spacy.tokens import Doc, Span, Token

from casefacts.entities.gazetteer import Gender, given_names
from casefacts.entities.people.person import Person
from casefacts.entities.people.words import NameWords

_OFFICER = 6  # tokens before and behind a name in which an officer's kind may be told
_SONS = {"jr", "sr"}  # as fathers and sons of one name are told apart


def describe(person: Person, name: Span, words: NameWords) -> None:
    """Note gender, office and suffering from the words around a name."""
    start = _start_of_titles(name, words)
    beside = _beside(name, start, words)
    if "officer" in beside and _is_in_business(name, start, words):
        beside.discard("officer")
    person.official = person.official or _is_official(name.root, beside, words)
    owns = name.doc[name.end : name.end + 1].text in ("'s", "'")  # "the murder of Ana Roe's mother"
    hurt = not owns and _suffers(name.doc, start, words)
    person.victim = person.victim or hurt or not beside.isdisjoint(("victim", "victims"))
    if person.gender is None:
        son = any(token.lower_.strip(".") in _SONS for token in name.doc[name.start : name.end + 2])
        person.gender = "m" if son else _gender(person, beside, words)


def _start_of_titles(name: Span, words: NameWords) -> int:
    """The first of the titles right before the name."""
    doc, start = name.doc, name.start
    while start > 0 and not doc[start].is_sent_start:
        if doc[start - 1].lower_ not in words.titles and doc[start - 1].text != "-":
            break
        start -= 1
    return start


def _beside(name: Span, start: int, words: NameWords) -> set[str]:
    """Titles, appositions and what else hangs on the name, in small letters."""
    root = name.root
    hanging = [child for child in root.children if child.dep_ in ("appos", "compound", "amod")]
    labelled = ":"  # "Justice: Ana Roe was ..."
    told = [child for child in hanging if name.doc[child.i + 1 : child.i + 2].text != labelled]
    if root.dep_ == "appos":
        told.append(root.head)
    # the "Di" of "Di Roe" is no rank, the "DA" of "DA Roe" is an office
    beside = {token.lower_ for token in told if token.text.isupper() or token.lower_ not in words.particles}
    return beside | {token.lower_ for token in name.doc[start : name.start]}


def _is_official(root: Token, beside: set[str], words: NameWords) -> bool:
    lists = words.lists
    if beside & lists["official_titles"] or beside & lists["official_nouns"]:
        return True
    before = [token.lower_ for token in root.doc[max(root.left_edge.i - 3, 0) : root.i]]
    if "chief" in before and "police" in before:  # "Acting Chief of Police Ana Roe"
        return True
    return root.dep_ == "nsubj" and root.head.lower_ in lists["prosecuting"]


def _is_in_business(name: Span, start: int, words: NameWords) -> bool:
    """Whether the "officer" beside a name is a company's: "compliance officer Ana Roe"."""
    around = name.doc[max(start - _OFFICER, 0) : name.end + _OFFICER]
    officers = [token for token in around if token.lower_ == "officer" and token.i]
    return all(name.doc[token.i - 1].lower_ in words.lists["business_officers"] for token in officers)


def _suffers(doc: Doc, start: int, words: NameWords) -> bool:
    """Whether the name is the object of a crime: "the murder of Ana Roe", "stabbing Ana Roe"."""
    i = start - 1
    while i > 0 and (_leads_to_victim(doc[i]) or _joins_victims(doc[i])):
        i -= 1
    if i < 1:
        return False
    if doc[i].lower_ == "of":
        return doc[i - 1].lower_ in words.lists["harms"]
    return doc[i].lower_ in words.lists["harming"]


def _leads_to_victim(token: Token) -> bool:
    """ "stabbing [his] [34-year-old] [cousin] Ana Roe"."""
    before = token.text in (",", "-", "year", "old") or token.like_num
    return before or token.dep_ in ("amod", "poss", "compound", "det", "nummod")


def _joins_victims(token: Token) -> bool:
    """ "the murders of [Thomas] [and] Ida Poe"."""
    named = token.tag_ == "NNP" and token.nbor().lower_ == "and"
    return named or (token.lower_ == "and" and token.nbor(-1).tag_ == "NNP")


def _gender(person: Person, beside: set[str], words: NameWords) -> Gender | None:
    """By the words beside the name, else by the given name."""
    given, lists = _unaccented(person.words[0]), words.lists
    if beside & lists["feminine"] or given in lists["feminine_names"]:
        return "f"
    if beside & lists["masculine"] or given in lists["masculine_names"]:
        return "m"
    return given_names().get(given) if len(person.words) > 1 else None


def _unaccented(word: str) -> str:
    """ "renée" as the lists of given names have it: "renee"."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
