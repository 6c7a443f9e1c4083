package io.keeling.ingest.imports;

import static io.keeling.ingest.imports.Archives.archive;
import static io.keeling.ingest.imports.Archives.gzipped;
import static io.keeling.ingest.imports.Archives.html;
import static io.keeling.ingest.imports.Archives.page;
import static io.keeling.ingest.imports.Archives.response;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;

class WarcFileTest {

  private static final int LARGEST = 100_000;

  @TempDir Path directory;

  private RecordingFinds read(byte[] archive) throws IOException {
    Path file = Files.write(directory.resolve("a.warc.gz"), archive);
    RecordingFinds finds = new RecordingFinds();
    new WarcFile(finds, LARGEST).read(file, ArchivePosition.START);
    return finds;
  }

  private static WarcResponse[] three() throws IOException {
    return new WarcResponse[] {
      page("https://a.org/1", "one"),
      page("https://a.org/2", "two"),
      page("https://a.org/3", "three")
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void readsPagesWithAddressDateAndType(WarcCompression compression) throws IOException {
    RecordingFinds finds = read(archive(compression, three()));
    assertThat(finds.urls())
        .containsExactly("https://a.org/1", "https://a.org/2", "https://a.org/3");
    FoundPage first = finds.pages.get(0);
    assertThat(new String(first.body(), UTF_8)).isEqualTo(html("one"));
    assertThat(first.fetchedAt()).isEqualTo(Archives.DATE);
    assertThat(first.contentType()).isEqualTo("text/html;charset=utf-8");
    assertThat(finds.skipped).isEmpty();
  }

  @Test
  void skipsWhatIsNoPageWithTheReason() throws IOException {
    byte[] body = html("x").getBytes(UTF_8);
    RecordingFinds finds =
        read(
            archive(
                WarcCompression.GZIP,
                response("https://a.org/1", 404, "text/html", null, body),
                response("https://a.org/2", 200, "image/png", null, body),
                response("https://a.org/3", 200, "text/html", null, new byte[LARGEST + 1]),
                response("https://a.org/4", 200, "text/html", null, new byte[0]),
                response("urn:dns:a.org", 200, "text/html", null, body),
                response("https://a.org/5", 203, "application/xhtml+xml", null, body)));
    assertThat(finds.urls()).containsExactly("https://a.org/5");
    assertThat(finds.skipped)
        .containsExactly(
            SkipReason.NOT_SUCCESSFUL,
            SkipReason.NOT_HTML,
            SkipReason.TOO_LARGE,
            SkipReason.EMPTY,
            SkipReason.NO_ADDRESS);
  }

  @Test
  void decodesTheContentEvenWhereTheHeaderLies() throws IOException {
    byte[] body = html("words").getBytes(UTF_8);
    RecordingFinds finds =
        read(
            archive(
                WarcCompression.GZIP,
                response("https://a.org/1", 200, "text/html", "gzip", gzipped(body)),
                response("https://a.org/2", 200, "text/html", "gzip", body),
                response("https://a.org/3", 200, "text/html", null, gzipped(body))));
    assertThat(finds.pages).hasSize(3).allSatisfy(p -> assertThat(p.body()).isEqualTo(body));
  }

  @Test
  void skipsAGzipBomb() throws IOException {
    byte[] bomb = gzipped(new byte[50 * 1024 * 1024]);
    RecordingFinds finds =
        read(
            archive(
                WarcCompression.NONE,
                response("https://a.org/1", 200, "text/html", "gzip", bomb),
                page("https://a.org/2", "two")));
    assertThat(finds.urls()).containsExactly("https://a.org/2");
    assertThat(finds.skipped).containsExactly(SkipReason.TOO_LARGE);
  }

  @Test
  void goesOnBehindARecordWithABrokenHead() throws IOException {
    String archive = new String(archive(WarcCompression.NONE, three()), ISO_8859_1);
    int second = archive.indexOf("WARC/1.", archive.indexOf("https://a.org/1"));
    String broken = archive.substring(0, second) + "\u0000oops" + archive.substring(second + 5);
    RecordingFinds finds = read(broken.getBytes(ISO_8859_1));
    assertThat(finds.urls()).containsExactly("https://a.org/1", "https://a.org/3");
    assertThat(finds.skipped).containsExactly(SkipReason.BROKEN_RECORD);
  }

  @Test
  void goesOnBehindABrokenGzipMember() throws IOException {
    byte[] head = archive(WarcCompression.GZIP, page("https://a.org/1", "one"));
    byte[] whole = archive(WarcCompression.GZIP, three());
    Arrays.fill(whole, head.length + 40, head.length + 80, (byte) 0x55);
    RecordingFinds finds = read(whole);
    assertThat(finds.urls()).contains("https://a.org/3").doesNotContain("https://a.org/2");
    assertThat(finds.skipped).containsExactly(SkipReason.BROKEN_RECORD);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void keepsWhatComesBeforeTheCutOfAnArchive(WarcCompression compression) throws IOException {
    byte[] whole = archive(compression, three());
    RecordingFinds finds = read(Arrays.copyOf(whole, whole.length - 60));
    assertThat(finds.urls()).startsWith("https://a.org/1", "https://a.org/2");
    assertThat(finds.skipped).containsOnly(SkipReason.BROKEN_RECORD).hasSize(1);
  }

  /** NONE and GZIP can begin at any record; SINGLE is compressed as one, so it can not. */
  @ParameterizedTest
  @ValueSource(strings = {"NONE", "GZIP", "SINGLE"})
  void goesOnFromEachPlaceItHasTold(String kind) throws IOException {
    byte[] archive =
        kind.equals("SINGLE")
            ? gzipped(archive(WarcCompression.NONE, three()))
            : archive(WarcCompression.valueOf(kind), three());
    List<String> all = read(archive).urls();
    List<ArchivePosition> places = read(archive).places;
    assertThat(all).hasSize(3);
    assertThat(places).hasSize(4).doesNotHaveDuplicates();
    for (int i = 1; i < places.size(); i++) {
      RecordingFinds rest = new RecordingFinds();
      new WarcFile(rest, LARGEST).read(directory.resolve("a.warc.gz"), places.get(i));
      // The record before the first page describes the archive.
      assertThat(rest.urls()).isEqualTo(all.subList(i - 1, 3));
      assertThat(rest.places).isEqualTo(places.subList(i, 4));
    }
  }

  @Test
  void countsAFileThatIsNoArchiveAtAll() throws IOException {
    assertThat(read("no archive".getBytes(UTF_8)).skipped)
        .containsExactly(SkipReason.BROKEN_RECORD);
    assertThat(read(new byte[0]).skipped).isEmpty();
  }
}
