//! Pull requests that try to give power away unseen: each is refused or flagged, with the reason.

mod merges;
mod reviews;
mod signed;
mod words;

use crate::support::{DAY, Folder, Output};

pub(crate) const AMARA: &str = "Amara Okafor <amara.okafor@brookfield.example>";
pub(crate) const CHLOE: &str = "Chloe Martin <chloe.martin@brookfield.example>";
pub(crate) const ELLA: &str = "Ella Novak <ella.novak@brookfield.example>";
pub(crate) const GRACE: &str = "Grace Lewis <grace.lewis@brookfield.example>";

/// The school with a branch on which a change is made.
pub(crate) struct Attack {
    pub(crate) folder: Folder,
}

impl Attack {
    pub(crate) fn new() -> Self {
        Self::on(|_| {})
    }

    /// Makes a school that had something before the change.
    pub(crate) fn on(before: impl Fn(&Folder)) -> Self {
        let folder = Folder::school();
        before(&folder);
        folder.commit_all();
        folder.git(&["checkout", "--quiet", "-b", "change"]);
        Self { folder }
    }

    /// Commits everything as somebody.
    pub(crate) fn commit(&self, who: &str, message: &str) -> &Self {
        self.folder.git(&["add", "--all"]);
        self.folder.git(&["commit", "--quiet", "--allow-empty", "--author", who, "--message", message]);
        self
    }

    /// Asks who must agree; something is always missing.
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let output = self.approvals(arguments);
        assert_eq!((output.code, output.stderr.as_str()), (1, ""), "{}", output.stdout);
        output.stdout
    }

    pub(crate) fn approvals(&self, arguments: &[&str]) -> Output {
        let all = [&["approvals", "main..change", "--as-of", DAY, "--quiet"], arguments].concat();
        self.folder.run(&all)
    }

    /// Returns the newest commit of the change.
    pub(crate) fn head(&self) -> String {
        self.folder.read(".git/refs/heads/change").trim().to_owned()
    }

    /// Raises what the service desk lead may approve.
    pub(crate) fn raise(&self) -> &Self {
        self.folder.replace(
            "responsibilities.yaml",
            "100 GBP, by: service-desk",
            "500 GBP, by: service-desk",
        );
        self
    }
}

/// Fails with the whole text unless it holds a line.
pub(crate) fn holds(text: &str, line: &str) {
    assert!(text.contains(line), "no {line:?} in\n{text}");
}
