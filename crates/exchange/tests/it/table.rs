//! Tables with a mapping of columns.

use exchange::{BadHash, BrokenReason, Fault, HashKind, Reason, Shape};

use crate::{MD5, PDQ, SHA1, bad, good, read, told};

fn shape(columns: &str) -> Shape {
    Shape::Csv(columns.parse().unwrap())
}

#[test]
fn columns_go_by_the_names_in_the_head() {
    let list = format!(
        "Severity;Type;Value;Id;Who;When;What;Words\r\nA;pdq;{PDQ};7;Example Hotline;2024-02-03;;b a\r\n\
         B;MD5;{MD5};8;;1706918400;deleted;\r\n"
    );
    let columns = "kind=Type,hash=Value,class=Severity,entry=Id,member=Who,changed=When,action=What,tags=Words,\
                   delimiter=semicolon";
    let rows: Vec<_> = good(&list, &shape(columns)).iter().map(told).collect();
    assert_eq!(
        rows,
        [
            "2 Add pdq f00f00 member Example Hotline entry 7 class A tags a+b changed 2024-02-03T00:00:00Z",
            "3 Withdraw md5 012345 member - entry 8 class B tags  changed 2024-02-03T00:00:00Z",
        ]
    );
}

#[test]
fn a_row_may_hold_several_hashes_and_an_empty_one_is_passed_over() {
    let list = format!("1,{MD5},{SHA1}\n2,,{SHA1}\n3,,\n4,{MD5},oops\n");
    let shape = shape("entry=1,md5=2,sha1=3");
    let rows: Vec<_> = read(list.as_bytes(), &shape).into_iter().filter_map(Result::ok).collect();
    let told: Vec<_> = rows.iter().map(|row| (row.line, row.hash().unwrap().kind())).collect();
    assert_eq!(
        told,
        [(1, HashKind::Md5), (1, HashKind::Sha1), (2, HashKind::Sha1), (4, HashKind::Md5)]
    );
    let form = Reason::Hash(BadHash::Form(HashKind::Sha1));
    assert_eq!(bad(&list, &shape), [(3, Reason::NoHash), (4, form)]);
}

#[test]
fn an_entry_can_be_withdrawn_without_its_hash() {
    let list = "7,,withdraw\n,,withdraw\n8,,\n";
    let shape = shape("entry=1,md5=2,action=3");
    let first = read(list.as_bytes(), &shape).remove(0).unwrap();
    assert_eq!(told(&first), "1 Withdraw - member - entry 7 class - tags  changed -");
    assert_eq!(bad(list, &shape), [(2, Reason::NoHash), (3, Reason::NoHash)]);
}

#[test]
fn a_field_that_is_no_good_costs_its_row_only() {
    let list = format!("{MD5},2024-01-01\n{MD5},soon\n{MD5}\n{MD5},\n");
    assert_eq!(bad(&list, &shape("md5=1,changed=2")), [(2, Reason::Time), (3, Reason::FewFields)]);
}

#[test]
fn a_head_without_the_column_or_with_two_of_it_is_refused_before_any_row() {
    for head in ["a,b", "a,md5,md5", ""] {
        let faults = read(format!("{head}\n{MD5},{MD5}").as_bytes(), &shape("md5=md5"));
        let [Err(Fault::Broken(broken))] = &faults[..] else { panic!("{faults:?}") };
        assert_eq!(broken.reason, BrokenReason::NoColumn("md5".to_owned()));
    }
}
