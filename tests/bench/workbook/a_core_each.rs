//! A worker that has one core, beside two workers that have one each: were they in each other's way, two would take longer.

use std::{
    env,
    io::{self, BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::Context as _;

use super::{
    asked::{Fresh, next_day},
    peak,
    took::Took,
};

/// How often both are measured; the shortest times count.
const ROUNDS: usize = 7;

/// In a process of its own: a worker, which waits for the word, has its report built, and tells how many milliseconds it
/// kept a processor busy.
pub async fn work(url: &str, folder: &Path, days: u64) -> anyhow::Result<()> {
    let worker = Fresh::started(url, folder).await?;
    writeln!(io::stdout(), "ready")?;
    io::stdin().read_line(&mut String::new())?;
    let busy = peak::busy("/proc/self");
    let run = worker.ask(days).await?;
    worker.wake();
    worker.built(run).await?;
    writeln!(io::stdout(), "{}", (peak::busy("/proc/self") - busy).as_millis())?;
    worker.shutdown().await;
    Ok(())
}

/// The shortest times of one process with one report and of two with two, each with a core of its own.
pub fn measured(url: &str, folder: &Path) -> anyhow::Result<[Took; 2]> {
    let mut best = [Took::NEVER; 2];
    for _ in 0..ROUNDS {
        for (place, cores) in [(0, 0..1), (1, 0..2)] {
            let workers = cores.map(|core| Process::on(core, (url, folder)));
            best[place] = best[place].best(took(workers.collect::<anyhow::Result<_>>()?)?);
        }
    }
    Ok(best)
}

/// From the word to the last answer; how busy the processors were, together.
fn took(mut workers: Vec<Process>) -> anyhow::Result<Took> {
    for worker in &mut workers {
        anyhow::ensure!(worker.says()? == "ready", "a worker did not start");
    }
    let begin = Instant::now();
    for worker in &mut workers {
        worker.child.stdin.take().context("its input is piped")?.write_all(b"go\n")?;
    }
    let mut busy = Vec::new();
    for worker in &mut workers {
        busy.push(Duration::from_millis(worker.says()?.parse()?));
    }
    let took = Took { clock: begin.elapsed(), processor: busy.into_iter().sum(), peak_kib: 0 };
    for mut worker in workers {
        anyhow::ensure!(worker.child.wait()?.success(), "a worker failed");
    }
    Ok(took)
}

struct Process {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Process {
    /// A worker of this program that is kept to a core.
    fn on(core: u32, (url, folder): (&str, &Path)) -> anyhow::Result<Self> {
        let mut command = Command::new("taskset");
        command.args(["-c", &core.to_string()]).arg(env::current_exe()?);
        command.args(["work", url]).arg(folder).arg(next_day().to_string());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = BufReader::new(child.stdout.take().context("its output is piped")?);
        Ok(Self { child, output })
    }

    fn says(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}
