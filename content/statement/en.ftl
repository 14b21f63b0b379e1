# The words around the numbers of a statement.

percent = { $number }%
points = { $count ->
    [one] { $number } percentage point
   *[other] { $number } percentage points
}
points-short = { $number } pp
interval = { $low } to { $high }%
points-interval = { $low } to { $high } percentage points
million = { $count ->
    [one] { $number } million
   *[other] { $number } million
}
decimal-mark = .
with-base = { $value } (n = { $n })
hidden = hidden
everyone = Everyone

# Words for a share. “nearly” is up to two points below, “just over” up to two points above.
words-none = none
words-tenth =
    .under = fewer than one in ten
    .exactly = one in ten
    .about = about one in ten
    .just-over = just over one in ten
    .over = more than one in ten
    .nearly = nearly one in ten
words-fifth =
    .exactly = one in five
    .about = about one in five
    .just-over = just over one in five
    .over = more than one in five
    .nearly = nearly one in five
words-quarter =
    .exactly = a quarter
    .about = about a quarter
    .just-over = just over a quarter
    .over = more than a quarter
    .nearly = nearly a quarter
words-third =
    .exactly = a third
    .about = about a third
    .just-over = just over a third
    .over = more than a third
    .nearly = nearly a third
words-two-fifths =
    .exactly = two in five
    .about = about two in five
    .just-over = just over two in five
    .over = more than two in five
    .nearly = nearly two in five
words-half =
    .exactly = half
    .about = about half
    .just-over = just over half
    .over = more than half
    .nearly = nearly half
words-three-fifths =
    .exactly = three in five
    .about = about three in five
    .just-over = just over three in five
    .over = more than three in five
    .nearly = nearly three in five
words-two-thirds =
    .exactly = two thirds
    .about = about two thirds
    .just-over = just over two thirds
    .over = more than two thirds
    .nearly = nearly two thirds
words-three-quarters =
    .exactly = three quarters
    .about = about three quarters
    .just-over = just over three quarters
    .over = more than three quarters
    .nearly = nearly three quarters
words-four-fifths =
    .exactly = four in five
    .about = about four in five
    .just-over = just over four in five
    .over = more than four in five
    .nearly = nearly four in five
words-nine-tenths =
    .exactly = nine in ten
    .about = about nine in ten
    .just-over = just over nine in ten
    .over = more than nine in ten
    .nearly = nearly nine in ten
words-all =
    .exactly = all
    .nearly = nearly all

simulated-stem = simulat
simulated-mark = SIMULATED
simulated-header = Simulated answers: these are not findings about real people.
notice-simulated = The answers in this statement are simulated and the organisation is invented. It shows how a statement is made and says nothing about real people. Only the figures listed as published were published by others.
notice-unread = Nobody outside the project has read this text yet.

published-on = Published on { $date }
contents-label = Contents
finding-label = Finding { $number }
policy-label = What we ask for
notes-label = Notes
note-back = back to the text
footer-made = Every number above is computed from the data named in this statement. Build { $hash }.
other-languages = Other languages
download-pdf = This statement as PDF

chart-row = { $label }: { $groupname } { $group }, { $restname } { $rest }.
caption-n = n = { $group } ({ $groupname }) and { $rest } ({ $restname }).
caption-base = Base: those who answered the question.
caption-interval = Lines and ranges: 95% Wilson intervals, as if a random sample had been drawn.
caption-sample = Sample: { $sample }.
caption-simulated = Simulated answers.

panel-label = What changes if
panel-lead = What each number would be if others were counted, or if counts were printed in another way. “Practically the same” means that fewer than 10 people differ; “hidden” protects small numbers.
panel-claim = Claim
panel-printed = Printed here
panel-this = as printed
panel-same = practically the same
panel-rounded = counts rounded to 5
panel-exact = counts not rounded
name-share = { $who }: “{ $option }” ({ $question })
name-difference = { $who } minus the rest: “{ $option }” ({ $question })
name-count = People who answered: { $who }
name-response = Openings of the survey that became an answer: { $who }

figures-label = Published figures
figures-value = Figure
figures-definition = What it counts
figures-as-of = As of
figures-read = Read by us
figures-read-source = yes, in its source
figures-read-cited = no, cited by others

flow-label = Who is counted
flow-step = Step
step-all = All answers
step-complete = Sent the last page
step-honest = Said that the answers were honest
step-distinct = No suspected duplicate ({ $least } or more answers alike)

questions-label = The questions as they were asked

method-label = How these numbers came about
method-data = Answers of the study { $study } that arrived in the weeks from { $from } to { $to }. Only the week of arrival is kept, never a day or a time.
    .heading = Data
method-sampling = People chose for themselves to answer an anonymous survey, which was opened { $openings } times. Who opened it and did not answer may think otherwise. A person could answer more than once, and nobody can check what was said. The shares describe those who answered and no one else.
    .heading = Sampling and self-selection
method-group = “{ $group }” are those who chose that language for the survey; “{ $rest }” are those who answered in any other language. A language is no country, no nationality and no origin. The group is compared with the rest, never with an average that holds the group itself.
    .heading = Groups
method-base = Every question could be left out, and many people stop before the end. So each share has its own base: those who answered that question. n is printed with every share.
    .heading = Bases
method-intervals = Ranges of shares are 95% Wilson score intervals, ranges of differences 95% Newcombe intervals. Both are computed as if a random sample had been drawn, which is not so: they speak of chance alone and not of who takes part. Differences are computed before rounding; so 57% and 48% may differ by a little more or less than 9 points.
    .heading = Intervals
method-tests = p-values are corrected after Holm over all differences of this statement.
    .heading = Tests
method-difference = { $name }: { $points } percentage points ({ $interval }; { $test }, { $p }, corrected { $corrected }).
method-hidden = Counts below 10 are hidden together with what would give them away; no share is printed where fewer than 30 answered. Other counts are printed as they are.
    .heading = Protection of those who answered
method-rounded = Counts below 10 are hidden together with what would give them away; other counts are rounded to 5, and every share is computed from the rounded counts. No share is printed where fewer than 30 answered.
    .heading = Protection of those who answered
method-words = Words such as “more than half” are chosen from the number by a fixed table: about (within half a point), nearly (up to two points below), just over (up to two points above), more than.
    .heading = Words for numbers
method-notes = Notes follow OSCOLA, the Oxford University Standard for the Citation of Legal Authorities, 4th edition, without “ibid”, as in the 5th.
    .heading = Notes
test-chi-square = chi-squared test
test-fisher = Fisher’s exact test

line-source = Source: { $source }, { $date }.
line-verified = Checked on { $date }.
line-unverified = Not yet checked by us.

site-title = Published statements
site-lead = Statements in this language, newest first. There is no mailing list: follow the feed instead, and nobody keeps your address.
site-feed = Feed of new statements (Atom)
