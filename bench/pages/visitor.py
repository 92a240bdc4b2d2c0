"""A visitor without a browser: speaks Streamlit's protocol, as the page's script does.

It keeps what a browser keeps: the values of its widgets, the larger messages of the last runs, so
that they need not come again, and which fragment a widget is of.
"""

from __future__ import annotations

import asyncio
import re
import time
import urllib.request
import uuid
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

__all__ = ["Visitor", "VisitorError"]

LARGEST = 200 * 2**20  # bytes of a message
PATIENCE = 300.0  # seconds for a run
RUNS_KEPT = 2  # as Streamlit's browser side keeps a message: global.maxCachedMessageAge
DONE = (
    ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY,
    ForwardMsg.ScriptFinishedStatus.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
FAULTY = ForwardMsg.ScriptFinishedStatus.FINISHED_WITH_COMPILE_ERROR


class VisitorError(Exception):
    """Raised where the page shows an error, or a run does not end."""


class Visitor:
    """One session with an app.

    address: as "127.0.0.1:8501". `received` counts the bytes that came since the last `change`.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._socket: ClientConnection
        self._session = ""
        self._values: dict[str, WidgetState] = {}
        self._elements: dict[str, Element] = {}
        self._fragments: dict[str, str] = {}
        self._cached: dict[str, tuple[int, Element]] = {}
        self._query = ""
        self._runs = 0
        self.received = 0

    async def __aenter__(self) -> Self:
        self._socket = await connect(
            f"ws://{self._address}/_stcore/stream", subprotocols=["streamlit"],  # type: ignore[list-item] # a NewType of str
            max_size=LARGEST, compression=None, open_timeout=PATIENCE, ping_timeout=PATIENCE,
        )  # fmt: skip
        await self.run()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    def find(self, kind: str, key: str) -> Element:
        """Return the last drawn element of a kind whose key matches a regular expression."""
        for name, element in reversed(self._elements.items()):
            if element.WhichOneof("type") == kind and re.search(f"-{key}$", name):
                return element
        raise VisitorError(f"the page has no {kind} {key}; it has {', '.join(self._elements)}")

    async def change(self, value: WidgetState, *, once: bool = False) -> float:
        """Give a widget a value, and return the seconds until what it asks for is drawn.

        once: it is no state but a press.
        """
        self._values[value.id] = value
        begin = time.perf_counter()
        await self.run(self._fragments.get(value.id, ""))
        if once:
            del self._values[value.id]
        return time.perf_counter() - begin

    async def run(self, fragment: str = "") -> None:
        """Have the page run, and take in what it draws."""
        self.received = 0
        self._runs += 1
        self._forget_old()
        state = ClientState(
            query_string=self._query, fragment_id=fragment, cached_message_hashes=[*self._cached]
        )
        state.widget_states.widgets.extend(self._values.values())
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._take(await self._receive()):
                pass

    async def upload(self, uploader: str, name: str, content: bytes) -> None:
        """Drop a file on an uploader, and wait for the run after it."""
        asked = BackMsg()
        asked.file_urls_request.request_id = uuid.uuid4().hex
        asked.file_urls_request.session_id = self._session
        asked.file_urls_request.file_names.append(name)
        await self._socket.send(asked.SerializeToString())
        while (answer := await self._receive()).WhichOneof("type") != "file_urls_response":
            self._take(answer)
        urls = answer.file_urls_response.file_urls[0]
        await asyncio.to_thread(
            _put, f"http://{self._address}/{urls.upload_url.lstrip('/')}", name, content
        )
        value = WidgetState(id=self.find("file_uploader", uploader).file_uploader.id)
        files = value.file_uploader_state_value
        files.uploaded_file_info.add(
            file_id=urls.file_id, name=name, size=len(content), file_urls=urls
        )
        await self.change(value)

    async def _receive(self) -> ForwardMsg:
        raw = await self._socket.recv()
        self.received += len(raw)
        message = ForwardMsg()
        message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
        return message

    def _take(self, message: ForwardMsg) -> bool:
        """Take in a message; return whether it says that all is drawn."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._session = message.new_session.initialize.session_id or self._session
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            element = self._cached[message.ref_hash][1]
            self._cached[message.ref_hash] = (self._runs, element)
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(message)
        if kind != "script_finished":
            return False
        if message.script_finished == FAULTY:
            raise VisitorError("the page's script does not compile")
        return message.script_finished in DONE

    def _draw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise VisitorError(element.exception.message)
        if message.metadata.cacheable:
            self._cached[message.hash] = (self._runs, element)
        name = str(getattr(getattr(element, kind or ""), "id", "")) if kind else ""
        if name:
            self._elements.pop(name, None)
            self._elements[name] = element
            self._fragments[name] = message.delta.fragment_id

    def _forget_old(self) -> None:
        oldest = self._runs - RUNS_KEPT
        self._cached = {name: kept for name, kept in self._cached.items() if kept[0] >= oldest}


def _put(address: str, name: str, content: bytes) -> None:
    edge = uuid.uuid4().hex
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    request = urllib.request.Request(
        address, body, {"Content-Type": f"multipart/form-data; boundary={edge}"}, method="PUT"
    )
    urllib.request.urlopen(request).close()
