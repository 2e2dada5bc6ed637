"""Which passages of an article can hold a fact at all: cheap, and before any parsing.

A scraped page carries menus, tag lists, contact blocks and lists of other stories. A page is cut into
sections (paragraphs, headlines, lines of furniture), each gets a kind, and only headlines and prose are kept.
What is not recognised is kept: a lost fact cannot be recovered later, a stray menu word states none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

Kind = Literal["headline", "prose", "furniture", "teaser"]


@dataclass(frozen=True)
class Passage:
    """A stretch of the article worth reading, as offsets into its text: `text[start:end]`."""

    start: int
    end: int
    kind: Literal["headline", "prose"]


# the block of fields ("title: ...") between two lines "---" at the very beginning of a text
FRONT_MATTER = re.compile(r"---[ \t]{0,9}\n(?=[\w-]{1,30}:[ \t\n])(.{0,5000}?\n)---[ \t]{0,9}(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A paragraph, a headline or a line of furniture: `text[start:end]`, without surrounding blanks."""

    start: int
    end: int
    kind: Kind


PART = 50_000  # characters that are parsed at once; hardly any article has more
LONGEST_PARAGRAPH = 1_000_000  # characters; spaCy's own limit


def parts(text: str) -> list[tuple[int, int]]:
    """The text cut at line ends into stretches `text[start:end]` of at most PART characters, paragraphs kept whole.

    Blank lines are preferred. A paragraph that is longer is a part of its own.
    """
    found, start = [], 0
    while len(text) - start > PART:
        border = text.rfind("\n\n", start, start + PART)
        if border <= start:
            border = text.rfind("\n", start, start + PART)
        if border <= start:
            border = text.find("\n", start + PART)
        if border < 0:
            break
        found.append((start, border + 1))
        start = border + 1
    return [*found, (start, len(text))]


def body(text: str) -> list[Passage]:
    """The article without menus, teasers of other stories, tag lists and contact blocks.

    Passages are in order, do not overlap and are never empty. Each headline is a passage of its own;
    neighbouring paragraphs of prose are one passage.
    """
    passages: list[Passage] = []
    joins = False
    for section in sections(text):
        if section.kind == "prose" and joins:
            passages[-1] = replace(passages[-1], end=section.end)
        elif section.kind == "prose" or section.kind == "headline":
            passages.append(Passage(section.start, section.end, section.kind))
        joins = section.kind == "prose"
    return passages


def sections(text: str) -> list[Section]:
    """The whole page cut into sections; every character outside them is white space."""
    lines = _lines(text)
    front_matter = FRONT_MATTER.match(text)
    body = front_matter.end() if front_matter else 0
    furniture = [line.start < body or mark for line, mark in zip(lines, _furniture(lines), strict=True)]
    blocks = _blocks(lines, furniture, _wrap_width(lines, furniture))
    kinds: list[Kind] = ["furniture" if block.furniture else "prose" for block in blocks]
    _mark_spanish(blocks, kinds)
    _mark_teasers(blocks, kinds)
    _mark_headlines(blocks, kinds)
    return [Section(block.start, block.end, kind) for block, kind in zip(blocks, kinds, strict=True)]


# --- words -------------------------------------------------------------------------------------------------

# Words of courts: a short line of capitals that has one is no name and no item of a menu
_OF_COURTS = re.compile(
    r"""\b(?: acquit | adjudged | adjudicat | alford | arraign
    | banned\b | bans?\b | behind\ bars | bound\ over | capital\ punish | caning | charg
    | commut(?:ed|es|ing|ation)\b | compensat | condemn
    | community\ (?:control | correct|order|payback|punish|sentence|service|supervis) | convict | counts\b
    | curfew | custod | deadlock | death\ (?:penal|row|sentenc) | deport
    | detention | discharg | disqualif
    | electronic(?:ally)?\ (?:monitor|tag) | execut(?:ed|ions?)\b | exonerat | fin(?:e|es|ed|ing)\b
    | flog | forfeit | gaol | guilt | home\ (?:confine|detention|incarcer) | (?:hospital|treatment|restraining)\ order
    | house\ arrest | hung\ jur | imprison | incarcerat | indict | innocen | jail
    | lashes | (?:jury|jurors)\ (?:could|fail|was|were) | locked\ up | mistrial | nolle\b | no\ contest
    | not\ proven | offender | on\ (?:extended\ )?licen[cs]e | parole | plead | pleas?\b
    | pled\b | prison | probation | prosecuted | put\ (?:away|to\ death)
    | rehabilitation | repay | restitution
    | sent\ down | sentenc | supervised | supervision
    | suspended\b | time\ (?:already\ )?served | trials?\b | retrial | tried\ (?!to\b)
    | unpaid\ (?:community\ )?work | verdict )""",
    re.VERBOSE,
)

# "Most read", "Latest Posts", "Related articles", "More from Millbrook", "You may also like"
_LIST_HEADING = re.compile(
    r"""(?:the\ )?(?:latest|recent|more|top|other|related|popular|trending|similar|featured|recommended
          |breaking|must[ -]read|sponsored|promoted|paid|local|editors?['’]?s?)\ (?:\w+\ )?
        (?:news|posts?|stories|story|articles?|headlines|releases|content|coverage|links|videos?|reading
          |updates|picks?) (?:\ (?:from|in|by|on)\ .*)?
    | more\ (?:from|on|in|about|like)\ .*
    | most\ (?:read|popular|viewed|shared|commented|watched|recent)(?:\ .*)?
    | also\ in\ (?:the\ news|this\ section) | in\ other\ news | in\ case\ you\ missed\ it
    | popular | (?:what['’]s\ )?trending(?:\ (?:now|today|topics))?
    | (?:you\ (?:may|might)|people|readers)\ also\ (?:enjoy|like|read)(?:d|ed)?
    | you\ (?:may|might)\ (?:be\ interested|have\ missed|like)(?:\ .*)?
    | we\ recommend | recommended(?:\ for\ you)? | (?:up|read|watch|what\ to\ (?:read|watch))\ next | next\ up
    | (?:from\ )?(?:around|elsewhere\ on)\ the\ (?:web|site) | (?:keep|continue)\ reading | explore\ more
    | sponsored | newsletter(?:\ sign-?up)?""",
    re.IGNORECASE | re.VERBOSE,
)

# "Related", "Read more", "Tagged with": scrapers leave them in the middle of a story, without any list
_LINK_HEADING = re.compile(
    r"""related(?:\ topics|\ tags)? | read\ more | (?:also|must|please)\ read | see\ also | don['’]t\ miss
    | in\ pictures | tags? | tagged(?:\ with|\ in|\ as)? | filed\ under | posted\ in | topics
    | categor(?:y|ies) | keywords""",
    re.IGNORECASE | re.VERBOSE,
)

# "READ MORE: Baker jailed over flour theft", "Link to: Annual report", "Tags: flour, Millbrook"
_LINK_LINE = re.compile(
    r"""(?: related(?:\ stor(?:y|ies)|\ articles?)? | read\ (?:more|next|also) | also\ read | must\ read
        | see\ also | don['’]t\ miss | link\ to | tags? | tagged(?:\ with)? | filed\ under | posted\ in
        | topics | keywords | categor(?:y|ies) )\ ?[:|»›>]\ ?\S.*""",
    re.IGNORECASE | re.VERBOSE,
)

# Lines of a page that belong to no article, without case and without the punctuation at their ends.
_MENU = frozenset(
    {
        "about", "about us", "advert", "advertisement", "all rights reserved", "all rights reserved.",
        "back to top", "close", "comment", "comments", "contact", "contact us", "contacts", "cookie policy",
        "copy link", "e-mail", "email", "facebook", "feedburner", "follow us", "for immediate release",
        "home", "homepage", "instagram", "leave a comment", "leave a reply", "linkedin", "log in", "login",
        "media contact", "media contacts", "media release", "menu", "name", "news", "news release", "next",
        "pinterest", "please leave this field empty.", "press", "press contact", "press release", "previous",
        "print", "privacy policy", "reddit", "register", "scroll to top", "search", "search for", "share",
        "sign in", "sign up", "skip to content", "skip to main content", "stay connected", "submit",
        "subscribe", "terms and conditions", "terms of service", "terms of use", "tweet", "twitter",
        "website", "whatsapp", "x", "you are here", "youtube",
    }
)  # fmt: skip

# "Share this", "6 min read", "© 2021 Millbrook Courier", "[WATCH]", "Case # 14WF2704", "Contact: Ana Diaz"
_MENU_LINE = re.compile(
    r"""(?:share|follow\ us|subscribe|sign\ up)\ (?:this|on|via|to|for)\b.* | are\ you\ a\ human\?.*
    | \d+\ min(?:ute)?s?\ read | (?:©|copyright\b|\(c\)(?=\W*\d{4}|.*\d{4}\.?$|\ copyright)).* | \[[^\]]{1,40}\]
    | case\ ?(?:\#|no\.?|number)[:\ ]*\S.{0,60} | .{0,50}\bcontacts?:.{0,60}(?<![.!?])""",
    re.IGNORECASE | re.VERBOSE,
)

# "Author", "Published": the line after them is their value
_LABEL = re.compile(r"author|written by|posted by|reporter|published(?: on)?|(?:last )?updated(?: on)?", re.IGNORECASE)

# "https://courier.example/flour.jpg", "desk@courier.example"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+")

# "555-347-8408", "(555) 292-2718", "+44 20 7946 0000"
_PHONE = re.compile(r"(?:\+\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\b\d{3}[-./ ])\d{3,4}[-. ]\d{4}\b|\+\d{2}[\d -]{8,14}\d")

# "Ana O’Neill-Diaz", "Millbrook County District Attorney's Office": no digit, no comma
_NAME = re.compile(r"[^\W\d_][^\d_,;:!?()]*")

# "Hall of Justice • 1 Mill Lane, Millbrook, CA 92101": the parts of a page footer
_SEPARATOR = re.compile(r" [•|·] ")

# "CA 92101", "Texas 75207-4399"
_ZIP = re.compile(r"\b\d{5}(?:-\d{4})?\b")

# "2018-11-30 00:00:00": a content management system's own time stamp
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\S{0,6}")

# "320", "/", "###", "1 / 2", "–": no word in it
_NO_WORD = re.compile(r"[\d\s/#*_=•·|<>«»…–—-]{1,40}")

# "June 9, 2026", "Date: Thursday 4 May 2023", "3 hours ago"
_DATE = re.compile(
    r"""(?:date:\ ?)? (?:\w{3,9},?\ )?
        (?: [a-z]{3,9}\.?\ \d{1,2}(?:st|nd|rd|th)?\ ?,?\ \d{4}
          | \d{1,2}(?:st|nd|rd|th)?\ [a-z]{3,9},?\ \d{4} )
    | \d+\ \w{3,7}\ ago""",
    re.IGNORECASE | re.VERBOSE,
)

# "MILLBROOK, Calif. – A baker was": a headline in capitals goes on in capitals
_DATELINE = re.compile(r"[A-Z]{2,40}[A-Za-z.,' ]{0,40}[ )][–—-]{1,2} (?:A|[A-Z][a-z]+) ")

# "... from her apartment. Penhale": a paragraph that an inline link broke off
_INNER_STOP = re.compile(r"[a-z]{3}\.[”\"]? [A-Z“\"]")

# "was sentenced by", "the baker, 44, of": the next line goes on with the sentence, whatever its first letter
_DANGLING = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "between", "by", "for", "from", "had", "has",
        "have", "her", "his", "in", "into", "is", "its", "of", "on", "or", "over", "said", "says", "that",
        "the", "their", "this", "to", "under", "until", "was", "were", "when", "which", "while", "who",
        "with",
    }
)  # fmt: skip

_SPANISH = frozenset("de la el los las del que y en por una un con fue para su se al".split())
_ENGLISH = {"the", "of", "was"}
_SPANISH_WORDS = 12  # a shorter line may be a title or a name
_ADVISORY_LABELS = frozenset({"who", "what", "when", "where", "why"})
_CLOSING = "\"'”’»)]* "  # what may stand between a sentence's end and the line's end
_FURNITURE_LENGTH = 200  # characters; no menu line is longer, and it bounds what the patterns above must read
_HEADING_LENGTH = 60  # characters; "More from" opens longer sentences too


# --- lines -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str  # with single spaces
    after_gap: bool  # a blank line, or the start of the page, comes before it


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank."""
    lines: list[_Line] = []
    offset, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = offset + raw.index(stripped)
            lines.append(_Line(start, start + len(stripped), " ".join(stripped.split()), gap))
        gap = not stripped
        offset += len(raw) + 1
    return lines


def _furniture(lines: list[_Line]) -> list[bool]:
    """For each line whether it is a part of the page and not of the article, by its own words."""
    marks: list[bool] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        goes_on = before and not marks[-1] and _goes_on(before, line)
        labelled = before and _is_label(before.text) and _is_short(line.text)
        marks.append(bool(labelled or (not goes_on and _is_furniture(line.text))))
        if _is_contact(line.text):
            _mark_names_above(lines, marks, index)
    return marks


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether the following line is plainly the same sentence: "left his" / "home", "the Courier" / "."."""
    if following.after_gap:
        return False
    first = following.text[0]
    return first in ".,;:)]”’" or (first.islower() and not _ends_sentence(line.text))


def _is_furniture(line: str) -> bool:
    if len(line) > _FURNITURE_LENGTH:
        return False
    if line.casefold().strip("*:…»› ") in _MENU or _is_heading(line) or _is_label(line):
        return True
    patterns = (_MENU_LINE, _LINK_LINE, _ADDRESS, _TIMESTAMP, _NO_WORD)
    return any(pattern.fullmatch(line) for pattern in patterns) or _is_contact(line) or _is_page_footer(line)


def _is_heading(line: str) -> bool:
    """Whether the line opens a list of other stories, of links or of tags."""
    return _is_list_heading(line) or bool(_LINK_HEADING.fullmatch(line.rstrip(":»›>… ")))


def _is_list_heading(line: str) -> bool:
    if len(line) > _HEADING_LENGTH or line.endswith((".", ",", ";")):
        return False
    return bool(_LIST_HEADING.fullmatch(line.rstrip(":»›>… ")))


def _is_label(line: str) -> bool:
    return bool(_LABEL.fullmatch(line.rstrip(": ")))


def _is_contact(line: str) -> bool:
    """A telephone number or an e-mail address with hardly a word beside it."""
    if len(line) > _FURNITURE_LENGTH or _ends_sentence(line):
        return False
    rest = _PHONE.sub("", line)
    return (rest != line and len(rest.split()) <= 4) or ("@" in line and len(line.split()) <= 2)


def _is_page_footer(line: str) -> bool:
    return bool(_SEPARATOR.search(line)) and bool(_ZIP.search(line) or _PHONE.search(line) or "@" in line)


def _mark_names_above(lines: list[_Line], marks: list[bool], index: int) -> None:
    """The name and the function of a press officer stand in the two lines above the telephone number."""
    for above in range(index - 1, max(index - 3, -1), -1):
        line = lines[above].text
        if not _is_short(line) or not _is_titled(line) or not _NAME.fullmatch(line) or _speaks_of_courts(line):
            return
        marks[above] = True


def _speaks_of_courts(line: str) -> bool:
    return _OF_COURTS.search(line.lower()) is not None


def _is_short(line: str) -> bool:
    return len(line) <= 60 and len(line.split()) <= 5


def _is_spanish(text: str) -> bool:
    words = text.lower().split()
    if len(words) < _SPANISH_WORDS or not _ENGLISH.isdisjoint(words):
        return False
    return sum(word in _SPANISH for word in words) >= 0.2 * len(words)


def _is_titled(text: str) -> bool:
    """Whether the words are capitalised as in a headline; short words ("of", "in") do not count."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in {".", "!", "?", "…"}


# --- blocks ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Block:
    """A paragraph or one line of furniture. `text` has its lines joined by single spaces."""

    start: int
    end: int
    text: str
    furniture: bool

    @cached_property
    def is_sentence(self) -> bool:
        """A sentence or more; a short question or exclamation is as likely to be a subheading."""
        if self.furniture:
            return False
        words = len(self.text.split())
        last = self.text.rstrip(_CLOSING)[-1:]
        if (words >= 4 and last in {".", "…"}) or (words > 15 and last in {"!", "?"}):
            return True
        return bool(_DATELINE.match(self.text) or _INNER_STOP.search(self.text))

    @property
    def is_headline(self) -> bool:
        """Shaped like a headline: not a sentence, and not a line that leads on to the next one."""
        if self.furniture or self.is_sentence or self.text[-1] in ",:;-–—":
            return False
        first = self.text.lstrip("# ")[:1]  # "# Baker jailed" in Markdown
        return first.isupper() or first.isdigit() or first in {'"', "'", "“", "‘"}


def _wrap_width(lines: list[_Line], furniture: list[bool]) -> int:
    """The width at which a hard-wrapped text breaks its lines; 0 for one paragraph a line.

    A text is hard-wrapped when no line exceeds 120 characters (print-outs and mail break earlier) and at
    least a third of its lines nearly fill the width, which headlines and short paragraphs do not.
    """
    lengths = [len(line.text) for line, marked in zip(lines, furniture, strict=True) if not marked]
    width = max(lengths, default=0)
    filled = sum(length >= 0.8 * width for length in lengths)
    return width if 40 <= width <= 120 and filled >= max(4, len(lengths) / 3) else 0


def _blocks(lines: list[_Line], furniture: list[bool], width: int) -> list[_Block]:
    """Lines that flow into each other, as one block."""
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if index and not furniture[index - 1] and _flows(lines[index - 1], line, furniture[index], width):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [
        _Block(
            lines[group[0]].start,
            lines[group[-1]].end,
            " ".join(lines[index].text for index in group),
            furniture[group[0]],
        )
        for group in groups
    ]


def _flows(line: _Line, following: _Line, following_is_furniture: bool, width: int) -> bool:
    """Whether a paragraph runs on from one line to the next: an inline link or a hard wrap broke it."""
    if following.after_gap or following_is_furniture:
        return False
    if _goes_on(line, following):
        return True
    if _ends_sentence(line.text):
        return False
    if line.text.endswith(",") or line.text.split()[-1].casefold() in _DANGLING:
        return True
    word = following.text.split(maxsplit=1)[0]
    is_filled = len(line.text) + 1 + len(word) > 0.85 * width > 0
    return is_filled and line.text.isupper() == following.text.isupper()


# --- kinds -------------------------------------------------------------------------------------------------


def _mark_spanish(blocks: list[_Block], kinds: list[Kind]) -> None:
    """Mark the story told once more in Spanish, as press offices in the United States do below the English one."""
    prose = [i for i, kind in enumerate(kinds) if kind == "prose"]
    spanish = [i for i in prose if _is_spanish(blocks[i].text)]
    if 2 * sum(len(blocks[i].text) for i in spanish) <= sum(len(blocks[i].text) for i in prose):
        for i in spanish:
            kinds[i] = "furniture"


def _mark_teasers(blocks: list[_Block], kinds: list[Kind]) -> None:
    """Mark the lists of other stories, of links and of tags that a heading such as "Latest posts" opens."""
    begun, index = False, 0
    while index < len(blocks):
        if _opens_list(blocks[index]):
            end = _teasers_end(blocks, index, begun)
            kinds[index:end] = ["teaser"] * (end - index)
            index = end
        else:
            begun = begun or blocks[index].is_sentence
            index += 1


def _opens_list(block: _Block) -> bool:
    return block.furniture and _is_heading(block.text)


def _teasers_end(blocks: list[_Block], heading: int, begun: bool) -> int:
    """The index of the first block after the list that the heading opens.

    A list of stories has one-paragraph summaries, so that only two paragraphs in a row end it; after
    "Related" and its like the story goes on with the next paragraph. Before the story has `begun` the list is
    a menu.
    """
    following = range(heading + 1, len(blocks))
    end = next((i for i in following if _opens_list(blocks[i])), len(blocks))
    content = [i for i in range(heading + 1, end) if not blocks[i].furniture]
    if begun and _is_list_heading(blocks[heading].text):
        pairs = pairwise(content)
        return next((i for i, j in pairs if _is_whole(blocks[i]) and _is_whole(blocks[j])), end)
    story = next((i for i in content if _is_whole(blocks[i])), end)
    return story if begun else _menu_end(blocks, heading + 1, story)


def _is_whole(block: _Block) -> bool:
    return block.is_sentence and not block.text.rstrip(_CLOSING).endswith(("…", "...", ". . ."))


def _menu_end(blocks: list[_Block], start: int, story: int) -> int:
    """The headline right above the story: what a menu heading at the top of the page must not swallow."""
    titles = [i for i in range(start, story) if blocks[i].is_headline and not _is_date(blocks[i])]
    return titles[-1] if titles and story < len(blocks) else story


def _mark_headlines(blocks: list[_Block], kinds: list[Kind]) -> None:
    """Mark the headlines above the first sentence, their repetitions, and the subheadings between paragraphs.

    A page without a single sentence has no headlines: it may be one line of text without its full stop.
    """
    first = next((i for i, block in enumerate(blocks) if kinds[i] == "prose" and _opens_story(block)), None)
    if first is None:
        return
    shaped = [kind == "prose" and block.is_headline for block, kind in zip(blocks, kinds, strict=True)]
    top = [i for i in range(first) if shaped[i] and not _is_date(blocks[i])]
    titles = Counter(blocks[i].text.casefold() for i in top)
    for place, i in enumerate(top):
        once = titles[blocks[i].text.casefold()] == 1
        is_menu = once and 0 < place < len(top) - 4 and _is_menu_item(blocks[i].text)
        kinds[i] = "furniture" if is_menu else "headline"
    for i in range(first + 1, len(blocks)):
        if shaped[i] and (blocks[i].text.casefold() in titles or _is_subheading(blocks, kinds, i)):
            kinds[i] = "headline"


def _is_menu_item(text: str) -> bool:
    """A short title such as "Planning notices": many of them above a headline are a menu."""
    return len(text.split()) <= 3 and _is_titled(text) and not _speaks_of_courts(text)


def _opens_story(block: _Block) -> bool:
    """A sentence, or a labelled line of a media advisory ("WHO: Ana Diaz, 48, Millbrook")."""
    return block.is_sentence or block.text.partition(":")[0].casefold() in _ADVISORY_LABELS


def _is_date(block: _Block) -> bool:
    return len(block.text) <= 40 and bool(_DATE.fullmatch(block.text))


def _is_subheading(blocks: list[_Block], kinds: list[Kind], index: int) -> bool:
    """A short line alone between two paragraphs; two short lines in a row are more likely a table."""
    if index + 1 == len(blocks) or _is_date(blocks[index]):
        return False
    text, before, after = blocks[index].text, blocks[index - 1], blocks[index + 1]
    between = kinds[index - 1] == kinds[index + 1] == "prose" and before.is_sentence and after.is_sentence
    words = len(text.split())
    return between and (words <= 4 or (words <= 12 and (_is_titled(text) or text.endswith("?"))))
