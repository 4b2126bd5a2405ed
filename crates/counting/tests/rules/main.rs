//! The rules of ESF Plus 2021-27 by example, by property and against an independent reading.

mod builders;
mod characteristics;
mod codes;
mod consistency;
mod entities;
mod follow_ups;
mod generated;
mod incomplete;
mod leaving;
mod long_term_unemployment;
mod oracle;
mod plausibility;
mod profile;
mod properties;
mod re_entry;
mod registry;
mod voluntary;
