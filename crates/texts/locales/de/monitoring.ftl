# Zielwerte und Arbeitsliste

attainment-standing-reached = erreicht
attainment-standing-on_track = im Plan
attainment-standing-behind = im Rückstand
attainment-standing-far_behind = weit im Rückstand
attainment-standing-missed = verfehlt
attainment-standing-too_early = noch keine Aussage

worklist-reason-incomplete = Angaben für Kennzahlen fehlen
worklist-reason-exit_outcome_due = Situation nach dem Austritt festzuhalten
worklist-reason-exit_status_unknown = Status beim Austritt unbekannt
worklist-reason-follow_up_due = Nachbefragung nach sechs Monaten fällig
