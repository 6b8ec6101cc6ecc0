"""Reads the combined Atom and RSS feeds of a running server with feedparser, page by page,
and compares each entry with what /api/v1/entries says of it.

    apt install python3-feedparser
    /usr/bin/python3 src/test/python/read_with_feedparser.py http://127.0.0.1:8080

Exit code 0: all entries are there and say the same; 1: they do not, each difference on a line.
"""
import html
import json
import sys
import urllib.parse
import urllib.request
from calendar import timegm
from datetime import datetime

import feedparser


def get(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def stored(base):
    entries, cursor = {}, None
    while True:
        query = {"limit": "200", **({"cursor": cursor} if cursor else {})}
        page = json.loads(get(base + "/api/v1/entries?" + urllib.parse.urlencode(query)))
        entries.update((entry["id"], entry) for entry in page["items"])
        cursor = page.get("next_cursor")
        if not cursor:
            return entries


def published(base, name):
    """The entries by their ids here, and the number of documents."""
    entries, address, documents = {}, base + "/" + name + "?limit=50", 0
    while address:
        feed = feedparser.parse(get(address))
        if feed.bozo:
            raise SystemExit(f"{address} is not well-formed: {feed.bozo_exception}")
        documents += 1
        entries.update((entry.id.rsplit("/", 1)[1], entry) for entry in feed.entries)
        address = next((link.href for link in feed.feed.links if link.rel == "next"), None)
    return entries, documents


def seconds(text):
    return int(datetime.fromisoformat(text.split(".")[0].rstrip("Z") + "+00:00").timestamp())


def differences(ours, theirs):
    title = theirs.get("title", "").replace("\u2060", "")
    # Where a title could be taken for markup, Atom says that it is HTML, and feedparser hands it over as such.
    if theirs.get("title_detail", {}).get("type") == "text/html" and title != ours["title"]:
        title = html.unescape(title)
    if title.split() != ours["title"].split():
        yield f"title {title!r}, not {ours['title']!r}"
    if ours["url"] and theirs.get("link") != ours["url"]:
        yield f"link {theirs.get('link')!r}, not {ours['url']!r}"
    if ours["author"] and theirs.get("author", "").replace("\u2060", "") != ours["author"]:
        yield f"author {theirs.get('author')!r}, not {ours['author']!r}"
    if sorted(tag.term for tag in theirs.get("tags", [])) != sorted(set(ours["tags"])):
        yield f"tags {theirs.get('tags')!r}, not {ours['tags']!r}"
    if ours["published"] and timegm(theirs.published_parsed) != seconds(ours["published"]):
        yield f"published {theirs.published}, not {ours['published']}"
    if ours["summary"] and not theirs.get("content"):
        yield "no content"


def main(base):
    entries, wrong = stored(base), 0
    for name in ("feed.atom", "feed.rss"):
        found, documents = published(base, name)
        lines = [f"{key} is missing" for key in entries.keys() - found.keys()]
        lines += [f"{key} is unknown to the list" for key in found.keys() - entries.keys()]
        for key in entries.keys() & found.keys():
            lines += [f"{key}: {line}" for line in differences(entries[key], found[key])]
        print(*lines, f"{name}: {len(found)} entries in {documents} documents, {len(lines)} differences", sep="\n")
        wrong += len(lines)
    return 1 if wrong or not entries else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("usage: read_with_feedparser.py ADDRESS, such as http://127.0.0.1:8080", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1].rstrip("/")))
