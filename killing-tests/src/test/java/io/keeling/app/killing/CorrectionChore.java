package io.keeling.app.killing;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.serde.Json;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Corrects tags of articles, and takes it back. What comes of it in {@code keeling.enriched} is the
 * verifier's. For one thread at a time.
 */
final class CorrectionChore implements Chore {

  private static final CorrectedTag TAG = CorrectedTag.COUNTRY;

  /** Which article and country, by the key of the record. */
  private record Tag(String article, String country) {

    String id() {
      return TagCorrection.idOf(TAG, country);
    }

    String key() {
      return article + "/" + id();
    }
  }

  /** What was answered of a tag. */
  private static final class Said {
    int added;
    int undone;
    String says = "";
    boolean holds;

    /** The change that had no answer: nothing more is said of the tag. */
    String unanswered = "";
  }

  private final Editor editor;
  private final Articles articles;
  private final RandomGenerator random;
  private final Map<Tag, Said> said = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
  private int changes;
  private int unanswered;

  CorrectionChore(Editor editor, Articles articles, RandomGenerator random) {
    this.editor = editor;
    this.articles = articles;
    this.random = random;
  }

  @Override
  public void change(String desk) {
    Optional<String> article = articles.any(desk);
    if (article.isEmpty()) {
      return;
    }
    Tag tag = new Tag(article.get(), random.nextBoolean() ? "PE" : "FI");
    Said state = said.computeIfAbsent(tag, unseen -> new Said());
    if (!state.unanswered.isEmpty()) {
      return;
    }
    boolean answered =
        (state.holds && random.nextBoolean()) ? undo(desk, tag, state) : say(desk, tag, state);
    changes++;
    unanswered += answered ? 0 : 1;
  }

  private boolean say(String desk, Tag tag, Said state) {
    String says = TAG.says().get(random.nextInt(TAG.says().size()));
    Optional<Editor.Answer> answer =
        editor.api(
            desk,
            "POST",
            "/api/articles/" + tag.article() + "/corrections",
            Json.MAPPER
                .createObjectNode()
                .put("tag", TAG.code())
                .put("subject", tag.country())
                .put("says", says));
    if (answer.isEmpty()) {
      state.unanswered = "correction.add";
      return false;
    }
    state.added++;
    state.says = says;
    state.holds = true;
    return true;
  }

  private boolean undo(String desk, Tag tag, Said state) {
    Optional<Editor.Answer> answer =
        editor.api(
            desk,
            "DELETE",
            "/api/articles/" + tag.article() + "/corrections/" + tag.id(),
            MissingNode.getInstance());
    if (answer.isEmpty()) {
      state.unanswered = "correction.undo";
      return false;
    }
    state.undone++;
    state.holds = false;
    return true;
  }

  @Override
  public List<String> findings(Statement database) throws SQLException {
    Map<String, String> rows =
        Chore.pairs(
            database,
            "SELECT article || '/' || id, CASE WHEN undone_by IS NULL THEN says ELSE '' END"
                + " FROM tag_correction");
    Map<String, String> holding = holding(database);
    Map<String, Integer> added = AuditLines.of(database, "correction.add");
    Map<String, Integer> undone = AuditLines.of(database, "correction.undo");
    List<String> findings = new ArrayList<>();
    said.forEach(
        (tag, state) -> {
          String line = tag.key() + " " + TAG.code();
          findings.addAll(
              AuditLines.findings(
                  "correction of " + tag.key(),
                  state.added,
                  added.getOrDefault(line, 0),
                  state.unanswered.equals("correction.add")));
          findings.addAll(
              AuditLines.findings(
                  "undoing of " + tag.key(),
                  state.undone,
                  undone.getOrDefault(line, 0),
                  state.unanswered.equals("correction.undo")));
          String wanted = state.holds ? state.says : "";
          if (state.unanswered.isEmpty() && state.added > 0) {
            if (!wanted.equals(rows.get(tag.key()))) {
              findings.add("the row of the correction " + tag.key() + " says something else");
            }
            if (!wanted.equals(holding.getOrDefault(tag.key(), ""))) {
              findings.add("the article does not have the correction " + tag.key());
            }
          }
        });
    Set<String> unknown = new HashSet<>(rows.keySet());
    said.keySet().forEach(tag -> unknown.remove(tag.key()));
    unknown.forEach(key -> findings.add("nobody corrected " + key));
    return findings;
  }

  /** What articles in the tables say of it. */
  private static Map<String, String> holding(Statement database) throws SQLException {
    return Chore.pairs(
        database,
        "SELECT a.id || '/' || (c ->> 'id'), c ->> 'says' FROM article a,"
            + " jsonb_array_elements(a.document -> 'corrections') c"
            + " WHERE a.document ? 'corrections'");
  }

  @Override
  public String summary() {
    return "%d changes of tags (%d without an answer)".formatted(changes, unanswered);
  }
}
