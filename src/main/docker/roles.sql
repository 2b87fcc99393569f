-- The two roles of Lajur: the owner migrates, the application works. To be run once by a superuser, with psql and the
-- passwords in its environment; then database.sql:
--   LAJUR_OWNER_PASSWORD=… LAJUR_APP_PASSWORD=… psql -U postgres -v ON_ERROR_STOP=1 -f roles.sql -f database.sql
\getenv owner_password LAJUR_OWNER_PASSWORD
\getenv app_password LAJUR_APP_PASSWORD
create role lajur_owner login password :'owner_password';
create role lajur_app login password :'app_password';
