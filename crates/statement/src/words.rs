//! Words for a share: always true of the number they stand for.
//!
//! A share is named after the simple fraction next to it: exactly, about (within half a percentage
//! point), just over (up to two points above), nearly (up to two points below) or more than it.
//! So 27 % is “more than a quarter” and can never become “nearly a third”.

/// A fraction that has a name.
struct Anchor {
    /// Its message: attributes `exactly`, `about`, `just-over`, `over` and `nearly`.
    message: &'static str,
    numerator: u64,
    denominator: u64,
}

const fn anchor(message: &'static str, numerator: u64, denominator: u64) -> Anchor {
    Anchor { message, numerator, denominator }
}

/// The fractions in order.
const ANCHORS: [Anchor; 12] = [
    anchor("words-tenth", 1, 10),
    anchor("words-fifth", 1, 5),
    anchor("words-quarter", 1, 4),
    anchor("words-third", 1, 3),
    anchor("words-two-fifths", 2, 5),
    anchor("words-half", 1, 2),
    anchor("words-three-fifths", 3, 5),
    anchor("words-two-thirds", 2, 3),
    anchor("words-three-quarters", 3, 4),
    anchor("words-four-fifths", 4, 5),
    anchor("words-nine-tenths", 9, 10),
    anchor("words-all", 1, 1),
];

/// Half a percentage point, and two.
const ABOUT: f64 = 0.005;
const NEAR: f64 = 0.02;

/// The message that names a share, as `id.attribute`.
pub(crate) fn message(count: u64, base: u64) -> String {
    if count == 0 {
        return "words-none".to_owned();
    }
    let exact = |own: &&Anchor| {
        u128::from(count) * u128::from(own.denominator)
            == u128::from(base) * u128::from(own.numerator)
    };
    if let Some(anchor) = ANCHORS.iter().find(exact) {
        return format!("{}.exactly", anchor.message);
    }
    let share = share(count, base);
    let size = |own: &Anchor| self::share(own.numerator, own.denominator);
    let above = ANCHORS.iter().find(|own| size(own) > share);
    let below = ANCHORS.iter().rev().find(|own| size(own) < share);
    let named = |own: &Anchor, how: &str| format!("{}.{how}", own.message);
    match (below, above) {
        // Nobody says “about all” of those who are not all.
        (_, Some(up)) if size(up) - share < ABOUT && up.denominator > 1 => named(up, "about"),
        (Some(down), _) if share - size(down) < ABOUT => named(down, "about"),
        (_, Some(up)) if size(up) - share <= NEAR => named(up, "nearly"),
        (Some(down), _) if share - size(down) <= NEAR => named(down, "just-over"),
        (Some(down), _) => named(down, "over"),
        (None, _) => "words-tenth.under".to_owned(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^53")]
fn share(count: u64, base: u64) -> f64 {
    count as f64 / base as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_seed() {
        for (percent, words) in [
            (0, "words-none"),
            (5, "words-tenth.under"),
            (9, "words-tenth.nearly"),
            (10, "words-tenth.exactly"),
            (13, "words-tenth.over"),
            (27, "words-quarter.over"),
            (32, "words-third.nearly"),
            (33, "words-third.about"),
            (41, "words-two-fifths.just-over"),
            (50, "words-half.exactly"),
            (51, "words-half.just-over"),
            (57, "words-half.over"),
            (65, "words-two-thirds.nearly"),
            (95, "words-nine-tenths.over"),
            (99, "words-all.nearly"),
            (100, "words-all.exactly"),
        ] {
            assert_eq!(message(percent, 100), words, "{percent} %");
        }
        assert_eq!(message(999, 1_000), "words-all.nearly", "nearly all is not all");
    }

    #[test]
    fn words_are_true_of_their_number() {
        for base in [7_u64, 30, 389, 1_000] {
            for count in 0..=base {
                let words = message(count, base);
                let Some((id, how)) = words.split_once('.') else { continue };
                let Some(own) = ANCHORS.iter().find(|own| own.message == id) else {
                    panic!("{id}")
                };
                let distance = share(count, base) - share(own.numerator, own.denominator);
                let holds = match how {
                    "exactly" => count * own.denominator == base * own.numerator,
                    "about" => distance.abs() < ABOUT,
                    "just-over" => distance > 0.0 && distance <= NEAR,
                    "over" => distance > NEAR,
                    "nearly" => distance < 0.0 && -distance <= NEAR,
                    "under" => distance < -NEAR,
                    other => panic!("{other}"),
                };
                assert!(holds, "{count} of {base}: {words}");
            }
        }
    }
}
