package io.keeling.search;

import java.util.List;
import java.util.OptionalInt;

/** An index that somebody keeps up with the articles. Threads may share it. */
public interface FollowedIndex extends AutoCloseable {

  /** The index. */
  SearchIndex index();

  /** What keeps it from answering, a line each; none if nothing does. */
  List<String> problems();

  /** What a reader should know of its answers, a line each: that they are not complete, and why. */
  List<String> notes();

  /** While it is made anew, how much of it is there, in percent; empty while it is whole. */
  OptionalInt rebuilding();

  /**
   * Whether something is away without which no article can be followed; what it is, stands in the
   * problems or notes of whoever watches it.
   */
  boolean outage();

  /** Whether it is kept up; if not, the process should be started again. */
  boolean alive();

  @Override
  void close();

  /** An index that whoever asks keeps up, such as a test; it is not closed. */
  static FollowedIndex of(SearchIndex index) {
    return new FollowedIndex() {
      @Override
      public SearchIndex index() {
        return index;
      }

      @Override
      public List<String> problems() {
        return List.of();
      }

      @Override
      public List<String> notes() {
        return List.of();
      }

      @Override
      public OptionalInt rebuilding() {
        return OptionalInt.empty();
      }

      @Override
      public boolean outage() {
        return false;
      }

      @Override
      public boolean alive() {
        return true;
      }

      @Override
      public void close() {}
    };
  }
}
