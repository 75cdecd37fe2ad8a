//! Bring the parts of an Arabic, Persian or Urdu name into one form: `names/people/_arabic_compounds.py`.
//!
//! Python's patterns look ahead, so they are written out by hand; each function names its pattern.

use crate::handed::Named;
use crate::known_names::KnownNames;
use pyo3::PyResult;
use rustc_hash::FxHashSet;

/// The words that Arabic compounds are made with.
pub struct Arabic {
    servants: FxHashSet<String>,
    pub articles: FxHashSet<String>,
    faiths: FxHashSet<String>,
    gods: FxHashSet<String>,
    women: FxHashSet<String>,
    fathers: FxHashSet<String>,
    shortest: usize,
}

impl Arabic {
    /// Take over the module's words.
    pub fn new(named: &Named) -> PyResult<Arabic> {
        Ok(Arabic {
            servants: named.set("arabic_compounds._SERVANTS")?,
            articles: named.set("arabic_compounds.ARTICLES")?,
            faiths: named.set("arabic_compounds._FAITHS")?,
            gods: named.set("arabic_compounds._GODS")?,
            women: named.set("arabic_compounds._WOMEN")?,
            fathers: named.set("arabic_compounds._FATHERS")?,
            shortest: named.count("arabic_compounds._SHORTEST")?,
        })
    }

    /// The words with compounds joined and articles left out.
    pub fn join_parts(&self, words: &[&str], known: &KnownNames) -> Vec<String> {
        let mut parts = Vec::with_capacity(words.len());
        let mut start = 0;
        while start < words.len() {
            if let Some((text, end)) = self.take_compound(&words[start..], known) {
                parts.push(self.canonical_word(&text, known));
                start += end;
                continue;
            }
            let following = words.get(start + 1);
            if !following.is_some_and(|following| self.is_article(words[start], following, known)) {
                parts.push(self.canonical_word(words[start], known));
            }
            start += 1;
        }
        parts
    }

    /// A compound that begins the words: its common form and how many words it has.
    fn take_compound(&self, words: &[&str], known: &KnownNames) -> Option<(String, usize)> {
        let (word, next) = (words[0], *words.get(1)?);
        let skip = words.len() > 2 && self.is_article(next, words[2], known);
        let (second, end) = if skip { (words[2], 3) } else { (next, 2) };
        let long = word.len() >= self.shortest;
        if self.servants.contains(word) {
            let god = self.gods.contains(second) || second == "lah";
            let text = if god {
                "abdullah".to_owned()
            } else {
                "abdul".to_owned() + &self.canonical_word(second, known)
            };
            return Some((text, end));
        }
        if long
            && (self.faiths.contains(second) || (!skip && !self.gods.contains(second) && is_faith(second)))
        {
            return Some((format!("{word}uddin"), end));
        }
        if long && self.gods.contains(second) && (!self.women.contains(second) || known.is_arabic(word)) {
            return Some((format!("{word}ullah"), end));
        }
        if self.fathers.contains(word) && second.len() >= self.shortest {
            return Some((format!("abu{second}"), end));
        }
        None
    }

    fn is_article(&self, word: &str, following: &str, known: &KnownNames) -> bool {
        self.articles.contains(word)
            || sun_article(word).is_some_and(|sun| following.starts_with(sun) && known.is_known(following))
    }

    /// One word in the common form: abderrahmane is `abdulrahmane`.
    pub fn canonical_word(&self, word: &str, known: &KnownNames) -> String {
        if known.is_known(word) {
            return word.to_owned(); // a known name is nobody's compound: Albert, Elias, Abdo, Abdullah
        }
        if let Some(rest) = servant_word(word) {
            return format!("abdul{}", self.after_article(rest));
        }
        if let Some(stem) = god_word(word).filter(|stem| known.is_known(stem)) {
            return format!("{stem}ullah");
        }
        if let Some(stem) = faith_word(word).filter(|stem| known.is_known(stem)) {
            return format!("{stem}uddin");
        }
        match attached_article(word).filter(|rest| known.is_arabic(rest)) {
            Some(rest) => rest.to_owned(),
            None => word.to_owned(),
        }
    }

    /// What follows `abd` + vowel in one word, its article taken off: lkarim, rrahman, shshakur.
    fn after_article<'a>(&self, rest: &'a str) -> &'a str {
        for length in [2, 1] {
            if rest.len() >= 2 * length && rest[..length] == rest[length..2 * length] {
                return &rest[length..];
            }
        }
        match rest.strip_prefix('l') {
            Some(bare) if rest.len() > self.shortest => bare,
            _ => rest,
        }
    }
}

/// `[aeiou](?P<sun>sh|ch|th|dh|[tdrsznl])$`
fn sun_article(word: &str) -> Option<&str> {
    let sun = word.strip_prefix(['a', 'e', 'i', 'o', 'u'])?;
    let known = ["sh", "ch", "th", "dh", "t", "d", "r", "s", "z", "n", "l"];
    known.contains(&sun).then_some(sun)
}

/// `(?:[aeiou]?[ld])?[-]?d(?:i|ee|ie|y)ne?`, all of the word.
fn is_faith(word: &str) -> bool {
    let Some(before) = word.strip_suffix('e').unwrap_or(word).strip_suffix('n').and_then(without_i) else {
        return false;
    };
    let Some(article) = before.strip_suffix('d') else {
        return false;
    };
    let article = article.strip_suffix('-').unwrap_or(article);
    match article.as_bytes() {
        [] => true,
        [b'l' | b'd'] => true,
        [vowel, b'l' | b'd'] => b"aeiou".contains(vowel),
        _ => false,
    }
}

/// What stands before `i`, `ee`, `ie` or `y` at the end.
fn without_i(word: &str) -> Option<&str> {
    ["ee", "ie", "i", "y"].iter().find_map(|vowel| word.strip_suffix(vowel))
}

/// `^(?:abd|hebd)(?:o|u|ou|e|a|i)(?P<rest>.{4,})$`
fn servant_word(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("hebd").or_else(|| word.strip_prefix("abd"))?;
    let rest = rest.strip_prefix(['o', 'u', 'e', 'a', 'i'])?;
    (rest.len() >= 4).then_some(rest)
}

/// `^(?P<stem>.{3,}?)(?:[aeou]l|[ou]l)+ah?$`: the shortest stem.
fn god_word(word: &str) -> Option<&str> {
    let before = word.strip_suffix('h').unwrap_or(word).strip_suffix('a')?;
    let bytes = before.as_bytes();
    let mut stem = bytes.len();
    while stem >= 5 && bytes[stem - 1] == b'l' && b"aeou".contains(&bytes[stem - 2]) {
        stem -= 2;
    }
    (stem < bytes.len()).then(|| &word[..stem])
}

/// `^(?P<stem>.{3,}?)(?:[aeou]+[ld]+|h?[aeou]d+)-?d?(?:i|ee|ie|y)ne?$`: the shortest stem.
fn faith_word(word: &str) -> Option<&str> {
    let before = word.strip_suffix('e').unwrap_or(word).strip_suffix('n').and_then(without_i)?;
    (3..before.len())
        .map(|at| (&word[..at], &before[at..]))
        .find(|(_, link)| is_link(link))
        .map(|(stem, _)| stem)
}

/// `(?:[aeou]+[ld]+|h?[aeou]d+)-?d?`, all of the text.
fn is_link(text: &str) -> bool {
    let text = text.strip_suffix("-d").or_else(|| text.strip_suffix('-')).unwrap_or(text);
    let vowel = |letter: char| "aeou".contains(letter);
    let behind = text.trim_start_matches(vowel);
    if behind.len() < text.len() {
        return !behind.is_empty() && behind.bytes().all(|letter| matches!(letter, b'l' | b'd'));
    }
    let Some(behind) = text.strip_prefix('h').and_then(|rest| rest.strip_prefix(vowel)) else {
        return false;
    };
    // The d that may follow the link is one of its own.
    !behind.is_empty() && behind.bytes().all(|letter| letter == b'd')
}

/// `^(?:al|el)-?(?P<rest>.{4,})$`
fn attached_article(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("al").or_else(|| word.strip_prefix("el"))?;
    let rest = rest.strip_prefix('-').filter(|bare| bare.len() >= 4).unwrap_or(rest);
    (rest.len() >= 4).then_some(rest)
}
