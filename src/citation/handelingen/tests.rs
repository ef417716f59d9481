//! The family of Handelingen, form by form.

use super::super::fixture::{means, read};

#[test]
fn meeting_and_item() {
    for text in [
        "Handelingen II 2016/17, nr. 58, item 11",
        "Handelingen II, 2016-2017, nr. 58, item 11",
        "Handelingen II 2016–2017, 58, item 11",
        "Handelingen II 2016/17, nr. 58 item 11",
        "Handelingen II 2016/17, nr. 58 (item 11)",
        "Handelingen II 2016/17, 58-11",
        "Handelingen II 2016/17, nr. 58-11",
        "Handelingen II 2016/17, 58e vergadering, item 11",
        "Handelingen II 2016/17, vergadering 58, item 11",
        "Hand. II 2016/17, nr. 58, item 11",
        "handelingen II 2016/17, nr. 58, item 11",
        "Handelingen TK 2016-2017, nr. 58, item 11",
        "Handelingen, TK vergaderjaar 2016-2017, 58, item 11",
        "Handelingen Tweede Kamer 2016-2017, nr. 58 item 11",
        "Handelingen der Staten-Generaal, Tweede Kamer, 2016-2017, nr. 58, item 11",
        "Handelingen van de Tweede Kamer der Staten-Generaal 2016/17, nr. 58, item 11",
        "Handelingen 2016/17, nr. 58, item 11",
        "Handelingen II (2016/17), nr. 58, item 11",
        "Handelingen II nr. 58, item 11 (2016/17)",
        "Handelingen II nr. 58, item 11, vergaderjaar 2016-2017",
        "Handelingen II 9 maart 2017, nr. 58, item 11",
        "Handelingen II 2016/17, 9 maart 2017, nr. 58, item 11",
        "Handelingen II 9-3-2017, nr. 58, item 11",
        "Handelingen II van 9 maart 2017, nr. 58, item 11",
        "Handelingen II 2016/17, 9-3-2017, nr. 58, item 11",
        "Handelingen II nr. 58, item 11 (vergaderjaar 2016-2017)",
        "Handelingen II 2016/17, nr. 58 - item 11",
        "Handelingen II 2016/17, nr. 58, item nr. 11",
        "Handelingen II 2016/17, nr. 58, Regeling van werkzaamheden, item 11",
        "Handelingen II 2016/17, nr. 58, Regeling van werkzaamheden (item 11)",
    ] {
        means(text, "h-tk-20162017-58-11");
    }
    means("Handelingen EK 2015/16, nr. 8, item 6", "h-ek-20152016-8-6");
    means("Handelingen van de Eerste Kamer 2015/16, nr. 8, item 6", "h-ek-20152016-8-6");
    means("Handelingen VV 2015/16, nr. 2, item 1", "h-vv-20152016-2-1");
    means("Handelingen II 1999/00, nr. 3, item 4", "");
}

#[test]
fn pages_within_an_item() {
    means("Handelingen I 2014/15, nr. 9, item 2, p. 5-7", "h-ek-20142015-9-2 p. 5-7");
    means("Handelingen II 2012-2013, nr. 33, item 8, blz 12", "h-tk-20122013-33-8 p. 12");
    means("Handelingen II 2019/20, 44-7-31", "h-tk-20192020-44-7 p. 31");
    means("Handelingen II 2019/20, 44-7, p. 31", "h-tk-20192020-44-7 p. 31");
    means("Handelingen II 2019/20, p. 44-7-31", "h-tk-20192020-44-7 p. 31");
    means("Handelingen II 2019/20, nr. 44, p. 44-7-31 t/m 44-7-33", "h-tk-20192020-44-7 p. 31-33");
    means("Handelingen TK 11 februari 2020, TK 44, 44-7-31", "h-tk-20192020-44-7 p. 31");
    means("Handelingen II 2019/20, 44-7-31 – 44-7-33", "h-tk-20192020-44-7 p. 31-33");
    means("Handelingen II 2019/20, 44-7-31-33", "h-tk-20192020-44-7 p. 31-33");
    assert_eq!(
        read("Handelingen I 2018/19, nr. 22, 8, p. 3"),
        "Handelingen I 2018/19, nr. 22 = h-ek-20182019-22"
    );
    means("Handelingen II 2010/11, nr. 88, item 3, p. 25-36", "h-tk-20102011-88-3 p. 25-36");
}

#[test]
fn whole_meetings() {
    means("Handelingen II, vergaderjaar 2024–2025, nr. 11", "h-tk-20242025-11");
    means("Handelingen II 2015/16, nrs. 11 en 12", "h-tk-20152016-11; h-tk-20152016-12");
    means(
        "Handelingen II 2015/16, nrs. 11, 12 en 14",
        "h-tk-20152016-11; h-tk-20152016-12; h-tk-20152016-14",
    );
    means("Handelingen II 2013/14, nr. 52, p. 3", "h-tk-20132014-52 p. 3");
    assert_eq!(
        read("Handelingen II 2013/14, nr. 52, Vragenuur"),
        "Handelingen II 2013/14, nr. 52 = h-tk-20132014-52"
    );
}

#[test]
fn several_items_and_meetings() {
    means("Handelingen II 2017/18, nr. 12, items 3 en 5", "h-tk-20172018-12-3; h-tk-20172018-12-5");
    means("Handelingen II 2017/18, nr. 12, item 3 en item 5", "h-tk-20172018-12-3; h-tk-20172018-12-5");
    means(
        "Handelingen II 2017/18, nr. 12, items 3-5",
        "h-tk-20172018-12-3; h-tk-20172018-12-4; h-tk-20172018-12-5",
    );
    means(
        "Handelingen II 2017/18, nr. 12, item 3, p. 4, en nr. 13, item 9",
        "h-tk-20172018-12-3 p. 4; h-tk-20172018-13-9",
    );
    means("Handelingen II 2017/18, nr. 12, item 3; nr. 13, item 9", "h-tk-20172018-12-3; h-tk-20172018-13-9");
    means(
        "Handelingen II 2017/18, nr. 12, item 3; 2018/19, nr. 2, item 5",
        "h-tk-20172018-12-3; h-tk-20182019-2-5",
    );
    means(
        "Handelingen II 2017/18, nr. 12, item 3; I 2018/19, nr. 2, item 5",
        "h-tk-20172018-12-3; h-ek-20182019-2-5",
    );
}

#[test]
fn pages_of_a_session_until_2010() {
    means("Handelingen II 2006/07, nr. 44, p. 2618", "tk 20062007 meeting 44 2618-2618 p. 2618");
    means("Handelingen II 2006/07, p. 2618-2620", "tk 20062007 2618-2620 p. 2618-2620");
    means("Handelingen II 2006/07, p. 2618-20", "tk 20062007 2618-2620 p. 2618-20");
    means("Handelingen II 2006/07, 2618-2620", "tk 20062007 2618-2620 p. 2618-2620");
    means("Handelingen II 2006/07, nr. 44 , blz. 2618", "tk 20062007 meeting 44 2618-2618 p. 2618");
    means("Handelingen II 2006/07, 44-2618", "tk 20062007 meeting 44 2618-2618 p. 2618");
    means("Handelingen TK 2006-2007, blz. 44-2618", "tk 20062007 meeting 44 2618-2618 p. 44-2618");
    means("Handelingen II 2009/10, nr. 25, p. 25-2231", "tk 20092010 meeting 25 2231-2231 p. 25-2231");
    means(
        "Handelingen I 2004/05, nr. 9, blz. 371 en 380",
        "ek 20042005 meeting 9 371-371 p. 371, 380; ek 20042005 meeting 9 380-380 p. 371, 380",
    );
    means(
        "Handelingen II 2006/07, nr. 44, p. 2618; nr. 45, p. 2701",
        "tk 20062007 meeting 44 2618-2618 p. 2618; tk 20062007 meeting 45 2701-2701 p. 2701",
    );
    means("Handelingen II 1995-1996, nr. 44, 2618-2620", "tk 19951996 meeting 44 2618-2620 p. 2618-2620");
    means(
        "Handelingen I 1999/2000, p. 27-1201 t/m 27-1210",
        "ek 19992000 meeting 27 1201-1210 p. 27-1201-1210",
    );
    // So the Staatsblad ends an Act.
    means(
        "Handelingen II 2000/2001, blz. 4561–4569; 4655–4660; 4731",
        "tk 20002001 4561-4569 p. 4561-4569; tk 20002001 4655-4660 p. 4655-4660; tk 20002001 4731-4731 p. 4731",
    );
    means("Handelingen II 2006/07, nr. 2, p. 2-44-46", "tk 20062007 meeting 2 44-46 p. 44-46");
    // In 2010/11 pages began anew in each meeting, until the items of January 2011.
    means("Handelingen II 2010/11, nr. 21, p. 33-50", "tk 20102011 meeting 21 33-50 p. 33-50");
    means("Handelingen II 2010/11, nr. 21, p. 21-33", "tk 20102011 meeting 21 33-33 p. 21-33");
}

#[test]
fn what_has_no_identifier() {
    means(
        "Handelingen II, 1986/87, blz. 39-2410 en 2435",
        "tk 19861987 meeting 39 2410-2410 p. 39-2410, 2435; tk 19861987 meeting 39 2435-2435 p. 39-2410, 2435",
    );
    means("Handelingen UCV, 1986/87, nr. 17, blz. 5 en 9", "");
    means("Handelingen II 5 maart 1981", "");
    means("Handelingen TK 12 december 2019", "");
}

#[test]
fn a_kamerstuk_called_handelingen() {
    means(
        "Handelingen II, 1997-1998, 25 877, nr. 3, p. 14",
        "kst-25877-3 p. 14 !wrong-kind «Handelingen» -> Kamerstukken",
    );
    means(
        "Handelingen II 2003/04, 29 200 VI, nr. 12",
        "kst-29200-VI-12 !wrong-kind «Handelingen» -> Kamerstukken",
    );
}

#[test]
fn a_session_that_cannot_be() {
    means("Handelingen II 2016/18, nr. 58, item 11", " !session-year «2016/18»");
    means(
        "Handelingen II 2016/-17, nr. 58, item 11",
        "h-tk-20162017-58-11 !session-year «2016/-17» -> 2016/17",
    );
}

#[test]
fn whatever_print_and_markup_put_between_the_parts() {
    for text in [
        "Handelingen\u{A0}II 2016/17,\nnr.\u{A0}58, item\n11",
        "Hande-\nlingen II 2016/17, nr. 58, item 11",
        "Han-\ndelingen II 2016/17, nr. 58, item 11",
        "Han\u{AD}delingen II 2016/17, nr. 58, item 11",
        "Handelingen II* 2016/17, nr\\. 58, item 11",
        "Handelingen II 2016/17,nr.58,item 11",
        "Handelingen II, verga-\nderjaar 2016–2017, nr. 58, item 11",
    ] {
        means(text, "h-tk-20162017-58-11");
    }
    assert_eq!(
        read("3Handelingen II 2016/17, nr. 58, item 11"),
        "Handelingen II 2016/17, nr. 58, item 11 = h-tk-20162017-58-11"
    );
    assert_eq!(
        read("Handelingen II 2016/17, nr. 58\n\nitem 11"),
        "Handelingen II 2016/17, nr. 58 = h-tk-20162017-58"
    );
}

#[test]
fn what_is_no_citation() {
    for text in [
        "de handelingen 2 en 3 zijn strafbaar",
        "Handelingen 2:38",
        "Handelingen 17 maart 2020",
        "strafbare handelingen in 2019",
        "de behandelingen 2019/20, nr. 3",
        "Handelingen II",
        "Handelingen II 2016/17, 2017-2018",
        "Handelingen II, vergaderjaar 2019-2020",
        "in de handel 2019-2020, nr. 3",
        "de Handelingen II van de vergadering van gisteren",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn what_goes_on_as_prose_is_not_drawn_in() {
    for (text, expected) in [
        (
            "Handelingen II 2016/17, nr. 58, item 11 en 3 andere debatten",
            "Handelingen II 2016/17, nr. 58, item 11 = h-tk-20162017-58-11",
        ),
        (
            "Handelingen II 2016/17, nr. 58, item 11, 9 maart 2017",
            "Handelingen II 2016/17, nr. 58, item 11 = h-tk-20162017-58-11",
        ),
        (
            "Handelingen II 2016/17, nr. 58, item 11 en Kamerstuk 29 521, nr. 3",
            "Handelingen II 2016/17, nr. 58, item 11 = h-tk-20162017-58-11\nKamerstuk 29 521, nr. 3 = kst-29521-3",
        ),
        (
            "Handelingen II 2016/17, nr. 58, item 11; Aanhangsel Handelingen II 2016/17, nr. 12",
            "Handelingen II 2016/17, nr. 58, item 11 = h-tk-20162017-58-11\nAanhangsel Handelingen II 2016/17, nr. 12 = ah-tk-20162017-12",
        ),
    ] {
        assert_eq!(read(text), expected);
    }
}
