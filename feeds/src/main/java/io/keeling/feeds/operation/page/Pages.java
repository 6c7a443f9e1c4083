package io.keeling.feeds.operation.page;

import io.javalin.http.Context;

/** Which page of a list is asked for. Stateless; threads may share it. */
final class Pages {

  private Pages() {}

  /** The number in the address, from 1; the first where it is none. */
  static int number(Context context) {
    String page = context.queryParam("page");
    return page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
  }
}
