//! The limits of what is read and made, as the settings raise or lower them. They must be known before the charter is
//! read, so they are looked at alone; what is wrong in them is said when all settings are read.

use crate::document::{self, value};
use crate::source::{Limit, Limits, Place, Snapshot};

/// Returns the limits that the settings of a charter ask for, none above its ceiling; the usual ones where they say
/// nothing that can be read.
pub fn limits(snapshot: &Snapshot) -> Limits {
    let usual = Limits::default();
    let found = snapshot.files().find(|(_, file)| file.place == Place::Settings && file.oddity.is_none());
    let Some((_, file)) = found else { return usual };
    let alone = Snapshot::from_texts([(file.path.as_str(), &*file.text)]);
    let (documents, _) = document::read(&alone);
    let Some(tree) = documents.first().map(|document| &document.tree) else { return usual };
    let Some((_, written)) = tree.root().and_then(|root| tree.entry(root, "limits")) else { return usual };
    Limit::ALL.into_iter().fold(usual, |limits, limit| {
        let number =
            tree.entry(written, limit.name()).and_then(|(_, node)| value::value(tree, node).as_u64());
        number.filter(|number| *number > 0).map_or(limits, |number| limits.with(limit, number))
    })
}

#[cfg(test)]
mod tests {
    use super::limits;
    use crate::source::{Limit, Limits, Snapshot};

    fn read(text: &str) -> Limits {
        limits(&Snapshot::from_texts([(".itcharter.yaml", text), ("charter.yaml", "")]))
    }

    #[test]
    fn settings_raise_and_lower_limits_up_to_their_ceilings() {
        let limits =
            read("rules: {nonsense: 1}\nlimits: {depth: 20, files: 10, nesting: 1000, nodes: lots}\n");
        let wanted =
            Limits::default().with(Limit::Depth, 20).with(Limit::Files, 10).with(Limit::Nesting, 128);
        assert_eq!(limits, wanted);
    }

    #[test]
    fn what_cannot_be_read_leaves_the_usual_limits() {
        for text in [
            "",
            "limits: 3",
            "limits: [1]",
            "limits: {depth: -1, files: 0}",
            "limits: {depth: 'x'",
            "[1]",
            "\0",
        ] {
            assert_eq!(read(text), Limits::default(), "{text:?}");
        }
        assert_eq!(limits(&Snapshot::default()), Limits::default());
    }
}
