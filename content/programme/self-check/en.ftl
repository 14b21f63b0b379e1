title = Where am I?
    .lead = Ten short questions about the past month. This is no test and no diagnosis. Nothing is reported, and each question can be left out.

page-month = The past month
    .text = “Looking” means looking at sexual images of children. From 0 to 3, as it comes.

sc_looked = How often did you look?
    .low = Not at all
    .high = On most days

sc_urge = How strong were the urges, or the fear that you might look?
    .low = Hardly there
    .high = Hard to bear

sc_against_will = How often did you look although you had meant not to?
    .low = Never
    .high = Nearly every time

sc_talked_into = How often did you catch yourself excusing it?
    .low = Never
    .high = Very often

page-life = Your life
    .text = Still about the past month.

sc_sleep_time = How much sleep and time did it take from you?
    .low = None
    .high = A great deal

sc_people_work = How much did people, work or studies suffer?
    .low = Not at all
    .high = Very much

sc_mood = How much were you weighed down by shame, fear or low mood?
    .low = Not at all
    .high = More than I can bear

sc_secret = How alone are you with it?
    .low = Someone knows and helps
    .high = Completely alone

page-safety = Two more, for safety
    .text = These two are not counted. If you choose more than 0, help is shown first. Nothing is reported.

sc_fear_for_child = How much are you afraid that you might do something to a child?
    .hint = A fear is not an act, and it is right to ask for help because of it.
    .low = Not at all
    .high = Very much

sc_self_harm = How often have you thought of hurting yourself or of ending your life?
    .low = Never
    .high = Every day

care-self_harm = First of all, you
    .text =
        You think of hurting yourself or of ending your life. That comes before everything else. Such thoughts weigh heavily, and they can pass.

        If you might act on them, call the emergency number of your country now, and go to someone if you can. If it is less urgent, talk to someone today. The lines below are there for this, and you need not say why you feel this way.

        Nothing is reported because of your answer, and nobody here knows who you are.

care-fear_for_child = It is right that you say so
    .text =
        To be afraid of what you might do is a reason to ask for help today, and a good one. On the lines below, people talk about exactly this. With several of them you need not give your name; ask first what they have to pass on.

        Until then: be with children only when other adults are there. If you notice that it is becoming too much, leave the place at once and call. If a child is in danger now, call the emergency number.

        Some people are afraid of this although they do not want it at all, because thoughts force themselves on them. That, too, is something a professional can help with.

        Nothing is reported because of your answer, and nobody here knows who you are.
