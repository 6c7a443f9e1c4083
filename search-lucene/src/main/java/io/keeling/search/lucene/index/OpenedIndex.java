package io.keeling.search.lucene.index;

import io.keeling.search.IndexDirectory.Opened;
import io.keeling.search.SearchIndex;
import io.keeling.search.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An index, and an older index that answers until the first one has caught up. For one thread. */
final class OpenedIndex implements Opened {

  private final LuceneIndex index;
  private final @Nullable Path olderPath;
  private @Nullable LuceneReader older;
  private String reason;

  OpenedIndex(
      LuceneIndex index, @Nullable Path olderPath, @Nullable LuceneReader older, String reason) {
    this.index = index;
    this.olderPath = olderPath;
    this.older = older;
    this.reason = reason;
  }

  @Override
  public WritableIndex index() {
    return index;
  }

  @Override
  public boolean follows(String topicId) {
    return index.follows(topicId);
  }

  @Override
  public SearchIndex answering() {
    return older == null ? index : older;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public void caughtUp() throws IOException {
    if (!index.complete()) {
      index.caughtUp();
      index.commit();
    }
    reason = "";
    closeOlder();
    if (olderPath != null) {
      LuceneDirectory.delete(olderPath);
    }
  }

  private void closeOlder() throws IOException {
    LuceneReader closing = older;
    older = null;
    if (closing != null) {
      closing.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeOlder();
    index.close();
  }
}
