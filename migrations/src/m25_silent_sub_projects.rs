//! Sub-projects of which a pre-check found no record at all.

use crate::columns::flag;

crate::migration!("m25_silent_sub_projects", adds: flag("is_silent").default(false).take(), to: "pre_check_result");
