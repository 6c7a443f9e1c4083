package io.keeling.ingest.frontier;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes trace ids. The same parts give the same id, so that a repeated step keeps its id. */
public final class Trace {

  private Trace() {}

  public static String of(Object... beginnings) {
    StringBuilder all = new StringBuilder();
    for (Object beginning : beginnings) {
      all.append(beginning).append('\u0000');
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
