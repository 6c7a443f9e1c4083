package io.keeling.desk;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinBindException;
import io.keeling.desk.access.OwnAccount;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.FirstLink;
import io.keeling.desk.accounts.FirstOperator;
import io.keeling.desk.articles.live.LiveArticles;
import io.keeling.desk.articles.store.ArrivalStore;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.corrections.CorrectionFollower;
import io.keeling.desk.corrections.CorrectionWriter;
import io.keeling.desk.database.Database;
import io.keeling.desk.health.Health;
import io.keeling.desk.health.RequestMetrics;
import io.keeling.desk.index.IndexFollower;
import io.keeling.desk.index.SinkOffsets;
import io.keeling.desk.index.StoredRecords;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.operators.Operations;
import io.keeling.desk.saved.alert.Alerts;
import io.keeling.desk.saved.match.MatchFollower;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The editors' desk: searches articles in its own index, reads them from PostgreSQL, and serves
 * pages, API and feeds over HTTP. Threads may share it.
 *
 * <p>It starts even if the database is down, and answers once the database does. It refuses to
 * start if the database rejects the desk's user.
 */
public final class Desk implements AutoCloseable {

  /**
   * Maximum number of server threads: more than there are database connections, so that health
   * checks are always answered.
   */
  private static final int MOST_THREADS = 64;

  /** Maximum number of connections besides live streams. Idle ones are closed after 30 seconds. */
  private static final int MOST_CONNECTIONS = 1_000;

  /** How long requests in progress may still take once the desk is closing. */
  private static final long STOP_MILLIS = 5_000;

  /**
   * Maximum duration of {@link #close}: requests in progress end first, then the index and the
   * connections are closed.
   */
  public static final Duration CLOSE_TIMEOUT = Duration.ofMillis(STOP_MILLIS + 8_000);

  /**
   * Everything a desk needs except its index.
   *
   * @param database where the articles are stored
   * @param topics the labels of topics
   * @param operations the rest of Keeling, for operators
   */
  public record Setup(
      DeskConfig config,
      DatabaseConfig database,
      TopicLabels topics,
      Operations operations,
      MeterRegistry meters) {}

  private final Database database;
  private final FollowedIndex index;
  private final LiveArticles live;
  private final Alerts alerts;
  private final CorrectionWriter corrections;
  private final Health health;
  private final FirstOperator firstOperator;
  private final Javalin server;
  private final Consumer<Desk> following;

  /** Called in {@link #close} to stop what {@link #follow} started. */
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();

  private Desk(
      Setup setup,
      Database database,
      FollowedIndex index,
      CorrectionWriter corrections,
      Consumer<Desk> following) {
    DeskConfig config = setup.config();
    MeterRegistry meters = setup.meters();
    Budgets budgets = new Budgets(config.search().processorTime(), meters);
    this.database = database;
    this.index = index;
    this.corrections = corrections;
    this.following = following;
    this.live =
        new LiveArticles(
            new ArrivalStore(database, index.index()), config.listeners(), budgets, meters);
    this.health = new Health(database, index, meters);
    this.alerts = Alerts.start(database, index.index(), config, setup.topics(), budgets, meters);
    health.watch(alerts);
    this.firstOperator = FirstOperator.start(database, config.baseUrl());
    DeskRoutes routes = new DeskRoutes(config, setup.topics(), database, index, budgets);
    this.server =
        server(
            config,
            meters,
            javalin -> routes.add(javalin, live, corrections, health, setup.operations(), alerts));
  }

  /**
   * Starts serving what is already indexed; neither Kafka nor its topics need to exist yet. {@link
   * #follow} starts reading the topics.
   *
   * @param engines makes the search index
   * @param tracing records spans of indexing
   * @throws IllegalStateException if the port is taken, or the database rejects the user or TLS
   * @throws IllegalArgumentException if the file of synonyms cannot be read
   * @throws KafkaException if the properties of the connection are invalid
   */
  public static Desk open(
      Setup setup,
      KafkaConnection kafka,
      Function<SearchSettings, SearchEngine> engines,
      Tracing tracing) {
    DeskConfig config = setup.config();
    MeterRegistry meters = setup.meters();
    KnownValues known = new KnownValues(setup.topics());
    SearchSettings settings =
        new SearchSettings(
            new ExpressionParser(known),
            Synonyms.read(config.search().synonyms()).and(setup.topics().synonyms()),
            known.completed());
    SearchEngine engine = engines.apply(settings);
    Database database = database(setup);
    StoredRecords stored = new SinkOffsets(database);
    try {
      IndexFollower index =
          IndexFollower.open(kafka, engine.directory(), stored, config.progress(), meters, tracing);
      Consumer<Desk> following =
          desk -> {
            index.follow();
            MatchFollower matches =
                new MatchFollower(
                        kafka,
                        database,
                        stored,
                        new QueryParser(
                            Manner.LENIENT, config.pageSize(), Stories.ALL, settings.parser()),
                        engine.matcher(labels(index.index())),
                        desk.alerts::wake,
                        config.progress(),
                        index::outage,
                        meters)
                    .start();
            desk.followers.add(matches::close);
            desk.health.watch(matches);
            desk.followers.add(CorrectionFollower.start(kafka, database)::close);
          };
      return new Desk(setup, database, index, new CorrectionWriter(kafka), following)
          .listen(config);
    } catch (KafkaException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Starts serving an index that the caller updates.
   *
   * @throws IllegalStateException if the port is taken, or the database rejects the user or TLS
   */
  public static Desk open(Setup setup, SearchIndex index) {
    return new Desk(
            setup, database(setup), FollowedIndex.of(index), new CorrectionWriter(null), desk -> {})
        .listen(setup.config());
  }

  /** Starts following the topics, which must exist. Call it once. */
  public Desk follow() {
    following.accept(this);
    return this;
  }

  private Desk listen(DeskConfig config) {
    try {
      server.start(config.bindAddress(), config.port());
      return this;
    } catch (JavalinBindException e) {
      close();
      throw new IllegalStateException(
          "port %d on %s cannot be listened on: %s"
              .formatted(config.port(), config.bindAddress(), e.getMessage()),
          e);
    }
  }

  /** Finds names' labels in the index. While the index is unavailable, names stay as written. */
  private static NameLabels labels(SearchIndex index) {
    return name -> {
      try {
        return index.meant(name);
      } catch (IndexAwayException e) {
        return name;
      }
    };
  }

  private static Database database(Setup setup) {
    Database database =
        Database.open(setup.database(), setup.meters())
            .withCodes(Role.class, Role::stored)
            .withCodes(Scope.class, Scope::stored);
    try {
      database.requireNotRefused();
      return database;
    } catch (IllegalStateException e) {
      database.close();
      throw e;
    }
  }

  private static Javalin server(
      DeskConfig config, MeterRegistry meters, Consumer<RoutesConfig> routes) {
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
          routes.accept(javalin.routes);
        });
  }

  /** The path patterns of all GET routes. */
  List<String> addresses() {
    return routes().stream()
        .filter(route -> route.method().equals(HandlerType.GET))
        .map(Route::path)
        .toList();
  }

  /**
   * A route of the desk.
   *
   * @param path a pattern
   * @param declared the roles that may use the route; an empty set is a mistake
   * @param own whether it needs an account even if reading is open
   */
  record Route(HandlerType method, String path, Set<Role> declared, boolean own) {}

  /** All routes of the desk. */
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
   * The link for the first operator, completed once the database answers and has no operator; never
   * completed if it has one. The link is logged, too.
   */
  public CompletionStage<FirstLink> firstLink() {
    return firstOperator.link();
  }

  public int port() {
    return server.port();
  }

  /** Why the desk cannot answer, one line each; empty if it can. */
  public List<String> problems() {
    return health.problems();
  }

  /** What an operator should know even though the desk answers, one line each. */
  public List<String> notes() {
    return health.notes();
  }

  /** Whether the desk runs; if not, the process should be restarted. */
  public boolean alive() {
    return server.jettyServer().server().isRunning() && health.alive();
  }

  /** Stops, giving requests in progress at most {@link #CLOSE_TIMEOUT} to finish. */
  @Override
  public void close() {
    firstOperator.close();
    live.close();
    server.stop();
    followers.forEach(Runnable::run);
    alerts.close();
    corrections.close();
    index.close();
    health.close();
    database.close();
  }
}
