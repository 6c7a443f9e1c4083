package io.keeling.desk.collections;

import java.time.Instant;

/**
 * A collection of articles made by editors. Immutable; threads may share it.
 *
 * @param id random letters and digits
 * @param name unique
 * @param changedAt when it was last renamed, or an article or note was last added or removed
 * @param articles number of articles in it
 */
public record Collection(
    String id, String name, Instant createdAt, Instant changedAt, int articles) {

  public String page() {
    return "/collections/" + id;
  }
}
