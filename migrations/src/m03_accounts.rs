//! Who may do what: accounts, grants, personal tokens, sessions.

use crate::columns::*;

crate::migration!("m03_accounts",
    up: (
        vec![
            table("account", vec![
                key("id"), text("email"), text("name"), text("password_hash"), moment("created_at"), optional_moment("disabled_at"),
            ]),
            table("access_grant", vec![
                key("id"), reference("account_id"), text("role"), optional_reference("regional_network_id"),
                optional_reference("sub_project_id"), day("valid_from"), optional_day("valid_to"), moment("granted_at"),
            ]).foreign_key(&mut foreign_key("account_id", "account")).take(),
            table("api_token", vec![
                key("id"), reference("account_id"), text("name"), text("token_hash"), moment("created_at"),
                moment("expires_at"), optional_moment("revoked_at"),
            ]).foreign_key(&mut foreign_key("account_id", "account")).take(),
            table("session", vec![
                text("id").primary_key().take(), optional_reference("account_id"), text("data"), moment("expires_at"),
            ]).foreign_key(&mut foreign_key("account_id", "account")).take(),
        ],
        vec![
            unique("account", &["email"]),
            index("access_grant", &["account_id"]),
            unique("api_token", &["token_hash"]),
            index("api_token", &["account_id"]),
            index("session", &["account_id"]),
            index("session", &["expires_at"]),
        ],
    ),
    down: &["session", "api_token", "access_grant", "account"]
);
