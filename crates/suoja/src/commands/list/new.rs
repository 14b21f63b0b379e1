//! `suoja list new`.

use anyhow::Result;
use matching::Kind;

use crate::cli::NewListArgs;

/// Makes a list whose policy says little, with comments that say what could be said.
///
/// # Errors
/// When it is there already, or what was said cannot be a policy.
pub async fn run(args: &NewListArgs) -> Result<()> {
    let (lists, name) = (&args.list.lists.lists, &args.list.name);
    matching::create(lists, name, &policy(args), super::now()).await?;
    let file = lists.join(name).join("list.toml");
    println!("{}: the policy. Read it, and change what you decide otherwise.", file.display());
    Ok(())
}

fn policy(args: &NewListArgs) -> String {
    let quote = |text: &str| toml::Value::from(text).to_string();
    let (title, source, class) = (quote(&args.title), quote(&args.source), quote(&args.class));
    let head = format!("title = {title}\nsource = {source}\nclass = {class}\n");
    match Kind::from(args.kind) {
        Kind::Match => head + MATCH,
        Kind::Never => head + NEVER,
    }
}

/// What a new policy of a match list says.
const MATCH: &str = "kind = \"match\"

# What follows when a file's own hash (MD5, SHA-1 …) is listed: \"review\" or \"action\".
exact = \"review\"

[distance]
# Up to so many of 256 bits a picture's fingerprint may differ: 0 to 47.
review = 31
# Nearer than that, something may follow without a person looking first. Left out: never.
# action = 10

[quality]
# How much has to be in a picture, 0 to 100. Below 50 fingerprints match too much.
review = 50
action = 50
# What a match is at most when nobody said what quality the picture has.
unknown = \"review\"

# A listed hash that suddenly matches this often is set aside: review only, until you release it.
# [quarantine]
# matches = 100
# per_seconds = 3600

# Where the list may be used, and on which law or contract that rests. Without a rule: everywhere.
# With rules: where a rule says so, and nowhere else.
# [[surface]]
# name = \"uploads\"
# region = \"XA\"
# on = true
# basis = \"terms of service, section 4\"
";

/// What a new policy of a never-match list says.
const NEVER: &str = "kind = \"never\"

[distance]
# Up to so many bits from a hash of this list, what is listed elsewhere no nearer is no match: 0 to 47.
review = 15
";

#[cfg(test)]
mod tests {
    use std::path::Path;

    use matching::Policy;

    use super::*;

    #[test]
    fn what_is_written_can_be_read_and_so_can_what_it_proposes() {
        for rest in [MATCH, NEVER] {
            let proposed: String = rest.lines().map(|line| uncommented(line) + "\n").collect();
            for rest in [rest, &proposed] {
                let text = format!("title = \"t\"\nsource = \"s\"\nclass = \"c\"\n{rest}");
                Policy::parse(Path::new("list.toml"), &text).unwrap();
            }
        }
    }

    /// A line that proposes something, as it would be once it is taken up.
    fn uncommented(line: &str) -> String {
        let own = line.strip_prefix("# ").unwrap_or_default();
        let proposes = own.starts_with('[') || own.split_once(" = ").is_some();
        if proposes { own.to_owned() } else { line.to_owned() }
    }
}
