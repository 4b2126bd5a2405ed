# Hinweise in den Kopfzellen der Importvorlage. Variable: $codes.

column-text = Freier Text.
column-ags = Fünfstelliger Kreisschlüssel (AGS) mit führender Null, z. B. 09761.
column-date = Datum, z. B. 10.05.2023 oder 2023-05-10.
column-decimal = Zahl, z. B. 1,5.
column-count = Eine ganze Zahl ab 0.
column-year = Ein Jahr mit vier Ziffern, z. B. 2024.
column-answer = yes, no oder refused (ja, nein, verweigert). Leer heißt: nicht gefragt.
column-code = Einer der Werte: { $codes }.
column-codes = Beliebig viele der Werte, getrennt durch Semikolon: { $codes }.
column-list = Beliebig viele Wörter, durch Semikolon getrennt.
column-country = Ein Ländercode nach ISO 3166-1, z. B. UA. XX: staatenlos oder ungeklärt.
column-countries = Ländercodes nach ISO 3166-1 (z. B. UA;DE), getrennt durch Semikolon. XX: staatenlos oder ungeklärt.
column-reference = Kürzel eines vorhandenen Eintrags ({ $codes }).

stored-column-share = Anteil
stored-column-count = Anzahl
stored-column-method = Methode
stored-column-day = Tag
stored-column-name-de = Name (deutsch)
stored-column-name-en = Name (englisch)
stored-column-definition-de = Definition (deutsch)
stored-column-definition-en = Definition (englisch)
stored-column-source = Quelle
stored-column-conditions = Bedingungen
stored-column-measures = Messgrößen
stored-column-about = Gegenstand
stored-column-strands = Handlungsschwerpunkte
stored-column-legal-source = Rechtsgrundlage
stored-column-retired = Abgelöst
stored-column-version = Version
stored-column-bit = Stelle
stored-column-coordinator-id = Koordination
stored-column-colour = Farbe
stored-column-indicator-id = Indikator
stored-column-invented = Erfundenes Beispiel
