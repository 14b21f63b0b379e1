title = Your view counts too
    .lead = A very short, anonymous survey for people who feel that they need no help.

page-wish = What you would like
    .text = Here, “sexual images of children” means images or videos of a sexual kind that show anyone under 18. You never need to describe any. Every question can be left out.

wish_stop = Would you like to stop looking at sexual images of children?
    .hint = If you have already stopped: choose yes if you want it to stay that way.
    .yes = Yes
    .unsure = I am not sure
    .no = No

help_sought = Have you ever looked for help for yourself because of sexual images of children?
    .hint = If more than one answer fits, choose the first that does.
    .yes_professional = Yes, from a professional, a helpline or a service
    .yes_other = Yes, elsewhere: from someone I know, a website, a book
    .no = No, I have never looked for help

page-why = Your reasons
    .text = No answer is right or wrong here.

no_need_why = Why do you feel that you need no help?
    .do_not_look = I do not look at such images
    .by_chance = I came here by chance or out of curiosity
    .stopped = I have stopped without help
    .in_control = I feel in control
    .no_problem = I do not see a problem in it
    .has_help = I already have help
    .no_trust = I do not trust the help that exists
    .other = Another reason

no_need_words = Is there anything you would like to add?

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

page-close = To finish

what_would_change = What might lead you to look for help one day?
    .anonymous = Being sure that nobody learns who I am
    .rules_known = Knowing beforehand what stays confidential
    .closer_help = Help that is nearer, costs less or is in my language
    .losing_control = Feeling that I am losing control
    .feeling_worse = Feeling worse
    .asked = Being asked to by someone close to me
    .other = Something else
    .nothing = Nothing

honest_answers = Were your answers honest?
    .hint = Choose freely: this changes nothing for you. It only helps to read the answers correctly.
    .yes = Yes
    .mostly = Mostly
    .no = No
