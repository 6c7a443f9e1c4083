package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.keeling.contract.serde.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Puts articles into a collection with notes, other notes on them, and takes some out. For one
 * thread at a time.
 */
final class CollectionChore implements Chore {

  private static final String NAME = "What is killed";

  /** What was answered of an article. */
  private static final class Put {
    int puts;
    int notes;
    int takenOut;
    String note = "";
    boolean in;

    /** The change that had no answer: nothing more is done with the article. */
    boolean unanswered;
  }

  private final Editor editor;
  private final Articles articles;
  private final RandomGenerator random;
  private final String id;
  private final Map<String, Put> puts = new TreeMap<>();
  private int changes;
  private int unanswered;

  /** Makes the collection at a desk. */
  CollectionChore(Editor editor, Articles articles, RandomGenerator random, String desk) {
    this.editor = editor;
    this.articles = articles;
    this.random = random;
    Optional<Editor.Answer> made =
        editor.api(
            desk, "POST", "/api/collections", Json.MAPPER.createObjectNode().put("name", NAME));
    assertThat(made).isPresent();
    this.id = made.get().json().path("id").asText();
  }

  @Override
  public void change(String desk) {
    Optional<String> article = articles.any(desk);
    if (article.isEmpty()) {
      return;
    }
    Put put = puts.computeIfAbsent(article.get(), unseen -> new Put());
    if (put.unanswered) {
      return;
    }
    changes++;
    String path = "/api/collections/" + id + "/articles/" + article.get();
    boolean answered =
        (put.in && random.nextInt(4) == 0) ? takeOut(desk, path, put) : note(desk, path, put);
    put.unanswered = !answered;
    unanswered += answered ? 0 : 1;
  }

  private boolean note(String desk, String path, Put put) {
    String note = "Note " + changes;
    Optional<Editor.Answer> answer =
        editor.api(desk, "PUT", path, Json.MAPPER.createObjectNode().put("note", note));
    if (answer.isEmpty()) {
      return false;
    }
    put.puts += put.in ? 0 : 1;
    put.notes++;
    put.note = note;
    put.in = true;
    return true;
  }

  private boolean takeOut(String desk, String path, Put put) {
    if (editor.api(desk, "DELETE", path, MissingNode.getInstance()).isEmpty()) {
      return false;
    }
    put.takenOut++;
    put.in = false;
    return true;
  }

  @Override
  public List<String> findings(Statement database) throws SQLException {
    Map<String, String> notes = new HashMap<>();
    try (ResultSet row = database.executeQuery("SELECT article_id, note FROM collection_article")) {
      while (row.next()) {
        notes.put(row.getString(1), row.getString(2));
      }
    }
    Map<String, Integer> put = AuditLines.of(database, "collection.put");
    Map<String, Integer> noted = AuditLines.of(database, "collection.note");
    Map<String, Integer> out = AuditLines.of(database, "collection.take-out");
    List<String> findings = new ArrayList<>();
    puts.forEach(
        (article, state) -> {
          String line = NAME + ", " + article;
          once(findings, article, state, "put", state.puts, put.getOrDefault(line, 0));
          once(findings, article, state, "note", state.notes, noted.getOrDefault(line, 0));
          once(findings, article, state, "take-out", state.takenOut, out.getOrDefault(line, 0));
          if (!state.unanswered && state.in != notes.containsKey(article)) {
            findings.add(article + " is " + (state.in ? "not " : "") + "in the collection");
          }
          if (!state.unanswered && state.in && !state.note.equals(notes.get(article))) {
            findings.add("the note on " + article + " is another");
          }
        });
    return findings;
  }

  private static void once(
      List<String> findings, String article, Put state, String what, int answered, int lines) {
    if (lines < answered || lines > answered + (state.unanswered ? 1 : 0)) {
      findings.add(
          "%s of %s was answered %d times and is on record %d times"
              .formatted(what, article, answered, lines));
    }
  }

  @Override
  public String summary() {
    return "%d changes of a collection (%d without an answer)".formatted(changes, unanswered);
  }
}
