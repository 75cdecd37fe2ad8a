//! Write out all the words of a regular expression that has finitely many.
//!
//! Python's patterns of syllables are such: written out they are a set, and the pattern lives once, in Python.
//! Understood are letters, classes of letters, groups `(?:…)`, `|` and `?`; anything else is an error.

/// All the words of a pattern; Err with the character that is not understood.
pub fn words(pattern: &str) -> Result<Vec<String>, char> {
    let mut rest: Vec<char> = pattern.chars().rev().collect();
    let found = choices(&mut rest)?;
    match rest.pop() {
        None => Ok(found),
        Some(left) => Err(left),
    }
}

fn choices(rest: &mut Vec<char>) -> Result<Vec<String>, char> {
    let mut found = sequence(rest)?;
    while rest.last() == Some(&'|') {
        rest.pop();
        found.extend(sequence(rest)?);
    }
    Ok(found)
}

fn sequence(rest: &mut Vec<char>) -> Result<Vec<String>, char> {
    let mut found = vec![String::new()];
    while !matches!(rest.last(), None | Some('|' | ')')) {
        let mut item = item(rest)?;
        if rest.last() == Some(&'?') {
            rest.pop();
            item.push(String::new());
        }
        found = found.iter().flat_map(|head| item.iter().map(move |tail| format!("{head}{tail}"))).collect();
    }
    Ok(found)
}

fn item(rest: &mut Vec<char>) -> Result<Vec<String>, char> {
    match rest.pop() {
        Some('(') => {
            for expected in ['?', ':'] {
                take(rest, expected)?;
            }
            let found = choices(rest)?;
            take(rest, ')')?;
            Ok(found)
        }
        Some('[') => class(rest),
        Some(letter) if letter.is_ascii_lowercase() => Ok(vec![letter.to_string()]),
        Some(other) => Err(other),
        None => Err('\0'),
    }
}

fn class(rest: &mut Vec<char>) -> Result<Vec<String>, char> {
    let mut found = Vec::new();
    loop {
        match rest.pop() {
            Some(']') => return Ok(found),
            Some(letter) if letter.is_ascii_lowercase() => found.push(letter.to_string()),
            Some(other) => return Err(other),
            None => return Err('['),
        }
    }
}

fn take(rest: &mut Vec<char>, expected: char) -> Result<(), char> {
    match rest.pop() {
        Some(found) if found == expected => Ok(()),
        Some(found) => Err(found),
        None => Err(expected),
    }
}
