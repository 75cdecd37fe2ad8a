//! Titles abbreviated with dots told from initials: `names/writing/dotted_titles.py`.

use crate::handed::Named;
use crate::tables::Tables;
use pyo3::PyResult;
use rustc_hash::FxHashMap;

/// An abbreviation: its letters, a dot and perhaps a blank between, and the honorific it stands for.
struct Short {
    letters: Vec<String>,
    meant: String,
}

/// The abbreviations, those of more letters first, by where they may stand.
pub struct Dotted {
    before: Vec<Short>,
    behind: Vec<Short>,
    alone: Vec<Short>,
    /// Whether each has a dot within: a name without dots then has none.
    all_dotted: bool,
    fewest_words: usize,
}

/// Where an abbreviation and what belongs to it stand in a segment, and what it means.
type Found<'a> = (usize, usize, &'a str);
/// One of the places where an abbreviation is sought.
type Find = for<'a> fn(&'a Dotted, &str) -> Option<Found<'a>>;

impl Dotted {
    /// Take over the table of titles.
    pub fn new(tables: &Tables, named: &Named) -> PyResult<Dotted> {
        let rows = tables.rows("dotted_titles.tsv")?;
        let mut meanings: FxHashMap<String, String> = FxHashMap::default();
        for row in rows {
            for short in row[2].split(',') {
                meanings.insert(short.split_whitespace().collect(), row[1].clone());
            }
        }
        let at = |place: Option<&str>| {
            let rows = rows.iter().filter(|row| place.is_none_or(|place| row[0] == place));
            longest_first(rows.flat_map(|row| row[2].split(',')), &meanings)
        };
        let alone = at(None);
        let fewest_words = named.count("dotted_titles._FEWEST_WORDS")?;
        let all_dotted = alone.iter().all(|short| short.letters.len() > 1);
        Ok(Dotted { before: at(Some("before")), behind: at(Some("behind")), alone, all_dotted, fewest_words })
    }

    /// The segments of a person's name with dotted titles as the honorifics they stand for.
    pub fn spelled_out(&self, segments: Vec<String>) -> Vec<String> {
        if self.all_dotted && !segments.iter().any(|segment| segment.contains('.')) {
            return segments;
        }
        let whole: Vec<usize> = segments.iter().map(|segment| whole_words(segment)).collect();
        let all: usize = whole.iter().sum();
        let spelled = segments.into_iter().enumerate();
        spelled.map(|(number, segment)| self.in_segment(segment, number > 0, all - whole[number])).collect()
    }

    fn in_segment(&self, mut segment: String, later: bool, others: usize) -> String {
        let places: [Find; 3] = [Dotted::find_before, Dotted::find_behind, Dotted::find_alone];
        for find in &places[..if later { 3 } else { 2 }] {
            let Some((start, end, meant)) = find(self, &segment) else {
                continue;
            };
            let (head, tail) = (&segment[..start], &segment[end..]);
            if others + whole_words(&format!("{head} {tail}")) >= self.fewest_words {
                segment = format!("{head} {meant} {tail}");
            }
        }
        segment
    }

    /// `^ *(?P<short>…)(?:\. *| +)(?![.]|[a-z](?![a-z]))`
    fn find_before(&self, segment: &str) -> Option<Found<'_>> {
        let start = segment.len() - segment.trim_start_matches(' ').len();
        self.before.iter().find_map(|short| {
            let end = short.end(segment, start)?;
            let dot = usize::from(segment[end..].starts_with('.'));
            let blanks = leading_blanks(&segment[end + dot..]);
            let last = end + dot + blanks;
            let fewest = usize::from(dot == 0);
            if blanks >= fewest && may_follow(&segment[last..]) {
                return Some((0, last, short.meant.as_str()));
            }
            // Before a blank anything may stand: the pattern gives one back where it can.
            (blanks > fewest).then_some((0, last - 1, short.meant.as_str()))
        })
    }

    /// `(?<=[a-z]) +(?P<short>…)\.? *$`
    fn find_behind(&self, segment: &str) -> Option<Found<'_>> {
        let bytes = segment.as_bytes();
        (1..bytes.len()).filter(|at| bytes[*at] == b' ' && bytes[at - 1].is_ascii_lowercase()).find_map(
            |at| {
                let start = at + leading_blanks(&segment[at..]);
                let short = self.behind.iter().find(|short| short.is_last(segment, start))?;
                Some((at, segment.len(), short.meant.as_str()))
            },
        )
    }

    /// `^ *(?P<short>…)\.? *$`
    fn find_alone(&self, segment: &str) -> Option<Found<'_>> {
        let start = leading_blanks(segment);
        let short = self.alone.iter().find(|short| short.is_last(segment, start))?;
        Some((0, segment.len(), short.meant.as_str()))
    }
}

impl Short {
    /// Where the abbreviation ends that begins at a place; None where there is none.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let mut rest = &text[start..];
        for (number, letters) in self.letters.iter().enumerate() {
            if number > 0 {
                rest = rest.strip_prefix('.')?;
                rest = rest.strip_prefix(' ').unwrap_or(rest);
            }
            rest = rest.strip_prefix(letters.as_str())?;
        }
        Some(text.len() - rest.len())
    }

    /// Whether nothing stands behind the abbreviation at a place but a dot and blanks.
    fn is_last(&self, text: &str, start: usize) -> bool {
        self.end(text, start).is_some_and(|end| {
            let rest = &text[end..];
            rest.strip_prefix('.').unwrap_or(rest).bytes().all(|byte| byte == b' ')
        })
    }
}

fn longest_first<'a>(
    shorts: impl Iterator<Item = &'a str>,
    meanings: &FxHashMap<String, String>,
) -> Vec<Short> {
    let mut found: Vec<Short> = shorts
        .map(|short| {
            let letters: Vec<String> = short.split_whitespace().map(str::to_owned).collect();
            Short { meant: meanings.get(&letters.concat()).cloned().unwrap_or_default(), letters }
        })
        .collect();
    let size = |short: &Short| short.letters.iter().map(String::len).sum::<usize>();
    found.sort_by(|a, b| size(b).cmp(&size(a)).then_with(|| a.letters.cmp(&b.letters)));
    found
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// `(?![.]|[a-z](?![a-z]))`: no dot, and no letter by itself.
fn may_follow(rest: &str) -> bool {
    let mut bytes = rest.bytes();
    match bytes.next() {
        Some(b'.') => false,
        Some(letter) if letter.is_ascii_lowercase() => {
            bytes.next().is_some_and(|next| next.is_ascii_lowercase())
        }
        _ => true,
    }
}

/// How often `(?<![a-z.])[a-z]{2,}(?![a-z])` is found: whole words that follow no dot.
fn whole_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (0, 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_lowercase() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_lowercase() {
            at += 1;
        }
        let behind_dot = start > 0 && bytes[start - 1] == b'.';
        found += usize::from(at - start >= 2 && !behind_dot);
    }
    found
}
