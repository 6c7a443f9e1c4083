package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final String RIVERS =
      "\u0420\u0435\u043A\u0438 \u0432\u044B\u0448\u043B\u0438 \u0438\u0437 \u0431\u0435\u0440\u0435\u0433\u043E\u0432, "
          + "\u0438 \u043D\u0430\u0441\u0435\u043B\u0435\u043D\u0438\u0435 \u043F\u0440\u0438\u0431\u0440\u0435\u0436\u043D\u044B\u0445 \u0441\u0435\u043B \u0436\u0434\u0451\u0442 \u043F\u043E\u043C\u043E\u0449\u0438, \u0433\u043E\u0432\u043E\u0440\u0438\u0442 \u043F\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043B\u044C.";

  private static final String FLOOD =
      "\u6CB3\u6D41\u304C\u6EA2\u308C\u305F\u3068\u5E02\u9577\u306F\u8FF0\u3079\u305F\u3002\u4F4F\u6C11\u306F\u9AD8\u53F0\u306B\u907F\u96E3\u3057\u3001\u6D88\u9632\u56E3\u304C\u571F\u306E\u3046\u3092\u7A4D\u3093\u3060\u3002";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void aByteOrderMarkDecidesWhateverHeaderAndMarkupSay(String name) {
    Charset charset = Charset.forName(name);
    byte[] bytes = ("\uFEFF" + page("iso-8859-5", RIVERS)).getBytes(charset);

    Article article = read(bytes, "text/html; charset=windows-1252");

    assertThat(article.text()).contains(RIVERS);
    assertThat(article.provenance().fields()).containsEntry("encoding", "byte-order-mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void wideCharactersAreRecognisedWithoutAMark(String name) {
    Article article = read(page("utf-8", RIVERS).getBytes(Charset.forName(name)), null);

    assertThat(article.text()).contains(RIVERS);
    assertThat(article.provenance().fields()).containsEntry("encoding", "utf-16-bytes");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "windows-1251,windows-1251,koi8-r,http-header",
        "windows-1251,-,windows-1251,meta-charset",
        "windows-1251,utf-8,windows-1251,meta-charset",
        "koi8-r,utf-8,koi8-r,meta-charset",
        "iso-8859-5,no-such-set,iso-8859-5,meta-charset",
        "utf-8,windows-1251,koi8-r,utf-8-bytes",
        "utf-8,-,-,utf-8-bytes",
        "windows-1251,utf-8,utf-8,detected",
        "windows-1251,-,-,detected",
        "koi8-r,-,-,detected"
      })
  void believesTheBytesThenTheHeaderThenTheMarkupThenTheLetters(
      String real, String header, String markup, String rule) {
    byte[] bytes = page(markup, RIVERS).getBytes(Charset.forName(real));

    Article article = read(bytes, header == null ? null : "text/html; charset=" + header);

    assertThat(article.provenance().fields()).containsEntry("encoding", rule);
    assertThat(article.text()).contains(RIVERS);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Shift_JIS,shift_jis",
        "Shift_JIS,-",
        "Shift_JIS,utf-8",
        "EUC-JP,-",
        "ISO-2022-JP,iso-2022-jp",
        "UTF-8,shift_jis"
      })
  void readsJapaneseInEachOfItsEncodings(String real, String markup) {
    assertThat(read(page(markup, FLOOD).getBytes(Charset.forName(real)), null).text())
        .contains(FLOOD);
  }

  @Test
  void latin1MeansWindowsAsBrowsersReadIt() {
    String text = "Er sagte: \u201EDie D\u00E4mme halten\u201C \u2013 f\u00FCr 40 \u20AC.";

    assertThat(read(page("iso-8859-1", text).getBytes(WINDOWS), null).text()).contains(text);
  }

  @Test
  void aStrayByteDoesNotTurnAPageIntoAnother() {
    String many = "Die Fl\u00FCsse schwellen \u00FCber die D\u00E4mme. ".repeat(40).strip();
    byte[] bytes = page("utf-8", many + " @").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '@' ? (byte) 0xE4 : bytes[i];
    }

    assertThat(read(bytes, "text/html; charset=iso-8859-1").text()).contains(many);
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
    return read(page(null, paragraph).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private static String page(@Nullable String charset, String paragraph) {
    return """
        <html><head>%s<title>Tide gauges rise again</title></head><body><article>
        <h1>Tide gauges rise again</h1><p>%s</p>
        <p>The harbour gauge read four centimetres above its old record on Monday, the port said.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        </article></body></html>
        """
        .formatted(charset == null ? "" : "<meta charset='" + charset + "'>", paragraph);
  }

  private static Article read(byte[] bytes, @Nullable String contentType) {
    RawPage page =
        new RawPage(
            bytes,
            contentType,
            "https://harbour.example/tide",
            null,
            Instant.parse("2026-11-24T00:00:00Z"));
    return ((Reading.Readable) new ArticleReader().read(page)).article();
  }
}
