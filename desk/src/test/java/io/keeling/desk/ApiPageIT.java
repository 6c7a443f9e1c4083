package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document as people read it; that a browser shows it is a test of the browser. */
@ExtendWith(Desks.class)
class ApiPageIT {

  private static final String PATH = "/api/docs";

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @Test
  void allThatItLoadsIsThere() {
    Document page = desk.page(PATH);

    List<String> addresses = page.select("script").eachAttr("src");
    addresses.addAll(page.select("link").eachAttr("href"));
    addresses.add("/openapi.yaml");
    assertThat(addresses).hasSize(5);
    for (String address : addresses) {
      HttpResponse<String> answer = desk.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
    }
    Element script = page.select("script[src*=bundle]").first();
    assertThat(desk.get(script.attr("src")).body()).contains("SwaggerUIBundle");
    assertThat(desk.page("/").select("footer a[href=" + PATH + "]")).hasSize(1);
  }

  @Test
  void nothingOfItComesFromElsewhere() {
    HttpResponse<String> answer = desk.get(PATH);

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(
            desk.page(PATH)
                .select("script:not([src^=/assets/]), [style], style, link:not([href^=/]), img"))
        .isEmpty();
  }
}
