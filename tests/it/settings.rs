//! Settings: a wrong value stops the start with one clear line.

use crate::harness::Backend;

#[tokio::test]
async fn a_wrong_value_stops_the_start_with_one_line() {
    let database = Backend::Sqlite.empty().await;
    let cases = [
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "nonsense"),
        ("MIGRANET_LISTEN", "everywhere"),
        ("MIGRANET_LISTEN", "127.0.0.1:99999"),
    ];
    for (variable, value) in cases {
        let output =
            database.command().arg("serve").env(variable, value).output().expect("the binary starts");

        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{variable}={value}");
        assert_eq!(said.trim().lines().count(), 1, "{variable}={value}: {said}");
        assert!(said.contains(variable), "{variable}={value}: {said}");
        assert_eq!(output.stdout, b"", "{variable}={value}");
    }
}

#[tokio::test]
async fn the_settings_are_listed_with_their_origin() {
    let database = Backend::Sqlite.empty().await;

    let listed = database.run_command(&["config"]).expect(0).stdout;

    for setting in ["DATABASE_URL", "MIGRANET_DATA_DIR", "MIGRANET_LISTEN"] {
        assert!(listed.contains(setting), "{setting} is not in:\n{listed}");
    }
}

#[tokio::test]
async fn no_setting_shows_a_password() {
    let database = Backend::Sqlite.empty().await;
    let mut command = database.command();
    command.arg("config").env("DATABASE_URL", "postgres://somebody:geheim@localhost/migranet");

    let output = command.output().expect("the binary starts");

    let listed = String::from_utf8_lossy(&output.stdout);
    assert!(listed.contains("somebody") && !listed.contains("geheim"), "{listed}");
}
