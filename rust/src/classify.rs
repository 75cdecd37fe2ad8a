//! Tell what kind of part each word of a name is: `names/_classify.py` and `names/people`.

use crate::arabic_latin::Arabic;
use crate::firms::Firms;
use crate::handed::Named;
use crate::known_names::KnownNames;
use crate::languages::Languages;
use crate::part::{Kind, Part, Role};
use crate::phrases::Phrases;
use crate::sounds::Sounds;
use crate::tables::{Tables, WordClasses};
use pyo3::PyResult;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// A name's words, cut at its commas.
pub type Segments<'a> = [Vec<&'a str>];

/// The words that tell what kind of part a word of a person's name is.
pub struct Classifier {
    pub firms: Firms,
    known: Arc<KnownNames>,
    languages: Arc<Languages>,
    arabic: Arabic,
    honorifics: Phrases,
    honorific_words: FxHashSet<String>,
    suffixes: WordClasses,
    particles: FxHashSet<String>,
    burmese_honorifics: FxHashSet<String>,
    never_names: FxHashSet<String>,
    never_surnames: FxHashSet<String>,
    korean_syllables: FxHashSet<String>,
    surnames_too: FxHashSet<String>,
    no_given_names: FxHashSet<String>,
    surnames_of_a_letter: FxHashSet<String>,
    french: FxHashSet<String>,
    least_usual: f64,
    with_split_given_name: usize,
}

impl Classifier {
    /// Take over the tables and the module's words.
    pub fn new(
        tables: &Tables,
        named: &Named,
        languages: Arc<Languages>,
        sounds: Arc<Sounds>,
        known: Arc<KnownNames>,
    ) -> PyResult<Classifier> {
        Ok(Classifier {
            firms: Firms::new(tables, named, sounds)?,
            known,
            languages,
            arabic: Arabic::new(named)?,
            honorifics: Phrases::new(tables, "honorifics.txt")?,
            honorific_words: tables.word_list("honorifics.txt")?,
            suffixes: tables.word_classes("suffixes.tsv")?,
            particles: tables.word_list("particles.txt")?,
            burmese_honorifics: tables.word_list("burmese_honorifics.txt")?,
            never_names: named.set("burmese_address._NEVER_NAMES")?,
            never_surnames: named.set("burmese_address._NEVER_SURNAMES")?,
            korean_syllables: named.set("syllables_of_people._KOREAN_SYLLABLES")?,
            surnames_too: named.set("words_of_people.SURNAMES_TOO")?,
            no_given_names: named.set("syllables_of_people._NO_GIVEN_NAMES")?,
            surnames_of_a_letter: named.set("syllables_of_people._SURNAMES_OF_A_LETTER")?,
            french: named.set("syllables_of_people._FRENCH")?,
            least_usual: named.number("syllables_of_people._LEAST_USUAL")?,
            with_split_given_name: named.count("syllables_of_people._WITH_SPLIT_GIVEN_NAME")?,
        })
    }

    /// What a name looks to be of: an organisation when it has a legal form, else a person.
    pub fn kind_of(&self, segments: &Segments) -> Kind {
        match self.firms.has_legal_form(&segments.concat()) {
            true => Kind::Organisation,
            false => Kind::Person,
        }
    }

    /// Whether a word spells a surname of China or Korea.
    pub fn is_eastern_surname(&self, word: &str) -> bool {
        let languages = &self.languages;
        [&languages.chinese, &languages.korean].iter().any(|one| !one.surname.readings(word).is_empty())
    }

    /// The parts of a name of a kind.
    ///
    /// Of an organisation's name romanised by a standard of syllables each is a part: they are no words.
    pub fn classify(&self, segments: &Segments, kind: Kind, standard: Option<&str>) -> Vec<Part> {
        if kind == Kind::Organisation && self.languages.is_of_syllables(standard) {
            let syllable = |word: &str| self.firms.word_part(word, kind, false);
            return never_empty(segments.concat().into_iter().map(syllable).collect());
        }
        if kind != Kind::Person {
            return never_empty(self.firms.organisation_parts(&segments.concat(), kind));
        }
        if let Some(whole) = self.whole_of_syllables(segments.concat()) {
            return whole;
        }
        let mut parts: Vec<Part> = Vec::new();
        let mut before_comma = 0;
        for (number, segment) in segments.iter().enumerate() {
            self.person(segment, segments.len() == 1, &mut parts);
            if number == 0 {
                before_comma = parts.len();
            }
        }
        let cut = segments.len() > 1;
        if cut {
            keep_surname(&mut parts[..before_comma]);
        }
        self.without_burmese_address(&mut parts, cut.then_some(before_comma));
        never_empty(parts)
    }

    /// The parts of an eastern name with a syllable that is no name elsewhere.
    fn whole_of_syllables(&self, words: Vec<&str>) -> Option<Vec<Part>> {
        let mut words = words.as_slice();
        let mut parts = Vec::new();
        while !words.is_empty() {
            // Asked for first, since few words begin a title: the order of two conditions makes no difference.
            let Some((standing, end)) = self.honorifics.longest_phrase(words, 0) else {
                break;
            };
            if self.of_syllables(words) {
                break;
            }
            parts.push(Part::new(standing, Role::Honorific));
            words = &words[end..];
        }
        let elsewhere = || self.with_particle(words) && self.whole_elsewhere(words);
        if !(self.korean_beside_articles(words) || elsewhere()) {
            return None;
        }
        parts.extend(words.iter().map(|word| Part::new(*word, Role::Word)));
        Some(parts)
    }

    fn of_syllables(&self, words: &[&str]) -> bool {
        self.languages.korean.looks(words) || self.whole_elsewhere(words)
    }

    fn whole_elsewhere(&self, words: &[&str]) -> bool {
        let french = words.len() < self.with_split_given_name && self.french.contains(words[0]);
        (!french && self.languages.chinese.looks(words)) || self.languages.vietnamese.looks(words)
    }

    fn korean_beside_articles(&self, words: &[&str]) -> bool {
        let split = words.len() == self.with_split_given_name;
        let letters = split && (self.letter_surname(words) || words[1..].iter().any(|word| word.len() == 1));
        (letters || words.iter().any(|word| self.korean_syllables.contains(*word)))
            && self.languages.korean.looks(words)
            && words.iter().all(|word| self.usual(word))
    }

    /// Whether a name begins with a Korean surname of one letter, and has no other behind.
    fn letter_surname(&self, words: &[&str]) -> bool {
        let last = words[words.len() - 1];
        self.surnames_of_a_letter.contains(words[0]) && !self.no_given_names.contains(last)
    }

    /// Whether a word is spelled as Korean ones are.
    fn usual(&self, word: &str) -> bool {
        let korean = &self.languages.korean;
        [&korean.surname, &korean.given]
            .iter()
            .any(|table| table.readings(word).iter().any(|reading| table.weight(reading) >= self.least_usual))
    }

    fn with_particle(&self, words: &[&str]) -> bool {
        words.iter().any(|word| word.len() > 1 && self.particles.contains(*word))
    }

    /// Add the parts of one segment of a person's name; `alone`: it is the whole name.
    fn person(&self, words: &[&str], alone: bool, parts: &mut Vec<Part>) {
        let (mut start, mut end, before) = (0, words.len(), parts.len());
        while start < words.len() {
            let Some((standing, next)) = self.honorifics.longest_phrase(words, start) else {
                break;
            };
            parts.push(Part::new(standing, Role::Honorific));
            start = next;
        }
        while end > start + 1
            && self.title_behind(words[end - 1])
            && !self.arabic.articles.contains(words[end - 2])
        {
            if alone && (start, end) == (0, 2) && self.surnames_too.contains(words[1]) {
                break;
            }
            end -= 1;
        }
        for text in self.arabic.join_parts(&words[start..end], &self.known) {
            let first = parts.len() == before;
            parts.push(self.person_part(text, first));
        }
        parts.extend(words[end..].iter().map(|word| Part::new(*word, Role::Honorific)));
    }

    fn title_behind(&self, word: &str) -> bool {
        self.honorific_words.contains(word) && !self.suffixes.contains_key(word)
    }

    fn person_part(&self, word: String, first: bool) -> Part {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Part::new(word, Role::Honorific); // a year of birth, a file's number
        }
        if let Some(suffix) = self.suffixes.get(&word).filter(|_| !first) {
            return Part::new(suffix.as_str(), Role::Suffix);
        }
        let role = match word.len() {
            1 => Role::Initial,
            _ if self.particles.contains(&word) => Role::Particle,
            _ => Role::Word,
        };
        Part::new(word, role)
    }

    /// Mark U, Daw, Saw, Thura… as honorifics where they stand first in a Burmese name of enough parts; those
    /// that are never a name's own part between two others, too.
    fn without_burmese_address(&self, parts: &mut [Part], behind_comma: Option<usize>) {
        let body = |from: usize| (from..parts.len()).find(|&at| parts[at].role != Role::Honorific);
        // MANN, U Shwe: the address stands behind the comma, perhaps behind a title.
        let mut heads: Vec<usize> = body(0).into_iter().chain(behind_comma.and_then(body)).collect();
        let inner = 1..parts.len().saturating_sub(1);
        heads.extend(inner.filter(|&at| self.never_names.contains(parts[at].text.as_str())));
        for mut head in heads {
            while head < parts.len() && self.is_burmese_address(parts, head) {
                parts[head].role = Role::Honorific;
                head += 1;
            }
        }
    }

    fn is_burmese_address(&self, parts: &[Part], head: usize) -> bool {
        let text = parts[head].text.as_str();
        let twice = parts.get(head + 1).is_some_and(|next| *next == parts[head]);
        if twice || !self.burmese_honorifics.contains(text) {
            return false; // said twice it is a name: Ko Ko Gyi, Mi Mi Khin
        }
        let mut whole = vec![text];
        let named = |part: &&Part| matches!(part.role, Role::Word | Role::Particle);
        let others = parts[..head].iter().chain(&parts[head + 1..]).filter(named);
        whole.extend(others.map(|part| part.text.as_str()));
        let languages = &self.languages;
        if !self.never_surnames.contains(text)
            && (languages.korean.looks(&whole) || languages.chinese.looks(&whole))
        {
            return false; // Ko Sung-un, Ma Ying-jeou
        }
        let others = &whole[1..];
        // Not every part need be a spelling the tables know (Mann); most must.
        let burmese = others.iter().filter(|text| languages.burmese.looks(&[text])).count();
        others.len() >= 2 && 2 * burmese >= others.len()
    }
}

/// Take what stands before a comma for a surname, though it be a title or a particle too: SHEIKH, Omar.
fn keep_surname(parts: &mut [Part]) {
    if parts.iter().all(|part| matches!(part.role, Role::Honorific | Role::Particle)) {
        for part in parts {
            *part = Part::new(std::mem::take(&mut part.text), Role::Word);
        }
    }
}

/// A name of honorifics and legal forms alone is taken as words.
fn never_empty(parts: Vec<Part>) -> Vec<Part> {
    if parts.iter().any(|part| matches!(part.role, Role::Word | Role::Number | Role::Generic)) {
        return parts;
    }
    let word = |part: Part| if part.text.len() > 1 { Part::new(part.text, Role::Word) } else { part };
    parts.into_iter().map(word).collect()
}
