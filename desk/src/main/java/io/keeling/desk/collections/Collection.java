package io.keeling.desk.collections;

import java.time.Instant;

/**
 * Articles that editors put together.
 *
 * @param id letters and digits, made at random
 * @param name what it is called, as no other is
 * @param changedAt when an article or note was last put in or taken out, or it was renamed
 * @param articles how many are in it
 */
public record Collection(
    String id, String name, Instant createdAt, Instant changedAt, int articles) {

  /** Its page. */
  public String page() {
    return "/collections/" + id;
  }
}
