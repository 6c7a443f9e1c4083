package io.keeling.desk;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinBindException;
import io.keeling.desk.access.OwnAccount;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.page.WelcomePage;
import io.keeling.desk.access.store.FirstOperator;
import io.keeling.desk.access.store.Invitations;
import io.keeling.desk.alert.Alerts;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.correction.CorrectionFollower;
import io.keeling.desk.correction.CorrectionWriter;
import io.keeling.desk.health.Health;
import io.keeling.desk.health.RequestMetrics;
import io.keeling.desk.index.IndexFollower;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.live.LiveArticles;
import io.keeling.desk.match.MatchFollower;
import io.keeling.desk.operation.Operations;
import io.keeling.desk.store.ArrivalStore;
import io.keeling.desk.store.Database;
import io.keeling.desk.store.SinkOffsets;
import io.keeling.desk.web.Connections;
import io.keeling.desk.web.UnreadRequests;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.FollowedIndex;
import io.keeling.search.IndexAwayException;
import io.keeling.search.NameLabels;
import io.keeling.search.SearchEngine;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import io.keeling.storage.DatabaseConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The editors' desk: finds articles with an index of its own, reads them from PostgreSQL and serves
 * the page, the API and the feeds over HTTP. Threads may share it.
 *
 * <p>It starts whether or not the database is there, and answers as soon as it is; it does not
 * start where the database refuses it.
 */
public final class Desk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** More requests at a time than connections to the database, so that health is always told. */
  private static final int MOST_THREADS = 64;

  /** Connections at once beside the live streams; silent ones are closed after half a minute. */
  private static final int MOST_CONNECTIONS = 1_000;

  /** How long requests at hand may take when the desk closes. */
  private static final long STOP_MILLIS = 5_000;

  /** How long {@link #close} may take: the requests at hand, then the index and the connections. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofMillis(STOP_MILLIS + 8_000);

  private final Database database;
  private final FollowedIndex index;
  private final LiveArticles live;
  private final Alerts alerts;
  private final CorrectionWriter corrections;
  private final Health health;
  private final FirstOperator first;
  private final CompletableFuture<FirstLink> firstLink;
  private final Javalin server;

  /** What begins to follow the topics; nothing does, where somebody else keeps the index up. */
  private Runnable following = () -> {};

  /** Finds whom to tell; nobody, where the index does not follow a topic. */
  private volatile @Nullable MatchFollower follower;

  /** Likewise for what is said of tags elsewhere. */
  private volatile @Nullable CorrectionFollower said;

  private Desk(
      Database database,
      FollowedIndex index,
      LiveArticles live,
      Alerts alerts,
      CorrectionWriter corrections,
      Health health,
      CompletableFuture<FirstLink> firstLink,
      FirstOperator first,
      Javalin server) {
    this.database = database;
    this.index = index;
    this.live = live;
    this.alerts = alerts;
    this.corrections = corrections;
    this.health = health;
    this.firstLink = firstLink;
    this.first = first;
    this.server = server;
  }

  /** Starts to serve with an index of its own, and tells of no steps. */
  public static Desk start(
      KafkaConnection kafka,
      DatabaseConfig articles,
      DeskConfig config,
      TopicLabels topics,
      Function<SearchSettings, SearchEngine> engines,
      MeterRegistry meters) {
    return start(kafka, articles, config, topics, engines, meters, Tracing.OFF, Operations.NONE);
  }

  /**
   * Starts to serve, with an index of its own that follows {@code keeling.enriched}. The topics
   * must exist.
   *
   * @param articles where the articles are
   * @param topics what topics are called
   * @param engines makes what finds articles
   * @param tracing told of what is indexed
   * @param operations the rest of Keeling, for operators
   * @throws IllegalStateException if the port cannot be listened on, or the database refuses the
   *     user or fails at TLS
   * @throws IllegalArgumentException if the file with synonyms cannot be read
   * @throws KafkaException if the properties of the connection are invalid
   */
  public static Desk start(
      KafkaConnection kafka,
      DatabaseConfig articles,
      DeskConfig config,
      TopicLabels topics,
      Function<SearchSettings, SearchEngine> engines,
      MeterRegistry meters,
      Tracing tracing,
      Operations operations) {
    Desk desk = open(kafka, articles, config, topics, engines, meters, tracing, operations);
    try {
      desk.follow();
      return desk;
    } catch (RuntimeException e) {
      desk.close();
      throw e;
    }
  }

  /**
   * Starts to serve what is indexed already, before Kafka and the topics need to be there; {@link
   * #follow} has it read them.
   *
   * @throws RuntimeException as {@link #start} does
   */
  public static Desk open(
      KafkaConnection kafka,
      DatabaseConfig articles,
      DeskConfig config,
      TopicLabels topics,
      Function<SearchSettings, SearchEngine> engines,
      MeterRegistry meters,
      Tracing tracing,
      Operations operations) {
    KnownValues known = new KnownValues(topics);
    SearchSettings settings =
        new SearchSettings(
            new ExpressionParser(known),
            Synonyms.read(config.search().synonyms()).and(topics.synonyms()),
            known.completed());
    SearchEngine engine = engines.apply(settings);
    Database database = open(articles, meters);
    try {
      IndexFollower index =
          IndexFollower.open(
              kafka,
              engine.directory(),
              new SinkOffsets(database),
              config.progress(),
              meters,
              tracing);
      CorrectionWriter corrections = new CorrectionWriter(kafka);
      Desk desk = start(config, topics, database, index, corrections, operations, meters);
      desk.following =
          () -> {
            index.follow();
            MatchFollower follower =
                MatchFollower.start(
                    kafka,
                    database,
                    new SinkOffsets(database),
                    new QueryParser(
                        Manner.LENIENT, config.pageSize(), Stories.ALL, settings.parser()),
                    engine.matcher(labels(index.index())),
                    desk.alerts::wake,
                    config.progress(),
                    index::outage,
                    meters);
            desk.follower = follower;
            desk.health.of(follower);
            desk.said = CorrectionFollower.start(kafka, database);
          };
      return desk;
    } catch (KafkaException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Has the desk that {@link #open} gave back follow the topics, which must exist from now on. To
   * be called once.
   */
  public void follow() {
    following.run();
  }

  /**
   * Starts to serve, with an index that somebody else keeps up.
   *
   * @param articles where the articles are
   * @param topics what topics are called
   * @throws IllegalStateException if the port cannot be listened on, or the database refuses the
   *     user or fails at TLS
   */
  public static Desk start(
      DatabaseConfig articles,
      DeskConfig config,
      TopicLabels topics,
      SearchIndex index,
      MeterRegistry meters) {
    return start(articles, config, topics, index, Operations.NONE, meters);
  }

  /**
   * The same, with the rest of Keeling for operators.
   *
   * @throws IllegalStateException likewise
   */
  public static Desk start(
      DatabaseConfig articles,
      DeskConfig config,
      TopicLabels topics,
      SearchIndex index,
      Operations operations,
      MeterRegistry meters) {
    return start(
        config,
        topics,
        open(articles, meters),
        FollowedIndex.of(index),
        new CorrectionWriter(null),
        operations,
        meters);
  }

  /** Of the index; while there is none, names are as they are asked. */
  private static NameLabels labels(SearchIndex index) {
    return name -> {
      try {
        return index.meant(name);
      } catch (IndexAwayException e) {
        return name;
      }
    };
  }

  private static Desk start(
      DeskConfig config,
      TopicLabels topics,
      Database database,
      FollowedIndex index,
      CorrectionWriter corrections,
      Operations operations,
      MeterRegistry meters) {
    Budgets budgets = new Budgets(config.search().processorTime(), meters);
    LiveArticles live =
        new LiveArticles(
            new ArrivalStore(database, index.index()), config.listeners(), budgets, meters);
    Health health = new Health(database, index, meters);
    Alerts alerts = Alerts.start(database, index.index(), config, topics, budgets, meters);
    Routes routes =
        new Routes(
            config,
            topics,
            database,
            index,
            budgets,
            live,
            corrections,
            health,
            operations,
            alerts);
    CompletableFuture<FirstLink> firstLink = new CompletableFuture<>();
    Desk desk =
        new Desk(
            database,
            index,
            live,
            alerts,
            corrections,
            health,
            firstLink,
            invite(config, database, firstLink),
            server(config, routes, meters));
    try {
      desk.server.start(config.bindAddress(), config.port());
      return desk;
    } catch (JavalinBindException e) {
      desk.close();
      throw new IllegalStateException(
          "port %d on %s cannot be listened on: %s"
              .formatted(config.port(), config.bindAddress(), e.getMessage()),
          e);
    }
  }

  private static Database open(DatabaseConfig articles, MeterRegistry meters) {
    Database database = Database.open(articles, meters);
    try {
      database.requireNotRefused();
      return database;
    } catch (IllegalStateException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Whoever reads the log of the first start becomes the operator: it is the only proof there is.
   */
  private static FirstOperator invite(
      DeskConfig config, Database database, CompletableFuture<FirstLink> told) {
    return FirstOperator.start(
        new Invitations(database),
        secret -> {
          String address = config.baseUrl() + WelcomePage.PATH + "?link=" + secret;
          LOG.info(
              "the desk has no operator yet; set up the first operator within {} hours at {}",
              Invitations.LASTS.toHours(),
              address);
          told.complete(new FirstLink(address, Instant.now().plus(Invitations.LASTS)));
        });
  }

  private static Javalin server(DeskConfig config, Routes routes, MeterRegistry meters) {
    return Javalin.create(
        javalin -> {
          javalin.startup.showJavalinBanner = false;
          javalin.startup.showOldJavalinVersionWarning = false;
          javalin.startup.startupWatcherEnabled = false;
          javalin.http.prefer405over404 = true;
          javalin.router.ignoreTrailingSlashes = true;
          javalin.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
          javalin.jetty.modifyServer(
              jetty -> {
                jetty.setStopTimeout(STOP_MILLIS);
                jetty.setErrorHandler(new UnreadRequests());
                Connections.limit(jetty, MOST_CONNECTIONS + config.listeners());
              });
          javalin.requestLogger.http(new RequestMetrics(meters));
          routes.add(javalin.routes);
        });
  }

  /** Every address it answers at, as a pattern. */
  List<String> addresses() {
    return routes().stream()
        .filter(route -> route.method().equals(HandlerType.GET))
        .map(Route::path)
        .toList();
  }

  /**
   * What a request leads to.
   *
   * @param path as a pattern
   * @param declared the roles that may; none is a mistake
   * @param own whether it needs an account also where reading is open
   */
  record Route(HandlerType method, String path, Set<Role> declared, boolean own) {}

  /** Every method of every address. */
  List<Route> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(Desk::route)
        .toList();
  }

  private static Route route(Endpoint endpoint) {
    Roles roles = endpoint.metadata(Roles.class);
    Set<RouteRole> all = roles == null ? Set.of() : roles.getRoles();
    return new Route(
        endpoint.method,
        endpoint.path,
        all.stream()
            .filter(Role.class::isInstance)
            .map(Role.class::cast)
            .collect(Collectors.toSet()),
        all.contains(OwnAccount.NEEDED));
  }

  /**
   * Where the first operator is set up, once the database is there and has none; never completed
   * where it has one. The log has it, too.
   */
  public CompletionStage<FirstLink> firstLink() {
    return firstLink.minimalCompletionStage();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What keeps it from answering, one line each; empty if nothing does. */
  public List<String> problems() {
    return health.problems();
  }

  /** What an operator should know although it answers, one line each. */
  public List<String> notes() {
    return health.notes();
  }

  /** Whether it runs; if not, the process should be started again. */
  public boolean alive() {
    return server.jettyServer().server().isRunning() && health.alive();
  }

  /** Finishes the requests at hand, within {@link #CLOSE_TIMEOUT}, and stops. */
  @Override
  public void close() {
    first.close();
    live.close();
    server.stop();
    MatchFollower matches = follower;
    if (matches != null) {
      matches.close();
    }
    alerts.close();
    CorrectionFollower elsewhere = said;
    if (elsewhere != null) {
      elsewhere.close();
    }
    corrections.close();
    index.close();
    health.close();
    database.close();
  }
}
