site-title = Suoja support

skip-to-content = Skip to the content

quick-exit = Leave quickly

quick-exit-hint = Opens a neutral page in this window. This page stays in the history of the browser; Tor Browser forgets its history when you close it.

language-label = Language

languages-title = Choose a language

review-notice = This text has not yet been read by a native speaker or a clinician.

footer-kept = Nothing is kept here: no form, no cookie, no script. Nobody learns from us that you were here.

footer-crisis = If you think of hurting yourself, the emergency number is there for you, too (112 in the European Union).

footer-talk = Someone to talk to

start-over = Back to the start

images-stay = No image is ever sent to this site. It has no way to take one.

content-note = This page speaks of sexual images. You can leave it out and go to any other.

entrance-title = You can turn to someone

entrance-lead = If someone harmed you when you were a child, or if sexual images of you exist: it was not your fault. Here are ways to find help and to have images taken down. Nothing is asked of you, and nothing is kept. Take what you need and leave the rest.

entrance-ways = Where would you like to begin?

page-danger = Danger now
    .hint = For me or for a child.
    .lead = If you or a child are in danger now, call the emergency number. You can say in one sentence where you are and that you need help.

step-danger-call = Call now
    .text = An emergency call is not anonymous. You need no proof.

step-danger-self = If you might hurt yourself
    .text = Stay near someone you trust if you can. These lines listen to anyone, and you need not say why.

page-young = I am under 18
    .hint = Help made for you.
    .lead = It is good that you are here. What happened is not your fault, even if you sent something or agreed to something. You can get help, and you can decide what you tell.

step-young-talk = Talk to someone
    .text = The people on these lines talk with young people every day. You can ask first what stays between you and them.

step-young-threat = If someone threatens you
    .text = Do not pay and send nothing more, even if they promise to stop. Keep their messages. Tell an adult you trust, or one of the lines above. Many young people have been threatened like this; you are not the only one.

step-young-images = If images of you are online
    .text = With Take It Down you can ask services that take part to find and remove images of you, free and without your name. The image stays on your phone or computer; only a kind of fingerprint of it is sent.

page-childhood = Images from when I was a child
    .hint = Whatever your age today.
    .lead = Images of you from before you were 18 can be reported and taken down, however old they are and whatever your age is now. You do not have to look at them, and you do not have to show them to anyone.

step-childhood-tool = If you have the image
    .text = Take It Down makes a fingerprint of it on your own device. The image is not sent. Services that take part look for the fingerprint on their pages.

step-childhood-report = If you know where it is
    .text = Give the address of the page to a reporting line. It works towards having the image taken down, also in other countries. You can report without your name. Report posts that are already online in this way even if you use the tool above.

step-childhood-told = Being told, or not
    .text = In some countries the authorities tell people when images of them are found. It is your decision whether you want that. You can ask a support line how it works where you live, and you can change your mind.

step-childhood-rights = Later, if you wish
    .text = There may be compensation and free legal advice. A support line for victims knows what exists in your country. There is no hurry.

page-adult = Images of me as an adult
    .hint = Shared, or threatened to be.
    .lead = Sharing intimate images of an adult without consent is an offence in many countries. You can act without showing them to anyone.

step-adult-tool = If you have the image
    .text = StopNCII makes a fingerprint of it on your own device. The image is not sent. Services that take part look for the fingerprint and can block copies.

step-adult-service = If it is online already
    .text = Report the post to the service on which it stands; most have a form for images shared without consent. Note the address and the day before it goes.

step-adult-law = If you want to go further
    .text = You can go to the police, with someone beside you if you like. A support line can tell you first what to expect.

page-threat = Threatened, or recognised
    .hint = Someone uses images against me, or has seen them.
    .lead = Someone who threatens you with images wants you to feel alone. You are not. Many people are threatened like this, and there are ways out.

step-threat-stop = Do not pay, send nothing more
    .text = Paying seldom ends it. Stop answering once you have kept what they wrote; then block them.

step-threat-tell = Tell someone
    .text = A friend, a support line, the police. They do not need the images to believe you.

step-threat-seen = If someone says that they have seen images of you
    .text = You owe nobody an explanation. You can say: “That was a crime against me, and I do not talk about it with you.” If it is at work or at school, a support line can help you to plan what comes next.

page-helping = I help someone
    .hint = My child, a friend, someone close.
    .lead = What helps most is to believe them, to stay calm, and to let them keep the decisions that are theirs.

step-helping-listen = Listen
    .text = You need no details. “I believe you. It was not your fault. What do you need now?” is enough. Do not promise what you cannot keep, such as telling nobody.

step-helping-images = Leave the images where they are
    .text = Do not look for them, copy them or send them on as proof: in many countries that is an offence, also for those who mean well. Note the address of a page and ask a reporting line.

step-helping-you = Help for you, too
    .text = You do not have to carry this alone. These lines advise people who worry about someone.

page-professional = I ask for my work
    .hint = Teaching, care, law, social work.
    .lead = You can describe a situation to these services without naming anyone. What you must report depends on your country and your profession.

step-professional-first = First
    .text = Safety now, then the person's own words, written down as they were said. Ask no leading questions; that is the task of trained people later.

step-professional-images = Images
    .text = Do not open, copy, print or send them. Secure the device as it is, if your rules allow it, and ask the reporting line or the police what they need.

step-professional-advice = Advice
    .text = These services advise professionals, too.

page-evidence = Keeping evidence without sending images
    .hint = What to note, what to leave.
    .lead = A reporting line or the police can act on very little. You do not have to collect everything, and you need not look again.

step-evidence-note = What helps
    .text = The address of the page or the name of the account, the name of the service, day and hour, and what was written. You can photograph messages on the screen if no image of abuse is in the picture.

step-evidence-leave = What to leave
    .text = Do not download or pass on sexual images of anyone under 18, not even of yourself and not even as proof, before you have asked a reporting line or the police: in many countries holding them is an offence. If you have such an image of yourself on your device already, ask a support line before you delete it.

step-evidence-ask = Whom to ask
    .text = A reporting line tells you what it needs, and you can ask without your name.

page-hash = What a fingerprint of an image can do
    .hint = And what it cannot.
    .lead = Take It Down and StopNCII do not take your image. Your own device works out a short number from it, a fingerprint, and only that number is sent.

step-hash-does = What it does
    .text = The image cannot be made again from the number. Services that take part compare it with what is on their pages or is newly put there, and can remove copies.

step-hash-not = What it does not do
    .text = It does not reach services that do not take part, nor messages that are encrypted from end to end. A copy that was changed may not be found. Sources differ on whether Take It Down also finds what was posted before: report such posts to the service or to a reporting line as well.

step-hash-need = What you need
    .text = Both tools work in an ordinary browser with scripts allowed, on the device that has the image. They give you a number with which you can follow your request; keep it where only you find it.

page-talk = Someone to talk to
    .hint = Lines and services.
    .lead = You can ask first what stays between you and them. You can stop at any time, and you can call again.

step-talk-harmed = For those who were harmed

step-talk-now = When it is too much

lines-title = Lines by country

lines-lead = Choose where you are. The list is short, and grows as services are checked.

lines-danger = In danger now

lines-harmed = For those who were harmed

lines-young = Under 18

lines-crisis = When it is too much

lines-report = To report images

lines-other = For those who help someone

more-title = Perhaps also

problem-not-found = There is no page here
    .text = The address may be incomplete. Everything can be found from the start.

problem-language = Not in this language
    .text = This page does not exist in the language of the address. Please choose one of these.

problem-method = This page can only be read
    .text = Nothing can be sent to this site.

problem-too-many = A little too fast
    .text = Many pages were asked for within a short time. Over Tor, other people may share your path, so it need not have been you. Please wait a minute. If you need help now, call a line.

problem-internal = Something went wrong on our side
    .text = It was not your doing. Please try again in a few minutes.
