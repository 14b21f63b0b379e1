//! Which column of a table holds what, as an operator says it.

use std::str::FromStr;

use crate::HashKind;

/// Which column of a table holds what.
///
/// Written as `hash=2,kind=1,member=source,header=yes`: a field, `=`, and a column by its number
/// from 1 or by the name in the head of the table. Fields are `hash` and `kind` together; or the name
/// of a kind, as in `sha1=3`, as often as there are columns with hashes; `member`, `entry`, `class`,
/// `tags`, `changed` and `action`. `header` is `yes` (a column with a name needs it) or `no`, and
/// `delimiter` is `comma`, `semicolon` or `tab`. A column whose name holds a comma goes by its number.
///
/// IWF and others give lists as tables whose columns are not public: that is why nothing is guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    pub(crate) delimiter: u8,
    pub(crate) header: bool,
    pub(crate) hashes: Vec<HashColumn>,
    pub(crate) member: Option<Column>,
    pub(crate) entry: Option<Column>,
    pub(crate) class: Option<Column>,
    pub(crate) tags: Option<Column>,
    pub(crate) changed: Option<Column>,
    pub(crate) action: Option<Column>,
}

/// A column with hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HashColumn {
    /// All of one kind.
    Of(HashKind, Column),
    /// The kind stands in another column.
    Named { kind: Column, hash: Column },
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    /// By its number, from 0.
    Nth(usize),
    /// By its name in the head.
    Named(String),
}

/// What is wrong with a mapping of columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadColumns {
    /// A part is no `field=column`.
    #[error("`{0}` is no part of a mapping; write `field=column`, for example `sha1=3`")]
    Part(String),
    /// A field is not known.
    #[error(
        "`{0}` is no field; fields are hash, kind, the names of kinds, member, entry, class, tags, changed, \
         action, header and delimiter"
    )]
    Field(String),
    /// A field is said twice.
    #[error("`{0}` is said twice")]
    Twice(String),
    /// A column has number 0.
    #[error("columns are counted from 1")]
    Zero,
    /// `header` or `delimiter` is something else.
    #[error("`{0}` is `{1}` here; header is yes or no, delimiter is comma, semicolon or tab")]
    Setting(String, String),
    /// There is no column with hashes.
    #[error(
        "the mapping names no column with hashes; add `hash=` and `kind=`, or a kind such as `md5=`"
    )]
    NoHash,
    /// `hash` and `kind` go together.
    #[error(
        "`hash` and `kind` go together; where all hashes are of one kind, write for example `md5=2`"
    )]
    Half,
    /// Names need a head.
    #[error("a column goes by its name, and the table has no head; use numbers or `header=yes`")]
    NoHeader,
}

impl Columns {
    /// The columns of tables that Suoja writes.
    pub fn own() -> Self {
        let named = |name: &str| Column::Named(name.to_owned());
        Self {
            delimiter: b',',
            header: true,
            hashes: vec![HashColumn::Named { kind: named("kind"), hash: named("hash") }],
            member: Some(named("member")),
            entry: Some(named("entry")),
            class: Some(named("class")),
            tags: Some(named("tags")),
            changed: Some(named("changed")),
            action: Some(named("action")),
        }
    }

    fn empty() -> Self {
        let (delimiter, header, hashes) = (b',', false, Vec::new());
        let (member, entry, class, tags, changed, action) = (None, None, None, None, None, None);
        Self { delimiter, header, hashes, member, entry, class, tags, changed, action }
    }

    fn has_names(&self) -> bool {
        let named = |column: &Column| matches!(column, Column::Named(_));
        let hashes = self.hashes.iter().any(|own| match own {
            HashColumn::Of(_, column) => named(column),
            HashColumn::Named { kind, hash } => named(kind) || named(hash),
        });
        let others =
            [&self.member, &self.entry, &self.class, &self.tags, &self.changed, &self.action];
        hashes || others.into_iter().flatten().any(named)
    }
}

impl FromStr for Columns {
    type Err = BadColumns;

    fn from_str(text: &str) -> Result<Self, BadColumns> {
        let mut own = Self::empty();
        let (mut hash, mut kind, mut header, mut delimiter) = (None, None, None, None);
        for part in text.split(',') {
            let (field, value) =
                part.split_once('=').ok_or_else(|| BadColumns::Part(part.to_owned()))?;
            let (field, value) = (field.trim(), value.trim());
            let place = match field {
                "hash" => &mut hash,
                "kind" => &mut kind,
                "member" => &mut own.member,
                "entry" => &mut own.entry,
                "class" => &mut own.class,
                "tags" => &mut own.tags,
                "changed" => &mut own.changed,
                "action" => &mut own.action,
                "header" => {
                    once(&mut header, field, yes_or_no(field, value)?)?;
                    continue;
                }
                "delimiter" => {
                    once(&mut delimiter, field, delimiter_of(field, value)?)?;
                    continue;
                }
                _ => {
                    let kind = field.parse().map_err(|_| BadColumns::Field(field.to_owned()))?;
                    own.hashes.push(HashColumn::Of(kind, column(value)?));
                    continue;
                }
            };
            once(place, field, column(value)?)?;
        }
        match (hash, kind) {
            (Some(hash), Some(kind)) => own.hashes.push(HashColumn::Named { kind, hash }),
            (None, None) => {}
            _ => return Err(BadColumns::Half),
        }
        if own.hashes.is_empty() {
            return Err(BadColumns::NoHash);
        }
        own.header = header.unwrap_or_else(|| own.has_names());
        if own.has_names() && !own.header {
            return Err(BadColumns::NoHeader);
        }
        own.delimiter = delimiter.unwrap_or(b',');
        Ok(own)
    }
}

fn once<T>(place: &mut Option<T>, field: &str, value: T) -> Result<(), BadColumns> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(BadColumns::Twice(field.to_owned())),
    }
}

fn column(value: &str) -> Result<Column, BadColumns> {
    match value.parse::<usize>() {
        Ok(number) => Ok(Column::Nth(number.checked_sub(1).ok_or(BadColumns::Zero)?)),
        Err(_) => Ok(Column::Named(value.to_owned())),
    }
}

fn yes_or_no(field: &str, value: &str) -> Result<bool, BadColumns> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(BadColumns::Setting(field.to_owned(), value.to_owned())),
    }
}

fn delimiter_of(field: &str, value: &str) -> Result<u8, BadColumns> {
    match value {
        "comma" => Ok(b','),
        "semicolon" => Ok(b';'),
        "tab" => Ok(b'\t'),
        _ => Err(BadColumns::Setting(field.to_owned(), value.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_our_own_tables_can_be_said() {
        let said = "kind=kind,hash=hash,member=member,entry=entry,class=class,tags=tags,changed=changed,action=action";
        assert_eq!(said.parse(), Ok(Columns::own()));
    }

    #[test]
    fn several_columns_with_hashes_and_a_delimiter() {
        let columns: Columns = "md5=1, sha1=2,class=4,delimiter=tab,header=yes".parse().unwrap();
        let hashes = [(HashKind::Md5, 0), (HashKind::Sha1, 1)];
        let hashes = hashes.map(|(kind, at)| HashColumn::Of(kind, Column::Nth(at)));
        assert_eq!(columns.hashes, hashes);
        assert_eq!((columns.delimiter, columns.header), (b'\t', true));
        assert_eq!(columns.class, Some(Column::Nth(3)));
    }

    #[test]
    fn what_is_no_mapping_is_told_why() {
        for (said, part) in [
            ("", "no part"),
            ("hash", "no part"),
            ("hush=1", "no field"),
            ("class=1", "no column with hashes"),
            ("hash=1", "go together"),
            ("kind=1,md5=2", "go together"),
            ("md5=1,class=2,class=3", "twice"),
            ("md5=0", "from 1"),
            ("md5=name,header=no", "no head"),
            ("md5=1,header=perhaps", "yes or no"),
            ("md5=1,delimiter=|", "comma, semicolon or tab"),
        ] {
            let error = said.parse::<Columns>().unwrap_err().to_string();
            assert!(error.contains(part), "{said}: {error}");
        }
    }
}
