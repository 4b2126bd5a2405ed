# web
web-name = MigraNet
web-claim = IQ networks in Bavaria
web-skip = Skip to content
web-nav = Main navigation
web-nav-network = Network
web-nav-deadlines = Deadlines
web-nav-reports = Reports
web-nav-graphql = GraphQL
web-language-switch = Deutsch
web-language-de = German
web-language-en = English
web-sign-in = Sign in
web-sign-out = Sign out
web-signed-in-as = Signed in as
web-error = Error
web-yes = yes
web-no = no
web-optional = optional
web-choose = Please choose
web-reason = Reason
web-reason-hint = At most 1,000 characters.
web-reload = Reload

web-funding = Funding
web-funding-unknown = Who has funded the network is shown with each funding period on the start page.
web-footer-nav = More pages
web-footer-graphql = GraphQL interface
web-footer-licences = Licences and notices

web-start-title = The network
web-hero-preline = Integration through qualification since 2005
web-hero-title = So that foreign qualifications lead to fitting work in Bavaria
web-hero-lead = MigraNet brings together advice centres, training providers, chambers, universities and municipalities. See who takes part where, in each funding period.
web-periods = Funding period
web-period = Funding period

web-map-title = Map: the 96 districts and independent cities of Bavaria by network
web-map-source = © GeoBasis-DE / BKG (data modified)
web-map-table = All districts and independent cities as a table
web-map-table-caption = Population on
web-map-table-source = Source: Federal Statistical Office (Destatis), CC BY 4.0.
web-unconfirmed = membership not confirmed
web-unconfirmed-note = { $count ->
    [one] The membership of one district is assumed and confirmed by no source. Its border is dashed.
   *[other] The membership of { $count } districts is assumed and confirmed by no source. Their borders are dashed.
}
web-networks = { $count ->
    [one] One regional network
   *[other] { $count } regional networks
}
web-districts = { $count ->
    [one] 1 district
   *[other] { $count } districts
}
web-inhabitants = inhabitants
web-coordinated-by = Coordinated by
web-single-title = One network together
web-single-body = Regional integration networks have existed since 2023. Before that, MigraNet was a single network.
web-unknown-title = The names of this round's networks are not known here yet
web-unknown-body = The funding round has begun, but we have no source that names the Bavarian networks and their areas. Once there is one, they will appear here.
web-district = District
web-ags = Official key (AGS)
web-nuts3 = NUTS-3
web-population = Population
web-network = Network
web-confirmed = Confirmed

web-teilprojekte = { $count ->
    [0] Sub-projects
    [one] 1 sub-project
   *[other] { $count } sub-projects
}
web-teilvorhaben = { $count ->
    [0] Sub-projects
    [one] 1 sub-project
   *[other] { $count } sub-projects
}
web-sub-projects-lead = Called Teilprojekte until 2022 and Teilvorhaben since 2023. The list names what public sources confirm and is not complete.
web-invented-note = It also holds invented examples, marked as such.
web-invented = Invented example
web-no-sub-projects = No sub-project of this funding period has been entered yet.
web-no-network = Not part of a regional network
web-organisation-unknown = Organisation not known
web-offers = Offers

web-history-title = From pilot project to network
web-history-lead = Name, form and funders changed with every funding period; the aim did not.
web-focus = Focus
web-funders = Funding
web-administrators = Administration
web-partners = Partners
web-not-known = not known

web-sign-in-title = Sign in
web-sign-in-lead = For staff of sub-projects, coordination and administration. Your coordination office sets up your account.
web-email = E-mail address
web-password = Password

web-reports-title = Reports
web-report = Report
web-reports-lead = A report is an Excel workbook with every figure on a cut-off date. Each figure can be traced back to the records behind it.
web-report-new = New report
web-report-request = Request report
web-report-nothing = There is nothing in this funding period that you may request a report about.
web-report-runs = Requested reports
web-report-runs-all = All
web-report-runs-failed = Failed
web-report-runs-none-failed = No report has failed.
web-report-runs-none = No report has been requested yet. The form makes the first one.
web-report-language = Language of the workbook
web-unit = About
web-unit-network = Whole network
web-unit-regional-network = Regional networks
web-unit-bundle = All reports as one bundle (ZIP)
web-unit-strand = Strands
web-unit-sub-project = Sub-projects
web-cut-off = Cut-off date
web-cut-off-hint = What had happened by this day counts.
web-known-at = Known at
web-known-at-label = Known at (UTC)
web-known-at-hint = Only what had been recorded by then counts. Empty means everything recorded by now.
web-form-errors = Please check these entries
web-requested-by = Requested by
web-requested-at = Requested on
web-report-state-waiting = Waiting
web-report-state-running = In progress
web-report-state-done = Done
web-report-state-failed = Failed
web-report-state-cancelling = Cancelling
web-report-state-cancelled = Cancelled
web-edition = Edition
web-edition-none = No edition yet
web-edition-lead = This workbook can be handed in as the next edition of the report. Once submitted it never changes, and the records behind it only as corrections with a reason.
web-edition-before = What happened before
web-edition-reason = Reason or remark
web-edition-reason-hint = Needed to return it, possible when approving; at most 1,000 characters.
web-edition-remark = Remark
web-edition-remark-hint = Voluntary, at most 1,000 characters. It is shown with the edition. Submitting freezes the edition: what is behind it then changes only with a reason.
web-edition-step-draft = Make it a draft
web-edition-step-submit = Submit
web-edition-step-approve = Approve
web-edition-step-return = Return
web-edition-changes = { $count ->
    [one] One change since the moment it shows
   *[other] { $number } changes since the moment it shows
}
web-edition-changes-cases = { $count ->
    [one] 1 case
   *[other] { $number } cases
}
web-edition-changes-targets = { $count ->
    [one] 1 target
   *[other] { $number } targets
}
web-edition-changes-structure = { $count ->
    [one] 1 entry of the structure
   *[other] { $number } entries of the structure
}
web-edition-changes-estimates = { $count ->
    [one] 1 estimate
   *[other] { $number } estimates
}
web-edition-changes-samples = { $count ->
    [one] 1 sample
   *[other] { $number } samples
}
web-edition-changes-waivers = { $count ->
    [one] 1 waived warning
   *[other] { $number } waived warnings
}
web-edition-changes-definitions = { $count ->
    [one] 1 definition
   *[other] { $number } definitions
}
web-edition-changes-notes = { $count ->
    [one] 1 note
   *[other] { $number } notes
}
web-edition-corrections = { $count ->
    [one] once a record was corrected or withdrawn
   *[other] { $number } times records were corrected or withdrawn
}
web-edition-state-draft = Draft
web-edition-state-submitted = Submitted
web-edition-state-returned = Returned
web-edition-state-approved = Approved
web-edition-state-superseded = Superseded
web-edition-in-state = Edition { $number } · { $state ->
    [draft] draft
    [submitted] submitted
    [returned] returned
    [approved] approved
   *[superseded] superseded
}
web-edition-other-eyes = You submitted this edition. Somebody else has to approve it: this funding period requires four eyes.
web-edition-answer = The next edition answers it: put right what the reason names, request the report anew and submit the new workbook.
web-edition-or-again = If there is nothing to correct, hand the same edition in again with an answer.
web-edition-answer-label = Answer to why it was returned
web-edition-answer-hint = At most 1,000 characters. It is shown with the edition.
web-edition-step-again = Hand in again unchanged
web-edition-ask-again = Request the report anew
web-edition-unchanged = Nothing has changed since this report: a new one would be the same. Correct what the reason of the return names first, or hand the same edition in again with an answer.
web-edition-outdated = What this workbook shows has changed since: request it anew before submitting it?
web-edition-answered = Answered by:
web-edition-unanswered = The next edition will answer it; there is none yet.
web-edition-none-of-bundle = A bundle cannot be handed in, only a single report: request that one by itself.
web-editions-title = Editions that wait for you
web-editions-to-decide = { $count ->
    [one] One edition waits for your decision
   *[other] { $count } editions wait for your decision
}
web-editions-to-answer = { $count ->
    [one] One edition was returned and waits for your answer
   *[other] { $count } editions were returned and wait for your answer
}
web-editions-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
web-report-cancel = Cancel
web-report-retry = Request again
web-report-remark = Please note
web-report-remark-nothing-known = Nothing of this funding period had been recorded by { $known_at }: the report has no figures.
web-report-remark-known-before-cut-off = The state of knowledge { $known_at } lies before the cut-off { $cut_off }: what was recorded later is missing from this report.
web-report-removed = Its time of keeping is over. The file was removed on { $at }.
web-report-removed-undrafted = No edition was made of this report, and its time of keeping is over. The file was removed on { $at }.
web-report-removed-draft = The draft was not handed in, and its time of keeping is over. The file was removed on { $at }.
web-report-removed-lost = The file is no longer in the store; this was noticed on { $at }. Please request the report again.
web-edition-rebuild = The workbook of this edition can be made once more of what it was frozen with, by the operator of the system: migranet edition rebuild { $edition } --out report.xlsx
web-report-waiting = The report is noted and will start by itself.
web-report-stage-queued = Preparing
web-report-stage-counting = Counting figures
web-report-stage-writing = Writing sheets
web-report-stage-reports = Writing reports
web-report-stage-storing = Storing the file
web-hand-ins-title = Who has handed in for the cut-off
web-hand-ins-which = Who has handed in
web-hand-ins-done = Handed in: { $done } of { $all }.
web-hand-ins-unit = Unit
web-hand-ins-by = To hand in by
web-hand-ins-state = State
web-hand-ins-none = No edition yet
web-hand-ins-overdue = overdue
web-hand-ins-silent = Nothing is recorded up to the cut-off.
web-pre-check-silent = Nothing at all is recorded yet.

web-changes = Changes
web-changes-which = What was changed, by whom and why
web-changes-lead = What was entered, corrected or withdrawn since the report’s state of knowledge of { $at } and would change it today. What the report showed changes only with a reason. A sub-project that came or went is listed; its single cases are not.
web-changes-none = Nothing has changed behind this edition.
web-changes-caption = The newest first
web-changes-what = What
web-changes-done = What was done
web-changes-reason = Reason
web-changes-by = By whom and when
web-changes-no-reason = none was needed
web-changes-nobody = not recorded
web-change-kind-entered = entered
web-change-kind-corrected = corrected
web-change-kind-withdrawn = withdrawn
web-change-of-participation = Participation
web-change-of-outcome = Outcome
web-change-of-follow-up = Survey
web-change-of-supported-entity = Supported entity
web-change-of-trainer = Trainer
web-change-of-consultation = Consultation
web-change-of-training = Training
web-change-of-qualification-plan = Qualification plan
web-change-of-indicator-value = Value entered by hand
web-change-of-offer = Offer
web-change-of-sub-project = Sub-project
web-change-of-organisation = Organisation
web-change-of-regional-network = Regional network
web-change-of-target = Target
web-change-of-estimate = Estimate
web-change-of-sample = Sample
web-change-of-waiver = Waived warning
web-change-of-indicator = Definition of indicator
web-change-of-counting-profile = Counting profile
web-change-of-figure-note = Note on

web-comparison = Compare editions
web-comparison-from = Earlier edition
web-comparison-to = Later edition
web-comparison-figures = Figures that differ
web-comparison-figure = Figure
web-comparison-causes = Causes
web-comparison-same = No figure differs.
web-to-report = Back to the report
web-notes-title = Notes on figures
web-notes-lead = What people have to say about a figure. It stands at its cell in every report until it is withdrawn.
web-notes-none = There is no note on any figure of this funding period among what you may see.
web-note-figure = Figure
web-note-text = Note
web-note-by = By
web-note-new = Note something
web-note-unit = On the figure of
web-note-gender = Column
web-note-all-genders = All together
web-note-hint = 1,000 characters at most. No names of participants, please.
web-note-press = Write the note
web-indicators-law = By law
web-indicators-programme = Of the programme
web-indicators-activities = Of the network
web-note-withdraw = Withdraw
web-note-on-network = Regional network { $code }
web-note-on-sub-project = Sub-project { $code }
web-verify-title = Check a workbook
web-verify-heading = Check a workbook
web-verify-lead = Upload a workbook: you learn whether it is one of the reports, unmodified, or which sheets and cells differ. The file is deleted afterwards.
web-verify-file = Workbook
web-verify-file-hint = An Excel file (.xlsx) of at most 64 MB.
web-verify-check = Check
web-verify-checking = Checking …
web-verify-busy = The workbook is being uploaded and compared with the original, cell by cell. With a large one that takes some seconds; please leave this page open.
web-verify-missing = Choose a workbook.
web-verify-empty-file = The file is empty.
web-verify-too-large = The file is larger than 64 MB and is not checked.
web-verify-unmodified = Unmodified
web-verify-modified = Modified
web-verify-unknown = None of the reports you may see
web-verify-unreadable = No readable Excel workbook: perhaps damaged
web-verify-encrypted = Protected by a password: save it without one
web-verify-too-large-inside = Too large once unpacked: what is in the file is larger than any report can be, and is not checked
web-verify-no-original = The original is no longer stored; its cells cannot be compared.
web-verify-sheet-missing = The sheet “{ $name }” is missing.
web-verify-sheet-added = The sheet “{ $name }” was added.
web-verify-same = Every cell says the same. Looks, notes, charts or properties of the file may differ.
web-verify-same-cells = Every cell says the same.
web-verify-reordered = The sheets are in another order.
web-verify-properties-missing = The properties of the file are missing: another program saved it. Its hidden name says which report it is.
web-verify-different = { $count ->
    [one] One cell differs.
   *[other] { $count } cells differ.
}
web-verify-first = The first { $count } of them are shown.
web-verify-uncalculated = { $count ->
    [one] One formula is the same but has no saved result: a program saved the copy without calculating.
   *[other] { $count } formulas are the same but have no saved results: a program saved the copy without calculating.
}
web-verify-cells = Cells that differ
web-verify-sheet = Sheet
web-verify-cell = Cell
web-verify-original = In the original
web-verify-file-says = In your file
web-verify-empty = empty
web-download = Download
web-to-reports = Back to all reports

web-problem-not-found-title = This page does not exist
web-problem-not-found-body = The address may be incomplete, or you may not be allowed to see the page. Sign in or begin on the start page.
web-problem-forbidden-title = Your role is not enough for this
web-needed-any = This takes a role: project staff, coordinator, auditor or administrator. Your account has none today. Administrators give roles.
web-needed-writer = This takes the role of project staff, a coordinator or an administrator. Auditors only read.
web-needed-above = Somebody else is responsible for this: project staff for a sub-project, the coordination of the regional network for deciding about its editions, and administrators for what is about the whole network.
web-needed-administrator = This takes the role of an administrator.
web-problem-form-title = The form is no longer valid
web-problem-form-body = It was open for too long or has been sent already. Go back, reload the page and send the form again.
web-problem-address-title = This address cannot be read
web-problem-address-body = Something in it is missing, given twice or damaged, perhaps by copying it. Begin on the start page or follow a link of these pages.
web-problem-fields-title = The form did not arrive as a whole
web-problem-fields-body = Fields are missing, or what arrived is no form. Go back, reload the page and send the form again.
web-problem-method-title = This address cannot be used like this
web-problem-method-body = It belongs to a form and takes only what is sent with it. Open the page on which the form is.
web-problem-too-large-title = This is too long
web-problem-too-large-body = What arrived with the form is longer than this page takes. Go back and shorten the text.
web-problem-too-many-title = Too many attempts
web-problem-too-many-body = Please wait a few minutes, then try again.
web-problem-busy-title = The database is busy
web-problem-busy-body = For instance with a large import. Nothing is lost: please reload the page in half a minute.
web-problem-store-title = The file store does not answer
web-problem-store-body = Your files are not lost. Please try again in a few minutes.
web-problem-internal-title = Something went wrong
web-problem-internal-body = The mistake is ours. Please try again. If it persists, give the administrators the id of this request.
web-request-id = Id of the request:
web-to-start = To the start page

web-licences-title = Licences and notices
web-licences-lead = These pages load nothing from other servers. What they consist of, and under which terms, is listed here.
web-licences-what = Part
web-licences-for = Used for
web-licences-terms = Terms
web-licences-product = This program
web-licences-kern = Design following the standard of German public administration; a selection of its parts, unchanged
web-licences-font = Typeface
web-licences-htmx = Progress of reports without reloading
web-licences-graphiql = Workbench for the GraphQL interface, with the Monaco editor and further packages
web-licences-graphiql-terms = MIT; terms of the further packages in the licence texts
web-licences-map = Outlines of the districts; data modified: simplified and merged
web-licences-map-terms = © GeoBasis-DE / BKG (data modified), used under GeoNutzV
web-licences-population = Population and keys of the districts
web-licences-full = Full licence texts of all parts

web-graphiql-needs-script = The GraphQL workbench needs JavaScript. The interface itself answers at the same address without it.

web-nav-worklist = Worklist
web-worklist-title = Worklist
web-worklist-lead = Cases that fall out of figures, or will, and can still be mended. Those that have to be mended first come first.
web-worklist-units = Extent
web-worklist-all-units = Everything I may see
web-worklist-reason = Reason
web-worklist-all-reasons = All reasons
web-worklist-filter = Show
web-worklist-none = Nothing to mend here: no case of this selection falls out of figures.
web-worklist-until = Mend by
web-worklist-case = Case
web-worklist-sub-project = Sub-project
web-worklist-responsible = Responsible
web-worklist-administration = Administration
web-worklist-missing = Missing:
web-next-rows = Show more
web-worklist-days-left = { $count ->
    [0] today
    [one] 1 day left
   *[other] { $count } days left
}
web-worklist-overdue = { $count ->
    [one] overdue by 1 day
   *[other] overdue by { $count } days
}

web-deadline-title = Next deadline:
web-deadline-pre-check = Check of what is missing
web-deadline-sub-projects = Sub-projects hand in by
web-deadline-coordination = Coordination hands in by
web-deadline-elsewhere = Before that ends a deadline of another funding period:
web-deadline-elsewhere-only = The next deadline is one of another funding period:
web-deadlines-title = Deadlines
web-deadlines-lead = By when the figures of a cut-off day have to be with the funder, and by when the network needs them for that. The law gives two deadlines a year; the administration can decide otherwise.
web-deadlines-all = All deadlines of the funding period
web-deadlines-of = Deadlines of the funding period
web-deadlines-none = There are no deadlines in this funding period.
web-deadlines-pre-check = Check
web-deadlines-sub-projects = Sub-projects by
web-deadlines-coordination = Coordination by
web-deadlines-due = Deadline
web-deadlines-source = Given by
web-deadlines-next = next
web-deadlines-over = over
web-deadlines-by-law = the law
web-deadlines-decided = Decided:
web-deadlines-change = Change
web-deadlines-ended = Deadlines that do not hold
web-deadlines-missing = What is missing as of the cut-off
web-deadlines-unchecked = Not checked yet. It is checked by itself on
web-deadlines-check = Check now
web-deadlines-checking = Checking …
web-deadlines-decide = Decide about deadlines
web-deadlines-decide-lead = Every change is kept with its reason. The worklist and the checks follow it.
web-deadlines-set = Set a deadline
web-deadlines-set-hint = A new cut-off day makes another deadline, a known one gets another last day.
web-deadlines-set-press = Set
web-deadlines-end = End a deadline
web-deadlines-end-hint = It does not hold then, whoever gave it. It can be set again at any time.
web-deadlines-end-press = End
web-deadlines-lead-times = Change the days before
web-deadlines-lead-times-hint = So many days before each deadline of the funding period; 0 to 366, not growing from top to bottom.
web-deadlines-days-pre-check = Check, days before
web-deadlines-days-sub-projects = Sub-projects hand in, days before
web-deadlines-days-coordination = Coordination hands in, days before
web-deadlines-lead-times-press = Save the days
web-pre-check-title = Check of
web-pre-check-lead = what is missing for every case to count
web-pre-check-none = Nothing was missing in what you may see.
web-pre-check-missing = What is missing
web-tasks = What there is to do
web-no-choice = “{ $value }” is not a choice here.
web-findings-title = Findings
web-findings-lead = What contradicts a rule in records and figures. Errors have to be mended; warnings have to be looked into and can be accepted with a reason.
web-findings-state = State
web-findings-all = All findings
web-findings-error = errors
web-findings-warning = open warnings
web-findings-waived = accepted warnings
web-findings-none = No finding in this selection.
web-finding-error = Error
web-finding-warning = Warning
web-finding-waived = accepted
web-finding-waive = Accept
web-finding-reason = Why it is right as it is
web-finding-revoke = Accept no longer
web-finding-revoke-reason = Reason; needed where a report that was handed in shows the warning as waived
web-finding-waived-by = Accepted by
web-record-participation = entry on
web-record-outcome = event on
web-record-follow_up = survey on
network-form-EP-2005 = Development partnership, one of six
network-form-KMZ-2008 = Competence centre with model projects in Bavaria
network-form-IQ-2015 = State network, one of 16
network-form-IQ-2019 = State network, one of 16
network-form-IQ-2023 = Three regional integration networks out of 23 nationwide
network-form-IQ-2026 = Regional integration networks
