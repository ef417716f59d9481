//! The citations of a letter are found whatever Word does to it: cut into runs, changed, commented on, in fields, tables, boxes and notes.

use proptest::prelude::*;

use griffier::citation::Recognised;
use griffier::import::{Source, letter};
use griffier::letter::Format;

use crate::cases::cases;
use crate::document;
use crate::writer::{Word, escaped, field, paragraph, run, table, text_box};

/// Citations, and what they mean.
const CITATIONS: [(&str, &str); 9] = [
    ("Kamerstuk 29 521, nr. 385", "kst-29521-385"),
    ("Kamerstukken II 2019/20, 29 521, nr. 404, p. 3", "kst-29521-404"),
    ("Kamerstukken II 2019-2020, 31 839, nr. 12", "kst-31839-12"),
    ("Kamerstuk 36 410 VI, nr. 12", "kst-36410-VI-12"),
    ("Kamerstukken I 2020/21, 35 570, C", "kst-35570-C"),
    ("Aanhangsel Handelingen II 2014/15, nr. 1241", "ah-tk-20142015-1241"),
    ("Stb. 2018, 247", "stb-2018-247"),
    ("ECLI:NL:RVS:2024:3946", "ECLI:NL:RVS:2024:3946"),
    ("kst-29521-386", "kst-29521-386"),
];

/// How a piece of a sentence stands in the file.
#[derive(Clone, Debug)]
enum Piece {
    Plain,
    Bold,
    Inserted,
    Control,
    SmartTag,
    Field,
    Simple,
    /// With something in front of it that is no text.
    AfterDeleted,
    AfterComment,
    AfterBookmark,
    AfterHidden,
    /// With a place where the word may be broken.
    AfterSoftHyphen,
}

/// Where a sentence stands.
#[derive(Clone, Debug)]
enum Stand {
    Paragraph,
    Footnote,
    Endnote,
    Cell,
    Frame,
    TextBox,
    Heading,
    Control,
    Inserted,
}

#[derive(Clone, Debug)]
struct Sentence {
    citation: usize,
    stand: Stand,
    /// Where it is cut, in signs behind the cut before, and how the piece behind the cut stands.
    cuts: Vec<(usize, Piece)>,
    /// Whether blanks and hyphens are those that no line is broken at.
    no_break: bool,
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        4 => Just(Piece::Plain),
        1 => Just(Piece::Bold),
        1 => Just(Piece::Inserted),
        1 => Just(Piece::Control),
        1 => Just(Piece::SmartTag),
        1 => Just(Piece::Field),
        1 => Just(Piece::Simple),
        1 => Just(Piece::AfterDeleted),
        1 => Just(Piece::AfterComment),
        1 => Just(Piece::AfterBookmark),
        1 => Just(Piece::AfterHidden),
        1 => Just(Piece::AfterSoftHyphen),
    ]
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let stand = prop_oneof![
        4 => Just(Stand::Paragraph),
        2 => Just(Stand::Footnote),
        1 => Just(Stand::Endnote),
        1 => Just(Stand::Cell),
        1 => Just(Stand::Frame),
        1 => Just(Stand::TextBox),
        1 => Just(Stand::Heading),
        1 => Just(Stand::Control),
        1 => Just(Stand::Inserted),
    ];
    let cuts = prop::collection::vec((1..9_usize, piece()), 0..12);
    (0..CITATIONS.len(), stand, cuts, any::<bool>()).prop_map(|(citation, stand, cuts, no_break)| Sentence {
        citation,
        stand,
        cuts,
        no_break,
    })
}

/// The words of a run, with the hyphens that Word has an element for.
fn text(words: &str, look: &str) -> String {
    let words = escaped(words).replace('\u{2011}', r#"</w:t><w:noBreakHyphen/><w:t xml:space="preserve">"#);
    format!(r#"<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>"#)
}

fn runs(words: &str, cuts: &[(usize, Piece)]) -> String {
    let signs: Vec<char> = words.chars().collect();
    let mut runs = String::new();
    let mut at = 0_usize;
    let mut stands = &Piece::Plain;
    for (len, next) in cuts.iter().map(|(len, piece)| (*len, piece)).chain([(usize::MAX, &Piece::Plain)]) {
        let end = at.saturating_add(len).min(signs.len());
        let words: String = signs[at..end].iter().collect();
        let one = text(&words, "");
        runs += &match stands {
            Piece::Plain => one,
            Piece::Bold => text(&words, "<w:rPr><w:b/></w:rPr>"),
            Piece::Inserted => format!(r#"<w:ins w:id="1" w:author="a">{one}</w:ins>"#),
            Piece::Control => format!("<w:sdt><w:sdtPr/><w:sdtContent>{one}</w:sdtContent></w:sdt>"),
            Piece::SmartTag => format!("<w:smartTag>{one}</w:smartTag>"),
            Piece::Field => field(" REF _a \\h ", &one),
            Piece::Simple => format!(r#"<w:fldSimple w:instr=" DOCPROPERTY b ">{one}</w:fldSimple>"#),
            Piece::AfterDeleted => {
                r#"<w:del w:id="2"><w:r><w:delText xml:space="preserve"> (Kamerstuk 31 066, nr. 1)</w:delText></w:r></w:del>"#
                    .to_owned()
                    + &one
            }
            Piece::AfterComment => {
                r#"<w:commentRangeStart w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>"#.to_owned() + &one
            }
            Piece::AfterBookmark => {
                r#"<w:bookmarkStart w:id="4" w:name="c"/><w:proofErr w:type="gramStart"/>"#.to_owned() + &one
            }
            Piece::AfterHidden => text("Kamerstuk 31 066, nr. 2", "<w:rPr><w:vanish/></w:rPr>") + &one,
            Piece::AfterSoftHyphen => "<w:r><w:softHyphen/></w:r>".to_owned() + &one,
        };
        at = end;
        stands = next;
    }
    runs
}

fn file(sentences: &[Sentence]) -> (Word, Vec<String>) {
    let mut word = Word::new("");
    let mut meant = Vec::new();
    for sentence in sentences {
        let (citation, id) = CITATIONS[sentence.citation];
        meant.push(id.to_owned());
        let mut words = format!("Zoals gemeld ({citation}) is de brug gereed.");
        if sentence.no_break {
            words = words.replace(' ', "\u{A0}");
            // Identifiers and sessions have hyphens.
            words = words.replace('-', "\u{2011}");
        }
        let runs = runs(&words, &sentence.cuts);
        let whole = paragraph(&runs);
        let body = match sentence.stand {
            Stand::Paragraph => whole,
            Stand::Footnote => {
                let mark = word.footnote(&whole);
                paragraph(&(run("Zie daar") + &mark + &run(".")))
            }
            Stand::Endnote => {
                let mark = word.endnote(&whole);
                paragraph(&(run("Zie het eind") + &mark))
            }
            Stand::Cell => table(&[
                &[&paragraph(&run("Links")), &whole],
                &[&whole.replace(&runs, &run("Onder")), &paragraph("")],
            ]),
            Stand::Frame => table(&[&[&whole]]),
            Stand::TextBox => paragraph(&(run("Ernaast.") + &text_box(&whole))),
            Stand::Heading => format!(r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{runs}</w:p>"#),
            Stand::Control => format!("<w:sdt><w:sdtPr/><w:sdtContent>{whole}</w:sdtContent></w:sdt>"),
            Stand::Inserted => {
                format!(
                    r#"<w:p><w:pPr><w:rPr><w:ins w:id="9"/></w:rPr></w:pPr><w:ins w:id="10">{runs}</w:ins></w:p>"#
                )
            }
        };
        word.body += &body;
    }
    (word, meant)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn citations_are_those_of_the_source(sentences in prop::collection::vec(sentence(), 1..8)) {
        let (word, mut meant) = file(&sentences);
        let letter = letter(&document(&word), &Source::new("brief.docx", b""));
        let recognised = Recognised::new(letter.text.as_str().into(), Format::Markdown, None::<&std::path::Path>);
        let reading = recognised.alone();
        let mut found: Vec<String> = Vec::new();
        for citation in reading.citations.iter() {
            for target in &citation.targets {
                found.push(target.id.to_string());
            }
        }
        meant.sort();
        found.sort();
        prop_assert_eq!(found, meant, "{}", letter.text);
    }
}
