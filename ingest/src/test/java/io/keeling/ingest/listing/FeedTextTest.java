package io.keeling.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings of XML, declared, shown by the bytes, and stated wrongly. */
class FeedTextTest {

  private static final String WORDS = "<rss><title>Grüße aus Köln und Zürich</title></rss>";

  @ParameterizedTest
  @CsvSource({
    "UTF-32BE,utf-32",
    "UTF-32LE,ucs-4",
    "UTF-32BE,utf-8",
    "UTF-16LE,utf-16",
    "UTF-16BE,unicode",
    "UTF-16LE,iso-8859-1",
    "IBM037,ebcdic-cp-us",
    "IBM500,cp500",
    "IBM500,ebcdic_cp_be",
    "IBM01140,ibm1140",
    "IBM037,nonsense",
    "IBM850,cspc850multilingual",
    "IBM437,437",
    "windows-1252,windows_1252",
    "windows-1252,latin-1",
    "x-MacRoman,macintosh",
    "IBM775,cspc775baltic"
  })
  void readsWhatIsDeclaredOrShown(String charset, String name) {
    String document = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + WORDS;
    byte[] bytes = document.getBytes(Charset.forName(charset));
    for (String type : new String[] {null, "application/xml", "text/xml; charset=utf-8"}) {
      assertThat(FeedText.of(bytes, type)).isEqualTo(document);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
  void takesAByteOrderMarkForNoMoreThanThat(String charset) {
    byte[] bytes = ("\uFEFF" + WORDS).getBytes(Charset.forName(charset));
    assertThat(FeedText.of(bytes, "text/xml; charset=iso-8859-1")).isEqualTo(WORDS);
    assertThat(FeedText.of(WORDS.getBytes(Charset.forName(charset)), null)).isEqualTo(WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251,text/xml; charset=iso-8859-1,windows-1251",
    "windows-1251,text/xml; charset=windows-1251,iso-8859-1",
    "windows-1251,text/xml; charset=utf-8,windows-1251",
    "windows-1251,text/xml; charset=windows-1251,utf-8",
    "windows-1251,text/xml,utf-8",
    "UTF-8,text/xml; charset=windows-1251,windows-1251",
    "KOI8-R,text/xml; charset=koi8-r,windows-1251"
  })
  void believesTheBytesThenWhoeverThoughtOfIt(String charset, String type, String declared) {
    String document =
        "<?xml version=\"1.0\" encoding=\"%s\"?><rss><title>Правительство приняло новый закон</title></rss>"
            .formatted(declared);
    assertThat(FeedText.of(document.getBytes(Charset.forName(charset)), type)).isEqualTo(document);
  }
}
