package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.keeling.desk.access.Role;
import io.keeling.desk.config.AccessConfig;
import io.keeling.desk.running.Asker;
import io.keeling.desk.running.Askers;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route that the desk has, asked by everybody there can be: nothing is reached without the
 * role that the route states, and no route states less than its kind must.
 */
@ExtendWith(Desks.class)
@TestInstance(Lifecycle.PER_CLASS)
class RolesIT {

  /** What leads to signing in, and says that the desk is well. */
  private static final Set<String> ANYBODYS =
      Set.of(
          "GET /assets/{name}",
          "GET /healthz",
          "GET /readyz",
          "GET /sign-in",
          "GET /sign-in/oidc",
          "GET /sign-in/oidc/callback",
          "GET /welcome",
          "POST /sign-in",
          "POST /sign-out",
          "POST /welcome");

  /** Addresses by which Keeling is run, up to the second slash. */
  private static final Set<String> OPERATORS =
      Set.of("/accounts", "/audit", "/dead-letters", "/sources", "/work");

  private Staff staff;
  private Askers askers;
  private Desk open;
  private Desk closed;

  @BeforeAll
  void open(RunningDesk desk) {
    staff = new Staff(desk);
    askers = new Askers(staff);
    open = desk(desk, true);
    closed = desk(desk, false);
  }

  @AfterAll
  void close() {
    open.close();
    closed.close();
    staff.close();
  }

  private static Desk desk(RunningDesk desk, boolean openReading) {
    return desk.another(
        set ->
            set.access(
                AccessConfig.defaults().withOpenReading(openReading).withProxy(Askers.PROXY)));
  }

  private List<Desk.Route> routes() {
    return closed.routes();
  }

  @Test
  void everyRouteStatesOneRole() {
    assertThat(routes())
        .hasSizeGreaterThan(100)
        .allSatisfy(route -> assertThat(route.declared()).as(name(route)).hasSize(1));
  }

  @Test
  void noRouteStatesLessThanItsKindMust() {
    assertThat(routes())
        .allSatisfy(
            route -> {
              String first = route.path().replaceAll("(?<=.)/.*", "");
              Role least =
                  OPERATORS.contains(first)
                      ? Role.OPERATOR
                      : ANYBODYS.contains(name(route))
                          ? Role.ANYBODY
                          : reads(route) || first.equals("/account") ? Role.READER : Role.EDITOR;
              assertThat(role(route).may(least)).as(name(route) + " states less").isTrue();
              assertThat(route.own()).as(name(route)).isEqualTo(first.equals("/account"));
            });
  }

  @Test
  void headAsksForWhatGetAsksFor() {
    Map<String, Set<Role>> get = new TreeMap<>();
    Map<String, Set<Role>> head = new TreeMap<>();
    for (Desk.Route route : routes()) {
      if (route.method().equals(HandlerType.GET)) {
        get.put(route.path(), route.declared());
      } else if (route.method().equals(HandlerType.HEAD)) {
        head.put(route.path(), route.declared());
      }
    }
    assertThat(head).isEqualTo(get);
  }

  Stream<Asker> askers() {
    return askers.all().stream();
  }

  @ParameterizedTest
  @MethodSource("askers")
  void nothingIsReachedWithoutTheRightRole(Asker asker) {
    for (Desk desk : List.of(open, closed)) {
      List<String> wrong = new ArrayList<>();
      for (Desk.Route route : routes()) {
        if (route.method().equals(HandlerType.HEAD)) {
          continue;
        }
        boolean reached = reached(asker.ask(desk.port(), route.method().name(), address(route)));
        if (reached != may(desk == open, asker, route)) {
          wrong.add(name(route) + (reached ? " is reached" : " is refused"));
        }
      }
      assertThat(wrong).as("reading " + (desk == open ? "open" : "closed")).isEmpty();
    }
  }

  private static boolean may(boolean openReading, Asker asker, Desk.Route route) {
    if (route.own()) {
      return asker.person();
    }
    return asker.role().may(role(route))
        || (openReading && reads(route) && role(route) == Role.READER);
  }

  private static boolean reached(HttpResponse<String> response) {
    boolean toSignIn = Browser.location(response).contains("/sign-in?next=");
    return response.statusCode() != 401 && response.statusCode() != 403 && !toSignIn;
  }

  @Test
  void nothingIsChangedWithoutASignThatItIsMeant() {
    String other = operator().csrf("/account");
    Browser operator = operator();
    String own = operator.csrf("/account");
    for (Desk.Route route : routes()) {
      if (reads(route)) {
        continue;
      }
      operator.with("Sec-Fetch-Site", "").with("Origin", "");
      assertThat(change(operator, route).statusCode()).as(name(route)).isEqualTo(403);
      assertThat(change(operator, route, "csrf", "x".repeat(43)).statusCode())
          .as(name(route))
          .isEqualTo(403);

      // That of somebody else's session, or from another site.
      assertThat(change(operator, route, "csrf", other).statusCode())
          .as(name(route))
          .isEqualTo(403);
      operator.with("Sec-Fetch-Site", "cross-site");
      assertThat(change(operator, route, "csrf", own).statusCode()).as(name(route)).isEqualTo(403);
      operator.with("Sec-Fetch-Site", "").with("Origin", "https://elsewhere.example");
      assertThat(change(operator, route, "csrf", own).statusCode()).as(name(route)).isEqualTo(403);
    }
  }

  private Browser operator() {
    return askers.session(closed.port(), Role.OPERATOR);
  }

  private static HttpResponse<String> change(Browser browser, Desk.Route route, String... fields) {
    return browser.send(route.method().name(), address(route), String.join("=", fields));
  }

  @Test
  void peopleAreShownWhereToSignInAndProgramsAreToldTo() {
    HttpResponse<String> page = new Browser(closed.port()).get("/?q=coal&topic=a");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(Browser.location(page)).endsWith("/sign-in?next=%2F%3Fq%3Dcoal%26topic%3Da");

    HttpResponse<String> program =
        new Browser(closed.port()).with("Accept", "").get("/api/articles");
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(program.body()).contains("\"status\":401");
  }

  private static Role role(Desk.Route route) {
    return route.declared().iterator().next();
  }

  private static boolean reads(Desk.Route route) {
    return route.method().equals(HandlerType.GET) || route.method().equals(HandlerType.HEAD);
  }

  private static String name(Desk.Route route) {
    return (reads(route) ? "GET" : route.method().name()) + " " + route.path();
  }

  /** That of something there is none of, so that nobody changes what others are asked for. */
  private static String address(Desk.Route route) {
    return route.path().replaceAll("[{]\\w+}", "0");
  }
}
