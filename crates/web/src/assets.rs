//! Style sheets, scripts, fonts and notices, served from inside the binary.

use std::sync::LazyLock;

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets/served"]
struct Served;

/// A file to be served.
#[derive(Debug)]
pub struct Asset {
    /// The bytes.
    pub bytes: std::borrow::Cow<'static, [u8]>,
    /// Value of the `Content-Type` header.
    pub content_type: String,
    /// Value of the `Cache-Control` header.
    pub cache_control: &'static str,
}

/// Names the whole set of files: 16 hex digits that change when any file changes. One name for all lets a style
/// sheet refer to a font beside it.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mixed = Served::iter()
        .filter_map(|name| Served::get(&name))
        .map(|file| file.metadata.sha256_hash())
        .fold([0_u8; 32], |mixed, hash| std::array::from_fn(|at| mixed[at] ^ hash[at]));
    mixed[..8].iter().map(|byte| format!("{byte:02x}")).collect()
});

/// The address of the file `name`: `/assets/{version}/{name}`.
pub fn url(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// The file behind `/assets/{version}/{name}`, if there is one. The answer to an outdated version is the current
/// file and must not be kept.
pub fn find(version: &str, name: &str) -> Option<Asset> {
    let EmbeddedFile { data, .. } = Served::get(name)?;
    let cache_control = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-store" };
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let content_type = match mime.type_() {
        mime_guess::mime::TEXT => format!("{mime}; charset=utf-8"),
        _ => mime.to_string(),
    };
    Some(Asset { bytes: data, content_type, cache_control })
}

#[cfg(test)]
mod tests {
    use super::{VERSION, find, url};

    #[test]
    fn a_file_under_its_version_may_be_kept_for_ever() {
        let asset = find(&VERSION, "kern.css").expect("kern.css is served");
        assert_eq!(asset.content_type, "text/css; charset=utf-8");
        assert!(asset.cache_control.ends_with("immutable"));
        assert!(!asset.bytes.is_empty());
    }

    #[test]
    fn a_file_under_an_old_version_is_current_and_not_kept() {
        let asset = find("0000000000000000", "kern.css").expect("kern.css is served");
        assert_eq!(asset.cache_control, "no-store");
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for name in ["nothing.css", "../assets.rs", "", "/etc/passwd"] {
            assert!(find(&VERSION, name).is_none(), "{name}");
        }
    }

    #[test]
    fn an_address_carries_the_version() {
        assert_eq!(url("kern.css"), format!("/assets/{}/kern.css", *VERSION));
        assert_eq!(VERSION.len(), 16);
    }
}
