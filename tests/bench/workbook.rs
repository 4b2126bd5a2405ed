//! The speeds the README promises of the writer, and what two workers are worth: `cargo bench --workspace --bench workbook`.
//!
//! An evidence of a million rows and twenty columns is written by us, by the library alone and by Python XlsxWriter, each
//! in a process of its own. `-- --rows 100000` is a quick look.

#[path = "workbook/bare.rs"]
mod bare;
#[path = "workbook/cases.rs"]
mod cases;
#[path = "workbook/ours.rs"]
mod ours;
mod peak;
#[path = "workbook/python.rs"]
mod python;
#[path = "workbook/two_workers.rs"]
mod two_workers;

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::bail;

use cases::Cases;

const ROWS: u64 = 1_000_000;
/// How often we and the library take turns; the shortest times count.
const ROUNDS: usize = 3;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["write", who, rows, out] = *words {
        return write(who, rows.parse()?, Path::new(out));
    }
    let rows = match words.iter().position(|word| *word == "--rows") {
        Some(place) => words.get(place + 1).copied().unwrap_or_default().parse()?,
        None => ROWS,
    };
    let folder = tempfile::tempdir()?;
    let (ours, bare, peak_kib) = alternating(folder.path(), rows)?;
    line("library alone", &seconds(bare), "no limit")?;
    line("our writer", &seconds(ours), "no limit")?;
    line("our writer by library alone", &ratio(ours, bare), "at most 1.30")?;
    line("peak memory of our writer", &format!("{:.0} MiB", peak_kib as f64 / 1024.0), "at most 200 MB")?;
    match python::interpreter(folder.path()) {
        Ok(python) => {
            let out = folder.path().join("python.xlsx");
            let (time, _) = timed(python::command(&python, &out, rows))?;
            line("Python XlsxWriter", &seconds(time), "no limit")?;
            line("Python XlsxWriter by our writer", &ratio(time, ours), "at least 5.00")?;
        }
        Err(reason) => line("Python XlsxWriter", "not run", &reason)?,
    }
    let [one, two] = tokio::runtime::Runtime::new()?.block_on(two_workers::measured(folder.path()))?;
    line("one worker, one report at demo size", &seconds(one), "no limit")?;
    line("two workers, two reports", &seconds(two), "no limit")?;
    Ok(line("two by one", &ratio(two, one), "at most 1.30")?)
}

/// Writes the evidence in this process.
fn write(who: &str, rows: u64, out: &Path) -> anyhow::Result<()> {
    match who {
        "ours" => ours::write(Cases::new(rows), out),
        "bare" => bare::write(&Cases::new(rows), out),
        _ => bail!("nobody writes as {who}"),
    }
}

/// The shortest times of us and of the library alone, and the most memory we held.
fn alternating(folder: &Path, rows: u64) -> anyhow::Result<(Duration, Duration, u64)> {
    let (mut ours, mut bare, mut peak) = (Duration::MAX, Duration::MAX, 0);
    let child = |who: &str| -> anyhow::Result<Command> {
        let mut command = Command::new(env::current_exe()?);
        command.args(["write", who, &rows.to_string()]).arg(folder.join("written.xlsx"));
        Ok(command)
    };
    for _ in 0..ROUNDS {
        bare = bare.min(timed(child("bare")?)?.0);
        let (time, held) = timed(child("ours")?)?;
        ours = ours.min(time);
        peak = peak.max(held);
    }
    Ok((ours, bare, peak))
}

/// How long a process takes, and the most memory it held, in KiB.
fn timed(mut command: Command) -> anyhow::Result<(Duration, u64)> {
    let start = Instant::now();
    let held = peak::peak_of(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?)?;
    Ok((start.elapsed(), held))
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

fn ratio(one: Duration, other: Duration) -> String {
    format!("{:.2}", one.as_secs_f64() / other.as_secs_f64())
}

fn line(name: &str, measured: &str, limit: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{name:<58} {measured:>22}   ({limit})")
}
