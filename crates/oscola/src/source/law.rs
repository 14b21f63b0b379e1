//! Law: cases, acts and treaties (part 2).

use serde::Deserialize;

use crate::PartialDate;

/// A case of a court of the United Kingdom.
///
/// It needs a `neutral` citation or a `report`; an unreported case a `court` and a `date`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseUk {
    /// The parties, such as "Page v Smith".
    pub name: String,
    /// The neutral citation, such as `[2008] UKHL 13`.
    pub neutral: Option<String>,
    /// The best report, such as `[1996] AC 155`.
    pub report: Option<String>,
    /// The court, such as "HL", where there is no neutral citation.
    pub court: Option<String>,
    /// The day of an unreported judgment.
    pub date: Option<PartialDate>,
}

/// A case of the European Court of Human Rights.
///
/// It needs a `report`; an unreported case `applications` and a `date`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseEcthr {
    /// The parties, such as "Osman v UK".
    pub name: String,
    /// The report, such as "ECHR 1998–VIII 3124". If it is given, applications are not printed.
    pub report: Option<String>,
    /// The numbers of the applications, such as "47940/99".
    #[serde(default)]
    pub applications: Vec<String>,
    /// The day of the judgment.
    pub date: Option<PartialDate>,
}

/// A case of the Court of Justice of the European Union or the General Court.
///
/// It needs an `ecli` or a `report`; an unreported case a `court` and a `date`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseCjeu {
    /// The numbers, such as "C–176/03"; several for joined cases.
    pub numbers: Vec<String>,
    /// The parties.
    pub name: String,
    /// The European Case Law Identifier, with or without "ECLI:".
    pub ecli: Option<String>,
    /// The report, such as `[2005] ECR I–7879`, or the notice in the Official Journal.
    pub report: Option<String>,
    /// The court of an unreported case, such as "CFI".
    pub court: Option<String>,
    /// The day of an unreported case.
    pub date: Option<PartialDate>,
}

/// A treaty, regulation, directive, decision or recommendation of the European Union.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EuAct {
    /// Kind, number and title.
    pub title: String,
    /// The year of the Official Journal.
    pub year: PartialDate,
    /// Series, issue and page, such as "L335/1"; the series alone for acts since October 2023.
    pub oj: String,
}

/// A treaty between states.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treaty {
    /// The title.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<PartialDate>,
    /// When it was opened for signature, where that is the day by which it is known.
    pub opened: Option<PartialDate>,
    /// When it came into force.
    pub in_force: Option<PartialDate>,
    /// Where it is published, such as "999 UNTS 171".
    pub series: String,
}

/// An act of a parliament, or an order under one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statute {
    /// The title as its own country cites it, with the year.
    pub title: String,
    /// A number or place of publication, such as "SI 2004/3166".
    pub citation: Option<String>,
    /// The country, where the title does not say.
    pub jurisdiction: Option<String>,
}

/// A debate in the Westminster Parliament.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hansard {
    /// The series, such as "HC Deb" or "HL Deb".
    pub series: String,
    /// The day of the debate.
    pub date: PartialDate,
    /// The volume.
    pub volume: String,
    /// The column, with its letters if it has any.
    pub column: String,
}
