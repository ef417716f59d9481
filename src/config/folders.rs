//! Where things lie: the root of a workspace, the user's own file, the cache.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy as _, choose_base_strategy, home_dir};

/// The name of a file of settings; in a folder it marks a workspace.
pub const CONFIG_FILE: &str = "griffier.toml";

/// The root of the workspace that a file or folder lies in: the nearest folder upward with a `griffier.toml`, else the nearest with a `.git`.
///
/// `start` should be absolute. A `.git` in the home folder or above keeps somebody's settings under version control and makes no workspace.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let marked = |name: &str| start.ancestors().find(|folder| folder.join(name).exists());
    let by_git = || marked(".git").filter(|folder| !is_home_or_above(folder));
    marked(CONFIG_FILE).or_else(by_git).map(Path::to_owned)
}

/// Whether a folder is the user's home, or the root of the file system, or lies on the way between: too much to be walked as a whole.
#[must_use]
pub fn is_home_or_above(folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = real(folder);
    folder.parent().is_none() || home_dir().is_ok_and(|home| real(&home).starts_with(&folder))
}

/// The user's own file of settings, whether it is there or not; `None` where the system knows no such place.
#[must_use]
pub fn user_file() -> Option<PathBuf> {
    let folder = choose_base_strategy().ok()?.config_dir();
    Some(folder.join("griffier").join(CONFIG_FILE))
}

/// The folder of all that can be made anew: what `GRIFFIER_CACHE_DIR` names, else where the system keeps such things.
#[must_use]
pub fn cache_folder() -> Option<PathBuf> {
    let named = env::var_os("GRIFFIER_CACHE_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(choose_base_strategy().ok()?.cache_dir().join("griffier")))
}

/// The folder of what was fetched, which takes long to be had again: what `GRIFFIER_DATA_DIR` names, else where the system keeps the data of programs.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    let named = env::var_os("GRIFFIER_DATA_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(choose_base_strategy().ok()?.data_dir().join("griffier")))
}

/// The name of the file of settings that stands beside the list that was fetched, and names it.
pub const FETCHED_FILE: &str = "catalogue.toml";

/// That file, whether it is there or not.
#[must_use]
pub fn fetched_file() -> Option<PathBuf> {
    Some(data_folder()?.join("catalogue").join(FETCHED_FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_workspace_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        std::fs::create_dir_all(at("archief/.git")).unwrap();
        std::fs::create_dir_all(at("archief/brieven/2020")).unwrap();
        assert_eq!(find_root(&at("archief/brieven/2020")), Some(at("archief")));
        // A file of settings above counts for more than a repository that is nearer.
        std::fs::write(at(CONFIG_FILE), "").unwrap();
        assert_eq!(find_root(&at("archief/brieven/2020")), Some(at("")).map(|path| path.join("")));
        std::fs::write(at("archief/brieven").join(CONFIG_FILE), "").unwrap();
        assert_eq!(find_root(&at("archief/brieven/2020/brief.txt")), Some(at("archief/brieven")));
    }

    #[test]
    fn home_is_never_a_workspace_by_its_repository() {
        assert!(is_home_or_above(Path::new("/")));
        let home = home_dir().unwrap();
        assert!(is_home_or_above(&home) && is_home_or_above(home.parent().unwrap_or(&home)));
        assert!(!is_home_or_above(&home.join("brieven")));
    }
}
