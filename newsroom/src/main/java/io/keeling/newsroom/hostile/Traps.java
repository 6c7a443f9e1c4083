package io.keeling.newsroom.hostile;

import io.keeling.newsroom.design.Designs;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Trap;
import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.route.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** What lies at the addresses of traps. Threads may share it. */
public final class Traps {

  private static final String HTML = "text/html; charset=utf-8";

  private final Designs designs;
  private final Bodies bodies;

  /** Draws pages with the designs and pauses between the bytes of slow ones. */
  public Traps(Designs designs, Duration slowPause) {
    this.designs = designs;
    this.bodies = new Bodies(slowPause);
  }

  /** The routes of a trap: one, or two for a loop. */
  public Map<String, Route> routes(House house, Trap trap, Function<Visit, SiteView> site) {
    String path = trap.path();
    return switch (trap.kind()) {
      case REDIRECT_LOOP ->
          Map.of(
              path,
              visit -> visit.redirect(302, visit.base() + path + "-2"),
              path + "-2",
              visit -> visit.redirect(302, visit.base() + path));
      case NOT_FOUND -> Map.of(path, page(404, "missing", trap, site));
      case GONE -> Map.of(path, page(410, "missing", trap, site));
      case BROKEN -> Map.of(path, visit -> visit.send(500, HTML, text("Database error"), false));
      case REDIRECT_PRIVATE -> Map.of(path, redirect("http://10.20.30.40/intranet/salaries.html"));
      case REDIRECT_METADATA -> Map.of(path, redirect("http://169.254.169.254/latest/meta-data/"));
      case REDIRECT_FILE -> Map.of(path, redirect("file:///etc/passwd"));
      case GZIP_BOMB -> Map.of(path, bodies::bomb);
      case ENDLESS -> Map.of(path, bodies::endless);
      case SLOW -> Map.of(path, bodies::slow);
      case CUT_OFF -> Map.of(path, bodies::cutOff);
      case NOT_HTML -> Map.of(path, bodies::pdf);
      case EMPTY -> Map.of(path, visit -> visit.send(200, HTML, new byte[0], false));
      case SOFT_404 -> Map.of(path, page(200, "missing", trap, site));
      case VIDEO -> Map.of(path, page(200, "video", trap, site));
      case SHORT -> Map.of(path, page(200, "brief", trap, site));
      case CONSENT -> Map.of(path, page(200, "consent", trap, site));
      case INDEX -> Map.of(path, page(200, "index", trap, site));
    };
  }

  private Route page(int status, String name, Trap trap, Function<Visit, SiteView> site) {
    return visit ->
        visit.send(
            status, HTML, text(designs.pretence(site.apply(visit), name, trap.title())), false);
  }

  private static Route redirect(String location) {
    return visit -> visit.redirect(302, location);
  }

  private static byte[] text(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
