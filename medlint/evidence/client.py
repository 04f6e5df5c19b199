"""Asking a public service: patiently, politely, and never for long (extra `medlint[verify]`).

Retries, back-off and Retry-After are urllib3's. What is asked for is JSON; everything else is told in one clause.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from medlint import __version__

MAX_BYTES = 20_000_000
LONGEST_WAIT = 120.0
"""The longest Retry-After, in seconds, that is waited for."""

RETRIES = 4
SLOWEST = 3
"""How many times the time-out an answer may take that keeps arriving."""

_AGAIN = (429, 500, 502, 503, 504)


class ServiceError(Exception):
    """A service that could not be asked, in one clause."""


class Client:
    """Asks services for JSON.

    `mailto` is sent along, as the services ask of programs; `timeout` is in seconds; `sleep` and `clock` can be
    exchanged in tests. Raises ServiceError when urllib3 is not there.
    """

    def __init__(
        self, mailto: str = "", timeout: float = 30.0, sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        try:
            import urllib3
        except ImportError:
            raise ServiceError("asking services needs one more package: pip install 'medlint[verify]'") from None
        self.mailto = mailto
        self._urllib3 = urllib3
        self._sleep = sleep
        self._clock = clock
        self._timeout = timeout
        self._last: dict[str, float] = {}
        contact = f"; mailto:{mailto}" if mailto else ""
        self._headers = {
            "User-Agent": f"medlint/{__version__} (reference check{contact})",
            "Accept": "application/json",
        }
        self._pools: dict[str, Any] = {}

    def json(self, url: str, query: Mapping[str, str] | None = None, interval: float = 0.0) -> Any:
        """The JSON at an address; None when the service says that there is no such thing (404).

        At least `interval` seconds lie between two requests to one host. Raises ServiceError.
        """
        address = f"{url}?{urlencode(query)}" if query else url
        host = urlsplit(url).netloc
        if host in self._last and (wait := self._last[host] + interval - self._clock()) > 0:
            self._sleep(wait)
        try:
            status, kind, body = self._get(address)
        finally:
            self._last[host] = self._clock()
        if status == 404:
            return None
        if status != 200:
            raise ServiceError(f"{host} answered with status {status}")
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            what = "a web page" if "html" in kind or body.lstrip()[:1] == b"<" else "something that is no JSON"
            raise ServiceError(f"{host} answered with {what}") from None

    def _get(self, address: str) -> tuple[int, str, bytes]:
        exceptions = self._urllib3.exceptions
        host = urlsplit(address).netloc
        try:
            answer = self._pool(address).request(
                "GET", address, headers=self._headers, retries=_retries(self._urllib3, self._sleep),
                timeout=self._urllib3.Timeout(connect=min(self._timeout, 10.0), read=self._timeout),
                preload_content=False,
            )  # fmt: skip
            try:
                body = self._body(answer, host)
            finally:
                answer.release_conn()
        except exceptions.MaxRetryError as error:
            raise ServiceError(self._why(host, error.reason)) from None
        except exceptions.HTTPError as error:
            raise ServiceError(self._why(host, error)) from None
        return answer.status, str(answer.headers.get("Content-Type", "")), body

    def _body(self, answer: Any, host: str) -> bytes:
        """The body, piece by piece: a service that drips is as good as one that does not answer."""
        end = self._clock() + SLOWEST * self._timeout
        body = b""
        while piece := answer.read1(1 << 16):
            body += piece
            if len(body) > MAX_BYTES:
                raise ServiceError(f"{host} answered with more than {MAX_BYTES:,} bytes")
            if self._clock() > end:
                raise ServiceError(f"{host} did not finish its answer within {SLOWEST * self._timeout:g} seconds")
        return body

    def _pool(self, address: str) -> Any:
        """Connections straight or through the proxy that the environment names."""
        parts = urlsplit(address)
        proxy = "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")
        if proxy not in self._pools:
            self._pools[proxy] = self._urllib3.ProxyManager(proxy) if proxy else self._urllib3.PoolManager()
        return self._pools[proxy]

    def _why(self, host: str, reason: BaseException | None) -> str:
        exceptions = self._urllib3.exceptions
        if isinstance(reason, (exceptions.NewConnectionError, exceptions.ConnectTimeoutError)):
            return f"{host} cannot be reached"
        if isinstance(reason, exceptions.TimeoutError):
            return f"{host} did not answer within {self._timeout:g} seconds"
        if isinstance(reason, exceptions.ResponseError):
            return f"{host} {reason}" if str(reason).startswith("asks") else f"{host} kept failing ({reason})"
        return f"{host} broke off ({type(reason).__name__})"


def _retries(urllib3: Any, sleep: Callable[[float], None]) -> Any:
    """urllib3's Retry with a sleep of our own and an end to its patience."""

    class Patience(urllib3.Retry):  # type: ignore[misc]
        def sleep_for_retry(self, response: Any) -> bool:
            wait = self.get_retry_after(response)
            if wait is None:
                return False
            if wait > LONGEST_WAIT:
                longest = f"{LONGEST_WAIT:g} seconds"
                raise urllib3.exceptions.ResponseError(f"asks to wait longer than {longest}; try again later")
            sleep(wait)
            return True

        def _sleep_backoff(self) -> None:
            if (wait := self.get_backoff_time()) > 0:
                sleep(wait)

    return Patience(
        total=RETRIES, connect=2, read=1, redirect=3, backoff_factor=0.5, backoff_max=30, status_forcelist=_AGAIN,
        allowed_methods=("GET",),
        respect_retry_after_header=True,
    )  # fmt: skip
