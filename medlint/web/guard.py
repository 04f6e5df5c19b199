"""Who may talk to the server: hosts, origins, tokens, and the headers that every answer has."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from html import escape
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_HEADER = "x-medlint"
"""The header that the page's own requests have: a page from elsewhere cannot send it without asking first, and no
such question is answered."""

BODIES = ("application/json", "application/octet-stream")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer has: nothing is loaded from elsewhere, kept, framed or guessed at."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Where the server listens, and the token that it asks for (none: it listens on this machine alone)."""

    host: str
    port: int
    token: str | None = None
    names: tuple[str, ...] = ()

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server.

        A name that an attacker has led to this machine is refused (DNS rebinding); an address cannot be led anywhere.
        """
        name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "80")
        if port != str(self.port):
            return False
        name = name.lower()
        own = {*self.names, self.host.lower(), f"[{self.host.lower()}]"}
        if is_loopback(self.host):
            return name in own | {"localhost", "127.0.0.1", "[::1]"}
        return name in own | {"localhost"} or _is_address(name)

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token; cookies do not tell ports apart."""
        return f"medlint-{self.port}"


def is_loopback(host: str) -> bool:
    """Whether what listens there can be reached from this machine alone."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


class Guard:
    """Lets through what comes from the page itself."""

    def __init__(self, app: ASGIApp, bound: Bound) -> None:
        self.app = app
        self.bound = bound

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._answer(scope, Headers(scope=scope)) or self.app
        await answer(scope, receive, guarded)

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What is answered in place of the page; None when the request is let through."""
        method = scope["method"]
        if method not in ("GET", "HEAD", "POST"):
            return refused(405, "This server answers only GET and POST.")
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.bound.knows(hosts[0]):
            return refused(403, "This server is not known under that name.")
        if any(origin != f"http://{hosts[0]}" for origin in headers.getlist("origin")):
            return refused(403, "Requests from other pages are not answered.")
        is_visit = method == "GET" and scope["path"] == "/" and headers.get("sec-fetch-dest", "document") == "document"
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none") and not is_visit:
            return refused(403, "Requests from other pages are not answered.")
        if method == "POST" and OWN_HEADER not in headers:
            return refused(403, "Only the page itself may send this.")
        if method == "POST" and headers.get("content-type", "").partition(";")[0].strip().lower() not in BODIES:
            return refused(415, "Requests are sent as JSON or as the bytes of a file.")
        return self._admitted(scope, headers, is_visit=is_visit) if self.bound.token else None

    def _admitted(self, scope: Scope, headers: Headers, *, is_visit: bool) -> Response | None:
        """None for who has shown the token; the cookie for who shows it with the address."""
        token = self.bound.token or ""
        if _same(_cookie(headers, self.bound.cookie), token):
            return None
        if not is_visit:
            return refused(401, "Open the page with the address that medlint printed when it started.")
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _same(given, token):
            return _page(401, "Open the page with the address that medlint printed when it started: it has a token.")
        # The page goes on by itself, not by a redirect: a strict cookie would not be sent along with that after a link.
        response = _page(200, "One moment …", onward=True)
        response.set_cookie(self.bound.cookie, token, httponly=True, samesite="strict")
        return response


def refused(status: int, why: str) -> JSONResponse:
    """An answer that says in one sentence why there is no other."""
    return JSONResponse({"error": why}, status)


def _page(status: int, words: str, *, onward: bool = False) -> HTMLResponse:
    refresh = '<meta http-equiv="refresh" content="0; url=/">' if onward else ""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8">{refresh}<title>medlint</title><p>{escape(words)}</p>',
        status,
    )


def _cookie(headers: Headers, name: str) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())
