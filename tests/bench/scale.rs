//! Figures at scale, beside the SQL somebody would write instead.
//!
//! `cargo bench -p worker --bench scale -- --tier M` fills a throw-away PostgreSQL and measures there;
//! `MIGRANET_BENCH_DATABASE_URL` names a database that `migranet bench-data` has filled, to measure without filling; reports
//! are handed in there, and its ledger is emptied and counted anew at the end.

#[path = "by_hand.rs"]
mod by_hand;
#[path = "editions.rs"]
mod editions;
#[path = "../it/harness/environment.rs"]
mod environment;
#[path = "of_a_network.rs"]
mod of_a_network;
#[path = "peak.rs"]
mod peak;
#[path = "../it/harness/postgres.rs"]
mod postgres;
#[path = "recounted.rs"]
mod recounted;

use std::{
    future::Future,
    io::{self, Write as _},
    time::{Duration, Instant},
};

use anyhow::Context as _;
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    Clock, Domain, Viewer, db,
    demo::{
        PERIOD,
        bench::{self, SUB_PROJECT, Tier},
    },
    figure::{
        Breakdown, CasePageRequest, DifferenceQuery, FigureKey, FigureQuery, Moment, SeriesQuery, Which,
        case_page, difference, figures, series,
    },
    funding_period,
    sub_project::RegionCategory,
};
use migrations::{Migrator, MigratorTrait};

const FILLED: &str = "MIGRANET_BENCH_DATABASE_URL";
const CUT_OFF: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a date");
/// How often a question is repeated; the median counts.
const REPEATS: usize = 9;
/// So many reports are handed in.
const EDITIONS: u32 = 40;

/// As in the binary.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, url, folder] = &*arguments
        && word == of_a_network::WORD
    {
        return of_a_network::build(url, std::path::Path::new(folder)).await;
    }
    let tier = match arguments.iter().skip_while(|argument| *argument != "--tier").nth(1).map(String::as_str)
    {
        Some("M") => Tier::M,
        Some("L") => Tier::L,
        _ => Tier::S,
    };
    let folder = tempfile::tempdir()?;
    let url = match environment::variable(FILLED) {
        Some(url) => url,
        None => filled(tier, folder.path()).await?,
    };
    let mut report = Report::default();
    measure(&url, &mut report).await?;
    let built = of_a_network::measured(&url, folder.path())?;
    report.line(
        &format!("a worker's reports on two networks, the last: {}", built.size),
        built.time,
        "no limit",
    );
    report.text(
        "… peak memory of the worker",
        format!("{} MiB", built.used.peak_kib / 1024),
        "at most 200 MB",
    );
    with_editions(&url, &mut report).await?;
    if tier != Tier::L {
        recounts(&url, &mut report).await?;
    }
    report.print()
}

/// A new database: on PostgreSQL where there is one, for tier S on SQLite too.
async fn filled(tier: Tier, folder: &std::path::Path) -> anyhow::Result<String> {
    let url = match postgres::server() {
        Some(server) if server.is_ours() => server.address().to_owned(),
        Some(_) => anyhow::bail!("set {FILLED} to a database that may be filled or is"),
        None => format!("sqlite://{}", folder.join("scale.sqlite").display()),
    };
    let domain = open(&url).await?;
    Migrator::up(&domain.db, None).await?;
    let start = Instant::now();
    let filled = bench::fill(&domain, tier, |_| {}).await?;
    let seconds = start.elapsed().as_secs_f64();
    writeln!(
        io::stdout(),
        "filled {filled:?} in {seconds:.0} s, {:.0} rows/s",
        filled.rows as f64 / seconds
    )?;
    Ok(url)
}

async fn open(url: &str) -> anyhow::Result<Domain> {
    Ok(Domain::new(db::connect(url).await?, Clock::system()))
}

async fn measure(url: &str, report: &mut Report) -> anyhow::Result<()> {
    let domain = open(url).await?;
    let viewer = Viewer::local_operator();
    let by_hand = by_hand::best(&domain.db, CUT_OFF).await?;
    if let Some(by_hand) = by_hand {
        report.line(
            "the least SQL by hand: 15 indicators from participations alone",
            by_hand,
            "for comparison",
        );
    }

    let all = query(None);
    let cold = timed(|| figures(&domain, &viewer, &all)).await?;
    report.line("first answer after a start: loads all facts", cold, "no limit");
    let period = funding_period::store::by_code(&domain.db, PERIOD).await?.context("the period")?;
    let held = domain.columns.held(period.id);
    report.text(
        "facts in memory",
        format!("{} × {:.1} bytes", held.facts, held.bytes as f64 / held.facts as f64),
        "at most 40 bytes",
    );
    let warm = median(|| figures(&domain, &viewer, &all)).await?;
    report.line("all indicators × all sub-projects × gender", warm, "at least 15 × faster than by hand");
    if let Some(by_hand) = by_hand {
        let ratio = by_hand.as_secs_f64() / warm.as_secs_f64();
        report.text("… so many times faster", format!("{ratio:.1} ×"), "at least 15 ×");
    }
    let whole = FigureQuery { by: Some(Breakdown::Period), ..query(None) };
    report.line(
        "all indicators of the whole period",
        median(|| figures(&domain, &viewer, &whole)).await?,
        "no limit",
    );
    let one = query(Some(format!("{SUB_PROJECT}0017")));
    report.line(
        "one sub-project's figures",
        median(|| figures(&domain, &viewer, &one)).await?,
        "at most 5 ms",
    );

    let months = SeriesQuery { figures: whole.clone(), cut_offs: month_ends() };
    let time = median(|| series(&domain, &viewer, &months)).await?;
    report.line("36 month ends of every indicator, whole period", time, "at most 300 ms");
    let months = SeriesQuery { figures: query(None), cut_offs: month_ends() };
    let time = median(|| series(&domain, &viewer, &months)).await?;
    report.line("the same for every sub-project", time, "no limit");

    let network =
        figures(&domain, &viewer, &FigureQuery { by: Some(Breakdown::Network), ..query(None) }).await?;
    let network = network.first().context("a network")?.unit.code.clone();
    for (name, unit, limit) in [
        ("first page of a network's cases", (Breakdown::Network, network), "at most 20 ms"),
        ("first page of all cases", (Breakdown::Period, Some(PERIOD.to_owned())), "at most 20 ms"),
    ] {
        let key = FigureKey {
            period: PERIOD.to_owned(),
            cut_off: CUT_OFF,
            known_at: None,
            unit,
            region_category: RegionCategory::MoreDeveloped,
            indicator: "EECO01".to_owned(),
        };
        let request = CasePageRequest { which: Which::Counted, after: None, limit: 50 };
        report.line(name, median(|| case_page(&domain, &viewer, &key, request.clone())).await?, limit);
    }

    let now = domain.clock.now();
    let then = Moment { cut_off: CUT_OFF - Days::new(184), known_at: Some(now - TimeDelta::days(45)) };
    let since = |from| DifferenceQuery {
        period: PERIOD.to_owned(),
        network: None,
        strand: None,
        sub_project: None,
        by: Some(Breakdown::Network),
        kinds: Vec::new(),
        indicators: Vec::new(),
        from,
        to: Moment { cut_off: CUT_OFF, known_at: None },
    };
    let (passed, learnt) = (since(Moment { known_at: None, ..then }), since(then));
    report.line(
        "difference by network, time passed only",
        median(|| difference(&domain, &viewer, &passed)).await?,
        "no limit",
    );
    report.line(
        "difference by network since 45 days ago",
        timed(|| difference(&domain, &viewer, &learnt)).await?,
        "no limit",
    );
    let known = FigureQuery { known_at: then.known_at, ..query(None) };
    report.line(
        "figures as known 45 days ago, all sub-projects",
        timed(|| figures(&domain, &viewer, &known)).await?,
        "no limit",
    );
    Ok(())
}

/// What editions cost that were handed in.
async fn with_editions(url: &str, report: &mut Report) -> anyhow::Result<()> {
    let domain = open(url).await?;
    report.line("import of one person, dry run, no editions", editions::dry_run(&domain).await?, "no limit");
    editions::hand_in(&domain, EDITIONS).await?;
    let name = format!("the same beside {EDITIONS} submitted editions");
    report.line(&name, editions::dry_run(&domain).await?, "no limit");
    let (all, longest) = editions::listed(&domain).await?;
    report.line(&format!("the changes behind {EDITIONS} submitted editions"), all, "no limit");
    report.line("… behind the one of them that took longest", longest, "no limit");
    Ok(())
}

/// Counts the period again: when the ledger is right already, and when it is empty.
async fn recounts(url: &str, report: &mut Report) -> anyhow::Result<()> {
    let domain = open(url).await?;
    let counted = recounted::to_the_end(&domain).await?;
    report.text("recount when nothing is different", counted.to_string(), "at least 20,000 cases/s");
    recounted::empty_ledger(&domain.db).await?;
    let counted = recounted::to_the_end(&domain).await?;
    report.text(
        "recount from an empty ledger, all facts written",
        counted.to_string(),
        "at least 20,000 cases/s",
    );
    Ok(())
}

fn query(sub_project: Option<String>) -> FigureQuery {
    FigureQuery {
        period: PERIOD.to_owned(),
        cut_off: CUT_OFF,
        known_at: None,
        network: None,
        strand: None,
        sub_project,
        by: Some(Breakdown::SubProject),
        kinds: Vec::new(),
        indicators: Vec::new(),
    }
}

fn month_ends() -> Vec<NaiveDate> {
    let first_days = (2023..=2025)
        .flat_map(|year| (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1)));
    first_days.map(|day| day + chrono::Months::new(1) - Days::new(1)).collect()
}

async fn timed<T, F: Future<Output = domain::Result<T>>>(ask: impl Fn() -> F) -> anyhow::Result<Duration> {
    let start = Instant::now();
    ask().await?;
    Ok(start.elapsed())
}

async fn median<T, F: Future<Output = domain::Result<T>>>(ask: impl Fn() -> F) -> anyhow::Result<Duration> {
    let mut times = Vec::with_capacity(REPEATS);
    for _ in 0..REPEATS {
        times.push(timed(&ask).await?);
    }
    times.sort();
    Ok(times[REPEATS / 2])
}

/// What was measured, beside what is promised.
#[derive(Default)]
struct Report(String);

impl Report {
    fn line(&mut self, name: &str, time: Duration, limit: &str) {
        self.text(name, format!("{:.1} ms", time.as_secs_f64() * 1e3), limit);
    }

    fn text(&mut self, name: &str, measured: String, limit: &str) {
        self.0.push_str(&format!("{name:<66} {measured:>24}   ({limit})\n"));
    }

    fn print(self) -> anyhow::Result<()> {
        Ok(io::stdout().write_all(self.0.as_bytes())?)
    }
}
