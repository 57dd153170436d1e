"""mail.py [FOLDER…]: Python's email and icalendar read the letters that samsyn remind writes,
those in the folders or else a county's."""

import email
import email.policy
import email.utils
import html.parser
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

content = pathlib.Path(os.environ["ROOT"]) / "examples" / "storsjo"  # the county that uses every field
wrong = []


class Page(html.parser.HTMLParser):
    """Holds that every element is closed, and gathers what leads elsewhere."""

    void = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.odd, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.void:
            self.open.append(tag)
        if tag in ("script", "img", "style", "link", "iframe"):
            self.odd.append(f"a letter has <{tag}>")
        self.links += [v for k, v in attrs if k in ("href", "src")]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.odd.append(f"</{tag}> closes nothing")


def read(path):
    raw = path.read_bytes()
    if raw.count(b"\n") != raw.count(b"\r\n") or any(len(line) > 998 for line in raw.split(b"\r\n")):
        wrong.append(f"{path.name}: line ends or line lengths against RFC 5322")
    m = email.message_from_bytes(raw, policy=email.policy.default)
    wrong.extend(f"{path.name}: {d}" for part in m.walk() for d in part.defects)
    kinds = [part.get_content_type() for part in m.walk()]
    if kinds != ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"]:
        wrong.append(f"{path.name}: it has {kinds}")
        return
    if not m["subject"] or not m["message-id"] or email.utils.parsedate_to_datetime(m["date"]) is None:
        wrong.append(f"{path.name}: a header is missing")
    text, page = m.get_body(("plain",)).get_content(), m.get_body(("html",)).get_content()
    parser = Page()
    parser.feed(page)
    wrong.extend(f"{path.name}: {o}" for o in parser.odd + [f"<{t}> is open" for t in parser.open])
    for link in parser.links:
        if not link.startswith("https://") or link not in text:
            wrong.append(f"{path.name}: the link {link} is not in the text")
    (attached,) = m.iter_attachments()
    events = icalendar.Calendar.from_ical(attached.get_content()).walk("VEVENT")
    if not events or any(not e.walk("VALARM") for e in events):
        wrong.append(f"{path.name}: a calendar without events, or an event without a reminder")
    print(f"{path.name}: {m['subject']}, {len(events)} events")


def county(folder):
    """The letters of the county that uses every field."""
    subprocess.run([os.environ["SAMSYN"], "-C", content, "remind", "--today", "2026-12-01", "--within", "400", "--out", folder], check=True)
    return folder


with tempfile.TemporaryDirectory() as room:
    folders = sys.argv[1:] or [county(pathlib.Path(room) / "brev")]
    letters = sorted(letter for folder in folders for letter in pathlib.Path(folder).glob("*.eml"))
    for path in letters:
        read(path)
print("\n".join(wrong))
if wrong:
    sys.exit(1)
if not letters:
    print("nobody has anything to report")
    sys.exit(1)
