//! The same content makes the same bytes, whoever writes them where and when.

use std::ops::ControlFlow;
use std::path::Path;

use reporting::write_report;
use texts::Language;

use crate::sample::Sample;
use crate::{child, everything};

fn write(place: &Path) {
    for language in Language::ALL {
        let content = Sample { language, left_out: 40 }.content();
        let path = place.join(format!("{}.xlsx", language.as_str()));
        write_report(&content, &path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    }
    everything::write(everything::sheets(), &place.join("everything.xlsx")).expect("a workbook");
}

#[test]
fn other_processes_with_other_settings_write_the_same_bytes() {
    if let Some(place) = child::place() {
        return write(&place);
    }
    let here = tempfile::tempdir().expect("a directory");
    write(here.path());
    for (zone, language) in [("Pacific/Kiritimati", "de_DE.UTF-8"), ("America/Adak", "C")] {
        let there = tempfile::tempdir().expect("a directory");
        let test = "identity::other_processes_with_other_settings_write_the_same_bytes";
        child::run(&child::command(test, there.path()), |command| {
            command.env_clear().env("TZ", zone).env("LANG", language).env("LC_ALL", language);
            command.current_dir(there.path());
        });
        for name in ["de.xlsx", "en.xlsx", "everything.xlsx"] {
            let bytes = |place: &Path| std::fs::read(place.join(name)).expect("the file");
            assert!(bytes(here.path()) == bytes(there.path()), "{name} differs with {zone} and {language}");
        }
    }
}
