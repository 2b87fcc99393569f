-- The two roles of Lajur. Run once as a superuser, with passwords of your own; then create the database:
--   create database lajur owner lajur_owner;
-- The owner migrates, the application works.
create role lajur_owner login password 'change-me-owner';
create role lajur_app login password 'change-me-app';
