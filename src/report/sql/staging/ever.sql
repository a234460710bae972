-- What the metrics share, of all time: people, their cohorts, how far they are, and the first of everything.

{{stage(labels)}}
SELECT actor, {{latest(label, time, id)}} AS label
FROM stored_facts
WHERE label <> ''
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

{{stage(cells_ever)}}
SELECT
  who,
  module,
  CASE
    WHEN bool_or(verb = 'passed') THEN 'passed'
    WHEN bool_or(verb = 'completed') THEN 'finished'
    ELSE 'started'
  END AS status,
  max(progress) AS progress,
  max(score) FILTER (WHERE verb IN ('scored', 'passed', 'failed')) AS best,
  coalesce(max(attempt) FILTER (WHERE object IN ('question', 'quiz')), 0) AS attempts,
  sum(spent) AS spent,
  min(time) AS first,
  max(time) AS last,
  count(DISTINCT item) FILTER (WHERE verb = 'experienced') AS screens,
  {{latest(place, time, id)}} FILTER (WHERE place IS NOT NULL) AS place
FROM facts
WHERE module > 0
GROUP BY who, module;

-- A fresh start counts attempts from 1 again: the first first attempt is meant.
{{stage(first_scores)}}
SELECT who, module, {{earliest(score, time, id)}} AS score, min(time) AS time
FROM facts
WHERE verb = 'scored' AND object = 'quiz' AND attempt = 1
GROUP BY who, module;

{{stage(firsts)}}
SELECT
  actors.who,
  given.module,
  given.item AS question,
  {{earliest(given.version, given.time, given.id)}} AS version,
  {{earliest(given.success, given.time, given.id)}} AS success,
  {{earliest(given.interaction, given.time, given.id)}} AS interaction,
  {{earliest(given.response, given.time, given.id)}} AS response,
  {{earliest(given.duration, given.time, given.id)}} AS duration,
  min(given.time) AS time,
  bool_or(first_scores.who IS NOT NULL) AS ended
FROM stored_facts AS given
JOIN actors ON actors.actor = given.actor
LEFT JOIN first_scores ON first_scores.who = actors.who AND first_scores.module = given.module
WHERE given.verb = 'answered' AND given.object = 'question' AND given.attempt = 1
  AND (first_scores.time IS NULL OR given.time <= first_scores.time)
GROUP BY actors.who, given.module, given.item;

{{stage(first_predictions)}}
SELECT
  actors.who,
  module,
  item AS prediction,
  {{earliest(verb, time, id)}} AS verb,
  {{earliest(success, time, id)}} AS success,
  {{earliest(interaction, time, id)}} AS interaction,
  {{earliest(response, time, id)}} AS response,
  {{earliest(duration, time, id)}} AS duration,
  min(time) AS time
FROM stored_facts
JOIN actors ON actors.actor = stored_facts.actor
WHERE object = 'prediction'
GROUP BY actors.who, module, item;

{{stage(first_goals)}}
SELECT actors.who, module, item AS goal, {{earliest(coalesce(visible, duration), time, id)}} AS took, min(time) AS time
FROM stored_facts
JOIN actors ON actors.actor = stored_facts.actor
WHERE verb = 'achieved'
GROUP BY actors.who, module, item;
