package io.keeling.app.killing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Articles that an editor works with: of those that a desk lists, some again. For one thread. */
final class Articles {

  /** So many are worked with, so that more is done than once to each. */
  private static final int MOST = 40;

  private final Editor editor;
  private final RandomGenerator random;
  private final List<String> known = new ArrayList<>();

  Articles(Editor editor, RandomGenerator random) {
    this.editor = editor;
    this.random = random;
  }

  /** One of them; none where the desk lists none or does not answer. */
  Optional<String> any(String desk) {
    if (known.size() < MOST && random.nextBoolean()) {
      editor
          .api(desk, "GET", "/api/articles?limit=50", MissingNode.getInstance())
          .ifPresent(this::learn);
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.get(random.nextInt(known.size())));
  }

  private void learn(Editor.Answer listed) {
    List<String> fresh = new ArrayList<>();
    for (JsonNode item : listed.json().path("items")) {
      String id = item.path("id").asText();
      if (!known.contains(id)) {
        fresh.add(id);
      }
    }
    if (!fresh.isEmpty()) {
      known.add(fresh.get(random.nextInt(fresh.size())));
    }
  }
}
