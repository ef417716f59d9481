//! The ways of referring that are known, each with a passage that ends in one: the citation that it rests on stands in front.

use crate::citation::{Example, Form};

/// All of them, for the documentation and the tests. An example means what its last citation means.
pub(in crate::citation) static FORMS: &[Form] = &[
    Form {
        code: "number-of-a-paper-before",
        examples: &[
            Example {
                printed: "De Kamer nam een motie aan (Kamerstuk 29 453, nr. 469). De motie op stuk nr. 469 wordt uitgevoerd.",
                means: "kst-29453-469",
            },
            Example {
                printed: "De voortgang is gemeld (Kamerstuk 31 293, nr. 402). Het amendement van het lid De Vries (nr. 8) volgt.",
                means: "kst-31293-8",
            },
        ],
    },
    Form {
        code: "the-same-again",
        examples: &[Example {
            printed: "De toelichting zegt dat (Kamerstukken II 2015/16, 34 442, nr. 3, p. 7; idem, p. 9).",
            means: "kst-34442-3 p. 9",
        }],
    },
    Form {
        code: "paper-mentioned-before",
        examples: &[Example {
            printed: "Over de missie schreef ik een brief (Kamerstuk 29 521, nr. 385). In genoemde brief staat het mandaat.",
            means: "kst-29521-385",
        }],
    },
    Form {
        code: "name-that-the-letter-gave",
        examples: &[Example {
            printed: "Ik schreef u over de missie (Kamerstuk 29 521, nr. 385; hierna: de Missiebrief). Volgens de Missiebrief duurt zij een jaar.",
            means: "kst-29521-385",
        }],
    },
    Form {
        code: "paper-of-a-date",
        examples: &[Example {
            printed: "De brief van 17 maart 2020 (Kamerstuk 29 521, nr. 385) is besproken. In de brief van 17 maart 2020 staat het mandaat.",
            means: "kst-29521-385",
        }],
    },
    Form {
        code: "motion-by-name",
        examples: &[Example {
            printed: "De motie-Van Dijk c.s. (Kamerstuk 29 521, nr. 412) is aangenomen. De motie-Van Dijk vraagt om een plan.",
            means: "kst-29521-412",
        }],
    },
];
