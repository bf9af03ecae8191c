//! Colours and how well one can be read on another, as WCAG 2.2 counts it.

/// A colour of the screen, without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads a colour: `#17575a` or `#abc`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |text: &str| u8::from_str_radix(text, 16).ok();
        match digits.len() {
            3 => {
                let one = |at: usize| channel(&digits[at..=at]).map(|value| value * 17);
                Some(Self([one(0)?, one(1)?, one(2)?]))
            }
            6 => {
                let two = |at: usize| channel(&digits[at..at + 2]);
                Some(Self([two(0)?, two(2)?, two(4)?]))
            }
            _ => None,
        }
    }

    /// Returns how far two colours are apart in brightness: from 1, the same, to 21, black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Returns the worst contrast with several backgrounds, and which it is with.
    pub fn worst(self, backgrounds: &[Self]) -> Option<(f64, Self)> {
        let contrasts = backgrounds.iter().map(|background| (self.contrast(*background), *background));
        contrasts.min_by(|left, right| left.0.total_cmp(&right.0))
    }

    /// Returns the colour that is nearest to this one, lighter or darker, and has at least `least` contrast with
    /// every background.
    pub fn nearest(self, backgrounds: &[Self], least: f64) -> Option<Self> {
        let passes =
            |colour: &Self| backgrounds.iter().all(|background| colour.contrast(*background) >= least);
        (0..=u8::MAX).find_map(|step| {
            let towards = |end: u8| Self(self.0.map(|value| mixed(value, end, step)));
            [towards(0), towards(u8::MAX)].into_iter().find(passes)
        })
    }

    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Returns a value that lies `step` of 255 parts of the way from one to another.
fn mixed(from: u8, to: u8, step: u8) -> u8 {
    let (from, to, step) = (u32::from(from), u32::from(to), u32::from(step));
    u8::try_from((from * (255 - step) + to * step + 127) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(colour("#aBc").to_string(), "#aabbcc");
        assert_eq!(colour("#17575A").to_string(), "#17575a");
        for bad in [
            "",
            "#",
            "red",
            "17575a",
            "#12",
            "#12345",
            "#1234567",
            "#ggg",
            "#é1",
            "#+12",
            "#17575a;",
            "rgb(1,2,3)",
        ] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_counted_as_wcag_does() {
        let contrast = |one: &str, two: &str| (colour(one).contrast(colour(two)) * 100.0).round() / 100.0;
        assert_eq!(contrast("#000", "#fff"), 21.0);
        assert_eq!(contrast("#fff", "#fff"), 1.0);
        assert_eq!(contrast("#777777", "#ffffff"), 4.48);
        assert_eq!(contrast("#767676", "#ffffff"), 4.54);
        assert_eq!(contrast("#ff0000", "#ffffff"), 4.0);
    }

    #[test]
    fn the_nearest_colour_that_passes_is_only_as_much_darker_or_lighter_as_it_must_be() {
        let white = [colour("#ffffff")];
        assert_eq!(colour("#767676").nearest(&white, 4.5), Some(colour("#767676")));
        assert_eq!(colour("#777777").nearest(&white, 4.5), Some(colour("#767676")));
        let red = colour("#ff0000").nearest(&white, 4.5).unwrap();
        assert!(red.contrast(white[0]) >= 4.5 && red.contrast(white[0]) < 4.6, "{red}");
        let pale = colour("#777777").nearest(&[colour("#000000")], 7.0).unwrap();
        assert!(pale.contrast(colour("#000000")) >= 7.0, "{pale}");
        assert_eq!(colour("#777777").nearest(&[colour("#000"), colour("#fff")], 4.7), None);
    }
}
