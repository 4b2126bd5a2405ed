#![doc = include_str!("../README.md")]

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::MigrationTrait;

mod columns;
mod m01_network;
mod m02_structure;
mod m03_accounts;
mod m04_records;
mod m05_facts;
mod m06_reports;
mod m07_audit;
mod m08_activities;
mod m09_fact_subjects;
mod m10_indicators;
mod m11_recount;
mod m12_samples;
mod m13_structure_in_time;
mod m14_fact_indexes;
mod m15_settled;
mod m16_report_jobs;
mod m17_editions;
mod m18_report_bundles;
mod m18_report_template;
mod m18_strand_reports;
mod m19_removed_files;
mod m20_deadlines;
mod m20_pre_checks;
mod m20_schedules;
mod m21_figure_notes;
mod m22_report_failures;
mod m22_revoked_waivers;
mod m23_record_indexes;
mod m24_audit_requests;
mod m24_withdrawals;
mod m25_silent_sub_projects;

/// Applies and reverts the changes of the schema, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m01_network::Migration),
            Box::new(m02_structure::Migration),
            Box::new(m03_accounts::Migration),
            Box::new(m04_records::Migration),
            Box::new(m05_facts::Migration),
            Box::new(m06_reports::Migration),
            Box::new(m07_audit::Migration),
            Box::new(m08_activities::Migration),
            Box::new(m09_fact_subjects::Migration),
            Box::new(m10_indicators::Migration),
            Box::new(m11_recount::Migration),
            Box::new(m13_structure_in_time::Migration),
            Box::new(m12_samples::Migration),
            Box::new(m14_fact_indexes::Migration),
            Box::new(m15_settled::Migration),
            Box::new(m16_report_jobs::Migration),
            Box::new(m17_editions::Migration),
            Box::new(m18_report_template::Migration),
            Box::new(m18_strand_reports::Migration),
            Box::new(m18_report_bundles::Migration),
            Box::new(m19_removed_files::Migration),
            Box::new(m20_deadlines::Migration),
            Box::new(m20_schedules::Migration),
            Box::new(m20_pre_checks::Migration),
            Box::new(m21_figure_notes::Migration),
            Box::new(m22_revoked_waivers::Migration),
            Box::new(m22_report_failures::Migration),
            Box::new(m23_record_indexes::Migration),
            Box::new(m24_withdrawals::Migration),
            Box::new(m24_audit_requests::Migration),
            Box::new(m25_silent_sub_projects::Migration),
        ]
    }
}
