package io.keeling.search;

import java.util.List;
import java.util.OptionalInt;

/** An index that is kept up to date with the articles. Threads may share it. */
public interface FollowedIndex extends AutoCloseable {

  SearchIndex index();

  /** Why the index does not answer, a line each; empty if it does. */
  List<String> problems();

  /**
   * What readers should know about the answers, such as that some articles are missing, a line
   * each.
   */
  List<String> notes();

  /** How much of the index is rebuilt, in percent; empty if it is complete. */
  OptionalInt rebuilding();

  /**
   * Whether a service is down that the index needs for its updates. The outage itself is reported
   * by whatever monitors that service.
   */
  boolean outage();

  /** Whether the index is being updated; if not, the process should restart. */
  boolean alive();

  @Override
  void close();

  /** An index that the caller keeps up to date, such as a test; closing does nothing. */
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
