//! What tells whether two workbooks say the same, however they look.

use std::fmt::Write as _;

use domain::figure::Plan;
use sha2::{Digest, Sha256};

use crate::Content;

impl Content {
    /// SHA-256, hex, of every figure with what was planned for it, in the order of the rows.
    pub fn data_sha256(&self) -> String {
        let mut lines = String::new();
        for figure in &self.figures {
            let indicator = &figure.indicator;
            // Writing to a text cannot fail.
            let _ = writeln!(
                lines,
                "{:?} {:?} {} {} {} {:?} {} {:?} {:?} {:?} {:?}",
                figure.unit.kind,
                figure.unit.code,
                figure.region_category.as_str(),
                indicator.code,
                indicator.version,
                figure.genders,
                figure.total,
                figure.persons,
                figure.persons_in_whole,
                figure.excluded,
                figure.plan.target,
            );
            if (Plan { target: None, ..figure.plan }) != Plan::default() {
                let _ = writeln!(lines, "{:?}", figure.plan);
            }
        }
        hex::encode(Sha256::digest(lines))
    }
}
