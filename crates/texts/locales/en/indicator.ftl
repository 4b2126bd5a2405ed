# Short names of the indicators of the law, for headings and charts; those missing here have a short name.
indicator-short-EECO01 = participants
indicator-short-EECO02 = unemployed
indicator-short-EECO05 = employed
indicator-short-EECO06 = under 18
indicator-short-EECO07 = aged 18 to 29
indicator-short-EECO08 = aged 55 and above
indicator-short-EECO09 = ISCED 2 at most
indicator-short-EECO10 = ISCED 3 or 4
indicator-short-EECO11 = ISCED 5 to 8
indicator-short-EECO12 = with disabilities
indicator-short-EECO14 = foreign background
indicator-short-EECO15 = minorities
indicator-short-EECO16 = homeless or excluded
indicator-short-EECO17 = from rural areas
indicator-short-EECO18 = public administrations
indicator-short-EECO19 = small and medium enterprises
indicator-short-EECR01 = then searching for a job
indicator-short-EECR02 = then in education
indicator-short-EECR03 = then qualified
indicator-short-EECR04 = then in employment
indicator-short-EECR05 = employed after 6 months
indicator-short-EECR06 = better off after 6 months

indicator-short-CO_TOTAL = participants
indicator-short-CO_GRAND_TOTAL = all, incomplete included
indicator-short-CO01 = unemployed
indicator-short-CO04 = inactive, not in education
indicator-short-CO05 = employed
indicator-short-CO06 = under 25
indicator-short-CO07 = above 54
indicator-short-CO08 = above 54 without work
indicator-short-CO09 = ISCED 1 or 2
indicator-short-CO10 = ISCED 3 or 4
indicator-short-CO11 = ISCED 5 to 8
indicator-short-CO12 = jobless households
indicator-short-CO13 = the same with children
indicator-short-CO14 = single parents
indicator-short-CO15 = migrants and minorities
indicator-short-CO16 = with disabilities
indicator-short-CO17 = otherwise disadvantaged
indicator-short-CO18 = homeless or excluded
indicator-short-CO19 = from rural areas
indicator-short-CO20 = projects of social partners
indicator-short-CO21 = projects for women at work
indicator-short-CO22 = projects for administrations
indicator-short-CO23 = small and medium enterprises
indicator-short-CR01 = then searching for a job
indicator-short-CR02 = then in education
indicator-short-CR03 = then qualified
indicator-short-CR04 = then in employment
indicator-short-CR05 = disadvantaged with a result
indicator-short-CR06 = employed after 6 months
indicator-short-CR07 = better off after 6 months
indicator-short-CR08 = above 54, employed after 6 months
indicator-short-CR09 = disadvantaged, after 6 months

# Enterprises are counted where other indicators count entities.
indicator-unit-EECO19 = Enterprises
indicator-unit-CO23 = Enterprises
indicator-unit-SUPPORTED_MICRO_ENTERPRISE = Enterprises
indicator-unit-SUPPORTED_SMALL_ENTERPRISE = Enterprises
indicator-unit-SUPPORTED_MEDIUM_ENTERPRISE = Enterprises
indicator-unit-SUPPORTED_LARGE_ENTERPRISE = Enterprises

# Counted in minutes, shown in hours.
indicator-name-TRAINING_MINUTES = Length of training events
indicator-definition-TRAINING_MINUTES = Length of the training events held, counted to the minute; 1.5 are an hour and a half.
