package io.keeling.newsroom;

import io.keeling.newsroom.press.EntryPoint;
import java.util.List;
import java.util.Objects;

/**
 * One invented newspaper, as a reader or a crawler sees it.
 *
 * @param id lower-case letters and hyphens; also the first label of {@link #host}
 * @param name the masthead
 * @param host host name without the port, such as {@code harbour-herald.localhost}
 * @param language ISO 639-1 code the outlet writes in
 * @param entryPoints where to look for articles; together they lead to all of them
 */
public record Outlet(
    String id, String name, String host, String language, List<EntryPoint> entryPoints) {

  /** Copies the list. */
  public Outlet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(language, "language");
    entryPoints = List.copyOf(entryPoints);
  }
}
