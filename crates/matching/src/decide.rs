//! From what lists hold near a file to one answer: levels, never-match lists, what is not answered.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use exchange::{HashKind, HashValue};
use pdq::Orientation;

use crate::Question;
use crate::answer::{
    Answer, Finding, MOST_FINDINGS, Nearness, NotAnswered, Note, Outcome, Suppressed,
};
use crate::policy::{Kind, Level, Policy};
use crate::rows::found::Listed;

/// A row that a question has hit.
#[derive(Clone)]
pub(crate) struct Hit {
    pub nearness: Nearness,
    pub listed: Listed,
}

/// What one list says to one question.
pub(crate) enum Said {
    /// These are near, nearest first; so many more are.
    Hits(Vec<Hit>, usize),
    /// Nothing.
    Not(NotAnswered),
    /// It holds nothing of a kind that was asked.
    Nothing,
    /// It is switched off here, on this basis.
    Off(String),
}

/// A list that was asked.
pub(crate) struct Asked<'a> {
    pub name: &'a str,
    pub policy: &'a Policy,
    pub said: Said,
}

/// One answer of all lists.
pub(crate) fn decide(asked: Vec<Asked<'_>>, quality: Option<u8>) -> Answer {
    let mut answer = Answer {
        outcome: Outcome::NotAnswered,
        findings: Vec::new(),
        suppressed: Vec::new(),
        not_answered: Vec::new(),
        nothing_to_compare: Vec::new(),
        off: Vec::new(),
        left_out: 0,
    };
    let mut never: Vec<(&str, Vec<Hit>)> = Vec::new();
    let (mut answered, mut never_silent) = (0, false);
    for Asked { name, policy, said } in asked {
        match said {
            Said::Off(basis) => answer.off.push((name.to_owned(), basis)),
            Said::Nothing => answer.nothing_to_compare.push(name.to_owned()),
            // A fingerprint that is not used needs nobody to speak against it.
            Said::Not(NotAnswered::LowQuality(_) | NotAnswered::Gap(_))
                if policy.kind == Kind::Never => {}
            Said::Not(why) => {
                never_silent |= policy.kind == Kind::Never;
                answer.not_answered.push((name.to_owned(), why));
            }
            Said::Hits(hits, _) if policy.kind == Kind::Never => never.push((name, hits)),
            Said::Hits(hits, more) => {
                answered += 1;
                answer.left_out += more;
                let findings = hits.into_iter().map(|hit| finding(name, policy, hit, quality));
                answer.findings.extend(findings);
            }
        }
    }
    suppress(&mut answer, &never);
    if never_silent {
        answer.findings.iter_mut().for_each(|finding| finding.notes.push(Note::NeverListSilent));
    }
    answer
        .findings
        .sort_by(|one, two| two.level.cmp(&one.level).then(one.distance().cmp(&two.distance())));
    answer.outcome = outcome(&answer, answered);
    answer
}

fn outcome(answer: &Answer, answered: usize) -> Outcome {
    let complete = answer.not_answered.is_empty();
    match answer.findings.iter().map(|finding| finding.level).max() {
        Some(level) => Outcome::Match { level, complete },
        // No list at all, or all switched off: nobody has looked.
        None if complete && answered > 0 => Outcome::NoMatch,
        None => Outcome::NotAnswered,
    }
}

fn finding(name: &str, policy: &Policy, hit: Hit, quality: Option<u8>) -> Finding {
    let (level, notes) = judge(policy, &hit, quality);
    Finding {
        list: name.to_owned(),
        class: policy.class.clone(),
        source: policy.source.clone(),
        level,
        nearness: hit.nearness,
        hash: hit.listed.hash,
        provenance: hit.listed.provenance,
        notes,
    }
}

/// What follows from a hit, and what a person should know of it.
fn judge(policy: &Policy, hit: &Hit, quality: Option<u8>) -> (Level, Vec<Note>) {
    let mut notes = Vec::new();
    let mut level = match hit.nearness {
        Nearness::Exact(_) => policy.exact,
        Nearness::Within { distance, .. } => {
            let near = policy.distance.action.is_some_and(|action| distance <= action);
            let most = match quality {
                Some(quality) if quality < policy.quality.action => {
                    notes.push(Note::LowQuality);
                    Level::Review
                }
                Some(_) => Level::Action,
                None => {
                    notes.push(Note::UnknownQuality);
                    policy.quality.unknown
                }
            };
            if near { most } else { Level::Review }
        }
    };
    if hit.listed.set_aside.is_some() {
        notes.push(Note::SetAside);
        level = Level::Review;
    }
    (level, notes)
}

/// Moves away what never-match lists speak against. The same bytes on a never-match list speak against
/// everything; a fingerprint near one only against fingerprints that are no nearer: a picture that is
/// nearer to what is listed as abuse than to what is listed as harmless stays a match.
fn suppress(answer: &mut Answer, never: &[(&str, Vec<Hit>)]) {
    let against = |finding: &Finding| {
        let speaks = |hit: &Hit| match (hit.nearness, finding.nearness) {
            (Nearness::Exact(_), _) => true,
            (Nearness::Within { .. }, Nearness::Exact(_)) => false,
            (
                Nearness::Within { distance: harmless, .. },
                Nearness::Within { distance: listed, .. },
            ) => harmless <= listed,
        };
        never.iter().find(|(_, hits)| hits.iter().any(speaks)).map(|(name, _)| *name)
    };
    for finding in std::mem::take(&mut answer.findings) {
        match against(&finding) {
            Some(by) => answer.suppressed.push(Suppressed { finding, by: by.to_owned() }),
            None => answer.findings.push(finding),
        }
    }
}

/// Orders hits and cuts them to what an answer holds; says how many are left out. Of several ways to turn
/// the picture to the same row, the nearest counts. No sort of hit takes the place of another: what is left
/// out asks for no more than what stays, and a never-match list speaks against it as well.
pub(crate) fn nearest(
    mut hits: Vec<Hit>,
    policy: &Policy,
    quality: Option<u8>,
) -> (Vec<Hit>, usize) {
    hits.sort_by_cached_key(|hit| {
        let (distance, turn) = match hit.nearness {
            Nearness::Exact(_) => (0, 0),
            Nearness::Within { distance, orientation } => (distance, turn(orientation)),
        };
        let level = Reverse(judge(policy, hit, quality).0);
        (hit.sort(), level, distance, turn, hit.listed.provenance.row)
    });
    let mut seen = BTreeSet::new();
    hits.retain(|hit| seen.insert(hit.listed.provenance.row));
    let all = hits.len();
    let mut kept = [0; Hit::SORTS];
    hits.retain(|hit| {
        kept[hit.sort()] += 1;
        kept[hit.sort()] <= MOST_FINDINGS
    });
    let more = all - hits.len();
    (hits, more)
}

impl Hit {
    const SORTS: usize = 3;

    /// The same hash, a near fingerprint, one that is set aside.
    fn sort(&self) -> usize {
        match (self.nearness, self.listed.set_aside) {
            (Nearness::Exact(_), _) => 0,
            (Nearness::Within { .. }, None) => 1,
            (Nearness::Within { .. }, Some(_)) => 2,
        }
    }
}

fn turn(orientation: Orientation) -> usize {
    Orientation::ALL.iter().position(|own| *own == orientation).unwrap_or_default()
}

/// How a question is compared with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compare {
    /// By its fingerprint.
    pub prints: bool,
    /// By exact hashes.
    pub exact: bool,
    /// Why the list has no answer where it finds nothing: it holds fingerprints, and what was asked does not
    /// speak for the whole picture.
    pub doubt: Option<NotAnswered>,
}

/// How a question is compared with a list that holds these kinds.
pub(crate) fn compare(
    question: &Question,
    held: &BTreeMap<HashKind, u64>,
    policy: &Policy,
) -> Compare {
    let asked = |kind: HashKind| {
        let same = |own: &HashValue| own.kind().compared_as() == kind.compared_as();
        kind != HashKind::Pdq && question.exact.iter().any(same)
    };
    let exact = held.keys().any(|kind| asked(*kind));
    if !held.contains_key(&HashKind::Pdq) {
        return Compare { prints: false, exact, doubt: None };
    }
    let gap = question.gap.map(NotAnswered::Gap);
    match question.pdq.as_ref().map(|prints| prints.quality) {
        Some(Some(quality)) if quality < policy.quality.review => {
            Compare { prints: false, exact, doubt: Some(NotAnswered::LowQuality(quality)) }
        }
        Some(_) => Compare { prints: true, exact, doubt: gap },
        None => Compare { prints: false, exact, doubt: gap },
    }
}
