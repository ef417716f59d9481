//! Who makes notes where no setting says so: git knows the name of most who work with files.

use std::path::Path;
use std::process::{Command, Stdio};

/// The user's name as git has it, in a folder or, without one, for the user as a whole. `None` where there is no git, or it knows no name.
///
/// A repository can set a name of its own, and nothing else of it is executed or read.
#[must_use]
pub fn git_user_name(folder: Option<&Path>) -> Option<String> {
    let mut git = Command::new("git");
    git.args(["config", "--get"]);
    match folder {
        Some(folder) => git.current_dir(folder),
        None => git.arg("--global"),
    };
    let said = git.arg("user.name").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let name = String::from_utf8(said.stdout).ok()?;
    Some(name.trim().to_owned()).filter(|name| said.status.success() && !name.is_empty())
}
