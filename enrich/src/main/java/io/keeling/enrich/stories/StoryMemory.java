package io.keeling.enrich.stories;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link StoryFinder} remembers between articles. Not for sharing between threads. */
public interface StoryMemory {

  /** The articles whose signatures fall into a band, oldest first. */
  List<String> band(long key);

  /** Replaces the articles of a band. */
  void band(long key, List<String> articles);

  /** What is remembered of an article; null if the article is not known. */
  @Nullable StoryMember member(String article);

  /** Remembers an article. */
  void member(String article, StoryMember member);

  /** The outlets that published an article of a story. */
  Set<String> outlets(String story);

  /** Replaces the outlets of a story. */
  void outlets(String story, Set<String> outlets);
}
