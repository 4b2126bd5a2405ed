# report
report-page = Seite &P von &N
report-language = Deutsch

# Blätter und ihre Titel
report-sheet-cover = Deckblatt
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
report-title-indicators = Indikatoren
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
report-line-persons = Fälle lassen sich über die Zeilen eines Indikators addieren, Personen nicht: Wer in mehreren Einheiten teilnimmt, steht in jeder davon.
report-line-left-out = Sobald die fehlenden Angaben vorliegen, zählen diese Fälle von selbst. Die Kennung ist die der Projekte; Namen enthält der Bericht nicht.
report-line-nobody-left-out = Alle Fälle sind vollständig; nichts wurde ausgelassen.
report-line-programme = Diese Indikatoren verlangt das Programm, nicht die ESF-Verordnung; was gezählt wird, steht im Blatt Definitionen.
report-line-activities = Person, Erstkontakt, Kontakt und Eintritt in eine Maßnahme sind vier verschiedene Zählungen; die Spalte Einheit nennt, welche gemeint ist. Unterhalb der Einheit des Berichts stehen nur Zeilen, in denen etwas gezählt wurde.
report-line-part = Teil { $number } von { $of } der Tabelle, die auf dem Blatt { $sheet } beginnt: Ein Blatt fasst nicht alle Zeilen.
report-line-rulebook = Regelwerk { $rulebook } · Zählprofil, Fassung { $version }
report-no-legal-act = Monitoring des Programms, ohne Rechtsakt

# Deckblatt
report-cover-about = Angaben zum Bericht
report-cover-about-term = Angabe
report-cover-about-text = Wert
report-cover-contents = Inhalt
report-cover-contents-term = Blatt
report-cover-contents-text = Was darin steht
report-cover-contents-rows = Zeilen
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
report-about-language = Sprache
report-about-requested-by = Angefordert von
report-about-requested-at = Angefordert am
report-about-rulebook = Regelwerk
report-about-profile = Zählprofil
report-about-file = Dateiname
report-profile = Fassung { $version }
report-read-cumulative = Aufgelaufene Werte
report-read-cumulative-text = Alle Werte gelten vom Beginn der Förderperiode bis zum Stichtag. Werte zweier Berichte werden nie addiert.
report-read-cases = Fälle und Personen
report-read-cases-text = „Gesamt“ zählt Fälle: jede Person einmal je Vorhaben, jede Stelle und jedes Unternehmen einmal. „Personen“ zählt verschiedene Menschen in der Einheit; diese Zahl kann kleiner sein und lässt sich nicht über Einheiten addieren.
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
report-note-total = Fälle: jede Person einmal je Vorhaben, jede Stelle und jedes Unternehmen einmal.
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
report-group-entities = Stellen
report-group-projects = Projekte
report-group-immediate_results = beim Austritt
report-group-longer_term_results = nach 6 Monaten
report-group-activities = Aktivitäten
report-group-rule = Zählprofil
report-unit-persons = Personen
report-unit-entities = Stellen
report-unit-projects = Projekte
report-unit-contacts = Kontakte
report-unit-entries = Eintritte
report-unit-events = Ereignisse
report-unit-attendances = Anwesenheiten
report-unit-hours = Stunden
report-unit-plans = Pläne
report-unit-trainers = Trainerinnen und Trainer
report-unit-value = Wert
report-missing-birth_date = Geburtsdatum
report-missing-gender = Geschlecht
report-missing-gender_not_stated = Geschlecht (ohne Eintrag)
report-missing-employment = Erwerbsstatus
report-missing-unemployed_since = Beginn der Arbeitslosigkeit
report-missing-isced = Bildungsstand (ISCED)
report-missing-gender_not_reportable = Geschlecht (in dieser Förderperiode ohne Spalte)
report-reason-incomplete = Pflichtangaben nach Anhang I Nummer 1.1 unvollständig (Verordnung (EU) 2021/1057, Artikel 17 Absatz 5)
report-reason-gender-not-stated = Geschlecht „ohne Eintrag“ hat in Anhang I keine Spalte; die Zuordnung ist zu entscheiden

# Zählregeln
report-rule-version = Fassung des Zählprofils
report-rule-version-text = Zählt mit jeder geänderten Festlegung hoch.
report-rule-ltu = Langzeitarbeitslosigkeit
report-rule-ltu-text = { $value ->
    [ec] Mehr als sechs Monate arbeitslos bei unter 25-Jährigen, sonst mehr als zwölf Monate (Regel der Europäischen Kommission).
    [sgb3] Ein Jahr und länger arbeitslos in jedem Alter (§ 18 SGB III).
   *[other] { $value }
 }
report-rule-operation = Vorhaben, in dem eine Person einmal zählt
report-rule-operation-text = { $value ->
    [sub_project] Jedes einzelne Projekt ist ein Vorhaben.
    [network] Das regionale Netzwerk mit allen seinen Projekten ist ein Vorhaben.
   *[other] { $value }
 }
report-rule-short_advice_hours = Schwelle für Kurzberatungen
report-rule-short_advice_hours-text = { $value ->
    [off] Keine Schwelle: Auch kurze Beratungen zählen.
   *[other] Beratungen unter { $value } Stunden werden nicht gezählt.
 }
report-rule-parental_leave = Elternzeit
report-rule-parental_leave-text = Zählt mit dem Erwerbsstatus, der erfasst wurde.
report-rule-gender_missing = Geschlecht fehlt
report-rule-gender_missing-text = Der Fall ist unvollständig und zählt nicht.
report-rule-gender_not_stated = Geschlecht „ohne Eintrag“
report-rule-gender_not_stated-text = Der Fall ist unvollständig und wartet auf eine Entscheidung; er wird nie als nicht-binär gezählt.
report-rule-age = Alter
report-rule-age-text = Vollendete Lebensjahre am Tag des ersten Eintritts.
report-rule-education_result = Ergebnis Bildung
report-rule-education_result-text = { $value ->
    [newly] Bei Eintritt nach eigener Angabe in keiner Bildung; Beginn einer Bildung innerhalb der Frist von 28 Tagen.
    [any_start] Beginn einer Bildung innerhalb der Frist von 28 Tagen, unabhängig von der Angabe bei Eintritt.
   *[other] { $value }
 }
report-rule-qualification_date = Qualifizierung (EECR03)
report-rule-qualification_date-text = Zählt nach dem Datum des Abschlusses, bis Tag 28 nach dem Austritt.
report-rule-labour_market_events_of_one_day = Mehrere Ereignisse an einem Tag
report-rule-labour_market_events_of_one_day-text = Arbeit geht vor Arbeitsuche, Arbeitsuche vor Nichterwerbstätigkeit.
report-rule-running_operations = Laufende Vorhaben
report-rule-running_operations-text = { $value ->
    [counted] Zählen mit, nicht erst nach ihrem Abschluss.
    [completed_only] Zählen ab ihrem letzten Tag; ohne bekanntes Ende zählen sie nicht.
   *[other] { $value }
 }
report-rule-open_result_window = Offene Ergebnisfrist am Stichtag
report-rule-open_result_window-text = { $value ->
    [provisional] Ergebnisse zählen vorläufig und werden später berichtigt.
    [closed_only] Ergebnisse zählen ab dem 28. Tag nach dem Austritt, nicht früher.
   *[other] { $value }
 }
report-rule-six_months = Sechs Monate nach dem Austritt
report-rule-six_months-text = { $value ->
    [point_in_time] Beschreibt diesen Zeitpunkt, laut Befragung.
    [within] Arbeit zählt, die innerhalb der sechs Monate begann, wie erfasst oder laut Befragung.
   *[other] { $value }
 }
report-rule-target_group = Zielgruppe
report-rule-target_group-text = { $value ->
    [counts_all] Ist ein Merkmal Bedingung der Teilnahme, zählen alle Teilnehmenden des Vorhabens.
    [answers_only] Es zählen nur Teilnehmende, die das Merkmal bejaht haben.
   *[other] { $value }
 }
report-rule-six_months_day = Tag sechs Monate nach dem Austritt
report-rule-six_months_day-text = Derselbe Tag des Monats sechs Monate später, höchstens das Monatsende.
report-rule-voluntary_characteristics = Freiwillige Angaben
report-rule-voluntary_characteristics-text = Antworten werden gezählt, nichts wird geschätzt.

# Vorlage zum Ausfüllen
report-template-title = Vorlage für den Import
report-template-required = Pflichtangabe *
report-template-date = Datum: TT.MM.JJJJ
report-template-list = Mehrere Werte mit Semikolon getrennt
report-template-number = Zahl
report-template-codes = Werte: { $codes }
report-requested-locally = Betrieb des Systems (Befehlszeile)

# Indikatoren des Programms
indicator-source-participations = Teilnehmende
indicator-source-outcomes = Teilnehmende mit Ergebnissen
indicator-source-consultations = Beratungen
indicator-source-trainings = Schulungen
indicator-source-qualification_plans = Qualifizierungspläne
indicator-source-supported_entities = Unterstützte Einrichtungen
indicator-source-trainers = Trainerpool
indicator-source-by_hand = Von Hand eingetragen
indicator-reference = Tag des Datensatzes; gilt ab { $day }
# Zielwerte, Schätzungen, Ausnahmen
report-sheet-targets = Zielwerte
report-title-targets = Zielwerte und was erreicht ist
report-line-targets = Jeder Zielwert gilt für seine eigene Einheit: Zielwerte werden nie über Einheiten oder Förderperioden addiert. Der Stand vergleicht das Erreichte mit dem, was bis zum Stichtag zu erwarten war, wenn der Zielwert Tag für Tag gleichmäßig erreicht würde.
report-sheet-estimates = Schätzungen
report-title-estimates = Fundierte Schätzungen
report-line-estimates = Schätzungen von Merkmalen, die freiwillig sind. Sie stehen neben den gezählten Kennzahlen und sind in keiner von ihnen enthalten.
report-sheet-waivers = Hingenommene Warnungen
report-title-waivers = Geprüfte und hingenommene Warnungen
report-line-waivers = Warnungen von Plausibilitätsregeln, die weiter bestehen, jede mit dem Grund, warum sie hingenommen wird. Fehler lassen sich nicht hinnehmen.
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
report-column-waiver-reason = Grund
report-column-waived-by = Hingenommen von
report-column-waived-at = Hingenommen am
report-note-target-kind = Kumuliert: bis zum Ende zu erreichen. Jährlich: im Kalenderjahr hinzuzugewinnen. Bestand: an jedem Tag zu halten.
report-note-expected = Zielwert mal Anteil der bis zum Stichtag vergangenen Tage; bei einem Bestand der ganze Zielwert.
report-note-forecast = Erreichtes geteilt durch den Anteil der vergangenen Tage. Keine Prognose, bevor 90 Tage und ein Zehntel der Zeit vergangen sind, und keine für einen Bestand.
report-note-standing = Erreicht; im Plan ab neun Zehnteln des zu Erwartenden; im Rückstand ab sieben Zehnteln; darunter weit im Rückstand.
report-all-categories = Alle
report-all-genders = Alle
report-gender-female = Frauen
report-gender-male = Männer
report-gender-non_binary = Nicht-binär
report-gender-not_stated = Ohne Eintrag
report-target-kind-cumulative = kumuliert
report-target-kind-per_year = jährlich
report-target-kind-stock = Bestand
report-method-linear = linear: Erreichtes durch vergangenen Anteil
