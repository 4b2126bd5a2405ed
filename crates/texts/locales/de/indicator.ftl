# Kurze Namen der Indikatoren des Rechts, für Spaltenköpfe und Diagramme; wer hier fehlt, hat einen kurzen Namen.
indicator-short-EECO01 = Teilnehmende
indicator-short-EECO02 = Arbeitslose
indicator-short-EECO05 = Erwerbstätige
indicator-short-EECO06 = unter 18 Jahren
indicator-short-EECO07 = 18 bis 29 Jahre
indicator-short-EECO08 = ab 55 Jahren
indicator-short-EECO09 = höchstens ISCED 2
indicator-short-EECO10 = ISCED 3 oder 4
indicator-short-EECO11 = ISCED 5 bis 8
indicator-short-EECO12 = mit Behinderungen
indicator-short-EECO14 = ausländischer Herkunft
indicator-short-EECO15 = Minderheiten
indicator-short-EECO16 = obdachlos oder ausgegrenzt
indicator-short-EECO17 = aus ländlichen Gebieten
indicator-short-EECO18 = öffentliche Verwaltungen
indicator-short-EECO19 = kleine und mittlere Unternehmen
indicator-short-EECR01 = danach auf Arbeitsuche
indicator-short-EECR02 = danach in Bildung
indicator-short-EECR03 = danach qualifiziert
indicator-short-EECR04 = danach in Arbeit
indicator-short-EECR05 = nach 6 Monaten in Arbeit
indicator-short-EECR06 = nach 6 Monaten bessere Lage

indicator-short-CO_TOTAL = Teilnehmende
indicator-short-CO_GRAND_TOTAL = alle, auch unvollständig
indicator-short-CO01 = Arbeitslose
indicator-short-CO04 = Nichterwerbstätige ohne Bildung
indicator-short-CO05 = Erwerbstätige
indicator-short-CO06 = unter 25 Jahren
indicator-short-CO07 = über 54 Jahre
indicator-short-CO08 = über 54 Jahre, ohne Arbeit
indicator-short-CO09 = ISCED 1 oder 2
indicator-short-CO10 = ISCED 3 oder 4
indicator-short-CO11 = ISCED 5 bis 8
indicator-short-CO12 = Erwerbslosenhaushalte
indicator-short-CO13 = dieselben mit Kindern
indicator-short-CO14 = Alleinerziehende
indicator-short-CO15 = Zugewanderte und Minderheiten
indicator-short-CO16 = mit Behinderungen
indicator-short-CO17 = sonst benachteiligt
indicator-short-CO18 = obdachlos oder ausgegrenzt
indicator-short-CO19 = aus ländlichen Gebieten
indicator-short-CO20 = Projekte von Sozialpartnern
indicator-short-CO21 = Projekte für Frauen im Beruf
indicator-short-CO22 = Projekte für Verwaltungen
indicator-short-CO23 = kleine und mittlere Unternehmen
indicator-short-CR01 = danach auf Arbeitsuche
indicator-short-CR02 = danach in Bildung
indicator-short-CR03 = danach qualifiziert
indicator-short-CR04 = danach in Arbeit
indicator-short-CR05 = Benachteiligte mit Ergebnis
indicator-short-CR06 = nach 6 Monaten in Arbeit
indicator-short-CR07 = nach 6 Monaten bessere Lage
indicator-short-CR08 = über 54, nach 6 Monaten in Arbeit
indicator-short-CR09 = Benachteiligte, nach 6 Monaten

# Unternehmen zählen, wo andere Indikatoren Einrichtungen zählen.
indicator-unit-EECO19 = Unternehmen
indicator-unit-CO23 = Unternehmen
indicator-unit-SUPPORTED_MICRO_ENTERPRISE = Unternehmen
indicator-unit-SUPPORTED_SMALL_ENTERPRISE = Unternehmen
indicator-unit-SUPPORTED_MEDIUM_ENTERPRISE = Unternehmen
indicator-unit-SUPPORTED_LARGE_ENTERPRISE = Unternehmen

# Gezählt in Minuten, gezeigt in Stunden.
indicator-name-TRAINING_MINUTES = Dauer der Schulungen
indicator-definition-TRAINING_MINUTES = Dauer der durchgeführten Schulungen, auf die Minute gezählt; 1,5 sind anderthalb Stunden.
