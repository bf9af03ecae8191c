### What English words are otherwise in the United States.

date = { $month } { $day }, { $year }
date-short = { $month } { $day }
