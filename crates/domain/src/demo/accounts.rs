//! The demo accounts: one per role, and a second administrator, since an edition takes four eyes.

use chrono::{Months, NaiveDate};

use super::PERIOD;
use crate::{
    Domain, Result, Role, Viewer,
    access_grant::{self, NewGrant},
    account::{self, NewAccount},
};

/// A demo account.
#[derive(Clone, Copy, Debug)]
pub struct DemoAccount {
    /// Sign-in name.
    pub email: &'static str,
    /// Name shown.
    pub name: &'static str,
    /// Its role.
    pub role: Role,
    /// Code of the regional network of a coordinator.
    pub network: Option<&'static str>,
    /// Code of the sub-project of project staff.
    pub sub_project: Option<&'static str>,
}

/// The password of every demo account. The demo listens on loopback only.
pub const PASSWORD: &str = "migranet-demo";

/// One account per role, and a second administrator.
pub const ACCOUNTS: [DemoAccount; 5] = [
    DemoAccount {
        email: "verwaltung@demo.example",
        name: "Netzwerkverwaltung (Demo)",
        role: Role::Administrator,
        network: None,
        sub_project: None,
    },
    DemoAccount {
        email: "leitung@demo.example",
        name: "Netzwerkleitung (Demo)",
        role: Role::Administrator,
        network: None,
        sub_project: None,
    },
    DemoAccount {
        email: "koordination@demo.example",
        name: "Koordination Südostbayern (Demo)",
        role: Role::Coordinator,
        network: Some("SOB"),
        sub_project: None,
    },
    DemoAccount {
        email: "projekt@demo.example",
        name: "Teilvorhaben DigiTalents (Demo)",
        role: Role::ProjectStaff,
        network: None,
        sub_project: Some("SOB-DIGI"),
    },
    DemoAccount {
        email: "pruefung@demo.example",
        name: "Prüfung (Demo)",
        role: Role::Auditor,
        network: None,
        sub_project: None,
    },
];

/// Makes the accounts that are not there yet.
pub(super) async fn make(domain: &Domain, viewer: &Viewer) -> Result<()> {
    let known = account::list(domain, viewer).await?;
    let today = domain.clock.today();
    for demo in ACCOUNTS.iter().filter(|demo| known.iter().all(|known| known.email != demo.email)) {
        let new = NewAccount {
            email: demo.email.to_owned(),
            name: demo.name.to_owned(),
            password: PASSWORD.to_owned(),
        };
        account::add(domain, viewer, new).await?;
        access_grant::grant(domain, viewer, grant(demo, today)).await?;
    }
    Ok(())
}

fn grant(demo: &DemoAccount, today: NaiveDate) -> NewGrant {
    NewGrant {
        email: demo.email.to_owned(),
        role: demo.role,
        network: demo.network.map(|code| (PERIOD.to_owned(), code.to_owned())),
        sub_project: demo.sub_project.map(str::to_owned),
        valid_from: today,
        valid_to: (demo.role == Role::Auditor).then(|| today + Months::new(12)),
    }
}
