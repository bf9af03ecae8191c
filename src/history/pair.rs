//! Two folders, read side by side. What is the same in both is passed over by comparing bytes: of ten thousand entries
//! a commit changes one.

use std::cmp::Ordering;

use crate::history::object::{Entry, first, length};

/// Bytes that are compared at a time.
const STRIDE: usize = 512;

/// Gives the entries that are not the same in two folders, in Git's order: before and after, of which one may not be
/// there.
pub(super) struct Pair<'a> {
    old: &'a [u8],
    new: &'a [u8],
}

impl<'a> Pair<'a> {
    /// Starts with the bytes of two folders; those of one that is not there are none.
    pub(super) fn new(old: &'a [u8], new: &'a [u8]) -> Self {
        Self { old, new }
    }

    /// Passes over entries that are the same in both.
    fn skip(&mut self) {
        let same = same(self.old, self.new);
        let mut at = 0;
        while let Some(length) = length(&self.old[at..same]) {
            at += length;
        }
        (self.old, self.new) = (&self.old[at..], &self.new[at..]);
    }
}

impl<'a> Iterator for Pair<'a> {
    type Item = (Option<Entry<'a>>, Option<Entry<'a>>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.skip();
            let (old, new) = (first(self.old), first(self.new));
            let order = match (&old, &new) {
                (None, None) => return None,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((old, _)), Some((new, _))) => old.order(new),
            };
            let (old, new) = (old.filter(|_| order.is_le()), new.filter(|_| order.is_ge()));
            if let Some((_, rest)) = old {
                self.old = rest;
            }
            if let Some((_, rest)) = new {
                self.new = rest;
            }
            let (was, is) = (old.map(|(entry, _)| entry), new.map(|(entry, _)| entry));
            if was.map(|entry| entry.id) != is.map(|entry| entry.id) {
                return Some((was, is));
            }
        }
    }
}

/// Returns how many bytes two slices have in common at their start.
fn same(left: &[u8], right: &[u8]) -> usize {
    let strides = left.chunks_exact(STRIDE).zip(right.chunks_exact(STRIDE));
    let whole = strides.take_while(|(left, right)| left == right).count() * STRIDE;
    let rest = left[whole..].iter().zip(&right[whole..]);
    whole + rest.take_while(|(left, right)| left == right).count()
}

#[cfg(test)]
mod tests {
    use super::{Pair, same};

    /// Returns the bytes of a folder.
    fn folder(files: &[(&str, u8)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (name, id) in files {
            bytes.extend(format!("100644 {name}\0").bytes());
            bytes.extend([*id; 20]);
        }
        bytes
    }

    /// Returns what differs: the name, and the first byte of the ids before and after, 255 for none.
    fn differs(old: &[(&str, u8)], new: &[(&str, u8)]) -> Vec<(String, u8, u8)> {
        let (old, new) = (folder(old), folder(new));
        let pairs = Pair::new(&old, &new).map(|(was, is)| {
            let name = String::from_utf8(is.or(was).unwrap().name.to_vec()).unwrap();
            let id = |entry: Option<super::Entry<'_>>| entry.map_or(255, |entry| entry.id.as_bytes()[0]);
            (name, id(was), id(is))
        });
        pairs.collect()
    }

    #[test]
    fn only_what_differs_is_given() {
        let old = [("a", 1), ("b", 0), ("c", 3), ("e", 5)];
        let new = [("a", 1), ("b", 0), ("c", 4), ("d", 9), ("e", 5)];
        assert_eq!(differs(&old, &new), [("c".into(), 3, 4), ("d".into(), 255, 9)]);
        assert_eq!(differs(&new, &old), [("c".into(), 4, 3), ("d".into(), 9, 255)]);
        assert_eq!(differs(&old, &old), []);
        assert_eq!(differs(&[], &old[..1]), [("a".into(), 255, 1)]);
        assert_eq!(differs(&old[..1], &[]), [("a".into(), 1, 255)]);
    }

    #[test]
    fn a_change_far_into_large_folders_is_found_whatever_bytes_ids_have() {
        let names: Vec<String> = (0..500).map(|number| format!("role-{number:03}.yaml")).collect();
        for (changed, id) in [(0, 0), (250, b' '), (251, 0), (499, 7)] {
            let old: Vec<(&str, u8)> = names.iter().map(|name| (name.as_str(), id)).collect();
            let mut new = old.clone();
            new[changed].1 = 200;
            assert_eq!(differs(&old, &new), [(names[changed].clone(), id, 200)]);
        }
    }

    #[test]
    fn bytes_are_counted_up_to_the_first_that_differs() {
        let long = vec![1_u8; 1500];
        let mut other = long.clone();
        other[1400] = 2;
        assert_eq!((same(&long, &other), same(&long, &long), same(&long, &long[..700])), (1400, 1500, 700));
        assert_eq!((same(&[], &long), same(&[2], &long)), (0, 0));
    }
}
