//! The speeds the README promises, at demo size: import, figures, workbook. `cargo bench -p migranet`.

mod peak;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::Context as _;
use domain::{
    Clock, Domain, Viewer, db, demo,
    exchange::{ImportRequest, Kind, Mode, import},
    figure::{Breakdown, FigureQuery, figures},
};
use interchange::{Limits, Table, read_csv, value, write_csv};
use migrations::{Migrator, MigratorTrait};

/// As in the binary.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often a figure query is repeated; the median counts.
const REPEATS: usize = 21;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let dir = tempfile::tempdir()?;
    let domain = network(dir.path()).await?;
    let files = files(&domain).await?;
    let (rows, import_time) = timed_import(&domain, &files).await?;
    let (cold, warm, count) = timed_figures(&domain).await?;
    drop(domain);
    let (workbook_time, peak_kib, bytes) = timed_workbook(dir.path())?;

    let mut out = String::new();
    let mut line = |name: &str, measured: String, limit: &str| {
        out.push_str(&format!("{name:<58} {measured:>22}   ({limit})\n"));
    };
    let per_second = rows as f64 / import_time.as_secs_f64();
    line(
        "import of CSV with all checks, SQLite",
        format!("{per_second:.0} rows/s"),
        "at least 10,000 rows/s",
    );
    line(
        &format!("all indicators × all sub-projects ({count} figures)"),
        format!("{:.1} ms", warm.as_secs_f64() * 1e3),
        "at most 30 ms",
    );
    line(
        "the same for the first time after a start",
        format!("{:.0} ms", cold.as_secs_f64() * 1e3),
        "no limit",
    );
    line(
        "workbook, from the command to the file",
        format!("{:.2} s", workbook_time.as_secs_f64()),
        "at most 2 s",
    );
    line("peak memory of that process", format!("{:.0} MiB", peak_kib as f64 / 1024.0), "at most 150 MB");
    line("size of the workbook", format!("{:.0} KiB", bytes as f64 / 1024.0), "no limit");
    io::Write::write_all(&mut io::stdout(), out.as_bytes())?;
    Ok(())
}

/// A database with the network and nobody in it.
async fn network(dir: &Path) -> anyhow::Result<Domain> {
    let url = format!("sqlite://{}?mode=rwc", dir.join("migranet.db").display());
    let connection = db::connect(&url).await?;
    Migrator::up(&connection, None).await?;
    let domain = Domain::new(connection, Clock::system());
    demo::make_network(&domain).await?;
    Ok(domain)
}

/// The demo's records as CSV files in memory.
async fn files(domain: &Domain) -> anyhow::Result<Vec<(Kind, Vec<u8>)>> {
    let as_file = |(kind, table): (Kind, Table)| {
        let header: Vec<&str> = table.header.iter().map(String::as_str).collect();
        let rows = table.rows.into_iter().map(|row| {
            row.cells
                .iter()
                .map(|cell| value::text(cell).ok().flatten().unwrap_or_default())
                .collect::<Vec<_>>()
        });
        let mut bytes = Vec::new();
        write_csv(&header, rows, &mut bytes).map(|()| (kind, bytes))
    };
    Ok(demo::records(domain).await?.into_iter().map(as_file).collect::<Result<_, _>>()?)
}

async fn timed_import(domain: &Domain, files: &[(Kind, Vec<u8>)]) -> anyhow::Result<(usize, Duration)> {
    let start = Instant::now();
    let read = |(kind, bytes): &(Kind, Vec<u8>)| {
        read_csv(kind.as_str(), bytes, &Limits::default()).map(|table| (*kind, table))
    };
    let tables: Vec<_> = files.iter().map(read).collect::<Result<_, _>>()?;
    let rows = tables.iter().map(|(_, table)| table.rows.len()).sum();
    let request = ImportRequest { tables, files: Vec::new(), mode: Mode::Apply, reason: None };
    let outcome = import(domain, &Viewer::local_operator(), &request).await?;
    anyhow::ensure!(
        outcome.inserted > rows / 2,
        "the import let too little in: {} of {rows}",
        outcome.inserted
    );
    Ok((rows, start.elapsed()))
}

async fn timed_figures(domain: &Domain) -> anyhow::Result<(Duration, Duration, usize)> {
    let query = FigureQuery {
        period: demo::PERIOD.to_owned(),
        cut_off: chrono::NaiveDate::from_ymd_opt(2025, 12, 31).context("a date")?,
        known_at: None,
        network: None,
        strand: None,
        sub_project: None,
        by: Some(Breakdown::SubProject),
        kinds: Vec::new(),
        indicators: Vec::new(),
    };
    let viewer = Viewer::local_operator();
    let mut times = Vec::new();
    let mut count = 0;
    for _ in 0..REPEATS {
        let start = Instant::now();
        count = figures(domain, &viewer, &query).await?.len();
        times.push(start.elapsed());
    }
    let cold = times.remove(0);
    times.sort();
    Ok((cold, times[times.len() / 2], count))
}

/// Runs `migranet report` as a user would, and watches its memory.
fn timed_workbook(dir: &Path) -> anyhow::Result<(Duration, u64, u64)> {
    let out: PathBuf = dir.join("report.xlsx");
    let start = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_migranet"))
        .args(["report", "--period", demo::PERIOD, "--cut-off", "2025-12-31", "--out"])
        .arg(&out)
        .env("MIGRANET_DATA_DIR", dir)
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()?;
    let peak_kib = peak::used_by(child)?.peak_kib;
    Ok((start.elapsed(), peak_kib, fs::metadata(&out)?.len()))
}
