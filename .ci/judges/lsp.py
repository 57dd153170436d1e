"""pytest-lsp's client plays an editor on the county that uses every field."""

import asyncio
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import types

from lsprotocol import types as t
from pytest_lsp import client_capabilities, make_test_lsp_client

wrong = []


def holds(what, is_so, seen=""):
    print(("ok    " if is_so else "WRONG ") + what, seen)
    if not is_so:
        wrong.append(what)


class Page:
    """A text with the places in it. The client's positions count in UTF-16."""

    def __init__(self, root, file):
        self.path = root / file
        self.uri = self.path.as_uri()
        self.text = self.path.read_text(encoding="utf-8")
        self.version = 0

    def place(self, words, behind=0):
        before = self.text[: self.text.index(words) + behind]
        line = before.rsplit("\n", 1)[-1]
        return t.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def id(self):
        return t.TextDocumentIdentifier(self.uri)


async def eventually(condition):
    """Waits for what the server tells without being asked."""
    for _ in range(3600):
        if condition():
            return True
        await asyncio.sleep(0.05)
    return False


def applied(text, edits):
    """A text after edits, which do not overlap."""
    lines = text.splitlines(keepends=True) + [""]

    def offset(at):
        line = lines[at.line] if at.line < len(lines) else ""
        return sum(len(x) for x in lines[: at.line]) + len(line.encode("utf-16-le")[: 2 * at.character].decode("utf-16-le"))

    for e in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        text = text[: offset(e.range.start)] + e.new_text + text[offset(e.range.end) :]
    return text


async def editor(root):
    client = make_test_lsp_client()
    await client.start_io(os.environ["SAMSYN"], "lsp", "--today", "2026-06-01")
    found = await client.initialize_session(
        t.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=root.as_uri(), workspace_folders=[t.WorkspaceFolder(root.as_uri(), "county")])
    )
    holds("it says what it can", found.capabilities.rename_provider and found.capabilities.completion_provider)

    page = Page(root, "plans/2025/sprakvan.md")
    client.text_document_did_open(t.DidOpenTextDocumentParams(t.TextDocumentItem(page.uri, "markdown", 1, page.text)))

    async def change(text):
        page.version += 2
        client.diagnostics.pop(page.uri, None)
        client.text_document_did_change(
            t.DidChangeTextDocumentParams(t.VersionedTextDocumentIdentifier(page.version, page.uri), [t.TextDocumentContentChangeWholeDocument(text)])
        )

    await change(page.text.replace("owner: oppen-dorr", "owner: oppen-dor").replace("status: ongoing", "statuss: ongoing"))
    told = await eventually(lambda: len(client.diagnostics.get(page.uri, [])) >= 2)
    codes = sorted(d.code for d in client.diagnostics.get(page.uri, []) if d.severity == t.DiagnosticSeverity.Error)
    holds("mistakes in unsaved text are told", told and codes == ["unknown-field", "unknown-reference"], codes)
    holds("in Swedish", any("oppen-dor" in d.message and "finns" in d.message for d in client.diagnostics[page.uri]), [d.message[:80] for d in client.diagnostics[page.uri]])
    holds("nothing is written", page.path.read_text(encoding="utf-8") == page.text)

    whole = t.Range(t.Position(0, 0), t.Position(200, 0))
    actions = await client.text_document_code_action_async(t.CodeActionParams(page.id(), whole, t.CodeActionContext([])))
    titles = [a.title for a in actions]
    holds("corrections are offered", "Byt till oppen-dorr" in titles and "Byt till status" in titles, titles)
    everything = [a for a in actions if a.kind == t.CodeActionKind.SourceFixAll]
    spoilt = page.text.replace("owner: oppen-dorr", "owner: oppen-dor").replace("status: ongoing", "statuss: ongoing")
    holds("all at once mends all", everything and applied(spoilt, everything[0].edit.changes[page.uri]) == page.text)

    await change(page.text)
    holds("mended text is told clean", await eventually(lambda: page.uri in client.diagnostics and not [d for d in client.diagnostics[page.uri] if d.severity == t.DiagnosticSeverity.Error]))

    def at(words, behind):
        return dict(text_document=page.id(), position=page.place(words, behind))

    async def hovered(words, behind):
        return (await client.text_document_hover_async(t.HoverParams(**at(words, behind)))).contents.value

    owner = await hovered("oppen-dorr", 3)
    holds("hover tells a reference's name", "Öppen dörr" in owner, owner.split("\n")[0])
    field = await hovered("method:", 2)
    holds("hover tells what a field is for", "`method`" in field and len(field) > 60, field[:60])

    offered = await client.text_document_completion_async(t.CompletionParams(**at("oppen-dorr", 0)))
    names = {i.label: i.detail for i in offered.items}
    holds("parties and groups are offered with their names", len(names) > 10 and "Öppen dörr" in (names.get("oppen-dorr") or ""), len(names))
    offered = await client.text_document_completion_async(t.CompletionParams(**at("status: ", 8)))
    holds("values are offered in words", "Pågår" in [i.detail for i in offered.items])

    await change(page.text.replace("status: ongoing\n", "\n"))
    offered = await client.text_document_completion_async(t.CompletionParams(page.id(), page.place("status: ongoing")))
    names = {i.label: i.detail for i in offered.items}
    holds("fields that are not there are offered in words", "status" in names and "title" not in names and "Status" in (names["status"] or ""), names)
    await change(page.text)

    found = await client.text_document_definition_async(t.DefinitionParams(**at("oppen-dorr", 3)))
    holds("a reference leads to where it is given", found.uri.endswith("agreement/parties.yaml"), found.uri[-24:])
    uses = await client.text_document_references_async(t.ReferenceParams(t.ReferenceContext(True), **at("oppen-dorr", 3)))
    holds("its uses are found", len({u.uri for u in uses}) > 1 and any(u.uri == page.uri for u in uses), len(uses))

    try:
        await client.text_document_rename_async(t.RenameParams(new_name="dorren", **at("oppen-dorr", 3)))
        holds("a published identifier is not renamed", False)
    except Exception as e:  # the client's error for a refused request
        holds("a published identifier is not renamed", "publicerats" in str(e), str(e)[:90])

    jumbled = page.text.replace("owner: oppen-dorr\n", "").replace("---\n", "---\nowner:   oppen-dorr\n", 1)
    await change(jumbled)
    laid = await client.text_document_formatting_async(t.DocumentFormattingParams(page.id(), t.FormattingOptions(2, True)))
    holds("formatting is that of samsyn fmt", laid and applied(jumbled, laid) == formatted(root, page, jumbled))
    await change(page.text)

    # What has not been published gets a new name in all files, and the content stays sound.
    parties = Page(root, "agreement/parties.yaml")
    new = parties.text.replace("  - id: oppen-dorr\n", "  - id: nykomlingen\n    name: Nykomlingen\n    kind: network\n  - id: oppen-dorr\n")
    client.text_document_did_open(t.DidOpenTextDocumentParams(t.TextDocumentItem(parties.uri, "yaml", 1, new)))
    await change(page.text.replace("owner: oppen-dorr", "owner: nykomlingen"))
    page.text = page.text.replace("owner: oppen-dorr", "owner: nykomlingen")
    made = await client.text_document_rename_async(t.RenameParams(new_name="nytt-namn", **at("nykomlingen", 3)))
    holds("a new identifier is renamed everywhere", made and {k: len(v) for k, v in made.changes.items()} == {page.uri: 1, parties.uri: 1}, made and {k[-24:]: len(v) for k, v in made.changes.items()})

    outside = t.TextDocumentIdentifier((root.parent / "other.yaml").as_uri())
    holds("another file is not answered for", await client.text_document_hover_async(t.HoverParams(outside, t.Position(0, 0))) is None)
    await client.shutdown_session()
    status = await client._server.wait() if getattr(client, "_server", None) else 0
    holds("it ends when the editor does", status == 0, status)


async def keystrokes(root, file, words):
    """What a key takes, from the change to what is told of it: the least of many, since
    others may have the machine. Ten letters that follow at once are looked at once."""
    client = make_test_lsp_client()
    await client.start_io(os.environ["SAMSYN"], "lsp", "--today", "2026-06-01")
    await client.initialize_session(t.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=root.as_uri(), workspace_folders=[t.WorkspaceFolder(root.as_uri(), "county")]))
    page = Page(root, file)
    client.text_document_did_open(t.DidOpenTextDocumentParams(t.TextDocumentItem(page.uri, "markdown", 1, page.text)))
    await eventually(lambda: page.uri in client.diagnostics)
    took = []
    for n in range(20):
        client.diagnostics.pop(page.uri, None)
        place, text = page.place(words), "" if n % 2 else "x"
        began = time.monotonic()
        # A key pressed, as an editor sends it; every other one takes the letter away again.
        client.text_document_did_change(t.DidChangeTextDocumentParams(t.VersionedTextDocumentIdentifier(n + 2, page.uri), [
            t.TextDocumentContentChangePartial(text=text, range=t.Range(place, t.Position(place.line, place.character + n % 2)))]))
        while page.uri not in client.diagnostics and time.monotonic() - began < 60:
            await asyncio.sleep(0.001)
        took.append(1000 * (time.monotonic() - began))
    await client.shutdown_session()
    took.sort()
    holds(f"a key in {root.name} takes at most 100 ms", took[0] <= 100, f"{took[0]:.0f} ms, half of them up to {took[10]:.0f} ms")


def framed(message):
    body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def hostile(root):
    """What no editor should send: the server answers with an error or not at all, and works
    on; where the next message begins can be told no more it ends by itself."""
    uri, begin = (root / "plans/2025/sprakvan.md").as_uri(), {"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": root.as_uri()}}
    beyond = {"textDocument": {"uri": uri}, "position": {"line": 99999, "character": 2**31 - 1}}
    strange = [
        {"id": 90, "method": "textDocument/hover", "params": {**beyond, "position": {"line": -1, "character": -7}}},
        *[{"id": 91 + n, "method": f"textDocument/{m}", "params": {**beyond, "newName": "x", "context": {}, "options": {}}} for n, m in enumerate(["hover", "completion", "definition", "references", "rename", "prepareRename"])],
        {"id": 80, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": uri}, "range": {"start": {"line": 9999, "character": 3}, "end": {"line": 1, "character": 0}}, "context": {"diagnostics": []}}},
        *[{"id": 70 + n, "method": "textDocument/hover", "params": {**beyond, "textDocument": {"uri": u}}} for n, u in enumerate(["file:///etc/passwd", f"{root.as_uri()}/../../etc/passwd", f"{root.as_uri()}/%2e%2e/%2e%2e/etc/passwd", "untitled:Untitled-1", "http://x.example/a.yaml", "file://host/share/x.yaml", ":", ""])],
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///etc/hosts.yaml", "languageId": "yaml", "version": 1, "text": "a: b"}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": {"start": {"line": 99999, "character": 9}, "end": {"line": 3, "character": 0}}, "text": "x"}]}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": "two"}, "contentChanges": "all"}},
        {"id": 60, "method": "textDocument/hover", "params": [1, 2]}, {"id": 61, "method": "textDocument/hover"}, {"id": 62, "method": "no/such"}, {"id": {"a": 1}, "method": "shutdownn"},
        b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"jsonrpc":"2.0","id":63,"method":7}', b"[" * 200_000, b'{"jsonrpc":"1.0","id":64,"method":"shutdown"}', b"",
        b" " * (17 << 20),  # longer than a message may be, and skipped
    ]
    said = talk(root, [begin, {"method": "initialized", "params": {}}, {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": "---\ntitle: A\n---\n"}}},
                       *strange, {"id": 99, "method": "shutdown"}, {"method": "exit"}])
    answers = {m.get("id"): m for m in said.messages if not isinstance(m.get("id"), dict)}
    holds("it lives through strange messages", 99 in answers and "error" not in answers[99] and said.status == 0, said.status)
    holds("each strange request is answered", {m["id"] for m in strange if isinstance(m, dict) and "id" in m and m["id"] != {"a": 1}} <= answers.keys(), sorted(k for k in answers if isinstance(k, int)))
    holds("nothing outside the content is told", not any("passwd" in json.dumps(m.get("result")) or "root:" in json.dumps(m) for m in said.messages))
    for name, raw in {"a length beyond all": b"Content-Length: 99999999999999999999\r\n\r\n", "a negative one": b"Content-Length: -5\r\n\r\n{}", "a huge one": b"Content-Length: 2147483648\r\n\r\n{}", "no header": b"hello\r\n\r\n", "a header without end": b"A: " + b"a" * 100_000}.items():
        holds(f"it ends by itself at {name}", talk(root, [begin, raw]).status in (1, 2))


def talk(root, messages):
    """Sends messages, raw ones as they are, and takes what is answered."""
    sent = b"".join(m if isinstance(m, bytes) and (m.startswith(b"Content") or b"\r\n" in m or len(m) == 100_003) else framed(m) for m in messages)
    done = subprocess.run([os.environ["SAMSYN"], "lsp"], input=sent, capture_output=True, timeout=300, cwd=root)
    found, rest = [], done.stdout
    while m := re.match(rb"Content-Length: (\d+)\r\n\r\n", rest):
        end = m.end() + int(m[1])
        found.append(json.loads(rest[m.end() : end]))
        rest = rest[end:]
    if b"panic" in done.stderr or b"goroutine" in done.stderr:
        wrong.append(f"it fell: {done.stderr[:300]}")
    return types.SimpleNamespace(messages=found, status=done.returncode)


def formatted(root, page, text):
    """What samsyn fmt makes of a text."""
    with tempfile.TemporaryDirectory() as other:
        copy = pathlib.Path(other) / "county"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".git"))
        file = copy / page.path.relative_to(root)
        file.write_text(text, encoding="utf-8")
        subprocess.run([os.environ["SAMSYN"], "-C", copy, "fmt"], check=True, capture_output=True)
        return file.read_text(encoding="utf-8")


def git(root, *args):
    who = ["-c", "user.name=Judge", "-c", "user.email=judge@samsyn.example"]
    subprocess.run(["git", "-C", root, *who, *args], check=True, capture_output=True)


with tempfile.TemporaryDirectory() as folder:
    county = pathlib.Path(folder).resolve() / "county"
    shutil.copytree(pathlib.Path(os.environ["ROOT"]) / "examples" / "storsjo", county)
    git(county, "init", "-q", "-b", "main")
    git(county, "add", "-A")
    git(county, "commit", "-q", "-m", "Start")
    asyncio.run(editor(county))
    hostile(county)
    asyncio.run(keystrokes(county, "plans/2025/sprakvan.md", "Språkvän"))
    kronoberg = pathlib.Path(folder).resolve() / "kronoberg"
    kronoberg.mkdir()
    for name in ("samsyn.yaml", "agreement", "plans"):
        (shutil.copytree if name != "samsyn.yaml" else shutil.copy)(pathlib.Path(os.environ["ROOT"]) / name, kronoberg / name)
    asyncio.run(keystrokes(kronoberg, "plans/2025/skill-up.md", "Skill"))
if wrong:
    sys.exit(1)
