//! `unverified-document`: a paper of which no list can say whether it exists.

use crate::analysis::Severity;
use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::messages::Message;

use super::absence::{self, Absent};

/// A hint with a code of its own, so that who has no list of old dossiers can turn it off and keep the rest.
pub(super) static RULE: Rule = Rule {
    code: "unverified-document",
    group: Group::Existence,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "Zie de brief over de integratie (Kamerstuk 19 637, nr. 3198).",
        "Zie de brief over de integratie (Kamerstuk 19 637, nr. 3199).",
    )
    .beside("-- corpus\nkst-19637-3199 kst-29521-1..492")],
    fixes: Fixes::None,
    check: |subject| {
        absence::findings(&RULE, subject, Absent::Unverified, |case| {
            Message::new("unverified-document").with("paper", case.target.id.printed())
        })
    },
};

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn what_no_list_covers_could_not_be_verified() {
        check(
            "
            Zie Kamerstuk 19 637, nr. 3198, en Kamerstuk 19 637, nr. 3199.
                                      ^^^^ hint: 19 637, nr. 3198 kon niet worden nagegaan: geen lijst is volledig voor dit dossier
            -- corpus
            kst-19637-3199
            ",
        );
    }
}
