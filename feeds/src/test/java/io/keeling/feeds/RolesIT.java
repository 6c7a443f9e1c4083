package io.keeling.feeds;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.Role;
import io.keeling.feeds.desk.Browser;
import io.keeling.feeds.desk.Desk;
import io.keeling.feeds.desk.Desks;
import io.keeling.feeds.desk.Staff;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route with its role, and that nothing is reached without it. */
@ExtendWith(Desks.class)
class RolesIT {

  /** What each route asks for; HEAD asks for what GET asks for. */
  private static final String ROUTES =
      """
      DELETE /api/articles/{id}/corrections/{correction} editor
      DELETE /api/collections/{id} editor
      DELETE /api/collections/{id}/articles/{article} editor
      DELETE /api/searches/{id} editor
      GET / reader
      GET /account own
      GET /account/password own
      GET /accounts operator
      GET /api/articles reader
      GET /api/articles/{id} reader
      GET /api/articles/{id}/citation reader
      GET /api/articles/{id}/corrections reader
      GET /api/articles/{id}/corrections/{correction} reader
      GET /api/articles/{id}/diff reader
      GET /api/articles/{id}/explanation reader
      GET /api/articles/{id}/versions reader
      GET /api/articles/{id}/versions/{version} reader
      GET /api/attention reader
      GET /api/attention.csv reader
      GET /api/collections reader
      GET /api/collections/{id} reader
      GET /api/collections/{id}/articles reader
      GET /api/collections/{id}/articles/{article} reader
      GET /api/collections/{id}/export/{format} reader
      GET /api/comparison reader
      GET /api/comparison.csv reader
      GET /api/completions reader
      GET /api/docs reader
      GET /api/docs/types reader
      GET /api/export.csv reader
      GET /api/export.csv.zip reader
      GET /api/export.jsonl reader
      GET /api/export.jsonl.zip reader
      GET /api/export.parquet reader
      GET /api/export.parquet.zip reader
      GET /api/facets reader
      GET /api/mentions reader
      GET /api/mentions.csv reader
      GET /api/profiles/{kind}/{id} reader
      GET /api/rising reader
      GET /api/rising.csv reader
      GET /api/searches reader
      GET /api/searches/{id} reader
      GET /api/searches/{id}/articles reader
      GET /api/searches/{id}/deliveries reader
      GET /api/searches/{id}/stream reader
      GET /api/stories/{id} reader
      GET /api/stream reader
      GET /api/trends reader
      GET /articles/{id} reader
      GET /articles/{id}/collections editor
      GET /articles/{id}/corrections reader
      GET /articles/{id}/diff reader
      GET /articles/{id}/versions/{version} reader
      GET /assets/{name} anybody
      GET /audit operator
      GET /collections reader
      GET /collections/{id} reader
      GET /collections/{id}/feed.atom reader
      GET /collections/{id}/feed.json reader
      GET /corrections.atom reader
      GET /countries/{id} reader
      GET /dead-letters operator
      GET /dead-letters/{id} operator
      GET /dead-letters/{id}/content operator
      GET /feed.atom reader
      GET /feed.json reader
      GET /healthz anybody
      GET /map reader
      GET /metrics reader
      GET /names/{id} reader
      GET /openapi.yaml reader
      GET /outlets reader
      GET /outlets/{id} reader
      GET /readyz anybody
      GET /rising reader
      GET /searches reader
      GET /searches/{id} reader
      GET /searches/{id}/feed.atom reader
      GET /searches/{id}/feed.json reader
      GET /sign-in anybody
      GET /sign-in/oidc anybody
      GET /sign-in/oidc/callback anybody
      GET /sources operator
      GET /stories/{id} reader
      GET /topics/{id} reader
      GET /welcome anybody
      GET /work operator
      PATCH /api/collections/{id} editor
      POST /account/password own
      POST /account/sessions/end own
      POST /account/sessions/{id}/end own
      POST /account/tokens own
      POST /account/tokens/{id}/revoke own
      POST /accounts operator
      POST /accounts/{id}/close operator
      POST /accounts/{id}/link operator
      POST /accounts/{id}/reopen operator
      POST /accounts/{id}/role operator
      POST /api/articles/{id}/corrections editor
      POST /api/collections editor
      POST /api/searches editor
      POST /api/searches/{id}/channels/{place}/on editor
      POST /api/searches/{id}/channels/{place}/test editor
      POST /articles/{id}/collections editor
      POST /articles/{id}/corrections editor
      POST /articles/{id}/corrections/{correction}/undo editor
      POST /collections editor
      POST /collections/{id}/articles/{article}/take-out editor
      POST /collections/{id}/delete editor
      POST /collections/{id}/name editor
      POST /dead-letters/{id}/replay operator
      POST /searches editor
      POST /searches/{id}/channels/{place}/on editor
      POST /searches/{id}/channels/{place}/test editor
      POST /searches/{id}/delete editor
      POST /sign-in anybody
      POST /sign-out anybody
      POST /sources operator
      POST /sources/preview operator
      POST /sources/{id}/pause operator
      POST /sources/{id}/remove operator
      POST /sources/{id}/resume operator
      POST /welcome anybody
      PUT /api/collections/{id}/articles/{article} editor
      """;

  private static final String SESSION = "keeling-session";

  private static Desk desk;
  private static Staff staff;
  private static Feeds closed;

  @BeforeAll
  static void open(Desk empty) {
    desk = empty;
    staff = new Staff(desk.config());
    closed = desk.closed();
  }

  @AfterAll
  static void close() {
    closed.close();
    staff.close();
  }

  private record Asked(String method, String path, String role) {}

  private static List<Asked> routes() {
    return ROUTES
        .lines()
        .map(line -> line.split(" "))
        .map(parts -> new Asked(parts[0], parts[1], parts[2]))
        .toList();
  }

  @Test
  void everyRouteDeclaresTheRoleThatIsListed() {
    Set<String> declared =
        closed.routes().stream()
            .filter(route -> !route.method().equals(HandlerType.HEAD))
            .map(
                route ->
                    route.method().name()
                        + " "
                        + route.path()
                        + " "
                        + (route.own() ? "own" : only(route.declared())))
            .collect(toCollection(TreeSet::new));
    assertThat(declared).containsExactlyElementsOf(new TreeSet<>(ROUTES.lines().toList()));
  }

  @Test
  void headAsksForWhatGetAsksFor() {
    Map<String, Set<Role>> get = new TreeMap<>();
    Map<String, Set<Role>> head = new TreeMap<>();
    for (Feeds.Route route : closed.routes()) {
      if (route.method().equals(HandlerType.GET)) {
        get.put(route.path(), route.declared());
      } else if (route.method().equals(HandlerType.HEAD)) {
        head.put(route.path(), route.declared());
      }
    }
    assertThat(head).isEqualTo(get);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "reader", "editor", "operator"})
  void nothingIsReachedWithoutTheRightRole(String who) {
    for (boolean open : new boolean[] {true, false}) {
      List<String> wrong = new ArrayList<>();
      for (Asked route : routes()) {
        boolean reached = reached(ask(open, who, route));
        if (reached != may(open, who, route)) {
          wrong.add(route + " as " + who + (reached ? " is reached" : " is refused"));
        }
      }
      assertThat(wrong).as("reading " + (open ? "open" : "closed")).isEmpty();
    }
  }

  @Test
  void nothingIsChangedWithoutASignThatItIsMeant() {
    for (Asked route : routes()) {
      if (route.method().equals("GET")) {
        continue;
      }
      String path = path(route);
      Browser without = browser(false, "operator");
      assertThat(change(without, route).statusCode()).as(path).isEqualTo(403);
      assertThat(change(without, route, "csrf", "x".repeat(43)).statusCode())
          .as(path)
          .isEqualTo(403);

      // That of somebody else's session, or from another site.
      String other = browser(false, "operator").csrf("/account");
      assertThat(change(without, route, "csrf", other).statusCode()).as(path).isEqualTo(403);
      String own = without.csrf("/account");
      assertThat(
              change(without.with("Sec-Fetch-Site", "cross-site"), route, "csrf", own).statusCode())
          .as(path)
          .isEqualTo(403);
      without.with("Sec-Fetch-Site", "").with("Origin", "https://elsewhere.example");
      assertThat(change(without, route, "csrf", own).statusCode()).as(path).isEqualTo(403);
    }
  }

  private static HttpResponse<String> change(Browser browser, Asked route, String... fields) {
    return browser.send(route.method(), path(route), String.join("=", fields));
  }

  @Test
  void peopleAreShownWhereToSignInAndProgramsAreToldTo() {
    HttpResponse<String> page = new Browser(closed.port()).get("/?q=coal&topic=a");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?next=%2F%3Fq%3Dcoal%26topic%3Da");

    HttpResponse<String> program =
        new Browser(closed.port()).with("Accept", "").get("/api/articles");
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(program.body()).contains("\"status\":401");
  }

  private static boolean may(boolean open, String who, Asked route) {
    return switch (route.role()) {
      case "anybody" -> true;
      case "own" -> !who.equals("nobody");
      case "reader" -> !who.equals("nobody") || (open && route.method().equals("GET"));
      case "editor" -> who.equals("editor") || who.equals("operator");
      default -> who.equals("operator");
    };
  }

  private static HttpResponse<String> ask(boolean open, String who, Asked route) {
    Browser browser = browser(open, who);
    return route.method().equals("GET")
        ? browser.get(path(route))
        : change(
            browser, route, "csrf", browser.csrf(who.equals("nobody") ? "/sign-in" : "/account"));
  }

  private static Browser browser(boolean open, String who) {
    Browser browser = new Browser(open ? desk.at("/").getPort() : closed.port());
    if (!who.equals("nobody")) {
      Role role = Role.ofAccount(who).orElseThrow();
      Account account = staff.of("a-" + role.code(), role);
      browser.withCookie(SESSION, staff.session(account));
    }
    return browser;
  }

  private static boolean reached(HttpResponse<String> response) {
    boolean toSignIn =
        response.headers().firstValue("Location").orElse("").contains("/sign-in?next=");
    return response.statusCode() != 401 && response.statusCode() != 403 && !toSignIn;
  }

  private static String path(Asked route) {
    return route.path().replaceAll("[{]\\w+}", "1");
  }

  private static String only(Set<Role> declared) {
    assertThat(declared).hasSize(1);
    return declared.iterator().next().name().toLowerCase(Locale.ROOT);
  }
}
