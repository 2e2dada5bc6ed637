"""Lists of offenses: in a sentence, and on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span

from casefacts.forms import words_of
from casefacts.numerals import number
from casefacts.stages.offenses.counts import Quantity
from casefacts.stages.offenses.items import Found, Items
from casefacts.stages.offenses.stretch import LENGTH, SURE_FRAMES
from casefacts.stages.offenses.wording import Offense, numbered, with_objects, worded

# "fleeing police (on foot), ...", "possession of a controlled substance — first degree, ...", "theft, a misdemeanor",
# "burglary, Penal Code section 459, ..."
_ASIDE = re.compile(
    r"\([^()]{1,40}\)|[—–-]{1,2} ?(?:first|second|third|fourth|\d(?:st|nd|rd|th)) degree\b"
    r"|[,—–-]{1,2} ?an? (?:(?:class|level|category|grade|type) \w+ |\w+[ -]degree )?"
    r"(?:felony|misdemeanou?r|infraction)\b(?: ?[—–-]{1,2})?"
    r"|, ?(?:\w+ )?(?:Penal |Criminal )?(?:Code|Act|Law)(?: section)? [\d.]+",
    re.I,
)


# "• 1 count Unlawful Compensation 1st Degree Felony", "Two counts of theft (Class C felony)"
_SUM = r"\$[\d,.]+(?:\s*[-–]\s*\$?[\d,.]+)?|over \$[\d,.]+"


_CLASS = (
    r"(?:a )?(?:1st|2nd|3rd|4th|first|second|third|capital|life|class)[\s-]+(?:degree[\s-]+)?(?:[A-Z] )?"
    r"(?:felony|misdemeanou?r)"
    r"|(?:a )?(?:felony|misdemeanou?r)|F\.?S\.? .*|P\.?C\.? .*"
)


_COUNT_LINE = re.compile(
    r"(?:[•*·–—-]|\(?[0-9a-z]{1,2}[.)])?\s*\(?(?P<counts>\w+)\)?\s+counts?\b:?(?:\s+of)?\s+"
    rf"(?P<offense>[A-Za-z][\w'’/, -]*?[\w)])(?:[\s,(–—-]+(?:{_SUM}|{_CLASS})\)?)*[.;,]?",
    re.I,
)


# "Theft of a Ferry (2nd Degree Felony),"
_CLASSED = re.compile(rf"(?P<offense>[A-Za-z][\w'’/, -]*?\w)\s*\((?:{_CLASS})\)[.;,]?\s*", re.I)


# "Each man is charged with one count of:", above several offenses
_ONE_EACH = re.compile(r"\b(?:one|1) count(?: each)? of:\s*$", re.I)


# What opens an item of a list: a bullet, "1.", "(a)", "Count 2:"
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-h])[.)]|counts? \w+:)\s*", re.I)


_DEGREE_WORD = re.compile(r"^\w+(?=-degree)")


# "convicted of the same thing": which one, the words do not say
# "68 counts of fraud, theft and various other charges": the counts of all together
_AND_OTHERS = re.compile(r"\bother (?:\w+ )?(?:charges|counts|crimes|offen[cs]es)\b", re.I)


# "driving under the influence, second offense, and ..."
_REPEATED = re.compile(r", (?:an? )?(?:first|second|third|fourth|fifth|subsequent) (?:offense|offence)\b", re.I)

# How many tokens behind an item the next counts may begin
_FAR = 45
# Between two items: what parts them, what may lead on to the next, and what may stand beside
_PARTING = frozenset({",", ";", "•", "/", "and", "or", "plus", "well", "including"})
_LINKING = frozenset({"to", "of", "on", "with", "as", "along"})
_BETWEEN = frozenset({"-", "–", "also", "then"})


# Others to whom a deed was done, behind "and"
_MATES = 7  # tokens
_DOING = 3  # tokens, at most, of a deed and what it was done to
_NAMING = frozenset("CD DT HYPH JJ NN NNP NNPS NNS POS PRP$".split())


@dataclass
class _Listing:
    """What is read of one list: its items, and what the next one takes from those before.

    `kind`: how the last item is known; `counts`: of the next item, `each`: and of those behind it; `total`: what was
    counted before the first, `together`: so that it is the number of all.
    """

    items: list[Offense] = field(default_factory=list)
    kind: str = ""
    counts: int | None = None
    each: bool = False
    total: int | None = None
    together: bool = False

    def count(self, quantity: Quantity) -> None:
        self.counts, self.each = quantity.counts, quantity.each
        self.total = None if self.items else quantity.counts
        self.together = quantity.together and not self.items

    def take(self, item: Offense, kind: str, each: bool) -> None:
        self.items.append(item)
        self.kind = kind
        self.counts = self.counts if each else None


def _first_word(line: Span, at: int) -> int:
    """The first token of a line from the character `at` on."""
    first = line.start_char + at
    return next((token.i for token in line if not token.is_space and token.idx >= first), line.start)


class Lists(Items):
    """Reads items until the list is over."""

    def _items(self, at: int) -> list[Offense]:
        listing = _Listing()
        onward: int | None = at
        while onward is not None and onward < self.end:
            at, onward = self._read_next(listing, onward)
        self.end_of_list = at = at if onward is None else onward
        items = [numbered(self.doc, item) for item in with_objects(self.doc, listing.items)]
        return self._counted_together(items, listing, at)

    def _counted_together(self, items: list[Offense], listing: _Listing, end: int) -> list[Offense]:
        """The items, the first without the number that counts all of them: "two crimes: theft and arson"."""
        if not listing.total or len(items) < 2 or any(item.counts is not None for item in items[1:]):
            return items
        others = _AND_OTHERS.search(self.doc[end : end + 10].text) is not None
        if listing.together or listing.total == len(items) or others:
            items[0] = replace(items[0], counts=None)
        return items

    def _read_next(self, listing: _Listing, at: int) -> tuple[int, int | None]:
        """Takes the counts and the item that begin here; where that item begins, and where the next one does."""
        quantity = self._counts_at(listing, at)
        if quantity is not None:
            self.counted = True
            listing.count(quantity)
            at = quantity.end
            if quantity.offense:
                listing.take(self._item(*quantity.offense, quantity.counts), "strong", each=False)
                return at, self._next(at, "strong")
        shared = self._shared_degree(at)
        found = self._one(shared or at, listing.kind, first=not listing.items)
        if found is None:
            return at, self._next(at, listing.kind) if quantity and listing.items else None
        if shared is not None:
            listing.items += self._of_other_degrees(at, shared, found, listing.counts)
        self.gerunds = self.doc[found.start].tag_ == "VBG"
        item = self._item(found.start, found.end, listing.counts, sure=found.kind != "weak")
        listing.take(item, found.kind, listing.each)
        return at, self._next(found.end, found.kind)

    def _counts_at(self, listing: _Listing, at: int) -> Quantity | None:
        """The counts that begin here, the innermost: "two charges, including one count of"."""
        quantity = self._quantity(at)
        if quantity is None and listing.items and self._elliptic(at):
            quantity = Quantity(at + 2, number(self.doc[at].text))
        while quantity and not quantity.offense and (inner := self._quantity(quantity.end)):
            quantity = inner
        return quantity

    def _of_other_degrees(self, at: int, shared: int, found: Found, counts: int | None) -> Iterator[Offense]:
        """Of "second- and third-degree arson", which begins at `shared`, the arson in the degrees before."""
        text = worded(self.doc[found.start : found.end])
        for degree in self.doc[at : shared - 1]:
            if degree.text[0].isalpha():
                named = _DEGREE_WORD.sub(degree.text.rstrip("-"), text, count=1)
                yield replace(self._item(degree.i, found.end, counts), text=named)

    def _next(self, at: int, kind: str) -> int | None:
        """The start of the next item of the list, None when the list is over."""
        at = self._past_aside(at)
        i, seen = self._past_separators(at, self._past_victim(at))
        if self.doc[i : i + 3].text.lower() == "and guilty of":
            return i + 3
        if not seen or i >= self.end or self._is_consequence(at, i):
            return self._next_counts(at) or self._past_mates(i if seen else at)
        return self._behind_separators(at, i, kind)

    def _behind_separators(self, at: int, i: int, kind: str) -> int | None:
        """The start of the next item, if one begins at `i`, which separators part from the list left off at `at`."""
        if kind == "told":
            return i if self.doc[i].tag_ == "VBD" else None
        told = self._tells_deed(at) and self.doc[i].tag_ in ("VBG", "DT")
        if self._quantity(i) or self._elliptic(i) or (self._hit(i) and not told) or self._degrees(i):
            return i
        if self._opens_clause(i):
            return None
        return i if self._is_next(i, at, kind, told) else self._next_counts(at) or self._past_mates(i)

    def _is_consequence(self, at: int, i: int) -> bool:
        """ "lying and thereby wasting time", "special circumstances murder for a double murder and murder for gain"."""
        if self.doc[i].lower_ in self.words["consequences"]:
            return True
        special = self.doc[at].lower_ == "for" and "special" in self.doc[max(at - 4, 0) : at].text.lower()
        return special and self.doc[i - 1].lower_ == "and"

    def _tells_deed(self, at: int) -> bool:
        """ "murder for bludgeoning and killing a guard": what was done, not the next offense."""
        return self.doc[at : at + 2].text.lower().startswith("for ") and self.doc[at + 1].tag_ == "VBG"

    def _past_aside(self, at: int) -> int:
        """Past "(on foot)", ", a misdemeanor" and ", second offense"."""
        doc = self.doc
        aside = _ASIDE.match(doc[at : min(at + 9, self.end)].text)
        if aside is not None:
            at = next((token.i for token in doc[at:] if token.idx >= doc[at].idx + aside.end()), len(doc))
        if _REPEATED.match(doc[at : min(at + 5, self.end)].text):
            at += 3 + (doc[at + 1].lower_ in ("a", "an"))
        return at

    def _past_victim(self, at: int) -> int:
        """ "forgery for the first bank, and theft for the second": past the victim to the next comma."""
        doc = self.doc
        if at >= self.end or doc[at].lower_ not in self.words["before_victims"]:
            return at
        by_doing = doc[at].lower_ == "by" and doc[at + 1 : at + 2] and doc[at + 1].tag_ == "VBG"
        borders = {",", ";"} if by_doing else {",", ";", "and"}
        return next((t.i for t in doc[at : min(at + 9, self.end)] if t.lower_ in borders), at)

    def _past_mates(self, at: int) -> int | None:
        """ "robbing a clerk and a guard, assault and ...": where a list goes on behind others whom it was done to."""
        doc = self.doc
        if doc[at - 1].lower_ != "and" or self.rule.id not in SURE_FRAMES:
            return None
        end = next((t.i for t in doc[at : min(at + _MATES, self.end)] if t.tag_ not in _NAMING), self.end)
        if end in (at, self.end) or doc[end].text != "," or "and" not in words_of(doc)[end + 1 : self.end]:
            return None
        start = end + 1 + (doc[end + 1].lower_ == "and")
        return start if self._hit(start) or (self.gerunds and self._gerund(start)) else None

    def _past_separators(self, at: int, i: int) -> tuple[int, bool]:
        """Past commas, "and" and links; and whether one of them parts items."""
        doc = self.doc
        seen = doc[i : i + 3].text.lower() == "as well as"
        i += 3 * seen
        if doc[i : i + 3].text.lower() == "and guilty of":
            return i, seen
        while i < self.end and not self._tells_part(at, i) and self._separates(i):
            if doc[i].lower_ in _PARTING:
                seen = True
            elif doc[i].lower_ in _LINKING and not (seen and i > at):
                break
            i += 1
        return i, seen

    def _tells_part(self, at: int, i: int) -> bool:
        """ "three murders, including the killing of a clerk", "selling 30 guns, including six assault rifles": a part.

        The list was left off at `at`; what comes in at `i` is of the offense before, or of what the deed was done to.
        """
        behind = i + (self.doc[i].text == ",")
        if self.doc[behind : behind + 1].text.lower() != "including":
            return False
        if self.doc[behind + 1 : behind + 2].text.lower() == "the":
            return True
        return i == at and self._tells_doing(at) and self._quantity(behind + 1) is None

    def _tells_doing(self, end: int) -> bool:
        """Whether the item that ends here tells what was done to something: "smuggling weapons"."""
        opening = self.doc[max(end - _DOING, self.trigger.end) : end - 1]
        return self.gerunds or any(token.lower_.endswith("ing") for token in opening)

    def _separates(self, at: int) -> bool:
        token = self.doc[at]
        if token.lower_ in _PARTING | _LINKING | _BETWEEN or token.is_space:
            return True
        return token.lower_ == "for" and self.doc[at - 1].lower_ == "and"

    def _is_next(self, i: int, at: int, kind: str, told: bool) -> bool:
        """Whether a deed or an unknown item goes on with the list that was left off at `at`."""
        doc = self.doc
        if self._gerund(i) and not told:
            if kind == "gerund" or doc[at - 1].tag_ == "VBG" or self.gerunds:
                return True
            if kind == "strong" and doc[i - 1].lower_ in ("and", "or", ",") and self._hit(i):
                return True
        beside = doc[at].lower_ in (",", ";", "and", "or", "as", "plus")
        return beside and (self._is_being(i) or (not told and self._is_unknown(i)))

    def _may_be_unknown(self, i: int) -> bool:
        """Whether an item that no rule knows may stand here; anywhere "no insurance and no licence" may."""
        included = self.doc[self.trigger.end].lower_ in ("include", "included", "includes")
        return self.rule.id in SURE_FRAMES or included or self.doc[i].lower_ == "no"

    def _is_unknown(self, i: int) -> bool:
        """Whether an item that no rule knows stands here."""
        return self._may_be_unknown(i) and self._unknown(i) is not None

    def _next_counts(self, at: int) -> int | None:
        """Where the next counts begin, behind words that no rule knows: "arson of a barn, and two counts of"."""
        for j in range(at, min(at + _FAR, self.end)):
            if j in self.others or self.doc[j].text == ".":
                return None
            if self.doc[j : j + 3].text.lower() == "and guilty of":  # "of murder for Ana Roe and guilty of arson"
                return j + 3
            k = self._behind_separator(j)
            if k is not None and (self._begins_counts(k) or (self.doc[j].text == "," and self._goes_on(at, k))):
                return k
        return None

    def _behind_separator(self, at: int) -> int | None:
        """Behind "," or ", and"; None where none of them stands."""
        if self.doc[at].lower_ not in (",", "and", ";") or at + 1 >= self.end:
            return None
        behind = at + 1 if self.doc[at + 1].lower_ != "and" else at + 2
        return behind if behind < self.end else None

    def _begins_counts(self, at: int) -> bool:
        if self.counted and self._elliptic(at):
            return True
        quantity = self._quantity(at)
        return quantity is not None and self.doc[at].tag_ != "VBG" and not self._enhances(at, quantity.end)

    def _opens_clause(self, at: int) -> bool:
        """Whether a gerund tells more of the deed: "charged with forgery, claiming she had signed"."""
        token, behind = self.doc[at], self.doc[at + 1 : at + 2]
        if token.tag_ != "VBG" or at in self.hits or not behind or self.doc[at - 1].text != ",":
            return False
        if token.lower_ in self.words["describing"]:
            return True
        last = not any(word.lower_ in ("and", "or") for word in self.doc[at : self.end])  # no list ends so
        return last or behind[0].lower_ in self.words["clause_openers"] or behind[0].text == ":"

    def _goes_on(self, at: int, k: int) -> bool:
        """Whether a list of counts goes on behind words that no rule knows: "a level of .08 or more, possession of".

        Not behind the deed: "two counts of murder for shooting a clerk, robbery suspects said".
        """
        if not self.counted or any(token.lower_ in self.words["before_the_deed"] for token in self.doc[at:k]):
            return False
        if self.doc[k].tag_ in ("DT", "PRP$", "VB"):
            return False
        return self._hit(k) is not None or (self.gerunds and self._gerund(k))

    def _lines(self) -> list[Offense]:
        """Offenses on lines of their own: "Found guilty of the following counts:" and a list below."""
        sentence = self.trigger[0].sent
        items: list[Offense] = []
        if sentence.text.rstrip()[-1:] != ":" or self.strict:
            return items
        marked = False
        for line in self._following(sentence.end):
            if _MARK.fullmatch(line.text.strip()):
                marked = True
                continue
            counted = self._counted_line(line) or self._classed(line)
            found = counted or self._plain_line(line, marked)
            if not found:
                break
            marked = marked and bool(counted)
            items += found
            self.end_of_list = line.end
        one_each = _ONE_EACH.search(sentence.text) is not None
        return [replace(item, counts=item.counts or 1) for item in items] if one_each else items

    def _plain_line(self, line: Span, marked: bool) -> list[Offense]:
        """The items of a line behind a mark, or that the lexicon knows and that is no sentence."""
        mark = _MARK.match(line.text)
        hits = [self.hits[token.i] for token in line if token.i in self.hits]
        known = bool(hits) and line.text.rstrip()[-1:] != "."
        if not (known or mark or marked) or len(line) > LENGTH:
            return []
        self.end = line.end
        found = self._items(_first_word(line, mark.end() if mark else 0))
        return found or [self._item(hit.start, hit.end, None) for hit in hits[:1]]

    def _counted_line(self, line: Span) -> list[Offense]:
        """ "• 1 count Racketeering 1st Degree Felony": what stands between the count and the class, known or not."""
        match = _COUNT_LINE.fullmatch(line.text.strip())
        return self._told_by(match, line, number(match["counts"])) if match is not None else []

    def _classed(self, line: Span) -> list[Offense]:
        """ "Theft of a Ferry (2nd Degree Felony)", on one line or several: what stands before the class."""
        text = line.text.strip()
        if re.fullmatch(rf"(?:{_CLASSED.pattern})+", text, re.I) is None:
            return []
        return [item for match in _CLASSED.finditer(text) for item in self._told_by(match, line, None)]

    def _told_by(self, match: re.Match[str], line: Span, counts: int | None) -> list[Offense]:
        first = line.start_char + line.text.index(match["offense"])
        span = self.doc.char_span(first, first + len(match["offense"]), alignment_mode="expand")
        return [self._item(span.start, span.end, counts)] if span is not None else []

    def _following(self, at: int) -> Iterator[Span]:
        while at < len(self.doc):
            line = self.doc[at].sent
            if line.text.strip():
                yield line
            at = line.end
