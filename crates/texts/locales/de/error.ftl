# error

# asking for a report, and what became of it
error-period-unknown = Es gibt keine Förderperiode mit dem Kürzel „{ $value }“.
error-period-without-rulebook = Für die Förderperiode „{ $value }“ gibt es kein Regelwerk und damit keine Zahlen.
error-cut-off-in-future = Der Stichtag { $value } liegt in der Zukunft.
error-cut-off-before-period = Der Stichtag { $value } liegt vor dem Beginn der Förderperiode.
error-indicator-unknown = Das Regelwerk der Förderperiode kennt keinen Indikator „{ $value }“.
error-public-figures-at-month-ends = Ohne Anmeldung gibt es Zahlen nur zum letzten Tag eines Monats, nicht zum { $value }.
error-known-at-in-future = Der Kenntnisstand { $value } liegt in der Zukunft.
error-network-and-sub-project = Bitte nur eines angeben: das regionale Netzwerk oder das Teilvorhaben.
error-network-unknown = Es gibt in dieser Förderperiode kein regionales Netzwerk „{ $value }“, auf das Sie Zugriff haben.
error-sub-project-unknown = Es gibt in dieser Förderperiode kein Teilvorhaben „{ $value }“, auf das Sie Zugriff haben.
error-report-crashed = Beim Erstellen der Arbeitsmappe ist ein Fehler im Programm aufgetreten.
error-report-database = Die Datenbank hat nicht geantwortet.
error-report-storage = Die Arbeitsmappe konnte nicht gespeichert werden. Ist noch Platz auf dem Datenträger?
error-report-lost = Der Hintergrundprozess, der die Arbeitsmappe erstellt hat, ist ausgefallen.
error-report-interrupted = Der Hintergrundprozess wurde beendet, bevor die Arbeitsmappe fertig war.
error-report-impossible = Aus diesen Angaben lässt sich keine Arbeitsmappe erstellen.
