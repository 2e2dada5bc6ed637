"""What is said of each trigger: asserted (the default), negated, hypothetical, planned, asked, general, ...

Reads `doc.spans["triggers"]`, writes `doc.spans["cues"]` and each trigger's `_.assertion`. Scope follows the parse:
a cue reaches the triggers of its own clause and what it governs, not the words near it. Where the parse of a clause is
unsure (inversion, reported clauses), the cue reaches the first clause behind it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from casefacts.clause import (
    REPORTING,
    SUBJECTS,
    agent,
    direct_object,
    heading_of_entry,
    identified,
    phrase,
    predicate,
    subject,
)
from casefacts.forms import words_of
from casefacts.marks import add_mark, rule_of
from casefacts.numerals import number
from casefacts.rulebook import Rule, Rulebook

# What wins when several cues reach one trigger.
_ORDER = ("negated", "false_report", "fictional", "civil", "asked", "general", "hypothetical", "planned")

# "not only", "not since", "no more than": no negation of the verb
_NO_NEGATION = {
    "not": ("only", "since", "least"),
    "no": ("more", "fewer", "less", "longer", "later", "sooner"),
}
_FINITE = ("VBD", "VBZ", "VBP", "MD")
# What makes the rest of a sentence a condition when it stands before its subject
_INVERTING = frozenset({"had", "were", "should"})
_HELPING = {"aux", "auxpass"}
# "Roe was not the only one who was convicted" says that Roe was
_ONE_OF_MANY = frozenset({"only", "first", "last", "sole"})
_NAMING = {"NN", "NNS", "NNP", "NNPS"}
# Between a trigger and what its own wording says of it: "charged last year [with the task of]"
_LINK_WORDS = 2
_CLAIMING = REPORTING | {"claim", "claims", "claimed", "alleged", "posted", "tweeted", "wrote", "published"}
# A sentence that denies what the one before it reports
_UNTRUE = re.compile(
    r"(?:It|That|This|The (?:\w+ ){0,2}(?:claim|report|story|post|rumou?r|article|statement|allegation)s?)"
    r" (?:(?:was|is|were|are|proved|proved to be|turned out to be) )(?:simply |entirely |completely )?"
    r"(?:not true|untrue|false|wrong|a lie|lies|made up|fabricated|fake|a hoax)\b"
    r"|(?:He|She|They) (?:was|were|has|have|had|did) (?:not|never)(?: been)?"
    r"(?: (?:charged|convicted|sentenced|jailed)(?: (?:of|with|for) (?:anything|any \w+))?)?\.$"
)
_TO_SEE = re.compile(
    r"\b(?:petitions?|campaigns?|calls?|demands?|pleas?|bids?|efforts?|push|want(?:s|ed)?|hop(?:es?|ed|ing)|wish(?:es|ed)?)"
    r" to (?:see|have|get) [^.;:]*$",
    re.I,
)
_MODIFIER_DEPS = frozenset(
    """
    neg aux auxpass advmod mark det preconj cc prep predet nsubj nsubjpass nummod expl npadvmod dep pobj
    case
    """.split()
)

# Prepositions that begin a clause's circumstances, and no complement of its verb
_CIRCUMSTANTIAL = {"after", "before", "since", "following", "despite", "for", "with"}

# So many different words of a critic's make an article a review. Court stories about actors have one to three.
REVIEW = 5
# So many different words of sport make an article one about sport
SPORTS_PAGE = 5


@dataclass(frozen=True)
class Said:
    """What is said of a trigger, and the cue that says so (None: nothing speaks against it)."""

    status: str = "asserted"
    rule: str | None = None
    words: str | None = None

    def as_reason(self) -> str:
        """Why a trigger of which this is said states no fact."""
        return f"{self.status}: {self.words!r} ({self.rule})"


class Assertion:
    """The stage: judges every trigger by the cues of its sentence."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        add_mark("said")
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.group("cues")}
        self.grantable = {rule.id for rule in rulebook.group("cues") if rule.has("grantable")}
        self.matcher = rulebook.matcher("cues")
        self.sports = frozenset(rulebook.words["sports"])
        self.reviewing = frozenset(rulebook.words["reviewing"])
        self.also_sports = frozenset(rulebook.words["also_sports"])
        self.also_of_tribunals = frozenset(rulebook.words["also_of_tribunals"])
        self.crimes = frozenset(rulebook.words["crimes"])
        self.criminal = frozenset(rulebook.words["criminal"])
        self.civil_bodies = frozenset(rulebook.words["civil_bodies"])
        self.prosecuting_bodies = frozenset(rulebook.words["prosecuting_bodies"])
        self.accounts = frozenset(rulebook.words["accounts"])
        self.accomplishing = frozenset(rulebook.words["accomplishing"])
        self.professional = frozenset(rulebook.words["professional"])
        self.court_words = frozenset(rulebook.words["court_words"])
        self.bodies = frozenset(rulebook.words["official_bodies"])
        self.bench = frozenset(rulebook.words["bench"])
        self.page: frozenset[str] = frozenset()  # the words of the article that is being judged
        self.reach: Mapping[str, Callable[[Span, Span, Token], bool]] = {
            "sentence": lambda cue, trigger, head: True,
            "modifies": _modifies,
            "governs": _governs,
            "opens": _opens,
            "follows": _follows,
            "account": self._is_told_of_account,
            "subject": _is_said_of_subject,
            "agent": self._does,
        }
        # What is said of a trigger without a cue: status, name, and what returns the words that say it; some of it
        # by the words around alone
        self.around: tuple[tuple[str, str, Callable[[Span], str | None]], ...] = (
            ("civil", "civil.sport", self._sport),
            ("civil", "civil.impeachment", self._impeachment),
        )
        self.unspoken: tuple[tuple[str, str, Callable[[Span], str | None]], ...] = (
            *self.around,
            ("civil", "civil.body", self._body),
            ("civil", "civil.duty", self._duty),
            ("false_report", "false_report.opinion", self._opinion),
            ("false_report", "false_report.retracted", _retracted),
            ("negated", "negated.cleft", _cleft),
            ("general", "general.any-case", _any_case),
            ("general", "general.any-convict", _any_convict),
            ("hypothetical", "hypothetical.infinitive", _purpose),
            ("hypothetical", "hypothetical.inverted", _inverted_condition),
            ("asked", "asked.infinitive", self._wish),
            ("asked", "asked.infinitive", _wish_to_see),
            ("asked", "asked.subjunctive", _subjunctive),
            ("hypothetical", "hypothetical.charge", _possible_charge),
            ("asked", "asked.question", _question),
        )
        # ... and by its verb's form alone, which says nothing where anything else does
        self.by_form: tuple[tuple[str, str, Callable[[Span], str | None]], ...] = (
            ("hypothetical", "hypothetical.infinitive", self._unaccomplished),
            ("planned", "planned.infinitive", _to_come),
            ("fictional", "fictional.present-tense", _narrative),
        )
        self.of_impeachment = False  # whether it tells of one

    def __call__(self, doc: Doc) -> Doc:
        cues = filter_spans(self.matcher.find(doc))
        doc.spans["cues"] = cues
        self.turn_to(doc)
        genre = self._genre()
        for trigger in doc.spans["triggers"]:
            said = self.judge(trigger, cues)
            trigger._.said = genre if genre is not None and said.status == "asserted" else said
        return doc

    def turn_to(self, doc: Doc) -> None:
        """From now on, judge the triggers of this Doc."""
        self.page = frozenset(words_of(doc))
        self.of_impeachment = any(word.startswith("impeach") for word in self.page)

    def by_words(self, trigger: Span) -> Said | None:
        """What is said of the trigger by its page and the sentences around it alone, before any parse."""
        return self._genre() or next(_checked(self.around, trigger), None)

    def _genre(self) -> Said | None:
        """What a review says is said of a work; None for any other article."""
        words = self.page & self.reviewing
        return Said("fictional", "fictional.review", ", ".join(sorted(words))) if len(words) >= REVIEW else None

    def judge(self, trigger: Span, cues: list[Span]) -> Said:
        """The strongest of all that is said of the trigger."""
        return _strongest(self.all_said(trigger, cues), self.grantable)

    def all_said(self, trigger: Span, cues: list[Span]) -> list[Said]:
        """All that is said of the trigger, by cues that reach it and without."""
        found = [*self._by_cues(trigger, cues), *_checked(self.unspoken, trigger)]
        if not found and (before := self._done_before(trigger)) is not None:
            found = [said for said in self.all_said(before, cues) if said.status == "civil"]
        return found or list(itertools.islice(_checked(self.by_form, trigger), 1))

    def _done_before(self, trigger: Span) -> Span | None:
        """What the same body did: "found him guilty and [fined] him", "was charged by the board. He was [fined]"."""
        earlier = (span for span in reversed(trigger.doc.spans["triggers"]) if span.start < trigger.start)
        before = next(earlier, None) if rule_of(trigger).group == "sentences" else None
        if before is None:
            return None
        sentence, doer = trigger[0].sent, agent(predicate(trigger))
        if doer is not None:
            return before if doer == agent(predicate(before)) else None
        near = before[0].sent.end in (sentence.start, sentence.end)
        courtly = not self.criminal.isdisjoint(token.lower_ for token in sentence)
        return before if near and rule_of(trigger).has("civil") and not courtly else None

    def _by_cues(self, trigger: Span, cues: list[Span]) -> Iterator[Said]:
        sentence = trigger[0].sent
        head = predicate(trigger)
        for cue in cues:
            inside = sentence.start <= cue.start < sentence.end
            leads_in = cue.start < trigger.start < cue.end < trigger.end  # "was [never {brought] to trial}"
            if not inside or (cue.start < trigger.end and trigger.start < cue.end and not leads_in):
                continue
            rule = self.rules[cue.label_]
            if _is_other_word(rule, cue) or self._is_of_another(rule, cue, trigger):
                continue
            if leads_in or self.reach[rule.get("scope")](cue, trigger, head):
                yield Said(rule.get("status"), rule.id, cue.text)

    def _is_of_another(self, rule: Rule, cue: Span, trigger: Span) -> bool:
        """Whether the cue stands in the trigger's sentence and is none of it, whatever it reaches."""
        return _out_of_reach(rule, trigger) or _describes_somebody(cue, trigger) or self._prosecutes(cue, trigger)

    def _prosecutes(self, cue: Span, trigger: Span) -> bool:
        """Whether the body of the cue does what a prosecutor does: "the Bribery Commission withdrew the case"."""
        if cue.label_ != "civil.body":
            return False
        return rule_of(trigger).sense == "arraigned" or self._prosecuting(cue.root)

    def _prosecuting(self, body: Token) -> bool:
        return not self.prosecuting_bodies.isdisjoint(token.lower_ for token in phrase(body))

    def _body(self, trigger: Span) -> str | None:
        """The tribunal, board or assembly, no court of law, that does it."""
        if rule_of(trigger).get("who") not in ("patient", "charges") or rule_of(trigger).has("courts_only"):
            return None
        doer = agent(predicate(trigger))
        return str(doer) if doer is not None and self._is_no_court(doer, trigger) else None

    def _is_no_court(self, doer: Token, trigger: Span) -> bool:
        if doer.lower_ == "tribunal":
            return bool({token.lower_ for token in phrase(doer)} & self.professional)
        if rule_of(trigger).sense == "arraigned" or self._prosecuting(doer):
            return False
        if doer.lower_ not in self.civil_bodies or (doer.lower_ == "panel" and self._around(trigger) & self.criminal):
            return False
        return not {token.lower_ for token in phrase(doer)} & self.court_words

    def _impeachment(self, trigger: Span) -> str | None:
        """What the article tells of, where nothing around the trigger is of a court."""
        if rule_of(trigger).group == "sentences" or not self.of_impeachment:
            return None
        return "impeachment" if self._around(trigger).isdisjoint(self.criminal) else None

    def _duty(self, trigger: Span) -> str | None:
        """What a body has to do: "the department charged with attracting investors"."""
        head = predicate(trigger)
        led = trigger.doc[trigger.end : trigger.end + 2]
        gerund = len(led) == 2 and led[0].lower_ == "with" and led[1].tag_ == "VBG"
        if rule_of(trigger).sense != "charged" or head.dep_ != "acl" or not gerund:
            return None
        placed = head.head.dep_ == "pobj"  # "appeared in court charged with stalking"
        return "charged with" if head.head.lower_ in self.bodies and not placed else None

    def _opinion(self, trigger: Span) -> str | None:
        """ "The prosecutor told the court that Roe was guilty": who says so, and is neither judge nor jury."""
        if not rule_of(trigger).has("opinion"):
            return None
        head = predicate(trigger)
        told = next((token for token in (head, *head.ancestors) if token.dep_ == "ccomp"), None)
        sayer, about = subject(told.head) if told is not None else None, subject(head)
        if sayer is None or sayer.tag_ not in _NAMING or any(token.lower_ in self.bench for token in phrase(sayer)):
            return None
        own = about is not None and about.tag_ == "PRP" and trigger[0].tag_ == "VBD"  # "Roe said that he was guilty"
        return None if own else sayer.text

    def _around(self, trigger: Span) -> set[str]:
        """The words of the sentence and of its neighbours."""
        sentence, doc = trigger[0].sent, trigger.doc
        start = doc[sentence.start - 1].sent.start if sentence.start else 0
        end = doc[sentence.end].sent.end if sentence.end < len(doc) else len(doc)
        words = words_of(doc)
        return {*words[start : trigger.start], *words[trigger.end : end]}

    def _sport(self, trigger: Span) -> str | None:
        """What the sentence and its neighbours, or the whole page, speak of, where they speak of no crime."""
        if not rule_of(trigger).has("sports"):
            return None
        words = self._around(trigger)
        crime = words & (self.criminal | self.crimes)
        page = self.page & (self.sports | self.also_sports)
        if len(page) >= SPORTS_PAGE and not crime - self.also_of_tribunals:
            return "sport"
        sporting = bool(words & self.sports) or len(words & self.also_sports) > 1
        return "sport" if sporting and not crime else None

    def _does(self, cue: Span, trigger: Span, head: Token) -> bool:
        """Whether the cue is who does it, or what is done to somebody beside it: "a panel heard and fined him"."""
        if rule_of(trigger).get("who") != "subject":
            return _acts(cue, head)
        if {token.lower_ for token in trigger[0].sent} & self.criminal:
            return False
        return any(_acts(cue, verb) for verb in head.conjuncts if verb.pos_ == "VERB" and agent(verb) != subject(head))

    def _is_told_of_account(self, cue: Span, trigger: Span, head: Token) -> bool:
        return any(token in cue for token in self._beyond_accounts(head))

    def _beyond_accounts(self, token: Token) -> Iterator[Token]:
        """What is said of a report, claim or story that tells what the token tells.

        Of "A report that she was convicted has been withdrawn" and its like: "withdrawn".
        """
        while token.head != token:
            told = token.head.lower_ in self.accounts and token.dep_ in ("acl", "relcl", "ccomp")
            if told and any(child.lower_ in ("that", "which") for child in token.subtree if child.i < token.i):
                yield token.head.head
                yield from token.head.head.children
            if token.dep_ in ("relcl", "advcl") and not told:
                return
            token = token.head

    def _wish(self, trigger: Span) -> str | None:
        """ "lost a bid to have the case dismissed"; not "managed to have it dismissed"."""
        above = predicate(trigger).head
        have = above if above.lower_ == "have" else above.head  # above the verb, or above its noun
        infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in have.lefts)
        wished = rule_of(trigger).get("who") == "charges" and have.lower_ == "have" and infinitive
        return "to have" if wished and have.head.lower_ not in self.accomplishing else None

    def _unaccomplished(self, trigger: Span) -> str | None:
        """ "a basis on which to convict Roe", "files to charge Roe": an infinitive alone says nothing was done.

        Not so where the verb above says it: "took two hours to convict".
        """
        if not rule_of(trigger).has("infinitive"):
            return None
        head = predicate(trigger)
        while head.dep_ == "conj" and head.head.tag_ == "VB":
            head = head.head
        if head.tag_ != "VB" or not _has_to(head) or any(child.dep_ == "auxpass" for child in head.children):
            return None
        above = (head.head, *governors(head))
        return None if any(word.lower_ in self.accomplishing for word in above) else "to"


def _checked(checks: Iterable[tuple[str, str, Callable[[Span], str | None]]], trigger: Span) -> Iterator[Said]:
    for status, rule, check in checks:
        words = check(trigger)
        if words is not None:
            yield Said(status, rule, words)


def _strongest(found: list[Said], grantable: set[str]) -> Said:
    """What wins where several things are said; what is asserted in so many words was asked and granted."""
    if any(said.status == "asserted" for said in found):
        found = [said for said in found if said.status not in ("asked", "asserted") and said.rule not in grantable]
    return min(found, key=lambda said: _ORDER.index(said.status), default=Said())


def _to_come(trigger: Span) -> str | None:
    """ "Roe to be sentenced on Friday": what a headline's infinitive announces."""
    verb = predicate(trigger)
    passive = any(child.lower_ == "be" and child.dep_ == "auxpass" for child in verb.lefts)
    return "to be" if verb.dep_ == "ROOT" and passive and _has_to(verb) else None


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _is_other_word(rule: Rule, cue: Span) -> bool:
    """Whether the words of a cue mean something else here."""
    if cue.text == "commission" and cue.end < len(cue.doc) and cue.doc[cue.end].lower_ == "of":
        return True  # "murder in the commission of a robbery"
    if rule.has("no_noun") and cue.root.tag_ in ("NNP", "NN"):
        return True
    if rule.has("people") and _is_part_of_another(cue):
        return True
    return cue.text in ("'d", "’d") and _stands_for_had(cue.root)


def _is_part_of_another(cue: Span) -> bool:
    """ "the most feared", "the centre-half", "Roe is among those charged": no word for people in general."""
    before = cue.doc[cue.start - 1].lower_ if cue.start else ""
    superlative = cue[0].tag_ == "RBS"
    return superlative or (before == "-" and not cue.doc[cue.start - 1].whitespace_) or before == "among"


def _governs(cue: Span, trigger: Span, head: Token) -> bool:
    return any(token in cue for token in governors(head) if not (trigger.start <= token.i < trigger.end))


def _is_said_of_subject(cue: Span, trigger: Span, head: Token) -> bool:
    """Whether the cue is, or describes, whom it happens to, and no particular person: "anybody convicted of"."""
    about = subject(head)
    if about is None or _is_counted(cue) or about.lower_ == "one" or identified(about):
        return False
    return any(token in cue for token in phrase(about))


def _follows(cue: Span, trigger: Span, head: Token) -> bool:
    """Whether the cue stands right behind the trigger and whom it is said of: "charged Ana Roe [with the task of]"."""
    whom = direct_object(head)
    own = set(phrase(whom)) if whom is not None else set()
    return cue.start >= trigger.end and len(set(cue.doc[trigger.end : cue.start]) - own) <= _LINK_WORDS


def _out_of_reach(rule: Rule, trigger: Span) -> bool:
    """Cues that say nothing about this trigger.

    A conviction or guilty plea is criminal whatever lawsuit the sentence also mentions; "the charge" and "his
    conviction" exist, whoever asks for them to be dropped.
    """
    if rule.get("scope") == "sentence" and rule.get("status") == "civil":
        return not rule_of(trigger).has("civil")
    if rule_of(trigger).sense == "trial_of" and trigger[0].head.lower_ in ("in", "at", "during"):
        return bool(rule.get("scope") == "governs")  # witnesses "are set to appear in the trial of": it is being held
    if rule_of(trigger).get("who") in ("against", "possessor") and rule_of(trigger).group != "sentences":
        noun = trigger.root
        definite = any(
            child.dep_ == "poss" or child.lower_ in ("the", "this", "these", "those", "both", "all")
            for child in noun.lefts
        )
        return (definite or noun.head.lower_ == "on") and rule.get("scope") in ("governs", "modifies")
    return False


def _describes_somebody(cue: Span, trigger: Span) -> bool:
    """ "A teacher believed to have bought the van was convicted": the parse may put the verb under "believed".

    What "believed to" governs is an infinitive; a verb of its own tense belongs to the teacher.
    """
    behind = cue.doc[cue.end] if cue.end < len(cue.doc) else None
    infinitive = behind is not None and behind.lower_ == "to" and cue.root.tag_ in ("VBN", "VBD")
    verb = predicate(trigger)
    while verb.dep_ == "conj":
        verb = verb.head
    finite = any(child.lower_ in ("was", "were") for child in verb.children if child.dep_ == "auxpass")
    return infinitive and finite and cue.end <= trigger.start


def _stands_for_had(contracted: Token) -> bool:
    """ "he'd faced" and "he'd been tried" had, "he'd have been tried" would."""
    verb = contracted.head
    past = contracted.tag_ == "VBD" or verb.tag_ in ("VBN", "VBD")
    return past and not any(child.lower_ == "have" for child in verb.children)


def _retracted(trigger: Span) -> str | None:
    """ "The post said that Roe had been convicted. It was untrue": what somebody said, and the next sentence denies."""
    head = predicate(trigger)
    said = head.dep_ in ("acl", "ccomp", "relcl") and head.head.lower_ in _CLAIMING
    doc, end = trigger.doc, trigger[0].sent.end
    told = _UNTRUE.match(doc[end].sent.text.strip()) if said and end < len(doc) else None
    return told[0] if told is not None else None


def _purpose(trigger: Span) -> str | None:
    """ "To be convicted of treason, one needed ...": an infinitive clause that only opens or explains a sentence."""
    head = predicate(trigger)
    opens = _has_to(head) and head.dep_ in ("advcl", "csubj", "nsubj") and head.i < head.head.i
    return "to" if opens else None


def _wish_to_see(trigger: Span) -> str | None:
    """ "signed a petition to see the driver charged"; not of "get" itself, nor "to see the man who was charged"."""
    head = predicate(trigger)
    done = head.tag_ != "VBN" or any(child.dep_ in _HELPING for child in head.children)
    if done or head.dep_ == "relcl":
        return None
    return "to see" if _TO_SEE.search(trigger.doc[trigger[0].sent.start : trigger.start].text) else None


def _inverted_condition(trigger: Span) -> str | None:
    """ "Had Roe been convicted, ...", "... had a jury convicted Roe": the verb before its subject stands for "if"."""
    head, sentence = predicate(trigger), trigger[0].sent
    opening = next((token for token in sentence if token.is_alpha), trigger[0])
    if opening.lower_ in _INVERTING and _opens(trigger.doc[opening.i : opening.i + 1], trigger, head):
        return "had"
    return "had" if _stands_before_subject(head, sentence, opening) else None


def _stands_before_subject(head: Token, sentence: Span, opening: Token) -> bool:
    """Whether a verb that inverts stands right before the subject of `head`, or opens the sentence of one without."""
    about = next((child for child in head.children if child.dep_ in SUBJECTS and child.i < head.i), None)
    first = min(token.i for token in phrase(about)) if about is not None else sentence.start
    before = sentence.doc[first - 1] if first > sentence.start else opening
    if _has_own_subject(before, head):
        return False
    return before.i < first and before.lower_ in _INVERTING and head in (before.head, *before.children)


def _has_own_subject(verb: Token, head: Token) -> bool:
    """ "Roe had his conviction quashed", "was fined and had his licence disqualified"."""
    if verb.dep_ == "conj" and verb.head.i < verb.i:
        return True
    return any(child.dep_ in SUBJECTS and child.i < verb.i for child in (*verb.children, *head.children))


def _opens(cue: Span, trigger: Span, head: Token) -> bool:
    """Whether the trigger stands in the first clause behind the cue: no other verb with a tense is between them."""
    if trigger.start < cue.end or cue.doc[cue.end].tag_ == "CC" or _subordinate(head, cue.end):
        return False
    verbs = _sharing_a_clause(head, cue.end)
    own = {*verbs, *(child for verb in verbs for child in verb.children)}
    return bool(verbs) and not any(
        token.text in (";", ":")
        or (token.tag_ in _FINITE and token not in own and not _in_relative_clause(token, cue.end))
        for token in cue.doc[cue.end : trigger.start]
    )


def _sharing_a_clause(verb: Token, start: int) -> list[Token]:
    """The verb and those behind `start` that it shares a subject with; none where it is coordinated with its own."""
    verbs = [verb]
    while verb.dep_ in ("conj", "xcomp", "acl", "oprd") and verb.head.i >= start:
        alone = any(child.dep_ in SUBJECTS for child in verb.children)
        if verb.dep_ == "conj" and alone and not any(child.lower_ == "that" for child in verb.lefts):
            return []
        verb = verb.head
        verbs.append(verb)
    return verbs


def _subordinate(verb: Token, start: int) -> bool:
    """Whether the verb's own clause is a side clause that begins behind `start`: "nor did it name Roe, who was ..."."""
    opened = any(
        child.i >= start and child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB") and child.lower_ != "as"
        for child in verb.children
    )
    return _in_relative_clause(verb, start) or (verb.dep_ == "advcl" and opened)


def _in_relative_clause(token: Token, start: int) -> bool:
    """Whether a relative clause that begins behind `start` holds the token: "At no time was Roe, who smokes, ..."."""
    return any(word.dep_ == "relcl" and word.head.i >= start for word in (token, *token.ancestors))


def _cleft(trigger: Span) -> str | None:
    """ "It was not Roe who was convicted but Poe", "Roe is not the man who was": of whom it is denied."""
    told = predicate(trigger)
    whom = told.head if told.dep_ == "relcl" and told.head.dep_ == "attr" else told
    being = whom.head
    if told.dep_ not in ("relcl", "ccomp", "advcl") or being.lower_ not in ("is", "was", "were"):
        return None
    denied = next((child.text for child in being.children if child.dep_ == "neg"), None)
    other = whom is not told and _ONE_OF_MANY.isdisjoint(child.lower_ for child in phrase(whom))
    return denied if other or _is_it(subject(being)) else None


def _is_it(token: Token | None) -> bool:
    return token is not None and token.lower_ == "it"


def _any_case(trigger: Span) -> str | None:
    """ "A case dismissed with prejudice is over": a participle that says which kind of case is meant."""
    head = predicate(trigger)
    about = head.head
    general = (
        rule_of(trigger).get("who") == "charges"
        and head.dep_ == "acl"
        and any(child.lower_ in ("a", "an", "any") for child in about.lefts)
        and about.head.tag_ in ("VBZ", "VBP", "MD", "VB")
    )
    return trigger.text if general else None


def _any_convict(trigger: Span) -> str | None:
    """ "The law says men convicted of arson will be flogged": what shall become of people whom nothing counts."""
    reduced = trigger[0].tag_ == "VBN" and not any(child.dep_ in _HELPING for child in predicate(trigger).children)
    general = _tells_which(trigger) if reduced else _shall_happen_to_convicts(predicate(trigger))
    return trigger.text if general else None


def _tells_which(participle: Span) -> bool:
    """ "men convicted of arson will": right behind the noun, whatever the parse makes of it."""
    doc, behind = participle.doc, participle.doc[participle.end : participle[0].sent.end]
    verb = next((token for token in behind if token.tag_ in _FINITE), None)
    return verb is not None and verb.tag_ == "MD" and _is_uncounted(doc[max(participle.start - 1, 0)])


def _shall_happen_to_convicts(verb: Token) -> bool:
    """ "men convicted of arson will face": the verb of which they are the subject."""
    about = subject(verb)
    if about is None or not _is_uncounted(about) or about.dep_ not in SUBJECTS:
        return False
    judged = any(child.dep_ == "acl" and child.tag_ == "VBN" for child in about.children)
    return judged and any(child.tag_ == "MD" for child in about.head.lefts)


def _is_uncounted(noun: Token) -> bool:
    """Whether it tells of people without an article, a number or an owner: "brokers"."""
    return noun.tag_ == "NNS" and not any(child.dep_ in ("det", "nummod", "poss", "predet") for child in noun.lefts)


def _subjunctive(trigger: Span) -> str | None:
    """ "recommended that she be fined": a bare "be" is a wish, however far the verb that asks.

    It is left out of what goes on: "that her conviction be vacated and the charges dismissed".
    """
    head = predicate(trigger)
    going_on = head.dep_ == "conj" and not _has_helper_or_object(head)
    asked = [head.head, *(child for child in head.head.children if child.dep_ == "ccomp")] if going_on else [head]
    return "be" if any(verb.tag_ == "VBN" and _only_helper(verb) == "be" for verb in asked) else None


def _has_helper_or_object(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass", "dobj") for child in verb.children)


def _only_helper(verb: Token) -> str | None:
    """The verb's auxiliary, if it has one and no other."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return helpers[0].lower_ if len(helpers) == 1 else None


def _possible_charge(trigger: Span) -> str | None:
    """ "faces possible charges of": what stands before the noun."""
    before = trigger.doc[max(trigger.start - 1, 0)].lower_
    return before if rule_of(trigger).sense == "counts" and before in ("possible", "potential", "likely") else None


def _narrative(trigger: Span) -> str | None:
    """News reports verdicts in the past; "is convicted", "pleads guilty" tells a plot or a rule."""
    if not rule_of(trigger).has("past") or _is_in_a_chronicle(trigger):
        return None
    return trigger.text if _is_in_the_present(trigger) else None


def _is_in_the_present(trigger: Span) -> bool:
    if trigger[0].lower_ in ("pleads", "convicts", "acquits", "sentences"):
        return True
    head = predicate(trigger)
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX") and not _finite(head):
        head = head.head
    return head.tag_ in ("VBZ", "VBP") or (head.tag_ == "VBN" and _only_helper(head) in ("is", "are"))


def _is_in_a_chronicle(trigger: Span) -> bool:
    """ "January 23, 2009: Roe and Poe are sentenced": the present of a timeline, whose entries begin with their day."""
    sentence = trigger[0].sent
    opening = [date for date in trigger.doc.spans["dates"] if sentence.start <= date.start <= sentence.start + 1]
    return any(len(date.kb_id_) >= len("2009-01-23") for date in opening) or heading_of_entry(sentence) is not None


def _is_counted(cue: Span) -> bool:
    """ "Three persons": so many are particular ones."""
    return cue.start > 0 and number(cue.doc[cue.start - 1].text) is not None


def _question(trigger: Span) -> str | None:
    sentence = trigger[0].sent
    behind = sentence[trigger.end - sentence.start :]
    mark = next((token.text for token in behind if token.text in ("?", ".", "!", ";", '"')), None)
    return mark if mark == "?" else None


def governors(token: Token) -> Iterator[Token]:
    """The words that the token's clause depends on as a complement: "declined to charge", "motion to dismiss"."""
    while token.head != token and not _apart(token):
        head, dep = token.head, token.dep_
        if dep == "conj":
            if _finite(token):
                return
        elif dep in SUBJECTS:
            if token.pos_ in ("NOUN", "PROPN"):
                yield head
                yield from governors(head)
            return
        elif _is_no_complement(token, dep):
            return
        else:
            yield head
        token = head


def _is_no_complement(token: Token, dep: str) -> bool:
    """Whether the token's clause only tells more of what it depends on, or is what somebody reports."""
    if dep == "advcl":
        asked = _has_to(token) and any(child.lower_ == "for" for child in token.lefts)  # "calls for Roe to be charged"
        return not (token.tag_ == "VB" or asked) or token.head.tag_ == "VBD"
    if dep == "ccomp":
        return token.head.lower_ in REPORTING and not _being(token)
    return dep in ("relcl", "parataxis", "appos") or _describes(token, dep)


def _describes(token: Token, dep: str) -> bool:
    """Whether it is a participle that describes a noun."""
    return dep == "acl" and token.tag_ in ("VBN", "VBD", "VBG") and not _being(token)


def _being(verb: Token) -> bool:
    """ "result in the charges being dropped": a noun clause, not a description of the noun."""
    return any(child.lower_ == "being" for child in verb.lefts)


def _apart(token: Token) -> bool:
    """Whether a colon or semicolon parts the token from what governs it."""
    low, high = sorted((token.i, token.head.i))
    return any(between.text in (":", ";") for between in token.doc[low:high])


def _finite(verb: Token) -> bool:
    """Whether the verb has a tense of its own; "would be tried and charged" leaves it to the first."""
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBD"
        and verb.head.tag_ in ("VB", "VBN")
        and not any(child.dep_ in ("aux", "auxpass", "dobj", *SUBJECTS) for child in verb.children)
    ):
        return False
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        (child.dep_ in ("aux", "auxpass", *SUBJECTS) and child.tag_ in ("VBD", "VBZ", "VBP", "MD"))
        or child.dep_ in SUBJECTS
        for child in verb.children
    )


def _modifies(cue: Span, trigger: Span, head: Token) -> bool:
    word = cue[-1] if cue[-1].dep_ in _MODIFIER_DEPS else cue.root
    if _negates_no_verb(word):
        return False
    if word.pos_ == "ADP" or word.lower_ in ("without", "than", "of"):
        return _leads_to(word, head)
    ahead = word.i < head.i and word.dep_ in _MODIFIER_DEPS
    if any(word == token or (ahead and word.head == token) for token in _clause(head)):
        return True
    return cue.label_.startswith("negated") and (_is_of_agent(word, head) or _is_of_subject(word, head))


def _negates_no_verb(word: Token) -> bool:
    """ "not only", "no longer than"."""
    behind = word.doc[word.i + 1 : word.i + 2].text.lower()
    return behind in _NO_NEGATION.get(word.lower_, ())


def _leads_to(word: Token, head: Token) -> bool:
    """ "left without being charged", "rather than convict him"."""
    above = set(governors(head))
    return word in above or (word.head in above and word.i < head.i and word.dep_ == "mark")


def _is_of_agent(word: Token, head: Token) -> bool:
    """ "no jury would convict him"."""
    doer = agent(head)
    return doer is not None and doer in (word, word.head)


def _is_of_subject(word: Token, head: Token) -> bool:
    """ "Neither Roe nor Poe was convicted"."""
    about = subject(head) if head.pos_ in ("VERB", "AUX") else None
    if about is None or about.i >= head.i:
        return False
    return word == about or (word.head == about and word.dep_ in ("det", "preconj", "neg", "cc"))


def _clause(head: Token) -> Iterator[Token]:
    """The predicate and the verbs and nouns it is a complement of, within which "not" and "could" are shared."""
    yield head
    token = head
    while token.head != token and not _apart(token) and not _leaves_the_clause(token, token.dep_):
        token = token.head
        yield token


def _leaves_the_clause(token: Token, dep: str) -> bool:
    """Whether what the token depends on shares no "not" and no "could" with it."""
    if dep == "conj":
        return token.pos_ not in ("VERB", "AUX", "NOUN") or _finite(token)
    if dep == "prep":
        return token.lower_ in _CIRCUMSTANTIAL
    if dep in SUBJECTS:
        return token.pos_ == "PRON"
    if dep == "ccomp":
        return token.head.lower_ in REPORTING
    return dep in ("relcl", "advcl", "parataxis", "appos") or _describes(token, dep)


def _acts(cue: Span, head: Token) -> bool:
    """Whether the cue is in whoever does what the verb or noun says."""
    if _is_done_by(cue, head):
        return True
    if head.pos_ == "NOUN":
        return _is_act_of(cue, head)
    by = (word for word in head.subtree if word.lower_ == "by" and word.i > head.i and not _tells_how(word))
    return any(token in cue for word in by for token in word.subtree)


def _tells_how(by: Token) -> bool:
    """ "jailed for cheating by getting her son into a university": nobody who jailed her."""
    return any(child.dep_ == "pcomp" for child in by.children)


def _is_act_of(cue: Span, noun: Token) -> bool:
    """ "the FIA's disqualification of Roe", "The FIA announced the disqualification of Roe"."""
    if any(token in cue for token in noun.subtree if token.i < noun.i):
        return True
    verb = next((token for token in governors(noun) if token.pos_ == "VERB"), None)
    return verb is not None and _is_done_by(cue, verb)


def _is_done_by(cue: Span, verb: Token) -> bool:
    doer = agent(verb)
    return doer is not None and any(token in cue for token in phrase(doer))
