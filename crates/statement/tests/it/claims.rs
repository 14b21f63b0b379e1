//! Claims: a number that the answers do not give stops the build.

use statement::accept;

use crate::world::World;

#[test]
fn a_claim_that_is_changed_by_one_point_stops_the_build() {
    let mut world = World::new();
    assert!(world.build().is_ok(), "{}", world.problems());
    world.change("claims.toml", "comes_to = 60\nn = 100", "comes_to = 61\nn = 100");
    let failure = world.build().unwrap_err();
    assert_eq!(failure.problems.len(), 1);
    assert_eq!(
        failure.problems[0].to_string(),
        "claims.toml:9: error: claim `stop` comes to 60 (n = 100), and the file expects 61 \
         (n = 100); see why, read the text again, then `suoja statement build --accept`"
    );
    assert_eq!(failure.differences[0].found.comes_to, 60);
    let text = accept(&world.sources.claims, &failure.differences).unwrap();
    world.sources.claims.text = text;
    assert!(world.build().is_ok());
}

#[test]
fn a_base_that_differs_stops_the_build_too() {
    let mut world = World::new();
    world.change("claims.toml", "n = 100", "n = 101");
    assert!(world.problems().contains("(n = 101)"));
}

#[test]
fn one_more_answer_that_moves_a_number_stops_the_build() {
    let mut world = World::new();
    world.people("fr", [5, 0, 0]);
    let problems = world.problems();
    assert!(problems.contains("claim `stop` comes to 62 (n = 105)"), "{problems}");
    assert!(problems.contains("claim `answers` comes to 405"), "{problems}");
}

#[test]
fn a_claim_without_an_expectation_is_told_what_was_found() {
    let mut world = World::new();
    world.change("claims.toml", "comes_to = 400\n", "");
    assert!(world.problems().contains("comes to 400, and the file expects nothing"));
    let failure = world.build().unwrap_err();
    let text = accept(&world.sources.claims, &failure.differences).unwrap();
    assert!(text.contains("comes_to = 400"), "{text}");
    assert!(text.contains("id = \"stop\"\nkind = \"share\""), "all else is as it was");
}

#[test]
fn small_numbers_are_no_claims() {
    for (counts, wanted) in [
        ([3, 3, 3], "claim `stop` has no data: too few answered `wish_stop`"),
        ([3, 40, 40], "claim `stop` has no data: too few answered `wish_stop`"),
    ] {
        let mut world = World::new();
        world.people("es", counts);
        world.change("statement.toml", "language=fr", "language=es");
        let problems = world.problems();
        assert!(problems.contains(wanted), "{problems}");
    }
}

#[test]
fn what_nobody_was_asked_has_no_value() {
    let mut world = World::new();
    world.change("claims.toml", "question = \"wish_stop\"", "question = \"first_way\"");
    world.change("claims.toml", "options = [\"yes\"]", "options = [\"accident\"]");
    let problems = world.problems();
    assert!(problems.contains("claims.toml:9: error: claim `stop`"), "{problems}");
    assert!(problems.contains("has no data") || problems.contains("suppressed"), "{problems}");
}

#[test]
fn a_difference_that_may_be_none_has_to_say_so() {
    let mut world = World::new();
    world.people("fr", [0, 30, 30]);
    let problems = world.problems();
    assert!(problems.contains("claim `gap` comes to"), "{problems}");
    let failure = world.build().unwrap_err();
    world.sources.claims.text = accept(&world.sources.claims, &failure.differences).unwrap();
    let problems = world.problems();
    assert!(
        problems.contains("claim `gap` is a difference whose 95 % interval holds no difference")
    );
    world.change("claims.toml", "id = \"gap\"\n", "id = \"gap\"\nuncertain = true\n");
    assert!(world.build().is_ok(), "{}", world.problems());
}

#[test]
fn wrong_claims_are_named_with_their_line() {
    for (from, to, wanted) in [
        ("question = \"wish_stop\"", "question = \"nothing\"", "which no survey of the study asks"),
        (
            "options = [\"yes\"]",
            "options = [\"maybe\"]",
            "names `maybe`, which `wish_stop` does not offer",
        ),
        ("options = [\"yes\"]", "options = []", "claim `stop` names no options"),
        (
            "sample = \"all\"",
            "sample = \"most\"",
            "names the sample `most`; there are: all, complete",
        ),
        (
            "kind = \"share\"",
            "kind = \"guess\"",
            "claim `stop` has the kind `guess`; there are share",
        ),
        (
            "kind = \"share\"",
            "kind = \"share\"\nfigure = \"x\"",
            "is a share and has `figure`; remove it",
        ),
        ("kind = \"share\"", "kind = \"share\"\ncolour = 1", "unknown field `colour`"),
        ("id = \"stop\"", "id = \"answers\"", "claim `answers` is there twice"),
        ("id = \"stop\"", "id = \"Stop it\"", "not made of a-z, 0-9 and hyphens"),
        (
            "figure = \"reports-2022\"",
            "figure = \"reports\"",
            "names the figure `reports`, which is in no register",
        ),
    ] {
        let mut world = World::new();
        world.change("claims.toml", from, to);
        let problems = world.problems();
        assert!(problems.contains(wanted), "{to}: {problems}");
        assert!(problems.contains("claims.toml:"), "{problems}");
    }
}

#[test]
fn rounded_numbers_are_computed_from_rounded_counts() {
    let mut world = World::new();
    world.people("fr", [1, 0, 0]);
    world.change("statement.toml", "numbers = \"exact\"", "numbers = \"rounded\"");
    // 61 of 101 print as 60 of 100, and 401 people as 400.
    assert!(world.build().is_ok(), "{}", world.problems());
}
