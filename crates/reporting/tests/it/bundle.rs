//! Several files as one.

use std::fs;

use reporting::{Bundle, bundled};
use tempfile::TempDir;

#[test]
fn the_same_files_make_the_same_bundle_and_come_out_as_they_went_in() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("file");
    let [one, other] = ["one.zip", "other.zip"].map(|name| {
        let out = folder.path().join(name);
        let mut bundle = Bundle::begin(&out).expect("a bundle");
        for (name, contents) in [("Übersicht.xlsx", "first"), ("b.xlsx", "")] {
            fs::write(&file, contents).expect("a file");
            bundle.add(name, &file).expect("room for it");
        }
        bundle.finish().expect("a bundle");
        fs::read(out).expect("a file")
    });

    assert_eq!(one, other);
    assert_eq!(bundled(&one, "Übersicht.xlsx").as_deref(), Some(&b"first"[..]));
    assert_eq!(bundled(&one, "b.xlsx").as_deref(), Some(&b""[..]));
    assert_eq!(bundled(&one, "c.xlsx"), None);
    assert_eq!(bundled(b"no bundle", "b.xlsx"), None);
}
