//! Questions to the service, in CQL.

use std::fmt::{self, Write as _};

use url::Url;

use super::super::query::{Family, Order, Query, Window};

/// The name that the service has for a family (`w.publicatienaam`).
const fn name(family: Family) -> &'static str {
    match family {
        Family::Kamerstukken => "Kamerstuk",
        Family::Handelingen => "Handelingen",
        Family::Aanhangsel => "Kamervragen (Aanhangsel)",
        Family::Kamervragen => "Kamervragen zonder antwoord",
        // It has none of them, and is not asked.
        Family::Documenten => "",
    }
}

/// The question in CQL.
fn cql(query: Query, order: Order) -> String {
    let mut cql =
        format!("c.product-area==officielepublicaties AND w.publicatienaam==\"{}\"", name(query.family));
    let mut and = |index: &str, relation: &str, value: &dyn fmt::Display| {
        // Writing to a string cannot fail.
        let _ = write!(cql, " AND {index}{relation}\"{value}\"");
    };
    match query.window {
        Window::All => {}
        Window::Dated(from, to) => {
            let _ = from.map(|day| and("dt.date", ">=", &day));
            let _ = to.map(|day| and("dt.date", "<", &day));
        }
        Window::Changed(from, to) => {
            and("dt.modified", ">=", &from);
            let _ = to.map(|day| and("dt.modified", "<", &day));
        }
        Window::Dossier(dossier) => and("w.dossiernummer", "==", &dossier),
    }
    cql.push_str(match order {
        Order::Identifier => " sortBy dt.identifier/sort.ascending",
        Order::Date => " sortBy dt.date/sort.ascending",
    });
    cql
}

/// The address of the page that begins with the record `start`, counted from one, and holds `most` at most.
pub(in crate::fetch) fn address(
    query: Query,
    service: &str,
    order: Order,
    start: usize,
    most: usize,
) -> String {
    let pairs = [
        ("operation", "searchRetrieve".to_owned()),
        ("version", "2.0".to_owned()),
        ("query", cql(query, order)),
        ("startRecord", start.to_string()),
        ("maximumRecords", most.to_string()),
        ("httpAccept", "application/xml".to_owned()),
        ("recordSchema", "gzd".to_owned()),
    ];
    // That the address of the service is one has been looked at when the client was made.
    Url::parse_with_params(service, pairs).map_or_else(|_| service.to_owned(), String::from)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::identifier::Dossier;

    #[test]
    fn questions_are_put_in_the_words_of_the_service() {
        let cql = |family, window| cql(Query { family, window }, Order::Identifier);
        insta::assert_snapshot!(cql(Family::Kamerstukken, Window::Dated(Some(date(2019, 1, 1)), Some(date(2019, 4, 1)))), @r#"c.product-area==officielepublicaties AND w.publicatienaam=="Kamerstuk" AND dt.date>="2019-01-01" AND dt.date<"2019-04-01" sortBy dt.identifier/sort.ascending"#);
        insta::assert_snapshot!(cql(Family::Aanhangsel, Window::Changed(date(2024, 11, 27), None)), @r#"c.product-area==officielepublicaties AND w.publicatienaam=="Kamervragen (Aanhangsel)" AND dt.modified>="2024-11-27" sortBy dt.identifier/sort.ascending"#);
        let dossier = Dossier::parse("36410-XVI").unwrap();
        insta::assert_snapshot!(cql(Family::Kamerstukken, Window::Dossier(dossier)), @r#"c.product-area==officielepublicaties AND w.publicatienaam=="Kamerstuk" AND w.dossiernummer=="36410-XVI" sortBy dt.identifier/sort.ascending"#);
    }

    #[test]
    fn an_address_holds_the_question_whole() {
        let query = Query { family: Family::Handelingen, window: Window::All };
        let address = address(query, "https://repository.overheid.nl/sru", Order::Date, 1001, 1000);
        let url = Url::parse(&address).unwrap();
        let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned();
        assert_eq!(value("query"), cql(query, Order::Date));
        assert_eq!((value("startRecord").as_str(), value("maximumRecords").as_str()), ("1001", "1000"));
    }
}
