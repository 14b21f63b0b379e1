programme-title = Stopping, one step at a time

programme-lead = A programme for adults who look at sexual images of children, or are afraid that they might, and want to stop.

programme-for-title = Who it is for

programme-for = For adults who look, who used to look, or who are afraid of it, whatever their age, their life and their reasons. You need not have decided anything. A doubt is enough.

programme-intrusive = Do thoughts about children come against your will and fill you with horror? Then you may need other help than this programme. A doctor or psychologist can find out with you what they are.

programme-told-title = Nobody is told that you read this

programme-told = No name, no account, no cookie. No page asks what you have seen.

programme-kept-title = Nothing is kept unless you choose it

programme-kept = The ordinary way is to read here and to write on paper. If you prefer, you can keep your answers under a code that only you have, and have them deleted at any time.

programme-what-title = What it is

programme-what = Twelve short modules with exercises, to read on your own and at your own pace: on deciding, on understanding, on changing, and on keeping to it. The texts are our own and rest on methods that are also used in treatment. It does not replace a person, and nobody can promise you that it will work.

programme-next-title = What now?

programme-begin = Begin
    .hint = The first module is short.

programme-urge = An urge is strong right now
    .hint = The first ten minutes, step by step.

programme-return = Come back with a code
    .hint = If you kept answers earlier.

programme-self-check = Where am I?
    .hint = Ten short questions, if you like. No test and no diagnosis.

programme-talk = Rather talk to someone
    .hint = Helplines; several take calls without a name, and some answer at night, too.

programme-under-18 = Are you under 18? This programme is written for adults. There is help made for you, without questions.

programme-someone-else = Is it about someone else, or were you harmed yourself? There are other pages for that.

part-deciding = Deciding
    .lead = Why stop, what it costs, and what you want instead.

part-understanding = Understanding
    .lead = How it comes about, and which thoughts open the door.

part-changing = Changing
    .lead = What to do when an urge comes, what to change about screens, other ways to what you need, and what a recording does to the child in it.

part-keeping = Keeping to it
    .lead = The life that you want, a plan for bad days, and someone to talk to.

contents-title = The twelve modules

contents-lead = The order is a suggestion. You can begin anywhere.

module-number = Module { $current } of { $total }

part-of = Part { $part }

reading-time =
    { $minutes ->
        [one] { $minutes } minute of reading
       *[other] { $minutes } minutes of reading
    }

content-note-label = Before you read

thought-label = A thought and its answer

exercise-paper = On paper: copy the question and write below it. Leave out what you do not want to answer.

box-note = Do not name people; do not describe images.

box-note-long = Please name nobody, no place and no page, and describe no image and nothing that was done. No exercise needs it. What you write may be read by anyone who finds it.

next-module = Next module: { $title }

previous-module = Previous module: { $title }

all-modules = All modules

save-answers = Keep these answers

saved = Your answers are kept under your code.

save-next = Keep them and go on: { $title }

not-saved-yet = Not kept yet. If you leave the page now, what you wrote is gone.

pause-here = Enough for today? Then close this page. Nothing is lost if you wrote on paper.

progress-title = Do you want to keep your answers?

progress-lead = You can change this choice at any time.

progress-paper = No: I read here and write on paper
    .text = The safest way. Nothing is kept here. You decide where the paper lies. Whoever finds it can read it, so name nobody and describe nothing.
    .choose = Write on paper

progress-code = Yes: under a code
    .text = You get a code, shown once. Your answers are locked with it. With the code you can come back from any device and read on.
    .choose = Make me a code

code-can-title = What the code can do

code-can-1 = Bring your answers back, on any device.

code-can-2 = Gather them on summary sheets that you can print.

code-can-3 = Delete everything, at once, whenever you like.

code-cannot-title = What it cannot do

code-cannot-1 = Be replaced. If you lose it, nobody can bring your answers back, not even we.

code-cannot-2 = Protect you from someone who finds it. Whoever has the code can read what you wrote.

code-cannot-3 = Remove the traces of your visit from the device. If others use it, its history may show the page.

code-cannot-4 = Avoid one limit: to lock a page of answers, the server has to read it for a moment. After that it cannot open it without the code.

code-cannot-5 = Reach a person. Nobody reads your answers and nobody replies to them, not even if a child or you are in danger. For that there are the emergency number and the helplines.

code-expiry =
    { $days ->
        [one] If the code is not used for { $days } day, everything under it is deleted.
       *[other] If the code is not used for { $days } days, everything under it is deleted.
    }

code-shown-title = Your code

code-shown-lead = It is shown this one time only. Write it down by hand before you go on.

code-shown-characters = It consists of { $count } letters and digits. Spaces and capital letters do not matter.

code-shown-advice = Do not photograph it and do not send it to yourself. A slip of paper without any further words says nothing to anyone else.

code-shown-continue = I have written it down

code-shown-lost = If you leave this page without having written it down, the code is lost. Then simply make a new one.

resume-title = Come back

resume-lead = Type your code. It never stands in the address of a page.

resume-label = Your code

resume-hint = Words or letters as you wrote them down, with or without spaces.

resume-go = Go on

resume-welcome = Good that you are back.

resume-last = You were last at: { $title }

code-unknown-title = Nothing is kept under this code

code-unknown-text = Perhaps a word or a letter is different. Perhaps the time has run out, or you had it deleted. We cannot see which of these it is.

code-unknown-next = Compare it once more with what you wrote down. If it stays like this, you can begin anew without a code; what you have learnt is not lost.

forget-title = Delete everything

forget-now = Forget me now

forget-ask = Delete everything that is kept under this code? This cannot be undone.

forget-yes = Yes, delete everything

forget-no = No, go back

forgotten-title = Deleted

forgotten-text = Everything that was kept under this code has been deleted. The code no longer opens anything. Nobody can bring the answers back.

forgotten-next = You may tear up the slip of paper. The programme stays open to you, with or without a code.

sheets-title = Your summary sheets

sheets-lead = What you wrote, gathered on three sheets. You can print them or copy them by hand.

sheet-my-path = My path
    .lead = Why I stop, what I want instead, and where I am going.

sheet-my-risk-plan = My plan for dangerous moments
    .lead = How I notice it, what I do, and whom I call.

sheet-my-letter = My letter
    .lead = For a bad night.

sheet-empty = Nothing has been written for this sheet yet.

sheet-keep = Whoever finds the sheet can read it. Put it where only you will look.

crisis-card-title = If someone is in danger: you, or a child

crisis-card-self = If you think of hurting yourself: you do not have to carry this alone. If you might act on it, call the emergency number of your country now, and go to someone. Otherwise talk to someone today. You need not say why you feel this way.

crisis-card-child = If you are about to hurt a child: stop. Leave the place, go to other adults or outside, and call the emergency number or a helpline from there. If the child is too small to be left alone: into another room, shut the door, and call someone who comes at once.

crisis-card-danger = If a child is in danger now, call the emergency number. In the European Union it is 112.

crisis-card-reported = That you are reading this is reported to nobody.

crisis-card-open = Help now

confidentiality-title = What stays between you

confidentiality-lead = Before you tell someone something, you may ask what they will do with it. The rules differ by country, by profession and by what has happened. So: ask first, without giving your name. Then decide.

confidentiality-words-title = Two words that mean different things

confidentiality-words =
    “Anonymous” means that nobody knows who you are, as long as you say nothing that shows it: no name, no address, no employer.

    “Confidential” means that someone knows who you are and keeps it to themselves, within limits that the law draws. Ask about those limits.

confidentiality-limit = Where a child is in danger now, or someone’s life is, secrecy has limits in many places. That is as it should be, and it is better to know it beforehand.

confidentiality-unchecked = What follows was gathered from published sources by people who are not lawyers, and no lawyer has checked it yet. It is about services, not about the law of the country. It is no legal advice. Where we read it, and of when that is, stands beside each service on the pages of help.

confidentiality-ask-title = What to ask first

confidentiality-ask-1 = If someone says that they look at sexual images of children: what do you have to pass on, and to whom?

confidentiality-ask-2 = Is there a difference between what is past and what is still going on?

confidentiality-ask-3 = What changes if there are children in the household, or if a certain child is named?

confidentiality-ask-4 = What do you write down, who can read it, and does an insurer learn of it?

confidentiality-ask-5 = When would you act without my consent, and would you tell me beforehand?

confidentiality-fr-title = France

confidentiality-fr =
    The telephone service STOP is described as confidential. You key in the number of a département and reach a health team there. Part of those who called in its early time did not give their name.

    Whoever worries about a child can call 119. A worry about a child may be passed on from there to child protection.

    With a doctor, a psychologist or a psychiatrist, ask the questions above before you tell anything.

confidentiality-be-title = Belgium

confidentiality-be =
    SéOS, in French, is described as free and anonymous, by phone, e-mail or chat. So is Stop it Now ! Bruxelles; its team says that it may alert the authorities if a child is in imminent danger. An e-mail address can show who you are, so a call or a chat is more anonymous.

    With a doctor, a psychologist or a psychiatrist, ask the questions above before you tell anything.

confidentiality-ch-title = Switzerland

confidentiality-ch =
    DIS NO, in French, is described as anonymous. It is meant for people in Switzerland who have not acted offline. For German there is Beforemore.

    With a doctor, a psychologist or a psychiatrist, ask the questions above before you tell anything. Rules may differ between cantons; ask about that, too.

confidentiality-ca-title = Canada

confidentiality-ca =
    With Talking for Change, in French Parler pour changer, the telephone and the chat are described as anonymous; the therapy that it offers is not.

    Before you begin a therapy, and with any doctor or psychologist, ask the questions above. Rules may differ between provinces and territories; ask about that, too.

confidentiality-elsewhere-title = Elsewhere

confidentiality-elsewhere = We know too little about other countries to say anything reliable. Call a helpline without giving your name and ask the questions above. For questions about what has already happened, there are lawyers; ask them first, too, what stays between you.

confidentiality-here-title = And this programme?

confidentiality-here = It does not know who you are. What you write on paper is with you. What you keep under a code nobody can open without the code. Feedback at the end is sealed for researchers and bears no name; please write none into it. If words in it name a child in danger, the researchers may have to pass those words on.

effect-title = Does it help?

effect-lead = We do not know yet. What is known about programmes of this kind is little, and we would rather say so than make you promises.

effect-trial = To our knowledge, one programme has been compared with a sham programme so far, by lot: Prevent It, from Sweden, with 160 people, published in 2022. It lasted eight weeks, and a therapist replied in writing. In both groups people reported that they looked less afterwards; with the real programme the decrease was somewhat larger. The effect was small. All figures are what people said of themselves.

effect-others = Other programmes were studied without such a comparison, or with very few people. In one study, eight people who had used a self-help site were asked. They felt that it had helped them; some found it hard to find their way in it or hard to bear, and better with a professional at their side. For a German treatment programme, two researchers later calculated that an effect of its own had not been shown. Further trials are under way.

effect-ours = This programme has not been tested at all. It has been put together from methods that have been studied for other habits. Whether they work here and in this form is open. If it does you no good, that says something about the programme and nothing about you.

effect-worse = Reading can also make something worse: mood, sleep, urges. If that happens, stop, and talk to someone. We ask about it at the end, because we have to know.

professional-title = For professionals

professional-lead = For people who treat, counsel or refer, and want to decide whether to recommend this programme.

professional-what-title = What it is

professional-what = A self-help programme for adults in twelve modules, in English and French. By our estimate, reading takes five to six minutes a module and the exercises at least as long. It can be used on paper only. It asks for no history of acts and no description of material. It is anonymous and unguided: nobody sees or answers what is written.

professional-status-title = Where it stands

professional-status = The review status of each module is published with it. As long as a module says so, it has been read neither by a clinician nor by a native speaker. Efficacy has not been examined. The self-check is not a validated instrument; its borders are arbitrary, and it must not be used to assess risk.

professional-methods-title = On what it rests

professional-methods =
    Deciding: motivational interviewing (ambivalence, importance and confidence rulers; Miller & Rollnick 2023), costs and gains, and goals in the sense of the Good Lives Model (Ward & Brown 2004).

    Understanding: the chain of situation, feeling, thought and seemingly irrelevant decisions from relapse prevention (Marlatt & Gordon 1985); cognitive restructuring (Beck 2020), in which every excusing thought stands only beside its answer.

    Changing: delay and distance, urge surfing (Bowen & Marlatt 2009), stimulus control and behavioural activation (Beck 2020), implementation intentions (Gollwitzer 1999), sleep, and needs met in other ways; facts about the consequences for the person recorded (Canadian Centre for Child Protection 2017), without any perspective-taking in the first person.

    Keeping to it: values and committed action (Hayes et al. 2012), the difference between lapse and relapse and a coping plan (Marlatt & Gordon 1985), a letter to oneself, and first steps to disclosure and treatment.

professional-use-title = Possible use

professional-use = As a bridge while waiting, between sessions, or where no specialised treatment can be reached. Work through the modules on urges and lapses first if urges are strong. Ask for the risk plan and go through it together. Ask about unwanted effects.

professional-not-title = When it is not enough

professional-not = With acute suicidality, with current or imminent contact with a child, with psychosis, severe depression or intoxication, or when someone cannot read without growing urges. Then personal treatment comes first and, where a child is in danger, the duties of your country. During criminal proceedings, legal advice comes first. With intrusive, ego-dystonic thoughts and no interest behind them, think of obsessive-compulsive disorder: this programme is then not the right one and could do harm.

professional-duty = What you must report, or may, depends on your country and your profession. This programme cannot answer that. Tell people before they tell you.

professional-feedback = Feedback by people who have finished shows only those who stayed. It is published with the number who answered, and never as a success rate.

professional-references-title = References

professional-references-note = Listed are the works from which principles were taken and the studies on which statements about effect rest. No text was taken from any of them.

reference-1 = Beck, J. S. (2020). Cognitive Behavior Therapy: Basics and Beyond (3rd ed.). Guilford Press.

reference-2 = Bowen, S., & Marlatt, A. (2009). Surfing the urge: brief mindfulness-based intervention for college student smokers. Psychology of Addictive Behaviors, 23(4), 666–671. (No difference in urges; fewer cigarettes over seven days.)

reference-3 = Canadian Centre for Child Protection (2017). Survivors’ Survey.

reference-4 = Gollwitzer, P. M. (1999). Implementation intentions: strong effects of simple plans. American Psychologist, 54(7), 493–503.

reference-5 = Hayes, S. C., Strosahl, K. D., & Wilson, K. G. (2012). Acceptance and Commitment Therapy: The Process and Practice of Mindful Change (2nd ed.). Guilford Press.

reference-6 = Insoll, T., Ovaska, A. K., Nurmi, J., Aaltonen, M., & Vaaranen-Valkonen, N. (2022). Risk Factors for Child Sexual Abuse Material Users Contacting Children Online. Journal of Online Trust and Safety, 1(2).

reference-7 = Insoll, T., Soloveva, V., Díaz Bethencourt, E., Ovaska, A. K., Nurmi, J., Paju, A., Aaltonen, M., & Vaaranen-Valkonen, N. (2024). Factors Associated with Help-Seeking Among Online Child Sexual Abuse Material Offenders. Journal of Online Trust and Safety, 2(4).

reference-8 = Lätth, J., Landgren, V., McMahan, A., Sparre, C., Eriksson, J., Malki, K., Söderquist, E., Öberg, K. G., Rozental, A., Andersson, G., Kaldo, V., Långström, N., & Rahm, C. (2022). Effects of internet-delivered cognitive behavioral therapy on use of child sexual abuse material: A randomized placebo-controlled trial on the Darknet. Internet Interventions, 30, 100590.

reference-9 = Marlatt, G. A., & Gordon, J. R. (Eds.) (1985). Relapse Prevention: Maintenance Strategies in the Treatment of Addictive Behaviors. Guilford Press.

reference-10 = Miller, W. R., & Rollnick, S. (2023). Motivational Interviewing: Helping People Change and Grow (4th ed.). Guilford Press.

reference-11 = Mokros, A., & Banse, R. (2019). The “Dunkelfeld” Project for Self-Identified Pedophiles: A Reappraisal of its Effectiveness. Journal of Sexual Medicine, 16(5), 609–613.

reference-12 = Ward, T., & Brown, M. (2004). The good lives model and conceptual issues in offender rehabilitation. Psychology, Crime & Law, 10(3), 243–257.

reference-13 = Wefers, S., Bailey, A., Rasooli, N., Findlater, D., & Allen, L. (2024). Acceptability of a Self-Help Programme to Address the Use of Indecent Images of Children. Sexual Offending: Theory, Research, and Prevention, 19, e11159.

self-check-title = Where am I?

self-check-lead = Ten short questions about the past month, if you like. They are no test and no diagnosis: we wrote them ourselves, and nobody has examined what they measure. They are there to suggest a next step. Your answers are not kept.

self-check-result-title = A suggestion

self-check-few = You have left several questions out. That is fine; only, there is no suggestion then.
    .next = Begin with the first module, or with the one on urges if something presses now.

self-check-begin = A good moment to begin
    .text = By your answers, there was more calm than storm in the past month. That does not mean that everything is well: one time is one time too many for the child, and quiet times can turn. It means that you have room now to think and to plan.
    .next = Next step: the first module, and then the plan for dangerous moments while it is calm.

self-check-room = It takes up room in your life
    .text = By your answers, this takes a good deal from you: time, sleep, peace. You need not have hit the bottom in order to change something.
    .next = Next step: the module on urges today, the first module tomorrow. And think of one person or one line that you could call this week.

self-check-together = Not on your own
    .text = By your answers, you carry a great deal at the moment. A programme that you read by yourself is not enough for that, and this is no verdict on you. With a person at your side it becomes more bearable.
    .next = Next step: a helpline, today if you can; with several of them you need not give your name. Then the module on urges.

self-check-always = Whatever came out: if you think of hurting yourself, or fear for a child, that comes first. Help is one step away.

feedback-title = What was it like?

feedback-lead = Six questions, all optional. They are sealed when you send them, bear no name and cannot be found again. Tell us above all what did not help, or made something worse. Nobody can reply or act on them. One exception: if you write words that name a child in danger, the researchers may have to pass those words on.

feedback-begin = Answer the questions

offline-note = This edition contains the whole programme in one file and works without a connection. It keeps nothing and sends nothing. The file is on your device then: whoever uses it can see it. Helplines may have changed since; the date of this edition is { $date }.

workbook-title = Workbook

workbook-note = For paper and pen. Each module has its text and room to write. Name nobody, describe nothing, and keep the pages where only you will look. You can tear out the page for the first ten minutes and put it where you need it.

workbook-edition = Edition of { $date }

workbook-cover = A programme in twelve modules, for paper and pen. You work through it on your own, at your own pace, and you need not give a name.

workbook-cover-inside = What it is about stands inside: the cover tells nobody.

workbook-keep-title = How to use it, and where to keep it

workbook-write = Write below the questions. Leave out what you do not want to answer; nobody checks it.

workbook-footer = In danger now: 112 in the European Union, elsewhere the emergency number of your country. Help: page { $page }

edition-told = It asks for no name, it sends nothing to anyone, and no exercise asks what you have seen.

edition-contents = Contents

edition-to-contents = To the contents

edition-to-text = Skip to the text

edition-page = page { $page }

edition-unreviewed-some = Modules not yet read by a native speaker and by a clinician: { $count } of { $total }. Each of them says so.

edition-help-title = Where to turn

edition-help-lead = Numbers and hours change, and this page cannot know it. Beside each line it says whether we have checked it, where we read of it, and of when that is.

edition-help-danger-title = If a child is in danger now

edition-help-crisis-title = If you think of hurting yourself

edition-help-self-title = To talk about looking, or the fear of it

edition-help-self = On these lines, people talk about this every day. Ask first what they have to pass on; you need not give your name to ask.

edition-help-youth-title = If you are under 18

edition-care = If such thoughts are there, help comes first, before you read on. You need not say why you feel this way.

thought-says = The thought

thought-answer = The answer

fill-any = Tick whatever fits.

fill-one = Tick one answer.

fill-scale = Circle a number.

sheets-paper = Three sheets to fill in and to keep at hand. Write on them, in short, what you found in the modules. Leave out what does not fit.

tear-out-note = You can tear this page out. On its back there is room for numbers and for a sentence of your own.

tear-out-back-title = For the next time

tear-out-numbers = Numbers that I call
    .lead = A number is enough. You know whose it is.

tear-out-sentence = My sentence: if …, then I …

review-notice = This text has not yet been read by a native speaker or a clinician.

review-notice-module = This module has not yet been read by a native speaker or a clinician. If something in it does you no good, leave it out.

review-done-clinician = Read by a clinician: { $by }, { $date }

review-done-native = Read by a native speaker: { $by }, { $date }

error-code-empty = Please type your code, or read on without one.

error-code-form = This does not look like a code. Please compare it with what you wrote down.

error-too-many-tries = Too many tries in a short time. Over Tor it need not have been you. Please wait a few minutes. Meanwhile you can read everything without a code.

error-not-kept = This could not be kept just now. What you typed is still here. Please copy what matters onto paper, and try again in a minute.

error-kept-elsewhere = These answers were changed in another window. What stands here has not been kept yet. If you keep it now, it takes the place of the other. To see the other first, open the module again.

error-no-code = To keep answers you need a code first. What you typed is still here.

error-no-module = There is no such module. All modules are on the overview.

error-not-deleted = Deleting did not work just now, and nothing was deleted. Please try again in a minute. If it goes on like this, everything is deleted when the time of the code runs out.
