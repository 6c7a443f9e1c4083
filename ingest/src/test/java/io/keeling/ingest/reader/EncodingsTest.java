package io.keeling.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that look right, or should, and are not what they seem. */
class EncodingsTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void composesLettersFromTheirParts() {
    String text = "Die Fl\u00FCsse schwellen \u00FCber die D\u00E4mme, sagt der P\u00E4chter.";

    assertThat(read(Normalizer.normalize(text, Normalizer.Form.NFD)).text()).contains(text);
  }

  @Test
  void spellsLigaturesOutAndDropsSoftHyphens() {
    assertThat(
            read("Die e\uFB03ziente P\uFB02anze \uFB01ndet&shy; Was\u00ADser&#xFB01;lter.").text())
        .contains("Die effiziente Pflanze findet Wasserfilter.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die Fl\u00FCsse schwellen \u00FCber die D\u00E4mme, sagt der P\u00E4chter.",
        "\u00C0 No\u00EBl, l\u2019\u00E9t\u00E9 fut d\u00E9j\u00E0 loin \u2014 \u00AB trop \u00BB, dit-il.",
        "\u0420\u0435\u043A\u0438 \u0432\u044B\u0448\u043B\u0438 \u0438\u0437 \u0431\u0435\u0440\u0435\u0433\u043E\u0432, \u0433\u043E\u0432\u043E\u0440\u0438\u0442 \u043E\u043D."
      })
  void repairsTextThatWasReadInTheWrongEncodingBefore(String text) {
    Article article = read(misread(text));

    assertThat(article.text().replace('\u00A0', ' ')).contains(text);
    assertThat(article.provenance().fields()).containsEntry("encoding", "mojibake-repaired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aus \u201E\u00E4\u201C wird \u201E\u00C3\u00A4\u201C, wenn jemand die \u00C4mter \u00FCberfordert.",
        "Havet st\u00E5r h\u00F8jt ved \u00C5s, siger de ved \u00C6r\u00F8 og p\u00E5 Fan\u00F8.",
        "\u6CB3\u6D41\u304C\u6EA2\u308C\u305F\u3068\u5E02\u9577\u306F\u8FF0\u3079\u305F\u3002"
      })
  void leavesTextAloneThatIsAsItWasMeant(String text) {
    assertThat(read(text).text()).contains(text);
  }

  /** As it stands on a page that was converted once too often. */
  private static String misread(String text) {
    StringBuilder misread = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      String c = new String(new byte[] {b}, WINDOWS);
      misread.append(c.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : c);
    }
    return misread.toString();
  }

  private static Article read(String paragraph) {
    String html =
        """
        <html><head><title>Tide gauges rise again</title></head><body><article>
        <h1>Tide gauges rise again</h1><p>%s</p>
        <p>The harbour gauge read four centimetres above its old record on Monday, the port said.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        </article></body></html>
        """
            .formatted(paragraph);
    RawPage page =
        new RawPage(
            html.getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            "https://harbour.example/tide",
            null,
            Instant.parse("2026-11-24T00:00:00Z"));
    return ((Reading.Readable) new ArticleReader().read(page)).article();
  }
}
