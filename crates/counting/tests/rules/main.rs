//! The rules of counting by example, by property and against an independent reading.

mod builders;
mod characteristics;
mod codes;
mod consistency;
mod entities;
mod esf_2014;
mod figures;
mod follow_ups;
mod generated;
mod incomplete;
mod leaving;
mod long_term_unemployment;
mod oracle;
mod plausibility;
mod profile;
mod programme;
mod properties;
mod re_entry;
mod registry;
mod sampling;
mod voluntary;
