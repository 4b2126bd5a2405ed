//! What processes use.

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
        used.processor = used.processor.max(busy(&place));
        if let Some(status) = child.try_wait()? {
            anyhow::ensure!(status.success(), "the process failed: {status}");
            return Ok(used);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// The time a process at a place like `/proc/self` has kept processors busy, itself and the system on its behalf. Linux
/// counts hundredths of a second; none where there is no process.
pub fn busy(process: &str) -> Duration {
    let stat = fs::read_to_string(format!("{process}/stat")).unwrap_or_default();
    let (_, after_name) = stat.rsplit_once(')').unwrap_or_default();
    let of_times = after_name.split_whitespace().skip(11).take(2);
    let hundredths: u64 = of_times.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(hundredths * 10)
}
