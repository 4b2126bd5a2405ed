# report
report-page = Seite &P von &N
report-language = Deutsch

# Blätter und ihre Titel
report-sheet-cover = Deckblatt
report-sheet-outputs = Outputindikatoren
report-sheet-results = Ergebnisindikatoren
report-sheet-indicators = Indikatoren
report-sheet-networks = Regionale Netzwerke
report-sheet-sub-projects = { $term ->
    [Teilprojekt] Teilprojekte
   *[other] { $term }
 }
report-sheet-left-out = Nicht gezählt
report-sheet-programme = Programm
report-sheet-activities = Beratung und Schulung
report-sheet-definitions = Definitionen
report-title = Bericht über die Indikatoren
report-title-indicators = Alle Indikatoren: Fälle, Personen und was nicht gezählt ist
report-title-networks = Indikatoren nach regionalen Netzwerken
report-title-sub-projects = { $term ->
    [Teilprojekt] Indikatoren nach Teilprojekten
   *[other] Indikatoren nach { $term }
 }
report-title-left-out = Fälle, die nicht gezählt wurden
report-title-programme = Indikatoren des Programms
report-title-activities = Beratungen, Schulungen und weitere Tätigkeiten
report-title-definitions = Definitionen und Zählregeln

# Zeilen unter den Titeln
report-line-scope = { $period } · { $unit } · Stichtag { $cutoff } · Kenntnisstand { $known }
report-line-not-owed = Indikatoren des Programms, die nur andere Handlungsschwerpunkte betreffen, haben bei einem { $term } keine Zeile, solange dort nichts gezählt ist. Sonst ist auch eine Null eine Aussage.
report-line-not-owed-by-strand = Indikatoren des Programms, die nur andere Handlungsschwerpunkte betreffen, haben keine Zeile, solange nichts gezählt ist. Sonst ist auch eine Null eine Aussage.
report-line-persons = Fälle lassen sich über die Zeilen eines Indikators addieren, Personen nicht: Wer in mehreren Einheiten teilnimmt, steht in jeder davon.
report-line-left-out = Sobald die fehlenden Angaben vorliegen, zählen diese Fälle von selbst. Die Kennung ist die der Projekte; Namen enthält der Bericht nicht.
report-line-nobody-left-out = Alle Fälle sind vollständig; nichts wurde ausgelassen.
report-line-programme = Diese Indikatoren verlangt das Programm, nicht die ESF-Verordnung; was gezählt wird, steht im Blatt Definitionen.
report-line-no-programme = Das Programm verlangt für diese Förderperiode keine eigenen Indikatoren; neben denen der ESF-Verordnung ist hier nichts auszuweisen.
report-line-activities = Person, Erstkontakt, Kontakt und Eintritt in eine Maßnahme sind vier verschiedene Zählungen; die Spalte Einheit nennt, welche gemeint ist. Unterhalb der Einheit des Berichts stehen nur Zeilen, in denen etwas gezählt wurde.
report-line-part = Teil { $number } von { $of } der Tabelle, die auf dem Blatt { $sheet } beginnt: Ein Blatt fasst nicht alle Zeilen.
report-line-first-page = Gedruckt wird von dieser langen Tabelle nur der Anfang; die Datei enthält alle Zeilen.
report-line-rulebook = Regelwerk { $rulebook } · Zählprofil, Fassung { $version }

# Die Förderzeile, wie die Förderer sie verlangen; sie steht so in den Angaben zur Periode.
report-funding = { $line }

# Deckblatt
report-cover-about = Angaben zum Bericht
report-cover-about-term = Angabe
report-cover-about-text = Wert
report-cover-contents = Inhalt
report-cover-contents-term = Blatt
report-cover-contents-text = Was darin steht
report-cover-contents-rows = { $rows ->
    [one] { $title } (1 Zeile)
    [0] { $title } (nichts auszuweisen)
   *[other] { $title } ({ $number } Zeilen)
 }
report-cover-read = So sind die Zahlen zu lesen
report-cover-read-term = Begriff
report-cover-read-text = Bedeutung
report-about-funding = Förderung
report-about-period = Förderperiode
report-about-starts-on = Beginn der Förderperiode
report-about-ends-on = Ende der Förderperiode
report-about-report-unit = Einheit
report-about-cut-off = Stichtag
report-about-known-at = Kenntnisstand
report-about-remark = Hinweis
report-about-language = Sprache
report-about-requested-by = Angefordert von
report-about-requested-at = Angefordert am
report-about-rulebook = Regelwerk
report-about-profile = Zählprofil
report-about-file = Dateiname
report-remark-known-before-cut-off = Der Kenntnisstand liegt vor dem Ende des Stichtags: Was danach erfasst wurde, fehlt in diesem Bericht.
report-profile = Fassung { $version }
report-read-cumulative = Aufgelaufene Werte
report-read-cumulative-text = Alle Werte gelten vom Beginn der Förderperiode bis zum Stichtag. Werte zweier Berichte werden nie addiert.
report-read-cases = Fälle und Personen
report-read-cases-text = „Gesamt“ zählt Fälle: jede Person einmal je Vorhaben, jede Einrichtung und jedes Unternehmen einmal. „Personen“ zählt verschiedene Menschen in der Einheit; diese Zahl kann kleiner sein und lässt sich nicht über Einheiten addieren.
report-read-left-out = Nicht gezählt
report-read-left-out-text = Fälle, denen Pflichtangaben fehlen, stehen in keinem Wert (Verordnung (EU) 2021/1057, Artikel 17 Absatz 5). Die Spalte „Nicht gezählt“ nennt ihre Zahl, das gleichnamige Blatt jeden einzelnen Fall und was ihm fehlt.
report-read-provisional = Vorläufige Ergebnisse
report-read-provisional-text = Unmittelbare Ergebnisse werden bis 28 Tage nach dem Austritt erfasst. Für Austritte nach dem { $day } ist diese Frist am Stichtag noch offen: Ihre Ergebnisse zählen vorläufig und können sich ändern. Ergebnisse nach sechs Monaten liegen für jüngere Austritte noch nicht vor.
report-read-corrections = Korrekturen
report-read-corrections-text = Der Bericht zeigt, was zum Kenntnisstand erfasst war. Spätere Berichtigungen ändern ihn nicht; mit demselben Kenntnisstand entstehen später dieselben Zahlen. Ein späterer Bericht kann deshalb auch kleinere Werte zeigen.

# Spalten
report-column-priority = Priorität
report-column-specific-objective = Spezifisches Ziel
report-column-region-category = Regionenkategorie
report-column-kind = Art
report-column-group = Gruppe
report-column-id = ID
report-column-indicator = Indikator
report-column-women = Frauen
report-column-men = Männer
report-column-non-binary = Nicht-binär
report-column-total = Gesamt
report-column-target = Zielwert
report-column-ratio = Quote
report-column-persons = Personen
report-column-left-out = Nicht gezählt
report-column-code = Code
report-column-name = Name
report-column-reference = Kennung
report-column-since = Seit
report-column-missing = Fehlende Angaben
report-column-reason = Grund
report-column-concerned = Betroffene Indikatoren
report-column-chosen = Gewählter Wert
report-column-definition = Definition
report-column-eligible = Gezählt werden können
report-column-reference-time = Bezugszeitpunkt
report-column-unit = Einheit
report-column-legal-source = Rechtsquelle
report-column-version = Fassung
report-note-region-category = Kategorie der Region, der die Mittel zugeordnet sind (Verordnung (EU) 2021/1060, Artikel 108 Absatz 2), nicht des Wohnorts.
report-note-total = Fälle: jede Person einmal je Vorhaben, jede Einrichtung und jedes Unternehmen einmal.
report-note-target = Vereinbarter Zielwert. Leer, wenn keiner vereinbart ist.
report-note-ratio = Gesamt geteilt durch Zielwert. Leer ohne Zielwert.
report-note-persons = Verschiedene Menschen in der Einheit. Nicht über Einheiten addierbar.
report-note-left-out = Fälle, die zählen oder zählen könnten, sobald ihre Pflichtangaben vollständig sind.
report-note-concerned = Indikatoren, die den Fall zählen oder zählen könnten, sobald die Angaben vorliegen.

# Werte
report-no-network = ohne regionales Netzwerk
report-region-category-MORE_DEVELOPED = Stärker entwickelt
report-region-category-TRANSITION = Übergangsregion
report-region-category-LESS_DEVELOPED = Weniger entwickelt
report-kind-output = Output
report-kind-result = Ergebnis
report-group-participants = Personen
report-group-participants_voluntary = Merkmale
report-group-grand_total = Gesamtzahl
report-group-entities = Einrichtungen
report-group-projects = Projekte
report-group-immediate_results = beim Austritt
report-group-longer_term_results = nach 6 Monaten
report-group-activities = Aktivitäten
report-group-rule = Zählprofil
report-unit-persons = Personen
report-unit-entities = Einrichtungen
report-unit-projects = Projekte
report-unit-contacts = Kontakte
report-unit-entries = Eintritte
report-unit-events = Ereignisse
report-unit-attendances = Anwesenheiten
report-unit-minutes = Stunden
report-unit-plans = Pläne
report-unit-trainers = Trainerinnen und Trainer
report-unit-value = Wert
report-name-in-hours = { $name } (Stunden)
report-missing-birth_date = Geburtsdatum
report-missing-gender = Geschlecht
report-missing-gender_not_stated = Geschlecht (ohne Eintrag)
report-missing-employment = Erwerbsstatus
report-missing-unemployed_since = Beginn der Arbeitslosigkeit
report-missing-isced = Bildungsstand (ISCED)
report-missing-gender_not_reportable = Geschlecht (in dieser Förderperiode ohne Spalte)
report-missing-in_education = ob in Bildung
report-missing-closed_on = Tag, an dem ein Plan abgeschlossen wurde
report-reason-incomplete = Pflichtangaben nach Anhang I Nummer 1.1 unvollständig (Verordnung (EU) 2021/1057, Artikel 17 Absatz 5)
report-reason-in_education = Nicht gefragt, ob bei Eintritt in Bildung: Nur Ergebnisse für Personen außerhalb von Bildung zählen nicht
report-reason-gender-not-stated = Geschlecht „ohne Eintrag“ hat in Anhang I keine Spalte; die Zuordnung ist zu entscheiden

# Zählregeln
report-rule-version = Fassung des Zählprofils
report-rule-version-value = { $value }
report-rule-version-text = Zählt mit jeder geänderten Festlegung hoch.
report-rule-ltu = Langzeitarbeitslosigkeit
report-rule-ltu-value = { $value ->
    [ec] Regel der Europäischen Kommission
    [sgb3] Regel des § 18 SGB III
   *[other] { $value }
 }
report-rule-ltu-text = { $value ->
    [ec] Mehr als sechs Monate arbeitslos bei unter 25-Jährigen, sonst mehr als zwölf Monate (Regel der Europäischen Kommission).
    [sgb3] Ein Jahr und länger arbeitslos in jedem Alter (§ 18 SGB III).
   *[other] { $value }
 }
report-rule-operation = Vorhaben, in dem eine Person einmal zählt
report-rule-operation-value = { $value ->
    [sub_project] Das einzelne Projekt
    [network] Das regionale Netzwerk
   *[other] { $value }
 }
report-rule-operation-text = { $value ->
    [sub_project] Jedes einzelne Projekt ist ein Vorhaben.
    [network] Das regionale Netzwerk mit allen seinen Projekten ist ein Vorhaben.
   *[other] { $value }
 }
report-rule-short_advice_hours = Schwelle für Kurzberatungen
report-rule-short_advice_hours-value = { $value ->
    [off] Keine Schwelle
   *[other] { $value } Stunden
 }
report-rule-short_advice_hours-text = { $value ->
    [off] Keine Schwelle: Auch kurze Beratungen zählen.
   *[other] Beratungen unter { $value } Stunden werden nicht gezählt.
 }
report-rule-parental_leave = Elternzeit
report-rule-parental_leave-value = Wie erfasst
report-rule-parental_leave-text = Zählt mit dem Erwerbsstatus, der erfasst wurde.
report-rule-gender_missing = Geschlecht fehlt
report-rule-gender_missing-value = Unvollständig
report-rule-gender_missing-text = Der Fall ist unvollständig und zählt nicht.
report-rule-gender_not_stated = Geschlecht „ohne Eintrag“
report-rule-gender_not_stated-value = Unvollständig
report-rule-gender_not_stated-text = Der Fall ist unvollständig und wartet auf eine Entscheidung; er wird nie als nicht-binär gezählt.
report-rule-age = Alter
report-rule-age-value = Beim ersten Eintritt
report-rule-age-text = Vollendete Lebensjahre am Tag des ersten Eintritts.
report-rule-education_result = Ergebnis Bildung
report-rule-education_result-value = { $value ->
    [newly] Nur neu Begonnenes
    [any_start] Jeder Beginn
   *[other] { $value }
 }
report-rule-education_result-text = { $value ->
    [newly] Bei Eintritt nach eigener Angabe in keiner Bildung; Beginn einer Bildung innerhalb der Frist von 28 Tagen.
    [any_start] Beginn einer Bildung innerhalb der Frist von 28 Tagen, unabhängig von der Angabe bei Eintritt.
   *[other] { $value }
 }
report-rule-qualification_date = Qualifizierung (EECR03)
report-rule-qualification_date-value = Tag des Abschlusses
report-rule-qualification_date-text = Zählt nach dem Datum des Abschlusses, bis Tag 28 nach dem Austritt.
report-rule-labour_market_events_of_one_day = Mehrere Ereignisse an einem Tag
report-rule-labour_market_events_of_one_day-value = Arbeit zuerst
report-rule-labour_market_events_of_one_day-text = Arbeit geht vor Arbeitsuche, Arbeitsuche vor Nichterwerbstätigkeit.
report-rule-running_operations = Laufende Vorhaben
report-rule-running_operations-value = { $value ->
    [counted] Zählen mit
    [completed_only] Zählen erst am Ende
   *[other] { $value }
 }
report-rule-running_operations-text = { $value ->
    [counted] Zählen mit, nicht erst nach ihrem Abschluss.
    [completed_only] Zählen ab ihrem letzten Tag; ohne bekanntes Ende zählen sie nicht.
   *[other] { $value }
 }
report-rule-open_result_window = Offene Ergebnisfrist am Stichtag
report-rule-open_result_window-value = { $value ->
    [provisional] Zählt vorläufig
    [closed_only] Zählt nach ihrem Ablauf
   *[other] { $value }
 }
report-rule-open_result_window-text = { $value ->
    [provisional] Ergebnisse zählen vorläufig und werden später berichtigt.
    [closed_only] Ergebnisse zählen ab dem 28. Tag nach dem Austritt, nicht früher.
   *[other] { $value }
 }
report-rule-six_months = Sechs Monate nach dem Austritt
report-rule-six_months-value = { $value ->
    [point_in_time] Lage an diesem Tag
    [within] Beginn bis zu diesem Tag
   *[other] { $value }
 }
report-rule-six_months-text = { $value ->
    [point_in_time] Beschreibt diesen Zeitpunkt, laut Befragung.
    [within] Arbeit zählt, die innerhalb der sechs Monate begann, wie erfasst oder laut Befragung.
   *[other] { $value }
 }
report-rule-target_group = Zielgruppe
report-rule-target_group-value = { $value ->
    [counts_all] Zählt alle
    [answers_only] Zählt nur Antworten
   *[other] { $value }
 }
report-rule-target_group-text = { $value ->
    [counts_all] Ist ein Merkmal Bedingung der Teilnahme, zählen alle Teilnehmenden des Vorhabens.
    [answers_only] Es zählen nur Teilnehmende, die das Merkmal bejaht haben.
   *[other] { $value }
 }
report-rule-six_months_day = Tag sechs Monate nach dem Austritt
report-rule-six_months_day-value = Derselbe Tag des Monats
report-rule-six_months_day-text = Derselbe Tag des Monats sechs Monate später, höchstens das Monatsende.
report-rule-voluntary_characteristics = Freiwillige Angaben
report-rule-voluntary_characteristics-value = Gezählte Antworten
report-rule-voluntary_characteristics-text = Antworten werden gezählt, nichts wird geschätzt.

# Vorlage zum Ausfüllen
report-template-title = Vorlage für den Import
report-template-required = Pflichtangabe *
report-template-date = Datum: TT.MM.JJJJ
report-template-list = Mehrere Werte mit Semikolon getrennt
report-template-number = Zahl
report-template-codes = Werte: { $codes }
report-requested-locally = Betrieb des Systems (Befehlszeile)
report-requested-by-itself = das System von selbst

# Indikatoren des Programms
indicator-source-participations = Teilnehmende
indicator-source-outcomes = Teilnehmende mit Ergebnissen
indicator-source-consultations = Beratungen
indicator-source-trainings = Schulungen
indicator-source-qualification_plans = Qualifizierungspläne
indicator-source-supported_entities = Unterstützte Einrichtungen
indicator-source-trainers = Trainerpool
indicator-source-by_hand = Von Hand eingetragen
indicator-reference = Tag des Datensatzes; gezählt wird, was ab dem { $day } geschah
# Zielwerte, Schätzungen, Ausnahmen
report-sheet-targets = Zielwerte
report-title-targets = Zielwerte und was erreicht ist
report-sheet-targets-below = { $term ->
    [Teilprojekt] Zielwerte Teilprojekte
   *[other] Zielwerte { $term }
 }
report-title-targets-below = { $term ->
    [Teilprojekt] Zielwerte der Teilprojekte und was erreicht ist
   *[other] Zielwerte der { $term } und was erreicht ist
 }
report-line-targets = Jeder Zielwert gilt für seine eigene Einheit: Zielwerte werden nie über Einheiten oder Förderperioden addiert. Der Stand vergleicht das Erreichte mit dem, was bis zum Stichtag zu erwarten war, wenn der Zielwert Tag für Tag gleichmäßig erreicht würde. Sind die Tage eines Zielwerts am Stichtag vorbei, so sind nur noch Zielwert und Erreichtes zu vergleichen: „Bisher zu erwarten“ und „Prognose“ bleiben leer.
report-line-no-targets = Am Stichtag gilt kein Zielwert, mit dem sich das Erreichte vergleichen ließe.
report-sheet-estimates = Schätzungen
report-title-estimates = Fundierte Schätzungen
report-line-estimates = Schätzungen von Merkmalen, die freiwillig sind. Sie stehen neben den gezählten Kennzahlen und sind in keiner von ihnen enthalten.
report-line-no-estimates = Am Stichtag gilt keine Schätzung; die Kennzahlen zählen nur Antworten.
report-sheet-waivers = Hingenommene Warnungen
report-title-waivers = Geprüfte und hingenommene Warnungen
report-line-waivers = Warnungen von Plausibilitätsregeln, die weiter bestehen, jede mit dem Grund, warum sie hingenommen wird. Fehler lassen sich nicht hinnehmen.
report-line-no-waivers = Zum Kenntnisstand ist keine Warnung hingenommen.
report-column-level = Ebene
report-column-gender = Geschlecht
report-column-target-kind = Art des Zielwerts
report-column-actual = Erreicht
report-column-expected = Bisher zu erwarten
report-column-forecast = Prognose
report-column-method = Methode der Prognose
report-column-standing = Stand
report-column-document = Dokument
report-column-estimate = Schätzung
report-column-estimate-method = Wie geschätzt wurde
report-column-valid-from = Gültig ab
report-column-rule = Regel
report-column-subject = Worum es geht
report-column-warning = Warnung
report-column-waiver-reason = Grund
report-column-waived-by = Hingenommen von
report-column-waived-at = Hingenommen am
report-note-target-kind = Kumuliert: bis zum Ende zu erreichen. Jährlich: im Kalenderjahr hinzuzugewinnen. Bestand: an jedem Tag zu halten.
report-note-expected = Zielwert mal Anteil der bis zum Stichtag vergangenen Tage; bei einem Bestand der ganze Zielwert. Leer, wenn alle Tage vergangen sind: Dann ist es der Zielwert.
report-note-forecast = Erreichtes geteilt durch den Anteil der vergangenen Tage. Keine Prognose, bevor 90 Tage und ein Zehntel der Zeit vergangen sind, und keine für einen Bestand. Leer auch, wenn alle Tage vergangen sind: Dann steht fest, was erreicht ist.
report-note-standing = Erreicht; im Plan ab neun Zehnteln des zu Erwartenden; im Rückstand ab sieben Zehnteln; darunter weit im Rückstand.
report-level-period = Gesamt
report-level-network = Regionales Netzwerk
report-level-sub_project = { $term }
report-all-categories = Alle
report-all-genders = Alle
report-figure-note = { $text } ({ $by }, { $day })
report-gender-female = Frauen
report-gender-male = Männer
report-gender-non_binary = Nicht-binär
report-gender-not_stated = Ohne Eintrag
report-target-kind-cumulative = kumuliert
report-target-kind-per_year = jährlich
report-target-kind-stock = Bestand
report-method-linear = linear

# Übermittlung, Entwicklung, Änderungen
report-title-outputs = Outputindikatoren zur Übermittlung
report-title-results = Ergebnisindikatoren zur Übermittlung
report-line-layout = Formular { $layout } · { $source }
report-line-nothing-to-transmit = Für diese Einheit ist nach diesem Formular nichts zu übermitteln.
report-line-indicators = Neben den Fällen, die übermittelt werden, die verschiedenen Menschen dahinter und die Fälle, die mangels Angaben nicht gezählt sind.
report-breakdown-gender = Geschlecht
report-note-plan = Wie von der Verwaltungsbehörde festgelegt und mit den Zielwerten eingespielt; leer, solange nichts festgelegt ist.
report-note-year = Was das Kalenderjahr bis zum Stichtag hinzugefügt hat. Die Jahre ergeben zusammen den kumulierten Wert.
report-sheet-strands = Handlungsschwerpunkte
report-title-strands = Indikatoren nach Handlungsschwerpunkten
report-no-strand = ohne Handlungsschwerpunkt
report-sheet-development = Entwicklung
report-title-development = Entwicklung seit Beginn der Förderperiode
report-line-development = Aufgelaufene Fälle am letzten Tag jedes Monats und am Stichtag, nach dem Kenntnisstand vom { $known }. Die Kürzel erklärt das Blatt Definitionen.
report-column-month-end = Stand am
report-chart-development = Aufgelaufene Fälle der wichtigsten Indikatoren
report-chart-development-alternative = Liniendiagramm der aufgelaufenen Fälle je Monat, eine Linie je Indikator. Stand am { $day }: { $values }. Alle Werte stehen in der Tabelle.
report-chart-cases = Fälle
report-chart-targets = Zielwerte und was erreicht ist
report-chart-targets-activities = Zielwerte für Beratungen, Schulungen und weitere Tätigkeiten
report-chart-targets-networks = { $indicator }: Zielwerte der regionalen Netzwerke und was erreicht ist
report-chart-targets-alternative = Säulendiagramm, je drei Säulen: Zielwert, erreicht, bisher zu erwarten. { $values }. Alle Werte stehen in der Tabelle.
report-chart-targets-alternative-at-end = Säulendiagramm, je zwei Säulen: Zielwert, erreicht. { $values }. Alle Werte stehen in der Tabelle.
report-chart-targets-value = { $what }: { $actual } von { $target }
report-sheet-surveys = Längerfristige Ergebnisse
report-title-surveys = Längerfristige Ergebnisse aus Stichproben
report-line-surveys = Sechs Monate nach dem Austritt, hochgerechnet aus repräsentativen Stichproben. Verlässlich ist eine Stichprobe, wenn die Fehlerspanne bei 95 % Sicherheit höchstens 3 Prozentpunkte beträgt. Fundierte Schätzungen stehen getrennt davon.
report-line-no-surveys = Für diese Einheit ist bis zum Kenntnisstand keine Stichprobe gezogen; gezogen werden Stichproben nur für eine ganze Förderperiode. Ohne Stichprobe ist nichts auf alle Ausgetretenen hochgerechnet und keine Fehlerspanne bekannt: Die Ergebnisse nach sechs Monaten auf dem Blatt Ergebnisindikatoren zählen nur Personen, deren Lage erfasst ist.
report-line-no-margin = { $indicator }: Noch fehlen Hochrechnung und Fehlerspanne, weil nicht aus jeder Schicht der Stichprobe eine Antwort vorliegt.
report-column-survey-cut-off = Stichtag der Ziehung
report-column-drawn-at = Gezogen am
report-column-population = Grundgesamtheit
report-column-drawn = Gezogen
report-column-required = Nötige Antworten
report-column-answered = Geantwortet
report-column-refused = Abgelehnt
report-column-not-reached = Nicht erreicht
report-column-with-result = Davon mit Ergebnis
report-column-share = Anteil
report-column-extrapolated = Hochgerechnet
report-column-margin = Fehlerspanne (±)
report-column-reliable = Verlässlich
report-note-population = Alle, die der Indikator zählen könnte und deren sechs Monate am Stichtag der Ziehung vorüber waren.
report-note-required = So viele Antworten machen die Stichprobe verlässlich.
report-note-extrapolated = Anteil jeder Schicht mal ihrer Größe, zusammengezählt.
report-note-margin = Fehlerspanne des Anteils in Prozentpunkten bei 95 % Sicherheit.
report-note-reliable = Ja, wenn die Fehlerspanne höchstens 3 Prozentpunkte beträgt.
report-reliable-yes = ja
report-reliable-no = nein: Fehlerspanne über 3 Prozentpunkten
report-reliable-unknown = nein: keine Fehlerspanne, da nicht aus jeder Schicht eine Antwort vorliegt
report-sheet-changes = Änderungen
report-title-changes = Änderungen seit dem vorigen Bericht
report-line-first-edition = Erster Bericht: Für diese Einheit gibt es keinen früheren Bericht, mit dem sich vergleichen ließe.
report-line-edition-before = Verglichen mit der eingereichten Fassung { $number }: Stichtag { $cutoff }, Kenntnisstand { $known }.
report-line-report-before = Verglichen mit dem vorigen Bericht, da noch keine Fassung eingereicht war: Stichtag { $cutoff }, Kenntnisstand { $known }.
report-line-nothing-changed = Kein Indikator hat sich seither geändert.
report-line-changes = Jeder Fall, der hinzukam oder wegfiel, hat genau eine Ursache; die Ursachen einer Zeile ergeben zusammen die Änderung.
report-column-before = Vorher
report-column-now = Jetzt
report-column-change = Änderung
report-column-change-women = Änderung Frauen
report-column-change-men = Änderung Männer
report-column-change-non-binary = Änderung nicht-binär
report-column-causes-by-gender = Ursachen nach Geschlecht
report-cause-new_record = Neue Fälle
report-cause-late_entry = Nachträge
report-cause-correction = Korrekturen
report-cause-deletion = Löschungen
report-cause-rules = Regeländerung
report-cause-profile = Zählprofil
report-cause-structure = Struktur
report-cause-time_passed = Zeitablauf
report-note-cause-new_record = Neu erfasst, über Tage nach dem Stichtag des vorigen Berichts.
report-note-cause-late_entry = Neu erfasst, über Tage bis zum Stichtag des vorigen Berichts.
report-note-cause-correction = Ein Datensatz wurde berichtigt.
report-note-cause-deletion = Ein Datensatz wurde zurückgezogen.
report-note-cause-rules = Das Regelwerk oder die Definition eines Indikators hat eine neue Fassung.
report-note-cause-profile = Das Zählprofil hat eine neue Fassung.
report-note-cause-structure = Das Netzwerk hat sich geändert: Der Fall oder sein Projekt gehört jetzt anderswohin.
report-note-cause-time_passed = Nichts Neues erfasst; der Stichtag ging über Tage hinweg, die schon bekannt waren.

# Nachweis, Abgleich
report-sheet-evidence = Nachweis
report-title-evidence = Nachweis: Personen hinter den Indikatoren
report-line-evidence = Eine Zeile je Fall (eine Person in einem Vorhaben). Eine 1 heißt: Der Fall zählt für den Indikator, in der Spalte seines Geschlechts. Die Kennung ist die der Projekte; Namen und Geburtsdaten enthält der Bericht nicht.
report-sheet-evidence-others = Nachweis Tätigkeiten
report-title-evidence-others = Nachweis: Einrichtungen, Beratungen, Schulungen und weitere Tätigkeiten
report-line-evidence-others = Eine Zeile je Fall. Unter jedem Indikator steht, wie viel der Fall zu ihm beiträgt: 1, oder zum Beispiel die Zahl der Anwesenheiten oder der Stunden.
report-line-no-evidence = Bis zum Stichtag ist kein solcher Fall erfasst.
report-column-sub-project = Projekt
report-column-entered-on = Eintritt
report-column-left-on = Austritt
report-column-subject-kind = Art des Falls
report-column-counted-since = Zählt seit
report-subject-person = Person
report-subject-entity = Einrichtung
report-subject-consultation = Beratung
report-subject-training = Schulung
report-subject-qualification_plan = Qualifizierungsplan
report-subject-trainer = Trainerin, Trainer
report-subject-participation = Eintritt in Maßnahme
report-subject-outcome = Ergebnis
report-subject-sub_project = Projekt
report-subject-value = Eingetragener Wert
report-sheet-reconciliation = Abgleich
report-title-reconciliation = Abgleich der Summen mit dem Nachweis
report-line-reconciliation = Jede Summe wird durch eine Formel aus den Zeilen des Nachweises neu gebildet und mit dem ausgewiesenen Wert verglichen.
report-line-checks = { $failing ->
    [0] { $all } Prüfungen, alle stimmen überein.
   *[other] { $all } Prüfungen, davon stimmen { $number } nicht überein.
 }
report-sheet-reconciliation-sub-projects = { $term ->
    [Teilprojekt] Abgleich Teilprojekte
   *[other] Abgleich { $term }
 }
report-title-reconciliation-sub-projects = { $term ->
    [Teilprojekt] Abgleich der Summen der Teilprojekte mit dem Nachweis
   *[other] Abgleich der Summen der { $term } mit dem Nachweis
 }
report-line-reconciliation-sub-projects = Je Zeile bildet eine Formel die Summe aus den Zeilen des Nachweises neu; daneben steht der Wert, den der Bericht auf seinem Blatt ausweist.
report-line-reconciliation-zeros = Zeilen, in denen weder der Nachweis noch der Bericht etwas zählt, sind weggelassen.
report-sheet-reconciliation-networks = Abgleich Netzwerke
report-title-reconciliation-networks = Abgleich der Summen der regionalen Netzwerke und Handlungsschwerpunkte
report-line-reconciliation-networks = { $term ->
    [Teilprojekt] Je Zeile addiert eine Formel, was für die Teilprojekte aus dem Nachweis gebildet wurde (Blatt Abgleich Teilprojekte); daneben steht der Wert, den der Bericht ausweist.
   *[other] Je Zeile addiert eine Formel, was für die { $term } aus dem Nachweis gebildet wurde (Blatt Abgleich { $term }); daneben steht der Wert, den der Bericht ausweist.
 }
report-column-network = Regionales Netzwerk
report-column-strand = Handlungsschwerpunkt
report-level-strand = Handlungsschwerpunkt
report-column-counted = Gezählt
report-column-from-evidence = Aus dem Nachweis
report-column-reported = Im Bericht
report-column-check = Prüfung
report-note-from-evidence = Summe über die Zeilen des Nachweises, als Formel.
report-note-reported = Der Wert, den der Bericht ausweist.
report-counted-women = Frauen
report-counted-men = Männer
report-counted-non-binary = Nicht-binär
report-counted-total = Gesamt
report-about-layout = Formular der Übermittlung
report-about-reconciliation = Abgleich mit dem Nachweis
report-group-layout = Formular
report-layout-name = Formular der Tabellen zur Übermittlung
report-layout-text = Bestimmt Spalten und Reihenfolge der Blätter Outputindikatoren und Ergebnisindikatoren. Etappenziel, Referenzwert und geplanter Wert stehen dort, soweit sie mit den Zielwerten eingespielt wurden.

report-file = Bericht
report-file-whole = Gesamtnetzwerk
report-file-network = Netzwerk
report-file-strand = Handlungsschwerpunkt
report-file-sub-project = Teilvorhaben
bundle-name = Berichte
bundle-index = Inhalt
bundle-title = Alle Berichte eines Stichtags
bundle-line = { $name } ({ $code }) · Stichtag { $cutoff } · Kenntnisstand { $known }
bundle-column-file = Datei
bundle-column-unit = Bericht über
bundle-column-data-hash = Prüfsumme der Zahlen (SHA-256)
bundle-column-file-hash = Prüfsumme der Datei (SHA-256)
