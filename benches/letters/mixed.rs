//! Letters with citations of every family between prose as letters have it: with dates, amounts, articles and the words that citations begin with.

/// Citations of every family, each of one text; Kamerstukken most, as in letters.
pub(crate) const CITATIONS: [&str; 32] = [
    "Kamerstuk 29 521, nr. 385",
    "Kamerstukken II 2019/20, 35 300 VI, nr. 12, p. 3",
    "Kamerstuk 21 501-20, nr. 2018",
    "Kamerstukken 29 521 en 34 952, nr. 403",
    "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121",
    "Kamerstuk 36 410 XVI, nr. 140",
    "Kamerstukken I 2014/15, 33 802, C",
    "Handelingen II 2016/17, nr. 66, item 6",
    "Kamerstuk 31 839, nrs. 1031 en 1035",
    "motie-De Vries (36 045, nr. 12)",
    "Stb. 2009, 120",
    "Kamerstuk 32 317, nr. 787",
    "Kamerstuk 29 282, nr. 521",
    "verordening (EU) nr. 575/2013",
    "Kamerstukken II, vergaderjaar 2022–2023, 36 229, nr. 29",
    "ECLI:NL:RVS:2024:3946",
    "Kamerstuk 24 587, nr. 969, p. 4",
    "2024Z15585",
    "Kamerstuk 36 561, nr. 6",
    "t.v.v. 36800-XVI-178",
    "Kamerstuk 23 432, nr. 537",
    "richtlijn 2006/123/EG",
    "Kamerstuk 25 295, nr. 888",
    "Kamerstuk 28 286, nr. 1255",
    "Trb. 1964, 4",
    "Kamerstukken II 2013/14, 31 142, nr. 37, p. 15-16",
    "BWBR0005252",
    "Kamerstuk 33 529, nr. 1219",
    "https://zoek.officielebekendmakingen.nl/kst-29521-385.html",
    "Kamerstuk 30 196, nr. 801",
    "Stcrt. 2019, 9231",
    "Kamerstuk 34 104, nr. 382",
];

/// Sentences without a citation. Together they have a dozen numbers and two words such as `Kamer` in a thousand bytes, as real letters do.
const PROSE: [&str; 14] = [
    "Het kabinet informeert uw Kamer met deze brief over de voortgang van de inzet in de regio. ",
    "Op 3 mei 2023 is met 12 gemeenten gesproken over de verdeling van het budget van € 29,5 miljoen. ",
    "De uitvoering verloopt volgens plan, al vraagt de samenwerking met de provincies meer tijd dan was voorzien. ",
    "In artikel 7, tweede lid, is bepaald dat de termijn van 26 weken eenmaal met 13 weken kan worden verlengd. ",
    "Daarbij is gekeken naar de ervaringen van patiënten, zorgverleners en verzekeraars in de afgelopen jaren. ",
    "De handelingsruimte van de toezichthouder is in 2021 vergroot, en 85% van de meldingen is binnen 2 weken afgedaan. ",
    "Tijdens het debat in de Tweede Kamer is toegezegd dat de minister hier voor de zomer op terugkomt. ",
    "Uit het onderzoek blijkt dat de regeling in de praktijk goed werkt; de resultaten zijn als bijlage bijgevoegd. ",
    "Het aantal aanvragen steeg van 14.250 in 2019 tot 21.380 in 2022, wat vooral komt door de nieuwe doelgroep. ",
    "Vanzelfsprekend blijft het kabinet zich inzetten voor een evenwichtige spreiding over het hele land. ",
    "De Kamer wordt in het eerste kwartaal van 2025 nader geïnformeerd over de uitkomsten van de evaluatie. ",
    "Met de sector zijn afspraken gemaakt over de opleiding, de begeleiding en de beloning van nieuwe medewerkers. ",
    "Voor vragen is het ministerie bereikbaar op 070-1234567, op werkdagen tussen 9.00 en 17.00 uur. ",
    "Ook in Europees verband is hiervoor aandacht gevraagd, onder andere in de Raad van 17 en 18 december. ",
];

/// A letter of about `bytes` bytes with one citation in every `each`; and how many there are.
pub(crate) fn mixed(bytes: usize, each: usize) -> (String, usize) {
    let mut text =
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 27 november 2024\n\n"
            .to_owned();
    let (mut citations, mut sentences) = (0, 0);
    while text.len() < bytes {
        let start = text.len();
        text.push_str("Hierop is eerder ingegaan (");
        text.push_str(CITATIONS[citations % CITATIONS.len()]);
        text.push_str("). ");
        citations += 1;
        while text.len() - start < each {
            let prose = PROSE[sentences % PROSE.len()];
            sentences += 1;
            // The last sentence is cut to measure, so that the density is what was asked for.
            let left = each - (text.len() - start);
            text.push_str(prose.get(..left).unwrap_or(prose));
        }
        text.push_str(if citations % 4 == 0 { "\n\n" } else { "\n" });
    }
    (text, citations)
}
