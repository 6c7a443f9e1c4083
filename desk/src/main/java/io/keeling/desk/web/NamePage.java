package io.keeling.desk.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list by name. Immutable; threads may share it.
 *
 * @param next the name after which the next page begins, none on the last
 */
public record NamePage<T>(List<T> items, @Nullable String next) {

  /**
   * The page of items that were read.
   *
   * @param found one more than the page has, where there is another page
   */
  public static <T> NamePage<T> of(List<T> found, int most, Function<T, String> name) {
    return found.size() > most
        ? new NamePage<>(found.subList(0, most), name.apply(found.get(most - 1)))
        : new NamePage<>(found, null);
  }
}
