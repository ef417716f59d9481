//! The two chambers.

use std::fmt;

/// Which chamber (kamer) a paper belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kamer {
    /// The Eerste Kamer, the senate; `I` or `EK` in citations.
    Eerste,
    /// The Tweede Kamer; `II` or `TK` in citations.
    Tweede,
    /// Both together, the Verenigde Vergadering.
    Verenigd,
}

impl Kamer {
    /// The code in official identifiers: `ek`, `tk` or `vv`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eerste => "ek",
            Self::Tweede => "tk",
            Self::Verenigd => "vv",
        }
    }

    /// Reads the code of official identifiers, in either case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Eerste, Self::Tweede, Self::Verenigd]
            .into_iter()
            .find(|kamer| kamer.code().eq_ignore_ascii_case(code))
    }

    /// Reads what people write in front matter and in lists: `Tweede Kamer`, `tweede`, `TK`, `II`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "tweede kamer" | "tweede" | "tk" | "ii" => Some(Self::Tweede),
            "eerste kamer" | "eerste" | "ek" | "i" => Some(Self::Eerste),
            "verenigde vergadering" | "vv" => Some(Self::Verenigd),
            _ => None,
        }
    }
}

impl fmt::Display for Kamer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Eerste => "Eerste Kamer",
            Self::Tweede => "Tweede Kamer",
            Self::Verenigd => "Verenigde Vergadering",
        })
    }
}
