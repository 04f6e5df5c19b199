"""Names in JavaScript that tell what is copy and what is not."""

from __future__ import annotations

import re

NOT_COPY_CALLS = frozenset(
    {
        "addEventListener", "assert", "atob", "capture", "captureException", "charAt", "classNames",
        "classnames", "clsx", "cn", "createElementNS", "css", "cva", "debug", "dispatchEvent", "endsWith",
        "eval", "expect", "fetch", "getAttribute", "getElementById", "getElementsByClassName",
        "getElementsByTagName", "getenv", "getItem", "getPropertyValue", "gtag", "hasAttribute", "import",
        "includes", "indexOf", "invariant", "isAxiosError", "lastIndexOf", "localeCompare", "logEvent", "match",
        "matchAll", "matchMedia", "postMessage", "querySelector", "querySelectorAll", "RegExp",
        "removeAttribute", "removeEventListener", "removeItem", "require", "requireActual", "resolve",
        "setAttribute", "setItem", "split", "startsWith", "track", "tv", "twJoin", "twMerge", "URL", "warning",
    }
)  # fmt: skip
"""Calls whose strings are for machines or for developers; functions among their arguments are looked at."""

TEST_CALLS = frozenset({"afterAll", "afterEach", "beforeAll", "beforeEach", "describe", "it", "suite", "test"})

NOT_COPY_ROOTS = frozenset({"Sentry", "cy", "console", "debug", "fs", "jest", "log", "logger", "path", "posthog", "vi"})
"""What stands first in such calls: `console.warn(…)`."""

NOT_COPY_TAGS = re.compile(
    r"^(?:css|keyframes|gql|graphql|sql|groq|glsl|createGlobalStyle|injectGlobal|tw|styled\b.*|prisma\b.*|\$|String\.raw)$",
    re.S,
)
"""Tags of template literals: `` gql`…` ``."""

NOT_COPY_PROPS = frozenset(
    {
        "accept", "allow", "as", "asChild", "autoComplete", "charSet", "class", "className", "css", "d",
        "dateTime", "enterKeyHint", "fill", "for", "form", "formAction", "headers", "href", "htmlFor", "id",
        "integrity", "is", "key", "lang", "name", "nonce", "path", "pattern", "points", "property", "ref",
        "rel", "sizes", "slot", "src", "srcSet", "stroke", "style", "sx", "target", "to", "transform", "tw",
        "type", "viewBox", "width", "xmlns",
    }
)  # fmt: skip
"""Props and attributes that are never words, whatever they look like."""

_OTHER_PROP = re.compile(
    r"[a-z]\w*(?:ClassNames?|Style|Id|Src|Href|Url|Ref)$|(?:data|xlink|xmlns|transition|set)[-:]|on[A-Z]"
)

ALT_PROPS = frozenset({"alt", "aria-label", "ariaLabel", "aria-description", "placeholder"})
"""Props that people read or hear, on elements and components alike (on an element `title` too)."""

_TITLE = re.compile(r"(?:metadata|generateMetadata|frontmatter|seo|meta|head)\.title(?:\.(?:default|absolute))?$")
_META = re.compile(
    r"(?:metadata|generateMetadata|frontmatter|seo|meta|head)\.(?:(?:openGraph|twitter|og)\.(?:title|description)|description)$"
)


def is_never_copy(prop: str) -> bool:
    """Whether the value of a prop is for machines."""
    return prop in NOT_COPY_PROPS or _OTHER_PROP.match(prop) is not None


def is_title(key_path: str) -> bool:
    """Whether a value is the title of the page: `metadata.title`."""
    return _TITLE.match(key_path) is not None


def is_description(key_path: str) -> bool:
    """Whether a value is shown by search engines and in shared links: `metadata.description`."""
    return _META.match(key_path) is not None


def calls_for_machines(name: str, root: str) -> bool:
    """Whether the strings that a call is given are no copy: `name` is called, on `root` (`console`) or on nothing."""
    return name in NOT_COPY_CALLS or root in NOT_COPY_ROOTS or name.endswith(("Error", "Exception"))
