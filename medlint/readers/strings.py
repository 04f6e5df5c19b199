"""Which of the strings in data and code are copy."""

from __future__ import annotations

import re

from medlint.expressions import expression
from medlint.normalising import WILDCARD

_NEVER = frozenset(
    {
        "action", "aliases", "alignment", "anchor", "animation", "author", "background", "bash", "bg", "canonical",
        "categories", "category", "class", "classes", "cmd", "code", "color", "colour", "command", "commands",
        "component", "context", "country", "css", "currency", "date", "dates", "datetime", "draft", "easing",
        "email", "encoding", "event", "favicon", "file", "filename", "font", "format", "gradient", "hash", "height",
        "hex", "href", "icon", "icons", "id", "identifier", "ids", "image", "images", "img", "import", "in",
        "inlanguage", "key", "keywords", "kind", "lang", "language", "lastmod", "lat", "layout", "license", "lng",
        "locale", "logo", "menu", "method", "mime", "modified", "module", "name64", "opengraph", "path", "pathname",
        "pattern", "permalink", "phone", "photo", "position", "price", "pubdate", "publishdate", "published",
        "query", "redirect", "redirects", "ref", "regex", "rel", "robots", "role", "run", "sameas", "script",
        "selector", "sha", "shell", "size", "sizes", "slug", "sort", "src", "srcset", "status", "style", "styles",
        "svg", "tag", "tags", "target", "telephone", "template", "testid", "theme", "thumbnail", "timezone",
        "token", "type", "types", "updated", "uri", "url", "urls", "uses", "uuid", "variant", "version", "video",
        "weight", "width",
    }
)  # fmt: skip
_COPY = frozenset(
    {
        "a", "abstract", "alt", "answer", "bio", "blurb", "body", "button", "callout", "caption", "content",
        "copy", "cta", "desc", "description", "disclaimer", "excerpt", "eyebrow", "faq", "footnote",
        "heading", "headline", "hero", "intro", "kicker", "label", "lead", "lede", "message", "note",
        "paragraph", "paragraphs", "q", "question", "quote", "savings", "slogan", "statement", "subheading",
        "subheadline", "subline", "subtitle", "summary", "tagline", "teaser", "testimonial", "text", "title",
        "warning",
    }
)  # fmt: skip
_CLASS_NAMES = (["class", "name"], ["class", "names"])
_LIKELY = frozenset(
    {
        "advantage", "advantages", "badge", "badges", "benefit", "benefits", "bullets", "downtime", "duration",
        "effectiveness", "feature", "features", "highlight", "highlights", "included", "includes", "longevity",
        "outcome", "outcomes", "points", "promise", "reason", "reasons", "recovery", "result", "results", "risks",
        "safety", "suitable", "tip", "tips",
    }
)  # fmt: skip
"""Keys of claims that are often two words long ("Minimal downtime")."""

_FACTS = frozenset(
    {
        "discomfort", "discomfortlevel", "downtime", "effectiveness", "efficacy", "invasiveness", "lasts", "longevity",
        "onset", "painlevel", "recovery", "recoverytime", "results", "resultsduration", "resultslast", "resultsseen",
        "resultsvisible", "riskfactor", "risklevel", "sideeffects", "successrate", "visibleresults",
    }
)  # fmt: skip
"""Keys of what sells in a word ("None") or a number of days, joined."""

VALUES = frozenset({"amount", "count", "figure", "metric", "number", "rating", "score", "stat", "statistic", "value"})
"""Keys of a figure that a label beside it explains."""

_CODE_MARKS = frozenset("=(){};<>")
"""Without one of these no text looks like code."""

_SQL_WORDS = ("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP")
_ODD_MARKS = frozenset("-:/_[]#%")

_FACT = expression(r"(?:[^\W\d_]+|\d[\d.,/+\u2013-]*)(?:[ ,+(/\u2013-]+(?:[^\W\d_]+|\d[\d.,/+\u2013-]*)){0,5}[)!.]?")
_FIGURE = expression(
    r"(?:[^\W\d_]+ ){0,2}\d[\d.,]*(?: ?(?:[-\u2013]|to) ?\d[\d.,]*)?\+? ?(?:%|percent|(?:day|week|month|year)s?)"
    r"(?: [^\W\d_]+){0,2}"
    r"|\d(?:\.\d)? ?(?:/|out of) ?(?:5|10)(?: stars?)?|\d\.\d stars?"  # of a rating
)
_KEY_WORD = expression(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_INDEX = expression(r"\[\d+\]$")
_TAG = expression(r"</?[A-Za-z][^<>]*>")
_HOLE = expression(rf"{WILDCARD}|" r"\$?\{[^{}]*\}|\{\{.*?\}\}|\{%.*?%\}")
_WORD = expression(r"[^\W\d_][\w'\u2019-]*")
_CODE = expression(
    r"=>|[=!]==?|\(\)|[{};]\s*$|[{}]|[<>](?!\s?=?\s?[$£€]?\d)|\bfunction(?: \w+)?\("
    r"|\b(?:const|let|var) \w+ ?=|\breturn\b[^.!?]*;\s*$|\breturn \[|\bimport\b.*['\"]\s*;?\s*$"
)
_SQL = expression(
    r"\s*(?:SELECT\b.*\bFROM|INSERT INTO|UPDATE\b.*\bSET|DELETE FROM|(?:CREATE|ALTER|DROP) (?:TABLE|INDEX|VIEW))\b",
    re.S,
)
_ODD = expression(r"[a-z0-9.#]*[-:/_\[\]#%][\w:/\[\].#%-]*$")
_JOINED = expression(r"[^\W\d_]+(?:[-/][^\W\d_]+)+$|\d+(?=[%+.,:;!?)]*\Z)")
_NUMBER = expression(r"(?<![^\s$\u00a3\u20ac])\d+(?=[%+.,:;!?)]*(?:\s|\Z))")
_MIN_WORDS = 4
_MIN_WORDS_CAPITAL = 3
"""With a capital at their beginning fewer words are copy: “Fades acne scars”."""
_MIN_LETTERS = 0.5
_MIN_PROSE = 0.75
_MARKS = "*#$\u00a3\u20ac.,;:!?'\"()&%-\u2013\u2014\u2018\u2019\u201c\u201d"


def is_copy(key_path: str, text: str) -> bool:
    """Whether a string value is written for people, by its key (`faq[2].answer`) and by its look."""
    if is_for_machines(key_path):
        return False
    words = words_of_key(key_path)
    last = words[-1] if words else ""
    short = _FIGURE if last in VALUES else _FACT if "".join(words) in _FACTS else None
    if short is not None and short.fullmatch(text.strip()):
        return True
    others = _MIN_WORDS_CAPITAL if text[:1].isupper() else _MIN_WORDS
    return reads_like_words(text, fewest=1 if last in _COPY else 2 if last in _LIKELY else others)


def is_for_machines(key_path: str) -> bool:
    """Whether the value of a key is never copy, whatever it looks like."""
    words = words_of_key(key_path)
    return bool(words) and (words[-1] in _NEVER or "".join(words) in _NEVER or words[-2:] in _CLASS_NAMES)


def reads_like_words(text: str, *, fewest: int = _MIN_WORDS) -> bool:
    """Whether `text` has at least so many words, is mostly letters, and is no code, path or address."""
    plain = _TAG.sub(" ", text) if "<" in text else text
    plain = (_HOLE.sub(" ", plain) if "{" in plain or WILDCARD in plain else plain).strip()
    tokens = plain.split()
    if len(tokens) <= 1 and re.search(r"[/\\_@=<>{}#]|\w[.:]\w", plain):
        return False
    if len(_WORD.findall(plain)) < fewest:
        return False
    if not _CODE_MARKS.isdisjoint(plain) and _CODE.search(plain):
        return False
    if plain.startswith(_SQL_WORDS) and _SQL.match(plain):
        return False
    letters = sum(c.isalpha() or c.isspace() for c in plain)
    prose = letters + sum(map(len, _NUMBER.findall(plain))) + sum(map(plain.count, _MARKS))
    if letters < _MIN_LETTERS * len(plain) or prose < _MIN_PROSE * len(plain):
        return False
    marked = [token for token in tokens if not _ODD_MARKS.isdisjoint(token)]
    likely = _JOINED if plain[0].isupper() else _NUMBER  # a list of class names begins with a small letter
    odd = sum(_ODD.match(token) is not None and not likely.match(token) for token in marked)
    return 2 * odd < len(tokens)


def words_of_key(key_path: str) -> list[str]:
    """The words of the last name in a key path, in lower case: `results`, `last` of `facts[0].resultsLast`.

    A number that only tells names apart is none of them (`subheading2`).
    """
    key = key_path
    while key.endswith("]") and (m := _INDEX.search(key)):
        key = key[: m.start()]
    words = [word.lower() for word in _KEY_WORD.findall(key.rpartition(".")[2])]
    return words[:-1] if len(words) > 1 and words[-1].isdigit() else words
