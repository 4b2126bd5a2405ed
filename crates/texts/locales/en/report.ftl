# report
report-page = Page &P of &N
report-language = English

# Sheets and their titles
report-sheet-cover = Cover
report-sheet-outputs = Output indicators
report-sheet-results = Result indicators
report-sheet-indicators = Indicators
report-sheet-networks = Regional networks
report-sheet-sub-projects = Sub-projects
report-sheet-left-out = Not counted
report-sheet-programme = Programme
report-sheet-activities = Consultations and trainings
report-sheet-definitions = Definitions
report-title = Report on the indicators
report-title-indicators = All indicators: cases, persons and what is not counted
report-title-networks = Indicators by regional network
report-title-sub-projects = Indicators by sub-project ({ $term })
report-title-left-out = Cases that were not counted
report-title-programme = Indicators of the programme
report-title-activities = Consultations, trainings and other activities
report-title-definitions = Definitions and counting rules

# Lines below the titles
report-line-scope = { $period } · { $unit } · cut-off { $cutoff } · as known at { $known }
report-line-not-owed = Indicators of the programme that concern other strands alone have no row with a sub-project as long as nothing is counted there. Otherwise a zero is a statement, too.
report-line-not-owed-by-strand = Indicators of the programme that concern other strands alone have no row as long as nothing is counted. Otherwise a zero is a statement, too.
report-line-persons = Cases add up over the rows of an indicator, persons do not: whoever takes part in several units stands in each of them.
report-line-left-out = These cases count by themselves as soon as the missing data are there. The reference is the projects' own; the report holds no names.
report-line-nobody-left-out = All cases are complete; nothing was left out.
report-line-programme = The programme asks for these indicators, not the ESF regulation; the sheet Definitions says what is counted.
report-line-no-programme = The programme asks for no indicators of its own in this funding period; there is nothing to show beside those of the ESF regulation.
report-line-activities = Person, first contact, contact and entry into a measure are four different counts; the column Unit says which one is meant. Below the unit of the report, only rows in which something was counted are shown.
report-line-part = Part { $number } of { $of } of the table that begins on sheet { $sheet }: one sheet does not hold all rows.
report-line-first-page = Of this long table only the beginning is printed; the file holds all rows.
report-line-rulebook = Rulebook { $rulebook } · counting profile, version { $version }

# What the funders' line says, with the German short names of the authorities; a period not named here keeps its line.
report-funding = { $period ->
    [EP-2005] Development partnership in the network “Integration through Qualification (IQ)”.
    [KMZ-2008] Funded by the Federal Ministry of Labour and Social Affairs (BMAS) and the Federal Employment Agency (BA).
    [IQ-2015] The funding programme “Integration through Qualification (IQ)” is funded by the Federal Ministry of Labour and Social Affairs (BMAS) and the European Social Fund and administered by the Federal Office for Migration and Refugees (BAMF). Partners in its implementation are the Federal Ministry of Education and Research (BMBF) and the Federal Employment Agency (BA).
    [IQ-2019] The funding programme “Integration through Qualification (IQ)” is funded by the Federal Ministry of Labour and Social Affairs (BMAS) and the European Social Fund and administered by the Federal Office for Migration and Refugees (BAMF). Partners in its implementation are the Federal Ministry of Education and Research (BMBF) and the Federal Employment Agency (BA).
    [IQ-2023] Co-funded by the European Union. MigraNet plus is funded by the Federal Ministry of Labour and Social Affairs (BMAS) and the European Union through the European Social Fund Plus (ESF Plus) and administered by the Federal Office for Migration and Refugees (BAMF). Partners in its implementation are the Federal Ministry of Education and Research (BMBF) and the Federal Employment Agency (BA).
    [IQ-2026] Co-funded by the European Union. The funding programme “Integration through Qualification (IQ)” is funded by the Federal Ministry of Labour and Social Affairs (BMAS) and the European Union through the European Social Fund Plus (ESF Plus) and administered by the Federal Office for Migration and Refugees (BAMF). Partners in its implementation are the Federal Ministry of Education, Family Affairs, Senior Citizens, Women and Youth (BMBFSFJ) and the Federal Employment Agency (BA).
   *[other] { $rulebook ->
        [ESF_PLUS_2021] Co-funded by the European Union. { $line }
       *[other] { $line }
    }
 }

# Cover
report-cover-about = About this report
report-cover-about-term = Item
report-cover-about-text = Value
report-cover-contents = Contents
report-cover-contents-term = Sheet
report-cover-contents-text = What it shows
report-cover-contents-rows = { $rows ->
    [one] { $title } (1 row)
    [0] { $title } (nothing to show)
   *[other] { $title } ({ $number } rows)
 }
report-cover-read = How to read the figures
report-cover-read-term = Term
report-cover-read-text = Meaning
report-about-funding = Funding
report-about-period = Funding period
report-about-starts-on = Start of the funding period
report-about-ends-on = End of the funding period
report-about-report-unit = Unit
report-about-cut-off = Cut-off day
report-about-known-at = As known at
report-about-remark = Remark
report-about-language = Language
report-about-requested-by = Requested by
report-about-requested-at = Requested at
report-about-rulebook = Rulebook
report-about-profile = Counting profile
report-about-file = File name
report-remark-known-before-cut-off = The moment of knowledge lies before the end of the cut-off day: what was recorded later is missing from this report.
report-profile = Version { $version }
report-read-cumulative = Cumulative values
report-read-cumulative-text = All values run from the start of the funding period to the cut-off day. Values of two reports are never added up.
report-read-cases = Cases and persons
report-read-cases-text = “Total” counts cases: each person once per operation, each body or enterprise once. “Persons” counts different people in the unit; that number can be smaller and does not add up over units.
report-read-left-out = Not counted
report-read-left-out-text = Cases that lack compulsory data are in no value (Regulation (EU) 2021/1057, Article 17(5)). The column “Not counted” gives their number, the sheet of the same name each case and what it lacks.
report-read-provisional = Provisional results
report-read-provisional-text = Immediate results are recorded up to 28 days after leaving. For people who left after { $day } that window is still open on the cut-off day: their results count provisionally and may change. Results after six months are not yet there for recent leavers.
report-read-corrections = Corrections
report-read-corrections-text = The report shows what had been recorded at the moment it says. Later corrections do not change it; the same moment of knowledge gives the same figures again. A later report can therefore show smaller values, too.

# Columns
report-column-priority = Priority
report-column-specific-objective = Specific objective
report-column-region-category = Category of region
report-column-kind = Kind
report-column-group = Group
report-column-id = ID
report-column-indicator = Indicator
report-column-women = Women
report-column-men = Men
report-column-non-binary = Non-binary
report-column-total = Total
report-column-target = Target
report-column-ratio = Ratio
report-column-persons = Persons
report-column-left-out = Not counted
report-column-code = Code
report-column-name = Name
report-column-reference = Reference
report-column-since = Since
report-column-missing = Missing data
report-column-reason = Reason
report-column-concerned = Indicators concerned
report-column-chosen = Chosen value
report-column-definition = Definition
report-column-eligible = Eligible population
report-column-reference-time = Reference time
report-column-unit = Unit
report-column-legal-source = Legal source
report-column-version = Version
report-note-region-category = Category of the region the money is allocated to (Regulation (EU) 2021/1060, Article 108(2)), not of the place of residence.
report-note-total = Cases: each person once per operation, each body or enterprise once.
report-note-target = The agreed target. Empty when none is agreed.
report-note-ratio = Total by target. Empty without a target.
report-note-persons = Different people in the unit. Does not add up over units.
report-note-left-out = Cases that count, or could count, as soon as their compulsory data are complete.
report-note-concerned = Indicators that count the case, or could count it, once the data are there.

# Values
report-no-network = no regional network
report-region-category-MORE_DEVELOPED = More developed
report-region-category-TRANSITION = Transition
report-region-category-LESS_DEVELOPED = Less developed
report-kind-output = Output
report-kind-result = Result
report-group-participants = Persons
report-group-participants_voluntary = Characteristics
report-group-grand_total = Grand total
report-group-entities = Entities
report-group-projects = Projects
report-group-immediate_results = On leaving
report-group-longer_term_results = After 6 months
report-group-activities = Activities
report-group-rule = Counting profile
report-unit-persons = Persons
report-unit-entities = Entities
report-unit-projects = Projects
report-unit-contacts = Contacts
report-unit-entries = Entries
report-unit-events = Events
report-unit-attendances = Attendances
report-unit-minutes = Hours
report-unit-plans = Plans
report-unit-trainers = Trainers
report-unit-value = Value
report-name-in-hours = { $name } (hours)
report-missing-birth_date = date of birth
report-missing-gender = gender
report-missing-gender_not_stated = gender (not stated)
report-missing-employment = labour-market status
report-missing-unemployed_since = start of unemployment
report-missing-isced = level of education (ISCED)
report-missing-gender_not_reportable = gender (no column in this funding period)
report-missing-in_education = whether in education
report-missing-closed_on = day of closing a plan
report-reason-incomplete = Compulsory data of Annex I, point 1.1 incomplete (Regulation (EU) 2021/1057, Article 17(5))
report-reason-in_education = Whether in education at entry was not asked: only results for people outside it do not count
report-reason-gender-not-stated = Gender “not stated” has no column in Annex I; a decision is needed

# Counting rules
report-rule-version = Version of the counting profile
report-rule-version-value = { $value }
report-rule-version-text = Counts up with every change of a choice.
report-rule-ltu = Long-term unemployment
report-rule-ltu-value = { $value ->
    [ec] Rule of the European Commission
    [sgb3] Rule of section 18 SGB III
   *[other] { $value }
 }
report-rule-ltu-text = { $value ->
    [ec] Unemployed for more than six months under 25 years of age, else for more than twelve months (rule of the European Commission).
    [sgb3] Unemployed for a year or longer at any age (section 18 SGB III).
   *[other] { $value }
 }
report-rule-operation = Operation in which a person counts once
report-rule-operation-value = { $value ->
    [sub_project] The sub-project
    [network] The regional network
   *[other] { $value }
 }
report-rule-operation-text = { $value ->
    [sub_project] Each sub-project is an operation.
    [network] The regional network with all its sub-projects is an operation.
   *[other] { $value }
 }
report-rule-short_advice_hours = Threshold for short advice
report-rule-short_advice_hours-value = { $value ->
    [off] No threshold
   *[other] { $value } hours
 }
report-rule-short_advice_hours-text = { $value ->
    [off] No threshold: short advice counts, too.
   *[other] Advice of fewer than { $value } hours is not counted.
 }
report-rule-parental_leave = Parental leave
report-rule-parental_leave-value = As entered
report-rule-parental_leave-text = Counts with the labour-market status that was entered.
report-rule-gender_missing = Gender missing
report-rule-gender_missing-value = Incomplete
report-rule-gender_missing-text = The case is incomplete and does not count.
report-rule-gender_not_stated = Gender “not stated”
report-rule-gender_not_stated-value = Incomplete
report-rule-gender_not_stated-text = The case is incomplete and waits for a decision; it is never counted as non-binary.
report-rule-age = Age
report-rule-age-value = At the first entry
report-rule-age-text = Completed years on the day of the first entry.
report-rule-education_result = Education result
report-rule-education_result-value = { $value ->
    [newly] Only what is new
    [any_start] Every start
   *[other] { $value }
 }
report-rule-education_result-text = { $value ->
    [newly] Known to be in no education at entry; starts education within the window of 28 days.
    [any_start] Starts education within the window of 28 days, whatever was answered at entry.
   *[other] { $value }
 }
report-rule-qualification_date = Qualification (EECR03)
report-rule-qualification_date-value = Day of the award
report-rule-qualification_date-text = Counts by the day of the award, up to day 28 after leaving.
report-rule-labour_market_events_of_one_day = Several events on one day
report-rule-labour_market_events_of_one_day-value = Employment first
report-rule-labour_market_events_of_one_day-text = Employment goes before job search, job search before inactivity.
report-rule-running_operations = Running operations
report-rule-running_operations-value = { $value ->
    [counted] Are counted
    [completed_only] Count at their end
   *[other] { $value }
 }
report-rule-running_operations-text = { $value ->
    [counted] Are counted, not only after their end.
    [completed_only] Count from their last day on; without a known end they do not count.
   *[other] { $value }
 }
report-rule-open_result_window = Result window open on the cut-off day
report-rule-open_result_window-value = { $value ->
    [provisional] Counts provisionally
    [closed_only] Counts once it is closed
   *[other] { $value }
 }
report-rule-open_result_window-text = { $value ->
    [provisional] Results count provisionally and are corrected later.
    [closed_only] Results count from the 28th day after leaving on, not before.
   *[other] { $value }
 }
report-rule-six_months = Six months after leaving
report-rule-six_months-value = { $value ->
    [point_in_time] Situation on that day
    [within] Start up to that day
   *[other] { $value }
 }
report-rule-six_months-text = { $value ->
    [point_in_time] Describes that point in time, as surveyed.
    [within] Employment counts that began within the six months, as recorded or surveyed.
   *[other] { $value }
 }
report-rule-target_group = Target group
report-rule-target_group-value = { $value ->
    [counts_all] Counts everybody
    [answers_only] Counts answers only
   *[other] { $value }
 }
report-rule-target_group-text = { $value ->
    [counts_all] Where a characteristic is a condition of taking part, all participants of the operation count.
    [answers_only] Only participants who affirmed the characteristic count.
   *[other] { $value }
 }
report-rule-six_months_day = Day six months after leaving
report-rule-six_months_day-value = Same day of the month
report-rule-six_months_day-text = The same day of the month six months later, at most the end of the month.
report-rule-voluntary_characteristics = Voluntary data
report-rule-voluntary_characteristics-value = Counted answers
report-rule-voluntary_characteristics-text = Answers are counted, nothing is estimated.

# Template to fill in
report-template-title = Template for import
report-template-required = Required *
report-template-date = Date: DD.MM.YYYY
report-template-list = Several values separated by semicolons
report-template-number = Number
report-template-codes = Values: { $codes }
report-requested-locally = operator of the system (command line)
report-requested-by-itself = the system by itself

# indicators of the programme
indicator-source-participations = Participants
indicator-source-outcomes = Participants with outcomes
indicator-source-consultations = Consultations
indicator-source-trainings = Trainings
indicator-source-qualification_plans = Qualification plans
indicator-source-supported_entities = Supported entities
indicator-source-trainers = Trainers of the pool
indicator-source-by_hand = Entered by hand
indicator-reference = The day of the record; what happened from { $day } on counts
# Targets, estimates, waivers
report-sheet-targets = Targets
report-title-targets = Targets and what has been reached
report-sheet-targets-below = Targets of sub-projects
report-title-targets-below = Targets of sub-projects ({ $term }) and what has been reached
report-line-targets = Each target speaks of its own unit: targets are never added up over units nor over funding periods. The standing compares what was reached with what was to be expected by the cut-off if the target were reached evenly day by day. Where the days of a target are over at the cut-off, target and reached are all there is to compare: “Expected to date” and “Forecast” stay empty.
report-line-no-targets = On the cut-off day there is no target in force that what was reached could be compared with.
report-sheet-estimates = Estimates
report-title-estimates = Informed estimates
report-line-estimates = Estimates of characteristics that may stay unanswered. They stand beside the counted figures and are in none of them.
report-line-no-estimates = On the cut-off day there is no estimate in force; the figures count answers only.
report-sheet-waivers = Waived warnings
report-title-waivers = Warnings that were looked into and accepted
report-line-waivers = Warnings of plausibility rules that hold still, each with the reason why it is accepted. Errors cannot be waived.
report-line-no-waivers = As of the moment of knowledge no warning is waived.
report-column-level = Level
report-column-gender = Gender
report-column-target-kind = Kind of target
report-column-actual = Reached
report-column-expected = Expected to date
report-column-forecast = Forecast
report-column-method = Method of the forecast
report-column-standing = Standing
report-column-document = Document
report-column-estimate = Estimate
report-column-estimate-method = How it was estimated
report-column-valid-from = Valid from
report-column-rule = Rule
report-column-subject = What it is about
report-column-warning = Warning
report-column-waiver-reason = Reason
report-column-waived-by = Accepted by
report-column-waived-at = Accepted at
report-note-target-kind = Cumulative: to be reached by the end. Per year: to be added within the calendar year. Stock: a level to be held on every day.
report-note-expected = The target times the share of the days that has passed by the cut-off; for a stock the whole target. Empty once all days have passed: then it is the target.
report-note-forecast = What was reached divided by the share of the days that has passed. None before 90 days and a tenth of the time have passed, and none for a stock. Empty as well once all days have passed: then it is settled what was reached.
report-note-standing = Reached; on track from nine tenths of what was to be expected; behind from seven tenths; far behind below that.
report-level-period = Whole
report-level-network = Regional network
report-level-sub_project = Sub-project
report-all-categories = All
report-all-genders = All
report-figure-note = { $text } ({ $by }, { $day })
report-gender-female = Women
report-gender-male = Men
report-gender-non_binary = Non-binary
report-gender-not_stated = Not stated
report-target-kind-cumulative = cumulative
report-target-kind-per_year = per year
report-target-kind-stock = stock
report-method-linear = linear

# Transmission, development, changes
report-title-outputs = Output indicators for transmission
report-title-results = Result indicators for transmission
report-line-layout = Form { $layout } · { $source }
report-line-nothing-to-transmit = For this unit there is nothing to transmit in this form.
report-line-indicators = Beside the cases that are transmitted: the different people behind them, and the cases not counted for lack of data.
report-breakdown-gender = Gender
report-note-plan = As laid down by the managing authority and brought in with the targets; empty as long as nothing is laid down.
report-note-year = What the calendar year added up to the cut-off. The years add up to the cumulative value.
report-sheet-strands = Strands
report-title-strands = Indicators by strand
report-no-strand = no strand
report-sheet-development = Development
report-title-development = Development since the start of the funding period
report-line-development = Cumulative cases on the last day of each month and on the cut-off day, as known at { $known }. The sheet Definitions explains the codes.
report-column-month-end = As at
report-chart-development = Cumulative cases of the main indicators
report-chart-development-alternative = Line chart of cumulative cases per month, a line per indicator. As at { $day }: { $values }. All values stand in the table.
report-chart-cases = Cases
report-chart-targets = Targets and what has been reached
report-chart-targets-activities = Targets for consultations, trainings and other activities
report-chart-targets-networks = { $indicator }: targets of the regional networks and what has been reached
report-chart-targets-alternative = Column chart, three columns each: target, reached, expected to date. { $values }. All values stand in the table.
report-chart-targets-alternative-at-end = Column chart, two columns each: target, reached. { $values }. All values stand in the table.
report-chart-targets-value = { $what }: { $actual } of { $target }
report-sheet-surveys = Longer-term results
report-title-surveys = Longer-term results from samples
report-line-surveys = Six months after leaving, extrapolated from representative samples. A sample is reliable when the margin of error is at most 3 percentage points at 95 % confidence. Informed estimates stand apart.
report-line-no-surveys = By the moment of knowledge no sample had been drawn for this unit; samples are drawn for whole funding periods only. Without a sample nothing is extrapolated to all who left and no margin of error is known: The results after six months on the sheet Result indicators count only people whose situation is recorded.
report-line-no-margin = { $indicator }: There is no extrapolation and no margin of error yet, as not every stratum of the sample has an answer.
report-column-survey-cut-off = Cut-off of the draw
report-column-drawn-at = Drawn on
report-column-population = Population
report-column-drawn = Drawn
report-column-required = Answers needed
report-column-answered = Answered
report-column-refused = Refused
report-column-not-reached = Not reached
report-column-with-result = With the result
report-column-share = Share
report-column-extrapolated = Extrapolated
report-column-margin = Margin of error (±)
report-column-reliable = Reliable
report-note-population = Everybody whom the indicator could count and whose six months had passed on the cut-off day of the draw.
report-note-required = So many answers make the sample reliable.
report-note-extrapolated = The share of each stratum times its size, summed up.
report-note-margin = Margin of error of the share in percentage points at 95 % confidence.
report-note-reliable = Yes when the margin of error is at most 3 percentage points.
report-reliable-yes = yes
report-reliable-no = no: margin above 3 percentage points
report-reliable-unknown = no: no margin of error, as not every stratum has an answer
report-sheet-changes = Changes
report-title-changes = Changes since the report before
report-line-first-edition = First report: there is no earlier report on this unit to compare with.
report-line-edition-before = Compared with edition { $number }, as handed in: cut-off { $cutoff }, as known at { $known }.
report-line-report-before = Compared with the report before, as no edition had been handed in: cut-off { $cutoff }, as known at { $known }.
report-line-nothing-changed = No indicator has changed since.
report-line-changes = Each case that was added or went has exactly one cause; the causes of a row add up to the change.
report-column-before = Before
report-column-now = Now
report-column-change = Change
report-column-change-women = Change women
report-column-change-men = Change men
report-column-change-non-binary = Change non-binary
report-column-causes-by-gender = Causes by gender
report-cause-new_record = New cases
report-cause-late_entry = Late entries
report-cause-correction = Corrections
report-cause-deletion = Deletions
report-cause-rules = Changed rules
report-cause-profile = Counting profile
report-cause-structure = Structure
report-cause-time_passed = Time passed
report-note-cause-new_record = Newly recorded, about days after the cut-off of the report before.
report-note-cause-late_entry = Newly recorded, about days up to the cut-off of the report before.
report-note-cause-correction = A record was corrected.
report-note-cause-deletion = A record was withdrawn.
report-note-cause-rules = The rulebook or the definition of an indicator has a new version.
report-note-cause-profile = The counting profile has a new version.
report-note-cause-structure = The network changed: the case or its sub-project now belongs elsewhere.
report-note-cause-time_passed = Nothing new was recorded; the cut-off moved over days that were known already.

# Evidence, reconciliation
report-sheet-evidence = Evidence
report-title-evidence = Evidence: the people behind the indicators
report-line-evidence = One row per case (a person in an operation). A 1 says that the case counts for the indicator, in the column of its gender. The reference is the projects' own; the report holds no names and no dates of birth.
report-sheet-evidence-others = Evidence activities
report-title-evidence-others = Evidence: entities, consultations, trainings and other activities
report-line-evidence-others = One row per case. Under each indicator stands how much the case adds to it: 1, or for example the number of attendances or of hours.
report-line-no-evidence = No such case is recorded up to the cut-off day.
report-column-sub-project = Sub-project
report-column-entered-on = Entry
report-column-left-on = Exit
report-column-subject-kind = Kind of case
report-column-counted-since = Counts since
report-subject-person = Person
report-subject-entity = Entity
report-subject-consultation = Consultation
report-subject-training = Training
report-subject-qualification_plan = Qualification plan
report-subject-trainer = Trainer
report-subject-participation = Entry into a measure
report-subject-outcome = Outcome
report-subject-sub_project = Sub-project
report-subject-value = Value entered
report-sheet-reconciliation = Reconciliation
report-title-reconciliation = Reconciliation of the totals with the evidence
report-line-reconciliation = A formula adds up every total again from the rows of the evidence and compares it with the value reported.
report-line-checks = { $failing ->
    [0] { $all } checks, all agree.
   *[other] { $all } checks, { $number } of them do not agree.
 }
report-sheet-reconciliation-sub-projects = Reconciliation sub-projects
report-title-reconciliation-sub-projects = Reconciliation of the totals of the sub-projects ({ $term }) with the evidence
report-line-reconciliation-sub-projects = In each row a formula adds up the total again from the rows of the evidence; beside it stands the value that the report shows on its sheet.
report-line-reconciliation-zeros = Rows in which neither the evidence nor the report counts anything are left out.
report-sheet-reconciliation-networks = Reconciliation networks
report-title-reconciliation-networks = Reconciliation of the totals of the regional networks and strands
report-line-reconciliation-networks = In each row a formula adds up what was added up from the evidence for the sub-projects ({ $term }, sheet Reconciliation sub-projects); beside it stands the value that the report shows.
report-column-network = Regional network
report-column-strand = Strand
report-level-strand = Strand
report-column-counted = Counted
report-column-from-evidence = From the evidence
report-column-reported = In the report
report-column-check = Check
report-note-from-evidence = Sum over the rows of the evidence, by formula.
report-note-reported = The value that the report shows.
report-counted-women = Women
report-counted-men = Men
report-counted-non-binary = Non-binary
report-counted-total = Total
report-about-layout = Form of the transmission
report-about-reconciliation = Reconciliation with the evidence
report-group-layout = Form
report-layout-name = Form of the tables for transmission
report-layout-text = Says which columns the sheets Output indicators and Result indicators have, in which order. Milestone, reference value and planned value stand there as far as they were brought in with the targets.

report-file = Report
report-file-whole = Whole-network
report-file-network = Network
report-file-strand = Strand
report-file-sub-project = Sub-project
bundle-name = Reports
bundle-index = Contents
bundle-title = All reports of a cut-off
bundle-line = { $name } ({ $code }) · cut-off { $cutoff } · as known at { $known }
bundle-column-file = File
bundle-column-unit = Report on
bundle-column-data-hash = Checksum of the figures (SHA-256)
bundle-column-file-hash = Checksum of the file (SHA-256)
