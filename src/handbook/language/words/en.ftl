### The handbook's words in English.
###
### A message is a key, `=` and words; `{ $name }` stands for a value. `<strong>`, `<soft>` and `<code>` say how words
### look. How to add a language: docs/languages.md.

direction = ltr

## Days, times, amounts and lists

date = { $day } { $month } { $year }
date-short = { $day } { $month }
month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
hours-always = always
hours-days = { $first }-{ $last }
hours-and-days = { $days },{ $more }
hours = { $days } { $hours }
hours-and-hours = { $hours }; { $more }
span-minute =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
span-hour =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
span-working-hour =
    { $count ->
        [one] { $count } working hour
       *[other] { $count } working hours
    }
span-day =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
span-working-day =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
span-week =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
span-month =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
span-term =
    { $count ->
        [one] { $count } term
       *[other] { $count } terms
    }
span-year =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
every-minute =
    { $count ->
        [one] every minute
       *[other] every { $count } minutes
    }
every-hour =
    { $count ->
        [one] every hour
       *[other] every { $count } hours
    }
every-working-hour =
    { $count ->
        [one] every working hour
       *[other] every { $count } working hours
    }
every-day =
    { $count ->
        [one] every day
       *[other] every { $count } days
    }
every-working-day =
    { $count ->
        [one] every working day
       *[other] every { $count } working days
    }
every-week =
    { $count ->
        [one] every week
       *[other] every { $count } weeks
    }
every-month =
    { $count ->
        [one] every month
       *[other] every { $count } months
    }
every-term =
    { $count ->
        [one] every term
       *[other] every { $count } terms
    }
every-year =
    { $count ->
        [one] every year
       *[other] every { $count } years
    }
list-comma = { $before }, { $after }
list-and = { $before } and { $after }
list-semicolon = { $before }; { $after }

## What fields may hold

access-kind-personal = personal data
access-kind-control = system controls
access-kind-secret = private information of the organisation
channel-kind-query = questions and requests
channel-kind-incident = urgent faults
channel-kind-update = news
channel-kind-feedback = feedback
channel-kind-conflict = disagreements
channel-kind-recognition = thank-yous
channel-kind-social = social
channel-kind-speak-up = concerns
profile-eu = European Union
profile-uk = United Kingdom
profile-us = United States
profile-au = Australia
profile-school = school
profile-healthcare = healthcare
profile-open-source = open-source project
profile-small-team = small team
offer-kind-certificate = certificate
offer-kind-course = course
offer-kind-conference = conference
offer-kind-workshop = workshop
offer-kind-mentoring = mentoring
offer-kind-shadowing = shadowing
meeting-kind-update = news
meeting-kind-one-to-one = one-to-one
meeting-kind-feedback = feedback
meeting-kind-knowledge-sharing = sharing knowledge
meeting-kind-cross-functional = working across teams
meeting-kind-brainstorming = finding ideas
meeting-kind-team-building = team building
meeting-kind-recognition = recognition
meeting-kind-performance = performance review
meeting-kind-growth = growth
meeting-kind-wellbeing = well-being
meeting-kind-retrospective = looking back
plan-status-wanted = wanted
plan-status-booked = booked
plan-status-done = done
plan-status-dropped = dropped
policy-type-conduct = conduct
policy-type-confidentiality = confidentiality
policy-type-acceptable-use = acceptable use
policy-type-respect = respect
policy-type-speak-up = speaking up
policy-type-monitoring = monitoring
policy-type-remote = remote work
policy-type-on-call = on call
policy-type-pay = pay
policy-type-training = training
policy-type-other = other
policy-status-draft = draft
policy-status-active = in force
policy-status-retired = retired
read-by-everyone = everyone
read-by-it = the IT team
read-by-managers = managers
area-money = money
area-access = access
area-change = change
area-privacy = privacy
area-people = people
area-data = information
area-incident = incidents
area-supply = suppliers and contracts
rota-kind-desk = desk
rota-kind-on-call = on call

## The ten topics

topic-communication = Communication
topic-growth = Growth
topic-collaboration = Collaboration
topic-recognition = Recognition
topic-work-and-life = Work and life
topic-ethics = Ethics
topic-roles = Roles
topic-pressure = Pressure
topic-respect = Respect
topic-pay = Pay
sign-goals = goals
sign-what-each-role-is-expected-to-do = what each role is expected to do
sign-what-happens-when-nobody-answers = what happens when nobody answers
sign-plain-words = plain words
sign-training = training
sign-money-or-time-for-training = money or time for training
sign-what-each-role-needs = what each role needs
sign-thank-yous = thank-yous
sign-awards = awards
sign-breaks = breaks
sign-days-off = days off
sign-quiet-time = quiet time
sign-hours-or-a-place-that-can-move = hours or a place that can move
sign-what-it-can-see = what IT can see
sign-who-has-read-which-rule = who has read which rule
sign-what-each-role-may-and-must-not-do = what each role may and must not do
sign-who-decides-what = who decides what
sign-limits-of-the-load = limits of the load
sign-what-to-do-when-it-is-too-much = what to do when it is too much
sign-support = support
sign-what-we-promise-each-other = what we promise each other
sign-pay-grades = pay grades
sign-how-pay-is-set = how pay is set
sign-policy = a rule about { $what }
sign-meeting = a meeting for { $what }
sign-channel = a channel for { $what }

## Pages of the navigation

section-access = What IT can see
section-auditors = For auditors
section-rules = Rules
section-calendar = Our calendar
section-concern = Report a concern
section-decisions = Who decides what
section-more = More pages
section-growing = Growing here
section-health = Health of this charter
section-help = Get help
section-services = What you can ask for
section-norms = Our norms
section-words = Plain words
section-team = The team
section-roles = Roles
section-working = Working here
section-pay = Pay and thanks
section-starters = For new starters
section-start = Start page

## Words of many pages

common-then = then
common-when = When
common-does-it = does it
common-today = today
common-rule = Rule
common-last-review = Last review
common-next-review = Next review
common-grade = Grade
common-what = What
common-is-asked-before = Is asked before
common-nobody = nobody
common-how-many-have-read-each-rule = How many have read each rule?
common-role = Role
common-who-fills-it = Who fills it
common-reports-to = Reports to
common-vacant = vacant
common-skill = Skill
common-who-says-yes = Who says yes
common-person = Person
common-day = Day
common-meeting = Meeting
common-how-often = How often
common-quiet = quiet
common-yes = yes
common-no = no
common-overdue = overdue
common-state = State
common-at-a-glance = At a glance
common-from = From
common-until = Until
common-version = Version
common-exception = Exception
common-agreed-by = Agreed by
common-agreed-on = Agreed on
common-last-day = Last day
common-status = Status
common-in-force-from = In force from
common-led-by = Led by
common-what-it-is-for = What it is for
common-everything-else = everything else
common-who-answers-for-it = Who answers for it
common-who-may-read-it = Who may read it
common-who-may-read-this-page = Who may read this page
common-what-else-is-good-to-know = What else is good to know?
common-what-it-costs = What it costs
common-skills = Skills
common-certificates = Certificates
common-how-to-reach-it-how-fast = How to reach IT, how fast we answer, and what happens if nobody does.
common-for = For
common-if-nobody-answers = If nobody answers
common-about = About
common-team = Team
common-reporting-lines = Reporting lines
common-where = Where
common-within = within { $span }
common-percent = { $number } %
common-thing-and-words = { $thing }: { $words }
common-thing-remark = { $thing }<soft>, { $remark }</soft>

## Words

words-what-our-words-mean-and-what = What our words mean, and what to say instead.
words-word = Word
words-what-it-means = What it means
words-words-from-a-to-z = Words from A to Z
words-words-and-what-they-mean = Words and what they mean
words-more-about-some-words = More about some words
word-none = nobody
word-outside = someone outside the organisation
word-next-step-up = whoever decides at the next step up
word-everyone = everyone
hidden-rule = a rule that is not in this handbook
hidden-page = a page that is not in this handbook
hidden-thing = something that is not in this handbook
role-empty = { $role } (nobody at present)
role-filled = { $role } ({ $people })
role-filled-by-many =
    { $role } ({ $people } and { $others ->
        [one] { $others } other
       *[other] { $others } others
    })
holder-acting = { $person }<soft> standing in</soft>
exception-by-id = Exception { $id }
common-thank-yous = Thank-yous
common-what-a-person-has-read = What { $person } has read

## Access

access-can-look-with-permission = can look with permission
access-says-yes = says yes
access-can-look-and-says-yes = can look, and says yes
access-checks-the-log = checks the log
access-each-row-is-something-that-can = Each row is something that can be seen, each column a role. What is written behind each letter is said above the table.
access-who-can-see-what = Who can see what?
access-what-it-may-look-at-when = What IT may look at, when, who agrees to it, who checks, and what you are told.
access-your-questions = Your questions
access-who-can-see-it = Who can see it
access-who-checks = Who checks
access-what-can-be-seen = What can be seen
access-what-you-are-told = What you are told
access-each-look-is-written-down-in = Each look is written down in
access-when-there-is-no-time-to = When there is no time to ask
access-kept-for = Kept for
access-rule-to-read-before-looking = Rule to read before looking
access-what-sort-of-thing-it-is = What sort of thing it is
access-we-may-look-first-without-asking = We may look first, without asking.
access-even-then-nobody-may-look-without = Even then nobody may look without asking first.
access-and-checks-the-log = { $what }, checks the log
access-checked = { $by }<soft>, { $often }</soft>
access-reviewed-within = Any such look is reviewed afterwards, within { $within }.
access-reviewed-by = Any such look is reviewed afterwards, by { $by }.
access-reviewed-within-by = Any such look is reviewed afterwards, within { $within }, by { $by }.

## Concern

concern-you-tell-us = You tell us.
concern-we-say-that-we-have-it = We say that we have it.
concern-someone-who-is-not-involved-looks = Someone who is not involved looks into it.
concern-you-hear-the-result = You hear the result.
concern-if-you-are-not-content = if you are not content
concern-what-happens-after-you-report = What happens after you report
concern-times-count-from-the-day-you = Times count from the day you tell us.
concern-what-happens = What happens
concern-anybody-else = Anybody else
concern-if-your-concern-is-about-somebody = If your concern is about somebody here, use one of these routes
concern-they-lead-past-that-person-and = They lead past that person and past everybody who works for them. Nothing you pick is sent or kept.
concern-who-is-your-concern-about = Who is your concern about?
concern-safe-routes-for-each-person-and = Safe routes for each person and role
concern-if-it-is-about = If it is about
concern-use = Use
concern-none-of-our-routes-leads-past = None of our routes leads past them yet. Turn to somebody outside whom you trust.
concern-what-happens-when-you-report-something = What happens when you report something, who reads it, and what to do if it is about them.
concern-who-is-it-about = Who is it about?
concern-who-guards-these-routes = Who guards these routes
concern-pick-the-route-you-trust-you = Pick the route you trust. You need nobody's leave, and you may take more than one.
concern-your-routes = Your routes
concern-who-reads-it = Who reads it
concern-you-need-not-give-your-name = You need not give your name.
concern-you-need-to-give-your-name = You need to give your name.
concern-it-staff-cannot-read-what-you = IT staff cannot read what you report.
concern-it-staff-who-look-after-the = IT staff who look after the system could read what you report.
concern-first = first
concern-outside-help = Outside help: { $help }
concern-after-you-report = After you report: { $channel }
concern-person = { $person } ({ $roles })
concern-help-from-outside = Help from outside: { $help }
concern-guarded-by = Nobody can change these routes without the yes of { $owner }.
concern-route = { $channel }: read by { $readers }. { $purpose }
concern-about-the-reader = Is it about the person who reads it? Use { $route } instead.
concern-protected = You are protected: nobody may punish you for reporting. See { $rule }.

## Cover

cover-can-stand-in = can stand in
cover-each-row-is-work-that-must = Each row is work that must go on, each column a person. A row with one dot hangs on one person.
cover-who-does-it-and-who-can = Who does it, and who can stand in?

## Escalation

escalation-at-once = at once
escalation-who-is-next-and-when = Who is next, and when
escalation-start-at-the-top-if-nothing = Start at the top. If nothing happens, go on to the next when its time has come; times count from when you first tell somebody.
escalation-who-or-what = Who, or what
escalation-after = after { $times }
escalation-who-is-next = Who is next: { $escalation }
escalation-one-or-other = { $one } or { $other }
escalation-who-does-what = { $who }: { $what }

## Freshness

freshness-rules-by-their-next-review = Rules by their next review
freshness-a-dot-is-the-last-review = A dot is the last review of a rule, its bar lasts until the next. A bar with a thick edge is late.
freshness-how-fresh-are-the-rules = How fresh are the rules?
freshness-due-since = due since { $day }
freshness-again-by = again by { $day }
freshness-last-read-again = last read again on { $day }

## Lamps

lamps-the-ten-topics = The ten topics
lamps-how-many = { $on } of { $all } topics have something in the charter. The table says what.

## Pay

pay-least = Least
pay-most = Most
pay-a-bar-for-each-grade-where = A bar for each grade. Where two bars stand above each other the grades overlap; where there is space between their ends, there is a gap.
pay-what-can-be-won = What can be won?
pay-how-pay-is-set-whom-to = How pay is set, whom to ask, what can be won, and who was thanked.
pay-what-can-be-won-and-who = What can be won, and who was thanked.
pay-who-was-thanked-and-for-what = Who was thanked, and for what.
pay-who-keeps-this-page-true = Who keeps this page true
pay-how-is-pay-set = How is pay set?
pay-who-looks-after-this = Who looks after this?
pay-what-decides-it = What decides it
pay-what-makes-it-go-up = What makes it go up
pay-when-it-is-looked-at = When it is looked at
pay-whom-to-ask = Whom to ask
pay-yes-nobody-may-forbid-it = Yes. Nobody may forbid it.
pay-no = No
pay-may-we-talk-about-our-pay = May we talk about our pay?
pay-besides-pay = Besides pay
pay-level-of-7 = Level, of 7
pay-least-in-a-year = Least in a year
pay-most-in-a-year = Most in a year
pay-pay-grades = Pay grades
pay-what-are-the-pay-grades = What are the pay grades?
pay-what-for = What for
pay-the-prize = The prize
pay-who-can-win = Who can win
pay-who-can-suggest-somebody = Who can suggest somebody
pay-who-decides = Who decides
pay-where-the-winner-is-named = Where the winner is named
pay-thank-you-to = Thank you to
pay-who-was-thanked = Who was thanked?
pay-thank-yous-newest-first = Thank-yous, newest first
pay-from-least-to-most = From the least to the most in a year, in { $currency }
pay-in-a-year = Pay in a year, in { $currency }
pay-range = { $least } to { $most }

## Raci

raci-answers-for-it = answers for it
raci-is-asked-before = is asked before
raci-is-told = is told
raci-column-answers = Answers for it
raci-does-it = Does it
raci-column-told = Is told
raci-each-row-is-something-to-be = Each row is something to be decided or done, each column somebody who has a part in it.
raci-much-for-one-person = much for one person
raci-in-all = in all
raci-answers-for-how-many = Answers for how many

## Reading

reading-filled-has-read-the-rule-as = Filled: has read the rule as it is now. Striped: knows an older version, or must read it again. Dashed: has said nothing yet.
reading-half = half
reading-everybody = everybody
reading-count-have = { $count } have
reading-count-due-again = { $count } due again
reading-count-older-version = { $count } older version
reading-count-not-yet = { $count } not yet

## Reports

reports-who-reports-to-whom = Who reports to whom
reports-roles-from-the-top-down = Roles, from the top down
reports-outside-it = outside IT
reports-each-role-stands-below-the-one = Each role stands below the one it reports to.
reports-acting = { $person } (standing in)
reports-and-others =
    and { $others ->
        [one] { $others } other
       *[other] { $others } others
    }
reports-dashed = A dashed outline: nobody fills it at present.
reports-striped = Stripes: somebody stands in.
reports-quiet = Grey with round corners: outside IT.

## Skills

skills-how-many-people-have-each-skill = How many people have each skill?
skills-the-numbers-are-people-at-each = The numbers are people at each level; nobody is named.
skills-people =
    { $count ->
        [one] person
       *[other] people
    }
skills-level = Level { $level }

## Stairs

stairs-each-step-to-the-right-is = Each step to the right is for larger amounts, on a scale by tens.
stairs-amount = Amount
stairs-somebody =
    { $place ->
        [first] { $reach } the { $who } can say yes
       *[next] { $reach } the { $who }
    }
stairs-nobody =
    { $place ->
        [first] { $reach } nobody can say yes
       *[next] { $reach } nobody
    }
stairs-above-that = above that
stairs-above =
    { $place ->
        [first] Above <strong>{ $above }</strong>
       *[next] above <strong>{ $above }</strong>
    }
stairs-up-to =
    { $place ->
        [first] Up to <strong>{ $up-to }</strong>
       *[next] up to <strong>{ $up-to }</strong>
    }
stairs-between =
    { $place ->
        [first] Above <strong>{ $above }</strong> and up to <strong>{ $up-to }</strong>
       *[next] above <strong>{ $above }</strong> and up to <strong>{ $up-to }</strong>
    }
stairs-steps = { $step }; { $next }
stairs-sentence = { $steps }.
stairs-case = <strong>{ $case }</strong>: { $sentence }
stairs-together = { $who } together with { $others }
stairs-name = { $decision } ({ $case })
stairs-title = Up to how much: { $decision }
stairs-caption = Who says yes: { $decision }

## Turns

turns-on-now = on now
turns-eight-weeks-from-left-to-right = Eight weeks from left to right, a row for each person. Filled: is on.
turns-eight-weeks-with-second = Eight weeks from left to right, a row for each person. Filled: is on. Striped: steps in.
turns-who-is-on-in-the-coming = Who is on in the coming weeks?
turns-share-of-the-turns = Share of the turns
turns-share-first-and-second-together = Share, first and second together
turns-the-share-of-all-turns-that = The share of all turns that falls on each person, first and second together.
turns-how-much-falls-on-each-of = How much falls on each of us?
turns-calls-in-one-persons-turn-on = Calls in one person's turn, on average, in each month.
turns-how-many-calls-were-there = How many calls were there?
turns-from = from { $day }
turns-most-healthy = most that is healthy: { $limit }

## Week

week-our-week = Our week
week-time = Time
week-open-to-everyone = Open to everyone
week-explanation = Meetings by day and time. Filled ones are open to everyone.
week-explanation-with-quiet = Meetings by day and time. Filled ones are open to everyone. Shaded hours are quiet: nobody has to answer.
week-meeting = { $time } { $meeting }

## Year

year-our-year = Our year
year-the-coming-twelve-months-what = The coming twelve months: what is looked at again, and certificates that run out. Marks with a thick edge are overdue.
year-review = Review: { $what }
year-certificates-short = { $offer } ({ $count })
year-certificates =
    { $count ->
        [one] { $count } certificate runs out: { $offer }
       *[other] { $count } certificates run out: { $offer }
    }

## Auditors

auditors-who-held-which-role-when-who = Who held which role when, who has read which rule, and what was set aside.
auditors-standing-in = Standing in
auditors-decides-up-to = Decides up to
auditors-today = Today
auditors-who-holds-or-held-which-role = Who holds or held which role?
auditors-must = Must
auditors-have = Have
auditors-only-an-older-version = Only an older version
auditors-due-again = Due again
auditors-not-at-all = Not at all
auditors-who-is-missing = Who is missing
auditors-who-has-read-what = Who has read what?
auditors-said-by-way-of = Said by way of
auditors-where-to-see-it = Where to see it
auditors-nothing-yet = Nothing yet.
auditors-over = over
auditors-not-yet-begun = not yet begun
auditors-holds = holds
auditors-times-made-longer = Times made longer
auditors-what-was-set-aside = What was set aside?
auditors-owner = Owner
auditors-when-was-each-rule-looked-at = When was each rule looked at?
auditors-which-standards-do-the-rules-meet = Which standards do the rules meet?
auditors-part-of-a-standard = Part of a standard
auditors-older-than-now = { $version }, <strong>older version</strong>: now { $now }

## Calendar

calendar-what-meetings-talks-and-reviews = What meetings, talks and reviews there are, and which you may join.
calendar-who-comes = Who comes
calendar-meetings-the-most-frequent-first = Meetings, the most frequent first
calendar-what-is-on-in-a-week = What is on in a week?
calendar-what-is-due-this-year = What is due this year?
calendar-put-it-into-your-own-calendar = Put it into your own calendar
calendar-open-to-everyone = open to everyone
calendar-everyone-may-come = Everyone may come.
calendar-what-comes-out-of-it = What comes out of it
calendar-how-long = How long
calendar-who-leads-it = Who leads it
calendar-must-i-come = Must I come?
calendar-no-you-may-stay-away = No, you may stay away.
calendar-what-is-said-there-stays-there = What is said there stays there.
calendar-is-it-private = Is it private?
calendar-who-else-reads-the-result = Who else reads the result
calendar-where-are-the-notes = Where are the notes?
calendar-file = { $file }: what comes back every day or every week at an hour that is known.
calendar-file-with-turns = { $file }: what comes back every day or every week at an hour that is known, and the turns of the next eight weeks.
calendar-open = Open
calendar-second-reader = { $reader }<soft>, so that it is fair</soft>
calendar-notes-in = In { $place }

## Decisions

decisions-who-can-say-yes-who-does = Who can say yes, who does the work, and who decides when it is their own request.
decisions-question = Question
decisions-who-does-it = Who does it
decisions-up-to-how-much = Up to how much
decisions-who-does-what = Who does what
decisions-all-in-one-table = All in one table
decisions-the-answer = The answer
decisions-more-about-this = More about this
decisions-nobody-may-say-yes = nobody may say yes
decisions-answers-for-it-accountable = Answers for it (accountable)
decisions-does-it-responsible = Does it (responsible)
decisions-is-asked-before-consulted = Is asked before (consulted)
decisions-is-told-informed = Is told (informed)
decisions-told-by-way-of = Told by way of
decisions-when-the-one-who-decides-asks = When the one who decides asks for themselves
decisions-when-the-last-step-asks-for = When the last step asks for themselves
decisions-kept-apart-segregation-of-duties = Kept apart (segregation of duties)
decisions-area = Area
decisions-who-decides = Who decides: { $area }
decisions-who-does-what-in = Who does what: { $area }
decisions-decides = { $who } decides and answers for it.
decisions-add-up = Amounts add up { $how }, so splitting an order does not help.
decisions-answers-for-all = { $who } answers for all of it.
decisions-together = { $who }, together with { $others }
decisions-step-when = <strong>{ $when }</strong>: { $who }.
decisions-step = { $who }.
decisions-must-not-also-do = Whoever does this must not also do: { $others }

## Exceptions

exceptions-exceptions-no-longer-in-force = Exceptions no longer in force
exceptions-what-is-set-aside = What is set aside
exceptions-why = Why
exceptions-what-could-go-wrong = What could go wrong
exceptions-what-is-done-instead = What is done instead
exceptions-made-longer = Made longer
exceptions-until = { $exception }, until { $day }: { $instead }
exceptions-to-statement = Exception to { $rule }, { $statement }
exceptions-to-rule = Exception to { $rule }
exceptions-to-check = Exception to the check { $check }
exceptions-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
exceptions-statement = { $rule }, { $statement }
exceptions-check-at = the check <code>{ $check }</code> at { $place }
exceptions-check = the check <code>{ $check }</code>

## Free

free-everything-else-that-is-good-to = Everything else that is good to know.
free-pages = Pages
free-looked-over = Looked over
free-next-time = Next time
free-about-this-page = About this page

## Growing

growing-what-training-money-and-time-there = What training, money and time there is, and what the next step needs.
growing-money-for-each-person-each-year = Money for each person, each year
growing-time-for-each-person = Time for each person
growing-how-much-money-and-time-do = How much money and time do I have for it?
growing-what-does-the-next-grade-need = What does the next grade need?
growing-training = Training
growing-what-it-is = What it is
growing-for-whom = For whom
growing-good-to-know = Good to know
growing-what-training-is-there = What training is there?
growing-must-be-done = must be done
growing-in-paid-time = in paid time
growing-in-your-own-time = in your own time
growing-levels-from-the-first = Levels, from the first
growing-skills-and-their-levels = Skills and their levels
growing-which-skills-do-we-count-on = Which skills do we count on?
growing-what-each-role-needs-by-grade = What each role needs, by grade
growing-again = again { $often }
growing-counts-for = counts for { $span }
growing-level = { $number }: { $level }

## Health

health-what-was-found-in-texts-for = What was found in texts for managers only stands in the handbook for managers.
health-what-the-charter-covers-what-was = What the charter covers, what was found when it was checked, and what is due.
health-topic = Topic
health-how-it-stands = How it stands
health-what-is-there = What is there
health-what-is-missing = What is missing
health-the-ten-topics-of-a-charter = The ten topics of a charter
health-is-everything-covered = Is everything covered?
health-not-covered = not covered
health-covered-in-part = covered in part
health-what-was-found = What was found?
health-nothing-the-charter-was-checked = Nothing. The charter was checked and all is well.
health-nothing-in-the-texts-that-are = Nothing in the texts that are for you.
health-how-much-it-matters = How much it matters
health-file = File
health-findings-errors-first = Findings, errors first
health-work = Work
health-who-can-do-it = Who can do it
health-critical-work-that-the-fewest = Critical work that the fewest people can do
health-what-if-somebody-is-away = What if somebody is away?
health-soon-due = soon due
health-due-on = Due on
health-who-sees-to-it = Who sees to it
health-what-must-be-looked-at-again = What must be looked at again?
health-reviews-the-oldest-first = Reviews, the oldest first
health-covered = covered
health-covered-with-findings =
    { $count ->
        [one] { $state }, with { $count } finding
       *[other] { $state }, with { $count } findings
    }
health-more-findings = And { $count } more. To see all of them, run { $command }.
health-and-more = And { $count } more.
health-totals = { $counts }.
health-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
health-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
health-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
health-error = error
health-warning = warning
health-note = note
health-cover =
    { $count ->
        [one] Critical work stops when one person is away.
       *[other] Critical work goes on unless { $count } people are away on the same day.
    }

## Help

help-channel = Channel
help-how = How
help-first-answer = First answer
help-ways-to-reach-us = Ways to reach us
help-ways-to-reach-it = Ways to reach IT
help-we-do-not-answer-here = we do not answer here
help-read-by = Read by
help-you-hear-the-result-within = You hear the result within
help-outside-help = Outside help
help-not-for = Not for
help-who-may-use-it = Who may use it
help-meant-for = Meant for
help-if-something-is-down = If something is down
help-looked-after-by = Looked after by
help-still-works-when-any-of-our = Still works when any of our services is down
help-use-this-when-something-has-stopped = Use this when something has stopped working.
help-use-this-when-a-request-has = Use this when a request has had no answer.
help-use-this-when-people-disagree = Use this when people disagree.
help-use-this-when-nobody-has-dealt = Use this when nobody has dealt with a concern.
help-concern-instead = Is it about harassment, bullying or rules being broken? { $page } instead.
help-replies-within = within <strong>{ $span }</strong>
help-open = Open
help-works-without = Still works when these are down: { $services }
help-works-without-any-except = Still works when any of our services is down, except { $services }
help-step = { $step }<soft> If nothing happens within { $wait }, go on to the next step.</soft>

## Norms

norms-what-you-may-expect-of-it = What you may expect of IT, and what IT may expect of you.
norms-what-it-promises = What IT promises
norms-what-staff-promise = What staff promise
norms-what-managers-promise = What managers promise
norms-seen-when = <strong>You can see it when: </strong>{ $sign }

## People

people-growing = Growing
people-more = More
people-say-the-name = Say the name
people-pronouns = Pronouns
people-write-to = Write to
people-started = Started
people-left = Left
people-stands-in-for = Stands in for
people-on-forges = On forges
people-commits-as = Commits as
people-plan = Plan
people-working-towards = Working towards
people-next-growth-talk = Next growth talk
people-handle = { $forge }: { $name }
people-certificate-until = { $offer }<soft>, got { $got }</soft><soft>, expires { $expires }</soft>
people-certificate = { $offer }<soft>, got { $got }</soft>
people-plan-by-status = { $offer }<soft>, by { $day }</soft><soft>, { $status }</soft>
people-plan-by = { $offer }<soft>, by { $day }</soft>
people-plan-status = { $offer }<soft>, { $status }</soft>

## Roles

roles-what-each-role-is-for-who = What each role is for, who fills it and who stands in.
roles-roles-in-it = Roles in IT
roles-roles-outside-it = Roles outside IT
roles-who-stands-in = Who stands in
roles-who-it-is = Who it is
roles-what-you-can-expect = What you can expect
roles-may-decide-alone = May decide alone
roles-must-ask-first = Must ask first
roles-must-never = Must never
roles-what-the-role-answers-for-and = What the role answers for and does
roles-what-the-role-needs = What the role needs
roles-more-about-this-role = More about this role
roles-filled-by = Filled by
roles-contact = Contact
roles-stands-in = Stands in
roles-leads = Leads
roles-seats = Seats
roles-critical = Critical
roles-yes-work-stops-without-it = yes: work stops without it
roles-outside-it-named-here-because = outside IT; named here because IT works with it
roles-nobody-fills-this-role-today = Nobody fills this role today.
roles-vacant = Vacant
roles-standing-in = standing in
roles-answers-for = Answers for
roles-does = Does
roles-approves = Approves
roles-owns-the-rule = Owns the rule
roles-approves-the-rule = Approves the rule
roles-looks-after = Looks after
roles-provides = Provides
roles-can-see = Can see
roles-checks-who-looked-at = Checks who looked at
roles-from = from { $from }
roles-until = until { $until }
roles-deciding-up-to = deciding up to { $amount }
roles-skill-in-words = { $skill }, level { $level }<soft>: { $words }</soft>
roles-skill = { $skill }, level { $level }

## Rotas

rotas-how-many-calls-there-were = How many calls there were
rotas-month = Month
rotas-calls-in-a-turn = Calls in a turn
rotas-what-it-looks-after = What it looks after
rotas-day-and-night-all-week = day and night, all week
rotas-a-turn-lasts = A turn lasts
rotas-the-first-turn-began = The first turn began
rotas-who-takes-turns-in-this-order = Who takes turns, in this order
rotas-who-steps-in-in-the-same = Who steps in, in the same order
rotas-answers-within = Answers within
rotas-what-one-gets-for-it = What one gets for it
rotas-after-a-call-at-night = After a call at night
rotas-first = First
rotas-steps-in = Steps in
rotas-who = Who
rotas-the-turns-now-and-next = The turns now and next
rotas-on-now = <strong>Who is on? </strong>On now, until { $day }: { $person }.
rotas-on-first = <strong>Who is on? </strong>The first turn begins on { $day }: { $person }.
rotas-on-second = If nobody answers: { $person }.

## Rules

rules-what-must-be-followed-by-whom = What must be followed, by whom, and when each rule was last looked at.
rules-when-is-each-rule-read-again = When is each rule read again?
rules-rules-in-force = Rules in force
rules-rules-being-written = Rules being written
rules-rules-no-longer-in-force = Rules no longer in force
rules-who-must-follow-it = Who must follow it
rules-exceptions-that-hold-now = Exceptions that hold now
rules-about-this-rule = About this rule
rules-draft = Draft
rules-this-rule-is-being-written-nobody = This rule is being written. Nobody has to follow it yet.
rules-nobody-has-to-follow-this-rule = Nobody has to follow this rule any more. It is kept so that the past still makes sense.
rules-no-longer-in-force = No longer in force
rules-not-yet-in-force = Not yet in force
rules-review-overdue = Review overdue
rules-who-must-say-that-they-have = Who must say that they have read it
rules-questions-ask = Questions? Ask
rules-if-it-was-broken-tell = If it was broken, tell
rules-nobody-there-are-no-exceptions = nobody: there are no exceptions
rules-who-may-allow-an-exception = Who may allow an exception
rules-kept-true-by = Kept true by
rules-changes-are-agreed-by = Changes are agreed by
rules-last-read-again = Last read again
rules-read-again = Read again
rules-meets = Meets
rules-in-force-from = In force from { $day }
rules-after-the-last = { $span } after the last
rules-overdue-since = <strong>overdue</strong> since { $day }
rules-holds-from = This rule holds from { $day }.
rules-review-late = This rule should have been read again by { $day }. Ask { $owner } whether it is still true.

## Services

services-what-it-does-for-you-where = What IT does for you: where to ask, what you need, how long it takes, and who says yes.
services-what-you-want = What you want
services-where-to-ask = Where to ask
services-how-long-it-takes = How long it takes
services-what-you-can-ask-it-for = What you can ask IT for
services-you-can-ask-for = You can ask for
services-have-this-ready = Have this ready
services-what-your-department-pays = What your department pays
services-not-included = Not included
services-who-may-ask = Who may ask
services-who-looks-after-you = Who looks after you
services-who-see = { $who }; see { $decision }
services-depends-see = That depends; see { $decision }

## Start

start-who-decides = Who decides?
start-who-can-say-yes-up-to = Who can say yes, up to how much, and who decides when it is their own request.
start-what-happens-when-you-report-something = What happens when you report something, who reads it, and how you stay safe.
start-what-you-need-how-long-it = What you need, how long it takes, and who says yes.
start-what-it-may-look-at-when = What IT may look at, when, and who checks.
start-new-here = New here?
start-what-to-read-whom-to-meet = What to read, whom to meet and what to learn first.
start-handbook = Handbook
start-what-we-are-for = What we are for
start-start-here = Start here
start-what-we-do-not-do = What we do not do
start-goal = Goal
start-by = By
start-how-we-measure-it = How we measure it
start-where-we-are = Where we are
start-what-we-want-to-reach = What we want to reach
start-goals-with-where-we-are-now = Goals, with where we are now
start-organisation = Organisation
start-people-in-the-whole-organisation = People in the whole organisation
start-owner-of-this-charter = Owner of this charter
start-approved-by = Approved by
start-review = Review
start-must-agree-to-changes-of-how = Must agree to changes of how concerns are reported
start-time-zone = Time zone
start-currency = Currency
start-language = Language
start-rules-that-apply = Rules that apply
start-about-this-charter = About this charter
start-handbook-of = The handbook of IT at { $org }.
start-goal-now = now { $number }
start-goal-started-at = started at { $number }
start-goal-target = goal { $number }
start-last-review = Last on <strong>{ $day }</strong>; every { $span }

## Starters

starters-welcome-what-to-read-and-sign = Welcome. What to read and sign, whom to meet, and what to learn first.
starters-what-do-i-read-and-sign = What do I read and sign?
starters-whom-do-i-meet = Whom do I meet?
starters-what-must-i-learn = What must I learn?
starters-what-do-i-read-before-i = What do I read before I may look at anything?
starters-which-meetings-do-i-join = Which meetings do I join?
starters-when-do-we-talk-about-how = When do we talk about how I grow?
starters-where-do-i-find-the-rest = Where do I find the rest?
starters-you-need-not-do-it-all = You need not do it all on the first day. Ask whenever something is unclear: nobody minds.
starters-training-money-and-time = training, money and time
starters-hours-rest-and-support = hours, rest and support
starters-what-we-promise-each-other = what we promise each other
starters-who-can-say-yes = who can say yes
starters-if-something-is-wrong = if something is wrong
starters-what-our-words-mean = what our words mean
starters-leads = { $person } leads { $team }
starters-stands-in =
    { $count ->
        [one] { $people } stands in for { $role }
       *[other] { $people } stand in for { $role }
    }
starters-only-after = { $access }: only after you have read { $rule }<soft> (for </soft>{ $roles }<soft>)</soft>
starters-meeting = { $meeting }, { $often }: { $who }
starters-meeting-if-you-like = { $meeting }, { $often }: { $who }<soft>, if you like</soft>
starters-talk = { $meeting }, { $often }, with { $who }

## Teams

teams-who-is-who-what-they-do = Who is who, what they do, and who stands in.
teams-people = People
teams-teams = Teams
teams-people-who-have-left = People who have left
teams-name = Name
teams-part-of = Part of
teams-teams-in-it = Teams in it
teams-about-the-team = About the team
teams-people-in-the-team = People in the team
teams-more-about-this-team = More about this team

## Working

working-hours-rest-turns-at-the-desk = Hours, rest, turns at the desk and on call, and what to do when it is too much.
working-when-do-we-work = When do we work?
working-when-may-i-be-out-of = When may I be out of reach?
working-may-i-move-my-hours = May I move my hours?
working-may-i-work-from-elsewhere = May I work from elsewhere?
working-when-do-i-take-a-break = When do I take a break?
working-how-many-days-off-do-i = How many days off do I have?
working-what-is-the-most-that-may = What is the most that may be asked of me?
working-where-do-we-talk-about-how = Where do we talk about how much there is?
working-what-if-it-is-too-much = What if it is too much?
working-where-can-i-find-support = Where can I find support?
working-in-a-week = In a week
working-on-a-usual-day = On a usual day
working-everybody-is-here = Everybody is here
working-at-weekends-all-day = At weekends, all day.
working-not-as-a-rule = Not as a rule.
working-in-a-year = In a year
working-public-holidays = Public holidays
working-come-on-top = come on top
working-who-does-my-work-in-the = Who does my work in the meantime
working-work-in-a-week-at-most = Work in a week, at most
working-rest-between-two-days-at-least = Rest between two days, at least
working-rest-in-one-piece-each-week = Rest in one piece each week, at least
working-projects-at-once-at-most = Projects at once, at most
working-ask-first-it-may-be-shared = ask first: it may be shared
working-how-to-reach-it = How to reach it
working-who-at-work-hears-of-it = Who at work hears of it
working-where-to-find-support = Where to find support
working-quiet-from-until = From { $from } until { $to }.
working-quiet-from = From { $from }.
working-quiet-until = Until { $to }.
working-remote = Yes, up to <strong>{ $days }</strong> a week.
working-break-after-for = After { $after } of work at the latest, for at least { $least }.
working-break-after = After { $after } of work at the latest.
working-break-for = For at least { $least }.

## Find

find-everything-from-a-to-z = Everything from A to Z
find-every-question-page-and-word-of = Every question, page and word of this handbook.
find-other = 0–9

## Agenda

agenda-led-by = Led by { $role }.
agenda-hours = Hours: { $hours }.
agenda-steps-in = Steps in: { $person }.
agenda-turn = { $rota }: { $person }

## Words-page

words-also-called = <soft>Also called: </soft>{ $names }
words-better-to-say = <soft>Better to say: </soft>{ $word }
words-read-more = <soft>Read more: </soft>{ $place }
words-more-about = More about “{ $word }”

## Site

handbook-of = { $handbook } of { $org }
handbook-made-from = { $handbook } of { $org }. Made from the charter as it was on { $day }.
changed-in = { $day } in { $commit }
feed-title = Changes: { $handbook }
not-found = This page is not here
not-found-why = It may have another name now, or be in a handbook for fewer people.
not-found-start = Start again at { $handbook }.
llms-about = The handbook of an IT team: who does what, who decides, what you can ask for and which rules hold. True as of { $day }.
llms-pages = Pages

## Templates

link-to = Link to { $title }
footnote = Footnote { $number }
footnote-back = Back to footnote { $number } in the text
task-done = Done
task-to-do = To do
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table-number = Table { $number }
picture = Picture
figure-as-a-table = The same as a table
figure-named = Picture: { $title }
figure-needs-a-look = needs a look
figure-and-more = and { $count } more
template-skip = Skip to the content
template-search = Search
template-menu = Menu
template-sections = Sections
template-start = Start page
template-trail = Where you are
template-contents = On this page
template-all-contents = Contents
template-turn = Previous and next
template-previous = Previous
template-next = Next
template-owner = Looked after by
template-last-reviewed = Last reviewed
template-version = Version
template-as-of = True as of
template-source = Written in
template-edit = Edit this page
template-changed = Last changed
template-changes = Changes
template-feedback = Something wrong here?
template-top = Back to the top
template-rule = Rule
template-role = Role
template-find = A–Z

## Scripts

script-colours-device = Colours: as on your device. Change to light
script-colours-light = Colours: light. Change to dark
script-colours-dark = Colours: dark. Change to as on your device
script-choose = Choose…
script-everybody = Show everybody
script-my-amount = My amount
script-nobody = Nobody is named for this.
search-close = Close
search-hits = What was found
search-search = Search this handbook
search-slash = The key / opens the search
search-unreadable = The search cannot be read here.
search-best = The best { $shown } of { $all }.
search-found = { $all } found.
search-nothing = Nothing found for “{ $words }”.
search-try = Try another word, or look at { $list }.
search-try-or-ask = Try another word, or look at { $list }. You can also ask us: { $help }.
search-list = everything from A to Z

## Changes

change-class-power-widened = somebody may do more
change-class-check-weakened = a check holds less
change-class-reporting-route = the ways to report a concern change
change-class-accountability-moved = somebody else answers for something
change-class-template = a template of the handbook changes
change-class-policy-meaning = a rule says something else
change-class-people = somebody else fills a role
change-class-reward = pay or awards change
change-class-power-narrowed = somebody may do less
change-class-check-strengthened = a check holds more
change-class-policy-wording = a rule says the same in other words
change-class-record = something that happened is written down
change-class-editorial = words that decide nothing change
changes-agreed-by-power-widened = the next step up, or the role above; for what IT can see, those who decide and check
changes-agreed-by-check-weakened = who answers for it, and who is no longer asked
changes-agreed-by-reporting-route = the role that looks after the ways to report a concern
changes-agreed-by-accountability-moved = who answered for it before, and who does from now on
changes-agreed-by-template = the role that agrees to changes of the charter
changes-agreed-by-policy-meaning = the role that agrees to changes of the rule
changes-agreed-by-people = the role above
changes-agreed-by-reward = the role that keeps pay and awards true
changes-agreed-by-power-narrowed = who answers for it
changes-agreed-by-check-strengthened = who answers for it
changes-agreed-by-policy-wording = the role that keeps the rule true
changes-agreed-by-record = the person whose record it is; for an edited one, the role that agrees to changes of the charter
changes-agreed-by-editorial = anyone who answers for something
changes-what = What changes
changes-who-must-agree = Who must agree
changes-and-in-this-charter = And, in this charter
changes-title = Who must agree to a change of this charter?
changes-nobody-agrees = Nobody agrees to what they wrote themselves, or gain by.
changes-people =
    { $count ->
        [one] at least { $count } different people
       *[other] at least { $count } different people
    }

## What changed

changed-title = What changed
changed-lead = What is different in this charter, from { $since } to { $until }.
changed-now = now
changed-nothing = Nothing changed that stands in this handbook.
changed-signs = What is new has a +, and what is gone a −.
changed-class-power-widened = Somebody may do more
changed-class-check-weakened = A check or a promise holds less
changed-class-reporting-route = Ways to report a concern
changed-class-accountability-moved = Who answers for what
changed-class-template = How the handbook looks
changed-class-policy-meaning = What rules say
changed-class-people = People and their roles
changed-class-reward = Pay and thanks
changed-class-power-narrowed = Somebody may do less
changed-class-check-strengthened = A check or a promise holds more
changed-class-policy-wording = Wording of rules
changed-class-record = Records
changed-class-editorial = Descriptions
changed-here = What happened here
changed-on-a-day = <soft>{ $day }:</soft> { $sentence }
changed-note = Note: { $note }.
changed-since-version = What changed since version { $version }
changed-since-before = What changed since the version before
changed-version-came = Version { $version } came on { $day }.
changed-said = { $sentence }. <soft>It said:</soft> { $words }
