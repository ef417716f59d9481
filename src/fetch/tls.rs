//! Whom to believe: the certificates of the system, or those in a file that the user names.

use std::fs;
use std::path::Path;

use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};

use super::Trouble;

/// A file of certificates is no larger than this, in bytes.
const LARGEST: u64 = 16 << 20;

/// How servers are to prove who they are. With a file, only what is signed by one of its certificates is believed.
///
/// # Errors
/// Where the file cannot be read, or holds no certificate in PEM.
pub(super) fn config(certificates: Option<&Path>) -> Result<TlsConfig, Trouble> {
    let roots = match certificates {
        Some(file) => RootCerts::from(read(file)?),
        // Those of the system hold the ones that a ministry's own network is signed with.
        None => RootCerts::PlatformVerifier,
    };
    Ok(TlsConfig::builder().root_certs(roots).build())
}

fn read(file: &Path) -> Result<Vec<ureq::tls::Certificate<'static>>, Trouble> {
    let failed = |error: &std::io::Error| Trouble::disk(file, error);
    let size = fs::metadata(file).map_err(|error| failed(&error))?.len();
    let bytes = if size > LARGEST { Vec::new() } else { fs::read(file).map_err(|error| failed(&error))? };
    let certificates: Vec<_> = parse_pem(&bytes)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if certificates.is_empty() {
        return Err(Trouble::NoCertificates(file.to_owned()));
    }
    Ok(certificates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_certificates_is_read_and_anything_else_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.pem");
        assert!(matches!(config(Some(&file)), Err(Trouble::Disk { .. })));
        fs::write(&file, "geen certificaat").unwrap();
        assert!(matches!(config(Some(&file)), Err(Trouble::NoCertificates(path)) if path == file));
        // What is in the armour is looked at when a server shows what it is signed with.
        let armour = "-----BEGIN CERTIFICATE-----\nMAoGCCqGSM49BAMC\n-----END CERTIFICATE-----\n";
        fs::write(&file, format!("# van de dienst\n{armour}{armour}")).unwrap();
        let config = config(Some(&file)).unwrap();
        assert!(matches!(config.root_certs(), RootCerts::Specific(certificates) if certificates.len() == 2));
    }

    #[test]
    fn without_a_file_the_system_is_believed() {
        assert!(matches!(config(None).unwrap().root_certs(), RootCerts::PlatformVerifier));
    }
}
