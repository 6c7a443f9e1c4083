package io.keeling.ingest;

import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.KafkaRefusals;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.fetch.address.GuardedResolver;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.reader.ArticleReader;
import io.keeling.ingest.topology.FeedWatcher;
import io.keeling.ingest.topology.IngestMetrics;
import io.keeling.ingest.topology.IngestTopology;
import io.keeling.ingest.topology.StreamsSettings;
import io.keeling.ingest.websub.WebSub;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running ingest role: {@code keeling.sources} to {@code keeling.articles}. Threads may share
 * it.
 *
 * <p>A stream thread that fails for reasons of the broker's is replaced, a few times; then the
 * process counts as dead and is to be started again.
 */
public final class Ingest implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

  private final KafkaStreams streams;
  private final Fetcher fetcher;
  private final SourceBoard board;
  private final AtomicReference<@Nullable String> refused;
  private final @Nullable WebSub webSub;

  private Ingest(
      KafkaStreams streams,
      Fetcher fetcher,
      SourceBoard board,
      AtomicReference<@Nullable String> refused,
      @Nullable WebSub webSub) {
    this.streams = streams;
    this.refused = refused;
    this.fetcher = fetcher;
    this.board = board;
    this.webSub = webSub;
  }

  /**
   * Starts. The topics must exist.
   *
   * @throws KafkaException if the broker cannot be asked
   * @throws IllegalStateException if the port for hubs is taken
   */
  public static Ingest start(KafkaConnection kafka, IngestConfig config, MeterRegistry meters) {
    IngestMetrics metrics = new IngestMetrics(meters);
    SourceBoard board = new SourceBoard(config.sourceHealth(), meters);
    int partitions = partitionsOfPages(kafka);
    GuardedResolver resolver = GuardedResolver.of(config.network());
    WebSub webSub =
        config.websub().enabled()
            ? new WebSub(kafka, config, exchange(config, resolver), meters)
            : null;
    FeedWatcher watcher = webSub == null ? FeedWatcher.NONE : webSub.watcher();
    KafkaStreams streams =
        new KafkaStreams(
            new IngestTopology(config, new ArticleReader(), board, metrics, partitions, watcher)
                .build(),
            StreamsSettings.of(kafka, config.streams(), metrics));
    Replacements replacements = new Replacements();
    AtomicReference<@Nullable String> refused = new AtomicReference<>();
    streams.setUncaughtExceptionHandler(
        failure -> {
          Optional<String> refusal = KafkaRefusals.of(failure);
          if (refusal.isPresent()) {
            if (refused.getAndSet(refusal.get()) == null) {
              LOG.error("Ingest stops: {}", refusal.get());
            }
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          }
          boolean replace = replacements.allow(System.nanoTime());
          LOG.error("A stream thread failed and is {}", replace ? "replaced" : "given up", failure);
          return replace
              ? StreamThreadExceptionResponse.REPLACE_THREAD
              : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    Fetcher fetcher = Fetcher.start(kafka, config, exchange(config, resolver), meters);
    LOG.info("Ingest starts as {}", config.manners().userAgent());
    return new Ingest(streams, fetcher, board, refused, webSub);
  }

  private static HttpExchange exchange(IngestConfig config, GuardedResolver resolver) {
    return new ApacheHttpExchange(config.fetch(), resolver, config.manners().userAgent());
  }

  /** What keeps it from working, a line each; empty when it is ready. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    String refusal = refused.get();
    if (refusal != null) {
      problems.add("ingest: " + refusal);
    }
    KafkaStreams.State state = streams.state();
    if (state != KafkaStreams.State.RUNNING) {
      problems.add("ingest: Streams is " + state.name().toLowerCase(Locale.ROOT));
    }
    fetcher.problems().forEach(problem -> problems.add("ingest: " + problem));
    return problems;
  }

  /** How the sources are that this instance watches, the worst first. */
  public List<SourceHealth> sources() {
    return board.sources(Instant.now());
  }

  /** False when it has stopped for good and the process should be started again. */
  public boolean alive() {
    KafkaStreams.State state = streams.state();
    return (state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing())
        && fetcher.alive();
  }

  /** Finishes what is begun, within a few seconds, and stops. */
  @Override
  public void close() {
    if (webSub != null) {
      webSub.close();
    }
    fetcher.close();
    if (!streams.close(CLOSE_LIMIT)) {
      LOG.warn("Ingest did not stop within {}; open transactions are rolled back", CLOSE_LIMIT);
    }
  }

  private static int partitionsOfPages(KafkaConnection kafka) {
    String pages = Topics.PAGES.name();
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      return admin
          .describeTopics(List.of(pages))
          .allTopicNames()
          .get()
          .get(pages)
          .partitions()
          .size();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "cannot describe " + pages + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
