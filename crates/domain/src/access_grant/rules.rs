//! What a grant must look like.

use chrono::NaiveDate;

use crate::{Role, UserError};

/// A grant to be made, by codes.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// Address of the account.
    pub email: String,
    /// The role.
    pub role: Role,
    /// For coordinators: code of the funding period and of its regional network.
    pub network: Option<(String, String)>,
    /// For project staff: code of the sub-project.
    pub sub_project: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; none means until further notice, which auditors cannot have.
    pub valid_to: Option<NaiveDate>,
}

/// The mistakes in a grant that show without looking anything up.
pub fn check(new: &NewGrant) -> Vec<UserError> {
    let (network, sub_project) = (new.network.is_some(), new.sub_project.is_some());
    let coordinates = new.role == Role::Coordinator;
    let staffs = new.role == Role::ProjectStaff;
    [
        (coordinates && !network, "grant-needs-network", "network"),
        (!coordinates && network, "grant-takes-no-network", "network"),
        (staffs && !sub_project, "grant-needs-sub-project", "subProject"),
        (!staffs && sub_project, "grant-takes-no-sub-project", "subProject"),
        (new.role == Role::Auditor && new.valid_to.is_none(), "grant-needs-end", "validTo"),
        (new.valid_to.is_some_and(|end| end < new.valid_from), "grant-ends-before-start", "validTo"),
    ]
    .into_iter()
    .filter(|(wrong, ..)| *wrong)
    .map(|(_, code, field)| UserError::new(code, field))
    .collect()
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use super::{NewGrant, check};
    use crate::Role;

    #[test]
    fn each_role_asks_for_its_own_scope_and_all_mistakes_come_at_once() {
        let day = NaiveDate::default();
        let plain = |role| NewGrant {
            email: "a@example.org".into(),
            role,
            network: None,
            sub_project: None,
            valid_from: day,
            valid_to: None,
        };
        let network = Some(("IQ-2023".to_owned(), "OST".to_owned()));
        let sub_project = Some("TV-1".to_owned());
        for (grant, codes) in [
            (plain(Role::Administrator), vec![]),
            (NewGrant { valid_to: Some(day), ..plain(Role::Auditor) }, vec![]),
            (NewGrant { network: network.clone(), ..plain(Role::Coordinator) }, vec![]),
            (NewGrant { sub_project: sub_project.clone(), ..plain(Role::ProjectStaff) }, vec![]),
            (plain(Role::Auditor), vec!["grant-needs-end"]),
            (plain(Role::ProjectStaff), vec!["grant-needs-sub-project"]),
            (
                NewGrant { sub_project: sub_project.clone(), ..plain(Role::Coordinator) },
                vec!["grant-needs-network", "grant-takes-no-sub-project"],
            ),
            (
                NewGrant {
                    network,
                    sub_project,
                    valid_to: day.checked_sub_days(Days::new(1)),
                    ..plain(Role::Administrator)
                },
                vec!["grant-takes-no-network", "grant-takes-no-sub-project", "grant-ends-before-start"],
            ),
        ] {
            let found: Vec<_> = check(&grant).into_iter().map(|mistake| mistake.code).collect();
            assert_eq!(found, codes, "{grant:?}");
        }
    }
}
