//! The settings of the editor: asked for where the client answers, else taken from what it sends.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::gen_lsp_types::ConfigurationItem;

use crate::messages::Language;

use super::homes::Homeland;
use super::outbox::Notice;
use super::state::State;

/// Keys under which the client keeps its own settings beside ours.
const CLIENT_SETTINGS: [&str; 2] = ["server", "trace"];

impl State {
    pub(super) fn ask_settings(&mut self) {
        if self.facts.configuration {
            let item = ConfigurationItem { section: Some("griffier".to_owned()), scope_uri: None };
            self.outbox.put(Notice::Configuration(vec![item]));
        }
    }

    /// The settings have changed; what is sent along depends on the client. What says something counts at once, and whoever can be asked is asked as well.
    pub(super) fn settings_changed(&mut self, mut settings: Value) {
        let sent = settings.get_mut("griffier").map(Value::take);
        self.sent_settings = sent.clone().unwrap_or_default();
        if let Some(sent) = sent.filter(|sent| !(self.facts.configuration && sent.is_null())) {
            self.use_settings(sent);
        }
        self.ask_settings();
    }

    /// The client has answered. One that knows of no settings of ours may have sent them all the same.
    pub(super) fn configured(&mut self, settings: Option<Vec<Value>>) {
        if let Some(ours) = settings.and_then(|settings| settings.into_iter().next()) {
            self.use_settings(if ours.is_null() { self.sent_settings.clone() } else { ours });
        }
    }

    fn use_settings(&mut self, mut settings: Value) {
        if let Some(settings) = settings.as_object_mut() {
            settings.retain(|key, _| !CLIENT_SETTINGS.contains(&key.as_str()));
        }
        drop_silent(&mut settings);
        if *self.settings == settings {
            return;
        }
        self.settings = Arc::new(settings);
        let homes: Vec<_> = self.workspaces.keys().cloned().collect();
        for home in homes {
            self.speak(&home);
            self.load(&home, false);
        }
    }

    /// The language that the command line or the editor asks for; both go before every file.
    pub(super) fn asked_language(&self) -> Option<Language> {
        let code = || self.settings.get("language").and_then(Value::as_str);
        let of_editor = || Language::ALL.into_iter().find(|language| Some(language.code()) == code());
        self.options.language.or_else(of_editor)
    }

    /// Lets a workspace speak the language that is asked for at once: a question that comes right behind the settings is answered in it.
    fn speak(&mut self, home: &Homeland) {
        let Some(language) = self.asked_language() else { return };
        let Some(workspace) = self.workspaces.get_mut(home) else { return };
        if workspace.ground.config.language == language {
            return;
        }
        workspace.ground = Arc::new(workspace.ground.speaking(language, home.root()));
        self.renew_all(home);
    }
}

/// Takes out what says nothing: an editor that knows a setting sends null for it where its user chose nothing.
fn drop_silent(settings: &mut Value) {
    let Some(fields) = settings.as_object_mut() else { return };
    for value in fields.values_mut() {
        drop_silent(value);
    }
    fields.retain(|_, value| !value.is_null());
    if fields.is_empty() {
        *settings = Value::Null;
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use super::*;
    use crate::lsp::Options;
    use crate::lsp::capabilities::ClientFacts;
    use crate::lsp::engine::Engine;
    use crate::lsp::outbox::Outbox;

    /// What counts after a client, that can be asked or not, has sent this and answered that.
    fn settings(configuration: bool, sent: &Value, answered: Option<&Value>) -> Value {
        let (engine, _queue) = Engine::detached();
        let options = Options { user_config: Some(PathBuf::from("nowhere.toml")), ..Options::default() };
        let mut state = State::new(options, Outbox::default(), engine);
        let mut facts = ClientFacts::default();
        facts.configuration = configuration;
        state.facts = Arc::new(facts);
        state.settings = Arc::new(json!({ "language": "en" }));
        state.settings_changed(json!({ "settings": sent })["settings"].clone());
        let asks = |notice: &Notice| matches!(notice, Notice::Configuration(_));
        assert_eq!(state.outbox.empty().iter().any(asks), configuration);
        if let Some(answered) = answered {
            state.configured(Some(vec![answered.clone()]));
        }
        (*state.settings).clone()
    }

    #[test]
    fn what_is_sent_counts_until_the_client_answers_otherwise() {
        let (en, nl, null) = (json!({ "language": "en" }), json!({ "language": "nl" }), Value::Null);
        let send = |ours: &Value| json!({ "griffier": ours });
        for (configuration, sent, answered, expected) in [
            (true, send(&nl), None, &nl),
            (true, send(&nl), Some(&null), &nl),
            (true, send(&nl), Some(&en), &en),
            // Nothing is known of what has changed until the client answers.
            (true, null.clone(), None, &en),
            (true, json!({}), Some(&null), &null),
            (true, send(&null), Some(&nl), &nl),
            (false, send(&nl), None, &nl),
            (false, send(&null), None, &null),
            (false, send(&json!({ "trace": { "server": "off" }, "language": null })), None, &null),
            (false, null.clone(), None, &en),
        ] {
            assert_eq!(settings(configuration, &sent, answered), *expected, "{sent}, {answered:?}");
        }
    }
    #[test]
    fn what_an_editor_does_not_set_says_nothing() {
        let mut settings = json!({
            "language": null,
            "findings": { "style": null, "severity": { "self-citation": "off" } },
            "corpus": { "letters": null, "exclude": [] },
            "annotation": { "creator": null },
        });
        drop_silent(&mut settings);
        let left =
            json!({ "findings": { "severity": { "self-citation": "off" } }, "corpus": { "exclude": [] } });
        assert_eq!(settings, left);
        let mut nothing = json!({ "findings": { "severity": {} } });
        drop_silent(&mut nothing);
        assert_eq!(nothing, Value::Null);
    }
}
