# error

# asking for a report, and what became of it
error-period-unknown = There is no funding period with the code “{ $value }”.
error-period-without-rulebook = The funding period “{ $value }” has no indicators of the law or the programme; ask for those of its activities.
error-cut-off-in-future = The cut-off day { $value } lies in the future.
error-cut-off-before-period = The cut-off day { $value } lies before the start of the funding period.
error-indicator-unknown = The rulebook of the funding period has no indicator “{ $value }”.
error-public-figures-at-month-ends = Without signing in there are figures for the last days of past months only, not for { $value }.
error-difference-backwards = The second point lies before the first: its cut-off day and its state of knowledge must not be earlier.
error-cases-of-few-figures = Cases are listed for 25 figures of an answer at most: ask for fewer units or indicators.
error-series-days = Ask for 1 to { $value } cut-off days in ascending order.
error-known-at-in-future = The state of knowledge { $value } lies in the future.
error-known-at-unsettled = A change is being written that may still belong to the state of knowledge { $value }. Ask for an earlier one, or again in a moment.
error-nothing-known-yet = On { $value } nothing of this funding period had been recorded yet.
error-network-and-sub-project = Give only one of the two: the regional network or the sub-project.
error-strand-and-other-unit = A report on a strand is about the whole network: give neither a regional network nor a sub-project with it.
error-strand-unknown = In this funding period there is no strand “{ $value }”.
error-note-too-many = This figure has { $value } notes already; its cell holds no more. Please withdraw one first.
error-note-text = A note needs words, 1,000 characters at most.
error-network-unknown = In this funding period there is no regional network “{ $value }” that you have access to.
error-sub-project-unknown = In this funding period there is no sub-project “{ $value }” that you have access to.
error-report-language-unknown = “{ $value }” is no language that there are reports in. Please choose German or English.
error-report-unit-unknown = “{ $value }” is nothing there are reports about. Please choose an entry of the list.
error-edition-without-file = There is no workbook at hand to hand in: the report is not done, or its file was removed.
error-edition-of-bundle = A bundle holds many reports. Hand in a single report.
error-edition-exists = This workbook is an edition already.
error-edition-undecided = Another edition of this report waits for a decision. It has to be approved or returned first.
error-edition-outdated = Edition { $value } was handed in already and knows later data. Please build the report anew and hand in that workbook.
error-behind-edition = The import would change cases of a report that was handed in, although none of its rows is about them. Please give a reason.
error-edition-answer = Please write the answer to why it was returned.
error-edition-answer-too-long = An answer has at most { $value } characters.
error-edition-remark-too-long = A remark has at most { $value } characters.
error-edition-answered = Edition { $value } of this report is newer. Please hand that one in.
error-edition-needs-reason = A report that was handed in rests on this: it changes only with a reason.
error-edition-reason = Please give a reason of at most 1,000 characters.
error-edition-four-eyes = Four eyes: somebody else than who submitted the edition has to approve it.
error-edition-state = { $value ->
    [draft] This step is not possible: the edition is still a draft.
    [submitted] This step is not possible: the edition is submitted.
    [returned] This step is not possible: the edition was returned.
    [approved] This step is not possible: the edition is approved.
   *[superseded] This step is not possible: the edition was superseded by a newer one.
}
error-edition-moved-on = { $value ->
    [draft] Somebody else was faster: the edition is a draft again.
    [submitted] Somebody else was faster: the edition was submitted meanwhile.
    [returned] Somebody else was faster: the edition was returned meanwhile.
    [approved] Somebody else was faster: the edition was approved meanwhile.
   *[superseded] Somebody else was faster: the edition was superseded meanwhile by a newer one.
}
error-editions-of-other-units = The editions are reports about different units and cannot be compared.
error-report-has-ended = The report has come to its end and cannot be cancelled.
error-report-not-ended = Only a report that failed or was cancelled, or whose file was removed, can be requested again.
error-report-crashed = The program failed while it built the workbook.
error-report-database = The database did not answer.
error-report-storage = The workbook could not be stored: the file store does not answer or has no space left.
error-report-lost = The background process that built the workbook broke down.
error-report-interrupted = The background process was stopped before the workbook was ready.
error-report-impossible = No workbook can be made from this request.
error-report-text_too_long = A text is longer than the 32,767 characters that a cell holds in Excel: { $value }.
error-report-too_many_rows = A sheet would have more than the 1,048,576 rows that Excel holds: { $value }.
error-report-too_many_columns = A sheet would have more than the 16,384 columns that Excel holds: { $value }.
error-report-too_many_sheets = The workbook would have { $value } sheets; 255 are the limit. Please ask for reports on single networks or sub-projects.

# withdrawing records
error-reason-missing = This needs a reason.
error-reason-too-long = A reason has at most { $value } characters.
error-text-unseen = The text holds a character that nobody can see ({ $value }). Please write without it.
error-text-too-long = The text has at most { $value } characters.

# Accounts, signing in, rights, API tokens
error-email = This is no e-mail address.
error-email-taken = Another account has this e-mail address.
error-account-name = A name has 1 to 200 characters.
error-account-unknown = No account has the e-mail address { $value }.
error-password-length = A password has 12 to 200 characters.
error-sign-in-refused = E-mail address or password is wrong.
error-sign-in-throttled = Too many attempts. Try again in 15 minutes.
error-grant-needs-network = This role needs a regional network.
error-grant-takes-no-network = This role takes no regional network.
error-grant-needs-sub-project = This role needs a sub-project.
error-grant-takes-no-sub-project = This role takes no sub-project.
error-grant-needs-end = This role needs a last day.
error-grant-ends-before-start = The last day is before the first.
error-grant-ended = This right has ended already.
error-token-name = A name has 1 to 100 characters.
error-token-ends-in-past = The end has to be in the future.
error-token-lives-too-long = A token lives 366 days at most.
# answers of the API
error-unauthenticated = Please sign in.
error-forbidden = You are not allowed to do this.
error-not-found = { $kind ->
    [access_grant] There is no such right.
    [account] There is no such account.
    [api_token] There is no such token, or it is not yours.
    [consultation] There is no such consultation, or you may not see it.
    [district] There is no such district, or you may not see it.
    [figure] There is no such figure, or you may not see it.
    [figure_note] There is no such note, it was withdrawn, or you may not see it.
    [findings] There are no such findings, or you may not see them.
    [funding_period] There is no such funding period.
    [indicator] There is no such indicator.
    [node] There is nothing with this id, or you may not see it.
    [offer_type] There is no such kind of offer.
    [organisation] There is no such organisation, or you may not see it.
    [participant] There is no such person, or you may not see it.
    [pre_check] There is no such pre-check, or you may not see it.
    [qualification_plan] There is no such qualification plan, or you may not see it.
    [recount] There is no such recount, or you may not see it.
    [regional_network] There is no such regional network, or you may not see it.
    [report_deadline] There is no such deadline.
    [report_edition] There is no such edition, or you may not see it.
    [report_file] The report has no file, or you may not see it.
    [report_run] There is no such report, or you may not see it.
    [sample] There is no such sample, or you may not see it.
    [sub_project] There is no such sub-project, or you may not see it.
    [target] There is no such target, or you may not see it.
    [trainer] There is no such trainer, or you may not see it.
    [training] There is no such training, or you may not see it.
    [unit] There is no such unit, or you may not see it.
    [waiver] There is no such waiver, or you may not see it.
    [worklist] There is no such worklist, or you may not see it.
   *[other] There is no such thing, or you may not see it.
}
error-busy = The database is busy, for instance with a large import. Please try again in half a minute.
error-broken = Something went wrong on our side. Please try again.
error-internal = Something went wrong on our side. Please tell us the request id.
error-not-an-id = This is not an id of this API.
error-not-a-sha256 = A SHA-256 is written with 64 characters: digits and the letters a to f.
error-id-of-another-kind = This is the id of something else.
error-page-size = Ask for 1 to 100 entries.
error-not-a-cursor = This is not a cursor of this list.
error-unknown-code = There is nothing with the code “{ $value }”.
error-needs-period = Say which funding period is meant: codes of networks and strands are only unique within one.
error-not-a-day = Please enter a day.
error-not-a-moment = Please enter a day and a time, or leave the field empty.
error-text-nul = A text holds the character NUL (U+0000), which cannot be stored.
error-argument-date = “{ $argument }” is no day: a day is written YYYY-MM-DD, e.g. 2025-12-31.
error-argument-date-time = “{ $argument }” is no moment: a moment is written like 2026-01-31T23:59:59Z.
error-argument-type = “{ $argument }” is no value of the type { $type }.
error-argument-choice = “{ $value }” is no choice for “{ $argument }”.

# indicators of the programme, counting profiles, recounts
error-indicator-code = “{ $value }” cannot be a code. It has 1 to 40 characters: letters without accents, digits, hyphens, underscores, dots.
error-indicator-code-taken = The funding period already has, or had, an indicator “{ $value }”.
error-indicator-code-fixed = The code of an indicator stays; “{ $value }” is another one.
error-indicators-full = A funding period has room for 64 indicators of the programme, retired ones included.
error-indicator-unchanged = The definition of “{ $value }” says the same as before.
error-indicator-text-missing = Names, definitions (German and English) and the source must be there.
error-indicator-name-too-long = A name has 300 characters at most.
error-indicator-strand-unknown = The funding period has no strand “{ $value }”. There are { $allowed }.
error-indicator-unknown-then = This indicator was not known at that moment; in brackets since when it is: { $value }.
error-indicator-not-valid-yet = The indicator counts what happened from { $value } on.
error-indicator-outside-period = The day { $value } lies outside the funding period.
error-indicator-source-unknown = “{ $value }” is no source. There are participations, outcomes, consultations, trainings, qualification_plans, supported_entities, trainers, by_hand.
error-indicator-count-unknown = “{ $value }” cannot be counted. There are persons, entries, contacts, events, attendances, hours, plans, entities, trainers, value.
error-indicator-count-not-of-source = “{ $value }” cannot be counted in this source. Possible are { $allowed }.
error-indicator-measures-unknown = An indicator measures output or result, not “{ $value }”.
error-indicator-about-unknown = An indicator is about participants or operation, not “{ $value }”.
error-indicator-field-unknown = There is no field “{ $value }”. There are { $allowed }.
error-indicator-field-not-of-source = The source has no field “{ $value }”. It has { $allowed }.
error-indicator-no-values = The condition on “{ $value }” names no values. Possible are { $allowed }.
error-indicator-value-unknown = This value is not on the field’s list: { $value }. Possible are { $allowed }.
error-indicator-counts-nothing = The conditions on “{ $value }” contradict each other: nothing would ever count.
error-indicator-not-by-hand = “{ $value }” is counted from records; no values can be entered for it.
error-indicator-value-range = A value is a whole number from 0 to 2147483647, not { $value }.
error-profile-key-unknown = “{ $value }” cannot be chosen.
error-profile-key-twice = “{ $value }” is given more than once.
error-profile-value-unknown = The choice does not allow this value: { $value }.
error-profile-unchanged = The counting profile says that already.
# Waivers, estimates, samples
error-finding-unknown = There is no such finding among what you may change.
error-finding-is-an-error = { $value } is an error: it can only be mended, not waived.
error-finding-waived-already = This warning is waived already.
error-waiver-reason = Give a reason of up to 1000 characters.
error-waiver-unknown = There is no waiver of this finding among what you may change.
error-unit-not-writable = You may not change this unit as a whole.
error-estimate-indicator = “{ $value }” may not be estimated; only the characteristics that may stay unanswered (EECO12 to EECO17) may.
error-estimate-gender = “Not stated” has no column.
error-estimate-method = Say how it was estimated, in up to 2000 characters.
error-estimate-share-or-count = Give either a share or a number.
error-estimate-share = A share lies between 0 and 1.
error-estimate-count = A number is at most 13,000,000.
error-sample-indicator = No sample is drawn for “{ $value }”; samples are drawn for EECR05 and EECR06, in ESF 2014-20 for CR06 and CR07.
error-sample-seed = Give a seed of 1 to 200 characters.
error-sample-expected-answers = The share of expected answers lies between 0.001 and 1.
error-sample-frame-empty = Nobody could be drawn: nobody with complete data whose six months had passed by { $value }.

# deadlines
error-deadlines-without-rulebook = The funding period “{ $value }” has no deadlines: it has no rulebook.
error-deadline-before-cut-off = The deadline { $value } has to lie after the cut-off day.
error-deadline-after-period = The cut-off day { $value } lies more than a year behind the end of the funding period.
error-deadline-too-late = The deadline { $value } lies more than a year behind the cut-off day.
error-deadline-none-next = No deadline of this funding period lies ahead.
error-deadline-unchanged = The deadline is { $value } already.
error-deadline-unknown = There is no deadline with the cut-off day { $value }.
error-lead-times-order = First comes the check, then sub-projects hand in, then the coordination: the days must not grow; they go from 0 to 366.
