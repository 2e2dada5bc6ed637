"""Who does what to whom in one clause: small questions to the dependency parse (CLEAR/English labels)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_COURTS = {"court", "magistrates", "judge", "magistrate", "dock", "bench", "sheriff", "trial", "hearing"}
_MEASURES = {"MONEY", "DATE", "TIME", "QUANTITY", "CARDINAL", "PERCENT"}
# Relations in which a verb without a subject takes its head's.
_SHARING = (
    "conj",
    "advcl",
    "pcomp",
    "acomp",
    "oprd",
    "attr",
    "dep",
    "parataxis",
    "ccomp",
    "xcomp",
    "prep",
    "aux",
)
# Beside a subject these only stress it: "was himself found guilty", "were both charged".
_EACH = {"both", "all", "each"}
_STRESSING = {"himself", "herself", "themselves", "itself", *_EACH}
_OBJECTIVE = {"him", "her", "them"}
_POINTING = {"those", "others", "persons", "convicts"}
_AMONG = {"among", "amongst", "one"}
_BEING = {"is", "are", "was", "were"}
_INCLUDING = {"include", "includes", "included"}
_FACING = {"face", "faces", "faced", "facing"}
_LISTED = {"NOUN", "PROPN", "ADJ", "CCONJ", "NUM"}
# Of whose members "who" tells, not of them
_BANDS = {"cartel", "crew", "gang", "network", "ring", "syndicate"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
RELATIVES = {"who", "whom", "which", "that", "whose"}
# Verbs that report: what they report is stated, not conditioned by them.
REPORTING = frozenset(
    """
    say says said announce announced announces report reported reports confirm confirmed tell told reveal
    revealed add added state stated show shows showed learn learned know known note noted recall recalled
    recalls remember means mean meaning according
    """.split()
)


# What is said of somebody whom the parse takes for the verb's object
_INSISTING = REPORTING | {"insists", "insisted", "claims", "claimed", "argued", "maintained", "denied", "thinks"}


def predicate(span: Span) -> Token:
    """The word of a trigger that the rest of its clause hangs on."""
    return span.root


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; the antecedent for "who"; None where there is none."""
    doer = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i > verb.sent.start else None
    if doer is not None and doer.lower_ in _OBJECTIVE and doer.dep_ in ("pobj", "dobj"):
        return doer  # "which led to him pleading guilty"
    own = _own_subject(verb)
    if own is None:
        return _behind_relative(verb) or _before_helper(verb) or _shared_subject(verb)
    if own.lower_ not in RELATIVES:
        return own
    told = _antecedent(own)
    return told and (_one_of(told) or told)


def _one_of(group: Token) -> Token | None:
    """The name of "Roe is among those charged" and "Roe was one of four people charged"; None where there is none."""
    link = group.head.head if group.head.lower_ == "of" else group.head
    counted = group.tag_ == "NNS" and any(child.dep_ == "nummod" for child in group.lefts)
    if not (counted or group.lower_ in _POINTING) or link.lower_ not in _AMONG or link.head.lower_ not in _BEING:
        return None
    told = [child for child in link.head.children if child.dep_ in SUBJECTS or child.dep_ == "attr"]
    return next((child for child in told if child.tag_ in ("NNP", "PRP")), None)


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb, the one before it first, or on its auxiliary."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    told = [child for child in subjects if child.lower_ not in _STRESSING]
    if told:
        return next((child for child in told if child.i < verb.i), told[0])
    helpers = (child for child in verb.children if child.dep_ in ("aux", "auxpass"))
    below = (child for helper in helpers for child in helper.children if child.dep_ in SUBJECTS)
    return next(below, None) or next((child for child in subjects if child.lower_ in _EACH), None)


def _behind_relative(verb: Token) -> Token | None:
    """ "Roe announced a law, meaning drivers who kill could face life": the noun, which the parse hangs elsewhere."""
    if verb.dep_ != "ccomp" or not any(child.tag_ == "MD" for child in verb.lefts):
        return None
    token = verb.doc[max(verb.left_edge.i - 1, 0)]
    while token.dep_ != "relcl" and token.head != token:
        token = token.head
    return token.head if token.dep_ == "relcl" and verb.head.i < token.head.i < verb.i else None


def _before_helper(verb: Token) -> Token | None:
    """ "Roe said it hurt to hear the clerk responsible was jailed": the noun, which the parse takes for an object."""
    helper = next((child for child in verb.lefts if child.dep_ == "auxpass" and child.tag_ in FINITE), None)
    if helper is None or verb.dep_ == "conj" or verb.head.lower_ not in REPORTING:
        return None
    for token in reversed(verb.doc[verb.head.i + 1 : helper.i]):
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ != "ADJ":
            return None
    return None


def _shared_subject(verb: Token) -> Token | None:
    """The subject of a verb that has none: its head's, or the head itself, a noun that the verb describes."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("acl", "relcl"):
        one = _one_of(head)
        if one is not None:
            return one
        # "appeared before magistrates charged with": charged is who appeared
        stands = next((word for word in head.ancestors if word.pos_ == "VERB"), None)
        return subject(stands) if head.lower_ in _COURTS and stands is not None else head
    if verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VB", "VBG", "VBN", "JJ"):
        return direct_object(head) or subject(head)
    told = direct_object(head) if verb.tag_ == "VBG" and verb.dep_ == "advcl" else None
    if told is not None and head.i < told.i < verb.i and head.lower_ in _INSISTING:
        return told  # "insisted his client, serving two years, was innocent"
    if verb.dep_ in _SHARING:
        return subject(head) if head.pos_ in ("VERB", "AUX", "ADJ", "ADP", "SCONJ") else head
    return None


def _antecedent(relative: Token) -> Token | None:
    token = relative
    while token.dep_ != "relcl":
        if token.head == token:
            return None
        token = token.head
    told = token.head
    led = told.lower_ in _BANDS and relative.lower_ == "who" and told.head.lower_ == "of"
    return told.head.head if led else told  # "the leader of a gun ring who pleaded guilty"


def direct_object(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "obj") and child.i > verb.i:
            if child.lower_ == "whom":
                return _antecedent(child)
            return child
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.lower_ in RELATIVES:
            return _antecedent(child)
    return None


def facing(noun: Token) -> Token | None:
    """The verb of "faces tampering, tax evasion and fraud charges", whatever the parse makes of the list between."""
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.lower_ in _FACING:
            return token
        if token.pos_ not in _LISTED and token.text not in (",", "-") and token.tag_ != "VBG":
            return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is the one it happens to: "was convicted", "a man convicted of"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ not in ("VBN", "VBD", "JJ"):
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    if any(child.lower_ in ("been", "being") for child in verb.lefts):
        return True
    if verb.dep_ == "conj" and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children):
        return is_passive(verb.head) and not _does_to_somebody(verb)
    return (
        verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children) and direct_object(verb) is None
    )


def _does_to_somebody(verb: Token) -> bool:
    """Whether the verb has an object that is no measure: "fined $2,500" has none."""
    about = direct_object(verb)
    return about is not None and about.pos_ in ("NOUN", "PROPN", "PRON") and about.ent_type_ not in _MEASURES


def patient(verb: Token) -> Token | None:
    """The one that "charged", "convicted" or "sentenced" happens to, in the active or the passive voice."""
    if is_passive(verb):
        return subject(verb)
    return direct_object(verb)


def agent(verb: Token) -> Token | None:
    """Who did it: the subject of an active verb, the "by" phrase of a passive one."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    if is_passive(verb):
        return None
    return subject(verb)


def phrase(token: Token) -> Iterator[Token]:
    """The token's noun phrase: the token and everything below it but relative and participle clauses."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "punct", "cc", "conj", "appos"):
            yield from phrase(child)


def identified(noun: Token) -> list[Token]:
    """Who "those who were jailed are Ana Roe and his cousin Max Poe" says they are: heads of names; [] for others."""
    verb = noun.head
    says_who = {"are": "attr", "were": "attr"} | dict.fromkeys(_INCLUDING, "dobj")
    pointing = noun.lower_ in _POINTING or (noun.tag_ == "CD" and noun.lower_ != "one")
    if not pointing or noun.dep_ not in SUBJECTS or verb.lower_ not in says_who:
        return []
    wanted = says_who[verb.lower_]
    told = next((child for child in verb.children if child.dep_ == wanted and child.i > verb.i > noun.i), None)
    found = (_proper(part) for part in conjuncts(told)) if told is not None else ()
    return [name for name in found if name is not None]


def _proper(noun: Token) -> Token | None:
    """The name that stands at the noun, or in apposition to it."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    return next((token for token in (noun, *beside) if token.tag_ == "NNP"), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it: "John Roe and Ann Poe"."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found += conjuncts(child)
    return found


def turns(token: Token) -> bool:
    """ "..., but her sister was acquitted": whether a clause of another begins here; not ", but not her sister"."""
    doc, i = token.doc, token.i
    return token.lower_ == "but" and 0 < i < len(doc) - 1 and doc[i - 1].text == "," and doc[i + 1].lower_ != "not"


def sentence_behind(sentence: Span) -> Span | None:
    """The next sentence that has words, which a lone quotation mark has not; None at the end."""
    doc, end = sentence.doc, sentence.end
    while end < len(doc) and not _has_words(doc[end].sent):
        end = doc[end].sent.end
    return doc[end].sent if end < len(doc) else None


def sentence_before(sentence: Span) -> Span | None:
    """The last sentence before that has words; None at the beginning."""
    doc, start = sentence.doc, sentence.start
    while start and not _has_words(doc[start - 1].sent):
        start = doc[start - 1].sent.start
    return doc[start - 1].sent if start else None


def heading_of_entry(sentence: Span) -> Span | None:
    """The date of the chronicle's entry in which a sentence stands: "June 2015: ..."."""
    doc = sentence.doc
    line = doc.user_data["text"].rfind("\n", 0, sentence.start_char) + 1
    first = doc.char_span(line, sentence.end_char, alignment_mode="contract")
    heading = next((span for span in doc.spans["dates"] if first is not None and span.start == first.start), None)
    return heading if heading is not None and doc[heading.end : heading.end + 1].text == ":" else None


def _has_words(sentence: Span) -> bool:
    return any(token.is_alpha or token.like_num for token in sentence)
