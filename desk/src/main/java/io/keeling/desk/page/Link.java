package io.keeling.desk.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link, or plain text that takes its place. Immutable; threads may share it.
 *
 * @param current whether it leads to this page
 */
public record Link(String label, String href, boolean current) {

  /** A web address that is safe to link to; otherwise null. */
  public static @Nullable String external(String address) {
    String start = address.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://") ? address.strip() : null;
  }
}
