//! What another process uses.

use std::{fs, process::Child, thread, time::Duration};

/// What a process has used.
#[derive(Clone, Copy, Debug, Default)]
pub struct Used {
    /// The most memory it held, in KiB.
    pub peak_kib: u64,
    /// The time it kept a processor busy, to the hundredth of a second: unlike the clock it knows nothing of what else
    /// the machine does.
    pub processor: Duration,
}

/// Waits for a process and returns what it used.
pub fn used_by(mut child: Child) -> anyhow::Result<Used> {
    let place = format!("/proc/{}", child.id());
    let mut used = Used::default();
    loop {
        let held = fs::read_to_string(format!("{place}/status")).unwrap_or_default();
        let high_water = held.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = high_water.and_then(|text| text.trim().trim_end_matches(" kB").parse().ok());
        used.peak_kib = used.peak_kib.max(kib.unwrap_or(0));
        let times = fs::read_to_string(format!("{place}/stat")).unwrap_or_default();
        used.processor = used.processor.max(busy(&times).unwrap_or_default());
        if let Some(status) = child.try_wait()? {
            anyhow::ensure!(status.success(), "the process failed: {status}");
            return Ok(used);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// The time of its own and of the system on its behalf, of which Linux counts hundredths.
fn busy(stat: &str) -> Option<Duration> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let of_times = after_name.split_whitespace().skip(11).take(2);
    let hundredths: u64 = of_times.map(|field| field.parse::<u64>().ok()).sum::<Option<u64>>()?;
    Some(Duration::from_millis(hundredths * 10))
}
