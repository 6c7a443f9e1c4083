package io.keeling.training.stories;

import io.keeling.contract.enriched.Story;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.stories.StoryFinder;
import io.keeling.enrich.stories.StoryMember;
import io.keeling.enrich.stories.StoryMemory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A story registry without Kafka, for texts of all languages. Not for sharing between threads. */
final class Registry {

  private final Map<String, Memory> memories = new HashMap<>();

  /** The story's id; null for a text that is too short to be told again. */
  @Nullable String find(Telling telling) {
    return telling
        .signature()
        .map(
            signature ->
                StoryFinder.find(
                    telling.id(),
                    telling.outlet(),
                    signature,
                    memories.computeIfAbsent(telling.language(), language -> new Memory())))
        .map(Story::id)
        .orElse(null);
  }

  /** Articles that are remembered. */
  int articles() {
    return memories.values().stream().mapToInt(memory -> memory.members.size()).sum();
  }

  /** Bytes of keys and values of one of the state stores, as they are written there. */
  long bytes(String store) {
    return memories.values().stream().mapToLong(memory -> memory.bytes(store)).sum();
  }

  /** Look-ups of articles: one of the article itself, and one of each other it met in a band. */
  long compared() {
    return memories.values().stream().mapToLong(memory -> memory.asked).sum();
  }

  private static final class Memory implements StoryMemory {

    private final Map<Long, List<String>> bands = new HashMap<>();
    private final Map<String, StoryMember> members = new HashMap<>();
    private final Map<String, Set<String>> outlets = new HashMap<>();
    private long asked;

    long bytes(String store) {
      return switch (store) {
        case "bands" ->
            bands.values().stream().mapToLong(v -> Long.BYTES + length(String.join("\n", v))).sum();
        case "members" ->
            members.entrySet().stream()
                .mapToLong(e -> length(e.getKey()) + json(e.getValue()).length)
                .sum();
        case "outlets" ->
            outlets.entrySet().stream()
                .mapToLong(e -> length(e.getKey()) + length(String.join("\n", e.getValue())))
                .sum();
        default -> throw new IllegalArgumentException(store);
      };
    }

    private static byte[] json(StoryMember member) {
      try {
        return Json.MAPPER.writeValueAsBytes(member);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    private static int length(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public List<String> band(long key) {
      return bands.getOrDefault(key, List.of());
    }

    @Override
    public void band(long key, List<String> articles) {
      bands.put(key, articles);
    }

    @Override
    public @Nullable StoryMember member(String article) {
      asked++;
      return members.get(article);
    }

    @Override
    public void member(String article, StoryMember member) {
      members.put(article, member);
    }

    @Override
    public Set<String> outlets(String story) {
      return outlets.getOrDefault(story, Set.of());
    }

    @Override
    public void outlets(String story, Set<String> names) {
      outlets.put(story, names);
    }
  }
}
