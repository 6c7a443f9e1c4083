package io.keeling.app.killing;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Saves searches that nobody is told of, and deletes them. For one thread at a time. */
final class SavedSearchChore implements Chore {

  /** As many are there before one is deleted. */
  private static final int FEW = 5;

  private enum State {
    THERE,
    GONE,
    /** No answer came to its last change. */
    EITHER
  }

  private record Kept(String id, State state) {}

  private final Editor editor;
  private final RandomGenerator random;
  private final Map<String, Kept> kept = new TreeMap<>();
  private int changes;
  private int unanswered;

  SavedSearchChore(Editor editor, RandomGenerator random) {
    this.editor = editor;
    this.random = random;
  }

  @Override
  public void change(String desk) {
    List<String> there =
        kept.entrySet().stream()
            .filter(search -> search.getValue().state() == State.THERE)
            .map(Map.Entry::getKey)
            .toList();
    boolean answered =
        (there.size() < FEW || random.nextInt(3) > 0)
            ? save(desk, "kept " + kept.size())
            : delete(desk, there.get(random.nextInt(there.size())));
    changes++;
    unanswered += answered ? 0 : 1;
  }

  private boolean save(String desk, String name) {
    ObjectNode search = Json.MAPPER.createObjectNode().put("name", name).put("query", query(name));
    Optional<Editor.Answer> answer = editor.api(desk, "POST", "/api/searches", search);
    kept.put(
        name,
        answer
            .map(a -> new Kept(a.json().path("id").asText(), State.THERE))
            .orElseGet(() -> new Kept("", State.EITHER)));
    return answer.isPresent();
  }

  private static String query(String name) {
    return "q=" + name.substring(name.indexOf(' ') + 1);
  }

  private boolean delete(String desk, String name) {
    String id = kept.get(name).id();
    boolean answered =
        editor.api(desk, "DELETE", "/api/searches/" + id, MissingNode.getInstance()).isPresent();
    kept.put(name, new Kept(id, answered ? State.GONE : State.EITHER));
    return answered;
  }

  @Override
  public List<String> findings(Statement database) throws SQLException {
    Map<String, String> stored = Chore.pairs(database, "SELECT name, query FROM saved_search");
    Map<String, Integer> saves = AuditLines.of(database, "search.save");
    Map<String, Integer> deletions = AuditLines.of(database, "search.delete");
    List<String> findings = new ArrayList<>();
    kept.forEach(
        (name, search) -> {
          boolean there = stored.containsKey(name);
          if (search.state() != State.EITHER && there != (search.state() == State.THERE)) {
            findings.add("the search " + name + " is " + (there ? "" : "not ") + "there");
          }
          if (there && !stored.get(name).equals(query(name))) {
            findings.add("the search " + name + " is another");
          }
          int saved = saves.getOrDefault(name, 0);
          int deleted = deletions.getOrDefault(name, 0);
          if (saved - deleted != (there ? 1 : 0) || saved > 1) {
            findings.add(
                "the search %s is on record %d times as saved, %d times as deleted"
                    .formatted(name, saved, deleted));
          }
        });
    return findings;
  }

  @Override
  public String summary() {
    return "%d changes of searches (%d without an answer)".formatted(changes, unanswered);
  }
}
