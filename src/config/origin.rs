//! Where a setting comes from, and what is wrong with one.

use std::path::PathBuf;

use crate::messages::{Argument, Message};

/// Where a setting comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The file of the workspace, which may have come from anybody.
    Workspace(PathBuf),
    /// The user's own file.
    User(PathBuf),
    /// The settings of the editor.
    Editor,
    /// The command line.
    CommandLine,
}

/// Something that is wrong with a setting. The rest of the settings count all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where it stands.
    pub origin: Origin,
    /// In which line of the file, from one.
    pub line: Option<usize>,
    /// What is wrong, without the place.
    pub message: Message,
}

impl Origin {
    /// Its name in messages.
    #[must_use]
    pub fn name(&self) -> Message {
        match self {
            Self::Workspace(path) | Self::User(path) => {
                Message::new("config-origin-file").with("path", path.display())
            }
            Self::Editor => Message::new("config-origin-editor"),
            Self::CommandLine => Message::new("config-origin-flag"),
        }
    }

    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        match self {
            Self::Workspace(path) | Self::User(path) => Some(path),
            Self::Editor | Self::CommandLine => None,
        }
    }

    /// Whether it is the user who speaks. What a workspace says may have come from anybody, so it reaches nothing outside; and what an editor says may stand in a folder `.vscode` of the workspace.
    pub(super) const fn is_trusted(&self) -> bool {
        matches!(self, Self::User(_) | Self::CommandLine)
    }
}

impl Problem {
    /// What is wrong, with the place in front.
    #[must_use]
    pub fn sentence(&self) -> Message {
        let place = Argument::message(self.origin.name());
        let message = Argument::message(self.message.clone());
        match self.line {
            Some(line) => Message::new("config-problem-in-line")
                .with("place", place)
                .with("line", line)
                .with("message", message),
            None => Message::new("config-problem").with("place", place).with("message", message),
        }
    }
}
