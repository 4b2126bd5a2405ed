//! A small network: two sub-projects in Südostbayern, one beside it.

use super::Database;

/// Organisations of the small network.
const ORGANISATIONS: &str = "code,name,kind,city,ags\nORG-A,Verein Alpha,free_provider,Augsburg,09761\n\
    ORG-B,Verein Beta,free_provider,Nürnberg,09564\n";

/// Its sub-projects: two in the regional network SOB, one in none.
const SUB_PROJECTS: &str = "code,name,period,organisation,network,region_category,starts_on,ends_on\n\
    SP-1,Brücke,IQ-2023,ORG-A,SOB,MORE_DEVELOPED,2023-01-01,2025-12-31\n\
    SP-2,Leiter,IQ-2023,ORG-A,SOB,MORE_DEVELOPED,2023-01-01,2025-12-31\n\
    SP-3,Tor,IQ-2023,ORG-B,,TRANSITION,2023-01-01,2025-12-31\n";

impl Database {
    /// The small network, without records.
    pub fn with_network(self) -> Self {
        self.import("organisations", ORGANISATIONS).expect(0);
        self.import("sub_projects", SUB_PROJECTS).expect(0);
        self
    }

    /// Participations, all of which must go in.
    pub fn with_participations(self, rows: &[super::Row]) -> Self {
        self.import("participations", &super::csv(rows)).expect(0);
        self
    }
}
