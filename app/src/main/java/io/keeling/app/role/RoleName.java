package io.keeling.app.role;

/** The processes Keeling consists of. */
public enum RoleName {
  INGEST,
  ENRICH,
  SINK,
  FEEDS
}
