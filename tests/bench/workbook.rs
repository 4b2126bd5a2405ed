//! The speeds the README promises of the writer, and what two workers are worth: `cargo bench --workspace --bench workbook`.
//!
//! An evidence of a million rows and twenty columns is written by us, by the library alone and by Python XlsxWriter, each
//! in a process of its own: how long that takes by the clock, and how long a processor was busy with it. `-- --rows 100000`
//! is a quick look, `-- --rows 0` looks at the workers alone.

#[path = "workbook/a_core_each.rs"]
mod a_core_each;
#[path = "workbook/asked.rs"]
mod asked;
#[path = "workbook/bare.rs"]
mod bare;
#[path = "workbook/cases.rs"]
mod cases;
#[path = "../it/harness/environment.rs"]
mod environment;
#[path = "workbook/ours.rs"]
mod ours;
mod peak;
#[path = "../it/harness/postgres.rs"]
mod postgres;
#[path = "workbook/python.rs"]
mod python;
#[path = "workbook/took.rs"]
mod took;
#[path = "workbook/two_workers.rs"]
mod two_workers;

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::Command,
};

use anyhow::bail;

use cases::Cases;
use took::Took;

const ROWS: u64 = 1_000_000;
/// How often we and the library take turns; the shortest times count.
const ROUNDS: usize = 3;

/// As in the binary.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new()?;
    match *words {
        ["write", who, rows, out] => return write(who, rows.parse()?, Path::new(out)),
        ["work", url, folder, days] => {
            return runtime.block_on(a_core_each::work(url, Path::new(folder), days.parse()?));
        }
        _ => {}
    }
    let rows = match words.iter().position(|word| *word == "--rows") {
        Some(place) => words.get(place + 1).copied().unwrap_or_default().parse()?,
        None => ROWS,
    };
    let folder = tempfile::tempdir()?;
    if rows > 0 {
        writers(folder.path(), rows)?;
    }
    let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("migranet.db").display());
    runtime.block_on(asked::network(&sqlite))?;
    let [one, two] = runtime.block_on(two_workers::measured(&sqlite, folder.path()))?;
    line("one worker, one report at demo size", &one.seconds(), "at most 2.00 s")?;
    line("two workers, two reports", &two.seconds(), "no limit")?;
    line("two by one", &two.ratios(one), "at most 1.30")?;
    match a_core_each::measured(&sqlite, folder.path()) {
        Ok([one, two]) => {
            line("one worker on one core, one report", &one.seconds(), "no limit")?;
            line("two workers on a core each, two reports", &two.seconds(), "no limit")?;
            line("two by one, each on a core of its own", &two.ratios(one), "at most 1.30")?;
        }
        Err(reason) => line("workers on a core each", "not run", &reason.to_string())?,
    }
    if let Some(server) = postgres::server().filter(|server| server.is_ours()) {
        runtime.block_on(asked::network(server.address()))?;
        let [one, two] = runtime.block_on(two_workers::measured(server.address(), folder.path()))?;
        line("one worker, one report at demo size, PostgreSQL", &one.seconds(), "no limit")?;
        line("two workers, two reports, PostgreSQL", &two.seconds(), "no limit")?;
        line("two by one, PostgreSQL", &two.ratios(one), "no limit")?;
    }
    Ok(())
}

/// Who writes rows, beside each other.
fn writers(folder: &Path, rows: u64) -> anyhow::Result<()> {
    let [bare, ours] = alternating(folder, rows)?;
    line("library alone", &bare.seconds(), "no limit")?;
    line("our writer", &ours.seconds(), "no limit")?;
    line("our writer by library alone", &ours.ratios(bare), "at most 1.30")?;
    let peak_mib = ours.peak_kib as f64 / 1024.0;
    line("peak memory of our writer", &format!("{peak_mib:.0} MiB"), "at most 200 MB")?;
    match python::interpreter(folder) {
        Ok(python) => {
            let python = Took::by(python::command(&python, &folder.join("python.xlsx"), rows))?;
            line("Python XlsxWriter", &python.seconds(), "no limit")?;
            line("Python XlsxWriter by our writer", &python.ratios(ours), "at least 5.00")?;
        }
        Err(reason) => line("Python XlsxWriter", "not run", &reason)?,
    }
    Ok(())
}

/// Writes the evidence in this process.
fn write(who: &str, rows: u64, out: &Path) -> anyhow::Result<()> {
    match who {
        "ours" => ours::write(Cases::new(rows), out),
        "bare" => bare::write(&Cases::new(rows), out),
        _ => bail!("nobody writes as {who}"),
    }
}

/// The library alone and us, in turns.
fn alternating(folder: &Path, rows: u64) -> anyhow::Result<[Took; 2]> {
    let mut best = [Took::NEVER; 2];
    for _ in 0..ROUNDS {
        for (place, who) in ["bare", "ours"].into_iter().enumerate() {
            let mut command = Command::new(env::current_exe()?);
            command.args(["write", who, &rows.to_string()]).arg(folder.join("written.xlsx"));
            best[place] = best[place].best(Took::by(command)?);
        }
    }
    Ok(best)
}

fn line(name: &str, measured: &str, limit: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{name:<58} {measured:>22}   ({limit})")
}
