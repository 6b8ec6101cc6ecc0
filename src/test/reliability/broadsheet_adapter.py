"""Lets a black-box crash test drive Broadsheet: start it, change things through its REST API, kill it, look what is left.

The test calls prepare, start, ready, stop9, list_entries, star, read and poll_now of class Adapter. After
"./mvnw package -DskipTests" it finds target/broadsheet.jar; BROADSHEET_JAR names another one. The server is started with
the options of config/java.options, as README does. Standard library only.
"""
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[3]
JAR = os.path.abspath(os.environ.get("BROADSHEET_JAR", ROOT / "target" / "broadsheet.jar"))
PAGE = 1000


class Adapter:
    def __init__(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="broadsheet-crash-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server = None

    def prepare(self, feed_url):
        address = urllib.parse.quote(feed_url, safe=":/?=")
        (self.dir / "feeds.opml").write_text(
            '<opml version="2.0"><head><title>crash</title></head>'
            f'<body><outline text="crash" xmlUrl="{address}"/></body></opml>')

    def start(self):
        settings = {
            "SERVER_PORT": str(self.port),
            "DATA_DIR": str(self.dir / "data"),
            "OPML": str(self.dir / "feeds.opml"),
            "FETCH_ALLOW_PRIVATE": "127.0.0.0/8",
            "FETCH_MIN_GAP": "0",
            "POLL_ENABLED": "false",
        }
        environment = dict(os.environ, **{"BROADSHEET_" + key: value for key, value in settings.items()})
        with open(self.dir / "log", "ab") as log:
            self.server = subprocess.Popen(
                ["java", "@config/java.options", "-jar", JAR, "serve"], cwd=ROOT, env=environment, stdout=log, stderr=log,
                start_new_session=True)

    def ready(self):
        return self._ask("GET", "/healthz")[0] == 200

    def stop9(self):
        if self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def list_entries(self):
        entries, cursor = [], ""
        while cursor is not None:
            page = self._page(cursor)
            entries += [
                dict(id=e["id"], guid=e["guid"], read=e["read"], starred=e["starred"]) for e in page["items"]]
            cursor = page.get("next_cursor")
        entries.reverse()
        return entries

    def star(self, entry, on=True):
        return self._change(entry, {"starred": on})

    def read(self, entry, on=True):
        return self._change(entry, {"read": on})

    def poll_now(self):
        self._ask("POST", "/api/v1/polls", {"all": True})

    def _page(self, cursor):
        after = f"&cursor={cursor}" if cursor else ""
        status, body = self._ask("GET", f"/api/v1/entries?limit={PAGE}&duplicates=show{after}")
        if status != 200:
            raise OSError(f"listing entries was answered with {status}")
        return json.loads(body)

    def _change(self, entry, state):
        status, _ = self._ask("PUT", f"/api/v1/entries/{entry}/state", state)
        return 200 <= status < 300

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(
                method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
