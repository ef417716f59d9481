//! Settings as they stand in `griffier.toml`.

use std::path::Path;

use crate::identifier::SessionYear;

use super::{CatalogueConfig, Coverage};

/// A text between quotation marks.
#[must_use]
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A list of what exists, as a table of its own.
#[must_use]
pub fn catalogue_table(catalogue: &CatalogueConfig) -> String {
    let path = path(&catalogue.path);
    let coverage: Vec<_> = catalogue.coverage.iter().map(coverage).collect();
    let coverage =
        if coverage.is_empty() { String::new() } else { format!("coverage = [{}]\n", coverage.join(", ")) };
    format!("[[corpus.catalogue]]\npath = {path}\n{coverage}")
}

/// A path reads the same on every system.
fn path(path: &Path) -> String {
    let text = path.display().to_string();
    quoted(&if cfg!(windows) { text.replace('\\', "/") } else { text })
}

fn coverage(coverage: &Coverage) -> String {
    let mut parts = vec![format!("family = {}", quoted(&coverage.family))];
    parts.extend(coverage.from_dossier.map(|dossier| format!("from-dossier = {dossier}")));
    let session =
        |session: SessionYear| format!("from-session = \"{}-{}\"", session.first(), session.second());
    parts.extend(coverage.from_session.map(session));
    parts.push(format!("until = \"{}\"", coverage.until));
    format!("{{ {} }}", parts.join(", "))
}
