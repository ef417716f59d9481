//! Between our terms and those of LSP: spans and ranges, files and addresses, edits.
//!
//! Nothing is decided here, save for what a client that takes less is given instead.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::gen_lsp_types::Uri;

use crate::analysis::{Edit, Severity};
use crate::text::{Buffer, Position, PositionEncoding, Range, Span};

use super::capabilities::ClientFacts;

/// A place as LSP has it.
pub(super) const fn position(position: Position) -> lsp::Position {
    lsp::Position { line: position.line, character: position.column }
}

/// A place as we have it.
pub(super) const fn read_position(position: lsp::Position) -> Position {
    Position::new(position.line, position.character)
}

/// A stretch of a text as LSP has it.
pub(super) fn range(buffer: &Buffer, span: Span, encoding: PositionEncoding) -> lsp::Range {
    let Range { start, end } = buffer.range(span, encoding);
    lsp::Range { start: position(start), end: position(end) }
}

/// The byte at a place; a line behind the last one is none.
pub(super) fn offset(buffer: &Buffer, place: lsp::Position, encoding: PositionEncoding) -> Option<usize> {
    buffer.offset(read_position(place), encoding).ok()
}

/// The bytes of a stretch; one that runs over the end of the text ends there, as the range of a whole document often does.
pub(super) fn span(buffer: &Buffer, range: lsp::Range, encoding: PositionEncoding) -> Option<Span> {
    let start = offset(buffer, range.start, encoding)?;
    let end = offset(buffer, range.end, encoding).unwrap_or(buffer.len());
    Some(Span::new(start.min(end), start.max(end)))
}

/// The file that an address names. `file:///c%3A/brieven/a.txt` is one on Windows.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme() == "file" && !is_nameless(uri) { uri.to_file_path().ok() } else { None }
}

/// Whether an address names nothing: `file://`, by which Neovim calls every buffer that has no name yet.
/// It can be asked about, but what we say of it by its address would go to a buffer called `/`.
pub(super) fn is_nameless(uri: &Uri) -> bool {
    uri.scheme() == "file" && uri.path() == "/" && !uri.has_host()
}

/// The address of a file; `None` where its path is not absolute.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path).ok()
}

/// How grave a finding is, as LSP has it.
pub(super) const fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
        Severity::Info => lsp::DiagnosticSeverity::Information,
        Severity::Hint => lsp::DiagnosticSeverity::Hint,
    }
}

/// Edits of one document, bound to its version where the client knows that.
pub(super) fn workspace_edit(
    edits: &[Edit],
    (uri, buffer, version): (&Uri, &Buffer, i32),
    facts: &ClientFacts,
) -> lsp::WorkspaceEdit {
    let edits = edits.iter().map(|edit| lsp::TextEdit {
        range: range(buffer, edit.span, facts.encoding),
        new_text: edit.text.clone(),
    });
    if facts.versioned_edits {
        let document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: Some(version),
            text_document_identifier: lsp::TextDocumentIdentifier { uri: uri.clone() },
        };
        let edits = edits.map(lsp::Edit::TextEdit).collect();
        let change = lsp::TextDocumentEdit { text_document: document, edits };
        return lsp::WorkspaceEdit {
            document_changes: Some(vec![change.into()]),
            ..lsp::WorkspaceEdit::default()
        };
    }
    lsp::WorkspaceEdit {
        changes: Some(HashMap::from([(uri.clone(), edits.collect())])),
        ..lsp::WorkspaceEdit::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const LETTER: &str = "Zie 😀 (Kamerstuk\r\n29 521, nr. 385).\r\n";

    fn letter() -> (Uri, Buffer) {
        (Uri::parse("file:///brieven/a.txt").unwrap(), Buffer::new(LETTER))
    }

    #[test]
    fn a_span_over_two_lines_in_each_encoding() {
        let (_, buffer) = letter();
        let citation = Span::new(LETTER.find("Kamerstuk").unwrap(), LETTER.find(").").unwrap());
        for (encoding, column) in
            [(PositionEncoding::Utf8, 10), (PositionEncoding::Utf16, 8), (PositionEncoding::Utf32, 7)]
        {
            let there = range(&buffer, citation, encoding);
            assert_eq!((there.start.line, there.start.character), (0, column));
            assert_eq!((there.end.line, there.end.character), (1, 15));
            assert_eq!(span(&buffer, there, encoding), Some(citation));
        }
    }

    #[test]
    fn a_range_over_the_end_is_the_rest_of_the_text() {
        let (_, buffer) = letter();
        let whole = lsp::Range {
            start: lsp::Position { line: 0, character: 0 },
            end: lsp::Position { line: u32::MAX, character: 0 },
        };
        assert_eq!(span(&buffer, whole, PositionEncoding::Utf16), Some(Span::new(0, LETTER.len())));
        assert_eq!(offset(&buffer, whole.end, PositionEncoding::Utf16), None);
    }

    #[test]
    fn addresses_with_spaces_and_marks() {
        let path = if cfg!(windows) { r"C:\brieven\één brief.txt" } else { "/brieven/één brief.txt" };
        let uri = uri_of(Path::new(path)).unwrap();
        assert!(uri.as_str().ends_with("/brieven/%C3%A9%C3%A9n%20brief.txt"), "{uri}");
        assert_eq!(path_of(&uri).unwrap(), Path::new(path));
        assert_eq!(path_of(&Uri::parse("untitled:Untitled-1").unwrap()), None);
        assert_eq!(path_of(&Uri::parse("file://").unwrap()), None);
        assert_eq!(path_of(&Uri::parse("griffier:///kst-29521-385.md").unwrap()), None);
        assert_eq!(uri_of(Path::new("brief.txt")), None);
    }

    #[cfg(windows)]
    #[test]
    fn a_drive_whose_colon_is_escaped() {
        let path = path_of(&Uri::parse("file:///c%3A/brieven/a.txt").unwrap()).unwrap();
        assert_eq!(path, Path::new(r"c:\brieven\a.txt"));
    }

    #[test]
    fn edits_name_the_version_where_the_client_knows_it() {
        let (uri, buffer) = letter();
        let edits = [Edit { span: Span::new(0, 3), text: "zie".to_owned() }];
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 3}});
        let edit = json!([{"range": range, "newText": "zie"}]);
        let mut facts = ClientFacts::default();
        let of = |facts: &ClientFacts| {
            serde_json::to_value(workspace_edit(&edits, (&uri, &buffer, 4), facts)).unwrap()
        };
        assert_eq!(of(&facts), json!({"changes": {"file:///brieven/a.txt": edit}}));
        facts.versioned_edits = true;
        let document = json!({"uri": "file:///brieven/a.txt", "version": 4});
        assert_eq!(of(&facts), json!({"documentChanges": [{"textDocument": document, "edits": edit}]}));
    }
}
