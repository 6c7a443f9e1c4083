package io.keeling.desk.collections;

import java.time.Instant;

/**
 * A collection of articles made by editors. Immutable; threads may share it.
 *
 * @param id random letters and digits
 * @param name unique
 * @param changedAt when an article or note was last added or removed, or it was renamed
 * @param articles how many are in it
 */
public record Collection(
    String id, String name, Instant createdAt, Instant changedAt, int articles) {

  public String page() {
    return "/collections/" + id;
  }
}
