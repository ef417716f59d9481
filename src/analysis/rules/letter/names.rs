//! What the rules about names that a letter gives share: where such a name is used.

use crate::analysis::Subject;
use crate::citation::DefinedName;
use crate::text::Span;

/// Whether a name can be nothing but itself: it begins with a capital or holds one, `Missiebrief`, `SodM`.
pub(super) fn is_proper(text: &str, defined: &DefinedName) -> bool {
    let name = defined.name.of(text);
    let last = name.rsplit(char::is_whitespace).next().unwrap_or(name);
    name.chars().count() >= 3 && last.chars().any(char::is_uppercase)
}

/// Where the name stands as a word within some bytes of the letter.
pub(super) fn uses<'a>(
    subject: &'a Subject<'_>,
    defined: &DefinedName,
    within: Span,
) -> impl Iterator<Item = Span> + 'a {
    let text = &*subject.reading.text;
    let name = defined.name.of(text).to_owned();
    let found: Vec<usize> =
        memchr::memmem::find_iter(within.of(text).as_bytes(), &name).map(|at| within.start + at).collect();
    found.into_iter().map(move |start| Span::new(start, start + name.len())).filter(move |span| {
        let joins = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.' | '@' | '/');
        let before = text[..span.start].chars().next_back();
        let behind = text[span.end..].chars().next();
        let stop = behind == Some('.');
        !before.is_some_and(joins) && (stop || !behind.is_some_and(joins)) && !subject.is_silent(*span)
    })
}
