//! The memory of another process.

use std::{fs, process::Child, thread, time::Duration};

/// Waits for a process and returns the most memory it held, in KiB.
pub fn peak_of(mut child: Child) -> anyhow::Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let held = fs::read_to_string(&status).unwrap_or_default();
        let high_water = held.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = high_water.and_then(|text| text.trim().trim_end_matches(" kB").parse().ok());
        peak = peak.max(kib.unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            anyhow::ensure!(status.success(), "the process failed: {status}");
            return Ok(peak);
        }
        thread::sleep(Duration::from_millis(5));
    }
}
