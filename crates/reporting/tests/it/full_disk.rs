//! A disk without room.

use reporting::{Records, Value, WriteError, write_records};

use crate::child;
use crate::sample::moment;

#[test]
fn a_full_disk_is_an_error_and_leaves_nothing() {
    let Some(place) = child::place() else { return on_a_full_disk() };
    let row = |number: u64| vec![format!("a text of its own {number}").into(), Value::from(number)];
    let records = Records {
        kind: "participations",
        header: &["reference", "number"],
        rows: Box::new((0..200_000u32).map(|number| row(u64::from(number)))),
        exported_at: moment("2026-01-15T09:30:20Z"),
    };
    let outcome = write_records(records, &place.join("records.xlsx"));
    assert!(matches!(outcome, Err(WriteError::Disk(_))), "{outcome:?}");
    let left: Vec<_> = std::fs::read_dir(&place).expect("the directory").collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Files may not grow beyond so many blocks: too few for the rows, then enough for them but not for what is packed.
fn on_a_full_disk() {
    for blocks in ["16", "40000"] {
        let place = tempfile::tempdir().expect("a directory");
        let test = child::command("full_disk::a_full_disk_is_an_error_and_leaves_nothing", place.path());
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let shell = ["sh", "-c", &limited, "sh"].map(str::to_owned);
        child::run(&[&shell[..], &test[..]].concat(), |_| {});
    }
}
