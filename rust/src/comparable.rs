//! Turn a name in Latin letters into a name that can be compared: `names/comparable.py`.

use crate::classify::Classifier;
use crate::dotted::Dotted;
use crate::handed::Named;
use crate::part::{Kind, Part, Role};
use crate::scanned::Scanned;
use crate::unicode_clean::Letters;
use pyo3::PyResult;

/// Whom a reading's words are by: a romanisation's standard, an acronym, or nobody.
pub type Standard = Option<String>;

/// One way to read a name in Latin letters.
pub struct Reading {
    pub parts: Vec<Part>,
    pub standard: Standard,
}

impl Reading {
    /// Whether another is the same, as it was written too.
    pub fn is(&self, other: &Reading) -> bool {
        let written = |(one, other): (&Part, &Part)| one.written == other.written;
        self.parts == other.parts
            && self.standard == other.standard
            && self.parts.iter().zip(&other.parts).all(written)
    }
}

/// A name ready to be compared.
pub struct ComparableName {
    pub folded: String,
    pub compared_as: Kind,
    pub readings: Vec<Reading>,
    /// Whether the name has letters: its script is Latin then, else common to all.
    pub latin: bool,
    pub reason: Option<String>,
}

impl ComparableName {
    /// Whether another has the same readings, of whatever kind of party either is taken for.
    pub fn is_read_as(&self, other: &ComparableName) -> bool {
        let same = |(one, other): (&Reading, &Reading)| one.is(other);
        self.folded == other.folded
            && self.readings.len() == other.readings.len()
            && self.readings.iter().zip(&other.readings).all(same)
    }
}

/// What a name is made comparable with.
pub struct Names {
    classifier: Classifier,
    letters: Letters,
    scanned: Scanned,
    dotted: Dotted,
    acronym: String,
    cut_off: String,
    /// The standard of a name with a comma behind its first word.
    surname_first: String,
    before_a_beginning: usize,
    one_for_one: Vec<String>,
    reasons: Vec<String>,
    max_length: usize,
    most_words: usize,
    longest_word: usize,
}

impl Names {
    /// Take over the module's numbers and words.
    pub fn new(
        classifier: Classifier,
        letters: Letters,
        scanned: Scanned,
        dotted: Dotted,
        named: &Named,
    ) -> PyResult<Names> {
        Ok(Names {
            classifier,
            letters,
            scanned,
            dotted,
            acronym: named.words("comparable.ACRONYM")?.concat(),
            cut_off: named.words("comparable.CUT_OFF")?.concat(),
            surname_first: named.words("comparable.SURNAME_FIRST")?.concat(),
            before_a_beginning: named.count("comparable._BEFORE_A_BEGINNING")?,
            one_for_one: named.words("comparable._ONE_FOR_ONE")?.to_vec(),
            reasons: named.words("comparable.REASONS")?.to_vec(),
            max_length: named.count("comparable.MAX_LENGTH")?,
            most_words: named.count("words._MOST_WORDS")?,
            longest_word: named.count("words._LONGEST_WORD")?,
        })
    }

    /// The text as a comparable name of a party of a kind; None where it is not for the engine to read.
    pub fn comparable(&self, text: &str, kind: Option<Kind>) -> Option<ComparableName> {
        let cleaned = self.letters.clean(self.compared(text))?;
        let cleaned = without_asides(&cleaned);
        let folded = self.letters.fold(&cleaned)?;
        if let Some(reason) = self.nothing_to_compare(text, &folded, kind) {
            return Some(nothing(folded, kind, reason));
        }
        // Firms have digits in their names: G4S is no GAS.
        let of_person = matches!(kind, None | Some(Kind::Person));
        let letters = if of_person { self.scanned.letters_restored(&cleaned) } else { cleaned };
        let latin = self.letters.fold(&letters.replace('*', " "))?; // in a name as written it is no mark
        self.read(folded, &[(latin, None)], kind)
    }

    /// Whether the engine can clean and fold a text.
    pub fn readable(&self, text: &str) -> bool {
        let cleaned = self.letters.clean(self.compared(text));
        cleaned.is_some_and(|cleaned| self.letters.fold(&cleaned).is_some())
    }

    /// The comparable name of readings in folded Latin letters, as a romaniser gives them; None as above.
    pub fn read(
        &self,
        folded: String,
        readings: &[(String, Standard)],
        kind: Option<Kind>,
    ) -> Option<ComparableName> {
        let mut compared_as = kind;
        let mut unique: Vec<Reading> = Vec::new();
        for (latin, standard) in readings {
            let text = self.prepared(latin, kind);
            let segments = self.segments(&text);
            let kind = *compared_as.get_or_insert_with(|| self.classifier.kind_of(&segments));
            let mut parts = self.classifier.classify(&segments, kind, standard.as_deref());
            if kind == Kind::Person && latin.trim_end_matches(is_space).ends_with(&self.cut_off) {
                last_begun(&mut parts, self.before_a_beginning);
            }
            if !parts.is_empty() {
                let comma = standard.is_none() && kind == Kind::Person && self.begins_with_surname(&segments);
                let standard = if comma { Some(self.surname_first.clone()) } else { standard.clone() };
                add(&mut unique, Reading { parts, standard });
            }
            if kind == Kind::Organisation && self.letter_by_letter(standard) {
                let words = segments.concat();
                let rest = self.without_own_acronym(&words);
                if let Some(rest) = &rest {
                    let parts = self.classifier.classify(std::slice::from_ref(rest), kind, None);
                    add(&mut unique, Reading { parts, standard: standard.clone() });
                }
                for text in self.acronyms(&rest.unwrap_or(words)) {
                    let parts = vec![Part::new(text, Role::Word)];
                    add(&mut unique, Reading { parts, standard: Some(self.acronym.clone()) });
                }
            }
        }
        let reason = unique.is_empty().then(|| self.reasons[3].clone());
        let compared_as = compared_as.unwrap_or(Kind::Person);
        let latin = has_letters(&folded);
        Some(ComparableName { folded, compared_as, readings: unique, latin, reason })
    }

    /// Whether a comma stands between two words, the first an eastern surname: not in Xiaoming, Wang.
    fn begins_with_surname(&self, segments: &[Vec<&str>]) -> bool {
        match segments {
            [first, second] if (first.len(), second.len()) == (1, 1) => {
                self.classifier.is_eastern_surname(first[0])
            }
            _ => false,
        }
    }

    /// The beginning of a text that is compared.
    fn compared<'a>(&self, text: &'a str) -> &'a str {
        let end = text.char_indices().nth(self.max_length).map_or(text.len(), |(at, _)| at);
        &text[..end]
    }

    fn nothing_to_compare(&self, text: &str, folded: &str, kind: Option<Kind>) -> Option<String> {
        let of_person = matches!(kind, None | Some(Kind::Person));
        let reason = if text.chars().all(is_space) {
            0
        } else if !folded.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            1
        } else if of_person && !has_letters(folded) {
            2
        } else {
            return None;
        };
        Some(self.reasons[reason].clone())
    }

    /// Whether a reading is a firm's name shortened to its initials.
    pub fn is_acronym(&self, standard: &Standard) -> bool {
        standard.as_ref() == Some(&self.acronym)
    }

    /// Whether words written so begin with the letters an acronym of theirs is written with.
    fn letter_by_letter(&self, standard: &Standard) -> bool {
        match standard {
            None => true,
            Some(standard) => self.one_for_one.iter().any(|ending| standard.ends_with(ending)),
        }
    }

    fn acronyms(&self, words: &[&str]) -> Vec<String> {
        let firms = &self.classifier.firms;
        let named = firms.without_legal_forms(words);
        let named: Vec<&str> = named.iter().map(|word| &**word).collect();
        firms.acronyms(words, &named)
    }

    /// The words of a firm's name without its own acronym, if that stands before or behind what it is short for.
    fn without_own_acronym<'a>(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        let firms = &self.classifier.firms;
        let named = firms.without_legal_forms(words);
        let named: Vec<&str> = named.iter().map(|word| &**word).collect();
        let (first, behind) = named.split_first()?;
        let (last, before) = named.split_last()?;
        let place = if firms.is_own_acronym(first, behind) {
            words.iter().position(|word| word == first)
        } else if firms.is_own_acronym(last, before) {
            words.iter().rposition(|word| word == last)
        } else {
            None
        }?;
        Some([&words[..place], &words[place + 1..]].concat())
    }

    /// A folded text with its signs read, and the dots of abbreviations, cut at its commas.
    fn prepared(&self, folded: &str, kind: Option<Kind>) -> Vec<String> {
        let text = folded.replace('&', " and ").replace('\'', "");
        let of_person = matches!(kind, None | Some(Kind::Person));
        let cut = |text: &str| text.split(',').map(str::to_owned).collect();
        match of_person {
            true => self.dotted.spelled_out(cut(&text)),
            false => cut(&without_dots(&text)),
        }
    }

    /// The words of each piece that has any, as many as are compared.
    fn segments<'a>(&self, pieces: &'a [String]) -> Vec<Vec<&'a str>> {
        let mut left = self.most_words;
        let mut segments = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let mut words = Vec::new();
            words_of(piece, self.longest_word, left, &mut words);
            if !words.is_empty() {
                left -= words.len();
                segments.push(words);
            }
        }
        segments
    }
}

/// Of the last word only the beginning is there.
fn last_begun(parts: &mut [Part], fewest_before: usize) {
    if let Some((last, before)) = parts.split_last_mut() {
        if before.len() >= fewest_before && matches!(last.role, Role::Word | Role::Particle) {
            *last = Part::new(std::mem::take(&mut last.text), Role::Initial);
        }
    }
}

fn add(unique: &mut Vec<Reading>, reading: Reading) {
    if !unique.iter().any(|known| known.parts == reading.parts) {
        unique.push(reading);
    }
}

fn nothing(folded: String, kind: Option<Kind>, reason: String) -> ComparableName {
    let compared_as = kind.unwrap_or(Kind::Person);
    ComparableName { folded, compared_as, readings: Vec::new(), latin: false, reason: Some(reason) }
}

fn has_letters(folded: &str) -> bool {
    folded.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// A blank, as Python's `str.strip` takes it.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || ('\x1c'..='\x1f').contains(&letter)
}

/// `_without_asides`: drop what stands in brackets, `[(\[{][^)\]}]*[)\]}]`, unless nothing else has a letter.
fn without_asides(text: &str) -> String {
    if !text.contains(['(', '[', '{']) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['(', '[', '{']) {
        let Some(size) = rest[start..].find([')', ']', '}']) else {
            break;
        };
        kept.push_str(&rest[..start]);
        kept.push(' ');
        rest = &rest[start + size + 1..];
    }
    kept.push_str(rest);
    // All characters beyond ASCII that the engine reads are letters.
    match kept.chars().any(|letter| letter.is_ascii_alphanumeric() || !letter.is_ascii()) {
        true => kept,
        false => text.to_owned(),
    }
}

/// `(?<![a-z])(?:[a-z]\.){2,}[a-z]?(?![a-z])`, found and its dots left out.
fn without_dots(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut found = String::with_capacity(text.len());
    let (mut at, mut copied) = (0, 0);
    while at < bytes.len() {
        let begins = at == 0 || !bytes[at - 1].is_ascii_lowercase();
        match begins.then(|| dotted_end(bytes, at)).flatten() {
            Some(end) => {
                found.push_str(&text[copied..at]);
                found.extend(text[at..end].chars().filter(|letter| *letter != '.'));
                (at, copied) = (end, end);
            }
            None => at += 1,
        }
    }
    found.push_str(&text[copied..]);
    found
}

/// Where the letters with dots end that begin at a place; None where there are fewer than two.
fn dotted_end(bytes: &[u8], start: usize) -> Option<usize> {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut pairs = 0;
    while letter(start + 2 * pairs) && bytes.get(start + 2 * pairs + 1) == Some(&b'.') {
        pairs += 1;
    }
    let end = start + 2 * pairs;
    match (letter(end), letter(end + 1)) {
        // The last dot is given back where a word of several letters follows it.
        (true, true) => (pairs >= 3).then(|| end - 1),
        (more, _) => (pairs >= 2).then(|| end + usize::from(more)),
    }
}

/// Add the words of a piece, at most `left`: `_words_of`.
fn words_of<'a>(piece: &'a str, longest: usize, left: usize, words: &mut Vec<&'a str>) {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '*';
    for chunk in piece.split(|letter: char| !is_part(letter)) {
        if chunk.is_empty() {
            continue;
        }
        let mut rest = chunk;
        while !rest.is_empty() && words.len() < left {
            let (word, behind) = rest.split_at(if is_code(rest) && rest.len() == chunk.len() {
                rest.len()
            } else {
                word_end(rest.as_bytes())
            });
            if !word.bytes().all(|byte| byte == b'*') {
                words.push(&word[..word.len().min(longest)]);
            }
            rest = behind;
        }
    }
}

/// `[a-z]+[0-9]+[a-z]+[a-z0-9]*`, all of the chunk.
fn is_code(chunk: &str) -> bool {
    let letters =
        |text: &'_ str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
    let first = letters(chunk);
    let digits = chunk[first..].len() - chunk[first..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
    first > 0 && digits > 0 && letters(&chunk[first + digits..]) > 0 && !chunk.contains('*')
}

/// Where the word ends that begins a chunk: `[0-9]+(?:st|nd|rd|th)(?![a-z])|[a-z*]+|[0-9]+`.
fn word_end(chunk: &[u8]) -> usize {
    let digits = chunk.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return chunk.iter().take_while(|byte| !byte.is_ascii_digit()).count();
    }
    let ordinal = chunk[digits..].get(..2).is_some_and(|two| matches!(two, b"st" | b"nd" | b"rd" | b"th"));
    let alone = !chunk.get(digits + 2).is_some_and(u8::is_ascii_lowercase);
    if ordinal && alone {
        digits + 2
    } else {
        digits
    }
}
