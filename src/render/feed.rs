//! The last changes of pages as a feed (RFC 4287).

use std::fmt::Write;

use crate::handbook::{Handbook, Page};
use crate::history::Change;
use crate::render::html;
use crate::render::site::address;
use crate::render::xml::escaped;

/// Where the feed lies in the handbook.
pub(super) const FILE: &str = "atom.xml";
/// How many changes are told at most.
const MOST: usize = 50;

/// Returns the pages whose last change is known, the newest first.
fn changes(handbook: &Handbook) -> Vec<(&Page, &Change)> {
    let pages = handbook.pages.iter();
    let mut changes: Vec<(&Page, &Change)> =
        pages.filter_map(|page| Some((page, page.foot.changed.as_ref()?))).collect();
    // Among those of one day the page that tells what changed is first, so that it is never cut off.
    let summary = handbook.changes.as_ref().map(|changes| changes.page.as_str());
    let rank = |page: &Page| (Some(page.path.as_str()) != summary, page.path.clone());
    changes.sort_by(|(left, before), (right, after)| {
        after.date.cmp(&before.date).then_with(|| rank(left).cmp(&rank(right)))
    });
    changes.truncate(MOST);
    changes
}

/// Says whether there is a feed.
pub(super) fn is_there(handbook: &Handbook) -> bool {
    handbook.site.is_some() && handbook.pages.iter().any(|page| page.foot.changed.is_some())
}

/// Writes the feed; `None` where no change is known, or not where the handbook is published.
pub(super) fn feed(handbook: &Handbook) -> Option<String> {
    let site = handbook.site.as_deref()?;
    let changes = changes(handbook);
    let newest = changes.first()?.1.date;
    let home = escaped(site);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{home}</id>\n<title>{}</title>\n<updated>{newest}T00:00:00Z</updated>\n\
         <author><name>{}</name></author>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{home}{FILE}\"/>\n",
        escaped(&handbook.language),
        escaped(&handbook.words.fill("feed-title", &[("handbook", (&handbook.name).into())])),
        escaped(&handbook.org),
    );
    for (page, change) in changes {
        let address = address(site, &page.path, None);
        let address = escaped(&address);
        let lead = html::words(&page.lead);
        let summary = if change.subject.is_empty() { &lead } else { &change.subject };
        let _ = write!(
            text,
            "<entry>\n<id>{address}#{}</id>\n<title>{}</title>\n<updated>{}T00:00:00Z</updated>\n\
             <link href=\"{address}\"/>\n<summary>{}</summary>\n</entry>\n",
            escaped(&change.commit),
            escaped(&page.title),
            change.date,
            escaped(summary),
        );
    }
    text.push_str("</feed>\n");
    Some(text)
}

#[cfg(test)]
mod tests {
    use crate::handbook::Handbook;
    use crate::history::Change;
    use crate::model::value::Date;
    use crate::render::demo::{demo, page};
    use crate::render::feed::feed;

    fn changed(count: usize) -> Handbook {
        let pages = (0..count).map(|index| {
            let mut page = page(&format!("p{index:02}"), "page", "A & <B>", "Lead.");
            let date = Date::parse(&format!("2026-0{}-01", index % 9 + 1)).unwrap();
            let subject = if index == 0 { String::new() } else { "]]> \u{1b}\"x\"".into() };
            page.foot.changed = Some(Change { commit: format!("c{index}"), date, subject });
            page
        });
        Handbook { pages: pages.collect(), site: Some("https://h.example/".into()), ..demo() }
    }

    #[test]
    fn changes_are_told_the_newest_first() {
        let wanted = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n\
            <id>https://h.example/</id>\n<title>Changes: IT handbook</title>\n<updated>2026-02-01T00:00:00Z</updated>\n\
            <author><name>Riverside School Trust</name></author>\n<link href=\"https://h.example/\"/>\n\
            <link rel=\"self\" href=\"https://h.example/atom.xml\"/>\n\
            <entry>\n<id>https://h.example/p01.html#c1</id>\n<title>A &amp; &lt;B&gt;</title>\n\
            <updated>2026-02-01T00:00:00Z</updated>\n<link href=\"https://h.example/p01.html\"/>\n\
            <summary>]]&gt; &quot;x&quot;</summary>\n</entry>\n\
            <entry>\n<id>https://h.example/p00.html#c0</id>\n<title>A &amp; &lt;B&gt;</title>\n\
            <updated>2026-01-01T00:00:00Z</updated>\n<link href=\"https://h.example/p00.html\"/>\n\
            <summary>Lead.</summary>\n</entry>\n</feed>\n";
        assert_eq!(feed(&changed(2)).unwrap(), wanted);
    }

    #[test]
    fn at_most_fifty_changes_are_told_and_none_without_a_site() {
        assert_eq!(feed(&changed(60)).unwrap().matches("<entry>").count(), 50);
        assert_eq!(feed(&Handbook { site: None, ..changed(2) }), None);
        assert_eq!(feed(&Handbook { site: Some("https://h.example/".into()), ..demo() }), None);
    }
}
