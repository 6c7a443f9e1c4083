package io.keeling.desk.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list ordered by name. Immutable; threads may share it.
 *
 * @param next the name after which the next page begins, null on the last
 */
public record NamePage<T>(List<T> items, @Nullable String next) {

  /**
   * Makes a page.
   *
   * @param found the items of the page, and one more if there is another page
   */
  public static <T> NamePage<T> of(List<T> found, int most, Function<T, String> name) {
    return found.size() > most
        ? new NamePage<>(found.subList(0, most), name.apply(found.get(most - 1)))
        : new NamePage<>(found, null);
  }
}
