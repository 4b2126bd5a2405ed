//! Closed sets of values with one code each, as files and interfaces spell them.

use std::error::Error;
use std::fmt;

/// A code that is not in the set it was read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// The name of the set, as its type is called.
    pub set: &'static str,
    /// What was read instead of a code of the set.
    pub code: String,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a code of {}", self.code, self.set)
    }
}

impl Error for UnknownCode {}

macro_rules! closed_set {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$about_member:meta])* $member:ident = $code:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$about_member])* $member,)+
        }

        impl $name {
            /// Every member, in the order of the code list.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$member),+];

            /// Every code, in the order of the code list.
            pub const CODES: [&'static str; Self::ALL.len()] = [$($code),+];

            /// The member's code in files and interfaces.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$member => $code,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$member),)+
                    _ => Err($crate::UnknownCode {
                        set: stringify!($name),
                        code: code.to_owned(),
                    }),
                }
            }
        }
    };
}

pub(crate) use closed_set;
