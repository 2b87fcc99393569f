-- The database of Lajur, which nobody but its two roles may enter.
create database lajur owner lajur_owner encoding 'UTF8' template template0;
revoke all on database lajur from public;
grant connect on database lajur to lajur_app;
