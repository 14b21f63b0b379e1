//! In French: long sentences, accents, narrow no-break blanks.

use charts::{Body, Chart, Compare, Diverging, DivergingBar, Level, Row, Side};

use super::{axis, chart, percent, shown};

pub fn compare() -> Chart {
    let row = |label: &str, group, rest| Row { label: label.to_owned(), group, rest };
    let rows = vec![
        row(
            "J’ai parlé de mon jardin à une personne de mon entourage, par exemple à un voisin ou \
             à une amie",
            shown(34, 29, 39),
            shown(22, 20, 24),
        ),
        row("J’ai lu un livre ou un article à ce sujet", shown(28, 24, 32), shown(27, 25, 29)),
        row("J’ai suivi un cours", shown(11, 8, 14), shown(5, 4, 6)),
        row(
            "Je n’ai rien fait de tout cela, mais j’y ai pensé plus d’une fois au cours des douze \
             derniers mois",
            shown(9, 6, 12),
            shown(18, 16, 20),
        ),
        row("Rien de tout cela", shown(15, 12, 18), shown(26, 24, 28)),
        row("Je préfère ne pas répondre", shown(3, 1, 5), shown(2, 1, 3)),
    ];
    let body = Compare {
        group: "Personnes qui cultivent un potager (n\u{a0}=\u{a0}412)".to_owned(),
        rest: "Toutes les autres (n\u{a0}=\u{a0}2\u{202f}391)".to_owned(),
        rows,
        axis: axis(&[0, 10, 20, 30, 40, 50, 60, 80, 100]),
    };
    let title = "Qui cultive un potager en parle davantage (données simulées)";
    let description = "Réponses simulées. En a parlé : 34 pour cent des 412 personnes qui \
        cultivent un potager, intervalle à 95 pour cent de 29 à 39 ; 22 pour cent des autres, de \
        20 à 24. A lu : 28, de 24 à 32 ; 27, de 25 à 29. A suivi un cours : 11, de 8 à 14 ; 5, de \
        4 à 6. Y a pensé : 9, de 6 à 12 ; 18, de 16 à 20. Rien : 15, de 12 à 18 ; 26, de 24 à 28. \
        Sans réponse : 3, de 1 à 5 ; 2, de 1 à 3.";
    chart("compare-fr", "fr", 640, [title, description], Body::Compare(body))
}

pub fn diverging() -> Chart {
    let level = |label: &str, side| Level { label: label.to_owned(), side };
    let bar = |label: &str, shares: [u32; 4]| DivergingBar {
        label: label.to_owned(),
        shares: shares.into_iter().map(|share| percent(share, share, share)).collect(),
    };
    let body = Diverging {
        levels: vec![
            level("Pas du tout d’accord", Side::Left),
            level("Plutôt pas d’accord", Side::Left),
            level("Plutôt d’accord", Side::Right),
            level("Tout à fait d’accord", Side::Right),
        ],
        bars: vec![
            bar("La bibliothèque devrait ouvrir le dimanche", [8, 14, 42, 36]),
            bar(
                "S’il y avait un bus de nuit, je sortirais plus souvent, même en hiver et en \
                 semaine",
                [25, 33, 27, 15],
            ),
            bar("Le parc a assez de bancs", [51, 37, 8, 4]),
        ],
        axis: axis(&[0, 25, 50, 75, 100]),
    };
    let title = "La plupart veulent une bibliothèque ouverte le dimanche (données simulées)";
    let description = "Réponses simulées, en pour cent, de « pas du tout d’accord » à « tout à \
        fait d’accord ». Bibliothèque : 8, 14, 42, 36. Bus de nuit : 25, 33, 27, 15. Bancs : 51, \
        37, 8, 4.";
    chart("diverging-fr", "fr", 640, [title, description], Body::Diverging(body))
}
