# Notes in the headings of the import template. Variable: $codes.

column-text = Any text.
column-ags = District key (AGS) of five digits with the leading zero, e.g. 09761.
column-date = A day, e.g. 2023-05-10 or 10.05.2023.
column-decimal = A number, e.g. 1.5.
column-count = A whole number, 0 or more.
column-year = A year of four digits, e.g. 2024.
column-answer = yes, no or refused. Empty means: not asked.
column-code = One of the values: { $codes }.
column-codes = Any number of the values, separated by semicolons: { $codes }.
column-list = Any number of words, separated by semicolons.
column-country = A country code by ISO 3166-1, e.g. UA. XX: stateless or undetermined.
column-countries = Country codes by ISO 3166-1 (e.g. UA;DE), separated by semicolons. XX: stateless or undetermined.
column-reference = Code of an existing entry ({ $codes }).

stored-column-share = Share
stored-column-count = Number
stored-column-method = Method
stored-column-day = Day
stored-column-name-de = Name (German)
stored-column-name-en = Name (English)
stored-column-definition-de = Definition (German)
stored-column-definition-en = Definition (English)
stored-column-source = Source
stored-column-conditions = Conditions
stored-column-measures = Measures
stored-column-about = Subject
stored-column-strands = Strands
stored-column-legal-source = Legal source
stored-column-retired = Retired
stored-column-version = Version
stored-column-bit = Place
stored-column-coordinator-id = Coordination
stored-column-colour = Colour
stored-column-indicator-id = Indicator
stored-column-invented = Invented example
