/** What `patchbay --help` prints. */
export const usage = `Usage: patchbay COMMAND

  start [--import FILE|URL]   start everything; with --import, fill the empty database first: from a plain
                              pg_dump of NetBox 4.7 (.sql, .sql.gz) or from its database (postgres://…)
  start --demo                start everything; fill the empty database with a demo network first
  serve                       start the server, configured by the environment alone
  identity                    serve the identity provider alone, on the same database
  identity apply FILE [NAME=VALUE …]
                              do what a blueprint for authentik says: applications, providers, mappings, groups, users;
                              values go before those of its context
  import FILE|URL             fill the empty database, then end
  import-device-types FOLDER  bring in a device type library: FOLDER/device-types/MANUFACTURER/*.yaml, module-types/…,
                              rack-types/…; what is there already only gets the components that it lacks
  migrate                     create the schema in an empty database, or check the one that is there, then end
  reindex                     make the index of the global search anew, for rows that were written past Patchbay and NetBox
  create-superuser            create the user of SUPERUSER_NAME, SUPERUSER_EMAIL, SUPERUSER_PASSWORD

Environment: DATABASE_URL, HOST, PORT, DATA_DIR, BASE_PATH, SETTINGS_JSON, SUPERUSER_NAME, SUPERUSER_EMAIL,
SUPERUSER_PASSWORD, SUPERUSER_API_TOKEN, DATABASE_REPLICA_URLS`;
