package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.keeling.contract.serde.Json;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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

    List<String> onRecord(String what, int answered, int lines) {
      return AuditLines.findings(what, answered, lines, unanswered);
    }
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
    Map<String, String> notes =
        Chore.pairs(database, "SELECT article_id, note FROM collection_article");
    Map<String, Integer> put = AuditLines.of(database, "collection.put");
    Map<String, Integer> noted = AuditLines.of(database, "collection.note");
    Map<String, Integer> out = AuditLines.of(database, "collection.take-out");
    List<String> findings = new ArrayList<>();
    puts.forEach(
        (article, state) -> {
          String line = NAME + ", " + article;
          Stream.of(
                  state.onRecord("put of " + article, state.puts, put.getOrDefault(line, 0)),
                  state.onRecord("note of " + article, state.notes, noted.getOrDefault(line, 0)),
                  state.onRecord(
                      "take-out of " + article, state.takenOut, out.getOrDefault(line, 0)))
              .forEach(findings::addAll);
          if (!state.unanswered && state.in != notes.containsKey(article)) {
            findings.add(article + " is " + (state.in ? "not " : "") + "in the collection");
          }
          if (!state.unanswered && state.in && !state.note.equals(notes.get(article))) {
            findings.add("the note on " + article + " is another");
          }
        });
    return findings;
  }

  @Override
  public String summary() {
    return "%d changes of a collection (%d without an answer)".formatted(changes, unanswered);
  }
}
