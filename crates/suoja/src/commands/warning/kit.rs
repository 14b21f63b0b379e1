//! A signed folder of plain pages for partners who keep the trigger on their side.

use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, Result, bail};
use directory::Helplines;
use jiff::civil::Date;
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox};
use sha2::{Digest, Sha256};
use warning::{Arms, Links, Message, STYLE};
use web::{Policy, style_source};

use crate::cli::KitArgs;
use crate::{files, lines};

/// The list of all files and their hashes, as `sha256sum` reads it.
const SUMS: &str = "SHA256SUMS";

/// Makes the pair of keys with which kits are signed, in the form that `minisign` reads.
///
/// # Errors
/// When a file is there already or cannot be written.
pub fn keys(private: &Path, public: &Path) -> Result<()> {
    for path in [private, public] {
        if path.exists() {
            bail!("{} is there already; partners may know it", path.display());
        }
    }
    let pair = KeyPair::generate_unencrypted_keypair()?;
    let secret = pair.sk.to_box(Some("Suoja: signs kits of messages"))?;
    files::write_private(private, secret.into_string().as_bytes())?;
    files::write_public(public, pair.pk.to_box()?.into_string().as_bytes())?;
    println!("{}: keep it to yourself.", private.display());
    println!("{}: give it to partners by another way than the kits.", public.display());
    Ok(())
}

/// Writes a kit: nothing of it is left when it cannot be written whole.
///
/// # Errors
/// When the folder is there already, the key is none, or messages are not reviewed.
pub fn write(args: &KitArgs) -> Result<()> {
    if args.to.exists() {
        bail!("{} is there already; name a new folder", args.to.display());
    }
    let secret = files::read_secret(&args.sign)?;
    let secret = SecretKeyBox::from_string(&secret)
        .and_then(SecretKeyBox::into_unencrypted_secret_key)
        .with_context(|| format!("{} is no key to sign with", args.sign.display()))?;
    let mut kit = pages(args)?;
    let sums = sums(&kit)?;
    let signature = sign(&secret, &sums, &args.channel)?;
    kit.push((format!("{SUMS}.minisig"), signature));
    kit.push((SUMS.to_owned(), sums));

    let beside = args.to.with_extension("new");
    let written = write_files(&beside, &kit).and_then(|()| {
        fs::rename(&beside, &args.to).with_context(|| format!("cannot make {}", args.to.display()))
    });
    if written.is_err() {
        _ = fs::remove_dir_all(&beside);
    }
    written?;
    println!("{}: {} files, signed.", args.to.display(), kit.len());
    Ok(())
}

type File = (String, String);

fn pages(args: &KitArgs) -> Result<Vec<File>> {
    if !warning::is_name(&args.channel) {
        bail!("`{}` is no name of a channel: write a-z, 0-9 and hyphens", args.channel);
    }
    let links = Links {
        reach: args.reach.clone(),
        support: args.support.clone(),
        back: args.back.clone(),
        programme: args.programme,
    };
    [Some(&links.reach), links.support.as_ref()]
        .into_iter()
        .flatten()
        .try_for_each(|origin| crate::config::check_origin(origin))?;
    let arms = Arms::embedded()?;
    let unreviewed = arms.unreviewed(&arms.ids());
    if !unreviewed.is_empty() && !args.allow_unreviewed {
        bail!(
            "not read by a native speaker and a clinician: {}; have them read, or say \
             --allow-unreviewed, and every message will say so",
            unreviewed.join(", ")
        );
    }
    let helplines = Helplines::parse(&files::read_text(&args.helplines)?)
        .with_context(|| args.helplines.display().to_string())?;
    let today = crate::counting::today();
    let mut kit = vec![
        ("README.txt".to_owned(), readme(&args.channel, today)),
        ("headers.txt".to_owned(), headers()),
    ];
    for language in arms.languages() {
        let shown = lines::for_warning(&helplines, language, today);
        for arm in arms.all() {
            let message =
                Message::new(&arms, &arm.id, language, &args.channel, &links, shown.clone());
            let Some(message) = message else { continue };
            let folder = format!("{language}/{}", arm.id);
            kit.push((format!("{folder}/index.html"), message.page(&arms)));
            kit.push((format!("{folder}/fragment.html"), message.fragment()));
            let json = serde_json::to_string_pretty(&message)?;
            kit.push((format!("{folder}/message.json"), format!("{json}\n")));
        }
    }
    Ok(kit)
}

fn readme(channel: &str, today: Date) -> String {
    format!(
        "Messages for people who search, from Suoja. Channel: {channel}.\n\
         \n\
         LANGUAGE/ARM/index.html     a whole page: no script, no cookie, nothing from elsewhere\n\
         LANGUAGE/ARM/fragment.html  the same for a page of your own\n\
         LANGUAGE/ARM/message.json   the same as data\n\
         headers.txt                 headers to send with the pages\n\
         \n\
         Check that it is whole and ours, with the public key that you were given by another way:\n\
         \n    minisign -Vm {SUMS} -p kit.pub && sha256sum -c {SUMS}\n\
         \n\
         Show a page in the place of results, under the address of the search; do not redirect, and \
         put no word of the search into an address. Send Cache-Control: no-store. Write no log line \
         for it.\n\
         \n\
         In an experiment, draw an arm at random for each showing, as the plan says, and count how \
         often each arm was shown on each day of UTC; nothing else. Send the counts as a table:\n\
         \n    day,channel,arm,shown\n    2027-02-01,{channel},neutral,412\n\n\
         The links carry arm, language and channel, so that clicks are counted on the other side.\n\
         \n\
         Written on {today}: what stands beside a service, whether and when it was checked, is of that \
         day. Ask for a new kit every three months, and at once when a service ends.\n"
    )
}

/// The headers of the pages, one a line.
fn headers() -> String {
    let mut text = String::new();
    let policy = Policy::new(&style_source(STYLE), None, false);
    for (name, value) in policy.map(|policy| policy.to_list()).unwrap_or_default() {
        _ = writeln!(text, "{name}: {value}");
    }
    text
}

fn sums(kit: &[File]) -> Result<String> {
    let mut sums = String::new();
    for (name, text) in kit {
        let hash = Sha256::digest(text.as_bytes());
        writeln!(sums, "{}  {name}", data_encoding::HEXLOWER.encode(&hash))?;
    }
    Ok(sums)
}

fn sign(secret: &SecretKey, sums: &str, channel: &str) -> Result<String> {
    let public = PublicKey::from_secret_key(secret)?;
    let trusted = format!("Suoja kit for {channel}");
    let untrusted = Some("signature of SHA256SUMS");
    let signature =
        minisign::sign(Some(&public), secret, Cursor::new(sums), Some(&trusted), untrusted)?;
    Ok(signature.into_string())
}

fn write_files(dir: &Path, kit: &[File]) -> Result<()> {
    fs::create_dir(dir).with_context(|| format!("cannot make {}", dir.display()))?;
    for (name, text) in kit {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap_or(dir))?;
        files::write_public(&path, text.as_bytes())?;
    }
    Ok(())
}
