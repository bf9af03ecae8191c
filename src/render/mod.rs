//! Turns a handbook into files in memory, the same bytes for the same handbook on every machine.
//!
//! [`render`] is the entry point. Nothing here reads or writes a disk: templates of the charter come in as text,
//! and the command that asked writes the artifacts.

mod address;
mod calendar;
mod context;
#[cfg(test)]
mod demo;
mod feed;
mod grammar;
mod html;
mod json;
mod markdown;
mod media;
mod outlet;
mod site;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod theme;
mod whole;
mod xml;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

pub use media::media_type;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
pub use whole::FILE as WHOLE;

use crate::handbook::{Handbook, Page};
use crate::render::context::Shared;
use crate::render::outlet::Outlet;
use crate::render::theme::Theme;
use crate::source::{Limit, Limits};

/// Where the stylesheet lies in the handbook.
const STYLESHEET: &str = "assets/handbook.css";
/// Where the script lies in the handbook.
const SCRIPT: &str = "assets/handbook.js";
/// Where the engine of the search lies in the handbook; pages load it when someone searches.
const ENGINE: &str = "assets/search.js";
/// Where the style and the script of figures lie in the handbook; pages without one do not ask for them.
const OF_FIGURES: [&str; 2] = ["assets/figures.css", "assets/figures.js"];
/// Where the style of the window of the search lies in the handbook; the engine loads it.
const STYLE_OF_SEARCH: &str = "assets/search.css";
/// Where the small picture of the browser tab lies in the handbook.
const ICON: &str = "assets/icon.svg";

/// A form in which a handbook can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Format {
    /// Web pages that need no server.
    Html,
    /// Markdown that reads well on a Git forge.
    Markdown,
    /// Data for other programs.
    Json,
}

impl Format {
    /// Returns the ending of a page's file, without the dot.
    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

/// A file of the handbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Artifact {
    /// Path below the handbook's folder, parts joined by `/`.
    pub path: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

/// Trouble with a template, or with the paths of a handbook.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The charter brings a template that replaces none of ours.
    #[error("no template is called `{name}`; {}the templates are {}", suggestion(.nearest.as_deref()), .known.join(", "))]
    UnknownTemplate {
        /// Its name, below `templates/`.
        name: String,
        /// The known name that looks most like it.
        nearest: Option<&'static str>,
        /// All names there are, sorted.
        known: Vec<&'static str>,
    },
    /// A template cannot be read or filled in.
    #[error("template `{template}`, line {line}: {cause}")]
    Template {
        /// Its name, below `templates/`.
        template: String,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong there.
        cause: String,
    },
    /// A template does more than it may.
    #[error("template `{template}` takes more than {most} steps for one page, or writes as much; {}", Limit::TemplateSteps.help(*most * 2))]
    Steps {
        /// Its name, below `templates/`.
        template: String,
        /// How many steps it may take.
        most: u64,
    },
    /// The handbook is larger than it may be.
    #[error("the handbook has more than {most} {}; {}", if *limit == Limit::HandbookFiles { "files" } else { "bytes" }, limit.help(most * 2))]
    TooMuch {
        /// Which limit is passed.
        limit: Limit,
        /// Its value.
        most: u64,
    },
    /// Two pages or pictures want the same file.
    #[error("two parts of the handbook want the file `{path}`")]
    Twice {
        /// The file.
        path: String,
    },
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("did you mean `{nearest}`? "))
}

/// Renders every page in every one of `formats`; `overrides` holds the charter's own templates by their path below
/// `templates/`. The artifacts come sorted by path.
pub fn render(
    handbook: &Handbook,
    formats: &[Format],
    overrides: &BTreeMap<String, String>,
) -> Result<Vec<Artifact>, RenderError> {
    let artifacts = Mutex::new(Vec::new());
    render_each(handbook, formats, overrides, &|artifact| {
        artifacts.lock().unwrap_or_else(PoisonError::into_inner).push(artifact);
        Ok::<_, RenderError>(())
    })?;
    let mut artifacts = artifacts.into_inner().unwrap_or_else(PoisonError::into_inner);
    artifacts.sort_unstable();
    Ok(artifacts)
}

/// Does what [`render`] does and hands each artifact to `put` as soon as it is made, from several threads and in no
/// order, so that a large handbook is never in memory as a whole. After an error some have been handed over.
pub fn render_each<E: From<RenderError> + Send>(
    handbook: &Handbook,
    formats: &[Format],
    overrides: &BTreeMap<String, String>,
    put: &(impl Fn(Artifact) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let outlet = Outlet::new(&handbook.limits, put);
    let theme = Theme::new(overrides, handbook.words, &handbook.limits)?;
    let mut formats = formats.to_vec();
    formats.sort_unstable();
    formats.dedup();
    for picture in &handbook.pictures {
        outlet.put(Artifact { path: picture.path.clone(), bytes: picture.bytes.clone() })?;
    }
    if formats.iter().any(|format| *format != Format::Json)
        && let Some(text) = calendar::calendar(handbook)
    {
        outlet.put(Artifact { path: calendar::FILE.to_owned(), bytes: text.into_bytes() })?;
    }
    if formats.contains(&Format::Html) {
        outlet.put_all(site::artifacts(handbook, formats.contains(&Format::Markdown)))?;
        outlet.put_all(html::search::artifacts(handbook))?;
        outlet.put_all(assets(handbook, &theme))?;
    }
    for format in formats {
        if format == Format::Json {
            outlet.put_all(json::artifacts(handbook))?;
            continue;
        }
        let shared = Shared::new(handbook, format, &theme)?;
        let page = |page: &Page| outlet.put(render_page(page, format, &shared, &theme)?);
        // All are tried, so that of several errors it is always the first page's that is told.
        let pages: Vec<Result<(), E>> = handbook.pages.par_iter().map(page).collect();
        pages.into_iter().collect::<Result<(), E>>()?;
    }
    Ok(outlet.finish()?)
}

/// Returns the styles, the scripts and the small picture that web pages share.
fn assets(handbook: &Handbook, theme: &Theme) -> [Artifact; 7] {
    let own = handbook.theme.styles(|file| Some(format!("../{}", address::encode(file))));
    let [style_of_figures, script_of_figures] = OF_FIGURES;
    [
        (STYLESHEET, format!("{}{own}", theme.stylesheet())),
        (SCRIPT, theme.script()),
        (style_of_figures, theme.style_of_figures()),
        (script_of_figures, theme.script_of_figures()),
        (ENGINE, theme.search()),
        (STYLE_OF_SEARCH, theme.style_of_search()),
        (ICON, theme.icon().to_owned()),
    ]
    .map(|(path, text)| Artifact { path: path.to_owned(), bytes: text.into_bytes() })
}

/// Renders all pages into one file that needs nothing else; `overrides` as in [`render`].
pub fn render_whole(
    handbook: &Handbook,
    overrides: &BTreeMap<String, String>,
) -> Result<Artifact, RenderError> {
    let limits = &handbook.limits;
    let artifact = whole::artifact(handbook, &Theme::new(overrides, handbook.words, limits)?)?;
    hold(limits, Limit::HandbookSize, artifact.bytes.len() as u64)?;
    Ok(artifact)
}

/// Says that a limit is passed.
fn hold(limits: &Limits, limit: Limit, found: u64) -> Result<(), RenderError> {
    let most = limits.get(limit);
    if found > most { Err(RenderError::TooMuch { limit, most }) } else { Ok(()) }
}

fn render_page(page: &Page, format: Format, shared: &Shared, theme: &Theme) -> Result<Artifact, RenderError> {
    let values = shared.page(page);
    let mut text = theme.render(&format!("{}.{}.jinja", page.template, format.ending()), values)?;
    // The template engine drops a template's last line end; a text file has one.
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(Artifact { path: address::file_of(&page.path, format), bytes: text.into_bytes() })
}
