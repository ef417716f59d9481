//! Properties of the recogniser: what print, extraction and markup put between the parts of a citation does not change what it means, and no text brings it down.

use std::path::Path;

use griffier::citation::Reading;
use griffier::letter::Format;
use proptest::prelude::*;

/// What the separator may swallow, where a blank stands in print.
const SEPARATORS: [&str; 13] =
    [" ", "  ", "\u{A0}", "\u{202F}", "\n", " \n", "\r\n", "\n  ", "\n> ", "&nbsp;", "\u{AD}\n", "* ", " **"];

/// Citations with `_` where a separator stands, and what they mean.
const CITATIONS: [(&str, &str); 19] = [
    ("Kamerstuk_29_521,_nr._385", "kst-29521-385"),
    ("Kamerstukken_29_521_en_34_952,_nr._403", "kst-29521-403"),
    ("Kamerstukken_II_2019/20,_29_521,_nr._404,_p._3", "kst-29521-404 p. 3"),
    ("Kamerstukken_I_2014/15,_33_802,_C", "kst-33802-C"),
    ("Kamerstuk_36_410_VI,_nrs._12,_14_en_16", "kst-36410-VI-12 kst-36410-VI-14 kst-36410-VI-16"),
    ("Kamerstuk_21_501-02,_nr._2870", "kst-21501-02-2870"),
    ("Kamerstuk_34_632_(R2080),_nr._7", "kst-34632-7"),
    ("Kamerstukken_23_645,_nr._811_en_29_984,_nr._1207", "kst-23645-811 kst-29984-1207"),
    ("Kamerstukken_II,_vergaderjaar_2022–2023,_36_229,_nr._29,_blz._4_e.v.", "kst-36229-29 p. 4 e.v."),
    ("Stb._2018,_247_en_250", "stb-2018-247 stb-2018-250"),
    ("Staatscourant_van_3_mei_2019,_nr._24563", "stcrt-2019-24563"),
    ("Trb._1951,_154,_p._3", "trb-1951-154 p. 3"),
    ("verordening_(EU)_nr._575_/_2013", "celex:32013R0575"),
    ("Richtlijn_2014/24/EU_en_2014/25/EU", "celex:32014L0024 celex:32014L0025"),
    ("richtlijn_van_de_Raad_van_5_april_1993_(93/13/EEG)", "celex:31993L0013"),
    ("SWD_(2021)_12", "celex:52021SC0012"),
    ("ECLI_:_NL_:_RVS_:_2021_:_1507", "ECLI:NL:RVS:2021:1507"),
    ("kst-29521-_385", "kst-29521-385"),
    ("jci1.3:_c:_BWBR0005537", "bwb:BWBR0005537"),
];

fn meaning(text: &str) -> (Vec<String>, Vec<String>) {
    let reading = Reading::alone(text.into(), Format::Plain, None::<&Path>);
    let targets = reading.citations.iter().flat_map(|citation| &citation.targets);
    let ids = targets.map(|target| {
        let pin = target.pin.as_ref().map_or(String::new(), |pin| format!(" {}", pin.text));
        format!("{}{pin}", target.id)
    });
    (ids.collect(), reading.citations.iter().map(|citation| citation.span.of(text).to_owned()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_separator_changes_nothing(
        index in 0..CITATIONS.len(),
        separators in proptest::collection::vec(0..SEPARATORS.len(), 24),
    ) {
        let (template, expected) = CITATIONS[index];
        let mut separators = separators.into_iter().map(|index| SEPARATORS[index]);
        let mut written = String::new();
        for sign in template.chars() {
            match sign {
                '_' => written.push_str(separators.next().expect("a citation has fewer joints than that")),
                _ => written.push(sign),
            }
        }
        let text = format!("Zie ({written}) en de brief van mei.");
        let (ids, spans) = meaning(&text);
        prop_assert_eq!(ids.join(" "), expected);
        prop_assert_eq!(spans, [written]);
    }

    #[test]
    fn no_text_brings_it_down(pieces in proptest::collection::vec(prop_oneof![
        Just("Kamerstuk ".to_owned()), Just("29 521".to_owned()), Just(", nr. ".to_owned()), Just(" en ".to_owned()),
        Just("Stb. 2018, ".to_owned()), Just("richtlijn (EU) 2015/".to_owned()), Just("ECLI:NL:".to_owned()), Just("kst-".to_owned()),
        Just("https://zoek.officielebekendmakingen.nl/".to_owned()), Just("](".to_owned()), Just("BWBR".to_owned()), Just("COM(".to_owned()),
        Just("II 2019/".to_owned()), Just("-".to_owned()), Just("\n".to_owned()), Just("p. ".to_owned()), "\\PC{0,4}", "[0-9IVX]{0,5}",
    ], 0..40)) {
        let text = pieces.concat();
        for format in [Format::Plain, Format::Markdown] {
            let reading = Reading::alone(text.as_str().into(), format, None::<&Path>);
            let mut end = 0;
            for citation in &*reading.citations {
                prop_assert!(citation.span.start >= end && citation.span.end <= text.len());
                end = citation.span.end;
                prop_assert!(text.is_char_boundary(citation.span.start) && text.is_char_boundary(end));
                for target in &citation.targets {
                    prop_assert!(citation.span.covers(target.span), "{:?}", target);
                }
            }
        }
    }
}
