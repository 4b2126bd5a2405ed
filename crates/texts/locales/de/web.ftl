# web
web-name = MigraNet
web-claim = IQ-Netzwerke in Bayern
web-skip = Zum Inhalt springen
web-nav = Hauptnavigation
web-nav-network = Netzwerk
web-nav-deadlines = Fristen
web-nav-reports = Berichte
web-nav-graphql = GraphQL
web-language-switch = English
web-language-de = Deutsch
web-language-en = Englisch
web-sign-in = Anmelden
web-sign-out = Abmelden
web-signed-in-as = Angemeldet als
web-error = Fehler
web-yes = ja
web-no = nein
web-optional = freiwillig
web-choose = Bitte wählen
web-reason = Grund
web-reason-hint = Höchstens 1.000 Zeichen.
web-reload = Stand neu laden

web-funding = Förderung
web-funding-unknown = Wer das Netzwerk gefördert hat, steht bei den Förderperioden auf der Startseite.
web-footer-nav = Weitere Seiten
web-footer-graphql = GraphQL-Schnittstelle
web-footer-licences = Lizenzen und Hinweise

web-start-title = Das Netzwerk
web-hero-preline = Integration durch Qualifizierung seit 2005
web-hero-title = Damit ausländische Abschlüsse in Bayern zu passender Arbeit führen
web-hero-lead = MigraNet verbindet Beratungsstellen, Bildungsträger, Kammern, Hochschulen und Kommunen. Hier steht, wer in welcher Förderperiode wo mitarbeitet.
web-periods = Förderperiode
web-period = Förderperiode

web-map-title = Karte: die 96 Landkreise und kreisfreien Städte Bayerns nach Netzwerk
web-map-source = © GeoBasis-DE / BKG (Daten verändert)
web-map-table = Alle Landkreise und kreisfreien Städte als Tabelle
web-map-table-caption = Einwohnerzahlen vom
web-map-table-source = Quelle: Statistisches Bundesamt (Destatis), CC BY 4.0.
web-unconfirmed = Zuordnung nicht belegt
web-unconfirmed-note = { $count ->
    [one] Bei einem Kreis ist die Zuordnung angenommen und durch keine Quelle belegt. Seine Grenze ist gestrichelt.
   *[other] Bei { $count } Kreisen ist die Zuordnung angenommen und durch keine Quelle belegt. Ihre Grenzen sind gestrichelt.
}
web-networks = { $count ->
    [one] Ein regionales Netzwerk
   *[other] { $count } regionale Netzwerke
}
web-districts = { $count ->
    [one] 1 Kreis
   *[other] { $count } Kreise
}
web-inhabitants = Einwohner
web-coordinated-by = Koordination:
web-single-title = Ein gemeinsames Netzwerk
web-single-body = Regionale Integrationsnetzwerke gibt es erst seit 2023. Bis dahin war MigraNet ein einziges Netzwerk.
web-unknown-title = Die Netzwerke dieser Förderrunde sind hier noch nicht bekannt
web-unknown-body = Die Förderrunde hat begonnen, aber uns liegt keine Quelle vor, die Namen und Gebiete der bayerischen Netzwerke nennt. Sobald es eine gibt, stehen sie hier.
web-district = Kreis
web-ags = Amtlicher Schlüssel (AGS)
web-nuts3 = NUTS-3
web-population = Einwohner
web-network = Netzwerk
web-confirmed = Belegt

web-teilprojekte = { $count ->
    [0] Teilprojekte
    [one] 1 Teilprojekt
   *[other] { $count } Teilprojekte
}
web-teilvorhaben = { $count ->
    [0] Teilvorhaben
   *[other] { $count } Teilvorhaben
}
web-sub-projects-lead = Bis 2022 hießen die Einzelprojekte Teilprojekte, seit 2023 heißen sie Teilvorhaben. Die Liste nennt, was öffentliche Quellen belegen, und ist nicht vollständig.
web-invented-note = Dazu kommen erfundene Beispiele; sie sind als solche gekennzeichnet.
web-invented = Erfundenes Beispiel
web-no-sub-projects = Für diese Förderperiode ist hier noch kein Einzelprojekt erfasst.
web-no-network = Keinem regionalen Netzwerk zugeordnet
web-organisation-unknown = Träger nicht bekannt
web-offers = Angebote

web-history-title = Vom Modellprojekt zum Netzwerk
web-history-lead = Name, Form und Geldgeber haben sich mit jeder Förderperiode geändert, das Ziel nicht.
web-focus = Schwerpunkt
web-funders = Förderung
web-administrators = Verwaltung
web-partners = Partner
web-not-known = nicht bekannt

web-sign-in-title = Anmelden
web-sign-in-lead = Für Mitarbeitende der Teilvorhaben, der Koordination und der Verwaltung. Einen Zugang richtet Ihre Koordinierungsstelle ein.
web-email = E-Mail-Adresse
web-password = Passwort

web-reports-title = Berichte
web-report = Bericht
web-reports-lead = Ein Bericht ist eine Excel-Mappe mit allen Kennzahlen zu einem Stichtag. Jede Zahl darin lässt sich bis zu den einzelnen Einträgen zurückverfolgen.
web-report-new = Neuer Bericht
web-report-request = Bericht anfordern
web-report-nothing = In dieser Förderperiode gibt es nichts, worüber Sie einen Bericht anfordern dürfen.
web-report-runs = Angeforderte Berichte
web-report-runs-all = Alle
web-report-runs-failed = Gescheiterte
web-report-runs-none-failed = Kein Bericht ist gescheitert.
web-report-runs-none = Noch kein Bericht angefordert. Mit dem Formular entsteht der erste.
web-report-language = Sprache der Mappe
web-unit = Worüber
web-unit-network = Gesamtes Netzwerk
web-unit-regional-network = Regionale Netzwerke
web-unit-bundle = Alle Berichte als ein Paket (ZIP)
web-unit-strand = Handlungsschwerpunkte
web-unit-sub-project = Einzelprojekte
web-cut-off = Stichtag
web-cut-off-hint = Was bis zu diesem Tag geschehen ist, zählt.
web-known-at = Kenntnisstand
web-known-at-label = Kenntnisstand (UTC)
web-known-at-hint = Nur was bis dahin erfasst war, zählt. Leer heißt: alles, was jetzt erfasst ist.
web-form-errors = Bitte prüfen Sie diese Angaben
web-requested-by = Angefordert von
web-requested-at = Angefordert am
web-report-state-waiting = Wartet
web-report-state-running = In Arbeit
web-report-state-done = Fertig
web-report-state-failed = Nicht gelungen
web-report-state-cancelling = Wird abgebrochen
web-report-state-cancelled = Abgebrochen
web-edition = Fassung
web-edition-none = Noch keine Fassung
web-edition-lead = Diese Arbeitsmappe kann als nächste Fassung des Berichts eingereicht werden. Eingereicht ändert sie sich nicht mehr, und die Datensätze dahinter nur noch als Korrekturen mit Begründung.
web-edition-before = Was davor geschah
web-edition-reason = Grund oder Bemerkung
web-edition-reason-hint = Zum Zurückgeben nötig, zum Freigeben möglich; höchstens 1.000 Zeichen.
web-edition-remark = Bemerkung
web-edition-remark-hint = Freiwillig, höchstens 1.000 Zeichen. Sie steht bei der Fassung. Mit dem Einreichen wird diese festgehalten: Was dahinter steht, ändert sich nur noch mit Begründung.
web-edition-step-draft = Als Entwurf vormerken
web-edition-step-submit = Einreichen
web-edition-step-approve = Freigeben
web-edition-step-return = Zurückgeben
web-edition-changes = { $count ->
    [one] Eine Änderung seit dem Kenntnisstand
   *[other] { $number } Änderungen seit dem Kenntnisstand
}
web-edition-changes-cases = { $count ->
    [one] 1 Fall
   *[other] { $number } Fälle
}
web-edition-changes-targets = { $count ->
    [one] 1 Zielwert
   *[other] { $number } Zielwerte
}
web-edition-changes-structure = { $count ->
    [one] 1 Angabe zur Struktur
   *[other] { $number } Angaben zur Struktur
}
web-edition-changes-estimates = { $count ->
    [one] 1 Schätzung
   *[other] { $number } Schätzungen
}
web-edition-changes-samples = { $count ->
    [one] 1 Stichprobe
   *[other] { $number } Stichproben
}
web-edition-changes-waivers = { $count ->
    [one] 1 hingenommene Warnung
   *[other] { $number } hingenommene Warnungen
}
web-edition-changes-definitions = { $count ->
    [one] 1 Definition
   *[other] { $number } Definitionen
}
web-edition-changes-notes = { $count ->
    [one] 1 Anmerkung
   *[other] { $number } Anmerkungen
}
web-edition-corrections = { $count ->
    [one] einmal wurde ein Datensatz berichtigt oder zurückgenommen
   *[other] { $number }-mal wurden Datensätze berichtigt oder zurückgenommen
}
web-edition-state-draft = Entwurf
web-edition-state-submitted = Eingereicht
web-edition-state-returned = Zurückgegeben
web-edition-state-approved = Freigegeben
web-edition-state-superseded = Ersetzt
web-edition-in-state = Fassung { $number } · { $state ->
    [draft] Entwurf
    [submitted] eingereicht
    [returned] zurückgegeben
    [approved] freigegeben
   *[superseded] ersetzt
}
web-edition-other-eyes = Sie haben diese Fassung eingereicht. Freigeben muss sie jemand anderes: In dieser Förderperiode gilt das Vier-Augen-Prinzip.
web-edition-answer = Auf die Rückgabe antwortet die nächste Fassung: Berichtigen Sie, was der Grund nennt, fordern Sie den Bericht neu an und reichen Sie die neue Arbeitsmappe ein.
web-edition-or-again = Ist nichts zu berichtigen, reichen Sie dieselbe Fassung mit einer Antwort wieder ein.
web-edition-answer-label = Antwort auf die Rückgabe
web-edition-answer-hint = Höchstens 1.000 Zeichen. Sie steht bei der Fassung.
web-edition-step-again = Unverändert wieder einreichen
web-edition-ask-again = Bericht neu anfordern
web-edition-unchanged = Seit diesem Bericht hat sich nichts geändert: Ein neuer wäre derselbe. Berichtigen Sie zuerst, was der Grund der Rückgabe nennt, oder reichen Sie dieselbe Fassung mit einer Antwort wieder ein.
web-edition-outdated = Seither hat sich geändert, was diese Arbeitsmappe zeigt: Vor dem Einreichen neu anfordern?
web-edition-answered = Darauf antwortet:
web-edition-unanswered = Auf die Rückgabe antwortet die nächste Fassung; noch gibt es keine.
web-edition-none-of-bundle = Ein Paket lässt sich nicht einreichen, nur ein einzelner Bericht: Fordern Sie ihn dazu für sich an.
web-editions-title = Fassungen, die auf Sie warten
web-editions-to-decide = { $count ->
    [one] Eine Fassung wartet auf Ihre Entscheidung
   *[other] { $count } Fassungen warten auf Ihre Entscheidung
}
web-editions-to-answer = { $count ->
    [one] Eine Fassung wurde zurückgegeben und wartet auf Ihre Antwort
   *[other] { $count } Fassungen wurden zurückgegeben und warten auf Ihre Antwort
}
web-editions-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
web-report-cancel = Abbrechen
web-report-retry = Erneut anfordern
web-report-remark = Hinweis
web-report-remark-nothing-known = Am { $known_at } war von dieser Förderperiode noch nichts erfasst: Der Bericht hat keine Zahlen.
web-report-remark-known-before-cut-off = Der Kenntnisstand { $known_at } liegt vor dem Stichtag { $cut_off }: Was danach erfasst wurde, fehlt in diesem Bericht.
web-report-removed = Die Aufbewahrungsfrist ist abgelaufen. Die Datei wurde entfernt am { $at }.
web-report-removed-undrafted = Aus diesem Bericht wurde keine Fassung, und seine Aufbewahrungsfrist ist abgelaufen. Die Datei wurde entfernt am { $at }.
web-report-removed-draft = Der Entwurf wurde nicht eingereicht, und seine Aufbewahrungsfrist ist abgelaufen. Die Datei wurde entfernt am { $at }.
web-report-removed-lost = Die Datei liegt nicht mehr in der Dateiablage; bemerkt wurde das am { $at }. Bitte fordern Sie den Bericht erneut an.
web-edition-rebuild = Die Arbeitsmappe dieser Fassung lässt sich aus dem, was mit ihr festgehalten ist, noch einmal erstellen, im Betrieb des Systems mit: migranet edition rebuild { $edition } --out bericht.xlsx
web-report-waiting = Der Bericht ist vorgemerkt und beginnt von selbst.
web-report-stage-queued = Vorbereitung
web-report-stage-counting = Kennzahlen werden gezählt
web-report-stage-writing = Tabellenblätter werden geschrieben
web-report-stage-reports = Berichte werden geschrieben
web-report-stage-storing = Datei wird abgelegt
web-hand-ins-title = Abgabestand zum Stichtag
web-hand-ins-which = Abgabestand
web-hand-ins-done = Abgegeben: { $done } von { $all }.
web-hand-ins-unit = Einheit
web-hand-ins-by = Abgabe bis
web-hand-ins-state = Stand
web-hand-ins-none = Noch keine Fassung
web-hand-ins-overdue = überfällig
web-hand-ins-silent = Bis zum Stichtag ist nichts erfasst.
web-pre-check-silent = Es ist noch gar nichts erfasst.

web-changes = Änderungen
web-changes-which = Was geändert wurde, von wem und warum
web-changes-lead = Was seit dem Kenntnisstand { $at } erfasst, berichtigt oder zurückgenommen wurde und an diesem Bericht heute etwas ändern würde. Was dieser Bericht zeigte, ändert sich nur mit einer Begründung. Kam ein Teilvorhaben hinzu oder ging es, steht es hier; seine einzelnen Fälle stehen hier nicht.
web-changes-none = Hinter dieser Fassung hat sich nichts geändert.
web-changes-caption = Die neuesten zuerst
web-changes-what = Was
web-changes-done = Was geschah
web-changes-reason = Begründung
web-changes-by = Von wem und wann
web-changes-no-reason = war nicht nötig
web-changes-nobody = nicht festgehalten
web-change-kind-entered = erfasst
web-change-kind-corrected = berichtigt
web-change-kind-withdrawn = zurückgenommen
web-change-of-participation = Teilnahme
web-change-of-outcome = Verbleib
web-change-of-follow-up = Nachbefragung
web-change-of-supported-entity = Unterstützte Einrichtung
web-change-of-trainer = Trainerin oder Trainer
web-change-of-consultation = Beratung
web-change-of-training = Schulung
web-change-of-qualification-plan = Qualifizierungsplan
web-change-of-indicator-value = Von Hand erfasster Wert
web-change-of-offer = Angebot
web-change-of-sub-project = Teilvorhaben
web-change-of-organisation = Organisation
web-change-of-regional-network = Regionales Netzwerk
web-change-of-target = Zielwert
web-change-of-estimate = Schätzung
web-change-of-sample = Stichprobe
web-change-of-waiver = Begründete Warnung
web-change-of-indicator = Definition des Indikators
web-change-of-counting-profile = Zählprofil
web-change-of-figure-note = Notiz zu

web-comparison = Fassungen vergleichen
web-comparison-from = Frühere Fassung
web-comparison-to = Spätere Fassung
web-comparison-figures = Kennzahlen, die abweichen
web-comparison-figure = Kennzahl
web-comparison-causes = Ursachen
web-comparison-same = Keine Kennzahl weicht ab.
web-to-report = Zurück zum Bericht
web-notes-title = Anmerkungen zu Kennzahlen
web-notes-lead = Was Menschen zu einer Zahl zu sagen haben. Es steht in jedem Bericht an seiner Zelle, bis es zurückgezogen wird.
web-notes-none = In dem, was Sie sehen dürfen, ist zu keiner Kennzahl dieser Förderperiode etwas angemerkt.
web-note-figure = Kennzahl
web-note-text = Anmerkung
web-note-by = Von
web-note-new = Etwas anmerken
web-note-unit = An der Kennzahl von
web-note-gender = Spalte
web-note-all-genders = Alle zusammen
web-note-hint = Höchstens 1.000 Zeichen. Bitte keine Namen von Teilnehmenden.
web-note-press = Anmerken
web-indicators-law = Nach dem Gesetz
web-indicators-programme = Des Programms
web-indicators-activities = Des Netzwerks
web-note-withdraw = Zurückziehen
web-note-on-network = Regionales Netzwerk { $code }
web-note-on-sub-project = Teilvorhaben { $code }
web-verify-title = Arbeitsmappe prüfen
web-verify-heading = Arbeitsmappe prüfen
web-verify-lead = Laden Sie eine Arbeitsmappe hoch: Sie erfahren, ob sie unverändert einer der Berichte ist oder welche Blätter und Zellen abweichen. Die Datei wird danach gelöscht.
web-verify-file = Arbeitsmappe
web-verify-file-hint = Eine Excel-Datei (.xlsx) mit höchstens 64 MB.
web-verify-check = Prüfen
web-verify-checking = Wird geprüft …
web-verify-busy = Die Arbeitsmappe wird hochgeladen und Zelle für Zelle mit dem Original verglichen. Bei großen Arbeitsmappen dauert das einige Sekunden; bitte lassen Sie diese Seite offen.
web-verify-missing = Wählen Sie eine Arbeitsmappe aus.
web-verify-empty-file = Die Datei ist leer.
web-verify-too-large = Die Datei ist größer als 64 MB und wird nicht geprüft.
web-verify-unmodified = Unverändert
web-verify-modified = Verändert
web-verify-unknown = Keiner der Berichte, die Sie sehen dürfen
web-verify-unreadable = Keine lesbare Excel-Arbeitsmappe: vielleicht beschädigt
web-verify-encrypted = Mit einem Kennwort geschützt: bitte ohne Kennwort speichern
web-verify-too-large-inside = Ausgepackt zu groß: Was in der Datei steckt, ist größer, als ein Bericht je sein kann, und wird nicht geprüft
web-verify-no-original = Das Original ist nicht mehr gespeichert; die Zellen lassen sich nicht vergleichen.
web-verify-sheet-missing = Das Blatt „{ $name }“ fehlt.
web-verify-sheet-added = Das Blatt „{ $name }“ ist dazugekommen.
web-verify-same = Jede Zelle sagt dasselbe. Abweichen können Aussehen, Notizen, Diagramme oder Eigenschaften der Datei.
web-verify-same-cells = Jede Zelle sagt dasselbe.
web-verify-reordered = Die Blätter stehen in anderer Reihenfolge.
web-verify-properties-missing = Die Eigenschaften der Datei fehlen: Ein anderes Programm hat sie gespeichert. Welcher Bericht sie ist, sagt ihr verborgener Name.
web-verify-different = { $count ->
    [one] Eine Zelle weicht ab.
   *[other] { $count } Zellen weichen ab.
}
web-verify-first = Gezeigt sind die ersten { $count } davon.
web-verify-uncalculated = { $count ->
    [one] Eine Formel ist gleich, hat aber kein gespeichertes Ergebnis: Ein Programm hat die Kopie gespeichert, ohne zu rechnen.
   *[other] { $count } Formeln sind gleich, haben aber kein gespeichertes Ergebnis: Ein Programm hat die Kopie gespeichert, ohne zu rechnen.
}
web-verify-cells = Abweichende Zellen
web-verify-sheet = Blatt
web-verify-cell = Zelle
web-verify-original = Im Original
web-verify-file-says = In Ihrer Datei
web-verify-empty = leer
web-download = Herunterladen
web-to-reports = Zurück zu allen Berichten

web-problem-not-found-title = Diese Seite gibt es nicht
web-problem-not-found-body = Vielleicht ist die Adresse unvollständig, oder Sie dürfen die Seite nicht sehen. Melden Sie sich an oder beginnen Sie auf der Startseite.
web-problem-forbidden-title = Dazu reicht Ihre Rolle nicht
web-needed-any = Dafür braucht Ihr Konto eine Rolle: Projektpersonal, Koordination, Prüfung oder Administration. Heute hat es keine. Die Administration vergibt Rollen.
web-needed-writer = Dafür braucht Ihr Konto die Rolle Projektpersonal, Koordination oder Administration. Wer prüft, liest nur.
web-needed-above = Dafür ist jemand anderes zuständig: für ein Teilvorhaben sein Projektpersonal, über dessen Fassungen entscheidet die Koordination des regionalen Netzwerks, und was das ganze Netzwerk angeht, ist Sache der Administration.
web-needed-administrator = Dafür braucht Ihr Konto die Rolle Administration.
web-problem-form-title = Das Formular ist nicht mehr gültig
web-problem-form-body = Es war zu lange geöffnet oder wurde schon abgeschickt. Gehen Sie zurück, laden Sie die Seite neu und schicken Sie das Formular noch einmal ab.
web-problem-address-title = Diese Adresse lässt sich nicht lesen
web-problem-address-body = Etwas darin fehlt, steht doppelt oder ist beschädigt, vielleicht beim Kopieren. Beginnen Sie auf der Startseite oder folgen Sie einem Verweis auf den Seiten.
web-problem-fields-title = Das Formular ist unvollständig angekommen
web-problem-fields-body = Es fehlen Felder, oder was ankam, ist kein Formular. Gehen Sie zurück, laden Sie die Seite neu und schicken Sie das Formular noch einmal ab.
web-problem-method-title = So lässt sich diese Adresse nicht aufrufen
web-problem-method-body = Sie gehört zu einem Formular und nimmt nur an, was mit ihm abgeschickt wird. Öffnen Sie die Seite, auf der das Formular steht.
web-problem-too-large-title = Das ist zu lang
web-problem-too-large-body = Was mit dem Formular ankam, ist länger, als diese Seite annimmt. Gehen Sie zurück und kürzen Sie den Text.
web-problem-too-many-title = Zu viele Versuche
web-problem-too-many-body = Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.
web-problem-busy-title = Die Datenbank ist gerade beschäftigt
web-problem-busy-body = Etwa mit einem großen Import. Es ist nichts verloren gegangen: Laden Sie die Seite bitte in einer halben Minute neu.
web-problem-store-title = Die Dateiablage antwortet nicht
web-problem-store-body = Ihre Dateien sind nicht verloren. Versuchen Sie es bitte in einigen Minuten noch einmal.
web-problem-internal-title = Da ist etwas schiefgegangen
web-problem-internal-body = Der Fehler liegt bei uns. Versuchen Sie es bitte noch einmal. Bleibt er bestehen, nennen Sie der Administration die Kennung dieser Anfrage.
web-request-id = Kennung der Anfrage:
web-to-start = Zur Startseite

web-licences-title = Lizenzen und Hinweise
web-licences-lead = Die Seiten laden nichts von anderen Servern. Woraus sie bestehen und unter welchen Bedingungen, steht hier.
web-licences-what = Bestandteil
web-licences-for = Wofür
web-licences-terms = Bedingungen
web-licences-product = Dieses Programm
web-licences-kern = Gestaltung nach dem Standard der deutschen Verwaltung; eine Auswahl der Bausteine, unverändert
web-licences-font = Schrift
web-licences-htmx = Fortschritt der Berichte ohne Neuladen
web-licences-graphiql = Arbeitsplatz für die GraphQL-Schnittstelle, mit dem Editor Monaco und weiteren Paketen
web-licences-graphiql-terms = MIT; Bedingungen der weiteren Pakete in den Lizenztexten
web-licences-map = Umrisse der Landkreise; Daten verändert: vereinfacht und zusammengefasst
web-licences-map-terms = © GeoBasis-DE / BKG (Daten verändert), Nutzung nach GeoNutzV
web-licences-population = Einwohnerzahlen und Schlüssel der Landkreise
web-licences-full = Vollständige Lizenztexte aller Bestandteile

web-graphiql-needs-script = Der GraphQL-Arbeitsplatz braucht JavaScript. Die Schnittstelle selbst ist unter derselben Adresse auch ohne ihn erreichbar.

web-nav-worklist = Arbeitsliste
web-worklist-title = Arbeitsliste
web-worklist-lead = Fälle, die aus Kennzahlen herausfallen oder herausfallen werden und noch zu retten sind. Oben steht, was zuerst zu tun ist.
web-worklist-units = Umfang
web-worklist-all-units = Alles, was ich sehen darf
web-worklist-reason = Grund
web-worklist-all-reasons = Alle Gründe
web-worklist-filter = Anzeigen
web-worklist-none = Hier ist nichts zu tun: Kein Fall dieser Auswahl fällt aus Kennzahlen heraus.
web-worklist-until = Bis
web-worklist-case = Fall
web-worklist-sub-project = Teilvorhaben
web-worklist-responsible = Zuständig
web-worklist-administration = Verwaltung
web-worklist-missing = Es fehlt:
web-next-rows = Weitere anzeigen
web-worklist-days-left = { $count ->
    [0] heute
    [one] noch 1 Tag
   *[other] noch { $count } Tage
}
web-worklist-overdue = { $count ->
    [one] seit 1 Tag überfällig
   *[other] seit { $count } Tagen überfällig
}

web-deadline-title = Nächste Abgabefrist:
web-deadline-pre-check = Vorprüfung: was noch fehlt
web-deadline-sub-projects = Teilvorhaben geben ab bis
web-deadline-coordination = Koordination gibt ab bis
web-deadline-elsewhere = Vorher endet eine Frist einer anderen Förderperiode:
web-deadline-elsewhere-only = Die nächste Frist ist die einer anderen Förderperiode:
web-deadlines-title = Abgabefristen
web-deadlines-lead = Bis wann die Zahlen eines Stichtags beim Fördergeber sein müssen und bis wann das Netzwerk sie dafür braucht. Das Gesetz gibt zwei Fristen im Jahr vor; die Verwaltung kann anderes festlegen.
web-deadlines-all = Alle Abgabefristen der Förderperiode
web-deadlines-of = Abgabefristen der Förderperiode
web-deadlines-none = In dieser Förderperiode gibt es keine Abgabefristen.
web-deadlines-pre-check = Vorprüfung
web-deadlines-sub-projects = Teilvorhaben bis
web-deadlines-coordination = Koordination bis
web-deadlines-due = Abgabefrist
web-deadlines-source = Grundlage
web-deadlines-next = als Nächstes
web-deadlines-over = vorbei
web-deadlines-by-law = Gesetz
web-deadlines-decided = Festgelegt:
web-deadlines-change = Ändern
web-deadlines-ended = Aufgehobene Fristen
web-deadlines-missing = Was noch fehlt zum Stichtag
web-deadlines-unchecked = Noch nicht geprüft. Von selbst wird geprüft am
web-deadlines-check = Jetzt prüfen
web-deadlines-checking = Wird geprüft …
web-deadlines-decide = Fristen festlegen
web-deadlines-decide-lead = Jede Änderung bleibt mit ihrem Grund nachvollziehbar. Die Arbeitsliste und die Vorprüfungen richten sich danach.
web-deadlines-set = Frist festlegen
web-deadlines-set-hint = Ein neuer Stichtag ergibt eine weitere Frist, ein vorhandener eine andere Abgabefrist.
web-deadlines-set-press = Festlegen
web-deadlines-end = Frist aufheben
web-deadlines-end-hint = Sie gilt dann nicht mehr, wer auch immer sie vorgab. Erneut festlegen lässt sie sich jederzeit.
web-deadlines-end-press = Aufheben
web-deadlines-lead-times = Vorlauf ändern
web-deadlines-lead-times-hint = So viele Tage vor jeder Abgabefrist der Förderperiode; 0 bis 366, von oben nach unten nicht zunehmend.
web-deadlines-days-pre-check = Vorprüfung, Tage vorher
web-deadlines-days-sub-projects = Teilvorhaben geben ab, Tage vorher
web-deadlines-days-coordination = Koordination gibt ab, Tage vorher
web-deadlines-lead-times-press = Vorlauf speichern
web-pre-check-title = Vorprüfung vom
web-pre-check-lead = was noch fehlt, damit alle Fälle zählen
web-pre-check-none = In dem, was Sie sehen dürfen, fehlte nichts.
web-pre-check-missing = Was fehlt
web-tasks = Was zu tun ist
web-no-choice = „{ $value }“ steht hier nicht zur Wahl.
web-findings-title = Befunde
web-findings-lead = Was an Datensätzen und Kennzahlen einer Prüfregel widerspricht. Fehler sind zu beheben; Warnungen sind anzusehen und können mit Begründung hingenommen werden.
web-findings-state = Stand
web-findings-all = Alle Befunde
web-findings-error = Fehler
web-findings-warning = offene Warnungen
web-findings-waived = hingenommene Warnungen
web-findings-none = Kein Befund in dieser Auswahl.
web-finding-error = Fehler
web-finding-warning = Warnung
web-finding-waived = hingenommen
web-finding-waive = Hinnehmen
web-finding-reason = Warum das so stimmt
web-finding-revoke = Nicht mehr hinnehmen
web-finding-revoke-reason = Grund; nötig, wenn ein eingereichter Bericht die Warnung als hingenommen zeigt
web-finding-waived-by = Hingenommen von
web-record-participation = Eintritt am
web-record-outcome = Ereignis am
web-record-follow_up = Nachbefragung am
network-form-EP-2005 = Entwicklungspartnerschaft, eine von sechs
network-form-KMZ-2008 = Kompetenzzentrum mit Modellprojekten in Bayern
network-form-IQ-2015 = Landesnetzwerk, eines von 16
network-form-IQ-2019 = Landesnetzwerk, eines von 16
network-form-IQ-2023 = Drei Regionale Integrationsnetzwerke, von 23 bundesweit
network-form-IQ-2026 = Regionale Integrationsnetzwerke
