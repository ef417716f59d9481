//! Acts in every notation, and what only looks like one.

use crate::citation::fixture::{means, read};

#[test]
fn regulations() {
    for (printed, id) in [
        ("verordening (EG) nr. 1060/2009", "32009R1060"),
        ("Verordening (EG) Nr. 2560/2001", "32001R2560"),
        ("Verordening (EU) nr. 575/2013", "32013R0575"),
        ("Verordening (EU) 2016/679", "32016R0679"),
        ("Verordening (EU) 2016/2031", "32016R2031"),
        ("Verordening (EG) nr. 2015/2006", "32006R2015"),
        ("Verordening (EU, Euratom) 2018/1046", "32018R1046"),
        ("Verordening (EG, Euratom) nr. 1605/2002", "32002R1605"),
        ("verordening (EEG) nr. 1408/71", "31971R1408"),
        ("Verordening EEG nr. 1408/71", "31971R1408"),
        ("verordening 1408/71", "31971R1408"),
        ("Verordening nr. 1/2003", "32003R0001"),
        ("Verordening nr. (EG) 1/2003", "32003R0001"),
        ("EG-verordening 883/2004", "32004R0883"),
        ("Vo. (EG) nr. 44/2001", "32001R0044"),
        ("VERORDENING (EU) 2016/679", "32016R0679"),
        ("gedelegeerde verordening (EU) 2019/980", "32019R0980"),
        ("Uitvoeringsverordening (EU) nr. 543/2011", "32011R0543"),
        ("Verordening van de Raad (EG) nr. 2201/2003", "32003R2201"),
        ("Verordening markten voor cryptoactiva (EU) 2023/1114", "32023R1114"),
        ("Verordening (EU)\n2016/679", "32016R0679"),
        ("verorde-\nning (EU) 2016/679", "32016R0679"),
        ("Verordening\u{A0}(EU)\u{A0}2016/679", "32016R0679"),
        ("Verordening (EU) 2016/\n679", "32016R0679"),
    ] {
        means(printed, &format!("celex:{id}"));
    }
}

#[test]
fn directives() {
    for (printed, id) in [
        ("Richtlijn 2006/123/EG", "32006L0123"),
        ("richtlijn 95/46/EG", "31995L0046"),
        ("Richtlijn nr. 2004/38/EG", "32004L0038"),
        ("Richtlijn (EU) 2015/2366", "32015L2366"),
        ("richtlijn 93/13", "31993L0013"),
        ("Rl. 93/13/EEG", "31993L0013"),
        ("Dienstenrichtlijn, 2006/123/EG", "32006L0123"),
        ("kaderrichtlijn mariene strategie 2008/56/EG", "32008L0056"),
        ("Dienstenrichtlijn (2006/123/EG)", "32006L0123"),
        ("btw-richtlijn (2006/112)", "32006L0112"),
        ("Kaderrichtlijn Water (2000/60/EG)", "32000L0060"),
        ("richtlijn hernieuwbare energie ((EU) 2018/2001)", "32018L2001"),
        ("Richtlijn van de Raad van 5 april 1993 (93/13/EEG)", "31993L0013"),
        ("Richtlijn van het Europees Parlement en de Raad 2006/123/EG", "32006L0123"),
        ("Gedelegeerde Richtlijn (EU) 2017/593", "32017L0593"),
    ] {
        means(printed, &format!("celex:{id}"));
    }
}

#[test]
fn decisions_and_others() {
    for (printed, id) in [
        ("Besluit 2010/48/EG", "32010D0048"),
        ("besluit (GBVB) 2017/1869", "32017D1869"),
        ("Besluit 2010/231/GBVB", "32010D0231"),
        ("Besluit nr. 1386/2013/EU", "32013D1386"),
        ("Besluit nr. 1982/2006/EG", "32006D1982"),
        ("Beschikking 2000/520/EG", "32000D0520"),
        ("Beschikking nr. 2119/98/EG", "31998D2119"),
        ("Uitvoeringsbesluit (EU) 2021/1073", "32021D1073"),
        ("Kaderbesluit 2002/584/JBZ", "32002F0584"),
        ("aanbeveling 2003/361/EG", "32003H0361"),
        ("Gemeenschappelijk Standpunt 2001/931/GBVB", "32001E0931"),
    ] {
        means(printed, &format!("celex:{id}"));
    }
}

#[test]
fn lists() {
    means(
        "Verordeningen (EU) nr. 1093/2010, 1094/2010 en 1095/2010",
        "celex:32010R1093; celex:32010R1094; celex:32010R1095",
    );
    means("Verordening (EU) 2021/2115 en 2021/2116", "celex:32021R2115; celex:32021R2116");
    means(
        "Verordening (EU) 2021/2115, 2021/2116 en 2021/2117",
        "celex:32021R2115; celex:32021R2116; celex:32021R2117",
    );
    means("Habitatrichtlijn (79/409/EEG en 92/43/EEG)", "celex:31979L0409; celex:31992L0043");
    means("Richtlijnen 2014/24/EU en 2014/25/EU", "celex:32014L0024; celex:32014L0025");
    means("verordening (EG) nr. 1060/2009 en (EU) nr. 648/2012", "celex:32009R1060; celex:32012R0648");
    assert_eq!(
        read("Richtlijn 2006/123/EG en Verordening (EU) 2016/679"),
        "Richtlijn 2006/123/EG = celex:32006L0123\nVerordening (EU) 2016/679 = celex:32016R0679"
    );
    assert_eq!(
        read("Richtlijn 2006/123/EG en 12/05 van dat jaar"),
        "Richtlijn 2006/123/EG = celex:32006L0123"
    );
}

#[test]
fn what_is_none() {
    for none in [
        "besluit 2010/48",
        "verordening 2019/12",
        "Besluit nr. 1/80",
        "de verordening 2019/2020",
        "de verordening van 12/05/2009",
        "richtlijn 24/2014",
        "verordening 2012/2013",
        "de richtlijn over 2008/56",
        "de richtlijn in zaak C-131/12",
        "de richtlijn (zaak C-131/12)",
        "richtlijn 2013/01",
        "Aanbeveling 3/2019",
        "de verordening. Op 1/2003",
        "de richtlijn\n\n2006/123/EG",
        "het seizoen 2018/2019",
        "Het besluit is in strijd met 2006/123/EG",
        "de richtlijn geldt voor 3/4 van de gevallen",
    ] {
        assert_eq!(read(none), "", "{none}");
    }
}

#[test]
fn the_year_on_the_wrong_side() {
    means("Verordening (EU) 679/2016", "celex:32016R0679 !act-number-order «679/2016» -> 2016/679");
    means("Verordening (EU) nr. 679/2016", "celex:32016R0679 !act-number-order «679/2016» -> 2016/679");
    means("Verordening (EG) 2004/883", "celex:32004R0883 !act-number-order «2004/883» -> 883/2004");
    means("Richtlijn 123/2006/EG", "celex:32006L0123 !act-number-order «123/2006» -> 2006/123");
    assert_eq!(read("verordening 679/2016"), "", "it may be of a municipality");
}
