//! How a test starts its server: which client, which letters, which settings.

use griffier::lsp::Options;
use serde_json::{Value, json};

use crate::client::TestServer;
use crate::oracle::Unit;
use crate::profile::Profile;
use crate::wire::Wire;

/// What a server is started with. The usual: VS Code, one folder with a `griffier.toml`, and the letters that the test names.
pub(crate) struct Builder {
    profile: Profile,
    files: Vec<(String, String)>,
    folders: Vec<String>,
    settings: Value,
    options: Options,
    capacity: usize,
    stdio: bool,
    silent: bool,
    parent: Option<u32>,
    trusted: Option<bool>,
}

impl TestServer {
    pub(crate) fn builder() -> Builder {
        Builder {
            profile: Profile::vscode(),
            files: Vec::new(),
            folders: vec![String::new()],
            settings: Value::Null,
            options: Options::default(),
            capacity: 1 << 16,
            stdio: false,
            silent: false,
            parent: None,
            trusted: None,
        }
    }
}

impl Builder {
    /// Which client we are.
    pub(crate) fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// A file in the folder of the test.
    pub(crate) fn file(mut self, name: &str, text: &str) -> Self {
        self.files.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Several at once.
    pub(crate) fn files(mut self, files: &[(&str, &str)]) -> Self {
        self.files.extend(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
        self
    }

    /// The workspace folders, below the folder of the test.
    pub(crate) fn folders(mut self, folders: &[&str]) -> Self {
        self.folders = folders.iter().map(|&folder| folder.to_owned()).collect();
        self
    }

    /// What the client answers when it is asked for its settings.
    pub(crate) fn settings(mut self, settings: Value) -> Self {
        self.settings = settings;
        self
    }

    /// Letters with these words make every query about them panic, or run until it is cancelled.
    pub(crate) fn trouble(mut self, panic_on: &str, stall_on: &str) -> Self {
        let words = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        self.options.hooks.panic_on = words(panic_on);
        self.options.hooks.stall_on = words(stall_on);
        self
    }

    /// Speak to the real program over stdio.
    pub(crate) fn over_stdio(mut self) -> Self {
        self.stdio = true;
        self
    }

    /// Leave every request of the server without an answer.
    pub(crate) fn silent(mut self) -> Self {
        self.silent = true;
        self
    }

    /// The process that claims to have started the server.
    pub(crate) fn parent(mut self, process: u32) -> Self {
        self.parent = Some(process);
        self
    }

    /// Whether the client says that its user trusts the folders.
    pub(crate) fn trusted(mut self, trusted: bool) -> Self {
        self.trusted = Some(trusted);
        self
    }

    /// A server that has been told nothing yet.
    pub(crate) fn connect(&mut self) -> TestServer {
        // The folders of the system lead through symbolic links on some machines, and addresses must be equal to be the same.
        let base = std::env::temp_dir().canonicalize().unwrap();
        let folder = tempfile::Builder::new().prefix("griffier").tempdir_in(base).unwrap();
        for (name, text) in &self.files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        for name in &self.folders {
            std::fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        let home = folder.path().join(".home");
        std::fs::create_dir_all(&home).unwrap();
        let wire = if self.stdio {
            Wire::to_process(&home, &["lsp", "--stdio"])
        } else {
            let mut options = self.options.clone();
            options.cache = Some(home.join("cache"));
            options.user_config = Some(home.join("config.toml"));
            Wire::in_process(options, self.capacity)
        };
        let server = TestServer::on(wire, folder);
        server.lock().settings = self.settings.clone();
        server.lock().silent = self.silent;
        server
    }

    /// What the client says first.
    pub(crate) fn initialize_params(&self, server: &TestServer) -> Value {
        let folder = |name: &String| json!({ "uri": server.uri(name), "name": name });
        let folders: Vec<Value> = self.folders.iter().map(folder).collect();
        server.lock().folders.clone_from(&folders);
        let first = folders.first().map_or(Value::Null, |folder| folder["uri"].clone());
        let mut params = json!({
            "processId": self.parent,
            "clientInfo": { "name": "tests" },
            "rootUri": first,
            "capabilities": self.profile.0,
        });
        if let Some(trusted) = self.trusted {
            params["initializationOptions"] = json!({ "trusted": trusted });
        }
        if self.profile.0["workspace"]["workspaceFolders"] == true {
            params["workspaceFolders"] = if folders.is_empty() { Value::Null } else { json!(folders) };
        }
        params
    }

    /// A server that is ready for letters.
    pub(crate) async fn start(self) -> TestServer {
        self.start_and_tell().await.0
    }

    /// The same, and what it said that it can do.
    pub(crate) async fn start_and_tell(mut self) -> (TestServer, Value) {
        let mut server = self.connect();
        let capabilities = self.begin(&mut server).await;
        (server, capabilities)
    }

    /// Introduces us to a server that has been told nothing, and gives what it can do.
    pub(crate) async fn begin(&self, server: &mut TestServer) -> Value {
        let params = self.initialize_params(server);
        let result = server.request("initialize", params).await;
        server.unit = match result["capabilities"]["positionEncoding"].as_str() {
            Some("utf-8") => Unit::Utf8,
            Some("utf-32") => Unit::Utf32,
            _ => Unit::Utf16,
        };
        server.notify("initialized", json!({}));
        result["capabilities"].clone()
    }
}
