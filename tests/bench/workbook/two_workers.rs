//! Two workers with two reports beside one with one, on all cores there are.

use std::{path::Path, time::Instant};

use super::{
    asked::{Fresh, next_day},
    peak,
    took::Took,
};

/// How often both are measured; the shortest times count.
const ROUNDS: usize = 7;

/// The shortest times of one worker for one report and of two workers for two, each starting without anything in memory.
/// Of a database server's processors nothing is known.
pub async fn measured(url: &str, folder: &Path) -> anyhow::Result<[Took; 2]> {
    let mut best = [Took::NEVER; 2];
    for _ in 0..ROUNDS {
        for (place, workers) in [(0, 1), (1, 2)] {
            best[place] = best[place].best(took((url, folder), workers).await?);
        }
    }
    Ok(best)
}

/// What as many reports as workers take, from the first request to the last file.
async fn took((url, folder): (&str, &Path), workers: usize) -> anyhow::Result<Took> {
    let mut started = Vec::new();
    for _ in 0..workers {
        started.push(Fresh::started(url, folder).await?);
    }
    let (begin, busy) = (Instant::now(), peak::busy("/proc/self"));
    let mut runs = Vec::new();
    for worker in &started {
        runs.push(worker.ask(next_day()).await?);
    }
    started.iter().for_each(Fresh::wake);
    for (worker, run) in started.iter().zip(runs) {
        worker.built(run).await?;
    }
    let took = Took { clock: begin.elapsed(), processor: peak::busy("/proc/self") - busy, peak_kib: 0 };
    for worker in started {
        worker.shutdown().await;
    }
    Ok(took)
}
