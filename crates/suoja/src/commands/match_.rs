//! `suoja match`: files or hashes against all lists, one JSON object a line.

use std::io::{BufReader, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use matching::{Gap, Lists, Mode, Question};
use media::Workers;
use serde::Serialize;
use web::Clock;

use super::asking;
use super::told::{Told, Verdict};
use crate::cli::MatchArgs;
use crate::commands::runtime;
use crate::world::MachineClock;
use crate::{decoding, files};

mod lines;

/// Something went wrong, or nothing matched and not everything was answered.
pub(super) const NOT_EVERYTHING: u8 = 2;
/// Something matched.
pub(super) const MATCHED: u8 = 1;

/// One line of what is printed.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    /// The path's bytes in hexadecimal digits, where they are no UTF-8 and `path` only resembles it.
    #[serde(skip_serializing_if = "Option::is_none")]
    path_bytes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// Why the file or the line gave no question, or no fingerprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(flatten)]
    told: Told,
}

/// Asks all lists. An error here must not look like a match: it has a status of its own.
pub fn run(args: &MatchArgs) -> Result<ExitCode> {
    match ask(args) {
        Ok(status) => Ok(status.into()),
        Err(error) => {
            eprintln!("suoja: {error:#}");
            Ok(NOT_EVERYTHING.into())
        }
    }
}

fn ask(args: &MatchArgs) -> Result<u8> {
    runtime()?.block_on(async {
        let lists = Lists::open(&args.ask.lists.lists, Mode::Reading).await?;
        let mut asked = Asked { lists, args, matched: false, silent: false };
        let from_input =
            args.files.is_empty() || args.files.iter().any(|file| file.as_os_str() == "-");
        if from_input {
            asked.input(BufReader::new(stdin())).await?;
        }
        let files: Vec<_> = args.files.iter().filter(|file| file.as_os_str() != "-").collect();
        if !files.is_empty() {
            let workers = decoding::workers(&args.ask.decoding)?.0;
            for file in files {
                asked.file(&workers, file).await?;
            }
        }
        Ok(asked.status())
    })
}

struct Asked<'a> {
    lists: Lists,
    args: &'a MatchArgs,
    matched: bool,
    silent: bool,
}

impl Asked<'_> {
    fn status(&self) -> u8 {
        match (self.matched, self.silent) {
            (true, _) => MATCHED,
            (false, true) => NOT_EVERYTHING,
            (false, false) => 0,
        }
    }

    async fn file(&mut self, workers: &Workers, file: &Path) -> Result<()> {
        let shown = file.to_string_lossy();
        let (question, error) = match workers.hash_path(file) {
            Ok(hashed) => {
                let error = hashed.picture.as_ref().err().map(ToString::to_string);
                let mut question = asking::question(&hashed, &self.args.ask);
                // Whoever names a file holds it for a picture.
                question.gap = question.gap.or(error.as_ref().map(|_| Gap::NotDecoded));
                (question, error)
            }
            Err(error) => (asking::nothing(&self.args.ask), Some(error.to_string())),
        };
        let answer = self.lists.ask(&question, MachineClock.now()).await;
        let told = Told::new(&answer, self.args.ask.details);
        // A picture that cannot be decoded was not compared, whatever its digests say.
        self.silent |= error.is_some();
        let path_bytes = files::bytes_of_path(file);
        self.tell(&Line { path: Some(&shown), path_bytes, line: None, error, told })
    }

    /// Lines of standard input, those that are there at once together.
    async fn input(&mut self, mut input: BufReader<impl Read>) -> Result<()> {
        let (mut number, mut any) = (0, false);
        loop {
            let (read, end) = lines::batch(&mut input, &self.args.ask, &mut number);
            let questions: Vec<Question> = read.iter().map(|line| line.question.clone()).collect();
            let answers = self.lists.ask_many(&questions, MachineClock.now()).await;
            for (line, answer) in read.iter().zip(&answers) {
                let told = Told::new(answer, self.args.ask.details);
                self.silent |= line.error.is_some();
                let (path, error) = (line.path.as_deref(), line.error.clone());
                let (path_bytes, number) = (line.path_bytes.clone(), Some(line.number));
                self.tell(&Line { path, path_bytes, line: number, error, told })?;
            }
            any |= !read.is_empty();
            if let Some(end) = end {
                if !any {
                    // Most often what should have written them has failed.
                    eprintln!("suoja: there is no hash on standard input, so nothing was compared");
                    self.silent = true;
                }
                return end.context("cannot read standard input");
            }
        }
    }

    fn tell(&mut self, line: &Line<'_>) -> Result<()> {
        self.matched |= line.told.outcome == Verdict::Match;
        self.silent |= line.told.outcome == Verdict::NotAnswered;
        let mut out = stdout().lock();
        serde_json::to_writer(&mut out, line).context("cannot write to standard output")?;
        out.write_all(b"\n").and_then(|()| out.flush()).context("cannot write to standard output")
    }
}
