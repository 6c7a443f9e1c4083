package io.keeling.enrich.topology;

import io.keeling.enrich.stories.StoryMember;
import io.keeling.enrich.stories.StoryMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The story registry's memory in state stores. Not for sharing between threads. */
final class StoredStories implements StoryMemory {

  private final KeyValueStore<Long, String> bands;
  private final KeyValueStore<String, StoryMember> members;
  private final KeyValueStore<String, String> outlets;

  StoredStories(
      KeyValueStore<Long, String> bands,
      KeyValueStore<String, StoryMember> members,
      KeyValueStore<String, String> outlets) {
    this.bands = bands;
    this.members = members;
    this.outlets = outlets;
  }

  @Override
  public List<String> band(long key) {
    return lines(bands.get(key));
  }

  @Override
  public void band(long key, List<String> articles) {
    bands.put(key, String.join("\n", articles));
  }

  @Override
  public @Nullable StoryMember member(String article) {
    return members.get(article);
  }

  @Override
  public void member(String article, StoryMember member) {
    members.put(article, member);
  }

  @Override
  public Set<String> outlets(String story) {
    return new TreeSet<>(lines(outlets.get(story)));
  }

  @Override
  public void outlets(String story, Set<String> names) {
    outlets.put(story, String.join("\n", names));
  }

  private static List<String> lines(@Nullable String value) {
    return value == null ? List.of() : Arrays.asList(value.split("\n"));
  }
}
