package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits names that a sign joins: rows of names with bullets between them, and an agency or page
 * before a photographer ("REUTERS/Jane Doe").
 */
final class SignsBetween {

  /** Signs between the names of a row. */
  private static final Pattern ROW = Pattern.compile("[\u2022\u00b7\u2219|]");

  /** A dash between a person and further text about them. */
  private static final Pattern DASH = Pattern.compile("\\s[-\u2013\u2014]\\s");

  private SignsBetween() {}

  /** The names that a name consists of, in order. */
  static List<LocatedName> apart(LocatedName name, String text) {
    String form = text.substring(name.start(), name.end());
    List<LocatedName> names = new ArrayList<>(1);
    int from = 0;
    Matcher row = ROW.matcher(form);
    while (row.find()) {
      add(names, name, form, from, row.start());
      from = row.end();
    }
    if (from > 0 || name.type() != NameType.PERSON) {
      add(names, name, form, from, form.length());
      return names;
    }
    int slash = form.lastIndexOf('/') + 1;
    int begin = slash > 0 && form.indexOf(' ', slash) > 0 ? slash : 0;
    Matcher dash = DASH.matcher(form);
    add(names, name, form, begin, dash.find(begin) ? dash.start() : form.length());
    return names;
  }

  private static void add(List<LocatedName> names, LocatedName of, String form, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(form.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(form.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      names.add(
          end - start == form.length()
              ? of
              : new LocatedName(of.start() + start, of.start() + end, of.type(), of.whole()));
    }
  }
}
