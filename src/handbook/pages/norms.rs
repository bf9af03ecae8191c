//! "Our norms": what IT, staff and managers promise each other, and how one can see it.

use crate::handbook::book::Book;
use crate::handbook::inline::{line, part};
use crate::handbook::page::{Block, Page};
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{Norm, NormFrom};
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let Some(first) = book.charter.norms.first() else { return Vec::new() };
    let mut page = new(path::NORMS, book.say("section-norms"), None);
    page.lead = line(book.say("norms-what-you-may-expect-of-it"));
    for from in NormFrom::ALL {
        let norms = book.charter.norms.iter().filter(|norm| norm.from == *from);
        let blocks = norms.flat_map(|norm| norm_blocks(book, norm)).collect();
        push(&mut page.parts, part(format!("from-{}", from.name()), book.say(title(*from)), blocks));
    }
    page.foot = book.foot(Some(&first.path));
    vec![page]
}

/// Returns the key of a title.
fn title(from: NormFrom) -> &'static str {
    match from {
        NormFrom::It => "norms-what-it-promises",
        NormFrom::Staff => "norms-what-staff-promise",
        NormFrom::Managers => "norms-what-managers-promise",
    }
}

fn norm_blocks(book: &Book<'_>, norm: &Entity<Norm>) -> Vec<Block> {
    let seen = book.line("norms-seen-when", &[("sign", book.words(&norm.seen_when).into())]);
    let heading = Block::Heading { id: anchor(Kind::Norm, &norm.id), text: book.words(&norm.text) };
    let mut blocks = vec![heading, Block::Paragraph(seen)];
    let more = norm.more.as_ref();
    blocks.extend(more.map(|more| Block::Prose(book.prose(more.as_str(), &norm.path, path::NORMS, 4))));
    blocks
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn promises_are_grouped_by_who_makes_them() {
        let norms = "
- {id: thanks, from: staff, text: We say thank you., seen_when: A thank-you a week., more: It helps.}
- {id: listen, from: it, text: We listen., seen_when: Answers say what we heard.}
";
        assert_eq!(
            Sample::of(&[("norms.yaml", norms)]).page("norms"),
            "\
# Our norms
What you may expect of IT, and what IT may expect of you.
## What IT promises {#from-it}
### We listen. {#norm-listen}
You can see it when: Answers say what we heard.
## What staff promise {#from-staff}
### We say thank you. {#norm-thanks}
You can see it when: A thank-you a week.
It helps.
foot: , None, None
"
        );
    }
}
