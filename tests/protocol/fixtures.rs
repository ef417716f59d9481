//! A small workspace: two papers of dossier 29 521, a list of what exists, and letters that cite them.
//!
//! Dossiers and numbers are real; the texts were written for the tests.

/// The workspace's configuration.
pub(crate) const TOML: &str = r#"
[corpus]
letters = ["letters"]

[[corpus.catalogue]]
path = "lijst.txt"
coverage = [{ family = "kst", from-dossier = 29000, until = "2025-02-15" }]
"#;

/// What exists, as far as these tests go.
pub(crate) const LIST: &str = "\
kst-29251-1
kst-29251-2
kst-29521-368
kst-29521-385
kst-29521-403
kst-29521-404
kst-29521-492
kst-34952-1
kst-36410-1
";

/// The paper that everybody cites, in the layout of the official print.
pub(crate) const PAPER_385: &str = "\
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2018–2019

29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 5 september 2019

Hierbij stellen wij uw Kamer ervan in kennis dat het kabinet onderzoekt of
Nederland kan bijdragen aan een taakgroep in de Sahel (Kamerstuk 29 521,
nr. 368).

De Minister van Buitenlandse Zaken,
S.A. Blok
";

/// Another paper, in Markdown.
pub(crate) const PAPER_368: &str = "\
---
dossiers: [29521]
number: 368
kind: Brief regering
chamber: Tweede Kamer
session: 2017-2018
date: 2018-09-14
title: Nederlandse bijdrage aan MINUSMA
---

# Nederlandse bijdrage aan MINUSMA

Met deze brief informeren wij uw Kamer over de bijdrage aan MINUSMA.
";

/// A letter as an office writes it: lines broken by hand with a space left behind, and a citation that runs over one of them.
/// The signs before it on its line count differently in every encoding.
pub(crate) const LETTER: &str = "\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 27 maart 2020

Over de taakgroep bent u – 😀𝄞 – eerder geïnformeerd (Kamerstuk 
29 521, nr. 385) 🇪🇺 en daarvoor al in algemene zin (Kamerstuk 29 521, nr. 368).
De missies zijn in samenhang bezien (Kamerstukken 29 521, nrs. 368, 385 en 403).

De Minister van Defensie
";

/// All of it as files.
pub(crate) const WORKSPACE: [(&str, &str); 5] = [
    ("griffier.toml", TOML),
    ("lijst.txt", LIST),
    ("letters/kst-29521-385.txt", PAPER_385),
    ("letters/kst-29521-368.md", PAPER_368),
    ("brief.txt", LETTER),
];
