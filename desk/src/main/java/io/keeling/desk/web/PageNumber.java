package io.keeling.desk.web;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/** Reads which page of a list is requested. */
public final class PageNumber {

  /** From 1 to 99,999: no list has more pages, and no offset overflows. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private PageNumber() {}

  /** The parameter {@code page}; 1 if it is missing or invalid. */
  public static int of(Context context) {
    String page = context.queryParam("page");
    return page != null && NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
  }
}
