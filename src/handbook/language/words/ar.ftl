### كلمات الدليل بالعربية.
###
### The handbook's words in Arabic. A message is a key, `=` and words; `{ $name }` stands for a value. `<strong>`,
### `<soft>` and `<code>` say how words look. Digits are the Western ones throughout, as dates, ids and amounts in a
### charter are written with them.

direction = rtl

## Days, times, amounts and lists

date = { $day } { $month } { $year }
date-short = { $day } { $month }
month = { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
weekday-mon = الاثنين
weekday-tue = الثلاثاء
weekday-wed = الأربعاء
weekday-thu = الخميس
weekday-fri = الجمعة
weekday-sat = السبت
weekday-sun = الأحد
weekday-short-mon = الاثنين
weekday-short-tue = الثلاثاء
weekday-short-wed = الأربعاء
weekday-short-thu = الخميس
weekday-short-fri = الجمعة
weekday-short-sat = السبت
weekday-short-sun = الأحد
hours-always = دائمًا
hours-days = { $first }–{ $last }
hours-and-days = { $days }، { $more }
hours = { $days } { $hours }
hours-and-hours = { $hours }؛ { $more }
span-minute =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
span-hour =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
span-working-hour =
    { $count ->
        [zero] { $count } ساعة عمل
        [one] ساعة عمل واحدة
        [two] ساعتي عمل
        [few] { $count } ساعات عمل
        [many] { $count } ساعة عمل
       *[other] { $count } ساعة عمل
    }
span-day =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
span-working-day =
    { $count ->
        [zero] { $count } يوم عمل
        [one] يوم عمل واحد
        [two] يومي عمل
        [few] { $count } أيام عمل
        [many] { $count } يوم عمل
       *[other] { $count } يوم عمل
    }
span-week =
    { $count ->
        [zero] { $count } أسبوع
        [one] أسبوع واحد
        [two] أسبوعين
        [few] { $count } أسابيع
        [many] { $count } أسبوعًا
       *[other] { $count } أسبوع
    }
span-month =
    { $count ->
        [zero] { $count } شهر
        [one] شهر واحد
        [two] شهرين
        [few] { $count } أشهر
        [many] { $count } شهرًا
       *[other] { $count } شهر
    }
span-term =
    { $count ->
        [zero] { $count } فصل
        [one] فصل واحد
        [two] فصلين
        [few] { $count } فصول
        [many] { $count } فصلًا
       *[other] { $count } فصل
    }
span-year =
    { $count ->
        [zero] { $count } سنة
        [one] سنة واحدة
        [two] سنتين
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }
every-minute =
    { $count ->
        [zero] كل { $count } دقيقة
        [one] كل دقيقة
        [two] كل دقيقتين
        [few] كل { $count } دقائق
        [many] كل { $count } دقيقة
       *[other] كل { $count } دقيقة
    }
every-hour =
    { $count ->
        [zero] كل { $count } ساعة
        [one] كل ساعة
        [two] كل ساعتين
        [few] كل { $count } ساعات
        [many] كل { $count } ساعة
       *[other] كل { $count } ساعة
    }
every-working-hour =
    { $count ->
        [zero] كل { $count } ساعة عمل
        [one] كل ساعة عمل
        [two] كل ساعتي عمل
        [few] كل { $count } ساعات عمل
        [many] كل { $count } ساعة عمل
       *[other] كل { $count } ساعة عمل
    }
every-day =
    { $count ->
        [zero] كل { $count } يوم
        [one] كل يوم
        [two] كل يومين
        [few] كل { $count } أيام
        [many] كل { $count } يومًا
       *[other] كل { $count } يوم
    }
every-working-day =
    { $count ->
        [zero] كل { $count } يوم عمل
        [one] كل يوم عمل
        [two] كل يومي عمل
        [few] كل { $count } أيام عمل
        [many] كل { $count } يوم عمل
       *[other] كل { $count } يوم عمل
    }
every-week =
    { $count ->
        [zero] كل { $count } أسبوع
        [one] كل أسبوع
        [two] كل أسبوعين
        [few] كل { $count } أسابيع
        [many] كل { $count } أسبوعًا
       *[other] كل { $count } أسبوع
    }
every-month =
    { $count ->
        [zero] كل { $count } شهر
        [one] كل شهر
        [two] كل شهرين
        [few] كل { $count } أشهر
        [many] كل { $count } شهرًا
       *[other] كل { $count } شهر
    }
every-term =
    { $count ->
        [zero] كل { $count } فصل
        [one] كل فصل
        [two] كل فصلين
        [few] كل { $count } فصول
        [many] كل { $count } فصلًا
       *[other] كل { $count } فصل
    }
every-year =
    { $count ->
        [zero] كل { $count } سنة
        [one] كل سنة
        [two] كل سنتين
        [few] كل { $count } سنوات
        [many] كل { $count } سنة
       *[other] كل { $count } سنة
    }
list-comma = { $before }، { $after }
list-and = { $before } و{ $after }
list-semicolon = { $before }؛ { $after }

## What fields may hold

access-kind-personal = بيانات شخصية
access-kind-control = أدوات التحكم في الأنظمة
access-kind-secret = معلومات خاصة بالمؤسسة
channel-kind-query = الأسئلة والطلبات
channel-kind-incident = الأعطال العاجلة
channel-kind-update = الأخبار
channel-kind-feedback = الملاحظات
channel-kind-conflict = الخلافات
channel-kind-recognition = الشكر والتقدير
channel-kind-social = التواصل الاجتماعي
channel-kind-speak-up = البلاغات
profile-eu = الاتحاد الأوروبي
profile-uk = المملكة المتحدة
profile-us = الولايات المتحدة
profile-au = أستراليا
profile-school = مدرسة
profile-healthcare = رعاية صحية
profile-open-source = مشروع مفتوح المصدر
profile-small-team = فريق صغير
offer-kind-certificate = شهادة
offer-kind-course = دورة
offer-kind-conference = مؤتمر
offer-kind-workshop = ورشة عمل
offer-kind-mentoring = إرشاد
offer-kind-shadowing = مرافقة في العمل
meeting-kind-update = الأخبار
meeting-kind-one-to-one = لقاء فردي
meeting-kind-feedback = الملاحظات
meeting-kind-knowledge-sharing = تبادل المعرفة
meeting-kind-cross-functional = العمل بين الفرق
meeting-kind-brainstorming = البحث عن أفكار
meeting-kind-team-building = بناء الفريق
meeting-kind-recognition = التقدير
meeting-kind-performance = تقييم الأداء
meeting-kind-growth = التطور
meeting-kind-wellbeing = الرفاه
meeting-kind-retrospective = النظر إلى ما مضى
plan-status-wanted = مطلوب
plan-status-booked = محجوز
plan-status-done = تم
plan-status-dropped = أُلغي
policy-type-conduct = السلوك
policy-type-confidentiality = السرية
policy-type-acceptable-use = الاستخدام المقبول
policy-type-respect = الاحترام
policy-type-speak-up = الإبلاغ
policy-type-monitoring = المراقبة
policy-type-remote = العمل عن بُعد
policy-type-on-call = المناوبة
policy-type-pay = الأجور
policy-type-training = التدريب
policy-type-other = أمور أخرى
policy-status-draft = مسودة
policy-status-active = سارية
policy-status-retired = متقاعدة
read-by-everyone = الجميع
read-by-it = فريق تقنية المعلومات
read-by-managers = المديرون
area-money = المال
area-access = الوصول
area-change = التغيير
area-privacy = الخصوصية
area-people = الناس
area-data = المعلومات
area-incident = الحوادث
area-supply = الموردون والعقود
rota-kind-desk = المكتب
rota-kind-on-call = عند الطلب

## The ten topics

topic-communication = التواصل
topic-growth = التطور
topic-collaboration = التعاون
topic-recognition = التقدير
topic-work-and-life = العمل والحياة
topic-ethics = الأخلاقيات
topic-roles = الأدوار
topic-pressure = الضغط
topic-respect = الاحترام
topic-pay = الأجور
sign-goals = أهداف
sign-what-each-role-is-expected-to-do = ما يُنتظر من كل دور
sign-what-happens-when-nobody-answers = ما يحدث عندما لا يرد أحد
sign-plain-words = كلمات واضحة
sign-training = تدريب
sign-money-or-time-for-training = مال أو وقت للتدريب
sign-what-each-role-needs = ما يحتاجه كل دور
sign-thank-yous = كلمات شكر
sign-awards = جوائز
sign-breaks = فترات الراحة
sign-days-off = أيام الإجازة
sign-quiet-time = أوقات الهدوء
sign-hours-or-a-place-that-can-move = مرونة في الساعات أو المكان
sign-what-it-can-see = ما يمكن لتقنية المعلومات رؤيته
sign-who-has-read-which-rule = من قرأ أي قاعدة
sign-what-each-role-may-and-must-not-do = ما يجوز وما لا يجوز لكل دور
sign-who-decides-what = من يقرر ماذا
sign-limits-of-the-load = حدود عبء العمل
sign-what-to-do-when-it-is-too-much = ما العمل عندما يزيد الأمر عن الحد
sign-support = دعم
sign-what-we-promise-each-other = ما نعد به بعضنا بعضًا
sign-pay-grades = درجات الأجور
sign-how-pay-is-set = كيف تُحدَّد الأجور
sign-policy = قاعدة عن { $what }
sign-meeting = اجتماع من أجل { $what }
sign-channel = قناة من أجل { $what }

## Pages of the navigation

section-access = ما يمكن لتقنية المعلومات رؤيته
section-auditors = للمدققين
section-rules = القواعد
section-calendar = تقويمنا
section-concern = الإبلاغ عن مشكلة
section-decisions = من يقرر ماذا
section-more = المزيد
section-growing = التطور هنا
section-health = حالة هذا الميثاق
section-help = طلب المساعدة
section-services = ما يمكنك طلبه
section-norms = أعرافنا
section-words = كلمات واضحة
section-team = الفريق
section-roles = الأدوار
section-working = العمل هنا
section-pay = الأجور والشكر
section-starters = للموظفين الجدد
section-start = البداية

## Words of many pages

common-then = ثم
common-when = متى
common-does-it = ينفذه
common-today = اليوم
common-rule = القاعدة
common-last-review = آخر مراجعة
common-next-review = المراجعة القادمة
common-grade = الدرجة
common-what = ماذا
common-is-asked-before = يُستشار قبله
common-nobody = لا أحد
common-how-many-have-read-each-rule = كم شخصًا قرأ كل قاعدة؟
common-role = الدور
common-who-fills-it = من يشغله
common-reports-to = يتبع
common-vacant = شاغر
common-skill = المهارة
common-who-says-yes = من يوافق
common-person = الشخص
common-day = اليوم
common-meeting = الاجتماع
common-how-often = كم مرة
common-quiet = هدوء
common-yes = نعم
common-no = لا
common-overdue = متأخر
common-state = الحالة
common-at-a-glance = نظرة سريعة
common-from = من
common-until = حتى
common-version = الإصدار
common-exception = استثناء
common-agreed-by = وافق عليه
common-agreed-on = تاريخ الموافقة
common-last-day = اليوم الأخير
common-status = الوضع
common-in-force-from = سارية من
common-led-by = بقيادة
common-what-it-is-for = الغرض منه
common-everything-else = كل ما عدا ذلك
common-who-answers-for-it = من المسؤول عنه
common-who-may-read-it = من يجوز له قراءتها
common-who-may-read-this-page = من يجوز له قراءة هذه الصفحة
common-what-else-is-good-to-know = ماذا يحسن أن تعرف أيضًا؟
common-what-it-costs = التكلفة
common-skills = المهارات
common-certificates = الشهادات
common-how-to-reach-it-how-fast = كيف تصل إلى تقنية المعلومات، وكم يستغرق الرد، وماذا يحدث إن لم يرد أحد.
common-for = من أجل
common-if-nobody-answers = إن لم يرد أحد
common-about = نبذة
common-team = الفريق
common-reporting-lines = خطوط التبعية
common-where = أين
common-within = خلال { $span }
common-percent = { $number } %
common-thing-and-words = { $thing }: { $words }
common-thing-remark = { $thing }<soft>، { $remark }</soft>

## Words

words-what-our-words-mean-and-what = ماذا تعني كلماتنا، وماذا نقول بدلًا منها.
words-word = الكلمة
words-what-it-means = معناها
words-words-from-a-to-z = الكلمات مرتبة هجائيًا
words-words-and-what-they-mean = الكلمات ومعانيها
words-more-about-some-words = المزيد عن بعض الكلمات
word-none = لا أحد
word-outside = شخص من خارج المؤسسة
word-next-step-up = من يقرر في الدرجة التالية
word-everyone = الجميع
hidden-rule = قاعدة ليست في هذا الدليل
hidden-page = صفحة ليست في هذا الدليل
hidden-thing = شيء ليس في هذا الدليل
role-empty = { $role } (لا أحد حاليًا)
role-filled = { $role } ({ $people })
role-filled-by-many =
    { $role } ({ $people } { $others ->
        [zero] و{ $others } آخرون
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{ $others } آخرون
        [many] و{ $others } شخصًا آخر
       *[other] و{ $others } شخص آخر
    })
holder-acting = { $person }<soft> بالنيابة</soft>
exception-by-id = الاستثناء { $id }
common-thank-yous = كلمات الشكر
common-what-a-person-has-read = ما قرأه { $person }

## Access

access-can-look-with-permission = يمكنه الاطلاع بإذن
access-says-yes = يوافق
access-can-look-and-says-yes = يمكنه الاطلاع ويوافق
access-checks-the-log = يراجع السجل
access-each-row-is-something-that-can = كل صف شيء يمكن رؤيته، وكل عمود دور. معنى كل حرف مذكور فوق الجدول.
access-who-can-see-what = من يمكنه رؤية ماذا؟
access-what-it-may-look-at-when = ما يجوز لتقنية المعلومات الاطلاع عليه، ومتى، ومن يوافق عليه، ومن يراجع، وبماذا تُخبَر.
access-your-questions = أسئلتك
access-who-can-see-it = من يمكنه رؤيته
access-who-checks = من يراجع
access-what-can-be-seen = ما يمكن رؤيته
access-what-you-are-told = بماذا تُخبَر
access-each-look-is-written-down-in = كل اطلاع يُسجَّل في
access-when-there-is-no-time-to = عندما لا يتسع الوقت للسؤال
access-kept-for = مدة الحفظ
access-rule-to-read-before-looking = قاعدة تُقرأ قبل الاطلاع
access-what-sort-of-thing-it-is = نوعه
access-we-may-look-first-without-asking = يجوز لنا الاطلاع أولًا من دون سؤال.
access-even-then-nobody-may-look-without = حتى عندئذ لا يجوز لأحد الاطلاع من دون سؤال مسبق.
access-and-checks-the-log = { $what }، ويراجع السجل
access-checked = { $by }<soft>، { $often }</soft>
access-reviewed-within = يُراجَع كل اطلاع من هذا النوع لاحقًا خلال { $within }.
access-reviewed-by = يُراجَع كل اطلاع من هذا النوع لاحقًا، والمراجع: { $by }.
access-reviewed-within-by = يُراجَع كل اطلاع من هذا النوع لاحقًا خلال { $within }، والمراجع: { $by }.

## Concern

concern-you-tell-us = تخبرنا.
concern-we-say-that-we-have-it = نؤكد أن البلاغ وصلنا.
concern-someone-who-is-not-involved-looks = ينظر فيه شخص لا علاقة له بالأمر.
concern-you-hear-the-result = تعرف النتيجة.
concern-if-you-are-not-content = إن لم ترضَ بالنتيجة
concern-what-happens-after-you-report = ماذا يحدث بعد بلاغك
concern-times-count-from-the-day-you = تُحسب المدد من يوم إبلاغك لنا.
concern-what-happens = ماذا يحدث
concern-anybody-else = أي شخص آخر
concern-if-your-concern-is-about-somebody = إن كان بلاغك عن شخص هنا فاستخدم أحد هذه الطرق
concern-they-lead-past-that-person-and = لا تمر هذه الطرق بذلك الشخص ولا بمن يعملون تحت إدارته. ولا يُرسَل اختيارك ولا يُحفَظ.
concern-who-is-your-concern-about = عمّن بلاغك؟
concern-safe-routes-for-each-person-and = الطرق الآمنة لكل شخص ودور
concern-if-it-is-about = إن كان عن
concern-use = استخدم
concern-none-of-our-routes-leads-past = لا توجد بعد طريق من طرقنا لا تمر به. توجّه إلى شخص من الخارج تثق به.
concern-what-happens-when-you-report-something = ماذا يحدث عندما تبلغ عن شيء، ومن يقرأ البلاغ، وما العمل إن كان البلاغ عنه.
concern-who-is-it-about = عمّن هو؟
concern-who-guards-these-routes = من يحرس هذه الطرق
concern-pick-the-route-you-trust-you = اختر الطريق التي تثق بها. لا تحتاج إلى إذن أحد، ويمكنك سلوك أكثر من طريق.
concern-your-routes = طرقك
concern-who-reads-it = من يقرؤه
concern-you-need-not-give-your-name = لست مضطرًا إلى ذكر اسمك.
concern-you-need-to-give-your-name = عليك ذكر اسمك.
concern-it-staff-cannot-read-what-you = لا يستطيع موظفو تقنية المعلومات قراءة بلاغك.
concern-it-staff-who-look-after-the = قد يستطيع موظفو تقنية المعلومات الذين يعتنون بالنظام قراءة بلاغك.
concern-first = أولًا
concern-outside-help = مساعدة من الخارج: { $help }
concern-after-you-report = بعد بلاغك: { $channel }
concern-person = { $person } ({ $roles })
concern-help-from-outside = مساعدة من الخارج: { $help }
concern-guarded-by = لا يمكن لأحد تغيير هذه الطرق من دون موافقة { $owner }.
concern-route = { $channel }: يقرؤه { $readers }. { $purpose }
concern-about-the-reader = هل هو عن الشخص الذي يقرؤه؟ استخدم { $route } بدلًا منه.
concern-protected = أنت محمي: لا يجوز لأحد معاقبتك على الإبلاغ. انظر { $rule }.

## Cover

cover-can-stand-in = يمكنه أن ينوب
cover-each-row-is-work-that-must = كل صف عمل يجب أن يستمر، وكل عمود شخص. الصف ذو النقطة الواحدة يعتمد على شخص واحد.
cover-who-does-it-and-who-can = من ينفذه، ومن يمكنه أن ينوب؟

## Escalation

escalation-at-once = فورًا
escalation-who-is-next-and-when = من التالي، ومتى
escalation-start-at-the-top-if-nothing = ابدأ من الأعلى. إن لم يحدث شيء فانتقل إلى التالي عندما يحين وقته؛ وتُحسب المدد من أول إبلاغ لك.
escalation-who-or-what = من، أو ماذا
escalation-after = بعد { $times }
escalation-who-is-next = من التالي: { $escalation }
escalation-one-or-other = { $one } أو { $other }
escalation-who-does-what = { $who }: { $what }

## Freshness

freshness-rules-by-their-next-review = القواعد حسب مراجعتها القادمة
freshness-a-dot-is-the-last-review = النقطة هي آخر مراجعة للقاعدة، ويمتد شريطها إلى المراجعة القادمة. الشريط ذو الحافة السميكة متأخر.
freshness-how-fresh-are-the-rules = ما مدى حداثة القواعد؟
freshness-due-since = مستحقة منذ { $day }
freshness-again-by = مجددًا قبل { $day }
freshness-last-read-again = أُعيدت قراءتها آخر مرة في { $day }

## Lamps

lamps-the-ten-topics = الموضوعات العشرة
lamps-how-many = { $on } من { $all } موضوعات لها شيء في الميثاق. يبيّن الجدول ما هو.

## Pay

pay-least = الأدنى
pay-most = الأعلى
pay-a-bar-for-each-grade-where = شريط لكل درجة. حيث يقع شريطان أحدهما فوق الآخر تتداخل الدرجتان؛ وحيث يوجد فراغ بين طرفيهما توجد فجوة.
pay-what-can-be-won = ماذا يمكن الفوز به؟
pay-how-pay-is-set-whom-to = كيف تُحدَّد الأجور، ومن تسأل، وماذا يمكن الفوز به، ومن شُكر.
pay-what-can-be-won-and-who = ماذا يمكن الفوز به، ومن شُكر.
pay-who-was-thanked-and-for-what = من شُكر، وعلى ماذا.
pay-who-keeps-this-page-true = من يحافظ على صحة هذه الصفحة
pay-how-is-pay-set = كيف تُحدَّد الأجور؟
pay-who-looks-after-this = من يعتني بهذا؟
pay-what-decides-it = ما الذي يحددها
pay-what-makes-it-go-up = ما الذي يرفعها
pay-when-it-is-looked-at = متى يُنظر فيها
pay-whom-to-ask = من تسأل
pay-yes-nobody-may-forbid-it = نعم. لا يجوز لأحد منع ذلك.
pay-no = لا
pay-may-we-talk-about-our-pay = هل يجوز لنا الحديث عن أجورنا؟
pay-besides-pay = إلى جانب الأجر
pay-level-of-7 = المستوى، من 7
pay-least-in-a-year = الأدنى في السنة
pay-most-in-a-year = الأعلى في السنة
pay-pay-grades = درجات الأجور
pay-what-are-the-pay-grades = ما هي درجات الأجور؟
pay-what-for = على ماذا
pay-the-prize = الجائزة
pay-who-can-win = من يمكنه الفوز
pay-who-can-suggest-somebody = من يمكنه ترشيح شخص
pay-who-decides = من يقرر
pay-where-the-winner-is-named = أين يُعلن اسم الفائز
pay-thank-you-to = شكرًا إلى
pay-who-was-thanked = من شُكر؟
pay-thank-yous-newest-first = كلمات الشكر، الأحدث أولًا
pay-from-least-to-most = من الأدنى إلى الأعلى في السنة، بعملة { $currency }
pay-in-a-year = الأجر في السنة، بعملة { $currency }
pay-range = من { $least } إلى { $most }

## Raci

raci-answers-for-it = مسؤول عنه
raci-is-asked-before = يُستشار قبله
raci-is-told = يُخبَر به
raci-column-answers = المسؤول عنه
raci-does-it = من ينفذه
raci-column-told = من يُخبَر به
raci-each-row-is-something-to-be = كل صف شيء يُقرَّر أو يُنفَّذ، وكل عمود طرف له دور فيه.
raci-much-for-one-person = كثير على شخص واحد
raci-in-all = في المجموع
raci-answers-for-how-many = عدد ما هو مسؤول عنه

## Reading

reading-filled-has-read-the-rule-as = ممتلئ: قرأ القاعدة كما هي الآن. مخطط: يعرف إصدارًا أقدم، أو عليه قراءتها من جديد. متقطع: لم يقل شيئًا بعد.
reading-half = النصف
reading-everybody = الجميع
reading-count-have = { $count } قرؤوها
reading-count-due-again = { $count } عليهم قراءتها من جديد
reading-count-older-version = { $count } قرؤوا إصدارًا أقدم
reading-count-not-yet = { $count } ليس بعد

## Reports

reports-who-reports-to-whom = من يتبع من
reports-roles-from-the-top-down = الأدوار من الأعلى إلى الأسفل
reports-outside-it = خارج تقنية المعلومات
reports-each-role-stands-below-the-one = يقع كل دور تحت الدور الذي يتبعه.
reports-acting = { $person } (بالنيابة)
reports-and-others =
    { $others ->
        [zero] و{ $others } آخرون
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{ $others } آخرون
        [many] و{ $others } شخصًا آخر
       *[other] و{ $others } شخص آخر
    }
reports-dashed = إطار متقطع: لا يشغله أحد حاليًا.
reports-striped = خطوط: شخص ينوب.
reports-quiet = رمادي بزوايا مستديرة: خارج تقنية المعلومات.

## Skills

skills-how-many-people-have-each-skill = كم شخصًا يملك كل مهارة؟
skills-the-numbers-are-people-at-each = الأرقام هي عدد الأشخاص في كل مستوى؛ ولا يُذكر اسم أحد.
skills-people =
    { $count ->
        [zero] شخص
        [one] شخص
        [two] شخصان
        [few] أشخاص
        [many] شخصًا
       *[other] شخص
    }
skills-level = المستوى { $level }

## Stairs

stairs-each-step-to-the-right-is = كل درجة إلى اليمين لمبالغ أكبر، على مقياس من العشرات.
stairs-amount = المبلغ
stairs-somebody =
    { $place ->
        [first] { $reach } يمكن أن يوافق { $who }
       *[next] { $reach } { $who }
    }
stairs-nobody =
    { $place ->
        [first] { $reach } لا يمكن لأحد أن يوافق
       *[next] { $reach } لا أحد
    }
stairs-above-that = فوق ذلك
stairs-above = فوق <strong>{ $above }</strong>
stairs-up-to = حتى <strong>{ $up-to }</strong>
stairs-between = فوق <strong>{ $above }</strong> وحتى <strong>{ $up-to }</strong>
stairs-steps = { $step }؛ { $next }
stairs-sentence = { $steps }.
stairs-case = <strong>{ $case }</strong>: { $sentence }
stairs-together = { $who } مع { $others }
stairs-name = { $decision } ({ $case })
stairs-title = حتى أي مبلغ: { $decision }
stairs-caption = من يوافق: { $decision }

## Turns

turns-on-now = الآن
turns-eight-weeks-from-left-to-right = ثمانية أسابيع من اليسار إلى اليمين، وصف لكل شخص. ممتلئ: في المناوبة.
turns-eight-weeks-with-second = ثمانية أسابيع من اليسار إلى اليمين، وصف لكل شخص. ممتلئ: في المناوبة. مخطط: البديل.
turns-who-is-on-in-the-coming = من في المناوبة خلال الأسابيع القادمة؟
turns-share-of-the-turns = الحصة من المناوبات
turns-share-first-and-second-together = الحصة، الأول والبديل معًا
turns-the-share-of-all-turns-that = حصة كل شخص من جميع المناوبات، أولًا وبديلًا معًا.
turns-how-much-falls-on-each-of = كم يقع على كل منا؟
turns-calls-in-one-persons-turn-on = الاتصالات في مناوبة شخص واحد، في المتوسط، في كل شهر.
turns-how-many-calls-were-there = كم كان عدد الاتصالات؟
turns-from = من { $day }
turns-most-healthy = أقصى حد صحي: { $limit }

## Week

week-our-week = أسبوعنا
week-time = الوقت
week-open-to-everyone = مفتوح للجميع
week-explanation = الاجتماعات حسب اليوم والوقت. الممتلئة مفتوحة للجميع.
week-explanation-with-quiet = الاجتماعات حسب اليوم والوقت. الممتلئة مفتوحة للجميع. الساعات المظللة هادئة: لا يجب على أحد أن يرد.
week-meeting = { $time } { $meeting }

## Year

year-our-year = سنتنا
year-the-coming-twelve-months-what = الأشهر الاثنا عشر القادمة: ما تُعاد مراجعته، والشهادات التي تنتهي. العلامات ذات الحافة السميكة متأخرة.
year-review = مراجعة: { $what }
year-certificates-short = { $offer } ({ $count })
year-certificates =
    { $count ->
        [zero] لا شهادة تنتهي: { $offer }
        [one] شهادة واحدة تنتهي: { $offer }
        [two] شهادتان تنتهيان: { $offer }
        [few] { $count } شهادات تنتهي: { $offer }
        [many] { $count } شهادة تنتهي: { $offer }
       *[other] { $count } شهادة تنتهي: { $offer }
    }

## Auditors

auditors-who-held-which-role-when-who = من شغل أي دور ومتى، ومن قرأ أي قاعدة، وما الذي عُلِّق العمل به.
auditors-standing-in = بالنيابة
auditors-decides-up-to = يقرر حتى
auditors-today = اليوم
auditors-who-holds-or-held-which-role = من يشغل أو شغل أي دور؟
auditors-must = المطلوب منهم
auditors-have = قرؤوها
auditors-only-an-older-version = إصدار أقدم فقط
auditors-due-again = مستحقة من جديد
auditors-not-at-all = لم يقرؤوها
auditors-who-is-missing = من لم يقرأ بعد
auditors-who-has-read-what = من قرأ ماذا؟
auditors-said-by-way-of = أفاد بذلك عبر
auditors-where-to-see-it = أين يُرى ذلك
auditors-nothing-yet = لا شيء بعد.
auditors-over = انتهى
auditors-not-yet-begun = لم يبدأ بعد
auditors-holds = سارٍ
auditors-times-made-longer = مرات التمديد
auditors-what-was-set-aside = ما الذي عُلِّق العمل به؟
auditors-owner = المسؤول
auditors-when-was-each-rule-looked-at = متى رُوجعت كل قاعدة؟
auditors-which-standards-do-the-rules-meet = ما المعايير التي تستوفيها القواعد؟
auditors-part-of-a-standard = جزء من معيار
auditors-older-than-now = { $version }، <strong>إصدار أقدم</strong>: الآن { $now }

## Calendar

calendar-what-meetings-talks-and-reviews = ما هناك من اجتماعات ولقاءات ومراجعات، وما يمكنك حضوره منها.
calendar-who-comes = من يحضر
calendar-meetings-the-most-frequent-first = الاجتماعات، الأكثر تكرارًا أولًا
calendar-what-is-on-in-a-week = ماذا لدينا في الأسبوع؟
calendar-what-is-due-this-year = ما المستحق هذه السنة؟
calendar-put-it-into-your-own-calendar = أضفه إلى تقويمك
calendar-open-to-everyone = مفتوح للجميع
calendar-everyone-may-come = يمكن للجميع الحضور.
calendar-what-comes-out-of-it = ما ينتج عنه
calendar-how-long = المدة
calendar-who-leads-it = من يقوده
calendar-must-i-come = هل يجب أن أحضر؟
calendar-no-you-may-stay-away = لا، يمكنك ألا تحضر.
calendar-what-is-said-there-stays-there = ما يقال هناك يبقى هناك.
calendar-is-it-private = هل هو خاص؟
calendar-who-else-reads-the-result = من يقرأ النتيجة أيضًا
calendar-where-are-the-notes = أين المحاضر؟
calendar-file = { $file }: ما يتكرر كل يوم أو كل أسبوع في ساعة معروفة.
calendar-file-with-turns = { $file }: ما يتكرر كل يوم أو كل أسبوع في ساعة معروفة، ومناوبات الأسابيع الثمانية القادمة.
calendar-open = مفتوح
calendar-second-reader = { $reader }<soft>، حرصًا على العدل</soft>
calendar-notes-in = في { $place }

## Decisions

decisions-who-can-say-yes-who-does = من يمكنه الموافقة، ومن ينفذ العمل، ومن يقرر عندما يكون الطلب طلبه هو.
decisions-question = السؤال
decisions-who-does-it = من ينفذه
decisions-up-to-how-much = حتى أي مبلغ
decisions-who-does-what = من يفعل ماذا
decisions-all-in-one-table = الكل في جدول واحد
decisions-the-answer = الجواب
decisions-more-about-this = المزيد عن هذا
decisions-nobody-may-say-yes = لا يجوز لأحد أن يوافق
decisions-answers-for-it-accountable = المسؤول عنه (المساءلة)
decisions-does-it-responsible = من ينفذه (التنفيذ)
decisions-is-asked-before-consulted = من يُستشار قبله (الاستشارة)
decisions-is-told-informed = من يُخبَر به (الإبلاغ)
decisions-told-by-way-of = يُخبَر عبر
decisions-when-the-one-who-decides-asks = عندما يطلب صاحب القرار لنفسه
decisions-when-the-last-step-asks-for = عندما تطلب الدرجة الأخيرة لنفسها
decisions-kept-apart-segregation-of-duties = يُفصل عنه (فصل المهام)
decisions-area = المجال
decisions-who-decides = من يقرر: { $area }
decisions-who-does-what-in = من يفعل ماذا: { $area }
decisions-decides = صاحب القرار والمسؤول عنه: { $who }.
decisions-add-up = تُجمع المبالغ { $how }، فلا يفيد تقسيم الطلب.
decisions-answers-for-all = المسؤول عن ذلك كله: { $who }.
decisions-together = { $who }، مع { $others }
decisions-step-when = <strong>{ $when }</strong>: { $who }.
decisions-step = { $who }.
decisions-must-not-also-do = من ينفذ هذا لا يجوز له أن ينفذ أيضًا: { $others }

## Exceptions

exceptions-exceptions-no-longer-in-force = استثناءات لم تعد سارية
exceptions-what-is-set-aside = ما الذي عُلِّق العمل به
exceptions-why = لماذا
exceptions-what-could-go-wrong = ما الذي قد يسوء
exceptions-what-is-done-instead = ما الذي يُفعل بدلًا منه
exceptions-made-longer = التمديد
exceptions-until = { $exception }، حتى { $day }: { $instead }
exceptions-to-statement = استثناء من { $rule }، { $statement }
exceptions-to-rule = استثناء من { $rule }
exceptions-to-check = استثناء من الفحص { $check }
exceptions-times =
    { $count ->
        [zero] لم يُمدَّد
        [one] مرة واحدة
        [two] مرتان
        [few] { $count } مرات
        [many] { $count } مرة
       *[other] { $count } مرة
    }
exceptions-statement = { $rule }، { $statement }
exceptions-check-at = الفحص <code>{ $check }</code> عند { $place }
exceptions-check = الفحص <code>{ $check }</code>

## Free

free-everything-else-that-is-good-to = كل ما يحسن معرفته غير ذلك.
free-pages = الصفحات
free-looked-over = تُراجَع
free-next-time = المرة القادمة
free-about-this-page = عن هذه الصفحة

## Growing

growing-what-training-money-and-time-there = ما هناك من تدريب ومال ووقت، وما تحتاجه الخطوة التالية.
growing-money-for-each-person-each-year = المال لكل شخص في السنة
growing-time-for-each-person = الوقت لكل شخص
growing-how-much-money-and-time-do = كم لدي من المال والوقت لذلك؟
growing-what-does-the-next-grade-need = ماذا تحتاج الدرجة التالية؟
growing-training = التدريب
growing-what-it-is = ما هو
growing-for-whom = لمن
growing-good-to-know = يحسن معرفته
growing-what-training-is-there = ما التدريب المتاح؟
growing-must-be-done = إلزامي
growing-in-paid-time = في وقت مدفوع
growing-in-your-own-time = في وقتك الخاص
growing-levels-from-the-first = المستويات، من الأول
growing-skills-and-their-levels = المهارات ومستوياتها
growing-which-skills-do-we-count-on = ما المهارات التي نعتمد عليها؟
growing-what-each-role-needs-by-grade = ما يحتاجه كل دور، حسب الدرجة
growing-again = يُعاد { $often }
growing-counts-for = صالح لمدة { $span }
growing-level = { $number }: { $level }

## Health

health-what-was-found-in-texts-for = ما وُجد في نصوص خاصة بالمديرين لا يُذكر إلا في دليل المديرين.
health-what-the-charter-covers-what-was = ما يغطيه الميثاق، وما وُجد عند فحصه، وما هو مستحق.
health-topic = الموضوع
health-how-it-stands = وضعه
health-what-is-there = ما هو موجود
health-what-is-missing = ما هو ناقص
health-the-ten-topics-of-a-charter = الموضوعات العشرة للميثاق
health-is-everything-covered = هل كل شيء مغطى؟
health-not-covered = غير مغطى
health-covered-in-part = مغطى جزئيًا
health-what-was-found = ماذا وُجد؟
health-nothing-the-charter-was-checked = لا شيء. فُحص الميثاق وكل شيء على ما يرام.
health-nothing-in-the-texts-that-are = لا شيء في النصوص المتاحة لك.
health-how-much-it-matters = مدى أهميته
health-file = الملف
health-findings-errors-first = الملاحظات، الأخطاء أولًا
health-work = العمل
health-who-can-do-it = من يمكنه تنفيذه
health-critical-work-that-the-fewest = عمل حرج لا ينفذه إلا القليل
health-what-if-somebody-is-away = ماذا لو غاب أحد؟
health-soon-due = مستحق قريبًا
health-due-on = يستحق في
health-who-sees-to-it = من يتولاه
health-what-must-be-looked-at-again = ما الذي تجب مراجعته من جديد؟
health-reviews-the-oldest-first = المراجعات، الأقدم أولًا
health-covered = مغطى
health-covered-with-findings =
    { $count ->
        [zero] { $state }، من دون ملاحظات
        [one] { $state }، مع ملاحظة واحدة
        [two] { $state }، مع ملاحظتين
        [few] { $state }، مع { $count } ملاحظات
        [many] { $state }، مع { $count } ملاحظة
       *[other] { $state }، مع { $count } ملاحظة
    }
health-more-findings = و{ $count } أخرى. لرؤيتها كلها شغّل { $command }.
health-and-more = و{ $count } أخرى.
health-totals = { $counts }.
health-errors =
    { $count ->
        [zero] لا أخطاء
        [one] خطأ واحد
        [two] خطآن
        [few] { $count } أخطاء
        [many] { $count } خطأ
       *[other] { $count } خطأ
    }
health-warnings =
    { $count ->
        [zero] لا تحذيرات
        [one] تحذير واحد
        [two] تحذيران
        [few] { $count } تحذيرات
        [many] { $count } تحذيرًا
       *[other] { $count } تحذير
    }
health-notes =
    { $count ->
        [zero] لا تنبيهات
        [one] تنبيه واحد
        [two] تنبيهان
        [few] { $count } تنبيهات
        [many] { $count } تنبيهًا
       *[other] { $count } تنبيه
    }
health-error = خطأ
health-warning = تحذير
health-note = تنبيه
health-cover =
    { $count ->
        [zero] يتوقف العمل الحرج الآن: لا أحد ينفذه.
        [one] يتوقف العمل الحرج عند غياب شخص واحد.
        [two] يستمر العمل الحرج ما لم يغب شخصان في اليوم نفسه.
        [few] يستمر العمل الحرج ما لم يغب { $count } أشخاص في اليوم نفسه.
        [many] يستمر العمل الحرج ما لم يغب { $count } شخصًا في اليوم نفسه.
       *[other] يستمر العمل الحرج ما لم يغب { $count } شخص في اليوم نفسه.
    }

## Help

help-channel = القناة
help-how = كيف
help-first-answer = أول رد
help-ways-to-reach-us = طرق الوصول إلينا
help-ways-to-reach-it = طرق الوصول إلى تقنية المعلومات
help-we-do-not-answer-here = لا نرد هنا
help-read-by = يقرؤها
help-you-hear-the-result-within = تعرف النتيجة خلال
help-outside-help = مساعدة من الخارج
help-not-for = ليست من أجل
help-who-may-use-it = من يجوز له استخدامها
help-meant-for = مخصصة من أجل
help-if-something-is-down = عند تعطل شيء
help-looked-after-by = يعتني بها
help-still-works-when-any-of-our = تبقى تعمل عند تعطل أي من خدماتنا
help-use-this-when-something-has-stopped = استخدم هذا عندما يتوقف شيء عن العمل.
help-use-this-when-a-request-has = استخدم هذا عندما يبقى طلب بلا رد.
help-use-this-when-people-disagree = استخدم هذا عندما يختلف الناس.
help-use-this-when-nobody-has-dealt = استخدم هذا عندما لا يعالج أحد بلاغًا.
help-concern-instead = هل الأمر عن تحرش أو تنمر أو مخالفة قواعد؟ استخدم { $page } بدلًا من ذلك.
help-replies-within = خلال <strong>{ $span }</strong>
help-open = مفتوحة
help-works-without = تبقى تعمل عند تعطل: { $services }
help-works-without-any-except = تبقى تعمل عند تعطل أي من خدماتنا، ما عدا { $services }
help-step = { $step }<soft> إن لم يحدث شيء خلال { $wait } فانتقل إلى الخطوة التالية.</soft>

## Norms

norms-what-you-may-expect-of-it = ما يحق لك أن تنتظره من تقنية المعلومات، وما يحق لها أن تنتظره منك.
norms-what-it-promises = بماذا تَعِد تقنية المعلومات
norms-what-staff-promise = بماذا يَعِد الموظفون
norms-what-managers-promise = بماذا يَعِد المديرون
norms-seen-when = <strong>يظهر ذلك عندما: </strong>{ $sign }

## People

people-growing = التطور
people-more = المزيد
people-say-the-name = نطق الاسم
people-pronouns = الضمائر
people-write-to = المراسلة
people-started = تاريخ البدء
people-left = تاريخ المغادرة
people-stands-in-for = ينوب عن
people-on-forges = على منصات الشيفرة
people-commits-as = عناوين الإيداع
people-plan = الخطة
people-working-towards = يعمل نحو
people-next-growth-talk = لقاء التطور القادم
people-handle = { $forge }: { $name }
people-certificate-until = { $offer }<soft>، نالها في { $got }</soft><soft>، تنتهي في { $expires }</soft>
people-certificate = { $offer }<soft>، نالها في { $got }</soft>
people-plan-by-status = { $offer }<soft>، قبل { $day }</soft><soft>، { $status }</soft>
people-plan-by = { $offer }<soft>، قبل { $day }</soft>
people-plan-status = { $offer }<soft>، { $status }</soft>

## Roles

roles-what-each-role-is-for-who = الغرض من كل دور، ومن يشغله، ومن ينوب عنه.
roles-roles-in-it = أدوار في تقنية المعلومات
roles-roles-outside-it = أدوار خارج تقنية المعلومات
roles-who-stands-in = من ينوب
roles-who-it-is = من هو
roles-what-you-can-expect = ماذا يمكنك أن تنتظر
roles-may-decide-alone = يجوز له أن يقرر وحده
roles-must-ask-first = عليه أن يسأل أولًا
roles-must-never = لا يجوز له أبدًا
roles-what-the-role-answers-for-and = ما يُسأل عنه الدور وما ينفذه
roles-what-the-role-needs = ما يحتاجه الدور
roles-more-about-this-role = المزيد عن هذا الدور
roles-filled-by = يشغله
roles-contact = التواصل
roles-stands-in = ينوب عنه
roles-leads = يقود
roles-seats = المقاعد
roles-critical = حرج
roles-yes-work-stops-without-it = نعم: يتوقف العمل من دونه
roles-outside-it-named-here-because = خارج تقنية المعلومات؛ يُذكر هنا لأنها تعمل معه
roles-nobody-fills-this-role-today = لا يشغل أحد هذا الدور اليوم.
roles-vacant = شاغر
roles-standing-in = بالنيابة
roles-answers-for = مسؤول عن
roles-does = ينفذ
roles-approves = يوافق على
roles-owns-the-rule = صاحب القاعدة
roles-approves-the-rule = يوافق على القاعدة
roles-looks-after = يعتني بـ
roles-provides = يقدم
roles-can-see = يمكنه رؤية
roles-checks-who-looked-at = يراجع من اطلع على
roles-from = من { $from }
roles-until = حتى { $until }
roles-deciding-up-to = يقرر حتى { $amount }
roles-skill-in-words = { $skill }، المستوى { $level }<soft>: { $words }</soft>
roles-skill = { $skill }، المستوى { $level }

## Rotas

rotas-how-many-calls-there-were = عدد الاتصالات
rotas-month = الشهر
rotas-calls-in-a-turn = الاتصالات في المناوبة
rotas-what-it-looks-after = ما تعتني به
rotas-day-and-night-all-week = ليلًا ونهارًا طوال الأسبوع
rotas-a-turn-lasts = مدة المناوبة
rotas-the-first-turn-began = بدأت المناوبة الأولى
rotas-who-takes-turns-in-this-order = من يتناوب، بهذا الترتيب
rotas-who-steps-in-in-the-same = البديل، بالترتيب نفسه
rotas-answers-within = يرد خلال
rotas-what-one-gets-for-it = المقابل
rotas-after-a-call-at-night = بعد اتصال ليلي
rotas-first = الأول
rotas-steps-in = البديل
rotas-who = من
rotas-the-turns-now-and-next = المناوبات الآن ولاحقًا
rotas-on-now = <strong>من في المناوبة؟ </strong>الآن وحتى { $day }: { $person }.
rotas-on-first = <strong>من في المناوبة؟ </strong>تبدأ المناوبة الأولى في { $day }: { $person }.
rotas-on-second = إن لم يرد أحد: { $person }.

## Rules

rules-what-must-be-followed-by-whom = ما يجب اتباعه، وعلى من، ومتى رُوجعت كل قاعدة آخر مرة.
rules-when-is-each-rule-read-again = متى تُعاد قراءة كل قاعدة؟
rules-rules-in-force = قواعد سارية
rules-rules-being-written = قواعد قيد الكتابة
rules-rules-no-longer-in-force = قواعد لم تعد سارية
rules-who-must-follow-it = من يجب عليه اتباعها
rules-exceptions-that-hold-now = استثناءات سارية الآن
rules-about-this-rule = عن هذه القاعدة
rules-draft = مسودة
rules-this-rule-is-being-written-nobody = هذه القاعدة قيد الكتابة. لا يجب على أحد اتباعها بعد.
rules-nobody-has-to-follow-this-rule = لم يعد على أحد اتباع هذه القاعدة. وهي محفوظة كي يبقى الماضي مفهومًا.
rules-no-longer-in-force = لم تعد سارية
rules-not-yet-in-force = لم تسرِ بعد
rules-review-overdue = المراجعة متأخرة
rules-who-must-say-that-they-have = من عليه أن يقر بأنه قرأها
rules-questions-ask = أسئلة؟ اسأل
rules-if-it-was-broken-tell = إن خولفت فأخبر
rules-nobody-there-are-no-exceptions = لا أحد: لا استثناءات
rules-who-may-allow-an-exception = من يجوز له السماح باستثناء
rules-kept-true-by = يحافظ على صحتها
rules-changes-are-agreed-by = يوافق على التغييرات
rules-last-read-again = آخر إعادة قراءة
rules-read-again = تُعاد قراءتها
rules-meets = تستوفي
rules-in-force-from = سارية من { $day }
rules-after-the-last = بعد { $span } من الأخيرة
rules-overdue-since = <strong>متأخرة</strong> منذ { $day }
rules-holds-from = تسري هذه القاعدة من { $day }.
rules-review-late = كان ينبغي أن تُعاد قراءة هذه القاعدة قبل { $day }. اسأل { $owner } هل ما زالت صحيحة.

## Services

services-what-it-does-for-you-where = ما تفعله تقنية المعلومات من أجلك: أين تطلب، وماذا تحتاج، وكم يستغرق، ومن يوافق.
services-what-you-want = ماذا تريد
services-where-to-ask = أين تطلب
services-how-long-it-takes = كم يستغرق
services-what-you-can-ask-it-for = ما يمكنك طلبه من تقنية المعلومات
services-you-can-ask-for = يمكنك طلب
services-have-this-ready = جهّز هذا
services-what-your-department-pays = ما يدفعه قسمك
services-not-included = غير مشمول
services-who-may-ask = من يجوز له الطلب
services-who-looks-after-you = من يعتني بك
services-who-see = { $who }؛ انظر { $decision }
services-depends-see = بحسب الحالة؛ انظر { $decision }

## Start

start-who-decides = من يقرر؟
start-who-can-say-yes-up-to = من يمكنه الموافقة، وحتى أي مبلغ، ومن يقرر عندما يكون الطلب طلبه هو.
start-what-happens-when-you-report-something = ماذا يحدث عندما تبلغ عن شيء، ومن يقرأ البلاغ، وكيف تبقى آمنًا.
start-what-you-need-how-long-it = ماذا تحتاج، وكم يستغرق، ومن يوافق.
start-what-it-may-look-at-when = ما يجوز لتقنية المعلومات الاطلاع عليه، ومتى، ومن يراجع.
start-new-here = جديد هنا؟
start-what-to-read-whom-to-meet = ماذا تقرأ، ومن تقابل، وماذا تتعلم أولًا.
start-handbook = الدليل
start-what-we-are-for = ما غايتنا
start-start-here = ابدأ من هنا
start-what-we-do-not-do = ما لا نفعله
start-goal = الهدف
start-by = قبل
start-how-we-measure-it = كيف نقيسه
start-where-we-are = أين نحن
start-what-we-want-to-reach = ما نريد بلوغه
start-goals-with-where-we-are-now = الأهداف، وأين نحن الآن
start-organisation = المؤسسة
start-people-in-the-whole-organisation = عدد الأشخاص في المؤسسة كلها
start-owner-of-this-charter = صاحب هذا الميثاق
start-approved-by = وافق عليه
start-review = المراجعة
start-must-agree-to-changes-of-how = من تلزم موافقته على تغيير طرق الإبلاغ
start-time-zone = المنطقة الزمنية
start-currency = العملة
start-language = اللغة
start-rules-that-apply = الأنظمة المطبقة
start-about-this-charter = عن هذا الميثاق
start-handbook-of = دليل تقنية المعلومات في { $org }.
start-goal-now = الآن { $number }
start-goal-started-at = البداية { $number }
start-goal-target = الهدف { $number }
start-last-review = آخر مرة في <strong>{ $day }</strong>؛ كل { $span }

## Starters

starters-welcome-what-to-read-and-sign = أهلًا بك. ماذا تقرأ وتوقّع، ومن تقابل، وماذا تتعلم أولًا.
starters-what-do-i-read-and-sign = ماذا أقرأ وأوقّع؟
starters-whom-do-i-meet = من أقابل؟
starters-what-must-i-learn = ماذا يجب أن أتعلم؟
starters-what-do-i-read-before-i = ماذا أقرأ قبل أن يجوز لي الاطلاع على شيء؟
starters-which-meetings-do-i-join = ما الاجتماعات التي أحضرها؟
starters-when-do-we-talk-about-how = متى نتحدث عن تطوري؟
starters-where-do-i-find-the-rest = أين أجد البقية؟
starters-you-need-not-do-it-all = لست مضطرًا إلى فعل كل شيء في اليوم الأول. اسأل متى كان شيء غير واضح: لا أحد يمانع.
starters-training-money-and-time = التدريب والمال والوقت
starters-hours-rest-and-support = الساعات والراحة والدعم
starters-what-we-promise-each-other = ما نعد به بعضنا بعضًا
starters-who-can-say-yes = من يمكنه الموافقة
starters-if-something-is-wrong = إن كان هناك خطأ ما
starters-what-our-words-mean = معاني كلماتنا
starters-leads = { $person }: قيادة { $team }
starters-stands-in =
    { $count ->
        [zero] { $people }: النيابة عن { $role }
        [one] { $people }: النيابة عن { $role }
        [two] { $people }: النيابة عن { $role }
        [few] { $people }: النيابة عن { $role }
        [many] { $people }: النيابة عن { $role }
       *[other] { $people }: النيابة عن { $role }
    }
starters-only-after = { $access }: فقط بعد أن تقرأ { $rule }<soft> (لـ </soft>{ $roles }<soft>)</soft>
starters-meeting = { $meeting }، { $often }: { $who }
starters-meeting-if-you-like = { $meeting }، { $often }: { $who }<soft>، إن أحببت</soft>
starters-talk = { $meeting }، { $often }، مع { $who }

## Teams

teams-who-is-who-what-they-do = من هو من، وماذا يفعلون، ومن ينوب.
teams-people = الأشخاص
teams-teams = الفرق
teams-people-who-have-left = أشخاص غادروا
teams-name = الاسم
teams-part-of = جزء من
teams-teams-in-it = الفرق التابعة له
teams-about-the-team = عن الفريق
teams-people-in-the-team = الأشخاص في الفريق
teams-more-about-this-team = المزيد عن هذا الفريق

## Working

working-hours-rest-turns-at-the-desk = الساعات والراحة والمناوبات، وما العمل عندما يزيد الأمر عن الحد.
working-when-do-we-work = متى نعمل؟
working-when-may-i-be-out-of = متى يجوز أن يتعذر الوصول إلي؟
working-may-i-move-my-hours = هل يجوز لي تغيير ساعاتي؟
working-may-i-work-from-elsewhere = هل يجوز لي العمل من مكان آخر؟
working-when-do-i-take-a-break = متى آخذ استراحة؟
working-how-many-days-off-do-i = كم يوم إجازة لي؟
working-what-is-the-most-that-may = ما أقصى ما يجوز أن يُطلب مني؟
working-where-do-we-talk-about-how = أين نتحدث عن حجم العمل؟
working-what-if-it-is-too-much = ماذا لو زاد الأمر عن الحد؟
working-where-can-i-find-support = أين أجد الدعم؟
working-in-a-week = في الأسبوع
working-on-a-usual-day = في اليوم المعتاد
working-everybody-is-here = الجميع حاضرون
working-at-weekends-all-day = في عطلة نهاية الأسبوع طوال اليوم.
working-not-as-a-rule = ليس في العادة.
working-in-a-year = في السنة
working-public-holidays = العطل الرسمية
working-come-on-top = تضاف إليها
working-who-does-my-work-in-the = من ينجز عملي في تلك الأثناء
working-work-in-a-week-at-most = العمل في الأسبوع، على الأكثر
working-rest-between-two-days-at-least = الراحة بين يومين، على الأقل
working-rest-in-one-piece-each-week = الراحة المتصلة كل أسبوع، على الأقل
working-projects-at-once-at-most = المشاريع في وقت واحد، على الأكثر
working-ask-first-it-may-be-shared = اسأل أولًا: قد يُشارَك
working-how-to-reach-it = كيف تصل إليه
working-who-at-work-hears-of-it = من يعلم به في العمل
working-where-to-find-support = أين تجد الدعم
working-quiet-from-until = من { $from } حتى { $to }.
working-quiet-from = من { $from }.
working-quiet-until = حتى { $to }.
working-remote = نعم، حتى <strong>{ $days }</strong> في الأسبوع.
working-break-after-for = بعد { $after } من العمل على أبعد تقدير، لمدة { $least } على الأقل.
working-break-after = بعد { $after } من العمل على أبعد تقدير.
working-break-for = لمدة { $least } على الأقل.

## Find

find-everything-from-a-to-z = كل شيء مرتب هجائيًا
find-every-question-page-and-word-of = كل سؤال وصفحة وكلمة في هذا الدليل.
find-other = 0–9

## Agenda

agenda-led-by = بقيادة { $role }.
agenda-hours = الساعات: { $hours }.
agenda-steps-in = البديل: { $person }.
agenda-turn = { $rota }: { $person }

## Words-page

words-also-called = <soft>تسمى أيضًا: </soft>{ $names }
words-better-to-say = <soft>الأفضل أن تقول: </soft>{ $word }
words-read-more = <soft>اقرأ المزيد: </soft>{ $place }
words-more-about = المزيد عن «{ $word }»

## Site

handbook-of = { $handbook }، { $org }
handbook-made-from = { $handbook }، { $org }. أُعدّ من الميثاق كما كان في { $day }.
changed-in = { $day } في { $commit }
feed-title = التغييرات: { $handbook }
not-found = هذه الصفحة ليست هنا
not-found-why = ربما تغير اسمها، أو هي في دليل لعدد أقل من الناس.
not-found-start = ابدأ من جديد من { $handbook }.
llms-about = دليل فريق تقنية معلومات: من يفعل ماذا، ومن يقرر، وما يمكنك طلبه، وما القواعد السارية. صحيح حتى { $day }.
llms-pages = الصفحات

## Templates

link-to = رابط إلى { $title }
footnote = الحاشية { $number }
footnote-back = عودة إلى موضع الحاشية { $number } في النص
task-done = تم
task-to-do = لم يتم بعد
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = احترس
table-number = الجدول { $number }
picture = صورة
figure-as-a-table = الشيء نفسه في جدول
figure-named = صورة: { $title }
figure-needs-a-look = يحتاج إلى نظر
figure-and-more = و{ $count } أخرى
template-skip = انتقل إلى المحتوى
template-search = بحث
template-menu = القائمة
template-sections = الأقسام
template-start = البداية
template-trail = أين أنت
template-contents = في هذه الصفحة
template-all-contents = المحتويات
template-turn = السابق والتالي
template-previous = السابق
template-next = التالي
template-owner = يعتني بها
template-last-reviewed = آخر مراجعة
template-version = الإصدار
template-as-of = صحيح حتى
template-source = مكتوب في
template-edit = حرّر هذه الصفحة
template-changed = آخر تغيير
template-changes = التغييرات
template-feedback = هل هناك خطأ هنا؟
template-top = عودة إلى الأعلى
template-rule = قاعدة
template-role = دور
template-find = فهرس

## Scripts

script-colours-device = الألوان: كما في جهازك. غيّرها إلى فاتحة
script-colours-light = الألوان: فاتحة. غيّرها إلى داكنة
script-colours-dark = الألوان: داكنة. غيّرها إلى ما في جهازك
script-choose = اختر…
script-everybody = أظهر الجميع
script-my-amount = مبلغي
script-nobody = لم يُذكر أحد لهذا.
search-close = إغلاق
search-hits = ما عُثر عليه
search-search = ابحث في هذا الدليل
search-slash = يفتح المفتاح / البحث
search-unreadable = لا يمكن قراءة البحث هنا.
search-best = أفضل { $shown } من { $all }.
search-found = عدد النتائج: { $all }.
search-nothing = لم يُعثر على شيء عن «{ $words }».
search-try = جرّب كلمة أخرى، أو انظر { $list }.
search-try-or-ask = جرّب كلمة أخرى، أو انظر { $list }. يمكنك أيضًا أن تسألنا: { $help }.
search-list = كل شيء مرتبًا هجائيًا

## Changes

change-class-power-widened = صار يجوز لأحد أكثر مما كان
change-class-check-weakened = صار ضابطٌ أضعف
change-class-reporting-route = تتغير طرق الإبلاغ
change-class-accountability-moved = صار شخص آخر مسؤولًا عن شيء
change-class-template = يتغير قالب من قوالب الدليل
change-class-policy-meaning = صارت قاعدة تقول شيئًا آخر
change-class-people = صار شخص آخر يشغل دورًا
change-class-reward = تتغير الأجور أو الجوائز
change-class-power-narrowed = صار يجوز لأحد أقل مما كان
change-class-check-strengthened = صار ضابطٌ أقوى
change-class-policy-wording = تقول قاعدة الشيء نفسه بكلمات أخرى
change-class-record = يُسجَّل شيء حدث
change-class-editorial = تتغير كلمات لا تقرر شيئًا
changes-agreed-by-power-widened = الدرجة التالية، أو الدور الأعلى؛ وفي ما يمكن لتقنية المعلومات رؤيته من يقررون ومن يراجعون
changes-agreed-by-check-weakened = المسؤول عنه، ومن لم يعد يُستشار
changes-agreed-by-reporting-route = الدور الذي يعتني بطرق الإبلاغ
changes-agreed-by-accountability-moved = من كان مسؤولًا عنه، ومن سيكون مسؤولًا من الآن
changes-agreed-by-template = الدور الذي يوافق على تغييرات الميثاق
changes-agreed-by-policy-meaning = الدور الذي يوافق على تغييرات القاعدة
changes-agreed-by-people = الدور الأعلى
changes-agreed-by-reward = الدور الذي يحافظ على صحة الأجور والجوائز
changes-agreed-by-power-narrowed = المسؤول عنه
changes-agreed-by-check-strengthened = المسؤول عنه
changes-agreed-by-policy-wording = الدور الذي يحافظ على صحة القاعدة
changes-agreed-by-record = صاحب السجل؛ وإن عُدّل السجل فالدور الذي يوافق على تغييرات الميثاق
changes-agreed-by-editorial = أي شخص مسؤول عن شيء
changes-what = ما الذي يتغير
changes-who-must-agree = من تلزم موافقته
changes-and-in-this-charter = وفي هذا الميثاق أيضًا
changes-title = من تلزم موافقته على تغيير هذا الميثاق؟
changes-nobody-agrees = لا يوافق أحد على ما كتبه بنفسه، أو على ما له فيه نفع.
changes-people =
    { $count ->
        [zero] لا يلزم أشخاص آخرون
        [one] شخص واحد على الأقل
        [two] شخصان مختلفان على الأقل
        [few] { $count } أشخاص مختلفين على الأقل
        [many] { $count } شخصًا مختلفًا على الأقل
       *[other] { $count } شخص مختلف على الأقل
    }

## What changed

changed-title = ما الذي تغيّر
changed-lead = ما اختلف في هذا الميثاق، من { $since } إلى { $until }.
changed-now = الآن
changed-nothing = لم يتغير شيء مما في هذا الدليل.
changed-signs = أمام كل جديد علامة +، وأمام ما أُزيل علامة −.
changed-class-power-widened = صار يجوز لأحد أكثر مما كان
changed-class-check-weakened = ضابط أو وعد صار أضعف
changed-class-reporting-route = طرق الإبلاغ عن مشكلة
changed-class-accountability-moved = من المسؤول عن ماذا
changed-class-template = مظهر الدليل
changed-class-policy-meaning = ما تقوله القواعد
changed-class-people = الأشخاص وأدوارهم
changed-class-reward = الأجور والشكر
changed-class-power-narrowed = صار يجوز لأحد أقل مما كان
changed-class-check-strengthened = ضابط أو وعد صار أقوى
changed-class-policy-wording = صياغة القواعد
changed-class-record = السجلات
changed-class-editorial = الأوصاف
changed-here = ما حدث هنا
changed-on-a-day = <soft>{ $day }:</soft> { $sentence }
changed-note = ملاحظة: { $note }.
changed-since-version = ما الذي تغيّر منذ النسخة { $version }
changed-since-before = ما الذي تغيّر منذ النسخة السابقة
changed-version-came = صدرت النسخة { $version } في { $day }.
changed-said = { $sentence }. <soft>كان نصها:</soft> { $words }
