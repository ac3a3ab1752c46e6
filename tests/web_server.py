"""Serves a built site to the browser tests, the way a plain web host would."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Spelled out, because Windows reads the others from its registry, where programs change them.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class QuietServer(ThreadingHTTPServer):
    """A browser that leaves a page in the middle of a file is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: what matters shows in the page."""


@contextmanager
def served(site: Path, prefix: str = "/", *, packed: bool = False) -> Iterator[str]:
    """Serve a folder under a path prefix for as long as the block runs; gives the address.

    With ``packed`` text goes out as gzip, as from every host on the web.
    """

    class Handler(SimpleHTTPRequestHandler):
        extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]  # as given

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if not packed or file.suffix not in PACKED or not file.is_file():
                return super().do_GET()
            body = gzip.compress(file.read_bytes(), 6)
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def translate_path(self, path: str) -> str:
            # Outside the prefix there is nothing, exactly as on a host that serves several sites.
            if not path.startswith(prefix):
                return str(site / ".outside")
            return super().translate_path("/" + path.removeprefix(prefix))

        def send_error(self, code: int, *words: str | None) -> None:
            page = site / "404.html"
            if code != HTTPStatus.NOT_FOUND or not page.is_file():
                return super().send_error(code, *words)
            body = page.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    with QuietServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
