//! Pieces on disk: lines of records, compressed, written under another name and then renamed, so that one that has its name is whole.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};
use std::path::Path;

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use tempfile::{Builder, NamedTempFile};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// How the names of files begin that are being written.
pub(super) const UNFINISHED: &str = ".griffier-";

/// A piece that is done.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Segment {
    /// Its file, in the folder of pieces; none where nothing came.
    pub(super) file: String,
    /// The digest of the file.
    digest: String,
    /// So many records the service gave.
    pub(super) records: usize,
    /// Of so many of them the identifier is of no form that is known.
    pub(super) not_understood: usize,
}

impl Segment {
    /// Whether the file is there as it was written.
    pub(super) fn is_sound(&self, folder: &Path) -> bool {
        self.file.is_empty() || digest(&folder.join(&self.file)).is_ok_and(|digest| digest == self.digest)
    }
}

/// A file of lines that is being written.
pub(super) struct Lines {
    out: GzEncoder<BufWriter<NamedTempFile>>,
}

impl Lines {
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut builder = Builder::new();
        builder.prefix(UNFINISHED);
        // Temporary files are private of themselves; this one becomes a file like any other.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = BufWriter::with_capacity(1 << 16, builder.tempfile_in(folder)?);
        Ok(Self { out: GzEncoder::new(file, Compression::fast()) })
    }

    pub(super) fn put(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }

    /// Gives the file its name, once all of it is on disk.
    pub(super) fn finish(self, path: &Path) -> io::Result<()> {
        let file = self.out.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        // A full disk may show only now.
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    /// The same as a piece of a run.
    pub(super) fn finish_segment(self, folder: &Path, file: String) -> io::Result<Segment> {
        let path = folder.join(&file);
        self.finish(&path)?;
        Ok(Segment { digest: digest(&path)?, file, ..Segment::default() })
    }
}

fn digest(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Xxh3::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(format!("{:032x}", hash.digest128())),
            count => hash.update(&buffer[..count]),
        }
    }
}

/// Reads the lines of a file.
pub(super) fn read(path: &Path, mut each: impl FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let mut lines = BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file));
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        each(line.trim_end_matches('\n'))?;
        line.clear();
    }
    Ok(())
}

/// What stands for an identifier where hundreds of thousands of them are remembered.
pub(super) fn mark(identifier: &str) -> u128 {
    xxh3_128(identifier.as_bytes())
}

/// The identifier of a line that we wrote ourselves.
pub(super) fn identifier(line: &str) -> Option<&str> {
    line.strip_prefix("{\"identifier\":\"")?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let mut lines = Lines::create(folder.path()).unwrap();
        lines.put("{\"identifier\":\"kst-1-1\"}").unwrap();
        lines.put("{\"identifier\":\"kst-1-2\",\"title\":\"é\"}").unwrap();
        assert!(!folder.path().join("a.gz").exists());
        let segment = lines.finish_segment(folder.path(), "a.gz".to_owned()).unwrap();
        let mut found = Vec::new();
        read(&folder.path().join("a.gz"), |line| {
            found.push(identifier(line).unwrap().to_owned());
            Ok(())
        })
        .unwrap();
        assert_eq!(found, ["kst-1-1", "kst-1-2"]);
        assert!(segment.is_sound(folder.path()));
        let bytes = fs::read(folder.path().join("a.gz")).unwrap();
        fs::write(folder.path().join("a.gz"), &bytes[..bytes.len() - 1]).unwrap();
        assert!(!segment.is_sound(folder.path()));
        drop(Lines::create(folder.path()).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
