package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.topology.EnrichMetrics.CorrectionOutcome;
import io.keeling.runtime.streams.UnusableRecordException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Remembers editors' corrections of an article's tags, and passes the latest version on again as
 * the next revision. Belongs to one stream task.
 *
 * <p>A correction of an article that was not seen yet, or is taken down, waits until the article
 * comes. The text is reread from {@code keeling.articles}, because a store would hold a second copy
 * of all articles.
 */
final class CorrectionProcessor
    implements Processor<String, CorrectionEvent, String, StoryQuestion> {

  private final Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings;
  private final Supplier<ArticleArchive> archives;
  private final EnrichMetrics meters;
  private Tagging tagging;
  private ArticleArchive archive;
  private int partition;
  private KeyValueStore<String, VersionState> versions;
  private KeyValueStore<String, HeldCorrections> corrections;

  CorrectionProcessor(
      Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings,
      Supplier<ArticleArchive> archives,
      EnrichMetrics meters) {
    this.taggings = taggings;
    this.archives = archives;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, StoryQuestion> context) {
    tagging = taggings.apply(context);
    archive = archives.get();
    partition = context.taskId().partition();
    versions = context.getStateStore(EnrichStores.VERSIONS);
    corrections = context.getStateStore(EnrichStores.CORRECTIONS);
  }

  @Override
  public void process(Record<String, CorrectionEvent> input) {
    String id = input.key();
    HeldCorrections before = HeldCorrections.orNone(corrections.get(id));
    CorrectionEvent event = input.value();
    HeldCorrections after =
        event.correction() == null ? before.without(event.id()) : before.with(event.correction());
    if (after.equals(before)) {
      meters.corrected(CorrectionOutcome.SAID_BEFORE);
      return;
    }
    if (after.tooMany()) {
      throw new UnusableRecordException(
          "too-many-corrections", "the article has more tag corrections than allowed");
    }
    VersionState state = versions.get(id);
    Article article = state == null ? null : last(state);
    if (state == null || article == null) {
      put(id, after);
      meters.corrected(CorrectionOutcome.WAITS);
      return;
    }
    VersionState next = tagging.next(state, article, Objects.requireNonNull(state.place()));
    tagging.pass(
        input,
        article,
        new Tagging.Revision(next.registry(), next.revision(), after),
        () -> {
          put(id, after);
          versions.put(id, next);
        });
    meters.corrected(CorrectionOutcome.APPLIED);
  }

  private void put(String id, HeldCorrections after) {
    corrections.put(id, after.items().isEmpty() ? null : after);
  }

  /** The version that was passed on last; null if there is none, or if it may not be passed on. */
  private @Nullable Article last(VersionState state) {
    Long place = state.place();
    if (state.removedAt() != null || place == null) {
      return null;
    }
    Article article = archive.read(partition, place);
    return article != null && article.version().equals(state.last()) ? article : null;
  }

  @Override
  public void close() {
    tagging.close();
    archive.close();
  }
}
