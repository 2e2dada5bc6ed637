"""Who is mentioned: names (the fullest form of each), pronouns, and nouns that stand for people or companies.

Writes `doc.spans["people"]`; each span's `_.mention` says what it is. Which person a pronoun or "the defendant"
stands for is decided later (casefacts.reference), when it is known who is charged with what.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from casefacts.entities.gazetteer import given_names
from casefacts.entities.kinds import Kinds, territories
from casefacts.forms import text_of, words_of
from casefacts.rulebook import Rulebook

Gender = Literal["m", "f"]

_PRONOUNS: dict[str, tuple[int, Gender | None]] = {
    "he": (1, "m"), "him": (1, "m"), "his": (1, "m"),
    "she": (1, "f"), "her": (1, "f"), "hers": (1, "f"),
    "they": (2, None), "them": (2, None), "their": (2, None), "both": (2, None), "each": (2, None), "all": (2, None),
    "it": (1, None), "its": (1, None),
}  # fmt: skip
# ", a/k/a "Doc"", ", also known as Doc,"
_ALIAS = re.compile(r',? ?\(?(?:a/?k/?a\.?|a\.k\.a\.|alias|also known as|known as|nicknamed|aka) ["“\']?(\w+)', re.I)
# "Meanwhile Ana Roe": adverbs that open a sentence and that the language model takes into the name
_OPENING = frozenset(
    """
    meanwhile later separately also earlier yesterday today then now still instead elsewhere previously recently
    finally last next mate like unlike put jail free
    """.split()
)
# "Rachel" and "Rachael" beside one surname are one person (0.92); "Maria" and "Marta" are not (0.80).
MISSPELT = 0.9
# "Krasnodrasky" and "Krasnodarsky" (0.92) are, without given names; shorter surnames differ by design.
SURNAME_MISSPELT, LONG_NAME = 0.88, 9
# Behind one given name "Kranmere" and "Kranmire" (0.88) are one surname, too
MISSPELT_BEHIND_GIVEN, MISSPELT_LEAST = 0.87, 7

# Verbs behind which a text tells who somebody is, and how many words before it says that they are accused
_TELLING, _TOLD_REACH = {"are", "were", "include", "includes", "included"}, 14
_DASHES = {"-", "–", "—"}
_PROPER = {"NNP", "NNPS", "HYPH"}
_LETTER = re.compile(r"[A-Z]\.")  # of "K. Roe"; towns and bodies seldom begin so
_NUMBERED = re.compile(r"[A-Za-z]+-\d+")  # "Tribunal-1"
_AGE = re.compile(r"[1-9]\d")
_AGE_NOW = re.compile(r"(?:now-|then-)?[1-9]\d")
# Behind a comma they explain the name before it
_EXPLAINING = {"who", "the", "a", "an", "whose"}
# Verbs that a headline capitalises beside names.
_DONE = {
    "charged",
    "convicted",
    "sentenced",
    "arrested",
    "indicted",
    "jailed",
    "accused",
    "pleads",
    "gets",
    "faces",
    "guilty",
}
# The nickname in: Carmine "Two Shoes" Roe
_QUOTED = re.compile(r"""["“'‘]\w[\w' -]{1,24}["”'’]""")
_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.[A-Z]\.")
_NAME_WORD = re.compile(r"(?:[A-Z][a-zA-Z'-]*[a-zà-ÿ][\w'-]*|[A-ZÀ-Ý][à-ÿ]\w*|[A-Z]{2,3}|al-\w+|[OD]'[A-Z]\w+)\.?")


@dataclass
class Person:
    """One person or company of the article; `name` is the fullest form without title."""

    id: int
    words: list[str]
    name: str
    company: bool = False
    gender: Gender | None = None
    official: bool = False
    victim: bool = False
    first: int = 0
    aliases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Mention:
    """What a span of `doc.spans["people"]` is. `person` is set for names, `count` for nouns and pronouns.

    `bearers` are all whom a surname alone can mean, where there are several.
    """

    kind: Literal["name", "pronoun", "noun"]
    person: Person | None = None
    count: int = 1
    gender: Gender | None = None
    definite: bool = False
    role: str = ""
    family: tuple[Person, ...] = ()
    bearers: tuple[Person, ...] = ()


@dataclass
class Cast:
    """Everybody in one article, in the order of their first mention."""

    people: list[Person] = field(default_factory=list)


class People:
    """The stage: finds names, merges those of one person, and marks pronouns and role nouns."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        if not Span.has_extension("mention"):
            Span.set_extension("mention", default=None)
        self.words = {name: frozenset(words) for name, words in rulebook.words.items()}
        self.nicknames = dict(pair.split("=") for pair in rulebook.words["nicknames"])
        self.roles = {rule.id: rule.get("role") for rule in rulebook.group("roles")}
        self.matcher = rulebook.matcher("roles")
        self.kinds = Kinds(vocab, self.words)
        self.bodies = self.words["official_bodies"] - self.words["also_surnames"]

    def __call__(self, doc: Doc) -> Doc:
        cast = Cast()
        spans: list[Span] = []
        names = self._names(doc)
        real = _other_names(names)
        several = [name for name in names if len(self._name_words(name)) > 1 or name.label_ == "company"]
        for span in sorted({*several, *(name for name in names if name.start in real)}, key=lambda name: name.start):
            person = self._alias(cast, span, real) or self._person(cast, span)
            self._describe(person, span)
            spans.append(_mention(span, Mention("name", person)))
        for span in [name for name in names if name not in several and name.start not in real]:
            self._share_surname(cast, span)
            other = self._set_apart(cast, span)
            bearers = self._bearers(cast, span) if other is None else []
            person = other or (_likeliest(bearers, span.start) if bearers else self._person(cast, span))
            self._describe(person, span)
            spans.append(_mention(span, Mention("name", person, bearers=_several(bearers))))
        cast.people.sort(key=lambda person: person.first)
        taken = {token.i for span in spans for token in span}
        spans += self._short_names(doc, cast, taken)
        spans += self._families(doc, cast, taken)
        taken |= {token.i for span in spans for token in span}
        spans += self._pronouns(doc, taken)
        spans += self._nouns(doc, taken)
        doc.spans["people"] = sorted(spans, key=lambda span: (span.start, span.end))
        return doc

    def _names(self, doc: Doc) -> list[Span]:
        found = [self._trim(self._whole(ent)) for ent in doc.ents if ent.label_ == "PERSON"]
        found += [
            self._trim(ent)
            for ent in doc.ents
            if ent.label_ == "GPE"
            and len(ent) > 1
            and (ent[-1].tag_ == "POS" or (ent.end < len(doc) and doc[ent.end].tag_ == "POS"))
        ]
        found += [self._trim(span) for span in self._aged_names(doc)]
        found += [self._trim(span) for span in self._titled_names(doc)]
        found += [self._trim(span) for span in self._capitalised_names(doc)]
        found += [self._trim(span) for span in self._apposed_names(doc)]
        found += [*_quoted_aliases(doc), *self._nicknamed(doc), *self._told_names(doc)]
        firsts = (doc[i - 1] for i, word in enumerate(words_of(doc)) if word == "and" and 0 < i < len(doc) - 1)
        found += [doc[token.i : token.i + 1] for token in firsts if self._shares_surname(token)]
        places = self._places(doc)
        full = [
            span
            for span in found
            if span is not None and self._plausible(span) and not _in_headline(span) and not _is_place(span, places)
        ]
        bynames = list(self._bynames(doc, full))
        known = {span.text for span in bynames}
        companies = [span for span in self._companies(doc) if span.text not in known]
        persons = self.kinds.persons([span for span in filter_spans(companies + full) if span.label_ != "company"])
        names = sorted(filter_spans([*bynames, *companies, *persons]), key=lambda span: span.start)
        names = list(_with_quoted(_without_nicknames(names)))
        nicknames = [name for name, after in itertools.pairwise(names) if _is_nickname(name, after)]
        others = _other_names(names)
        return [name for name in names if name not in nicknames and (name.start in others or not _is_byname(name))]

    def _places(self, doc: Doc) -> set[str]:
        """Towns that the layout tells: behind an age ("34, of Tustin"), or as a dateline ("TUSTIN -")."""
        found = set()
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word in _DASHES or _AGE.fullmatch(word)):
            if (
                token.text in _DASHES
                and token.i
                and doc[token.i - 1].whitespace_  # the hyphen of "Jean-Luc" parts no dateline
                and (doc[token.i - 1].is_title or doc[token.i - 1].is_upper)
                and doc[max(token.i - 4, 0) : token.i].text
                and any(t.is_sent_start for t in doc[max(token.i - 4, 0) : token.i])
            ):
                start = next(t.i for t in reversed(doc[max(token.i - 4, 0) : token.i]) if t.is_sent_start)
                found.add(doc[start : token.i].text.partition(",")[0].strip())  # "TUSTIN, Calif. -"
            if (
                _AGE.fullmatch(token.text)
                and token.i + 2 < len(doc)
                and doc[token.i + 1].text == ","
                and token.i
                and doc[token.i - 1].text == ","
            ):
                led = doc[token.i + 2].lower_ in ("of", "from")  # "21, of Pico and Max Poe, 23, ..."
                first = token.i + 2 + led
                end = self._run_right(doc, first)
                ends = led or end == len(doc) or doc[end].text in (",", ";", ".", ")") or doc[end].is_space
                if end > first and (ends or doc[end].is_sent_start):
                    found.add(doc[first:end].text)
        return found

    def _aged_names(self, doc: Doc) -> Iterator[Span]:
        """Names by their age: "Bo Li Quan, 45, of Tustin", "Ana Roe (23)", "48-year-old Gus Poe"."""
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if _AGE_NOW.fullmatch(word)):
            before = token.i - 1
            if before > 0 and doc[before].text in (",", "("):
                start = self._run_left(doc, before - 1)
                if before - start >= 2:
                    yield doc[start:before]
            after = token.i + 1
            if doc[after : after + 4].text.lower() == "-year-old" and after + 4 < len(doc):
                end = self._run_right(doc, after + 4)
                if end > after + 5:
                    yield doc[after + 4 : end]

    def _titled_names(self, doc: Doc) -> Iterator[Span]:
        titles = self.words["titles"]
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word in titles):
            end = self._run_right(doc, token.i + 1)
            called = token.text[0].isupper() and self._is_title(doc, token.i, end)
            if called and not _shouted(doc[token.i : token.i + 2]):
                if doc[token.i + 1 : token.i + 2].text.lower() in _DONE:
                    continue
                if end > token.i + 1 and doc[token.i + 1].ent_type_ not in (
                    "GPE",
                    "ORG",
                    "LOC",
                    "FAC",
                    "DATE",
                    "NORP",
                ):
                    yield doc[token.i + 1 : end]

    def _capitalised_names(self, doc: Doc) -> Iterator[Span]:
        """Two to four capitalised words in a row that the language model takes for nothing or for a thing."""
        i, ends = 0, self._run_ends(doc)
        while i < len(doc):
            if ends[i] < i + 2:
                i += 1
                continue
            end = self._run_right(doc, i)
            first = i
            while first < end - 1 and doc[first].is_sent_start and doc[first].is_stop:
                first += 1
            if self._may_be_name(doc[first:end]):
                yield doc[first:end]
            i = max(end, i + 1)

    def _may_be_name(self, run: Span) -> bool:
        proper = [token for token in run if token.text[0].isupper()]
        if not 2 <= len(proper) <= 4 or (run[0].is_sent_start and run[0].is_stop) or self._bodies(run):
            return False
        if any(len(token) > 2 and token.is_upper and not _INITIAL.fullmatch(token.text) for token in proper):
            return False
        if proper[-1].lower_ in self.words["titles"] or any(token.lower_ in _DONE for token in proper):
            return False
        mistagged = any(token.tag_ not in _PROPER and token.text[0].isupper() and not token.ent_type_ for token in run)
        if mistagged and not _opens_entry(run):
            return False
        if _LETTER.fullmatch(run[0].text):
            return True
        kinds = {token.ent_type_ for token in run}
        if kinds & {"GPE", "LOC", "FAC"}:
            before = run.doc[run.start - 1] if run.start else None
            if before is not None and before.pos_ == "NOUN" and not before.ent_type_:
                return True
            if _explained(run) or self._named_behind(run) or (before is not None and before.lower_ == "against"):
                return True
            placed = before is not None and before.dep_ == "prep"
            return not placed and run.root.dep_ in ("nsubj", "nsubjpass", "dobj", "poss")
        return kinds <= {"", "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "DATE", "EVENT", "PERSON", "LAW"}

    def _named_behind(self, run: Span) -> bool:
        """ "A co-defendant, Ana Roe, admitted ..."."""
        before, after = run.doc[max(run.start - 2, 0) : run.start], run.doc[run.end : run.end + 1].text
        return (
            len(before) == 2
            and before[0].lower_ in self.words["named_behind"]
            and (before[1].text, after) == (",", ",")
        )

    def _apposed_names(self, doc: Doc) -> Iterator[Span]:
        """Names of one word that an apposition explains: "Suharyanto, the former regent, ..."."""
        words = words_of(doc)
        for token in (doc[i] for i in range(len(doc) - 2) if words[i + 1] == "," and words[i + 2] in _EXPLAINING):
            alone = token.tag_ == "NNP" and token.is_title and token.ent_type_ in ("", "PERSON", "ORG", "NORP")
            first = token.i == 0 or not self._is_name_word(doc[token.i - 1])
            if alone and first and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and not token.is_sent_start:
                yield doc[token.i : token.i + 1]
        for kin in (doc[i] for i, word in enumerate(words[:-1]) if i and word in self.words["kin"]):
            name = kin.nbor()  # "her husband Ranjit"
            if kin.nbor(-1).tag_ in ("PRP$", "POS") and name.tag_ == "NNP" and name.is_title:
                yield doc[name.i : self._run_right(doc, name.i)]

    def _bynames(self, doc: Doc, names: list[Span]) -> Iterator[Span]:
        """Wherever the other name of somebody stands: "C-Bone, real name Max Poe", "Max Poe, known as C-Bone"."""
        text, called = text_of(doc), set()
        for name in names:
            before = _CALLED.search(text, max(name.start_char - _REAL_NAME_REACH, 0), name.start_char)
            behind = _OTHER_NAME.match(text, name.end_char)
            quoted = behind is not None and behind[0][-1] in _QUOTES  # which parts no list of names: see `_aliases`
            after = _BYNAME.match(text, behind.end()) if behind and not quoted else None
            called |= {match["name"] for match in (before, after) if match}
        for word in sorted(called):
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                span = doc.char_span(*match.span(), label="name")
                if span is not None and self._plausible(span) and not _in_headline(span):
                    yield span

    def _told_names(self, doc: Doc) -> Iterator[Span]:
        """Names of one word in a list of those whom the text means: "The accused are Ana Roe, Harun and ..."."""
        words = words_of(doc)
        for i in (i for i, word in enumerate(words) if word in _TELLING):
            before = words[max(doc[i].sent.start, i - _TOLD_REACH) : i]
            if "who" in before or any(word.removesuffix("s") in self.words["accused_people"] for word in before):
                items = list(self._items(doc, i + 1))
                yield from (item for item in items if len(item) == 1 and len(items) > 2)

    def _items(self, doc: Doc, at: int) -> Iterator[Span]:
        """The runs of proper nouns from a token on that commas and "and" part."""
        while at < len(doc):
            end = at
            while end < len(doc) and doc[end].tag_ in _PROPER and self._is_name_word(doc[end]):
                end += 1
            if end == at:
                return
            yield doc[at:end]
            at = end
            while at < len(doc) and doc[at].lower_ in (",", "and"):
                at += 1
            if at == end:
                return

    def _nicknamed(self, doc: Doc) -> Iterator[Span]:
        """Names with a nickname of several words, or in brackets: "Carmine "Two Shoes Louie" Roe", "Bo ("Ace") Li"."""
        for match in _NICKNAMED.finditer(text_of(doc)):
            span = doc.char_span(*match.span(), label="name")
            if span is not None and not any(token.lower_ in self.words["titles"] for token in span):
                yield span

    def _shares_surname(self, token: Token) -> bool:
        """Whether it is the first given name in "Max and Ana Roe"."""
        doc, i = token.doc, token.i
        if token.tag_ != "NNP" or token.lower_ not in given_names() or doc[i + 1].lower_ != "and":
            return False
        alone = i == 0 or doc[i - 1].tag_ not in ("NNP", "NNPS") or bool(doc[i - 1].is_sent_start)
        alone = alone and not _goes_on_list(token)
        return alone and doc[i + 2].lower_ in given_names() and self._run_right(doc, i + 2) > i + 3

    def _companies(self, doc: Doc) -> Iterator[Span]:
        """Names with a company's ending: "Trans-Mesa Energy Inc.", and what the language model calls so."""
        for ent in doc.ents:
            called = ent.label_ == "ORG" and ent[-1].lower_ in self.words["company_words"] and not _shouted(ent)
            called = called or (ent.label_ == "ORG" and self._stands_trial(ent))
            if called or (ent.label_ in ("ORG", "GPE", "PRODUCT") and _is_said_a_company(ent)):
                yield Span(doc, ent.start, ent.end, label="company")
        words, endings = words_of(doc), self.words["company_endings"]
        told = {i for i, word in enumerate(words[1:]) if word == ","}  # ", a bakery chain, ..." may stand behind
        for token in (doc[i] for i, word in enumerate(words) if i in told or word in endings):
            alone = token.tag_ == "NNP" and not token.ent_type_ and token.dep_ in ("nsubj", "nsubjpass")
            if alone and _is_said_a_company(doc[token.i : token.i + 1]) and not _continues_name(token):
                yield Span(doc, token.i, token.i + 1, label="company")
            if token.lower_ in endings and token.text[0].isupper() and token.i:
                start = token.i
                while (
                    start > 0
                    and not doc[start].is_sent_start
                    and (doc[start - 1].text in ("&", "-") or doc[start - 1].text[0].isupper())
                ):
                    start -= 1
                if start < token.i:
                    yield Span(doc, start, token.i + 1, label="company")

    def _stands_trial(self, ent: Span) -> bool:
        """Whether it is a body that a court deals with: "Marrow was fined", "Marrow has pleaded guilty"."""
        root = ent.root
        if root.dep_ not in ("nsubj", "nsubjpass") or root.head.lower_ not in self.words["corporate_verbs"]:
            return False
        if root.dep_ == "nsubj" and root.head.lower_ not in ("pleaded", "pled"):
            return False
        bodies = self.words["official_bodies"], self.words["institutions"]
        named = any(token.lower_ in words for token in ent for words in bodies)
        return not named and not self.kinds.persons([ent])

    def _bodies(self, run: Span) -> bool:
        before = run.doc[run.start - 1] if run.start else None
        return any(token.lower_ in self.bodies for token in run) or (
            before is not None and before.lower_ in ("the", "a", "an")
        )

    def _run_left(self, doc: Doc, last: int) -> int:
        start = last + 1
        while start > 0 and not doc[start].is_sent_start:
            if self._is_name_word(doc[start - 1]):
                start -= 1
            elif start > 3 and re.fullmatch(r'["“]\w+["”]', doc[start - 3 : start].text.strip()):
                start -= 3  # the nickname of "Kwok-Wai "Kevin" Lam"
            else:
                break
        while start <= last and doc[start].lower_ in self.words["particles"] and doc[start].text.islower():
            start += 1
        return start

    def _run_right(self, doc: Doc, first: int) -> int:
        end = self._run_ends(doc)[first] if first < len(doc) else first
        while end > first and doc[end - 1].lower_ in self.words["particles"] and doc[end - 1].text.islower():
            end -= 1
        return end

    def _run_ends(self, doc: Doc) -> list[int]:
        """For each token where the words that can be parts of a name end that begin with it; kept with the Doc."""
        ends: list[int] | None = doc.user_data.get("run_ends")
        if ends is None:
            ends, end = [], len(doc)
            for token in reversed(doc):
                is_part = self._is_name_word(token)
                ends.append(end if is_part else token.i)
                end = end if is_part and not token.is_sent_start else token.i
            ends = doc.user_data["run_ends"] = ends[::-1]
        return ends

    def _is_name_word(self, token: Token) -> bool:
        if token.lower_ in self.words["particles"] or token.text in ('"', "-"):
            return token.text == "-" or token.lower_ in self.words["particles"]
        if token.lower_ in self.words["not_names"]:
            return False
        written = _NAME_WORD.fullmatch(token.text) or _INITIAL.fullmatch(token.text)
        return bool(written) or (token.is_alpha and self._capital(token))

    def _trim(self, span: Span) -> Span | None:
        start, end = span.start, span.end
        doc = span.doc
        shared = doc[end : end + 1].text == "and" and doc[start].lower_.endswith("s")  # "Brothers Max and Leo Poe"
        if (end - start > 2 or shared) and doc[start].is_sent_start and self.kinds.is_before_name(doc[start]):
            start += 1
        while (
            start < end
            and (self._is_title(doc, start, end) or not doc[start].text[0].isalpha() or doc[start].lower_ == "the")
            and not (doc[start].text[0].isupper() and _INITIAL.fullmatch(doc[start].text))
        ):
            start += 1
        if doc[start : start + 3].text.lower() in ("part-owner", "co-owner", "co-founder", "vice-chairman"):
            start += 3
        if doc[start : start + 3].text.lower() in ("co-defendant", "co-defendants"):
            start += 3
        while start < end - 1 and (doc[start].lower_ in _OPENING or self._lower_case(doc[start])):
            start += 1
        while start < end and (doc[end - 1].text in ("'s", "'", ",", "-", "(", ")") or doc[end - 1].text.isdigit()):
            end -= 1
        while start < end - 1 and self._lower_case(doc[end - 1]) and doc[end - 2].text != "-":
            end -= 1
        while end - start > 1 and self._is_title(doc, start, end):
            start += 1
        while end - start > 2 and self._tells_origin(doc[start]):
            start += 1
        for i in range(start + 1, end - 1):  # "States President Ana Roe"
            if doc[i].lower_ in self.words["titles"] and doc[i + 1].lower_ in given_names():
                start = i + 1
        for i in range(start + 1, end - 1):
            if doc[i].text == "-" and doc[i - 1].whitespace_:  # "Essex - Max Poe", "Max Poe - all"
                start, end = (i + 1, end) if i - start < 2 else (start, i)
                break
        for i in range(start, end):
            if (
                doc[i].is_space
                or doc[i].lower_ in ("alias", "aka")
                or self._owns_kin(doc, i)
                or doc[i].text in (",", "(", ")", "[", "]", "&", ";", ":", "/", "–")
            ):
                end = i
                break
        while (
            end < len(doc)
            and end > start
            and doc[end].text == "-"
            and end + 1 < len(doc)
            and not doc[end - 1].whitespace_
            and not doc[end].whitespace_
            and doc[end + 1].is_alpha
        ):
            end += 2
        return Span(doc, start, end, label="name") if start < end else None

    def _owns_kin(self, doc: Doc, at: int) -> bool:
        """Whether the name before the token ends there: "Bo Tran's Wife, Mai Tran"."""
        return doc[at].text == "'s" and doc[at + 1 : at + 2].text.lower() in self.words["kin"]

    def _is_title(self, doc: Doc, at: int, end: int) -> bool:
        """Whether the word is a title before a name that ends at `end`; "Hunter" is none in "Hunter Roe"."""
        if doc[at].lower_ in self.words["particles"] and not doc[at].is_upper:
            return False  # "DI Roe" is an inspector, "Di Marco" a name
        if doc[at].lower_ in self.words["also_given"] and end - at == 2 and doc[at].is_title:
            surname = doc[at + 1].lower_
            return surname in self.words["titles"] or surname in given_names()
        word = doc[at].lower_
        return (
            word in self.words["titles"] or word.removesuffix("s") in self.words["titles"]
        )  # "Constables Ana and ..."

    def _tells_origin(self, token: Token) -> bool:
        """ "Texan Ana Roe", "in Ruritania Ana Roe": a word that belongs to no name, before one."""
        if token.lower_ in given_names():
            return False
        after = token.doc[token.i + 1].lower_
        return token.text in territories() or (token.ent_type_ == "NORP" and after in given_names())

    def _lower_case(self, token: Token) -> bool:
        return token.text.islower() and token.lower_ not in self.words["particles"] and not token.text.startswith("al-")

    def _whole(self, span: Span) -> Span:
        """The span with the given name before it that the language model left out: "Dimitris [Roe]"."""
        doc, start = span.doc, span.start
        if len(span) > 1 or not start or doc[start].is_sent_start:
            return span
        given = doc[start - 1]
        belongs = given.tag_ == "NNP" and given.dep_ == "compound" and given.head == span.root and given.is_title
        if not belongs or given.lower_ in self.words["titles"] or not self._is_name_word(given):
            return span
        return doc[start - 1 : span.end]

    def _plausible(self, span: Span) -> bool:
        if _shouted(span) or any(
            token.lower_ in self.words["not_names"] or _NUMBERED.fullmatch(token.text) for token in span
        ):
            return False
        if len(span) == 1 and span.start and span.doc[span.start - 1].lower_ in ("the", "at", "in", "near"):
            return False
        if (
            span.start
            and span.doc[span.start - 1].lower_ == "the"
            and span.root.dep_ not in ("compound", "poss", "nmod")
        ):
            return False
        counted = span.start and span.doc[span.start - 1].like_num  # "the 52 Harbor Kings"
        people = span[-1].tag_ == "NNPS" and (counted or span[-1].ent_type_ == "NORP")  # "two Ruritanian Cossacks"
        hidden = span.doc[span.end : span.end + 1].text.lower() == "doe"  # "Jane Doe #5" is a victim without a name
        if people or hidden or _is_source(span) or _is_origin(span):
            return False
        words = [token for token in span if token.lower_ not in self.words["particles"] and token.is_alpha]
        return sum(map(len, words)) > 2 and len(span) <= 9 and all(self._capital(token) for token in words)

    def _capital(self, token: Token) -> bool:
        """Whether the word can be part of a name as written: "Park", "al-Amin", the "wook" of "Dong-wook"."""
        doc, i = token.doc, token.i
        joined = i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and doc[i - 2].text[0].isupper()
        return token.text[0].isupper() or token.text.startswith("al") or joined

    def _alias(self, cast: Cast, span: Span, others: dict[int, tuple[Span, bool]]) -> Person | None:
        """The person whose other name it is: "Ana Roe, known as Lil Ana", "Lil Ana, whose real name is Ana Roe"."""
        if span.start not in others:
            return None
        first, real = others[span.start]
        person = next((p for p in cast.people if p.first == first.start), None) or self._person(cast, first)
        words = self._name_words(span)
        if real and person.words[-1] in words:  # "Ron Poe, whose real name is Ronald Poe Lund": both name him
            person.aliases |= set(words)
        elif real:
            person.aliases |= set(person.words)
            person.words, person.name = words, span.text
        else:
            person.aliases |= set(words)
        return person

    def _share_surname(self, cast: Cast, span: Span) -> None:
        """ "Max and Ana Roe": the first has the surname of the second."""
        doc, given = span.doc, span[0].lower_
        if given not in given_names() or doc[span.end : span.end + 1].text != "and" or _goes_on_list(span[0]):
            return
        for person in cast.people:
            _, _, surname = person.name.partition(" ")
            if person.first == span.end + 1 and surname and not person.company and person.words[0] != given:
                words = [given, *person.words[1:]]
                cast.people.append(Person(len(cast.people), words, f"{span.text} {surname}", first=span.start))
                return

    def _set_apart(self, cast: Cast, span: Span) -> Person | None:
        """ "The younger Roe, Max, was charged": another one of the surname, whose given name follows."""
        doc, behind = span.doc, span.doc[span.end : span.end + 3]
        if not span.start or doc[span.start - 1].lower_ not in ("younger", "elder", "older") or len(behind) < 3:
            return None
        given = behind[1]
        if (behind[0].text, behind[2].text) != (",", ",") or not given.is_title or given.tag_ != "NNP":
            return None
        words = [given.lower_, *self._name_words(span)]
        person = Person(len(cast.people), words, f"{given.text} {span.text}", first=span.start)
        cast.people.append(person)
        return person

    def _person(self, cast: Cast, span: Span) -> Person:
        company = span.label_ == "company"
        words = [span.text] if company else self._name_words(span)
        for person in reversed(cast.people):
            called = words[-1] == person.words[-1] or set(words) <= person.aliases
            known = self._same(person.words, words) or (called and words[0] in person.aliases)
            if person.company == company and known:
                if len(words) > len(person.words) and not _is_said_real(span):
                    person.words, person.name = words, span.text
                person.aliases |= {*_aliases(span), *(words if _is_said_real(span) else ())}
                return person
        person = Person(len(cast.people), words, span.text, company=company, first=span.start, aliases=_aliases(span))
        cast.people.append(person)
        return person

    def _bearers(self, cast: Cast, span: Span) -> list[Person]:
        """Whom a surname or nickname alone can mean."""
        word = self._name_words(span)[0]
        bearers = [p for p in cast.people if not p.company and p.words[-1] == word]
        bearers = bearers or [p for p in cast.people if not p.company and (word in p.words or word in p.aliases)]
        bearers = bearers or [p for p in cast.people if not p.company and self._is_short_for(word, p)]
        return bearers or [p for p in cast.people if not p.company and _misspelt(word, p.words[-1])]

    def _is_short_for(self, word: str, person: Person) -> bool:
        """ "Kamr" of "Kamrul Hossain": a given name that an article joins to the next, without it."""
        return any(part == word + ending for part in person.words for ending in self.words["joining_endings"])

    def _name_words(self, span: Span) -> list[str]:
        quoted = re.sub(r'"[^"]*"|\([^)]*\)', " ", span.text)
        words = [word.strip(".,'\"") for word in re.split(r"[\s-]+", quoted)]
        return [word.lower() for word in words if word and word.lower() not in self.words["name_suffixes"]]

    def _same(self, known: list[str], new: list[str]) -> bool:
        """Whether two names can be one person's: a shared surname, and given names that do not clash."""
        longer, shorter = (known, new) if len(known) >= len(new) else (new, known)
        if len(shorter) == 1:
            return shorter[0] in longer
        one, other = self._given(longer[0]), self._given(shorter[0])
        initial = longer[0][0] == shorter[0] or shorter[0][0] == longer[0]
        if not (initial or one == other or SequenceMatcher(None, one, other).ratio() >= MISSPELT):
            return False
        if shorter[-1] == longer[-1] or all(word in longer for word in shorter[1:]):
            return True
        if one != other or len(one) < 2:
            return False
        return _misspelt(shorter[-1], longer[-1], MISSPELT_BEHIND_GIVEN, MISSPELT_LEAST)

    def _given(self, word: str) -> str:
        return self.nicknames.get(word, word)

    def _describe(self, person: Person, span: Span) -> None:
        """Note gender and office from the words around the name."""
        doc = span.doc
        start = span.start
        titles = []
        while (
            start > 0
            and not doc[start].is_sent_start
            and (doc[start - 1].lower_ in self.words["titles"] or doc[start - 1].text == "-")
        ):
            start -= 1
            titles.append(doc[start].lower_)
        head = span.root
        beside = {child.lower_ for child in head.children if child.dep_ in ("appos", "compound", "amod")}
        if head.dep_ == "appos":
            beside.add(head.head.lower_)
        beside = {*titles, *(beside - self.words["particles"])}  # the "Di" of "Di Roe" is no rank
        if "officer" in beside and self._in_business(doc, start, span.end):
            beside.discard("officer")
        if beside & self.words["official_titles"] or beside & self.words["official_nouns"]:
            person.official = True
        if head.dep_ == "nsubj" and head.head.lower_ in self.words["prosecuting"]:
            person.official = True
        if beside & {"victim", "victims"} or self._suffers(doc, start):
            person.victim = True
        if person.gender is None:
            given = _unaccented(person.words[0])
            if beside & self.words["masculine"] or given in self.words["masculine_names"]:
                person.gender = "m"
            if beside & self.words["feminine"] or given in self.words["feminine_names"]:
                person.gender = "f"
            if person.gender is None and len(person.words) > 1:
                person.gender = given_names().get(given)

    def _in_business(self, doc: Doc, start: int, end: int) -> bool:
        """Whether the "officer" beside a name is a company's: "compliance officer Ana Roe"."""
        officers = [token for token in doc[max(start - 6, 0) : end + 6] if token.lower_ == "officer" and token.i]
        return all(doc[token.i - 1].lower_ in self.words["business_officers"] for token in officers)

    def _suffers(self, doc: Doc, start: int) -> bool:
        """Whether the name is the object of a crime: "the murder of Ana Roe", "stabbing Ana Roe"."""
        i = start - 1
        while i > 0 and (
            doc[i].text in (",", "-", "year", "old")
            or (doc[i].lower_ == "and" and doc[i - 1].tag_ == "NNP")  # "the murders of Thomas and Ida Poe"
            or (doc[i].tag_ == "NNP" and doc[i + 1].lower_ == "and")
            or doc[i].like_num
            or doc[i].dep_ in ("amod", "poss", "compound", "det", "nummod")
        ):
            i -= 1
        if i < 1:
            return False
        if doc[i].lower_ == "of":
            return doc[i - 1].lower_ in self.words["harms"]
        return doc[i].lower_ in self.words["harming"]

    def _short_names(self, doc: Doc, cast: Cast, taken: set[int]) -> Iterator[Span]:
        """Later mentions by one word of a name that the language model did not see as a person."""
        known: dict[str, list[Person]] = {}
        for person in cast.people:
            if not person.company:
                for word in {person.words[-1], person.words[0]} if len(person.words) > 1 else {person.words[0]}:
                    known.setdefault(word, []).append(person)
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word in known):
            if token.i in taken or not token.text[0].isupper() or token.is_stop:
                continue
            if token.ent_type_ in ("DATE", "GPE", "FAC") and token.lower_ in self.words["also_surnames"]:
                continue
            if _shouted(doc[token.i : token.i + 1]) and len(token) > 3 and not _printed_large(known[token.lower_]):
                continue
            people = known[token.lower_]
            last = [person for person in people if person.words[-1] == token.lower_] or people
            mention = Mention("name", _likeliest(last, token.i), bearers=_several(last))
            yield _mention(doc[token.i : token.i + 1], mention)

    def _families(self, doc: Doc, cast: Cast, taken: set[int]) -> Iterator[Span]:
        """ "the Vandermolens": all who bear the surname."""
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word.endswith("s")):
            the = token.i and doc[token.i - 1].lower_ == "the"
            if the and token.i not in taken and token.text[0].isupper():
                bearers = tuple(
                    person for person in cast.people if not person.company and person.words[-1] == token.lower_[:-1]
                )
                if len(bearers) > 1:
                    yield _mention(
                        doc[token.i : token.i + 1],
                        Mention("noun", count=len(bearers), definite=True, role="defendant", family=bearers),
                    )

    def _pronouns(self, doc: Doc, taken: set[int]) -> Iterator[Span]:
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word in _PRONOUNS):
            if token.lower_ in ("each", "all", "both") and token.dep_ not in (
                "nsubj",
                "nsubjpass",
                "pobj",
                "dobj",
                "appos",
            ):
                continue
            if token.i not in taken:
                count, gender = _PRONOUNS[token.lower_]
                role = "company" if token.lower_ in ("it", "its") else ""
                yield _mention(
                    doc[token.i : token.i + 1],
                    Mention("pronoun", count=count, gender=gender, definite=True, role=role),
                )

    def _nouns(self, doc: Doc, taken: set[int]) -> Iterator[Span]:
        found = self.matcher.find(doc)
        for span in filter_spans(found):
            if taken & set(range(span.start, span.end)):
                continue
            words = {token.lower_ for token in span}
            gender: Gender | None = (
                "m" if words & self.words["masculine"] else "f" if words & self.words["feminine"] else None
            )
            count = 2 if span[-1].tag_ in ("NNS", "NNPS") or "couple" in words or "pair" in words else 1
            definite = span[0].lower_ in ("the", "this", "that", "these", "those", "both", "all") or any(
                child.lower_ in ("the", "this", "that", "these", "those", "both") for child in span.root.lefts
            )
            yield _mention(
                span,
                Mention("noun", count=count, gender=gender, definite=definite, role=self.roles[span.label_]),
            )


# "Ana Roe (alias", "Ana Roe, better known as", "Ana Roe, dubbed the"; and where the other is the real name
_OTHER_NAME = re.compile(
    r"""[\s,(–—-]*(?:(?:who (?:is|was) )?(?:then |also |better |formerly |previously |professionally )?known as|alias"""
    r"""|aka|a/k/a|a\.k\.a\.|formerly|nicknamed|dubbed|who (?:performs|raps|performed) as)(?: the)?\s*["“'‘]?\s*""",
    re.I,
)
_REAL_NAME = re.compile(
    r"""[”"'’]?[\s,(–—-]*(?:(?:whose )?(?:real|true|birth|legal|full) name(?: is| was|:|,)?|born|né|née)\s*["“]?\s*""",
    re.I,
)


_QUOTES = "\"“'‘"
_REAL_NAME_REACH = 40  # characters; whatever tells a real name is shorter

# "C-Bone", "Lil Max", and one of them before the words that tell the real name
_BYNAME = re.compile(r"(?P<name>[A-Z][\w$.-]*\w(?: [A-Z][\w$.-]*\w){0,2})")
_CALLED = re.compile(rf"{_BYNAME.pattern}(?i:{_REAL_NAME.pattern})\Z")

# "better known as 'Kanji Irfan'", "alias "K. Wasan,""
_QUOTED_ALIAS = re.compile(
    r"""\b(?:known as|alias|aka|a/k/a|a\.k\.a\.|nicknamed|dubbed)(?: the)? ["']"""
    r"""(?P<name>(?:[A-Z][\w.-]*\s?){2,4})[,.]?["']"""
)


_NICKNAMED = re.compile(
    r"""\b[A-Z][a-z'-]+ (?:[A-Z]\. )?(?:(["'])[A-Z]\w+(?: [A-Z]\w+){1,2}\1|\((["'])[A-Z]\w+(?: [A-Z]\w+){0,2}\2\))"""
    r""" [A-Z][\w'-]+"""
)


def _is_said_real(span: Span) -> bool:
    """Whether it is the name of somebody who is called by another one: "Poe, whose real name is Ronald Poe Lund"."""
    before = text_of(span.doc)[max(span.start_char - _REAL_NAME_REACH, 0) : span.start_char]
    return any(match.end() == len(before) for match in _REAL_NAME.finditer(before))


def _quoted_aliases(doc: Doc) -> list[Span]:
    """Other names of several words, whole: the language model takes them apart where quotes stand around them."""
    spans = (doc.char_span(*match.span("name"), label="name") for match in _QUOTED_ALIAS.finditer(text_of(doc)))
    return [span for span in spans if span is not None]


def _other_names(names: list[Span]) -> dict[int, tuple[Span, bool]]:
    """By its first token each name that is another of the one before it; true where it is the real one."""
    found = {}
    for before, name in itertools.pairwise(names):
        between = name.doc[before.end : name.start].text_with_ws
        if 0 < len(between) < 60 and (_OTHER_NAME.fullmatch(between) or _REAL_NAME.fullmatch(between)):
            found[name.start] = (before, _REAL_NAME.fullmatch(between) is not None)
    return found


def _aliases(span: Span) -> set[str]:
    """What else the text calls the bearer: the quoted "Doc" in or right behind the name."""
    inside = re.findall(r'["“](\w+)["”]', span.text)
    behind = _ALIAS.match(span.doc[span.end : span.end + 8].text)
    return {word.lower() for word in [*inside, *([behind[1]] if behind else [])]}


def _unaccented(word: str) -> str:
    """ "renée" as the lists of given names have it: "renee"."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _printed_large(people: list[Person]) -> bool:
    """Whether the article prints the name itself in capitals: "PETER ROE, 45, of Kelso"."""
    return any(person.name.isupper() for person in people)


def _misspelt(one: str, other: str, alike: float = SURNAME_MISSPELT, least: int = LONG_NAME) -> bool:
    """Whether two long surnames are the same but for a letter or two: "Krasnodarsky", "Krasnodrasky"."""
    long = min(len(one), len(other)) >= least and one[0] == other[0]
    return long and SequenceMatcher(None, one, other).ratio() >= alike


def _several(bearers: list[Person]) -> tuple[Person, ...]:
    return tuple(bearers) if len(bearers) > 1 else ()


def _likeliest(bearers: list[Person], at: int) -> Person:
    """Of several who bear a surname the one named last before, and no victim if another is there."""
    before = [person for person in bearers if person.first <= at] or bearers
    return ([person for person in before if not person.victim] or before)[-1]


def _mention(span: Span, mention: Mention) -> Span:
    span = Span(span.doc, span.start, span.end, label=mention.kind)
    span._.mention = mention
    return span


def _explained(run: Span) -> bool:
    """Whether an age or "who" stands behind it, as behind people: "Agnes Roe, who ...", "Agnes Roe, 34, ..."."""
    after = run.doc[run.end : run.end + 2]
    return (
        len(after) == 2
        and after[0].text == ","
        and (after[1].lower_ in ("who", "whose") or bool(re.fullmatch(r"[1-9]\d", after[1].text)))
    )


def _opens_entry(run: Span) -> bool:
    """Whether it begins an entry as in a docket: "Before Kelso Sheriff Court: Ana Roe, theft; Max Poe, ..."."""
    before, after = run.doc[max(run.start - 1, 0) : run.start].text, run.doc[run.end : run.end + 1].text
    opens = bool(run[0].is_sent_start) or before in (":", ";")
    return opens and after == "," and run[0].lower_ in given_names()


def _without_nicknames(names: list[Span]) -> list[Span]:
    """The names but for those that stand in quotes within another: the "Max" of: Leo "Two Shoes Max" Roe."""
    nicknames = [
        name
        for before, name, after in zip(names, names[1:], names[2:], strict=False)
        if _QUOTED.fullmatch(name.doc[before.end : after.start].text.strip())
    ]
    return [name for name in names if name not in nicknames]


def _with_quoted(names: list[Span]) -> Iterator[Span]:
    """The names, those that a quoted nickname parts joined: "Kwok-Wai "Kevin" Lam"."""
    before: Span | None = None
    for name in names:
        between = name.doc[before.end : name.start] if before is not None else None
        if before is not None and between is not None and _QUOTED.fullmatch(between.text.strip()):
            before = Span(name.doc, before.start, name.end, label="name")
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _is_source(span: Span) -> bool:
    """The agency of a dateline: "KELSO, May 3 (Harbor Wire) - "."""
    around = span.doc[max(span.start - 1, 0) : span.start].text, span.doc[span.end : span.end + 2].text
    return around[0] == "(" and bool(re.match(r"\) ?[-–—]", around[1]))


# ", a California-based company,", ", the state's largest bakery chain,"; not ", the owner of a bakery chain,"
_COMPANY = re.compile(
    r", (?:a|an|the) (?:(?!(?:of|at|for|in|who|whose) )[\w'-]+ ){0,5}"
    r"(?:company|firm|corporation|bank|manufacturer|contractor|retailer|chain|airline)\b"
    r"(?! (?:executive|manager|owner|director|boss|president|employee|worker|teller|clerk)\b)"
)


def _goes_on_list(token: Token) -> bool:
    """ "Ana Roe, Bo Li, Harun and Max Poe": what stands behind two names and commas is one more item."""
    before = token.doc[max(token.i - 8, token.sent.start) : token.i]
    return before.text.count(",") > 1 and len(before) > 1 and before[-1].text == "," and before[-2].tag_ == "NNP"


def _continues_name(token: Token) -> bool:
    return token.i > 0 and not token.is_sent_start and token.doc[token.i - 1].tag_ == "NNP"


def _is_said_a_company(ent: Span) -> bool:
    return bool(_COMPANY.match(ent.doc[ent.end : ent.end + 10].text))


# Who a town is named for: "a Millbrook man", "two Port Ellery residents"
_TOWNSPEOPLE = {
    "man", "men", "woman", "women", "resident", "residents", "teen", "teenager", "teenagers", "couple", "mother",
    "father", "driver", "nurse", "teacher", "doctor", "officer", "businessman", "boy", "girl", "native", "physician",
}  # fmt: skip


def _is_origin(span: Span) -> bool:
    """Whether it says where somebody is from: "a 28-year-old Millbrook man"."""
    doc, start = span.doc, span.start
    if span.end >= len(doc) or doc[span.end].lower_ not in _TOWNSPEOPLE:
        return False
    return start > 0 and (
        doc[start - 1].lower_ in ("a", "an", "two", "three", "former", "old") or doc[start - 1].tag_ == "JJ"
    )


def _is_nickname(name: Span, after: Span) -> bool:
    """ "the 'Harbour Ripper' Peter Roe": what stands in quotes before a name is no second person."""
    between = name.doc[name.end : after.start]
    return (
        len(between) == 1
        and between[0].text in ('"', "'")
        and name.start > 0
        and name.doc[name.start - 1].text in ('"', "'")
    )


def _is_byname(name: Span) -> bool:
    """ "dubbed the 'Harbour Ripper' by police": what somebody is called in quotes is no second person."""
    before = name.doc[max(name.start - 5, 0) : name.start]
    if not before or before[-1].text not in ('"', "'"):
        return False
    return any(token.lower_ in ("dubbed", "coined", "nicknamed", "christened", "called", "known") for token in before)


def _is_place(span: Span, places: set[str]) -> bool:
    aged = span.end + 1 < len(span.doc) and span.doc[span.end].text == "," and span.doc[span.end + 1].like_num
    written = {place.casefold() for place in places}
    return not aged and (span.text.casefold() in written or span[0].text in places)


def _in_headline(span: Span) -> bool:
    return any(start <= span.start_char < end for start, end in span.doc.user_data.get("headlines", []))


def _shouted(span: Span) -> bool:
    """Whether it stands in capitals among other capitals; press offices also print single names so."""
    words = [token.text for token in span if token.is_alpha]
    if not words or not all(word.isupper() and len(word) > 2 for word in words):
        return False
    sentence = [token for token in span[0].sent if token.is_alpha]
    small = sum(token.text.islower() for token in sentence)
    return len(words) < 2 or 2 * small < len(sentence)
