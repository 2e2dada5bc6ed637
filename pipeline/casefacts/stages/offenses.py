"""What somebody is charged with, convicted of or sentenced for: a lexicon, and what is composed around it.

Writes `doc.spans["lexicon"]` (hits of the lexicon), `doc.spans["offenses"]` (what triggers lead to) and
`doc.user_data["offenses"]`: the first token of a trigger -> its offenses.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from casefacts.clause import facing
from casefacts.forms import words_of
from casefacts.numerals import number
from casefacts.rulebook import Rule, Rulebook

# How far behind a trigger its offense may begin: "pleaded guilty to the court on April 18, 2008 to four ..."
REACH = 45
# ... and what only its place makes one
_NEAR_LINK = 3
# The longest offense as worded, in words.
LENGTH = 16

_COUNT_NOUNS = frozenset(
    """
    count counts charge charges offenses offences felonies misdemeanors felony misdemeanor infraction
    indictments violations
    """.split()
)
_COUNT_MODIFIERS = frozenset(
    """
    felony misdemeanor federal criminal state separate additional related serious counts the following - new
    more other similar specimen sample formal further total various multiple several numerous different
    pending alternative indictable summary lesser reduced amended same each
    """.split()
)
_VAGUE = frozenset(
    """
    anything everything it them that this crime crimes charge charges count counts offense offence offenses
    offences all something nothing court judge jury wrongdoing us him her you me case cases trial part
    connection order faults lesser felony felonies misdemeanor misdemeanors allegations accusations
    enhancement enhancements crowd appeal conviction sentence plea life person people others victims prison
    absentia police investigators officers detectives authorities reporters public behalf bulk full years months days
    time incident incidents affair matter matters events scandal following verdict testimony evidence basis grounds
    officer officers man woman men women boy girl driver teenager suspect suspects lawyer responsibility shooter gunman
    investigation investigations probe inquiry accident crash collision indictment indictments complaint
    attack attacks electricity energy injury injuries housing clothing training funding banking
    """.split()
)
_PREFIX = frozenset(
    """
    attempted attempting attempt conspiracy conspiring conspired solicitation soliciting aiding abetting
    aggravated accessory committing commit complicity incitement inciting involvement participating
    participation engaging to and of in after the fact before - making causing role his her their a an
    """.split()
)
_SKIP = {
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "its",
    "alleged",
    "allegedly",
    "illegally",
    "knowingly",
    "unlawfully",
    "fraudulently",
    "'",
    '"',
    "``",
    "''",
    "having",
    "being",
    "also",
    "additional",
    "special",
    "with",
    "both",
    "either",
    "willfully",
    "deliberately",
    "intentionally",
    "sexually",
    "two",
    "three",
}
_STOPS = frozenset(
    """
    again twice too anyway outright stands opened opens resumes began begins ended ends
    continues continued resumed adjourned
    ; : . ( ) ? ! that which who whom whose after when because if since before during where at against
    stemming related relating including amounting totaling totalling as following resulting
    despite until over though although but while
    plus allegedly involving … concerning
    """.split()
)
# "charges of fraud filed against Roe"
_SAID_OF_CHARGES = frozenset("facing filed laid lodged brought pending".split())
_BODIES = frozenset(
    """
    jury judge court jurors prosecutors prosecutor police panel tribunal office attorney magistrates
    authorities grand
    """.split()
)
_PEOPLE_TAGS = {"PERSON"}
# "fleeing police (on foot), ...", "possession of a controlled substance — first degree, ...", "theft, a misdemeanor",
# "burglary, Penal Code section 459, ..."
_ASIDE = re.compile(
    r"\([^()]{1,40}\)|[—–-]{1,2} ?(?:first|second|third|fourth|\d(?:st|nd|rd|th)) degree\b"
    r"|[,—–-]{1,2} ?an? (?:(?:class|level|category|grade|type) \w+ |\w+[ -]degree )?"
    r"(?:felony|misdemeanou?r|infraction)\b(?: ?[—–-]{1,2})?"
    r"|, ?(?:\w+ )?(?:Penal |Criminal )?(?:Code|Act|Law)(?: section)? [\d.]+",
    re.I,
)
_SHARED_DEGREE = re.compile(r"(?:(?:first|second|third|fourth|fifth|sixth)-?,? )+(?:and|or) \w+-degree", re.I)
# "• 1 count Unlawful Compensation 1st Degree Felony", "Two counts of theft (Class C felony)"
_SUM = r"\$[\d,.]+(?:\s*[-–]\s*\$?[\d,.]+)?|over \$[\d,.]+"
_CLASS = (
    r"(?:a )?(?:1st|2nd|3rd|4th|first|second|third|capital|class)[\s-]+(?:degree[\s-]+)?(?:[A-Z] )?"
    r"(?:felony|misdemeanou?r)"
    r"|(?:a )?(?:felony|misdemeanou?r)|F\.?S\.? .*|P\.?C\.? .*"
)
_COUNT_LINE = re.compile(
    r"(?:[•*·–—-]|\(?[0-9a-z]{1,2}[.)])?\s*\(?(?P<counts>\w+)\)?\s+counts?\b:?(?:\s+of)?\s+"
    rf"(?P<offense>[A-Za-z][\w'’/, -]*?[\w)])(?:[\s,(–—-]+(?:{_SUM}|{_CLASS})\)?)*[.;,]?",
    re.I,
)
# What opens an item of a list: a bullet, "1.", "(a)", "Count 2:"
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-h])[.)]|counts? \w+:)\s*", re.I)
_DEGREE_WORD = re.compile(r"^\w+(?=-degree)")
_DEGREE = re.compile(r"in the (first|second|third|fourth|fifth) degree")
_TASK = frozenset(
    """
    leading overseeing running protecting ensuring managing enforcing keeping finding providing guarding
    investigating reviewing developing implementing making building reforming monitoring supervising
    upholding maintaining caring delivering drafting deciding determining preparing coordinating getting
    bringing creating restoring improving handling promoting cleaning advising setting coming
    saving rescuing defending solving
    teaching training looking choosing selecting assessing representing administering
    """.split()
)
_PREPOSITIONS = frozenset(
    """
    according including following concerning regarding during pending owing being having depending
    """.split()
)
# "convicted of the same thing": which one, the words do not say
# "68 counts of fraud, theft and various other charges": the counts of all together
_AND_OTHERS = re.compile(r"\bother (?:\w+ )?(?:charges|counts|crimes|offen[cs]es)\b", re.I)
# "1 st degree murder": an ordinal that a page prints raised
_RAISED = re.compile(r"\b(\d) (?=(?:st|nd|rd|th)\b)", re.I)
_MANY = 1900  # from which on a number before a noun may be a year
_SAME = re.compile(r"(?:\w+ing (?:the )?)?same\b", re.I)
# "with the same offences", and how many sentences before it those may be told
_AS_TOLD = re.compile(
    r"(?:(?:with|of|to|on|for) )?the (?:very )?same (?:\w+ )?(?:offen[cs]es?|charges?|crimes?)\b", re.I
)
_SAME_REACH = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
# "driving under the influence, second offense, and ..."
_REPEATED = re.compile(r", (?:an? )?(?:first|second|third|fourth|fifth|subsequent) (?:offense|offence)\b", re.I)
_ENHANCEMENT = frozenset(
    """
    enhancement enhancements sentencing allegation allegations prior priors strike special-circumstance
    circumstance circumstances
    """.split()
)

# Frames in which what stands between two separators is an offense, known or not
_SURE_FRAMES = frozenset(
    """
    charge.charged charge.indicted charge.arraigned charge.not-guilty charge.trial verdict.convicted
    verdict.convicted.plea verdict.convicted.found verdict.convicted.no-contest verdict.acquitted
    """.split()
)
# What led to a charge and is none: "convicted in the stabbing death of"
_DEATHS = frozenset("death deaths killing killings slaying slayings shooting shootings".split())
# What has offenses told of it in more words than "of": "two cases related to theft"
_MATTERS = frozenset("charge charges count counts case cases felonies misdemeanors".split())
_RELATING = ("related to", "relating to", "relate to", "relates to")
# How a word ends that names what is done: "littering", "abetment", "piracy"
_ACTING = re.compile(r"(?:ing|ment|tion|sion|ism|ery|age|acy|cide|ure|tice)s?$")
# ... and things that are called so
_OBJECTS = frozenset("information documentation document documents equipment merchandise".split())
# What a clause begins with: "claiming she", "meaning that"
_CLAUSAL = frozenset("he she they it that as".split())
# "arson with a non-parole period of six years"
_MINIMA = frozenset("parole minimum eligibility".split())
# "causing a gun to be in a vehicle"
_LETTING = frozenset("causing allowing permitting forcing".split())
# Adverbs that are part of an offense's name: "falsely reporting an incident"; not "greedily taking shortcuts"
_QUALIFYING = frozenset(
    "falsely recklessly negligently carelessly dangerously improperly corruptly indecently repeatedly".split()
)
# Verbs of which the deed is told by a second one: "coercing her (to sign)"
_MAKING = frozenset("asking coercing compelling forcing having persuading telling urging".split())
_HAVE = frozenset("have had having get getting got".split())
# What agencies are charged with: "the enforcement of the fishing laws"
_CARES = frozenset(
    "enforcement oversight protection administration supervision implementation regulation care safety security".split()
)
# Words by which no offense is led in: "in retaliation for abandoning them"
_NO_LINKS = frozenset(
    {"based on", "prior to", "according to", "due to", "retaliation for", "revenge for", "exchange for"}
)
# Where and when a plea is told: "at an earlier hearing", "in court"
_AT_HEARING = frozenset("at in during before".split())
_HEARINGS = frozenset("appearance arraignment court hearing".split())
# Marks between a number of offenses and their names: "five federal crimes - arson, theft ..."
_LEADING_ON = ("-", "–", "—", "―", ":", "--")
_OF_MORE = frozenset("including related relating".split())
_COLLECTIVES = frozenset("string series range number host raft slew variety litany set".split())
_AUXILIARIES = frozenset("has have had is was were will would can could may might".split())
_RELATIVES = frozenset("that which who whom whose what how where when he she they it".split())
# What may stand behind a deed of one word: "loitering in a park", "trafficking and arson"
_AFTER_DEED = frozenset(
    """
    and or in at on near with after when while during since before as against charges charge case but who outside inside
    """.split()
)
# Words that lead from an offense to what was done
_DEED = frozenset("for during while by after in against when because".split())

# "manslaughter with a true finding on the sentencing enhancement"
_FINDINGS = {"finding", "findings", "enhancement", "enhancements", "sentencing"}


@dataclass(frozen=True)
class Offense:
    """An offense as worded, from token `start` to `end`; `sure` unless only its place makes it one."""

    text: str
    start: int
    end: int
    code: str | None = None
    counts: int | None = None
    sure: bool = True


@dataclass(frozen=True)
class _Quantity:
    """ "two felony counts each of": where it ends, how many, whether each of the following has as many.

    `together` where the number is that of all that follow: "two crimes - theft and arson".
    """

    end: int
    counts: int | None
    each: bool = False
    offense: tuple[int, int] | None = None
    together: bool = False


class Offenses:
    """The stage: finds lexicon hits, then reads the complement of each trigger as a list of offenses."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.group("offenses")}
        self.matcher = rulebook.matcher("offenses")
        self.acts = frozenset(rulebook.words["acts"])
        self.bodies = frozenset(rulebook.words["institutions"])

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["lexicon"] = self.hits(doc)
        starts = {hit.start: hit for hit in doc.spans["lexicon"]}
        people = {i for span in doc.spans["people"] for i in range(span.start, span.end)}
        dates = {i for span in doc.spans.get("dates", []) for i in range(span.start, span.end)}
        listed: dict[int, list[Offense]] = {}
        repeating: list[Span] = []
        claimed: set[int] = set()
        triggers = [(trigger, trigger._.rule) for trigger in doc.spans["triggers"]]
        for trigger, rule in sorted(triggers, key=lambda told: (told[1].has("noun"), told[0].start)):
            if rule.has("noun") and trigger.start in claimed:
                continue
            reader = _Complement(doc, trigger, triggers, starts, people, dates, self.acts)
            found = [
                named for offense in reader.read() if not _SAME.match((named := self._named(doc, offense, starts)).text)
            ]
            if not found and _AS_TOLD.match(doc[trigger.end : trigger.end + 6].text):
                repeating.append(trigger)
            listed[trigger.start] = found
            if rule.group == "sentences" or trigger._.said.status != "asserted":
                continue
            claimed.update(range(trigger.end, max([reader.end_of_list, *(offense.end for offense in found)])))
        _share(doc, listed)
        for trigger in repeating:
            listed[trigger.start] = _told_before(doc, trigger, listed)
        doc.user_data["offenses"] = listed
        doc.user_data["claimed"] = claimed
        doc.spans["offenses"] = self._spans(doc, listed, starts)
        return doc

    def may_lead(self, trigger: Span) -> bool:
        """Whether a trigger whose sentence alone is parsed may lead to an offense, whoever the people around are."""
        doc = trigger.doc
        starts = {hit.start: hit for hit in doc.spans["lexicon"]}
        dates = {i for span in doc.spans["dates"] for i in range(span.start, span.end)}
        triggers = [(other, other._.rule) for other in doc.spans["triggers"]]
        again = _AS_TOLD.match(doc[trigger.end : trigger.end + 6].text) is not None
        return again or _Complement(doc, trigger, triggers, starts, set(), dates, self.acts).may_read()

    def _named(self, doc: Doc, offense: Offense, starts: dict[int, Span]) -> Offense:
        rule = self.rules.get(_hit_label(starts, offense.start, offense.end))
        text = offense.text or _worded(doc[offense.start : offense.end])
        return replace(offense, text=text, code=rule.get("code") if rule else None)

    def _is_of_a_name(self, doc: Doc, hit: Span) -> bool:
        """ "the Bribery Commission", "the Fraud Squad": a body is called so."""
        behind = doc[hit.end] if hit.end < len(doc) else hit[-1]
        return hit[-1].is_title and behind.is_title and behind.lower_ in self.bodies

    def _spans(self, doc: Doc, listed: dict[int, list[Offense]], starts: dict[int, Span]) -> list[Span]:
        places = sorted({(offense.start, offense.end) for found in listed.values() for offense in found})
        return [Span(doc, start, end, label=_hit_label(starts, start, end)) for start, end in places]

    def hits(self, doc: Doc) -> list[Span]:
        """Lexicon hits, the longest of overlapping ones; `kb_id_` is the offense code or ""."""
        hits = [hit for hit in filter_spans(self.matcher.find(doc)) if not self._is_of_a_name(doc, hit)]
        for hit in hits:
            hit.kb_id_ = self.rules[hit.label_].get("code") or ""
        return hits


def _circumstance(doc: Doc, at: int, end: int) -> int:
    """Where "murder in the commission of a rape, robbery and burglary" leaves the murder; not if more counts follow."""
    for token in doc[at:end]:
        if token.lower_ == "commission" and doc[token.i + 1 : token.i + 2].text == "of":
            of_murder = any(before.lower_ == "murder" for before in doc[max(token.i - 4, at) : token.i])
            counted = any(after.lower_ in ("count", "counts") for after in doc[token.i : end])
            return token.i - (2 if doc[token.i - 1].lower_ == "the" else 1) if of_murder and not counted else end
    return end


def _denied(doc: Doc, at: int, end: int) -> int:
    """Where the offenses end and those begin that it was not: "assault, not murder", "assault rather than murder"."""
    words = words_of(doc)
    for i in range(at + 1, end):
        if words[i] == "not" and words[i - 1] in (",", "and"):
            return i - 1
        if words[i : i + 2] in (["rather", "than"], ["instead", "of"], ["as", "opposed"]):
            return i
    return end


def _share(doc: Doc, listed: dict[int, list[Offense]]) -> None:
    """ "Roe pleaded guilty in May, and Poe pleaded guilty in June, to arson": the list belongs to both."""
    triggers = sorted(doc.spans["triggers"], key=lambda span: -span.start)
    for later, earlier in itertools.pairwise(triggers):
        same = later.label_ == earlier.label_ and later[0].sent.start == earlier[0].sent.start
        joined = any(token.lower_ == "and" for token in doc[earlier.end : later.start])
        if same and joined and not listed.get(earlier.start) and not later._.rule.has("noun"):
            listed[earlier.start] = listed.get(later.start, [])


def _told_before(doc: Doc, trigger: Span, listed: dict[int, list[Offense]]) -> list[Offense]:
    """ "Roe was charged with theft and fraud. Poe was charged with the same offences": those told last, near by."""
    near = trigger[0].sent.start
    for _ in range(_SAME_REACH):
        near = doc[max(near - 1, 0)].sent.start
    told = [t for t in doc.spans["triggers"] if near <= t.start < trigger.start and listed.get(t.start)]
    told = [t for t in told if t._.rule.group != "sentences" and t._.said.status == "asserted"]
    return [replace(offense, counts=None) for offense in listed[told[-1].start]] if told else []


def _hit_label(starts: dict[int, Span], start: int, end: int) -> str:
    inside = [hit for at, hit in starts.items() if start <= at < end]
    return inside[-1].label_ if inside else "offense.open"


def _worded(span: Span) -> str:
    text = _RAISED.sub(r"\1", re.sub(r"\s+", " ", span.text).strip(" ,;:-–\"'"))
    text = re.sub(r"^(the|a|an|his|her|their|four|five|six|seven|eight|nine|ten|federal|Class [A-E\d]) ", "", text)
    text = re.sub(r"(?<=\w) charges$", "", text)  # "denied both the conspiracy charges"
    if len(span) > 1 and span[-2].tag_ in ("NN", "NNS", "VBG"):
        text = re.sub(r" cases?$", "", text)  # "acquitted in the bribery case"
    return re.sub(r"^(?:to (?=\w+ing\b)|(?:19|20)\d\d )", "", text)  # "(admitted) to helping kill", "1994 robbery"


def _tells_part(doc: Doc, at: int) -> bool:
    """ "three murders, including the killing of a clerk": what is told is a part of the offense before."""
    at += doc[at].text == ","
    return doc[at : at + 2].text.lower() == "including the"


class _Complement:
    """Reads the offenses that one trigger leads to."""

    def __init__(
        self,
        doc: Doc,
        trigger: Span,
        triggers: list[tuple[Span, Rule]],
        hits: dict[int, Span],
        people: set[int],
        dates: set[int],
        acts: frozenset[str],
    ) -> None:
        self.doc = doc
        self.trigger = trigger
        self.hits = hits
        self.rule: Rule = trigger._.rule
        self.links = set(self.rule.get("links") or ["for", "on"])
        self.strict = self.rule.group == "sentences"
        self.end_of_list = trigger.end
        self.gerunds = False
        self.counted = False
        # "charged with leading the review" is no accusation; "accused of leading the gang" is
        self.tasks: frozenset[str] = frozenset(_TASK) if self.rule.sense == "charged" else frozenset()
        sentence = trigger[0].sent
        self.end = min(_circumstance(doc, trigger.end, sentence.end), trigger.end + REACH * 4)
        self.end = _denied(doc, trigger.end, self.end)
        # "among the charges he faces are ..."
        passed = {"possible"} if self.rule.sense == "counts" else set()
        if self.rule.group == "verdicts":  # "guilty to all four counts in the indictment, including ..."
            passed.add("indictment")
        behind = [(other, rule) for other, rule in triggers if other.start >= trigger.end]
        others = (other for other, rule in behind if not (rule.has("noun") or rule.sense in passed))
        self.others = {other.start for other in others if not self._is_paper(other)}
        self.people = people
        self.dates = dates
        self.acts = acts

    def read(self) -> list[Offense]:
        """The listed offenses, in text order; their wording is filled in by the stage."""
        if self.rule.sense == "counts" and self.doc[max(self.trigger.start - 1, 0)].ent_type_ == "MONEY":
            return []  # "a $900 charge for fitting a door"
        found = list(self._before()) if self.rule.has("noun") else []
        start = self._link()
        if start is not None:
            listed = self._items(start)
            if listed and self._counts_within:
                told = next((number(token.text) for token in self.trigger if number(token.text)), None)
                listed[0] = replace(listed[0], counts=told or listed[0].counts)
            elif listed and self.rule.sense == "counts" and listed[0].counts is None:
                together = len(listed) > 1 and self.doc[self.trigger.end].text in _LEADING_ON
                counts = None if together else self._counted_before()
                each = self.doc[self.trigger.end].lower_ == "each"
                listed[: None if each else 1] = [replace(item, counts=counts) for item in listed[: None if each else 1]]
            found += listed
        return found or self._lines() or self._which()

    def may_read(self) -> bool:
        """Whether `read` finds anything, or might where `people` are others: who is none may be what is told."""
        near = range(max(self.trigger.end - 1, 0), min(self.trigger.end + _NEAR_LINK, self.end) - 1)
        weak = not self.strict and any(self.doc[at].lower_ in self.links and self._weak(at + 1) for at in near)
        return weak or bool(self.read())

    @property
    def _counts_within(self) -> bool:
        """Whether the trigger itself tells counts: "denied three counts of"."""
        return self.rule.sense == "denied" and self.rule.get("needs") == "offense"

    def _is_paper(self, other: Span) -> bool:
        """Whether it only tells the paper: "charged in a separate indictment with theft"."""
        between = self.doc[self.trigger.end : other.start]
        opens = len(between) and between[0].lower_ in ("in", "by", "under")
        return bool(opens) and other._.rule.sense == "indictment" and len(between) <= 7

    def _counted_before(self) -> int | None:
        """The number before the noun: "two felony counts of"."""
        i = self.trigger.start - 1
        while i > self.trigger[0].sent.start and self.doc[i].lower_ in (
            "felony",
            "misdemeanor",
            "federal",
            "criminal",
            "separate",
        ):
            i -= 1
        return number(self.doc[i - (self.doc[i].text == ")")].text) or None  # "seven (7) counts"

    def _which(self) -> list[Offense]:
        """ "the embezzlement, to which she pleaded guilty"."""
        before = self.doc[max(self.trigger.start - 7, self.trigger[0].sent.start) : self.trigger.start]
        which = next(
            (
                token.i
                for token in before
                if token.lower_ == "which" and token.i and self.doc[token.i - 1].lower_ in ("to", "of")
            ),
            None,
        )
        if which is None:
            return []
        return [self._item(hit.start, hit.end, None) for hit in self.hits.values() if 0 <= which - 1 - hit.end <= 1]

    # -- where the list begins ------------------------------------------------------------------------------

    def _link(self) -> int | None:
        weak: int | None = None
        at = self.trigger.end - (self.trigger[-1].lower_ in self.links)
        limit = min(self.end, self.trigger.end + REACH)
        if at < limit and self.doc[at].lower_ == "not":  # "not of murder but of manslaughter"
            at = next((token.i + 1 for token in self.doc[at:limit] if token.lower_ == "but"), limit)
        direct = self._behind_hearing(at) if "" in self.links else limit
        if direct < limit and (self._strong(direct) or self._quantity(direct)):
            return direct
        if self._counts_within and at < limit and self._gerund(at):  # "denied three counts of causing ..."
            return at
        while at < limit:
            token = self.doc[at]
            if at in self.others and not self.strict:
                return weak
            if token.text in (";", "?", "!") or (
                token.lower_ in ("who", "which", "but") and at > self.trigger.end + 1 and self.doc[at - 1].text != ","
            ):
                return weak
            if token.lower_ in ("enhancement", "enhancements"):
                return weak
            subject_matter = self._subject_matter(at)
            if subject_matter is not None:
                return subject_matter
            if token.lower_ in self.links and at + 1 < self.end and not self._of_others(token):
                if self._strong(at + 1) or self._counted(at + 1) or self._shared_degree(at + 1) or self._told(at + 1):
                    return at + 1
                if self.doc[at + 1 : at + 3].text.lower() == "being in" and self._strong(at + 3):
                    return at + 3
                if at <= self.trigger.end + 2 and self._is_being(at + 1):
                    return at + 1
                if token.lower_ not in ("in", "on", "following", "that", "are") and self._gerund(at + 1):
                    return at + 1
                named = self.rule.sense == "conviction"  # "the conviction of a former colonel"
                named = named or token.lower_ == "over"  # "charged over a crash": what happened
                if weak is None and not named and not self.strict and at <= self.trigger.end + 1 and self._weak(at + 1):
                    weak = at + 1
            if (
                token.lower_ == "in"
                and self.doc[at : at + 3].text.lower() == "in connection with"
                and self._strong(at + 3)
            ):
                return at + 3
            at += 1
        return weak

    def _behind_hearing(self, at: int) -> int:
        """Where the object of a verb begins that is told when or where it was: "admitted at a hearing last week"."""
        while at + 1 < self.end:
            told = self.doc[at + 1 : min(at + 8, self.end)] if self.doc[at].lower_ in _AT_HEARING else self.doc[0:0]
            hearing = next((token.i for token in told if token.lower_ in _HEARINGS), None)
            if hearing is not None:
                at = hearing + 1
            elif at in self.dates or (self.doc[at].lower_ == "on" and at + 1 in self.dates):
                at += 1
            else:
                break
        return at

    def _subject_matter(self, at: int) -> int | None:
        """Where the offenses of counts begin that more is said of than "of".

        "charges related to theft", "all four counts in the indictment, including theft", "charges that he lied".
        """
        doc = self.doc
        if doc[at : at + 2].text.lower() in _RELATING and self._of_charges(at):
            deed = doc[at + 2 : at + 3].text.lower() in ("the", "his", "her", "their")  # "related to the shootout"
            return at + 2 if self._strong(at + 2) and not deed else None
        if doc[at - 1].text == "," and self._of_charges(at):
            first = at + (1 if doc[at].lower_ == "including" else 2)
            if first == at + 1 or doc[at:first].text.lower() in ("among them", "among these"):
                return first if self._strong(first) or self._gerund(first) else None
        behind_charges = doc[at - 1].lower_ in ("charge", "charges") and at <= self.trigger.end + 8
        return at if behind_charges and self._told(at) is not None else None

    def _of_charges(self, at: int) -> bool:
        """Whether charges, counts or cases stand between the trigger, or are it, and the token."""
        return not _MATTERS.isdisjoint(token.lower_ for token in self.doc[self.trigger.start : at])

    def _told(self, at: int) -> int | None:
        """The verb of a deed told as one: "(charges) that he lied to a clerk", "(charged with) having lied"."""
        doc = self.doc
        at += doc[at : at + 1].text.lower() == "that"
        if doc[at : at + 1].text.lower() == "having":
            return at + 1 if doc[at + 1 : at + 2] and doc[at + 1].tag_ in ("VBN", "VBD") else None
        if at + 1 >= self.end or doc[at].lower_ not in ("he", "she", "they"):
            return None
        verb = at + 1
        while verb + 1 < self.end and (doc[verb].lower_ == "had" or doc[verb].tag_ == "RB"):
            verb += 1
        no_deed = {"was", "were"} | _SAID_OF_CHARGES  # "the charges that he brought"
        return verb if doc[verb].tag_ in ("VBD", "VBN") and doc[verb].lower_ not in no_deed else None

    def _of_others(self, link: Token) -> bool:
        """Whether a link leads to something else than an offense: "based on evidence", "in the death of Poe".

        Also "charges for a mutiny against Poe"; not "faces charges for theft", "charges against Roe for theft".
        """
        behind = {token.lower_ for token in self.doc[link.i + 1 : link.i + 5]}
        if self.doc[link.i - 1 : link.i + 1].text.lower() in _NO_LINKS or (
            link.lower_ in ("in", "over") and not behind.isdisjoint(_DEATHS)
        ):
            return True
        if self.rule.sense != "counts" or link.lower_ != "for":
            return False
        between = {token.lower_ for token in self.doc[self.trigger.end : link.i]}
        if self.doc[link.i + 1 : link.i + 2].text in ("his", "her", "their"):
            return True  # "for their alleged misconduct": what they did, not what it is called
        faced = self.trigger.root.head.lower_ in ("face", "faces", "faced", "facing")
        return not ("against" in between or (faced and not between))

    def _counted(self, at: int) -> bool:
        return self._quantity(at) is not None

    def _strong(self, at: int) -> bool:
        return self._hit(at) is not None

    def _hit(self, at: int) -> tuple[int, Span] | None:
        """Start of an offense with a lexicon hit here, past articles, modifiers and prefixes; and that hit."""
        start = at
        while start < self.end and start not in self.hits and (self._is_passed(start) or self._is_year(start)):
            start += 1
        i = start
        while i < self.end and i - start <= 7:
            if i in self.hits:
                return start, self.hits[i]
            token = self.doc[i]
            modifies = (
                token.lower_ in _PREFIX
                or self._is_raised(i - 1)
                or token.tag_
                in (
                    "JJ",
                    "NN",
                    "NNP",
                    "VBN",
                    "RB",
                    "HYPH",
                    "CD",
                    "NNS",
                    "VBG",
                    "POS",
                    "NNPS",
                    "VBD",
                )
            )
            if token.lower_ == "and" and self.doc[i + 1 : i + 2].text.lower() != "abetting":
                return None
            if token.lower_ == "of" and self.doc[i - 1].lower_ not in _PREFIX:
                return None
            if (
                not modifies
                or token.text in (",", ";")
                or i in self.dates
                or token.lower_ in _STOPS
                or token.lower_ in _COUNT_NOUNS - {"felony", "misdemeanor"}
                or token.ent_type_ in _PEOPLE_TAGS
            ):
                return None
            i += 1
        return None

    def _is_passed(self, at: int) -> bool:
        """Whether the token is no part of a name that it leads in: "a", "being in (possession of)"."""
        return self.doc[at].lower_ in _SKIP or self.doc[at - 1 : at + 1].text.lower() == "being in"

    def _is_raised(self, at: int) -> bool:
        """ "1 st degree murder": no number, but an ordinal."""
        return at >= 0 and _RAISED.match(self.doc[at : at + 2].text) is not None

    def _is_ordinal(self, at: int) -> bool:
        """Whether the token is either half of "1 st"."""
        return self._is_raised(at) or self._is_raised(at - 1)

    def _is_year(self, at: int) -> bool:
        """Of "a 1995 robbery"; "the 1995 robbery" is the deed."""
        before = self.doc[at - 1].lower_
        return _YEAR.fullmatch(self.doc[at].text) is not None and before in ("a", "an", "his", "her")

    def _gerund(self, at: int) -> bool:
        start = self._skipped(at)
        if start >= self.end or start in self.dates or self.doc[start + 1 : start + 2].text.lower() in _DEATHS:
            return False
        if start > at and self.doc[start - 1].lower_ == "the":  # "of the loving relationship"
            return False
        token = self.doc[start]
        while token.tag_ == "RB" and token.i + 1 < self.end:
            token = self.doc[token.i + 1]
        listed = self.doc[token.i + 1 : token.i + 2].text in (",", "and", "or")  # "making, selling and hiding ..."
        tasks = _PREPOSITIONS if listed else self.tasks | _PREPOSITIONS
        return token.tag_ == "VBG" and token.lower_ not in tasks and token.lower_.endswith("ing")

    def _is_being(self, at: int) -> bool:
        """Whether the deed is to be something: "being the getaway driver", not "being a felon with a gun"."""
        behind = self.doc[at + 1 : at + 3]
        if (
            self.rule.id not in _SURE_FRAMES
            or self.doc[at].lower_ != "being"
            or len(behind) < 2
            or at + 2 >= self.end
            or self._hit(at + 1)
        ):
            return False
        words = {token.lower_ for token in behind}
        return behind[0].tag_ in ("DT", "NN", "IN", "JJ") and words.isdisjoint(("responsible", "able", "accessory"))

    def _weak(self, at: int) -> bool:
        start = self._skipped(at)
        if start >= self.end or start in self.dates or start in self.others:
            return False
        if self.doc[start - 1].lower_ in ("his", "her", "their"):  # "over their handling of the storm": what they did
            return False
        token = self.doc[start]
        if token.ent_type_ in (
            "PERSON",
            "GPE",
            "DATE",
            "TIME",
            "ORG",
            "MONEY",
            "NORP",
            "LOC",
            "FAC",
            "CARDINAL",
            "PERCENT",
            "ORDINAL",
        ):
            return False
        head = token
        while (
            head.i + 1 < self.end
            and self.doc[head.i + 1].tag_ in ("NN", "NNS", "HYPH")
            and head.tag_ in ("NN", "NNS", "JJ", "HYPH", "VBN")
        ):
            head = self.doc[head.i + 1]
        if not _DEATHS.isdisjoint(t.lower_ for t in self.doc[token.i : head.i + 1]):
            return False
        if self.rule.sense == "charged" and token.lower_ in _CARES:
            return False
        vague = _VAGUE | _COLLECTIVES
        if head.i in self.people:  # "guilty verdicts on both defendants"
            return False
        return head.tag_ in ("NN", "NNS") and head.lower_ not in vague and token.lower_ not in vague

    def _skipped(self, at: int) -> int:
        while at < self.end and self.doc[at].lower_ in _SKIP:
            at += 1
        return at

    # -- the list ------------------------------------------------------------------------------------------

    def _items(self, at: int) -> list[Offense]:
        counts: int | None = None
        each = False
        kind = ""
        items: list[Offense] = []
        total: int | None = None
        together = False
        while at < self.end:
            quantity = self._quantity(at)
            if quantity is None and items and self._elliptic(at):
                quantity = _Quantity(at + 2, number(self.doc[at].text))
            while quantity and not quantity.offense and (inner := self._quantity(quantity.end)):
                quantity = inner
            if quantity:
                self.counted = True
                counts, each = quantity.counts, quantity.each
                total = counts if not items else None
                together = quantity.together and not items
                if quantity.offense:
                    items.append(self._item(*quantity.offense, counts))
                    at = quantity.end
                    kind = "strong"
                    following = self._next(at, kind)
                    if following is None:
                        break
                    at = following
                    counts = None
                    continue
                at = quantity.end
            shared = self._shared_degree(at)
            found = self._one(shared or at, kind, first=not items)
            if found is None:
                break
            start, end, kind = found
            if shared is not None:
                text = _worded(self.doc[start:end])
                for degree in self.doc[at : shared - 1]:
                    if degree.text[0].isalpha():
                        named = _DEGREE_WORD.sub(degree.text.rstrip("-"), text, count=1)
                        items.append(replace(self._item(degree.i, end, counts), text=named))
            self.gerunds = self.doc[start].tag_ == "VBG"
            items.append(self._item(start, end, counts, sure=kind != "weak"))
            counts = counts if each else None
            following = self._next(end, kind)
            if following is None:
                break
            at = following
        items = [_numbered(self.doc, item) for item in _with_objects(self.doc, items)]
        together = together or total == len(items) or _AND_OTHERS.search(self.doc[at : at + 10].text) is not None
        if total and len(items) > 1 and together and all(item.counts is None for item in items[1:]):
            items[0] = replace(items[0], counts=None)
        self.end_of_list = at
        return items

    def _shared_degree(self, at: int) -> int | None:
        """Where "third-degree arson" begins in "second- and third-degree arson"."""
        match = _SHARED_DEGREE.match(self.doc[at : min(at + 14, self.end)].text)
        if match is None:
            return None
        return next(token.i + 1 for token in self.doc[at : at + 12] if token.lower_ in ("and", "or"))

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
            counted = self._counted_line(line)
            if counted is not None:
                items.append(counted)
                self.end_of_list = line.end
                continue
            mark = _MARK.match(line.text)
            hit = next((self.hits[token.i] for token in line if token.i in self.hits), None)
            known = hit is not None and line.text.rstrip()[-1:] != "."
            if not (known or mark or marked) or len(line) > LENGTH:
                break
            marked = False
            self.end = line.end
            first = line.start_char + (mark.end() if mark else 0)
            start = next((token.i for token in line if not token.is_space and token.idx >= first), line.start)
            found = self._items(start)
            if not found and hit is not None:
                found = [self._item(hit.start, hit.end, None)]
            if not found:
                break
            items += found
            self.end_of_list = line.end
        return items

    def _counted_line(self, line: Span) -> Offense | None:
        """ "• 1 count Racketeering 1st Degree Felony": what stands between the count and the class, known or not."""
        match = _COUNT_LINE.fullmatch(line.text.strip())
        if match is None:
            return None
        first = line.start_char + line.text.index(match["offense"])
        span = self.doc.char_span(first, first + len(match["offense"]), alignment_mode="expand")
        return self._item(span.start, span.end, number(match["counts"])) if span is not None else None

    def _following(self, at: int) -> Iterator[Span]:
        while at < len(self.doc):
            line = self.doc[at].sent
            if line.text.strip():
                yield line
            at = line.end

    def _item(self, start: int, end: int, counts: int | None, sure: bool = True) -> Offense:
        return Offense("", start, end, None, counts, sure)

    def _one(self, at: int, kind: str, first: bool) -> tuple[int, int, str] | None:
        if any(token.lower_ in _ENHANCEMENT for token in self.doc[at : min(at + 4, self.end)]) and not self._hit(at):
            return None
        told = at if kind == "told" and self.doc[at].tag_ == "VBD" else self._told(at)
        if told is not None:
            end = self._tail(told + 1, told, gerund=True)
            known = self.rule.group == "charges" or self._contains_hit(told, end)
            return (told, end, "told") if known else None
        if self._is_being(at):
            return at, self._tail(at + 3, at, gerund=True), "gerund"
        hit = self._hit(at)
        if hit:
            start, span = hit
            if any(
                token.lower_ in ("enhancement", "enhancements")
                for token in self.doc[start : min(span.end + 1, self.end)]
            ):
                return None
            end = self._tail(span.end, start)
            return start, end, "strong"
        if self._gerund(at) and (first or kind in ("gerund", "strong")):
            start = self._named_from(self._skipped(at))
            end = self._tail(self._deed(start) + 1, start, gerund=True)
            had = not _HAVE.isdisjoint(token.lower_ for token in self.doc[start:end])  # "to have a rival murdered"
            while not had and end - start > 2 and self.doc[end - 1].tag_ in ("VBN", "VBD"):  # "letters addressed (to)"
                end -= 1
            while end - start > 2 and self.doc[end - 1].tag_ == "RB" and self.doc[end - 1].lower_.endswith("ly"):
                end -= 1
            if end - start >= LENGTH and self.doc[end - 2].lower_ == "to":  # "running farms in town to obtain"
                end -= 2
            return None if self._is_cut(start, end) else (start, end, "gerund")
        unknown = None if first else self._unknown(at)
        if unknown is not None:
            return self._skipped(at), unknown, "unknown"
        if first and (self._weak(at) or kind == ""):
            start = self._skipped(at)
            if start < self.end and self._weak(start):
                end = self._tail(start + 1, start, weak=True)
                if self._contains_hit(start, end):
                    return start, end, "strong"
                if self._is_before_year(end):
                    return None
                cut = self._ends_with_quality(start, end) or self._is_cut(start, end)
                return None if cut else (start, end, "weak")
        return None

    def _ends_with_quality(self, start: int, end: int) -> bool:
        """Whether the last word wants a noun: "a new"; not "transportation of an explosive, ..."."""
        if self.doc[end - 1].tag_ != "JJ":
            return False
        ends = end >= self.end or self.doc[end].is_punct
        return not (ends and end - start > 2 and self.doc[end - 2].tag_ == "DT" and self.doc[end - 3].tag_ == "IN")

    def _is_before_year(self, at: int) -> bool:
        """ "a brazen (2016 escape)": the noun is behind the year."""
        year = self.doc[at : at + 2]
        return len(year) == 2 and _YEAR.fullmatch(year[0].text) is not None and year[1].tag_ in ("NN", "NNS")

    def _unknown(self, at: int) -> int | None:
        """Where an item of the list ends that no rule knows: "littering, no proof of ownership and riding a moped".

        It is a noun phrase or a deed, and nothing else: no name, no day, no clause ("arson, police said").
        """
        start = self._skipped(at)
        if start >= self.end or self._is_no_item(start):
            return None
        i, noun = start, False
        while i < self.end and i - start < LENGTH and not self._ends_item(i):
            if i in self.people or self.doc[i].ent_type_ in ("PERSON", "GPE"):
                return None
            noun = noun or self.doc[i].tag_ in ("NN", "NNS", "VBG")
            i += 1
        behind = self.doc[i] if i < self.end else None
        if behind is not None and (behind.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") or i in self.others):
            return None
        if self._is_part(start, i):
            return None
        words = [token.lower_ for token in self.doc[start:i]]
        counted = _COUNT_NOUNS.intersection(words) and words[:2] not in (["violation", "of"], ["violations", "of"])
        vague = words[-1] in _VAGUE and (len(words) == 1 or self.doc[start].tag_ != "VBG")  # not "fleeing police"
        if not noun or vague or _ENHANCEMENT.intersection(words) or counted:
            return None
        return max(_back(self.doc, i, start), start + 1)

    def _is_part(self, start: int, end: int) -> bool:
        """Of one offense or of no list: "use of tear gas, a stun gun or mace", "stealing a radio and paint"."""
        doc = self.doc
        if "or" in (doc[start - 1].lower_, doc[end : end + 1].text.lower()):
            return True
        if self._ends_with_quality(start, end):
            return True
        acts = any(
            (_ACTING.search(token.lower_) and token.lower_ not in _OBJECTS) or token.tag_ == "IN"
            for token in doc[start:end]
        )
        if end - start > 1 and not acts and doc[start - 1].lower_ == "and" and self._is_object(start - 1):
            return True
        return end - start == 1 and not acts

    def _is_object(self, at: int) -> bool:
        """Whether what ends here is what was acted on: "acquisition of credit cards (and account information)"."""
        of = next((t.i for t in reversed(self.doc[max(at - 4, 1) : at]) if t.lower_ == "of"), None)
        if of is None:
            return False
        return _ACTING.search(self.doc[of - 1].lower_) is not None and self.doc[of - 1].tag_ == "NN"

    def _is_no_item(self, at: int) -> bool:
        token = self.doc[at]
        if at in self.dates or at in self.others or token.lower_ in _VAGUE | _STOPS | _PREPOSITIONS | self.tasks:
            return True
        if token.ent_type_ in ("PERSON", "GPE", "DATE", "TIME", "ORG", "MONEY", "CARDINAL", "LOC", "FAC"):
            return True
        before = self.doc[at - 1].lower_
        return (token.tag_ not in ("NN", "NNS", "JJ", "VBG") and token.lower_ != "no") or before in (
            "the",
            "a",
            "his",
            "her",
        )

    def _ends_item(self, at: int) -> bool:
        token = self.doc[at]
        if self._is_purpose(at) or (token.is_space and "\n" not in token.text):
            return False
        if token.text == "-" and not token.whitespace_:  # "border-controlled", not "in the two-count indictment"
            return self.doc[at - 1].tag_ == "CD"
        if token.lower_ in ("and", "or") and self.doc[at - 1].tag_ == "VB" and self.doc[at + 1 : at + 2]:
            return self.doc[at + 1].tag_ not in ("VB", "VBP")  # "attempt to detain and confine"
        if token.text in (",", ";", "-", "–", "—") or token.lower_ in _STOPS | {"and", "or", "for", "from"}:
            return True
        return at in self.dates or token.is_space or token.tag_ in ("VBD", "VBZ", "VBP", "MD") or at in self.others

    def _leads_to_court(self, at: int) -> bool:
        """Whether a court stands here ("the Supreme Court of"), or what somebody calls the matter ("what was ...")."""
        words = [token.lower_ for token in self.doc[at : min(at + 5, self.end)]]
        return words[:1] == ["what"] or any(word in ("court", "tribunal") for word in words)

    def _is_purpose(self, at: int) -> bool:
        """Of "possession for the purpose of sale": part of the name."""
        return self.doc[at : at + 3].text.lower() in ("for the purpose", "for the purposes")

    def _tail(self, at: int, start: int, gerund: bool = False, weak: bool = False) -> int:
        """Where the offense ends: at a comma, a new clause, the victim, the date, the next item."""
        doc = self.doc
        while at < self.end and at - start < LENGTH:
            token = doc[at]
            low = token.lower_
            if gerund and self._belongs_to_deed(at, start):
                at += 1
                continue
            if gerund and self._ends_deed(at, start):
                break
            if at in self.hits and at > start + 1 and doc[at - 1].lower_ in ("and", ","):
                return _back(doc, at, start)
            if at in self.hits:  # "conspiracy to commit [wire and mail fraud]"
                at = self.hits[at].end
                continue
            if low == "to" and self.doc[at + 1 : at + 2].text.lower() == "be" and doc[start].lower_ not in _LETTING:
                break
            if low == "by" and not weak and doc[at + 1 : at + 2] and doc[at + 1].tag_ in ("VBG", "RB"):
                break  # how it was done
            if low in ("in", "at", "before") and self._leads_to_court(at + 1):
                break
            if low in ("between",) and self.doc[at + 1 : at + 2].text.lower() != "the":
                break
            if token.is_space and "\n" not in token.text:
                at += 1
                continue
            if low in _STOPS or at in self.dates or token.is_space or at in self.others or self._is_statute(at):
                break
            if token.text in (",", "-", "–", "—", "--") and (token.whitespace_ or token.text == ","):
                break
            if token.tag_ in ("VBZ", "VBP", "MD", "VBD") and not gerund and low not in ("bargain",):
                break
            if low in ("and", "or"):
                if doc[at + 1 : at + 2].text == "$":  # "exceeding $100,000 and $500,000"
                    at += 3
                    continue
                if not self._joins(at, gerund, start):
                    break
                at += 2
                continue
            if self._is_purpose(at):
                at += 3
                continue
            if (
                low == "for"
                or (low == "from" and not gerund)
                or (self.rule.sense == "counts" and low in _SAID_OF_CHARGES)
            ):
                break
            if low == "with" and _FINDINGS & {token.lower_ for token in doc[at + 1 : at + 5]}:
                break
            if low == "in" and not _DEGREE.match(doc[at : at + 4].text.lower()) and not gerund and not weak:
                break
            if low == "in" and doc[at : at + 2].text.lower() == "in connection":
                break
            if low in ("of", "on", "upon", "to", "by", "with") and self._victim(at + 1, low):
                break
            if low == "with" and any(t.lower_ in _ENHANCEMENT | _MINIMA for t in doc[at + 1 : at + 5]):
                break
            at += 1
        return max(_back(doc, at, start), start + 1)

    def _belongs_to_deed(self, at: int, start: int) -> bool:
        """Whether a word that ends a name goes on with what was done.

        "billing for tests", "selling over 600 photos", "failing to seek help", "a loan application that hid a debt".
        """
        token, before, behind = self.doc[at], self.doc[at - 1], self.doc[at + 1 : at + 2]
        if not behind:
            return False
        follower = behind[0]
        if at in self.dates:  # "voting in the 2016 elections"
            return before.lower_ == "the" and follower.tag_ in ("NN", "NNS")
        if token.tag_ == "VB" and before.lower_ in ("and", "or"):
            return self._has_infinitive(start, at)
        if token.tag_ == "VB" and before.lower_ == "to":
            return at not in self.hits
        match token.lower_:
            case "for" | "from":
                opens = before.tag_ in ("VBG", "PRP") and before.i - start <= 1  # "asking him for a photo"
                return opens and follower.tag_ in ("NN", "NNS", "DT", "JJ", "PRP$")
            case "over":
                return follower.tag_ in ("CD", "$") or (before.tag_ == "VBG" and before.i <= start + 1)
            case "at":
                return follower.lower_ == "least"
            case "as":  # "acting as a lookout", not "as part of a scheme"
                return follower.tag_ in ("DT", "NN", "NNS") and follower.lower_ not in ("part", "well")
            case "that":
                return before.tag_ in ("NN", "NNS") and follower.tag_ in ("VBD", "VBZ", "MD", "VBP")
            case "," | "and" | "or":
                return self._goes_on_within(at, start)
        return False

    def _goes_on_within(self, at: int, start: int) -> bool:
        """Whether words are joined within a deed: "to recruit and abuse girls", "a new, related crime"."""
        token, before, follower = self.doc[at], self.doc[at - 1], self.doc[at + 1]
        if before.tag_ == "JJ":
            listed = token.text != "," or self.doc[at - 2].tag_ == "DT"
            return listed and follower.tag_ in ("JJ", "VBG", "VBN") and follower.i not in self.hits
        if token.text == ",":
            return False
        verb = next((word for word in self.doc[at + 1 : at + 3] if word.tag_ != "RB"), follower)
        return verb.tag_ == "VB" and (before.tag_ == "VB" or self._has_infinitive(start, at))

    def _has_infinitive(self, start: int, end: int) -> bool:
        return any(token.lower_ == "to" and token.nbor().tag_ == "VB" for token in self.doc[start : end - 1])

    def _ends_deed(self, at: int, start: int) -> bool:
        """Whether the clause around a deed goes on, or its place is told: "for theft has ...", "in Kelso"."""
        token, behind = self.doc[at], self.doc[at + 1 : at + 3]
        told = {word.lower_ for word in self.doc[start:at]}
        if token.lower_ in _AUXILIARIES:
            return _RELATIVES.isdisjoint(told) and self.doc[at - 1].tag_ != "PRP"
        if token.lower_ not in ("in", "near", "outside") or at - start < 2 or len(behind) < 2:
            return False
        place = behind[1] if behind[0].lower_ == "the" else behind[0]
        return place.ent_type_ in ("GPE", "LOC", "FAC") or (at - start > 3 and self._is_named_place(at + 1))

    def _is_named_place(self, at: int) -> bool:
        """Whether a proper name ends the clause here: "a test in (Kurigram on Friday)"."""
        end = next((t.i for t in self.doc[at : self.end] if t.tag_ not in ("NNP", "DT", ",")), self.end)
        stops = end == self.end or end in self.dates or self.doc[end].is_punct or self.doc[end].tag_ == "IN"
        return end > at and self.doc[end - 1].tag_ == "NNP" and self.doc[at].tag_ == "NNP" and stops

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether a deed is told by its verb alone though more is said of it: "acting (as a lookout)"."""
        deed = self.doc[start:end]
        if deed[0].lower_ in _MAKING and not any(token.tag_ in ("TO", "IN", "VBN", "VBD", "VB") for token in deed[1:]):
            return True
        verb = self.doc[end - 1]
        if not verb.lower_.endswith("ing") or end - self._deed(start) > 1 or end - 1 in self.hits or end >= self.end:
            return False
        behind = self.doc[end]
        stops = behind.is_punct or behind.is_space or end in self.dates
        return not stops and behind.lower_ not in _AFTER_DEED

    def _deed(self, at: int) -> int:
        """The verb of a deed, past the words that say how it was done."""
        while at + 1 < self.end and self.doc[at].tag_ == "RB":
            at += 1
        return at

    def _named_from(self, at: int) -> int:
        """Where the name of a deed begins: past adverbs that only tell how it was done."""
        verb = self._deed(at)
        how = self.doc[at:verb]
        return at if any(token.lower_ in _QUALIFYING for token in how) else verb

    def _is_statute(self, at: int) -> bool:
        """Of "theft under section 7 of the Theft Act": what it is told by, not what it is called."""
        words = [token.lower_ for token in self.doc[at : at + 8]]
        if len(words) < 2 or words[0] != "under":
            return False
        if words[1] == "the":
            return not {"act", "code", "law", "ordinance"}.isdisjoint(words)
        return words[1] in ("section", "sections", "article", "articles", "art")

    def _joins(self, at: int, gerund: bool, start: int) -> bool:
        """Whether "and" stays inside the offense: "possession and control of child pornography".

        What has a complement of its own is an offense of its own: "conspiracy to murder and violations of the law".
        """
        after = self.doc[at + 1 : min(at + 4, self.end)]
        acts = not gerund and self.doc[at - 1].lower_ in self.acts  # "the sale and possession of cocaine"
        if self.doc[at].lower_ == "or" and len(after) > 1 and after[0].tag_ == "NN" and after[1].lower_ == "of":
            return True  # "destruction or concealment of evidence"
        if acts and len(after) > 1 and after[0].lower_ in self.acts and after[1].lower_ == "of":
            return True
        if not gerund and any(token.tag_ in ("IN", "TO") for token in self.doc[start:at]):
            return False
        if len(after) < 2 or self._quantity(at + 1) or self._hit(at + 1):
            return False
        if gerund:
            behind = self.doc[at + 1 : min(at + 7, self.end)]
            clause = itertools.takewhile(lambda t: t.text not in (",", ";") and t.tag_ != "IN", behind)
            return after[0].tag_ in ("NN", "NNS", "JJ", "PRP$", "DT") and not any(
                t.tag_ in ("VBD", "VBZ", "MD", "VBP") for t in clause
            )
        return acts and after[0].tag_ in ("NN", "NNS", "JJ") and after[1].lower_ in ("of", "by", "with")

    def _victim(self, at: int, link: str) -> bool:
        if at >= self.end:
            return True
        token = self.doc[at]
        if link == "to" and self.doc[at - 2].lower_ in ("failure", "failing", "refusal", "attempt"):
            return False  # "Failure To Yield"
        if token.ent_type_ == "PERSON" or (
            token.tag_ in ("PRP$", "PRP", "NNP") and token.ent_type_ not in ("GPE", "NORP", "ORG")
        ):
            return True
        if link == "by":
            return any(t.lower_ in _BODIES for t in self.doc[at : at + 4])
        if link in ("of", "on") and token.tag_ == "CD" and link == "on":
            return True
        return link == "to" and token.tag_ not in ("VB", "DT", "NN", "NNS", "JJ")

    def _next(self, at: int, kind: str) -> int | None:
        """The start of the next item of the list, None when the list is over."""
        doc = self.doc
        aside = _ASIDE.match(doc[at : min(at + 9, self.end)].text)
        if aside is not None:
            at = next((token.i for token in doc[at:] if token.idx >= doc[at].idx + aside.end()), len(doc))
        repeated = _REPEATED.match(doc[at : min(at + 5, self.end)].text)
        if repeated:
            at += 3 + (doc[at + 1].lower_ in ("a", "an"))
        i = at
        if at < self.end and doc[at].lower_ in (
            "for",
            "against",
            "involving",
            "on",
            "in",
            "from",
            "at",
            "by",
            "of",
            "as",
        ):
            # "forgery for the first bank, and theft for the second": past the victim to the next comma
            by_doing = doc[at].lower_ == "by" and doc[at + 1 : at + 2] and doc[at + 1].tag_ == "VBG"
            borders = {",", ";"} if by_doing else {",", ";", "and"}
            i = next((t.i for t in doc[at : min(at + 9, self.end)] if t.lower_ in borders), at)
        # "murder for bludgeoning and killing a guard", "special circumstances murder for a double murder and murder
        # for gain": what was done, not the next offense
        done = doc[at : at + 2].text.lower().startswith("for ") and doc[at + 1].tag_ == "VBG"
        special = doc[at : at + 1].text.lower() == "for" and "special" in doc[max(at - 4, 0) : at].text.lower()
        seen = False
        if doc[i : i + 3].text.lower() == "as well as":
            i, seen = i + 3, True
        if doc[i : i + 3].text.lower() == "and guilty of":
            return i + 3
        while (
            i < self.end
            and not _tells_part(doc, i)
            and (
                doc[i].text in (",", ";", "-", "–", "•", "/")
                or doc[i].lower_
                in (
                    "and",
                    "or",
                    "plus",
                    "as",
                    "well",
                    "along",
                    "including",
                    "also",
                    "then",
                    "to",
                    "of",
                    "on",
                    "with",
                )
                or (doc[i].lower_ == "for" and doc[i - 1].lower_ == "and")
                or doc[i].is_space
            )
        ):
            if doc[i].text in (",", ";", "•", "/") or doc[i].lower_ in (
                "and",
                "or",
                "plus",
                "well",
                "including",
            ):
                seen = True
            elif doc[i].lower_ in ("to", "of", "on", "with", "as", "along") and not (seen and i > at):
                break
            i += 1
        if seen and i < self.end and not (special and doc[i - 1].lower_ == "and"):
            if kind == "told":
                return i if doc[i].tag_ == "VBD" else None
            told = done and doc[i].tag_ in ("VBG", "DT")
            if self._quantity(i) or self._elliptic(i) or (self._hit(i) and not told):
                return i
            if self._opens_clause(i):
                return None
            if not told and self._gerund(i) and (kind == "gerund" or self.doc[at - 1].tag_ == "VBG" or self.gerunds):
                return i
            if kind == "strong" and self._gerund(i) and doc[i - 1].lower_ in ("and", "or", ",") and self._hit(i):
                return i
            beside = doc[at].text in (",", ";") or doc[at].lower_ in ("and", "or", "as", "plus")
            if beside and self.rule.id in _SURE_FRAMES and not told and self._unknown(i):
                return i
        for j in range(at, min(at + 45, self.end)):
            if j in self.others or doc[j].text in (".",):
                return None
            if doc[j : j + 3].text.lower() == "and guilty of":  # "guilty of murder for Ana Roe and guilty of arson"
                return j + 3
            if doc[j].lower_ in (",", "and", ";") and j + 1 < self.end:
                k = j + 1 if doc[j + 1].lower_ != "and" else j + 2
                quantity = self._quantity(k) if k < self.end else None
                if (
                    quantity
                    and doc[k].tag_ != "VBG"
                    and not any(t.lower_ in _ENHANCEMENT for t in doc[k : quantity.end])
                ):
                    return k
                if self.counted and doc[j].text == "," and k < self.end and self._goes_on(at, k):
                    return k
        return None

    def _opens_clause(self, at: int) -> bool:
        """Whether a gerund tells more of the deed: "charged with forgery, claiming she had signed"."""
        token, behind = self.doc[at], self.doc[at + 1 : at + 2]
        if token.tag_ != "VBG" or at in self.hits or not behind or self.doc[at - 1].text != ",":
            return False
        last = not any(word.lower_ in ("and", "or") for word in self.doc[at : self.end])  # no list ends so
        return last or behind[0].lower_ in _CLAUSAL or behind[0].text == ":"

    def _goes_on(self, at: int, k: int) -> bool:
        """Whether a list of counts goes on behind words that no rule knows: "a level of .08 or more, possession of".

        Not behind the deed: "two counts of murder for shooting a clerk, robbery suspects said".
        """
        if any(token.lower_ in _DEED for token in self.doc[at:k]) or self.doc[k].tag_ in ("DT", "PRP$", "VB"):
            return False
        return self._hit(k) is not None or (self.gerunds and self._gerund(k))

    # -- counts --------------------------------------------------------------------------------------------

    def _elliptic(self, at: int) -> bool:
        """ "14 counts of theft and two of forgery"."""
        of = self.doc[at + 1 : at + 2].text.lower() == "of"
        return of and bool(number(self.doc[at].text)) and self._strong(at + 2)

    def _quantity(self, at: int) -> _Quantity | None:
        """Counts before or after the offense: "two felony counts of", "39 fraud counts", "three charges -"."""
        doc = self.doc
        i = at
        while (
            i < self.end
            and doc[i].lower_
            in (
                "a",
                "an",
                "the",
                "total",
                "of",
                "all",
                "at",
                "least",
                "up",
                "to",
                "more",
                "than",
                "following",
                "about",
                "another",
            )
            and i - at < 4
        ):
            i += 1
        if at < i and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ != "total":
            i = at
        counts = None
        if i < self.end:
            hyphened = doc[i : i + 3].text if doc[i + 1 : i + 2].text == "-" else ""  # "thirty-four"
            counts = number(hyphened) or (number(doc[i].text) if not self._is_raised(i) else 0) or None
            if counts is not None:
                i += 3 if number(hyphened) else 1
                if i + 1 < self.end and doc[i].text == "-" and doc[i + 1].lower_ in ("count", "counts"):
                    i += 1
        start = i
        while i < self.end and i - start <= 7:
            token = doc[i]
            if token.lower_ in ("count", "counts", "charge", "charges", "felonies", "misdemeanors") or (
                token.lower_ in ("felony", "misdemeanor", "infraction", "crimes", "offenses", "offences")
                and i + 1 < self.end
                and doc[i + 1].lower_ in ("of", "for", ",", "related", "relating", "including", *_LEADING_ON)
            ):
                return self._quantified(start, i, counts)
            if token.lower_ in _COLLECTIVES and doc[i + 1 : i + 2].text.lower() == "of":  # "a string of offences"
                i += 2
                continue
            if token.lower_ in ("case", "cases") and doc[i + 1 : i + 3].text.lower() in _RELATING:
                return _Quantity(i + 3, None)
            if token.lower_ in _COUNT_MODIFIERS:
                i += 1
                continue
            if (
                token.text in (",", ";", ":", ".")
                or i in self.others
                or token.tag_ in ("IN", "VBD", "VBZ", "MD", "TO", "CC", "WDT", "WP")
                or i in self.dates
            ):
                return None
            i += 1
        return None

    def _quantified(self, start: int, noun: int, counts: int | None) -> _Quantity | None:
        doc = self.doc
        end = noun + 1
        between = [t for t in doc[start:noun] if t.lower_ not in _COUNT_MODIFIERS]
        each = False
        if end < self.end and doc[end].lower_ == "each":
            each, end = True, end + 1
        leads = end < self.end and (
            doc[end].lower_ in ("of", "for", "related", "relating", "including") or doc[end].text in _LEADING_ON
        )
        comma_list = end + 1 < self.end and doc[end].text == "," and doc[end + 1].lower_ in ("including", "namely")
        if leads or comma_list:
            together = doc[end].text in _LEADING_ON
            counts = None if doc[end + comma_list].lower_ in _OF_MORE else counts  # "nine offences including arson"
            while end < self.end and (
                doc[end].lower_
                in (
                    "of",
                    "for",
                    "related",
                    "relating",
                    "including",
                    "namely",
                    "to",
                    ",",
                    "-",
                    "–",
                    "—",
                    "―",
                    ":",
                    "--",
                )
                or doc[end].is_space
            ):
                end += 1
            if not between or not self._contains_hit(start, noun):
                return _Quantity(end, counts, each, together=together)
        if not between and end < self.end and self._told(end) is not None:
            return _Quantity(end, None if doc[noun].lower_ == "charges" else counts)
        if between and all(t.tag_ in ("NN", "NNS", "JJ", "VBG", "HYPH", "NNP", "VBN", "POS", "CC") for t in between):
            first = between[0].i
            if between[-1].tag_ in ("JJ", "VBN") and doc[noun].lower_ in ("offenses", "offences"):  # "sexual offenses"
                return _Quantity(noun + 1, counts, each, (first, noun + 1))
            if between[-1].lower_ not in _VAGUE and (
                self._contains_hit(first, noun) or between[-1].tag_ in ("NN", "NNS")
            ):
                return _Quantity(noun + 1, counts, each, (first, noun))
        return None

    def _contains_hit(self, start: int, end: int) -> bool:
        return any(i in self.hits for i in range(start, end))

    def _before(self) -> Iterator[Offense]:
        """The offense before the noun: "two drug trafficking charges", "her perjury conviction"."""
        noun = self.trigger.start
        whole = next((hit for hit in self.hits.values() if hit.end == noun), None)
        if whole is not None and len(whole) > 1:
            yield from self._coordinated_before(whole.start)
            yield self._item(whole.start, noun, None)
            return
        first = noun
        while first > self.trigger[0].sent.start and noun - first < 7:
            token = self.doc[first - 1]
            if (
                token.lower_ in _COUNT_MODIFIERS
                or (
                    token.lower_
                    in (
                        "prior",
                        "previous",
                        "past",
                        "earlier",
                        "original",
                        "murder",
                        "such",
                        "any",
                        "no",
                        "recent",
                        "2015",
                        "wrongful",
                    )
                    and (first - 1) not in self.hits
                )
            ) and token.lower_ not in ("felony", "-"):
                break
            if (
                token.i in self.dates
                or (
                    token.tag_ not in ("NN", "NNS", "JJ", "HYPH", "NNP", "VBN", "VBG")
                    and not self._is_ordinal(first - 1)
                )
                or token.text in (",",)
                or (
                    token.ent_type_ in ("PERSON", "DATE", "GPE", "ORG", "NORP")
                    and token.i not in self.hits
                    and not self._is_ordinal(first - 1)
                )
            ):
                break
            first -= 1
        while first < noun and (self.doc[first].lower_ in _COUNT_MODIFIERS):
            first += 1
        if first < noun and self._contains_hit(first, noun):
            yield from self._coordinated_before(first)
            counts = (number(self.doc[first - 1].text) or None) if first and self.trigger.text.endswith("s") else None
            yield self._item(first, noun, counts)

    def _coordinated_before(self, at: int) -> Iterator[Offense]:
        """The offenses that "and" and commas put before the one at the noun: "arson, robbery and assault charges"."""
        sentence = self.trigger[0].sent.start
        while at > sentence + 1 and self.doc[at - 1].lower_ in ("and", "or", ",", "&"):
            hit = next((hit for hit in self.hits.values() if hit.end == at - 1), None)
            if hit is None:
                yield from self._faced_before(at - 1)
                return
            start = hit.start
            while (
                start > sentence and self.doc[start - 1].tag_ in ("JJ", "HYPH", "VBN") and start - 1 not in self.dates
            ):
                start -= 1
            while start < hit.start and self.doc[start].lower_ in _COUNT_MODIFIERS:
                start += 1
            yield self._item(start, hit.end, None)
            at = start

    def _faced_before(self, end: int) -> Iterator[Offense]:
        """Of "faces witness tampering, bid rigging and fraud charges" those that no rule knows."""
        verb = facing(self.trigger.root)
        if verb is None or self.rule.sense != "counts":
            return
        start = verb.i + 1
        for token in self.doc[start : end + 1]:
            if token.i == end or token.lower_ in (",", "and", "or"):
                named = token.i - start > 1 or self._contains_hit(start, token.i)
                if named and not self.people.intersection(range(start, token.i)):
                    yield self._item(start, token.i, None)
                start = token.i + 1


def _numbered(doc: Doc, item: Offense) -> Offense:
    """ "two breaches of the Public Order Act", "the four murders": how often, where the offense's own noun tells it."""
    if _RAISED.match(doc[item.start : item.start + 2].text):
        return item
    start = item.start + (number(doc[item.start].text) is not None)
    told = number(doc[start - 1].text) if start and item.counts is None else None
    noun = next((token.i for token in doc[start + 1 : item.end] if token.tag_ in ("IN", "TO", "VBN")), item.end) - 1
    if not told or told >= _MANY or (doc[noun].tag_ in ("NNS", "NNPS")) != (told > 1):
        return item
    return replace(item, start=start, text=item.text and doc[start : item.end].text, counts=told)


def _with_objects(doc: Doc, items: list[Offense]) -> list[Offense]:
    """ "using, inducing or furnishing a drug to a minor" is one offense: bare gerunds take the last one's object.

    Not "rustling, moving sheep without a licence and fraud".
    """
    kept: list[Offense] = []
    shares = False
    for item in reversed(items):
        words = [token for token in doc[item.start : item.end] if token.tag_ not in ("RB", "RP")]
        bare = len(words) == 1 and words[0].tag_ == "VBG"
        bare = bare or (len(words) == 2 and words[0].tag_ == "VBG" and words[1].lower_ in ("over", "up", "out", "off"))
        joined = bool(kept) and (shares or any(t.lower_ in ("and", "or") for t in doc[item.end : kept[-1].start]))
        shares = bare and joined and doc[kept[-1].start].tag_ in ("VBG", "RB") and kept[-1].start - item.end <= 2
        if shares:
            kept[-1] = replace(kept[-1], start=item.start, counts=item.counts or kept[-1].counts)
        else:
            kept.append(item)
    return kept[::-1]


def _back(doc: Doc, at: int, start: int) -> int:
    """Drop trailing connectives: "theft and", "murder in the"."""
    while at > start + 1 and (
        doc[at - 1].lower_
        in (
            "and",
            "or",
            "of",
            "with",
            "the",
            "a",
            "an",
            "in",
            "on",
            "to",
            "by",
            ",",
            "-",
            "her",
            "his",
            "upon",
            "one",
            "two",
            "three",
            "from",
            "for",
            "that",
            '"',
            "'",
        )
        or doc[at - 1].is_space
    ):
        at -= 1
    return at
