"""Other people's libraries read our calendars and feeds."""

import os
import pathlib
import sys

import feedparser
import icalendar

site = pathlib.Path(os.environ["SITE"])
feeds = sorted([*site.rglob("*.atom"), *site.rglob("atom.xml"), *site.rglob("feed.xml")])
calendars = sorted(site.rglob("*.ics"))
wrong = []


def read_feed(path):
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        wrong.append(f"{path}: {feed.bozo_exception}")
    for field in ("id", "title", "updated"):
        if not feed.feed.get(field):
            wrong.append(f"{path}: the feed has no {field}")
    for entry in feed.entries:
        for field in ("id", "title", "updated", "link"):
            if not entry.get(field):
                wrong.append(f"{path}: an entry has no {field}: {entry.get('title')}")
    ids = [entry.get("id") for entry in feed.entries]
    if len(ids) != len(set(ids)):
        wrong.append(f"{path}: two entries share an id")
    print(f"{path}: {len(feed.entries)} entries")


def read_calendar(path):
    # RFC 5545 3.1: lines end in CRLF and hold at most 75 octets.
    data = path.read_bytes()
    if any(len(line) > 75 for line in data.split(b"\r\n")) or b"\n" in data.replace(b"\r\n", b""):
        wrong.append(f"{path}: line ends or line lengths against RFC 5545")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    for event in events:
        for field in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if not event.get(field):
                wrong.append(f"{path}: an event has no {field}")
        if event.errors:
            wrong.append(f"{path}: {event.errors}")
    uids = [event.get("UID") for event in events]
    if len(uids) != len(set(uids)):
        wrong.append(f"{path}: two events share a UID")
    print(f"{path}: {len(events)} events")


for path in feeds:
    read_feed(path)
for path in calendars:
    read_calendar(path)
print("\n".join(wrong))
if wrong:
    sys.exit(1)
if not feeds or not calendars:
    print(f"the build makes {len(feeds)} feeds and {len(calendars)} calendars")
    sys.exit(3)
