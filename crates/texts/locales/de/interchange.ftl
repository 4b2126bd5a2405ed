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
