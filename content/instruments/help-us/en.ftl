title = What could help you
    .lead = A short, anonymous survey for people who look at sexual images of children and may want something to change.

page-wish = What you would like
    .text = Here, “sexual images of children” means images or videos of a sexual kind that show anyone under 18. You never need to describe any. Every question can be left out.

wish_stop = Would you like to stop looking at sexual images of children?
    .hint = If you have already stopped: choose yes if you want it to stay that way.
    .yes = Yes
    .unsure = I am not sure
    .no = No

page-attempts = What you have tried

tried_stop = Have you ever tried to stop looking at sexual images of children?
    .never = No, never
    .once = Yes, once
    .several = Yes, several times

help_sought = Have you ever looked for help for yourself because of sexual images of children?
    .hint = If more than one answer fits, choose the first that does.
    .yes_professional = Yes, from a professional, a helpline or a service
    .yes_other = Yes, elsewhere: from someone I know, a website, a book
    .no = No, I have never looked for help

page-help = What helped and what stood in the way

attempts_longest = What is the longest time that you have gone without them?
    .under_1_week = Less than a week
    .under_1_month = A week or more, but less than a month
    .under_6_months = A month or more, but less than six months
    .from_6_months = Six months or more, then I went back
    .not_again = I stopped and have not gone back

help_received = Did you get help?
    .yes = Yes
    .partly = In part
    .no = No

help_why_not = What kept you from looking for help?
    .unknown_where = I did not know where to look
    .judged = I was afraid of being judged
    .reported = I was afraid of being reported
    .cost = I could not pay for it
    .language = There was none in my language
    .none_near = There was none near me
    .no_use = I did not think it would help
    .no_words = I could not bring myself to talk about it
    .felt_no_need = I did not feel the need
    .other = Another reason

page-first = The first time
    .text = If you have never seen such images, leave both questions out. For some people, the first time was something that was done to them. If that is so for you, it was not your fault, and the help page is for you too.

first_age = How old were you when you first saw sexual images of children?
    .under_13 = Under 13
    .age_13_17 = 13 to 17
    .age_18_24 = 18 to 24
    .age_25_plus = 25 or older

first_way = How did it come about?
    .accident = By accident, while doing something else
    .pornography = While looking for pornography with adults
    .looking_for_it = I was looking for such images
    .shown_by_someone = Someone showed or sent them to me
    .other = In another way

page-extent = How often and how long

how_often = Over the past 12 months, how often have you looked at sexual images of children?
    .not_this_year = Not at all
    .under_monthly = Less than once a month
    .monthly = One to three times a month
    .weekly = About every week, but not most days
    .most_days = Most days or every day

days_month = In the past 30 days, on how many days did you look at them?
    .hint = A rough number is enough. 0 is an answer too.
    .unit = days

how_long = When did you first look at such images on purpose?
    .never_on_purpose = I have never done so on purpose
    .under_1_year = Less than one year ago
    .from_1_year = Between one and three years ago
    .from_3_years = Between three and ten years ago
    .from_10_years = More than ten years ago

page-feelings = How you are
    .text = These two questions are only about you.

distress = How much does all this weigh on you these days?
    .low = Not at all
    .high = More than I can bear

self_harm_thoughts = In the past month, have you thought of hurting yourself or of ending your life?
    .hint = Whatever you answer, nothing is reported. If you would like to talk to someone now, you will find lines on the help page.
    .never = Never
    .sometimes = Sometimes
    .often = Often

page-contact = Thoughts about contact
    .text = Here too, “child” means anyone under 18.

contact_thought = Have you ever thought of getting in touch with a child in a sexual way?
    .hint = Any answer is welcome, and leaving this question out is fine. A thought is not an act.
    .never = Never
    .sometimes = Sometimes
    .often = Often

page-contact-more = One more question about this

contact_sought = Have you ever tried to get in touch with a child in a sexual way, online or elsewhere?
    .hint = Any answer is welcome, and leaving this question out is fine. You will not be asked for details.
    .never = Never
    .once = Once
    .several = Several times

page-close = To finish

would_help = What would help you?
    .talk_anonymous = Talking to someone without giving my name
    .write_anonymous = Writing to someone without giving my name
    .self_help = A programme that I follow on my own
    .regular_support = Regular support from a professional
    .mood = Help with stress, low mood or loneliness
    .rules_known = Knowing beforehand what stays confidential
    .blocking = A tool that blocks access to such images
    .own_language = Help in my own language
    .other = Something else
    .nothing = Nothing would help

would_help_words = In your own words: what would help you most?

honest_answers = Were your answers honest?
    .hint = Choose freely: this changes nothing for you. It only helps to read the answers correctly.
    .yes = Yes
    .mostly = Mostly
    .no = No

care-self_harm = You do not have to carry this alone
    .text =
        Thoughts like these weigh heavily, and they can pass. If you can, talk to someone today. The lines below are there for exactly this, and you need not say why you feel this way.

        If you think that you might hurt yourself, call the emergency number of your country now. If you can, stay near someone you trust.

        Nothing is reported because of your answer, and nobody here knows who you are. You can go on with the survey or stop here. Both are fine.

care-contact = There is help for this too
    .text =
        Thank you for answering. If a child could be in danger now, please call the emergency number of your country, or use a reporting line that takes anonymous reports.

        If you are afraid of what you might do, or if something has already happened, you can talk about it. On the lines below, people do this every day. Ask them first what stays confidential; with several of them you need not give your name.

        Nothing is reported because of your answer, and nobody here knows who you are. You can go on with the survey or stop here. Both are fine.
