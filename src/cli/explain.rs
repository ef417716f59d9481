//! `griffier explain`: what a rule says, why, and how it looks wrong and right; and which forms of citations are known.

use std::io::Write as _;

use clap::builder::styling::{AnsiColor, Style};

use crate::analysis::rules::{Needs, Rule, all};
use crate::messages::{Message, Translator};
use crate::report::{self, severity_name};

use super::args::Explain;
use super::failure::{Failure, Outcome, Verdict};
use super::terminal;

const HEAD: Style = Style::new().bold();
const WRONG: Style = AnsiColor::BrightRed.on_default();
const RIGHT: Style = AnsiColor::BrightGreen.on_default();

pub(super) fn run(args: &Explain, say: Translator) -> Outcome {
    let mut out = terminal::results();
    let text = match &args.code {
        None => list(say),
        Some(code) if code == "forms" => report::forms_text(say),
        Some(code) => match Rule::by_code(code) {
            Some(rule) => page(rule, say),
            None => return Err(unknown(code)),
        },
    };
    write!(out, "{text}")?;
    out.flush()?;
    Ok(Verdict::Good)
}

/// All rules, one a line.
fn list(say: Translator) -> String {
    let width = all().map(|rule| rule.code.len()).max().unwrap_or(0);
    let levels: Vec<String> = all().map(|rule| level(rule, say)).collect();
    let level_width = levels.iter().map(|level| level.chars().count()).max().unwrap_or(0);
    let line = |(rule, level): (&Rule, &String)| {
        let code = rule.code;
        format!("{HEAD}{code:width$}{HEAD:#}  {level:level_width$}  {}\n", short(rule, say))
    };
    all().zip(&levels).map(line).collect()
}

/// The level that it has by default, which may be none.
fn level(rule: &Rule, say: Translator) -> String {
    if rule.on { severity_name(rule.severity, say) } else { say.text(&Message::new("explain-off")) }
}

fn page(rule: &Rule, say: Translator) -> String {
    let code = rule.code;
    let word = |code| say.text(&Message::new(code));
    let why = say.text_of_code(&format!("rule-{code}-why")).unwrap_or_default();
    let mut parts = vec![format!("{HEAD}{code}{HEAD:#} ({})\n{}", level(rule, say), short(rule, say)), why];
    match rule.needs {
        Needs::Nothing => {}
        Needs::Catalogue => parts.push(word("explain-needs-catalogue")),
        Needs::Letters => parts.push(word("explain-needs-letters")),
    }
    for example in rule.examples {
        parts.push(format!("{WRONG}{}{WRONG:#}\n{}", word("explain-wrong"), indented(example.wrong)));
        parts.push(format!("{RIGHT}{}{RIGHT:#}\n{}", word("explain-right"), indented(example.right)));
    }
    let (about, level) =
        if rule.on { ("explain-setting", "off") } else { ("explain-setting-on", rule.severity.name()) };
    let setting = format!("[findings]\nseverity = {{ \"{code}\" = \"{level}\" }}");
    parts.push(format!("{}\n{}\n", word(about), indented(&setting)));
    parts.join("\n\n")
}

fn short(rule: &Rule, say: Translator) -> String {
    say.text_of_code(&format!("rule-{}-what", rule.code)).unwrap_or_default()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

fn unknown(code: &str) -> Failure {
    let failure = Failure::new(Message::new("explain-unknown").with("code", code));
    let near = all()
        .max_by(|a, b| strsim::jaro_winkler(code, a.code).total_cmp(&strsim::jaro_winkler(code, b.code)));
    match near {
        Some(rule) if strsim::jaro_winkler(code, rule.code) > 0.8 => {
            failure.advise(Message::new("usage-meant").with("text", rule.code))
        }
        _ => failure.advise(Message::new("explain-unknown-advice")),
    }
}
