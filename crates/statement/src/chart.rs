//! `charts.toml`, and from a report to a chart.

use charts::{
    Axis, Body, Chart, Compare, Diverging, DivergingBar, Level, Mark, Multiples, Panel, Row, Side,
};
use findings::Report;
use instrument::{Diagnostic, SourceFile};
use locale::{Arg, LanguageTag};
use serde::Deserialize;
use toml::Spanned;

use crate::claim::{Answers, Of};
use crate::compute::{NoValue, Share, share};
use crate::evidence::Reports;
use crate::labels::Labels;
use crate::{line_of, read_toml};

/// Widths of the two pictures, in units of which a line of text is twenty high.
const WIDE: u32 = 800;
const NARROW: u32 = 380;

/// A chart as `charts.toml` has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChartSpec {
    pub id: Spanned<String>,
    pub sample: String,
    pub kind: Shape,
    pub question: Option<String>,
    pub options: Option<Vec<String>>,
    pub base: Option<String>,
    pub left: Option<Vec<String>>,
    pub middle: Option<Vec<String>>,
    pub right: Option<Vec<String>>,
    pub panels: Option<Vec<PanelSpec>>,
}

/// The shape of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shape {
    /// Group against rest, one row an answer, with intervals.
    Compare,
    /// Ordered answers to both sides of a middle.
    Diverging,
    /// One small panel a question.
    Multiples,
}

/// One panel.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PanelSpec {
    question: String,
    options: Vec<String>,
    base: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    chart: Vec<ChartSpec>,
}

/// A chart with what stands around it.
pub(crate) struct Drawn {
    /// For paper and wide screens.
    pub svg: String,
    /// For phones: narrower, with type as large.
    pub svg_narrow: String,
    pub alt: String,
    /// n of group and rest, of each question that has others.
    pub bases: Vec<(u64, u64)>,
}

/// Reads `charts.toml`.
pub(crate) fn read(file: &SourceFile) -> Result<Vec<ChartSpec>, Vec<Diagnostic>> {
    let charts = read_toml::<File>(file)?.chart;
    let mut found = Vec::new();
    for (at, chart) in charts.iter().enumerate() {
        let id = chart.id.get_ref();
        let what = if charts[..at].iter().any(|other| other.id.get_ref() == id) {
            Some("is there twice; remove one of the two".to_owned())
        } else {
            chart.misfit()
        };
        if let Some(what) = what {
            let line = line_of(file, chart.id.span().start);
            found.push(Diagnostic::error(&file.name, line, format!("chart `{id}` {what}")));
        }
    }
    if found.is_empty() { Ok(charts) } else { Err(found) }
}

impl ChartSpec {
    /// The keys that its kind needs, and no others.
    fn misfit(&self) -> Option<String> {
        let keys = [
            ("question", self.question.is_some()),
            ("options", self.options.is_some()),
            ("left", self.left.is_some()),
            ("right", self.right.is_some()),
            ("panels", self.panels.is_some()),
        ];
        let wanted: &[&str] = match self.kind {
            Shape::Compare => &["question", "options"],
            Shape::Diverging => &["question", "left", "right"],
            Shape::Multiples => &["panels"],
        };
        keys.iter().find_map(|(key, there)| match (*there, wanted.contains(key)) {
            (true, false) => Some(format!("has `{key}`, which its kind does not use; remove it")),
            (false, true) => Some(format!("has no `{key}`")),
            _ => None,
        })
    }

    /// What it counts: the answers of each row, level or panel.
    pub fn answers(&self) -> Vec<Answers> {
        if let Some(panels) = &self.panels {
            let answers = |panel: &PanelSpec| Answers {
                question: panel.question.clone(),
                options: panel.options.clone(),
                base: panel.base.clone(),
            };
            return panels.iter().map(answers).collect();
        }
        let question = self.question.clone().unwrap_or_default();
        let all = [&self.options, &self.left, &self.middle, &self.right];
        let options = all.into_iter().flatten().flatten();
        options
            .map(|option| Answers {
                question: question.clone(),
                options: vec![option.clone()],
                base: self.base.clone(),
            })
            .collect()
    }
}

/// Draws charts in one language.
pub(crate) struct Drawer<'a> {
    pub labels: &'a Labels<'a>,
    pub language: &'a LanguageTag,
    pub group: &'a str,
    pub rest: &'a str,
}

/// One row, level or panel: its label, its answers, its shares.
struct Item {
    label: String,
    group: Option<Share>,
    rest: Option<Share>,
}

impl Drawer<'_> {
    /// Draws a chart.
    pub fn draw(
        &self,
        spec: &ChartSpec,
        title: &str,
        report: &Report,
        reports: &Reports<'_>,
    ) -> Result<Drawn, String> {
        let items: Vec<Item> = spec
            .answers()
            .iter()
            .map(|answers| self.item(answers, report, reports))
            .collect::<Result<_, _>>()?;
        if items.iter().all(|item| item.group.is_none() && item.rest.is_none()) {
            return Err("has no data: everything in it is suppressed".to_owned());
        }
        let alt = self.in_words(title, &items);
        let body = self.body(spec, &items)?;
        let mut chart = Chart {
            id: format!("chart-{}", spec.id.get_ref()),
            title: title.to_owned(),
            description: alt.clone(),
            language: self.language.as_str().to_owned(),
            width: WIDE,
            body,
        };
        let cannot = |error: charts::ChartError| format!("cannot be drawn: {error}");
        let svg = charts::svg(&chart).map_err(cannot)?;
        (chart.id, chart.width) = (format!("{}-narrow", chart.id), NARROW);
        let svg_narrow = charts::svg(&chart).map_err(cannot)?;
        let base = |share: Option<Share>| share.map_or(0, |share| share.base);
        let mut bases: Vec<(u64, u64)> = Vec::new();
        for pair in items.iter().map(|item| (base(item.group), base(item.rest))) {
            if !bases.contains(&pair) && pair.0 > 0 {
                bases.push(pair);
            }
        }
        Ok(Drawn { svg, svg_narrow, alt, bases })
    }

    fn item(
        &self,
        answers: &Answers,
        report: &Report,
        reports: &Reports<'_>,
    ) -> Result<Item, String> {
        let of = |of: Of| match share(report, answers, of) {
            Ok(share) => Ok(Some(share)),
            Err(NoValue::Suppressed) => Ok(None),
            Err(NoValue::Wrong(what) | NoValue::NoData(what)) => Err(what),
        };
        let label = |option: &String| {
            reports.label(self.language, &answers.question, Some(option)).ok_or_else(|| {
                format!("has no words in `{}` for `{option}`", self.language.as_str())
            })
        };
        let labels: Vec<String> = answers.options.iter().map(label).collect::<Result<_, _>>()?;
        Ok(Item { label: labels.join(" / "), group: of(Of::Group)?, rest: of(Of::Rest)? })
    }

    fn body(&self, spec: &ChartSpec, items: &[Item]) -> Result<Body, String> {
        let (group, rest) = (self.group.to_owned(), self.rest.to_owned());
        let axis = self.axis();
        Ok(match spec.kind {
            Shape::Compare => {
                let row = |item: &Item| Row {
                    label: item.label.clone(),
                    group: self.mark(item.group),
                    rest: self.mark(item.rest),
                };
                Body::Compare(Compare { group, rest, rows: items.iter().map(row).collect(), axis })
            }
            Shape::Multiples => {
                let panel = |item: &Item| Panel {
                    title: item.label.clone(),
                    group: self.mark(item.group),
                    rest: self.mark(item.rest),
                };
                let panels = items.iter().map(panel).collect();
                Body::Multiples(Multiples { group, rest, panels, axis })
            }
            Shape::Diverging => {
                let count = |list: &Option<Vec<String>>| list.as_ref().map_or(0, Vec::len);
                let (left, middle) = (count(&spec.left), count(&spec.middle));
                let side = |at: usize| match at {
                    at if at < left => Side::Left,
                    at if at < left + middle => Side::Middle,
                    _ => Side::Right,
                };
                let levels = items.iter().enumerate();
                let levels =
                    levels.map(|(at, item)| Level { label: item.label.clone(), side: side(at) });
                let bar = |label: String, of: &dyn Fn(&Item) -> Option<Share>| {
                    let shares = items.iter().map(|item| of(item).map(|share| self.share(share)));
                    let shares: Option<Vec<charts::Share>> = shares.collect();
                    let shares = shares.ok_or("has a hidden answer; merge it with another")?;
                    Ok::<_, String>(DivergingBar { label, shares })
                };
                let bars = vec![bar(group, &|item| item.group)?, bar(rest, &|item| item.rest)?];
                Body::Diverging(Diverging { levels: levels.collect(), bars, axis })
            }
        })
    }

    fn axis(&self) -> Axis {
        let tick = |tenths: i64| {
            #[expect(clippy::cast_precision_loss, reason = "0 to 10")]
            let share = tenths as f64 / 10.0;
            (share, self.labels.percent(tenths * 10))
        };
        Axis { ticks: (0..=10).map(tick).collect() }
    }

    fn share(&self, share: Share) -> charts::Share {
        let Share { share, interval, .. } = share;
        // The limits of the share are inside the unit interval up to rounding.
        let (low, high) = (interval.low.clamp(0.0, share), interval.high.clamp(share, 1.0));
        charts::Share { share, low, high, text: self.labels.share(share) }
    }

    fn mark(&self, share: Option<Share>) -> Mark {
        match share {
            Some(share) => Mark::Shown(self.share(share)),
            None => Mark::Hidden(self.labels.text("hidden", &[])),
        }
    }

    /// The picture in words.
    fn in_words(&self, title: &str, items: &[Item]) -> String {
        let value = |share: Option<Share>| match share {
            Some(own) => {
                let interval = self.labels.interval(own.interval.low, own.interval.high);
                format!("{} ({interval})", self.labels.share(own.share))
            }
            None => self.labels.text("hidden", &[]),
        };
        let row = |item: &Item| {
            let (group, rest) = (value(item.group), value(item.rest));
            let args = [
                ("label", Arg::Text(&item.label)),
                ("groupname", Arg::Text(self.group)),
                ("group", Arg::Text(&group)),
                ("restname", Arg::Text(self.rest)),
                ("rest", Arg::Text(&rest)),
            ];
            self.labels.text("chart-row", &args)
        };
        let rows: Vec<String> = items.iter().map(row).collect();
        format!("{title}. {}", rows.join(" "))
    }
}
