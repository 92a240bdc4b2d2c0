"""A publisher of files on the loopback, with faults on request."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import samples

from gazetteer.online.publishers import PublisherFile


class Publisher:
    """A server on the loopback: files by path, faults by path, and what it was asked."""

    def __init__(self):
        self.files: dict[str, bytes] = {}
        self.headers: dict[str, dict[str, str]] = {}
        self.faults: dict[str, list[str]] = {}  # used up one a request
        self.asked: list[tuple[str, str | None]] = []
        self.let_go = threading.Event()  # ends a request that hangs
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                publisher.answer(self)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()

    def put(self, path, content, **headers):
        self.files[path] = content.encode() if isinstance(content, str) else content
        self.headers[path] = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.address + path

    def answer(self, request):
        wanted = request.headers.get("Range")
        self.asked.append((request.path, wanted))
        fault = self.faults.get(request.path, [])
        kind = fault.pop(0) if fault else ""
        body = self.files.get(request.path)
        if body is None or kind.isdigit():
            request.send_response(int(kind or 404))
            for name, value in self.headers.get(request.path, {}).items():
                request.send_header(name, value)
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        etag = self.headers[request.path].get("ETag")
        start = 0
        if wanted and request.headers.get("If-Range") == etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        request.send_response(206 if start else 200)
        for name, value in self.headers[request.path].items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body) - start))
        request.end_headers()
        rest = body[start:]
        if kind == "cut":
            request.wfile.write(rest[: max(1, len(rest) // 2)])
            request.close_connection = True
            return
        if kind == "slow":
            request.wfile.write(rest[:10])
            request.wfile.flush()
            self.let_go.wait(20)
            request.close_connection = True
            return
        request.wfile.write(rest)


def ukraine_files(publisher) -> list[PublisherFile]:
    """The two GeoNames files of Ukraine, as `list_files` gives them."""
    terms = "CC BY 4.0", "GeoNames"
    alternates = publisher.put("/alternatenames/UA.zip", samples.alternates_zip())
    dump = publisher.put("/UA.zip", samples.geonames_zip(), ETag='"v1"')
    return [
        PublisherFile(
            "GeoNames alternate names", alternates, "UA-alternatenames.zip", *terms, True
        ),
        PublisherFile("GeoNames", dump, "UA.zip", *terms),
    ]
