package io.keeling.desk.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link that is shown, or what stands in its place.
 *
 * @param label what it says
 * @param href where it leads
 * @param current whether the reader is there already
 */
public record Link(String label, String href, boolean current) {

  /** An address from the web, if a browser may follow it safely; otherwise nothing. */
  public static @Nullable String external(String address) {
    String start = address.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://") ? address.strip() : null;
  }
}
