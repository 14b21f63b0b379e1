# One sentence on why, one way out. Never “your search”: the page speaks of searches in general, and the
# words are never named.
page-about = This page stands in place of results because some words in a search can lead to sexual images of children. The same words can also be harmless: if you were looking for something else, you can simply go back.

# Exact on purpose. Keep “from us” and the subject “it” (this page): nothing is promised for anyone else.
page-anonymous = Nobody learns from us that you have seen this page. It keeps only totals: how often each message was shown, and how often a link was chosen from it. It keeps no word of a search and nothing about you.

# The arms. Each has a title of at most 60 characters, a message and one sentence that leads to help.
# All but the neutral one name “sexual images” once and are about equally long, in every language, so
# that what they say is compared and not how much. The two arms of a frame open alike where they can.
#
# “Sexual images of children” means images and videos. Never “child pornography”. Speak of people in
# general, not of what the reader has done: some come here by mistake, some were harmed themselves.

arm-neutral = Help and information
    .text = Here you will find helplines, an anonymous survey and a link back to the search.
    .call = The help page shows whom you can talk or write to.

# “Has no say” is true of every such image, however it was made. Survivors: almost 70 % of 150 adults
# worried about being recognised (Canadian Centre for Child Protection, Survivors’ Survey, 2017).
arm-harm-plain = There is a child in the image
    .text = A child shown in a sexual image has no say in who looks at it. Many survivors say that, as adults, they still worry about being recognised.
    .call = If you would like to stop, you can talk or write to someone about it.

arm-harm-hopeful = Choosing not to look respects a child
    .text = A child shown in a sexual image has no say in who looks at it. Choosing not to look is a way of respecting that child, and it can begin at any time.
    .call = If you would like help with that, you can talk or write to someone.

# A fact, not a threat: no penalty, no police, no consequence. “Most countries”: 140 of 196 punish keeping
# such images for oneself (ICMEC, Model Legislation, 9th edition, 2018). Viewing was not counted there by
# itself, so both verbs stay.
arm-law-plain = What the law says
    .text = In most countries, it is an offence to view or keep sexual images of children. That an image is online does not make it lawful to look at it.
    .call = If this worries you, you can talk or write to someone about it.

# The call is part of the promise: in some countries some professionals must report what they are told.
arm-law-hopeful = The law does not forbid asking for help
    .text = In most countries, it is an offence to view or keep sexual images of children. Asking for help to stop is no offence, and others have taken that step before.
    .call = You can ask a service about its rules first, then choose what you say.

# That many had tried to stop: 62 % of respondents (Protect Children, 2023).
arm-control-plain = When it is hard to stop
    .text = Looking at sexual images of children can become hard to stop. Many of those who answered an anonymous survey said that they had already tried.
    .call = You need not manage it alone: you can talk or write to someone.

# 48 % of 11,470 (Nurmi et al. 2024). They wanted to stop; how many did is not known.
arm-control-hopeful = You can decide what comes next
    .text = Looking at sexual images of children is something that can change. About half of those who answered an anonymous survey said that they wanted to stop.
    .call = If you would like to take a step, you can talk or write to someone.

# Guilt, shame and anxiety went together with seeking help (Nurmi et al. 2024).
arm-distress-plain = Looking can weigh on you
    .text = Looking at sexual images of children can weigh on the person who looks. Some speak of guilt, shame or anxiety, and it can be hard to tell anyone.
    .call = If it weighs on you, you can talk or write to someone who is there to listen.

# No relief is promised, only that others asked: 13.8 % of 4,493 had sought help (Insoll et al. 2024).
arm-distress-hopeful = You can talk about it
    .text = Looking at sexual images of children can weigh on the person who looks. It need not be carried in silence: others have found words for it and asked for help.
    .call = You, too, can talk or write to someone, in your own words.

link-help = Talk or write to someone: helplines

link-programme = Stop step by step: a self-help programme

link-survey = Answer a short anonymous survey

link-harmed = I was harmed

link-youth = I am under 18

# Shown without a click, with the text below: it is also for whoever might hurt themselves.
danger-title = A child is in danger now

danger-text = Please call the emergency number of your country. In the European Union it is 112. For what you have seen online, there are reporting lines that take anonymous reports. The emergency number is there for you, too, if you think that you might hurt yourself.

# Leads to the search engine’s first page, not to the results.
link-back = I was looking for something else: back to the search engine

site-title = Suoja

lines-title = Someone to talk to

skip-to-content = Skip to the content

review-notice = This text has not yet been read by a native speaker or a clinician.
