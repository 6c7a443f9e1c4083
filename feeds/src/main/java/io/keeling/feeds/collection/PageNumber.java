package io.keeling.feeds.collection;

import io.javalin.http.Context;
import io.keeling.feeds.access.Caller;

/** What requests for a page of a collection have in common. Stateless; threads may share it. */
final class PageNumber {

  private PageNumber() {}

  /** Which page of a collection is asked for, from 1; the first where it is no number. */
  static int of(Context context) {
    String page = context.queryParam("page");
    return page != null && page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
  }

  /** Whether it is told who put something in: to colleagues, not where anybody may read. */
  static boolean tellsWho(Context context) {
    return Caller.of(context).account().isPresent();
  }
}
