"""pytest-lsp's client plays an editor on the county that uses every field."""

import asyncio
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

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
    for _ in range(600):
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
if wrong:
    sys.exit(1)
