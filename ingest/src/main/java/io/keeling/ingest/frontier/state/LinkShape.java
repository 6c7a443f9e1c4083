package io.keeling.ingest.frontier.state;

import io.keeling.reader.url.CanonicalUrl;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shape of an address: what all addresses of one generated kind of page have in common, such as
 * the days of a calendar or the filters of a list. It consists of the first part of the path, the
 * kind of each other part, and the names of the parameters.
 */
public final class LinkShape {

  /**
   * Maximum number of path parts, and of parameters, in a shape; later ones rarely differ in kind.
   * Not configurable, as each change would lose what was learned of a host's shapes.
   */
  private static final int MOST = 8;

  /** Longest name kept as it is, in characters, which limits what is stored. */
  private static final int LONGEST = 32;

  private static final Pattern NUMBERS = Pattern.compile("[0-9](?:[-_.,:]?[0-9])*+");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern SLUG = Pattern.compile("^(?:[^-_+]*[-_+]){2}.*");

  private LinkShape() {}

  /** Returns the shape, such as {@code /events/0/0?page&view}. */
  public static String of(CanonicalUrl url) {
    String address = url.identity().substring(url.identity().indexOf('/') + 1);
    int question = address.indexOf('?');
    String path = question < 0 ? address : address.substring(0, question);
    String[] parts = path.split("/", -1);
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < Math.min(parts.length, MOST); i++) {
      shape.append('/').append(i == 0 && parts.length > 1 ? name(parts[i]) : kind(parts[i]));
    }
    return question < 0 ? shape.toString() : shape + "?" + names(address.substring(question + 1));
  }

  private static String names(String query) {
    return Arrays.stream(query.split("&"))
        .map(parameter -> name(parameter.split("=", 2)[0]))
        .distinct()
        .sorted()
        .limit(MOST)
        .collect(Collectors.joining("&"));
  }

  private static String name(String part) {
    return part.length() > LONGEST || DIGIT.matcher(part).find() ? kind(part) : part;
  }

  /** 0 for numbers and dates, s for several words, x for a word with digits, a for any other. */
  private static String kind(String part) {
    if (part.isEmpty()) {
      return "";
    }
    if (NUMBERS.matcher(part).matches()) {
      return "0";
    }
    if (SLUG.matcher(part).matches()) {
      return "s";
    }
    return DIGIT.matcher(part).find() ? "x" : "a";
  }
}
