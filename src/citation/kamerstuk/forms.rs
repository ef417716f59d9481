//! The forms of Kamerstukken that a keyword announces, with an example or more of each.

use crate::citation::{Example, Form};

/// Behind `Kamerstuk` and its like.
pub(super) const KEYWORD: &[Form] = &[
    Form {
        code: "house-style",
        examples: &[
            Example { printed: "Kamerstuk 29 521, nr. 385", means: "kst-29521-385" },
            Example { printed: "Kamerstuk 36 410 VI, nr. 12", means: "kst-36410-VI-12" },
            Example { printed: "Kamerstuk 21 501-02, nr. 2870", means: "kst-21501-02-2870" },
            Example { printed: "Kamerstuk 36 410 A, nr. 51", means: "kst-36410-A-51" },
        ],
    },
    Form {
        code: "chamber-and-session",
        examples: &[
            Example { printed: "Kamerstukken II 2009/10, 32450, nr. 3, p. 17", means: "kst-32450-3 p. 17" },
            Example {
                printed: "Kamerstukken Tweede Kamer, vergaderjaar 2019–2020, 35 526, nr. 3, blz. 4 e.v.",
                means: "kst-35526-3 p. 4 e.v.",
            },
            Example { printed: "Kamerstukken (II) 2020/2021, 35 845 nr. 6", means: "kst-35845-6" },
        ],
    },
    Form {
        code: "eerste-kamer-letter",
        examples: &[
            Example { printed: "Kamerstukken I 2014/15, 33 802, C, p. 3", means: "kst-33802-C p. 3" },
            Example { printed: "Kamerstuk 34 430, nr. AB", means: "kst-34430-AB" },
            Example { printed: "Kamerstukken I 2008/09, 31 700 VI, D", means: "kst-20082009-31700-VI-D" },
            Example { printed: "Kamerstukken I 1995/96, 23 700, nr. 188b", means: "kst-19951996-23700-188b" },
        ],
    },
    Form {
        code: "several-numbers",
        examples: &[
            Example {
                printed: "Kamerstuk 29 754, nrs. 520, 544 en 548",
                means: "kst-29754-520; kst-29754-544; kst-29754-548",
            },
            Example {
                printed: "Kamerstuk 29 521, nrs. 1 t/m 3, p. 2",
                means: "kst-29521-1 p. 2; kst-29521-2 p. 2; kst-29521-3 p. 2",
            },
            Example {
                printed: "Kamerstukken II 2009/10, 32 123 VI, nr. 2, p. 15; nr. 7, p. 5-6",
                means: "kst-32123-VI-2 p. 15; kst-32123-VI-7 p. 5-6",
            },
        ],
    },
    Form {
        code: "several-papers",
        examples: &[
            Example {
                printed: "Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207",
                means: "kst-23645-811; kst-29984-1207",
            },
            Example {
                printed: "Kamerstukken II 2021/22, 36 021, nr. 6; I 2022/23, 36 021, B",
                means: "kst-36021-6; kst-36021-B",
            },
            Example {
                printed: "Kamerstukken I 2001/2002, 27 751 (300, 300a); 2002/2003, 27 751 (14, 14b)",
                means: "kst-20012002-27751-300; kst-20012002-27751-300a; kst-20022003-27751-14; kst-20022003-27751-14b",
            },
        ],
    },
    Form {
        code: "joint-paper",
        examples: &[
            Example { printed: "Kamerstukken 29 521 en 34 952, nr. 403", means: "kst-29521-403 with 34952" },
            Example {
                printed: "Kamerstukken 36 600 B en 36 600 C, nr. 6",
                means: "kst-36600-B-6 with 36600-C",
            },
        ],
    },
    Form {
        code: "whole-dossier",
        examples: &[
            Example { printed: "Kamerstuk 34 986", means: "dossier/34986" },
            Example { printed: "Kamerstukken II 1993/94-1996/97, 23 761", means: "dossier/23761" },
            Example { printed: "Kamerdossier 35 570", means: "dossier/35570" },
        ],
    },
    Form {
        code: "keyword-dash",
        examples: &[
            Example { printed: "Kamerstuk 31865-207", means: "kst-31865-207" },
            Example { printed: "Kamerstuk 35570-XIV-46", means: "kst-35570-XIV-46" },
            Example { printed: "Kamerstuk 29 521 (nr. 385)", means: "kst-29521-385" },
        ],
    },
    Form {
        code: "words-between",
        examples: &[
            Example {
                printed: "Kamerstukken II 2007/08, 31 386, nr. 3, Memorie van Toelichting, p. 10",
                means: "kst-31386-3 p. 10",
            },
            Example { printed: "Kamerstuk 35 526, nr. 3 (bijlage IV), blz. 21", means: "kst-35526-3 p. 21" },
            Example { printed: "Kamerstuk 35 526 (Tijdelijke wet), nr. 3", means: "kst-35526-3" },
            Example { printed: "Kamerstuk 24 587, motie-Van Nispen c.s., nr. 969", means: "kst-24587-969" },
        ],
    },
    Form {
        code: "bill-for-the-kingdom",
        examples: &[
            Example { printed: "Kamerstuk 34 632 (R2080), nr. 7", means: "kst-34632-7" },
            Example { printed: "Kamerstuk 33 852 (R2023), nr. 6", means: "kst-33852-R2023-6" },
        ],
    },
    Form {
        code: "named-chamber",
        examples: &[
            Example {
                printed: "Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198",
                means: "kst-19637-3198",
            },
            Example { printed: "Eerste Kamer, vergaderjaar 2020–2021, 35 526, C", means: "kst-35526-C" },
        ],
    },
    Form {
        code: "annex-to-the-record",
        examples: &[Example {
            printed: "Bijl. Hand. II 1985/86, 19 559, nr. 6, blz. 7",
            means: "kst-19559-6 p. 7",
        }],
    },
    Form {
        code: "document-called-kamerstuk",
        examples: &[Example {
            printed: "Kamerstuk 2024D28457",
            means: "tkd:2024D28457 !wrong-kind «Kamerstuk»",
        }],
    },
];

/// Behind a short keyword.
pub(super) const BEFORE_NUMBER: &[Form] = &[Form {
    code: "short-keyword",
    examples: &[
        Example { printed: "TK 2006/2007, 30 959, nr. 5", means: "kst-30959-5" },
        Example { printed: "TK vergaderjaar 2023–2024, 36 410 XVI, nr. 116", means: "kst-36410-XVI-116" },
        Example { printed: "EK 33 802, C", means: "kst-33802-C" },
        Example { printed: "Kst. 29 521, nr. 385", means: "kst-29521-385" },
        Example { printed: "Parl. St. II 2019/20, 35 526, nr. 3", means: "kst-35526-3" },
        Example { printed: "vergaderjaar 2019–2020, 35 300 XV, nr. 28", means: "kst-35300-XV-28" },
    ],
}];
