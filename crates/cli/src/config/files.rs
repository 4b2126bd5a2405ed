//! Where finished reports are kept, and the usual variables of S3 stores.

use std::{fmt, path::PathBuf};

/// A folder or a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilesAt {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A store that speaks S3.
    S3 {
        /// The bucket.
        bucket: String,
        /// Before every key; empty for none.
        prefix: String,
    },
}

/// The variables that say how to reach an S3 store and with which credentials, as its other programs read them.
pub const VARIABLES: [&str; 16] = [
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_S3",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_VIRTUAL_HOSTED_STYLE_REQUEST",
    "AWS_SERVER_SIDE_ENCRYPTION",
    "AWS_SSE_KMS_KEY_ID",
    "AWS_ROLE_ARN",
    "AWS_ROLE_SESSION_NAME",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
];

/// Those of them whose values are secrets.
const SECRETS: [&str; 2] = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/// The value of one of the variables as it may be shown.
pub fn masked_variable(name: &str, value: &str) -> String {
    if SECRETS.contains(&name) { "***".to_owned() } else { super::masked(value) }
}

impl FilesAt {
    /// Reads an address; none when it is neither a folder nor a bucket.
    pub fn parse(given: &str) -> Option<Self> {
        let Some((scheme, rest)) = given.split_once("://") else { return Some(Self::Folder(given.into())) };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_bucket = scheme == "s3" && !bucket.is_empty() && !bucket.contains(['@', ':', '?']);
        let prefix = prefix.trim_matches('/').to_owned();
        is_bucket.then(|| Self::S3 { bucket: bucket.to_owned(), prefix })
    }

    /// Where a file lies, for people.
    pub fn place(&self, key: &str) -> String {
        match self {
            Self::Folder(folder) => folder.join(key).display().to_string(),
            Self::S3 { .. } => format!("{self}/{key}"),
        }
    }
}

impl fmt::Display for FilesAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::S3 { bucket, prefix } if prefix.is_empty() => write!(f, "s3://{bucket}"),
            Self::S3 { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FilesAt, masked_variable};

    #[test]
    fn an_address_is_a_folder_or_a_bucket() {
        for (given, shown) in [
            ("/srv/files", Some("/srv/files")),
            ("files", Some("files")),
            ("s3://berichte", Some("s3://berichte")),
            ("s3://berichte/iq/", Some("s3://berichte/iq")),
            ("s3://", None),
            ("s3:///iq", None),
            ("s3://user:secret@berichte", None),
            ("https://example.org/x", None),
        ] {
            assert_eq!(FilesAt::parse(given).map(|at| at.to_string()).as_deref(), shown, "{given}");
        }
    }

    #[test]
    fn secrets_do_not_show() {
        for (name, value, shown) in [
            ("AWS_SECRET_ACCESS_KEY", "geheim", "***"),
            ("AWS_SESSION_TOKEN", "geheim", "***"),
            ("AWS_REGION", "eu-central-1", "eu-central-1"),
            ("AWS_ENDPOINT_URL", "https://me:geheim@store", "https://me:***@store"),
        ] {
            assert_eq!(masked_variable(name, value), shown, "{name}");
        }
    }
}
