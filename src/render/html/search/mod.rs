//! The search of a handbook as files that a page loads when it needs them, with no server and no whole index.
//!
//! `search/index.js` says where what is: [`files`]. `search/t….js` hold words in order with the numbers of the
//! entries they lead to: [`postings`]. `search/e….js` hold titles, answers and addresses of entries. `search/near.js`
//! holds the words of titles, for those who mistype. Scripts they are because a page opened from a folder may load
//! nothing else; each only hands over data.

mod files;
mod postings;

use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;

use crate::handbook::search::{Entry, Order, Search, is_english};
use crate::handbook::{Handbook, Page};
use crate::render::html::search::postings::{Postings, Words};
use crate::render::{Artifact, Format, address};

/// Pages that one thread reads at a time.
const CHUNK: usize = 64;

/// What is shown of an entry.
#[derive(Debug)]
struct Shown {
    title: String,
    text: String,
    /// Address from the handbook's folder.
    address: String,
    /// Index of the section.
    section: Option<usize>,
    order: Order,
}

/// Writes the search of a handbook; the files are the same for the same handbook.
pub(in crate::render) fn artifacts(handbook: &Handbook) -> Vec<Artifact> {
    let search = Search::new(&handbook.pages);
    let words = Words::new(is_english(&handbook.language), &handbook.synonyms);
    let read = |pages: &[Page]| {
        let mut shown = Vec::new();
        let mut postings = Postings::default();
        for page in pages {
            for entry in search.entries(page) {
                words.add(&entry, shown.len(), &mut postings);
                shown.push(Shown::new(entry, page));
            }
        }
        (shown, postings)
    };
    let chunks: Vec<(Vec<Shown>, Postings)> = handbook.pages.par_chunks(CHUNK).map(read).collect();
    let mut shown: Vec<Shown> = Vec::new();
    let mut postings = Postings::default();
    for (more, words) in chunks {
        postings.append(words, shown.len());
        shown.extend(more);
    }
    // What answers questions gets the lowest numbers: of equals the lower number is shown first.
    let mut order: Vec<usize> = (0..shown.len()).collect();
    order.sort_by_key(|&index| shown[index].order);
    files::write(handbook, &shown, &order, postings)
}

impl Shown {
    fn new(entry: Entry, page: &Page) -> Self {
        let from = address::Address { page: "index", format: Format::Html };
        let address = match &entry.target {
            // From the start page its own anchors have no page before them.
            target if page.path == "index" => {
                format!(
                    "index.html{}",
                    from.of(target).filter(|address| address.starts_with('#')).unwrap_or_default()
                )
            }
            target => from.of(target).unwrap_or_default(),
        };
        Self { title: entry.title, text: entry.text, address, section: page.section, order: entry.order }
    }
}

#[cfg(test)]
mod tests;
