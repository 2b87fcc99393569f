create table note (text text);
grant select, insert on note to lajur_app;
