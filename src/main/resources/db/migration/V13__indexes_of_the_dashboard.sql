-- What the dashboard groups stands in the index itself: the planner had gone through every running clock for the few that
-- are nearly late.
drop index clock_late;
drop index clock_near;
create index clock_late on clock (owner, step, tracking_id, due_at)
    where stopped_at is null and breached_at is not null;
create index clock_near on clock (owner, step, tracking_id, due_at)
    where stopped_at is null and breached_at is null and warned_at is not null;
