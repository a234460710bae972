-- The period of all time: what happened in it is what ever happened.

{{stage(cells_now)}} SELECT who, module, status, best FROM cells_ever;

{{stage(visits_now)}} SELECT who, module, place, spent FROM visits_ever;
