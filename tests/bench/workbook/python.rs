//! Python with XlsxWriter, where there is one or one can be had.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The version that is compared with.
const XLSXWRITER: &str = "XlsxWriter==3.2.9";

/// The interpreter of a new environment in a folder that has XlsxWriter, or why there is none.
pub fn interpreter(folder: &Path) -> Result<PathBuf, String> {
    let environment = folder.join("python");
    let made = run(Command::new("python3").args(["-m", "venv"]).arg(&environment));
    made.map_err(|cause| format!("no environment of python3: {cause}"))?;
    let python = environment.join("bin/python");
    let installed = run(Command::new(&python).args(["-m", "pip", "install", "--quiet", XLSXWRITER]));
    installed.map_err(|cause| format!("{XLSXWRITER} could not be installed: {cause}"))?;
    Ok(python)
}

/// The command that writes the same cells.
pub fn command(python: &Path, out: &Path, rows: u64) -> Command {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bench/workbook/evidence.py");
    let mut command = Command::new(python);
    command.arg(script).arg(out).arg(rows.to_string());
    command
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stderr);
    let last = told.lines().last().unwrap_or("it failed");
    if output.status.success() { Ok(()) } else { Err(last.to_owned()) }
}
