//! Is told when files of the charter change, or looks for it where nobody tells. The only user of the watcher.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use itcharter::source::place_of;
use notify::event::{AccessKind, AccessMode};
use notify::{Config, EventKind, PollWatcher, RecursiveMode, Watcher};

use crate::cli::serve::Event;

/// How often files are looked at where the system does not tell of changes.
const INTERVAL: Duration = Duration::from_secs(1);

/// Watches the folders that can hold files of the charter, and no others.
pub(super) struct Watch {
    watcher: Option<Box<dyn Watcher>>,
    folder: PathBuf,
    watched: Vec<PathBuf>,
    notes: Vec<String>,
}

impl Watch {
    /// Starts to watch the charter's folder; `poll` looks at the files instead of waiting to be told.
    pub(super) fn start(folder: &Path, poll: bool, sender: Sender<Event>) -> Self {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let mut watch = Self { watcher: None, folder, watched: Vec::new(), notes: Vec::new() };
        if !poll {
            match watch.told(sender.clone()) {
                Ok(()) => return watch,
                Err(error) => watch.notes.push(format!(
                    "note: this system does not tell of changes ({error}), so the files are looked at every second"
                )),
            }
        }
        if let Err(error) = watch.looking(sender) {
            watch.notes.push(format!("note: changes are not seen ({error}): start anew to see them"));
        }
        watch
    }

    /// Returns what there is to say about it.
    pub(super) fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Watches the folders that are there now.
    pub(super) fn renew(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        for folder in self.watched.drain(..) {
            // A folder that is gone is not watched any more.
            drop(watcher.unwatch(&folder));
        }
        for (folder, mode) in folders(&self.folder) {
            if watcher.watch(&folder, mode).is_ok() {
                self.watched.push(folder);
            }
        }
    }

    fn told(&mut self, sender: Sender<Event>) -> notify::Result<()> {
        self.use_watcher(Box::new(notify::recommended_watcher(self.handler(sender))?))
    }

    fn looking(&mut self, sender: Sender<Event>) -> notify::Result<()> {
        let config = Config::default().with_poll_interval(INTERVAL).with_compare_contents(true);
        self.use_watcher(Box::new(PollWatcher::new(self.handler(sender), config)?))
    }

    fn use_watcher(&mut self, mut watcher: Box<dyn Watcher>) -> notify::Result<()> {
        self.watched.clear();
        for (folder, mode) in folders(&self.folder) {
            watcher.watch(&folder, mode)?;
            self.watched.push(folder);
        }
        self.watcher = Some(watcher);
        Ok(())
    }

    fn handler(&self, sender: Sender<Event>) -> impl Fn(notify::Result<notify::Event>) + use<> {
        let folder = self.folder.clone();
        move |event| {
            // Trouble on the way may hide a change, so that it counts as one.
            let matters =
                event.as_ref().map_or(true, |event| is_change(&event.kind) && concerns(event, &folder));
            if matters {
                // Where nobody receives any more, the command is ending.
                drop(sender.send(Event::Changed));
            }
        }
    }
}

/// Says whether something may be different; reading the files, as we do, is none.
fn is_change(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => *access == AccessKind::Close(AccessMode::Write),
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}

/// Says whether an event is about the charter.
fn concerns(event: &notify::Event, folder: &Path) -> bool {
    event.paths.is_empty()
        || event.paths.iter().any(|path| match path.strip_prefix(folder) {
            Ok(below) => below.components().next().is_none_or(|first| {
                let first = first.as_os_str().to_string_lossy();
                place_of(&first).is_some() || is_ours(&first)
            }),
            Err(_) => true,
        })
}

/// Returns the charter's folder and those in it that can hold files of the charter.
fn folders(folder: &Path) -> Vec<(PathBuf, RecursiveMode)> {
    let mut folders = vec![(folder.to_owned(), RecursiveMode::NonRecursive)];
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let ours = ours.filter(|entry| is_ours(&entry.file_name().to_string_lossy()));
    folders.extend(ours.map(|entry| (entry.path(), RecursiveMode::Recursive)));
    folders
}

/// Says whether a folder of this name can hold files of the charter.
fn is_ours(name: &str) -> bool {
    ["x.md", "x.png"].iter().any(|file| place_of(&format!("{name}/{file}")).is_some())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;
    use std::time::Duration;

    use notify::EventKind;
    use notify::event::{AccessKind, AccessMode, CreateKind};

    use super::{Watch, is_change};

    #[test]
    fn reading_a_file_is_no_change() {
        assert!(!is_change(&EventKind::Access(AccessKind::Open(AccessMode::Read))));
        assert!(!is_change(&EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(is_change(&EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(is_change(&EventKind::Create(CreateKind::File)));
    }

    /// Says whether a change of this file is told of within a time.
    fn is_told(path: &str, poll: bool) -> bool {
        let folder = tempfile::tempdir().unwrap();
        for name in ["roles", "target", "pages/deep"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        let (sender, events) = mpsc::channel();
        let watch = Watch::start(folder.path(), poll, sender);
        assert_eq!(watch.notes(), [""; 0]);
        fs::write(folder.path().join(path), "x").unwrap();
        let time = if poll { Duration::from_secs(8) } else { Duration::from_millis(1500) };
        events.recv_timeout(time).is_ok()
    }

    #[test]
    fn changes_of_the_charter_are_told_and_others_are_not() {
        for path in ["charter.yaml", ".itcharter.yaml", "roles/a.yaml", "pages/deep/b.md"] {
            assert!(is_told(path, false), "{path}");
        }
        for path in ["target/x.yaml", "notes.txt"] {
            assert!(!is_told(path, false), "{path}");
        }
    }

    #[test]
    fn changes_are_found_by_looking_too() {
        assert!(is_told("roles/a.yaml", true));
    }

    #[test]
    fn a_folder_that_comes_later_is_watched_from_then_on() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, events) = mpsc::channel();
        let mut watch = Watch::start(folder.path(), false, sender);
        let told = || events.recv_timeout(Duration::from_secs(5)).is_ok();
        fs::create_dir(folder.path().join("roles")).unwrap();
        assert!(told());
        watch.renew();
        while events.recv_timeout(Duration::from_millis(100)).is_ok() {}
        fs::write(folder.path().join("roles/a.yaml"), "x").unwrap();
        assert!(told());
    }
}
