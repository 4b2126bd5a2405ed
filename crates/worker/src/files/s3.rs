//! Files in a store that speaks S3.

use std::{path::PathBuf, sync::Arc, time::Duration};

use object_store::{
    BackoffConfig, ClientOptions, RetryConfig,
    aws::AmazonS3Builder,
    client::{HttpClient, HttpConnector},
    path::Path as Key,
    prefix::PrefixStore,
};

use super::FileStore;
use crate::error::FileError;

/// Where objects are kept, and how to get in.
#[derive(Clone, Debug)]
pub struct S3 {
    /// The bucket.
    pub bucket: String,
    /// Before every key; empty for none.
    pub prefix: String,
    /// Region, endpoint, credentials: values by the names of the variables that usually hold them, e.g. `AWS_REGION`.
    pub options: Vec<(String, String)>,
}

/// How long a connection may take, and how long the store may be silent; how long a whole file takes is no sign of
/// anything.
const TO_CONNECT: Duration = Duration::from_secs(5);
const SILENT: Duration = Duration::from_secs(30);
/// A hiccup is waited for, an outage is told.
const TRIES_AGAIN: usize = 2;
const NO_LONGER_THAN: Duration = Duration::from_secs(15);
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

impl FileStore {
    /// A store of objects by S3, with drafts in a local folder. The store is not asked anything yet.
    ///
    /// # Errors
    /// When the options do not fit together, or the machine has no certificates to trust.
    pub fn s3(s3: &S3, drafts: PathBuf) -> Result<Self, FileError> {
        // Where somebody has chosen another provider of cryptography for the process, that one is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        std::fs::create_dir_all(&drafts)?;
        let client = reqwest::Client::builder().connect_timeout(TO_CONNECT).read_timeout(SILENT).build()?;
        let pauses = BackoffConfig { init_backoff: FIRST_PAUSE, max_backoff: LONGEST_PAUSE, base: 2. };
        let retry = RetryConfig { backoff: pauses, max_retries: TRIES_AGAIN, retry_timeout: NO_LONGER_THAN };
        let mut builder = AmazonS3Builder::new()
            .with_http_connector(Connected(HttpClient::new(client)))
            .with_retry(retry)
            .with_bucket_name(&s3.bucket);
        for (name, value) in &s3.options {
            if let Ok(key) = name.to_ascii_lowercase().parse() {
                builder = builder.with_config(key, value);
            }
        }
        let store = PrefixStore::new(builder.build()?, Key::from(s3.prefix.as_str()));
        Ok(Self::new(Arc::new(store), drafts))
    }
}

/// Our connections to the store, whatever the options of the library say.
#[derive(Debug)]
struct Connected(HttpClient);

impl HttpConnector for Connected {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(self.0.clone())
    }
}
