//! A desk to work at: a folder of its own, with a home, settings and a cache that nothing else sees.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with letters, and an environment in which nothing of this machine counts.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a command did.
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Desk {
    /// An empty desk.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("griffier-").tempdir().unwrap();
        fs::create_dir(folder.path().join("werk")).unwrap();
        Self { folder }
    }

    /// The same with a file on it; its folder is made.
    pub(crate) fn with(self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
        self
    }

    /// A place on the desk.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        // `/` on the desk is `/` in the path, on Windows too.
        path.split('/').fold(self.folder.path().join("werk"), |folder, part| folder.join(part))
    }

    /// The user's own file of settings.
    pub(crate) fn user_file(&self) -> PathBuf {
        self.folder.path().join("home/.config/griffier/griffier.toml")
    }

    /// What was fetched.
    #[allow(dead_code, reason = "only those who fetch look there")]
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The command, ready to be started on the desk.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_griffier"));
        self.environment(|name, value| {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        });
        command.current_dir(self.at("")).args(arguments);
        command
    }

    /// The environment of commands: what is to be set, and what is not to be there.
    pub(crate) fn environment(&self, mut set: impl FnMut(&str, Option<PathBuf>)) {
        let home = self.folder.path().join("home");
        set("HOME", Some(home.clone()));
        set("USERPROFILE", Some(home.clone()));
        set("APPDATA", Some(home.join(".config")));
        set("XDG_CONFIG_HOME", Some(home.join(".config")));
        set("GRIFFIER_CACHE_DIR", Some(self.folder.path().join("cache")));
        set("GRIFFIER_DATA_DIR", Some(self.folder.path().join("data")));
        // What runs on this machine itself is reached without a detour.
        for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            set(name, None);
        }
        for name in ["GRIFFIER_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
            set(name, None);
        }
    }

    /// Runs a command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        self.done(&mut self.command(arguments))
    }

    /// Runs a command that reads `input`.
    pub(crate) fn pipe(&self, input: impl Into<Vec<u8>>, arguments: &[&str]) -> Done {
        self.done(self.command(arguments).write_stdin(input))
    }

    pub(crate) fn done(&self, command: &mut Command) -> Done {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(&self.folder.path().display().to_string(), "<desk>")
        };
        Done {
            code: output.status.code().expect("the command was not killed"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

impl Done {
    /// Everything that a user sees, with the exit code above it.
    pub(crate) fn all(&self) -> String {
        let mut all = format!("exit {}\n", self.code);
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                all.push_str("--- ");
                all.push_str(name);
                all.push('\n');
                all.push_str(text);
            }
        }
        all
    }

    /// The output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.all()))
    }
}

/// Compares a file of the project with what it should be, and rewrites it where `UPDATE` is set.
pub(crate) fn expect_file(path: &str, contents: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let old = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if old == contents {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, contents).unwrap();
        return;
    }
    let lines = || old.lines().map(Some).chain(std::iter::repeat(None));
    let (at, (new, old)) = contents
        .lines()
        .zip(lines())
        .enumerate()
        .find(|(_, (new, old))| Some(*new) != *old)
        .unwrap_or_default();
    panic!(
        "{path} is out of date at line {}:\n  it says  {}\n  and it should say {new}\nrun UPDATE=1 cargo test to rewrite it",
        at + 1,
        old.unwrap_or("nothing"),
    );
}
