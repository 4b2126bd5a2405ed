//! The speeds the README promises of the writer, and what two workers are worth: `cargo bench --workspace --bench workbook`.
//!
//! An evidence of a million rows and twenty columns is written by us, by the library alone and by Python XlsxWriter, each
//! in a process of its own: how long that takes by the clock, and how long a processor was busy with it. `-- --rows 100000`
//! is a quick look.

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
    let [bare, ours] = alternating(folder.path(), rows)?;
    line("library alone", &seconds(bare), "no limit")?;
    line("our writer", &seconds(ours), "no limit")?;
    line("our writer by library alone", &ratios(ours, bare), "at most 1.30")?;
    let peak_mib = ours.peak_kib as f64 / 1024.0;
    line("peak memory of our writer", &format!("{peak_mib:.0} MiB"), "at most 200 MB")?;
    match python::interpreter(folder.path()) {
        Ok(python) => {
            let out = folder.path().join("python.xlsx");
            let python = timed(python::command(&python, &out, rows))?;
            line("Python XlsxWriter", &seconds(python), "no limit")?;
            line("Python XlsxWriter by our writer", &ratios(python, ours), "at least 5.00")?;
        }
        Err(reason) => line("Python XlsxWriter", "not run", &reason)?,
    }
    let [one, two] = tokio::runtime::Runtime::new()?.block_on(two_workers::measured(folder.path()))?;
    line("one worker, one report at demo size", &format!("{:.2} s", one.as_secs_f64()), "no limit")?;
    line("two workers, two reports", &format!("{:.2} s", two.as_secs_f64()), "no limit")?;
    Ok(line("two by one", &format!("{:.2}", ratio(two, one)), "at most 1.30")?)
}

/// Writes the evidence in this process.
fn write(who: &str, rows: u64, out: &Path) -> anyhow::Result<()> {
    match who {
        "ours" => ours::write(Cases::new(rows), out),
        "bare" => bare::write(&Cases::new(rows), out),
        _ => bail!("nobody writes as {who}"),
    }
}

/// What a writer took.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    processor: Duration,
    peak_kib: u64,
}

impl Took {
    /// The shortest times and the most memory of two.
    fn best(self, other: Self) -> Self {
        Self {
            clock: self.clock.min(other.clock),
            processor: self.processor.min(other.processor),
            peak_kib: self.peak_kib.max(other.peak_kib),
        }
    }
}

/// The library alone and us, in turns.
fn alternating(folder: &Path, rows: u64) -> anyhow::Result<[Took; 2]> {
    let none = Took { clock: Duration::MAX, processor: Duration::MAX, peak_kib: 0 };
    let mut best = [none; 2];
    for _ in 0..ROUNDS {
        for (place, who) in ["bare", "ours"].into_iter().enumerate() {
            let mut command = Command::new(env::current_exe()?);
            command.args(["write", who, &rows.to_string()]).arg(folder.join("written.xlsx"));
            best[place] = best[place].best(timed(command)?);
        }
    }
    Ok(best)
}

/// What a process takes.
fn timed(mut command: Command) -> anyhow::Result<Took> {
    let start = Instant::now();
    let used = peak::used_by(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?)?;
    Ok(Took { clock: start.elapsed(), processor: used.processor, peak_kib: used.peak_kib })
}

fn seconds(took: Took) -> String {
    format!("{:.2} s, busy {:.2} s", took.clock.as_secs_f64(), took.processor.as_secs_f64())
}

fn ratios(one: Took, other: Took) -> String {
    format!("{:.2}, busy {:.2}", ratio(one.clock, other.clock), ratio(one.processor, other.processor))
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn line(name: &str, measured: &str, limit: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{name:<58} {measured:>22}   ({limit})")
}
