-- Where do people stop?
WITH came AS (
  SELECT members.cohort, visits_now.module, visits_now.place, count(*) AS visitors, {{median(visits_now.spent)}} AS median
  FROM visits_now
  JOIN members ON members.who = visits_now.who
  GROUP BY members.cohort, visits_now.module, visits_now.place
),
stayed AS (
  SELECT
    members.cohort,
    cells_ever.module,
    cells_ever.place,
    count(*) FILTER (WHERE cells_ever.last < {{as_of}} - {{stopped_after}}) AS stopped,
    count(*) FILTER (WHERE cells_ever.last >= {{as_of}} - {{stopped_after}}) AS here
  FROM cells_ever
  JOIN members ON members.who = cells_ever.who
  WHERE cells_ever.status = 'started' AND cells_ever.place IS NOT NULL AND cells_ever.last >= {{since}}
  GROUP BY members.cohort, cells_ever.module, cells_ever.place
)
SELECT
  coalesce(came.cohort, stayed.cohort) AS cohort,
  coalesce(came.module, stayed.module) AS module,
  coalesce(came.place, stayed.place) AS place,
  coalesce(came.visitors, 0) AS visitors,
  coalesce(stayed.stopped, 0) AS stopped,
  coalesce(stayed.here, 0) AS here,
  came.median
FROM came
FULL JOIN stayed ON stayed.cohort = came.cohort AND stayed.module = came.module AND stayed.place = came.place
