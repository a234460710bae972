-- Who there is: on the roster, or seen.
SELECT actor, label, cohort, first, last, statements, spent FROM people
