-- What the metrics share, of one period: as if there were nothing before it.

{{stage(cells_now)}}
SELECT
  who,
  module,
  CASE max(reached) WHEN 2 THEN 'passed' WHEN 1 THEN 'finished' ELSE 'started' END AS status,
  max(score) AS best
FROM facts
WHERE module > 0 AND time >= {{since}}
GROUP BY who, module;

{{stage(visits_now)}}
SELECT who, module, place, CAST(sum(CASE WHEN is_timed THEN spent END) AS BIGINT) AS spent
FROM facts
WHERE place IS NOT NULL AND module > 0 AND time >= {{since}}
GROUP BY who, module, place;
