"""The local web page: its files, what it asks for, and the limits of both."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from pathlib import PurePath
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medlint.web import api
from medlint.web.compare import compared
from medlint.web.guard import Bound, Guard, refused
from medlint.web.pasted import PasteError, opened
from medlint.web.service import REPORTS, Service, example

LARGEST_TEXT = 2_000_000
"""The largest request with a text, in bytes: one text of the greatest length, every character written as an escape."""

LARGEST_FILE = 20_000_000
"""The largest file that can be dropped, in bytes."""

SECONDS = 20.0
"""How long an answer is waited for, and how long a request may take to arrive."""

WAITING = 8
"""How many requests may wait for their turn."""

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}

T = TypeVar("T")
Answer = Callable[[Request], Awaitable[Response]]


class LimitError(Exception):
    """More was asked for than is given: a status of HTTP and one sentence."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Desk:
    """Hands work to the one thread that does it, in turn; `seconds` is how long each may take."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._thread = ThreadPoolExecutor(1, "medlint")
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def do(self, request: Request, work: Callable[[], T]) -> T:
        """The outcome of some work. Raises LimitError when it takes too long or too many are before it."""
        if self._waiting >= WAITING:
            raise LimitError(503, "medlint is busy with other texts; try again in a moment.")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.seconds), self._turn:
                if await request.is_disconnected():  # the writer has typed on
                    raise LimitError(499, "Nobody waits for this any more.")
                return await asyncio.shield(asyncio.wrap_future(self._thread.submit(work)))
        except TimeoutError:
            raise LimitError(
                503, f"This took longer than {self.seconds:.0f} seconds and was given up; check the text in parts."
            ) from None
        finally:
            self._waiting -= 1

    def warm(self, work: Callable[[], object]) -> None:
        """Do something that nobody waits for, before all else."""
        self._thread.submit(work)

    def close(self) -> None:
        """Take no more work."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def make_app(service: Service, bound: Bound, *, seconds: float = SECONDS) -> Starlette:
    """The application, which answers those that know where it is `bound` to."""
    desk: Desk

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        nonlocal desk
        desk = Desk(seconds)
        desk.warm(service.warm)
        yield
        desk.close()

    async def about(request: Request) -> Response:
        return JSONResponse(await desk.do(request, partial(api.about, service)))

    async def check(request: Request) -> Response:
        asked = api.asked(await _object(request))
        return JSONResponse(await desk.do(request, lambda: api.answer(service.check(asked))))

    async def open_file(request: Request) -> Response:
        name = api.file_name(request.query_params.get("name", ""))
        data = await _body(request, LARGEST_FILE)
        found = await desk.do(request, partial(opened, name, data))
        return JSONResponse({"text": found.text, "format": found.format, "name": name, "note": found.note})

    async def try_example(_: Request) -> Response:
        return JSONResponse({"text": example(), "format": "markdown"})

    async def compare(request: Request) -> Response:
        before, after = api.texts(await _object(request, 2 * LARGEST_TEXT))
        return JSONResponse({"pieces": await desk.do(request, partial(compared, before, after))})

    async def fixes(request: Request) -> Response:
        data = await _object(request)
        asked = api.asked(data)

        def found() -> list[dict[str, Any]]:
            checked = service.check(asked)
            return api.ways(checked, api.finding_number(data, checked))

        return JSONResponse({"ways": await desk.do(request, found)})

    async def report(request: Request) -> Response:
        data = await _object(request)
        asked, format = api.asked(data), api.report_format(data, REPORTS)
        text = await desk.do(request, partial(service.report, asked, format))
        return Response(text, media_type=REPORTS[format])

    posts: Mapping[str, Answer] = {
        "check": check,
        "open": open_file,
        "fixes": fixes,
        "compare": compare,
        "report": report,
    }
    gets: Mapping[str, Answer] = {"about": about, "example": try_example}
    routes = [
        *(Route(f"/api/{name}", _answered(answer), methods=["POST"]) for name, answer in posts.items()),
        *(Route(f"/api/{name}", _answered(answer), methods=["GET"]) for name, answer in gets.items()),
        *(Route(path, file, methods=["GET"]) for path, file in _files().items()),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, bound=bound)],
        exception_handlers={HTTPException: _no_such},
        lifespan=lifespan,
    )


def _files() -> dict[str, Answer]:
    """The files of the page by their addresses. They are few and small, and nothing else can be asked for."""

    def serve(data: bytes, media_type: str) -> Answer:
        async def file(_: Request) -> Response:
            return Response(data, media_type=media_type)

        return file

    found = {}
    for path in files("medlint.web").joinpath("static").iterdir():
        if media_type := MEDIA_TYPES.get(PurePath(path.name).suffix):
            found[f"/{path.name}"] = serve(path.read_bytes(), media_type)
    found["/"] = found.pop("/index.html")
    return found


async def _object(request: Request, most: int = LARGEST_TEXT) -> Mapping[str, Any]:
    return api.parsed(await _body(request, most))


async def _body(request: Request, most: int) -> bytes:
    """The bytes of a request. Raises LimitError when they are too many or too slow."""
    too_large = LimitError(413, f"This is larger than {most // 1_000_000} MB, which is the most that is taken.")
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > most:
        raise too_large
    data = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            async for chunk in request.stream():
                data += chunk
                if len(data) > most:
                    raise too_large
    except TimeoutError:
        raise LimitError(408, "The request took too long to arrive.") from None
    return bytes(data)


def _answered(answer: Answer) -> Answer:
    """The same with mistakes told in a sentence. Nothing of the copy is logged, so a fault tells its place alone."""

    async def told(request: Request) -> Response:
        try:
            return await answer(request)
        except LimitError as error:
            return refused(error.status, str(error))
        except (api.RequestError, PasteError) as error:
            return refused(400, str(error))
        except Exception as error:  # noqa: BLE001 - the last resort, as in the command line
            frames = traceback.extract_tb(error.__traceback__)[-3:]
            where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
            fault = f"{type(error).__name__} at {where}"
            return refused(500, f"This is a fault of medlint, not of your text. Please report it: {fault}.")

    return told


async def _no_such(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return refused(status, "There is nothing at this address." if status == 404 else "This cannot be asked for so.")
