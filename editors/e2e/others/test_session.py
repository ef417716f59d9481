"""A whole session over the bare protocol, with what other clients say that they can do.

What they can do is kept by pytest-lsp as they sent it; the messages go through its model of the protocol, not ours.
"""

import asyncio
import os
import pathlib
import shutil
import time

import pytest
import pytest_lsp
import xxhash
from lsprotocol import types as t
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

WORKSPACE = pathlib.Path(os.environ["E2E_WORKSPACE"])
SERVER = [os.environ["GRIFFIER_BIN"], "lsp", "--stdio"]
PATIENCE = 30
CLIENTS = ["neovim@0.11.0", "visual_studio_code@1.65.2", "emacs@29.1"]


@pytest_lsp.fixture(params=CLIENTS, config=ClientServerConfig(server_command=SERVER))
async def client(request, lsp_client: LanguageClient, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(WORKSPACE, folder, dirs_exist_ok=True)
    lsp_client.folder = folder
    profile = client_capabilities(request.param)
    refresh = getattr(profile.workspace, "diagnostics", None)
    lsp_client.pulls = bool(profile.text_document.diagnostic and refresh and refresh.refresh_support)
    # What pytest-lsp leaves to its user.
    lsp_client.feature(t.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    lsp_client.feature(t.CLIENT_UNREGISTER_CAPABILITY)(lambda params: None)
    await lsp_client.initialize_session(
        t.InitializeParams(
            capabilities=profile,
            workspace_folders=[t.WorkspaceFolder(uri=folder.as_uri(), name="werkmap")],
            root_uri=folder.as_uri(),
        )
    )
    yield
    await lsp_client.shutdown_session()


class Letter:
    """A letter as a client holds it, and questions about places in it."""

    def __init__(self, client, name):
        path = client.folder / "letters" / name
        self.client, self.uri, self.version = client, path.as_uri(), 1
        self.text = path.read_text()
        self.document = t.TextDocumentIdentifier(self.uri)
        item = t.TextDocumentItem(self.uri, "plaintext", self.version, self.text)
        client.text_document_did_open(t.DidOpenTextDocumentParams(item))

    def at(self, words):
        before = self.text[: self.text.index(words)]
        line = before.count("\n")
        # All before the words is in the Basic Multilingual Plane, so that characters are units of UTF-16.
        return t.Position(line, len(before) - before.rfind("\n") - 1)

    def range(self, words):
        start = self.at(words)
        return t.Range(start, t.Position(start.line, start.character + len(words)))

    def change(self, old, new):
        place = self.range(old)
        self.version += 1
        self.text = self.text.replace(old, new, 1)
        self.client.text_document_did_change(
            t.DidChangeTextDocumentParams(
                t.VersionedTextDocumentIdentifier(self.version, self.uri),
                [t.TextDocumentContentChangePartial(range=place, text=new)],
            )
        )

    async def findings(self, words, count):
        """The findings with these words, when they are so many: asked for where the client asks, else as they come."""
        end = time.monotonic() + PATIENCE
        while True:
            if self.client.pulls:
                params = t.DocumentDiagnosticParams(self.document)
                told = (await self.client.text_document_diagnostic_async(params)).items
            else:
                told = self.client.diagnostics.get(self.uri, [])
            found = [finding for finding in told if words in finding.message]
            if len(found) == count:
                return found
            assert time.monotonic() < end, f"waited {PATIENCE} s for {count} with {words!r}: {told}"
            await asyncio.sleep(0.05)


def titles(actions):
    return [action.title for action in actions or []]


@pytest.mark.asyncio
async def test_a_session(client: LanguageClient):
    letter = Letter(client, "fout.txt")
    wrong = await letter.findings("9368", 1)
    assert wrong[0].source == "griffier"
    assert wrong[0].range.start.line == letter.at("nr. 9368").line

    place = letter.at("29 521, nr. 385")
    hover = await client.text_document_hover_async(t.HoverParams(letter.document, place))
    assert "29 521, nr. 385" in hover.contents.value
    # Not a place beside it.
    nothing = await client.text_document_hover_async(t.HoverParams(letter.document, letter.at("In deze brief")))
    assert nothing is None

    found = await client.text_document_definition_async(t.DefinitionParams(letter.document, place))
    first = found[0] if isinstance(found, list) else found
    assert (getattr(first, "target_uri", None) or first.uri).endswith("kst-29521-385.txt")

    places = await client.text_document_references_async(
        t.ReferenceParams(t.ReferenceContext(include_declaration=False), letter.document, place)
    )
    assert {pathlib.Path(one.uri).name for one in places} >= {"fout.txt", "stand-van-zaken.txt", "concept.md"}

    symbols = await client.text_document_document_symbol_async(t.DocumentSymbolParams(letter.document))
    assert symbols
    links = await client.text_document_document_link_async(t.DocumentLinkParams(letter.document))
    assert links is None or all(link.range for link in links)
    papers = await client.workspace_symbol_async(t.WorkspaceSymbolParams("29521-385"))
    assert "29 521, nr. 385" in papers[0].name

    letter.change("nr. 9368", "nr. 368")
    await letter.findings("368", 0)

    letter.change("Kamerstuk 29 521, nr. 368", "Kamerstuk 295 21, nr. 368")
    broken = await letter.findings("295 21", 1)
    actions = await client.text_document_code_action_async(
        t.CodeActionParams(letter.document, broken[0].range, t.CodeActionContext(broken))
    )
    assert any("29 521" in title for title in titles(actions))

    state = await client.protocol.send_request_async("griffier/documentState", {"textDocument": {"uri": letter.uri}})
    assert (state.version, state.hash) == (letter.version, xxhash.xxh3_64_hexdigest(letter.text.encode()))


@pytest.mark.asyncio
async def test_a_note(client: LanguageClient):
    letter = Letter(client, "stand-van-zaken.txt")
    passage = letter.range("In deze brief")
    start, end = passage.start, passage.end
    argument = {
        "uri": letter.uri,
        "range": {
            "start": {"line": start.line, "character": start.character},
            "end": {"line": end.line, "character": end.character},
        },
        "body": "Klopt dit?",
        "tags": ["vraag"],
    }
    note = await client.workspace_execute_command_async(t.ExecuteCommandParams("griffier.note.add", [argument]))
    assert note

    hover = await client.text_document_hover_async(t.HoverParams(letter.document, start))
    assert "Klopt dit?" in hover.contents.value
    marks = await client.text_document_document_highlight_async(t.DocumentHighlightParams(letter.document, start))
    assert marks[0].range.start == start
    found = await client.workspace_symbol_async(t.WorkspaceSymbolParams("@klopt"))
    assert len(found) == 1

    away = {"uri": letter.uri, "id": note}
    await client.workspace_execute_command_async(t.ExecuteCommandParams("griffier.note.delete", [away]))
    gone = await client.text_document_hover_async(t.HoverParams(letter.document, start))
    assert gone is None
    client.text_document_did_close(t.DidCloseTextDocumentParams(letter.document))
