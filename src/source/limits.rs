//! How much of a charter is read, and made from it, before the tool stops: whoever proposes a change chooses its size.

/// One of the limits. No honest charter comes near them; settings can raise each up to its ceiling, which keeps a
/// check on an ordinary machine within its memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// Bytes of one text file.
    FileSize,
    /// Bytes of one picture.
    PictureSize,
    /// Files and folders looked at.
    Files,
    /// Bytes of all files together.
    TotalSize,
    /// Parts of a path.
    Depth,
    /// Bytes of a path.
    PathLength,
    /// Steps that lists and mappings of one file nest.
    Nesting,
    /// Keys and values of one file.
    Nodes,
    /// Findings about the text and the structure of one file.
    Faults,
    /// Steps of a template for one page.
    TemplateSteps,
    /// Files of a handbook.
    HandbookFiles,
    /// Bytes of a handbook.
    HandbookSize,
}

impl Limit {
    /// Every limit, in the order of the settings.
    pub const ALL: [Self; 12] = [
        Self::FileSize,
        Self::PictureSize,
        Self::Files,
        Self::TotalSize,
        Self::Depth,
        Self::PathLength,
        Self::Nesting,
        Self::Nodes,
        Self::Faults,
        Self::TemplateSteps,
        Self::HandbookFiles,
        Self::HandbookSize,
    ];

    /// Returns the name in the settings.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Returns the value where settings say nothing.
    pub fn value(self) -> u64 {
        self.row().1
    }

    /// Returns the largest value that settings can give.
    pub fn ceiling(self) -> u64 {
        self.row().2
    }

    /// Says what is counted, in a sentence.
    pub fn counts(self) -> &'static str {
        self.row().3
    }

    /// Returns name, value, ceiling and words.
    fn row(self) -> (&'static str, u64, u64, &'static str) {
        const KIB: u64 = 1024;
        const MIB: u64 = 1024 * KIB;
        match self {
            Self::FileSize => ("file-size", MIB, 16 * MIB, "Bytes of one text file."),
            Self::PictureSize => ("picture-size", 8 * MIB, 64 * MIB, "Bytes of one picture."),
            Self::Files => ("files", 100_000, 1_000_000, "Files and folders looked at."),
            Self::TotalSize => ("total-size", 512 * MIB, 2048 * MIB, "Bytes of all files together."),
            Self::Depth => ("depth", 16, 64, "Folders and file name in the path of a file."),
            Self::PathLength => ("path-length", 1_000, 4_000, "Bytes in the path of a file."),
            Self::Nesting => ("nesting", 32, 128, "How deep lists and mappings of one file nest."),
            Self::Nodes => ("nodes", 200_000, 2_000_000, "Keys, values and list items of one file."),
            Self::Faults => {
                ("faults", 1_000, 100_000, "Findings about the text and the structure of one file.")
            }
            Self::TemplateSteps => {
                ("template-steps", 2_000_000, 100_000_000, "Steps of a template for one page.")
            }
            Self::HandbookFiles => ("handbook-files", 200_000, 2_000_000, "Files of a handbook."),
            Self::HandbookSize => ("handbook-size", 2048 * MIB, 8192 * MIB, "Bytes of a handbook."),
        }
    }

    /// Says whether it limits the charter as a whole, so that nothing is read after it.
    pub fn is_of_all(self) -> bool {
        matches!(self, Self::Files | Self::TotalSize)
    }

    /// Says how the limit is raised, in a sentence; `value` is what would be enough.
    pub fn help(self, value: u64) -> String {
        let (name, ceiling) = (self.name(), self.ceiling());
        if value > ceiling {
            return format!("no setting raises `{name}` above {ceiling}");
        }
        format!("if it must be so, raise it in `.itcharter.yaml`: `limits: {{{name}: {value}}}`")
    }
}

/// The value of every limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([u64; Limit::ALL.len()]);

impl Default for Limits {
    fn default() -> Self {
        Self(Limit::ALL.map(Limit::value))
    }
}

impl Limits {
    /// Returns the value of a limit.
    pub fn get(&self, limit: Limit) -> u64 {
        self.0[limit as usize]
    }

    /// Returns the value of a limit, as a length in memory.
    pub fn length(&self, limit: Limit) -> usize {
        usize::try_from(self.get(limit)).unwrap_or(usize::MAX)
    }

    /// Returns the limits with another value for one; above its ceiling the ceiling counts.
    #[must_use]
    pub fn with(mut self, limit: Limit, value: u64) -> Self {
        self.0[limit as usize] = value.clamp(1, limit.ceiling());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, Limits};

    #[test]
    fn every_limit_has_its_own_name_and_place_and_a_ceiling_above_its_value() {
        for (index, limit) in Limit::ALL.into_iter().enumerate() {
            assert_eq!(limit as usize, index);
            assert_eq!(Limits::default().get(limit), limit.value());
            assert!(limit.ceiling() > limit.value(), "{}", limit.name());
            assert_eq!(Limit::ALL.iter().filter(|other| other.name() == limit.name()).count(), 1);
        }
    }

    #[test]
    fn nothing_goes_above_a_ceiling() {
        let limits = Limits::default().with(Limit::Depth, u64::MAX).with(Limit::Nesting, 0);
        assert_eq!((limits.get(Limit::Depth), limits.get(Limit::Nesting)), (64, 1));
        assert_eq!(Limits::default().with(Limit::Depth, 20).get(Limit::Files), Limit::Files.value());
    }

    #[test]
    fn help_names_the_setting_and_never_a_value_that_is_refused() {
        assert_eq!(
            Limit::Depth.help(20),
            "if it must be so, raise it in `.itcharter.yaml`: `limits: {depth: 20}`"
        );
        assert_eq!(Limit::Depth.help(65), "no setting raises `depth` above 64");
    }
}
