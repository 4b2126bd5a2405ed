# error

# asking for a report, and what became of it
error-period-unknown = Es gibt keine Förderperiode mit dem Kürzel „{ $value }“.
error-period-without-rulebook = Für die Förderperiode „{ $value }“ gibt es keine Indikatoren der Verordnung oder des Programms; fragen Sie nach denen der Aktivitäten.
error-cut-off-in-future = Der Stichtag { $value } liegt in der Zukunft.
error-cut-off-before-period = Der Stichtag { $value } liegt vor dem Beginn der Förderperiode.
error-indicator-unknown = Das Regelwerk der Förderperiode kennt keinen Indikator „{ $value }“.
error-public-figures-at-month-ends = Ohne Anmeldung gibt es Zahlen nur zum letzten Tag vergangener Monate, nicht zum { $value }.
error-difference-backwards = Der zweite Stand liegt vor dem ersten: Stichtag und Kenntnisstand dürfen nicht früher sein.
error-cases-of-few-figures = Fälle gibt es zu höchstens 25 Kennzahlen einer Antwort: bitte weniger Einheiten oder Indikatoren abfragen.
error-series-days = Bitte 1 bis { $value } Stichtage in aufsteigender Reihenfolge angeben.
error-known-at-in-future = Der Kenntnisstand { $value } liegt in der Zukunft.
error-known-at-unsettled = Gerade wird etwas geschrieben, das noch zum Kenntnisstand { $value } gehören kann. Bitte nach einem früheren Stand fragen oder gleich noch einmal.
error-nothing-known-yet = Am { $value } war von dieser Förderperiode noch nichts erfasst.
error-network-and-sub-project = Bitte nur eines angeben: das regionale Netzwerk oder das Teilvorhaben.
error-strand-and-other-unit = Ein Bericht über einen Handlungsschwerpunkt gilt für das ganze Netzwerk: bitte weder ein regionales Netzwerk noch ein Teilvorhaben dazu angeben.
error-strand-unknown = Es gibt in dieser Förderperiode keinen Handlungsschwerpunkt „{ $value }“.
error-note-too-many = An dieser Zahl stehen schon { $value } Anmerkungen, mehr fasst ihre Zelle nicht. Bitte erst eine zurücknehmen.
error-note-text = Eine Anmerkung braucht Worte, höchstens 1.000 Zeichen.
error-network-unknown = Es gibt in dieser Förderperiode kein regionales Netzwerk „{ $value }“, auf das Sie Zugriff haben.
error-sub-project-unknown = Es gibt in dieser Förderperiode kein Teilvorhaben „{ $value }“, auf das Sie Zugriff haben.
error-report-language-unknown = „{ $value }“ ist keine Sprache, in der es Berichte gibt. Bitte Deutsch oder Englisch wählen.
error-report-unit-unknown = „{ $value }“ ist nichts, worüber es einen Bericht gibt. Bitte einen Eintrag der Liste wählen.
error-edition-without-file = Es gibt keine Arbeitsmappe zum Einreichen: Der Bericht ist nicht fertig, oder seine Datei wurde entfernt.
error-edition-of-bundle = Ein Berichtspaket enthält viele Berichte. Eingereicht wird ein einzelner Bericht.
error-edition-exists = Diese Arbeitsmappe ist schon eine Fassung.
error-edition-undecided = Eine andere Fassung dieses Berichts wartet auf eine Entscheidung. Sie muss erst freigegeben oder zurückgegeben werden.
error-edition-outdated = Eingereicht war schon Fassung { $value }, und sie kennt einen späteren Stand der Daten. Bitte den Bericht neu erstellen und dessen Arbeitsmappe einreichen.
error-behind-edition = Der Import änderte Fälle eines eingereichten Berichts, ohne dass eine seiner Zeilen von ihnen handelt. Bitte einen Grund angeben.
error-edition-answer = Bitte schreiben, was auf die Rückgabe zu antworten ist.
error-edition-answer-too-long = Eine Antwort hat höchstens { $value } Zeichen.
error-edition-remark-too-long = Eine Bemerkung hat höchstens { $value } Zeichen.
error-edition-answered = Fassung { $value } dieses Berichts ist neuer. Bitte diese einreichen.
error-edition-needs-reason = Darauf beruht ein eingereichter Bericht: Es ändert sich nur mit einer Begründung.
error-edition-reason = Bitte einen Grund von höchstens 1.000 Zeichen angeben.
error-edition-four-eyes = Vier-Augen-Prinzip: Freigeben muss jemand anderes als die Person, die eingereicht hat.
error-edition-state = { $value ->
    [draft] Dieser Schritt ist nicht möglich: Die Fassung ist noch ein Entwurf.
    [submitted] Dieser Schritt ist nicht möglich: Die Fassung ist eingereicht.
    [returned] Dieser Schritt ist nicht möglich: Die Fassung wurde zurückgegeben.
    [approved] Dieser Schritt ist nicht möglich: Die Fassung ist freigegeben.
   *[superseded] Dieser Schritt ist nicht möglich: Die Fassung wurde durch eine neuere ersetzt.
}
error-edition-moved-on = { $value ->
    [draft] Jemand anderes war schneller: Die Fassung ist wieder ein Entwurf.
    [submitted] Jemand anderes war schneller: Die Fassung wurde inzwischen eingereicht.
    [returned] Jemand anderes war schneller: Die Fassung wurde inzwischen zurückgegeben.
    [approved] Jemand anderes war schneller: Die Fassung wurde inzwischen freigegeben.
   *[superseded] Jemand anderes war schneller: Die Fassung wurde inzwischen durch eine neuere ersetzt.
}
error-editions-of-other-units = Die Fassungen sind Berichte über Verschiedenes und lassen sich nicht vergleichen.
error-report-has-ended = Der Bericht ist schon beendet und kann nicht mehr abgebrochen werden.
error-report-not-ended = Nur ein gescheiterter oder abgebrochener Bericht oder einer, dessen Datei entfernt wurde, kann erneut angefordert werden.
error-report-crashed = Beim Erstellen der Arbeitsmappe ist ein Fehler im Programm aufgetreten.
error-report-database = Die Datenbank hat nicht geantwortet.
error-report-storage = Die Arbeitsmappe konnte nicht gespeichert werden: Die Dateiablage antwortet nicht oder hat keinen Platz mehr.
error-report-lost = Der Hintergrundprozess, der die Arbeitsmappe erstellt hat, ist ausgefallen.
error-report-interrupted = Der Hintergrundprozess wurde beendet, bevor die Arbeitsmappe fertig war.
error-report-impossible = Aus diesen Angaben lässt sich keine Arbeitsmappe erstellen.
error-report-text_too_long = Ein Text ist länger als die 32.767 Zeichen, die eine Zelle in Excel fasst: { $value }.
error-report-too_many_rows = Ein Blatt hätte mehr als die 1.048.576 Zeilen, die Excel fasst: { $value }.
error-report-too_many_columns = Ein Blatt hätte mehr als die 16.384 Spalten, die Excel fasst: { $value }.
error-report-too_many_sheets = Die Arbeitsmappe hätte { $value } Blätter; 255 sind die Grenze. Bitte Berichte über einzelne Netzwerke oder Teilvorhaben anfordern.

# withdrawing records
error-reason-missing = Dafür braucht es einen Grund.
error-reason-too-long = Ein Grund hat höchstens { $value } Zeichen.
error-text-unseen = Der Text enthält ein Zeichen, das niemand sehen kann ({ $value }). Bitte ohne dieses Zeichen schreiben.
error-text-too-long = Der Text hat höchstens { $value } Zeichen.

# Konten, Anmeldung, Rechte, Zugriffsschlüssel
error-email = Das ist keine E-Mail-Adresse.
error-email-taken = Mit dieser E-Mail-Adresse gibt es schon ein Konto.
error-account-name = Der Name braucht 1 bis 200 Zeichen.
error-account-unknown = Mit der E-Mail-Adresse { $value } gibt es kein Konto.
error-password-length = Das Passwort braucht 12 bis 200 Zeichen.
error-sign-in-refused = E-Mail-Adresse oder Passwort stimmen nicht.
error-sign-in-throttled = Zu viele Versuche. Bitte in 15 Minuten noch einmal versuchen.
error-grant-needs-network = Diese Rolle braucht ein regionales Netzwerk.
error-grant-takes-no-network = Diese Rolle gilt nicht für ein regionales Netzwerk.
error-grant-needs-sub-project = Diese Rolle braucht ein Teilprojekt.
error-grant-takes-no-sub-project = Diese Rolle gilt nicht für ein Teilprojekt.
error-grant-needs-end = Diese Rolle braucht einen letzten Tag.
error-grant-ends-before-start = Der letzte Tag liegt vor dem ersten.
error-grant-ended = Dieses Recht ist schon zu Ende.
error-token-name = Der Name braucht 1 bis 100 Zeichen.
error-token-ends-in-past = Das Ende muss in der Zukunft liegen.
error-token-lives-too-long = Ein Zugriffsschlüssel gilt höchstens 366 Tage.
# answers of the API
error-unauthenticated = Bitte melden Sie sich an.
error-forbidden = Dazu sind Sie nicht berechtigt.
error-not-found = { $kind ->
    [access_grant] Dieses Recht gibt es nicht.
    [account] Dieses Konto gibt es nicht.
    [api_token] Diesen Zugriffsschlüssel gibt es nicht, oder er ist nicht Ihrer.
    [consultation] Diese Beratung gibt es nicht, oder Sie dürfen sie nicht sehen.
    [district] Diesen Landkreis gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [figure] Diese Kennzahl gibt es nicht, oder Sie dürfen sie nicht sehen.
    [figure_note] Diese Anmerkung gibt es nicht, sie wurde zurückgezogen, oder Sie dürfen sie nicht sehen.
    [findings] Diese Befunde gibt es nicht, oder Sie dürfen sie nicht sehen.
    [funding_period] Diese Förderperiode gibt es nicht.
    [indicator] Diesen Indikator gibt es nicht.
    [node] Unter dieser Kennung gibt es nichts, oder Sie dürfen es nicht sehen.
    [offer_type] Diese Angebotsart gibt es nicht.
    [organisation] Diesen Träger gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [participant] Diese Person gibt es nicht, oder Sie dürfen sie nicht sehen.
    [pre_check] Diese Vorprüfung gibt es nicht, oder Sie dürfen sie nicht sehen.
    [qualification_plan] Diesen Qualifizierungsplan gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [recount] Diese Neuzählung gibt es nicht, oder Sie dürfen sie nicht sehen.
    [regional_network] Dieses regionale Netzwerk gibt es nicht, oder Sie dürfen es nicht sehen.
    [report_deadline] Diese Abgabefrist gibt es nicht.
    [report_edition] Diese Fassung gibt es nicht, oder Sie dürfen sie nicht sehen.
    [report_file] Die Datei dieses Berichts gibt es nicht, oder Sie dürfen sie nicht sehen.
    [report_run] Diesen Bericht gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [sample] Diese Stichprobe gibt es nicht, oder Sie dürfen sie nicht sehen.
    [sub_project] Dieses Teilvorhaben gibt es nicht, oder Sie dürfen es nicht sehen.
    [target] Diesen Zielwert gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [trainer] Diesen Eintrag des Trainerpools gibt es nicht, oder Sie dürfen ihn nicht sehen.
    [training] Diese Schulung gibt es nicht, oder Sie dürfen sie nicht sehen.
    [unit] Diese Einheit gibt es nicht, oder Sie dürfen sie nicht sehen.
    [waiver] Diese Ausnahme gibt es nicht, oder Sie dürfen sie nicht sehen.
    [worklist] Diese Arbeitsliste gibt es nicht, oder Sie dürfen sie nicht sehen.
   *[other] Das gibt es nicht, oder Sie dürfen es nicht sehen.
}
error-busy = Die Datenbank ist gerade beschäftigt, etwa mit einem großen Import. Bitte versuchen Sie es in einer halben Minute noch einmal.
error-broken = Auf unserer Seite ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
error-internal = Auf unserer Seite ist etwas schiefgegangen. Bitte nennen Sie uns die Kennung der Anfrage.
error-not-an-id = Das ist keine Kennung dieser Schnittstelle.
error-not-a-sha256 = Ein SHA-256 wird mit 64 Zeichen geschrieben: Ziffern und die Buchstaben a bis f.
error-id-of-another-kind = Das ist die Kennung von etwas anderem.
error-page-size = Bitte 1 bis 100 Einträge anfordern.
error-not-a-cursor = Das ist keine Marke dieser Liste.
error-unknown-code = Es gibt nichts mit dem Kürzel „{ $value }“.
error-needs-period = Bitte die Förderperiode angeben: Kürzel von Netzwerken und Schwerpunkten sind nur innerhalb einer Förderperiode eindeutig.
error-not-a-day = Bitte einen Tag angeben.
error-not-a-moment = Bitte Tag und Uhrzeit angeben oder das Feld leer lassen.
error-text-nul = Ein Text enthält das Zeichen NUL (U+0000), das sich nicht speichern lässt.
error-argument-date = „{ $argument }“ ist kein Tag: Ein Tag wird JJJJ-MM-TT geschrieben, etwa 2025-12-31.
error-argument-date-time = „{ $argument }“ ist kein Zeitpunkt: Ein Zeitpunkt wird wie 2026-01-31T23:59:59Z geschrieben.
error-argument-type = „{ $argument }“ ist kein Wert des Typs { $type }.
error-argument-choice = „{ $value }“ steht für „{ $argument }“ nicht zur Wahl.

# Indikatoren des Programms, Zählprofile, Neuzählungen
error-indicator-code = „{ $value }“ kann kein Kürzel sein. Es hat 1 bis 40 Zeichen: Buchstaben ohne Umlaute, Ziffern, Bindestrich, Unterstrich, Punkt.
error-indicator-code-taken = Die Förderperiode hat oder hatte schon einen Indikator „{ $value }“.
error-indicator-code-fixed = Das Kürzel eines Indikators bleibt; „{ $value }“ ist ein anderes.
error-indicators-full = Eine Förderperiode hat Platz für 64 Indikatoren des Programms, beendete eingeschlossen.
error-indicator-unchanged = Die Definition von „{ $value }“ sagt dasselbe wie bisher.
error-indicator-text-missing = Namen und Definitionen (deutsch und englisch) und die Rechtsgrundlage müssen da sein.
error-indicator-name-too-long = Ein Name hat höchstens 300 Zeichen.
error-indicator-strand-unknown = Die Förderperiode hat keinen Handlungsschwerpunkt „{ $value }“. Es gibt { $allowed }.
error-indicator-unknown-then = Diesen Indikator kannte man zu dem Zeitpunkt noch nicht; in Klammern, seit wann: { $value }.
error-indicator-not-valid-yet = Der Indikator zählt, was ab dem { $value } geschah.
error-indicator-outside-period = Der Tag { $value } liegt außerhalb der Förderperiode.
error-indicator-source-unknown = „{ $value }“ ist keine Quelle. Es gibt participations, outcomes, consultations, trainings, qualification_plans, supported_entities, trainers, by_hand.
error-indicator-count-unknown = „{ $value }“ lässt sich nicht zählen. Es gibt persons, entries, contacts, events, attendances, hours, plans, entities, trainers, value.
error-indicator-count-not-of-source = „{ $value }“ lässt sich in dieser Quelle nicht zählen. Möglich sind { $allowed }.
error-indicator-measures-unknown = Ein Indikator misst output oder result, nicht „{ $value }“.
error-indicator-about-unknown = Ein Indikator betrifft participants oder operation, nicht „{ $value }“.
error-indicator-field-unknown = Es gibt kein Feld „{ $value }“. Es gibt { $allowed }.
error-indicator-field-not-of-source = Die Quelle hat kein Feld „{ $value }“. Sie hat { $allowed }.
error-indicator-no-values = Die Bedingung an „{ $value }“ nennt keine Werte. Möglich sind { $allowed }.
error-indicator-value-unknown = Dieser Wert steht nicht auf der Liste des Feldes: { $value }. Möglich sind { $allowed }.
error-indicator-counts-nothing = Die Bedingungen an „{ $value }“ widersprechen sich: Nichts würde je zählen.
error-indicator-not-by-hand = „{ $value }“ wird aus Datensätzen gezählt; dafür lassen sich keine Werte eintragen.
error-indicator-value-range = Ein Wert ist eine ganze Zahl von 0 bis 2147483647, nicht { $value }.
error-profile-key-unknown = „{ $value }“ steht nicht zur Wahl.
error-profile-key-twice = „{ $value }“ steht mehr als einmal da.
error-profile-value-unknown = Dieser Wert steht nicht zur Wahl: { $value }.
error-profile-unchanged = Das sagt das Zählprofil schon.
# Ausnahmen, Schätzungen, Stichproben
error-finding-unknown = Diesen Befund gibt es nicht unter dem, was Sie ändern dürfen.
error-finding-is-an-error = { $value } ist ein Fehler: Er lässt sich nur beheben, nicht hinnehmen.
error-finding-waived-already = Diese Warnung ist bereits hingenommen.
error-waiver-reason = Bitte einen Grund mit höchstens 1000 Zeichen angeben.
error-waiver-unknown = Zu diesem Befund gibt es unter dem, was Sie ändern dürfen, keine Ausnahme.
error-unit-not-writable = Diese Einheit dürfen Sie nicht als Ganzes ändern.
error-estimate-indicator = „{ $value }“ darf nicht geschätzt werden, sondern nur die freiwilligen Merkmale (EECO12 bis EECO17).
error-estimate-gender = „Ohne Eintrag“ hat keine Spalte.
error-estimate-method = Bitte mit höchstens 2000 Zeichen angeben, wie geschätzt wurde.
error-estimate-share-or-count = Bitte entweder einen Anteil oder eine Anzahl angeben.
error-estimate-share = Ein Anteil liegt zwischen 0 und 1.
error-estimate-count = Eine Anzahl ist höchstens 13.000.000.
error-sample-indicator = Für „{ $value }“ wird keine Stichprobe gezogen, sondern für EECR05 und EECR06, im ESF 2014-20 für CR06 und CR07.
error-sample-seed = Bitte einen Startwert mit 1 bis 200 Zeichen angeben.
error-sample-expected-answers = Der Anteil erwarteter Antworten liegt zwischen 0,001 und 1.
error-sample-frame-empty = Niemand konnte gezogen werden: Bis { $value } waren bei niemandem mit vollständigen Angaben sechs Monate vergangen.

# deadlines
error-deadlines-without-rulebook = Für die Förderperiode „{ $value }“ gibt es keine Abgabefristen: Sie hat kein Regelwerk.
error-deadline-before-cut-off = Die Abgabefrist { $value } muss nach dem Stichtag liegen.
error-deadline-after-period = Der Stichtag { $value } liegt mehr als ein Jahr nach dem Ende der Förderperiode.
error-deadline-too-late = Die Abgabefrist { $value } liegt mehr als ein Jahr nach dem Stichtag.
error-deadline-none-next = In dieser Förderperiode steht keine Abgabefrist mehr bevor.
error-deadline-unchanged = Die Abgabefrist ist schon der { $value }.
error-deadline-unknown = Zum Stichtag { $value } gibt es keine Abgabefrist.
error-lead-times-order = Erst wird geprüft, dann geben die Teilvorhaben ab, dann die Koordination: Die Tage dürfen nicht zunehmen; möglich sind 0 bis 366.
