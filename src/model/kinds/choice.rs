//! Closed choices: words of which a field takes one.

/// Writes an enum for each table of words: every line is a variant, its word in files and its label for readers.
/// A closed choice, by which its words in a language are found.
pub trait Choice: Copy {
    /// Name of its type.
    const TYPE: &'static str;

    /// Returns the word that stands for it in a file.
    fn name(self) -> &'static str;
}

macro_rules! choices {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident {
            $($(#[doc = $variant_doc:literal])+ $variant:ident = $word:literal / $label:literal,)+
        }
    )+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize,
                schemars::JsonSchema,
            )]
            pub enum $name {
                $($(#[doc = $variant_doc])+ #[serde(rename = $word)] $variant,)+
            }

            impl $name {
                /// Every choice, in order.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// Returns the word in files.
                pub fn name(self) -> &'static str {
                    match self {
                        $(Self::$variant => $word,)+
                    }
                }

                /// Returns the words for readers, without a capital.
                pub fn label(self) -> &'static str {
                    match self {
                        $(Self::$variant => $label,)+
                    }
                }
            }

            impl crate::model::kinds::choice::Choice for $name {
                const TYPE: &'static str = stringify!($name);

                fn name(self) -> &'static str {
                    Self::name(self)
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(self.name())
                }
            }
        )+
    };
}

pub(super) use choices;
