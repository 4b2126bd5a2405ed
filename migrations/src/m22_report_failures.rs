//! Where in a workbook a build failed.

use crate::columns::optional_text;

crate::migration!("m22_report_failures", adds: optional_text("failure_place"), to: "report_run");
