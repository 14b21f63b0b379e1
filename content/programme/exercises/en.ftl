title = The exercises
    .lead = The questions of the twelve modules. Every one can be left out. Name nobody and describe no image; it is never needed.

page-why-stop = Why stop

ruler_important = How important is it to you today to stop, or not to begin?
    .hint = The first number that comes is good enough.
    .low = Not important at all
    .high = More important than anything else

ruler_confident = How sure are you today that you can do it?
    .hint = A low number is no bad sign. It shows where to look for support.
    .low = Not sure at all
    .high = Completely sure

ruler_why = Why is the number for “important” not lower?
    .hint = A few words are enough.

reasons = What speaks for stopping?
    .child = There is a child in every recording
    .self_respect = I want to be able to look at myself in the mirror
    .family = People who rely on me
    .nothing_to_hide = I want to have nothing to hide
    .sleep = I want to sleep and have peace of mind
    .law = I do not want to break the law
    .closeness = I want to be close to someone again
    .time = I want my time back
    .other = Another reason
    .none_yet = None of these yet

page-costs = What it costs me and others

costs = What does it cost you?
    .sleep = Sleep
    .hours = Hours, whole evenings
    .attention = Attention at work or in my studies
    .lies = I have to lie or to hide things
    .closeness = Closeness to people I like
    .pleasure = Joy in other things
    .trust = Trust in my own word
    .fear = I am afraid of being found out
    .mood = My mood, my respect for myself
    .money = Money
    .other = Something else
    .nothing = Nothing at the moment

get_back = If it stopped, what would you get back first?

self_harm_thoughts = In the past month, have you thought of hurting yourself or of ending your life?
    .hint = Whatever you answer, nothing is reported. If you would like to talk to someone now, you will find lines on the help page.
    .never = Never
    .sometimes = Sometimes
    .often = Often

page-wanting = What I want instead

needs = What were you missing in those moments?
    .calm = Calm
    .closeness = Closeness, not being alone
    .feeling = Feeling anything at all
    .pleasure = Pleasure
    .forgetting = Forgetting something for a while
    .control = Deciding something myself
    .own_thing = Something that is only mine
    .escape_boredom = Something against boredom
    .other = Something else

wants_instead = What do you want in your life a year from now?

first_step = Which step do you take this week, on which day and at what hour?
    .hint = “If …, then I …”

page-situations = The chain that leads there

risk_moments = What is often there beforehand?
    .night = Late in the evening or at night
    .morning = Early in the morning
    .home_alone = Being alone at home
    .travelling = Being away, in a hotel
    .after_quarrel = After a quarrel or criticism
    .pressure = Pressure: exams, deadlines, money
    .nothing_to_do = A day without a plan
    .alcohol_drugs = Alcohol or other drugs
    .pornography = Long hours with pornography
    .good_news = After good news, as a reward
    .other = Something else

risk_feelings = Which feelings?
    .lonely = Lonely
    .bored = Bored
    .tense = Tense
    .angry = Angry
    .humiliated = Humiliated
    .ashamed = Ashamed
    .sad = Sad
    .empty = Empty
    .tired = Tired
    .elated = Elated
    .other = Another

chain_first = What is the earliest link that you can recognise?
    .hint = Something from the day, not from the screen.

chain_exit = Where could you step off, and how?

page-thoughts = Thoughts that open the door

answers = Which answers do you want to keep?
    .done_to_someone = It is done to someone. I can leave it undone.
    .one_viewer = I decide about one viewer, and that is me.
    .no_choice_there = There was no choice there that I could lean on.
    .leave_path = I want to leave this path, not keep it open.
    .distance_and_help = What protects is distance and help.
    .last_time_over = The last time has already been.
    .late_not_never = Better late than never.
    .hands = I am more than that, and I decide what my hands do.

answer_words = An answer in your own words
    .hint = The answer only, as short as a text message.

page-child = What a recording does to the child in it

child_fact = Which sentence do you want to remember?
    .no_consent = A child cannot consent to it.
    .recording_stays = The abuse may end; the recording stays.
    .recognised = Many live in fear of being recognised.
    .one_more = Each viewing is one more, without consent.
    .one_less = One viewer less is a real thing.

child_adult = What can a decent adult do for a child whom they will never meet?
    .hint = Two or three sentences about what an adult does. Nothing about images, and nothing about what was done.

page-urges = Urges rise and fall

urge_signs = How do you notice early that an urge is coming?
    .restless = I become restless
    .tight_body = My body gets tight or warm
    .circling_thoughts = My thoughts go round in circles
    .seeking_alone = I arrange to be alone
    .making_excuses = I begin to look for excuses
    .reaching_device = I reach for the device without a purpose
    .putting_off_bed = I put off going to bed
    .irritable = I become irritable
    .other = Otherwise

urge_minutes = How long did the last strong urge take until it was clearly weaker?
    .hint = A rough number is enough.
    .unit = minutes

ten_minutes = What do you do in the first ten minutes?
    .leave_room = Leave the room
    .device_away = Put the device in another room
    .go_outside = Go outside
    .among_people = Go where people are
    .cold_water = Cold water on face and wrists
    .move_body = Move until I am out of breath
    .breathe_out = Breathe out slowly
    .call_line = Call a helpline
    .call_person = Call a person
    .watch_wave = Watch the wave and give it a number
    .wait_ten = Look at the clock and wait ten minutes
    .other = Something else

ten_minutes_plan = One sentence: if …, then I …
    .hint = An “if” that you can see, a “then” that you can do at once.

page-screens = Screens and habits

screen_steps = Which steps are you willing to try?
    .end_hour = A fixed hour at which all screens go off
    .other_room = The devices sleep in another room
    .shared_room = I use the device only where people pass by
    .fewer_devices = Fewer devices
    .night_phone = A simple telephone for the night
    .filter = A filter, with a password that someone else keeps
    .leave_accounts = Leave groups, contacts and accounts today
    .pornography_pause = Four weeks without pornography, or with limits
    .ask_lawyer = Ask a lawyer or an anonymous helpline what I have to do
    .none_yet = None of these yet

screen_rule = My rule: if …, then I …
    .hint = Name no page and no account.

screen_helper = Who could know of the rule?
    .partner = My partner
    .family = Someone in the family
    .friend = A friend
    .professional = A professional
    .nobody_yet = Nobody for now

page-alternatives = Other ways to what I need

alternatives = What do you want to try?
    .move = Move every day until I am warm
    .breathe = Breathe out slowly, twice a day
    .write_down = Write down what presses
    .regular_sleep = Get up at the same time every day
    .daylight = Daylight in the morning
    .doctor = Tell a doctor about sleep, mood or alcohol
    .group = A group, choir, course or club for adults
    .old_friend = Get in touch with someone from before
    .helping_adults = Help somewhere, among adults
    .make_something = Cook, build, repair or write something
    .music = Make music, or listen to it
    .nature = Garden, forest, water
    .less_alcohol = Less alcohol or other drugs
    .other = Something else

alternative_week = What, on which day, at what time?

alternative_person = With whom do you want more contact?
    .partner = My partner
    .family = Someone in the family
    .friend = A friend
    .neighbour_colleague = A neighbour or colleague
    .group = A group
    .professional = A professional
    .helpline = A helpline, to begin with
    .nobody_yet = Nobody for now

page-values = The life I want

values = Which words are yours?
    .hint = Up to three are enough.
    .dependable = Dependable
    .honest = Honest
    .gentle = Gentle
    .brave = Brave
    .fair = Fair
    .free = Free
    .close = Close to others
    .curious = Curious
    .useful = Useful
    .creative = Creative
    .healthy = Healthy
    .faithful = Faithful
    .calm = Calm
    .other = Another word

values_near = How near to these words did you live in the past seven days?
    .low = Far away
    .high = Very near

tuesday = An ordinary Tuesday, five years from now

values_step = What could already be true next week?

page-lapse = When it happens again

plan_situation = If this happens:
    .hint = The situation that is most dangerous to you.

plan_action = Then I do this:

plan_call = And I call:
    .hint = A role is enough, such as “my sister” or “the line”. No names.

lapse_hour = What do you do in the hour after a lapse?
    .stop_midway = Stop in the middle, close everything
    .leave_room = Leave the room
    .light_water = Light, water, fresh clothes
    .eat = Eat something
    .tell_someone = Tell someone that I am having a bad time
    .call_helpline = Call a helpline
    .call_crisis = Call a crisis line if I do not want to live
    .early_bed = Go to bed early, without a screen
    .next_day_chain = Look at the chain the next day and change one thing

lapse_words = One sentence that I want to hear from myself then

page-telling = Telling someone

tell_who = With whom could you talk first?
    .helpline = A helpline, without my name
    .doctor = A doctor
    .psychologist = A psychologist, psychiatrist or sexologist
    .partner = My partner
    .friend_family = A friend or someone in the family
    .other = Someone else
    .told_already = I have talked to someone already
    .not_yet = Not yet

tell_when = When?
    .today = Today
    .this_week = This week
    .this_month = This month
    .not_yet = Not yet

letter = A letter to myself
    .hint = To the person that you will be on a bad night. No names, no description of images. On paper it may be longer.

care-self_harm = Stay with us for a moment
    .text =
        You have answered that you think of hurting yourself or of ending your life. That comes before everything else. Such thoughts weigh heavily, and they can pass.

        If you might act on them, call the emergency number of your country now. If you can, go to someone, or stay where people are. Put out of reach what you could hurt yourself with.

        If it is not as urgent as that, still talk to someone today. The lines below are there for this, and you need not say why you feel this way.

        Nothing is reported because of your answer, and nobody here knows who you are. The programme can wait; it will still be here.
