-- Which goals of the labs are reached, and how fast?
SELECT members.cohort, goals.module, goals.item AS goal, count(*) AS reached, {{median(goals.duration)}} AS median
FROM first_given AS goals
JOIN members ON members.who = goals.who
WHERE goals.kind = 'goal' AND goals.time >= {{since}}
GROUP BY members.cohort, goals.module, goals.item
