//! How the handbook looks: colours, logo, fonts, width. Everything is a typed value, so that no setting can bring a
//! style of its own.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::config::colour::Colour;

/// Least contrast of words with what they stand on: WCAG 2.2, success criterion 1.4.3, level AA.
pub(super) const TEXT: f64 = 4.5;
/// What the accent colour stands on where the page is light.
pub const LIGHT: [&str; 10] = [
    "#fbf9f5", "#ffffff", "#f2eee6", "#e9e3d6", "#fff3cf", "#e8f2f0", "#ebf4e8", "#f1edf9", "#fdf2df",
    "#fcebe8",
];
/// What the accent colour stands on where the page is dark.
pub const DARK: [&str; 10] = [
    "#171817", "#20221f", "#262824", "#2b3431", "#43391a", "#1d2b2a", "#1f2a1e", "#292535", "#30281a",
    "#351f1d",
];
/// Families that stand for whatever the device has.
const GENERIC: [&str; 10] = [
    "cursive",
    "fantasy",
    "monospace",
    "sans-serif",
    "serif",
    "system-ui",
    "ui-monospace",
    "ui-rounded",
    "ui-sans-serif",
    "ui-serif",
];

/// How the handbook looks.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeSettings {
    /// Colour of links, marks and pictures. It must be readable, as WCAG 2.2 asks for at level AA.
    #[schemars(extend("examples" = [{"light": "#8a2b0f", "dark": "#ffb59c"}]))]
    pub accent: Option<Colours>,
    /// Colour of the band at the top; its words are dark or light, whichever can be read on it.
    #[schemars(extend("examples" = [{"light": "#3b1d5e", "dark": "#2a1543"}]))]
    pub band: Option<Colours>,
    /// A picture in the band.
    pub logo: Option<Logo>,
    /// Families of letters, the first that a device has counts.
    pub fonts: Option<Fonts>,
    /// Files with letters that the handbook brings along, each a `.woff2` or `.woff` in the folder `theme`.
    #[serde(default, rename = "font-files")]
    pub font_files: Vec<FontFile>,
    /// Width of the text in letters of usual size, from 30 to 42, which it has if this is left out: longer lines are
    /// hard to read.
    #[schemars(range(min = 30, max = 42), example = 38)]
    pub width: Option<u8>,
}

/// A colour for light pages and one for dark pages; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// Where the page is light.
    #[schemars(example = &"#8a2b0f")]
    pub light: Option<String>,
    /// Where the page is dark.
    #[schemars(example = &"#ffb59c")]
    pub dark: Option<String>,
}

/// A picture in the band.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The picture, in the folder `theme` or `pages`.
    #[schemars(example = &"theme/logo.svg")]
    pub file: String,
    /// What it shows, in words; left out where the name beside it says the same.
    #[schemars(example = &"Brookfield Academy")]
    #[serde(default)]
    pub text: String,
}

/// Families of letters.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// For text.
    #[schemars(extend("examples" = [["Atkinson Hyperlegible", "Verdana"]]))]
    #[serde(default)]
    pub text: Vec<String>,
    /// For headings.
    #[schemars(extend("examples" = [["Atkinson Hyperlegible", "Verdana"]]))]
    #[serde(default)]
    pub headings: Vec<String>,
    /// For code.
    #[schemars(extend("examples" = [["Cascadia Mono", "monospace"]]))]
    #[serde(default)]
    pub code: Vec<String>,
}

/// A file with letters.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FontFile {
    /// The name of the family, as in `fonts`.
    #[schemars(example = &"Atkinson Hyperlegible")]
    pub family: String,
    /// The file.
    #[schemars(example = &"theme/atkinson-bold.woff2")]
    pub file: String,
    /// How heavy the letters are, from 1 to 1000; 400 if left out.
    #[schemars(range(min = 1, max = 1000), example = 700)]
    pub weight: Option<u16>,
    /// Whether the letters lean.
    #[serde(default)]
    pub italic: bool,
}

impl ThemeSettings {
    /// Returns the styles that these settings stand for, to be read after the handbook's own; `address` gives the
    /// address of a file, with nothing in it that could end a quoted text.
    pub fn styles(&self, address: impl Fn(&str) -> Option<String>) -> String {
        let mut styles = String::new();
        for font in &self.font_files {
            let (Some(family), Some(address)) = (family(&font.family), address(&font.file)) else { continue };
            let style = if font.italic { "italic" } else { "normal" };
            let weight = font.weight.unwrap_or(400);
            styles.push_str(&format!(
                "@font-face{{font-family:{family};src:url(\"{address}\");font-weight:{weight};font-style:{style};\
                 font-display:swap}}\n"
            ));
        }
        if self.logo.is_some() {
            styles.push_str(
                ".logo{align-self:center;inline-size:auto;max-inline-size:12rem;block-size:2.25rem;margin:0;\
                 border-radius:0}\n",
            );
        }
        let values = self.values();
        if !values.is_empty() {
            let values: Vec<String> =
                values.iter().map(|(name, value)| format!("--{name}:{value}")).collect();
            styles.push_str(&format!(":root{{{}}}\n", values.join(";")));
            // Paper is white, and the built-in style for it comes before this one.
            styles.push_str("@media print{:root{--link:#000000;--note:#000000}}\n");
        }
        styles
    }

    /// Returns the names and values of the style's variables that are set.
    fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = Vec::new();
        if let Some((light, dark)) = self.accent.as_ref().map(|accent| accent.or("#17575a", "#8fd0c8")) {
            let accent = format!("light-dark({light},{dark})");
            values.push(("link", accent.clone()));
            values.push(("note", accent));
            values.push(("link-hover", "color-mix(in oklab,var(--link) 70%,var(--ink))".to_owned()));
        }
        if let Some((light, dark)) = self.band.as_ref().map(|band| band.or("#1d5c5a", "#153f3e")) {
            let ink = format!("light-dark({},{})", ink_on(light), ink_on(dark));
            values.push(("brand", format!("light-dark({light},{dark})")));
            values.push(("brand-ink", ink.clone()));
            values.push(("brand-soft", ink));
        }
        if let Some(fonts) = &self.fonts {
            let lists = [
                ("sans", &fonts.text, "sans-serif"),
                ("serif", &fonts.headings, "serif"),
                ("mono", &fonts.code, "monospace"),
            ];
            for (name, families, last) in lists {
                let named: Vec<String> = families.iter().filter_map(|name| family(name)).collect();
                if !named.is_empty() {
                    values.push((name, format!("{},{last}", named.join(","))));
                }
            }
        }
        if let Some(width) = self.width.filter(|width| (30..=42).contains(width)) {
            values.push(("measure", format!("{width}rem")));
        }
        values
    }
}

impl Colours {
    /// Returns the colours for light and dark pages, the usual ones where none is set.
    fn or(&self, light: &str, dark: &str) -> (Colour, Colour) {
        let of = |text: &Option<String>, usual: &str| {
            let set = text.as_deref().and_then(Colour::parse);
            set.or_else(|| Colour::parse(usual)).expect("the usual colours can be read")
        };
        (of(&self.light, light), of(&self.dark, dark))
    }
}

/// Returns the letters that can be read on a colour: white or black.
fn ink_on(colour: Colour) -> Colour {
    let inks = ["#ffffff", "#000000"].map(|ink| Colour::parse(ink).expect("the inks can be read"));
    if inks[0].contrast(colour) >= TEXT { inks[0] } else { inks[1] }
}

/// Returns the name of a family as styles write it; `None` where it is not one.
pub(super) fn family(name: &str) -> Option<String> {
    let name = name.trim();
    if GENERIC.contains(&name) {
        return Some(name.to_owned());
    }
    let plain = |letter: char| letter.is_alphanumeric() || letter == ' ' || letter == '-' || letter == '_';
    let fits = !name.is_empty() && name.chars().count() <= 60 && name.chars().all(plain);
    fits.then(|| format!("\"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::{Colours, DARK, FontFile, Fonts, LIGHT, TEXT, ThemeSettings, family, ink_on};
    use crate::config::colour::Colour;

    fn styles(theme: &ThemeSettings) -> String {
        theme.styles(|file| Some(format!("../{file}")))
    }

    #[test]
    fn nothing_set_changes_nothing() {
        assert_eq!(styles(&ThemeSettings::default()), "");
    }

    #[test]
    fn settings_become_values_of_the_style() {
        let theme = ThemeSettings {
            accent: Some(Colours { light: Some("#8a2b0f".into()), dark: None }),
            band: Some(Colours { light: Some("#ffd".into()), dark: Some("#000".into()) }),
            fonts: Some(Fonts {
                text: vec!["Atkinson Hyperlegible".into(), "system-ui".into()],
                ..Fonts::default()
            }),
            font_files: vec![FontFile {
                family: "Atkinson Hyperlegible".into(),
                file: "theme/a.woff2".into(),
                weight: Some(700),
                italic: false,
            }],
            width: Some(38),
            ..ThemeSettings::default()
        };
        assert_eq!(
            styles(&theme),
            "@font-face{font-family:\"Atkinson Hyperlegible\";src:url(\"../theme/a.woff2\");font-weight:700;\
             font-style:normal;font-display:swap}\n\
             :root{--link:light-dark(#8a2b0f,#8fd0c8);--note:light-dark(#8a2b0f,#8fd0c8);\
             --link-hover:color-mix(in oklab,var(--link) 70%,var(--ink));--brand:light-dark(#ffffdd,#000000);\
             --brand-ink:light-dark(#000000,#ffffff);--brand-soft:light-dark(#000000,#ffffff);\
             --sans:\"Atkinson Hyperlegible\",system-ui,sans-serif;--measure:38rem}\n\
             @media print{:root{--link:#000000;--note:#000000}}\n"
        );
    }

    #[test]
    fn no_setting_brings_a_style_of_its_own() {
        for bad in ["", "a\"b", "a;}", "a,b", "a\\b", "url(x)", "a\nb", "<b>", &"x".repeat(61)] {
            assert_eq!(family(bad), None, "{bad}");
        }
        let theme = ThemeSettings {
            accent: Some(Colours { light: Some("red;}body{display:none".into()), dark: None }),
            fonts: Some(Fonts { text: vec!["x\";}body{".into()], ..Fonts::default() }),
            width: Some(255),
            ..ThemeSettings::default()
        };
        assert!(!styles(&theme).contains("body"), "{}", styles(&theme));
    }

    #[test]
    fn words_on_any_band_can_be_read() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                let band = Colour::parse(&format!("#{red:02x}{green:02x}80")).unwrap();
                assert!(ink_on(band).contrast(band) >= TEXT, "{band}");
            }
        }
        assert_eq!(LIGHT.len(), DARK.len());
    }
}
