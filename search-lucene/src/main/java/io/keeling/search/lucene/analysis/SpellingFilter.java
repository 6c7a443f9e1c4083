package io.keeling.search.lucene.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Changes British to American spelling: prefixes of words by a list, and always {@code -isation} to
 * {@code -ization}.
 */
final class SpellingFilter extends TokenFilter {

  private static final String LIST = "/io/keeling/search/lucene/spelling-en.tsv";

  /** Lengths of the shortest and the longest prefix in the list. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 15;

  /** The American prefix of a word for each British one. */
  private static final Map<String, String> BEGINNINGS = read();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  SpellingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword() && term.length() >= SHORTEST) {
      respell();
    }
    return true;
  }

  private void respell() {
    String word = term.toString();
    String changed = word.replace("isation", "ization");
    for (int length = Math.min(LONGEST, changed.length()); length >= SHORTEST; length--) {
      String american = BEGINNINGS.get(changed.substring(0, length));
      if (american != null) {
        changed = american + changed.substring(length);
        break;
      }
    }
    if (!changed.equals(word)) {
      term.setEmpty().append(changed);
    }
  }

  private static Map<String, String> read() {
    Map<String, String> beginnings = new HashMap<>();
    try (InputStream in = SpellingFilter.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, LIST), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          beginnings.put(line.substring(0, tab), line.substring(tab + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(beginnings);
  }
}
