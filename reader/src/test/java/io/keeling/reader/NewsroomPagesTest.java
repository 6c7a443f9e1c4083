package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.expect.DeadLettered;
import io.keeling.newsroom.expect.Stored;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every page of the fictional press and compares it with what its editors wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsroomPagesTest {

  private Newsroom newsroom;

  @BeforeAll
  void open() throws IOException {
    newsroom = Newsroom.start(NewsroomConfig.defaults());
  }

  @AfterAll
  void close() {
    newsroom.close();
  }

  Stream<Stored> articles() {
    return newsroom.expectations().stream()
        .filter(Stored.class::isInstance)
        .map(Stored.class::cast);
  }

  Stream<DeadLettered> unreadablePages() {
    return newsroom.expectations().stream()
        .filter(DeadLettered.class::isInstance)
        .map(DeadLettered.class::cast)
        .filter(trap -> trap.stage().equals("read"));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void readsAnArticleAsItsEditorsWroteIt(Stored expected) throws IOException {
    Reading reading = read(expected.canonicalUrl());

    assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Readable.class);
    Article article = ((Reading.Readable) reading).article();
    List<String> wanted = new ArrayList<>(expected.versions().get(0).paragraphs());
    List<String> got = new ArrayList<>(Arrays.asList(article.text().split("\n\n")));
    List<String> withStandfirst = new ArrayList<>(got);
    if (article.subtitle() != null) {
      withStandfirst.add(article.subtitle());
      assertThat(article.subtitle()).isEqualTo(expected.subtitle());
    }
    assertThat(Collections.frequency(withStandfirst, expected.subtitle()))
        .as("the standfirst is said once, in the text or beside it")
        .isEqualTo(expected.subtitle() == null ? 0 : 1);
    got.remove(expected.subtitle());
    got.removeAll(expected.versions().get(0).headings());
    assertThat(got).isEqualTo(wanted);
    assertThat(expected.absent()).noneMatch(words -> article.text().contains(words));
    assertThat(article.title()).isEqualTo(expected.versions().get(0).title());
    assertThat(article.authors()).isEqualTo(expected.authors());
    assertThat(article.language()).isEqualTo(expected.language());
    assertThat(article.free()).isEqualTo(expected.free());
    assertThat(article.publishedAt()).isNotNull();
    assertThat(article.publishedAt().day()).isEqualTo(expected.published().toLocalDate());
  }

  @ParameterizedTest
  @MethodSource("unreadablePages")
  void namesTheReasonWhyAPageHoldsNoArticle(DeadLettered expected) throws IOException {
    Reading reading = read(expected.url());

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).reason().label()).isEqualTo(expected.reason());
  }

  private Reading read(String url) throws IOException {
    URI uri = URI.create(url);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), newsroom.port())) {
      String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
      String request = "GET " + target + " HTTP/1.0\r\nHost: " + uri.getAuthority() + "\r\n\r\n";
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] answer = socket.getInputStream().readAllBytes();
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      String location = header(text.substring(0, end), "location:");
      if (text.startsWith("HTTP/1.1 503") || text.startsWith("HTTP/1.1 429")) {
        return read(url); // the press refuses some addresses once
      }
      if (location != null) {
        return read(uri.resolve(location).toString());
      }
      return new ArticleReader()
          .read(
              new RawPage(
                  Arrays.copyOfRange(answer, end + 4, answer.length),
                  header(text.substring(0, end), "content-type:"),
                  url,
                  null,
                  Instant.now()));
    }
  }

  private static @Nullable String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse(null);
  }
}
