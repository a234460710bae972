-- What the metrics share, of all time: people, their cohorts, and how far they are.

{{stage(labels)}}
WITH each_label AS (
  SELECT actor, label, max(time) AS time FROM stored_facts WHERE label <> '' GROUP BY actor, label
)
SELECT actor, {{latest(label, time, label)}} AS label
FROM each_label
GROUP BY actor;

{{stage(people)}}
WITH seen AS (
  SELECT who, min(time) AS first, max(time) AS last, count(*) AS statements, sum(spent) AS spent
  FROM facts
  GROUP BY who
)
SELECT
  actors.who,
  actors.actor,
  coalesce(nullif(roster.label, ''), labels.label, '') AS label,
  CASE WHEN NOT {{has_roster}} THEN {{month(seen.first)}} ELSE coalesce(roster.cohort, '(not on the roster)') END AS cohort,
  seen.first,
  seen.last,
  coalesce(seen.statements, 0) AS statements,
  coalesce(seen.spent, 0) AS spent
FROM actors
LEFT JOIN seen ON seen.who = actors.who
LEFT JOIN roster ON roster.actor = actors.actor
LEFT JOIN labels ON labels.actor = actors.actor;

-- Everybody is in two: in '' and in their own.
{{stage(members)}}
SELECT who, '' AS cohort FROM people
UNION ALL
SELECT who, cohort FROM people;

-- A learner at a place: '' is the quiz. `spent` is null where no visit tells a time.
{{stage(visits_ever)}}
SELECT who, module, place, CAST(count(*) AS INTEGER) AS visits, CAST(sum(CASE WHEN is_timed THEN spent END) AS BIGINT) AS spent, max(time) AS last
FROM facts
WHERE place IS NOT NULL AND module > 0
GROUP BY who, module, place;

{{stage(cells_ever)}}
WITH roads AS (
  SELECT
    who,
    module,
    max(reached) AS reached,
    max(progress) AS progress,
    max(score) AS best,
    coalesce(max(attempt), 0) AS attempts,
    CAST(sum(spent) AS BIGINT) AS spent,
    min(time) AS first,
    max(time) AS last
  FROM facts
  WHERE module > 0
  GROUP BY who, module
),
places AS (
  SELECT who, module, count(*) FILTER (WHERE place <> '') AS screens, {{latest(place, last, place)}} AS place
  FROM visits_ever
  GROUP BY who, module
)
SELECT
  roads.who,
  roads.module,
  CASE roads.reached WHEN 2 THEN 'passed' WHEN 1 THEN 'finished' ELSE 'started' END AS status,
  roads.progress,
  roads.best,
  roads.attempts,
  roads.spent,
  roads.first,
  roads.last,
  coalesce(places.screens, 0) AS screens,
  places.place
FROM roads
LEFT JOIN places ON places.who = roads.who AND places.module = roads.module;
