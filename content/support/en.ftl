site-title = Suoja support

skip-to-content = Skip to the content

quick-exit = Leave quickly

quick-exit-hint = Opens a neutral page in this window. This page stays in the history of the browser; Tor Browser forgets its history when you close it.

language-label = Language

review-notice = This text has not yet been read by a native speaker or a clinician.

footer-kept = Nothing is kept here: no form, no cookie, no script. Nobody learns from us that you were here.

footer-crisis = If you think of hurting yourself, the emergency number is there for you, too (112 in the European Union).

footer-talk = Someone to talk to

start-over = Back to the start

images-stay = No image is ever uploaded to us: this site has no way to take one.

images-ask = Please do not send images to others as proof, either. Ask the reporting line first what it needs.

content-note = This page speaks of sexual images. You can leave it out and go to any other.

shown-above = More is said of it further up on this page.

one-country = See the lines of one country only

on-this-page = On this page

entrance-title = You can turn to someone

start-lead = It was not your fault. Nothing is asked of you here, and nothing is kept.

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
    .lead = It is good that you are here. What happened is not your fault, even if you sent something or said yes to something. You do not have to sort this out alone. If you are in danger now, or think of hurting yourself, call the emergency number (112 in the European Union).

step-young-talk = Talk to someone
    .text = The people on these lines talk with young people every day. You can ask first what stays between you and them.

step-young-threat = If someone threatens you
    .text = Do not pay, and send nothing more, even if they promise to stop. Keep their messages and the name of the account, then block them. Tell an adult you trust, or one of the lines below. If you have already paid or sent more, it is still not your fault, and you can stop now. Many young people have been threatened like this; you are not the only one.

step-young-images = If images of you are online, or might be
    .text = Take It Down is a free tool for sexual images of you. It makes a kind of fingerprint of the image on your phone or computer. Only the fingerprint is sent: the image stays with you, and you need not give your name. Services that take part use it to find copies, and can remove them. If you know where an image is, report it to that service, too, or to the reporting line of your country. Someone you trust can help you with it.

step-young-keep = What to keep
    .text = Names of accounts, addresses, days and messages help. A picture of the screen is fine if no sexual image is in it. Do not send such an image to anyone as proof, not even one of yourself: ask first what is needed.

step-young-now = If it is too much, or you are in danger
    .text = Stay near someone you trust if you can. You can call here when you think of hurting yourself, too, and you need not explain why.

page-childhood = Images from when I was a child
    .hint = Whatever your age today.
    .lead = Images of you from before you were 18 can be reported and taken down, however old they are and whatever your age is now. You do not have to look at them, and you do not have to show them to anyone.

step-childhood-tool = If you have the image
    .text = Take It Down makes a fingerprint of it on your own device. The image is not sent. Services that take part use it to find copies, and can remove them.

step-childhood-neither = If you have neither
    .text = You do not have to search. Police and reporting lines keep fingerprints of images that are known, and with them services find further copies without you. A reporting line or a support line can tell you what can be asked about images of you where you live.

step-childhood-report = If you know where it is
    .text = Give the address of the page to a reporting line. It works towards having the image taken down, also in other countries. With many you need not give your name; what we know of each is said beside it. Report what is already online in this way even if you use the tool below.

step-childhood-told = Being told, or not
    .text = In some countries the authorities tell people when images of them are found. It is your decision whether you want that. You can ask a support line how it works where you live, and you can change your mind.

step-childhood-rights = Later, if you wish
    .text = There may be compensation and free legal advice. A support line for victims knows what exists in your country. There is no hurry.

page-adult = Images of me as an adult
    .hint = Shared, or threatened to be.
    .lead = Sharing intimate images of an adult without consent is an offence in many countries. You can act without showing them to anyone. If you were under 18 in them, the page on images from when you were a child is the right one.

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
    .text = Paying seldom ends it. Keep what they wrote and the name of the account, then stop answering and block them. Report the account to its service. If you have paid or sent something already, it is still not your fault, and you can stop now.

step-threat-before = Before anything is posted
    .text = These tools can be used before an image appears. They make a fingerprint of it on your own device, and services that take part can then stop copies. Take It Down is for images from before you were 18, StopNCII for images of you as an adult.

step-threat-tell = Tell someone
    .text = A friend, a support line, the police. They do not need the images to believe you.

step-threat-seen = If someone says that they have seen images of you
    .text = You owe nobody an explanation. You can say: “That was a crime against me, and I do not talk about it with you.” If it is at work or at school, a support line can help you to plan what comes next.

step-threat-much = When it is too much
    .text = A threat can make everything look hopeless. It is not, and you need not bear it alone.

page-helping = I help someone
    .hint = My child, a friend, someone close.
    .lead = What helps most is to believe them, to stay calm, and to let them keep the decisions that are theirs.

step-helping-listen = Listen
    .text = You need no details. “I believe you. It was not your fault. What do you need now?” is enough. Blame and punishment make it harder to go on speaking. Do not promise what you cannot keep, such as telling nobody.

step-helping-threat = If a child is being threatened now
    .text = Stay close. Pay nothing, and send nothing more, neither you nor the child. Keep the messages and the name of the account before it is blocked. The pages for those under 18 and on threats say more; you can read them together.

step-helping-images = Leave the images where they are
    .text = Do not look for them, copy them or send them on as proof: in many countries that is an offence, also for those who mean well. If you know the address of a page, note it and ask a reporting line.

step-helping-you = Help for you, too
    .text = You do not have to carry this alone. Some of these lines advise people who worry about someone; others are for those who were harmed, and some of them also listen to people close to them.

page-professional = I ask for my work
    .hint = Teaching, care, law, social work.
    .lead = You can describe a situation to these services without naming anyone. What you must report depends on your country and your profession.

step-professional-first = First
    .text = Safety now, then the person’s own words, written down as they were said. Ask no leading questions; to find out more is the task of trained people later.

step-professional-images = Images
    .text = Do not ask to see them. Do not open, copy, print or send them, to colleagues either. Set the device aside as it is if your rules allow it, and ask the reporting line or the police what they need.

step-professional-advice = Advice
    .text = Some of these services advise professionals, too; others can say who does so where you work.

page-evidence = Keeping evidence without sending images
    .hint = What to note, what to leave.
    .lead = A reporting line or the police can act on very little. You do not have to collect everything, and you need not look again.

step-evidence-note = What helps
    .text = The address of the page or the name of the account, the name of the service, day and hour, and what was written. You can keep threats and chats as pictures of the screen if no sexual image is in them.

step-evidence-leave = What to leave
    .text = Do not download or pass on sexual images of anyone under 18, not even of yourself and not even as proof, before you have asked a reporting line or the police: in many countries holding them is an offence, also for those who mean well. If such an image of yourself is on your device already, nobody here blames you. Ask a reporting line or a support line what to do with it before you delete it.

step-evidence-ask = Whom to ask
    .text = A reporting line tells you what it needs. With many you can ask without your name; what we know of each is said beside it.

page-hash = What a fingerprint of an image can do
    .hint = And what it cannot.
    .lead = Take It Down and StopNCII do not take your image. Your own device works out a short number from it, a fingerprint, and only that number is sent.

step-hash-does = What it does
    .text = The image cannot be made again from the number. Services that take part compare it with images on their pages, and can remove copies or stop new ones.

step-hash-not = What it does not do
    .text = It does not reach services that do not take part, nor messages that are encrypted from end to end. Only exact copies are found or, with some services, very similar ones, too: a copy that was changed can be missed. Sources differ on whether Take It Down also finds what was posted before. So report such posts to the service or to a reporting line as well.

step-hash-need = What you need
    .text = Take It Down is for images from before you were 18, StopNCII for images of you as an adult. Both work on the device that has the image, in a browser that allows scripts; at its safest level Tor Browser does not. If you are given a number for your request, keep it where only you find it.

page-talk = Someone to talk to
    .hint = Lines and services.
    .lead = You can ask first what stays between you and them. You can stop at any time, and you can call again.

step-talk-harmed = For those who were harmed

step-talk-now = When it is too much

lines-title = Lines by country

lines-lead = Choose where you are. The list is short, and grows as services are checked.

step-lines-danger = In danger now

step-lines-harmed = For those who were harmed

step-lines-young = Under 18

step-lines-crisis = When it is too much

step-lines-report = To report images

step-lines-tools = For images of you, on your own device

step-lines-other = For those who help someone

step-lines-elsewhere = If your country is not here
    .text = These lists name services in many countries.

# Stands above services that are of no one country, where others are folded under the name of theirs.
lines-many = In many countries

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
