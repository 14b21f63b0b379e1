site-title = Suoja

skip-to-content = Skip to the content

quick-exit = Leave quickly

quick-exit-hint = Opens a neutral page in this window. This page stays in the history of the browser; Tor Browser forgets its history when you close it.

language-label = Language

review-notice = This text has not yet been read by a native speaker or a clinician.

simulated-notice = This is a demonstration: the organisation is invented and the answers in it are simulated. Please do not send a real answer that you want counted.

languages-title = Choose a language

languages-lead = These pages can be read in the languages below.

entrance-title = You can come in without a name

entrance-lead = Whatever brings you here, nobody will ask who you are. You will find help and, if you like, a short anonymous survey. These pages are about sexual images of children, that is, images or videos.

entrance-question = What brings you here?

who-me = It is about me
    .hint = I look for sexual images of children, or used to, or am afraid that I might.

who-other = It is about someone else
    .hint = I am worried about someone I know.

who-harmed = I was harmed
    .hint = When I was a child, or because images of me exist.

who-professional = I am here for my work
    .hint = I care for people, advise, teach or do research.

danger-title = Is a child in danger now?

danger-text = Please call the emergency number of your country. In the European Union it is 112. For what you have seen online, there are reporting lines that take anonymous reports.

danger-limit = An answer given on these pages is anonymous. Nobody can act on it, not even to protect a child.

age-title = Your age

age-question = Are you 18 or older?

age-under-18 = I am under 18

age-adult = I am 18 or older

age-why = The survey is for adults only. If you are under 18, there is help made for you, without questions. What you choose here is not kept.

notice-title = Before you begin

notice-kept-title = What is kept

notice-kept-1 = Your answers. Each page is sealed when you send it, with a random number that joins your pages, so that only the researchers can open it.

notice-kept-2 = The language you read in.

notice-kept-3 = The week, but neither the day nor the hour.

notice-kept-4 = Nothing else about you.

notice-not-kept-title = What is not kept

notice-not-kept-1 = Your internet address is not kept, nor anything about your browser or your device.

notice-not-kept-2 = What you searched for is not kept, nor the page you came from.

notice-not-kept-3 = No exact time is kept.

notice-not-kept-4 = There is no cookie and no account.

notice-not-kept-5 = One limit: to seal a page of answers, the server has to read it for a moment. After that it can no longer open it.

notice-final-title = Once you have finished

notice-final-1 = Nobody can find your answers again, and neither can we.

notice-final-2 = So they cannot be withdrawn.

notice-final-3 = And nobody can act on them or reply to you.

notice-final-4 = One exception: if you write words that name a child in danger, the researchers may have to pass those words on.

notice-skip = Every question can be left out. You can stop whenever you like; what you have sent by then stays kept.

notice-back = To go back, use the Back button in the form, not the one of the browser. Reloading a page does no harm.

notice-open-time = A page left open for more than an hour may have to be begun again. What you had sent before stays kept.

start-title = Where would you like to start?

start-programme = A self-help programme
    .lead = Twelve short modules for people who want to stop, to read alone. You can leave the surveys out.

start-hint = Both surveys are short. Take the one that is closer to how you see things today.

progress = Page { $current } of { $total }

optional-note = Every question is optional.

choose-one = Choose one answer.

choose-any = Choose all that apply.

scale-hint = From { $low } to { $high }.

number-hint = A whole number from { $min } to { $max }.

text-hint = At most { $max } characters. Please give no names, no places and no description of images. Anything that looks like a link or an address is removed before saving.

refused = I prefer not to say

dont-know = I don’t know

back = Back

next = Next

finish = Finish

stop = Stop here

text-sealed = What you wrote here was sealed when you sent it and cannot be shown again. Leave the box empty to keep it, or write to replace it.

back-advice = To go back, use the Back button on this page, not the one of the browser.

back-loses-words = Words that you typed here and have not sent are lost when you go back.

already-saved = This page was saved before. To change an answer, use Back in the form.

errors-title =
    { $count ->
        [one] One answer needs a second look
       *[other] { $count } answers need a second look
    }

error-number-range = Please give a number from { $min } to { $max }, or leave the box empty.

error-not-a-number = Please write a whole number in digits, or leave the box empty.

error-text-too-long =
    { $over ->
        [one] This text is one character too long. The limit is { $max } characters.
       *[other] This text is { $over } characters too long. The limit is { $max } characters.
    }

error-text-characters = This text has characters that cannot be saved. Please use letters, digits and ordinary punctuation.

error-exclusive = “{ $option }” does not go with other answers. Please choose either it or the others.

error-option-unknown = One of the answers sent is not among those of this question. Please choose again.

error-too-many-options = More answers were sent than this question takes. Please choose again.

error-storage = This page could not be saved just now, and nothing of it was kept. What you typed is still here. Please try again in a minute.

problem-expired = This page was open for too long
    .text = A page of the form can be used for about an hour. Nothing of this page was kept. What you had sent before stays kept.
    .next = You can begin again from the start, or leave it here. Both are fine.

problem-state = Part of the form did not arrive
    .text = A hidden part of the form was changed or is incomplete, so the page could not be read. Nothing of this page was kept.
    .next = Please begin again from the start. What you had sent before stays kept.

problem-too-large = That was too much at once
    .text = More was sent than a page of this form can hold. Nothing of it was kept.
    .next = Please begin again from the start and write less in the text boxes.

problem-wrong-type = This is not how the form sends its pages
    .text = What was sent does not come in the shape that this site reads. Nothing of it was kept.
    .next = Please open the form from the start in an ordinary browser and send it from there.

problem-unreadable = The page could not be read
    .text = Something was damaged on the way. Nothing of this page was kept.
    .next = Please begin again from the start. What you had sent before stays kept.

problem-not-found = There is no page here
    .text = The address may be incomplete, or the page no longer exists.
    .next = Please go to the start. Help is one step from there.

problem-language = Not in this language
    .text = This page does not exist in the language of the address.
    .next = Please choose one of the languages below.

problem-country = No page for this country
    .text = We know of no lines of its own for the country of the address.
    .next = The help page lists lines that answer from anywhere.

problem-method = This page cannot be opened in this way
    .text = It belongs to the form and can only be reached through it.
    .next = Please begin from the start.

problem-too-many = A little too fast
    .text = Many pages were asked for within a short time. Over Tor, other people may share your path, so it need not have been you. Nothing of this page was kept.
    .next = Please wait a minute and try again.

problem-busy = The site is very busy just now
    .text = The site cannot take this page at the moment. Nothing of it was kept.
    .next = Please try again in a few minutes. If you need help now, do not wait for this site: call a helpline.

problem-internal = Something went wrong on our side
    .text = It was not your doing. This page may not have been saved.
    .next = Please try again in a few minutes. Sending a page twice does no harm.

care-continue = Go on with the survey

care-stop = Stop here

done-title = Thank you

done-text = Your answers are sealed and kept. They can no longer be found or changed. Questions like these can stir things up; take the time you need.

done-next = If you would like help, or only want to see what exists, the help page is one step away.

stopped-title = You have stopped here

stopped-text = What you sent is kept. Thank you. Nothing more is expected of you.

help-title = Help

help-lead = These services are run by others, not by us. Each has its own rules on what it keeps and what it must pass on. You can ask about them first, before you say anything about yourself.

help-self-title = If it is about you

help-self-text = In surveys that others have run, about half of those who answered wanted to stop. You are not the only one, and with several of these services you need not give your name. Research on such help is still young, and nobody can promise that it will work for you. It can be a beginning.

help-programme = Stop step by step: the self-help programme

help-other-title = If you are worried about someone

help-other-text = You need no proof to ask for advice, and you do not have to handle this alone. If a child is in danger now, call the emergency number. Do not look for images, copy them or pass them on as proof: in many countries that is an offence too. A reporting line will tell you what to do.

help-harmed-title = If you were harmed

help-harmed-text =
    It was not your fault. Nobody here will ask you anything, and you can take all the time you need.

    If there are images of you, much can be done without showing them to anyone. Two free tools work out a kind of fingerprint on your own device; the image itself is not sent. Take It Down is for images made before you were 18, whatever your age today. StopNCII is for images of you as an adult. They work with the online services that take part.

    To have images taken down elsewhere, you can turn to the reporting line of your country, listed by INHOPE. Please do not send the images on as proof: first ask the reporting line what it needs.

help-professional-title = If you are here for your work

help-professional-text = Some of these services also advise professionals, and you can describe a situation without naming anyone. What you must report depends on your country and your profession. The survey is for the people it is about: please do not fill it in to try it out.

youth-title = It is good that you are here

youth-text =
    There is no survey for you here, only help. Perhaps you saw something, or looked for something. Perhaps someone hurt you, asks you for images or threatens you with images of you. You can talk about all of it, even if it was long ago.

    The people on these lines talk with young people every day. You can ask them first what stays between you and them. If someone threatens you, do not pay and send nothing more. If you are in danger now, call the emergency number.

crisis-title = If it is too much right now

crisis-text = If you think that you might hurt yourself, call the emergency number of your country now. If you can, stay near someone you trust. These lines listen to anyone, and you need not say why you feel this way.

help-youth-title = If you are under 18

help-youth-text = The people on these lines talk with young people every day. You can ask them first what stays between you and them.

help-countries-title = Help by country

help-countries-lead = Choose the country you are in. Each page also lists the lines that answer from anywhere.

help-countries-none = Your country is not listed? The lines that answer from anywhere are here:

help-country-title = Help: { $country }

footer-help = Help and helplines

footer-danger = Is a child in danger now? Call the emergency number of your country (112 in the European Union).

footer-about = Anonymous: this page sets no cookie and runs no script.

start-over = Back to the start
