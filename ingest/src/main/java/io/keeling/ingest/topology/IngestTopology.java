package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.drift.SourceYields;
import io.keeling.ingest.fetch.Sites;
import io.keeling.ingest.frontier.FrontierProcessor;
import io.keeling.ingest.frontier.FrontierStores;
import io.keeling.ingest.frontier.event.FrontierAction;
import io.keeling.ingest.frontier.event.FrontierEvent;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.event.SourceChanged;
import io.keeling.ingest.health.SourceBoard;
import io.keeling.ingest.metrics.IngestMetrics;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.ingest.websub.FeedWatcher;
import io.keeling.reader.ArticleReader;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * The Streams topology of frontier and reader. It relies on exactly-once processing: what is
 * remembered of a listing and its new links are written together or not at all.
 *
 * <p>One task has everything of a host: its sources, the links that lead to it, and its pages. All
 * three are keyed by host and have the same number of partitions.
 */
public final class IngestTopology {

  private static final Serde<String> KEY = Serdes.String();
  private static final JsonSerde<SourceChanged> SOURCE_CHANGED =
      new JsonSerde<>(SourceChanged.class, "source-changed/1");
  private static final JsonSerde<LinkFound> LINK_FOUND =
      new JsonSerde<>(LinkFound.class, "link-found/1");
  private static final JsonSerde<ArticleHistory> HISTORY =
      new JsonSerde<>(ArticleHistory.class, "article-history/1");

  private static final String[] READER_STORES =
      Stream.concat(
              Stream.of(FrontierStores.READ), Stream.of(RepeatedTexts.STORE, SourceYields.STORE))
          .toArray(String[]::new);

  private final IngestConfig config;
  private final ArticleReader articles;
  private final SourceBoard board;
  private final IngestMetrics metrics;
  private final int partitions;
  private final FeedWatcher watcher;
  private final RecordDeadline deadline;
  private final Function<String, KeyValueBytesStoreSupplier> stores;

  /**
   * @param partitions number of partitions of {@code keeling.pages}
   * @param watcher is notified of every polled feed
   * @param deadline for reading a page
   * @param stores returns the supplier of the store with a given name
   */
  public IngestTopology(
      IngestConfig config,
      ArticleReader articles,
      SourceBoard board,
      IngestMetrics metrics,
      int partitions,
      FeedWatcher watcher,
      RecordDeadline deadline,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    this.stores = stores;
    this.watcher = watcher;
    this.deadline = deadline;
    this.config = config;
    this.articles = articles;
    this.board = board;
    this.metrics = metrics;
    this.partitions = partitions;
  }

  public Topology build() {
    StreamsBuilder builder = new StreamsBuilder();
    FrontierStores.builders(stores).forEach(builder::addStateStore);
    builder.addStateStore(RepeatedTexts.builder(stores));
    builder.addStateStore(SourceYields.builder(stores));
    KStream<String, ReadAction> read = pages(builder);
    KStream<String, FrontierEvent> events =
        sources(builder).merge(links(read)).merge(reports(read));
    KStream<String, FrontierAction> actions =
        events.process(
            metrics.progress().watched(() -> new FrontierProcessor(config, board, metrics)),
            Named.as("frontier"),
            FrontierStores.NAMES);
    fetches(actions);
    articles(builder, read);
    deadLetters(read, actions);
    return builder.build();
  }

  private KStream<String, ReadAction> pages(StreamsBuilder builder) {
    return builder.stream(
            Topics.PAGES.name(), Consumed.with(KEY, Serdes.ByteArray()).withName("pages"))
        .process(
            metrics
                .progress()
                .watched(
                    () ->
                        new PageReader(
                            config, articles, metrics, board.yields(), watcher, deadline)),
            Named.as("reader"),
            READER_STORES);
  }

  private KStream<String, FrontierEvent> sources(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(stores.apply(SourceRouter.HOSTS), KEY, Serdes.String()));
    return builder.stream(
            Topics.SOURCES.name(), Consumed.with(KEY, ContractSerdes.SOURCE).withName("sources"))
        .process(
            metrics.progress().watched(SourceRouter::new),
            Named.as("source-router"),
            SourceRouter.HOSTS)
        .repartition(repartitioned("sources-by-host", SOURCE_CHANGED))
        .mapValues(change -> change, Named.as("source-events"));
  }

  private KStream<String, FrontierEvent> links(KStream<String, ReadAction> read) {
    return only(read, ReadAction.Led.class, "led")
        .mapValues(ReadAction.Led::link, Named.as("led-link"))
        .repartition(repartitioned("links-by-host", LINK_FOUND))
        .mapValues(link -> link, Named.as("link-events"));
  }

  private static KStream<String, FrontierEvent> reports(KStream<String, ReadAction> read) {
    return only(read, ReadAction.Report.class, "report")
        .mapValues(ReadAction.Report::read, Named.as("report-read"));
  }

  private static void fetches(KStream<String, FrontierAction> actions) {
    only(actions, FrontierAction.Ask.class, "ask")
        .<String, FetchRequest>process(Unwrapper::request, Named.as("ask-request"))
        // Keyed by site, not by host, so that one process keeps the pauses of all hosts of a site.
        .selectKey((host, request) -> Sites.of(host), Named.as("ask-site"))
        .to(
            Topics.FETCHES.name(),
            Produced.with(KEY, ContractSerdes.FETCH_REQUEST).withName("fetches"));
  }

  private void articles(StreamsBuilder builder, KStream<String, ReadAction> read) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(stores.apply(VersionFilter.VERSIONS), KEY, HISTORY));
    KStream<String, ArticleEvent> found =
        only(read, ReadAction.Found.class, "found")
            .<String, Article>process(Unwrapper::article, Named.as("found-article"))
            .selectKey((host, article) -> article.id(), Named.as("article-id"))
            .repartition(repartitioned("articles-by-id", ContractSerdes.ARTICLE))
            .mapValues(ArticleEvent.Read::new, Named.as("article-read"));
    found
        .merge(removals(builder))
        .process(
            metrics.progress().watched(() -> new VersionFilter(metrics)),
            Named.as("versions"),
            VersionFilter.VERSIONS)
        .to(
            Topics.ARTICLES.name(),
            Produced.with(KEY, ContractSerdes.ARTICLE).withName("articles"));
  }

  /** Returns the decisions on articles, which are partitioned like the articles. */
  private KStream<String, ArticleEvent> removals(StreamsBuilder builder) {
    return builder.stream(
            Topics.REMOVALS.name(), Consumed.with(KEY, ContractSerdes.REMOVAL).withName("removals"))
        .filter((id, removal) -> id != null && removal != null, Named.as("removal-decided"))
        .repartition(repartitioned("removals-by-id", ContractSerdes.REMOVAL))
        .mapValues(ArticleEvent.Decided::new, Named.as("article-decided"));
  }

  private static void deadLetters(
      KStream<String, ReadAction> read, KStream<String, FrontierAction> actions) {
    KStream<String, DeadLetter> noPages =
        only(read, ReadAction.NoPage.class, "no-page")
            .mapValues(ReadAction.NoPage::letter, Named.as("no-page-letter"));
    only(actions, FrontierAction.GiveUp.class, "give-up")
        .mapValues(FrontierAction.GiveUp::letter, Named.as("give-up-letter"))
        .merge(noPages)
        .<String, DeadLetter>process(Unwrapper::letter, Named.as("letter"))
        .to(
            Topics.DEAD_LETTERS.name(),
            Produced.with(KEY, ContractSerdes.DEAD_LETTER).withName("dead-letters"));
  }

  private <V> Repartitioned<String, V> repartitioned(String name, Serde<V> values) {
    return Repartitioned.with(KEY, values).withName(name).withNumberOfPartitions(partitions);
  }

  private static <T, V extends T> KStream<String, V> only(
      KStream<String, T> stream, Class<V> type, String name) {
    return stream
        .filter((key, value) -> type.isInstance(value), Named.as("is-" + name))
        .mapValues(type::cast, Named.as("as-" + name));
  }
}
