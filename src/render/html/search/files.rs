//! The files of a search: small ones, of which a visitor loads a few.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::handbook::Handbook;
use crate::handbook::search::{Order, STOP_WORDS, is_english};
use crate::render::html::search::Shown;
use crate::render::html::search::postings::{List, Postings};
use crate::render::{Artifact, Format, address};

/// Entries in a file. Ten hits may lie in ten files.
pub(super) const ENTRIES: usize = 16;
/// Bytes of words and numbers after which a file is full; the last word may go beyond it.
const FULL: usize = 10_000;
/// Most entries that a word leads to. A word of more says little: the weightiest stay.
const MOST: usize = 1_000;
/// Most characters of a title.
const TITLE: usize = 120;
/// Least weight of a word that is kept for those who mistype: those of titles, names and answers.
const NEAR: u8 = 5;
/// Most bytes of words for those who mistype.
const NEAR_BYTES: usize = 24_000;
/// Fewest letters of a word that can be mistyped.
const NEAR_LETTERS: usize = 4;

/// Writes the files.
pub(super) fn write(
    handbook: &Handbook,
    shown: &[Shown],
    order: &[usize],
    postings: Postings,
) -> Vec<Artifact> {
    let mut numbers = vec![0_u32; shown.len()];
    for (number, &index) in (0..).zip(order) {
        numbers[index] = number;
    }
    let answers = shown.iter().filter(|entry| entry.order == Order::Answer).count();
    let lists = postings.sorted();
    let mut artifacts = vec![file("near", &json!(near(&lists)))];
    let mut firsts: Vec<&str> = Vec::new();
    let mut block = String::new();
    for (word, list) in &lists {
        if block.is_empty() {
            firsts.push(word);
        }
        line(&mut block, word, list, &numbers);
        if block.len() >= FULL {
            artifacts.push(words_file(firsts.len(), &mut block));
        }
    }
    if !block.is_empty() {
        artifacts.push(words_file(firsts.len(), &mut block));
    }
    for (index, entries) in order.chunks(ENTRIES).enumerate() {
        let entries: Vec<Value> = entries.iter().map(|&entry| value(&shown[entry])).collect();
        artifacts.push(file(&format!("e{index}"), &Value::from(entries)));
    }
    let english = is_english(&handbook.language);
    let titles: Vec<&str> = handbook.sections.iter().map(|section| section.title.as_str()).collect();
    let stop = if english { STOP_WORDS } else { "" };
    let manifest =
        json!([shown.len(), answers, ENTRIES, english, stop, titles, firsts.join(" "), help(handbook)]);
    artifacts.push(file("index", &manifest));
    artifacts
}

/// Returns the address of the page for help, with its title.
fn help(handbook: &Handbook) -> Value {
    let section = handbook.sections.first().filter(|section| section.path == "get-help");
    section.map_or(Value::Null, |section| {
        json!([address::encode(&address::file_of(&section.path, Format::Html)), section.title])
    })
}

fn words_file(number: usize, block: &mut String) -> Artifact {
    file(&format!("t{}", number - 1), &Value::String(std::mem::take(block)))
}

/// Writes a word with where it leads: for each weight a digit and the entries, each as the distance from the one
/// before, in base 36.
fn line(out: &mut String, word: &str, list: &List, numbers: &[u32]) {
    let mut list: Vec<(u8, u32)> =
        list.iter().map(|(entry, weight)| (9 - weight.min(&9), numbers[*entry as usize])).collect();
    list.sort_unstable();
    list.truncate(MOST);
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(word);
    out.push(' ');
    let mut last: Option<(u8, u32)> = None;
    for (weight, entry) in list {
        let before = match last {
            Some((same, before)) if same == weight => {
                out.push(',');
                before
            }
            Some(_) | None => {
                if last.is_some() {
                    out.push(';');
                }
                // Writing to a string cannot fail.
                let _ = write!(out, "{}", 9 - weight);
                0
            }
        };
        base36(out, entry - before);
        last = Some((weight, entry));
    }
}

fn base36(out: &mut String, mut number: u32) {
    let start = out.len();
    loop {
        out.insert(start, char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return;
        }
    }
}

/// Returns the words that mistyped ones are compared with, those that matter most.
fn near(lists: &[(Box<str>, List)]) -> String {
    let mut words: Vec<(u8, usize, &str)> = lists
        .iter()
        .filter(|(word, _)| word.chars().count() >= NEAR_LETTERS && word.chars().all(char::is_alphabetic))
        .map(|(word, list)| {
            (list.iter().map(|(_, weight)| *weight).max().unwrap_or(0), list.len(), word.as_ref())
        })
        .filter(|(weight, ..)| *weight >= NEAR)
        .collect();
    words.sort_unstable_by(|left, right| right.cmp(left));
    let mut bytes = 0;
    let fits = |(_, _, word): &&(u8, usize, &str)| {
        bytes += word.len() + 1;
        bytes <= NEAR_BYTES
    };
    let mut words: Vec<&str> = words.iter().take_while(fits).map(|(_, _, word)| *word).collect();
    words.sort_unstable();
    words.join(" ")
}

fn value(entry: &Shown) -> Value {
    let mut title = entry.title.clone();
    if let Some((end, _)) = title.char_indices().nth(TITLE) {
        title.truncate(end);
        title.push('…');
    }
    json!([title, entry.text, entry.address, entry.section])
}

/// Makes a script that hands over a value to whoever loads it, and does nothing else.
fn file(name: &str, value: &Value) -> Artifact {
    let mut text = String::from("document.currentScript.dispatchEvent(new CustomEvent('found',{detail:");
    for letter in value.to_string().chars() {
        match letter {
            // No text can end the script or its line, wherever the file is put.
            '<' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text.push_str("}));\n");
    Artifact { path: format!("search/{name}.js"), bytes: text.into_bytes() }
}
