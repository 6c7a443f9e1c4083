package io.keeling.ingest.imports;

import static io.keeling.ingest.imports.Archives.archive;
import static io.keeling.ingest.imports.Archives.gzipped;
import static io.keeling.ingest.imports.Archives.html;
import static io.keeling.ingest.imports.Archives.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;

class InputFilesTest {

  private static final int LARGEST = 100_000;
  private static final String NAMED =
      "<html><head><link rel=\"Canonical\""
          + " href=\"https://a.org/named?utm_source=x\"></head><p>Words";

  @TempDir Path directory;

  private RecordingFinds read(Path input) {
    RecordingFinds finds = new RecordingFinds();
    new InputFiles(finds, LARGEST).read(List.of(input), null);
    return finds;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  @Test
  void readsADirectoryWithEverythingBelowIt() throws IOException {
    write("a.HTML", NAMED.getBytes(UTF_8));
    write(
        "deep/er/b.htm.gz",
        gzipped("<meta property=og:url content=https://a.org/b>x".getBytes(UTF_8)));
    write(
        "deep/c.xhtml", gzipped("<meta property=og:url content=https://a.org/c>x".getBytes(UTF_8)));
    write("deep/d.warc", archive(WarcCompression.GZIP, page("https://a.org/d", "d")));
    write("deep/e.txt", "text".getBytes(UTF_8));
    RecordingFinds finds = read(directory);
    assertThat(finds.urls())
        .containsExactlyInAnyOrder(
            "https://a.org/named", "https://a.org/b", "https://a.org/c", "https://a.org/d");
    assertThat(finds.skipped).containsExactly(SkipReason.OTHER_FILE);
  }

  @Test
  void followsNoLinkOutOfADirectory(@TempDir Path elsewhere) throws IOException {
    // given
    Path secret = Files.write(elsewhere.resolve("secret.html"), html("secret").getBytes(UTF_8));
    Path page = write("pages/a.html", NAMED.getBytes(UTF_8));
    Path pages = page.getParent();
    Files.createSymbolicLink(pages.resolve("file.html"), secret);
    Files.createSymbolicLink(
        pages.resolve("relative.html"), pages.toRealPath().relativize(secret.toRealPath()));
    Files.createSymbolicLink(pages.resolve("chain.html"), Path.of("file.html"));
    Files.createSymbolicLink(pages.resolve("directory"), elsewhere);
    Files.createSymbolicLink(pages.resolve("nowhere.html"), Path.of("none.html"));
    Files.createSymbolicLink(pages.resolve("itself.html"), Path.of("itself.html"));
    write("pages-beside/b.html", html("beside").getBytes(UTF_8));
    Files.createSymbolicLink(
        pages.resolve("beside.html"), directory.resolve("pages-beside/b.html"));

    // when
    RecordingFinds finds = read(pages);

    // then
    assertThat(finds.urls()).containsExactly("https://a.org/named");
    assertThat(finds.skipped).hasSize(7).containsOnly(SkipReason.LINK);
  }

  @Test
  void followsLinksWithinADirectoryAndNeverInACircle() throws IOException {
    write("a/a.html", NAMED.getBytes(UTF_8));
    Files.createSymbolicLink(directory.resolve("b.html"), Path.of("a", "a.html"));
    Files.createSymbolicLink(directory.resolve("a/up"), directory);
    Path named = directory.resolveSibling(directory.getFileName() + "-link");
    Files.createSymbolicLink(named, directory);
    try {
      for (Path input : List.of(directory, named)) {
        RecordingFinds finds = read(input);
        assertThat(finds.urls()).containsExactly("https://a.org/named", "https://a.org/named");
        assertThat(finds.skipped).containsExactly(SkipReason.OTHER_FILE);
      }
    } finally {
      Files.delete(named);
    }
  }

  @Test
  void takesANamedFileWhateverItIsCalled() throws IOException {
    assertThat(read(write("page", NAMED.getBytes(UTF_8))).urls())
        .containsExactly("https://a.org/named");
    byte[] archive = archive(WarcCompression.NONE, page("https://a.org/d", "d"));
    assertThat(read(write("archive", archive)).urls()).containsExactly("https://a.org/d");
  }

  @Test
  void datesAPageByItsFile() throws IOException {
    Path file = write("a.html", NAMED.getBytes(UTF_8));
    Instant then = Instant.parse("2019-05-06T07:08:09Z");
    Files.setLastModifiedTime(file, FileTime.from(then));
    assertThat(read(file).pages.get(0).fetchedAt()).isEqualTo(then);
  }

  @Test
  void givesAPageWithoutAddressOneOfItsOwn() throws IOException {
    RecordingFinds finds = read(write("a.html", html("one").getBytes(UTF_8)));
    RecordingFinds again = read(write("copy.html.gz", gzipped(html("one").getBytes(UTF_8))));
    RecordingFinds other = read(write("b.html", html("two").getBytes(UTF_8)));
    assertThat(finds.urls().get(0)).matches("http://file\\.invalid/[0-9a-f]{32}");
    assertThat(again.urls()).isEqualTo(finds.urls()).isNotEqualTo(other.urls());
  }

  @Test
  void ignoresAnAddressThatIsNotOnTheWeb() throws IOException {
    String page =
        "<link rel=canonical href=/relative><link rel=canonical href='javascript:x'>"
            + "<meta property=og:url content='https://a.org/og'>words";
    assertThat(read(write("a.html", page.getBytes(UTF_8))).urls())
        .containsExactly("https://a.org/og");
  }

  @Test
  void takesTheCanonicalLinkThatTheReaderTakes() throws IOException {
    String page =
        "<link rel=x-canonical-old href='https://a.org/old'><link rel=canonical href=''>"
            + "<link rel='canonical nofollow' href='https://a.org/new'>words";
    assertThat(read(write("a.html", page.getBytes(UTF_8))).urls())
        .containsExactly("https://a.org/new");
  }

  @Test
  void goesOnInTheMiddleOfADirectory() throws IOException {
    write("a.html", NAMED.getBytes(UTF_8));
    Path second =
        write(
            "b/b.warc.gz",
            archive(
                WarcCompression.GZIP,
                page("https://a.org/1", "one"),
                page("https://a.org/2", "two")));
    Path last = write("c.html", "<meta property=og:url content=https://a.org/c>".getBytes(UTF_8));
    RecordingFinds all = read(directory);
    assertThat(all.urls())
        .containsExactly(
            "https://a.org/named", "https://a.org/1", "https://a.org/2", "https://a.org/c");
    ArchivePosition beforeTheSecondPage = all.places.get(all.places.size() - 3);
    ImportPosition position =
        new ImportPosition(
            ImportPosition.nameOf(second),
            Files.size(second),
            beforeTheSecondPage.position(),
            beforeTheSecondPage.records(),
            2);

    RecordingFinds rest = new RecordingFinds();
    new InputFiles(rest, LARGEST).read(List.of(directory), position);
    assertThat(rest.urls()).containsExactly("https://a.org/2", "https://a.org/c");
    assertThat(rest.files.keySet()).containsExactly(second, last);
    InputFiles.Extent extent = InputFiles.extent(List.of(directory), position);
    assertThat(extent.total()).isEqualTo(NAMED.length() + Files.size(second) + Files.size(last));
    assertThat(extent.before()).isEqualTo(NAMED.length() + beforeTheSecondPage.position());

    Files.write(second, new byte[1], java.nio.file.StandardOpenOption.APPEND);
    assertThat(InputFiles.extent(List.of(directory), position).before()).isEqualTo(-1);
  }

  @Test
  void skipsWhatCannotBeUsedWithTheReason() throws IOException {
    byte[] packed = gzipped(html("one").getBytes(UTF_8));
    assertThat(read(write("a.html", " \n".getBytes(UTF_8))).skipped)
        .containsExactly(SkipReason.EMPTY);
    assertThat(read(write("b.html", new byte[LARGEST + 1])).skipped)
        .containsExactly(SkipReason.TOO_LARGE);
    assertThat(read(write("c.html.gz", gzipped(new byte[20 * LARGEST]))).skipped)
        .containsExactly(SkipReason.TOO_LARGE);
    assertThat(read(write("d.html.gz", java.util.Arrays.copyOf(packed, 30))).skipped)
        .containsExactly(SkipReason.BROKEN_COMPRESSION);
    assertThat(read(directory.resolve("missing.html")).skipped)
        .containsExactly(SkipReason.UNREADABLE);
  }
}
