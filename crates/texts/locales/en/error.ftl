# error

# asking for a report, and what became of it
error-period-unknown = There is no funding period with the code “{ $value }”.
error-period-without-rulebook = The funding period “{ $value }” has no rulebook and therefore no figures.
error-cut-off-in-future = The cut-off day { $value } lies in the future.
error-cut-off-before-period = The cut-off day { $value } lies before the start of the funding period.
error-indicator-unknown = The rulebook of the funding period has no indicator “{ $value }”.
error-public-figures-at-month-ends = Without signing in there are figures for the last day of a month only, not for { $value }.
error-known-at-in-future = The state of knowledge { $value } lies in the future.
error-network-and-sub-project = Give only one of the two: the regional network or the sub-project.
error-network-unknown = In this funding period there is no regional network “{ $value }” that you have access to.
error-sub-project-unknown = In this funding period there is no sub-project “{ $value }” that you have access to.
error-report-crashed = The program failed while it built the workbook.
error-report-database = The database did not answer.
error-report-storage = The workbook could not be stored. Is there space left on the disk?
error-report-lost = The background process that built the workbook broke down.
error-report-interrupted = The background process was stopped before the workbook was ready.
error-report-impossible = No workbook can be made from this request.
