//! Jobs: the sweep, the queue, the report.
