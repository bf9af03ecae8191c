//! Entities of one kind, in order, found by id.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// One entity: its id, where it came from, and what its file says. Reads as the value it holds.
#[derive(Clone, Debug)]
pub struct Entity<T> {
    /// Its id, unique within its kind.
    pub id: String,
    /// Index of its entry in the [registry](crate::model::Registry).
    pub entry: usize,
    /// Path of its file.
    pub path: String,
    /// What the file says.
    pub value: T,
}

impl<T> Deref for Entity<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The entities of one kind, in the order of files and of the text.
#[derive(Clone, Debug)]
pub struct Collection<T> {
    items: Vec<Entity<T>>,
    index: BTreeMap<String, usize>,
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self { items: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T> Collection<T> {
    /// Adds an entity; of two with one id the first is found.
    pub(super) fn push(&mut self, entity: Entity<T>) {
        self.index.entry(entity.id.clone()).or_insert(self.items.len());
        self.items.push(entity);
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.items.reserve_exact(more);
    }

    /// Iterates over what the entities say, in order.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.items.iter_mut().map(|entity| &mut entity.value)
    }

    /// Returns the entity with this id.
    pub fn get(&self, id: &str) -> Option<&Entity<T>> {
        self.index.get(id).map(|index| &self.items[*index])
    }

    /// Returns the index of the entity with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// Returns the entity at an index, counted in order.
    pub fn at(&self, index: usize) -> Option<&Entity<T>> {
        self.items.get(index)
    }

    /// Iterates over the entities in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entity<T>> {
        self.items.iter()
    }

    /// Returns the first entity.
    pub fn first(&self) -> Option<&Entity<T>> {
        self.items.first()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl<T: Clone> Collection<T> {
    /// Returns the collection without the entities of some entries of the registry.
    pub(super) fn without(&self, entries: &BTreeSet<usize>) -> Self {
        let mut kept = Self { items: Vec::with_capacity(self.items.len()), ..Self::default() };
        for entity in self.items.iter().filter(|entity| !entries.contains(&entity.entry)) {
            kept.push(entity.clone());
        }
        kept
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a Entity<T>;
    type IntoIter = std::slice::Iter<'a, Entity<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}
